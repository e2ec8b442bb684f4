/** Measures the start of an entry against a Node that does nothing. */
import { spawnSync } from 'node:child_process';
import { median } from './figures.ts';
import { node } from '../test/e2e/support.ts';

export interface Startup {
  readonly name: string;
  /** Seconds, medians. */
  readonly ours: number;
  readonly bare: number;
}

const rounds = 20;

/** The entries take turns, so that a busy moment of the machine hits all of them. */
export function measureStartup(): Startup[] {
  const entries = [
    { name: 'bare Node', args: ['-e', '0'], code: 0, says: '' },
    { name: 'action, an input is wrong', args: ['dist/action.js'], code: 1, says: '::error title=Input' },
    { name: 'command line, --version', args: ['dist/cli.js', '--version'], code: 0, says: '.' },
  ].map((entry) => ({ ...entry, seconds: [] as number[] }));
  for (let round = 0; round < rounds; round += 1) {
    for (const { args, code, says, name, seconds } of entries) {
      const before = performance.now();
      const ran = spawnSync(node, args, { env: withoutInputs(), encoding: 'utf8' });
      seconds.push((performance.now() - before) / 1000);
      if (ran.status !== code || !ran.stdout.includes(says))
        throw new Error(`${name}: exit code ${ran.status}\n${ran.stdout}${ran.stderr}`);
    }
  }
  const [bare, ...others] = entries.map(({ name, seconds }) => ({ name, seconds: median(seconds) }));
  return others.map(({ name, seconds }) => ({ name, ours: seconds, bare: bare?.seconds ?? 0 }));
}

/** Without inputs the action fails at once, since a package is needed. Without GITHUB_* it writes to no runner's files. */
const withoutInputs = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(INPUT|GITHUB)_/.test(name)));
