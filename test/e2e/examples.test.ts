/**
 * The workflows of examples/ in nektos/act: as they are, but for smaller packages and matrices. Several that the same event
 * starts are in one repository. Costs 120 s, in place of 25 s for a workflow of its own.
 */
import { readFileSync } from 'node:fs';
import { appendFile, chmod, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { blocksOf } from '../support/pages.ts';
import { fresh, machines, probe, registry, runImage, tagsOf } from './support.ts';
import { inWorkspace, type Ran } from './workflow-runner.ts';

type Values = Readonly<Record<string, string>>;

interface Workflow {
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  strategy?: { matrix?: unknown };
  readonly uses?: string;
  with?: Values;
  readonly steps?: readonly { with?: Values }[];
}

/** A workflow of examples/ by its path in a repository. */
const example = (
  name: string,
  inputs: Values,
  matrix?: Readonly<Record<string, readonly string[]>>,
): Readonly<Record<string, string>> => ({
  [`.github/workflows/${name}`]: adapted(readFileSync(`examples/${name}`, 'utf8'), inputs, matrix),
});

/** Each step that pushes or plans gets the inputs, too; with `cells` a plan has said them. */
function adapted(text: string, inputs: Values, matrix?: Readonly<Record<string, readonly string[]>>): string {
  const workflow = parse(text) as Workflow;
  const given = { registry, ...inputs };
  for (const job of Object.values(workflow.jobs)) {
    if (matrix !== undefined) job.strategy = { ...job.strategy, matrix };
    if (job.uses !== undefined) job.with = { ...job.with, ...given };
    for (const step of job.steps ?? []) {
      if (step.with?.['cells'] !== undefined) step.with = { ...step.with, registry };
      else if (step.with?.['registry_password'] !== undefined) step.with = { ...step.with, ...given };
    }
  }
  return stringify(workflow);
}

const six = { package: 'six', package_version: '1.17.0', platform: 'linux/amd64' };
const aliases = ['1', '1.17', '1.17.0', 'LATEST'];

/** Tags of one cell, all of the same image. */
const cell = (name: string, digest: string | undefined, tags = aliases): Record<string, string | undefined> =>
  Object.fromEntries(tags.map((tag) => [`${name}-${tag}`, digest]));

const outputsOf = ({ steps }: Ran, job: string): Readonly<Record<string, string>> =>
  steps.find((step) => step.job === job)?.outputs ?? {};

/** Job and headline of each summary. */
const headlines = ({ steps }: Ran): string[] =>
  steps.map(({ job, summary }) => `${job}: ${summary.split('\n')[0]!.replace(/^## /, '')}`);

/** The Dockerfile that the head of the example shows. */
const shownDockerfile = (): string =>
  [...readFileSync('examples/own-dockerfile.yml', 'utf8').matchAll(/^# {3}(.*)$/gm)]
    .map(([, line]) => `${line}\n`)
    .join('');

test('a push publishes an image, a matrix, and images of Dockerfiles; a pull request shows a change and pushes nothing', async () => {
  const [single, matrix, own, reviewed] = ['image', 'matrix', 'own', 'review'].map((name) =>
    fresh(`example-${name}`),
  ) as [string, string, string, string];
  const latest = { ...six, package_latest_version: '1.17.0' };
  const platforms = ['linux/amd64', 'linux/arm64'];
  const cells = { python_version: ['3.13', '3.11'], package_version: ['1.17.0'], target_base: ['slim'] };
  const files = {
    ...example('image.yml', { ...latest, image_name: single, platform: platforms.join(',') }),
    ...example('matrix.yml', { ...latest, image_name: matrix }, cells),
    ...example('own-dockerfile.yml', { ...six, image_name: own }),
    ...example('pull-request.yml', { ...six, image_name: reviewed, package_version: 'latest' }),
    'docker/Dockerfile': shownDockerfile(),
    'docker/start.sh': '#!/bin/sh\nexec python -c "import six; print(six.__version__)"\n',
    Dockerfile: 'FROM python:3.13-slim\nCOPY --from=packages / /usr/local\n',
  };
  await inWorkspace(files, async ({ clone, trigger }) => {
    await chmod(join(clone, 'docker/start.sh'), 0o755);
    const pushed = await trigger('push');
    const digest = (job: string): string | undefined => outputsOf(pushed, job)['digest'];
    expect(await tagsOf(single)).toEqual(cell('py3.13-slim', digest('Image of uvicorn/image')));
    for (const platform of platforms) {
      const { image = '' } = outputsOf(pushed, 'Image of uvicorn/image');
      expect(await probe(image, platform, ['six'])).toEqual({
        machine: machines[platform],
        installed: { six: '1.17.0' },
        said: [],
      });
    }
    expect(await tagsOf(matrix)).toEqual({
      ...cell('py3.13-slim', digest('Images of uvicorn/image-1')),
      ...cell('py3.11-slim', digest('Images of uvicorn/image-2')),
    });
    const started = outputsOf(pushed, 'Image with a start script/image');
    expect(await tagsOf(own)).toEqual(cell('py3.13-slim', started['digest'], ['1.17.0']));
    expect(await runImage(started['image'] ?? '', 'linux/amd64', [])).toBe('1.17.0');
    const published = cell('py3.13-slim', digest('Image/image'));
    expect(await tagsOf(reviewed)).toEqual(published);

    await appendFile(join(clone, 'Dockerfile'), 'ENV REVIEWED=yes\n');
    const shown = await trigger('pull_request', { pull_request: { number: 7 } });
    expect(headlines(shown)).toEqual([
      `Image/image: ✅ Built, not pushed: \`${registry}/${reviewed}:py3.13-slim-1.17.0\``,
    ]);
    expect(outputsOf(shown, 'Image/image')).toMatchObject({
      reason: 'the recipe changed: the Dockerfile',
      push_executed: 'false',
    });
    expect(await tagsOf(reviewed)).toEqual(published);
  });
});

test('a schedule makes what is stale; the next time there is no job for images', async () => {
  const [planned, split, weekly] = ['plan', 'native-runners', 'weekly'].map((name) =>
    fresh(`example-${name}`),
  ) as [string, string, string];
  const wanted = {
    image_name: planned,
    packages: 'six',
    package_versions: 'last 1',
    python_versions: '3.13 3.11',
    target_bases: 'slim',
    platform: 'linux/amd64',
  };
  const again = {
    ...six,
    image_name: weekly,
    package_version: 'latest',
    verify_command: 'python -c "import six"',
  };
  const onRunners = {
    ...wanted,
    image_name: split,
    python_versions: '3.13',
    platform: 'linux/amd64,linux/arm64',
    provenance: 'false',
  };
  const files = {
    ...example('plan.yml', wanted),
    ...example('native-runners.yml', onRunners),
    ...example('weekly.yml', again, { python_version: ['3.13'], target_base: ['slim'] }),
  };
  await inWorkspace(files, async ({ trigger }) => {
    const first = await trigger('schedule');
    expect(headlines(first)).toEqual([
      'Images on native runners/merge: 1 image: 1 published',
      'Images on native runners/plan: 1 image: 1 to make in 2 jobs, 0 to keep',
      'Images on native runners/report: 1 image: 1 published',
      'Images on native runners/six 1.17.0 on Python 3.13 slim, linux/amd64: it does not exist yet-1: 1 image: 1 pushed',
      'Images on native runners/six 1.17.0 on Python 3.13 slim, linux/arm64: it does not exist yet-2: 1 image: 1 pushed',
      'Images/2 images of six, slim (1 of 1): 2 images: 2 published',
      'Images/plan: 2 images: 2 to make in 1 job, 0 to keep',
      'Images/report: 2 images: 2 published',
      `Weekly images/image: ✅ Published \`${registry}/${weekly}:py3.13-slim-1.17.0\``,
    ]);
    const tags = await tagsOf(planned);
    expect(tags).toEqual({
      ...cell('py3.11-slim', tags['py3.11-slim-1.17.0']),
      ...cell('py3.13-slim', tags['py3.13-slim-1.17.0']),
    });
    const onBoth = await tagsOf(split);
    expect(onBoth).toEqual(cell('py3.13-slim', onBoth['py3.13-slim-1.17.0']));
    // What a later step printed of the outputs.
    expect(first.said.split('\n').map((line) => line.trim())).toContain(
      outputsOf(first, 'Weekly images/image')['image'],
    );

    const second = await trigger('schedule');
    expect(second.jobs).toEqual([
      'Images on native runners/plan: success',
      'Images/plan: success',
      'Weekly images/image: success',
    ]);
    expect(headlines(second)).toEqual([
      'Images on native runners/plan: 1 image, and nothing to do',
      'Images/plan: 2 images, and nothing to do',
      `Weekly images/image: 💤 Nothing to do for \`${registry}/${weekly}:py3.13-slim-1.17.0\``,
    ]);
    expect(await tagsOf(planned)).toEqual(tags);
  });
});

test('one `uses:` plans, makes and reports, also where it takes the place of a matrix and the Versionator', async () => {
  const repository = fresh('example-reusable');
  const inputs = {
    packages: 'six',
    package_versions: 'last 1',
    target_bases: 'slim',
    image_name: `${repository}/{package}`,
  };
  const files = {
    ...example('reusable.yml', inputs),
    // Of the repository that calls.
    'python-images.yml': "python_versions: '3.13'\nplatform: linux/amd64\n",
  };
  await inWorkspace(files, async ({ clone, trigger }) => {
    const made = 'images/Images of a matrix';
    const ran = await trigger('workflow_dispatch');
    expect(headlines(ran)).toEqual([
      `${made}/plan: 1 image: 1 to make in 1 job, 0 to keep`,
      `${made}/report: 1 image: 1 published`,
      `${made}/six 1.17.0 on Python 3.13 slim: it does not exist yet: 1 image: 1 published`,
    ]);
    const tags = await tagsOf(`${repository}/six`);
    expect(tags).toEqual(cell('py3.13-slim', tags['py3.13-slim-1.17.0']));

    // What the page of migrating ends with, where a Dockerfile of the repository makes the images.
    const [workflow, file] = blocksOf('docs/migrating.md').filter(({ language }) => language === 'yaml');
    const migrated = { ...inputs, package_versions: 'last 1', image_name: `${repository}/migrated` };
    await rm(join(clone, '.github/workflows/reusable.yml'));
    await writeFile(join(clone, '.github/workflows/images.yml'), adapted(workflow!.text, migrated));
    await appendFile(join(clone, 'python-images.yml'), file!.text);
    await writeFile(
      join(clone, 'dockerfile'),
      'FROM python:3.13-slim\nCOPY --from=packages / /usr/local\nENV MIGRATED=yes\n',
    );
    const after = await trigger('push');
    expect(after.steps).toHaveLength(3);
    const [image] = JSON.parse(outputsOf(after, `${made}/report`)['images'] ?? '[]') as { image: string }[];
    expect(await runImage(image?.image ?? '', 'linux/amd64', ['sh', '-c', 'echo $MIGRATED'])).toBe('yes');
  });
});
