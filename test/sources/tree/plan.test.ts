/** Whole plans of trees: from inputs and files to images. Git is asked in test/sources/git.test.ts. */
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../../src/errors.ts';
import { readTreeInputs } from '../../../src/inputs/tree.ts';
import type { Digest } from '../../../src/names/reference.ts';
import type { Plan } from '../../../src/plan/plan.ts';
import type { Files, HostedEvent, Ran } from '../../../src/ports.ts';
import { imagePolicy } from '../../../src/sources/policy.ts';
import { treePlan } from '../../../src/sources/tree/plan.ts';
import { type Contents, withWorkspace } from './folder.ts';

/** What Git answers: the branch, the branches that there are, and the files that differ from a commit. */
interface Git {
  readonly branch?: string;
  readonly branches?: readonly string[];
  readonly changed?: readonly string[];
  /** Tags that HEAD has. */
  readonly headTags?: readonly string[];
  /** Told the folder of each question. */
  readonly asked?: string[];
}

const answer = (stdout: string | undefined): Ran => ({
  code: stdout === undefined ? 1 : 0,
  stdout: stdout ?? '',
  stderr: '',
});

const gitOf =
  ({ branch, branches = [], changed = [], asked, headTags = [] }: Git) =>
  ({ args: [, folder = '', ...args] }: { readonly args: readonly string[] }): Promise<Ran> => {
    asked?.push(folder);
    switch (args.find((one) => !/^-c$|=/.test(one))) {
      case 'symbolic-ref':
        return Promise.resolve(answer(branch));
      case 'for-each-ref':
        return Promise.resolve(answer(branches.map((name) => `refs/remotes/origin/${name}\n`).join('')));
      case 'diff':
        return Promise.resolve(answer(changed.join('\0')));
      case 'tag':
        return Promise.resolve(answer(headTags.join('\n')));
      default:
        return Promise.resolve(answer(''));
    }
  };

interface Given {
  /** What tags of images have today; others are not answered. */
  readonly tags?: Readonly<Record<string, Digest>>;
  readonly git?: Git;
  readonly event?: HostedEvent;
}

interface Planned {
  readonly plan: Plan;
  readonly notes: readonly string[];
}

const planOf = (
  contents: Contents,
  raw: Readonly<Record<string, string>> = {},
  { git = { branch: 'main' }, event, tags = {} }: Given = {},
): Promise<Planned> =>
  withWorkspace(contents, async (files) => {
    const given = {
      image_name: 'example/images',
      registry: 'ghcr.io',
      platform: 'linux/amd64,linux/arm64',
      push: 'true',
      ...raw,
    };
    const { inputs, problems } = readTreeInputs(given, 'cli', { PWD: '/workspace' });
    if (inputs === undefined) throw new Error(JSON.stringify(problems));
    // The workspace is the root of all that these files are asked for.
    const world = {
      run: gitOf(git),
      files: { ...files, absolute: (path: string) => posix.resolve('/', path) } as Files,
    };
    const notes: string[] = [];
    const policy = imagePolicy(inputs, world.files);
    const today = (image: string) => Promise.resolve(tags[image]);
    const plan = await treePlan(world, inputs, policy, event, (text) => notes.push(text), today);
    return { plan, notes };
  });

const problemsOf = async (planned: Promise<unknown>): Promise<string[]> => {
  const error: unknown = await planned.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Failure)) throw new Error(`it did not fail as it should: ${String(error)}`);
  return error.problems.map(({ station, about, message }) => `${station}, ${about}: ${message}`);
};

const chain: Contents = {
  'base/Dockerfile': 'FROM python:3.13\nONBUILD COPY marks /marks\n',
  'base/test.sh': 'exit 0\n',
  'middle/Dockerfile': 'FROM ghcr.io/example/images/base:main\n',
  'middle/marks/one.txt': '',
  'leaf/Dockerfile': 'ARG WHAT\nFROM ghcr.io/example/images/middle\nCOPY leaf.txt /\n',
  'leaf/leaf.txt': '',
  'alone/Dockerfile': 'FROM scratch\n',
};
const namesOf = ({ plan }: Planned): string[] => plan.images.map(({ id }) => id);
const skippedOf = ({ plan }: Planned) => plan.skipped?.map(({ subject, because }) => [subject.name, because]);

describe('all images', () => {
  test('with their parents, tests, triggers and arguments, parents first', async () => {
    const { plan, notes } = await planOf(chain, {
      build_args: 'WHAT=that\nOTHER=unused',
      labels: 'a=b',
      verify_command: 'true',
    });
    const repository = (name: string) => ({ registry: 'ghcr.io', name: `example/images/${name}` });
    const common = {
      tags: { exact: 'main', aliases: [] },
      platforms: ['linux/amd64', 'linux/arm64'],
      labels: {},
      given: { labels: { a: 'b' }, annotations: {} },
    };
    const checks = { extras: [], skip: [], tools: 'docker.io/library/python:3.13-alpine', command: 'true' };
    const image = (name: string, parents: readonly string[] = []) => ({
      ...common,
      id: name,
      parents,
      subject: { kind: 'dockerfile', name },
      repositories: [repository(name)],
      checks,
    });
    const content = (name: string, more: object = {}) => ({
      kind: 'dockerfile',
      path: `${name}/Dockerfile`,
      context: name,
      arguments: {},
      parents: {},
      ...more,
    });
    expect(plan.images).toEqual([
      { ...image('alone'), content: content('alone') },
      { ...image('base'), content: content('base'), checks: { ...checks, test: 'exit 0\n' } },
      {
        ...image('middle', ['base']),
        content: content('middle', {
          parents: { 'ghcr.io/example/images/base:main': 'base' },
          triggers: {
            'ghcr.io/example/images/base:main': [
              { keyword: 'COPY', rest: 'marks /marks', flags: [], heredocs: [], line: 2 },
            ],
          },
        }),
      },
      {
        ...image('leaf', ['middle']),
        content: content('leaf', {
          arguments: { WHAT: 'that' },
          parents: { 'ghcr.io/example/images/middle': 'middle' },
        }),
      },
    ]);
    expect([plan.skipped, notes]).toEqual([[], []]);
  });

  test('with notes about files that are nearly what is read', async () => {
    const { notes } = await planOf({
      'images.yaml': '[]\n',
      'base/Dockerfile': 'FROM scratch\n',
      'base/test.sh/run': '',
    });
    expect(notes).toEqual([
      'images.yaml is not read: call it images.yml',
      'base/test.sh is a folder, and not a test that can be run',
    ]);
  });

  test('go to every repository, with rows of images.yml and pins', async () => {
    const digest = `sha256:${'1'.repeat(64)}`;
    const { plan } = await planOf(
      {
        'container/Dockerfile.base': 'ARG BASE\nARG BASE_DIGEST\nFROM ${BASE}@${BASE_DIGEST}\n',
        'container/images.yml':
          '- {name: base, platforms: linux/amd64, tags: [stable, nightly], verify_command: tool, exports: [/opt/*.lock, /etc/tool.conf]}\n',
        'container/digests.env': `BASE=python:3.13\nBASE_DIGEST=${digest}\n`,
        'app/main.py': '',
      },
      {
        path: 'container',
        context: '.',
        image_name: 'example/images\nquay.io/example/copies',
        tags: 'nightly,v1',
      },
    );
    expect(plan.images).toMatchObject([
      {
        repositories: [
          { registry: 'ghcr.io', name: 'example/images/base' },
          { registry: 'quay.io', name: 'example/copies/base' },
        ],
        tags: { exact: 'nightly', aliases: ['v1', 'stable'] },
        platforms: ['linux/amd64'],
        exports: ['/opt/*.lock', '/etc/tool.conf'],
        content: {
          path: 'container/Dockerfile.base',
          context: '.',
          arguments: { BASE: 'python:3.13', BASE_DIGEST: digest },
        },
        checks: { command: 'tool' },
      },
    ]);
  });
});

test('what an image can do without is what it has of platform_optional, unless that is all it has', async () => {
  const { plan } = await planOf(
    { ...chain, 'images.yml': '- {name: alone, platforms: linux/arm64}\n' },
    { platform_optional: 'linux/arm64' },
  );
  expect(plan.images.map(({ id, platforms, optional }) => [id, platforms, optional])).toEqual([
    ['alone', ['linux/arm64'], undefined],
    ...['base', 'middle', 'leaf'].map((id) => [id, ['linux/amd64', 'linux/arm64'], ['linux/arm64']]),
  ]);
});

describe('some images', () => {
  test('by name: what they stand on is taken as it is published, on this branch or on the default one', async () => {
    const planned = await planOf(
      chain,
      { images: 'leaf' },
      { git: { branch: 'fix/one', branches: ['main'] } },
    );
    expect(namesOf(planned)).toEqual(['image']);
    expect(planned.plan.images[0]).toMatchObject({
      subject: { name: 'leaf' },
      parents: [],
      content: {
        parents: {},
        published: {
          'ghcr.io/example/images/middle': [
            'ghcr.io/example/images/middle:fix-one',
            'ghcr.io/example/images/middle:main',
          ],
        },
      },
    });
    expect(planned.plan.skipped).toEqual(
      ['alone', 'base', 'middle'].map((name) => ({
        id: `${name}-skipped`,
        subject: { kind: 'dockerfile', name },
        repository: { registry: 'ghcr.io', name: `example/images/${name}` },
        because: 'it was not asked for',
      })),
    );
  });

  test('by a pattern', async () => {
    expect(namesOf(await planOf(chain, { images: '*l*e*,base' }))).toEqual([
      'alone',
      'base',
      'middle',
      'leaf',
    ]);
    expect(namesOf(await planOf(chain, { images: 'm*' }))).toEqual(['image']);
  });

  test('that changed, and those that stand on them', async () => {
    const planned = await planOf(
      chain,
      { changed: 'HEAD~1' },
      { git: { branch: 'main', changed: ['middle/marks/one.txt', 'README.md', 'leaf/other.txt'] } },
    );
    expect(namesOf(planned)).toEqual(['middle', 'leaf']);
    expect(planned.notes).toEqual([
      'middle: files changed: middle/marks/one.txt',
      'leaf: parent-rebuilt: middle',
    ]);
    expect(skippedOf(planned)).toEqual([
      ['alone', 'none of its files changed, and nothing that it stands on'],
      ['base', 'none of its files changed, and nothing that it stands on'],
    ]);
  });

  test('that changed, of those that were asked for', async () => {
    const planned = await planOf(
      chain,
      { changed: 'HEAD~1', images: 'leaf,alone' },
      { git: { branch: 'main', changed: ['middle/marks/one.txt', 'base/test.sh'] } },
    );
    expect(namesOf(planned)).toEqual(['image']);
    expect(skippedOf(planned)).toEqual([
      ['alone', 'none of its files changed, and nothing that it stands on'],
      ['base', 'it was not asked for'],
      ['middle', 'it was not asked for'],
    ]);
  });

  test('none that changed', async () => {
    const planned = await planOf(chain, { changed: 'HEAD' });
    expect(planned.plan.images).toEqual([]);
    expect(planned.plan.skipped?.length).toBe(4);
  });

  test('all, where a branch is new', async () => {
    const event = { name: 'push', ref: 'refs/heads/new', before: '0'.repeat(40) };
    const planned = await planOf(chain, { changed: 'push' }, { event });
    expect(namesOf(planned).length).toBe(4);
    expect(planned.notes).toEqual(['all images count as changed: the branch is new']);
  });

  test('take along what they stand on where nothing is pushed: no registry has it', async () => {
    const planned = await planOf(chain, { images: 'leaf', push: 'false' });
    expect(namesOf(planned)).toEqual(['base', 'middle', 'leaf']);
    expect(skippedOf(planned)).toEqual([['alone', 'it was not asked for']]);
  });
});

describe('tags', () => {
  const exact = async (given: Given, raw: Readonly<Record<string, string>> = {}): Promise<string> =>
    (await planOf(chain, raw, given)).plan.images[0]!.tags.exact;

  test.each<[string, Given, string]>([
    ['a branch', { git: { branch: 'fix/issue 1' } }, 'fix-issue-1'],
    ['a branch of an event', { event: { name: 'push', ref: 'refs/heads/main' } }, 'main'],
    [
      'a pull request',
      { event: { name: 'pull_request', ref: 'refs/pull/12/merge', pullRequest: { number: 12, base: '' } } },
      'pr-12',
    ],
    ['a tag', { event: { name: 'push', ref: 'refs/tags/v1.0' } }, 'v1.0'],
  ])('of %s', async (_, given, tag) => {
    expect(await exact(given)).toBe(tag);
  });

  test('of a branch whose tag another one would have, too', async () => {
    expect(await exact({ git: { branch: 'fix/one', branches: ['fix-one'] } })).toMatch(
      /^fix-one-[0-9a-f]{7}$/,
    );
  });

  test('that are given need no Git', async () => {
    expect(await exact({ git: {} }, { tags: 'nightly' })).toBe('nightly');
  });

  test('are those of the repository that the folder is in', async () => {
    const asked: string[] = [];
    const tree = { 'container/base/Dockerfile': 'FROM scratch\n' };
    await planOf(tree, { path: 'container', changed: 'HEAD' }, { git: { branch: 'fix/one', asked } });
    expect(new Set(asked)).toEqual(new Set(['container']));
  });

  test('of a commit with several tags, one of which must be named', async () => {
    const git = { headTags: ['v1', 'v1.0'] };
    expect(await problemsOf(planOf(chain, {}, { git }))).toEqual([
      'input, tags: tags: HEAD has the tags v1, v1.0. Name the one that the images get.',
    ]);
    expect(await exact({ git }, { tags: 'v1' })).toBe('v1');
  });

  test('that nothing names', async () => {
    expect(await problemsOf(planOf(chain, {}, { git: {} }))).toEqual([
      'input, tags: tags: nothing names a tag, since Git is at no branch, tag or pull request here. Give one.',
    ]);
  });
});

describe('what is wrong', () => {
  test.each<[string, Contents, Readonly<Record<string, string>>, readonly string[]]>([
    [
      'a name of no image',
      chain,
      { images: 'midle,xyz' },
      [
        'input, images: images: the tree has no image "midle". Did you mean "middle"?',
        'input, images: images: the tree has no image "xyz". There are alone, base, middle, leaf.',
      ],
    ],
    [
      'no such folder',
      chain,
      { path: 'container' },
      ['input, path: There is no folder "container". The input path is the folder with the Dockerfiles.'],
    ],
    [
      'a folder without Dockerfiles',
      { 'container/README.md': '' },
      { path: 'container' },
      [
        'input, container: There is no Dockerfile in "container": an image NAME is made by NAME/Dockerfile or by Dockerfile.NAME, in any folder that is not hidden. Name the folder that they are in, or a row in images.yml with the path of each.',
      ],
    ],
    [
      'a file of pins that is not there',
      chain,
      { pins: 'pins.env' },
      ['input, pins: There is no file "pins.env" of pins.'],
    ],
    [
      'pins and rows that cannot be read, together',
      {
        ...chain,
        'digests.env': 'A=1\nnothing\n',
        'images.yml': '- {name: bse}\n- {name: base, platform: x}\n',
      },
      {},
      [
        'input, images.yml: images.yml:2:16: there is no key "platform". Did you mean "platforms"?',
        'input, digests.env: digests.env, line 2: it is not NAME=value.',
        'input, images.yml: images.yml:1: no Dockerfile makes the image "bse". Did you mean "base"? A row with "dockerfile" says which file makes it.',
      ],
    ],
    [
      'an images.yml that is none',
      { ...chain, 'images.yml': '- {name: base\n' },
      {},
      [expect.stringMatching(/^input, images\.yml: images\.yml:\d:\d+: /) as string],
    ],
    [
      'an images.yml that is too long',
      { ...chain, 'images.yml': `# ${'x'.repeat(1024 * 1024)}\n` },
      {},
      [
        'input, images.yml: "images.yml" has 1,048,579 bytes, and at most 1,000,000 are read. Is it another file?',
      ],
    ],
    [
      'an image that nothing makes',
      { ...chain, 'other/Dockerfile': 'FROM ghcr.io/example/images/bas\n' },
      {},
      [
        'input, other/Dockerfile: other/Dockerfile: no Dockerfile of the tree makes "ghcr.io/example/images/bas", which is called as its images are: other → ghcr.io/example/images/bas. Where one does, a row in images.yml says so: - {name: base, image: ghcr.io/example/images/bas}. Where it is built elsewhere: - {image: ghcr.io/example/images/bas, external: true}.',
      ],
    ],
  ])('%s', async (_, contents, raw, problems) => {
    expect(await problemsOf(planOf(contents, raw))).toEqual(problems);
  });
});

describe('a pinned base that moved', () => {
  const digest = (letter: string): Digest => `sha256:${letter.repeat(64)}` as Digest;
  const tree: Contents = {
    'container/base/Dockerfile': 'ARG BASE_IMAGE\nARG BASE_DIGEST\nFROM ${BASE_IMAGE}@${BASE_DIGEST}\n',
    'container/tool/Dockerfile': `ARG TOOL=busybox:1
ARG DIGEST=${digest('b')}
FROM alpine:3.22@${digest('a')} AS one
FROM \${TOOL}@\${DIGEST}
COPY --from=one / /one
COPY --from=untagged@${digest('c')} / /two
COPY --from=silent:1@${digest('d')} / /three
`,
    'container/digests.env': `# The base.\nBASE_IMAGE=ubuntu:24.04\nBASE_DIGEST=${digest('1')}\nOTHER=unused:1@${digest('2')}\n`,
  };
  const moved = { 'ubuntu:24.04': digest('3'), 'alpine:3.22': digest('4'), 'busybox:1': digest('5') };
  const more = { 'unused:1': digest('6'), untagged: digest('7') };
  const was = (letter: string): string => `sha256:${letter.repeat(12)}`;
  const base = `container/digests.env:3: BASE_DIGEST has ubuntu:24.04 at ${was('1')}, and its tag is ${was('3')} by now; "python-image-builder pins --path container --update" writes that digest in its place`;

  test('is a note, with where it is written and what it would be', async () => {
    const { notes } = await planOf(tree, { path: 'container' }, { tags: { ...moved, ...more } });
    expect(notes.toSorted()).toEqual(
      [
        base,
        `container/tool/Dockerfile:2: busybox:1 at ${was('b')}, and its tag is ${was('5')} by now; write that digest to move on`,
        `container/tool/Dockerfile:3: alpine:3.22 at ${was('a')}, and its tag is ${was('4')} by now; write that digest to move on`,
      ].toSorted(),
    );
  });

  test('is none where nothing moved, nobody answers, or the image is not made', async () => {
    expect((await planOf(tree, { path: 'container' })).notes).toEqual([]);
    const same = { 'ubuntu:24.04': digest('1'), 'alpine:3.22': digest('a') };
    expect((await planOf(tree, { path: 'container' }, { tags: same })).notes).toEqual([]);
    const { notes } = await planOf(tree, { path: 'container', images: 'base' }, { tags: moved });
    expect(notes).toEqual([base]);
  });
});
