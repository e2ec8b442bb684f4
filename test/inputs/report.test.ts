import { expect, test } from 'vitest';
import { readReportInputs } from '../../src/inputs/report.ts';

test('without a README, none is changed', () => {
  expect(readReportInputs({}, 'action')).toEqual({
    problems: [],
    inputs: { reports: ['reports'], planFile: 'python-images-plan.json', planIsNamed: false },
  });
  expect(readReportInputs({ readme: 'docs/README.md' }, 'action').inputs).toHaveProperty(
    'readme',
    'docs/README.md',
  );
});

test('a README outside of the workspace is refused', () => {
  expect(
    readReportInputs({ readme: '../README.md' }, 'action').problems.map(({ message }) => message),
  ).toEqual(['readme: "../README.md" leaves the workspace: give a path within it, or an absolute one.']);
});

test('whether the plan was named is known', () => {
  expect(readReportInputs({ plan_file: 'plan.json' }, 'action').inputs).toMatchObject({ planIsNamed: true });
});

test('reports are in several folders, one a line', () => {
  expect(readReportInputs({ reports: 'one\n./two\n' }, 'action').inputs).toMatchObject({
    reports: ['one', './two'],
  });
  expect(
    readReportInputs({ reports: 'one\n../two' }, 'action').problems.map(({ message }) => message),
  ).toEqual(['reports: "../two" leaves the workspace: give a path within it, or an absolute one.']);
});
