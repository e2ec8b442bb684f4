/** The README's first command, in a new clone. Its second command runs these tests. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandOn } from '../support/pages.ts';
import { imagesOf, inFolder, type Manifest, must } from './support.ts';

test('builds a verified image for all platforms with ./try', async () => {
  await inFolder(async (folder) => {
    const clone = join(folder, 'clone');
    await must('git', ['clone', '--quiet', '--depth=1', `file://${process.cwd()}`, clone]);
    const said = await must('bash', ['-c', `${commandOn('README.md', /^\.\/try$/)} six`], { cwd: clone });
    const layout = (path: string): Manifest =>
      JSON.parse(readFileSync(join(clone, 'image', path), 'utf8')) as Manifest;
    const digest = layout('index.json').manifests[0]?.digest ?? '';
    expect(imagesOf(layout(join('blobs', ...digest.split(':')))).map(({ platform }) => platform)).toEqual([
      'linux/amd64',
      'linux/arm64',
      'linux/arm/v7',
    ]);
    expect(said).toContain('py3.13-slim-1.17.0');
    expect(await must('git', ['status', '--porcelain'], { cwd: clone })).toBe('');
  });
});
