/** A collection of thousands of modules without packages: what is imported is chosen, and the image is published. */
import { expect, test } from 'vitest';
import { build, fresh } from '../support.ts';

test('ansible is published, with a warning for what lacks an extra', async () => {
  const report = await build(fresh('ansible'), [
    '--package=ansible',
    '--package-version=10.7.0',
    '--python-version=3.13',
    '--target-base=slim',
    '--platform=linux/amd64',
  ]);
  const imports = report.platforms[0]!.checks.find(({ name }) => name === 'imports');
  expect(report.outcome).toBe('published');
  expect(imports?.ok).toBe(true);
  expect(imports?.message).toMatch(/\(24 of \d{4} modules\)$/);
  expect(new Set(imports?.findings.map(({ kind }) => kind))).toEqual(new Set(['part-extra']));
});
