import { expect, test } from 'vitest';
import { wheelMetadata } from '../../src/lock/wheel-metadata.ts';
import { refuseMetadata } from '../../src/recipe/refuse-metadata.ts';
import type { BaseFacts, Requirement } from '../../src/lock/lock.ts';
import { testWorld } from '../support/world.ts';

const wheelOf = (name: string, version: string, tag = 'py3-none-any'): Requirement => {
  const filename = `${name}-${version}-${tag}.whl`;
  return {
    kind: 'wheel',
    name,
    version,
    wheel: { filename, url: `https://files.example.org/${filename}`, sha256: '0'.repeat(64) },
  };
};
const facts = (platform: BaseFacts['platform'], pip: string): BaseFacts => ({
  platform,
  python: '3.13.9',
  libc: { kind: 'glibc', version: '2.41' },
  distribution: { id: 'debian', version: '13', codename: 'trixie' },
  installed: { pip },
});
const served: Readonly<Record<string, string>> = {
  'demo-1.0-py3-none-any.whl': 'Requires-Dist: PyYAML (>=5.1.*)\n',
  'fine-1.0-py3-none-any.whl': 'Requires-Dist: PyYAML>=5.1\n',
};

/** What is refused, and what was asked for. */
async function refused(pip: string, requirements: readonly Requirement[], asked = 'demo') {
  const urls: string[] = [];
  const fetch = async (url: string | URL): Promise<Response> => {
    urls.push(String(url));
    const text = served[String(url).replace(/^.*\//, '').replace('.metadata', '')];
    return text === undefined
      ? new Response('<html>', { status: 200 })
      : new Response(`Metadata-Version: 2.1\n${text}`);
  };
  const platforms = (['linux/amd64', 'linux/arm64'] as const).map((platform) => ({ platform, requirements }));
  const resolved = { facts: platforms.map(({ platform }) => facts(platform, pip)), requirements: platforms };
  const metadataOf = (url: string) => wheelMetadata({ ...testWorld(), fetch }, url);
  const messages = await refuseMetadata(metadataOf, resolved, asked).then(
    () => [],
    (error: unknown) => [(error as Error).message],
  );
  return { messages, urls };
}

const metadata = (filename: string): string => `https://files.example.org/${filename}.metadata`;

test('what pip of the base refuses is named with its line, once for all platforms', async () => {
  expect(await refused('25.3', [wheelOf('demo', '1.0'), wheelOf('fine', '1.0')])).toEqual({
    messages: [
      'demo 1.0 is refused by pip 25.3 of the base: its metadata requires "PyYAML (>=5.1.*)", which is not a requirement of PEP 440. Choose another package_version, or a base whose pip is older than 24.1.',
    ],
    urls: [metadata('demo-1.0-py3-none-any.whl'), metadata('fine-1.0-py3-none-any.whl')],
  });
});

test('of what is only needed, the way out is another version of it', async () => {
  const { messages } = await refused('25.3', [wheelOf('demo', '1.0')], 'other');
  expect(messages[0]).toMatch(
    / Add "demo!=1\.0" to requirements, or a base whose pip is older than 24\.1\.$/,
  );
});

test.each([
  ['an older pip takes it', '24.0', [wheelOf('demo', '1.0')], []],
  ['what has right metadata', '25.3', [wheelOf('fine', '1.0')], ['fine-1.0-py3-none-any.whl.metadata']],
  [
    'an index that serves neither metadata nor parts of files',
    '25.3',
    [wheelOf('six', '1.0')],
    ['six-1.0-py3-none-any.whl.metadata', 'six-1.0-py3-none-any.whl'],
  ],
  ['nothing that is a wheel', '25.3', [{ kind: 'present', name: 'pip', version: '25.3' } as const], []],
])('refuses nothing: %s', async (_, pip, requirements, asked) => {
  expect(await refused(pip, requirements)).toEqual({
    messages: [],
    urls: asked.map((name) => `https://files.example.org/${name}`),
  });
});
