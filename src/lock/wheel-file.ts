import { normalizedName } from '../names/package-name.ts';
import { isSameVersion } from '../names/package-version.ts';
import { parseWheelName } from '../package-index/filenames.ts';
import { headerValues } from './headers.ts';
import { readZip, type ZipEntry } from './zip.ts';

/**
 * The fault of a file that should be the wheel of this release, in words that follow its name; undefined where it is.
 *
 * @param filename of the wheel; one of its platforms must be in the file's own tags (binary distribution format, "File
 *   contents").
 */
export function wrongWheel(
  bytes: Buffer,
  filename: string,
  { name, version }: { readonly name: string; readonly version: string },
): string | undefined {
  try {
    const entries = readZip(bytes);
    const outside = entries.find((entry) => isOutside(entry.name));
    if (outside !== undefined) return `is no wheel: ${JSON.stringify(outside.name)} leads out of it`;
    const metadata = textOf(entries, 'METADATA');
    const [wheel, field] = [textOf(entries, 'WHEEL'), (key: string) => headerValues(metadata, key)[0] ?? ''];
    if (normalizedName(field('Name')) !== name || !isSameVersion(field('Version'), version))
      return `is ${field('Name') || 'nameless'} ${field('Version')} by its METADATA`;
    const platforms = headerValues(wheel, 'Tag').map((tag) => tag.toLowerCase().split('-').at(-1));
    const named = parseWheelName(filename)?.platforms ?? [];
    return platforms.some((platform) => platform !== undefined && named.includes(platform))
      ? undefined
      : `is for ${platforms.join(', ') || 'no platform'} by its WHEEL`;
  } catch (error) {
    return `is no wheel: ${(error as Error).message}`;
  }
}

const isOutside = (name: string): boolean => /^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)/.test(name);

function textOf(entries: readonly ZipEntry[], name: string): string {
  const entry = entries.find((candidate) => new RegExp(`^[^/]+\\.dist-info/${name}$`).test(candidate.name));
  if (entry === undefined) throw new Error(`it has no ${name}`);
  return entry.content().toString('utf8');
}
