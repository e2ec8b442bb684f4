/** Custom Dockerfiles with a Python elsewhere or without a shell, and bases with links. One platform, seconds each. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { build, failing, fresh, inFolder, registry, runImage } from './support.ts';

const six = ['--package=six', '--package-version=1.17.0'];
const cell = ['--python-version=3.13', '--target-base=slim', '--platform=linux/amd64'];

/** Options for a custom Dockerfile. */
async function own(folder: string, dockerfile: string): Promise<string[]> {
  await mkdir(join(folder, 'context'));
  await writeFile(join(folder, 'Dockerfile'), dockerfile);
  return [
    ...cell,
    `--dockerfile=${join(folder, 'Dockerfile')}`,
    `--docker-build-path=${join(folder, 'context')}`,
  ];
}

const inVenv = `ARG publish_target
FROM python:\${publish_target}
ARG package
ARG package_version
RUN python -m venv --without-pip /opt/venv \\
 && python -m pip install --no-cache-dir --target /opt/venv/lib/python3.13/site-packages $package==$package_version
`;
const withoutShell = `ARG publish_target
FROM python:\${publish_target} AS base
FROM scratch
COPY --from=base /usr/local /usr/local
COPY --from=base /usr/lib /usr/lib
COPY --from=base /lib /lib
COPY --from=base /lib64 /lib64
COPY --from=packages / /usr/local
USER 1000
CMD ["python3"]
`;

const checked = (report: Awaited<ReturnType<typeof build>>, name: string): string | undefined =>
  report.platforms[0]?.checks.find((check) => check.name === name)?.message;

test.each([
  ['ENTRYPOINT', 'ENTRYPOINT ["/opt/venv/bin/python", "-m", "six"]', [], 'ENTRYPOINT'],
  ['PATH', 'ENV PATH=/opt/venv/bin:$PATH\nCMD ["/bin/sh"]', [], 'PATH'],
  ['verify_python', '', ['--verify-python=/opt/venv/bin/python3'], 'verify_python'],
])('verifies a virtual environment that %s leads to', async (_, instruction, more, through) => {
  const report = await inFolder(async (folder) =>
    build(fresh('venv'), [...six, ...(await own(folder, `${inVenv}${instruction}\n`)), ...more]),
  );
  expect(checked(report, 'interpreter')).toMatch(
    new RegExp(`^Python 3\\.13\\.\\d+: /opt/venv/bin/python3?, through ${through}$`),
  );
  expect(checked(report, 'imports')).toBe('imported six');
});

test('names verify_python as the way out for a virtual environment that nothing leads to', async () => {
  const { code, report } = await inFolder(async (folder) =>
    failing([...six, `--image-name=${fresh('lost')}`, ...(await own(folder, inVenv))]),
  );
  expect({ code, problems: report.problems.map(({ message }) => message) }).toEqual({
    code: 6,
    problems: [
      'linux/amd64, metadata: six is not installed. Looked into was /usr/local/bin/python3, through CMD: if the image runs another Python, name its path in verify_python',
    ],
  });
});

test('verifies an image without a shell, /tmp and accounts', async () => {
  await inFolder(async (folder) => {
    const options = [...six, ...(await own(folder, withoutShell))];
    const repository = fresh('shell-less');
    const report = await build(repository, options);
    expect(checked(report, 'interpreter')).toMatch(/: \/usr\/local\/bin\/python3, through CMD$/);
    const command = ['python3', '-c', 'import os, six; print(six.__version__, os.path.exists("/bin"))'];
    expect(await runImage(`${registry}/${repository}@${report.digest}`, 'linux/amd64', command)).toBe(
      '1.17.0 False',
    );
    const wanting = await failing([
      ...options,
      `--image-name=${repository}`,
      '--verify-command=python3 -m six',
    ]);
    expect(wanting.report.problems.map(({ message }) => message)).toEqual([
      'linux/amd64, command: `python3 -m six` needs a shell, and this image has no /bin/sh: leave verify_command empty',
    ]);
  });
});

const nose = ['--package=nose', '--package-version=1.3.7'];
test.each([
  ['rendered', () => [...cell]],
  [
    'an own Dockerfile',
    (folder: string) => own(folder, 'FROM python:3.13-slim\nCOPY --from=packages / /usr/local\n'),
  ],
])('follows and keeps a link of the base: %s', async (_, options) => {
  const repository = fresh('links');
  // nose does not import on a Python without 2to3, but its files show where they are.
  const report = await inFolder(async (folder) =>
    build(repository, [...nose, ...(await options(folder)), '--verify=off']),
  );
  const command = ['sh', '-c', 'readlink /usr/local/man; ls /usr/local/share/man/man1'];
  expect(await runImage(`${registry}/${repository}@${report.digest}`, 'linux/amd64', command)).toBe(
    'share/man\nnosetests.1',
  );
});
