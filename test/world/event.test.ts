import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'event-'));
afterAll(() => rmSync(folder, { recursive: true }));

const program = `import { eventReader } from ${JSON.stringify(join(process.cwd(), 'src/world/event.ts'))};
const read = eventReader();
console.error(JSON.stringify([await read(), (await read()) === (await read())]));`;

/** Reads the event in a new process, since the toolkit reads the environment once, when it is loaded. */
function read(payload: string | undefined, name: string, ref: string): unknown {
  const path = join(folder, 'event.json');
  rmSync(path, { force: true });
  if (payload !== undefined) writeFileSync(path, payload);
  const env = {
    PATH: process.env['PATH'],
    GITHUB_EVENT_PATH: path,
    GITHUB_EVENT_NAME: name,
    GITHUB_REF: ref,
  };
  const command = `"$0" --input-type=module --eval "$1" 2>&1`;
  const output = execFileSync('sh', ['-c', command, process.execPath, program], { env, encoding: 'utf8' });
  const [event, isSame] = JSON.parse(output) as readonly unknown[];
  expect(isSame).toBe(true);
  return event ?? undefined;
}

const repository = { name: 'images', owner: { login: 'Example' }, default_branch: 'trunk' };
const ref = 'refs/pull/7/merge';

test('reads a pull request', () => {
  const payload = { repository, pull_request: { number: 7, base: { sha: '1a2b3c4d', ref: 'trunk' } } };
  expect(read(JSON.stringify(payload), 'pull_request', ref)).toEqual({
    name: 'pull_request',
    ref,
    owner: 'Example',
    defaultBranch: 'trunk',
    pullRequest: { number: 7, base: '1a2b3c4d' },
  });
});

test('reads a push', () => {
  expect(read(JSON.stringify({ repository }), 'push', 'refs/heads/trunk')).toEqual({
    name: 'push',
    ref: 'refs/heads/trunk',
    owner: 'Example',
    defaultBranch: 'trunk',
  });
});

test('reads a release', () => {
  const release = { tag_name: 'v0.1.1', target_commitish: 'main', prerelease: true, draft: false };
  const payload = { action: 'published', repository, release };
  expect(read(JSON.stringify(payload), 'release', 'refs/tags/v0.1.1')).toEqual({
    name: 'release',
    ref: 'refs/tags/v0.1.1',
    owner: 'Example',
    defaultBranch: 'trunk',
    release: { action: 'published', tag: 'v0.1.1', target: 'main', prerelease: true },
  });
});

test.each([
  ['there is no file', undefined],
  ['the file is empty JSON', '{}'],
  ['the file is no JSON', '{'],
])('reads name and reference where %s', (_, payload) => {
  expect(read(payload, 'pull_request', ref)).toEqual({ name: 'pull_request', ref });
});

test('gives undefined outside of a workflow', () => {
  expect(read('{}', '', '')).toBeUndefined();
});
