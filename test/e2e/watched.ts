/** Programs that stand in front of the real ones on PATH, note how they are called, and then do what they were asked. */
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './support.ts';

export interface Watched {
  /** For the environment of what is watched. */
  readonly path: string;
  /** What was called since the last time that this was asked. */
  readonly take: () => Calls;
}

export interface Calls {
  /** Each with the program's name in front. */
  readonly calls: readonly string[];
  /** What they printed as errors, where buildx tells of its steps. */
  readonly said: string;
}

/** One that this machine lacks is noted too, and answers as if it were not there. */
export async function watch(folder: string, programs: readonly string[]): Promise<Watched> {
  const [bin, calls, said] = ['bin', 'calls', 'said'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
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
