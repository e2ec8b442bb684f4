/** Files of a release of GitHub, against a server that keeps them as GitHub does. */
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Failure } from '../../src/errors.ts';
import { releaseAssets } from '../../src/publish/release-assets.ts';
import { type FakeGitHub, startGitHub } from '../support/github.ts';
import { testWorld } from '../support/world.ts';

let github: FakeGitHub;
beforeEach(async () => {
  github = await startGitHub('v1');
});
afterEach(() => github.stop());

const name = 'base-linux-amd64-app.lock';

/** Attaches a file with this content. */
async function attach(content: string, { token = 'token', tag = 'v1' } = {}) {
  const world = testWorld({ env: { GITHUB_API_URL: github.origin } });
  const files = { ...world.files, content: () => Promise.resolve(Buffer.from(content)) };
  const assets = releaseAssets({ ...world, files }, token, { repository: 'example/images', tag });
  const sha256 = createHash('sha256').update(content).digest('hex');
  return assets.attach({ name, from: '/exports/app.lock', sha256 });
}

const messageOf = async (work: Promise<unknown>): Promise<string> => {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Failure)) throw new Error(`it did not fail as it should: ${String(error)}`);
  return error.message;
};
const writes = (): string[] =>
  github.lines.flatMap((line) => (line.startsWith('GET ') ? [] : [line.split(' ')[0]!]));

test('a file is attached, and left alone the next time', async () => {
  github.put('other.txt', 'other');
  expect([await attach('one'), await attach('one')]).toEqual(['attached', 'there']);
  expect(github.files()).toEqual({ 'other.txt': 'other', [name]: 'one' });
  expect(writes()).toEqual(['POST']);
});

test.each([
  ['another content', 'old', {}],
  ['a content that nobody says the digest of', 'new', { digest: null }],
  ['an upload that was cut off', 'new', { state: 'starter' }],
] as const)('%s is replaced', async (_, content, more) => {
  github.put(name, content, more);
  expect(await attach('new')).toBe('attached');
  expect(github.files()).toEqual({ [name]: 'new' });
  expect(writes()).toEqual(['DELETE', 'POST']);
});

test('an upload whose answer says that the server is down is tried again', async () => {
  let left = 1;
  github.fail((line) =>
    line.startsWith('POST ') && left-- > 0 ? { status: 502, message: 'down' } : undefined,
  );
  expect(await attach('one')).toBe('attached');
  expect(github.files()).toEqual({ [name]: 'one' });
});

test('whoever may not write is told what it takes', async () => {
  const message = 'Resource not accessible by integration';
  github.fail((line) => (line.startsWith('POST ') ? { status: 403, message } : undefined));
  expect(await messageOf(attach('one'))).toBe(
    `${name} could not be attached to the release v1 of example/images: GitHub's API answered 403 (${message}). A job's token needs "permissions: contents: write". It is the variable GITHUB_TOKEN, or the password of ghcr.io.`,
  );
});

test('a release that takes no files any more says so', async () => {
  github.fail((line) =>
    line.startsWith('POST ')
      ? { status: 422, message: 'Cannot upload assets to an immutable release.' }
      : undefined,
  );
  expect(await messageOf(attach('one'))).toBe(
    `${name} could not be attached to the release v1 of example/images: GitHub's API answered 422 (Cannot upload assets to an immutable release.).`,
  );
});

test('a wrong token, and a release that does not exist', async () => {
  expect(await messageOf(attach('one', { token: 'other' }))).toContain('answered 401 (Bad credentials)');
  expect(await messageOf(attach('one', { tag: 'v2' }))).toContain('answered 404 (Not Found)');
});
