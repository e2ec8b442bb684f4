/** The options of the bench. */
import { parseArgs } from 'node:util';
import { names, wanted } from './cells.ts';

export interface Options {
  /** Names and groups; empty for all. */
  readonly only: readonly string[];
  /** Builds of each cell on each side. */
  readonly repeat: number;
  /** Rounds of measurements without emulation; undefined for the default of each. */
  readonly rounds?: number;
  /** Most minutes of emulating a package of the table in docs/compiling.md. */
  readonly minutes: number;
}

/** @throws Error that says which values can be given. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', default: '' },
      repeat: { type: 'string', default: '1' },
      rounds: { type: 'string' },
      minutes: { type: 'string', default: '0' },
    },
  });
  const only = values.only.split(',').filter(Boolean);
  const [repeat, rounds] = [Number(values.repeat), Number(values.rounds ?? 1)];
  const unknown = only.some((one) => !names.some((name) => wanted(name, [one])));
  const minutes = Number(values.minutes);
  const whole = [repeat, rounds, minutes + 1].every((number) => Number.isInteger(number) && number >= 1);
  if (unknown || !whole)
    throw new Error(
      `--only takes some of ${names.join(', ')}; --repeat and --rounds take a whole number of 1 or more, --minutes one of 0 or more.`,
    );
  return { only, repeat, minutes, ...(values.rounds === undefined ? {} : { rounds }) };
}
