/**
 * GitHub's registry, which deletes nothing over the distribution API: versions of a package are listed and deleted over
 * GitHub's own (REST, "Packages").
 */
import { Failure } from '../errors.ts';
import { type Digest, parseDigest, type Repository, repositoryText } from '../names/reference.ts';
import type { World } from '../ports.ts';
import { githubRetrier, isAnswer, openOctokit, wordsOf } from './github-api.ts';
import type { ListedManifest, ManifestStore } from './manifest-store.ts';

export const isGitHubs = ({ registry }: Repository): boolean => registry === 'ghcr.io';

/** A version as GitHub lists it: its name is the digest. */
interface PackageVersion {
  readonly id: number;
  readonly name: string;
  readonly created_at: string;
}

/** @param token undefined where nobody is logged in. */
export function githubStore(
  world: Pick<World, 'fetch' | 'clock' | 'env'>,
  token: string | undefined,
  repository: Repository,
): ManifestStore {
  const [owner = '', ...rest] = repository.name.split('/');
  const shared = { package_type: 'container', package_name: rest.join('/') } as const;
  const ids = new Map<Digest, number>();
  const refusals = new WeakSet<Failure>();
  const open = async () => {
    if (token === undefined) throw failureOf(repository, 'asks for a login');
    const octokit = await openOctokit(world, token);
    const { data } = await octokit.rest.users.getByUsername({ username: owner });
    return { octokit, isOrganization: data.type === 'Organization' };
  };
  const retrying = githubRetrier(world, open);
  const ask = <T>(work: (api: Awaited<ReturnType<typeof open>>) => Promise<T>): Promise<T> =>
    retrying(work, (error) => {
      const failure = failureOf(repository, wordsOf(error), error.status);
      if ([401, 403, 429].includes(error.status)) refusals.add(failure);
      return failure;
    });
  return {
    async list() {
      const versions = await ask(async ({ octokit, isOrganization }): Promise<PackageVersion[]> => {
        const { packages } = octokit.rest;
        return isOrganization
          ? octokit.paginate(packages.getAllPackageVersionsForPackageOwnedByOrg, {
              ...shared,
              org: owner,
              per_page: 100,
            })
          : octokit.paginate(packages.getAllPackageVersionsForPackageOwnedByUser, {
              ...shared,
              username: owner,
              per_page: 100,
            });
      });
      if (!versions.every(isVersion)) throw failureOf(repository, 'sent a list that cannot be read', 200);
      return versions.flatMap(({ id, name, created_at: created }): ListedManifest[] => {
        const digest = parseDigest(name);
        if (!digest.ok) return [];
        ids.set(digest.value, id);
        const pushed = Date.parse(created);
        return [{ digest: digest.value, pushed: Number.isNaN(pushed) ? world.clock.now() : pushed }];
      });
    },
    async remove(digest) {
      const id = ids.get(digest);
      if (id === undefined) return;
      await ask(async ({ octokit, isOrganization }) => {
        const { packages } = octokit.rest;
        const version = { ...shared, package_version_id: id };
        const removed = isOrganization
          ? packages.deletePackageVersionForOrg({ ...version, org: owner })
          : packages.deletePackageVersionForUser({ ...version, username: owner });
        await removed.catch((error: unknown) => {
          if (!isAnswer(error) || error.status !== 404) throw error;
        });
      });
    },
    refusesAll: (failure) => refusals.has(failure),
  };
}

/** A proxy may answer in place of GitHub. */
const isVersion = (version: Partial<PackageVersion> | undefined): boolean =>
  typeof version?.id === 'number' &&
  typeof version.name === 'string' &&
  typeof version.created_at === 'string';

function failureOf(repository: Repository, what: string, status?: number): Failure {
  const isGrant = status === undefined || [401, 403, 404].includes(status);
  const way = isGrant
    ? ' A job\'s token needs "permissions: packages: write", and this repository the role Admin under "Manage Actions access" in the package\'s settings; a personal access token (classic) needs the scopes read:packages and delete:packages. It is the password of ghcr.io, in the inputs or by "docker login".'
    : '';
  const about = repositoryText(repository);
  return new Failure([{ station: 'registry', about, message: `${about}: GitHub's API ${what}.${way}` }]);
}
