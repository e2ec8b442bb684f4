/** What a wheel that was built says of itself, in the files of its `.dist-info`. */
import { headerValues } from '../../lock/headers.ts';

/** Names of console scripts in entry_points.txt (entry points specification), in the file's order. */
export function consoleScripts(entryPoints: string): string[] {
  let section = '';
  return entryPoints.split(/\r\n|\r|\n/).flatMap((line) => {
    const text = line.trim();
    if (/^[#;]/.test(text)) return [];
    const header = /^\[(.+)\]$/.exec(text)?.[1];
    if (header !== undefined) section = header.trim();
    const name = /^([^=]*[^=\s])\s*=/.exec(text)?.[1];
    return header === undefined && section === 'console_scripts' && name !== undefined ? [name] : [];
  });
}

export interface WheelFacts {
  /** As METADATA has it; empty where it has none. */
  readonly name: string;
  readonly version: string;
  readonly extras: readonly string[];
}

/** @param metadata text of METADATA. */
export const wheelFacts = (metadata: string): WheelFacts => ({
  name: headerValues(metadata, 'Name')[0] ?? '',
  version: headerValues(metadata, 'Version')[0] ?? '',
  extras: headerValues(metadata, 'Provides-Extra'),
});
