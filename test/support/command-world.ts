/** A world in which a command runs as far as no program is needed: what it asks over the network is in the test's hands. */
import { digestOf, mediaTypes } from '../../src/registry/manifest.ts';
import { bytesOf } from './images.ts';
import { testWorld, type TestWorld, type TestWorldParts } from './world.ts';

export interface CommandWorld extends TestWorld {
  /** What was asked, in the order of the alphabet: `GET https://…`, with `as USER` where credentials were sent. */
  readonly asked: () => readonly string[];
  /** Texts that were written, by path. */
  readonly written: Map<string, string>;
}

export interface CommandWorldParts extends TestWorldParts {
  /** Pages of indexes by URL, each the versions of a project: `https://one.example.com/simple/six/`. */
  readonly pages?: Readonly<Record<string, readonly string[]>>;
  /** References of images that are there: `ghcr.io/owner/six:py3.13-slim-1.0`. */
  readonly images?: readonly string[];
  /** Milliseconds that pass whenever somebody looks at the clock. */
  readonly tick?: number;
}

const index = bytesOf({ schemaVersion: 2, mediaType: mediaTypes.ociIndex, manifests: [] });

export function commandWorld({
  pages = {},
  images = [],
  tick = 0,
  ...parts
}: CommandWorldParts): CommandWorld {
  const files = { ...parts.files, '/programs/Dockerfile': 'FROM scratch\n' };
  const world = testWorld({ ...parts, files });
  const asked: string[] = [];
  let now = Date.UTC(2026, 10, 30);
  const written = new Map<string, string>();
  return {
    ...world,
    asked: () => asked.toSorted(),
    written,
    clock: { ...world.clock, now: () => (now += tick) },
    fetch: (url, init) => {
      const { host, pathname } = new URL(url);
      const [, basic] = /^Basic (.*)$/.exec(new Headers(init?.headers).get('authorization') ?? '') ?? [];
      const user = basic && Buffer.from(basic, 'base64').toString().split(':')[0];
      asked.push(`${init?.method ?? 'GET'} ${String(url)}${user === undefined ? '' : ` as ${user}`}`);
      const [, name, tag] = /^\/v2\/(.*)\/manifests\/(.*)$/.exec(pathname) ?? [];
      const isThere = images.includes(`${host}/${name}:${tag}`);
      const versions = pages[`${new URL(url).origin}${pathname}`];
      // A registry that answers everybody is believed that it does not have something.
      if (pathname === '/v2/') return Promise.resolve(new Response('{}'));
      return Promise.resolve(isThere ? imageAnswer() : versions ? pageAnswer(pathname, versions) : absent());
    },
    files: {
      ...world.files,
      list: (path) => Promise.resolve(path === '/programs' ? ['Dockerfile'] : []),
      temporary: (name) => Promise.resolve(`/tmp/${name}`),
      write: (path, content) => Promise.resolve(void written.set(path, String(content))),
    },
  };
}

const imageAnswer = (): Response =>
  new Response(index, {
    headers: { 'content-type': mediaTypes.ociIndex, 'docker-content-digest': digestOf(index) },
  });

const absent = (): Response =>
  new Response('{"errors":[{"code":"MANIFEST_UNKNOWN"}]}', {
    status: 404,
    headers: { 'content-type': 'application/json' },
  });

/** PEP 691. */
function pageAnswer(path: string, versions: readonly string[]): Response {
  const name = path.split('/').at(-2)!;
  const files = versions.map((version) => ({
    filename: `${name}-${version}-py3-none-any.whl`,
    url: `https://files.example.com/${name}-${version}-py3-none-any.whl`,
    hashes: { sha256: 'a'.repeat(64) },
  }));
  const page = { meta: { 'api-version': '1.0' }, name, files };
  return new Response(JSON.stringify(page), {
    headers: { 'content-type': 'application/vnd.pypi.simple.v1+json' },
  });
}
