/** What a command is to help, to the pages and to the entries. `commands.ts` has the rows. */
import type { Problem } from '../errors.ts';
import type { Where } from '../inputs/building.ts';
import type { Read } from '../inputs/reader.ts';
import type { Env, Raw } from '../inputs/registry.ts';
import type { BuildSecret } from '../names/build-secret.ts';
import type { HostedEvent, Interrupted, World } from '../ports.ts';
import type { Login } from '../registry/credentials.ts';
import type { Style } from '../report/layout.ts';
import type { Report } from '../report/report.ts';

/** Inputs that the entries use themselves: to log in, to trust certificates, to hide secrets. */
export interface SharedInputs {
  readonly registry?: string;
  readonly registryUsername?: string;
  readonly caBundle?: string;
  readonly secrets?: readonly BuildSecret[];
}

/** What the action and the command line have in different places. */
export interface Resources {
  /** Folder of the Dockerfiles and programs. */
  readonly programs: string;
  /** Folder for what is worth keeping between runs. */
  readonly cache: string;
  /** Told of a builder before it is made; with true it outlives the run, and who was told removes it. */
  readonly keepBuilder?: (name: string) => Promise<boolean>;
}

export interface Request<Inputs> extends Resources {
  readonly inputs: Inputs;
  /** Credentials of the inputs; others are looked for where Docker keeps them. */
  readonly login?: Login;
  /** The variables of `verify_env`: they may be secrets. */
  readonly verifyEnv: Readonly<Record<string, string>>;
  /** What set off this run; asked only where something depends on it. */
  readonly event: () => Promise<HostedEvent | undefined>;
}

/** A result as the entries show it, made of one that holds no secret any more. */
export interface Shown {
  readonly text: (style?: Style) => string;
  /** Whether the text has the problems in it; else they are told beside it. */
  readonly tellsProblems: boolean;
  readonly json: unknown;
  readonly problems: readonly Problem[];
  /** Nothing was done, and the inputs are to blame: then the problems are all that is shown, wherever they were found. */
  readonly refused: boolean;
  /** Set when the run was ended by a signal, which has its own exit code. */
  readonly interrupted?: Interrupted;
  /** What would run. */
  readonly dryRun?: string;
  /** Of commands that make images: what a step gives back to its job. */
  readonly report?: Report;
}

/** What a command does, apart from its row: who asks for help, or mistyped an input, does not wait for it. */
interface Work<Inputs, Result> {
  readonly run: (world: World, request: Request<Inputs>) => Promise<Result>;
  readonly show: (result: Result) => Shown;
}

/** A command that is an action, too. */
export interface ActionWords {
  /** Folder of its action.yml; empty for the root. */
  readonly folder: string;
  readonly name: string;
  readonly description: string;
}

export interface Command<Inputs extends SharedInputs, Result> {
  /** Absent where it runs on the command line alone. */
  readonly action?: ActionWords;
  /** A sentence. */
  readonly summary: string;
  /** What its own help says of it. */
  readonly description?: string;
  /** What follows its name in the line that shows how it is used. */
  readonly usage: string;
  readonly examples: readonly { readonly text: string; readonly lines: readonly string[] }[];
  /** Inputs that help lists before the others. */
  readonly first?: readonly string[];
  readonly read: (raw: Raw, where: Where, env: Env) => Read<Inputs>;
  readonly load: () => Promise<Work<Inputs, Result>>;
}
