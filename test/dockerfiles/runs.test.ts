/** An image's ENTRYPOINT with arguments: what `survey.py` prepares, and what `judge.py` makes of how it ended. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { folder, programsFolder, runProgram } from './programs.ts';

const run = { arguments: ['spec'], expects: 'connector-spec' };

async function write(at: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(at, name)), { recursive: true });
    await writeFile(join(at, name), text);
  }
}

interface Surveyed {
  readonly checks: readonly { readonly name: string; readonly findings: readonly { kind: string }[] }[];
  readonly steps: Readonly<Record<string, unknown>>;
}

async function surveyed(starts: object): Promise<Surveyed & { readonly words: string | undefined }> {
  const at = await folder();
  await write(at, {
    'image/.python-image-builder/environment': 'PATH=/bin\nVIRTUAL_ENV=\nLD_LIBRARY_PATH=\n',
    'given/checks.json': JSON.stringify({ starts, runs: [run], skip: [] }),
    'given/run.sh': await readFile(join(programsFolder, 'run.sh'), 'utf8'),
    'shell/lib/ld-musl-x86_64.so.1': '',
    'shell/bin/busybox': '',
  });
  const paths = ['image', 'given', 'shell', 'out'].map((name) => join(at, name));
  const { code, stderr } = await runProgram('survey.py', [...paths, 'linux/amd64']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return {
    ...(JSON.parse(await readFile(join(at, 'out/survey.json'), 'utf8')) as Surveyed),
    words: await readFile(join(at, 'out/checks/steps/run-0'), 'utf8').catch(() => undefined),
  };
}

test('the words of the ENTRYPOINT are quoted, whatever they hold, and the arguments follow', async () => {
  const { steps, words } = await surveyed({ entrypoint: ['/bin/sh', '-c', "it's $HOME\n*"], cmd: ['no'] });
  expect(words).toBe(`set -- /bin/sh -c 'it'"'"'s $HOME\n*' spec\n`);
  expect(steps).toMatchObject({ 'run-0': run });
});

test('without an ENTRYPOINT nothing is run', async () => {
  const { checks, steps, words } = await surveyed({ cmd: ['/bin/sh'] });
  expect({ words, steps: Object.keys(steps) }).toEqual({ words: undefined, steps: [] });
  expect(checks.find(({ name }) => name === 'run')?.findings).toEqual([
    {
      kind: 'run-failed',
      subject: 'entrypoint',
      message: 'the image has no ENTRYPOINT that could be started with spec',
      advice: '',
    },
  ]);
});

const left = { name: 'run', message: '', findings: [], skipped: [] };
const failed = (message: string) => [{ kind: 'run-failed', subject: 'spec', message, advice: '' }];

test.each<readonly [string, Readonly<Record<string, string>>, object]>([
  [
    'what was printed is handed on, each stream for itself',
    { stdout: '{"type": "SPEC"}\n', output: 'a warning\n', code: '0\n', seconds: '2\n' },
    { ...left, seconds: 2, ran: { ...run, code: 0, stdout: '{"type": "SPEC"}\n', stderr: 'a warning' } },
  ],
  [
    'so is what a program printed that failed',
    { stdout: '', output: 'no such file\n', code: '127\n', seconds: '0\n' },
    { ...left, seconds: 0, ran: { ...run, code: 127, stdout: '', stderr: 'no such file' } },
  ],
  [
    'one that did not end is a finding',
    { stdout: 'waiting\n', output: 'slow\n', code: '137\n', seconds: '300\n' },
    { ...left, seconds: 300, findings: failed('`spec`: did not end in 300 seconds\nslow') },
  ],
  ['so is one that was not begun', {}, { ...left, seconds: 0, findings: failed('`spec`: it was not run\n') }],
])('%s', async (_, results, expected) => {
  const at = await folder();
  await write(at, {
    'survey.json': JSON.stringify({ checks: [], steps: { 'run-0': run }, carries: { starts: true } }),
    'ran/machine': 'x86_64\n',
    ...Object.fromEntries(Object.entries(results).map(([part, text]) => [`ran/run-0.${part}`, text])),
  });
  const paths = ['survey.json', 'ran', 'verify.json'].map((name) => join(at, name));
  const { code, stderr } = await runProgram('judge.py', paths);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const { checks } = JSON.parse(await readFile(join(at, 'verify.json'), 'utf8')) as Surveyed;
  expect(checks).toEqual([expected]);
});
