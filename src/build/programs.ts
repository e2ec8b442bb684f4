/** The files of `dockerfiles/`: what is rendered, and the programs that run inside a build. */
import { join } from 'node:path';
import type { World } from '../ports.ts';

/** Content by file name. */
export type Programs = Readonly<Record<string, string>>;

export async function readPrograms(world: World, folder: string): Promise<Programs> {
  const names = (await world.files.list(folder)).filter((name) => /(?:\.py|Dockerfile)$/.test(name));
  const read = await Promise.all(
    names.map(async (name) => [name, (await world.files.read(join(folder, name))) ?? ''] as const),
  );
  if (!names.includes('Dockerfile')) throw new Error(`${folder} is not the folder of this project's Dockerfiles`);
  return Object.fromEntries(read);
}

/** A file that must be there. */
export function program(programs: Programs, name: string): string {
  const text = programs[name];
  if (text === undefined) throw new Error(`dockerfiles/${name} is missing`);
  return text;
}

/** What the stages that install and compile run. */
const stages = ['install.py', 'compile.py', 'fetch.py', 'wheel.py', 'bytecode.py'];
/** What runs inside the finished image. */
const checks = ['verify.py', 'elf.py'];

export const stagePrograms = (programs: Programs): Programs => inFolder(programs, 'programs', stages);
export const checkPrograms = (programs: Programs): Programs => inFolder(programs, 'checks', checks);

const inFolder = (programs: Programs, folder: string, names: readonly string[]): Programs =>
  Object.fromEntries(names.map((name) => [`${folder}/${name}`, program(programs, name)]));
