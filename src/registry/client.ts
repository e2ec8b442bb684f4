/** The verbs of the OCI distribution API that this project needs. */
import type { Digest, Repository, Tag } from '../names/reference.ts';
import { parseDigest } from '../names/reference.ts';
import { saveBlob } from './blobs.ts';
import { listReferrers, listTags, referrers } from './lists.ts';
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
  startUpload,
  cancelUpload,
  requestMount,
  placeBlob,
} from './uploads.ts';

export type Reader = Pick<
  RegistryClient,
  'headManifest' | 'getManifest' | 'headBlob' | 'getBlob' | 'saveBlob' | 'listTags'
>;

/**
 * A client of any number of registries. Every method throws {@link RegistryProblem} where it gets no answer. It gives
 * undefined for a 404 that can be believed: to an authenticated user, or from a registry that answers everybody. The
 * digest of everything that is read is checked.
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
    const digest = digestHeader(answer);
    // Some registries send no digest in answer to a HEAD.
    if (digest === undefined)
      return this.getManifest(repository, reference).then((received) => received && descriptorOf(received));
    return {
      mediaType: mediaTypeOf(answer),
      digest,
      size: Number(answer.headers.get('content-length') ?? 0),
    };
  }

  /** The manifest, checked against the digest that was requested, or else against the registry's header. */
  async getManifest(repository: Repository, reference: Tag | Digest): Promise<Manifest | undefined> {
    const requested = parseDigest(reference);
    const answer = await this.#transport({
      method: 'GET',
      repository,
      path: `manifests/${reference}`,
      action: 'pull',
      headers: { accept: acceptManifests },
      expect: [200, 404],
      check: (received) => {
        if (received.status !== 200) return undefined;
        const expected = requested.ok ? requested.value : digestHeader(received);
        const fault = expected === undefined ? undefined : mismatch(received.body, expected);
        return fault ?? (isManifest(received.body) ? undefined : 'sent something that is no manifest');
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
   * Writes a manifest in one attempt. Callers use {@link publishTag}, which finds out whether a manifest was written
   * whose answer was lost.
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
        const stored = digestHeader(answer);
        return stored === undefined || stored === digest
          ? undefined
          : `stored ${stored} where ${digest} was sent`;
      },
      once: true,
    });
    return digest;
  }

  /** Removes a manifest and every tag that points at it; false when it is absent. */
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

  /** A small blob, in memory; layers go through {@link saveBlob}. */
  async getBlob(repository: Repository, digest: Digest): Promise<Uint8Array | undefined> {
    const answer = await this.#transport({
      method: 'GET',
      repository,
      path: `blobs/${digest}`,
      action: 'pull',
      expect: [200, 404],
      check: (received) => (received.status === 200 ? mismatch(received.body, digest) : undefined),
    });
    return answer.status === 404 ? undefined : answer.body;
  }

  /** Writes a blob of any size to a file, and overwrites what is there; false when there is no such blob. */
  saveBlob(repository: Repository, digest: Digest, path: string): Promise<boolean> {
    return saveBlob(this.#transport, repository, digest, path);
  }

  placeBlob(repository: Repository, placing: Placing): Promise<Placed> {
    const { budget } = this.options;
    return placeBlob(this.#transport, { clock: this.world.clock, budget }, repository, placing);
  }

  uploadBlob(repository: Repository, source: BlobSource): Promise<Placed> {
    const [digest, size] =
      source.kind === 'bytes'
        ? [digestOf(source.bytes), source.bytes.length]
        : [source.digest, source.part.size];
    return this.placeBlob(repository, { digest, size, source: () => Promise.resolve(source) });
  }

  /** Mounts a blob from another repository of the same registry; false when it must be copied. */
  async mountBlob(repository: Repository, from: Repository, digest: Digest): Promise<boolean> {
    if (from.registry !== repository.registry) return false;
    const answer = await requestMount(this.#transport, repository, from, digest);
    if (answer.status === 202) await cancelUpload(this.#transport, repository, answer);
    return answer.status === 201;
  }

  /** Starts an upload and cancels it: throws, with the missing grant, when this user may not push here. */
  async probeWrite(repository: Repository): Promise<void> {
    await cancelUpload(this.#transport, repository, await startUpload(this.#transport, repository));
  }

  listTags(repository: Repository): Promise<Tag[] | undefined> {
    return listTags(this.#transport, repository);
  }

  referrers(repository: Repository, digest: Digest, artifactType?: string): Promise<Descriptor[]> {
    return referrers(this.#transport, repository, digest, artifactType);
  }

  /** The same without the tag in place of the API: undefined where the registry lacks the API. */
  listReferrers(repository: Repository, digest: Digest): Promise<Descriptor[] | undefined> {
    return listReferrers(this.#transport, repository, digest);
  }
}

const mediaTypeOf = (answer: Answer): string =>
  (answer.headers.get('content-type') ?? '').split(';')[0]!.trim();

function digestHeader(answer: Answer): Digest | undefined {
  const digest = parseDigest(answer.headers.get('docker-content-digest') ?? '');
  return digest.ok ? digest.value : undefined;
}

/** Tells a manifest from a page of a proxy or a login, which come with 200 too. */
function isManifest(bytes: Uint8Array): boolean {
  try {
    readContent(bytes);
    return true;
  } catch {
    return false;
  }
}

function mismatch(bytes: Uint8Array, expected: Digest): string | undefined {
  const digest = digestOf(bytes);
  return digest === expected
    ? undefined
    : `sent ${bytes.length} bytes with the digest ${digest} where ${expected} was due`;
}
