/**
 * Cross-compiles for the platforms that the official images have besides the three, once a week: a package in C and one in
 * C++, on bases that `engine/engine up --test others` makes of Debian's packages.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultIndexUrl } from '../../../src/package-index/read.ts';
import { ways } from '../crossing.ts';
import { type LocalIndex, serveIndex } from '../local-index.ts';
import { build, fresh, probe, registry } from '../support.ts';

/** Downloads an sdist: alone in an index, its package is compiled although there are wheels. */
async function sdist(name: string, version: string, folder: string): Promise<string> {
  const answer = await fetch(`${defaultIndexUrl}/${name}/`, { headers: { accept: 'text/html' } });
  const filename = `${name}-${version}.tar.gz`;
  const link = [...(await answer.text()).matchAll(/href="([^"#]+)/g)]
    .map(([, href = '']) => new URL(href.replaceAll('&amp;', '&'), answer.url))
    .find(({ pathname }) => pathname.endsWith(`/${filename}`));
  if (link === undefined) throw new Error(`The index has no ${filename}.`);
  const path = join(folder, filename);
  await writeFile(path, Buffer.from(await (await fetch(link)).arrayBuffer()));
  return path;
}

const uses = `
import kiwisolver, markupsafe, struct, sys
from markupsafe import _speedups
x = kiwisolver.Variable("x")
solver = kiwisolver.Solver()
solver.addConstraint(x * 2 == 5)
solver.updateVariables()
print(x.value(), markupsafe.escape("<"), 8 * struct.calcsize("P"), sys.byteorder)`;

describe('packages in C and C++', () => {
  const folder = mkdtempSync(join(tmpdir(), 'e2e-others-'));
  let index: LocalIndex;
  beforeAll(async () => {
    index = await serveIndex([
      await sdist('markupsafe', '3.0.3', folder),
      await sdist('kiwisolver', '1.4.9', folder),
    ]);
  });
  afterAll(async () => {
    await index.stop();
    rmSync(folder, { recursive: true });
  });

  test.each([
    ['linux/386', '3.13', '32 little'],
    ['linux/arm/v6', '3.13', '32 little'],
    ['linux/riscv64', '3.13', '64 little'],
    ['linux/ppc64le', '3.11', '64 little'],
    ['linux/s390x', '3.11', '64 big'],
  ])('are cross-compiled for %s, and work there', async (platform, python, integers) => {
    const repository = fresh(`cross-${platform.replaceAll('/', '-')}`);
    const report = await build(repository, [
      '--package=kiwisolver',
      '--package-version=1.4.9',
      '--requirements=markupsafe==3.0.3',
      `--python-version=${python}`,
      '--target-base=slim',
      `--base-registry=${registry}/others`,
      `--index-url=${index.url}`,
      `--platform=${platform}`,
      '--compile=cross',
    ]);
    expect(ways(report)).toEqual([`kiwisolver on ${platform}, cross`, `markupsafe on ${platform}, cross`]);
    const image = `${registry}/${repository}@${report.digest}`;
    const found = await probe(image, platform, [], [['python3', '-c', uses]]);
    expect(found.said).toEqual([`2.5 &lt; ${integers}`]);
  });
});
