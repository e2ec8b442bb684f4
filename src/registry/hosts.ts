/** Docker Hub's references say `docker.io`; its API is elsewhere. */
const apiHosts: Readonly<Record<string, string>> = { 'docker.io': 'registry-1.docker.io' };

/** Whether a host (with or without port, IPv6 in brackets) is this machine: 127.0.0.0/8, `localhost`, `::1`. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/:\d+$/, '');
  return name === 'localhost' || name === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(name);
}

/**
 * `https://ghcr.io`, `http://127.0.0.1:5000`. Plain HTTP is for loopback, as in Docker, and for the hosts in `plain`.
 */
export function originOf(registry: string, plain: ReadonlySet<string> = new Set()): string {
  const scheme = isLoopback(registry) || plain.has(registry) ? 'http' : 'https';
  return `${scheme}://${apiHosts[registry] ?? registry}`;
}
