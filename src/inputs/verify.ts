/** What the command `verify` takes, validated. */
import { parseRegistry } from '../names/image-name.ts';
import { parseReference, type Reference } from '../registry/reference.ts';
import { parseIdentity, type WantedIdentity } from '../sign/identity.ts';
import { parsePath, type Where } from './building.ts';
import { inputReader, type Read } from './reader.ts';
import { type Env, type Raw, readUsername } from './registry.ts';

export interface VerifyInputs {
  /** As it was given. */
  readonly written: string;
  readonly reference: Reference;
  /** Host that user and password belong to: the input's, else that of the image. */
  readonly registry: string;
  readonly registryUsername?: string;
  readonly caBundle?: string;
  /** Absent where anybody may have signed whom the services vouch for. */
  readonly identity?: WantedIdentity;
  /** Path of a public key. */
  readonly publicKey?: string;
  /** Path of a trusted root. */
  readonly trustedRoot?: string;
}

export function readVerifyInputs(raw: Raw, where: Where, env: Env = {}): Read<VerifyInputs> {
  const { text, one, say, done } = inputReader('verify', raw, where, env);
  const path = (name: string) => one(name, (value) => parsePath(value, where));
  const reference = one('image', parseReference);
  const named = (raw['registry'] ?? '').trim();
  const registry = named === '' ? reference?.repository.registry : one('registry', parseRegistry);
  const publicKey = path('public_key');
  if (publicKey !== undefined && text('identity') !== '')
    say('identity', 'a key has none: give one of both.');
  return done(
    { written: text('image'), reference, registry },
    {
      registryUsername: readUsername(raw, text('registry_username'), say),
      caBundle: path('ca_bundle'),
      identity: one('identity', parseIdentity),
      publicKey,
      trustedRoot: path('trusted_root'),
    },
  );
}
