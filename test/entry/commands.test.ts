import { describe, expect, test } from 'vitest';
import { show as showBuild } from '../../src/entry/build-command.ts';
import { commands } from '../../src/entry/commands.ts';
import { show as showWheels } from '../../src/entry/wheels-command.ts';
import { inputsOf } from '../../src/inputs/command-inputs.ts';
import { commandNames } from '../../src/inputs/table.ts';
import { Interrupted } from '../../src/ports.ts';
import { reportText } from '../../src/report/terminal.ts';
import type { WheelsReport } from '../../src/report/wheels.ts';
import type { Plan } from '../../src/sources/plan.ts';
import { halfFailed, published } from '../report/sample.ts';

describe.each(commandNames)('the row of %s', (name) => {
  const command = commands[name];

  test('has sentences, and names inputs of its own first', () => {
    expect(command.summary).toMatch(/^[A-Z].*\.$/);
    expect(command.description ?? 'None.').toMatch(/^[A-Z].*\.$/);
    expect(inputsOf(name).map((row) => row.name)).toEqual(expect.arrayContaining([...(command.first ?? [])]));
  });

  test('loads what runs and what shows', async () => {
    expect(await command.load()).toEqual(
      expect.objectContaining({
        run: expect.any(Function) as unknown,
        show: expect.any(Function) as unknown,
      }),
    );
  });
});

describe('a build is shown', () => {
  test('with its report', () => {
    const { text, ...shown } = showBuild({ report: halfFailed });
    expect(text()).toBe(reportText(halfFailed));
    expect(shown).toEqual({
      tellsProblems: true,
      json: halfFailed,
      problems: halfFailed.problems,
      report: halfFailed,
    });
  });

  test('with the signal that ended it', () => {
    const interrupted = new Interrupted('SIGTERM');
    expect(showBuild({ report: published, interrupted }).interrupted).toBe(interrupted);
  });

  const plan = { images: [] } as unknown as Plan;
  const files = { Dockerfile: 'FROM scratch\n' };

  test('with plan and files, where nothing was to be made', () => {
    const report = { ...published, outcome: 'planned' } as const;
    const { json, dryRun } = showBuild({ report, plan, files });
    expect(json).toEqual({ ...report, plan, files });
    expect(dryRun).toContain('--- Dockerfile\nFROM scratch\n');
  });

  test('without them, where it was made', () => {
    expect(showBuild({ report: published, plan, files })).toEqual(
      expect.not.objectContaining({ dryRun: expect.anything() as unknown }),
    );
    expect(showBuild({ report: published, plan, files }).json).toEqual(published);
  });
});

test('a list of wheels is shown, and its problems beside it', () => {
  const report: WheelsReport = {
    kind: 'folder',
    where: '/kept',
    wheels: [],
    others: [],
    problems: [],
    absent: true,
  };
  const { text, ...shown } = showWheels(report);
  expect(text()).toBe('There is no folder /kept yet: nothing is kept.\n');
  expect(shown).toEqual({ tellsProblems: false, json: report, problems: [] });
});
