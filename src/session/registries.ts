/** The registries of one process: a client, and a reader through the engine's mirrors. */
import { type Engine, isElsewhere, peekEngine, readEngine } from '../build/engine.ts';
import { Failure } from '../errors.ts';
import { type Budget, usualBudget } from '../http.ts';
import type { Digest, Repository, Tag } from '../names/reference.ts';
import type { World } from '../ports.ts';
import { type Reader, RegistryClient } from '../registry/client.ts';
import type { Login } from '../registry/credentials.ts';
import { descriptorOf } from '../registry/manifest.ts';
import { throughMirrors } from '../registry/mirrors.ts';
import { onceFor } from '../once.ts';

export interface Registries {
  readonly client: RegistryClient;
  /** Reads Docker Hub's images from the mirrors that the engine will use. It reads nothing twice, except by `saveBlob`. */
  readonly reader: Reader;
  /** The digest that a tag has, for what is only worth a word: it asks once, and gives undefined without an answer. */
  readonly glance: (repository: Repository, tag: Tag) => Promise<Digest | undefined>;
}

const oneAttempt: Budget = { ...usualBudget, attempts: 1 };

export async function openRegistries(
  world: World,
  env: Readonly<Record<string, string>>,
  login?: Login,
): Promise<Registries> {
  const engine = await settingsOf(world, env);
  const options = { logins: login === undefined ? [] : [login], plain: engine?.insecure ?? [] };
  const client = new RegistryClient(world, options);
  const mirrors = engine?.mirrors ?? [];
  const reader = throughMirrors(client, mirrors);
  let hasty: Reader | undefined;
  return {
    client,
    reader: readOnce(reader),
    glance: async (repository, tag) => {
      try {
        // Opened only now: what there is to say of a mirror was said already.
        hasty ??= throughMirrors(
          new RegistryClient(world, { ...options, budget: oneAttempt, stall: 5000 }),
          mirrors,
        );
        return (await hasty.headManifest(repository, tag))?.digest;
      } catch (error) {
        if (error instanceof Failure) return undefined;
        throw error;
      }
    },
  };
}

/** The client alone, for commands that make no image. @param login of the inputs; others are looked for where Docker keeps them. */
export const openClient = async (world: World, login?: Login): Promise<RegistryClient> =>
  (await openRegistries(world, {}, login)).client;

/** Reads each manifest and blob once. A HEAD of a manifest that is being read waits for it. */
function readOnce(reader: Reader): Reader {
  const keyOf = <Reference extends string>({ registry, name }: Repository, reference: Reference): string =>
    `${registry}/${name} ${reference}`;
  const manifests = new Map<string, ReturnType<Reader['getManifest']>>();
  return {
    headManifest: onceFor(keyOf<Digest | Tag>, async (repository, reference) => {
      const begun = manifests.get(keyOf(repository, reference));
      if (begun === undefined) return reader.headManifest(repository, reference);
      const manifest = await begun;
      return manifest && descriptorOf(manifest);
    }),
    getManifest: (repository, reference) => {
      const key = keyOf(repository, reference);
      const answer = manifests.get(key) ?? reader.getManifest(repository, reference);
      manifests.set(key, answer);
      return answer;
    },
    headBlob: (...asked) => reader.headBlob(...asked),
    getBlob: onceFor(keyOf<Digest>, (...asked) => reader.getBlob(...asked)),
    saveBlob: (...asked) => reader.saveBlob(...asked),
    listTags: (...asked) => reader.listTags(...asked),
  };
}

/** Undefined where there is no engine: that is an error only once something must be built. */
async function settingsOf(world: World, env: Readonly<Record<string, string>>): Promise<Engine | undefined> {
  if (!(await isElsewhere(world))) return peekEngine(world);
  return readEngine(world, env).catch((error: unknown) => {
    if (error instanceof Failure) return undefined;
    throw error;
  });
}
