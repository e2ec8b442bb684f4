/** From raw values to what is shown, with the command that needs no registry and no engine. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Entry, runCommand } from '../../src/entry/run.ts';
import type { Problem } from '../../src/errors.ts';
import { testWorld } from '../support/world.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'run-'));
  await mkdir(join(folder, 's3cret-store'));
  await writeFile(join(folder, 'file'), '');
});
afterAll(() => rm(folder, { recursive: true }));

interface Seen {
  readonly code: number;
  /** What the entry was asked for, in order. */
  readonly calls: readonly string[];
  readonly messages: readonly string[];
  readonly json?: unknown;
}

async function seenOf(given: Partial<Entry>): Promise<Seen> {
  const calls: string[] = [];
  const seen: { messages: string[]; json?: unknown } = { messages: [] };
  const placed = Object.entries(given.raw ?? {}).map(([name, value]) => [
    name,
    value.replaceAll('FOLDER', folder),
  ]);
  const told = (problems: readonly Problem[]): void =>
    void seen.messages.push(...problems.map(({ message }) => message.replaceAll(folder, 'FOLDER')));
  const code = await runCommand('wheels', {
    where: 'cli',
    problems: [],
    env: {},
    ...given,
    raw: Object.fromEntries(placed) as Record<string, string>,
    log({ values }) {
      calls.push(`log without ${JSON.stringify(values)}`);
      return testWorld().log;
    },
    resources() {
      calls.push('resources');
      return { programs: '/none', cache: join(folder, 'cache') };
    },
    refuse(problems) {
      calls.push('refuse');
      told(problems);
    },
    show(shown) {
      calls.push('show');
      seen.json = shown.json;
      told(shown.problems);
    },
  });
  return { code, calls, ...seen };
}

const shown = ['log without []', 'resources', 'show'];
const refused = ['log without []', 'refuse'];
const none = { kind: 'folder', wheels: [], others: [], problems: [] };

test.each<readonly [string, Partial<Entry>, Partial<Seen>]>([
  ['a list', { raw: { wheel_store: 'FOLDER/s3cret-store' } }, { code: 0, calls: shown, messages: [] }],
  [
    'the cache folder that the entry gives',
    {},
    { code: 0, calls: shown, messages: [], json: expect.objectContaining({ absent: true }) as object },
  ],
  [
    'inputs that turn out to be wrong, as those that are wrong at once',
    { raw: { wheel_store: 'FOLDER/file' } },
    {
      code: 2,
      calls: ['log without []', 'resources', 'refuse'],
      messages: [expect.stringMatching(/^FOLDER\/file is a file: wheel_store names/) as string],
    },
  ],
  [
    'wrong inputs before anything is loaded',
    { raw: { wheel_store: 'off', dry_run: 'maybe' } },
    {
      code: 2,
      calls: refused,
      messages: [
        '--wheel-store: "off" saves nothing, so there is nothing to list.',
        '--dry-run: "maybe" is neither "true" nor "false".',
      ],
    },
  ],
  [
    'problems of the entry itself',
    { problems: [{ station: 'input', message: 'a word stands alone' }] },
    { code: 2, calls: refused, messages: ['a word stands alone'] },
  ],
  [
    'only the problem of the entry, where an input has another one too',
    {
      raw: { wheel_store: 'off', ca_bundle: 'https://x' },
      problems: [{ station: 'input', about: 'wheel_store', message: 'it is given more than once' }],
    },
    {
      code: 2,
      calls: refused,
      messages: [
        'it is given more than once',
        '--ca-bundle: "https://x" is a URL: give a path on this machine, and check out or download first.',
      ],
    },
  ],
  [
    'a result without its secrets',
    {
      raw: {
        wheel_store: 'FOLDER/s3cret-store',
        registry_username: 'ada',
        registry_password: 's3cret',
      },
    },
    {
      code: 0,
      calls: ['log without ["s3cret"]', 'resources', 'show'],
      json: { ...none, where: expect.stringMatching(/\/\*\*\*-store$/) as string },
    },
  ],
])('shows %s', async (_, given, expected) => {
  expect(await seenOf(given)).toMatchObject(expected);
});
