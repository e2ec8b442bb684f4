/** Renders `dockerfiles/Dockerfile`: removes the sections that this build does not need. */
import { keyOf, type Platform } from '../names/platform.ts';

export interface Sections {
  readonly native: boolean;
  /** Those of `platforms` for which wheels are cross-compiled or compiled under emulation. */
  readonly compile: readonly Platform[];
  readonly platforms: readonly Platform[];
  readonly emulated: boolean;
  readonly different: boolean;
  /** Whether packages of the base must be removed before newer ones are installed. */
  readonly replaced: boolean;
  readonly runtimePackages: boolean;
  readonly buildConstraints: boolean;
  /** Whether some packages are of another index. */
  readonly extraIndexes: boolean;
  /** Whether there is a last stage; a custom Dockerfile is in its place where there is none. */
  readonly image: boolean;
  /** Wheels are offered to the pip of a custom Dockerfile, and nothing is installed. */
  readonly offered?: boolean;
  /** How many layers the image adds to its base; absent for one. */
  readonly layers?: number;
  readonly user?: string;
  readonly command?: readonly string[];
}

/**
 * Keeps the lines of a section if its condition is true. Sections nest.
 *
 * @param template text of `dockerfiles/Dockerfile`.
 * @throws Error when the template has an unknown or unclosed section, which is a fault of this repository.
 */
export function renderDockerfile(template: string, sections: Sections): string {
  const lines: string[] = [];
  const open: boolean[] = [];
  for (const line of template.split('\n')) {
    const directive = /^#: (.*)$/.exec(line)?.[1];
    if (directive === undefined) {
      if (open.every(Boolean)) lines.push(line);
    } else if (directive === 'end') {
      if (open.pop() === undefined) throw new Error('dockerfiles/Dockerfile: "#: end" without a beginning');
    } else {
      const isKept = open.every(Boolean);
      const section = sectionOf(directive, sections);
      open.push(section === true);
      if (isKept && typeof section !== 'boolean') lines.push(...section);
    }
  }
  if (open.length > 0) throw new Error('dockerfiles/Dockerfile: a section is not closed');
  const [, ...withoutUsage] = splitUsage(lines.join('\n'));
  return `${withoutUsage
    .join('')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

/** Whether a user is `uid` or `uid:gid`, which needs no entry in the image's list of users. */
export const isNumeric = (user: string): boolean => /^\d+(?::\d+)?$/.test(user);

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
    case 'when extra_indexes':
      return sections.extraIndexes;
    case 'when offered':
      return sections.offered === true;
    case 'when installed':
      return sections.offered !== true;
    case 'when image':
      return sections.image;
    case 'when user':
      return sections.user !== undefined && !isNumeric(sections.user);
    case 'when layers':
      return sections.layers !== undefined;
    case 'layers':
      return sections.layers === undefined
        ? true
        : Array.from({ length: sections.layers }, (_, at) => `COPY --link --from=install /layers/${at} /`);
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

/** Replaces the template's first comment, which explains its use by hand. */
function splitUsage(text: string): string[] {
  const end = text.indexOf('\n\n');
  return [text.slice(0, end), '# Rendered by Python Image Builder.\n', text.slice(end)];
}
