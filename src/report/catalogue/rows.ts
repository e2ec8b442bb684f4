/** An image as two rows of the page's table: what is compared at a glance, and what one looks up. */
import type { CatalogueImage } from '../../observe/catalogue.ts';
import { parsePackageVersion, tagOfVersion } from '../../names/package-version.ts';
import type { Tag } from '../../names/reference.ts';
import { bytesText, counted } from '../units.ts';
import { baseName, type Change } from './changes.ts';
import { html } from './html.ts';

/** What one row cannot know of the others. */
export interface RowPlace {
  /** Rises with the version, so that a browser need not compare versions as PEP 440 does. */
  readonly rank: number;
  /** Number of its requirements among those of all images; absent where they are not known. */
  readonly set?: number;
  /** The image before it, and what changed since; absent where that is not known. */
  readonly since?: {
    readonly before: CatalogueImage;
    readonly changes: readonly Change[];
    /** Number of the changes, where they are many and stand with the requirements of all images. */
    readonly shared?: number;
  };
}

export const columnNames = ['Image', 'Version', 'Python', 'Base', 'Platforms', 'Size', 'Made'] as const;

/** `<li>` and cells are not closed: HTML asks for no end tags there, and a page of 500 images is a sixth smaller. */
export function rowsOf(image: CatalogueImage, place: RowPlace): string {
  const { rank, set } = place;
  const { repository, name, version, python, base, platforms, made } = image;
  const sizes = platforms.flatMap(({ size }) => size ?? []);
  const attributes = [
    `data-v=${rank}`,
    ...(sizes.length === 0 ? [] : [`data-s=${Math.max(...sizes)}`]),
    ...(set === undefined ? [] : [`data-r=${set}`]),
  ];
  const tags = tagsOf(image);
  const cells = [
    known(version),
    known(python),
    known(baseName(base)),
    list(
      platforms.map(({ platform }) => html(platform.replace('linux/', ''))),
      'platforms',
    ),
    sizes.length === 0 ? known(undefined) : sizeText(sizes),
    made === undefined ? known(undefined) : timeText(new Date(made)),
  ];
  return `<tbody ${attributes.join(' ')}>
<tr><th scope=row><b>${html(name ?? repository.split('/').at(-1) ?? '')}</b> <small>${html(repository)}</small>${list(tags.map(html), 'tags')}${cells.map((cell) => `<td>${cell}`).join('')}
<tr><td colspan=7><details><summary>${summaryOf(image, place)}</summary><dl>${detailsOf(image, tags, place)}</dl></details>
`;
}

export const timeText = (time: Date): string => {
  const day = time.toISOString().slice(0, 10);
  return `<time datetime=${day}>${day}</time>`;
};

const known = (text: string | undefined): string =>
  text === undefined ? '<span class=none>not known</span>' : html(text);

const list = (items: readonly string[], kind?: string): string =>
  `<ul${kind === undefined ? '' : ` class=${kind}`}>${items.map((item) => `<li>${item}`).join('')}</ul>`;

/** `41.2 to 45.3 MB`, `950 kB to 1.2 MB`. */
function sizeText(sizes: readonly number[]): string {
  const [least, most] = [bytesText(Math.min(...sizes)), bytesText(Math.max(...sizes))];
  const [number, unit] = least.split(' ');
  if (least === most) return most;
  return `${most.endsWith(` ${unit}`) ? number : least} to ${most}`;
}

/** The tag of the very version first, since it moves least. */
function tagsOf({ tags, version }: CatalogueImage): Tag[] {
  const parsed = version === undefined ? undefined : parsePackageVersion(version);
  const ending = parsed?.ok ? tagOfVersion(parsed.value) : version;
  const exact = tags.filter((tag) => tag === ending || (ending !== undefined && tag.endsWith(`-${ending}`)));
  return [...new Set([...exact, ...tags])];
}

/** What an image is called by one that is compared with it. */
export const labelOf = (image: CatalogueImage): string => tagsOf(image)[0] ?? image.digest;

function summaryOf({ requirements }: CatalogueImage, { since }: RowPlace): string {
  if (requirements === undefined) return 'Pull lines and digests';
  const count = counted(requirements.length, 'requirement');
  if (since === undefined) return count;
  return `${count}, ${since.changes.length === 0 ? 'none' : since.changes.length} changed`;
}

function detailsOf(
  { repository, digest, platforms, requirements }: CatalogueImage,
  tags: readonly Tag[],
  { set, since }: RowPlace,
): string {
  const pulled = [...tags.slice(0, 1).map((tag) => `${repository}:${tag}`), `${repository}@${digest}`];
  const lines = pulled.map((one) => `<div class=pull><code>docker pull ${html(one)}</code></div>`);
  const parts = platforms.map(
    (one) =>
      `${html(one.platform)}, ${one.size === undefined ? 'which the registry has lost' : bytesText(one.size)} <code>${html(one.digest)}</code>`,
  );
  const changed =
    since === undefined || since.changes.length === 0
      ? ''
      : `<dt>Changed since ${html(labelOf(since.before))}<dd>${since.shared === undefined ? changeList(since.changes) : `<a href=#c${since.shared}>${counted(since.changes.length, 'change')}</a>`}`;
  const needs =
    requirements === undefined || set === undefined
      ? ''
      : `<dt>Requirements<dd><a href=#r${set}>${requirements.length > 1 ? 'All ' : ''}${counted(requirements.length, 'requirement')}</a>`;
  return `<dt>Pull<dd>${lines.join('')}<dt>Platforms<dd>${list(parts)}${changed}${needs}`;
}

export const changeList = (changes: readonly Change[]): string => list(changes.map(changeText));

function changeText({ name, before, after }: Change): string {
  if (before === undefined) return `${html(name)} ${html(after ?? '')}, new`;
  if (after === undefined) return `${html(name)} ${html(before)}, gone`;
  return `${html(name)} ${html(before)} → ${html(after)}`;
}
