/** Errors of the file system in plain words; no other file knows their codes. */
import { Failure, type Problem } from './errors.ts';

/** The attempted action, which follows "could not be". */
export type Doing = 'read' | 'written' | 'made' | 'removed' | 'replaced' | 'used' | 'started';

/** Codes of Linux (errno(3)), each with its meaning and the way out. */
const meanings: Readonly<Record<string, readonly [fact: string, wayOut: string]>> = {
  E2BIG: ['its arguments are too long', 'Give fewer or shorter inputs.'],
  EACCES: ['this user may not', 'Change its permissions, or name another place.'],
  EAGAIN: [
    'the system has no more processes to give',
    'Raise the limit ("ulimit -u"), or run fewer at once.',
  ],
  EBUSY: ['it is in use', 'Wait for who uses it, or name another place.'],
  EDQUOT: ["this user's quota is used up", 'Make room, or name another place.'],
  EEXIST: ['something else is there', 'Remove that, or name another place.'],
  EFBIG: ['the file system takes no files of this size', 'Name a place on another file system.'],
  EIO: ['the device failed', 'Look at the disk, or name another place.'],
  EISDIR: ['it is a folder', 'Name a file.'],
  ELOOP: ['its links lead in a circle', 'Mend the links, or name another place.'],
  EMFILE: ['too many files are open', 'Raise the limit ("ulimit -n").'],
  ENAMETOOLONG: ['its name is too long', 'Name another place.'],
  ENFILE: ['too many files are open on this machine', 'Raise the limit ("sysctl fs.file-max").'],
  ENODEV: ['there is no such device', 'Name another place.'],
  ENOENT: ['it, or a folder above it, is not there and cannot be made', 'Name another place.'],
  ENOEXEC: ['it is no program of this machine', 'Install the one for this processor.'],
  ENOMEM: ['no memory is left', 'Close something, or take a larger machine.'],
  ENOSPC: ['no space is left on the device', 'Make room, or name another place.'],
  ENOTDIR: ['a file stands where a folder above it should be', 'Remove that file, or name another place.'],
  ENOTEMPTY: ['the folder is not empty', 'Empty it, or name another place.'],
  ENXIO: ['there is no such device', 'Name another place.'],
  EPERM: ['the system does not allow it', 'Change its permissions, or name another place.'],
  EROFS: ['the file system is read-only', 'Make it writable, or name another place.'],
  ESTALE: ['the network file system has lost it', 'Mount it anew, or name another place.'],
  ETXTBSY: ['the program is running', 'Wait for its end.'],
  EXDEV: ['it is on another file system', 'Name a place on the same one.'],
};

export const isFileCode = (code: string): boolean => Object.hasOwn(meanings, code);

export class FileFailure extends Failure {
  readonly path: string;
  readonly doing: Doing;
  readonly code: string;
  /** Path, action and reason, without the way out and without a full stop. */
  readonly fact: string;
  constructor(
    { path, doing, code }: Pick<FileFailure, 'path' | 'doing' | 'code'>,
    {
      station = 'machine',
      about,
      wayOut,
    }: Partial<Pick<Problem, 'station' | 'about'>> & { wayOut?: string } = {},
  ) {
    const [why, usual] = meanings[code] ?? ['the system refuses it', 'Name another place.'];
    const reason = code === 'ENOENT' && doing === 'read' ? 'it is not there' : why;
    const what = path.startsWith('the ') ? path.replace('t', 'T') : `"${path}"`;
    const fact = `${what} could not be ${doing}: ${reason} (${code})`;
    super([{ station, about: about ?? path, message: `${fact}. ${wayOut ?? usual}` }]);
    this.name = 'FileFailure';
    [this.path, this.doing, this.code, this.fact] = [path, doing, code, fact];
  }
  /** The same failure with the purpose of the path: an input, or a folder that a variable names. */
  of(purpose: {
    readonly station?: Problem['station'];
    readonly about?: string;
    readonly wayOut?: string;
  }): FileFailure {
    return new FileFailure(this, purpose);
  }
}

/** The failure in a thrown value; undefined where it is about something else, such as a connection. */
export function fileFailure(error: unknown, path?: string, doing: Doing = 'used'): FileFailure | undefined {
  if (error instanceof FileFailure) return error;
  if (!(error instanceof Error)) return undefined;
  const { code: nodeCode, syscall, path: errorPath } = error as NodeJS.ErrnoException;
  // Node has its own codes for work in several steps: ERR_FS_EISDIR.
  const code = nodeCode?.replace(/^ERR_FS_/, '');
  if (syscall === undefined || code === undefined || !/^E[A-Z0-9]+$/.test(code)) return undefined;
  // Without a path from the caller, the code must be one of files.
  if (path === undefined && !isFileCode(code)) return undefined;
  // Errors of connections are described by the code that makes them.
  if (/^(?:connect|getaddrinfo|bind|listen|accept)$/.test(syscall)) return undefined;
  if (path === undefined && syscall === 'uv_cwd')
    return new FileFailure({ path: 'the working folder', doing: 'read', code }).of({
      wayOut: 'Change into another.',
    });
  // Of the calls without a path, only those of a stream or a program are described, and not that of a signal.
  if (path === undefined && errorPath === undefined && !/^(?:write|spawn)/.test(syscall)) return undefined;
  const where = path ?? errorPath ?? 'the standard output';
  return new FileFailure({ path: where, doing, code });
}

/** The FileFailure among the causes of an error, such as that of a request that sends a file. */
export function fileFailureWithin(error: unknown): FileFailure | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof FileFailure) return cause;
  return undefined;
}

/** Runs work on a file. @throws FileFailure where the system refuses. */
export async function onFile<T>(path: string, doing: Doing, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw fileFailure(error, path, doing) ?? error;
  }
}

/** For `catch`, where work only saves time, such as writing a cache: reports a FileFailure and goes on. */
export const unlessRefused =
  (report: (failure: FileFailure) => void) =>
  (error: unknown): undefined => {
    if (!(error instanceof FileFailure)) throw error;
    report(error);
  };
