import { expect, test } from 'vitest';
import { readReportInputs } from '../../src/inputs/report.ts';

test('without a README, none is changed', () => {
  expect(readReportInputs({}, 'action')).toEqual({
    problems: [],
    inputs: { reports: 'reports', planFile: 'python-images-plan.json' },
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
