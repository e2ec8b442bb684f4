/** Turns a failed build into a problem: the lines that matter, the way out, and a file with the whole log. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Problem } from '../errors.ts';
import { unlessRefused } from '../file-failure.ts';
import type { Ran, World } from '../ports.ts';
import { shortenBuildLog } from './compiler-output.ts';

export interface FailedBuild {
  readonly ran: Ran;
  /** Subject of the build, for the annotation's title. */
  readonly about: string;
  /** The sentence's subject and verb: `the image could not be built`. */
  readonly what: string;
  /** The image that it was built in, which says whose packages may be missing. */
  readonly base: string;
  /** Whether it installs from a package index, so that messages may name that; true where it is absent. */
  readonly asksIndex?: boolean;
}

export async function buildProblem(
  world: World,
  { ran, about, what, base, asksIndex }: FailedBuild,
): Promise<Problem> {
  const family = base.includes('alpine') ? 'alpine' : 'debian';
  const { lines, hint } = shortenBuildLog(ran.stderr, family, asksIndex);
  const folder = world.env['RUNNER_TEMP'] || world.env['TMPDIR'] || '/tmp';
  const file = join(folder, `python-image-builder-${randomUUID()}.log`);
  // The problem itself matters more than the file with the whole log.
  const written = await world.files.write(file, world.log.hide(ran.stderr), 0o600).then(
    () => ({ file }),
    unlessRefused(({ fact }) => world.log.warn(`The whole output of the build is not in a file: ${fact}.`)),
  );
  const sentence = `${what.charAt(0).toUpperCase()}${what.slice(1)}.`;
  return {
    station: 'build',
    about,
    message: hint === undefined ? sentence : `${sentence} ${hint}`,
    detail: lines,
    ...written,
  };
}
