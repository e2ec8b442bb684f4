/**
 * A world that always answers the same: the package index and uv from a table of releases, bases whose digests follow from
 * their names, registries that hold nothing yet, and an engine that does no work. Programs of builds are this repository's.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { defined } from '../../src/defined.ts';
import type { BaseFacts } from '../../src/lock/lock.ts';
import type { Platform } from '../../src/names/platform.ts';
import type { Command, Ran, World } from '../../src/ports.ts';
import { testWorld } from '../support/world.ts';

interface Release {
  readonly version: string;
  readonly requires?: readonly string[];
  /** What an extra requires, by its name. */
  readonly extras?: Readonly<Record<string, readonly string[]>>;
  readonly requiresPython?: string;
  /** Tags of its wheels. */
  readonly wheels: readonly string[];
  readonly sdist?: true;
  /** Bytes of each file, where the index says it. */
  readonly size?: number;
}

/** Newest last. */
const releases: Readonly<Record<string, readonly Release[]>> = {
  demo: [
    { version: '1.2.2', wheels: ['py3-none-any'], sdist: true },
    {
      version: '1.2.3',
      requires: ['tool', "colour ; sys_platform == 'linux'"],
      extras: { fast: ['speed'], all: ['speed', 'tide'] },
      requiresPython: '>=3.7',
      wheels: ['py3-none-any'],
      sdist: true,
    },
  ],
  tool: [{ version: '8.3.0', requiresPython: '>=3.7', wheels: ['py3-none-any'], sdist: true }],
  colour: [{ version: '0.4.6', wheels: ['py2.py3-none-any'] }],
  speed: [
    {
      version: '2.0.1',
      wheels: [
        'cp313-cp313-manylinux_2_17_x86_64.manylinux2014_x86_64',
        'cp313-cp313-manylinux_2_17_aarch64.manylinux2014_aarch64',
        'cp313-cp313-musllinux_1_2_x86_64',
        'cp313-cp313-win_amd64',
      ],
      sdist: true,
      size: 12_000_000,
    },
  ],
  // Of wheels for Windows alone uv can read what it needs; on Linux it is compiled everywhere.
  tide: [{ version: '3.1', wheels: ['cp313-cp313-win_amd64'], sdist: true }],
  // Only building tells what it needs.
  ancient: [{ version: '0.6.2', wheels: [], sdist: true }],
  // No platform but these can have it.
  swift: [{ version: '5.0', wheels: ['py3-none-manylinux2014_x86_64', 'py3-none-manylinux2014_aarch64'] }],
  // Wants another setuptools than older bases bring.
  builder: [{ version: '1.0', requires: ['setuptools>=70'], wheels: ['py3-none-any'] }],
  setuptools: [{ version: '80.9.0', wheels: ['py3-none-any'] }],
};

const sha256 = (content: string): string => createHash('sha256').update(content).digest('hex');
const hosts = ['https://pypi.org/simple/', 'https://packages.example.com/simple/'];

interface File {
  readonly filename: string;
  readonly url: string;
  readonly hashes: { readonly sha256: string };
}

const file = (filename: string): File => ({
  filename,
  url: `https://files.example.org/${filename}`,
  hashes: { sha256: sha256(filename) },
});
const wheelsOf = (name: string, { version, wheels }: Release): File[] =>
  wheels.map((tags) => file(`${name}-${version}-${tags}.whl`));
const sdistOf = (name: string, { version }: Release): File => file(`${name}-${version}.tar.gz`);

/** A page of the index (PEP 691). */
const pageOf = (name: string): object => ({
  meta: { 'api-version': '1.1' },
  name,
  files: releases[name]!.flatMap((release) =>
    [...wheelsOf(name, release), ...(release.sdist === true ? [sdistOf(name, release)] : [])].map((one) => ({
      ...one,
      ...defined({ 'requires-python': release.requiresPython, size: release.size }),
    })),
  ),
});

/** A locked release, with the marker under which it is wanted. */
interface Chosen {
  readonly release: Release;
  readonly marker?: string;
}

/** All that requirement lines lead to, by name. @param constraints version by name. */
function chosenOf(lines: readonly string[], constraints: ReadonlyMap<string, string>): Map<string, Chosen> {
  const chosen = new Map<string, Chosen>();
  const choose = (line: string): void => {
    const [, name = '', extras = '', wanted] = /^([\w-]+)(?:\[([^\]]*)\])?(?:==([^\s;]+))?/.exec(line) ?? [];
    const all = releases[name];
    if (all === undefined) throw new Error(`the recorded world has no ${line}`);
    const version = wanted ?? constraints.get(name);
    const release = all.findLast((one) => version === undefined || one.version === version);
    if (release === undefined) throw new Error(`the recorded world has no ${name} ${version}`);
    const marker = / ; (.*)$/.exec(line)?.[1];
    if (!chosen.has(name)) chosen.set(name, { release, ...(marker === undefined ? {} : { marker }) });
    const ofExtras = extras.split(',').flatMap((extra) => release.extras?.[extra.trim()] ?? []);
    for (const one of [...(release.requires ?? []), ...ofExtras]) choose(one);
  };
  for (const line of lines) choose(line);
  return new Map([...chosen].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** A lock as `uv pip compile --no-build` writes it: without source distributions. */
const pylockOf = (chosen: ReadonlyMap<string, Chosen>, pythonMinor: string): string =>
  [
    `lock-version = "1.0"\ncreated-by = "uv"\nrequires-python = ">=${pythonMinor}"\n`,
    ...[...chosen].map(([name, { release, marker }]) => {
      const wheels = wheelsOf(name, release).map(
        ({ url, hashes }) => `    { url = "${url}", hashes = { sha256 = "${hashes.sha256}" } },\n`,
      );
      const condition = marker === undefined ? '' : `marker = ${JSON.stringify(marker)}\n`;
      return `\n[[packages]]\nname = "${name}"\nversion = "${release.version}"\n${condition}wheels = [\n${wheels.join('')}]\n`;
    }),
  ].join('');

const linesOf = (text = ''): string[] => text.split('\n').filter(Boolean);
const done = (stdout = ''): Ran => ({ code: 0, stdout, stderr: '' });

/** Answers as uv does; writes its lock into `memory`. */
function uv({ args, cwd = '' }: Command, memory: Map<string, string>): Ran {
  if (args[0] === '--version') return done('uv 0.9.5\n');
  const constraints = linesOf(memory.get(`${cwd}/constraints.txt`)).map(
    (line) => line.split('==') as [string, string],
  );
  const refusing = constraints.find(
    ([name, version]) => !(releases[name] ?? []).some((one) => one.version === version),
  );
  if (refusing !== undefined)
    return { code: 1, stdout: '', stderr: '  × No solution found when resolving dependencies:\n' };
  const chosen = chosenOf(linesOf(memory.get(`${cwd}/requirements.in`)), new Map(constraints));
  const isForImages = !args.includes('--no-config');
  const unread = [...chosen].find(
    ([
      ,
      {
        release: { wheels },
      },
    ]) => wheels.every((tags) => isForImages && tags.includes('win')),
  );
  if (unread !== undefined)
    return {
      code: 1,
      stdout: '',
      stderr: `error: ${unread[0]}==${unread[1].release.version} has no usable wheels\n`,
    };
  const python = args.find((one) => one.startsWith('--python-version='))!.split('=')[1]!;
  memory.set(`${cwd}/pylock.toml`, pylockOf(chosen, python));
  return done();
}

function docker({ args }: Command): Ran {
  const words = args.join(' ');
  if (words.startsWith('info')) return done(engineInfo);
  if (words === 'buildx version') return done('github.com/docker/buildx v0.30.1 0000000\n');
  if (words.startsWith('buildx inspect'))
    return done('Name: default\nDriver: docker\nPlatforms: linux/amd64, linux/386\n');
  throw new Error(`a dry run does not run docker ${words}`);
}

const engineInfo = JSON.stringify({
  ServerVersion: '29.0.0',
  Architecture: 'x86_64',
  DriverStatus: [['driver-type', 'io.containerd.snapshotter.v1']],
});

const platforms: readonly Platform[] = ['linux/amd64', 'linux/arm64', 'linux/arm/v7'];
const imageType = 'application/vnd.oci.image.manifest.v1+json';
const indexType = 'application/vnd.oci.image.index.v1+json';

/** The index of a base: its digests are hashes of its name. */
const indexOf = (name: string): string =>
  JSON.stringify({
    schemaVersion: 2,
    mediaType: indexType,
    manifests: platforms.map((platform) => {
      const [os, architecture, variant] = platform.split('/');
      const digest = `sha256:${sha256(`${name} ${platform}`)}`;
      return {
        mediaType: imageType,
        digest,
        size: 500,
        platform: { os, architecture, ...(variant === undefined ? {} : { variant }) },
      };
    }),
  });

const digestOf = (name: string): string => `sha256:${sha256(indexOf(name))}`;

const bases = [
  '3.13',
  '3.13-slim',
  '3.13-alpine',
  '3.11',
  '3.11-slim',
  '3.7',
  '3.7-slim',
  '3.13-bookworm',
  '3.13-slim-bookworm',
].map((tag) => ({ tag, name: `library/python:${tag}` }));

/** What a base holds on a platform. */
function factsOf(tag: string, platform: Platform): BaseFacts {
  const minor = /^\d\.\d+/.exec(tag)![0];
  const isAlpine = tag.includes('alpine');
  const installed = { pip: '25.3', ...(minor === '3.13' ? {} : { setuptools: '65.5.1', wheel: '0.45.1' }) };
  const debian = tag.includes('bookworm')
    ? { libc: '2.36', version: '12', codename: 'bookworm' }
    : { libc: '2.41', version: '13', codename: 'trixie' };
  return {
    platform,
    python: `${minor}.9`,
    installed,
    ...(isAlpine
      ? {
          libc: { kind: 'musl', version: '1.2.5' },
          distribution: { id: 'alpine', version: '3.22', codename: '' },
        }
      : {
          libc: { kind: 'glibc', version: debian.libc },
          distribution: { id: 'debian', version: debian.version, codename: debian.codename },
        }),
  };
}

/** The facts of all bases, where a run keeps them. */
const facts = bases.flatMap(({ tag, name }) =>
  platforms.map((platform): [path: string, text: string] => [
    `/cache/facts-3/${digestOf(name).replace(':', '-')}/${platform.replaceAll('/', '-')}.json`,
    JSON.stringify(factsOf(tag, platform)),
  ]),
);

const answer = (body: string, contentType: string): Response =>
  new Response(body, {
    headers: { 'content-type': contentType, 'docker-content-digest': `sha256:${sha256(body)}` },
  });

/** Answers of the index, and of registries: one has the bases, and none has anything else. */
function answerOf(url: string): Response {
  const host = hosts.find((one) => url.startsWith(one));
  if (host !== undefined) {
    const name = url.slice(host.length).replace(/\/$/, '');
    if (releases[name] !== undefined)
      return answer(JSON.stringify(pageOf(name)), 'application/vnd.pypi.simple.v1+json');
  }
  const [, path, reference] = /\/v2\/(.+)\/manifests\/(.+)$/.exec(url) ?? [];
  const base = bases.find(
    ({ tag, name }) => path?.endsWith('library/python') && [tag, digestOf(name)].includes(reference!),
  );
  if (base !== undefined) return answer(indexOf(base.name), indexType);
  return new Response('{"errors":[{"code":"MANIFEST_UNKNOWN"}]}', { status: 404 });
}

/** Where programs of builds are. */
export const programsFolder = '/programs';
const programPath = (path: string): string | undefined =>
  path.startsWith(`${programsFolder}/`)
    ? posix.join('dockerfiles', path.slice(programsFolder.length))
    : undefined;

/** @param files of the working directory, by their name. */
export function recordedWorld(
  files: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>>,
): World {
  const memory = new Map([
    ...facts,
    ...Object.entries(files).map(([name, text]) => [`/work/${name}`, text] as const),
  ]);
  const world = testWorld({
    env,
    run: (command) => {
      if (command.program === 'uv') return uv(command, memory);
      return docker(command);
    },
  });
  let folders = 0;
  return {
    ...world,
    fetch: async (url) => answerOf(String(url)),
    // uv is made up here: it reads no page.
    serve: () => Promise.resolve({ host: '127.0.0.1:20000', close: () => Promise.resolve() }),
    engine: () => Promise.resolve(engineInfo),
    clock: { ...world.clock, now: () => Date.parse('2026-11-20T12:00:00Z') },
    files: {
      ...world.files,
      read: (path) => {
        const program = programPath(path);
        return Promise.resolve(program === undefined ? memory.get(path) : readFileSync(program, 'utf8'));
      },
      content: (path) => {
        const text = memory.get(path);
        return Promise.resolve(text === undefined ? undefined : Buffer.from(text));
      },
      list: (path) =>
        Promise.resolve(
          path.startsWith(programsFolder)
            ? readdirSync(posix.join('dockerfiles', path.slice(programsFolder.length))).toSorted()
            : [],
        ),
      stat: (path) => {
        const text = memory.get(path);
        if (text !== undefined) return Promise.resolve({ kind: 'file', size: text.length });
        return Promise.resolve(path === '/work' ? { kind: 'folder' } : undefined);
      },
      entries: (folder) =>
        Promise.resolve(
          [...memory.keys()]
            .filter((path) => posix.dirname(path) === folder)
            .toSorted()
            .map((path) => ({ name: posix.basename(path), kind: 'file', mode: 0o644 })),
        ),
      async *bytes(path) {
        yield Buffer.from(memory.get(path)!);
      },
      write: (path, content) => Promise.resolve(void memory.set(path, String(content))),
      temporary: (name) => Promise.resolve(`/temporary/${name}-${(folders += 1)}`),
    },
  };
}
