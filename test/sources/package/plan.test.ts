import { describe, expect, test } from 'vitest';
import type { Plan } from '../../../src/plan/plan.ts';
import type { Policy } from '../../../src/plan/policy.ts';
import { packagePlan, policyOf, unknownPlan } from '../../../src/sources/package/plan.ts';
import { cellOf, inputsOf } from '../../support/cells.ts';

type Raw = Readonly<Record<string, string>>;

const files = { absolute: (path: string) => `/work/${path}` };
const policyOfRaw = (raw: Raw): Policy => policyOf(inputsOf(raw), files);
function planOf(raw: Raw = {}): Plan {
  const inputs = inputsOf(raw);
  return packagePlan(cellOf(inputs), inputs, policyOf(inputs, files));
}

const packages = {
  distribution: 'demo',
  requirements: ['demo[fast]==1.2.3'],
  python: { text: '3.13', minor: '3.13' },
  base: { publish: 'docker.io/library/python:3.13-slim', build: 'docker.io/library/python:3.13' },
  buildPackages: [],
  buildConstraints: [],
};
const usual = {
  id: 'image',
  parents: [],
  subject: { kind: 'package', name: 'demo[fast]', version: '1.2.3', python: '3.13' },
  version: { text: '1.2.3', epoch: 0, release: [1, 2, 3], isPrerelease: false },
  repositories: [{ registry: 'ghcr.io', name: 'team/demo' }],
  tags: { exact: 'py3.13-slim-1.2.3', aliases: ['py3.13-slim-LATEST'] },
  platforms: ['linux/amd64', 'linux/arm64', 'linux/arm/v7'],
  content: { kind: 'packages', packages, runtimePackages: [] },
  checks: { extras: ['fast'], skip: [] },
  labels: { python: '3.13', package: 'demo[fast]', maintainer: 'Ada' },
  given: { labels: {}, annotations: {} },
};

/** Every input that says what an image holds, where it goes or what is looked at. */
const everything: Raw = {
  requirements: 'h11>=0.14\nidna',
  index_url: 'https://packages.example.com/simple',
  base_registry: 'mirror.example.com/library',
  platform: 'linux/arm64',
  image_name: 'team/demo\nregistry.example.com/other',
  build_packages: 'gcc make',
  build_constraints: 'cython<3',
  runtime_packages: 'curl libpq5',
  command: 'demo --serve',
  user: '1000:1000',
  labels: 'a=b',
  annotations: 'index:x.y=z',
  verify_command: 'demo --version',
  verify_python: '/opt/venv/bin/python',
  verify_skip: 'imports:demo',
  maintainer: '',
};

const elsewhere = {
  ...packages,
  requirements: ['demo[fast]==1.2.3', 'h11>=0.14', 'idna'],
  base: {
    publish: 'mirror.example.com/library/python:3.13-slim',
    build: 'mirror.example.com/library/python:3.13',
  },
  buildPackages: ['gcc', 'make'],
  buildConstraints: ['cython<3'],
  indexUrl: 'https://packages.example.com/simple',
};
const whole = {
  ...usual,
  repositories: [
    { registry: 'ghcr.io', name: 'team/demo' },
    { registry: 'registry.example.com', name: 'other' },
  ],
  platforms: ['linux/arm64'],
  content: {
    kind: 'packages',
    packages: elsewhere,
    runtimePackages: ['curl', 'libpq5'],
    command: ['demo', '--serve'],
    user: '1000:1000',
  },
  checks: {
    extras: ['fast'],
    command: 'demo --version',
    python: '/opt/venv/bin/python',
    skip: ['imports:demo'],
  },
  labels: { python: '3.13', package: 'demo[fast]' },
  given: { labels: { a: 'b' }, annotations: { 'index:x.y': 'z' } },
};

/** The seed's build arguments. */
const seed = {
  python_version: '3.13',
  publish_target: '3.13-slim',
  build_target: '3.13',
  package: 'demo[fast]',
  package_version: '1.2.3',
};
const custom = {
  dockerfile: 'docker/Dockerfile',
  docker_build_path: 'docker',
  build_args: 'MORE=1',
};

describe('an image is all that is asked for', () => {
  test.each<[string, Raw, object]>([
    ['the package alone', {}, usual],
    ['with every input', everything, whole],
    [
      'without a variant of the base',
      { target_base: 'full' },
      {
        ...usual,
        content: {
          ...usual.content,
          packages: {
            ...packages,
            base: { publish: 'docker.io/library/python:3.13', build: 'docker.io/library/python:3.13' },
          },
        },
      },
    ],
    [
      'with a patch of Python',
      { python_version: '3.13.2' },
      {
        ...usual,
        subject: { ...usual.subject, python: '3.13.2' },
        content: {
          ...usual.content,
          packages: {
            ...packages,
            python: { text: '3.13.2', minor: '3.13', patch: 2 },
            base: {
              publish: 'docker.io/library/python:3.13.2-slim',
              build: 'docker.io/library/python:3.13.2',
            },
          },
        },
        labels: { ...usual.labels, python: '3.13.2' },
      },
    ],
    [
      'by a custom Dockerfile, which has packages offered and no parents',
      custom,
      {
        ...usual,
        content: {
          kind: 'dockerfile',
          path: 'docker/Dockerfile',
          context: 'docker',
          arguments: { ...seed, maintainer: 'Ada', MORE: '1' },
          packages,
          accelerate: true,
          parents: {},
        },
      },
    ],
    [
      'by a custom Dockerfile with every input: its image runs as it says itself',
      { ...everything, ...custom },
      {
        ...whole,
        content: {
          kind: 'dockerfile',
          path: 'docker/Dockerfile',
          context: 'docker',
          arguments: { ...seed, maintainer: '', MORE: '1' },
          packages: elsewhere,
          accelerate: true,
          parents: {},
        },
      },
    ],
  ])('%s', (_, raw, image) => {
    expect(planOf(raw)).toStrictEqual({ images: [image], policy: policyOfRaw(raw), skipped: [] });
  });
});

const usualPolicy: Policy = {
  target: { kind: 'push' },
  dryRun: false,
  rebuild: 'stale',
  overwrite: true,
  verify: 'all',
  verifyEnv: [],
  compile: 'auto',
  wheelStore: { kind: 'repository', repository: { registry: 'ghcr.io', name: 'team/demo' } },
  savesWheels: true,
  provenance: 'mode=min',
  sbom: 'false',
};

describe('a policy is how images are dealt with', () => {
  test.each<[string, Raw, Partial<Policy>]>([
    ['as usual', {}, {}],
    [
      'into a folder, by its whole path; then no wheels are saved in the repository',
      { push: 'false', output: 'image' },
      { target: { kind: 'layout', folder: '/work/image' }, savesWheels: false },
    ],
    ['a dry run', { dry_run: 'true' }, { dryRun: true }],
    ['when to build', { rebuild: 'missing' }, { rebuild: 'missing' }],
    ['always', { force: 'true' }, { rebuild: 'always' }],
    ['what may be overwritten', { overwrite: 'false' }, { overwrite: false }],
    ['how old an image may be', { max_age: '1d' }, { maxAge: 86_400 }],
    ['where the checks run', { verify: 'build-platform' }, { verify: 'build-platform' }],
    ['the variables of the checks, by their names', { verify_env: 'TOKEN' }, { verifyEnv: ['TOKEN'] }],
    ['how everything is compiled', { compile: 'cross' }, { compile: 'cross' }],
    ['no saved wheels', { wheel_store: 'off' }, { wheelStore: { kind: 'off' } }],
    ['wheels in a folder', { wheel_store: './wheels' }, { wheelStore: { kind: 'folder', path: './wheels' } }],
    ['attestations', { provenance: 'mode=max', sbom: 'true' }, { provenance: 'mode=max', sbom: 'spdx' }],
  ])('%s', (_, raw, more) => {
    expect(policyOfRaw(raw)).toStrictEqual({ ...usualPolicy, ...more });
  });
});

describe('as long as nothing is known, there is no image', () => {
  test.each<[string, Raw, string]>([
    ['a version that is named', {}, '1.2.3'],
    ['a version as it is normalized', { package_version: '1.2.3-RC1' }, '1.2.3rc1'],
    ['the latest version', { package_version: 'latest' }, 'latest'],
  ])('%s', (_, raw, version) => {
    const policy = policyOfRaw(raw);
    expect(unknownPlan(inputsOf(raw), policy)).toStrictEqual({
      images: [],
      policy,
      skipped: [
        {
          id: 'image',
          subject: { ...usual.subject, version },
          repository: { registry: 'ghcr.io', name: 'team/demo' },
        },
      ],
    });
  });
});

test.each<[string, Plan]>([
  ['of the package alone', planOf()],
  ['with every input', planOf(everything)],
  ['into a folder', planOf({ push: 'false', max_age: '1d' })],
  ['of a custom Dockerfile', planOf(custom)],
  ['of which nothing is known', unknownPlan(inputsOf(), policyOfRaw({}))],
])('a plan is the same after it was written as JSON: %s', (_, plan) => {
  expect(JSON.parse(JSON.stringify(plan))).toStrictEqual(plan);
});

test('secrets and who registries are asked as are no part of a plan', () => {
  const plan = planOf({
    registry_username: 'hush-user',
    registry_password: 'hush-password',
    secrets: 'id=hush,src=/hush/netrc\nid=token,env=HUSH',
    ca_bundle: '/hush/ca.pem',
  });
  expect(JSON.stringify(plan).toLowerCase()).not.toContain('hush');
});
