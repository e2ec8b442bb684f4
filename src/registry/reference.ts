/**
 * References as people write them: `python:3.13-slim`, `ghcr.io/owner/app@sha256:…`, `localhost:5000/app`. By hand, with
 * the grammar of Go's distribution/reference, so that an error says which rule was broken.
 */
import { type Parsed, parsed, refused } from '../errors.ts';
import {
  type Digest,
  type Repository,
  type Tag,
  parseDigest,
  parseTag,
  repositoryText,
} from '../names/reference.ts';
import { shown } from '../names/shown.ts';

/** A repository with the tag and the digest that were written. A missing tag stays missing: it does not become `latest`. */
export interface Reference {
  readonly repository: Repository;
  readonly tag?: Tag;
  readonly digest?: Digest;
}

const dockerHubNames = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io']);

const component = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const host =
  /^(?:\[[0-9a-fA-F:]+\]|[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*)(?::(\d+))?$/;

/**
 * Parses `[registry/]name[:tag][@digest]`. A first part is a registry when it has a `.` or a `:` or is
 * `localhost`, as Docker tells them apart; without one it is Docker Hub, whose one-part names are in `library`.
 * Names follow the distribution specification, "Pulling manifests".
 */
export function parseReference(text: string): Parsed<Reference> {
  const at = text.indexOf('@');
  const digest = at < 0 ? undefined : parseDigest(text.slice(at + 1));
  const name = at < 0 ? text : text.slice(0, at);
  // A colon before the last slash belongs to the registry's port.
  const colon = name.indexOf(':', name.lastIndexOf('/') + 1);
  const tag = colon < 0 ? undefined : parseTag(name.slice(colon + 1));
  const repository = parseRepository(colon < 0 ? name : name.slice(0, colon));
  if (!repository.ok) return repository;
  if (tag?.ok === false) return refused(`reference ${shown(text)}: ${tag.message}`);
  if (digest?.ok === false) return refused(`reference ${shown(text)}: ${digest.message}`);
  return parsed({
    repository: repository.value,
    ...(tag && { tag: tag.value }),
    ...(digest && { digest: digest.value }),
  });
}

function parseRepository(text: string): Parsed<Repository> {
  const slash = text.indexOf('/');
  const first = slash < 0 ? '' : text.slice(0, slash);
  const hasRegistry = /[.:]/.test(first) || first === 'localhost';
  if (!hasRegistry) return repositoryIn('docker.io', text, text);
  const registry = parseRegistry(first);
  return registry.ok ? repositoryIn(registry.value, text.slice(slash + 1), text) : registry;
}

/** Parses a registry's host with its port, `ghcr.io` or `127.0.0.1:5000`; Docker Hub's names become `docker.io`. */
export function parseRegistry(text: string): Parsed<string> {
  const match = host.exec(text);
  const port = match?.[1] === undefined ? 443 : Number(match[1]);
  if (match === null || port < 1 || port > 65535)
    return refused(
      `registry ${shown(text)} is not valid: a registry is a host name and, where needed, a port from 1 to 65535, like "ghcr.io" or "localhost:5000", without "https://" and without a path.`,
    );
  const lower = text.toLowerCase();
  return parsed(dockerHubNames.has(lower) ? 'docker.io' : lower);
}

function repositoryIn(registry: string, name: string, written: string): Parsed<Repository> {
  if (/[A-Z]/.test(name))
    return refused(
      `repository ${shown(written)} has upper-case letters: a repository's name is lower case only. Write ${shown(name.toLowerCase())}.`,
    );
  const parts = name.split('/');
  const wrong = parts.find((part) => !component.test(part));
  if (wrong !== undefined)
    return refused(
      `repository ${shown(written)} is not valid at ${shown(wrong)}: each part between slashes is lower-case letters and digits, joined by one ".", one or two "_", or "-".`,
    );
  if (registry.length + 1 + name.length > 255)
    return refused(
      `repository ${shown(written)} is too long: registry and name together have 255 characters at most.`,
    );
  return parsed({
    registry,
    name: registry === 'docker.io' && parts.length === 1 ? `library/${name}` : name,
  });
}

export const referenceText = (reference: Reference): string =>
  repositoryText(reference.repository) +
  (reference.tag === undefined ? '' : `:${reference.tag}`) +
  (reference.digest === undefined ? '' : `@${reference.digest}`);
