/** Parses a project's page of the simple API: HTML (PEP 503, 592, 658) or JSON (PEP 691, 700). */
import { Parser } from 'htmlparser2';
import { defined } from '../defined.ts';
import { normalizedName } from '../names/package-name.ts';
import type { PackageVersion } from '../names/package-version.ts';
import { parseWheelName, sdistVersion } from './filenames.ts';

export interface ProjectFile {
  readonly filename: string;
  readonly url: string;
  readonly sha256?: string;
  readonly requiresPython?: string;
  readonly yanked?: string;
  /** Bytes; where the index says it (PEP 700). */
  readonly size?: number;
  /** When it was uploaded, in milliseconds since the epoch; where the index says it (PEP 700). */
  readonly uploaded?: number;
  readonly kind: 'wheel' | 'sdist';
  readonly version: PackageVersion;
}

export interface Project {
  readonly name: string;
  readonly files: readonly ProjectFile[];
}

interface Link {
  readonly filename: string;
  readonly url: string;
  readonly sha256?: string | undefined;
  readonly requiresPython?: string | undefined;
  readonly yanked?: string | undefined;
  readonly size?: number | undefined;
  readonly uploaded?: number | undefined;
}

/**
 * @param url of the page, for its relative links.
 * @throws Error when it is neither HTML nor JSON, or of a later major version of the API (PEP 629).
 */
export function parseProject(name: string, body: string, contentType: string, url: string): Project {
  const isJson = /[/+]json\b/.test(contentType) || /^\s*\{/.test(body);
  const links = isJson ? jsonLinks(body, url) : htmlLinks(body, url);
  const project = normalizedName(name);
  const files = links.flatMap(
    ({ filename, url, sha256, requiresPython, yanked, size, uploaded }): ProjectFile[] => {
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
          ...defined({ yanked, size, uploaded }),
          kind: wheel === undefined ? 'sdist' : 'wheel',
          version,
        },
      ];
    },
  );
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
const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

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
        size: numberOf(file['size']),
        uploaded: numberOf(Date.parse(textOf(file['upload-time']) ?? '')),
      },
    ];
  });
}

type Attributes = Readonly<Record<string, string>>;

function htmlLinks(body: string, page: string): readonly Link[] {
  if (!/<[a-z!]/i.test(body)) throw new Error('it is neither HTML (PEP 503) nor JSON (PEP 691)');
  let base: string | undefined;
  const links: Link[] = [];
  const parser = new Parser({
    onopentag(name, attributes: Attributes) {
      const { href } = attributes;
      if (name === 'meta') {
        if (attributes['name'] === 'pypi:repository-version') checkVersion(attributes['content']);
      } else if (href !== undefined && URL.canParse(href, base ?? page)) {
        // Only the first <base> counts (HTML, section 4.2.3).
        if (name === 'base') base ??= new URL(href, page).href;
        else if (name === 'a') links.push(linkOf(new URL(href, base ?? page), attributes));
      }
    },
  });
  parser.end(body);
  return links;
}

function linkOf(url: URL, attributes: Attributes): Link {
  const sha256 = /(?:^#|&)sha256=([\da-f]{64})(?:&|$)/i.exec(url.hash)?.[1];
  url.hash = '';
  const last = url.pathname.split('/').at(-1)!;
  return {
    filename: unescaped(last),
    url: url.href,
    sha256,
    requiresPython: attributes['data-requires-python'],
    yanked: attributes['data-yanked'],
  };
}

function unescaped(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
