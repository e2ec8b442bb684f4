/** What is signed: in-toto statements (in-toto attestation framework, "Statement v1") about manifests. */
import type { Digest } from '../names/reference.ts';
import type { Manifest } from '../registry/manifest.ts';

/** Something to be said of a manifest that is in the repository. */
export interface Attestation {
  readonly subject: Pick<Manifest, 'mediaType' | 'digest' | 'bytes'>;
  readonly predicateType: string;
  readonly predicate: unknown;
}

export const predicateTypes = {
  /** Of cosign 3: the image is signed, and no more is said of it. */
  signature: 'https://sigstore.dev/cosign/sign/v1',
  provenance: 'https://slsa.dev/provenance/v1',
} as const;

/** Media type of a statement in its envelope. */
export const statementMediaType = 'application/vnd.in-toto+json';

const statementType = 'https://in-toto.io/Statement/v1';

/**
 * The name of the subject says nothing, so that what is said is as right in the next repository that has the image. Without
 * one, sigstore's verifier in Python refuses the statement.
 */
export const statementBytes = ({ subject, predicateType, predicate }: Attestation): Buffer =>
  Buffer.from(
    JSON.stringify({
      _type: statementType,
      subject: [{ name: '_', digest: { sha256: subject.digest.slice('sha256:'.length) } }],
      predicateType,
      predicate,
    }),
  );

/** A statement as it was read. */
export interface Statement {
  readonly subjects: readonly Digest[];
  readonly predicateType: string;
  readonly predicate: unknown;
}

/** Undefined where it is no statement. */
export function readStatement(bytes: Uint8Array): Statement | undefined {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
  const { subject, predicateType, predicate } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof predicateType !== 'string' || !Array.isArray(subject)) return undefined;
  const subjects = (subject as readonly { readonly digest?: { readonly sha256?: unknown } }[]).flatMap(
    (one) => {
      const sha256 = one?.digest?.sha256;
      return typeof sha256 === 'string' ? [`sha256:${sha256}` as Digest] : [];
    },
  );
  return { subjects, predicateType, predicate };
}
