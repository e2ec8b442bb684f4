import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedRequirements } from '../../src/decide/compare.ts';
import { decide } from '../../src/decide/decide.ts';
import {
  type Fingerprint,
  fingerprintHash,
  recipeName,
  recipeParts,
  schema,
} from '../../src/plan/fingerprint.ts';
import { base, day, digestOfOnly, now, presentOf, wanted } from './values.ts';

const digit = fc.constantFrom('1', '2');
const platform = fc.constantFrom('linux/amd64', 'linux/arm64', 'linux/arm/v7');
/** Small enough to be equal now and then. */
const fingerprints: fc.Arbitrary<Fingerprint> = fc
  .record({
    schema: fc.constantFrom(schema, schema + 1),
    recipe: fc.dictionary(fc.constantFrom(...recipeParts), fc.constantFrom('a', 'b'), { maxKeys: 3 }),
    platforms: fc.uniqueArray(platform, { minLength: 1 }).map((list) => list.toSorted()),
    installs: fc.constantFrom('', 'd0', 'd1'),
    digits: fc.tuple(digit, digit, digit),
  })
  .map(({ digits, ...rest }) => ({
    ...rest,
    requirements: [],
    bases: { [base]: Object.fromEntries(rest.platforms.map((one, i) => [one, digestOfOnly(digits[i]!)])) },
  }));
const modes = fc.record({
  overwrite: fc.boolean(),
  rebasable: fc.boolean(),
  maxAge: fc.constantFrom(60, 90 * day),
});

test('keeps an image exactly where it was made of the same', () => {
  fc.assert(
    fc.property(fingerprints, fingerprints, modes, (before, today, more) => {
      const observed = presentOf(before, { platforms: before.platforms, created: now - day });
      const { do: done } = decide(wanted({ ...more, maxAge: 90 * day }, today), observed);
      const same = fingerprintHash(before) === fingerprintHash(today);
      expect(['keep', 'retag'].includes(done)).toBe(same);
    }),
  );
});

test('replaces no recipe where overwrite is off, except by a rebase', () => {
  fc.assert(
    fc.property(fingerprints, fingerprints, modes, (before, today, more) => {
      const observed = presentOf(before, { platforms: before.platforms, created: now - day });
      const { do: done } = decide(wanted(more, today), observed);
      if (!more.overwrite && recipeName(before) !== recipeName(today) && done !== 'refuse') {
        // Only platforms came to it.
        expect(before.recipe).toEqual(today.recipe);
        expect(today.platforms).toEqual(expect.arrayContaining([...before.platforms]));
      }
      if (done === 'rebase') {
        const { bases: _, ...rest } = today;
        expect(more.rebasable).toBe(true);
        expect(before).toMatchObject(rest);
      }
    }),
  );
});

const pins = fc.array(
  fc
    .tuple(fc.constantFrom('h11', 'idna', 'numpy'), fc.constantFrom('1.0', '2.0', '10.0'))
    .map(([name, version]) => `${name}==${version}`),
);
const distinct = pins.map((list) => [...new Set(list)]);

test('ignores the order of requirements', () => {
  fc.assert(
    fc.property(distinct, (list) => {
      expect(changedRequirements(list, list.toReversed())).toEqual([]);
    }),
  );
});

test('lists exactly the names whose versions differ, and the same in reverse for the way back', () => {
  const of = (list: readonly string[], name: string): string[] =>
    list.filter((one) => one.startsWith(`${name}==`)).toSorted();
  fc.assert(
    fc.property(distinct, distinct, (before, today) => {
      const changes = changedRequirements(before, today);
      const differing = ['h11', 'idna', 'numpy'].filter(
        (name) => of(before, name).join() !== of(today, name).join(),
      );
      expect(changes.map(({ name }) => name)).toEqual(differing);
      expect(changedRequirements(today, before)).toEqual(
        changes.map(({ name, from, to }) => ({
          name,
          ...(to === undefined ? {} : { from: to }),
          ...(from === undefined ? {} : { to: from }),
        })),
      );
    }),
  );
});
