/** The verbs of the OCI distribution API that this project needs, over any number of registries. */
import type { Digest, Repository, Tag } from '../names/reference.ts';
import { parseDigest } from '../names/reference.ts';
import { saveBlob } from './blobs.ts';
import { listTags, referrers } from './lists.ts';
import {
  type Descriptor,
  type Manifest,
  acceptManifests,
  descriptorOf,
  digestOf,
  readContent,
} from './manifest.ts';
import {
  type Answer,
  type RegistryWorld,
  type Transport,
  type TransportOptions,
  openTransport,
} from './transport.ts';
import {
  type BlobSource,
  type Placed,
  type Placing,
  begin,
  cancelUpload,
  mount,
  placeBlob,
} from './uploads.ts';

/** What reading needs; a mirror in front of Docker Hub has the same verbs (see mirrors.ts). */
export type Reader = Pick<
  RegistryClient,
  'headManifest' | 'getManifest' | 'headBlob' | 'getBlob' | 'saveBlob' | 'listTags'
>;

/**
 * A client of all registries that one run speaks to. Every method throws {@link RegistryProblem} for whatever is not
 * an answer; `undefined` means that a registry that knew who asked, or asks nobody, said 404. Digests of everything
 * that is read are checked.
 */
export class RegistryClient {
  readonly #transport: Transport;
  readonly world: RegistryWorld;
  readonly options: TransportOptions;
  constructor(world: RegistryWorld, options: TransportOptions = {}) {
    this.world = world;
    this.options = options;
    this.#transport = openTransport(world, options);
  }

  /** The manifest's descriptor without its bytes: one request. */
  async headManifest(repository: Repository, reference: Tag | Digest): Promise<Descriptor | undefined> {
    const answer = await this.#transport({
      method: 'HEAD',
      repository,
      path: `manifests/${reference}`,
      action: 'pull',
      headers: { accept: acceptManifests },
      expect: [200, 404],
    });
    if (answer.status === 404) return undefined;
    const digest = givenDigest(answer);
    // Some registries leave the digest out of a HEAD's answer.
    if (digest === undefined)
      return this.getManifest(repository, reference).then((got) => got && descriptorOf(got));
    return {
      mediaType: mediaTypeOf(answer),
      digest,
      size: Number(answer.headers.get('content-length') ?? 0),
    };
  }

  /** The manifest's bytes, checked against the digest that was asked for or that the registry said. */
  async getManifest(repository: Repository, reference: Tag | Digest): Promise<Manifest | undefined> {
    const asked = parseDigest(reference);
    const answer = await this.#transport({
      method: 'GET',
      repository,
      path: `manifests/${reference}`,
      action: 'pull',
      headers: { accept: acceptManifests },
      expect: [200, 404],
      check: (got) => {
        if (got.status !== 200) return undefined;
        const wanted = asked.ok ? asked.value : givenDigest(got);
        const wrong = wanted === undefined ? undefined : mismatch(got.body, wanted);
        return wrong ?? (isContent(got.body) ? undefined : 'sent something that is no manifest');
      },
    });
    if (answer.status === 404) return undefined;
    return {
      mediaType: mediaTypeOf(answer),
      digest: digestOf(answer.body),
      bytes: new Uint8Array(answer.body),
    };
  }

  /**
   * Writes a manifest, in one attempt: whether an answer that was lost means written or not is settled by
   * {@link publishTag}, which is what should be called.
   */
  async putManifest(
    repository: Repository,
    reference: Tag | Digest,
    { bytes, mediaType }: Pick<Manifest, 'bytes' | 'mediaType'>,
  ): Promise<Digest> {
    const digest = digestOf(bytes);
    await this.#transport({
      method: 'PUT',
      repository,
      path: `manifests/${reference}`,
      action: 'pull,push',
      headers: { 'content-type': mediaType },
      body: bytes,
      expect: [200, 201, 202],
      check: (answer) => {
        const given = givenDigest(answer);
        return given === undefined || given === digest
          ? undefined
          : `stored ${given} where ${digest} was sent`;
      },
      once: true,
    });
    return digest;
  }

  /** Removes a manifest and every tag that stands for it; false when it is not there. */
  async deleteManifest(repository: Repository, digest: Digest): Promise<boolean> {
    const answer = await this.#transport({
      method: 'DELETE',
      repository,
      path: `manifests/${digest}`,
      action: 'pull,push,delete',
      expect: [200, 202, 204, 404],
    });
    return answer.status !== 404;
  }

  /** The blob's size in bytes. */
  async headBlob(repository: Repository, digest: Digest): Promise<number | undefined> {
    const path = `blobs/${digest}`;
    const answer = await this.#transport({
      method: 'HEAD',
      repository,
      path,
      action: 'pull',
      expect: [200, 404],
    });
    return answer.status === 404 ? undefined : Number(answer.headers.get('content-length') ?? 0);
  }

  /** A blob in memory: for configurations. Layers go through {@link saveBlob}. */
  async getBlob(repository: Repository, digest: Digest): Promise<Uint8Array | undefined> {
    const answer = await this.#transport({
      method: 'GET',
      repository,
      path: `blobs/${digest}`,
      action: 'pull',
      expect: [200, 404],
      check: (got) => (got.status === 200 ? mismatch(got.body, digest) : undefined),
    });
    return answer.status === 404 ? undefined : answer.body;
  }

  /** Writes a blob of any size to a file; false when there is no such blob. A file that was begun is overwritten. */
  saveBlob(repository: Repository, digest: Digest, path: string): Promise<boolean> {
    return saveBlob(this.#transport, repository, digest, path);
  }

  /** Makes a repository have a blob, and says what it took: nothing, mounting it or sending it. */
  placeBlob(repository: Repository, placing: Placing): Promise<Placed> {
    const { budget } = this.options;
    return placeBlob(this.#transport, { clock: this.world.clock, budget }, repository, placing);
  }

  /** Uploads a blob in one piece, unless the repository has it already. */
  uploadBlob(repository: Repository, source: BlobSource): Promise<Placed> {
    const [digest, size] =
      source.kind === 'bytes'
        ? [digestOf(source.bytes), source.bytes.length]
        : [source.digest, source.part.size];
    return this.placeBlob(repository, { digest, size, source: () => Promise.resolve(source) });
  }

  /** Makes a blob of another repository of the same registry appear in this one; false when it must be copied. */
  async mountBlob(repository: Repository, from: Repository, digest: Digest): Promise<boolean> {
    if (from.registry !== repository.registry) return false;
    const answer = await mount(this.#transport, repository, from, digest);
    if (answer.status === 202) await cancelUpload(this.#transport, repository, answer);
    return answer.status === 201;
  }

  /** Starts an upload and cancels it: throws, with what to grant, when this user may not push here. */
  async probeWrite(repository: Repository): Promise<void> {
    await cancelUpload(this.#transport, repository, await begin(this.#transport, repository));
  }

  /** All tags, as the registry orders them; undefined when there is no such repository. */
  listTags(repository: Repository): Promise<Tag[] | undefined> {
    return listTags(this.#transport, repository);
  }

  /** What refers to a manifest (signatures, artifacts), of one type where one is given. */
  referrers(repository: Repository, digest: Digest, artifactType?: string): Promise<Descriptor[]> {
    return referrers(this.#transport, repository, digest, artifactType);
  }
}

const mediaTypeOf = (answer: Answer): string =>
  (answer.headers.get('content-type') ?? '').split(';')[0]!.trim();

function givenDigest(answer: Answer): Digest | undefined {
  const digest = parseDigest(answer.headers.get('docker-content-digest') ?? '');
  return digest.ok ? digest.value : undefined;
}

/** A page of a proxy or of a login, sent with 200, is none. */
function isContent(bytes: Uint8Array): boolean {
  try {
    readContent(bytes);
    return true;
  } catch {
    return false;
  }
}

function mismatch(bytes: Uint8Array, wanted: Digest): string | undefined {
  const digest = digestOf(bytes);
  return digest === wanted
    ? undefined
    : `sent ${bytes.length} bytes with the digest ${digest} where ${wanted} was due`;
}
