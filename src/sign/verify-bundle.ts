/** Checks a bundle: who signed what, when, and whether that is trusted. */
import type { KeyObject } from 'node:crypto';
import type { X509Certificate } from '@sigstore/core';
import type { TrustedRoot } from '@sigstore/protobuf-specs';
import type { SignedEntity } from '@sigstore/verify';
import { defined } from '../defined.ts';
import { type Parsed, parsed, refused } from '../errors.ts';
import type { Digest } from '../names/reference.ts';
import { keyHint, keyName } from './key.ts';
import { readStatement, type Statement } from './statement.ts';
import type { Trust } from './trust.ts';

/** Who signed. */
export interface SignerIdentity {
  /** Of a certificate: the workflow or the address. Of a key: `key sha256:…`. */
  readonly subject: string;
  /** Who vouches for it; absent for a key. */
  readonly issuer?: string;
  /** Of a job of GitHub: URL of the attempt of its run. */
  readonly run?: string;
  readonly commit?: string;
  /** When, by a log or an authority, in milliseconds since the epoch; absent for a key. */
  readonly at?: number;
}

export interface VerifiedStatement extends Statement {
  readonly by: SignerIdentity;
}

/** @param subject what it must be about. */
export async function verifyBundle(
  bytes: Uint8Array,
  subject: Digest,
  trust: Trust,
): Promise<Parsed<VerifiedStatement>> {
  const [{ bundleFromJSON }, { toSignedEntity }] = await Promise.all([
    import('@sigstore/bundle'),
    import('@sigstore/verify'),
  ]);
  let bundle: ReturnType<typeof bundleFromJSON>;
  try {
    bundle = bundleFromJSON(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch {
    return refused('it is no bundle of Sigstore, or a damaged one');
  }
  try {
    if (bundle.content.$case !== 'dsseEnvelope') return refused('it signs no statement');
    const entity = toSignedEntity(bundle);
    const by =
      trust.kind === 'key'
        ? await verifyWithKey(entity, trust.key)
        : await verifyWithRoots(entity, trust.roots);
    if (!by.ok) return by;
    const statement = readStatement(bundle.content.dsseEnvelope.payload);
    if (statement === undefined) return refused('what it signs is no statement');
    if (!statement.subjects.includes(subject))
      return refused(`it is about ${statement.subjects.join(', ') || 'nothing'}, and not about ${subject}`);
    return parsed({ ...statement, by: by.value });
  } catch (error) {
    return refused(messageOf(error));
  }
}

/** What a bundle signs, of which nothing is checked; undefined where it is no bundle of a statement. */
export function statementIn(bytes: Uint8Array): Statement | undefined {
  const payload = (jsonOf(bytes) as { readonly dsseEnvelope?: { readonly payload?: unknown } } | undefined)
    ?.dsseEnvelope?.payload;
  return typeof payload === 'string' ? readStatement(Buffer.from(payload, 'base64')) : undefined;
}

/** Whether a bundle names a key, and has no certificate. */
export const isSignedByKey = (bytes: Uint8Array): boolean =>
  (jsonOf(bytes) as { readonly verificationMaterial?: { readonly publicKey?: unknown } } | undefined)
    ?.verificationMaterial?.publicKey !== undefined;

/** Undefined where it is no JSON, and for null. */
function jsonOf(bytes: Uint8Array): unknown {
  try {
    return (JSON.parse(Buffer.from(bytes).toString('utf8')) as unknown) ?? undefined;
  } catch {
    return undefined;
  }
}

/** What a log or an authority witnessed adds nothing to a key that is trusted itself. @throws where it is not signed so. */
async function verifyWithKey(entity: SignedEntity, key: KeyObject): Promise<Parsed<SignerIdentity>> {
  if (entity.key.$case !== 'public-key')
    return refused('it is signed with a certificate, and not with a key');
  if (entity.key.hint !== keyHint(key)) return refused('it is signed with another key');
  const { Verifier } = await import('@sigstore/verify');
  const material = {
    certificateAuthorities: [],
    timestampAuthorities: [],
    tlogs: [],
    ctlogs: [],
    publicKey: () => ({ publicKey: key, validFor: () => true }),
  };
  const verifier = new Verifier(material, { tlogThreshold: 0, ctlogThreshold: 0, timestampThreshold: 0 });
  verifier.verify({ ...entity, tlogEntries: [], timestamps: [] });
  return parsed({ subject: keyName(key) });
}

async function verifyWithRoots(
  entity: SignedEntity,
  roots: readonly TrustedRoot[],
): Promise<Parsed<SignerIdentity>> {
  if (entity.key.$case !== 'certificate')
    return refused('it is signed with a key: give its public half in public_key');
  const { toTrustMaterial, Verifier } = await import('@sigstore/verify');
  let why = 'no instance is trusted';
  for (const root of roots) {
    // An instance without a log has an authority of time-stamps in its place.
    const thresholds = {
      tlogThreshold: Math.min(1, root.tlogs.length),
      ctlogThreshold: Math.min(1, root.ctlogs.length),
    };
    try {
      const { identity } = new Verifier(toTrustMaterial(root), thresholds).verify(entity);
      const { subjectAlternativeName: subject = '', extensions } = identity ?? {};
      return parsed({
        subject,
        ...defined({ issuer: extensions?.issuer }),
        ...factsOf(entity.key.certificate),
        ...timeOf(entity),
      });
    } catch (error) {
      why = messageOf(error);
    }
  }
  return refused(why);
}

/** Of Fulcio's certificates (fulcio, "Sigstore OID information"). */
function factsOf(certificate: X509Certificate): Pick<SignerIdentity, 'run' | 'commit'> {
  const text = (oid: string): string | undefined =>
    certificate.extension(oid)?.valueObj.subs[0]?.value.toString('utf8');
  return defined({ run: text('1.3.6.1.4.1.57264.1.21'), commit: text('1.3.6.1.4.1.57264.1.13') });
}

function timeOf({ timestamps }: SignedEntity): Pick<SignerIdentity, 'at'> {
  const times = timestamps.map((one) =>
    one.$case === 'transparency-log'
      ? Number(one.tlogEntry.integratedTime) * 1000
      : one.timestamp.signingTime.getTime(),
  );
  return times.length === 0 ? {} : { at: Math.min(...times) };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
