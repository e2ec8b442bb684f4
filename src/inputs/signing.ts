/** The inputs of signatures. */
import { defined } from '../defined.ts';
import { type Parsed, parsed } from '../errors.ts';
import { tokenSourceOf } from '../sign/identity-token.ts';
import type { BaseSignature } from '../plan/policy.ts';
import { parseIdentity } from '../sign/identity.ts';
import { parsePrivateKey } from '../sign/key.ts';
import { parsePath, type Where } from './building.ts';
import { baseSignatureChoices, signChoices, signFailureChoices } from './choices.ts';
import type { SigningInputs } from './inputs.ts';
import type { InputReader } from './reader.ts';
import type { Raw, RegistryUse } from './registry.ts';
import { parseChoice } from './values.ts';

/** A key, and its passphrase, which is empty where it has none. */
export interface SignSecrets {
  readonly key: string;
  readonly passphrase: string;
}

/** As they were given; empty where they were not. */
export const signSecretsOf = (raw: Raw): SignSecrets => ({
  key: (raw['sign_key'] ?? '').trim(),
  // Spaces may belong to it, and are none where they are all.
  passphrase: (raw['sign_key_passphrase'] ?? '').replace(/[\r\n]+$|^\s+$/, ''),
});

/** Undefined where bases may be unsigned. */
export function readBaseSignature(
  { one, say, text, called }: InputReader,
  where: Where,
): BaseSignature | undefined {
  const otherwise = one('base_signature', (value) => parseChoice(value, baseSignatureChoices));
  const identity = one('base_identity', parseIdentity);
  const trustedRoot = one('trusted_root', (value) => parsePath(value, where));
  if (otherwise === undefined || otherwise === 'off') return undefined;
  if (text('base_identity') === '')
    say(
      'base_identity',
      `it is missing, and ${called('base_signature')} is "${otherwise}": name who must have signed.`,
    );
  return identity && { otherwise, identity, ...defined({ trustedRoot }) };
}

/**
 * Undefined where nothing is to be signed.
 *
 * @param use of a plan: it signs nothing, and needs no key.
 */
export function readSigning(
  { one, say, env, called }: InputReader,
  raw: Raw,
  where: Where,
  { push, use }: { readonly push: boolean | undefined; readonly use: RegistryUse | undefined },
): SigningInputs | undefined {
  const sign = one('sign', (text) => parseChoice(text, signChoices));
  const failure = one('sign_failure', (text) => parseChoice(text, signFailureChoices));
  const config = one('signing_config', (text): Parsed<string> =>
    use === 'plan' ? parsed(text) : parsePath(text, where),
  );
  const { key, passphrase } = signSecretsOf(raw);
  if (key !== '') {
    const read = parsePrivateKey(key, passphrase);
    if (!read.ok) say('sign_key', read.message);
  } else if (passphrase !== '')
    say('sign_key_passphrase', `there is no ${called('sign_key')} that it belongs to.`);
  if (push !== true || sign === undefined || failure === undefined || sign === 'false') return undefined;
  const can = key !== '' || tokenSourceOf(env) !== undefined;
  if (sign === 'true' && !can && use !== 'plan')
    say(
      'sign',
      `there is nothing to sign with: give the job the permission "id-token: write", or a key in ${called('sign_key')}.`,
    );
  if (sign === 'auto' && !can) return undefined;
  return { isDemanded: sign === 'true', failure, ...defined({ config }) };
}
