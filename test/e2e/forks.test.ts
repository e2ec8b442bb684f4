/**
 * A custom Dockerfile that runs pip, with and without what its pip is offered: the images say the same, and hold the same
 * files. The others show uv, two bases, the packages context beside pip, and what is said of emulation. How long a foreign
 * platform takes is measured by `npm run bench -- --only forks`. Costs 30 s, and 80 s more for those, of which 50 s are arm/v7.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { blob, build, cli, fresh, hasBase, inFolder, manifest, must } from './support.ts';

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

/** Builds a Dockerfile that is in no folder with anything else. */
const buildText = (repository: string, text: string, options: readonly string[]) =>
  inFolder(async (folder) => {
    await mkdir(join(folder, 'context'));
    await writeFile(join(folder, 'Own.Dockerfile'), text);
    return build(repository, [
      ...options,
      '--python-version=3.13',
      '--target-base=slim',
      '--wheel-store=off',
      '--verify-skip=imports',
      `--dockerfile=${join(folder, 'Own.Dockerfile')}`,
      `--docker-build-path=${join(folder, 'context')}`,
    ]);
  });

// uv knows nothing of pip's certificates. Neither pip nor uv builds anything here: without what is offered they find nothing, and the build ends.
const alpine = '3.13-alpine3.20-build';
const wheelsOnly = `FROM python:${alpine} AS tools
RUN pip install uv && SSL_CERT_FILE=$PIP_CERT uv pip install --system --only-binary :all: docopt==0.6.2

FROM python:3.13-slim
COPY --from=packages / /usr/local
COPY --from=tools /usr/local/lib/python3.13/site-packages/docopt.py /opt/docopt.py
RUN pip install --only-binary=:all: docopt==0.6.1
CMD ["python", "-c", "import docopt"]
`;

test.runIf(await hasBase(alpine))(
  'uv on Alpine and pip on Debian take what each is offered, beside the packages',
  { timeout: 600_000 },
  async () => {
    const repository = fresh('fork-bases');
    const options = ['--package=six', '--package-version=1.17.0', '--platform=linux/amd64'];
    const report = await buildText(repository, wheelsOnly, options);
    expect(report.compiled.map(({ name, version, way }) => `${name} ${version}, ${way}`).toSorted()).toEqual([
      'docopt 0.6.1, native',
      'docopt 0.6.2, native',
    ]);
    expect(report.notes.filter((text) => /is left|emulation/.test(text))).toEqual([]);
    expect((await buildText(repository, wheelsOnly, options)).outcome).toBe('kept');
  },
);

// What a command prints is known only to the step, so that nothing is compiled for it. The step is another one in every run:
// a builder that had done it before would take no time, and nothing would be said.
const helper = `ARG build_target
ARG publish_target
FROM python:$build_target AS Builder
ARG package
ARG package_version
RUN echo ${fresh('fork-arm')} && pip install --only-binary=:all: $package==$package_version && pip install $(echo docopt==0.6.2)

FROM python:$publish_target
COPY --from=Builder /usr/local/lib/python3.13/site-packages /usr/local/lib/python3.13/site-packages
`;

test(
  'on arm/v7 pip takes what was cross-compiled, and what emulation took is said',
  { timeout: 600_000 },
  async () => {
    const report = await buildText(fresh('fork-arm'), helper, [
      '--package=setproctitle',
      '--package-version=1.3.7',
      '--platform=linux/arm/v7',
    ]);
    expect(report.compiled.map(({ name, platform, way }) => [name, platform, way])).toEqual([
      ['setproctitle', 'linux/arm/v7', 'cross'],
    ]);
    expect(report.notes.filter((text) => /emulation/.test(text))).toEqual([
      expect.stringMatching(
        /^compiled under emulation in your Dockerfile for linux\/arm\/v7: docopt 0\.6\.2, [^:]+: no requirement that can be read in the Dockerfile asks for it; write it on the line of pip$/,
      ),
      expect.stringMatching(
        /^the stage builder took [^:]+ for linux\/arm\/v7 under emulation: COPY --from=packages \/ \/usr\/local in the last stage, in place of what it copies from there, would save that$/,
      ),
    ]);
  },
);
