/** Versions of a package as images, published to a real registry by clients that are looked over the shoulder. */
import type { Tags } from '../../src/plan/tags.ts';
import type { Digest, Repository, Tag } from '../../src/names/reference.ts';
import type { PublishRequest } from '../../src/publish/publish.ts';
import { pushContent } from '../../src/publish/push.ts';
import { RegistryClient } from '../../src/registry/client.ts';
import { contentOf, manifestsOf } from '../../src/registry/content.ts';
import { digestOf, readContent } from '../../src/registry/manifest.ts';
import { publishTag } from '../../src/registry/publish-tag.ts';
import { versionKey } from '../../src/plan/labels.ts';
import { versionOf } from '../decide/values.ts';
import { inputsOf, recipeOfInputs, verifiedOf } from '../support/cells.ts';
import { type MadeContent, makeContent } from '../support/content.ts';
import { bytesOf, tag } from '../support/images.ts';
import { testWorld } from '../support/world.ts';

/** An index of one platform with its attestation, which says its version unless that is empty. */
export function release(version: string, build = ''): MadeContent {
  const made = makeContent({ amd64: [`the package ${version} ${build}`] });
  const said = version === '' ? {} : { annotations: { [versionKey]: version } };
  const bytes = bytesOf({ ...readContent(made.index.bytes), ...said });
  const index = { ...made.index, bytes, digest: digestOf(bytes) };
  const manifests = new Map([...made.manifests].filter(([digest]) => digest !== made.index.digest));
  return { ...made, index, manifests: manifests.set(index.digest, index) };
}

export const [exact, latest, major] = [tag('py3-1.2.3'), tag('py3-LATEST'), tag('py3-1')] as const;
export const tags: Tags = { exact, aliases: [latest, major] };
export const allTags = [exact, latest, major] as const;

/** Stands between a client and the registry: sees a request's line, `PUT /v2/NAME/manifests/TAG`, and may send it. */
export type Watch = (line: string, send: () => Promise<Response>) => Promise<Response>;

/** What fails is not asked for again, so that a request that dies is the last of its run. */
export function clientOf(watch: Watch = (_, send) => send(), attempts = 1): RegistryClient {
  const world = testWorld();
  const fetch: typeof world.fetch = (url, init) => {
    const line = `${init?.method ?? 'GET'} ${new URL(url).pathname}`;
    return watch(line, () => world.fetch(url, init));
  };
  return new RegistryClient(
    { ...world, fetch },
    { budget: { attempts, time: 10_000, first: 1, longest: 1 } },
  );
}

/** The request to publish 1.2.3 of one platform; what it is told goes to `events`. */
export async function publishing(
  client: RegistryClient,
  repository: Repository,
  content: MadeContent,
  events: string[] = [],
  under: Tags = tags,
): Promise<PublishRequest> {
  const recipe = recipeOfInputs(inputsOf({ platform: 'linux/amd64' }));
  return {
    verified: await verifiedOf({ ...recipe, image: { ...recipe.image, tags: under } }, content),
    client,
    repository,
    mountFrom: [],
    beforeTags: () => Promise.resolve(),
    day: '20261127',
    trace: {
      onContent: () => undefined,
      onPush: () => void events.push('push'),
      onTag: (moved, digest) => void events.push(`${moved} is ${digest}`),
      onStayed: ({ tag: stayed, version: newer }) => void events.push(`${stayed} stays at ${newer?.text}`),
    },
    version: versionOf('1.2.3'),
    forced: false,
  };
}

/** Puts an image under tags, whatever stands there. */
export async function place(
  client: RegistryClient,
  repository: Repository,
  content: MadeContent,
  under: readonly Tag[],
): Promise<void> {
  await pushContent(client, repository, content);
  const { bytes, mediaType } = content.index;
  for (const name of under) await publishTag(client, repository, bytes, mediaType, name);
}

/** What every tag stands for. Throws where an image lacks a manifest or a blob. */
export async function standing(
  client: RegistryClient,
  repository: Repository,
): Promise<Record<string, Digest>> {
  const found: Record<string, Digest> = {};
  const whole = new Set<Digest>();
  for (const name of (await client.listTags(repository)) ?? []) {
    const index = await client.getManifest(repository, name);
    if (index === undefined) continue;
    found[name] = index.digest;
    if (whole.has(index.digest)) continue;
    const nodes = await manifestsOf(contentOf(client, repository, index, testWorld().files));
    for (const { digest } of nodes.flatMap(({ blobs }) => blobs)) {
      if ((await client.headBlob(repository, digest)) === undefined)
        throw new Error(`${name} lacks ${digest}`);
    }
    whole.add(index.digest);
  }
  return found;
}

/** All of the tags at one digest. */
export const allAt = ({ index }: MadeContent, names: readonly Tag[] = allTags): Record<string, Digest> =>
  Object.fromEntries(names.map((name) => [name, index.digest]));
