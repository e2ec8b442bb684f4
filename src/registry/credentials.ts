import { join } from 'node:path';
import { unlessRefused } from '../file-failure.ts';
import { homeOf } from '../home.ts';
import type { World } from '../ports.ts';

/** A credential for one registry. `from` names its source for messages; messages never hold the secret. */
export type Credential =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'basic'; readonly username: string; readonly password: string; readonly from: string }
  /** A long-lived token that is exchanged for short ones (an OAuth2 refresh token). */
  | { readonly kind: 'identity'; readonly username: string; readonly token: string; readonly from: string };

export interface Login {
  /** Exact host, with the port where there is one. */
  readonly registry: string;
  readonly username: string;
  readonly password: string;
}

const anonymous: Credential = { kind: 'anonymous' };

type Keychain = Pick<World, 'env' | 'files' | 'run' | 'log'>;

interface Entry {
  readonly auth?: string;
  readonly username?: string;
  readonly password?: string;
  readonly identitytoken?: string;
}
interface DockerConfig {
  readonly auths?: Readonly<Record<string, Entry>>;
  readonly credHelpers?: Readonly<Record<string, string>>;
  readonly credsStore?: string;
}

/** Docker Hub's key in config.json is still the address of its first API. */
const dockerHubKey = 'https://index.docker.io/v1/';
const dockerHubKeys = [dockerHubKey, 'docker.io', 'index.docker.io', 'registry-1.docker.io'];

const hostOf = (key: string): string =>
  key
    .replace(/^https?:\/\//, '')
    .replace(/\/.*$/, '')
    .toLowerCase();

function lookUp<T>(table: Readonly<Record<string, T>> | undefined, registry: string): T | undefined {
  if (table === undefined) return undefined;
  const keys = registry === 'docker.io' ? dockerHubKeys : [registry];
  const exact = keys.find((key) => Object.hasOwn(table, key));
  if (exact !== undefined) return table[exact];
  const hosts = new Set(keys.map(hostOf));
  return Object.entries(table).find(([key]) => hosts.has(hostOf(key)))?.[1];
}

export const clientFolder = (env: World['env']): string =>
  env['DOCKER_CONFIG'] || join(homeOf(env), '.docker');

/**
 * The credential for one exact host (`docker.io` stands for Docker Hub's several). The inputs come first; then
 * config.json in DOCKER_CONFIG or ~/.docker: the helper for this host, the store for all, then the file itself.
 * An unreadable source is logged and skipped: many images need no credential.
 */
export async function findCredential(
  world: Keychain,
  registry: string,
  logins: readonly Login[] = [],
): Promise<Credential> {
  const login = logins.find((candidate) => candidate.registry === registry);
  if (login) return { kind: 'basic', username: login.username, password: login.password, from: 'the inputs' };
  const path = join(clientFolder(world.env), 'config.json');
  const config = await readConfig(world, path);
  const helper = lookUp(config.credHelpers, registry) ?? config.credsStore;
  const fromHelper = helper ? await askHelper(world, helper, registry) : undefined;
  return fromHelper ?? fromEntry(world, lookUp(config.auths, registry), path, registry) ?? anonymous;
}

async function readConfig(world: Keychain, path: string): Promise<DockerConfig> {
  const text = await world.files
    .read(path)
    .catch(unlessRefused(({ fact }) => world.log.warn(`No credentials are taken from there: ${fact}.`)));
  if (text === undefined || text.trim() === '') return {};
  try {
    const config: unknown = JSON.parse(text);
    if (typeof config === 'object' && config !== null) return config;
  } catch {
    // The parser's message may quote the file, and a secret with it.
  }
  world.log.warn(
    `${path} is not readable as JSON, so no credentials are taken from it. "docker login" writes it anew.`,
  );
  return {};
}

async function askHelper(world: Keychain, helper: string, registry: string): Promise<Credential | undefined> {
  const program = `docker-credential-${helper}`;
  const server = registry === 'docker.io' ? dockerHubKey : registry;
  const ran = await world.run({ program, args: ['get'], input: server }, { timeout: 30_000 });
  if (ran.code !== 0) {
    // A helper without an entry for this host is the usual case, and not worth a warning.
    if (/credentials not found/i.test(ran.stdout + ran.stderr)) return undefined;
    const why = ran.code === 127 ? 'is not installed' : `ended with exit code ${ran.code}`;
    world.log.warn(
      `${program}, which Docker's config.json names for ${registry}, ${why}: going on without it.`,
    );
    return undefined;
  }
  try {
    const { Username: username = '', Secret: secret = '' } = JSON.parse(ran.stdout) as Record<string, string>;
    if (secret === '') return undefined;
    // By the helpers' protocol this user name means that the secret is an identity token.
    if (username === '<token>') return { kind: 'identity', username, token: secret, from: program };
    return { kind: 'basic', username, password: secret, from: program };
  } catch {
    world.log.warn(`${program} gave something that is not JSON for ${registry}: going on without it.`);
    return undefined;
  }
}

function fromEntry(
  world: Keychain,
  entry: Entry | undefined,
  from: string,
  registry: string,
): Credential | undefined {
  if (entry === undefined) return undefined;
  const pair = Buffer.from(entry.auth ?? '', 'base64')
    .toString('utf8')
    .replace(/\0+$/, '');
  const colon = pair.indexOf(':');
  const username = entry.username ?? pair.slice(0, Math.max(colon, 0));
  const password = entry.password ?? pair.slice(colon + 1);
  if (entry.identitytoken) return { kind: 'identity', username, token: entry.identitytoken, from };
  if (username !== '' && password !== '') return { kind: 'basic', username, password, from };
  if (entry.auth)
    world.log.warn(
      `${from} has an entry for ${registry} that is not "user:password" in base64: passed over.`,
    );
  return undefined;
}
