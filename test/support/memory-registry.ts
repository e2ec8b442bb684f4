/** A registry in memory that also answers as GitHub's API of packages: for thousands of manifests, and for ghcr.io. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Digest } from '../../src/names/reference.ts';
import { digestOf, mediaTypes, readContent } from '../../src/registry/manifest.ts';
import { type MadeManifest, named, now } from '../decide/repositories.ts';
import { bytesOf } from './images.ts';

interface Stored {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** Number of GitHub's version. */
  readonly id: number;
  readonly pushed: number;
}

export interface MemoryRegistry {
  readonly host: string;
  readonly origin: string;
  /** Request lines in order, with the host that was meant where the request was routed. */
  readonly lines: string[];
  readonly manifests: Map<Digest, Stored>;
  readonly tags: Map<string, Digest>;
  /** The digest of what was made under that name. */
  readonly digestBy: (name: string) => Digest;
  /** Answers a request in place of the registry where it gives a status. */
  refuse: (line: string) => number | undefined;
  readonly stop: () => Promise<void>;
}

const day = 86_400_000;

/** Starts it with these manifests in the repository `owner/app`. What is older says so in an annotation. */
export async function startMemoryRegistry(
  made: Readonly<Record<string, MadeManifest>>,
): Promise<MemoryRegistry> {
  const digests = new Map<string, Digest>();
  const manifests = new Map<Digest, Stored>();
  const tags = new Map<string, Digest>();
  const store = (name: string): Digest => {
    const known = digests.get(name);
    if (known !== undefined) return known;
    const one = made[name];
    if (one === undefined) return named(name);
    const { children, subject, scheme, base, age, gone } = one;
    const descriptor = (of: string) => ({ mediaType: mediaTypes.ociManifest, digest: store(of), size: 2 });
    const mediaType = children === undefined ? mediaTypes.ociManifest : mediaTypes.ociIndex;
    const bytes = bytesOf({
      schemaVersion: 2,
      mediaType,
      ...(children === undefined ? {} : { manifests: children.map(descriptor) }),
      ...(subject === undefined ? {} : { subject: descriptor(subject) }),
      annotations: {
        name,
        ...(base === undefined ? {} : { 'org.opencontainers.image.base.digest': store(base) }),
        ...(age === undefined
          ? {}
          : { 'org.opencontainers.image.created': new Date(now - age * day).toISOString() }),
      },
    });
    const digest = digestOf(bytes);
    digests.set(name, digest);
    const pushed = now - (age ?? 0) * day;
    if (gone !== true) manifests.set(digest, { bytes, mediaType, id: manifests.size + 1, pushed });
    for (const tag of gone === true ? [] : (one.tags ?? [])) tags.set(tag, digest);
    if (scheme !== undefined) tags.set(`${store(scheme.of).replace(':', '-')}${scheme.suffix ?? ''}`, digest);
    return digest;
  };
  for (const name of Object.keys(made)) store(name);

  const lines: string[] = [];
  const remove = (digest: Digest): boolean => {
    for (const [tag, of] of tags) if (of === digest) tags.delete(tag);
    return manifests.delete(digest);
  };
  const held: MemoryRegistry = {
    host: '',
    origin: '',
    lines,
    manifests,
    tags,
    digestBy: (name) => digests.get(name)!,
    refuse: () => undefined,
    stop: () => Promise.resolve(),
  };

  const respond = (request: IncomingMessage, response: ServerResponse): void => {
    const meant = request.headers['x-meant-host'];
    const line = `${request.method} ${typeof meant === 'string' ? meant : ''}${request.url}`;
    lines.push(line);
    const send = (
      status: number,
      body: string | Uint8Array = '',
      headers: Record<string, string> = {},
    ): void =>
      void response.writeHead(status, { 'content-length': Buffer.byteLength(body), ...headers }).end(body);
    const json = (value: unknown): void =>
      send(200, JSON.stringify(value), { 'content-type': 'application/json' });
    const refused = registry.refuse(line);
    if (refused !== undefined)
      return send(refused, '{"message":"Not today."}', { 'content-type': 'application/json' });
    const url = new URL(request.url!, 'http://registry');
    const [, reference = ''] = /^\/v2\/owner\/app\/manifests\/(.+)$/.exec(url.pathname) ?? [];
    if (url.pathname === '/v2/') return send(200);
    if (url.pathname === '/v2/owner/app/tags/list')
      return json({ name: 'owner/app', tags: [...tags.keys()] });
    if (reference !== '') {
      const digest = (reference.startsWith('sha256:') ? reference : tags.get(reference)) as
        | Digest
        | undefined;
      const stored = digest === undefined ? undefined : manifests.get(digest);
      if (digest === undefined || stored === undefined)
        return send(404, '{"errors":[{"code":"MANIFEST_UNKNOWN"}]}');
      const headers = { 'content-type': stored.mediaType, 'docker-content-digest': digest };
      if (request.method === 'DELETE') return remove(digest) ? send(202) : send(404);
      return send(200, request.method === 'HEAD' ? '' : stored.bytes, headers);
    }
    if (url.pathname === '/users/owner') return json({ login: 'owner', type: 'Organization' });
    const [, id] = /^\/orgs\/owner\/packages\/container\/app\/versions(?:\/(\d+))?$/.exec(url.pathname) ?? [];
    if (id !== undefined && request.method === 'DELETE') {
      const found = [...manifests].find(([, stored]) => stored.id === Number(id));
      return found === undefined ? send(404, '{}') : (remove(found[0]), send(204));
    }
    if (url.pathname.endsWith('/versions')) {
      const page = Number(url.searchParams.get('page') ?? '1');
      const size = Number(url.searchParams.get('per_page') ?? '30');
      const more = manifests.size > page * size;
      const next = `<https://api.github.com${url.pathname}?per_page=${size}&page=${page + 1}>; rel="next"`;
      const versions = [...manifests].slice((page - 1) * size, page * size).map(([digest, stored]) => ({
        id: stored.id,
        name: digest,
        created_at: new Date(stored.pushed).toISOString(),
      }));
      return send(200, JSON.stringify(versions), {
        'content-type': 'application/json',
        ...(more ? { link: next } : {}),
      });
    }
    return send(404, '{"errors":[{"code":"NAME_UNKNOWN"}]}');
  };
  const server = createServer((request, response) => {
    request.resume().on('end', () => respond(request, response));
  });
  server.listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const host = `127.0.0.1:${(server.address() as { port: number }).port}`;
  const stop = () =>
    new Promise<void>((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  const registry: MemoryRegistry = { ...held, host, origin: `http://${host}`, stop };
  return registry;
}

/** What tags lead to and the registry does not have. */
export function lackingIn({ manifests, tags }: MemoryRegistry): Set<Digest> {
  const reached = new Set(tags.values());
  for (const digest of reached) {
    const stored = manifests.get(digest);
    if (stored === undefined) continue;
    for (const child of readContent(stored.bytes).manifests ?? []) reached.add(child.digest);
  }
  return new Set([...reached].filter((digest) => !manifests.has(digest)));
}
