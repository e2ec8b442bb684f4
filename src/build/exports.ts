/** Takes files out of images by a build that reads them and runs nothing of them, and reads what came of it. */
import { join } from 'node:path';
import { Failure, type Problem } from '../errors.ts';
import type { Platform } from '../names/platform.ts';
import type { World } from '../ports.ts';
import { type LocalFolder, readPerPlatform } from './local-output.ts';
import { program, type Programs } from './programs.ts';

/** A regular file of an image on one of its platforms. */
export interface ExportedFile {
  readonly platform: Platform;
  /** In the image. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** An exported file, and where it is on this machine. */
export interface TakenFile extends ExportedFile {
  readonly from: string;
}

/**
 * A target of a bake file that takes files out.
 *
 * @param folder that `exportsFiles` are in, and that is written to, from the bake file's own.
 * @param image a bake context. @param tools an image with Python.
 */
export const exportsTarget = (
  folder: string,
  { image, tools, platforms }: { image: string; tools: string; platforms: readonly Platform[] },
) => ({
  context: `./${folder}/given`,
  dockerfile: '../exports.Dockerfile',
  target: 'exports',
  platforms,
  contexts: { image, given: `./${folder}/given` },
  args: { TOOLS: tools },
  output: [`type=local,dest=${folder}/taken`],
});

/** The files of that folder, by path in it. */
export const exportsFiles = (programs: Programs, patterns: readonly string[]): Record<string, string> => ({
  'exports.Dockerfile': program(programs, 'exports.Dockerfile'),
  'given/exports.py': program(programs, 'exports.py'),
  'given/facts.py': program(programs, 'facts.py'),
  'given/exports.json': `${JSON.stringify(patterns)}\n`,
});

/**
 * The files of all platforms, in the order of the platforms.
 *
 * @param folder absolute, as in `exportsTarget`. @param about the image's name.
 * @throws Failure (station `verify`) where a pattern names no file, or something that is none.
 */
export async function readExports(
  world: Pick<World, 'files'>,
  folder: string,
  about: string,
  platforms: readonly Platform[],
): Promise<TakenFile[]> {
  const read = await readPerPlatform(world, join(folder, 'taken'), 'exports.json', platforms);
  const results = platforms.map((platform) => {
    const one = read.find((result) => result.platform === platform);
    return one === undefined ? { platform, files: [], faults: ['nothing came of it'] } : resultOf(one);
  });
  const problems = results.flatMap(({ platform, faults }) =>
    faults.map((fault): Problem => ({
      station: 'verify',
      about,
      message: `${about} on ${platform}, exports: ${fault}. Mend "exports" in the row of the image, or the image.`,
    })),
  );
  if (problems.length > 0) throw new Failure(problems);
  return results.flatMap(({ platform, files }) =>
    files.map(({ path, size, sha256, at }) => ({
      platform,
      path,
      size,
      sha256,
      from: join(at, 'files', path),
    })),
  );
}

interface Result {
  readonly platform: Platform;
  readonly files: readonly (Omit<ExportedFile, 'platform'> & { readonly at: string })[];
  readonly faults: readonly string[];
}

const resultOf = ({ platform, text, folder }: LocalFolder): Result => {
  const { files, faults } = JSON.parse(text) as Omit<Result, 'platform'>;
  return { platform, faults, files: files.map((file) => ({ ...file, at: folder })) };
};
