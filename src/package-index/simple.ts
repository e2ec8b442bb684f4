/** A project's page of the simple API: HTML (PEP 503, 592, 658) or JSON (PEP 691), whichever the index gives. */
import { normalizedName } from '../names/package-name.ts';
import type { PackageVersion } from '../names/package-version.ts';
import { parseWheelName, sdistVersion } from './filenames.ts';

export interface ProjectFile {
  readonly filename: string;
  readonly url: string;
  /** Lower-case hexadecimal; an index need not give it. */
  readonly sha256?: string;
  /** PEP 440 specifiers, as written by the package's author. */
  readonly requiresPython?: string;
  /** Why it was withdrawn (PEP 592), possibly empty. */
  readonly yanked?: string;
  readonly kind: 'wheel' | 'sdist';
  readonly version: PackageVersion;
}

export interface Project {
  /** Normalized (PEP 503). */
  readonly name: string;
  /** Wheels and source distributions, in the index's order; other files are left out. */
  readonly files: readonly ProjectFile[];
}

interface Link {
  readonly filename: string;
  readonly url: string;
  readonly sha256?: string | undefined;
  readonly requiresPython?: string | undefined;
  readonly yanked?: string | undefined;
}

/**
 * Reads a project's page.
 *
 * @param url where the page came from: links may be relative to it.
 * @throws Error when it is neither of the two, or of a later major version than this knows (PEP 629).
 */
export function parseProject(name: string, body: string, contentType: string, url: string): Project {
  const isJson = /[/+]json\b/.test(contentType) || /^\s*\{/.test(body);
  const links = isJson ? jsonLinks(body, url) : htmlLinks(body, url);
  const project = normalizedName(name);
  const files = links.flatMap(({ filename, url, sha256, requiresPython, yanked }): ProjectFile[] => {
    const wheel = parseWheelName(filename);
    if (wheel !== undefined && wheel.name !== project) return [];
    const version = wheel?.version ?? sdistVersion(filename, project);
    if (version === undefined) return [];
    return [
      {
        filename,
        url,
        ...(sha256 === undefined ? {} : { sha256: sha256.toLowerCase() }),
        ...(requiresPython === undefined || requiresPython.trim() === '' ? {} : { requiresPython }),
        ...(yanked === undefined ? {} : { yanked }),
        kind: wheel === undefined ? 'sdist' : 'wheel',
        version,
      },
    ];
  });
  return { name: project, files };
}

function checkVersion(version: string | undefined): void {
  if (version !== undefined && !/^1(\.|$)/.test(version)) {
    throw new Error(`it speaks version ${version} of the simple API, and this program version 1`);
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function jsonLinks(body: string, base: string): readonly Link[] {
  const page: unknown = JSON.parse(body);
  if (!isRecord(page) || !Array.isArray(page['files']))
    throw new Error('its JSON has no list of files (PEP 691)');
  if (isRecord(page['meta'])) checkVersion(textOf(page['meta']['api-version']));
  return page['files'].filter(isRecord).flatMap((file): Link[] => {
    const filename = textOf(file['filename']);
    const url = textOf(file['url']);
    if (filename === undefined || url === undefined || !URL.canParse(url, base)) return [];
    const yanked = file['yanked'] === true ? '' : textOf(file['yanked']);
    return [
      {
        filename,
        url: new URL(url, base).href,
        sha256: isRecord(file['hashes']) ? textOf(file['hashes']['sha256']) : undefined,
        requiresPython: textOf(file['requires-python']),
        yanked,
      },
    ];
  });
}

const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>`]+)))?/g;

const attributesOf = (text: string): ReadonlyMap<string, string> =>
  new Map(
    [...text.matchAll(attribute)].map(([, name, double, single, bare]) => [
      name!.toLowerCase(),
      decoded(double ?? single ?? bare ?? ''),
    ]),
  );

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Text with its character references replaced. */
const decoded = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );

// An attribute's value may hold `>`: data-requires-python=">=3.8" is seen unescaped.
const tag = /<(a|base|meta)((?:\s+(?:"[^"]*"|'[^']*'|[^>"'])*)?)>/gi;

function htmlLinks(body: string, page: string): readonly Link[] {
  if (!/<[a-z!]/i.test(body)) throw new Error('it is neither HTML (PEP 503) nor JSON (PEP 691)');
  let base = page;
  const links: Link[] = [];
  for (const [, name, text] of body.replace(/<!--[\s\S]*?-->/g, '').matchAll(tag)) {
    const attributes = attributesOf(text!);
    const href = attributes.get('href');
    if (name!.toLowerCase() === 'meta') {
      if (attributes.get('name') === 'pypi:repository-version') checkVersion(attributes.get('content'));
    } else if (href !== undefined && URL.canParse(href, base)) {
      const url = new URL(href, base);
      if (name!.toLowerCase() === 'base') base = url.href;
      else links.push(linkOf(url, attributes));
    }
  }
  return links;
}

function linkOf(url: URL, attributes: ReadonlyMap<string, string>): Link {
  const sha256 = /(?:^#|&)sha256=([\da-f]{64})(?:&|$)/i.exec(url.hash)?.[1];
  url.hash = '';
  const last = url.pathname.split('/').at(-1)!;
  return {
    filename: unescaped(last),
    url: url.href,
    sha256,
    requiresPython: attributes.get('data-requires-python'),
    yanked: attributes.get('data-yanked'),
  };
}

function unescaped(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
