import { existsSync } from 'node:fs';
import type { HostedEvent, HostedRelease } from '../ports.ts';

type Environment = NodeJS.ProcessEnv;

/**
 * The event, read once; undefined outside of a workflow. The toolkit is loaded on demand, since it includes a client of
 * GitHub's API.
 */
export function eventReader(env: Environment = process.env): () => Promise<HostedEvent | undefined> {
  let read: Promise<HostedEvent | undefined> | undefined;
  return () =>
    (read ??= env['GITHUB_EVENT_NAME'] || env['GITHUB_REF'] ? readEvent(env) : Promise.resolve(undefined));
}

async function readEvent(env: Environment): Promise<HostedEvent> {
  const plain = { name: env['GITHUB_EVENT_NAME'] ?? '', ref: env['GITHUB_REF'] ?? '' };
  const path = env['GITHUB_EVENT_PATH'];
  // In a container the runner's file may be missing, and the toolkit would print that to the standard output.
  if (path && !existsSync(path)) return plain;
  try {
    const { context } = await import('@actions/github');
    const { pull_request: proposed, repository } = context.payload;
    const release = releaseOf(context.payload);
    return {
      name: context.eventName ?? '',
      ref: context.ref ?? '',
      ...(repository === undefined
        ? {}
        : { owner: repository.owner.login, defaultBranch: String(repository['default_branch'] ?? '') }),
      ...(typeof context.payload['before'] === 'string' ? { before: context.payload['before'] } : {}),
      ...(proposed === undefined
        ? {}
        : { pullRequest: { number: proposed.number, base: String(proposed['base']?.sha ?? '') } }),
      ...(release === undefined ? {} : { release }),
      ...(typeof repository?.['visibility'] === 'string' ? { visibility: repository['visibility'] } : {}),
    };
  } catch {
    // The file is no JSON. Name and reference suffice to recognise a pull request, whose wheels are not saved.
    return plain;
  }
}

/** Of the payload of an event of the kind `release`. */
function releaseOf(payload: Readonly<Record<string, unknown>>): HostedRelease | undefined {
  const release = payload['release'] as Readonly<Record<string, unknown>> | null | undefined;
  if (typeof release?.['tag_name'] !== 'string') return undefined;
  const target = release['target_commitish'];
  return {
    action: typeof payload['action'] === 'string' ? payload['action'] : '',
    tag: release['tag_name'],
    target: typeof target === 'string' ? target : '',
    prerelease: release['prerelease'] === true,
  };
}
