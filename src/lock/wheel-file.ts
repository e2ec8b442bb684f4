/** What a wheel's file says of itself. */
import { normalizedName } from '../names/package-name.ts';
import { isSameVersion } from '../names/package-version.ts';
import { readZipEntry } from './zip.ts';

/** What is wrong with a file that is to be the wheel of this release, in words that go on after its name. */
export function wrongWheel(bytes: Buffer, name: string, version: string): string | undefined {
  let text;
  try {
    text = readZipEntry(bytes, (entry) => /^[^/]+\.dist-info\/METADATA$/.test(entry))?.toString('utf8');
  } catch (error) {
    return `is no wheel: ${(error as Error).message}`;
  }
  if (text === undefined) return 'is no wheel: it has no METADATA';
  const said = (key: string): string => new RegExp(`^${key}: *(.*)$`, 'mi').exec(text)?.[1]?.trim() ?? '';
  if (normalizedName(said('Name')) === name && isSameVersion(said('Version'), version)) return undefined;
  return `is ${said('Name') || 'nameless'} ${said('Version')} by its METADATA`;
}
