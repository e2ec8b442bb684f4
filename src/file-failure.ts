/** What the system says of a file, a folder or a program that cannot be used, in plain words: the one place that knows its codes. */
import { Failure, type Problem } from './errors.ts';

/** What was done with it: goes on after "could not be". */
export type Doing = 'read' | 'written' | 'made' | 'removed' | 'replaced' | 'used' | 'started';

/** Codes of Linux (errno(3)): what each means, and the way out. */
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

/** Whether a code (`ENOSPC`) is one of a file, a folder or a program. */
export const isFileCode = (code: string): boolean => Object.hasOwn(meanings, code);

/** A place in the file system that cannot be used for what it is for. */
export class FileFailure extends Failure {
  readonly path: string;
  readonly doing: Doing;
  /** `ENOSPC`. */
  readonly code: string;
  /** Path, what was being done and why it could not be, without the way out and without a full stop. */
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
    // What is only read is not about to be made.
    const words = code === 'ENOENT' && doing === 'read' ? 'it is not there' : why;
    const what = path.startsWith('the ') ? path.replace('t', 'T') : `"${path}"`;
    const fact = `${what} could not be ${doing}: ${words} (${code})`;
    super([{ station, about: about ?? path, message: `${fact}. ${wayOut ?? usual}` }]);
    this.name = 'FileFailure';
    [this.path, this.doing, this.code, this.fact] = [path, doing, code, fact];
  }
  /** The same, said of what it is for: an input, a folder with a variable of its own. */
  of(said: {
    readonly station?: Problem['station'];
    readonly about?: string;
    readonly wayOut?: string;
  }): FileFailure {
    return new FileFailure(this, said);
  }
}

/** What a thrown value says of a file; undefined where it is about something else, such as a connection. */
export function fileFailure(error: unknown, path?: string, doing: Doing = 'used'): FileFailure | undefined {
  if (error instanceof FileFailure) return error;
  if (!(error instanceof Error)) return undefined;
  const { code: said, syscall, path: named } = error as NodeJS.ErrnoException;
  // Node has codes of its own for what it does in several steps: ERR_FS_EISDIR.
  const code = said?.replace(/^ERR_FS_/, '');
  if (syscall === undefined || code === undefined || !/^E[A-Z0-9]+$/.test(code)) return undefined;
  // Whoever names a path knows that it is one; else the code must be one that files have.
  if (path === undefined && !isFileCode(code)) return undefined;
  // A connection has its words where it is made.
  if (/^(?:connect|getaddrinfo|bind|listen|accept)$/.test(syscall)) return undefined;
  if (path === undefined && syscall === 'uv_cwd')
    return new FileFailure({ path: 'the working folder', doing: 'read', code }).of({
      wayOut: 'Change into another.',
    });
  // Of what has no path, a stream and a program that cannot be started have words; a signal that is refused has none.
  if (path === undefined && named === undefined && !/^(?:write|spawn)/.test(syscall)) return undefined;
  const where = path ?? named ?? 'the standard output';
  return new FileFailure({ path: where, doing, code });
}

/** The same where another error, such as that of a request which sends a file, came of it. */
export function fileFailureWithin(error: unknown): FileFailure | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof FileFailure) return cause;
  return undefined;
}

/** Works on a file. @throws FileFailure where the system refuses. */
export async function onFile<T>(path: string, doing: Doing, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw fileFailure(error, path, doing) ?? error;
  }
}

/** For work that saves time alone, such as keeping something for the next run: what the file system refuses is told, and no failure. */
export const unlessRefused =
  (tell: (failure: FileFailure) => void) =>
  (error: unknown): undefined => {
    if (!(error instanceof FileFailure)) throw error;
    tell(error);
  };
