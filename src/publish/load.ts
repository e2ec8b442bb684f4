/** Loads an image into the store of the engine of this machine. */
import { Failure } from '../errors.ts';
import type { World } from '../ports.ts';

/** @param archive as `docker load` takes it; it names the image. @throws Failure with the words of the engine. */
export async function loadImage(
  { run }: Pick<World, 'run'>,
  env: Readonly<Record<string, string>>,
  archive: string,
): Promise<void> {
  const ran = await run({ program: 'docker', args: ['load', '--quiet', `--input=${archive}`], env });
  if (ran.code === 0) return;
  const message = 'The image was built, and the engine did not take it into its store.';
  const detail = ran.stderr.trim().split('\n').slice(-5);
  throw new Failure([{ station: 'build', about: 'docker', message, detail }]);
}
