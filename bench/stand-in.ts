/**
 * Publishes stand-ins for the images that a plan wants made: nothing is built. Each has the index, the annotations and the
 * tags that a build of this program would give it, by the program's own code; its manifests share a few small blobs. A plan
 * reads no more than these.
 */
import { join } from 'node:path';
import pMap from 'p-map';
import { hostsOf, settingsOf } from '../src/commands/settings.ts';
import { readCells } from '../src/inputs/cells.ts';
import type { Inputs } from '../src/inputs/inputs.ts';
import type { BaseFacts } from '../src/lock/lock.ts';
import type { Platform } from '../src/names/platform.ts';
import type { Repository, Tag } from '../src/names/reference.ts';
import { type ObservedBase, observeBase } from '../src/observe/observe.ts';
import { annotationsAt, annotationsOf } from '../src/plan/labels.ts';
import type { World } from '../src/ports.ts';
import { onceFor } from '../src/once.ts';
import { questionOf } from '../src/recipe/question.ts';
import { resolveFor } from '../src/recipe/resolve.ts';
import type { RegistryClient } from '../src/registry/client.ts';
import { mediaTypes } from '../src/registry/manifest.ts';
import { publishTag } from '../src/registry/publish-tag.ts';
import { parseReference } from '../src/registry/reference.ts';
import { openJournal } from '../src/report/journal.ts';
import type { PlanReport } from '../src/report/plan.ts';
import { openSession, type Session } from '../src/session/session.ts';
import { cellsPlan } from '../src/sources/package/plan-cells.ts';
import { namedCell } from '../src/sources/package/find-cell.ts';
import { policyOf } from '../src/sources/package/plan.ts';
import { bytesOf, makeManifest } from '../test/support/images.ts';

export interface Base {
  readonly python: string;
  /** `slim`, `alpine`; `full` is the one without a suffix. */
  readonly variant: string;
  /** Another one is another image. */
  readonly revision: number;
}

const platforms: readonly Platform[] = ['linux/amd64', 'linux/arm64'];

const tagOfBase = ({ python, variant }: Omit<Base, 'revision'>): string =>
  variant === 'full' ? python : `${python}-${variant}`;

/** Pushes an image of the name and the platforms of an official one. */
export const pushBase = (client: RegistryClient, repository: Repository, base: Base): Promise<unknown> =>
  indexPusher(client, ` of revision ${base.revision}`)(repository, [tagOfBase(base) as Tag], {});

/** What such a base would say of itself. */
function factsOf(base: ObservedBase, python: string): BaseFacts[] {
  const isMusl = base.reference.endsWith('-alpine');
  return platforms.map((platform) => ({
    platform,
    python: `${python}.0`,
    libc: isMusl ? { kind: 'musl', version: '1.2' } : { kind: 'glibc', version: '2.41' },
    distribution: isMusl
      ? { id: 'alpine', version: '3.23.0', codename: '' }
      : { id: 'debian', version: '13', codename: 'trixie' },
    installed: { pip: '26.0' },
    links: {},
  }));
}

/** Pushes indexes of manifests that all images with the same content share; gives the bytes of an index. */
function indexPusher(client: RegistryClient, content = '') {
  const child = onceFor(
    ({ registry, name }: Repository, platform: Platform) => `${registry}/${name} ${platform}`,
    async (repository, platform) => {
      const [os, architecture] = platform.split('/');
      const image = makeManifest([`layer of ${platform}${content}`], {
        os,
        architecture,
        rootfs: {},
        config: {},
      });
      for (const bytes of image.blobs) await client.uploadBlob(repository, { kind: 'bytes', bytes });
      await publishTag(client, repository, image.bytes, image.mediaType, image.digest);
      const { mediaType, digest, bytes } = image;
      return { mediaType, digest, size: bytes.length, platform: { os, architecture } };
    },
  );
  return async (
    repository: Repository,
    tags: readonly Tag[],
    annotations: Readonly<Record<string, string>>,
  ): Promise<number> => {
    const manifests = [];
    for (const platform of platforms) manifests.push(await child(repository, platform));
    const mediaType = mediaTypes.ociIndex;
    const bytes = bytesOf({ schemaVersion: 2, mediaType, manifests, annotations });
    for (const tag of tags) await publishTag(client, repository, bytes, mediaType, tag);
    return bytes.length;
  };
}

export interface StandInRequest {
  /** Inputs of every image that the plan file leaves to the step. */
  readonly raw: Readonly<Record<string, string>>;
  readonly plan: Pick<PlanReport, 'inputs' | 'shards'>;
  /** Where uv and its cache are. */
  readonly cache: string;
}

/** Publishes all that the plan wants made. Gives how many images, and the bytes of their indexes. */
export async function publishStandIns(
  world: World,
  { raw, plan, cache }: StandInRequest,
): Promise<{ readonly images: number; readonly bytes: number }> {
  const cells = plan.shards.flatMap((shard) => {
    const { cells: its, problems } = readCells({ inputs: plan.inputs, cells: shard.cells }, raw, 'cli', {});
    if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join(' '));
    return its;
  });
  const [first] = cells;
  if (first === undefined) return { images: 0, bytes: 0 };
  const settings = {
    ...settingsOf(
      { inputs: first, programs: 'dockerfiles', cache: join(cache, 'python-image-builder') },
      hostsOf(cells),
    ),
    // The plan has just resolved the same.
    keepsResolutions: true,
  };
  const session = await openSession(world, settings, openJournal(world.clock));
  try {
    const sizes = await publishCells(session, cells);
    return { images: cells.length, bytes: sizes.reduce((sum, one) => sum + one, 0) };
  } finally {
    await session.close();
  }
}

async function publishCells(session: Session, cells: readonly Inputs[]): Promise<number[]> {
  const policy = policyOf(cells[0]!, session.world.files);
  const { images } = await cellsPlan(
    session,
    cells,
    () => policy,
    async (_, inputs) => namedCell(inputs)!,
  );
  const { client, reader } = await session.registries();
  const push = indexPusher(client);
  return pMap(
    images,
    async (image) => {
      const { packages } = image.content;
      if (packages === undefined) throw new Error(`${image.id} has no packages.`);
      const base = await observeBase(reader, packages.base.publish, platforms);
      const facts = factsOf(base, packages.python.minor);
      const resolved = await resolveFor(session, packages, facts);
      const run = { session, policy, image, alone: false };
      const observed = { places: [], records: [], published: {} };
      const { record } = questionOf(run, {
        platforms,
        observed,
        base,
        parents: {},
        resolved,
        locked: undefined,
      });
      const annotations = annotationsAt(annotationsOf(image, policy, { base, record }), 'index');
      const [repository] = image.repositories;
      return push(repository, [image.tags.exact, ...image.tags.aliases], annotations);
    },
    { concurrency: 16 },
  );
}

export function repositoryOf(text: string): Repository {
  const parsed = parseReference(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.value.repository;
}
