import { describe, expect, it } from 'vitest';
import { type KeptQuestion, resolutionKey } from '../../src/lock/kept-resolutions.ts';

const question: KeptQuestion = {
  requirements: ['uvicorn==0.54.0', 'click>=8'],
  constraints: ['setuptools==80.0'],
  python: { text: '3.13', minor: '3.13' },
  indexUrl: 'https://pypi.org/simple',
  uvVersion: '0.13.9',
  env: { PATH: '/bin', UV_EXCLUDE_NEWER: '2026-11-01' },
};
const key = resolutionKey(question);

describe('the key of a resolution', () => {
  it.each<[string, Partial<KeptQuestion>]>([
    ['a requirement', { requirements: ['uvicorn==0.53.0', 'click>=8'] }],
    [
      'the order of requirements, which decides where several do',
      { requirements: question.requirements.toReversed() },
    ],
    [
      'a requirement that is a constraint',
      { requirements: ['uvicorn==0.54.0'], constraints: ['click>=8', 'setuptools==80.0'] },
    ],
    ['a constraint', { constraints: [] }],
    ['the Python', { python: { text: '3.12', minor: '3.12' } }],
    ['a patch of the Python', { python: { text: '3.13.1', minor: '3.13', patch: 1 } as never }],
    ['the index', { indexUrl: 'https://packages.example.org/simple' }],
    ['the version of uv', { uvVersion: '0.13.10' }],
    ['the day', { env: { UV_EXCLUDE_NEWER: '2026-11-02' } }],
    ['no day', { env: {} }],
  ])('changes with %s', (_, change) => {
    const other = resolutionKey({ ...question, ...change });
    expect(other).toMatch(/^[\da-f]{64}$/);
    expect(other).not.toBe(key);
  });

  it.each<[string, KeptQuestion['env']]>([
    ['a variable of another program', { HOME: '/root' }],
    ['where uv keeps what it fetched', { UV_CACHE_DIR: '/cache', UV_NO_CACHE: '1' }],
    ['how uv asks', { UV_HTTP_TIMEOUT: '60', UV_CONCURRENT_DOWNLOADS: '2' }],
    ['a variable that uv is not given', { UV_RESOLUTION: 'lowest' }],
  ])('stays with %s', (_, more) => {
    expect(resolutionKey({ ...question, env: { ...question.env, ...more } })).toBe(key);
  });

  it.each<[string, KeptQuestion['env']]>([
    ['days before today', { UV_EXCLUDE_NEWER: '3 days' }],
    ['a duration', { UV_EXCLUDE_NEWER: 'P7D' }],
    ['an index that is not asked', { UV_OFFLINE: '1' }],
  ])('is none with %s', (_, env) => {
    expect(resolutionKey({ ...question, env })).toBeUndefined();
  });
});
