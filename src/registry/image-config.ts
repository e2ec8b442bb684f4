import type { Digest } from '../names/reference.ts';

/** A step of an image's history (OCI image specification, "Image Configuration"). */
export interface Step {
  readonly created?: string;
  readonly created_by?: string;
  readonly author?: string;
  readonly comment?: string;
  readonly empty_layer?: boolean;
}

/** The specification's `config`, with the fields that Docker adds: `Healthcheck`, `OnBuild`, `Shell`. */
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

/** @throws SyntaxError where the bytes are no JSON. */
export const readConfig = (bytes: Uint8Array): ImageConfig =>
  JSON.parse(Buffer.from(bytes).toString('utf8')) as ImageConfig;
