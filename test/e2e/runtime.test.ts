/**
 * Packages of the distribution in the image of a foreign platform: what is prepared on the build machine must leave the
 * same image as the package manager does where it runs there as a whole.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { nothingPrepared, packagesDockerfile } from '../support/runtime-packages.ts';
import { registry, run } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'e2e-runtime-'));

/** Lists all files but their times: kind and mode, owner, and what they hold. */
const listing = `
import hashlib, json, os, stat, sys
found = {}
for folder, names, files in os.walk(sys.argv[1]):
    for name in names + files:
        path = os.path.join(folder, name)
        about = os.lstat(path)
        kind = oct(about.st_mode)
        if stat.S_ISLNK(about.st_mode):
            content = os.readlink(path)
        elif stat.S_ISREG(about.st_mode):
            content = hashlib.sha256(open(path, "rb").read()).hexdigest()
        else:
            content = ""
        attributes = [(one, os.getxattr(path, one, follow_symlinks=False).hex()) for one in os.listxattr(path, follow_symlinks=False)]
        found[path[len(sys.argv[1]):]] = [kind, about.st_uid, about.st_gid, content, attributes]
json.dump(found, sys.stdout)
`;

const compare = `
ARG PUBLISH_BASE
FROM --platform=$BUILDPLATFORM \${PUBLISH_BASE} AS list
COPY list.py /
RUN --mount=type=bind,from=ours,target=/ours --mount=type=bind,from=plain,target=/plain \\
    mkdir /out && python3 /list.py /ours >/out/ours.json && python3 /list.py /plain >/out/plain.json
FROM scratch
COPY --from=list /out /
`;

afterAll(() => rmSync(folder, { recursive: true }));

type Files = Readonly<Record<string, readonly unknown[]>>;

/**
 * What is not the same in both. The base of these tests has apt keep what it downloads, which Debian's images do not; ours
 * is downloaded elsewhere.
 */
const different = (ours: Files, plain: Files) =>
  Object.fromEntries(
    [...new Set([...Object.keys(ours), ...Object.keys(plain)])]
      .filter((path) => !path.startsWith('/var/cache/apt/archives'))
      .filter((path) => JSON.stringify(ours[path]) !== JSON.stringify(plain[path]))
      .map((path) => [path, { ours: ours[path], plain: plain[path] }]),
  );

const bake = (own: string, target: string) =>
  run('docker', ['buildx', 'bake', '--progress=plain', `--file=${join(own, 'bake.json')}`, target], {
    env: { BUILDX_BAKE_ENTITLEMENTS_FS: '0' },
  });

/** Builds both ways at once. */
async function bothWays(platform: string, packages: string, template: 'Dockerfile' | 'plain.Dockerfile') {
  const own = join(folder, platform.replaceAll('/', '-'));
  const out = join(own, 'out');
  mkdirSync(own);
  writeFileSync(join(own, 'Dockerfile'), packagesDockerfile(template));
  writeFileSync(join(own, 'compare.Dockerfile'), compare);
  writeFileSync(join(own, 'list.py'), listing);
  const args = { PUBLISH_BASE: `${registry}/library/python:3.13-slim`, RUNTIME_PACKAGES: packages };
  const image = {
    context: own,
    target: 'image',
    platforms: [platform],
    args,
    output: ['type=cacheonly'],
    'no-cache': true,
  };
  const contexts = { programs: join(process.cwd(), 'dockerfiles/install') };
  writeFileSync(
    join(own, 'bake.json'),
    JSON.stringify({
      target: {
        ours: { ...image, contexts },
        plain: { ...image, contexts: { ...contexts, runtime: nothingPrepared(own) } },
        compare: {
          context: own,
          dockerfile: 'compare.Dockerfile',
          platforms: [platform],
          args,
          contexts: { ours: 'target:ours', plain: 'target:plain' },
          output: [`type=local,dest=${out}`],
        },
      },
    }),
  );
  const done = await bake(own, 'compare');
  if (done.code !== 0) throw new Error(done.stderr.slice(-4000));
  const read = (file: string): Files => JSON.parse(readFileSync(join(out, file), 'utf8')) as Files;
  return { ours: read('ours.json'), plain: read('plain.json'), said: done.stderr };
}

/** Packages that bring others with them, make accounts, choose alternatives, and have files of configuration and triggers. */
test.each([
  [
    'linux/arm/v7',
    'Dockerfile',
    'nano uuid-runtime',
    ['/usr/bin/nano', '/etc/alternatives/editor', '/usr/sbin/uuidd', '/var/lib/apt/extended_states'],
  ],
  ['linux/arm64', 'plain.Dockerfile', 'libyaml-0-2', ['/usr/lib/aarch64-linux-gnu/libyaml-0.so.2']],
] as const)('installs the same in part as apt does: %s, %s', async (platform, template, packages, paths) => {
  const { ours, plain, said } = await bothWays(platform, packages, template);
  expect(said).not.toContain('are installed under emulation');
  expect(paths.filter((path) => plain[path] === undefined)).toEqual([]);
  expect(different(ours, plain)).toEqual({});
});

/** Takes six seconds: only the lists of the build machine are read. */
test('ends with one error where the distribution has no such package', async () => {
  const own = join(folder, 'absent');
  mkdirSync(own);
  writeFileSync(join(own, 'Dockerfile'), packagesDockerfile());
  const image = {
    context: own,
    target: 'image',
    platforms: ['linux/arm/v7'],
    args: { PUBLISH_BASE: `${registry}/library/python:3.13-slim`, RUNTIME_PACKAGES: 'libnope' },
    contexts: { programs: join(process.cwd(), 'dockerfiles/install') },
    output: ['type=cacheonly'],
    'no-cache': true,
  };
  writeFileSync(join(own, 'bake.json'), JSON.stringify({ target: { image } }));
  const { code, stderr } = await bake(own, 'image');
  expect(code).toBe(1);
  expect(stderr).toMatch(/^#\d+ [\d.]+ E: Unable to locate package libnope$/m);
  expect(stderr).not.toMatch(/under emulation: |apt-get .* install .* did not complete/);
});
