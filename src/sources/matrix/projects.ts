/** The pages of the packages of a matrix, each of its own index. */
import { defined } from '../../defined.ts';
import { Failure, gather } from '../../errors.ts';
import { parseExtraIndexes } from '../../inputs/extra-indexes.ts';
import { indexesOf } from '../../names/extra-index.ts';
import { absentPackage } from '../../package-index/choose.ts';
import type { Project } from '../../package-index/simple.ts';
import type { Session } from '../../session/session.ts';
import { namedBy } from './fitting.ts';
import { type IncludeRow, type MatrixPackage, projectKey } from './matrix.ts';

/**
 * A row of `include` with an index of its own may add a version that is there alone: then its page is read, too.
 *
 * @returns by `projectKey`; a page that only a row asks for may be missing.
 * @throws Failure with every package that its index does not have.
 */
export async function projectsOf(
  { packageIndex }: Pick<Session, 'packageIndex'>,
  packages: readonly MatrixPackage[],
  include: readonly IncludeRow[],
): Promise<ReadonlyMap<string, Project>> {
  const names = packages.map((one) => one.package);
  const ofPackages = packages.map(({ package: { name }, inputs }) => ({ name, inputs, where: undefined }));
  const ofRows = include.flatMap(({ match, inputs, where }) =>
    inputs['index_url'] === undefined && inputs['extra_indexes'] === undefined
      ? []
      : (match.package === undefined ? names : namedBy(match.package, names)).map(({ name }) => ({
          name,
          inputs,
          where,
        })),
  );
  // Those of packages come last: what they lack is a failure, whatever a row asks for besides.
  const asked = new Map([...ofRows, ...ofPackages].map((one) => [projectKey(one.name, one.inputs), one]));
  const found = await gather(
    [...asked].map(async ([key, { name, inputs, where }]) => {
      const indexUrl = inputs['index_url']?.trim();
      const { value: extraIndexes } = parseExtraIndexes(inputs['extra_indexes'] ?? '');
      const index = packageIndex(indexesOf({ ...defined({ indexUrl }), extraIndexes }));
      const project = await index.project(name);
      if (project === undefined && where === undefined)
        throw new Failure([
          { station: 'index', about: 'packages', message: absentPackage(name, index.urlOf(name)) },
        ]);
      return project === undefined ? [] : [[key, project] as const];
    }),
  );
  return new Map(found.flat());
}
