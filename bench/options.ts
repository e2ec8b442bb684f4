/** What the bench is told: which parts, and how often. */
import { parseArgs } from 'node:util';
import { names, wanted } from './cells.ts';

export interface Options {
  /** Names and groups; empty for everything. */
  readonly only: readonly string[];
  /** Builds of each cell a side. */
  readonly repeat: number;
  /** Rounds of what is compared with something that is no build under emulation; undefined takes each its own. */
  readonly rounds?: number;
}

/** @throws Error with what is taken instead. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', default: '' },
      repeat: { type: 'string', default: '1' },
      rounds: { type: 'string' },
    },
  });
  const only = values.only.split(',').filter(Boolean);
  const [repeat, rounds] = [Number(values.repeat), Number(values.rounds ?? 1)];
  const unknown = only.some((one) => !names.some((name) => wanted(name, [one])));
  if (unknown || ![repeat, rounds].every((number) => Number.isInteger(number) && number >= 1))
    throw new Error(
      `--only takes some of ${names.join(', ')}; --repeat and --rounds take a whole number of 1 or more.`,
    );
  return { only, repeat, ...(values.rounds === undefined ? {} : { rounds }) };
}
