import { describe, expect, test } from 'vitest';
import { Failure, type Problem } from '../../../src/errors.ts';
import { readPlanInputs } from '../../../src/inputs/plan.ts';
import { readMatrix } from '../../../src/sources/matrix/read.ts';

const env = { GITHUB_REPOSITORY: 'owner/repo', GITHUB_REPOSITORY_OWNER: 'owner' };

function matrixOf(raw: Readonly<Record<string, string>>, text?: string) {
  const { inputs, problems } = readPlanInputs(
    { registry: 'ghcr.io', image_name: 'owner/repo', registry_username: 'owner', ...raw },
    'action',
    env,
  );
  if (inputs === undefined) throw new Error(JSON.stringify(problems));
  return readMatrix(inputs, text === undefined ? undefined : { path: 'python-images.yml', text });
}

function problemsOf(read: () => unknown): readonly Problem[] {
  try {
    read();
  } catch (error) {
    if (error instanceof Failure) return error.problems;
    throw error;
  }
  return [];
}

const messages = (...of: Parameters<typeof matrixOf>): string[] =>
  problemsOf(() => matrixOf(...of)).map(({ message }) => message);

/** Each package as `name: versions; Pythons; bases; own inputs`. */
const packages = (...of: Parameters<typeof matrixOf>): string[] =>
  matrixOf(...of).packages.map(({ package: { text }, versions, pythons, bases, inputs }) => {
    const own = Object.entries(inputs).filter(([name]) => !['image_name', 'registry'].includes(name));
    return [
      `${text}: ${versions.map((one) => ('count' in one ? `${one.kind} ${one.count}` : 'written' in one ? one.written : 'text' in one ? one.text : one.kind)).join(' ')}`,
      pythons
        .map((one) => (one.kind === 'exact' ? one.python.text : ['supported', ...one.but].join(' - ')))
        .join(' '),
      bases.join(' '),
      ...own.map(([name, value]) => `${name}=${value}`),
    ].join('; ');
  });

describe('a matrix is read', () => {
  test.each([
    ['of inputs alone', { packages: 'six' }, undefined, ['six: latest; supported; slim']],
    [
      'with lists in all of them',
      {
        packages: 'six uvicorn[standard]',
        package_versions: 'last 2\n>=0.30,<1\n1.0 2.0',
        python_versions: '3.12, supported - 3.11',
        target_bases: 'slim alpine slim',
      },
      undefined,
      ['six', 'uvicorn[standard]'].map(
        (name) => `${name}: last 2 >=0.30,<1 1.0 2.0; 3.12 supported - 3.11; slim alpine`,
      ),
    ],
    [
      'of a file, whose keys win over inputs, and those of a package over the file',
      { python_versions: '3.12', target_bases: 'full' },
      'target_bases: [slim]\nrequirements: [h11]\npackages:\n  - six\n  - package: gunicorn\n    package_versions: minors 2\n    requirements: [setproctitle, "h11>=0.16"]\n    labels: { a: b, c: "1" }\n',
      [
        'six: latest; 3.12; slim; requirements=h11',
        'gunicorn: minors 2; 3.12; slim; requirements=setproctitle\nh11>=0.16; labels=a=b\nc=1',
      ],
    ],
    [
      'with optional platforms, as far as a package has them',
      { platform: 'linux/amd64,linux/arm64,linux/arm/v7', platform_optional: 'linux/arm64/v8,linux/arm/v7' },
      'packages:\n  - six\n  - package: h11\n    platform: linux/amd64\n  - package: idna\n    platform: [linux/amd64, linux/arm64]\n  - package: attrs\n    platform: linux/arm/v7\n',
      [
        'six: latest; supported; slim; platform=linux/amd64,linux/arm64,linux/arm/v7; platform_optional=linux/arm64/v8,linux/arm/v7',
        'h11: latest; supported; slim; platform=linux/amd64',
        'idna: latest; supported; slim; platform=linux/amd64\nlinux/arm64; platform_optional=linux/arm64',
        'attrs: latest; supported; slim; platform=linux/arm/v7',
      ],
    ],
    [
      'with platforms and optional ones of its own',
      { platform_optional: 'linux/arm/v7' },
      'packages:\n  - package: six\n    platform: linux/amd64 linux/arm64\n    platform_optional: linux/arm64\n',
      ['six: latest; supported; slim; platform_optional=linux/arm64; platform=linux/amd64 linux/arm64'],
    ],
    [
      'of a file without packages, whose names are inputs',
      { packages: 'six' },
      "python_versions: '3.13'\n",
      ['six: latest; 3.13; slim'],
    ],
  ])('%s', (_, raw, text, expected) => {
    expect(messages(raw, text)).toEqual([]);
    expect(packages(raw, text)).toEqual(expected);
  });

  test.each([
    ['owner/{package}', undefined, ['ghcr.io/owner/six', 'ghcr.io/owner/h11']],
    ['owner/repo', undefined, ['ghcr.io/owner/repo/six', 'ghcr.io/owner/repo/h11']],
    ['owner/one', undefined, ['ghcr.io/owner/one', 'ghcr.io/owner/one']],
  ])('of several packages, image_name %s names each', (name, text, expected) => {
    const matrix = matrixOf({ packages: 'six h11', image_name: name }, text);
    const cells = matrix.packages.map((one) =>
      matrix.read(
        { package: one.package, base: 'slim', inputs: one.inputs },
        { version: '1.0', python: '3.13', tags: [] },
      ),
    );
    expect(cells.map(({ raw }) => raw['image_name'])).toEqual(expected);
  });

  test('a cell is handed on with what differs from defaults', () => {
    const matrix = matrixOf({
      packages: 'six',
      target_bases: 'alpine',
      tags: '',
      requirements: '',
      verify: 'all',
    });
    const [six] = matrix.packages;
    const { raw } = matrix.read(
      { package: six!.package, base: 'alpine', inputs: six!.inputs },
      { version: '1.0', python: '3.12', tags: ['py3.12-alpine-LATEST'] },
    );
    expect(raw).toEqual({
      package: 'six',
      package_version: '1.0',
      python_version: '3.12',
      target_base: 'alpine',
      image_name: 'ghcr.io/owner/repo',
      tags: 'py3.12-alpine-LATEST',
      maintainer: 'owner',
    });
  });
});

test('what the file and the step say both is noted, but not a default that a runner fills in', () => {
  const step = { packages: 'click', python_versions: '3.11', package_versions: 'latest' };
  const text = "packages: [six]\npackage_versions: last 2\npython_versions: '3.13'\n";
  expect(matrixOf(step, text).notes).toEqual([
    'python-images.yml says packages, which counts in place of the input packages',
    'python-images.yml says python_versions, which counts in place of the input python_versions',
  ]);
  expect(matrixOf({ target_bases: 'alpine' }, text).notes).toEqual([]);
});

describe('what is wrong is all said at once', () => {
  test.each<[string, Readonly<Record<string, string>>, string | undefined, (string | RegExp)[]]>([
    ['no package', {}, undefined, [/^packages: it is missing/]],
    [
      'inputs of the step',
      {
        packages: 'six',
        package_versions: 'last none\nnewest',
        python_versions: '2.7 suported',
        target_bases: 'slimm',
      },
      undefined,
      [
        /^package_versions: .*last none/,
        /^package_versions: .*newest/,
        /^python_versions: .*2\.7/,
        /^python_versions: .*suported/,
        /^target_bases: .*Did you mean "slim"/,
      ],
    ],
    [
      'a number that YAML changes, and one that it does not',
      {},
      'python_versions: [3.10, 3.12]\npackages: [six]\n',
      ['python-images.yml:1:19: python_versions 3.10 is the number 3.1 in YAML: quote it, "3.10".'],
    ],
    [
      'keys that do not exist',
      {},
      'pythons: [3.12]\npackages:\n  - package: six\n    requirement: [h11]\n  - requirements: [h11]\n',
      [
        /^python-images\.yml:1:1: there is no key "pythons" here/,
        /^python-images\.yml:4:5: there is no key "requirement" here. Did you mean "requirements"/,
        'python-images.yml:5:5: this row names no package: it needs "package".',
      ],
    ],
    [
      'a value that its input refuses, with its place',
      {},
      'packages:\n  - package: six\n    user: "no such user"\n    platform: linux/vax\n',
      [/^python-images\.yml:4:15: platform: .*linux\/vax/, /^python-images\.yml:3:11: user: .*no such user/],
    ],
    [
      'a list where one value is',
      {},
      'packages: [six]\nuser: [a, b]\n',
      ['python-images.yml:2:7: user is one value, and here is a list.'],
    ],
    ['broken YAML', {}, 'packages: [six\n', [/^python-images\.yml:2:1: /]],
    ['a file that is no mapping', {}, '- six\n', [/^python-images\.yml:1:1: this is no mapping/]],
    [
      'packages that are no list',
      {},
      'packages: six\n',
      [/^python-images\.yml:1:11: packages must be a list/],
    ],
    [
      'rows that name nothing, or too much',
      { packages: 'six', exclude: '- {}\n- { user: app }', include: 'six' },
      undefined,
      [
        /^exclude:1:3: this row of exclude names nothing/,
        /^exclude:2:5: there is no key "user" here/,
        /^include:1:1: include is no list/,
      ],
    ],
  ])('%s', (_, raw, text, expected) => {
    const said = messages(raw, text);
    expect(said).toEqual(expected.map((one) => (typeof one === 'string' ? one : expect.stringMatching(one))));
  });
});
