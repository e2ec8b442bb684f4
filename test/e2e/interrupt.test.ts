/** Ctrl-C in the middle of a build or a push: all children end, nothing is published, and the report says so. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { startGate } from './gate.ts';
import { cli, fresh, missingOf, node, registry, tagsOf } from './support.ts';

/** It does not end during the test, and its number identifies it among all processes of the machine. */
const sleeping = `sleep ${86_000 + (process.pid % 400)}`;

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

function processes(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const [, parent = '0'] = /\) \S (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8')) ?? [];
        return [
          {
            pid: Number(name),
            parent: Number(parent),
            command: readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim(),
          },
        ];
      } catch {
        // The process has ended.
        return [];
      }
    });
}

function below(pid: number, all = processes()): Process[] {
  return all.filter(({ parent }) => parent === pid).flatMap((child) => [child, ...below(child.pid, all)]);
}

async function until<T>(what: string, look: () => T | undefined, seconds = 120): Promise<T> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end;) {
    const found = look();
    if (found !== undefined) return found;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`${what}: not within ${seconds} s`);
}

/** Starts a build whose check never ends, and gives the process when the check runs. */
async function started(repository: string): Promise<{ child: ChildProcess; said: () => string }> {
  const child = spawn(node, [
    'dist/cli.js',
    'build',
    '--push',
    `--registry=${registry}`,
    `--image-name=${repository}`,
    '--package=six',
    '--package-version=1.17.0',
    '--python-version=3.13',
    '--target-base=slim',
    '--platform=linux/amd64',
    `--verify-command=${sleeping}`,
  ]);
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => (text += data.toString()));
  await until(
    'the check runs',
    () =>
      processes().find(({ command }) => command === sleeping) ??
      (child.exitCode === null ? undefined : fail(text)),
  );
  return { child, said: () => text };
}

const fail = (text: string): never => {
  throw new Error(text);
};

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('ends its children after %s, and says that nothing was published', async (signal, expected) => {
  const repository = fresh('interrupted');
  const { child, said } = await started(repository);
  const children = below(child.pid!);
  expect(children.map(({ command }) => command).join('\n')).toMatch(/buildx.* bake|docker.* bake/);
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  const began = Date.now();
  child.kill(signal);
  const code = await ended;
  const report = said().slice(said().indexOf('\nFailed: ')).replaceAll(/\s+/g, ' ');
  expect({ code, soon: Date.now() - began < 10_000, report }).toEqual({
    code: expected,
    soon: true,
    report: expect.stringMatching(
      /Notes - No tag was moved\. x Interrupted What was running was ended\. Run again to complete it\. $/,
    ),
  });
  const left = processes().filter(({ pid, command }) =>
    children.some((one) => one.pid === pid && one.command === command),
  );
  expect(left).toEqual([]);
  await until(
    'the check in the container has ended',
    () => (processes().some(({ command }) => command === sleeping) ? undefined : true),
    20,
  );
  expect(await tagsOf(repository)).toEqual({});
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)(
  'has moved no tag after %s in the middle of a blob, and the next run completes',
  async (signal, expected) => {
    const repository = fresh(`interrupted-push-${signal.toLowerCase()}`);
    const gate = await startGate(registry);
    const args = [
      'build',
      '--push',
      `--registry=${gate.host}`,
      `--image-name=${repository}`,
      '--package=six',
      '--package-version=1.17.0',
      '--python-version=3.13',
      '--target-base=alpine',
      `--base-registry=${registry}/library`,
      '--platform=linux/amd64',
    ];
    const begun = Promise.withResolvers<undefined>();
    gate.open({
      at: /^PUT \S+\/uploads\/ /,
      size: 1 << 20,
      when: 'midway',
      // An interrupted run sends nothing more, even if the registry would take it.
      act: () => {
        begun.resolve(undefined);
        return 'open';
      },
    });
    const child = spawn(node, ['dist/cli.js', ...args]);
    let text = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data: Buffer) => (text += data.toString()));
    const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
    await Promise.race([begun.promise, ended.then(() => fail(text))]);
    child.kill(signal);
    expect({
      code: await ended,
      report: text.slice(text.indexOf('\nFailed: ')).replaceAll(/\s+/g, ' '),
      tags: await tagsOf(repository),
    }).toEqual({
      code: expected,
      report: expect.stringMatching(
        /Notes - No tag was moved\. x Interrupted What was running was ended\. Run again to complete it\. $/,
      ),
      tags: {},
    });
    gate.open();
    const again = await cli([...args, '--json']);
    await gate.close();
    const { digest } = JSON.parse(again.stdout) as { readonly digest: string };
    expect({ tags: await tagsOf(repository), missing: await missingOf(repository, digest) }).toEqual({
      tags: { 'py3.13-alpine-1.17.0': digest },
      missing: [],
    });
  },
);
