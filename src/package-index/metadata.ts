/** Takes parts of a wheel: its metadata where the index serves that by itself (PEP 658), else a range of its bytes. */
import { authorization, type IndexAuth, type Reaching } from './request.ts';

/** What is asked for is small; who does not answer soon is not waited for. */
const patience = 10_000;

/** The text of METADATA; undefined where the index does not serve it, or not now: nothing depends on it. */
export async function readMetadata(
  world: Reaching,
  wheelUrl: string,
  auth?: IndexAuth,
): Promise<string | undefined> {
  const response = await ask(world, `${wheelUrl.replace(/[?#].*$/, '')}.metadata`, {}, auth);
  const text = response?.status === 200 ? await response.text().catch(() => '') : '';
  return text.startsWith('Metadata-Version:') ? text : undefined;
}

/** Bytes of a file, and where in it they begin. */
export interface Part {
  readonly bytes: Buffer;
  readonly from: number;
}

/** @param range as HTTP has it: `-65536` for the last ones, `100-200`. Undefined where the index gives no parts, or not now. */
export async function readPart(
  world: Reaching,
  url: string,
  range: string,
  auth?: IndexAuth,
): Promise<Part | undefined> {
  const response = await ask(world, url, { range: `bytes=${range}` }, auth);
  const from = /^bytes (\d+)-/.exec(response?.headers.get('content-range') ?? '')?.[1];
  if (response?.status !== 206 || from === undefined) {
    // Of a whole wheel, which may be large, nothing is read.
    await response?.body?.cancel().catch(() => undefined);
    return undefined;
  }
  const bytes = await response.arrayBuffer().catch(() => undefined);
  return bytes && { bytes: Buffer.from(bytes), from: Number(from) };
}

async function ask(
  world: Reaching,
  url: string,
  headers: Readonly<Record<string, string>>,
  auth: IndexAuth | undefined,
): Promise<Response | undefined> {
  try {
    const signal = AbortSignal.timeout(patience);
    const response = await world.fetch(url, { headers: { ...headers, ...authorization(url, auth) }, signal });
    if (!response.ok) await response.body?.cancel();
    return response;
  } catch {
    return undefined;
  }
}
