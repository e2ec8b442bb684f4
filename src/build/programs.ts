/** Reads the files of `dockerfiles/`: the Dockerfiles, and the programs that run inside a build. */
import { join } from 'node:path';
import { Failure } from '../errors.ts';
import type { World } from '../ports.ts';

/** Content by path in a stage, where the programs of all folders are in one. */
export type Programs = Readonly<Record<string, string>>;

/** Folders of `dockerfiles/`, each with the path of its files in a stage. */
const folders: Readonly<Record<string, string>> = {
  '.': '',
  install: '',
  compile: '',
  verify: '',
  'verify/checks': 'checks/',
};

export async function readPrograms(world: World, folder: string): Promise<Programs> {
  const files = await Promise.all(
    Object.entries(folders).map(async ([from, to]) =>
      (await world.files.list(join(folder, from)))
        .filter((name) => /(?:\.py|\.sh|\.txt|\.json|Dockerfile)$/.test(name))
        .map((name) => ({ name: `${to}${name}`, path: join(folder, from, name) })),
    ),
  );
  const read = await Promise.all(
    files.flat().map(async ({ name, path }) => [name, (await world.files.read(path)) ?? ''] as const),
  );
  const programs = Object.fromEntries(read);
  if (programs['Dockerfile'] === undefined) throw notWhole(join(folder, 'Dockerfile'));
  return programs;
}

const notWhole = (path: string): Failure => {
  const message = `${path} is not there, which is a part of Python Image Builder: get it anew.`;
  return new Failure([{ station: 'machine', about: path, message }]);
};

/** @throws Failure where the file is missing. */
export function program(programs: Programs, name: string): string {
  const text = programs[name];
  if (text === undefined) throw notWhole(`dockerfiles/${name}`);
  return text;
}

/** Files of the stages that install and compile. */
const stageFiles = [
  'sources.py',
  'install.py',
  'fetch.py',
  'indexes.py',
  'facts.py',
  'links.py',
  'account.sh',
  'runtime.py',
  'wheel.py',
  'bytecode.py',
  'compile.py',
  'frontend.py',
  'hook.py',
  'backends.py',
  'target.py',
  'target_site.py',
  'target_numpy.py',
  'sysroot.py',
  'audit.py',
  'symbol-versions.json',
  'needs.py',
  'checks/__init__.py',
  'checks/elf.py',
  'compile.sh',
  'index.sh',
  'tools.py',
  'tools.txt',
];

/** Files of the stages where nothing is locked and pip installs. */
const plainStageFiles = [
  'facts.py',
  'links.py',
  'account.sh',
  'runtime.py',
  'index.sh',
  'indexes.py',
  'fetch.py',
  'wheel.py',
];

/** Those that stand for package indexes, and what they import. */
export const indexPrograms = (programs: Programs): Programs =>
  Object.fromEntries(
    ['index.sh', 'indexes.py', 'fetch.py', 'wheel.py'].map((name) => [
      `programs/${name}`,
      program(programs, name),
    ]),
  );

/** @param locked whether this program installs a lock; else pip installs. */
export const stagePrograms = (programs: Programs, locked = true): Programs =>
  Object.fromEntries(
    (locked ? stageFiles : plainStageFiles).map((name) => [`programs/${name}`, program(programs, name)]),
  );

/** Those that gather what a custom Dockerfile's pip is offered. */
export const offerPrograms = (programs: Programs): Programs =>
  Object.fromEntries(['offer.py', 'startup.py'].map((name) => [`programs/${name}`, program(programs, name)]));

const checkFiles = ['verify.py', 'interpreter.py', 'carried.py', 'facts.py', 'bytecode.py'];
/** Of an image that may hold anything. */
const anyCheckFiles = [
  'verify.py',
  'interpreter.py',
  'facts.py',
  'carried.py',
  'survey.py',
  'run.sh',
  'judge.py',
];

/**
 * Programs that find the image's Python, make bytecode for it, and check the image.
 *
 * @param hasPackage whether the image is one of a Python package; else it may hold anything.
 */
export const checkPrograms = (programs: Programs, hasPackage: boolean): Programs =>
  Object.fromEntries(
    Object.entries(programs)

      .filter(
        ([name]) => (hasPackage ? checkFiles : anyCheckFiles).includes(name) || name.startsWith('checks/'),
      )
      .map(([name, text]) => [`verify/${name}`, text]),
  );
