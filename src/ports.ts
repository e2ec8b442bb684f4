/** Interfaces of the world: processes, HTTP, files, time and the log. They are passed as arguments; tests pass plain objects. */
import type { FileFailure } from './file-failure.ts';

/** A command to print or to run. It never holds a secret. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly input?: string;
}

export interface Ran {
  /** 127 if the program does not exist, 126 if it cannot be run, 124 after the time limit, 128 + n after signal n. */
  readonly code: number;
  /** The last 4 MB of each stream. */
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly onLine?: (line: string, stream: 'stdout' | 'stderr') => void;
  /** Milliseconds, after which the process group is ended. */
  readonly timeout?: number;
  /** Runs after an interruption too, to clean up, such as removing a builder. A second signal ends it. */
  readonly cleanup?: boolean;
}

export class Interrupted extends Error {
  readonly exitCode: number;
  constructor(signal: 'SIGHUP' | 'SIGINT' | 'SIGTERM') {
    super(`Interrupted by ${signal}.`);
    this.name = 'Interrupted';
    this.exitCode = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 }[signal];
  }
}

/** Runs a command to its end. Resolves with any exit code; rejects only with `Interrupted`. */
export type Run = (command: Command, options?: RunOptions) => Promise<Ran>;

export type Fetch = (url: string | URL, init?: RequestInit) => Promise<Response>;

/** A GET that a server of this process is asked. */
export interface Asked {
  readonly path: string;
  /** Names are in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export interface Answered {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Server {
  /** `127.0.0.1:PORT`. */
  readonly host: string;
  readonly close: () => Promise<void>;
}

/**
 * Serves programs that this one starts, on loopback: at this port where it is free, else at any. Every user of the machine
 * can ask it.
 */
export type Serve = (port: number, answer: (asked: Asked) => Promise<Answered>) => Promise<Server>;

/** An entry of a folder; links are not followed. */
export type Entry =
  | { readonly name: string; readonly kind: 'file' | 'folder'; readonly mode: number }
  | { readonly name: string; readonly kind: 'link'; readonly target: string };

/** A file or a folder, after following links. Sizes are in bytes. */
export type FileStat = { readonly kind: 'file'; readonly size: number } | { readonly kind: 'folder' };

/** All functions reject with FileFailure where the system refuses. */
export interface Files {
  /** The absolute path; a relative one begins at the working directory. It need not exist. */
  absolute(path: string): string;
  read(path: string): Promise<string | undefined>;
  content(path: string): Promise<Buffer<ArrayBuffer> | undefined>;
  /** Undefined where the path does not exist, or is neither a file nor a folder. */
  stat(path: string): Promise<FileStat | undefined>;
  write(path: string, content: string | Uint8Array, mode?: number): Promise<void>;
  /** Rejects where `write` would, and leaves a file that is there as it is. Makes missing folders. */
  requireWritable(path: string): Promise<void>;
  /** Writes a new file and renames it, so that readers see the old content or the new, whole. Makes missing folders. */
  replace(path: string, content: Uint8Array | AsyncIterable<Uint8Array>, mode?: number): Promise<void>;
  makeFolder(path: string): Promise<void>;
  link(target: string, path: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Names in a folder; empty when there is none. */
  list(path: string): Promise<string[]>;
  /**
   * Entries of a folder, sorted by name, without sockets, pipes and devices; empty when there is no folder. A mode has the
   * last twelve bits, which are the permissions.
   */
  entries(path: string): Promise<Entry[]>;
  /** Content in chunks, so that a file of any size can be hashed. */
  bytes(path: string): AsyncIterable<Uint8Array>;
  /** Makes an empty folder that is removed when the process ends. */
  temporary(name: string): Promise<string>;
}

/** What a file, a link or a folder with all below it takes. */
export interface Measured {
  readonly kind: 'file' | 'folder' | 'link';
  readonly bytes: number;
  /** When the newest of it was changed, in milliseconds since the epoch. */
  readonly changed: number;
  /** Whether it belongs to this user. */
  readonly isOwn: boolean;
}

/** This machine beyond the files of a run. Functions on paths reject with FileFailure where the system refuses. */
export interface Machine {
  /** Of this process: see `markedName`. */
  readonly mark: string;
  /** Version of Node: `24.21.0`. */
  readonly node: string;
  /** The folder of temporary files. */
  readonly temporary: string;
  /** Whether the process of a mark runs; undefined for a mark of another machine. */
  isRunning(mark: string): boolean | undefined;
  /** Command lines of all processes; empty where the system does not tell them. */
  commandLines(): Promise<readonly string[]>;
  /** Undefined where nothing is there. Links are not followed. */
  measure(path: string): Promise<Measured | undefined>;
  /** Removes a file, or a folder with all below it. */
  removeAll(path: string): Promise<void>;
}

/** A folder that is kept between runs. A run whose cache cannot be used goes on without it. */
export interface Cache {
  readonly folder: string;
  /** Called for each file that cannot be read or written; logs the first. */
  readonly refused: (failure: FileFailure) => void;
}

/** Keeps downloaded programs between runs. Both functions reject with FileFailure where the system refuses. */
export interface ToolCache {
  find(tool: string, version: string, arch: string): Promise<string | undefined>;
  /** Stores the program, and gives its folder. */
  save(file: string, tool: string, version: string, arch: string): Promise<string>;
}

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

export interface Log {
  /** Groups the lines that are printed while `body` runs: plan, lock, build, verify, publish. */
  group<T>(title: string, body: () => Promise<T>): Promise<T>;
  info(text: string): void;
  warn(text: string): void;
  debug(text: string): void;
  progress(line: string): void;
  /** The text without secrets. */
  hide(text: string): string;
}

export interface HostedEvent {
  readonly name: string;
  /** `refs/heads/main`; empty where there is none. */
  readonly ref: string;
  readonly owner?: string;
  readonly defaultBranch?: string;
  /** Of a push: the commit that the branch was at before; zeros where it is new. */
  readonly before?: string;
  /** `base` is the commit of the target branch. */
  readonly pullRequest?: { readonly number: number; readonly base: string };
  readonly release?: HostedRelease;
  /** Of the repository: `public`, `private`, `internal`. */
  readonly visibility?: string;
}

/** A release of GitHub. */
export interface HostedRelease {
  /** What happened to it: `published`, `deleted`. */
  readonly action: string;
  /** Git's tag. */
  readonly tag: string;
  /** The branch, or the commit, that Git's tag was made at; of a tag that existed before mostly the default branch. */
  readonly target: string;
  readonly prerelease: boolean;
}

export interface World {
  readonly run: Run;
  /**
   * Sends a GET to Docker's API over the engine's local socket; undefined where no engine answers.
   */
  readonly engine: (path: string) => Promise<string | undefined>;
  readonly fetch: Fetch;
  readonly serve: Serve;
  readonly files: Files;
  readonly tools: ToolCache;
  readonly machine: Machine;
  /** Processor and libc of this machine: `x64-glibc`, `arm64-musl`; on other systems than Linux `darwin-arm64`. */
  readonly host: () => string;
  readonly clock: Clock;
  readonly log: Log;
  /** Asks whoever sits at the terminal, and gives the line; empty where the input ended. Absent where there is no terminal. */
  readonly ask?: (question: string) => Promise<string>;
  readonly env: Readonly<Record<string, string | undefined>>;
}
