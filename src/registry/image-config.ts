/** An image's configuration: what is read of it, and the bytes that BuildKit would write. */
import type { Digest } from '../names/reference.ts';
import { goJson, sorted } from './go-json.ts';

/** A step of an image's history (OCI image specification, "Image Configuration"). */
export interface Step {
  /** RFC 3339. */
  readonly created?: string;
  readonly created_by?: string;
  readonly author?: string;
  readonly comment?: string;
  readonly empty_layer?: boolean;
}

/** How a container of the image runs; Docker adds `Healthcheck`, `OnBuild` and `Shell` to the specification's. */
export interface Execution {
  readonly User?: string;
  readonly ExposedPorts?: Readonly<Record<string, object>> | null;
  readonly Env?: readonly string[] | null;
  readonly Entrypoint?: readonly string[] | null;
  readonly Cmd?: readonly string[] | null;
  readonly Volumes?: Readonly<Record<string, object>> | null;
  readonly WorkingDir?: string;
  readonly Labels?: Readonly<Record<string, string>> | null;
  readonly StopSignal?: string;
  readonly ArgsEscaped?: boolean;
  readonly Healthcheck?: object | null;
  readonly OnBuild?: readonly string[] | null;
  readonly Shell?: readonly string[] | null;
}

/** The fields that are read here; tools write others too. */
export interface ImageConfig {
  readonly architecture: string;
  readonly os: string;
  readonly variant?: string;
  readonly 'os.version'?: string;
  readonly 'os.features'?: readonly string[];
  readonly author?: string;
  readonly created?: string;
  readonly config?: Execution | null;
  readonly rootfs?: { readonly type: string; readonly diff_ids: readonly Digest[] };
  readonly history?: readonly Step[] | null;
}

/** Fields in the order that they are written in; BuildKit drops all others of a base, such as `StopTimeout`. */
const fields = {
  image: [
    'architecture',
    'author',
    'config',
    'created',
    'history',
    'os',
    'os.features',
    'os.version',
    'rootfs',
    'variant',
  ],
  // The instructions of OnBuild have run once an image stands on it.
  execution: [
    'User',
    'ExposedPorts',
    'Env',
    'Entrypoint',
    'Cmd',
    'Volumes',
    'WorkingDir',
    'Labels',
    'StopSignal',
    'ArgsEscaped',
    'Healthcheck',
    'Shell',
  ],
  healthcheck: ['Test', 'Interval', 'Timeout', 'StartPeriod', 'StartInterval', 'Retries'],
  step: ['created', 'created_by', 'author', 'comment', 'empty_layer'],
} as const;

/** Throws SyntaxError where the bytes are no JSON. */
export const readConfig = (bytes: Uint8Array): ImageConfig =>
  JSON.parse(Buffer.from(bytes).toString('utf8')) as ImageConfig;

export function writeConfig(config: ImageConfig): Uint8Array<ArrayBuffer> {
  const { Labels, ExposedPorts, Volumes, Healthcheck, ...execution } = config.config ?? {};
  const written = {
    ...config,
    config: only(fields.execution, {
      ...execution,
      Labels: sorted(Labels),
      ExposedPorts: sorted(ExposedPorts),
      Volumes: sorted(Volumes),
      Healthcheck: Healthcheck && only(fields.healthcheck, Healthcheck),
    }),
    history: config.history?.map((step) => only(fields.step, step)),
  };
  return goJson(only(fields.image, written));
}

/** These fields in this order, without what says nothing (Go's `omitempty`; structures are written however empty). */
const only = (names: readonly string[], value: object): object =>
  Object.fromEntries(
    names.flatMap((name) => {
      const field = (value as Readonly<Record<string, unknown>>)[name];
      return field && !(Array.isArray(field) && field.length === 0) ? [[name, field]] : [];
    }),
  );
