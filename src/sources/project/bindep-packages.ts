/** Which lines of bindep.txt are active, and what they install into which stage. */
import { nearest } from '../../names/nearest.ts';
import { shown } from '../../names/shown.ts';
import type { BindepLine, Profile, Selector } from './bindep.ts';
import { platformNames } from './platform-profiles.ts';

export type BindepPackage = Pick<BindepLine, 'name' | 'constraints' | 'line'>;

export interface Profiles {
  /** With their prefix: `platform:alpine`. */
  readonly platforms: readonly string[];
  readonly profiles: readonly string[];
}

/** The packages of the lines that are active, in their order; one that stands in two lines is there twice. */
export const selectPackages = (
  lines: readonly BindepLine[],
  { platforms, profiles }: Profiles,
): BindepPackage[] => {
  const active = new Set([...platforms, ...profiles]);
  return lines
    .filter((line) => isActive(line, active))
    .map(({ name, constraints, line }) => ({ name, constraints, line }));
};

export interface BindepPackages {
  /** What compiling needs besides `run`. */
  readonly compile: readonly BindepPackage[];
  readonly run: readonly BindepPackage[];
}

/**
 * Lines for the image, and those for compiling alone (`[compile]`, as pbrx has it). Where no profile is named, `default`
 * is the one that bindep activates.
 */
export function bindepPackages(lines: readonly BindepLine[], platforms: readonly string[]): BindepPackages {
  const run = selectPackages(lines, { platforms, profiles: ['default'] });
  const compile = selectPackages(lines, { platforms, profiles: ['compile'] });
  const inImage = new Set(run.map(({ line }) => line));
  return { compile: compile.filter(({ line }) => !inImage.has(line)), run };
}

/** A platform that stands in a group counts as one of the user's profiles, since bindep has it so. */
const isPlatform = (selector: Selector): boolean =>
  selector.kind === 'profile' && selector.name.startsWith('platform:');

const isActive = ({ selectors }: Pick<BindepLine, 'selectors'>, active: ReadonlySet<string>): boolean =>
  allows(selectors.filter(isPlatform), active) &&
  allows(
    selectors.filter((selector) => !isPlatform(selector)),
    active,
  );

/** No negated profile may be active; of the others and the groups, where there are any, one must hold. */
function allows(selectors: readonly Selector[], active: ReadonlySet<string>): boolean {
  const holds = ({ name, negated }: Profile): boolean => active.has(name) !== negated;
  const negated = selectors.filter((selector) => selector.kind === 'profile' && selector.negated);
  const others = selectors.filter((selector) => !negated.includes(selector));
  const one = (selector: Selector): boolean =>
    selector.kind === 'group' ? selector.profiles.every(holds) : holds(selector);
  return negated.every(one) && (others.length === 0 || others.some(one));
}

/**
 * Notes on platforms that no distribution has, such as `platform:apline`, with the nearest that one has. They match no
 * base.
 *
 * @param platforms of the base; its own names are right, whatever it is.
 * @param path of the file, for the notes.
 */
export function unknownPlatforms(
  lines: readonly BindepLine[],
  platforms: readonly string[],
  path: string,
): string[] {
  return lines.flatMap((line) => {
    const names = line.selectors.flatMap((selector) =>
      selector.kind === 'group' ? selector.profiles.map(({ name }) => name) : [selector.name],
    );
    return [...new Set(names)].flatMap((name) => {
      if (!namesPlatform(name) || platforms.includes(name) || isKnown(name)) return [];
      const right = nearestPlatform(name);
      const fact = `${path}, line ${line.line}: no distribution has the profile ${shown(name)}`;
      if (right === undefined) return [fact];
      return [`${fact}; did you mean ${shown(right)}?${consequence(line, platforms, name, right)}`];
    });
  });
}

const prefix = 'platform:';

const isKnown = (profile: string): boolean =>
  profile.startsWith(prefix) &&
  platformNames.some((name) => profile === `${prefix}${name}` || profile.startsWith(`${prefix}${name}-`));

/** Also with a misspelt prefix. Other profiles with a colon are the user's. */
const namesPlatform = (profile: string): boolean =>
  profile.includes(':') && nearest(profile.split(':', 1)[0]!, ['platform']) !== undefined;

/** A release behind a misspelt distribution stays. */
function nearestPlatform(profile: string): string | undefined {
  const [, rest = ''] = profile.split(/:(.*)/s);
  const right = `${prefix}${rest}`;
  if (isKnown(right)) return right;
  const whole = nearest(rest, platformNames);
  if (whole !== undefined) return `${prefix}${whole}`;
  const [name = '', release] = rest.split(/-(.*)/s);
  const near = nearest(name, platformNames);
  return near === undefined || release === undefined ? undefined : `${prefix}${near}-${release}`;
}

/** What the wrong name does to this base. */
function consequence(line: BindepLine, platforms: readonly string[], wrong: string, right: string): string {
  const corrected = (profile: Profile): Profile =>
    profile.name === wrong ? { ...profile, name: right } : profile;
  const selectors = line.selectors.map((selector): Selector =>
    selector.kind === 'group'
      ? { ...selector, profiles: selector.profiles.map(corrected) }
      : { kind: 'profile', ...corrected(selector) },
  );
  const stages = (of: Pick<BindepLine, 'selectors'>): boolean[] =>
    ['default', 'compile'].map((profile) => isActive(of, new Set([...platforms, profile])));
  const [written, meant] = [stages(line), stages({ selectors })];
  if (written.join() === meant.join()) return '';
  return written.includes(true)
    ? ` As it is written, ${line.name} is installed on this base.`
    : ` The line does not apply, and ${line.name} is not installed.`;
}
