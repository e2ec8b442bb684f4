/** Real packages of which each stands for a kind that was refused, built wrongly, or built by a way too long. */
import { expect, test } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import type { Recipe } from '../../src/plan/recipe.ts';
import { cli, failing, inFolder } from './support.ts';

const cell = (name: string, version: string, python: string): string[] => [
  `--package=${name}`,
  `--package-version=${version}`,
  `--python-version=${python}`,
  '--target-base=slim',
  '--platform=linux/amd64',
];

type DryRun = Report & { readonly recipes: readonly [Recipe] };
async function planned(options: readonly string[]): Promise<DryRun> {
  const done = await cli(['build', '--json', '--dry-run', ...options]);
  if (done.code !== 0) throw new Error(`exit code ${done.code}: ${done.stdout}${done.stderr}`);
  return JSON.parse(done.stdout) as DryRun;
}
const namesIn = ({ recipes: [recipe] }: DryRun): (string | undefined)[] =>
  recipe.requirements[0]!.requirements.map(({ name }) => name);

test('a helper for Windows is neither locked nor looked for', async () => {
  const docker = await planned(cell('docker', '5.0.3', '3.11'));
  expect({ lock: docker.lock, names: namesIn(docker) }).toEqual({
    lock: 'host',
    names: ['certifi', 'charset-normalizer', 'docker', 'idna', 'requests', 'urllib3', 'websocket-client'],
  });
});

test('a helper for Windows without a wheel is no reason to resolve in a container', async () => {
  const humanfriendly = await planned(cell('humanfriendly', '9.1', '3.13'));
  expect({ lock: humanfriendly.lock, names: namesIn(humanfriendly) }).toEqual({
    lock: 'host',
    names: ['humanfriendly'],
  });
});

test('a version is tagged as it was written, too, and a note says so', async () => {
  const { tags, notes } = await planned(cell('yt-dlp', '2025.06.30', '3.13'));
  expect({ tags, notes }).toEqual({
    tags: ['py3.13-slim-2025.6.30', 'py3.13-slim-2025.06.30'],
    notes: [
      '"2025.06.30" is the version 2025.6.30 by PEP 440: the exact tag is py3.13-slim-2025.6.30, and py3.13-slim-2025.06.30 is an alias of it',
    ],
  });
});

test("what the base's pip refuses for its metadata is refused before anything is built", async () => {
  const { code, report } = await failing(cell('omegaconf', '2.0.6', '3.13'));
  expect({ code, problems: report.problems.map(({ message }) => message), built: report.built }).toEqual({
    code: 3,
    problems: [
      expect.stringMatching(
        /^omegaconf 2\.0\.6 is refused by pip [\d.]+ of the base: its metadata requires "PyYAML \(>=5\.1\.\*\)",/,
      ),
    ],
    built: false,
  });
});

test('a build that Cython 3 breaks says so, and build_constraints mends it', async () => {
  const pyyaml = cell('PyYAML', '5.4.1', '3.11');
  await inFolder(async (folder) => {
    const options = [...pyyaml, '--wheel-store=off', `--output=${folder}/image`];
    const broken = await failing(options);
    expect({ code: broken.code, messages: broken.report.problems.map(({ message }) => message) }).toEqual({
      code: 5,
      messages: [expect.stringMatching(/PyYAML.*Cython 3 is too new.*build_constraints: Cython<3\.$/is)],
    });
    const mended = await cli(['build', '--json', ...options, '--build-constraints=Cython<3']);
    const report = JSON.parse(mended.stdout) as Report;
    expect({ code: mended.code, compiled: report.compiled.map(({ name }) => name) }).toEqual({
      code: 0,
      compiled: ['pyyaml'],
    });
  });
});
