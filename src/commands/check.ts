/** Looks whether everything is there that the tags of repositories lead to. */
import { Failure, type Problem } from '../errors.ts';
import { type Repository, repositoryText } from '../names/reference.ts';
import { missingParts } from '../observe/missing-parts.ts';
import { lackingBlobs, readRepository, type RepositoryReader } from '../observe/repository.ts';
import type { World } from '../ports.ts';
import type { Login } from '../registry/credentials.ts';
import { type CheckedRepository, type CheckReport, tagsNotWhole } from '../report/check.ts';
import { counted } from '../report/units.ts';
import { openClient } from '../session/registries.ts';
import { caBundleProblem } from './require-files.ts';

export interface RepositoriesRequest {
  readonly repositories: readonly Repository[];
  readonly login?: Login;
  /** Path of a PEM file that is trusted. */
  readonly caBundle?: string;
}

/** Never throws for what a user can act on. Another repository is checked although one cannot be read. */
export async function check(world: World, request: RepositoriesRequest): Promise<CheckReport> {
  const { caBundle } = request;
  const untrusted = caBundle === undefined ? undefined : await caBundleProblem(world, caBundle);
  if (untrusted !== undefined) return { repositories: [], problems: [untrusted] };
  const client = await openClient(world, request.login);
  const repositories: CheckedRepository[] = [];
  const problems: Problem[] = [];
  for (const repository of request.repositories) {
    try {
      const checked = await checkRepository(client, repository);
      repositories.push(checked);
      problems.push(...problemsOf(checked));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      problems.push(...error.problems);
    }
  }
  return { repositories, problems };
}

/** There is no such repository. */
export const noRepository = (repository: Repository): Failure => {
  const about = repositoryText(repository);
  const message = `There is no repository ${about}: check the name, which is without a tag.`;
  return new Failure([{ station: 'registry', about, message }]);
};

/** @throws Failure where the repository does not exist or cannot be read. */
async function checkRepository(reader: RepositoryReader, repository: Repository): Promise<CheckedRepository> {
  const held = await readRepository(reader, repository);
  if (held === undefined) throw noRepository(repository);
  const manifests = [...held.manifests.values()];
  const lacking = await lackingBlobs(reader, repository, manifests);
  return {
    where: repositoryText(repository),
    tags: held.tags.size + held.lostTags.length,
    manifests: manifests.length,
    blobs: new Set(manifests.flatMap(({ blobs }) => blobs.map(({ digest }) => digest))).size,
    missing: missingParts(held, new Set(lacking)),
  };
}

function problemsOf(checked: CheckedRepository): Problem[] {
  const { where, tags, missing } = checked;
  if (missing.length === 0) return [];
  const broken = tagsNotWhole(checked);
  const message = `${where}: ${broken.length} of ${counted(tags, 'tag')} ${broken.length === 1 ? 'leads' : 'lead'} to something that is not whole, which a pull or the next build may fail for. Build those images anew ("deep" finds them), or remove their tags.`;
  return [{ station: 'registry', about: where, message }];
}
