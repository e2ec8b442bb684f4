/** The points at which a run that publishes 1.17.0 with its aliases is killed, in the order of the run. */
import type { Stop } from './gate.ts';

/** A request, or a line of output. */
export type Station = {
  readonly name: string;
  /** Tags that have moved by then. */
  readonly moved?: readonly string[];
} & (Omit<Stop, 'act'> | { readonly says: RegExp });

const put = (tag: string): RegExp => new RegExp(`^PUT \\S+/manifests/py3\\.13-[a-z-]+-${tag} `);
const upload = /^PUT \S+\/blobs\/uploads\/ /;

export const lookingUp: Station = { name: 'looking up', at: /^GET \S+-1\.17\.0$/, when: 'asked' };
export const resolving: Station = { name: 'resolving', says: /^\S lock$/m };
export const building: Station = { name: 'building', says: /^ +#\d+ \[(?:\S+ )*install \d/m };
export const verifying: Station = { name: 'verifying', says: /^ +#\d+ \[(?:\S+ )*run \d/m };
export const aLayer: Station = { name: 'half of a layer', at: upload, size: 1 << 20, nth: 2, when: 'midway' };
export const aBlob: Station = { name: 'half of a blob', at: upload, when: 'midway' };
export const aManifest: Station = { name: 'a manifest', at: /^PUT \S+\/sha256:/, nth: 2, when: 'answered' };
export const beforeIndex: Station = {
  name: 'before the index',
  at: /^PUT \S+\/sha256:\S+ .*\bindex\b/,
  when: 'asked',
};
export const beforeExact: Station = { name: 'before the exact tag', at: put('1\\.17\\.0'), when: 'asked' };
export const exact: Station = {
  name: 'the exact tag',
  at: put('1\\.17\\.0'),
  when: 'answered',
  moved: ['1.17.0'],
};
export const beforeLatest: Station = {
  name: 'before LATEST',
  at: put('LATEST'),
  when: 'asked',
  moved: ['1.17.0'],
};
export const latest: Station = {
  name: 'LATEST',
  at: put('LATEST'),
  when: 'answered',
  moved: ['1.17.0', 'LATEST'],
};
export const beforeMinor: Station = {
  name: 'before 1.17',
  at: put('1\\.17'),
  when: 'asked',
  moved: ['1.17.0', 'LATEST'],
};
export const beforeMajor: Station = {
  name: 'before 1',
  at: put('1'),
  when: 'asked',
  moved: ['1.17.0', 'LATEST', '1.17'],
};
export const beforeReadingBack: Station = {
  name: 'before reading back',
  // The third request: the tag was looked up before, and read for the aliases.
  at: /^(?:GET|HEAD) \S+-1\.17\.0$/,
  nth: 3,
  when: 'asked',
  moved: ['1.17.0', 'LATEST', '1.17', '1'],
};
