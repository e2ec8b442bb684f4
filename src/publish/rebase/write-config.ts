/** Writes an image's configuration in the bytes of BuildKit. */
import { goJson, sorted } from './go-json.ts';
import type { ImageConfig } from '../../registry/image-config.ts';

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

/** These fields in this order, without empty ones (Go's `omitempty`; structures are written however empty). */
const only = (names: readonly string[], value: object): object =>
  Object.fromEntries(
    names.flatMap((name) => {
      const field = (value as Readonly<Record<string, unknown>>)[name];
      return field && !(Array.isArray(field) && field.length === 0) ? [[name, field]] : [];
    }),
  );
