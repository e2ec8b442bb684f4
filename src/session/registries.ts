/** The registries of one process: a client, and a reader that asks the engine's mirrors first. */
import { type Engine, isElsewhere, peekEngine, readEngine } from '../build/engine.ts';
import { Failure } from '../errors.ts';
import type { World } from '../ports.ts';
import { type Reader, RegistryClient } from '../registry/client.ts';
import type { Login } from '../registry/credentials.ts';
import { throughMirrors } from '../registry/mirrors.ts';
import { onceFor } from './once.ts';

export interface Registries {
  readonly client: RegistryClient;
  /** Reads Docker Hub's images as the engine will: through its mirrors. Each manifest is read once. */
  readonly reader: Reader;
}

export async function openRegistries(
  world: World,
  env: Readonly<Record<string, string>>,
  login?: Login,
): Promise<Registries> {
  const engine = await settingsOf(world, env);
  const client = new RegistryClient(world, {
    logins: login === undefined ? [] : [login],
    plain: engine?.insecure ?? [],
  });
  const reader = throughMirrors(client, engine?.mirrors ?? []);
  const keyOf = (...[{ registry, name }, reference]: Parameters<Reader['headManifest']>): string =>
    `${registry}/${name} ${reference}`;
  return {
    client,
    reader: {
      headManifest: onceFor(keyOf, (...asked) => reader.headManifest(...asked)),
      getManifest: onceFor(keyOf, (...asked) => reader.getManifest(...asked)),
      headBlob: (...asked) => reader.headBlob(...asked),
      getBlob: (...asked) => reader.getBlob(...asked),
      saveBlob: (...asked) => reader.saveBlob(...asked),
      listTags: (...asked) => reader.listTags(...asked),
    },
  };
}

/** The engine's mirrors and plain registries, as far as they can be had: whether it works matters once it is needed. */
async function settingsOf(world: World, env: Readonly<Record<string, string>>): Promise<Engine | undefined> {
  if (!(await isElsewhere(world))) return peekEngine(world);
  return readEngine(world, env).catch((error: unknown) => {
    if (error instanceof Failure) return undefined;
    throw error;
  });
}
