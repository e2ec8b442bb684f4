import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

/** The line, from left to right: a room imports only from rooms left of it, and what stands before the first room. */
const line = [
  'names',
  'inputs',
  'package-index',
  'registry',
  'cell',
  'lock',
  'dockerfile',
  'wheel-cache',
  'sources',
  'decide',
  'build',
  'publish',
  'report',
  'commands',
  'world',
  'actions',
];
const everyones = ['canonical.ts', 'errors.ts', 'file-failure.ts', 'home.ts', 'ports.ts', 'http.ts'];

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
);

function importsOf(file: string): string[] {
  const text = readFileSync(join('src', file), 'utf8');
  return [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, path = '']) =>
    relative('src', join('src', dirname(file), path)),
  );
}

const roomOf = (file: string): string => file.split('/')[0] ?? '';

test('every file is in a room of the line, or is everyone’s, or an entry', () => {
  const known = new Set([...line, ...everyones, 'cli.ts', 'main.ts']);
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

test('what is everyone’s imports no room', () => {
  const wrong = everyones.flatMap((file) =>
    importsOf(file).filter((imported) => !everyones.includes(imported)),
  );
  expect(wrong).toEqual([]);
});
