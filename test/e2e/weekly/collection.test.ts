/** A package with thousands of modules, of which the checks import only some. */
import { expect, test } from 'vitest';
import { build, fresh } from '../support.ts';

test('publishes ansible, with a warning about modules that want an extra', async () => {
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
