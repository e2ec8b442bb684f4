/** Reads parts of a wheel: its metadata where the index serves it separately (PEP 658), or a range of its bytes. */
import { authorization, type IndexAuth, type IndexWorld } from './request.ts';

/** Milliseconds for an answer: it is small, and the run goes on without it. */
const timeout = 10_000;

export async function readMetadata(
  world: IndexWorld,
  wheelUrl: string,
  auth?: IndexAuth,
): Promise<string | undefined> {
  const response = await tryFetch(world, `${wheelUrl.replace(/[?#].*$/, '')}.metadata`, {}, auth);
  const text = response?.status === 200 ? await response.text().catch(() => '') : '';
  return text.startsWith('Metadata-Version:') ? text : undefined;
}

export interface Part {
  readonly bytes: Buffer;
  readonly from: number;
}

/**
 * A range of bytes; undefined where the index does not serve ranges, or the request fails.
 *
 * @param range as in HTTP: `-65536` for the last bytes, `100-200`.
 */
export async function readPart(
  world: IndexWorld,
  url: string,
  range: string,
  auth?: IndexAuth,
): Promise<Part | undefined> {
  const response = await tryFetch(world, url, { range: `bytes=${range}` }, auth);
  const from = /^bytes (\d+)-/.exec(response?.headers.get('content-range') ?? '')?.[1];
  if (response?.status !== 206 || from === undefined) {
    await response?.body?.cancel().catch(() => undefined);
    return undefined;
  }
  const bytes = await response.arrayBuffer().catch(() => undefined);
  return bytes && { bytes: Buffer.from(bytes), from: Number(from) };
}

async function tryFetch(
  world: IndexWorld,
  url: string,
  headers: Readonly<Record<string, string>>,
  auth: IndexAuth | undefined,
): Promise<Response | undefined> {
  try {
    const signal = AbortSignal.timeout(timeout);
    const response = await world.fetch(url, { headers: { ...headers, ...authorization(url, auth) }, signal });
    if (!response.ok) await response.body?.cancel();
    return response;
  } catch {
    return undefined;
  }
}
