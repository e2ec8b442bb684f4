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

describe('what the file and the step say both is noted, but not a default that a runner fills in', () => {
  const text =
    "packages: [six, { package: h11, user: app }]\nimage_name: stranger/six\nplatform: linux/amd64\nmax_age: 30d\npackage_versions: last 2\npython_versions: ['3.13']\nmaintainer: nobody\n";
  test.each<[string, Readonly<Record<string, string>>, string[]]>([
    ['nothing', { target_bases: 'alpine', package_versions: 'latest', maintainer: 'owner' }, []],
    [
      'one list',
      { packages: 'click' },
      ['python-images.yml says packages, which counts in place of the input packages'],
    ],
    [
      'inputs of every kind, in one note',
      { image_name: 'x/y', python_versions: '3.11', platform: 'linux/arm64', max_age: '1d' },
      [
        'python-images.yml says python_versions, platform, image_name and max_age, which count in place of these inputs',
      ],
    ],
    [
      'what one package has of its own',
      { user: 'root' },
      ['python-images.yml says user of h11, which counts in place of the input user'],
    ],
  ])('%s', (_, step, notes) => {
    expect(matrixOf(step, text).notes).toEqual(notes);
  });
});

describe('what is wrong is all said at once', () => {
  test.each<[string, Readonly<Record<string, string>>, string | undefined, (string | RegExp)[]]>([
    ['no package', {}, undefined, [/^packages: it is missing/]],
    [
      'what images are of',
      {},
      'packages: [six]\npackage_versions: [last none, newest]\npython_versions: 2.7 suported\ntarget_bases: slimm\n',
      [
        /^python-images\.yml:2:19: package_versions: .*last none/,
        /^python-images\.yml:2:19: package_versions: .*newest/,
        /^python-images\.yml:3:18: python_versions: .*2\.7/,
        /^python-images\.yml:3:18: python_versions: .*suported/,
        /^python-images\.yml:4:15: target_bases: .*Did you mean "slim"/,
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
    [
      'a mapping where texts are',
      {},
      'packages: [six]\nrequirements: { a: b }\nlabels: { a: b }\nuser: { a: b }\n',
      [
        'python-images.yml:2:15: requirements must be one text or a list, and here is a mapping.',
        'python-images.yml:4:7: user must be one text, and here is a mapping.',
      ],
    ],
    [
      'an empty file',
      {},
      '# nothing yet\n',
      [
        'python-images.yml: the file is empty. Name packages, like "uvicorn[standard] gunicorn", or write a list of them into the file, as packages.',
      ],
    ],
    [
      'a file without packages',
      {},
      'python_versions: ["3.13"]\n',
      [/^python-images\.yml: it has no packages\. Name packages/],
    ],
    ['neither packages nor a file', {}, undefined, [/^packages: it is missing\. Name packages/]],
    [
      'a name of the image that has another placeholder',
      { packages: 'six', image_name: 'owner/{pakage}' },
      undefined,
      [
        /^image_name: .* is not valid: .* "\{pakage\}" stands for nothing: "\{package\}" stands for the name of the package\.$/,
      ],
    ],
    [
      'keys that belong somewhere else',
      { include: '- { python_versions: 3.13, concurrency: 2 }' },
      "secrets: id=x\nreport_file: r.json\npackage_version: '1'\nnothing_like_it: 1\npackages:\n  - { package: six, exclude: [], max_jobs: 2 }\n",
      [
        'include:1:5: there is no key "python_versions" here. Did you mean "python_version"?',
        'include:1:28: concurrency belongs to the step or the command line, not into this list of images: give it to "plan" and "build" there.',
        'python-images.yml:1:1: secrets belongs to the step or the command line, not into this list of images: give it to "plan" and "build" there.',
        'python-images.yml:2:1: report_file belongs to the step or the command line, not into this list of images: give it to "build" there.',
        'python-images.yml:3:1: there is no key "package_version" here. Did you mean "package_versions"?',
        'python-images.yml:4:1: there is no key "nothing_like_it" here. Keys are packages, include, exclude, package_versions, python_versions, target_bases, and inputs of an image, which docs/inputs.md lists.',
        'python-images.yml:6:21: exclude is for all packages: write it at the top of the file.',
        'python-images.yml:6:34: max_jobs belongs to the step or the command line, not into this list of images: give it to "plan" there.',
      ],
    ],
    [
      'a value of a row of include, and what it contradicts',
      {
        platform: 'linux/amd64',
        include: '- { verify: most, target_base: slimm }\n- { platform_optional: linux/arm64 }',
      },
      'packages: [six]\n',
      [
        /^include:1:32: target_base: .*Did you mean "slim"/,
        /^include:1:13: verify: .*most/,
        'include:2:24: platform_optional: linux/arm64 is not among those of platform: only one that is wanted can be optional.',
      ],
    ],
    [
      'optional platforms of a file, with the place of the others',
      {},
      'packages: [six]\nplatform: linux/amd64\nplatform_optional: linux/arm64\n',
      [
        'python-images.yml:3:20: platform_optional: linux/arm64 is not among those of platform (python-images.yml:2:11): only one that is wanted can be optional.',
      ],
    ],
    [
      'broken YAML',
      {},
      'packages: [six\n',
      ['python-images.yml:2:1: a "[" before this place is not closed: write "]".'],
    ],
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
        'exclude:2:5: user says how an image is made, and this row only names images, by package, package_version, python_version, target_base: write it beside a package, or in a row of include.',
        /^include:1:1: include is no list/,
      ],
    ],
  ])('%s', (_, raw, text, expected) => {
    const said = messages(raw, text);
    expect(said).toEqual(expected.map((one) => (typeof one === 'string' ? one : expect.stringMatching(one))));
  });
});
