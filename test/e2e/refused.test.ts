/** A registry that refuses a push, before anything is built for it, and one that goes away in the middle of a push. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { type TestRegistry, basicUser, startRegistry } from '../support/registry.ts';
import { type TokenServer, startTokenServer, tokenUser } from '../support/tokens.ts';
import { type Gate, type Stop, startGate } from './gate.ts';
import { cli, failing, fresh, missingOf, registry, tagsOf } from './support.ts';
import { type Watched, watch } from './watched.ts';

const options = [
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

describe('refuses before building, with a way out,', () => {
  let tokens: TokenServer;
  let withTokens: TestRegistry;
  let withPasswords: TestRegistry;
  let folder: string;
  let watched: Watched;
  beforeAll(async () => {
    tokens = await startTokenServer();
    withTokens = await startRegistry({ kind: 'token', server: tokens });
    withPasswords = await startRegistry({ kind: 'basic' });
    folder = mkdtempSync(join(tmpdir(), 'e2e-'));
    watched = await watch(folder, ['docker']);
  });
  afterAll(async () => {
    await Promise.all([withTokens.stop(), withPasswords.stop(), tokens.stop()]);
    rmSync(folder, { recursive: true });
  });

  test.each([
    {
      name: 'a user who may only pull',
      at: () => withTokens,
      image: 'others/app',
      user: tokenUser,
      says: [
        'did not let the user "owner" (credentials from the inputs) write HOST/others/app.',
        'Use an account that may push there: "docker login HOST" before, or the inputs for the user and the password, where those are for HOST.',
      ],
    },
    {
      name: 'an anonymous user who may only pull',
      at: () => withTokens,
      image: 'public/app',
      says: [
        "did not let an anonymous user (neither the inputs nor Docker's config.json have credentials for HOST) write HOST/public/app.",
        'Use an account that may push there',
      ],
    },
    {
      name: 'a wrong password',
      at: () => withPasswords,
      image: 'any/app',
      user: { ...basicUser, password: 'wrong' },
      says: [
        'did not let the user "reader" (credentials from the inputs) read HOST/any/app.',
        'Whether the image exists cannot be known.',
      ],
    },
  ])('$name', async ({ at, image, user, says }) => {
    const { host, requests } = at();
    const login = user === undefined ? [] : [`--registry-username=${user.username}`];
    const { code, report, said } = await failing(
      [...options, `--registry=${host}`, `--image-name=${image}`, ...login],
      {
        PATH: watched.path,
        ...(user === undefined ? {} : { REGISTRY_PASSWORD: user.password }),
      },
    );
    expect({
      code,
      problems: report.problems.map(({ station, about }) => ({ station, about })),
      lacks: says
        .map((text) => text.replaceAll('HOST', host))
        .filter((text) => report.problems[0]?.message.includes(text) !== true),
      secret: user !== undefined && said.includes(user.password),
      docker: watched.take().calls,
      written: requests().filter((line) => / 20[12]$/.test(line)),
    }).toEqual({
      code: 4,
      problems: [{ station: 'registry', about: `${host}/${image}` }],
      lacks: [],
      secret: false,
      docker: [],
      written: [],
    });
  });
});

describe('a registry that goes away', () => {
  let gate: Gate;
  beforeAll(async () => {
    gate = await startGate(registry);
  });
  afterAll(() => gate.close());

  const exact = 'py3.13-alpine-1.17.0';
  const aliases = ['py3.13-alpine-LATEST', 'py3.13-alpine-1.17', 'py3.13-alpine-1'];
  test.each<{
    name: string;
    at: Omit<Stop, 'act'>;
    tags: readonly string[];
    says: RegExp;
    again: Report['decision'];
  }>([
    {
      name: 'in the middle of a layer',
      at: { at: /^PUT \S+\/uploads\/ /, size: 1 << 20, when: 'midway' },
      tags: [],
      says: /- No tag was moved\. /,
      again: 'build',
    },
    {
      name: 'with the answer to the exact tag',
      at: { at: /^PUT \S+-1\.17\.0 /, when: 'answered' },
      tags: [exact],
      says: /: the exact tag may have moved\. Run again to complete it/,
      again: 'retag',
    },
    {
      name: 'between the aliases',
      at: { at: /^PUT \S+-1\.17 /, when: 'asked' },
      tags: [exact, aliases[0]!],
      says: /- Moved: \S+-1\.17\.0, \S+-LATEST\. Not moved: \S+-1\.17, \S+-1\. /,
      again: 'retag',
    },
  ])('$name', async ({ at, tags, says, again }) => {
    const repository = fresh(`away-${tags.length}`);
    const args = ['build', `--registry=${gate.host}`, `--image-name=${repository}`, ...options];
    gate.open({ ...at, act: () => 'shut' });
    const gone = await cli(args);
    expect({
      code: gone.code,
      said: gone.stdout.replaceAll(/\s+/g, ' '),
      trace: /^ +at \S/m.exec(gone.stdout + gone.stderr),
      tags: Object.keys(await tagsOf(repository)).toSorted(),
    }).toEqual({
      code: 4,
      said: expect.stringMatching(
        new RegExp(`${says.source}.*This was tried \\d+ times in \\d+ s\\. The fault is on the way`),
      ),
      trace: null,
      tags: tags.toSorted(),
    });
    gate.open();
    const report = JSON.parse((await cli([...args, '--json'])).stdout) as Report;
    expect({
      decision: report.decision,
      problems: report.problems,
      tags: await tagsOf(repository),
      missing: await missingOf(repository, exact),
    }).toEqual({
      decision: again,
      problems: [],
      tags: Object.fromEntries([exact, ...aliases].map((tag) => [tag, report.digest])),
      missing: [],
    });
  });
});
