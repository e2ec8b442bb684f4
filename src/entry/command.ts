/** A command as the entries, the help and the pages of docs/ see it. `commands.ts` has the rows. */
import type { Problem } from '../errors.ts';
import type { Where } from '../inputs/building.ts';
import type { Read } from '../inputs/reader.ts';
import type { SignSecrets } from '../inputs/signing.ts';
import type { Env, Raw } from '../inputs/registry.ts';
import type { BuildSecret } from '../names/build-secret.ts';
import type { Command, HostedEvent, Interrupted, World } from '../ports.ts';
import type { Login } from '../registry/credentials.ts';
import type { Style } from '../report/layout.ts';
import type { Limit } from '../report/summary.ts';

/** Inputs that the entries use themselves: to log in, to trust certificates, to hide secrets. */
export interface SharedInputs {
  readonly registry?: string;
  readonly registryUsername?: string;
  readonly caBundle?: string;
  readonly secrets?: readonly BuildSecret[];
  /** Path of a file that gets the report as JSON. */
  readonly reportFile?: string;
  /** Path of a file that gets the advisories as SARIF. */
  readonly sarifFile?: string;
}

/** What the action and the command line have in different places. */
export interface Resources {
  /** Folder of the Dockerfiles and programs. */
  readonly programs: string;
  /** Folder for what is worth keeping between runs. */
  readonly cache: string;
  /** See `SessionSettings`. */
  readonly keepBuilder?: (name: string) => Promise<boolean>;
}

export interface CommandRequest<Inputs> extends Resources {
  readonly inputs: Inputs;
  /** See `SessionSettings`. */
  readonly login?: Login;
  /** The variables of `verify_env`: they may be secrets. */
  readonly verifyEnv: Readonly<Record<string, string>>;
  /** Absent where there is no `sign_key`. */
  readonly signSecrets?: SignSecrets;
  /** What triggered the workflow; asked only where something depends on it. */
  readonly event: () => Promise<HostedEvent | undefined>;
}

/** What a step gives back to its job. */
export interface StepResults {
  /** Every output by name; all are there, empty where there is nothing to say. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Workflow commands of what is no failure. */
  readonly warnings: readonly string[];
  /** The job's summary in Markdown. */
  readonly summary: (limit?: Limit) => string;
}

/** A result as an entry prints it: secrets were filtered out of it before. */
export interface Shown {
  readonly text: (style?: Style) => string;
  /** Else the entry prints the problems itself. */
  readonly textHasProblems: boolean;
  readonly json: unknown;
  /** Advisories of the images, in that format. */
  readonly sarif?: unknown;
  readonly problems: readonly Problem[];
  /** Nothing was done, and the inputs are to blame: then the problems are all that is shown, wherever they were found. */
  readonly refused: boolean;
  /** Set when the run was ended by a signal, which has its own exit code. */
  readonly interrupted?: Interrupted;
  /** Plan, lock, Dockerfiles and bake files that would be used. */
  readonly dryRun?: string;
  /** Of commands that make images: a step writes its outputs and its summary from it. */
  readonly stepResults?: StepResults;
}

/** The code of a command. It is not in the row, so that help and a mistyped input do not wait until it is loaded. */
interface CommandModule<Inputs, Result> {
  readonly run: (world: World, request: CommandRequest<Inputs>) => Promise<Result>;
  readonly show: (result: Result) => Shown;
  /** What has the terminal once all else is done: its exit code is that of the command. */
  readonly program?: (result: Result) => Program | undefined;
}

/** A program that is run with the terminal. */
export interface Program {
  readonly command: Command;
  /** Ends it where it does not stop by itself. */
  readonly end: Command;
}

/** What action.yml says of a command. */
export interface ActionWords {
  /** Folder of action.yml; empty for the root. */
  readonly folder: string;
  readonly name: string;
  readonly description: string;
}

export interface CommandRow<Inputs extends object, Result> {
  /** Absent where it runs on the command line alone. */
  readonly action?: ActionWords;
  /** A sentence. */
  readonly summary: string;
  /** For the help of this command alone. */
  readonly description?: string;
  /** Follows the name in the usage line. */
  readonly usage: string;
  readonly examples: readonly { readonly text: string; readonly lines: readonly string[] }[];
  /** Inputs that help lists before the others. */
  readonly first?: readonly string[];
  readonly read: (raw: Raw, where: Where, env: Env) => Read<Inputs>;
  readonly load: () => Promise<CommandModule<Inputs, Result>>;
}
