/** Attaches files to a release of GitHub (REST, "Release assets"). */
import { Failure } from '../errors.ts';
import type { World } from '../ports.ts';
import { type AnswerError, githubRetrier, isAnswer, openOctokit, wordsOf } from './github-api.ts';

export interface Asset {
  readonly name: string;
  /** Path of its content. */
  readonly from: string;
  /** Hexadecimal. */
  readonly sha256: string;
}

export interface ReleaseAssets {
  /**
   * `there` where the release has a file of that name with this content; another one is replaced.
   *
   * @throws Failure (station `registry`) where GitHub refuses.
   */
  readonly attach: (asset: Asset) => Promise<'attached' | 'there'>;
}

/** The fields of a release's file that are read here. */
interface Held {
  readonly id: number;
  readonly name: string;
  /** `starter` where its upload was cut off. */
  readonly state: string;
  /** `sha256:…`; older servers do not say it. */
  readonly digest?: string | null;
}

/** @param repository `owner/name`. @param tag of a release that is published. */
export function releaseAssets(
  world: Pick<World, 'fetch' | 'clock' | 'env' | 'files'>,
  token: string,
  { repository, tag }: { readonly repository: string; readonly tag: string },
): ReleaseAssets {
  const [owner = '', repo = ''] = repository.split('/');
  const open = async () => {
    const octokit = await openOctokit(world, token);
    const { data } = await octokit.rest.repos.getReleaseByTag({ owner, repo, tag });
    const { id, upload_url: url } = data;
    const held: Held[] = await octokit.paginate(octokit.rest.repos.listReleaseAssets, {
      owner,
      repo,
      release_id: id,
      per_page: 100,
    });
    return { octokit, url, held };
  };
  type Opened = Awaited<ReturnType<typeof open>>;
  const attach = async (
    { octokit, url, held }: Opened,
    { name, from, sha256 }: Asset,
  ): Promise<'attached' | 'there'> => {
    const old = held.find((one) => one.name === name);
    if (old?.state === 'uploaded' && old.digest === `sha256:${sha256}`) return 'there';
    // Of two files with one name, GitHub refuses the second.
    if (old !== undefined)
      await octokit.rest.repos
        .deleteReleaseAsset({ owner, repo, asset_id: old.id })
        .catch((error: unknown) => {
          if (!isAnswer(error) || error.status !== 404) throw error;
        });
    const data = (await world.files.content(from)) ?? Buffer.alloc(0);
    await octokit.request({
      method: 'POST',
      url,
      name,
      data,
      headers: { 'content-type': 'application/octet-stream', 'content-length': data.length },
    });
    return 'attached';
  };
  // What arrived of an upload whose answer was lost is seen only in a new list.
  const retrying = githubRetrier(world, open);
  return {
    attach: (asset) =>
      retrying(
        (opened) => attach(opened, asset),
        (error) => refusal(repository, tag, asset.name, error),
      ),
  };
}

function refusal(repository: string, tag: string, name: string, error: AnswerError): Failure {
  const way = [401, 403, 404].includes(error.status)
    ? ' A job\'s token needs "permissions: contents: write". It is the variable GITHUB_TOKEN, or the password of ghcr.io.'
    : '';
  return new Failure([
    {
      station: 'registry',
      about: name,
      message: `${name} could not be attached to the release ${tag} of ${repository}: GitHub's API ${wordsOf(error)}.${way}`,
    },
  ]);
}
