/** Asks Docker what it has on this machine. */
import type { Command, World } from '../ports.ts';

export const docker = (args: readonly string[]): Command => ({ program: 'docker', args });
export const ask = (world: World, args: readonly string[]) => world.run(docker(args));
export const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

/** What is gone meanwhile is left out, as Docker prints the others all the same. */
export async function inspected(
  world: World,
  kind: 'container' | 'image' | 'volume',
  ids: readonly string[],
): Promise<unknown[]> {
  if (ids.length === 0) return [];
  const { stdout } = await ask(world, [kind, 'inspect', '--format={{json .}}', ...ids]);
  return linesOf(stdout).map((line) => JSON.parse(line) as unknown);
}

/** Undefined for a time that is none, and for that of Go's zero, which stands for none. */
export function timeOf(text: string | undefined): number | undefined {
  // `2026-11-30 11:52:17 +0000 UTC`, as buildx prints it.
  const time = Date.parse((text ?? '').replace(/^(\S+) (\S+) \+0000 UTC$/, '$1T$2Z'));
  return Number.isNaN(time) || time < 0 ? undefined : time;
}
