import { type Digest, type Repository, type Tag, parseTag } from '../names/reference.ts';
import { RegistryProblem } from './errors.ts';
import { type Descriptor, acceptManifests, mediaTypes, readContent } from './manifest.ts';
import type { Answer, Transport } from './transport.ts';

/** More pages than any repository has: a registry's links may form a circle. */
const mostPages = 1000;

/** Follows `Link: <…>; rel="next"` (RFC 8288); undefined where the first page is absent. */
async function pages(
  transport: Transport,
  repository: Repository,
  first: string,
  parse: (body: Uint8Array) => unknown,
  isAbsent = ({ status }: Answer): boolean => status === 404,
): Promise<Answer[] | undefined> {
  const answers: Answer[] = [];
  let path: string | URL | undefined = first;
  for (const seen = new Set<string>(); path !== undefined && answers.length < mostPages;) {
    const answer: Answer = await transport({
      method: 'GET',
      repository,
      path,
      action: 'pull',
      headers: { accept: `${mediaTypes.ociIndex}, application/json` },
      expect: [200, 404],
      check: (page) => (isAbsent(page) ? undefined : parseFault(page.body, parse)),
    });
    if (isAbsent(answer)) return answers.length === 0 ? undefined : answers;
    answers.push(answer);
    seen.add(String(path));
    const next: URL | undefined = nextOf(answer);
    path = next === undefined || seen.has(next.href) ? undefined : next;
  }
  return answers;
}

function parseFault(body: Uint8Array, parse: (body: Uint8Array) => unknown): string | undefined {
  try {
    parse(body);
    return undefined;
  } catch {
    return 'sent a list that cannot be read';
  }
}

function nextOf(answer: Pick<Answer, 'headers' | 'url'>): URL | undefined {
  const link = answer.headers.get('link') ?? '';
  for (const [, target, parameters] of link.matchAll(/<([^>]*)>((?:\s*;\s*[^,;]+)*)/g))
    if (/;\s*rel\s*=\s*"?next"?/i.test(parameters!)) return new URL(target!, answer.url);
  return undefined;
}

const readTags = (body: Uint8Array): string[] =>
  (readContent(body) as { readonly tags?: string[] | null }).tags ?? [];

export async function listTags(transport: Transport, repository: Repository): Promise<Tag[] | undefined> {
  const answers = await pages(transport, repository, 'tags/list?n=1000', readTags);
  const tags = answers?.flatMap(({ body }) => readTags(body)).map(parseTag);
  return tags && [...new Set(tags.flatMap((tag) => (tag.ok ? [tag.value] : [])))];
}

/** The tag in place of the referrers API (distribution specification, "Referrers Tag Schema"). */
export const referrersTag = (subject: Digest): Tag => subject.replace(':', '-') as Tag;

/**
 * Reads the referrers API, or the tag in its place where a registry lacks the API: it answers 404, another refusal, or a
 * redirect to a web page.
 */
export async function referrers(
  transport: Transport,
  repository: Repository,
  digest: Digest,
  artifactType?: string,
): Promise<Descriptor[]> {
  const answers = (await referrerPages(transport, repository, digest, artifactType)) ?? [
    await transport({
      method: 'GET',
      repository,
      path: `manifests/${referrersTag(digest)}`,
      action: 'pull',
      headers: { accept: acceptManifests },
      expect: [200, 404],
      check: (page) => (page.status === 200 ? parseFault(page.body, readContent) : undefined),
    }),
  ];
  return answers
    .filter(({ status }) => status === 200)
    .flatMap(({ body }) => readContent(body).manifests ?? [])
    .filter((descriptor) => artifactType === undefined || descriptor.artifactType === artifactType);
}

/** What the referrers API lists; undefined where the registry lacks it. */
export async function listReferrers(
  transport: Transport,
  repository: Repository,
  digest: Digest,
): Promise<Descriptor[] | undefined> {
  const answers = await referrerPages(transport, repository, digest);
  return answers?.flatMap(({ body }) => readContent(body).manifests ?? []);
}

async function referrerPages(
  transport: Transport,
  repository: Repository,
  digest: Digest,
  artifactType?: string,
): Promise<Answer[] | undefined> {
  const query = artifactType === undefined ? '' : `?${new URLSearchParams({ artifactType }).toString()}`;
  const path = `referrers/${digest}${query}`;
  return pages(transport, repository, path, readContent, lacksReferrers).catch(undefinedIfRefused);
}

const lacksReferrers = ({ status, headers }: Answer): boolean =>
  status === 404 || /^text\/html\b/i.test(headers.get('content-type') ?? '');

function undefinedIfRefused(error: unknown): undefined {
  if (error instanceof RegistryProblem && !error.temporary) return undefined;
  throw error;
}
