/** What a session is opened with, whatever makes its images. */
import type { MakingInputs } from '../inputs/inputs.ts';
import type { Repository } from '../names/reference.ts';
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
  /** What set off this run; asked only where something depends on it. */
  readonly event?: () => Promise<HostedEvent | undefined>;
  /**
   * Told of the builder that this run has to make, before it does. With true it outlives the run (other steps of the job
   * use it), and who was told removes it. With false, or without this, the run removes it.
   */
  readonly keepBuilder?: (name: string) => Promise<boolean> | boolean;
}

/** @param own what only some commands have. */
export function settingsOf(
  { inputs, ...request }: ImagesRequest<MakingInputs>,
  own: {
    readonly uvVersion: string;
    readonly indexUrl?: string | undefined;
    readonly repositories: readonly Pick<Repository, 'registry'>[];
  },
): SessionSettings {
  const { caBundle, secrets, builder, verifyEnv: names } = inputs;
  const { login, programs, cache, event, keepBuilder, verifyEnv: values = {} } = request;
  const { uvVersion, indexUrl, repositories } = own;
  return {
    secrets,
    uvVersion,
    programs,
    cache,
    verifyEnv: { names, values },
    registries: [...repositories.map(({ registry }) => registry), inputs.baseRegistry],
    ...(indexUrl === undefined ? {} : { indexUrl }),
    ...(caBundle === undefined ? {} : { caBundle }),
    ...(builder === undefined ? {} : { builder }),
    ...(login === undefined ? {} : { login }),
    ...(event === undefined ? {} : { event }),
    ...(keepBuilder === undefined ? {} : { keepBuilder }),
  };
}
