/** Lists that come in pages: tags, and what refers to a manifest. */
import { type Digest, type Repository, type Tag, parseTag } from '../names/reference.ts';
import { RegistryProblem } from './errors.ts';
import { type Descriptor, acceptManifests, mediaTypes, readContent } from './manifest.ts';
import type { Answer, Transport } from './transport.ts';

/** More pages than any repository has: ends a registry that sends its reader in circles. */
const mostPages = 1000;

/** Follows `Link: <…>; rel="next"` (RFC 8288); undefined where the first page says that there is no such list. */
async function pages(
  transport: Transport,
  repository: Repository,
  first: string,
  readable: (body: Uint8Array) => unknown,
  isNone = ({ status }: Answer): boolean => status === 404,
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
      check: (got) => (isNone(got) ? undefined : unreadable(got.body, readable)),
    });
    if (isNone(answer)) return answers.length === 0 ? undefined : answers;
    answers.push(answer);
    seen.add(String(path));
    const next: URL | undefined = nextOf(answer);
    path = next === undefined || seen.has(next.href) ? undefined : next;
  }
  return answers;
}

function unreadable(body: Uint8Array, readable: (body: Uint8Array) => unknown): string | undefined {
  try {
    readable(body);
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

/**
 * The referrers API, or the tag that stands for it ("Referrers tag schema") where a registry has none: registries say so
 * with 404, but also with other refusals, or send whoever asks to a page of theirs.
 */
export async function referrers(
  transport: Transport,
  repository: Repository,
  digest: Digest,
  artifactType?: string,
): Promise<Descriptor[]> {
  const query = artifactType === undefined ? '' : `?${new URLSearchParams({ artifactType }).toString()}`;
  const list = pages(transport, repository, `referrers/${digest}${query}`, readContent, isNoList);
  const answers = (await list.catch(none)) ?? [
    await transport({
      method: 'GET',
      repository,
      path: `manifests/${digest.replace(':', '-')}`,
      action: 'pull',
      headers: { accept: acceptManifests },
      expect: [200, 404],
      check: (got) => (got.status === 200 ? unreadable(got.body, readContent) : undefined),
    }),
  ];
  return answers
    .filter(({ status }) => status === 200)
    .flatMap(({ body }) => readContent(body).manifests ?? [])
    .filter((descriptor) => artifactType === undefined || descriptor.artifactType === artifactType);
}

/** A page for people is none of referrers. */
const isNoList = ({ status, headers }: Answer): boolean =>
  status === 404 || /^text\/html\b/i.test(headers.get('content-type') ?? '');

/** A refusal for good is as good as "there is no such API". */
function none(error: unknown): undefined {
  if (error instanceof RegistryProblem && !error.temporary) return undefined;
  throw error;
}
