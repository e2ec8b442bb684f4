/** Makes a client configuration for one run: the user's own with the registry's credentials, removed afterwards. */
import { join } from 'node:path';
import { Failure } from '../errors.ts';
import { unlessRefused } from '../file-failure.ts';
import type { World } from '../ports.ts';
import { clientFolder, type Login } from '../registry/credentials.ts';

/**
 * Environment for every `docker` of this run; empty without a login, so that the user's own configuration is taken.
 *
 * With a login, a temporary folder holds a copy of `config.json` with the login added (mode 0600; credentials are neither an
 * argument nor left behind as `docker login` would) and links to everything else, since plug-ins, contexts and builders
 * are looked for beside it.
 */
export async function clientEnvironment(
  world: World,
  login: Login | undefined,
): Promise<Readonly<Record<string, string>>> {
  if (login === undefined) return {};
  const userFolder = clientFolder(world.env);
  const folder = await world.files.temporary('client');
  // As for Docker itself, a folder that cannot be read has no plug-ins and builders.
  for (const name of (await world.files.list(userFolder).catch(unlessRefused(() => {}))) ?? []) {
    if (name !== 'config.json') await world.files.link(join(userFolder, name), join(folder, name));
  }
  const config = parseConfig(
    await world.files.read(join(userFolder, 'config.json')),
    join(userFolder, 'config.json'),
  );
  await world.files.write(join(folder, 'config.json'), JSON.stringify(withLogin(config, login)), 0o600);
  // Builders are kept in the user's folder, so that one made in this run is found by the next command.
  const builders = world.env['BUILDX_CONFIG'] || join(userFolder, 'buildx');
  return { DOCKER_CONFIG: folder, BUILDX_CONFIG: builders };
}

/** The parser's message is not shown: it can quote the file, and with it a credential. */
function parseConfig(text: string | undefined, path: string): Config {
  try {
    const config: unknown = JSON.parse(text || '{}');
    if (typeof config === 'object' && config !== null && !Array.isArray(config)) return config as Config;
  } catch {
    // The message below tells it.
  }
  const message = `Docker's configuration ${path} is not a JSON object: mend or remove it.`;
  throw new Failure([{ station: 'registry', about: 'config.json', message }]);
}

interface Config {
  readonly auths?: Readonly<Record<string, unknown>>;
  readonly credHelpers?: Readonly<Record<string, string>>;
  readonly [name: string]: unknown;
}

/** Docker Hub's login has a special name, for historical reasons. */
const authKey = (registry: string): string =>
  registry === 'docker.io' ? 'https://index.docker.io/v1/' : registry;

export function withLogin(config: Config, login: Login): Config {
  const key = authKey(login.registry);
  const auth = Buffer.from(`${login.username}:${login.password}`).toString('base64');
  return {
    ...config,
    auths: { ...config.auths, [key]: { auth } },
    // An empty helper means the file itself, where a helper or a store would be asked first.
    credHelpers: { ...config.credHelpers, [key]: '' },
  };
}
