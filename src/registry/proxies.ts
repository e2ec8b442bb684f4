/** Proxies from the environment, which Node's `fetch` does not look at by itself. */
import type { Fetch } from '../ports.ts';

const variables = ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy'];
/** What a proxy is never asked for, whatever NO_PROXY says: Docker and Go leave loopback out too. */
const loopback = ['localhost', '127.0.0.1', '[::1]', '::1'];

/**
 * Node's `fetch`, going through HTTP_PROXY and HTTPS_PROXY but for hosts in NO_PROXY. Without such variables it costs
 * nothing; with them Node's own support is switched on for this process. Node has that since 24.14; an older one is
 * told how, through `warn`.
 */
export function fetchThroughProxies(
  env: Readonly<Record<string, string | undefined>>,
  warn: (text: string) => void,
): Fetch {
  if (!variables.some((name) => env[name])) return fetch;
  // Not imported above: only who has a proxy pays for loading it.
  const { setGlobalProxyFromEnv } = process.getBuiltinModule('node:http') as Partial<
    typeof import('node:http')
  >;
  if (setGlobalProxyFromEnv === undefined) {
    if (env['NODE_USE_ENV_PROXY'] !== '1')
      warn(
        `A proxy is set in the environment, and Node ${process.version} uses it only when NODE_USE_ENV_PROXY=1 is set too (Node 24.14 and later do not need that): going without the proxy.`,
      );
    return fetch;
  }
  const exempt = [env['no_proxy'] ?? env['NO_PROXY'] ?? '', ...loopback].filter(Boolean).join(',');
  setGlobalProxyFromEnv({
    HTTP_PROXY: env['http_proxy'] ?? env['HTTP_PROXY'],
    HTTPS_PROXY: env['https_proxy'] ?? env['HTTPS_PROXY'],
    NO_PROXY: exempt,
  });
  return fetch;
}
