/** Names of images: a registry's host and a repository, by the OCI distribution specification. */
import { type Parsed, parsed, refused } from '../errors.ts';
import type { Repository } from './reference.ts';
import { shown } from './shown.ts';

const component = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const namePattern = new RegExp(`^${component}(?:/${component})*$`);
const hostPattern =
  /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|\[[0-9a-f:]+\])(?::\d{1,5})?$/;

/** Characters of `host/name`; many registries refuse more (the distribution specification's note on clients). */
const longestName = 255;

const dockerHub = 'docker.io';
const dockerHubHosts: ReadonlySet<string> = new Set([
  'index.docker.io',
  'registry-1.docker.io',
  'registry.hub.docker.com',
  'hub.docker.com',
]);

/** Docker's rule for the first part of a name: with a dot or a port, or if it is `localhost`, it is a host. */
const looksLikeHost = (text: string): boolean => /[.:]/.test(text) || text === 'localhost';

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

export function splitImageName(text: string): { readonly registry?: string; readonly name: string } {
  const at = text.indexOf('/');
  const first = text.slice(0, Math.max(at, 0)).trim();
  return looksLikeHost(first.toLowerCase()) ? { registry: first, name: text.slice(at + 1) } : { name: text };
}

export function parseImageName(text: string, registry: string): Parsed<Repository> {
  if (/^\s*[a-z][a-z0-9+.-]*:\/\//i.test(text)) {
    return refused(
      `image name ${shown(text)} begins with a scheme: it is a name alone or one with its registry in front, like "owner/name" or "ghcr.io/owner/name".`,
    );
  }
  const { registry: prefix, name } = splitImageName(text);
  const host = parseRegistry(prefix ?? registry);
  if (host.ok) return parseRepository(host.value, name, text);
  if (prefix === undefined) return host;
  return refused(
    `${host.message} It is the first part of image name ${shown(text)}, and its dot or colon makes it a registry.`,
  );
}

/**
 * Parses a registry and a name within it, without a tag. The name is lower-cased, since GitHub's repositories may have
 * capitals and images may not. On Docker Hub a name of one part is in `library`. Messages show `written`.
 */
export function parseRepository(registry: string, name: string, written = name): Parsed<Repository> {
  const host = parseRegistry(registry);
  if (!host.ok) return host;
  const text = name.trim().toLowerCase();
  const rule =
    'it is lower-case letters and digits, parted by single ".", "_", "__" or "-", in parts parted by "/", like "owner/name"';
  const [first = '', ...rest] = text.split('/');
  if (rest.length > 0 && (first === host.value || first.includes(':') || first === 'localhost')) {
    return refused(
      `image name ${shown(written)} has the registry ${shown(first)} within it: a registry stands once, in front of the name.`,
    );
  }
  if (text.includes('@')) return refused(`image name ${shown(written)} has a digest: ${rule}.`);
  if (text.includes(':'))
    return refused(`image name ${shown(written)} has a tag: ${rule}. More tags are an input of their own.`);
  if (!namePattern.test(text)) return refused(`image name ${shown(written)} is not valid: ${rule}.`);
  const full = host.value === dockerHub && rest.length === 0 ? `library/${text}` : text;
  if (host.value.length + 1 + full.length > longestName) {
    return refused(
      `image name ${shown(written)} is too long: with its registry it has at most ${longestName} characters.`,
    );
  }
  return parsed({ registry: host.value, name: full });
}
