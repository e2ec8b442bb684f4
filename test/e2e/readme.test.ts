/** What the README has to try, in a new clone. Its other command runs these tests. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandOn } from '../support/pages.ts';
import { imagesOf, type Manifest, must } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'e2e-readme-'));
const clone = join(folder, 'clone');
beforeAll(() => must('git', ['clone', '--quiet', '--depth=1', `file://${process.cwd()}`, clone]));
afterAll(() => rmSync(folder, { recursive: true }));

/** Platforms of the image that lies in the clone. */
function platforms(): string[] {
  const layout = (path: string): Manifest =>
    JSON.parse(readFileSync(join(clone, 'image', path), 'utf8')) as Manifest;
  const digest = layout('index.json').manifests[0]?.digest ?? '';
  return imagesOf(layout(join('blobs', ...digest.split(':')))).map(({ platform }) => platform);
}

test.each([
  [
    'for all platforms',
    /^\.\/try$/,
    ' six',
    /py3\.13-slim-1\.17\.0/,
    ['linux/amd64', 'linux/arm64', 'linux/arm/v7'],
  ],
  ['with an extra, for two', /^\.\/try '/, '', /py3\.13-slim-\d/, ['linux/amd64', 'linux/arm64']],
])('builds a verified image %s with ./try', async (_, command, more, said, wanted) => {
  expect(await must('bash', ['-c', commandOn('README.md', command) + more], { cwd: clone })).toMatch(said);
  expect(platforms()).toEqual(wanted);
  expect(await must('git', ['status', '--porcelain'], { cwd: clone })).toBe('');
});
