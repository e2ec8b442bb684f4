/** Writes a page of all images of repositories, once all of them were read. */
import { join } from 'node:path';
import { Failure, type Problem } from '../errors.ts';
import { repositoryText } from '../names/reference.ts';
import { type CatalogueSource, readCatalogue } from '../observe/catalogue.ts';
import type { World } from '../ports.ts';
import { cataloguePage } from '../report/catalogue/page.ts';
import type { CatalogueReport } from '../report/catalogue/report.ts';
import { openClient } from '../session/registries.ts';
import { noRepository, type RepositoriesRequest } from './check.ts';
import { caBundleProblem } from './require-files.ts';
import { requireWritable } from './require-writable.ts';

export interface CatalogueRequest extends RepositoriesRequest {
  /** Path of a folder; it need not exist. */
  readonly out: string;
}

/** Never throws for what a user can act on. Where one repository cannot be read, the page that is there stays as it is. */
export async function writeCatalogue(world: World, request: CatalogueRequest): Promise<CatalogueReport> {
  const { caBundle, out } = request;
  const untrusted = caBundle === undefined ? undefined : await caBundleProblem(world, caBundle);
  if (untrusted !== undefined) return { repositories: [], problems: [untrusted] };
  const file = join(out, 'index.html');
  const problems: Problem[] = [];
  const failing = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      problems.push(...error.problems);
    }
  };
  await failing(() => requireWritable(world.files, file, 'out'));
  if (problems.length > 0) return { repositories: [], problems };
  const client = await openClient(world, request.login);
  const sources: (CatalogueSource & { readonly where: string })[] = [];
  for (const repository of request.repositories)
    await failing(async () => {
      const source = await readCatalogue(client, repository);
      if (source === undefined) throw noRepository(repository);
      sources.push({ ...source, where: repositoryText(repository) });
    });
  const repositories = sources.map(({ where, images, others }) => ({ where, images, others }));
  if (problems.length > 0) return { repositories, problems };
  const content = Buffer.from(
    cataloguePage(
      sources.flatMap(({ images }) => images),
      new Date(world.clock.now()),
    ),
  );
  await failing(() => world.files.replace(file, content));
  return problems.length > 0
    ? { repositories, problems }
    : { repositories, problems, page: { file, bytes: content.length } };
}
