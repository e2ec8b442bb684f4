/** Programs on PATH that record their calls, and then run the real ones. */
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './support.ts';

export interface Watched {
  /** PATH for the watched process. */
  readonly path: string;
  /** The calls since the last `take`. */
  readonly take: () => Calls;
}

export interface Calls {
  /** Program and arguments of each call. */
  readonly calls: readonly string[];
  /** Their standard error, to which buildx prints its steps. */
  readonly said: string;
}

/** A program that this machine lacks is recorded, too, and fails as a missing program does. */
export async function watch(folder: string, programs: readonly string[]): Promise<Watched> {
  const bin = join(folder, 'bin');
  const calls = join(folder, 'calls');
  const said = join(folder, 'said');
  mkdirSync(bin);
  for (const name of programs) {
    const { stdout } = await run('bash', ['-c', `command -v ${name}`]);
    const real = stdout.trim();
    writeFileSync(
      join(bin, name),
      `#!/bin/bash
printf '%s\\n' "${name} $*" >>'${calls}'
${real === '' ? 'exit 127' : `exec '${real}' "$@" 2> >(tee -a '${said}' >&2)`}
`,
    );
    chmodSync(join(bin, name), 0o755);
  }
  const taken = (path: string): string => {
    const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
    rmSync(path, { force: true });
    return text;
  };
  return {
    path: `${bin}:${process.env['PATH']}`,
    take: () => ({ calls: taken(calls).split('\n').filter(Boolean), said: taken(said) }),
  };
}
