/** Names of a project's images, as far as its files say them without a build. */
import { Failure } from '../../errors.ts';
import type { World } from '../../ports.ts';
import { projectFacts } from './project-facts.ts';
import { chosenScripts, imageName, requireNames } from './scripts.ts';
import { readFiles, sourceOf } from './source.ts';

/** The base first. @throws Failure where the files are wrong, or only the built wheel would say it. */
export async function projectNames(world: Pick<World, 'files' | 'run'>, path: string): Promise<string[]> {
  const files = await readFiles(world, path, await sourceOf(world, path));
  const { name, scripts } = projectFacts(files);
  if (name === undefined || scripts === undefined)
    throw new Failure([
      {
        station: 'input',
        about: 'images',
        message: `images: it is empty, and neither pyproject.toml nor setup.cfg of the project says its ${name === undefined ? 'name' : 'console scripts'}: only a build would. Name the images, like "foo-base foo-manage".`,
      },
    ]);
  const names = [`${name.image}-base`, ...chosenScripts(scripts, { scripts: [], verifyCommands: {} })];
  requireNames(names);
  return names.map(imageName);
}
