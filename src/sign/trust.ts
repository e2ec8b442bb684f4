/** Whom a verifier trusts: keys, and the authorities and logs of a Sigstore instance. */
import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import type { TrustedRoot } from '@sigstore/protobuf-specs';
import { Failure, type Parsed, parsed, refused, inputFailure } from '../errors.ts';
import type { Files } from '../ports.ts';
import { parsePublicKey } from './key.ts';

export type Trust =
  /** Signatures of this key alone. */
  | { readonly kind: 'key'; readonly key: KeyObject }
  /** Certificates of any of these instances. */
  | { readonly kind: 'roots'; readonly roots: readonly TrustedRoot[] };

/** Reads a trusted root, or several, one a line, as "gh attestation trusted-root" writes them. */
export async function parseTrustedRoots(text: string): Promise<Parsed<readonly TrustedRoot[]>> {
  const { TrustedRoot: type } = await import('@sigstore/protobuf-specs');
  const whole = text.trim();
  const texts = isJson(whole) ? [whole] : whole.split('\n').filter((line) => line.trim() !== '');
  try {
    const roots = texts.map((one) => type.fromJSON(JSON.parse(one)));
    if (roots.length > 0 && roots.every(({ certificateAuthorities }) => certificateAuthorities.length > 0))
      return parsed(roots);
  } catch {
    // Said below.
  }
  return refused(
    'it is no trusted root: give the file that "cosign trusted-root create" or "gh attestation trusted-root" writes.',
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * The root of Sigstore's public instance, by its own means of distribution (TUF).
 *
 * @param cache folder in which it is kept. @throws Failure.
 */
async function publicRoot(cache: string): Promise<TrustedRoot> {
  const { getTrustedRoot } = await import('@sigstore/tuf');
  return getTrustedRoot({ cachePath: cache, timeout: 10_000, retry: 2 }).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new Failure([
      {
        station: 'registry',
        about: 'trusted root',
        message: `What Sigstore's public instance is trusted by could not be fetched from tuf-repo-cdn.sigstore.dev (${why}). Give a file in trusted_root.`,
      },
    ]);
  });
}

/**
 * What was given, else Sigstore's public instance.
 *
 * @param cache folder for what is worth keeping between runs. @throws Failure of an input, or where the root cannot be had.
 */
export async function readTrust(
  files: Pick<Files, 'read'>,
  {
    publicKey,
    trustedRoot,
    cache,
  }: { readonly publicKey?: string; readonly trustedRoot?: string; readonly cache: string },
): Promise<Trust> {
  const textOf = async (about: string, path: string): Promise<string> => {
    const text = await files.read(path);
    if (text === undefined) throw inputFailure(about, `there is no file ${path}.`);
    return text;
  };
  if (publicKey !== undefined) {
    const key = parsePublicKey(await textOf('public_key', publicKey));
    if (!key.ok) throw inputFailure('public_key', key.message);
    return { kind: 'key', key: key.value };
  }
  if (trustedRoot === undefined) return { kind: 'roots', roots: [await publicRoot(join(cache, 'sigstore'))] };
  const roots = await parseTrustedRoots(await textOf('trusted_root', trustedRoot));
  if (!roots.ok) throw inputFailure('trusted_root', roots.message);
  return { kind: 'roots', roots: roots.value };
}
