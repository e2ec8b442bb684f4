import { describe, expect, test } from 'vitest';
import { readCleanInputs } from '../../src/inputs/clean.ts';

const image = { image_name: 'ghcr.io/a/b' };
const usual = {
  repositories: [{ registry: 'ghcr.io', name: 'a/b' }],
  registry: 'ghcr.io',
  yes: false,
  dryRun: false,
};

describe('the inputs of a clean-up', () => {
  test.each<readonly [string, Readonly<Record<string, string>>, object]>([
    ['so many', { keep: '10' }, { ...usual, rule: { keep: 10, untagged: false, keepTags: [] } }],
    ['an age', { older: '12w' }, { ...usual, rule: { older: 7_257_600, untagged: false, keepTags: [] } }],
    [
      'all at once',
      { keep: '1', older: '1h', untagged: 'true', keep_tags: 'latest, v*\n*', yes: 'true', dry_run: 'true' },
      {
        ...usual,
        rule: { keep: 1, older: 3600, untagged: true, keepTags: ['latest', 'v*', '*'] },
        yes: true,
        dryRun: true,
      },
    ],
  ])('%s', (_, raw, inputs) => {
    expect(readCleanInputs({ ...image, ...raw }, 'cli')).toEqual({ problems: [], inputs });
  });

  test('of this machine need no rule', () => {
    const raw = { local: 'true', older: '30d', yes: 'true' };
    const inputs = { local: true, older: 2_592_000, yes: true, dryRun: false };
    expect(readCleanInputs(raw, 'cli')).toEqual({ problems: [], inputs });
  });

  test('say how to name a place where none is named', () => {
    expect(readCleanInputs({ yes: 'true' }, 'cli').problems.map(({ message }) => message)).toEqual([
      '--image-name: nothing says where: name a repository with its registry, like "ghcr.io/owner/name", or give --local to clean this machine.',
    ]);
  });

  test('of this machine refuse those of repositories, all at once', () => {
    const raw = { ...image, local: 'true', keep: '3', untagged: 'true', keep_tags: 'x', ca_bundle: 'x' };
    expect(readCleanInputs(raw, 'cli')).toEqual({
      problems: ['image_name', 'ca_bundle', 'keep', 'untagged', 'keep_tags'].map((about) => ({
        station: 'input',
        about,
        message: `--${about.replace('_', '-')}: it is for repositories, and --local cleans this machine: leave out one of them.`,
      })),
    });
  });

  test.each<readonly [string, Readonly<Record<string, string>>, string]>([
    ['neither yes nor no', { local: 'maybe' }, '--local: "maybe" is neither "true" nor "false".'],
    ['no rule', {}, '--keep: nothing says what goes: give --keep, --older, --untagged, or several of them.'],
    ['to keep none', { keep: '0' }, '--keep: "0" is no number of images: it is a whole one from 1.'],
    ['to keep some', { keep: 'some' }, '--keep: "some" is no number of images: it is a whole one from 1.'],
    [
      'an age without a unit',
      { older: '90' },
      '--older: "90" has no unit: write "90m" for minutes, "90h" for hours, "90d" for days or "90w" for weeks.',
    ],
    [
      'an age of minutes',
      { older: '59m' },
      '--older: "59m" is no age for a clean-up: it is at least one hour, "1h", and at most ten years, "3650d".',
    ],
    [
      'an age of decades',
      { older: '3651d' },
      '--older: "3651d" is no age for a clean-up: it is at least one hour, "1h", and at most ten years, "3650d".',
    ],
    [
      'what is no tag',
      { keep: '1', keep_tags: 'a/b' },
      '--keep-tags: "a/b" is no tag: it has letters, digits, "_", ".", "-", and "*" for any characters.',
    ],
  ])('refuse %s', (_, raw, message) => {
    const { inputs, problems } = readCleanInputs({ ...image, ...raw }, 'cli');
    expect({ inputs, messages: problems.map((problem) => problem.message) }).toEqual({
      inputs: undefined,
      messages: [message],
    });
  });
});
