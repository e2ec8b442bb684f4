import http from 'node:http';
import { defined } from '../defined.ts';
import { Failure } from '../errors.ts';
import type { Log, World } from '../ports.ts';
import { systemClock } from './clock.ts';
import { engineAsker } from './engine.ts';
import { systemFiles } from './files.ts';
import { processGroups } from './groups.ts';
import { hostKey } from './host.ts';
import { interruptions } from './interrupt.ts';
import { systemMachine } from './machine.ts';
import { processRunner } from './process.ts';
import { serveOnLoopback } from './serve.ts';
import { traced } from './trace.ts';
import { toolCache } from './tool-cache.ts';
import { terminalAsker } from './ask.ts';

export interface OpenWorld {
  readonly world: World;
  readonly signal: AbortSignal;
  close(): void;
}

const proxies = ['http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY'] as const;
const loopback = ['localhost', '127.0.0.1', '::1'] as const;

/** Makes Node's `fetch` use the proxy variables, as other programs do, but not for this machine. */
function useProxies(env: World['env']): void {
  const named = proxies.flatMap((name) => (env[name] ? [[name, env[name]] as const] : []));
  // Older releases of Node lack this function; their users can set NODE_USE_ENV_PROXY.
  if (named.length === 0 || typeof http.setGlobalProxyFromEnv !== 'function') return;
  const noProxy = env['no_proxy'] || env['NO_PROXY'];
  try {
    http.setGlobalProxyFromEnv({
      ...Object.fromEntries(named),
      no_proxy: [...(noProxy ? [noProxy] : []), ...loopback].join(','),
    });
  } catch {
    // Node's message contains the value, and a password with it.
    const names = named.map(([name]) => name).join(', ');
    const message = `A proxy that ${names} names cannot be used: write it as a URL, like "http://proxy.example.org:3128".`;
    throw new Failure([{ station: 'input', about: 'proxy', message }]);
  }
}

/** Opens the world, once in a process. From then on SIGINT, SIGTERM and SIGHUP end the children first. */
export function openWorld(log: Log, env: World['env'] = process.env): OpenWorld {
  useProxies(env);
  const groups = processGroups();
  const interruption = interruptions(groups, process);
  const files = systemFiles(env['RUNNER_TEMP'] || undefined);
  const { signal } = interruption;
  const clock = systemClock(signal);
  const effects = {
    run: processRunner(signal, groups, env),
    engine: engineAsker(env),
    fetch: (url: string | URL, init?: RequestInit) =>
      fetch(url, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, signal]) : signal }),
  };
  return {
    signal,
    world: {
      ...traced(effects, { clock, log }),
      serve: serveOnLoopback,
      files,
      tools: toolCache({ env, files }),
      machine: systemMachine(env['RUNNER_TEMP'] || undefined),
      host: hostKey,
      clock,
      log,
      ...defined({ ask: terminalAsker(process, signal) }),
      env,
    },
    close() {
      files.close();
      interruption.close();
    },
  };
}
