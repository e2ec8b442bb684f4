/** Asks a base whether its distribution has packages, in a container of it. */
import { join } from 'node:path';
import type { BaseImage } from '../plan/recipe.ts';
import type { World } from '../ports.ts';
import { bakeText } from './bake.ts';
import { bake, type Buildx } from './buildx.ts';
import { program, type Programs } from './programs.ts';

/**
 * The packages that it does not have, in their order. None where it could not be asked: what the build lacks then, the
 * build says.
 */
export async function missingPackages(
  world: World,
  buildx: Buildx,
  base: BaseImage,
  packages: readonly string[],
  programs: Programs,
): Promise<readonly string[]> {
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
    return [];
  }
  const said = (await world.files.read(join(folder, 'out', 'missing'))) ?? '';
  const missing = new Set(said.split('\n'));
  return packages.filter((name) => missing.has(name));
}
