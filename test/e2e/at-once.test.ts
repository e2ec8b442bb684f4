/** Two runs publish different images of one cell at once: all tags end at one of the two images, and it is whole. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { type Gate, type Stop, startGate } from './gate.ts';
import { type Started, fresh, inFolder, manifest, missingOf, registry, start, tagsOf } from './support.ts';

const shared = [
  '--json',
  '--push',
  '--package=six',
  '--package-version=1.17.0',
  '--package-latest-version=1.17.0',
  '--python-version=3.13',
  '--target-base=alpine',
  `--base-registry=${registry}/library`,
  '--platform=linux/amd64,linux/arm64',
  '--verify=build-platform',
];
const exact = 'py3.13-alpine-1.17.0';
const tags = [exact, 'py3.13-alpine-LATEST', 'py3.13-alpine-1.17', 'py3.13-alpine-1'];

/** A run whose image depends on the name. @param host the registry, or a gate before it. */
const runOf = (name: string, host: string, repository: string, env: NodeJS.ProcessEnv = {}) =>
  start(
    [
      'build',
      ...shared,
      `--registry=${host}`,
      `--image-name=${repository}`,
      `--labels=made.by=${name}`,
      `--annotations=made.by=${name}`,
    ],
    env,
  );

/** The results of both runs, and the state of the registry after them. */
async function outcome(repository: string, runs: readonly Started[]) {
  const ended = await Promise.all(runs.map((one) => one.ended));
  const reports = ended.map(({ stdout }) => JSON.parse(stdout) as Report);
  const held = await tagsOf(repository);
  const { annotations } = await manifest(repository, exact);
  return {
    ends: ended.map(({ code }, at) => ({ code, problems: reports[at]?.problems })),
    notes: reports.map(({ notes }) => notes.some((note) => /at the same time and came last/.test(note))),
    reported: reports.some(({ digest }) => digest === held[exact]),
    strays: Object.entries(held).filter(([, digest]) => digest !== held[exact]),
    tags: Object.keys(held).toSorted(),
    missing: await missingOf(repository, exact),
    by: annotations?.['made.by'],
  };
}

const well = {
  ends: [1, 2].map(() => ({ code: 0, problems: [] })),
  reported: true,
  strays: [],
  tags: tags.toSorted(),
  missing: [],
};

describe('two runs at once leave all tags at one image', () => {
  const repository = fresh('at-once');
  test.each([1, 2])('round %i', async (round) => {
    const names = ['one', 'two'].map((name) => `${name} of round ${round}`);
    const runs = names.map((name) => runOf(name, registry, repository));
    const { by, notes: _, ...rest } = await outcome(repository, runs);
    expect(rest).toEqual(well);
    expect(names).toContain(by);
  });
});

describe('a second run that publishes all while the first is held', () => {
  let gate: Gate;
  beforeAll(async () => {
    gate = await startGate(registry);
  });
  afterAll(() => gate.close());

  test.each<{ name: string; at: Omit<Stop, 'act'>; stands: 'first' | 'second' }>([
    {
      name: 'before its exact tag',
      at: { at: /^PUT \S+-1\.17\.0 /, when: 'asked' },
      stands: 'first',
    },
    {
      name: 'with its exact tag there',
      at: { at: /^PUT \S+-1\.17\.0 /, when: 'answered' },
      stands: 'second',
    },
    {
      name: 'before its first alias',
      at: { at: /^PUT \S+-LATEST /, when: 'asked' },
      stands: 'second',
    },
    {
      name: 'before its last alias',
      at: { at: /^PUT \S+-1 /, when: 'asked' },
      stands: 'second',
    },
    {
      name: 'before it reads back',
      // The third request: the tag was looked up before, and read for the aliases.
      at: { at: /^(?:GET|HEAD) \S+-1\.17\.0$/, nth: 3, when: 'asked' },
      stands: 'second',
    },
  ])('$name', ({ name, at, stands }) =>
    inFolder(async (folder) => {
      const repository = fresh(`at-once-${name.replaceAll(' ', '-')}`);
      const [built, go] = [join(folder, 'built'), join(folder, 'go')];
      // Requests are held only after the builds, or they would time out.
      const docker = `#!/bin/sh
PATH='${process.env['PATH']}' docker "$@" || exit
case "$*" in *' bake '*) touch ${built}; until [ -e ${go} ]; do sleep 0.05; done ;; esac
`;
      writeFileSync(join(folder, 'docker'), docker, { mode: 0o755 });
      const second = runOf('second', registry, repository, { PATH: `${folder}:${process.env['PATH']}` });
      let over = false;
      void second.ended.then(() => (over = true));
      while (!existsSync(built) && !over) await new Promise((later) => setTimeout(later, 50));
      gate.open({
        ...at,
        act: async (): Promise<'open'> => {
          writeFileSync(go, '');
          await second.ended;
          return 'open';
        },
      });
      const first = runOf('first', gate.host, repository);
      expect(await outcome(repository, [first, second])).toEqual({
        ...well,
        notes: [stands === 'second', false],
        by: stands,
      });
    }),
  );
});
