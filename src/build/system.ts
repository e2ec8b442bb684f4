/** Asks a base whether its distribution has packages, in a container of it. */
import { join } from 'node:path';
import type { BaseImage } from '../plan/recipe.ts';
import type { World } from '../ports.ts';
import { bakeText } from './bake.ts';
import { bake, type Buildx } from './buildx.ts';
import { program, type Programs } from './programs.ts';

/** What a distribution says of packages. */
export interface PackageAnswers {
  /** Names that it does not have. */
  readonly missing: readonly string[];
  /** What it has in a version that a constraint does not allow. */
  readonly unfit: readonly { readonly name: string; readonly constraint: string; readonly version: string }[];
}

/**
 * Nothing is missing or unfit where it could not be asked: what the build lacks then, the build says.
 *
 * @param packages names, each with a constraint behind it if wanted: `libffi8>=3.4`.
 */
export async function askForPackages(
  world: World,
  buildx: Buildx,
  base: BaseImage,
  packages: readonly string[],
  programs: Programs,
): Promise<PackageAnswers> {
  const folder = await world.files.temporary('system');
  const bakefile = {
    target: {
      system: {
        context: '.',
        dockerfile: 'system.Dockerfile',
        contexts: { programs: './programs' },
        args: { PUBLISH_BASE: `${base.reference}@${base.digest}`, PACKAGES: packages.join(' ') },
        output: ['type=local,dest=out'],
      },
    },
  };
  const texts = {
    'docker-bake.json': bakeText(bakefile),
    'system.Dockerfile': program(programs, 'system.Dockerfile'),
    'programs/system.sh': program(programs, 'system.sh'),
  };
  for (const [name, content] of Object.entries(texts)) await world.files.write(join(folder, name), content);
  const ran = await bake(world, buildx, { folder, targets: ['system'] });
  if (ran.code !== 0) {
    world.log.warn(
      `${base.reference} could not be asked for packages of its distribution: the build will say what it lacks`,
    );
    return { missing: [], unfit: [] };
  }
  return readAnswers((await world.files.read(join(folder, 'out', 'answers'))) ?? '');
}

/** @param text what `system.sh` prints. */
export function readAnswers(text: string): PackageAnswers {
  const lines = text.split('\n').map((line) => line.split(' '));
  return {
    missing: lines.flatMap(([word, name]) => (word === 'missing' && name !== undefined ? [name] : [])),
    unfit: lines.flatMap(([word, name = '', constraint = '', version = '']) =>
      word === 'version' ? [{ name, constraint, version }] : [],
    ),
  };
}
