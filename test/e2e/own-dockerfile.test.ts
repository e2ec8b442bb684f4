/** Custom Dockerfiles: one that copies the installed packages, and one that runs pip itself. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { blocksOf, replaced } from '../support/pages.ts';
import {
  blob,
  build,
  fresh,
  inFolder,
  machines,
  manifest,
  probe,
  registry,
  runImage,
  tagsOf,
  withBuilder,
} from './support.ts';

const platforms = ['linux/amd64', 'linux/arm64'];
const options = [
  '--package=six',
  '--package-version=1.17.0',
  '--python-version=3.13',
  '--target-base=slim',
  '--maintainer=Ada',
];

/** Writes a Dockerfile, and a build context with one file. */
async function fork(folder: string, dockerfile: string, on = platforms): Promise<string[]> {
  await mkdir(join(folder, 'context'));
  await writeFile(join(folder, 'context', 'greeting.txt'), 'from the build path\n');
  await writeFile(join(folder, 'Own.Dockerfile'), dockerfile);
  return [
    ...options,
    `--platform=${on.join(',')}`,
    `--dockerfile=${join(folder, 'Own.Dockerfile')}`,
    `--docker-build-path=${join(folder, 'context')}`,
  ];
}

const expected = (platform: string, said: string) => ({
  machine: machines[platform],
  installed: { six: '1.17.0' },
  said: [said],
});

test('gets packages, the build path, build arguments and secrets', async () => {
  const repository = fresh('own-packages');
  const report = await inFolder(async (folder) => {
    const page = 'docs/custom-dockerfile.md';
    const [block] = blocksOf(page).filter(({ language }) => language === 'dockerfile');
    const parts = {
      'COPY start.sh /start.sh': 'COPY greeting.txt /greeting.txt\nARG team\nENV TEAM=${team}',
      'CMD ["/start.sh"]': 'CMD ["cat", "/greeting.txt"]',
    };
    const given = await fork(folder, replaced(block?.text ?? '', parts, page));
    return build(repository, [...given, '--build-args=team=images']);
  });
  expect(await tagsOf(repository)).toEqual({ 'py3.13-slim-1.17.0': report.digest });
  for (const platform of platforms) {
    const calls = [['sh', '-c', 'echo "$(cat /greeting.txt) $TEAM"']];
    expect(await probe(`${registry}/${repository}@${report.digest}`, platform, ['six'], calls)).toEqual(
      expected(platform, 'from the build path images'),
    );
  }
});

test("runs pip install with the seed's build arguments", async () => {
  const repository = fresh('own-seed');
  // The Dockerfile puts all six into the image's environment, where they can be read.
  const report = await inFolder(async (folder) =>
    build(
      repository,
      await fork(
        folder,
        `ARG publish_target
ARG build_target
FROM python:$build_target AS installed
ARG package
ARG package_version
RUN python -m pip install --no-cache-dir $package==$package_version

FROM python:$publish_target
ARG python_version
ARG publish_target
ARG build_target
ARG package
ARG package_version
ARG maintainer
LABEL seen="$python_version $publish_target $build_target $package $package_version $maintainer"
COPY --from=installed /usr/local/lib/python$python_version/site-packages /usr/local/lib/python$python_version/site-packages
COPY greeting.txt /greeting.txt
`,
        // Under emulation pip would take minutes, and the arguments are the same.
        ['linux/amd64'],
      ),
    ),
  );
  expect({ lock: report.lock, tags: await tagsOf(repository) }).toEqual({
    lock: 'none',
    tags: { 'py3.13-slim-1.17.0': report.digest },
  });
  for (const { platform, digest = '' } of report.platforms) {
    const { config } = await manifest(repository, digest);
    const labels = (
      JSON.parse((await blob(repository, config.digest)).toString()) as {
        config: { Labels: Record<string, string> };
      }
    ).config.Labels;
    expect(labels['seen']).toBe('3.13 3.13-slim 3.13 six 1.17.0 Ada');
    expect(
      await probe(
        `${registry}/${repository}@${report.digest}`,
        platform,
        ['six'],
        [['cat', '/greeting.txt']],
      ),
    ).toEqual(expected(platform, 'from the build path'));
  }
});

/** Verifying and exporting are two builds, which must give one image. */
async function publishRandom(repository: string, more: readonly string[]): Promise<void> {
  const report = await inFolder(async (folder) =>
    build(repository, [
      ...(await fork(
        folder,
        `ARG publish_target
FROM python:$publish_target
COPY --from=packages / /usr/local
RUN head -c 16 /dev/urandom | od -An -tx1 >/random
`,
        ['linux/amd64'],
      )),
      '--verify-command=cat /random',
      '--force',
      ...more,
    ]),
  );
  const checks = report.platforms.flatMap((platform) => platform.checks);
  const verified = checks.find(({ name }) => name === 'command')?.message.trim();
  const image = `${registry}/${repository}@${report.digest}`;
  expect(verified).toMatch(/^[0-9a-f ]{47}$/);
  expect(await runImage(image, 'linux/amd64', ['cat', '/random'])).toBe(verified);
}

test('publishes the image that was verified, even if a RUN gives another result each time', async () => {
  await publishRandom(fresh('own-random'), []);
  await withBuilder('own-random', (builder) =>
    publishRandom(fresh('own-random-container'), [`--builder=${builder}`]),
  );
});
