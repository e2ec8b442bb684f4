/** Versions and files that a project has locked by itself: what is resolved is held to them. */
import { Failure } from '../errors.ts';
import type { Artifact, Lock, LockedPackage } from './lock.ts';
import { NoSolution } from './uv-errors.ts';

export interface Pins {
  /** Path of the file that they stand in. */
  readonly from: string;
  /** How that is renewed: `uv lock`. */
  readonly renew: string;
  /** `name==version` (PEP 508), with the markers of the file. */
  readonly constraints: readonly string[];
  /** The sha256 of files, hexadecimal, by normalized name of their package; empty where it comes from no index. */
  readonly files: Readonly<Record<string, readonly string[]>>;
}

/**
 * A lock with nothing but the pinned files.
 *
 * @param own name of the project, which is in no lock.
 * @throws Failure where something is needed that is not pinned.
 */
export function holdToPins(lock: Lock, pins: Pins, own: string): Lock {
  const others = lock.packages.filter(({ name }) => name !== own);
  const missing = [...new Set(others.map(({ name }) => name).filter((name) => !(name in pins.files)))];
  if (missing.length > 0)
    throw stale(
      pins,
      `lacks ${missing.join(', ')}, which the project requires: it is out of date. Renew it with ${pins.renew}.`,
    );
  const packages = lock.packages.map((entry) => (entry.name === own ? entry : withPinned(entry, pins)));
  return { ...lock, packages, resolved: 'project' };
}

function withPinned(entry: LockedPackage, pins: Pins): LockedPackage {
  const { name, version, sdist } = entry;
  const pinned = pins.files[name] ?? [];
  if (pinned.length === 0)
    throw stale(pins, `has no sha256 of ${name} ${version}: only packages of an index can be installed.`);
  const isPinned = ({ sha256 }: Artifact): boolean => pinned.includes(sha256);
  const wheels = entry.wheels.filter(isPinned);
  if (wheels.length === 0 && (sdist === undefined || !isPinned(sdist)))
    throw stale(
      pins,
      `has other hashes of ${name} ${version} than the index: the files are not those that were locked.`,
    );
  const { sdist: _, ...rest } = entry;
  return { ...rest, wheels, ...(sdist !== undefined && isPinned(sdist) ? { sdist } : {}) };
}

/** That what is pinned and what the project requires do not go together, in place of the resolver's own words. */
export const unfitPins = (pins: Pins, { problems }: NoSolution): NoSolution =>
  new NoSolution(
    problems.map(({ message, detail = [] }) => ({
      station: 'input',
      about: pins.from,
      message: `${pins.from} does not fit what the project requires: it is out of date. Renew it with ${pins.renew}.`,
      detail: [message, ...detail],
    })),
  );

const stale = ({ from }: Pins, what: string): Failure =>
  new Failure([{ station: 'input', about: from, message: `${from} ${what}` }]);
