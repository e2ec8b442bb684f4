/** What is worth knowing of what a plan decided. */
import { counting } from '../../advisories/findings.ts';
import type { Runners } from '../../inputs/plan.ts';
import type { Platform } from '../../names/platform.ts';
import { repositoryText } from '../../names/reference.ts';
import { findingText } from '../../report/advisory-words.ts';
import { allOf, type Event } from '../../report/journal.ts';
import { counted } from '../../report/units.ts';
import type { WheelStorePlace } from '../../wheel-cache/store.ts';
import type { DecidedCell } from './decided-cell.ts';
import { nameOfCell } from './matrix.ts';

/** Runners of platforms that no image is for. */
export function runnerNotes(decided: readonly DecidedCell[], runners: Runners): string[] {
  const wanted = new Set(decided.flatMap(({ image }) => image.platforms));
  return (Object.keys(runners) as Platform[])
    .filter((platform) => !wanted.has(platform))
    .map(
      (platform) =>
        `runners: no image is for ${platform}, so that nothing runs on ${runners[platform]}: name it in platform, too, or leave it out`,
    );
}

/** Where the images of several repositories save their wheels in one of these, which nobody named, and some are to be compiled. */
export function storeNotes(decided: readonly DecidedCell[], store: WheelStorePlace | undefined): string[] {
  const unnamed = decided.filter(({ raw }) => raw['wheel_store'] === undefined);
  const own = new Set(unnamed.map(({ image }) => repositoryText(image.repositories[0])));
  const compiles = unnamed.some(({ reckoned }) =>
    Object.values(reckoned.compiling).some((seconds) => seconds > 0),
  );
  return store?.kind === 'repository' && own.size > 1 && compiles
    ? [
        `wheels that are compiled are saved in ${repositoryText(store.repository)} for all images of this plan, so that what several need is compiled once: wheel_store names another place`,
      ]
    : [];
}

/** So many images are named; more are counted. */
const mostNames = 3;

/** Optional platforms that images are without, as far as that is known before a build. */
export function missingNotes(decided: readonly DecidedCell[], events: readonly Event[]): string[] {
  const cells = new Map(decided.map(({ image, cell }) => [image.id, cell]));
  const found = new Map<string, { readonly platform: Platform; readonly why: string; names: Set<string> }>();
  for (const { image, platform, problems } of allOf(events, 'dropped')) {
    const cell = image && cells.get(image);
    if (cell === undefined) continue;
    const why = problems.map(({ message }) => message).join(' ');
    const key = `${platform} ${why}`;
    const known = found.get(key) ?? { platform, why, names: new Set<string>() };
    known.names.add(nameOfCell(cell));
    found.set(key, known);
  }
  return [...found.values()].map(({ platform, why, names }) => {
    const who = names.size > mostNames ? counted(names.size, 'image') : [...names].join(', ');
    return `${who}: without ${platform}, which is optional: ${why.replace(/\.$/, '')}`;
  });
}

/** Advisories of images that stay as they are: no job says of them. What could not be asked is said once. */
export function adviceNotes(decided: readonly DecidedCell[], events: readonly Event[]): string[] {
  const kept = new Map(
    decided.flatMap(({ image, cell, decision }) =>
      decision.do === 'keep' || decision.do === 'retag' ? [[image.id, cell] as const] : [],
    ),
  );
  const found = new Map<string, Set<string>>();
  const unknown = new Set<string>();
  for (const { image, advice } of allOf(events, 'advised')) {
    const cell = image && kept.get(image);
    if (advice.unknown !== undefined) unknown.add(advice.unknown);
    if (cell === undefined) continue;
    for (const finding of counting(advice.findings, advice)) {
      const text = findingText(finding);
      found.set(text, (found.get(text) ?? new Set()).add(nameOfCell(cell)));
    }
  }
  return [
    ...[...found].map(([text, names]) => {
      const who = names.size > mostNames ? counted(names.size, 'image') : [...names].join(', ');
      return `${who}: nothing is built for ${text}`;
    }),
    ...[...unknown].map((why) => `advisories are not known of all images: ${why}`),
  ];
}
