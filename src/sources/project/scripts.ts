/** Which console scripts get an image, and what it is called. */
import { Failure, type Problem } from '../../errors.ts';
import type { ChosenBy } from '../../inputs/inputs.ts';
import type { ProjectInputs } from '../../inputs/project.ts';
import { parseRepository } from '../../names/image-name.ts';
import { nearest } from '../../names/nearest.ts';
import { shown } from '../../names/shown.ts';

const byScripts: ChosenBy = { about: 'scripts', word: 'scripts' };
const byCommands: ChosenBy = { about: 'verify_commands', word: 'verify_commands' };

/** @throws Failure where a script is asked for that the project does not have, or it has none. */
export function chosenScripts(
  all: readonly string[],
  {
    scripts,
    verifyCommands,
    chosenBy = byScripts,
  }: Pick<ProjectInputs, 'scripts' | 'verifyCommands' | 'chosenBy'>,
): readonly string[] {
  const named = [...scripts, ...Object.keys(verifyCommands)];
  const [known, wanted] = [new Set(all), new Set(scripts)];
  const problems = [...new Set(named)]
    .filter((name) => !known.has(name))
    .map((name): Problem => {
      const near = nearest(name, all);
      const way = `${near === undefined ? '' : `Did you mean "${near}"? `}It has ${all.join(', ') || 'none'}.`;
      const { about, word } = wanted.has(name) ? chosenBy : byCommands;
      return {
        station: 'input',
        about,
        message: `${word}: the project has no console script ${shown(name)}. ${way}`,
      };
    });
  if (problems.length > 0) throw new Failure(problems);
  if (all.length === 0)
    throw new Failure([
      {
        station: 'input',
        about: 'path',
        message:
          'The project has no console script, so that there is nothing to make an image of. [project.scripts] in pyproject.toml names them.',
      },
    ]);
  return scripts.length === 0 ? all : all.filter((name) => wanted.has(name));
}

/** @throws Failure with names that no image can have, and those that would be one image. */
export function requireNames(
  names: readonly string[],
  { chosenBy }: Pick<ProjectInputs, 'chosenBy'> = {},
): void {
  /** The first script of each image. */
  const taken = new Map<string, string>();
  const problems = names.flatMap((name): Problem[] => {
    const image = imageName(name);
    const say = (what: string): Problem => ({
      station: 'input',
      about: chosenBy?.about ?? byScripts.about,
      message: `the console script ${shown(name)} ${what}`,
    });
    if (!parseRepository('localhost', image).ok)
      return [
        say(
          `can be no name of an image: that has letters and digits, parted by single ".", "_", "__" or "-". ${chosenBy === undefined ? 'Leave it out with the input scripts' : 'Give it another name in pyproject.toml'}.`,
        ),
      ];
    const same = taken.get(image);
    if (same === undefined) taken.set(image, name);
    return same === undefined
      ? []
      : [
          say(
            `and ${shown(same)} would both be the image ${image}: ${chosenBy === undefined ? 'choose one with the input scripts' : 'give one another name in pyproject.toml'}.`,
          ),
        ];
  });
  if (problems.length > 0) throw new Failure(problems);
}

/** The last part of an image's name: that of the script, as `pbrx` has it, which is in lower case in a registry. */
export const imageName = (name: string): string => name.toLowerCase();
