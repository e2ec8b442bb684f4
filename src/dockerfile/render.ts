/** Renders the Dockerfile of `dockerfiles/`: the same text, without the sections that have nothing to do. */
import { keyOf, type Platform } from '../names/platform.ts';

export interface Sections {
  /** Something is built on the build machine's own architecture. */
  readonly native: boolean;
  /** Platforms that something is compiled for, out of `platforms`, but for what is built on the build machine's own. */
  readonly compile: readonly Platform[];
  readonly platforms: readonly Platform[];
  /** What cannot be cross-compiled is compiled under emulation; a failure otherwise. */
  readonly emulated: boolean;
  /** Platforms install different files. */
  readonly different: boolean;
  /** The base's own distributions must go before newer ones come. */
  readonly replaced: boolean;
  readonly runtimePackages: boolean;
  /** Build requirements are held to something. */
  readonly buildConstraints: boolean;
  /** As `USER` takes it; a named one is created. */
  readonly user?: string;
  /** Exec form of the image's CMD; the base's own when absent. */
  readonly command?: readonly string[];
}

/**
 * Keeps the lines of a section when its condition holds. Sections nest.
 *
 * @param template text of `dockerfiles/Dockerfile`.
 * @throws Error when the template has an unknown or unclosed section: a mistake in this repository, not a user's.
 */
export function renderDockerfile(template: string, sections: Sections): string {
  const lines: string[] = [];
  /** One entry for each open section: whether its lines are kept. */
  const open: boolean[] = [];
  for (const line of template.split('\n')) {
    const directive = /^#: (.*)$/.exec(line)?.[1];
    if (directive === undefined) {
      if (open.every(Boolean)) lines.push(line);
    } else if (directive === 'end') {
      if (open.pop() === undefined) throw new Error('dockerfiles/Dockerfile: "#: end" without a beginning');
    } else {
      const kept = open.every(Boolean);
      const section = sectionOf(directive, sections);
      open.push(section === true);
      if (kept && typeof section !== 'boolean') lines.push(...section);
    }
  }
  if (open.length > 0) throw new Error('dockerfiles/Dockerfile: a section is not closed');
  const [, ...withoutUsage] = splitUsage(lines.join('\n'));
  return `${withoutUsage
    .join('')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

/** Whether a user is `uid` or `uid:gid`: it need not be in the image's list of users. */
export const isNumeric = (user: string): boolean => /^\d+(?::\d+)?$/.test(user);

/** Whether a section stays, or the lines that stand in its place. */
function sectionOf(directive: string, sections: Sections): boolean | readonly string[] {
  switch (directive) {
    case 'when native':
      return sections.native;
    case 'when built':
      return sections.native || sections.compile.length > 0;
    case 'when compile':
      return sections.compile.length > 0;
    case 'when emulated':
      return sections.emulated;
    case 'when different':
      return sections.different;
    case 'when replaced':
      return sections.replaced;
    case 'when runtime_packages':
      return sections.runtimePackages;
    case 'when build_constraints':
      return sections.buildConstraints;
    case 'when user':
      return sections.user !== undefined && !isNumeric(sections.user);
    case 'platforms': {
      const last = sections.emulated ? 'compile' : 'cross';
      return sections.platforms.map(
        (platform) =>
          `FROM ${sections.compile.includes(platform) ? last : 'scratch'} AS compiled-${keyOf(platform)}`,
      );
    }
    case 'config':
      return [
        ...(sections.user === undefined ? [] : [`USER ${sections.user}`]),
        ...(sections.command === undefined ? [] : [`CMD ${JSON.stringify(sections.command)}`]),
      ];
    default:
      throw new Error(`dockerfiles/Dockerfile: unknown section "${directive}"`);
  }
}

/** The head comment tells how to use the file by hand; a rendered one says what it is instead. */
function splitUsage(text: string): string[] {
  const end = text.indexOf('\n\n');
  return [text.slice(0, end), '# Rendered by Python Image Builder.\n', text.slice(end)];
}
