import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { oldestToSign } from '../../src/session/signing.ts';
import { oldestNode, oldNodeText } from '../../src/world/node-version.ts';

const root = mkdtempSync(join(tmpdir(), 'node-version-'));
afterAll(() => rmSync(root, { recursive: true }));
const newer = `${root}/node_modules/.bin/node`;
const usage = `${newer} ${root}/dist/cli.js takes the same arguments.`;

test.each([
  ['the oldest that works', '24.0.0', undefined],
  ['a newer one', '26.1.0', undefined],
  ['a newer one with another name', '25.0.0-nightly20260101', undefined],
  [
    'an older one',
    '20.20.2',
    `Python Image Builder needs Node 24 or newer; this is 20.20.2. After "npm ci" in ${root} there is one: ${usage}`,
  ],
  [
    'a much older one',
    '9.0.0',
    `Python Image Builder needs Node 24 or newer; this is 9.0.0. After "npm ci" in ${root} there is one: ${usage}`,
  ],
])('%s', (_, version, expected) => {
  expect(oldNodeText(version, root)).toBe(expected);
});

test('names the newer one that is installed already', async () => {
  await mkdir(join(root, 'node_modules/.bin'), { recursive: true });
  await writeFile(newer, '');
  expect(oldNodeText('22.1.0', root)).toBe(
    `Python Image Builder needs Node 24 or newer; this is 22.1.0. There is one here: ${usage}`,
  );
});

test('package.json wants what signing wants, which is no newer major than all else', () => {
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as { engines: { node: string } };
  expect(`${engines.node}.0`).toBe(`>=${oldestToSign}`);
  expect(oldestToSign.split('.')[0]).toBe(String(oldestNode));
});
