/** Reads all bundles beside a manifest, and checks each. */
import type { KeyObject } from 'node:crypto';
import { refused } from '../errors.ts';
import type { Digest, Repository } from '../names/reference.ts';
import type { RegistryClient } from '../registry/client.ts';
import { fetchBundle, listBundles, listSignatures } from './bundles.ts';
import { identityText, isIdentity, type WantedIdentity } from './identity.ts';
import type { Trust } from './trust.ts';
import { isSignedByKey, statementIn, verifyBundle, type VerifiedStatement } from './verify-bundle.ts';

/** A bundle beside a manifest. */
export type CheckedBundle =
  | ({ readonly ok: true } & Pick<VerifiedStatement, 'predicateType' | 'predicate' | 'by'>)
  | { readonly ok: false; readonly artifact: Digest; readonly message: string };

/**
 * @param trust asked for only where there is a bundle that it may hold for.
 * @param hasKey whether that is a public key: without one, what a key signed is refused before anything is fetched.
 * @param wanted absent where anybody who is trusted may have signed.
 * @throws RegistryProblem, and what `trust` throws.
 */
export async function checkBundles(
  client: Pick<RegistryClient, 'referrers' | 'getManifest' | 'getBlob'>,
  repository: Repository,
  subject: Digest,
  {
    trust,
    wanted,
    hasKey = false,
  }: {
    readonly trust: () => Promise<Trust>;
    readonly wanted?: WantedIdentity | undefined;
    readonly hasKey?: boolean;
  },
): Promise<readonly CheckedBundle[]> {
  const listed = await listBundles(client, repository, subject);
  return Promise.all(
    listed.map(async ({ digest: artifact }): Promise<CheckedBundle> => {
      const bytes = await fetchBundle(client, repository, { digest: artifact });
      if (bytes === undefined)
        return { ok: false, artifact, message: 'it is not in the repository any more' };
      const read =
        !hasKey && isSignedByKey(bytes)
          ? refused('it is signed with a key: give its public half in public_key')
          : await verifyBundle(bytes, subject, await trust());
      if (!read.ok) return { ok: false, artifact, message: read.message };
      const { by, predicateType, predicate } = read.value;
      if (wanted !== undefined && !isIdentity(by, wanted))
        return {
          ok: false,
          artifact,
          message: `${by.subject}${by.issuer === undefined ? '' : ` (issuer ${by.issuer})`} signed it, and not ${identityText(wanted)}`,
        };
      return { ok: true, predicateType, predicate, by };
    }),
  );
}

/**
 * Whether an image has a signature beside it that is about it, and by the key of this run where it has one: an image is signed
 * anew with another key. Whom a certificate names is not looked at. Two requests for each signature besides listing them.
 *
 * @throws RegistryProblem.
 */
export async function hasSignature(
  client: Pick<RegistryClient, 'referrers' | 'getManifest' | 'getBlob'>,
  repository: Repository,
  subject: Digest,
  key?: KeyObject,
): Promise<boolean> {
  // The newest is mostly the last.
  for (const artifact of (await listSignatures(client, repository, subject)).toReversed()) {
    const bytes = await fetchBundle(client, repository, artifact);
    if (bytes === undefined) continue;
    const counts =
      key === undefined
        ? statementIn(bytes)?.subjects.includes(subject) === true
        : (await verifyBundle(bytes, subject, { kind: 'key', key })).ok;
    if (counts) return true;
  }
  return false;
}
