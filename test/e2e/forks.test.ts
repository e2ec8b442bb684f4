/**
 * A custom Dockerfile that runs pip, with and without what its pip is offered: the images say the same, and hold the same
 * files. What compiles for a foreign platform is measured by `npm run bench -- --only forks`. Costs
 * 25 s.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { blob, build, cli, fresh, inFolder, manifest, must } from './support.ts';

// docopt has no wheel at all.
const dockerfile = `ARG publish_target
FROM python:$publish_target
ARG package
ARG package_version
ENV PIP_NO_CACHE_DIR=1
RUN bash -c 'if [[ "$package" == "other" ]]; then exit 1; fi; python -m pip install --no-input $package==$package_version'
CMD ["python", "-c", "import docopt"]
`;

/** What an image says of itself, and paths and sizes of the files of its last layer. */
async function contentOf(repository: string, digest: string) {
  const { config, layers } = await manifest(repository, digest);
  const read = JSON.parse((await blob(repository, config.digest)).toString()) as {
    readonly config: object;
    readonly history: readonly { readonly created_by: string }[];
  };
  const files = await inFolder(async (folder) => {
    const path = join(folder, 'layer.tar.gz');
    await writeFile(path, await blob(repository, layers.at(-1)!.digest));
    return must('tar', ['-tf', path]);
  });
  return {
    config: read.config,
    history: read.history.map((step) => step.created_by),
    files: files.split('\n').toSorted(),
  };
}

test('what pip is offered leaves nothing in the image', { timeout: 600_000 }, async () => {
  const repositories = [fresh('fork-offered'), fresh('fork-plain')] as const;
  await inFolder(async (folder) => {
    await mkdir(join(folder, 'context'));
    await writeFile(join(folder, 'Own.Dockerfile'), dockerfile);
    const options = [
      '--package=docopt',
      '--package-version=0.6.2',
      '--python-version=3.13',
      '--target-base=slim',
      '--platform=linux/amd64',
      '--wheel-store=off',
      '--verify-skip=imports',
      `--dockerfile=${join(folder, 'Own.Dockerfile')}`,
      `--docker-build-path=${join(folder, 'context')}`,
    ];
    const dryRun = await cli(['build', '--no-push', '--dry-run', ...options]);
    expect(dryRun.stdout).toContain("@@ -6 +6 @@\n-RUN bash -c 'if");
    const [offered, plain] = [
      await build(repositories[0], options),
      await build(repositories[1], [...options, '--accelerate=false']),
    ];
    expect([offered.lock, plain.lock]).toEqual(['none', 'none']);
    expect(offered.compiled.map(({ name, way }) => [name, way])).toEqual([['docopt', 'native']]);
    const contents = [
      await contentOf(repositories[0], offered.platforms[0]!.digest!),
      await contentOf(repositories[1], plain.platforms[0]!.digest!),
    ] as const;
    // Building a wheel, pip imports more of itself, and Python keeps the bytecode of that.
    const ofPackages = (files: readonly string[]) =>
      files.filter((path) => !/\.pyc$|__pycache__\/$/.test(path));
    const [one, other] = contents;
    expect({ ...one, files: ofPackages(one.files) }).toEqual({ ...other, files: ofPackages(other.files) });
    expect(one.files.filter((path) => !other.files.includes(path))).toEqual([]);
    // The next run finds the same, and keeps it.
    expect((await build(repositories[0], options)).outcome).toBe('kept');
  });
});
