/** Which Pythons a matrix is for: versions by name, or those that are supported. */
import { type Parsed, parsed, refused } from '../errors.ts';
import { minorNumber, parsePythonVersion, type PythonVersion } from './python-version.ts';
import { shown } from './shown.ts';

/**
 * Minor versions of Python with the day of their first release and the one after which they get no fix
 * (https://devguide.python.org/versions).
 */
const releases: readonly { readonly minor: string; readonly first: string; readonly last: string }[] = [
  { minor: '3.6', first: '2016-12-23', last: '2021-12-23' },
  { minor: '3.7', first: '2018-06-27', last: '2023-06-27' },
  { minor: '3.8', first: '2019-10-14', last: '2024-10-07' },
  { minor: '3.9', first: '2020-10-05', last: '2025-10-31' },
  { minor: '3.10', first: '2021-10-04', last: '2026-10-31' },
  { minor: '3.11', first: '2022-10-24', last: '2027-10-31' },
  { minor: '3.12', first: '2023-10-02', last: '2028-10-31' },
  { minor: '3.13', first: '2024-10-07', last: '2029-10-31' },
  { minor: '3.14', first: '2025-10-07', last: '2030-10-31' },
  { minor: '3.15', first: '2026-10-01', last: '2031-10-31' },
];

/** `but`: minor versions that are left out of the supported ones. */
export type PythonSelector =
  | { readonly kind: 'exact'; readonly python: PythonVersion }
  | { readonly kind: 'supported'; readonly but: readonly string[] };

const rule = 'write versions, like "3.12" or "3.12.4", or "supported", or "supported - 3.11"';

/** Parses one part of a list: `3.12`, or `supported - 3.11`. */
export function parsePythonSelector(written: string): Parsed<PythonSelector> {
  const text = written.trim();
  const [word = '', ...but] = text.split(/\s*-\s*|\s+/).filter(Boolean);
  if (word.toLowerCase() !== 'supported') {
    const python = parsePythonVersion(text);
    if (python.ok) return parsed({ kind: 'exact', python: python.value });
    return /^\d/.test(text) ? python : refused(`${shown(text)} selects no Python: ${rule}.`);
  }
  if (!/^supported(?:\s*-\s*[\d.]+)*$/i.test(text))
    return refused(`${shown(text)} selects no Python: ${rule}.`);
  for (const one of but) {
    const python = parsePythonVersion(one);
    if (!python.ok) return python;
    if (python.value.patch !== undefined)
      return refused(
        `${shown(text)} leaves out a patch version: of a minor one, like "supported - ${python.value.minor}", all are left out.`,
      );
  }
  return parsed({ kind: 'supported', but });
}

/** Each once, oldest first. @param today milliseconds since the epoch. */
export function selectPythons(selectors: readonly PythonSelector[], today: number): PythonVersion[] {
  const found = new Map<string, PythonVersion>();
  for (const selector of selectors) {
    const chosen =
      selector.kind === 'exact'
        ? [selector.python]
        : supportedOn(today)
            .filter((minor) => !selector.but.includes(minor))
            .map((minor) => ({ text: minor, minor }));
    for (const python of chosen) found.set(python.text, python);
  }
  const order = ({ minor, patch = -1 }: PythonVersion): number => minorNumber(minor) * 10_000 + patch;
  return [...found.values()].toSorted((one, other) => order(one) - order(other));
}

const supportedOn = (today: number): string[] =>
  releases
    .filter(({ first, last }) => today >= Date.parse(first) && today < Date.parse(last) + day)
    .map(({ minor }) => minor);

const day = 86_400_000;

/** The last day (`2026-10-31`) on which a Python got fixes, where it is over. */
export function endOfLife({ minor }: PythonVersion, today: number): string | undefined {
  const last = releases.find((one) => one.minor === minor)?.last;
  return last !== undefined && today >= Date.parse(last) + day ? last : undefined;
}
