import type { Run } from '../ports.ts';
import { inherited } from './process.ts';

/**
 * A `Run` without output, for short programs only: it ignores `onLine`, time limits and interruptions.
 */
export const toolkitRunner =
  (env: Readonly<Record<string, string | undefined>>): Run =>
  async ({ program, args, env: added, cwd, input }) => {
    const { getExecOutput } = await import('@actions/exec');
    const variables = Object.entries({ ...inherited(env), ...added });
    try {
      // The toolkit splits its first argument at spaces.
      const { exitCode, stdout, stderr } = await getExecOutput(`"${program}"`, [...args], {
        silent: true,
        ignoreReturnCode: true,
        env: Object.fromEntries(
          variables.filter((entry): entry is [string, string] => entry[1] !== undefined),
        ),
        ...(cwd === undefined ? {} : { cwd }),
        ...(input === undefined ? {} : { input: Buffer.from(input) }),
      });
      return { code: exitCode, stdout, stderr };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      // As a shell counts: 127 where there is no such program, 126 where it cannot be run.
      const code = /unable to locate executable|ENOENT/i.test(message) ? 127 : 126;
      return { code, stdout: '', stderr: `${message}\n` };
    }
  };
