/** What one process opens once. No question is asked twice, however many images ask it. */
import { exportLines, exportsVariable, verifyVariable } from '../build/bake.ts';
import { defined } from '../defined.ts';
import { type AdvisoryService, openOsv } from '../advisories/osv.ts';
import type { Builder } from '../build/builder.ts';
import { removeBuilder } from '../build/builder.ts';
import { clientEnvironment } from '../build/client-config.ts';
import { type BesideFacts, readFacts } from '../build/facts.ts';
import { type Programs, readPrograms } from '../build/programs.ts';
import type { BaseFacts } from '../lock/lock.ts';
import type { Platform } from '../names/platform.ts';
import { type Repository, repositoryText } from '../names/reference.ts';
import { type ObservedImage, observeImage } from '../observe/observe.ts';
import type { ImageId } from '../plan/image.ts';
import type { BaseImage } from '../plan/recipe.ts';
import type { Tags } from '../plan/tags.ts';
import type { Cache, HostedEvent, World } from '../ports.ts';
import type { Login } from '../registry/credentials.ts';
import { type Journal, type openJournal, timed } from '../report/journal.ts';
import type { Signer } from '../sign/signer.ts';
import { openWheelStore } from '../wheel-cache/open.ts';
import type { WheelStore, WheelStorePlace } from '../wheel-cache/store.ts';
import { openBuilder } from './builder.ts';
import { openCache } from './cache.ts';
import { type IndexAccess, indexAccess, type IndexSettings } from './index-access.ts';
import { once, onceFor } from '../once.ts';
import { type OpenIndexes, openIndexes } from './package-index.ts';
import { openRegistries, type Registries } from './registries.ts';
import { openResolver, type Resolver } from './resolver.ts';
import { openSigning, type SigningSettings } from './signing.ts';

export interface SessionSettings extends IndexSettings {
  /** Credentials of the inputs; others are looked for where Docker keeps them. */
  readonly login?: Login;
  /** The variables that the checks are given: their values may be secrets. */
  readonly verifyEnv: {
    readonly names: readonly string[];
    readonly values: Readonly<Record<string, string>>;
  };
  /** Name of the builder that the user asks for. */
  readonly builder?: string;
  /** Name of a builder that outlives the session, with its cache, where one has to be made. */
  readonly lastingBuilder?: string;
  /** Hosts that images are pushed to and pulled from. */
  readonly registries: readonly string[];
  /**
   * Resolutions are kept in the cache for later runs, and taken from there where the index still says the same: for whoever
   * has hundreds of questions.
   */
  readonly keepsResolutions?: boolean;
  /**
   * Called where a page of an index is taken from the cache unasked, as long as the index says that it holds; without it, the
   * index is asked for each.
   */
  readonly onUnaskedPage?: (() => void) | undefined;
  /** Absent where nothing is signed. */
  readonly signing?: SigningSettings;
  /** Folder of the Dockerfiles and programs. */
  readonly programs: string;
  /** Folder for what is worth keeping between runs. */
  readonly cache: string;
  /** What triggered the workflow; undefined outside of one. */
  readonly event?: () => Promise<HostedEvent | undefined>;
  /**
   * Called before a builder is created. Where it gives true, the builder outlives the session (other steps of the job use
   * it) and the caller removes it; else closing the session does.
   */
  readonly keepBuilder?: (name: string) => Promise<boolean> | boolean;
}

export interface Session {
  readonly world: World;
  /** About the whole run. */
  readonly journal: Journal;
  readonly journalOf: (image: ImageId) => Journal;
  /** When it was opened, in milliseconds since the epoch. */
  readonly begun: number;
  /** For every `docker` of this process. */
  readonly env: Readonly<Record<string, string>>;
  /** Names of the variables for the checks that are not set. */
  readonly unsetVariables: readonly string[];
  readonly access: IndexAccess;
  readonly programs: Programs;
  readonly cache: Cache;
  readonly event: () => Promise<HostedEvent | undefined>;
  readonly registries: () => Promise<Registries>;
  /** Undefined where nothing is signed. It throws Failure where that was demanded, and cannot be. */
  readonly signer: () => Promise<Signer | undefined>;
  /** What a repository held of an image when it was first asked. */
  readonly held: (repository: Repository, tags: Tags) => Promise<ObservedImage>;
  readonly packageIndex: OpenIndexes;
  /** The service at that address of an OSV API. */
  readonly advisories: (url: string) => AdvisoryService;
  /** Undefined where compiled wheels are not saved. */
  readonly wheelStore: (place: WheelStorePlace) => Promise<WheelStore | undefined>;
  readonly resolve: Resolver;
  /** What a base holds on each platform. */
  readonly facts: (
    base: BaseImage,
    platforms: readonly Platform[],
    beside?: BesideFacts,
  ) => Promise<BaseFacts[]>;
  /** It throws Failure when there is no engine, or no builder that will do. */
  readonly builder: () => Promise<Builder>;
}

export interface OpenSession extends Session {
  /** Removes the builder that was created, unless it outlives the session. */
  readonly close: () => Promise<void>;
}

/** @throws Failure where a secret, or a part of this program, is missing. */
export async function openSession(
  world: World,
  settings: SessionSettings,
  trace: ReturnType<typeof openJournal>,
): Promise<OpenSession> {
  const { login, verifyEnv, builder: wanted, lastingBuilder, registries: hosts } = settings;
  const journal = trace.of();
  const env = {
    ...(await clientEnvironment(world, login)),
    ...(verifyEnv.names.length === 0
      ? {}
      : {
          [verifyVariable]: JSON.stringify(verifyEnv.values),
          [exportsVariable]: exportLines(verifyEnv.values),
        }),
  };
  const programs = await readPrograms(world, settings.programs);
  const access = await indexAccess(world, settings);
  const cache = openCache(world, journal, settings.cache);
  const ownBuilders: string[] = [];
  const builder = once(() =>
    openBuilder(world, journal, {
      env,
      registries: hosts,
      beforeCreate: async (name) => {
        if (name !== lastingBuilder && (await settings.keepBuilder?.(name)) !== true) ownBuilders.push(name);
      },
      ...defined({ builder: wanted, name: lastingBuilder }),
    }),
  );
  const indexOf = openIndexes(world, access, cache, {
    say: (text) => journal.add({ is: 'note', text }),
    onUnasked: settings.onUnaskedPage,
  });
  const resolver = openResolver(world, journal, {
    access,
    programs,
    cache,
    indexOf,
    keepsResolutions: settings.keepsResolutions === true,
    builder,
  });
  const registries = once(() => openRegistries(world, env, login));
  const event = once(async () => settings.event?.());
  return {
    world,
    journal,
    journalOf: trace.of,
    begun: world.clock.now(),
    env,
    unsetVariables: verifyEnv.names.filter((name) => verifyEnv.values[name] === undefined),
    access,
    programs,
    cache,
    builder,
    event,
    registries,
    signer: once(async () =>
      settings.signing === undefined ? undefined : openSigning(world, journal, settings.signing, event),
    ),
    held: onceFor(
      (repository, { exact, aliases }) => [repositoryText(repository), exact, ...aliases].join(' '),
      async (repository, tags) => observeImage((await registries()).client, repository, tags),
    ),
    packageIndex: indexOf,
    advisories: onceFor(
      (url) => url,
      (url) => openOsv(world, { url, cache }),
    ),
    wheelStore: onceFor(
      (place) => JSON.stringify(place),
      async (place) => openWheelStore(world, (await registries()).client, place, cache.folder),
    ),
    resolve: resolver.resolve,
    facts: onceFor(
      ({ digest }, platforms) => JSON.stringify([digest, platforms]),
      (base: BaseImage, platforms: readonly Platform[], beside?: BesideFacts) =>
        timed({ journal, clock: world.clock }, 'lock', 'read the base', async () =>
          readFacts(world, (await builder()).buildx, base, platforms, programs, cache, beside),
        ),
    ),
    close: async () => {
      await resolver.close();
      for (const name of ownBuilders) await removeBuilder(world, {}, name);
    },
  };
}
