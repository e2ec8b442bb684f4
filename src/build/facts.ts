/** Reads the facts of a base image on each platform, without running it there. */
import { join } from 'node:path';
import { Failure } from '../errors.ts';
import { unlessRefused } from '../file-failure.ts';
import type { BaseFacts } from '../lock/lock.ts';
import type { Platform } from '../names/platform.ts';
import type { Cache, World } from '../ports.ts';
import type { BaseImage } from '../plan/recipe.ts';
import { bakeText } from './bake.ts';
import { bake, type Buildx } from './buildx.ts';
import { buildProblem } from './failure.ts';
import { readPerPlatform } from './local-output.ts';
import { program, type Programs } from './programs.ts';

/** A step that needs nothing but the base, and that the builder has in its cache when its time comes. */
export interface BesideFacts {
  /** Of a rendered Dockerfile. */
  readonly stage: string;
  readonly dockerfile: string;
  readonly programs: Programs;
}

/**
 * Facts of each platform of a base. They are cached: a digest always means the same files.
 *
 * @param beside is done while the builder pulls the base, where it must be read.
 */
export async function readFacts(
  world: World,
  buildx: Buildx,
  base: BaseImage,
  platforms: readonly Platform[],
  programs: Programs,
  cache: Cache,
  beside?: BesideFacts,
): Promise<BaseFacts[]> {
  const ignoreRefusal = unlessRefused(cache.refused);
  const cached = await Promise.all(
    platforms.map(async (platform) => {
      const path = cacheFile(cache.folder, base, platform);
      const text = await world.files.read(path).catch(ignoreRefusal);
      return text === undefined ? undefined : parseFacts(text);
    }),
  );
  const missing = platforms.filter((_, index) => cached[index] === undefined);
  const read = missing.length === 0 ? [] : await readFresh(world, buildx, base, missing, programs, beside);
  for (const facts of read) {
    const path = cacheFile(cache.folder, base, facts.platform);
    await world.files.write(path, JSON.stringify(facts)).catch(ignoreRefusal);
  }
  const all = new Map(
    [...cached, ...read].flatMap((facts) => (facts === undefined ? [] : [[facts.platform, facts] as const])),
  );
  return platforms.map((platform) => {
    const facts = all.get(platform);
    if (facts !== undefined) return facts;
    const message = `The builder read nothing of the base image ${base.reference} for ${platform}. Try another builder.`;
    throw new Failure([{ station: 'build', about: base.reference, platforms: [platform], message }]);
  });
}

/** A file that another run left half written is read from the image again. */
function parseFacts(text: string): BaseFacts | undefined {
  try {
    return JSON.parse(text) as BaseFacts;
  } catch {
    return undefined;
  }
}

const cacheFile = (cache: string, base: BaseImage, platform: Platform): string =>
  join(cache, 'facts-3', base.digest.replace(':', '-'), `${platform.replaceAll('/', '-')}.json`);

async function readFresh(
  world: World,
  buildx: Buildx,
  base: BaseImage,
  platforms: readonly Platform[],
  programs: Programs,
  beside: BesideFacts | undefined,
): Promise<BaseFacts[]> {
  const folder = await world.files.temporary('facts');
  const besideFolder = 'beside';
  const bakefile = {
    target: {
      facts: {
        context: '.',
        dockerfile: 'facts.Dockerfile',
        platforms,
        contexts: { programs: './programs' },
        args: { PUBLISH_BASE: `${base.reference}@${base.digest}` },
        output: ['type=local,dest=out'],
      },
      ...(beside && {
        beside: {
          context: `./${besideFolder}`,
          dockerfile: 'Dockerfile',
          target: beside.stage,
          contexts: { programs: `./${besideFolder}/programs` },
          args: { PUBLISH_BASE: `${base.reference}@${base.digest}` },
          output: ['type=cacheonly'],
        },
      }),
    },
  };
  const more = beside && { Dockerfile: beside.dockerfile, ...beside.programs };
  for (const [name, text] of Object.entries(more ?? {}))
    await world.files.write(join(folder, besideFolder, name), text);
  await world.files.write(join(folder, 'docker-bake.json'), bakeText(bakefile));
  await world.files.write(join(folder, 'facts.Dockerfile'), program(programs, 'facts.Dockerfile'));
  await world.files.write(join(folder, 'programs', 'facts.py'), program(programs, 'facts.py'));
  const ran = await bake(world, buildx, { folder, targets: Object.keys(bakefile.target) });
  if (ran.code !== 0) {
    throw new Failure([
      await buildProblem(world, {
        ran,
        about: base.reference,
        what: `the base image ${base.reference} could not be read`,
        base: base.reference,
        asksIndex: false,
      }),
    ]);
  }
  const read = await readPerPlatform(world, join(folder, 'out'), 'facts.json', platforms);
  return read.map(({ platform, text }) => ({
    ...(JSON.parse(text) as Omit<BaseFacts, 'platform'>),
    platform,
  }));
}
