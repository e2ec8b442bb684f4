/** Reads the inputs of one image of a matrix, as the command `build` reads them. */
import type { Problem } from '../../errors.ts';
import { cellInputs } from '../../inputs/cells.ts';
import { inputsOf } from '../../inputs/command-inputs.ts';
import type { Inputs } from '../../inputs/inputs.ts';
import type { PlanInputs } from '../../inputs/plan.ts';
import { readInputs } from '../../inputs/read.ts';
import type { Places } from '../../inputs/reader.ts';
import type { Raw } from '../../inputs/registry.ts';
import { splitList } from '../../inputs/splitting.ts';
import { repositoryText } from '../../names/reference.ts';
import { shown } from '../../names/shown.ts';
import { matrixLists } from './layer.ts';
import type { MatrixCell } from './matrix.ts';

/** What a cell is made of once it is expanded. */
export interface ExactCell {
  readonly version: string;
  readonly python: string;
  readonly tags: readonly string[];
}

export interface CellInputs {
  readonly inputs?: Inputs;
  readonly problems: readonly Problem[];
  /** The inputs by name, for the command `build`: those that differ from its defaults. */
  readonly raw: Raw;
}

/** @param exact with tags besides those of the cell's own inputs. @param places of the inputs, for messages. */
export type CellReader = (
  cell: Pick<MatrixCell, 'package' | 'base' | 'inputs'>,
  exact: ExactCell,
  places?: Places,
) => CellInputs;

/** @param severalPackages whether the matrix has images of more than one. */
export function cellReader({ raw: step, where, env }: PlanInputs, severalPackages: boolean): CellReader {
  return (cell, exact, places) => {
    const raw: Record<string, string> = {
      ...cell.inputs,
      package: cell.package.text,
      package_version: exact.version,
      python_version: exact.python,
      target_base: cell.base,
    };
    raw['image_name'] = nameFor(raw['image_name'] ?? '', cell.package.name, severalPackages, env);
    const tags = [...splitList(raw['tags'] ?? ''), ...exact.tags];
    if (tags.length > 0) raw['tags'] = tags.join(' ');
    const { inputs, problems } = readInputs(
      { ...ofMachine(step), ...raw, push: 'true' },
      where,
      env,
      places,
      'plan',
    );
    return inputs === undefined
      ? { problems: problems.map((one) => withPlaceholder(one, raw['image_name'] ?? '')), raw }
      : { problems, raw: handedOn(raw, inputs), inputs };
  };
}

/**
 * What belongs to the step and its machine, which every image is read with. Optional platforms of the step are among the inputs
 * of a cell already, as far as it has them.
 */
const ofMachine = (step: Raw): Raw => {
  const others = ['packages', 'platform_optional', ...matrixLists];
  return Object.fromEntries(Object.entries(step).filter(([name]) => !others.includes(name)));
};

/** `{package}` stands for the package; of several, it is added to the name of the repository that GitHub fills in. */
function nameFor(text: string, name: string, severalPackages: boolean, env: PlanInputs['env']): string {
  const isFilledIn = text === '' || text === env['GITHUB_REPOSITORY'];
  const template = severalPackages && isFilledIn && text !== '' ? `${text}/{package}` : text;
  return template.replaceAll('{package}', name);
}

/** Of a name whose braces hold anything else, the message says what they may hold. */
function withPlaceholder(problem: Problem, imageName: string): Problem {
  const [other] = /\{[^{}]*\}/.exec(imageName) ?? [];
  return problem.about !== 'image_name' || other === undefined
    ? problem
    : {
        ...problem,
        message: `${problem.message} ${shown(other)} stands for nothing: "{package}" stands for the name of the package.`,
      };
}

/** What `build` is given: values that are not its defaults, and those that depend on where they are read. */
function handedOn(raw: Raw, { repositories, maintainer }: Inputs): Raw {
  const rows = inputsOf('build');
  const given = Object.entries(raw).filter(([name, value]) => {
    const row = rows.find((one) => one.name === name);
    return row !== undefined && cellInputs.includes(name) && value.trim() !== row.default;
  });
  return {
    ...Object.fromEntries(given),
    package: raw['package'] ?? '',
    package_version: raw['package_version'] ?? '',
    python_version: raw['python_version'] ?? '',
    target_base: raw['target_base'] ?? '',
    image_name: repositories.map(repositoryText).join('\n'),
    ...(maintainer === '' ? {} : { maintainer }),
  };
}
