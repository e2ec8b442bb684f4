/** Checks that an image installs the same on another base, so that only the base need be changed. */
import { type Parsed, parsed, refused } from '../errors.ts';
import type { BaseFacts, PlatformRequirements } from '../lock/lock.ts';
import { minorOf } from '../names/python-version.ts';
import { installsOf, type BuildRecord } from '../plan/fingerprint.ts';

/** The new base, and what would be installed on it. */
export interface NewBase {
  readonly facts: readonly BaseFacts[];
  readonly requirements: readonly PlatformRequirements[];
  /** Distributions of the base that must go. */
  readonly replaced: readonly string[];
}

/** The message of a refusal names what changed, without a full stop. */
export function fitsBase(record: BuildRecord, now: NewBase): Parsed<true> {
  const [replaced] = now.replaced;
  if (replaced !== undefined) return refused(`the base brings another ${replaced} now, which has to go`);
  for (const facts of now.facts) {
    const before = record.facts.find((one) => one.platform === facts.platform);
    const change = before === undefined ? `${facts.platform} is new` : changeOf(before, facts);
    if (change !== undefined) return refused(change);
  }
  return installsOf(now.requirements) === record.fingerprint.installs
    ? parsed(true)
    : refused('what is installed depends on what the base brings, which is another version now');
}

/** Compiled code depends on Python's ABI, the libc and the distribution's libraries. */
function changeOf(before: BaseFacts, now: BaseFacts): string | undefined {
  const rows = [
    ['Python', minorOf(before.python), minorOf(now.python)],
    ['the libc', libc(before), libc(now)],
    ['the distribution', release(before), release(now)],
    ...(before.links === undefined ? [] : [['the layout', layout(before), layout(now)] as const]),
  ] as const;
  const row = rows.find(([, from, to]) => from !== to);
  return row && `${row[0]} of the base is ${row[2]} on ${now.platform}, and was ${row[1]}`;
}

const libc = ({ libc: { kind, version } }: BaseFacts): string => `${kind} ${version}`;
/** `/usr/local/man → share/man`: links that files of the layer were put through. */
const layout = ({ links = {} }: BaseFacts): string => {
  const texts = Object.entries(links).map(([from, to]) => `/usr/local/${from} → ${to}`);
  return texts.length === 0
    ? 'without links'
    : texts.toSorted((one, other) => (one < other ? -1 : 1)).join(', ');
};
/** `debian bookworm`, `alpine 3.20`: updates of the distribution do not change it. */
const release = ({ distribution: { id, codename, version } }: BaseFacts): string =>
  `${id} ${codename || version.split('.').slice(0, 2).join('.')}`;
