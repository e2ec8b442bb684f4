/** The command `verify`: who signed an image, and what it says that it was made of. */
import { defined } from '../defined.ts';
import { Failure, type Problem } from '../errors.ts';
import type { VerifyInputs } from '../inputs/verify.ts';
import { once } from '../once.ts';
import { repositoryText, type Tag } from '../names/reference.ts';
import type { World } from '../ports.ts';
import type { Login } from '../registry/credentials.ts';
import { isIndex, platformsOf } from '../registry/manifest.ts';
import type { ManifestReport, VerifyReport } from '../report/verify.ts';
import { openClient } from '../session/registries.ts';
import { type CheckedBundle, checkBundles } from '../sign/check-signatures.ts';
import { predicateTypes } from '../sign/statement.ts';
import { readTrust } from '../sign/trust.ts';
import { caBundleProblem } from './require-files.ts';

export interface VerifyRequest extends VerifyInputs {
  readonly login?: Login;
  /** Folder for what is worth keeping between runs. */
  readonly cache: string;
}

/** Never throws for what a user can act on. */
export async function verifyImage(world: World, request: VerifyRequest): Promise<VerifyReport> {
  const image = request.written;
  try {
    const untrusted =
      request.caBundle === undefined ? undefined : await caBundleProblem(world, request.caBundle);
    if (untrusted !== undefined) return { image, manifests: [], problems: [untrusted] };
    return await verify(world, request);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { image, manifests: [], problems: error.problems };
  }
}

async function verify(world: World, request: VerifyRequest): Promise<VerifyReport> {
  const { reference, written: image, login, identity: wanted } = request;
  const { repository, tag, digest } = reference;
  const client = await openClient(world, login);
  const index = await client.getManifest(repository, digest ?? tag ?? ('latest' as Tag));
  if (index === undefined) {
    const message = `${image} does not exist in ${repositoryText(repository)}.`;
    throw new Failure([{ station: 'registry', about: image, message }]);
  }
  const trust = once(() => readTrust(world.files, request));
  const platforms = isIndex(index.mediaType) ? platformsOf(index.bytes) : [];
  const targets = [{ digest: index.digest }, ...platforms];
  const checked = await Promise.all(
    targets.map(async (target) => ({
      target,
      bundles: await checkBundles(client, repository, target.digest, {
        trust,
        wanted,
        hasKey: request.publicKey !== undefined,
      }),
    })),
  );
  const ofImage = checked[0]!.bundles;
  const provenance = ofImage.find((one) => one.ok && one.predicateType === predicateTypes.provenance);
  return {
    image: `${repositoryText(repository)}${tag === undefined ? '' : `:${tag}`}`,
    manifests: checked.map(({ target, bundles }) => manifestReport(target, bundles)),
    ...(provenance?.ok === true ? defined({ madeOf: madeOf(provenance.predicate) }) : {}),
    problems: problemsOf(image, ofImage, isIndex(index.mediaType)),
  };
}

const manifestReport = (
  target: { readonly digest: string; readonly platform?: string },
  bundles: readonly CheckedBundle[],
): ManifestReport => ({
  ...defined({ platform: target.platform }),
  digest: target.digest,
  signed: bundles.flatMap((one) => {
    if (!one.ok) return [];
    const { subject, issuer, run, commit, at } = one.by;
    const time = at === undefined ? undefined : new Date(at).toISOString();
    return [{ predicateType: one.predicateType, by: subject, ...defined({ issuer, run, commit, at: time }) }];
  }),
  refused: bundles.flatMap((one) => (one.ok ? [] : [one.message])),
});

/** An image without a signature that counts is a problem; what else is said of it may be missing. */
function problemsOf(image: string, bundles: readonly CheckedBundle[], isWhole: boolean): Problem[] {
  if (bundles.some((one) => one.ok && one.predicateType === predicateTypes.signature)) return [];
  const refused = bundles.flatMap((one) => (one.ok ? [] : [one.message]));
  // A lone manifest may be an image of one platform as well as one platform of an image.
  const hint = isWhole
    ? ''
    : ' The signature of an image of several platforms is on its index, and not on the platforms: verify its tag, or the digest of the index.';
  const message =
    refused.length === 0
      ? `${image} is not signed: no signature of it is in the registry. An image that was signed before cosign 3 has one in a form that is not read here.${hint}`
      : `${image} has no signature that counts: ${[...new Set(refused)].join('; ')}.`;
  return [{ station: 'verify', about: image, message }];
}

/** Fields of our provenance, and of others' as far as they are the same. */
interface Provenance {
  readonly buildDefinition?: {
    readonly internalParameters?: {
      readonly origin?: string;
      readonly lock?: { readonly requirements?: readonly string[] };
    };
    readonly resolvedDependencies?: readonly {
      readonly name?: string;
      readonly digest?: { readonly sha256?: string };
      readonly annotations?: { readonly is?: string };
    }[];
  };
  readonly runDetails?: { readonly builder?: { readonly id?: string } };
}

function madeOf(predicate: unknown): VerifyReport['madeOf'] {
  const { buildDefinition, runDetails } = (predicate ?? {}) as Provenance;
  const { internalParameters, resolvedDependencies = [] } = buildDefinition ?? {};
  return {
    origin: internalParameters?.origin ?? 'not said',
    builder: runDetails?.builder?.id ?? '',
    requirements: internalParameters?.lock?.requirements ?? [],
    bases: Object.fromEntries(
      resolvedDependencies.flatMap(({ name, digest, annotations }) =>
        annotations?.is === 'the whole base' && name !== undefined && digest?.sha256 !== undefined
          ? [[name, `sha256:${digest.sha256}`]]
          : [],
      ),
    ),
  };
}
