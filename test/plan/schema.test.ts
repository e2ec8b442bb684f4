import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Layers } from '../../src/lock/layers.ts';
import { readPrograms, stagePrograms } from '../../src/build/programs.ts';
import { schema } from '../../src/plan/fingerprint.ts';
import { bakeRecipe } from '../../src/recipe/bake-recipe.ts';
import { systemFiles } from '../../src/world/files.ts';
import { testWorld } from '../support/world.ts';
import { file, inputsOf, mixed, questionOfInputs, recordOf } from '../support/cells.ts';

/** What this program makes of the same inputs, since this schema. */
const recorded = { schema: 1, hash: 'f50590552ef1b7211254a7df7b456dc8874ff26303bb0658cf492c3fc6ad290a' };

const what = `This program would make another image of the same inputs, or only says the same in other words.
If images change by it: raise "schema" in src/plan/fingerprint.ts, so that everything is built anew, once.
In both cases: write the new hash, and the schema, into "recorded" here.`;

const files = await readPrograms({ ...testWorld(), files: systemFiles() }, 'dockerfiles');

/** Without comments, docstrings and blank lines: words are no reason to build anything. */
const withoutWords = (text: string): string =>
  text
    .replaceAll(/^\s*"""[^]*?"""$/gm, '')
    .split('\n')
    .filter((line) => !/^\s*(?:#|$)/.test(line))
    .join('\n');

/** Every section of the Dockerfiles, every label and every build argument. */
function planned(lock: boolean, layers?: Layers) {
  const inputs = inputsOf({
    requirements: 'h11',
    build_packages: 'libffi-dev',
    runtime_packages: 'libffi8',
    user: 'app:app',
    command: 'demo --serve',
    index_url: 'https://packages.example.com/simple',
    extra_indexes: 'internal-* https://internal.example.com/simple',
    labels: 'a=b',
  });
  const native = {
    name: 'fast',
    version: '2.0',
    sdist: file('fast-2.0.tar.gz'),
    serves: ['linux/amd64'],
  } as const;
  const locked = {
    lock: { text: 'upload-time = 2026-01-02T03:04:05Z\n', packages: [], resolved: 'host' },
    requirements: mixed,
    native: [native],
    restored: [],
    replaced: ['setuptools'],
    emulated: [],
  } as const;
  const recipe = bakeRecipe(
    questionOfInputs(inputs, {
      templates: { locked: files['Dockerfile']!, plain: files['plain.Dockerfile']! },
      ...(lock ? { locked } : {}),
      ...(layers === undefined ? {} : { record: { ...recordOf(inputs), layers } }),
    }),
  );
  const { source, arguments: given, labels, requested, sourceDateEpoch } = recipe;
  if (source.kind !== 'rendered') throw new Error('no Dockerfile was rendered');
  return { dockerfile: withoutWords(source.dockerfile), given, labels, requested, sourceDateEpoch };
}

test('what images are made by is what it was when the schema was given its number', () => {
  const programs = Object.values(stagePrograms(files)).map(withoutWords);
  const layered = planned(true, [['fast'], [], [], [], ['demo']]);
  const made = JSON.stringify([planned(true), planned(false), layered, programs]);
  const hash = createHash('sha256').update(made).digest('hex');
  expect({ schema, hash }, what).toEqual(recorded);
});

test('words are left out, and nothing else', () => {
  const text =
    '#!/bin/sh\n"""What it does.\n\nMore."""\ndef f():\n    """Words."""\n    # why\n    return "#"\n\n';
  expect(withoutWords(text)).toBe('def f():\n    return "#"');
});
