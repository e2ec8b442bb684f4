/**
 * Serves the pages of the index to uv. Many processes of uv then ask the index for a page once, and what each of them read is
 * known. Files and their metadata they fetch from the index itself.
 */
import { createHash, randomBytes } from 'node:crypto';
import { Failure } from '../errors.ts';
import type { HashedPage, ReadPage } from '../package-index/pages.ts';
import type { Answered, Asked, Server, World } from '../ports.ts';

/** The index as one resolution reads it. */
export interface ServedIndex {
  /** With credentials, which say whose requests they are and keep other users of the machine out. */
  readonly url: string;
  /** Normalized names of the projects whose pages were asked for. */
  readonly names: ReadonlySet<string>;
  /** Why the index did not give a page. */
  readonly failure: () => Failure | undefined;
  /** A text of uv with the index's own address. */
  readonly unserved: (text: string) => string;
}

export interface PageServer {
  readonly open: () => ServedIndex;
  readonly close: () => Promise<void>;
}

interface Resolution {
  readonly names: Set<string>;
  failure: Failure | undefined;
}

export async function startPageServer(
  { serve }: Pick<World, 'serve'>,
  {
    indexUrl,
    urlOf = () => indexUrl,
    key = indexUrl,
    page,
  }: {
    readonly indexUrl: string;
    /** URL of the index that a package belongs to. */
    readonly urlOf?: (name: string) => string;
    /** The same for the same indexes. */
    readonly key?: string;
    readonly page: ReadPage;
  },
): Promise<PageServer> {
  const password = randomBytes(16).toString('hex');
  const resolutions = new Map<string, Resolution>();
  const texts = new WeakMap<HashedPage, string>();
  const answer = async ({ path, headers }: Asked): Promise<Answered> => {
    const resolution = resolutions.get(String(headers['authorization']));
    if (resolution === undefined) return { status: 401 };
    const name = /^\/simple\/([a-z0-9-]+)\/$/.exec(path)?.[1];
    if (name === undefined) return { status: 404 };
    resolution.names.add(name);
    try {
      const found = await page(name);
      if (found === undefined) return { status: 404 };
      // uv must ask each time: what it keeps may be older than what is compared by.
      const validators = { etag: `"${found.sha256}"`, 'cache-control': 'no-cache' };
      if (headers['if-none-match'] === validators.etag) return { status: 304, headers: validators };
      const body = texts.get(found) ?? withAbsoluteLinks(found);
      texts.set(found, body);
      return { status: 200, headers: { 'content-type': found.contentType, ...validators }, body };
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      resolution.failure = error;
      // uv tries again after most others, and the index was asked often enough.
      return { status: 400 };
    }
  };
  const server: Server = await serve(usualPort(key), answer);
  return {
    open: () => {
      const user = `resolution-${resolutions.size + 1}`;
      const resolution: Resolution = { names: new Set(), failure: undefined };
      const token = Buffer.from(`${user}:${password}`).toString('base64');
      resolutions.set(`Basic ${token}`, resolution);
      return {
        url: `http://${user}:${password}@${server.host}/simple`,
        names: resolution.names,
        failure: () => resolution.failure,
        unserved: (text) =>
          unserved(text, `http://(?:[^@/\\s"]*@)?${server.host.replaceAll('.', '\\.')}/simple`, urlOf),
      };
    },
    close: () => server.close(),
  };
}

/** The same for the same index, since uv keeps the metadata of releases by the address of their index. */
const usualPort = (key: string): number =>
  20_000 + (createHash('sha256').update(key).digest().readUInt16BE() % 12_000);

/**
 * A text of uv, an error or a pylock.toml, with the addresses of the indexes themselves.
 *
 * @param served pattern of the address that stands in their place.
 */
export function unserved(text: string, served: string, urlOf: (name: string) => string): string {
  const root = (name: string): string => urlOf(name).replace(/\/+$/, '');
  return text
    .split(/^(?=\[\[packages\]\])/m)
    .map((block) => {
      const name = /^name = "([^"]+)"/m.exec(block)?.[1] ?? '';
      return block
        .replaceAll(new RegExp(`${served}/([a-z0-9-]+)/`, 'g'), (_, one: string) => `${root(one)}/${one}/`)
        .replaceAll(new RegExp(served, 'g'), () => root(name));
    })
    .join('');
}

/** The page as it may stand at another address. */
function withAbsoluteLinks({ body, contentType, url }: HashedPage): string {
  if (/[/+]json\b/.test(contentType) || /^\s*\{/.test(body)) {
    const page = JSON.parse(body) as { readonly files?: readonly { readonly url: string }[] };
    const files = page.files?.map((file) => ({
      ...file,
      url: URL.canParse(file.url, url) ? new URL(file.url, url).href : file.url,
    }));
    return JSON.stringify({ ...page, files });
  }
  // A page's own base may be relative to its address.
  const own = /<base\b[^>]*?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(body);
  const href = own?.[1] ?? own?.[2] ?? own?.[3] ?? '';
  const base = URL.canParse(href, url) ? new URL(href, url).href : url;
  return `<base href="${base.replaceAll('&', '&amp;')}">${body}`;
}
