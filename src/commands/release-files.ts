/** The files of released images: taken out of them as they are published, and attached to the release of GitHub. */
import { join } from 'node:path';
import pMap from 'p-map';
import { bakeText } from '../build/bake.ts';
import { removeBuilder } from '../build/builder.ts';
import { bake } from '../build/buildx.ts';
import { clientEnvironment } from '../build/client-config.ts';
import { exportsFiles, exportsTarget, readExports, type TakenFile } from '../build/exports.ts';
import { buildProblem } from '../build/failure.ts';
import { readPrograms } from '../build/programs.ts';
import { Failure, type Problem } from '../errors.ts';
import type { Platform } from '../names/platform.ts';
import { repositoryText } from '../names/reference.ts';
import { readBuildRecord } from '../plan/build-record.ts';
import { toolsImage } from '../plan/image.ts';
import { exportsOf } from '../plan/labels.ts';
import type { World } from '../ports.ts';
import type { Candidate } from '../publish/release.ts';
import type { Asset, ReleaseAssets } from '../publish/release-assets.ts';
import type { Login } from '../registry/credentials.ts';
import { isIndex, platformsOf, readContent } from '../registry/manifest.ts';
import { openJournal } from '../report/journal.ts';
import type { ReleasedFile } from '../report/release.ts';
import { openBuilder } from '../session/builder.ts';

/** A published image that says which files are to be taken out of it. */
export interface ExportingImage {
  /** The last part of its repository's name. */
  readonly name: string;
  /** By digest. */
  readonly reference: string;
  readonly registry: string;
  readonly platforms: readonly Platform[];
  readonly exports: readonly string[];
}

/** Each name once: in several registries there are copies of one image. */
export function exportingImages(candidates: readonly Candidate[]): ExportingImage[] {
  const images = candidates.flatMap(({ repository, manifest }): ExportingImage[] => {
    if (manifest === undefined) return [];
    const annotations = readContent(manifest.bytes).annotations ?? {};
    const exports = exportsOf(annotations);
    if (exports.length === 0) return [];
    const platforms = isIndex(manifest.mediaType)
      ? platformsOf(manifest.bytes).map(({ platform }) => platform)
      : (readBuildRecord(annotations)?.fingerprint.platforms ?? []);
    return [
      {
        name: repository.name.replace(/^.*\//, ''),
        reference: `${repositoryText(repository)}@${manifest.digest}`,
        registry: repository.registry,
        platforms,
        exports,
      },
    ];
  });
  return images.filter(({ name }, at) => images.findIndex((one) => one.name === name) === at);
}

/** A file of an image with the name that it gets in the release. */
export interface NamedFile extends TakenFile {
  readonly image: string;
  readonly name: string;
}

export interface TakingRequest {
  /** Folder of the Dockerfiles and programs. */
  readonly programs: string;
  readonly baseRegistry: string;
  readonly login?: Login;
  /** See `SessionSettings`. */
  readonly keepBuilder?: (name: string) => Promise<boolean> | boolean;
}

/** @throws Failure where a pattern names nothing, two files would have one name, or there is no builder. */
export async function takeFiles(
  world: World,
  { programs: programsFolder, baseRegistry, login, keepBuilder }: TakingRequest,
  images: readonly ExportingImage[],
): Promise<NamedFile[]> {
  const programs = await readPrograms(world, programsFolder);
  const env = await clientEnvironment(world, login);
  const own: string[] = [];
  const { buildx } = await openBuilder(world, openJournal(world.clock).of(), {
    env,
    registries: [...images.map(({ registry }) => registry), baseRegistry],
    beforeCreate: async (name) => {
      if ((await keepBuilder?.(name)) !== true) own.push(name);
    },
  });
  try {
    const folder = await world.files.temporary('release');
    const targets = images.map((image, at) => ({ ...image, id: `image-${at}` }));
    const target = Object.fromEntries(
      targets.map(({ id, reference, platforms }) => [
        id,
        exportsTarget(id, {
          image: `docker-image://${reference}`,
          tools: toolsImage(baseRegistry),
          platforms,
        }),
      ]),
    );
    await world.files.write(join(folder, 'docker-bake.json'), bakeText({ target }));
    for (const { id, exports } of targets)
      for (const [name, text] of Object.entries(exportsFiles(programs, exports)))
        await world.files.write(join(folder, id, name), text);
    const ran = await bake(world, buildx, { folder, targets: targets.map(({ id }) => id) });
    const about = images.map(({ name }) => name).join(', ');
    if (ran.code !== 0) {
      const what = `the files of ${about} could not be taken out`;
      throw new Failure([await buildProblem(world, { ran, about, what, base: '', asksIndex: false })]);
    }
    const taken = await Promise.all(
      targets.map(async ({ id, name, platforms }) =>
        (await readExports(world, join(folder, id), name, platforms)).map((file) => ({
          ...file,
          image: name,
        })),
      ),
    );
    return namedFiles(taken.flat());
  } finally {
    for (const name of own) await removeBuilder(world, {}, name);
  }
}

/**
 * Names of files in a release, which has no folders: `base-linux-arm64-app.lock`; with the folders where an image has two
 * files that are called the same, `base-linux-arm64-opt-locks-app.lock`. GitHub puts a dot for every other character.
 *
 * @throws Failure (station `input`) where two would have one name all the same.
 */
export function namedFiles<File extends { image: string; platform: Platform; path: string }>(
  files: readonly File[],
): (File & { readonly name: string })[] {
  const lastOf = (path: string): string => path.replace(/^.*\//, '');
  const named = files.map((file) => {
    const { image, platform, path } = file;
    const isShared = files.some(
      (one) => one.image === image && one.path !== path && lastOf(one.path) === lastOf(path),
    );
    const rest = isShared ? path.slice(1).replaceAll('/', '-') : lastOf(path);
    const name = `${image}-${platform.replaceAll('/', '-')}-${rest}`;
    return { ...file, name: name.replaceAll(/[^\w.-]/g, '.').replace(/\.+$/, '') };
  });
  const problems = named.flatMap((file, at): Problem[] => {
    const first = named.findIndex(({ name }) => name === file.name);
    if (first === at) return [];
    const { image, path } = named[first]!;
    const message = `${image} ${path} and ${file.image} ${file.path} would both be ${file.name} in the release. Call one of them otherwise.`;
    return [{ station: 'input', about: 'exports', message }];
  });
  if (problems.length > 0) throw new Failure(problems);
  return named;
}

/** So many uploads at once. */
const concurrency = 4;

/** Files that are attached to a release, and what became of each. */
export interface Attaching {
  /** Complete at any time. */
  readonly files: () => readonly ReleasedFile[];
  /** @throws what is no Failure. */
  readonly run: () => Promise<readonly Problem[]>;
}

/** The first failure ends it: what is left is attached by the next run. @param onAttach told of each that was uploaded. */
export function attachFiles(
  assets: ReleaseAssets,
  files: readonly NamedFile[],
  onAttach: (name: string) => void,
): Attaching {
  const states = new Map<string, ReleasedFile['outcome']>();
  const problems: Problem[] = [];
  const attach = async (asset: Asset): Promise<void> => {
    if (problems.length > 0) return;
    try {
      const outcome = await assets.attach(asset);
      states.set(asset.name, outcome);
      if (outcome === 'attached') onAttach(asset.name);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      // Of those that were under way, each would say the same.
      if (problems.length === 0) problems.push(...error.problems);
    }
  };
  return {
    files: () =>
      files.map(({ name, image, platform, path, size }) => ({
        name,
        image,
        platform,
        path,
        size,
        outcome: states.get(name) ?? 'left',
      })),
    run: async () => {
      await pMap(files, attach, { concurrency });
      return problems;
    },
  };
}
