import { describe, expect, test } from 'vitest';
import { parseMount, parsePublish } from '../../src/inputs/container.ts';
import { type RunInputs, readRunInputs } from '../../src/inputs/run.ts';

const env = { PWD: '/home/ada/Foo' };

test('takes a name alone', () => {
  const { inputs, problems } = readRunInputs({ name: 'foo-manage' }, 'cli', env);
  expect(problems).toEqual([]);
  expect(inputs).toMatchObject({
    name: 'foo-manage',
    source: 'auto',
    options: [],
    arguments: [],
    secrets: [],
    project: { path: '.', scripts: ['foo-manage'], variant: 'alpine', verify: 'off', provenance: 'false' },
    tree: { path: '.', images: ['foo-manage'], tags: ['latest'], verify: 'off', provenance: 'false' },
  });
  for (const one of [inputs?.project, inputs?.tree])
    expect(one).toMatchObject({ push: false, repositories: [{ registry: 'localhost', name: 'foo' }] });
});

const words = (...all: readonly string[]): string => JSON.stringify(all);

test.each<readonly [string, Readonly<Record<string, string>>, Partial<RunInputs>]>([
  [
    'options of docker, with every character',
    {
      publish: words('8000:80', '127.0.0.1::81'),
      env: words('A=1\n 2', ' #B'),
      env_from: words('.env'),
      volume: words('./a b:/data:ro'),
      mount: words('type=tmpfs,dst=/cache'),
      network: words('host'),
      user: '1000:1000',
      workdir: '/data',
    },
    {
      options: [
        '--publish=8000:80',
        '--publish=127.0.0.1::81',
        '--env=A=1\n 2',
        '--env= #B',
        '--env-file=.env',
        '--volume=./a b:/data:ro',
        '--mount=type=tmpfs,dst=/cache',
        '--network=host',
        '--user=1000:1000',
        '--workdir=/data',
      ],
    },
  ],
  ['what the program is given', { arguments: words('', '-x', 'a\tb') }, { arguments: ['', '-x', 'a\tb'] }],
  ['another source', { source: 'tree' }, { source: 'tree' }],
  ['certificates', { ca_bundle: 'company.pem' }, { caBundle: 'company.pem' }],
])('takes %s', (_, raw, expected) => {
  const { inputs, problems } = readRunInputs({ name: 'foo', ...raw }, 'cli', env);
  expect(problems).toEqual([]);
  expect(inputs).toMatchObject(expected);
});

test('gives each source what it takes, and the image not the user of the container', () => {
  const raw = {
    name: 'foo',
    user: 'app',
    path: 'sub',
    python_version: '3.12',
    pins: 'pins.env',
    build_args: 'A=1',
    registry: 'ghcr.io',
    image_name: 'example/foo',
    rebuild: 'always',
  };
  const { inputs } = readRunInputs(raw, 'cli', env);
  expect(inputs?.project).toMatchObject({ path: 'sub', python: { text: '3.12' }, rebuild: 'always' });
  expect(inputs?.tree).toMatchObject({ path: 'sub', pins: 'pins.env', buildArgs: { A: '1' } });
  expect(inputs?.project.user).toBeUndefined();
  for (const one of [inputs?.project, inputs?.tree])
    expect(one?.repositories).toEqual([{ registry: 'ghcr.io', name: 'example/foo' }]);
});

test.each(['stale', 'always', 'missing', 'never'])('asks the engine with rebuild "%s"', (rebuild) => {
  const { inputs, problems } = readRunInputs({ name: 'foo', rebuild }, 'cli', env);
  expect(problems).toEqual([]);
  expect([inputs?.project.rebuild, inputs?.tree.rebuild]).toEqual([rebuild, rebuild]);
});

describe('refuses', () => {
  test.each<readonly [string, Readonly<Record<string, string>>, readonly string[]]>([
    [
      'no name',
      {},
      [
        'NAME: it is missing. The console script of the project, or the image of the tree, that is run. For example: foo-manage',
      ],
    ],
    [
      'a pattern',
      { name: 'foo*' },
      ['NAME: "foo*" is neither the name of a console script nor that of an image.'],
    ],
    [
      'what docker would refuse when the image is built, all at once',
      {
        name: 'foo',
        publish: words('99999999:1', '8000:80'),
        env: words('A=1', '=s3cret'),
        volume: words('a:b'),
        mount: words('foo', 'type=bind,src=/a'),
        workdir: 'nothing',
      },
      [
        '--publish: "99999999:1" names no port of this machine, which is 0 to 65535: write [[IP:]PORT:]PORT[/PROTOCOL], like "8000:80".',
        '--env: entry 2 has no name: write NAME=VALUE, or NAME alone for the value of this environment.',
        '--volume: "a:b" names no absolute path in the container: write it like "./data:/data:ro".',
        '--mount: "foo" does not say where in the container it is: write fields with commas, like "type=tmpfs,dst=/cache".',
        '--mount: "type=bind,src=/a" does not say where in the container it is: write fields with commas, like "type=tmpfs,dst=/cache".',
        '--workdir: "nothing" is not an absolute path of the container, like "/data".',
      ],
    ],
    [
      'all that is wrong, each once',
      {
        name: '-',
        source: 'package',
        rebuild: 'sometimes',
        path: 'https://x',
        python_version: '3',
        pins: 'a:b',
      },
      [
        'NAME: "-" is neither the name of a console script nor that of an image.',
        expect.stringMatching(/^--source: "package" /) as string,
        expect.stringMatching(/^--rebuild: "sometimes" /) as string,
        expect.stringMatching(/^--path: "https:\/\/x" is a URL/) as string,
        expect.stringMatching(/^--python-version: /) as string,
        expect.stringMatching(/^--pins: /) as string,
      ],
    ],
  ])('%s', (_, raw, messages) => {
    const { inputs, problems } = readRunInputs(raw, 'cli', env);
    expect(inputs).toBeUndefined();
    expect(problems.map(({ message }) => message)).toEqual(messages);
  });
});

describe('ports, as docker reads them', () => {
  // Docker 28 was asked about each; port 0 of a container it takes, and nothing can listen there.
  test.each(
    [
      ['80', '80/udp', '8000:80/TCP', '127.0.0.1:8000:80', '127.0.0.1::80', ':80', '::80', '80/'],
      ['[::1]:80:80', '::1:80:80', '[::1]::80', '8000-8010:80', '8000-8010:8000-8010', '0:80'],
      ['target=80,published=80'],
    ].flat(),
  )('takes %s', (text) => {
    expect(parsePublish(text)).toEqual({ ok: true, value: text });
  });

  test.each(
    [
      ['8000:80/foo', '8000-8002:80-81', '80:8000-8001', '65536:1', 'localhost:80:80', '80:', 'a', ''],
      ['80:80:80:80', ' 80', '8-7:1', '1:65536', '80:0'],
    ].flat(),
  )('refuses "%s"', (text) => {
    expect(parsePublish(text)).toMatchObject({ ok: false });
  });
});

test.each(['dst=/a', 'TARGET=/a', 'type=volume,destination=/a,readonly', '"type=tmpfs","dst=/a,b"'])(
  'takes the mount %s',
  (text) => {
    expect(parseMount(text)).toEqual({ ok: true, value: text });
  },
);
