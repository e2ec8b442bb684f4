/** Clean-ups of a machine whose Docker and folders are given; `test/e2e/clean-local.test.ts` has a real one. */
import { expect, test } from 'vitest';
import { cleanLocal, type LocalRequest } from '../../src/commands/clean-local.ts';
import { FileFailure } from '../../src/file-failure.ts';
import { Interrupted, type Measured, type World } from '../../src/ports.ts';
import { localText } from '../../src/report/clean-local.ts';
import { testWorld } from '../support/world.ts';

const now = Date.parse('2026-11-30T12:00:00Z');
const [ended, going, elsewhere] = ['p1haaaaaa', 'p2haaaaaa', 'p3hbbbbbb'].map(
  (mark) => `python-image-builder-${mark}-0123456789ab`,
) as [string, string, string];
const [ofJob, another] = ['python-image-builder-0123456789ab', 'python-image-builder-ba9876543210'];
const label = 'io.github.python-image-builder.steps';
const [time, older] = ['2026-01-02T03:04:05Z', '2025-12-12T00:00:00Z'];
const logs = ['1', '2'].map(
  (digit) => `python-image-builder-${digit.repeat(8)}-1234-1234-1234-123456789abc.log`,
);

const container = (name: string, image: string, running: boolean) => ({
  Name: `/${name}`,
  Image: image,
  State: { Running: running },
  Created: '2026-11-01T00:00:00.123456789Z',
  Mounts: [{ Name: `${name}_state` }],
});
const image = (id: string, created: string, tags: readonly string[]) => ({
  Id: id,
  RepoTags: tags,
  RepoDigests: [`example/${id}@sha256:0`],
  Created: created,
  Size: 50_000_000,
  Config: { Labels: { [label]: `2 ${time}` } },
});
/** What `run` loads, or an image that was built on it. */
const loaded = (id: string, tags: readonly string[]) => ({
  ...image(id, time, tags),
  Config: { Labels: { 'io.github.python-image-builder.loaded': 'localhost/app/web:latest' } },
});
const lines = (values: readonly unknown[]): string =>
  values.map((value) => `${typeof value === 'string' ? value : JSON.stringify(value)}\n`).join('');

/** What Docker answers to a command that begins so. */
const answers: Readonly<Record<string, string>> = {
  'container ls': 'a\nb\nc\n',
  'container inspect': lines([
    container(`buildx_buildkit_${ended}0`, 'sha256:buildkit', true),
    container(`buildx_buildkit_${another}0`, 'sha256:buildkit', true),
    container('web', 'sha256:held', false),
  ]),
  'buildx ls': `NAME/NODE DRIVER/ENDPOINT STATUS\n${ended}* docker-container\n \\_ ${ended}0 \\_ unix:///x running\n${going} docker-container\n${elsewhere} docker-container\n${ofJob} docker-container\nmine docker-container\ndefault docker\n`,
  [`buildx inspect ${ended}`]: 'Name: x\nLast Activity: 2026-11-29 10:00:00 +0000 UTC\n',
  [`buildx inspect ${ofJob}`]: 'Name: x\nLast Activity: 2026-11-30 10:00:00 +0000 UTC\n',
  [`buildx inspect ${elsewhere}`]: 'Name: x\nLast Activity: 2026-11-28 10:00:00 +0000 UTC\n',
  'volume ls': 'x\n',
  'volume inspect': lines([
    { Name: `buildx_buildkit_${ended}0_state`, CreatedAt: '2026-11-01T00:00:00Z' },
    { Name: `buildx_buildkit_${another}0_state`, CreatedAt: '2026-11-01T00:00:00Z' },
    { Name: 'buildx_buildkit_python-image-builder-0000000000000_state', CreatedAt: '2026-11-01T00:00:00Z' },
  ]),
  'system df': lines([[{ Name: `buildx_buildkit_${ended}0_state`, Size: '1.5GB' }]]),
  'image ls': 'sha256:ours\nsha256:ours\nsha256:untagged\nsha256:held\nsha256:built\nsha256:renamed\n',
  'image history --no-trunc --format={{json .CreatedAt}} sha256:renamed': lines(
    [time, time, time, older].map((one) => JSON.stringify(one)),
  ),
  'image history': lines([time, '2026-01-02T05:04:05+02:00', older].map((one) => JSON.stringify(one))),
  'image inspect': lines([
    image('sha256:ours', '2026-01-02T03:04:05.000Z', ['example/app:1', 'example/app:latest']),
    image('sha256:untagged', time, []),
    image('sha256:held', time, ['example/held:1']),
    image('sha256:renamed', time, ['somebody/renamed:1']),
    loaded('sha256:loaded', ['localhost/app/web:latest']),
    loaded('sha256:onloaded', ['somebody/onloaded:1']),
    image('sha256:built', '2026-11-11T11:11:11.5Z', ['somebody/built:1']),
  ]),
};

const file = (bytes: number, more: Partial<Measured> = {}): Measured => ({
  kind: 'file',
  bytes,
  changed: Date.parse('2026-11-20T00:00:00Z'),
  isOwn: true,
  ...more,
});
const measured: Readonly<Record<string, Measured>> = {
  '/cache/wheels': file(7_000_000, { kind: 'link' }),
  '/cache/facts-3': file(1000, { kind: 'folder' }),
  '/cache/pages-1': file(3000, { kind: 'folder' }),
  '/cache/resolutions-1': file(2000, { kind: 'folder' }),
  '/runner/python-image-builder/facts-3': file(1000, { kind: 'folder' }),
  '/cache/engine': file(1e9, { kind: 'folder' }),
  [`/tmp/${ended}`]: file(2000, { kind: 'folder' }),
  [`/tmp/${elsewhere}`]: file(2000, { kind: 'folder', isOwn: false }),
  '/tmp/python-image-builder-p1haaaaaa-link': file(0, { kind: 'link' }),
  '/tmp/python-image-builder-notes': file(5, { kind: 'folder' }),
  [`/tmp/${logs[0]}`]: file(1000),
  [`/tmp/${logs[1]}`]: file(2000),
};

interface Made {
  readonly world: World;
  /** Commands and removals that change something, in order. */
  readonly done: string[];
}

function machine(more: Partial<World> = {}, refusing: readonly string[] = []): Made {
  const done: string[] = [];
  const test = testWorld({
    run: ({ args }) => {
      const line = args.join(' ');
      if (/(?:^| )rm /.test(line)) {
        done.push(line);
        const refused = refusing.some((part) => line.includes(part));
        return { code: refused ? 1 : 0, stdout: '', stderr: refused ? 'first\nError: it is in use\n' : '' };
      }
      const answer = Object.entries(answers).find(([begin]) => line.startsWith(begin))?.[1];
      return { code: 0, stdout: answer ?? '', stderr: '' };
    },
  });
  const world: World = {
    ...test,
    clock: { ...test.clock, now: () => now },
    files: {
      ...test.files,
      list: async (folder) =>
        Object.keys(measured)
          .filter((path) => path.startsWith(`${folder}/`))
          .map((path) => path.slice(folder.length + 1)),
    },
    machine: {
      ...test.machine,
      isRunning: (mark) => (mark.endsWith('hbbbbbb') ? undefined : mark.startsWith('p2')),
      measure: async (path) => measured[path],
      removeAll: async (path) => {
        if (refusing.includes(path)) throw new FileFailure({ path, doing: 'removed', code: 'EACCES' });
        done.push(`remove ${path}`);
      },
    },
    ...more,
  };
  return { world, done };
}

const request: LocalRequest = { yes: true, dryRun: false, cache: '/cache' };
const removals = [
  `buildx rm --force ${ended}`,
  `buildx rm --force ${elsewhere}`,
  'volume rm buildx_buildkit_python-image-builder-0000000000000_state',
  'image rm example/app:1 example/app:latest',
  'image rm example/sha256:untagged@sha256:0',
  'image rm localhost/app/web:latest',
  'remove /cache/facts-3',
  'remove /cache/pages-1',
  'remove /cache/resolutions-1',
  `remove /tmp/${ended}`,
  `remove /tmp/${logs[0]}`,
  `remove /tmp/${logs[1]}`,
];

test('lists all that it finds, with what goes and why the rest stays, and removes nothing', async () => {
  const { world, done } = machine();
  const { report } = await cleanLocal(world, { ...request, dryRun: true, yes: false });
  expect(localText(report, { width: 160, isTerminal: true, colour: false, unicode: true }))
    .toBe(`  What                       Kind                    Size    Used        Name
  goes                       builder with its cache  1.5 GB  2026-11-29  ${ended}
  goes                       builder with its cache          2026-11-28  ${elsewhere}
  stays: a run uses it       builder with its cache                      ${going}
  stays: a job may use it    builder with its cache          2026-11-30  ${ofJob}
  stays: another user's      container of a builder          2026-11-01  buildx_buildkit_${another}0
  goes                       cache of a builder              2026-11-01  buildx_buildkit_python-image-builder-0000000000000_state
  goes                       image                   50 MB               example/app:1, example/app:latest
  goes                       image                   50 MB               example/sha256:untagged@sha256:0
  goes                       image                   50 MB               localhost/app/web:latest
  stays: a container has it  image                   50 MB               example/held:1
  stays: built on ours       image                   50 MB               somebody/built:1
  stays: built on ours       image                   50 MB               somebody/onloaded:1
  stays: built on ours       image                   50 MB               somebody/renamed:1
  stays: it is a link        saved wheels            7 MB    2026-11-20  /cache/wheels
  goes                       what bases hold         1 kB    2026-11-20  /cache/facts-3
  goes                       what an index said      3 kB    2026-11-20  /cache/pages-1
  goes                       what an index said      2 kB    2026-11-20  /cache/resolutions-1
  goes                       temporary files         2 kB    2026-11-20  /tmp/${ended}
  goes                       log: 2                  3 kB    2026-11-20  /tmp/${logs[0]}, …
this machine: 12 of 20 found go, 1.7 GB
`);
  expect([report.outcome, done]).toEqual(['listed', []]);
});

test('removes what goes, and nothing else', async () => {
  const { world, done } = machine();
  const { report } = await cleanLocal(world, request);
  expect(done).toEqual(removals);
  expect(localText(report)).toBe('this machine: 12 removed, 1.7 GB\n');
});

test('leaves what was used lately, where an age is given', async () => {
  const { world, done } = machine();
  await cleanLocal(world, { ...request, older: 15 * 86_400 });
  expect(done).toEqual(removals.slice(2, 3));
});

test.each([
  ['y', 'removed', 12],
  ['n', 'declined', 0],
  ['', 'declined', 0],
] as const)('asks, and after %j it is %s', async (answer, outcome, count) => {
  const asked: string[] = [];
  const { world, done } = machine({ ask: async (question) => (asked.push(question), answer) });
  const { report } = await cleanLocal(world, { ...request, yes: false });
  expect([report.outcome, done.length, asked]).toEqual([
    outcome,
    count,
    ['Remove 12 things for good? [y/N] '],
  ]);
});

test('spares what a run uses that began while the list was read', async () => {
  const { world, done } = machine();
  let running = false;
  const isRunning = (mark: string) => (mark.startsWith('p1') ? running : mark.startsWith('p2'));
  const ask = async () => ((running = true), 'y');
  await cleanLocal({ ...world, ask, machine: { ...world.machine, isRunning } }, { ...request, yes: false });
  expect(done.filter((line) => line.includes('p1h') || line.includes('facts'))).toEqual([]);
  expect(done).toHaveLength(7);
});

test('finds what steps of the action keep on a runner', async () => {
  const { world } = machine({ env: { RUNNER_TOOL_CACHE: '/runner' } });
  const { report } = await cleanLocal(world, { ...request, dryRun: true });
  expect(report.machine.map(({ names }) => names[0])).toContain('/runner/python-image-builder/facts-3');
});

test('spares what the command line of a process names', async () => {
  const { world, done } = machine();
  const commandLines = async () => [`docker buildx bake --builder=${ended}`];
  await cleanLocal({ ...world, machine: { ...world.machine, commandLines } }, request);
  expect(done).not.toContain(`buildx rm --force ${ended}`);
});

test('goes on where something cannot be removed, and says so', async () => {
  const { world, done } = machine({}, ['example/app:1', '/cache/facts-3']);
  const { report } = await cleanLocal(world, request);
  expect([report.outcome, report.problems.map(({ message }) => message), done.length]).toEqual([
    'failed',
    [
      '"example/app:1" could not be removed: Error: it is in use',
      '"/cache/facts-3" could not be removed: this user may not (EACCES). Change its permissions, or name another place.',
    ],
    11,
  ]);
  expect(localText(report)).toBe('this machine: 10 removed, 1.6 GB; 2 not\n');
});

test('without a terminal and without yes looks at nothing', async () => {
  const { report } = await cleanLocal(testWorld(), { ...request, yes: false });
  expect([report.outcome, report.problems.map(({ about }) => about)]).toEqual(['failed', ['yes']]);
  expect(localText(report)).toBe('');
});

test('without Docker cleans folders, and says what it did not look at', async () => {
  const { world, done } = machine({ run: async () => ({ code: 127, stdout: '', stderr: '' }) });
  const { report } = await cleanLocal(world, request);
  expect(done).toEqual(removals.slice(6));
  expect(report.notes).toEqual([
    expect.stringMatching(/^The program "docker" was not found\. .* What Docker has was not looked at\.$/),
  ]);
});

test('an interruption leaves the rest', async () => {
  const { world } = machine();
  const removeAll = async () => Promise.reject(new Interrupted('SIGINT'));
  const { report, interrupted } = await cleanLocal(
    { ...world, machine: { ...world.machine, removeAll } },
    request,
  );
  expect([interrupted?.exitCode, report.machine.filter(({ removed }) => removed).length]).toEqual([130, 6]);
});
