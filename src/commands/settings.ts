/** What a session is opened with, whatever makes its images. */
import { defined } from '../defined.ts';
import type { ImageInputs, MakingInputs } from '../inputs/inputs.ts';
import type { SignSecrets } from '../inputs/signing.ts';
import type { HostedEvent } from '../ports.ts';
import type { Login } from '../registry/credentials.ts';
import type { SessionSettings } from '../session/session.ts';

export interface ImagesRequest<Inputs extends MakingInputs> {
  readonly inputs: Inputs;
  /** Credentials of the inputs; others are looked for where Docker keeps them. */
  readonly login?: Login;
  /** The variables of `verify_env`: they may be secrets. */
  readonly verifyEnv?: Readonly<Record<string, string>>;
  /** Folder of the Dockerfiles and programs. */
  readonly programs: string;
  /** Folder for what is worth keeping between runs. */
  readonly cache: string;
  /** See `CommandRequest`. */
  readonly signSecrets?: SignSecrets;
  /** What set off this run; asked only where something depends on it. */
  readonly event?: () => Promise<HostedEvent | undefined>;
  /**
   * Told of the builder that this run has to make, before it does. With true it outlives the run (other steps of the job
   * use it), and who was told removes it. With false, or without this, the run removes it.
   */
  readonly keepBuilder?: (name: string) => Promise<boolean> | boolean;
}

/** @param hosts that images are pushed to and pulled from. */
export function settingsOf(
  { inputs, ...request }: ImagesRequest<MakingInputs & Pick<ImageInputs, 'signing'>>,
  hosts: readonly string[],
): SessionSettings {
  const { caBundle, secrets, builder, verifyEnv: names, signing } = inputs;
  const { login, programs, cache, event, keepBuilder, verifyEnv: values = {}, signSecrets } = request;
  return {
    secrets,
    programs,
    cache,
    verifyEnv: { names, values },
    registries: hosts,
    ...defined({ caBundle, builder, login, event, keepBuilder }),
    ...(signing === undefined
      ? {}
      : { signing: { ...signing, ...(signSecrets ?? { key: '', passphrase: '' }) } }),
  };
}

/** Hosts that the images of these inputs are pushed to, and those that their bases are pulled from. */
export const hostsOf = (
  inputs: readonly Pick<ImageInputs, 'repositories' | 'baseRegistry'>[],
): readonly string[] => [
  ...new Set(
    inputs.flatMap(({ repositories, baseRegistry }) => [
      ...repositories.map(({ registry }) => registry),
      baseRegistry,
    ]),
  ),
];
