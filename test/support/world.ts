/** A world with a real `fetch`, everything else in memory, and waits that end at once. */
import { posix } from 'node:path';
import type { Command, Ran, World } from '../../src/ports.ts';

export interface TestWorld extends World {
  /** Warnings and debug lines, as `warn …`, `debug …`. */
  readonly lines: string[];
  /** All waits, in milliseconds. */
  readonly waits: number[];
}

export interface TestWorldParts {
  readonly env?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly run?: (command: Command) => Ran;
}

export function testWorld({ env = {}, files = {}, run }: TestWorldParts = {}): TestWorld {
  const lines: string[] = [];
  const waits: number[] = [];
  let skipped = 0;
  const refuse = (what: string) => () => Promise.reject(new Error(`this test does not ${what}`));
  return {
    lines,
    waits,
    env,
    fetch: (url, init) => fetch(url, init),
    run: run ? (command) => Promise.resolve(run(command)) : refuse('run programs'),
    engine: () => Promise.resolve(undefined),
    serve: refuse('serve'),
    files: {
      absolute: (path) => posix.resolve('/work', path),
      read: (path) => Promise.resolve(files[path]),
      content: refuse('read files whole'),
      stat: () => Promise.resolve(undefined),
      requireWritable: () => Promise.resolve(),
      replace: refuse('write files'),
      remove: refuse('remove files'),
      makeFolder: refuse('make folders'),
      link: refuse('make links'),
      write: refuse('write files'),
      list: () => Promise.resolve([]),
      entries: refuse('look into folders'),
      bytes: () => {
        throw new Error('this test does not read bytes');
      },
      temporary: refuse('make folders'),
    },
    tools: { find: () => Promise.resolve(undefined), save: refuse('save programs') },
    machine: {
      mark: 'p1h000000',
      node: '24.21.0',
      temporary: '/tmp',
      isRunning: () => false,
      commandLines: () => Promise.resolve([]),
      measure: () => Promise.resolve(undefined),
      removeAll: refuse('remove files'),
    },
    host: () => 'x64-glibc',
    clock: {
      now: () => Date.now() + skipped,
      sleep: (milliseconds) => {
        waits.push(milliseconds);
        skipped += milliseconds;
        return Promise.resolve();
      },
    },
    log: {
      group: (_title, body) => body(),
      info: (text) => void lines.push(`info ${text}`),
      warn: (text) => void lines.push(`warn ${text}`),
      debug: (text) => void lines.push(`debug ${text}`),
      progress: (line) => void lines.push(`progress ${line}`),
      hide: (text) => text,
    },
  };
}
