/** Takes a wheel's metadata without the wheel (PEP 658). */
import { authorization, type IndexAuth, type Reaching } from './request.ts';

/** It is small; who does not answer soon is not waited for. */
const patience = 10_000;

/** The text of METADATA; undefined where the index does not serve it, or not now: nothing depends on it. */
export async function readMetadata(
  world: Reaching,
  wheelUrl: string,
  auth?: IndexAuth,
): Promise<string | undefined> {
  const url = `${wheelUrl.replace(/[?#].*$/, '')}.metadata`;
  try {
    const headers = authorization(url, auth);
    const response = await world.fetch(url, { headers, signal: AbortSignal.timeout(patience) });
    const text = await response.text();
    return response.ok && text.startsWith('Metadata-Version:') ? text : undefined;
  } catch {
    return undefined;
  }
}
