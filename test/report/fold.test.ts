import { expect, test } from 'vitest';
import { reportOf } from '../../src/report/fold.ts';
import { begin } from '../../src/commands/state.ts';
import type { Decision } from '../../src/decide/decide.ts';
import { Failure } from '../../src/errors.ts';
import { digestOfOnly, present } from '../decide/values.ts';
import { base as cellBase, cellOf, inputsOf } from '../support/cells.ts';

const inputs = inputsOf();
const cell = cellOf(inputs);
const { exact, aliases } = cell.tags;
const failure = new Failure([{ station: 'registry', message: 'It answered 503.' }]);
/** The report of a run that ended after this was decided. */
function reported(decision: Decision | undefined) {
  const [repository] = cell.repositories;
  const destination = { repository, observed: present(), ...(decision && { decision }), moved: [], held: [] };
  return reportOf({ ...begin(inputs), cell, destinations: [destination] }, failure);
}

const moved = { kind: 'base-moved', moves: [] } as const;
const some = aliases.slice(0, 1);
test.each<[string, Decision | undefined, readonly string[]]>([
  ['of a build: all', { do: 'build', because: moved }, [exact, ...aliases]],
  ['of a rebase: all', { do: 'rebase', because: moved }, [exact, ...aliases]],
  ['of a retag: those that are behind', { do: 'retag', because: { kind: 'tag-behind', tags: some } }, some],
  [
    'of a build that came out as what is there: aliases',
    { do: 'retag', because: { kind: 'identical', built: moved } },
    aliases,
  ],
  ['of what is kept: none', { do: 'keep', because: { kind: 'exists' } }, []],
  ['of what is refused: none', { do: 'refuse', message: 'No.' }, []],
  ['before anything was decided: none', undefined, []],
])('tags that were to move, %s', (_, decision, wanted) => {
  const report = reported(decision);
  expect(report.destinations.map((one) => one.wanted)).toEqual([wanted]);
  expect(report.decision).toBe(decision?.do === 'refuse' ? undefined : decision?.do);
});

test('an own Dockerfile’s image is said to stand on what is under its last stage', () => {
  const observed = (reference: string, digit: string) => ({
    reference,
    repository: { registry: 'docker.io', name: reference },
    digest: digestOfOnly(digit),
    platforms: [],
  });
  const state = { ...begin(inputs), cell, base: observed(cellBase.reference, '1') };
  expect(reportOf(state).base).toEqual({ reference: cellBase.reference, digest: digestOfOnly('1') });
  expect(reportOf({ ...state, stands: observed('debian', '2') }).base).toEqual({
    reference: 'debian',
    digest: digestOfOnly('2'),
  });
});
