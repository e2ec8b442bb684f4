import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical, hashOf } from '../../src/canonical.ts';
import { defined } from '../../src/defined.ts';
import { inputsOf } from '../../src/inputs/command-inputs.ts';
import { readInputs } from '../../src/inputs/read.ts';
import type { PlatformRequirements, Requirement } from '../../src/lock/lock.ts';
import { parsePackageVersion } from '../../src/names/package-version.ts';
import type { Digest } from '../../src/names/reference.ts';
import {
  type Fingerprint,
  fingerprintHash,
  fingerprintOf,
  type FingerprintSource,
  installsOf,
  recipeName,
  recipeParts,
} from '../../src/plan/fingerprint.ts';
import { annotationsOfRecord } from '../../src/plan/build-record.ts';
import type { Image, WantedChecks } from '../../src/plan/image.ts';
import { imageOf } from '../../src/sources/package/plan.ts';
import { cellOf, file, mixed, policyOfInputs } from '../support/cells.ts';

type Raw = Readonly<Record<string, string>>;
type More = Partial<Pick<FingerprintSource, 'dockerfile' | 'requirements'>> &
  Pick<WantedChecks, 'runs'> &
  Pick<Image, 'exports'>;

const digest = (digit: string): Digest => `sha256:${digit.repeat(64)}` as Digest;

const plain: Raw = {
  package: 'demo[fast]',
  package_version: '1.2.3',
  python_version: '3.13',
  target_base: 'slim',
  image_name: 'team/demo',
  maintainer: 'Ada',
  // Read only together with a password.
  registry_username: 'ada',
};

/** As a step with these inputs would have it, on bases that stand for the same images whatever they are called. */
function fingerprint(raw: Raw = {}, { runs, exports, ...more }: More = {}): Fingerprint {
  const dockerfile: Raw = more.dockerfile === undefined ? {} : { dockerfile: './Dockerfile' };
  const { inputs, problems } = readInputs({ ...plain, ...dockerfile, ...raw }, 'action');
  if (inputs === undefined) throw new Error(JSON.stringify(problems));
  const version = parsePackageVersion({ ...plain, ...raw }['package_version']!);
  if (!version.ok) throw new Error(version.message);
  const cell = { ...cellOf(inputs), version: version.value };
  const image = imageOf(cell, inputs);
  return fingerprintOf({
    image: { ...image, checks: { ...image.checks, ...defined({ runs }) }, ...defined({ exports }) },
    policy: policyOfInputs(inputs),
    bases: {
      [cell.base.publish]: Object.fromEntries(inputs.platforms.map((one) => [one, digest('1')])),
    },
    ...(more.dockerfile?.usesPackages === false
      ? {}
      : { requirements: mixed.filter(({ platform }) => inputs.platforms.includes(platform)) }),
    ...more,
  });
}

/** What differs: parts of the recipe, and the fields beside it. */
function differences(one: Fingerprint, other: Fingerprint): string[] {
  const { recipe, ...fields } = one;
  const parts = recipeParts.filter((part) => recipe[part] !== other.recipe[part]);
  const names = Object.keys(fields) as (keyof typeof fields)[];
  return [...parts, ...names.filter((name) => canonical(fields[name]) !== canonical(other[name]))];
}

/** Another value of each input that decides what an image holds, and what of the fingerprint differs by it. */
const decisive: readonly (readonly [input: string, value: string, differs: readonly string[]])[] = [
  ['package', 'demo', ['requirements']],
  ['package_version', '1.2.4', ['requirements']],
  ['requirements', 'h11>=0.14', ['requirements']],
  ['index_url', 'https://packages.example.com/simple', ['index']],
  ['extra_indexes', 'internal-* https://packages.example.com/simple', ['index']],
  ['python_version', '3.12', ['bases']],
  ['target_base', 'full', ['bases']],
  ['base_registry', 'mirror.example.com/library', ['bases']],
  ['platform', 'linux/amd64,linux/arm64', ['bases', 'installs', 'platforms']],
  ['command', 'demo --serve', ['command']],
  ['user', '1000', ['user']],
  ['layers', 'auto', ['layers']],
  ['maintainer', 'Grace', ['labels']],
  ['labels', 'org.opencontainers.image.licenses=MIT', ['labels']],
  ['annotations', 'org.opencontainers.image.licenses=MIT', ['annotations']],
  ['build_packages', 'libffi-dev', ['buildPackages']],
  ['build_constraints', 'Cython<3', ['buildConstraints']],
  ['runtime_packages', 'libffi8', ['runtimePackages']],
  ['verify', 'build-platform', ['checks']],
  ['verify_command', 'demo --version', ['checks']],
  ['verify_python', '/opt/venv/bin/python', ['checks']],
  ['provenance', 'mode=max', ['attestations']],
  ['sbom', 'true', ['attestations']],
];

/** Another value of each input that decides where an image goes, when and by whom it is made, or with which secrets. */
const others: readonly (readonly [input: string, value: string])[] = [
  ['platform_optional', 'linux/arm/v7'],
  ['part', 'linux/arm64'],
  ['package_latest_version', '1.2.3'],
  ['image_name', 'team/other'],
  ['tags', 'stable'],
  ['lowercase_latest', 'true'],
  ['revision_tags', 'true'],
  ['cells', ''],
  ['concurrency', '4'],
  ['fail_fast', 'true'],
  ['time_budget', '5h'],
  ['report_file', 'report.json'],
  ['registry', 'registry.example.com'],
  ['registry_username', 'someone'],
  ['registry_password', 'correct horse'],
  ['push', 'false'],
  ['output', './elsewhere'],
  ['secrets', 'id=netrc,src=/run/netrc\nid=token,env=TOKEN'],
  ['ca_bundle', '/etc/ssl/certs/company.pem'],
  ['builder', 'my-builder'],
  ['compile', 'emulate'],
  ['wheel_store', './kept'],
  ['uv_version', '0.9.5'],
  ['sign', 'false'],
  ['sign_key', ''],
  ['sign_key_passphrase', ''],
  ['sign_failure', 'fail'],
  ['signing_config', './signing-config.json'],
  ['base_signature', 'off'],
  ['base_identity', 'https://github.com/example/bases'],
  ['trusted_root', './trusted-root.json'],
  ['rebuild', 'always'],
  ['force', 'true'],
  ['deep', 'true'],
  ['overwrite', 'false'],
  ['max_age', '30d'],
  ['advisories', 'fail'],
  ['severity', 'low'],
  ['advisories_url', 'https://osv.example.com'],
  ['advisories_ignore', 'CVE-2025-1 until 2027-01-01: not used'],
  ['cooldown', '7d'],
  ['sarif_file', 'advisories.sarif'],
  ['dry_run', 'true'],
  ['verify_skip', 'imports:demo'],
  ['verify_env', 'HOME=/tmp'],
  // These belong to a custom Dockerfile, and there they count: see below.
  ['accelerate', 'false'],
  ['docker_build_path', './docker'],
  ['build_args', 'APP_ENV=production'],
];

describe('inputs', () => {
  test.each(decisive)('%s counts', (input, value, differs) => {
    expect(differences(fingerprint({ [input]: value }), fingerprint())).toEqual(differs);
  });

  test.each(others)('%s does not count', (input, value) => {
    expect(fingerprint({ [input]: value })).toEqual(fingerprint());
  });

  test('each is on one side or the other', () => {
    // A Dockerfile counts by what it says: see below.
    const named = [...[...decisive, ...others].map(([input]) => input), 'dockerfile'];
    expect(named.toSorted()).toEqual(
      inputsOf('build')
        .map(({ name }) => name)
        .toSorted(),
    );
  });
});

test('how the ENTRYPOINT is tried counts, and what is taken out of the image', () => {
  const runs = [{ arguments: ['spec'], expects: 'connector-spec' }] as const;
  expect(differences(fingerprint({}, { runs }), fingerprint())).toEqual(['checks']);
  expect(differences(fingerprint({}, { exports: ['/opt/x'] }), fingerprint())).toEqual(['exports']);
});

const written = { text: 'FROM scratch\n', contextHashes: { files: 'a1' } };
const taking: More = { dockerfile: { ...written, usesPackages: true } };
const alone: More = { dockerfile: { ...written, usesPackages: false } };

describe('a custom Dockerfile', () => {
  test.each<[input: string, value: string, taking: readonly string[], alone: readonly string[]]>([
    ['build_args', 'APP_ENV=production', ['buildArguments'], ['buildArguments']],
    ['maintainer', 'Grace', ['buildArguments', 'labels'], ['buildArguments', 'labels']],
    ['package', 'demo', ['buildArguments', 'requirements'], ['buildArguments']],
    ['package_version', '1.2.4', ['buildArguments', 'requirements'], ['buildArguments']],
    ['python_version', '3.12', ['buildArguments', 'bases'], ['buildArguments', 'bases']],
    ['requirements', 'h11>=0.14', ['requirements'], []],
    ['build_packages', 'libffi-dev', ['buildPackages'], []],
    ['build_constraints', 'Cython<3', ['buildConstraints'], []],
    ['index_url', 'https://packages.example.com/simple', ['index'], []],
    ['extra_indexes', 'internal-* https://packages.example.com/simple', ['index'], []],
    ['runtime_packages', 'libffi8', [], []],
    ['command', 'demo --serve', [], []],
    ['user', '1000', [], []],
    ['labels', 'a=b', ['labels'], ['labels']],
    ['verify_command', 'demo --version', ['checks'], ['checks']],
    ['dockerfile', './elsewhere/Dockerfile', [], []],
    ['docker_build_path', './elsewhere', [], []],
  ])('%s: what it gives to the Dockerfile counts', (input, value, whereTaking, whereAlone) => {
    const raw = { [input]: value };
    expect(differences(fingerprint(raw, taking), fingerprint({}, taking))).toEqual(whereTaking);
    expect(differences(fingerprint(raw, alone), fingerprint({}, alone))).toEqual(whereAlone);
  });

  const with_ = (more: Partial<NonNullable<More['dockerfile']>>): Fingerprint =>
    fingerprint({}, { dockerfile: { ...written, usesPackages: true, ...more } });

  test.each<[string, Fingerprint, readonly string[]]>([
    ['its text', with_({ text: 'FROM scratch\nUSER 1\n' }), ['dockerfile']],
    ['its line ends do not count', with_({ text: 'FROM scratch\r\n' }), []],
    ['the files that it takes', with_({ contextHashes: { files: 'a2' } }), ['context']],
    ['Git’s own files', with_({ contextHashes: { files: 'a1', git: { hash: 'a2' } } }), ['git']],
    ['none, but the rendered one', fingerprint(), ['dockerfile', 'context', 'buildArguments']],
  ])('%s', (_, one, differs) => {
    expect(differences(one, with_({}))).toEqual(differs);
  });
});

// Recorded before .git was a part of its own: published images are compared by these.
test('where no .git is taken, each part is what it has always been', () => {
  expect(fingerprint({}, taking).recipe).toEqual({
    dockerfile: '069a1aa588dc',
    context: 'e4973d8f1547',
    buildArguments: 'd8f7bf82a8cf',
    requirements: '5ee0c47d665c',
    labels: '131f4731ca18',
    checks: '5352ea9eab99',
    attestations: '586565174a03',
  });
});

describe('what is installed', () => {
  const of = (...requirements: Requirement[]): PlatformRequirements[] => [
    { platform: 'linux/amd64', requirements },
  ];
  const h11 = {
    kind: 'wheel',
    name: 'h11',
    version: '0.16.0',
    wheel: file('h11-0.16.0-py3-none-any.whl'),
  } as const;
  const source = {
    ...h11,
    kind: 'compile',
    sdist: file('h11-0.16.0.tar.gz'),
    because: 'only an sdist',
  } as const;
  const before = of(h11);

  test.each<[string, readonly PlatformRequirements[], readonly PlatformRequirements[], boolean]>([
    ['another file', before, of({ ...h11, wheel: { ...h11.wheel, sha256: 'b'.repeat(64) } }), false],
    ['another version', before, of({ ...h11, version: '0.16.1' }), false],
    ['another name', before, of({ ...h11, name: 'h12' }), false],
    ['one more', before, of(h11, { kind: 'present', name: 'pip', version: '25.3' }), false],
    ['another platform', before, [{ ...before[0]!, platform: 'linux/arm64' }], false],
    ['what the base brings itself', before, of({ kind: 'present', name: 'h11', version: '0.16.0' }), false],
    [
      'another source',
      of(source),
      of({ ...source, sdist: { ...source.sdist, sha256: 'b'.repeat(64) } }),
      false,
    ],
    [
      'another place',
      before,
      of({ ...h11, wheel: { ...h11.wheel, url: 'https://mirror.example.com/x' } }),
      true,
    ],
    [
      'another name of the same file',
      before,
      of({ ...h11, wheel: { ...h11.wheel, filename: 'x.whl' } }),
      true,
    ],
    ['other words', of(source), of({ ...source, because: 'no wheel for cp313' }), true],
  ])('%s', (_, one, other, same) => {
    expect(installsOf(one) === installsOf(other)).toBe(same);
  });

  test('it is named once for all platforms, sorted', () => {
    expect(fingerprint().requirements).toEqual(['demo==1.2.3', 'fast==2.0']);
  });

  test('a lock that holds nothing is not the same as none', () => {
    const [empty, none] = [fingerprint({}, { requirements: [] }), fingerprint({}, alone)];
    expect([empty.requirements, none.requirements, none.installs]).toEqual([[], [], '']);
    expect(empty.installs).not.toBe('');
  });
});

describe('order', () => {
  test.each<[string, Raw, Raw]>([
    ['platforms', { platform: 'linux/amd64,linux/arm64' }, { platform: 'linux/arm64,linux/amd64' }],
    ['requirements', { requirements: 'h11\nidna' }, { requirements: 'idna\nh11' }],
    ['build packages', { build_packages: 'gcc make' }, { build_packages: 'make gcc' }],
    ['build constraints', { build_constraints: 'a<1\nb<1' }, { build_constraints: 'b<1\na<1' }],
    ['runtime packages', { runtime_packages: 'libpq5 curl' }, { runtime_packages: 'curl libpq5' }],
    ['labels', { labels: 'a=1\nb=2' }, { labels: 'b=2\na=1' }],
    ['annotations', { annotations: 'a=1\nb=2' }, { annotations: 'b=2\na=1' }],
  ])('of %s does not count', (_, one, other) => {
    expect(fingerprintHash(fingerprint(one))).toBe(fingerprintHash(fingerprint(other)));
  });

  test('of words of the command counts', () => {
    const [one, other] = [fingerprint({ command: 'demo a b' }), fingerprint({ command: 'demo b a' })];
    expect(differences(one, other)).toEqual(['command']);
  });

  test('of platforms, and of what each installs, does not count', () => {
    const shuffled = fc
      .tuple(fc.shuffledSubarray([...mixed], { minLength: mixed.length }), fc.boolean())
      .map(([platforms, turned]) =>
        platforms.map((one) => ({
          ...one,
          requirements: turned ? one.requirements.toReversed() : one.requirements,
        })),
      );
    fc.assert(
      fc.property(shuffled, (requirements) => {
        expect(fingerprint({}, { requirements })).toEqual(fingerprint());
      }),
    );
  });

  test('of keys does not count, and everything else does', () => {
    const turned = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(turned)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .toReversed()
                .map(([key, item]) => [key, turned(item)]),
            )
          : value;
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        expect(hashOf(turned(one))).toBe(hashOf(one));
        expect(JSON.parse(canonical(one))).toEqual(JSON.parse(JSON.stringify(one)));
        expect(hashOf(one) === hashOf(other)).toBe(canonical(one) === canonical(other));
      }),
    );
  });
});

describe('what must not be in it', () => {
  test.each<[string, Raw]>([
    ['a label', { labels: 'org.opencontainers.image.created=2026-01-31T00:00:00Z' }],
    ['an annotation', { annotations: 'org.opencontainers.image.created=2026-01-31T00:00:00Z' }],
    [
      'an annotation of a level',
      { annotations: 'index,manifest:org.opencontainers.image.created=2026-01-31' },
    ],
  ])('a time, as %s', (_, raw) => {
    expect(fingerprint(raw)).toEqual(fingerprint());
  });

  test('secrets, or any value as it was written', () => {
    const raw = {
      registry_username: 'secret-user',
      registry_password: 'secret-password',
      secrets: 'id=netrc,src=/secret/netrc\nid=secret-id,env=SECRET_VARIABLE',
      ca_bundle: '/secret/ca.pem',
      build_args: 'TOKEN=secret-value',
      labels: 'a=secret-label',
      index_url: 'https://packages.example.com/secret-path/simple',
      verify_command: 'echo secret-word',
    };
    const more: More = {
      dockerfile: { text: 'RUN secret-command', contextHashes: { files: 'a1' }, usesPackages: true },
    };
    for (const made of [fingerprint(raw), fingerprint(raw, more)]) {
      const text = JSON.stringify(annotationsOfRecord({ fingerprint: made, facts: [], indexes: {} }));
      expect(text.toLowerCase()).not.toContain('secret');
    }
  });
});

test('the name of a recipe is of what was asked for, not of what moves by itself', () => {
  const one = fingerprint();
  const name = recipeName(one);
  expect(name).toMatch(/^[0-9a-f]{12}$/);
  expect(recipeName({ ...one, schema: 0, bases: {}, requirements: [], installs: '' })).toBe(name);
  expect(recipeName({ ...one, recipe: { ...one.recipe, command: 'e0' } })).not.toBe(name);
  expect(recipeName({ ...one, platforms: ['linux/amd64'] })).not.toBe(name);
});
