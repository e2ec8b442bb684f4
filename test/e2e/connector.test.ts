/** Connectors of a repository that is laid out as Airbyte's, by its action and on the command line. Costs 70 s. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunReport } from '../../src/report/report.ts';
import { argumentsOf, commandOn } from '../support/pages.ts';
import { runAction, type Step } from './action-runner.ts';
import { cli, fresh, imagesOf, machines, manifest, must, registry, runImage, tagsOf } from './support.ts';

const platforms = ['linux/amd64', 'linux/arm64'];
const prefix = fresh('connectors');

/** As Airbyte's bases are: a user of their own, and an entry point that runs a manifest. */
const base = `FROM ${registry}/library/python:3.13-slim
RUN useradd --create-home --uid 1000 airbyte && mkdir -p /airbyte/integration_code/source_declarative_manifest
COPY --chmod=755 <<"script" /airbyte/run
#!/bin/sh
test "$(id -un)" = airbyte && test "$1" = spec || exit 3
exec cat /airbyte/integration_code/source_declarative_manifest/manifest.yaml
script
WORKDIR /airbyte/integration_code
USER airbyte
ENTRYPOINT ["/airbyte/run"]
`;

/**
 * Has what Airbyte's has: two stages of one base, heredocs, and another entry point. A line `# syntax=` would be fetched
 * from Docker Hub, which this engine does not reach: what reads a Dockerfile here is tested with it elsewhere.
 */
const template = `ARG BASE_IMAGE
FROM \${BASE_IMAGE} AS builder
USER root
ARG CONNECTOR_NAME
ARG EXTRA_PREREQS_SCRIPT=""
WORKDIR /airbyte/integration_code
COPY . ./
RUN <<script
  set -e
  if [ -n "$EXTRA_PREREQS_SCRIPT" ]; then sh "./$EXTRA_PREREQS_SCRIPT"; fi
  install -D -m 755 source_py.py "/install/bin/$CONNECTOR_NAME"
script
FROM \${BASE_IMAGE}
ARG CONNECTOR_NAME
USER root
COPY --from=builder /install /usr/local
COPY --chmod=755 <<script /entrypoint.sh
#!/bin/sh
exec \${CONNECTOR_NAME} "\\$@"
script
USER airbyte
ENV AIRBYTE_ENTRYPOINT="/entrypoint.sh"
ENTRYPOINT ["/entrypoint.sh"]
`;

/** A build backend in the source, so that pip asks no index. */
const backend = `import zipfile
def build_wheel(folder, *_):
    name = "source_py-1.2.3-py3-none-any.whl"
    info = "source_py-1.2.3.dist-info/"
    with zipfile.ZipFile(folder + "/" + name, "w") as wheel:
        wheel.write("source_py.py")
        wheel.writestr(info + "METADATA", "Metadata-Version: 2.1\\nName: source-py\\nVersion: 1.2.3\\n")
        wheel.writestr(info + "WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr(info + "entry_points.txt", "[console_scripts]\\nsource-py = source_py:main\\n")
        wheel.writestr(info + "RECORD", "")
    return name
`;

const spec = '{"type": "SPEC", "spec": {"connectionSpecification": {"type": "object"}}}';

const connector = `#!/usr/bin/env python3
import os, sys
def main():
    print("starting")
    print('${spec}' if sys.argv[1:] == ["spec"] else "as it was on " + os.uname().machine)
if __name__ == "__main__":
    main()
`;

let folder = '';
let baseImage = '';

const metadataOf = (language: string, name: string): string => `data:
  connectorBuildOptions: { baseImage: "${baseImage}" }
  dockerRepository: airbyte/${name}
  dockerImageTag: 1.2.3
  tags: ["language:${language}", "cdk:low-code"]
`;

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'e2e-connector-'));
  const at = `${registry}/${prefix}/base`;
  await must(
    'docker',
    [
      'buildx',
      'build',
      `--platform=${platforms.join(',')}`,
      '--push',
      `--tag=${at}:1`,
      '--provenance=false',
      '-',
    ],
    { input: base },
  );
  baseImage = `${at}:1@${(await tagsOf(`${prefix}/base`))['1']}`;
  const connectors = 'airbyte-integrations/connectors';
  write({
    'docker-images/Dockerfile.python-connector': template,
    [`${connectors}/source-py/metadata.yaml`]: metadataOf('python', 'source-py'),
    [`${connectors}/source-py/pyproject.toml`]:
      '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n',
    [`${connectors}/source-py/backend.py`]: backend,
    [`${connectors}/source-py/source_py.py`]: connector,
    [`${connectors}/source-py/prepare.sh`]: "sed -i 's/as it was/prepared/' source_py.py\n",
    [`${connectors}/source-good/metadata.yaml`]: metadataOf('manifest-only', 'source-good'),
    [`${connectors}/source-good/manifest.yaml`]: `${spec}\n`,
    [`${connectors}/source-wrong/metadata.yaml`]: metadataOf('manifest-only', 'source-wrong'),
    [`${connectors}/source-wrong/manifest.yaml`]: '{"type": "SPEC", "spec": {}}\n',
  });
  await must('git', ['init', '--quiet'], { cwd: folder });
  await must('git', ['add', '.'], { cwd: folder });
  const author = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com'];
  await must('git', [...author, 'commit', '--quiet', '--message=Connectors'], { cwd: folder });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const shared = { registry: `${registry}/${prefix}`, base_registry: `${registry}/library` };

const step = (inputs: Readonly<Record<string, string>>): Promise<Step> =>
  runAction({ ...shared, ...inputs }, { action: 'connector', workspace: folder });

/** The outputs of Airbyte's action. */
const outputsOf = ({ code, stdout, outputs }: Step): Record<string, string> => {
  const { images: _images, metadata: _metadata, ...rest } = outputs;
  return code === 0 ? rest : { code: String(code), stdout };
};

const repository = `${prefix}/source-py`;
const usual = () => ({
  'connector-name': 'source-py',
  'connector-type': 'python',
  'connector-dir': 'airbyte-integrations/connectors/source-py',
  'base-image': baseImage,
  'connector-version-tag': '1.2.3',
  'connector-image-name': `${registry}/${repository}:1.2.3`,
  'docker-tags': `${registry}/${repository}:1.2.3,${registry}/${repository}:latest`,
});

test("a Python connector is published with the repository's template, kept, and published by force", async () => {
  const inputs = {
    'connector-name': 'source-py',
    'release-type': 'main-release',
    'extra-prereqs-script': 'prepare.sh',
    'dry-run': 'false',
  };
  const first = outputsOf(await step(inputs));
  expect(first).toEqual({
    ...usual(),
    'image-exists': 'false',
    'build-executed': 'true',
    'push-executed': 'true',
  });
  const tags = await tagsOf(repository);
  expect(tags).toEqual({ '1.2.3': tags['1.2.3'], latest: tags['1.2.3'] });
  expect(imagesOf(await manifest(repository, '1.2.3')).map(({ platform }) => platform)).toEqual(platforms);
  for (const platform of platforms)
    expect(await runImage(`${registry}/${repository}:1.2.3`, platform, ['machine'])).toBe(
      `starting\nprepared on ${machines[platform]}`,
    );

  expect(outputsOf(await step(inputs))).toEqual({
    ...usual(),
    'image-exists': 'true',
    'build-executed': 'false',
    'push-executed': 'false',
  });

  const forced = await step({ ...inputs, 'force-publish': 'true' });
  expect(outputsOf(forced)).toEqual({
    ...usual(),
    'image-exists': 'true',
    'build-executed': 'true',
    'push-executed': 'true',
  });
});

test("a manifest is built with this project's template; a wrong answer to spec is published nowhere", async () => {
  const command = commandOn('docs/connector.md', /^python-image-builder /, {
    'source-faker': 'source-good,source-wrong',
  });
  const more = Object.entries(shared).map(([name, value]) => `--${name.replaceAll('_', '-')}=${value}`);
  const args = [...argumentsOf(command), ...more, '--release-type=pre-release', '--no-dry-run', '--json'];
  const done = await cli(args, { cwd: folder });
  const { images } = JSON.parse(done.stdout) as RunReport;
  const commit = (await must('git', ['rev-parse', 'HEAD'], { cwd: folder })).slice(0, 10);
  const tag = `1.2.3-dev.${commit}`;
  expect(images.map(({ outcome, tags }) => [outcome, tags])).toEqual([
    ['published', [tag]],
    ['failed', [tag]],
  ]);
  expect(images[1]!.problems.map(({ about, message }) => [about, message])).toEqual(
    platforms.map((platform) => [
      platform,
      `${platform}, run: The command spec gave a SPEC without an object "connectionSpecification". The last line that it printed was "{\\"type\\": \\"SPEC\\", \\"spec\\": {}}". Airbyte reads one line {"type": "SPEC", "spec": {"connectionSpecification": {…}}} on the standard output.`,
    ]),
  );
  expect(done.code).toBe(6);
  expect(Object.keys(await tagsOf(`${prefix}/source-good`))).toEqual([tag]);
  expect(await tagsOf(`${prefix}/source-wrong`)).toEqual({});
});

test("a dry run builds and checks with this project's template, says whether the image exists, and pushes nothing", async () => {
  const path = 'airbyte-integrations/connectors/source-py/source_py.py';
  write({ [path]: `${connector}# changed\n` });
  const dry = await step({
    changed: 'HEAD',
    'dockerfile-templates': 'none',
    'tag-override': 'trial',
    platform: 'linux/amd64',
  });
  expect(outputsOf(dry)).toMatchObject({
    'connector-name': 'source-py',
    'connector-version-tag': 'trial',
    'image-exists': 'false',
    'build-executed': 'true',
    'push-executed': 'false',
  });
  expect(Object.keys(await tagsOf(repository))).not.toContain('trial');
  expect(await must('git', ['status', '--porcelain'], { cwd: folder })).toBe(` M ${path}\n`);
});
