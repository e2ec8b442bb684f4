/** Fingerprints: all that an image is made of, in parts that can be compared and named. */
import { canonical, hashOf } from '../canonical.ts';
import { defined } from '../defined.ts';
import type { Layers } from '../lock/layers.ts';
import type { BaseFacts, PlatformRequirements, Requirement } from '../lock/lock.ts';
import type { Indexes } from '../names/extra-index.ts';
import type { Platform } from '../names/platform.ts';
import type { Digest } from '../names/reference.ts';
import type { Image } from './image.ts';
import type { Policy } from './policy.ts';

/**
 * Raised when this program would make another image of the same inputs: when the files of `dockerfiles/`, their rendering
 * or the labels change. Everything is then built anew, once. A change of wording there is no reason to raise it;
 * test/plan/schema.test.ts asks at every change.
 */
export const schema = 1;

/** Parts of the recipe that are compared one by one, so that a reason can name the part that changed. */
export const recipeParts = [
  'dockerfile',
  'context',
  'git',
  'buildArguments',
  'requirements',
  'buildPackages',
  'buildConstraints',
  'runtimePackages',
  'command',
  'user',
  'layers',
  'index',
  'labels',
  'annotations',
  'exports',
  'checks',
  'attestations',
] as const;
export type RecipePart = (typeof recipeParts)[number];

/** Digests by platform, by the base's reference as written. */
export type Bases = Readonly<Record<string, Readonly<Partial<Record<Platform, Digest>>>>>;

/** Holds no time and no run: the same inputs on the same bases have the same fingerprint. */
export interface Fingerprint {
  readonly schema: number;
  /** A short hash of each part that is not empty: so a new input of this program changes no image without it. */
  readonly recipe: Readonly<Partial<Record<RecipePart, string>>>;
  readonly bases: Bases;
  /** `name==version` of everything that any platform installs, sorted; empty where nothing is locked. */
  readonly requirements: readonly string[];
  /** Hash of the very files that each platform installs or compiles; empty where nothing is locked. */
  readonly installs: string;
  /** Sorted. */
  readonly platforms: readonly Platform[];
}

/** The annotations of an index about its build, as a value. */
export interface BuildRecord {
  readonly fingerprint: Fingerprint;
  /** Facts of the base, so that a comparison need not pull it; empty where nothing was locked. */
  readonly facts: readonly BaseFacts[];
  /** Digest of each whole base, by reference: of an index, its own. */
  readonly indexes: Readonly<Record<string, Digest>>;
  /** What is in which layer, so that the next image of it has the same; absent where all is in one. */
  readonly layers?: Layers;
}

export interface FingerprintSource {
  readonly image: Image;
  readonly policy: Pick<Policy, 'verify' | 'provenance' | 'sbom'>;
  readonly bases: Bases;
  /** Absent where nothing is locked. */
  readonly requirements?: readonly PlatformRequirements[];
  /** A custom Dockerfile as it was read, and hashes of the files that it takes. */
  readonly dockerfile?: {
    readonly text: string;
    readonly contextHashes: { readonly files: string; readonly git?: { readonly hash: string } };
    readonly usesPackages: boolean;
  };
}

/**
 * The fingerprint of an image as far as its contents are known before the build. Left out, although an image may differ
 * by it:
 *
 * - the values and sources of secrets, the user of the registry, and the index's credentials: no hash of a secret may
 *   stand where everybody reads;
 * - times: SOURCE_DATE_EPOCH, and the `created` that users give as a label or an annotation;
 * - the image that compiles, the builder, the machine and the version of uv: what is compiled again of the same sources
 *   is right on the same base, and what uv finds is in `requirements`;
 * - today's versions of distribution packages and build requirements, and all that a Dockerfile fetches by itself: only a
 *   build can tell. `max_age` covers them.
 *
 * Python's version and the variant are in the names of the base and of the exact tag.
 */
export function fingerprintOf(source: FingerprintSource): Fingerprint {
  const { image, bases, requirements } = source;
  return {
    schema,
    recipe: recipeOf(source),
    bases,
    requirements: requirements === undefined ? [] : pinned(requirements),
    installs: requirements === undefined ? '' : installsOf(requirements),
    platforms: image.platforms.toSorted(),
  };
}

/** Only inputs with an effect: the rendered stages do not read build arguments. */
function recipeOf({ image, policy, dockerfile }: FingerprintSource): Fingerprint['recipe'] {
  const { content, checks, exports, labels, given } = image;
  const rendered = content.kind === 'packages' ? content : undefined;
  const packages = rendered !== undefined || dockerfile?.usesPackages === true ? content.packages : undefined;
  const [asked, ...more] = packages?.requirements ?? [];
  const parts: Record<RecipePart, unknown> = {
    dockerfile: dockerfile?.text.replaceAll('\r\n', '\n'),
    context: dockerfile?.contextHashes.files,
    git: dockerfile?.contextHashes.git?.hash,
    buildArguments: content.kind === 'dockerfile' ? content.arguments : {},
    requirements: asked === undefined ? [] : [asked, ...more.toSorted()],
    buildPackages: packages?.buildPackages.toSorted() ?? [],
    buildConstraints: packages?.buildConstraints.toSorted() ?? [],
    runtimePackages: rendered?.runtimePackages.toSorted() ?? [],
    command: rendered?.command,
    user: rendered?.user,
    layers: rendered?.layers,
    index: indexesPart(packages ?? {}),
    labels: withoutTime({
      ...defined({ maintainer: labels['maintainer'] }),
      ...given.labels,
    }),
    annotations: withoutTime(given.annotations),
    exports: exports?.toSorted(),
    checks: {
      verify: policy.verify,
      command: checks.command,
      trial: checks.trial,
      python: checks.python,
      test: checks.test,
      runs: checks.runs,
    },
    attestations: { provenance: policy.provenance, sbom: policy.sbom },
  };
  return Object.fromEntries(
    recipeParts.flatMap((part) => (isEmpty(parts[part]) ? [] : [[part, hashOf(parts[part]).slice(0, 12)]])),
  );
}

/** Its order decides which index a package belongs to; what a report calls one changes nothing. */
const indexesPart = ({ indexUrl, extraIndexes = [] }: Indexes): unknown =>
  extraIndexes.length === 0
    ? indexUrl
    : { main: indexUrl, extra: extraIndexes.map((index) => ({ ...index, name: undefined })) };

/** The OCI image specification's key of the time at which an image was made. */
export const createdKey = 'org.opencontainers.image.created';

/** Labels that another action makes in a workflow have a new time in every run. */
const withoutTime = (pairs: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    // The key of an annotation may begin with levels: `index,manifest:`.
    Object.entries(pairs).filter(([key]) => key.slice(key.indexOf(':') + 1) !== createdKey),
  );

const isEmpty = (value: unknown): boolean =>
  value === undefined || ['""', '[]', '{}'].includes(canonical(value));

/** One hash of all parts. */
export const fingerprintHash = (fingerprint: Fingerprint): string => `sha256:${hashOf(fingerprint)}`;

/** A short name of a recipe, for messages that must tell two of them apart. */
export const recipeName = ({ recipe, platforms }: Fingerprint): string =>
  hashOf({ recipe, platforms }).slice(0, 12);

/** Hash of the very files that each platform installs or compiles, in any order; without their URLs. */
export const installsOf = (requirements: readonly PlatformRequirements[]): string =>
  hashOf(Object.fromEntries(requirements.map((one) => [one.platform, filesOf(one.requirements)])));

/** Version and file of everything, by name. */
const filesOf = (requirements: readonly Requirement[]): unknown =>
  Object.fromEntries(
    requirements.map((one) => {
      const { kind, name, version } = one;
      switch (kind) {
        case 'wheel':
          // An index of wheels that is down, or has one more, is no reason to build: the release is the same.
          return [name, [version, (one.instead?.compile?.sdist ?? one.wheel).sha256]];
        case 'compile':
          return [name, [version, one.sdist.sha256]];
        case 'present':
          return [name, [version]];
      }
    }),
  );

const pinned = (requirements: readonly PlatformRequirements[]): string[] =>
  [
    ...new Set(
      requirements.flatMap((platform) =>
        platform.requirements.map(({ name, version }) => `${name}==${version}`),
      ),
    ),
  ].toSorted();
