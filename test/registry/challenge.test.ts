import { expect, test } from 'vitest';
import { mergeScopes, parseChallenges, repositoryScope } from '../../src/registry/challenge.ts';

const realm = 'https://auth.docker.io/token';
test.each([
  [
    'Docker Hub',
    `Bearer realm="${realm}",service="registry.docker.io",scope="repository:library/python:pull"`,
    [{ scheme: 'bearer', realm, service: 'registry.docker.io', scope: 'repository:library/python:pull' }],
  ],
  [
    'spaces after commas',
    `Bearer realm="${realm}", service="a b" , scope="s:pull,push"`,
    [{ scheme: 'bearer', realm, service: 'a b', scope: 's:pull,push' }],
  ],
  ['any case of the names', `BEARER Realm="${realm}"`, [{ scheme: 'bearer', realm }]],
  [
    'no quotes',
    'bearer realm=https://x.example/t,service=y',
    [{ scheme: 'bearer', realm: 'https://x.example/t', service: 'y' }],
  ],
  [
    'escapes',
    'Bearer realm="https://x.example/\\"a\\\\b"',
    [{ scheme: 'bearer', realm: 'https://x.example/"a\\b' }],
  ],
  ['Basic', 'Basic realm="Registry"', [{ scheme: 'basic' }]],
  ['Basic alone', 'Basic', [{ scheme: 'basic' }]],
  [
    'two in one header, the stronger first',
    `Basic realm="x", Bearer realm="${realm}",service="y"`,
    [{ scheme: 'bearer', realm, service: 'y' }, { scheme: 'basic' }],
  ],
  ['one that is unknown beside one that is not', 'Negotiate abc, Basic realm="x"', [{ scheme: 'basic' }]],
  ['a Bearer without a realm', 'Bearer service="x"', []],
  ['nothing', '', []],
  ['nonsense', '"', []],
])('%s', (_name, header, challenges) => expect(parseChallenges(header)).toEqual(challenges));

test.each<[string, (string | undefined)[], string[]]>([
  ['one', ['repository:a:pull'], ['repository:a:pull']],
  [
    'actions of one repository are one entry',
    ['repository:a:pull', 'repository:a:push,pull'],
    ['repository:a:pull,push'],
  ],
  [
    'several in one text',
    ['repository:a:pull repository:b:pull', undefined],
    ['repository:a:pull', 'repository:b:pull'],
  ],
  ['sorted', ['repository:b:pull', 'repository:a:pull'], ['repository:a:pull', 'repository:b:pull']],
  ['none', ['', undefined], []],
])('scopes: %s', (_name, scopes, merged) => expect(mergeScopes(...scopes)).toEqual(merged));

test('writes the scope of a repository', () => {
  expect(repositoryScope('owner/app', 'pull,push')).toBe('repository:owner/app:pull,push');
});
