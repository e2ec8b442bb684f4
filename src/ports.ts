/** The world, as arguments: processes, HTTP, files, time and the log. Tests pass plain objects. */
import type { FileFailure } from './file-failure.ts';

/** A command as a value: printing and running share it. Never holds a secret. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  /** Added to the environment of this process; not printed. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Written to the standard input, then closed. */
  readonly input?: string;
}

export interface Ran {
  /** Exit code; 127 when the program does not exist, 126 when it cannot be run, 124 after a timeout, 128 + n after signal n. */
  readonly code: number;
  /** The last 4 MB of each. */
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** Called for every line as it comes, from either stream. */
  readonly onLine?: (line: string, stream: 'stdout' | 'stderr') => void;
  /** Milliseconds after which the process group is ended. */
  readonly timeout?: number;
  /** Runs after an interruption too: for putting back what was made, such as a builder. A second signal ends it. */
  readonly cleanup?: boolean;
}

/** What `run` and `sleep` reject with when the person or the runner ends the work. */
export class Interrupted extends Error {
  /** As a shell counts: 129 after SIGHUP, 130 after SIGINT, 143 after SIGTERM. */
  readonly exitCode: number;
  constructor(signal: 'SIGHUP' | 'SIGINT' | 'SIGTERM') {
    super(`Interrupted by ${signal}.`);
    this.name = 'Interrupted';
    this.exitCode = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 }[signal];
  }
}

/** Runs a command to its end. Resolves whatever the exit code; rejects only when interrupted, with `Interrupted`. */
export type Run = (command: Command, options?: RunOptions) => Promise<Ran>;

/** Node's own `fetch`, or something that behaves like it. */
export type Fetch = (url: string | URL, init?: RequestInit) => Promise<Response>;

/** One of a folder's own: what it is by itself, a link not followed. */
export type Entry =
  | { readonly name: string; readonly kind: 'file' | 'folder'; readonly mode: number }
  | { readonly name: string; readonly kind: 'link'; readonly target: string };

/** What is at a path, a link followed. Sizes are bytes. */
export type Found = { readonly kind: 'file'; readonly size: number } | { readonly kind: 'folder' };

/** Every function rejects with FileFailure where the system refuses. */
export interface Files {
  /** A path from the root: a relative one begins at the working directory. Nothing need be there. */
  absolute(path: string): string;
  /** Content as UTF-8, or undefined when there is no such file. */
  read(path: string): Promise<string | undefined>;
  /** Content as it is, whole and in memory, or undefined when there is no such file. */
  content(path: string): Promise<Buffer<ArrayBuffer> | undefined>;
  /** Undefined for nothing, and for what is neither file nor folder. */
  stat(path: string): Promise<Found | undefined>;
  /** Writes, making missing folders. */
  write(path: string, content: string | Uint8Array, mode?: number): Promise<void>;
  /** Writes beside it and renames, making missing folders: whoever reads it has the old content or the new, whole. */
  replace(path: string, content: Uint8Array | AsyncIterable<Uint8Array>, mode?: number): Promise<void>;
  /** Makes a folder and all above it that are missing. */
  makeFolder(path: string): Promise<void>;
  /** Makes a link at a path that leads to the target. */
  link(target: string, path: string): Promise<void>;
  /** Removes a file; nothing where there is none. */
  remove(path: string): Promise<void>;
  /** Names in a folder; empty when there is none. */
  list(path: string): Promise<string[]>;
  /**
   * What is in a folder, sorted by name; empty when there is none. Permissions are the last twelve bits of the mode.
   * Sockets, pipes and devices are left out.
   */
  entries(path: string): Promise<Entry[]>;
  /** Content piece by piece, so that a file of any size can be hashed. Rejects when it cannot be read. */
  bytes(path: string): AsyncIterable<Uint8Array>;
  /** A new empty folder that is removed when the process ends. */
  temporary(name: string): Promise<string>;
}

/** A folder for what is worth keeping between runs. Nothing depends on it: a run whose cache cannot be used has none. */
export interface Cache {
  readonly folder: string;
  /** Told of each file that could not be read or written; says it once. */
  readonly refused: (failure: FileFailure) => void;
}

/** Where a program that was fetched is kept between runs. Both reject with FileFailure where the system refuses. */
export interface ToolCache {
  /** Folder of the tool, or undefined. */
  find(tool: string, version: string, arch: string): Promise<string | undefined>;
  /** Keeps a file under its name and gives the folder. */
  keep(file: string, tool: string, version: string, arch: string): Promise<string>;
}

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after that many milliseconds; rejects when interrupted. */
  sleep(milliseconds: number): Promise<void>;
}

export interface Log {
  /** Lines printed while `body` runs belong to one group: plan, lock, build, verify, publish. */
  group<T>(title: string, body: () => Promise<T>): Promise<T>;
  info(text: string): void;
  warn(text: string): void;
  /** Seen only when debugging was asked for. */
  debug(text: string): void;
  /** A line of another program, as it comes. */
  progress(line: string): void;
  /** The text as this log would print it: without secrets. */
  hide(text: string): string;
}

/** What set off a run of a workflow. What its payload does not say is left out. */
export interface HostedEvent {
  /** `push`, `pull_request`, `schedule`, … */
  readonly name: string;
  /** `refs/heads/main`; empty where there is none. */
  readonly ref: string;
  readonly owner?: string;
  readonly defaultBranch?: string;
  /** `base` is the commit that it is to be merged onto. */
  readonly pullRequest?: { readonly number: number; readonly base: string };
}

export interface World {
  readonly run: Run;
  /**
   * GET on Docker's API over the engine's local socket; undefined where no engine answers there. Starts nothing.
   */
  readonly engine: (path: string) => Promise<string | undefined>;
  readonly fetch: Fetch;
  readonly files: Files;
  readonly tools: ToolCache;
  /** This machine: `x64-glibc`, `arm64-musl`, elsewhere than on Linux `darwin-arm64`. */
  readonly host: () => string;
  readonly clock: Clock;
  readonly log: Log;
  readonly env: Readonly<Record<string, string | undefined>>;
}
