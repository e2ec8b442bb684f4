/** What a wheel's file says of itself. */
import { normalizedName } from '../names/package-name.ts';
import { isSameVersion } from '../names/package-version.ts';
import { parseWheelName } from '../package-index/filenames.ts';
import { readZip, type ZipEntry } from './zip.ts';

/**
 * What is wrong with a file that is to be the wheel of this release, in words that go on after its name.
 *
 * @param filename as it is to be called: its platforms must be those that the wheel itself names (binary distribution
 *   format, "File contents").
 */
export function wrongWheel(
  bytes: Buffer,
  filename: string,
  { name, version }: { readonly name: string; readonly version: string },
): string | undefined {
  try {
    const entries = readZip(bytes);
    const outside = entries.find((entry) => leads(entry.name));
    if (outside !== undefined) return `is no wheel: ${JSON.stringify(outside.name)} leads out of it`;
    const metadata = textOf(entries, 'METADATA');
    const [wheel, said] = [textOf(entries, 'WHEEL'), (key: string) => valuesOf(metadata, key)[0] ?? ''];
    if (normalizedName(said('Name')) !== name || !isSameVersion(said('Version'), version))
      return `is ${said('Name') || 'nameless'} ${said('Version')} by its METADATA`;
    const platforms = valuesOf(wheel, 'Tag').map((tag) => tag.toLowerCase().split('-').at(-1));
    const named = parseWheelName(filename)?.platforms ?? [];
    return platforms.some((platform) => platform !== undefined && named.includes(platform))
      ? undefined
      : `is for ${platforms.join(', ') || 'no platform'} by its WHEEL`;
  } catch (error) {
    return `is no wheel: ${(error as Error).message}`;
  }
}

/** Whether a name is none within the archive. */
const leads = (name: string): boolean => /^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)/.test(name);

function textOf(entries: readonly ZipEntry[], name: string): string {
  const entry = entries.find((one) => new RegExp(`^[^/]+\\.dist-info/${name}$`).test(one.name));
  if (entry === undefined) throw new Error(`it has no ${name}`);
  return entry.content().toString('utf8');
}

const valuesOf = (text: string, key: string): string[] =>
  [...text.matchAll(new RegExp(`^${key}: *(.*)$`, 'gim'))].map(([, value = '']) => value.trim());
