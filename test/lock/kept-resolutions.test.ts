import { describe, expect, it } from 'vitest';
import { hashReader, type KeptQuestion, resolutionKey } from '../../src/lock/kept-resolutions.ts';
import { projectOf } from '../package-index/projects.ts';

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

describe('what is compared of a project', () => {
  const hashWith = (requirement: string, ...versions: string[]): Promise<string | null> =>
    hashReader([requirement], {
      page: (name) =>
        Promise.resolve(
          name === 'app'
            ? { body: '', contentType: '', url: '', sha256: `page of ${versions.join(' ')}` }
            : undefined,
        ),
      project: (name) => Promise.resolve(name === 'app' ? projectOf(...versions) : undefined),
    })('app');

  it.each<[string, boolean]>([
    ['app==1.0', true],
    ['App[extra] == 1.0.0', true],
    ['app==1.*', false],
    ['app===1.0', false],
    ['app==1.0,>=1', false],
    ['app>=1', false],
    ['app', false],
    ["app==1.0 ; python_version >= '3.9'", false],
    ['other==1.0', false],
  ])('of %s only the files of that version: %s', async (requirement, isPinned) => {
    const before = await hashWith(requirement, '1.0');
    expect(before).not.toBeNull();
    expect((await hashWith(requirement, '1.0', '2.0')) === before).toBe(isPinned);
    expect(await hashWith(requirement, '2.0')).not.toBe(before);
  });

  it('of a version with a local part too, which the same pin allows', async () => {
    expect(await hashWith('app==1.0', '1.0')).not.toBe(await hashWith('app==1.0', '1.0', '1.0+cpu'));
  });

  it('is nothing where the index has none', async () => {
    const none = { page: () => Promise.resolve(undefined), project: () => Promise.resolve(undefined) };
    const hash = hashReader(['app==1.0'], none);
    expect([await hash('app'), await hash('lib')]).toEqual([null, null]);
  });
});
