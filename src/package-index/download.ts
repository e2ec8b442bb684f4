/** Downloads a file of a package index. The caller checks its hash. */
import { failed, get, type IndexAuth, type IndexWorld, redacted } from './request.ts';

export async function download(world: IndexWorld, url: string, auth?: IndexAuth): Promise<Buffer> {
  const answer = await get(world, url, { auth });
  if (answer === undefined)
    throw failed(`GET ${redacted(url)}: the index names this file and does not have it.`);
  return answer.body;
}
