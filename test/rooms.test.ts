import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

/** The line, from left to right: a room imports only from rooms left of it, and what stands before the first room. */
const line = [
  'names',
  'package-index',
  'registry',
  'lock',
  'advisories',
  'dockerfile',
  'wheel-cache',
  'sign',
  'plan',
  'observe',
  'decide',
  'build',
  'publish',
  'attest',
  'report',
  'session',
  'recipe',
  'run',
  'inputs',
  'sources',
  'commands',
  'world',
  'entry',
];
const everyones = [
  'canonical.ts',
  'defined.ts',
  'errors.ts',
  'file-failure.ts',
  'home.ts',
  'once.ts',
  'unique.ts',
  'ports.ts',
  'http.ts',
];

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
);

const textOf = (file: string): string => readFileSync(join('src', file), 'utf8');

/** Of types, too. */
function importsOf(file: string): string[] {
  return [...textOf(file).matchAll(/\b(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, path = '']) =>
    relative('src', join('src', dirname(file), path)),
  );
}

const roomOf = (file: string): string => file.split('/')[0] ?? '';

test('every file is in a room of the line, or is everyone’s, or loads the entries', () => {
  const known = new Set([...line, ...everyones, 'main.ts']);
  expect(files.filter((file) => !known.has(roomOf(file)))).toEqual([]);
});

test('rooms import only from rooms left of them', () => {
  const wrong = files
    .filter((file) => line.includes(roomOf(file)))
    .flatMap((file) =>
      importsOf(file)
        .filter((imported) => {
          if (everyones.includes(imported)) return false;
          const [from, to] = [line.indexOf(roomOf(file)), line.indexOf(roomOf(imported))];
          return to < 0 || to > from;
        })
        .map((imported) => `${file} imports ${imported}`),
    );
  expect(wrong).toEqual([]);
});

test('rooms right of the plan know neither inputs nor sources', () => {
  const right = ['observe', 'decide', 'build', 'publish', 'attest', 'report', 'session', 'recipe', 'run'];
  const wrong = files
    .filter((file) => right.includes(roomOf(file)))
    .filter((file) => importsOf(file).some((imported) => ['inputs', 'sources'].includes(roomOf(imported))));
  expect(wrong).toEqual([]);
});

test('what is everyone’s imports no room', () => {
  const wrong = everyones.flatMap((file) =>
    importsOf(file).filter((imported) => !everyones.includes(imported)),
  );
  expect(wrong).toEqual([]);
});

/** The shortest way from a file over its imports back to itself. */
function circleOf(file: string, imports: ReadonlyMap<string, readonly string[]>): string[] {
  const ways = [[file]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const imported of imports.get(way.at(-1)!) ?? []) {
      if (imported === file) return way;
      if (!seen.has(imported)) ways.push([...way, imported]);
      seen.add(imported);
    }
  }
  return [];
}

test('no file imports in a circle, types too', () => {
  const imports = new Map(files.map((file) => [file, importsOf(file)]));
  const circles = files.map((file) => circleOf(file, imports).toSorted().join(', '));
  expect([...new Set(circles)]).toEqual(['']);
});

/** Who may touch the machine: what makes the world, and the entries, which hand it on. */
const isEdge = (file: string): boolean => ['world', 'entry', 'main.ts'].includes(roomOf(file));

const withoutComments = (text: string): string =>
  text.replaceAll(/\/\*.*?\*\//gs, '').replaceAll(/(?<=^|\s)\/\/.*/g, '');

/** Of templates, those that hold a value stay. */
const withoutStrings = (text: string): string =>
  text.replaceAll(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`[^`$]*`/g, "''");

const importing = (module: string): RegExp =>
  new RegExp(String.raw`\b(?:from|import)\s*\(?\s*'(?:node:)?${module}(?:/\w+)?'`);

/** How a file can pass by the world that it is given. */
const touches: Readonly<Record<string, (code: string) => boolean>> = {
  files: (code) => importing('fs').test(code),
  programs: (code) => importing('child_process').test(code),
  system: (code) => importing('os').test(code),
  process: (code) =>
    importing('process').test(code) || /(?<![\w.])process(?![\w:])/.test(withoutStrings(code)),
  // A path that is relative is so to the working directory; those of an image begin at its root.
  'working directory': (code) =>
    /\bresolve\b[^;]*from '(?:node:)?path'/.test(code) || /\bcwd\(\)|\bposix\.resolve\((?!'\/')/.test(code),
};

const touchesOf = (text: string): string[] =>
  Object.keys(touches).filter((what) => touches[what]!(withoutComments(text)));

test.each<readonly [string, readonly string[]]>([
  [`import { open } from 'node:fs/promises';`, ['files']],
  [`const { stat } = await import('fs');`, ['files']],
  [`import { spawn } from 'node:child_process';`, ['programs']],
  [`import { tmpdir } from 'node:os';`, ['system']],
  ['const { env } = process;', ['process']],
  ['const name = `${process.platform}`;', ['process']],
  ['return process.cwd();', ['process', 'working directory']],
  [`import { join, resolve } from 'node:path';`, ['working directory']],
  [`import { join } from 'node:path';\nexport async function resolve() {}`, []],
  [`posix.resolve('/', path)`, []],
  [`say('the process ended')`, []],
  [`import type { Process } from './process.ts'; // one process.`, []],
  ['/** Reads process.env. */', []],
])('%s touches %j', (text, what) => {
  expect(touchesOf(text)).toEqual(what);
});

/** What passes by the world all the same, and why. */
const exceptions: Readonly<Record<string, string>> = {
  'build/layout.ts: files':
    'gives parts of the files of a layout, beside those that build/tar.ts finds in an archive',
  'build/tar.ts: files': 'reads headers here and there in an archive of any size: Files reads from the start',
  'commands/require-files.ts: files':
    'a secret may come out of a pipe or a device: Files knows files and folders',
  'home.ts: system': 'who has no HOME has a folder all the same, that the system knows',
  'registry/blobs.ts: files': 'each attempt begins a file anew that stays open: Files writes whole files',
  'registry/file-part.ts: files': 'sends a part of an archive: Files reads from the start',
};

test('the machine is touched in world and in the entries alone', () => {
  const found = files
    .filter((file) => !isEdge(file))
    .flatMap((file) => touchesOf(textOf(file)).map((what) => `${file}: ${what}`));
  expect(found.toSorted()).toEqual(Object.keys(exceptions).toSorted());
});
