/** Names of images: the registry's host and the repository in it, by the OCI distribution specification. */
import { type Parsed, parsed, refused } from '../errors.ts';
import type { Repository } from './reference.ts';
import { shown } from './shown.ts';

const component = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const namePattern = new RegExp(`^${component}(?:/${component})*$`);
const hostPattern =
  /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|\[[0-9a-f:]+\])(?::\d{1,5})?$/;

/** Registries refuse more for `host/name` (the distribution specification's note on clients). */
const longestName = 255;

const dockerHub = 'docker.io';
/** Other hosts under which Docker Hub is known. */
const dockerHubHosts: ReadonlySet<string> = new Set([
  'index.docker.io',
  'registry-1.docker.io',
  'registry.hub.docker.com',
  'hub.docker.com',
]);

/** A host is told from a first part of a name as Docker does it: by a dot, a port, or being `localhost`. */
const looksLikeHost = (text: string): boolean => /[.:]/.test(text) || text === 'localhost';

/** Parses the host of a registry, `ghcr.io` or `127.0.0.1:5000`; Docker Hub's other hosts become `docker.io`. */
export function parseRegistry(text: string): Parsed<string> {
  const host = text.trim().toLowerCase();
  const rule = 'it is a host with an optional port, like "ghcr.io", "docker.io" or "localhost:5000"';
  if (/^[a-z][a-z0-9+.-]*:\/\//.test(host)) {
    return refused(`registry ${shown(text)} begins with a scheme: ${rule}.`);
  }
  if (host.includes('/')) {
    return refused(
      `registry ${shown(text)} has a path: ${rule}; what follows the host belongs to the image's name.`,
    );
  }
  if (!hostPattern.test(host)) return refused(`registry ${shown(text)} is not valid: ${rule}.`);
  if (!looksLikeHost(host) && !host.startsWith('[')) {
    return refused(`registry ${shown(text)} would be read as a part of a name: ${rule}.`);
  }
  const port = /:(\d+)$/.exec(host)?.[1];
  if (port !== undefined && (Number(port) < 1 || Number(port) > 65_535)) {
    return refused(`registry ${shown(text)} has a port that does not exist: ports are 1 to 65535.`);
  }
  return parsed(dockerHubHosts.has(host) ? dockerHub : host);
}

/**
 * Parses a registry and a name within it, without a tag. The name is lower-cased, as GitHub's repositories may have
 * capitals and images may not. On Docker Hub a name of one part is in `library`.
 */
export function parseRepository(registry: string, name: string): Parsed<Repository> {
  const host = parseRegistry(registry);
  if (!host.ok) return host;
  const text = name.trim().toLowerCase();
  const rule =
    'it is lower-case letters and digits, parted by single ".", "_", "__" or "-", in parts parted by "/", like "owner/name"';
  const [first = '', ...rest] = text.split('/');
  if (rest.length > 0 && (first === host.value || first.includes(':') || first === 'localhost')) {
    return refused(
      `image name ${shown(name)} begins with a registry: give "${rest.join('/')}" alone, and the host as registry.`,
    );
  }
  if (text.includes('@')) return refused(`image name ${shown(name)} has a digest: ${rule}.`);
  if (text.includes(':'))
    return refused(`image name ${shown(name)} has a tag: ${rule}. More tags are an input of their own.`);
  if (!namePattern.test(text)) return refused(`image name ${shown(name)} is not valid: ${rule}.`);
  const full = host.value === dockerHub && rest.length === 0 ? `library/${text}` : text;
  if (host.value.length + 1 + full.length > longestName) {
    return refused(
      `image name ${shown(name)} is too long: with its registry it has at most ${longestName} characters.`,
    );
  }
  return parsed({ registry: host.value, name: full });
}
