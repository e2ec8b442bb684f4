/** What a user wants, validated: raw strings end here. */
import type { AdvisoryPolicy } from '../advisories/policy.ts';
import type { BuildSecret } from '../names/build-secret.ts';
import type { ExtraIndex } from '../names/extra-index.ts';
import type { PackageName } from '../names/package-name.ts';
import type { Platform } from '../names/platform.ts';
import type { PythonVersion } from '../names/python-version.ts';
import type { Repository, Tag } from '../names/reference.ts';
import type { BaseSignature } from '../plan/policy.ts';
import type { WheelStorePlace } from '../wheel-cache/store.ts';

/** `exact` is normalized (PEP 440). */
export type WantedVersion =
  | {
      readonly kind: 'exact';
      /** Normalized. */
      readonly text: string;
      /** As the user wrote it, where that is another text: `2025.06.30` for `2025.6.30`. */
      readonly written?: string;
    }
  | { readonly kind: 'latest' };

/** The input that chooses among the images of a source, where a command has one of its own for that. */
export interface ChosenBy {
  readonly about: string;
  /** As messages call it. */
  readonly word: string;
}

/** Inputs of every command that makes images, wherever those go. Holds no secret: `readSecrets` gives those. */
export interface MakingInputs {
  /** The one host that user and password belong to; `localhost` where the command line names none. */
  readonly registry: string;
  /** At least one, each once. */
  readonly platforms: readonly Platform[];
  /** Those of `platforms` that an image can do without; never all of them. */
  readonly optionalPlatforms: readonly Platform[];
  /** Set only together with a password; without both, what `docker login` left is used. */
  readonly registryUsername?: string;
  /** Values are any one line of text: whoever renders them quotes them. */
  readonly labels: Readonly<Record<string, string>>;
  /** As `labels`; a key may begin with a level, `index:` or `manifest[linux/amd64]:`. */
  readonly annotations: Readonly<Record<string, string>>;
  /** As `labels`; never one of the build arguments that this project sets itself. */
  readonly buildArgs: Readonly<Record<string, string>>;
  /** Each id once. */
  readonly secrets: readonly BuildSecret[];
  /** Path of a PEM file. */
  readonly caBundle?: string;
  /** `docker.io/library`, or a mirror's host and path. */
  readonly baseRegistry: string;
  /** When to build; `always` also where the user said `force`. */
  readonly rebuild: 'stale' | 'always' | 'missing' | 'never';
  /** Seconds after which an image is built again although nothing has changed; 60 to ten years. */
  readonly maxAge?: number;
  readonly verify: 'all' | 'strict' | 'build-platform' | 'off';
  /** What the checks leave out, each `check:subject`, where `*` stands for anything. */
  readonly verifySkip: readonly string[];
  /** Names of the variables that the checks alone are given. */
  readonly verifyEnv: readonly string[];
  /** A shell command, run in the finished image. */
  readonly verifyCommand?: string;
  /** Name of a buildx builder. */
  readonly builder?: string;
  /** As buildx takes it: `false`, `true`, `mode=min`, … */
  readonly provenance: string;
  /** As buildx takes it: `false`, `true`, `generator=IMAGE`. */
  readonly sbom: string;
}

/** Inputs of commands whose images go to repositories that inputs name. */
export interface ImageInputs extends MakingInputs {
  /** Whether images that exist are looked into; only with `stale`. */
  readonly deep: boolean;
  /** Where the image goes, each once, in the order given. A name without a registry of its own is in `registry`. */
  readonly repositories: readonly [Repository, ...Repository[]];
  /** More tags, each once, in the order given. */
  readonly tags: readonly Tag[];
  readonly push: boolean;
  /** Whether what would be pushed is only made, checked and compared with what is published; then nothing is pushed. */
  readonly trial: boolean;
  readonly dryRun: boolean;
  /** Folder of the OCI layout, where nothing is pushed. */
  readonly output: string;
  /** Absent where bases may be unsigned. */
  readonly baseSignature?: BaseSignature;
  /** Absent where images are not to be signed. */
  readonly signing?: SigningInputs;
}

export interface SigningInputs {
  /** Whether images were asked to be signed, and not only where that is possible. */
  readonly isDemanded: boolean;
  readonly failure: 'publish' | 'fail';
  /** Path of a file. */
  readonly config?: string;
}

/** What is done about advisories. */
export interface AdvisoryInputs extends Omit<AdvisoryPolicy, 'mode'> {
  readonly mode: 'off' | AdvisoryPolicy['mode'];
}

/** All inputs of a cell. */
export interface Inputs extends ImageInputs {
  /** Those of `platforms` that this run makes, in their order; absent where it makes all. */
  readonly part?: readonly Platform[];
  readonly package: PackageName;
  readonly packageVersion: WantedVersion;
  /** Normalized (PEP 440). */
  readonly packageLatestVersion?: string;
  /** Whether the newest version gets the tag `latest` besides `LATEST`. */
  readonly lowercaseLatest: boolean;
  /** Whether each published image gets a tag of its own that never moves. */
  readonly revisionTags: boolean;
  readonly python: PythonVersion;
  /** What follows the Python version in the base's tag: `''` for the full one, `slim`, `alpine3.20`. */
  readonly variant: string;
  readonly maintainer: string;
  /** Path of a Dockerfile of the user's own. */
  readonly dockerfile?: string;
  /** Path of the build context's folder. */
  readonly buildPath: string;
  /** Whether the pip of that Dockerfile is offered wheels. */
  readonly accelerate: boolean;
  /** Requirements of PEP 508, normalized, without options and URLs. */
  readonly requirements: readonly string[];
  /** Names of distribution packages, with `=version` where the user gave one. */
  readonly buildPackages: readonly string[];
  /** What build requirements are held to, as requirements of PEP 508 without extras, normalized. */
  readonly buildConstraints: readonly string[];
  /** What is done with what has no wheel for a foreign platform; `cross` takes a failed cross build for a failure. */
  readonly compile: 'auto' | 'cross' | 'emulate';
  /** Where compiled wheels are restored from and saved. */
  readonly wheelStore: WheelStorePlace;
  /** Whether they may be saved there; else they are only restored. */
  readonly savesWheels: boolean;
  readonly runtimePackages: readonly string[];
  /** Into how many layers requirements are divided. */
  readonly layers: 'one' | 'auto';
  /** The image's CMD in exec form. */
  readonly command?: readonly string[];
  /** `name`, `uid`, `name:group` or `uid:gid`. */
  readonly user?: string;
  /** URL of a simple index, without user, query or fragment. */
  readonly indexUrl?: string;
  readonly extraIndexes: readonly ExtraIndex[];
  /** Whether an exact tag that exists may be moved to an image of another recipe. */
  readonly overwrite: boolean;
  /** Absolute path in the image. */
  readonly verifyPython?: string;
  /** `0.9.5`; absent: the uv on PATH, else the one whose hash is known here. */
  readonly uvVersion?: string;
  readonly advisories: AdvisoryInputs;
  /** Seconds that a release of a requirement must have been on the index. */
  readonly cooldown?: number;
}
