/** The action as a process in the environment of a runner, with a registry that wants a password. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { basicUser, startRegistry, type TestRegistry } from '../support/registry.ts';
import { actionFile, runAction, type Step } from './action-runner.ts';
import { imagesOf, type Manifest, must } from './support.ts';

const { username, password } = basicUser;
const encoded = Buffer.from(`${username}:${password}`).toString('base64');
const inputs = {
  package: 'Six',
  package_version: '1.17.0',
  package_latest_version: '1.17.0',
  python_version: '3.13',
  target_base: 'slim',
  platform: 'linux/amd64,linux/arm64',
  registry_username: username,
  registry_password: password,
};
const tags = ['1.17.0', 'LATEST', '1.17', '1'].map((end) => `py3.13-slim-${end}`);

let registry: TestRegistry;
beforeAll(async () => {
  registry = await startRegistry({ kind: 'basic' });
});
afterAll(() => registry.stop());

async function ask(path: string): Promise<Response> {
  const accept = 'application/vnd.oci.image.index.v1+json';
  return fetch(`http://${registry.host}/v2/example/images/${path}`, {
    headers: { accept, authorization: `Basic ${encoded}` },
  });
}

/** Everything in a folder, as one text. */
const everything = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');

describe('a step that publishes', () => {
  let step: Step;
  let image: string;
  let report: Report;
  beforeAll(async () => {
    step = await runAction({ ...inputs, registry: registry.host });
    image = `${registry.host}/example/images`;
    report = JSON.parse(step.outputs['metadata'] ?? '{}') as Report;
  });

  test('succeeds, with every output of action.yml', async () => {
    expect([step.code, step.stderr]).toEqual([0, '']);
    const digest = (await ask(`manifests/${tags[0]}`)).headers.get('docker-content-digest');
    const { metadata, ...outputs } = step.outputs;
    expect(outputs).toEqual({
      image: `${image}@${digest}`,
      digest,
      tags: JSON.stringify(tags.map((tag) => `${image}:${tag}`)),
      platforms: 'linux/amd64,linux/arm64',
      base_image: expect.stringMatching(/^docker\.io\/library\/python:3\.13-slim@sha256:[0-9a-f]{64}$/),
      decision: 'build',
      reason: `${image}:${tags[0]} did not exist`,
      image_exists: 'false',
      images: '',
      build_executed: 'true',
      push_executed: 'true',
    });
    expect(Object.keys(step.outputs)).toEqual(Object.keys(actionFile.outputs));
    expect(JSON.parse(metadata ?? '')).toMatchObject({
      outcome: 'published',
      digest,
      tags,
      destinations: [{ repository: image, decision: 'build', moved: tags, held: [] }],
      problems: [],
      verify: 'all',
    });
  });

  test('pushed the digest and the tags of its outputs, which can be pulled with the password', async () => {
    const index = (await (await ask(`manifests/${tags[0]}`)).json()) as Manifest;
    expect(imagesOf(index)).toEqual(report.platforms.map(({ platform, digest }) => ({ platform, digest })));
    expect(((await (await ask('tags/list')).json()) as { tags: string[] }).tags.toSorted()).toEqual(
      tags.toSorted(),
    );
    const script = `cat > "$0/config.json" && docker --config "$0" pull --quiet "$1" && docker run --rm "$1" python3 -c 'import six; print(six.__version__)'`;
    const auths = JSON.stringify({ auths: { [registry.host]: { auth: encoded } } });
    expect(
      await must('bash', ['-c', script, join(step.folder, 'workspace'), `${image}@${report.digest}`], {
        input: auths,
      }),
    ).toMatch(/\n1\.17\.0\n$/);
    await must('bash', ['-c', 'rm "$0/config.json"', join(step.folder, 'workspace')]);
  });

  test('of a pull request makes what would be pushed, compares it, and pushes nothing', async () => {
    const tried = await runAction(
      { ...inputs, registry: registry.host, platform: 'linux/amd64', command: 'python3 -m six' },
      { env: { GITHUB_EVENT_NAME: 'pull_request' } },
    );
    const { metadata = '', push_executed, build_executed, decision } = tried.outputs;
    expect([tried.code, push_executed, build_executed, decision]).toEqual([0, 'false', 'true', 'build']);
    expect(JSON.parse(metadata)).toMatchObject({
      outcome: 'built',
      destinations: [
        { moved: [], difference: { requirements: [], parts: ['command', 'platforms'], bases: [] } },
      ],
    });
    expect(tried.summary).toContain('| Recipe | the command, a platform that is no longer asked for |');
    expect(((await (await ask('tags/list')).json()) as { tags: string[] }).tags.toSorted()).toEqual(
      tags.toSorted(),
    );
    expect((await ask(`manifests/${tags[0]}`)).headers.get('docker-content-digest')).toBe(report.digest);
  });

  test('writes a summary with platforms, reason, lines to copy and times', () => {
    const rows = report.platforms.map(({ platform }) => expect.stringContaining(`| ${platform}`));
    expect(step.summary.split('\n')).toEqual(
      expect.arrayContaining([
        `## ✅ Published \`${image}:${tags[0]}\``,
        expect.stringMatching(
          /^\| Platform +\| Digest +\| Size +\| Over base +\| Wheels +\| Compiled +\| Checks +\| Time +\|$/,
        ),
        ...rows,
        ...tags.map((tag) => `docker pull ${image}:${tag}`),
        '```mermaid',
        'gantt',
      ]),
    );
    expect(step.summary).toContain('did not exist');
  });

  test('folds its log into groups', () => {
    const groups = [...step.stdout.matchAll(/^::group::(.*)$/gm)].map(([, title]) => title);
    expect(groups).toEqual(['plan', 'lock', 'build and verify', 'publish']);
    expect(step.stdout.match(/^::endgroup::$/gm)?.length).toBe(groups.length);
  });

  test('writes the password nowhere but in the command that masks it', () => {
    const said = `${step.stdout}${step.stderr}`;
    expect(said.split('\n').filter((line) => line.includes(password))).toEqual([`::add-mask::${password}`]);
    expect([
      said.includes(encoded),
      everything(step.folder).includes(password),
      everything(step.folder).includes(encoded),
    ]).toEqual([false, false, false]);
  });

  test('has nothing to do in its post step, since it made no builder', async () => {
    expect(step.state).toEqual({});
    expect(await step.post()).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});

test('reports a wrong password as one error that names the registry and the inputs', async () => {
  const step = await runAction({
    ...inputs,
    registry: registry.host,
    image_name: 'example/secret',
    registry_password: 'wrong:word',
  });
  const errors = step.stdout.split('\n').filter((line) => line.startsWith('::error'));
  expect({
    code: step.code,
    errors,
    leaked: step.stdout.replaceAll('::add-mask::wrong:word', '').includes('wrong:word'),
  }).toEqual({
    code: 1,
    errors: [expect.stringMatching(/^::error title=[^:]+::.*the inputs for the user and the password/)],
    leaked: false,
  });
  expect(errors[0]).toContain(registry.host);
  expect({ executed: step.outputs['push_executed'], digest: step.outputs['digest'] }).toEqual({
    executed: 'false',
    digest: '',
  });
  expect(step.summary).toContain('❌');
});

test('reports all problems with the inputs together', async () => {
  const step = await runAction({
    ...inputs,
    registry: registry.host,
    package_version: 'new',
    python_version: '3.1',
    platform: 'linux/amd64,linux/amd65',
  });
  const errors = step.stdout.split('\n').filter((line) => line.startsWith('::error'));
  expect([step.code, errors]).toEqual([
    1,
    [
      expect.stringMatching(/^::error title=[^:]*::package_version: /),
      expect.stringMatching(/^::error title=[^:]*::python_version: .*"3\.10"/),
      expect.stringMatching(/^::error title=[^:]*::platform: .*linux\/amd64/),
    ],
  ]);
});

test('says in its last error how many more are in the log, when GitHub would not show all', async () => {
  const wrong = Array.from({ length: 12 }, (_, index) => `linux/none${index}`);
  const step = await runAction({ ...inputs, registry: registry.host, platform: wrong.join(',') });
  const said = (pattern: RegExp): number =>
    step.stdout.split('\n').filter((line) => pattern.test(line)).length;
  expect([step.code, said(/^::error.*linux\/none/), said(/^Error: .*linux\/none/)]).toEqual([1, 9, 3]);
  expect(step.stdout).toContain('::error::3 more errors are in the log of this step');
});
