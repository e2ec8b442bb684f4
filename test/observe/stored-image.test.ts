import { expect, test } from 'vitest';
import { observeStored } from '../../src/observe/stored-image.ts';
import { annotationsOfRecord } from '../../src/plan/build-record.ts';
import type { BuildRecord } from '../../src/plan/fingerprint.ts';
import type { Command } from '../../src/ports.ts';
import { readContent } from '../../src/registry/manifest.ts';
import { digestOfOnly } from '../decide/values.ts';
import { testWorld } from '../support/world.ts';

const id = digestOfOnly('a');
const record: BuildRecord = {
  fingerprint: {
    schema: 1,
    recipe: { dockerfile: '0123' },
    bases: {},
    requirements: ['six==1'],
    installs: '',
    platforms: ['linux/arm64'],
  },
  facts: [],
  indexes: {},
};

async function observed(code: number, answer: unknown) {
  const asked: Command[] = [];
  const world = testWorld({
    run(command) {
      asked.push(command);
      return { code, stdout: JSON.stringify(answer), stderr: '' };
    },
  });
  return { found: await observeStored(world, { A: 'b' }, 'localhost/foo:latest'), asked };
}

test.each([
  ['one that is not there', 1, {}],
  ['an answer without an id', 0, { Id: '' }],
])('%s', async (_, code, answer) => {
  const { found, asked } = await observed(code, answer);
  expect(found).toEqual({ is: 'absent', aliases: [] });
  expect(asked).toEqual([
    {
      program: 'docker',
      args: ['image', 'inspect', '--format={{json .}}', 'localhost/foo:latest'],
      env: { A: 'b' },
    },
  ]);
});

test.each([
  ['without labels', { Id: id, Config: { Labels: null } }],
  ['without a configuration', { Id: id }],
])('one of another tool, %s', async (_, answer) => {
  const { found } = await observed(0, answer);
  expect(found).toMatchObject({ is: 'present', platforms: [], index: { digest: id } });
  expect(found).not.toHaveProperty('record');
});

test('one of this program, whose labels are the record', async () => {
  const labels = { ...annotationsOfRecord(record), more: '1' };
  const { found } = await observed(0, { Id: id, Config: { Labels: labels } });
  expect(found).toMatchObject({ is: 'present', aliases: [], platforms: ['linux/arm64'], record });
  expect(found.is === 'present' && readContent(found.index.bytes).annotations).toEqual(labels);
});
