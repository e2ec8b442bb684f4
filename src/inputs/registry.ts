/** The inputs of the registry: repositories of the image, and the user who pushes it. */
import { parseImageName, parseRegistry, splitImageName } from '../names/image-name.ts';
import { repositoryText } from '../names/reference.ts';
import { shown } from '../names/shown.ts';
import type { Where } from './building.ts';
import type { Inputs } from './inputs.ts';
import { parseEach, splitLines } from './splitting.ts';

/** Raw values by the name of their input. A missing one and an empty one mean the same: the default. */
export type Raw = Readonly<Record<string, string>>;

export type Env = Readonly<Record<string, string | undefined>>;

/** Records a problem of an input. */
export type Say = (name: string, message: string) => void;

/** Names of the inputs that log in to a registry. */
export interface LoginNames {
  readonly username: string;
  readonly password: string;
}

const usualNames: LoginNames = { username: 'registry_username', password: 'registry_password' };

/** A command's only input that is a secret. A line break at its end was pasted along and is dropped. */
export function readSecrets(
  raw: Raw,
  name: string = usualNames.password,
): { readonly registryPassword?: string } {
  const password = (raw[name] ?? '').replace(/[\r\n]+$/, '');
  return password.trim() === '' ? {} : { registryPassword: password };
}

/**
 * The repositories that the image goes to: each once, in the order given. `text` gives undefined for an input that has a
 * problem already.
 */
export function readDestinations(
  text: (name: string) => string | undefined,
  packageName: string | undefined,
  where: Where,
  say: Say,
): Pick<Inputs, 'registry' | 'repositories'> | undefined {
  const registry = text('registry');
  const host = registry === undefined ? undefined : parseRegistry(registry);
  if (host?.ok === false) say('registry', host.message);
  const given = text('image_name');
  const lines = splitLines(given ?? '');
  if (given !== undefined && lines.length === 0 && where === 'action') {
    say('image_name', 'it is missing: give the name of the image, like "owner/name".');
  }
  const names = lines.length === 0 && where === 'cli' && packageName !== undefined ? [packageName] : lines;
  // A stand-in for a host that was refused, so that image_name is not blamed for it.
  const inHost = host?.ok ? host.value : 'localhost';
  const { value, messages } = parseEach(names, (name) => parseImageName(name, inHost));
  for (const message of new Set(messages)) say('image_name', message);
  const [first, ...rest] = new Map(value.map((one) => [repositoryText(one), one])).values();
  if (!host?.ok || first === undefined) return undefined;
  return { registry: host.value, repositories: [first, ...rest] };
}

/** What a registry is needed for: a push, or a plan, which looks at what is there. */
export type RegistryUse = 'push' | 'plan';

/** The message for a use without a registry; undefined when every name has a registry of its own. */
export function missingRegistry(imageName: string, use: RegistryUse = 'push'): string | undefined {
  const lines = splitLines(imageName);
  const needed = use === 'plan' ? 'needs a registry to look at' : 'needs a registry';
  if (lines.length === 0) return `a ${use} ${needed}: name its host, like "ghcr.io".`;
  const without = lines.filter((line) => splitImageName(line).registry === undefined);
  if (without.length === 0) return undefined;
  return `a ${use} of ${without.map(shown).join(', ')} ${needed}: name its host, like "ghcr.io", or write it in front of the name.`;
}

/** Undefined without a password: a user alone means nothing, since GitHub always fills one in. */
export function readUsername(
  raw: Raw,
  user: string,
  say: Say,
  { username, password }: LoginNames = usualNames,
): string | undefined {
  const { registryPassword } = readSecrets(raw, password);
  if (registryPassword === undefined) return undefined;
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u001f\u007f]/.test(registryPassword)) {
    say(password, 'it has a line break or another control character: paste the token alone.');
  }
  if (user === '') {
    say(username, 'it is missing, and there is a password: name the user that the password belongs to.');
  } else if (user.includes(':') || /\s/.test(user) || user.length > 255) {
    say(username, `${shown(user)} is not a user: it has no colon and no space, and at most 255 characters.`);
  }
  return user;
}
