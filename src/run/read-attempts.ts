/** How the requirements of several images are compiled, as one run of buildx says it and as it writes it. */
import { join } from 'node:path';
import {
  type Attempt,
  type Attempts,
  mergedAttempts,
  parseAttemptLine,
  readAttempts,
} from '../build/attempts.ts';
import { pathsOf, targetOf } from '../build/bake.ts';
import type { BakeFile } from '../build/bake-file.ts';
import type { Platform } from '../names/platform.ts';
import type { Image, ImageId } from '../plan/image.ts';
import { offersOf } from '../plan/recipe.ts';
import type { ImageRun } from '../recipe/image-run.ts';
import type { PreparedBuild } from '../recipe/prepare.ts';
import { recordAttempts, type Traced, tracedOf } from '../recipe/trace.ts';
import { stepName } from '../report/steps.ts';

export interface AttemptReader {
  /** buildx begins, and counts its steps from the beginning. */
  readonly begin: () => void;
  readonly line: (line: string) => void;
  readonly of: (id: ImageId) => Attempts;
}

/** Reads along how requirements are compiled: of a build that ends early no file comes. */
export function attemptReader(images: readonly Image[], traced: readonly Traced[]): AttemptReader {
  const owners = new Map<string, ImageId>();
  const read = new Map<ImageId, Map<Platform, readonly Attempt[]>>();
  return {
    begin: () => {
      owners.clear();
      read.clear();
    },
    line: (line) => {
      const [, number = '', name] = /^(#\d+) (\[.*)$/.exec(line) ?? /^(#\d+) /.exec(line) ?? [];
      const owner = name === undefined ? undefined : tracedOf(traced, stepName(name).target);
      if (owner !== undefined) owners.set(number, owner.id);
      const image = images.find(({ id }) => id === owners.get(number));
      const { platform, attempt } = (image && parseAttemptLine(line, image.platforms)) ?? {};
      if (image === undefined || platform === undefined || attempt === undefined) return;
      const before = read.get(image.id) ?? new Map<Platform, readonly Attempt[]>();
      read.set(image.id, before.set(platform, [...(before.get(platform) ?? []), attempt]));
    },
    of: (id) => read.get(id) ?? new Map(),
  };
}

export async function noteAttempts(
  {
    run: { session, image },
    build,
    prepared,
  }: {
    readonly run: ImageRun;
    readonly build: number;
    readonly prepared: Pick<PreparedBuild, 'recipe'>;
  },
  folder: string,
  bake: BakeFile,
  reader: AttemptReader,
): Promise<Attempts> {
  const offers = offersOf(prepared.recipe).map(({ id }) => id);
  // What came out says more than what was read along.
  const written = await Promise.all(
    [image.id, ...offers].map((id) => {
      const platforms = bake.target[targetOf(id, 'compiled')]?.platforms ?? [];
      return readAttempts(session.world, join(folder, pathsOf(id).compiled), platforms);
    }),
  );
  const found = new Map([...reader.of(image.id), ...mergedAttempts(written)]);
  for (const [where, attempts] of found)
    recordAttempts(session.journal, { build, where, attempts }, session.begun);
  return found;
}
