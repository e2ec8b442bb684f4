/** Describes the machine and the programs of a run. */
import { readFile } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { run } from '../test/e2e/support.ts';

/** Name to text, for the list at the head of each file of results. */
export async function aboutRun(
  env: NodeJS.ProcessEnv | undefined,
  options: string[],
): Promise<Record<string, string>> {
  const first = async (program: string, args: string[]): Promise<string> =>
    (await run(program, args, env === undefined ? {} : { env })).stdout.split('\n')[0] ?? '';
  const system = /^PRETTY_NAME="?([^"\n]+)/m.exec(await readFile('/etc/os-release', 'utf8').catch(() => ''));
  const commit = await first('git', ['describe', '--always', '--dirty']);
  return {
    date: new Date().toISOString().slice(0, 16).replace('T', ' ') + ' UTC',
    command: `\`${['npm run bench', ...(options.length > 0 ? ['--', ...options] : [])].join(' ')}\`, at ${commit}`,
    machine: `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${availableParallelism()} cores, ${Math.round(totalmem() / 1e9)} GB, ${system?.[1] ?? process.platform}, load ${loadavg()[0]?.toFixed(1)} at the end`,
    versions: [
      `Node ${process.versions.node}`,
      ...(env === undefined
        ? []
        : [
            `Docker ${await first('docker', ['version', '--format={{.Server.Version}}'])}`,
            `buildx ${(await first('docker', ['buildx', 'version'])).split(' ')[1] ?? ''}`,
          ]),
    ].join(', '),
  };
}
