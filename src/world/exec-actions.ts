/** Runs the plain commands of the action's entries with the toolkit: those that nobody follows and nothing interrupts. */
import type { Run } from '../ports.ts';
import { inherited } from './process.ts';

/**
 * Prints nothing, and gives the whole of what a program said. It is for programs that end by themselves: there is no time
 * limit, and no line is given away as it comes.
 */
export const toolkitRunner =
  (env: Readonly<Record<string, string | undefined>>): Run =>
  async ({ program, args, env: more, cwd, input }) => {
    const { getExecOutput } = await import('@actions/exec');
    const given = Object.entries({ ...inherited(env), ...more });
    try {
      // The toolkit splits its first argument at spaces.
      const { exitCode, stdout, stderr } = await getExecOutput(`"${program}"`, [...args], {
        silent: true,
        ignoreReturnCode: true,
        env: Object.fromEntries(given.filter((entry): entry is [string, string] => entry[1] !== undefined)),
        ...(cwd === undefined ? {} : { cwd }),
        ...(input === undefined ? {} : { input: Buffer.from(input) }),
      });
      return { code: exitCode, stdout, stderr };
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      // As a shell counts: 127 where there is no such program, 126 where it cannot be run.
      const code = /unable to locate executable|ENOENT/i.test(words) ? 127 : 126;
      return { code, stdout: '', stderr: `${words}\n` };
    }
  };
