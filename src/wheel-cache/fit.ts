/** Where a saved wheel may be used again. */
import { hashOf } from '../canonical.ts';
import { bestWheel, compareLibcs } from '../lock/wheel-tags.ts';
import { isSameVersion } from '../names/package-version.ts';
import { parseWheelName } from '../package-index/filenames.ts';
import type { WheelKey, WheelWanted } from './key.ts';
import type { WheelFound } from './wheel.ts';

/** `unfit`: right, but not for this base. `wrong`: not what stood to be found there. `why` goes on after its name. */
export type Fit =
  | { readonly fits: true }
  | { readonly fits: false; readonly is: 'unfit' | 'wrong'; readonly why: string };

/** Whether a wheel that was found under a key does for what is wanted, as far as its artifact says. */
export function fitOf(wanted: WheelWanted, key: WheelKey, { record, filename }: WheelFound): Fit {
  const { requirement, facts } = wanted;
  const wrong = (why: string): Fit => ({ fits: false, is: 'wrong', why });
  if (hashOf(record.key) !== hashOf(key)) return wrong('says that it was made of or for something else');
  if (record.name !== requirement.name || !isSameVersion(record.version, requirement.version))
    return wrong(`says that it is ${record.name} ${record.version}`);
  const named = parseWheelName(filename);
  const isThis =
    named !== undefined &&
    !/[/\\]/.test(filename) &&
    named.name === requirement.name &&
    isSameVersion(named.version.text, requirement.version);
  if (!isThis) return wrong('holds a file with the name of something else');
  const { kind, version } = facts.libc;
  if (record.floor !== undefined && compareLibcs(version, record.floor) < 0)
    return { fits: false, is: 'unfit', why: `needs ${kind} ${record.floor}, and the base has ${version}` };
  if (bestWheel([{ filename }], facts) === undefined)
    return wrong(`holds ${filename}, which cannot be installed on ${facts.platform}`);
  return { fits: true };
}
