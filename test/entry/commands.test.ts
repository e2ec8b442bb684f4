import { describe, expect, test } from 'vitest';
import { show as showCatalogue } from '../../src/entry/catalogue-command.ts';
import { show as showCheck } from '../../src/entry/check-command.ts';
import { show as showClean } from '../../src/entry/clean-command.ts';
import { show } from '../../src/entry/build-command.ts';
import { commands } from '../../src/entry/commands.ts';
import { show as showRelease } from '../../src/entry/release-command.ts';
import { show as showWheels } from '../../src/entry/wheels-command.ts';
import { inputsOf, outputsOfCommand } from '../../src/inputs/command-inputs.ts';
import { commandNames } from '../../src/inputs/row.ts';
import { Interrupted } from '../../src/ports.ts';
import { warnings } from '../../src/report/annotations.ts';
import { sarifOf } from '../../src/report/sarif.ts';
import { outputsOf } from '../../src/report/outputs.ts';
import { summaryMarkdown } from '../../src/report/summary.ts';
import { releaseReport, releaseText } from '../../src/report/release.ts';
import type { Report } from '../../src/report/report.ts';
import { reportText } from '../../src/report/terminal.ts';
import type { WheelsReport } from '../../src/report/wheels.ts';
import { dryRunText } from '../../src/report/dry-run.ts';
import type { BuildResult } from '../../src/commands/build.ts';
import { halfFailed, published } from '../report/sample.ts';
import {
  imageOfInputs,
  inputsOf as inputsOfBuild,
  policyOfInputs,
  recipeOfInputs,
} from '../support/cells.ts';

describe.each(commandNames)('the row of %s', (name) => {
  const command = commands[name];

  test('has whole sentences, and lists only inputs of its own in first', () => {
    expect(command.summary).toMatch(/^[A-Z].*\.$/);
    expect(command.description ?? 'None.').toMatch(/^[A-Z].*\.$/);
    expect(inputsOf(name).map((row) => row.name)).toEqual(expect.arrayContaining([...(command.first ?? [])]));
  });

  test('loads run and show', async () => {
    expect(await command.load()).toEqual(
      expect.objectContaining({
        run: expect.any(Function) as unknown,
        show: expect.any(Function) as unknown,
      }),
    );
  });
});

const showBuild = (result: BuildResult) => show({ kind: 'one', result });

describe('a build is shown', () => {
  const inputs = inputsOfBuild();
  const image = imageOfInputs(inputs);
  const planned: Omit<BuildResult, 'report'> = {
    plan: { images: [image], policy: policyOfInputs(inputs), skipped: [] },
    recipes: [recipeOfInputs(inputs)],
    runs: [{ images: [image.id], files: { 'image/Dockerfile': 'FROM scratch\n' } }],
  };

  test('with its report', () => {
    const { text, ...shown } = showBuild({ ...planned, report: halfFailed });
    expect(text()).toBe(reportText(halfFailed));
    expect(shown).toEqual({
      textHasProblems: true,
      json: halfFailed,
      problems: halfFailed.problems,
      refused: false,
      sarif: sarifOf([halfFailed]),
      stepResults: {
        outputs: outputsOf(halfFailed),
        warnings: warnings(halfFailed),
        summary: expect.any(Function) as unknown,
      },
    });
    expect(shown.stepResults?.summary()).toBe(summaryMarkdown(halfFailed));
  });

  const wrong = { station: 'input', about: 'dockerfile', message: 'It has no FROM.' } as const;
  const unreached = { station: 'registry', message: 'It is away.' } as const;
  const undone = { ...published, outcome: 'failed', built: false, destinations: [] } as const;
  test.each<[string, Report, boolean, Interrupted?]>([
    ['as refused inputs, where these are to blame', { ...undone, problems: [wrong] }, true],
    ['with all that came of it, where a registry is', { ...undone, problems: [unreached, wrong] }, false],
    ['where something was built', { ...undone, built: true, problems: [wrong] }, false],
    ['where a tag moved', { ...published, outcome: 'failed', built: false, problems: [wrong] }, false],
    ['where it was interrupted', { ...undone, problems: [wrong] }, false, new Interrupted('SIGINT')],
  ])('%s', (_, report, refused, interrupted) => {
    const result = { ...planned, report, ...(interrupted === undefined ? {} : { interrupted }) };
    expect(showBuild(result).refused).toBe(refused);
  });

  test('with the signal that ended it', () => {
    const interrupted = new Interrupted('SIGTERM');
    expect(showBuild({ ...planned, report: published, interrupted }).interrupted).toBe(interrupted);
  });

  test('with plan, recipes and runs of buildx after a dry run', () => {
    const report = { ...published, outcome: 'planned' } as const;
    const { json, dryRun } = showBuild({ ...planned, report });
    expect({ json, dryRun }).toEqual({ json: { ...report, ...planned }, dryRun: dryRunText(planned) });
    expect(dryRun).toContain('--- image/Dockerfile\nFROM scratch\n');
  });

  test('without them after a build', () => {
    const shown = showBuild({ ...planned, report: published });
    expect(shown).toEqual(expect.not.objectContaining({ dryRun: expect.anything() as unknown }));
    expect(shown.json).toEqual(published);
  });
});

test('shows a list of wheels without its problems, which the entry prints', () => {
  const report: WheelsReport = {
    kind: 'folder',
    where: '/kept',
    wheels: [],
    others: [],
    problems: [],
    absent: true,
  };
  const { text, ...shown } = showWheels(report);
  expect(text()).toBe('There is no folder /kept yet: nothing is saved.\n');
  expect(shown).toEqual({ textHasProblems: false, json: report, problems: [], refused: false });
});

describe('a release is shown', () => {
  const wrong = { station: 'input', about: 'tag', message: 'It is missing.' } as const;
  const known = { from: 'main', tag: 'v1', symbolic: [], images: [], files: [], notes: [], problems: [] };
  const moved = [{ repository: 'ghcr.io/a/b', tags: [{ tag: 'v1', outcome: 'moved' }] }] as const;

  test('without its problems, which the entry prints, and with its outputs', () => {
    const report = releaseReport({ ...known, images: moved });
    const { text, stepResults, ...shown } = showRelease({ report });
    expect(text()).toBe(releaseText(report));
    expect(shown).toEqual({ textHasProblems: false, json: report, problems: [], refused: false });
    expect(Object.keys(stepResults!.outputs).toSorted()).toEqual(
      outputsOfCommand('release')
        .map(({ name }) => name)
        .toSorted(),
    );
  });

  test.each([
    ['as refused inputs, where these are to blame', {}, undefined, true],
    ['where a tag moved', { images: moved }, undefined, false],
    ['where it was interrupted', {}, new Interrupted('SIGTERM'), false],
  ] as const)('%s', (_, more, interrupted, refused) => {
    const report = releaseReport({ ...known, ...more, problems: [wrong] });
    const shown = showRelease({ report, ...(interrupted === undefined ? {} : { interrupted }) });
    expect([shown.refused, shown.interrupted]).toEqual([refused, interrupted]);
  });
});

describe('the care of a registry is shown', () => {
  const wrong = { station: 'input', about: 'yes', message: 'Say yes.' } as const;
  const away = { station: 'registry', message: 'It is away.' } as const;
  const checked = { where: 'ghcr.io/a/b', tags: 1, manifests: 1, blobs: 1, missing: [] };

  test('after a check', () => {
    const report = { repositories: [checked], problems: [away] };
    const { text, ...shown } = showCheck(report);
    expect(text()).toBe('ghcr.io/a/b: 1 tag, 1 manifest, 1 blob; all that they need is there\n');
    expect(shown).toEqual({ textHasProblems: false, json: report, problems: [away], refused: false });
  });

  test.each([
    ['a page', [], false],
    ['a registry that is away', [away], false],
    ['refused inputs', [wrong], true],
  ] as const)('after a catalogue with %s', (_, problems, refused) => {
    const report = { repositories: [{ where: 'ghcr.io/a/b', images: [], others: [] }], problems };
    const { text, ...shown } = showCatalogue(report);
    expect(text()).toBe('ghcr.io/a/b: 0 images\n');
    expect(shown).toEqual({ textHasProblems: false, json: report, problems, refused });
  });

  const cleaned = { where: 'ghcr.io/a/b', images: [], parts: [], removed: [] };
  test.each([
    ['nothing to remove', { outcome: 'nothing', repositories: [cleaned], problems: [] }, false],
    ['nobody to ask', { outcome: 'failed', repositories: [], problems: [wrong] }, true],
    ['a failure', { outcome: 'failed', repositories: [cleaned], problems: [away] }, false],
  ] as const)('after a clean-up with %s', (_, report, refused) => {
    const { text, ...shown } = showClean({ report });
    expect(shown).toEqual({ textHasProblems: false, json: report, problems: report.problems, refused });
    expect(text()).toBe(
      {
        nothing: 'ghcr.io/a/b: nothing to remove, of 0 images\n',
        failed: 'ghcr.io/a/b: 0 manifests removed\n',
      }[report.outcome].slice(0, report.repositories.length === 0 ? 0 : undefined),
    );
  });

  test('with the signal that ended a clean-up', () => {
    const interrupted = new Interrupted('SIGTERM');
    const report = { outcome: 'failed', repositories: [cleaned], problems: [] } as const;
    expect(showClean({ report, interrupted }).interrupted).toBe(interrupted);
  });
});
