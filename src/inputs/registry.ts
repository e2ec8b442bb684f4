/** The inputs that belong together: where the image goes, and who may put it there. */
import { parseRegistry, parseRepository } from '../names/image-name.ts';
import { shown } from '../names/shown.ts';
import type { Where } from './building.ts';
import type { Inputs } from './inputs.ts';

/** Raw values by the name of their input. A missing one and an empty one mean the same: the default. */
export type Raw = Readonly<Record<string, string>>;

/** Gathers what is wrong with an input. */
export type Say = (name: string, message: string) => void;

/** The one input that is a secret, apart from all others. A line break at its end was pasted along and is dropped. */
export function readSecrets(raw: Raw): { readonly registryPassword?: string } {
  const password = (raw['registry_password'] ?? '').replace(/[\r\n]+$/, '');
  return password.trim() === '' ? {} : { registryPassword: password };
}

/**
 * Registry and image name to where the image goes. `text` gives undefined for an input about which all has been said.
 */
export function readRepository(
  text: (name: string) => string | undefined,
  packageName: string | undefined,
  where: Where,
  say: Say,
): Inputs['repository'] | undefined {
  const registry = text('registry');
  const host = registry === undefined ? undefined : parseRegistry(registry);
  if (host?.ok === false) say('registry', host.message);
  const given = text('image_name');
  if (given === '' && where === 'action') {
    say('image_name', 'it is missing: give the name of the image, like "owner/name".');
  }
  const name = given === '' && where === 'cli' ? packageName : given;
  if (name === undefined || name === '') return undefined;
  // With a host that is right, so that each input gets only what is wrong with itself.
  const repository = parseRepository(host?.ok ? host.value : 'localhost', name);
  if (!repository.ok) say('image_name', repository.message);
  return host?.ok && repository.ok ? repository.value : undefined;
}

/** The user belongs to a password: alone it says nothing, since GitHub always puts one in. */
export function readUsername(raw: Raw, user: string, say: Say): string | undefined {
  const { registryPassword } = readSecrets(raw);
  if (registryPassword === undefined) return undefined;
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u001f\u007f]/.test(registryPassword)) {
    say('registry_password', 'it has a line break or another control character: paste the token alone.');
  }
  if (user === '') {
    say(
      'registry_username',
      'it is missing, and there is a password: name the user that the password belongs to.',
    );
  } else if (user.includes(':') || /\s/.test(user) || user.length > 255) {
    say(
      'registry_username',
      `${shown(user)} is not a user: it has no colon and no space, and at most 255 characters.`,
    );
  }
  return user;
}
