import { describe, expect, it } from 'vitest';
import { readInputs } from '../../src/inputs/read.ts';
import { unknownInputs } from '../../src/inputs/reader.ts';

const good = { package: 'uvicorn', package_version: '0.35.0', image_name: 'example/uvicorn' };
const long = 'a'.repeat(300);
/** What is shown of it. */
const cut = 'a'.repeat(120);

const rule = {
  name: 'a name has letters, digits, ".", "-" and "_", and begins and ends with a letter or a digit',
  version: 'is not a version of PEP 440: write it like "1.2.3", "2.0rc1", "1.0.post1" or "1.2.3+local.1".',
  python: 'Python 3.6 to 3.15 can be built, as "3.12" or "3.12.4".',
  variant:
    'it is "full", "slim", "alpine", or a variant with the name of its distribution, like "slim-bookworm", "alpine3.20" or "trixie"',
  image:
    'it is lower-case letters and digits, parted by single ".", "_", "__" or "-", in parts parted by "/", like "owner/name".',
  platform:
    'is not one that the official Python images are made for. Take some of: linux/amd64, linux/arm64, linux/arm/v7, linux/arm/v6, linux/arm/v5, linux/386, linux/ppc64le, linux/riscv64, linux/s390x.',
  maintainer: `is not a maintainer: it is one line of at most 200 characters without ", \\, $ and \`, like "Ada Lovelace <ada@example.com>".`,
  path: `is not a path that can be used: it must not have ", $, \\, \`, a comma or a colon.`,
  leaves: 'leaves the workspace: give a path within it, or an absolute one.',
  tooLong: `is too long: a file's name has at most 255 bytes and a path 4,000 characters.`,
  isUrl: 'is a URL: give a path on this machine, and check out or download first.',
  host: 'it is a host with an optional port, like "ghcr.io", "docker.io" or "localhost:5000"',
  fromIndex: 'is a URL or a path: only packages of the index can be locked, like "watchfiles>=0.15".',
  distribution:
    'is not a package of the distribution: it has letters, digits, "+", "-", "." and "_", and starts with a letter or a digit, like "libpq5" or "libpq-dev=15.8-0+deb12u1".',
  shell: `which only a shell understands, and none reads this. Quote it with '…', or name the shell: ["sh", "-c", "…"].`,
  user: 'is not a user: it is a name (at most 32 lower-case letters, digits, "_" and "-") or a number, with a group if wanted, like "app", "1000" or "app:app".',
  label: 'is not "key=value": write one a line, like "org.opencontainers.image.licenses=MIT".',
  annotation: 'is not "key=value": write one a line, like "org.opencontainers.image.title=uvicorn".',
  argument: 'is not "key=value": write one a line, like "APP_ENV=production".',
  argumentName: 'has no right name before "=": it has letters, digits and "_", and starts with no digit.',
  key: 'is not a key: a key has letters, digits, ".", "-", "_" and "/", and starts and ends with a letter or a digit.',
  secret:
    'a secret is "id=NAME,src=PATH" or "id=NAME,env=VARIABLE", and its value is only in that file or variable',
  extra:
    'write "PACKAGE https://…" for packages that come from there alone ("internal-*"), or "wheels PLATFORM https://…" for built wheels',
  index:
    'it is not the URL of an index: give one with https:// or http://, like "https://packages.example.com/simple".',
  verify: 'is not one of "all", "strict", "build-platform", "off".',
  builder:
    'is not the name of a builder: it has letters, digits, ".", "_" and "-". "docker buildx ls" lists those that there are.',
  provenance: 'it is "true", "false" or like "mode=max".',
  sbom: 'is no form of an SBOM: it is "spdx", "cyclonedx", "both", "true" (which is "spdx"), "false", or "generator=IMAGE" for a scanner of buildx.',
  scanner: 'is not taken by buildx: it is "true", "false" or like "generator=IMAGE".',
  tag: 'is not valid: a tag has 1 to 128 letters, digits, "_", "." and "-", and starts with a letter, a digit or "_".',
  flag: 'is neither "true" nor "false".',
  push: 'is neither "true", "false" nor "auto".',
  rebuild: 'is not one of "stale", "always", "missing", "never".',
  age: 'is not an age: it is a whole number and one unit, "m" for minutes, "h" for hours, "d" for days or "w" for weeks, like "30d".',
  uv: 'is not a release of uv: give all three numbers, like "0.9.5", or nothing.',
};

type Row = readonly [title: string, raw: Readonly<Record<string, string>>, messages: readonly string[]];

const refused: readonly Row[] = [
  [
    'package: nothing',
    { package: '' },
    ['package: it is missing. The package on the index, with its extras. For example: uvicorn[standard]'],
  ],
  [
    'package: a command',
    { package: '$(touch x)' },
    [
      `package: package "$(touch x)" is not valid: ${rule.name}; extras follow in brackets, "uvicorn[standard]".`,
    ],
  ],
  [
    'package: backticks',
    { package: '`touch x`' },
    [
      `package: package "\`touch x\`" is not valid: ${rule.name}; extras follow in brackets, "uvicorn[standard]".`,
    ],
  ],
  [
    'package: a line break',
    { package: 'a\nb' },
    ['package: it must be one line, and has a line break: "a\\nb".'],
  ],
  [
    'package: a workflow command',
    { package: '::set-output name=x::y' },
    [
      `package: package "::set-output name=x::y" is not valid: ${rule.name}; extras follow in brackets, "uvicorn[standard]".`,
    ],
  ],
  [
    'package: a path',
    { package: '../../etc' },
    ['package: package "../../etc" is a URL or a path: give its name on the index.'],
  ],
  [
    'package: 300 characters',
    { package: long },
    [`package: package "${cut}…" is too long: name and extras have at most 200 characters.`],
  ],
  [
    'package: uvicorn==1',
    { package: 'uvicorn==1' },
    [
      'package: package "uvicorn==1" has "==1" after its name: give the name and extras alone, and the version as package_version.',
    ],
  ],
  [
    'package: https://user:pw@example.com/x.whl',
    { package: 'https://user:pw@example.com/x.whl' },
    ['package: package "***@example.com/x.whl" is a URL or a path: give its name on the index.'],
  ],
  [
    'package: ./dist/x.whl',
    { package: './dist/x.whl' },
    ['package: package "./dist/x.whl" is a URL or a path: give its name on the index.'],
  ],
  [
    'package: uvicorn[a;b]',
    { package: 'uvicorn[a;b]' },
    [
      'package: package "uvicorn[a;b]" has "[a;b]" after its name: give the name and extras alone, and the version as package_version.',
    ],
  ],
  [
    'package: -r x',
    { package: '-r x' },
    [`package: package "-r x" is not valid: ${rule.name}; extras follow in brackets, "uvicorn[standard]".`],
  ],
  [
    'package_version: nothing',
    { package_version: '' },
    [
      'package_version: it is missing. The version of the package, or `latest` for the newest stable one that allows this Python. For example: 0.35.0',
    ],
  ],
  [
    'package_version: a command',
    { package_version: '$(touch x)' },
    [`package_version: package version "$(touch x)" ${rule.version}`],
  ],
  [
    'package_version: backticks',
    { package_version: '`touch x`' },
    [`package_version: package version "\`touch x\`" ${rule.version}`],
  ],
  [
    'package_version: a line break',
    { package_version: 'a\nb' },
    ['package_version: it must be one line, and has a line break: "a\\nb".'],
  ],
  [
    'package_version: a workflow command',
    { package_version: '::set-output name=x::y' },
    [`package_version: package version "::set-output name=x::y" ${rule.version}`],
  ],
  [
    'package_version: a path',
    { package_version: '../../etc' },
    [`package_version: package version "../../etc" ${rule.version}`],
  ],
  [
    'package_version: 300 characters',
    { package_version: long },
    [`package_version: package version "${cut}…" has 300 characters: at most 100 fit into an image's tag.`],
  ],
  [
    'package_version: >=1',
    { package_version: '>=1' },
    [
      `package_version: package version ">=1" ${rule.version} Ranges are not taken: give one version, or "latest".`,
    ],
  ],
  [
    'package_version: 1.0.0.x',
    { package_version: '1.0.0.x' },
    [`package_version: package version "1.0.0.x" ${rule.version}`],
  ],
  [
    'package_latest_version: latest',
    { package_latest_version: 'latest' },
    [`package_latest_version: package version "latest" ${rule.version}`],
  ],
  [
    'package_latest_version: a command',
    { package_latest_version: '$(touch x)' },
    [`package_latest_version: package version "$(touch x)" ${rule.version}`],
  ],
  [
    'package_latest_version: backticks',
    { package_latest_version: '`touch x`' },
    [`package_latest_version: package version "\`touch x\`" ${rule.version}`],
  ],
  [
    'package_latest_version: a line break',
    { package_latest_version: 'a\nb' },
    ['package_latest_version: it must be one line, and has a line break: "a\\nb".'],
  ],
  [
    'package_latest_version: a workflow command',
    { package_latest_version: '::set-output name=x::y' },
    [`package_latest_version: package version "::set-output name=x::y" ${rule.version}`],
  ],
  [
    'package_latest_version: a path',
    { package_latest_version: '../../etc' },
    [`package_latest_version: package version "../../etc" ${rule.version}`],
  ],
  [
    'package_latest_version: 300 characters',
    { package_latest_version: long },
    [
      `package_latest_version: package version "${cut}…" has 300 characters: at most 100 fit into an image's tag.`,
    ],
  ],
  [
    'python_version: 3.1',
    { python_version: '3.1' },
    [
      'python_version: "3.1" is not a version of Python that has an image. YAML reads 3.10 as 3.1: quote it, "3.10".',
    ],
  ],
  [
    'python_version: 3',
    { python_version: '3' },
    [`python_version: "3" is not a version of Python: ${rule.python}`],
  ],
  [
    'python_version: 2.7',
    { python_version: '2.7' },
    [`python_version: "2.7" is not a version of Python: ${rule.python}`],
  ],
  [
    'python_version: 3.5',
    { python_version: '3.5' },
    [`python_version: Python "3.5" is out of range: ${rule.python}`],
  ],
  [
    'python_version: 3.16',
    { python_version: '3.16' },
    [`python_version: Python "3.16" is out of range: ${rule.python}`],
  ],
  [
    'python_version: 3.012',
    { python_version: '3.012' },
    [`python_version: "3.012" is not a version of Python: ${rule.python}`],
  ],
  [
    'python_version: 3.12.04',
    { python_version: '3.12.04' },
    [`python_version: "3.12.04" is not a version of Python: ${rule.python}`],
  ],
  [
    'python_version: latest',
    { python_version: 'latest' },
    [`python_version: "latest" is not a version of Python: ${rule.python}`],
  ],
  [
    'python_version: python3.12',
    { python_version: 'python3.12' },
    [`python_version: "python3.12" is not a version of Python: ${rule.python}`],
  ],
  [
    'python_version: a command',
    { python_version: '$(touch x)' },
    [`python_version: "$(touch x)" is not a version of Python: ${rule.python}`],
  ],
  [
    'python_version: backticks',
    { python_version: '`touch x`' },
    [`python_version: "\`touch x\`" is not a version of Python: ${rule.python}`],
  ],
  [
    'python_version: a line break',
    { python_version: 'a\nb' },
    ['python_version: it must be one line, and has a line break: "a\\nb".'],
  ],
  [
    'python_version: a workflow command',
    { python_version: '::set-output name=x::y' },
    [`python_version: "::set-output name=x::y" is not a version of Python: ${rule.python}`],
  ],
  [
    'python_version: a path',
    { python_version: '../../etc' },
    [`python_version: "../../etc" is not a version of Python: ${rule.python}`],
  ],
  [
    'python_version: 300 characters',
    { python_version: long },
    [`python_version: "${cut}…" is not a version of Python: ${rule.python}`],
  ],
  [
    'target_base: slm',
    { target_base: 'slm' },
    ['target_base: "slm" is not a variant of the official Python image. Did you mean "slim"?'],
  ],
  [
    'target_base: Slim',
    { target_base: 'Slim' },
    ['target_base: "Slim" is not a variant of the official Python image. Did you mean "slim"?'],
  ],
  [
    'target_base: apline',
    { target_base: 'apline' },
    ['target_base: "apline" is not a variant of the official Python image. Did you mean "alpine"?'],
  ],
  [
    'target_base: slim-bookwrm',
    { target_base: 'slim-bookwrm' },
    [
      'target_base: "slim-bookwrm" is not a variant of the official Python image. Did you mean "slim-bookworm"?',
    ],
  ],
  [
    'target_base: full-bookworm',
    { target_base: 'full-bookworm' },
    [
      'target_base: "full-bookworm" is not a variant of the official Python image: the full one of a distribution has its name alone, "bookworm".',
    ],
  ],
  [
    'target_base: windowsservercore-ltsc2022',
    { target_base: 'windowsservercore-ltsc2022' },
    [`target_base: "windowsservercore-ltsc2022" is for Windows: ${rule.variant}.`],
  ],
  [
    'target_base: slim/x',
    { target_base: 'slim/x' },
    [
      `target_base: "slim/x" is not a variant of the official Python image: ${rule.variant}, in lower-case letters, digits, "." and "-".`,
    ],
  ],
  [
    'target_base: -slim',
    { target_base: '-slim' },
    [
      `target_base: "-slim" is not a variant of the official Python image: ${rule.variant}, in lower-case letters, digits, "." and "-".`,
    ],
  ],
  [
    'target_base: a command',
    { target_base: '$(touch x)' },
    [
      `target_base: "$(touch x)" is not a variant of the official Python image: ${rule.variant}, in lower-case letters, digits, "." and "-".`,
    ],
  ],
  [
    'target_base: backticks',
    { target_base: '`touch x`' },
    [
      `target_base: "\`touch x\`" is not a variant of the official Python image: ${rule.variant}, in lower-case letters, digits, "." and "-".`,
    ],
  ],
  [
    'target_base: a line break',
    { target_base: 'a\nb' },
    ['target_base: it must be one line, and has a line break: "a\\nb".'],
  ],
  [
    'target_base: a workflow command',
    { target_base: '::set-output name=x::y' },
    [
      `target_base: "::set-output name=x::y" is not a variant of the official Python image: ${rule.variant}, in lower-case letters, digits, "." and "-".`,
    ],
  ],
  [
    'target_base: a path',
    { target_base: '../../etc' },
    [
      `target_base: "../../etc" is not a variant of the official Python image: ${rule.variant}, in lower-case letters, digits, "." and "-".`,
    ],
  ],
  [
    'target_base: 300 characters',
    { target_base: long },
    [
      `target_base: "${cut}…" is not a variant of the official Python image: ${rule.variant}, in lower-case letters, digits, "." and "-".`,
    ],
  ],
  [
    'image_name: owner/name:tag',
    { image_name: 'owner/name:tag' },
    [`image_name: image name "owner/name:tag" has a tag: ${rule.image} More tags are an input of their own.`],
  ],
  [
    'image_name: https://ghcr.io/owner/name',
    { image_name: 'https://ghcr.io/owner/name' },
    [
      'image_name: image name "https://ghcr.io/owner/name" begins with a scheme: it is a name alone or one with its registry in front, like "owner/name" or "ghcr.io/owner/name".',
    ],
  ],
  [
    'image_name: ghcr.io/localhost:5000/name',
    { image_name: 'ghcr.io/localhost:5000/name' },
    [
      'image_name: image name "ghcr.io/localhost:5000/name" has the registry "localhost:5000" within it: a registry stands once, in front of the name.',
    ],
  ],
  [
    'image_name: many, with what is wrong with each, once',
    { image_name: 'owner/name:1\nowner/name\ndocker.io:0/x\nghcr.io/a//b\nowner/name:1' },
    [
      `image_name: image name "owner/name:1" has a tag: ${rule.image} More tags are an input of their own.`,
      'image_name: registry "docker.io:0" has a port that does not exist: ports are 1 to 65535. It is the first part of image name "docker.io:0/x", and its dot or colon makes it a registry.',
      `image_name: image name "ghcr.io/a//b" is not valid: ${rule.image}`,
    ],
  ],
  [
    'image_name: one that is wrong, in a registry that is wrong',
    { image_name: 'a//b\nc', registry: 'ghcr' },
    [
      `image_name: image name "a//b" is not valid: ${rule.image}`,
      `registry: registry "ghcr" would be read as a part of a name: ${rule.host}.`,
    ],
  ],
  [
    'image_name: nothing but a comment',
    { image_name: '# later' },
    ['image_name: it is missing: give the name of the image, like "owner/name".'],
  ],
  [
    'image_name: owner//name',
    { image_name: 'owner//name' },
    [`image_name: image name "owner//name" is not valid: ${rule.image}`],
  ],
  [
    'image_name: owner/.github',
    { image_name: 'owner/.github' },
    [`image_name: image name "owner/.github" is not valid: ${rule.image}`],
  ],
  [
    'image_name: owner/name@sha256:x',
    { image_name: 'owner/name@sha256:x' },
    [`image_name: image name "owner/name@sha256:x" has a digest: ${rule.image}`],
  ],
  [
    'image_name: a command',
    { image_name: '$(touch x)' },
    [`image_name: image name "$(touch x)" is not valid: ${rule.image}`],
  ],
  [
    'image_name: backticks',
    { image_name: '`touch x`' },
    [`image_name: image name "\`touch x\`" is not valid: ${rule.image}`],
  ],
  [
    'image_name: a workflow command',
    { image_name: '::set-output name=x::y' },
    [
      `image_name: image name "::set-output name=x::y" has a tag: ${rule.image} More tags are an input of their own.`,
    ],
  ],
  [
    'image_name: a path',
    { image_name: '../../etc' },
    [
      `image_name: registry ".." is not valid: ${rule.host}. It is the first part of image name "../../etc", and its dot or colon makes it a registry.`,
    ],
  ],
  [
    'image_name: 300 characters',
    { image_name: long },
    [`image_name: image name "${cut}…" is too long: with its registry it has at most 255 characters.`],
  ],
  ['platform: linux/foo', { platform: 'linux/foo' }, [`platform: platform "linux/foo" ${rule.platform}`]],
  [
    'platform: linux/amd64,linux/amd64',
    { platform: 'linux/amd64,linux/amd64' },
    ['platform: linux/amd64 is there more than once: name each platform once.'],
  ],
  [
    'platform: linux/arm64 linux/arm64/v8',
    { platform: 'linux/arm64 linux/arm64/v8' },
    ['platform: linux/arm64 is there more than once: name each platform once.'],
  ],
  [
    'platform: ,',
    { platform: ',' },
    ['platform: it names no platform: leave it empty for the default, or name one.'],
  ],
  [
    'platform: windows/amd64',
    { platform: 'windows/amd64' },
    [`platform: platform "windows/amd64" ${rule.platform}`],
  ],
  [
    'platform_optional: another one than platform has',
    { platform: 'linux/amd64,linux/arm64', platform_optional: 'linux/arm/v7 linux/arm64' },
    [
      'platform_optional: linux/arm/v7 is not among those of platform: only one that is wanted can be optional.',
    ],
  ],
  [
    'platform_optional: all of platform',
    { platform: 'linux/amd64,linux/arm64', platform_optional: 'linux/arm64 linux/amd64' },
    [
      'platform_optional: it names every platform of platform: an image has at least one that it cannot do without.',
    ],
  ],
  [
    'platform_optional: no platform',
    { platform_optional: 'armv7' },
    [`platform_optional: platform "armv7" ${rule.platform}`],
  ],
  [
    'platform: a command',
    { platform: '$(touch x)' },
    [`platform: platform "$(touch" ${rule.platform}`, `platform: platform "x)" ${rule.platform}`],
  ],
  [
    'platform: backticks',
    { platform: '`touch x`' },
    [`platform: platform "\`touch" ${rule.platform}`, `platform: platform "x\`" ${rule.platform}`],
  ],
  [
    'platform: a line break',
    { platform: 'a\nb' },
    [`platform: platform "a" ${rule.platform}`, `platform: platform "b" ${rule.platform}`],
  ],
  [
    'platform: a workflow command',
    { platform: '::set-output name=x::y' },
    [`platform: platform "::set-output" ${rule.platform}`, `platform: platform "name=x::y" ${rule.platform}`],
  ],
  ['platform: a path', { platform: '../../etc' }, [`platform: platform "../../etc" ${rule.platform}`]],
  ['platform: 300 characters', { platform: long }, [`platform: platform "${cut}…" ${rule.platform}`]],
  ['maintainer: a command', { maintainer: '$(touch x)' }, [`maintainer: "$(touch x)" ${rule.maintainer}`]],
  ['maintainer: backticks', { maintainer: '`touch x`' }, [`maintainer: "\`touch x\`" ${rule.maintainer}`]],
  [
    'maintainer: a line break',
    { maintainer: 'a\nb' },
    ['maintainer: it must be one line, and has a line break: "a\\nb".'],
  ],
  ['maintainer: 300 characters', { maintainer: long }, [`maintainer: "${cut}…" ${rule.maintainer}`]],
  ['maintainer: A "B" <c>', { maintainer: 'A "B" <c>' }, [`maintainer: "A \\"B\\" <c>" ${rule.maintainer}`]],
  ['dockerfile: a command', { dockerfile: '$(touch x)' }, [`dockerfile: "$(touch x)" ${rule.path}`]],
  ['dockerfile: backticks', { dockerfile: '`touch x`' }, [`dockerfile: "\`touch x\`" ${rule.path}`]],
  [
    'dockerfile: a line break',
    { dockerfile: 'a\nb' },
    ['dockerfile: it must be one line, and has a line break: "a\\nb".'],
  ],
  [
    'dockerfile: a workflow command',
    { dockerfile: '::set-output name=x::y' },
    [`dockerfile: "::set-output name=x::y" ${rule.path}`],
  ],
  ['dockerfile: a path', { dockerfile: '../../etc' }, [`dockerfile: "../../etc" ${rule.leaves}`]],
  ['dockerfile: 300 characters', { dockerfile: long }, [`dockerfile: "${cut}…" ${rule.tooLong}`]],
  [
    'dockerfile: https://example.com/Dockerfile',
    { dockerfile: 'https://example.com/Dockerfile' },
    [`dockerfile: "https://example.com/Dockerfile" ${rule.isUrl}`],
  ],
  ['dockerfile: -', { dockerfile: '-' }, ['dockerfile: "-" would be read as an option: write it as "./-".']],
  ['dockerfile: a/../../b', { dockerfile: 'a/../../b' }, [`dockerfile: "a/../../b" ${rule.leaves}`]],
  [
    'docker_build_path: a command',
    { docker_build_path: '$(touch x)' },
    [`docker_build_path: "$(touch x)" ${rule.path}`],
  ],
  [
    'docker_build_path: backticks',
    { docker_build_path: '`touch x`' },
    [`docker_build_path: "\`touch x\`" ${rule.path}`],
  ],
  [
    'docker_build_path: a line break',
    { docker_build_path: 'a\nb' },
    ['docker_build_path: it must be one line, and has a line break: "a\\nb".'],
  ],
  [
    'docker_build_path: a workflow command',
    { docker_build_path: '::set-output name=x::y' },
    [`docker_build_path: "::set-output name=x::y" ${rule.path}`],
  ],
  [
    'docker_build_path: a path',
    { docker_build_path: '../../etc' },
    [`docker_build_path: "../../etc" ${rule.leaves}`],
  ],
  [
    'docker_build_path: 300 characters',
    { docker_build_path: long },
    [`docker_build_path: "${cut}…" ${rule.tooLong}`],
  ],
  [
    'docker_build_path: https://github.com/a/b.git',
    { docker_build_path: 'https://github.com/a/b.git' },
    [`docker_build_path: "https://github.com/a/b.git" ${rule.isUrl}`],
  ],
  [
    'docker_build_path: git@github.com:a/b.git',
    { docker_build_path: 'git@github.com:a/b.git' },
    [`docker_build_path: "git@github.com:a/b.git" ${rule.isUrl}`],
  ],
  ['docker_build_path: ..', { docker_build_path: '..' }, [`docker_build_path: ".." ${rule.leaves}`]],
  [
    'registry: https://ghcr.io',
    { registry: 'https://ghcr.io' },
    [`registry: registry "https://ghcr.io" begins with a scheme: ${rule.host}.`],
  ],
  [
    'registry: ghcr.io/owner',
    { registry: 'ghcr.io/owner' },
    [
      `registry: registry "ghcr.io/owner" has a path: ${rule.host}; what follows the host belongs to the image's name.`,
    ],
  ],
  [
    'registry: ghcr',
    { registry: 'ghcr' },
    [`registry: registry "ghcr" would be read as a part of a name: ${rule.host}.`],
  ],
  [
    'registry: ghcr.io:99999',
    { registry: 'ghcr.io:99999' },
    ['registry: registry "ghcr.io:99999" has a port that does not exist: ports are 1 to 65535.'],
  ],
  [
    'registry: a command',
    { registry: '$(touch x)' },
    [`registry: registry "$(touch x)" is not valid: ${rule.host}.`],
  ],
  [
    'registry: backticks',
    { registry: '`touch x`' },
    [`registry: registry "\`touch x\`" is not valid: ${rule.host}.`],
  ],
  [
    'registry: a line break',
    { registry: 'a\nb' },
    ['registry: it must be one line, and has a line break: "a\\nb".'],
  ],
  [
    'registry: a workflow command',
    { registry: '::set-output name=x::y' },
    [`registry: registry "::set-output name=x::y" is not valid: ${rule.host}.`],
  ],
  [
    'registry: a path',
    { registry: '../../etc' },
    [
      `registry: registry "../../etc" has a path: ${rule.host}; what follows the host belongs to the image's name.`,
    ],
  ],
  [
    'registry: 300 characters',
    { registry: long },
    [`registry: registry "${cut}…" would be read as a part of a name: ${rule.host}.`],
  ],
  [
    'requirements: a command',
    { requirements: '$(touch x)' },
    [`requirements: requirement "$(touch x)" does not begin with a package's name: ${rule.name}.`],
  ],
  [
    'requirements: backticks',
    { requirements: '`touch x`' },
    [`requirements: requirement "\`touch x\`" does not begin with a package's name: ${rule.name}.`],
  ],
  [
    'requirements: a workflow command',
    { requirements: '::set-output name=x::y' },
    [
      `requirements: requirement "::set-output name=x::y" does not begin with a package's name: ${rule.name}.`,
    ],
  ],
  [
    'requirements: a path',
    { requirements: '../../etc' },
    [`requirements: requirement "../../etc" ${rule.fromIndex}`],
  ],
  [
    'requirements: -r x',
    { requirements: '-r x' },
    ['requirements: requirement "-r x" is an option of pip: give packages alone, one a line.'],
  ],
  [
    'requirements: --index-url https://u:p@h/',
    { requirements: '--index-url https://u:p@h/' },
    [`requirements: requirement "--index-url ***@h/" ${rule.fromIndex}`],
  ],
  [
    'requirements: x @ https://u:p@h/x.whl',
    { requirements: 'x @ https://u:p@h/x.whl' },
    [`requirements: requirement "x @ ***@h/x.whl" ${rule.fromIndex}`],
  ],
  ['requirements: ./x', { requirements: './x' }, [`requirements: requirement "./x" ${rule.fromIndex}`]],
  [
    'requirements: foo>=1 --hash=sha256:abc',
    { requirements: 'foo>=1 --hash=sha256:abc' },
    [
      'requirements: requirement "foo>=1 --hash=sha256:abc": version specifier ">=1 --hash=sha256:abc" is not one of PEP 440: write it like ">=1.2", "==1.2.*", "~=1.4" or "!=1.3".',
    ],
  ],
  [
    'requirements: foo; platform_machin == "x"',
    { requirements: 'foo; platform_machin == "x"' },
    [
      `requirements: requirement "foo; platform_machin == \\"x\\"": marker "platform_machin == \\"x\\"" is not one of PEP 508: write it like 'python_version < "3.11" and platform_machine == "x86_64"'.`,
    ],
  ],
  [
    'requirements: foo=1',
    { requirements: 'foo=1' },
    [
      'requirements: requirement "foo=1": version specifier "=1" is not one of PEP 440: write it like ">=1.2", "==1.2.*", "~=1.4" or "!=1.3".',
    ],
  ],
  [
    'build_constraints: an option',
    { build_constraints: '-r x' },
    ['build_constraints: requirement "-r x" is an option of pip: give packages alone, one a line.'],
  ],
  [
    'build_constraints: an extra',
    { build_constraints: 'setuptools[core]<70' },
    [
      'build_constraints: constraint "setuptools[core]<70" has extras: a constraint names a package and its versions, like "Cython<3".',
    ],
  ],
  [
    'build_constraints: no version',
    { build_constraints: 'Cython<3\nsetuptools' },
    [
      'build_constraints: constraint "setuptools" allows every version: name those that it may be, like "Cython<3".',
    ],
  ],
  [
    'build_packages: a command',
    { build_packages: '$(touch x)' },
    [`build_packages: "$(touch" ${rule.distribution}`, `build_packages: "x)" ${rule.distribution}`],
  ],
  [
    'build_packages: backticks',
    { build_packages: '`touch x`' },
    [`build_packages: "\`touch" ${rule.distribution}`, `build_packages: "x\`" ${rule.distribution}`],
  ],
  [
    'build_packages: a workflow command',
    { build_packages: '::set-output name=x::y' },
    [`build_packages: "::set-output" ${rule.distribution}`],
  ],
  [
    'build_packages: a path',
    { build_packages: '../../etc' },
    [`build_packages: "../../etc" ${rule.distribution}`],
  ],
  [
    'build_packages: 300 characters',
    { build_packages: long },
    [`build_packages: "${cut}…" ${rule.distribution}`],
  ],
  ['build_packages: -o Foo', { build_packages: '-o Foo' }, [`build_packages: "-o" ${rule.distribution}`]],
  [
    'build_packages: libpq-dev;rm',
    { build_packages: 'libpq-dev;rm' },
    [`build_packages: "libpq-dev;rm" ${rule.distribution}`],
  ],
  [
    'runtime_packages: a command',
    { runtime_packages: '$(touch x)' },
    [`runtime_packages: "$(touch" ${rule.distribution}`, `runtime_packages: "x)" ${rule.distribution}`],
  ],
  [
    'runtime_packages: backticks',
    { runtime_packages: '`touch x`' },
    [`runtime_packages: "\`touch" ${rule.distribution}`, `runtime_packages: "x\`" ${rule.distribution}`],
  ],
  [
    'runtime_packages: a workflow command',
    { runtime_packages: '::set-output name=x::y' },
    [`runtime_packages: "::set-output" ${rule.distribution}`],
  ],
  [
    'runtime_packages: a path',
    { runtime_packages: '../../etc' },
    [`runtime_packages: "../../etc" ${rule.distribution}`],
  ],
  [
    'runtime_packages: 300 characters',
    { runtime_packages: long },
    [`runtime_packages: "${cut}…" ${rule.distribution}`],
  ],
  [
    'verify_python: a name',
    { verify_python: 'python3' },
    [
      'verify_python: "python3" is not the path of a Python in the image: give the whole of it, without blanks, like "/opt/venv/bin/python".',
    ],
  ],
  [
    'verify_python: a blank',
    { verify_python: '/opt/my venv/bin/python' },
    [
      'verify_python: "/opt/my venv/bin/python" is not the path of a Python in the image: give the whole of it, without blanks, like "/opt/venv/bin/python".',
    ],
  ],
  [
    'verify_python: 123 bytes',
    { verify_python: `/${'a'.repeat(122)}` },
    [
      `verify_python: "/${'a'.repeat(119)}…" is too long: a path that a script can be started with has at most 122 bytes. Give that of a link to it.`,
    ],
  ],
  ['command: a command', { command: '$(touch x)' }, [`command: "$(touch x)" has "$", ${rule.shell}`]],
  ['command: backticks', { command: '`touch x`' }, [`command: "\`touch x\`" has "\`", ${rule.shell}`]],
  [
    'command: []',
    { command: '[]' },
    [`command: "[]" names no program: give a console script's name, or ["program", "argument"].`],
  ],
  [
    'command: ["a", 1]',
    { command: '["a", 1]' },
    ['command: "[\\"a\\", 1]" is not a JSON array of strings: write it like ["uvicorn", "app:app"].'],
  ],
  [
    'command: ["a"',
    { command: '["a"' },
    ['command: "[\\"a\\"" is not a JSON array of strings: write it like ["uvicorn", "app:app"].'],
  ],
  [`command: 'a`, { command: `'a` }, [`command: "'a" has a quote that is not closed.`]],
  ['command: a && b', { command: 'a && b' }, [`command: "a && b" has "&", ${rule.shell}`]],
  [
    'command: ""',
    { command: '""' },
    [`command: "\\"\\"" names no program: give a console script's name, or ["program", "argument"].`],
  ],
  [
    'command: [""]',
    { command: '[""]' },
    [`command: "[\\"\\"]" names no program: give a console script's name, or ["program", "argument"].`],
  ],
  ['user: a command', { user: '$(touch x)' }, [`user: "$(touch x)" ${rule.user}`]],
  ['user: backticks', { user: '`touch x`' }, [`user: "\`touch x\`" ${rule.user}`]],
  ['user: a line break', { user: 'a\nb' }, ['user: it must be one line, and has a line break: "a\\nb".']],
  [
    'user: a workflow command',
    { user: '::set-output name=x::y' },
    [`user: "::set-output name=x::y" ${rule.user}`],
  ],
  ['user: a path', { user: '../../etc' }, [`user: "../../etc" ${rule.user}`]],
  ['user: 300 characters', { user: long }, [`user: "${cut}…" ${rule.user}`]],
  ['user: App', { user: 'App' }, [`user: "App" ${rule.user}`]],
  ['user: a:b:c', { user: 'a:b:c' }, [`user: "a:b:c" ${rule.user}`]],
  ['user: 4294967296', { user: '4294967296' }, [`user: "4294967296" ${rule.user}`]],
  ['labels: a command', { labels: '$(touch x)' }, [`labels: entry 1 ${rule.label}`]],
  ['labels: backticks', { labels: '`touch x`' }, [`labels: entry 1 ${rule.label}`]],
  [
    'labels: a line break',
    { labels: 'a\nb' },
    [`labels: entry 1 ${rule.label}`, `labels: entry 2 ${rule.label}`],
  ],
  [
    'labels: a workflow command',
    { labels: '::set-output name=x::y' },
    [`labels: "::set-output name" ${rule.key}`],
  ],
  ['labels: a path', { labels: '../../etc' }, [`labels: entry 1 ${rule.label}`]],
  ['labels: 300 characters', { labels: long }, [`labels: entry 1 ${rule.label}`]],
  ['labels: a b=c', { labels: 'a b=c' }, [`labels: "a b" ${rule.key}`]],
  ['labels: =x', { labels: '=x' }, [`labels: entry 1 ${rule.label}`]],
  [
    'labels: a=1, then a=2',
    { labels: 'a=1\na=2' },
    ['labels: "a" is there twice with different values: keep one.'],
  ],
  ['annotations: a command', { annotations: '$(touch x)' }, [`annotations: entry 1 ${rule.annotation}`]],
  ['annotations: backticks', { annotations: '`touch x`' }, [`annotations: entry 1 ${rule.annotation}`]],
  [
    'annotations: a line break',
    { annotations: 'a\nb' },
    [`annotations: entry 1 ${rule.annotation}`, `annotations: entry 2 ${rule.annotation}`],
  ],
  [
    'annotations: a workflow command',
    { annotations: '::set-output name=x::y' },
    [
      'annotations: "::set-output name" begins with "", which is not a level of annotations. Levels are index, manifest, index-descriptor, manifest-descriptor.',
    ],
  ],
  ['annotations: a path', { annotations: '../../etc' }, [`annotations: entry 1 ${rule.annotation}`]],
  ['annotations: 300 characters', { annotations: long }, [`annotations: entry 1 ${rule.annotation}`]],
  [
    'annotations: indx:a=b',
    { annotations: 'indx:a=b' },
    ['annotations: "indx:a" begins with "indx", which is not a level of annotations. Did you mean "index"?'],
  ],
  [
    'annotations: manifest[linux/foo]:a=b',
    { annotations: 'manifest[linux/foo]:a=b' },
    [`annotations: platform "linux/foo" ${rule.platform}`],
  ],
  ['annotations: index:=x', { annotations: 'index:=x' }, [`annotations: "" ${rule.key}`]],
  ['build_args: a command', { build_args: '$(touch x)' }, [`build_args: entry 1 ${rule.argument}`]],
  ['build_args: backticks', { build_args: '`touch x`' }, [`build_args: entry 1 ${rule.argument}`]],
  [
    'build_args: a line break',
    { build_args: 'a\nb' },
    [`build_args: entry 1 ${rule.argument}`, `build_args: entry 2 ${rule.argument}`],
  ],
  [
    'build_args: a workflow command',
    { build_args: '::set-output name=x::y' },
    [`build_args: entry 1 ${rule.argumentName}`],
  ],
  ['build_args: a path', { build_args: '../../etc' }, [`build_args: entry 1 ${rule.argument}`]],
  ['build_args: 300 characters', { build_args: long }, [`build_args: entry 1 ${rule.argument}`]],
  [
    'build_args: package=x',
    { build_args: 'package=x' },
    ['build_args: "package" is set from the inputs: take another name.'],
  ],
  ['build_args: a-b=c', { build_args: 'a-b=c' }, [`build_args: entry 1 ${rule.argumentName}`]],
  ['build_args: 1A=x', { build_args: '1A=x' }, [`build_args: entry 1 ${rule.argumentName}`]],
  [
    'secrets: a command',
    { secrets: '$(touch x)' },
    [`secrets: entry 1 is not what buildx takes: ${rule.secret}.`],
  ],
  [
    'secrets: backticks',
    { secrets: '`touch x`' },
    [`secrets: entry 1 is not what buildx takes: ${rule.secret}.`],
  ],
  [
    'secrets: a line break',
    { secrets: 'a\nb' },
    [
      `secrets: entry 1 is not what buildx takes: ${rule.secret}.`,
      `secrets: entry 2 is not what buildx takes: ${rule.secret}.`,
    ],
  ],
  [
    'secrets: a workflow command',
    { secrets: '::set-output name=x::y' },
    [`secrets: entry 1 is not what buildx takes: ${rule.secret}.`],
  ],
  [
    'secrets: a path',
    { secrets: '../../etc' },
    [`secrets: entry 1 is not what buildx takes: ${rule.secret}.`],
  ],
  [
    'secrets: 300 characters',
    { secrets: long },
    [`secrets: entry 1 is not what buildx takes: ${rule.secret}.`],
  ],
  [
    'secrets: TOKEN=s3cret',
    { secrets: 'TOKEN=s3cret' },
    [`secrets: entry 1 is not what buildx takes: ${rule.secret}.`],
  ],
  [
    'secrets: id=a,src=x,env=y',
    { secrets: 'id=a,src=x,env=y' },
    [`secrets: entry 1 (id "a") has not just one source: ${rule.secret}.`],
  ],
  [
    'secrets: id=a b,src=x',
    { secrets: 'id=a b,src=x' },
    [`secrets: entry 1 has no right id: ${rule.secret}; NAME has letters, digits, ".", "_" and "-".`],
  ],
  [
    'secrets: id=a,src=',
    { secrets: 'id=a,src=' },
    [`secrets: entry 1 (id "a") has no path that can be used: ${rule.secret}.`],
  ],
  [
    'secrets: id=a,env=1',
    { secrets: 'id=a,env=1' },
    [
      `secrets: entry 1 (id "a") names no environment variable: ${rule.secret}; VARIABLE has letters, digits and "_".`,
    ],
  ],
  [
    'secrets: id=a,value=s3cret',
    { secrets: 'id=a,value=s3cret' },
    [`secrets: entry 1 is not what buildx takes: ${rule.secret}.`],
  ],
  [
    'secrets: id=a,src=x, then id=a,env=Y',
    { secrets: 'id=a,src=x\nid=a,env=Y' },
    ['secrets: the id "a" is there more than once: keep one.'],
  ],
  [
    'secrets: id=a,src=../../x',
    { secrets: 'id=a,src=../../x' },
    [`secrets: entry 1 (id "a") has no path that can be used: ${rule.secret}.`],
  ],
  [
    'extra_indexes: all that is wrong, and no token',
    {
      extra_indexes: [
        'internal-* https://user:s3cret@packages.example.com/simple',
        'https://packages.example.com/simple',
        'internal-* other https://one.example.com/simple https://two.example.com/simple',
        'wheels linux/sparc https://wheels.example.com/simple',
        'wheels internal! https://wheels.example.com/simple',
        '* https://packages.example.com/simple',
        'ours https://packages.example.com/simple?token=s3cret',
        '_ours = ours https://packages.example.com/simple',
        'Our_Lib https://one.example.com/simple',
        'our.lib https://two.example.com/simple',
      ].join('\n'),
    },
    [
      `entry 1: the URL for "packages.example.com" has a user or a password in it, which would be kept in the image's history: give the URL without them, and the credentials through secrets.`,
      `entry 2: it does not say what "packages.example.com" is asked for: ${rule.extra}.`,
      `entry 3: it does not end with the URL of one index: ${rule.extra}.`,
      'entry 4: platform "linux/sparc" is not one that the official Python images are made for. Take some of: linux/amd64, linux/arm64, linux/arm/v7, linux/arm/v6, linux/arm/v5, linux/386, linux/ppc64le, linux/riscv64, linux/s390x.',
      'entry 5: platform "internal!" is not one that the official Python images are made for. Take some of: linux/amd64, linux/arm64, linux/arm/v7, linux/arm/v6, linux/arm/v5, linux/386, linux/ppc64le, linux/riscv64, linux/s390x.',
      'entry 6: "*" would own every package: name that index as index_url.',
      'entry 7: the URL for "packages.example.com" has a query or a fragment: give its path alone, like "https://packages.example.com/simple".',
      'entry 8: the name before "=" has other characters than letters, digits, ".", "-" and "_".',
      '"our-lib" is owned twice: a package comes from one index.',
    ].map((message) => `extra_indexes: ${message}`),
  ],
  ['index_url: a command', { index_url: '$(touch x)' }, [`index_url: ${rule.index}`]],
  ['index_url: backticks', { index_url: '`touch x`' }, [`index_url: ${rule.index}`]],
  [
    'index_url: a line break',
    { index_url: 'a\nb' },
    ['index_url: it must be one line, and has a line break: write it anew.'],
  ],
  ['index_url: a workflow command', { index_url: '::set-output name=x::y' }, [`index_url: ${rule.index}`]],
  ['index_url: a path', { index_url: '../../etc' }, [`index_url: ${rule.index}`]],
  ['index_url: 300 characters', { index_url: long }, [`index_url: ${rule.index}`]],
  [
    'index_url: https://user:s3cret@example.com/simple',
    { index_url: 'https://user:s3cret@example.com/simple' },
    [
      `index_url: the URL for "example.com" has a user or a password in it, which would be kept in the image's history: give the URL without them, and the credentials through secrets.`,
    ],
  ],
  [
    'index_url: https://s3cret@example.com/simple',
    { index_url: 'https://s3cret@example.com/simple' },
    [
      `index_url: the URL for "example.com" has a user or a password in it, which would be kept in the image's history: give the URL without them, and the credentials through secrets.`,
    ],
  ],
  [
    'index_url: https://example.com/simple?token=s3cret',
    { index_url: 'https://example.com/simple?token=s3cret' },
    [
      'index_url: the URL for "example.com" has a query or a fragment: give its path alone, like "https://packages.example.com/simple".',
    ],
  ],
  ['index_url: ftp://example.com', { index_url: 'ftp://example.com' }, [`index_url: ${rule.index}`]],
  ['index_url: https://exa mple.com/', { index_url: 'https://exa mple.com/' }, [`index_url: ${rule.index}`]],
  [
    'index_url: https://example.com/$(x)',
    { index_url: 'https://example.com/$(x)' },
    [
      'index_url: the URL for "example.com" has characters that a URL must write as %XX: like "https://packages.example.com/simple".',
    ],
  ],
  ['index_url: example.com/simple', { index_url: 'example.com/simple' }, [`index_url: ${rule.index}`]],
  ['ca_bundle: a command', { ca_bundle: '$(touch x)' }, [`ca_bundle: "$(touch x)" ${rule.path}`]],
  ['ca_bundle: backticks', { ca_bundle: '`touch x`' }, [`ca_bundle: "\`touch x\`" ${rule.path}`]],
  [
    'ca_bundle: a line break',
    { ca_bundle: 'a\nb' },
    ['ca_bundle: it must be one line, and has a line break: "a\\nb".'],
  ],
  [
    'ca_bundle: a workflow command',
    { ca_bundle: '::set-output name=x::y' },
    [`ca_bundle: "::set-output name=x::y" ${rule.path}`],
  ],
  ['ca_bundle: a path', { ca_bundle: '../../etc' }, [`ca_bundle: "../../etc" ${rule.leaves}`]],
  ['ca_bundle: 300 characters', { ca_bundle: long }, [`ca_bundle: "${cut}…" ${rule.tooLong}`]],
  ['rebuild: true', { rebuild: 'true' }, [`rebuild: "true" ${rule.rebuild}`]],
  ['rebuild: Stale', { rebuild: 'Stale' }, [`rebuild: "Stale" ${rule.rebuild} Did you mean "stale"?`]],
  ['rebuild: mising', { rebuild: 'mising' }, [`rebuild: "mising" ${rule.rebuild} Did you mean "missing"?`]],
  ['rebuild: a command', { rebuild: '$(touch x)' }, [`rebuild: "$(touch x)" ${rule.rebuild}`]],
  [
    'rebuild: a line break',
    { rebuild: 'always\nnever' },
    ['rebuild: it must be one line, and has a line break: "always\\nnever".'],
  ],
  ['rebuild: 300 characters', { rebuild: long }, [`rebuild: "${cut}…" ${rule.rebuild}`]],
  [
    'rebuild: never, and force',
    { rebuild: 'never', force: 'true' },
    [
      'force: it builds in any case, and rebuild "never" does not: drop force to keep "never", or drop rebuild to build.',
    ],
  ],
  ...(['missing', 'never'] as const).map((rebuild): Row => [
    `deep, and rebuild: ${rebuild}`,
    { rebuild, deep: 'true' },
    [
      `deep: it looks into images that exist, and with rebuild "${rebuild}" they stay whatever they hold: take "stale", or drop deep.`,
    ],
  ]),
  [
    'rebuild: never, and no push',
    { rebuild: 'never', push: 'false' },
    [
      'rebuild: with "never" nothing is built, and without push no registry is asked what it holds: nothing is left to do. Push, or take another word.',
    ],
  ],
  [
    'rebuild: missing, and force',
    { rebuild: 'missing', force: 'True' },
    [
      'force: it builds in any case, and rebuild "missing" does not: drop force to keep "missing", or drop rebuild to build.',
    ],
  ],
  [
    'rebuild: a slip, and force',
    { rebuild: 'nevr', force: 'true' },
    [`rebuild: "nevr" ${rule.rebuild} Did you mean "never"?`],
  ],
  ['force: yes', { force: 'yes' }, [`force: "yes" ${rule.flag}`]],
  ['force: a command', { force: '$(touch x)' }, [`force: "$(touch x)" ${rule.flag}`]],
  ['overwrite: 0', { overwrite: '0' }, [`overwrite: "0" ${rule.flag}`]],
  ['overwrite: never', { overwrite: 'never' }, [`overwrite: "never" ${rule.flag}`]],
  [
    'max_age: 30',
    { max_age: '30' },
    [
      'max_age: "30" has no unit: write "30m" for minutes, "30h" for hours, "30d" for days or "30w" for weeks.',
    ],
  ],
  ['max_age: 30D', { max_age: '30D' }, [`max_age: "30D" ${rule.age}`]],
  ['max_age: 30 d', { max_age: '30 d' }, [`max_age: "30 d" ${rule.age}`]],
  ['max_age: 30 days', { max_age: '30 days' }, [`max_age: "30 days" ${rule.age}`]],
  ['max_age: 60s', { max_age: '60s' }, [`max_age: "60s" ${rule.age}`]],
  ['max_age: 1y', { max_age: '1y' }, [`max_age: "1y" ${rule.age}`]],
  ['max_age: 1d12h', { max_age: '1d12h' }, [`max_age: "1d12h" ${rule.age}`]],
  ['max_age: 1.5d', { max_age: '1.5d' }, [`max_age: "1.5d" ${rule.age}`]],
  ['max_age: -1d', { max_age: '-1d' }, [`max_age: "-1d" ${rule.age}`]],
  ['max_age: never', { max_age: 'never' }, [`max_age: "never" ${rule.age}`]],
  ['max_age: a command', { max_age: '$(touch x)' }, [`max_age: "$(touch x)" ${rule.age}`]],
  ['max_age: 300 characters', { max_age: long }, [`max_age: "${cut}…" ${rule.age}`]],
  ['max_age: 300 digits', { max_age: '9'.repeat(300) }, [`max_age: "${'9'.repeat(120)}…" ${rule.age}`]],
  [
    'max_age: 0d',
    { max_age: '0d' },
    ['max_age: "0d" is too short: it is at least "1m". To build in any case there is force.'],
  ],
  ...['3651d', '522w', '87601h', '5256001m', '999999999w'].map((age): Row => [
    `max_age: ${age}`,
    { max_age: age },
    [`max_age: "${age}" is too long: it is at most ten years, "3650d". Empty means no limit.`],
  ]),
  ['advisories: true', { advisories: 'true' }, ['advisories: "true" is not one of "off", "report", "fail".']],
  [
    'severity: hihg',
    { severity: 'hihg' },
    ['severity: "hihg" is not one of "low", "medium", "high", "critical". Did you mean "high"?'],
  ],
  ...['osv.dev', 'ftp://osv.dev', 'https://me:secret@osv.dev', 'https://osv.dev/?key=1'].map((url): Row => [
    `advisories_url: ${url}`,
    { advisories_url: url },
    [
      'advisories_url: it is not the URL of an API of OSV: give one with https:// or http://, without a user, a query or a fragment, like "https://api.osv.dev".',
    ],
  ]),
  ...[
    'CVE-2025-1',
    'CVE-2025-1 until 2027-02-30: x',
    'CVE-2025-1 until 2027-01-01',
    '../x until 2027-01-01: x',
  ].map((line): Row => [
    `advisories_ignore: ${line}`,
    { advisories_ignore: line },
    [
      `advisories_ignore: "${line}" does not say which advisory is ignored, until which day, and why: write it as "CVE-2025-43859 until 2027-03-31: a proxy refuses such requests".`,
    ],
  ]),
  [
    'advisories_ignore: one twice',
    { advisories_ignore: 'CVE-2025-1 until 2027-01-01: x\nCVE-2025-1 until 2028-01-01: y' },
    ['advisories_ignore: CVE-2025-1 is there more than once: keep one line.'],
  ],
  [
    'cooldown: 7',
    { cooldown: '7' },
    ['cooldown: "7" has no unit: write "7m" for minutes, "7h" for hours, "7d" for days or "7w" for weeks.'],
  ],
  [
    'cooldown: 400d',
    { cooldown: '400d' },
    [
      'cooldown: "400d" is no time that a release must have been there: it is "1m" to "365d". Empty means none.',
    ],
  ],
  ['verify: true', { verify: 'true' }, [`verify: "true" ${rule.verify}`]],
  ['verify: al', { verify: 'al' }, [`verify: "al" ${rule.verify} Did you mean "all"?`]],
  [
    'verify: build-platfrom',
    { verify: 'build-platfrom' },
    [`verify: "build-platfrom" ${rule.verify} Did you mean "build-platform"?`],
  ],
  ['verify: a command', { verify: '$(touch x)' }, [`verify: "$(touch x)" ${rule.verify}`]],
  ['verify: backticks', { verify: '`touch x`' }, [`verify: "\`touch x\`" ${rule.verify}`]],
  [
    'verify: a line break',
    { verify: 'a\nb' },
    ['verify: it must be one line, and has a line break: "a\\nb".'],
  ],
  [
    'verify: a workflow command',
    { verify: '::set-output name=x::y' },
    [`verify: "::set-output name=x::y" ${rule.verify}`],
  ],
  ['verify: a path', { verify: '../../etc' }, [`verify: "../../etc" ${rule.verify}`]],
  ['verify: 300 characters', { verify: long }, [`verify: "${cut}…" ${rule.verify}`]],
  [
    'verify_command: a\u0000b',
    { verify_command: 'a\u0000b' },
    ['verify_command: it has a control character: "a\\u0000b".'],
  ],
  ['builder: a command', { builder: '$(touch x)' }, [`builder: "$(touch x)" ${rule.builder}`]],
  ['builder: backticks', { builder: '`touch x`' }, [`builder: "\`touch x\`" ${rule.builder}`]],
  [
    'builder: a line break',
    { builder: 'a\nb' },
    ['builder: it must be one line, and has a line break: "a\\nb".'],
  ],
  [
    'builder: a workflow command',
    { builder: '::set-output name=x::y' },
    [`builder: "::set-output name=x::y" ${rule.builder}`],
  ],
  ['builder: a path', { builder: '../../etc' }, [`builder: "../../etc" ${rule.builder}`]],
  ['builder: 300 characters', { builder: long }, [`builder: "${cut}…" ${rule.builder}`]],
  ['builder: -x', { builder: '-x' }, [`builder: "-x" ${rule.builder}`]],
  [
    'provenance: a command',
    { provenance: '$(touch x)' },
    [`provenance: "$(touch x)" is not taken by buildx: ${rule.provenance}`],
  ],
  [
    'provenance: backticks',
    { provenance: '`touch x`' },
    [`provenance: "\`touch x\`" is not taken by buildx: ${rule.provenance}`],
  ],
  [
    'provenance: a line break',
    { provenance: 'a\nb' },
    ['provenance: it must be one line, and has a line break: "a\\nb".'],
  ],
  [
    'provenance: a workflow command',
    { provenance: '::set-output name=x::y' },
    [`provenance: "::set-output name=x::y" is not taken by buildx: ${rule.provenance}`],
  ],
  [
    'provenance: a path',
    { provenance: '../../etc' },
    [`provenance: "../../etc" is not taken by buildx: ${rule.provenance}`],
  ],
  [
    'provenance: 300 characters',
    { provenance: long },
    [`provenance: "${cut}…" is not taken by buildx: ${rule.provenance}`],
  ],
  [
    'provenance: mode=mid',
    { provenance: 'mode=mid' },
    [`provenance: "mode=mid" has a mode that does not exist: ${rule.provenance}`],
  ],
  [
    'provenance: mod=max',
    { provenance: 'mod=max' },
    [`provenance: "mod=max" is not taken by buildx: ${rule.provenance} Did you mean "mode"?`],
  ],
  [
    'provenance: yes',
    { provenance: 'yes' },
    [`provenance: "yes" is not taken by buildx: ${rule.provenance}`],
  ],
  ['sbom: a command', { sbom: '$(touch x)' }, [`sbom: "$(touch x)" ${rule.sbom}`]],
  ['sbom: backticks', { sbom: '`touch x`' }, [`sbom: "\`touch x\`" ${rule.sbom}`]],
  ['sbom: a line break', { sbom: 'a\nb' }, ['sbom: it must be one line, and has a line break: "a\\nb".']],
  [
    'sbom: a workflow command',
    { sbom: '::set-output name=x::y' },
    [`sbom: "::set-output name=x::y" ${rule.scanner}`],
  ],
  ['sbom: a path', { sbom: '../../etc' }, [`sbom: "../../etc" ${rule.sbom}`]],
  ['sbom: 300 characters', { sbom: long }, [`sbom: "${cut}…" ${rule.sbom}`]],
  [
    'sbom: generater=x',
    { sbom: 'generater=x' },
    [`sbom: "generater=x" ${rule.scanner} Did you mean "generator"?`],
  ],
  ['sbom: 1', { sbom: '1' }, [`sbom: "1" ${rule.sbom}`]],
  ['sbom: cyclondx', { sbom: 'cyclondx' }, [`sbom: "cyclondx" ${rule.sbom} Did you mean "cyclonedx"?`]],
  [
    'tags: a command',
    { tags: '$(touch x)' },
    [`tags: tag "$(touch" ${rule.tag}`, `tags: tag "x)" ${rule.tag}`],
  ],
  [
    'tags: backticks',
    { tags: '`touch x`' },
    [`tags: tag "\`touch" ${rule.tag}`, `tags: tag "x\`" ${rule.tag}`],
  ],
  [
    'tags: a workflow command',
    { tags: '::set-output name=x::y' },
    [
      `tags: tag "::set-output" ${rule.tag} Give the tag alone, without registry and name.`,
      `tags: tag "name=x::y" ${rule.tag} Give the tag alone, without registry and name.`,
    ],
  ],
  [
    'tags: a path',
    { tags: '../../etc' },
    [`tags: tag "../../etc" ${rule.tag} Give the tag alone, without registry and name.`],
  ],
  ['tags: 300 characters', { tags: long }, [`tags: tag "${cut}…" ${rule.tag}`]],
  [
    'tags: a/b',
    { tags: 'a/b' },
    [`tags: tag "a/b" ${rule.tag} Give the tag alone, without registry and name.`],
  ],
  [
    'tags: ghcr.io/a/b:c',
    { tags: 'ghcr.io/a/b:c' },
    [`tags: tag "ghcr.io/a/b:c" ${rule.tag} Give the tag alone, without registry and name.`],
  ],
  ['tags: .a', { tags: '.a' }, [`tags: tag ".a" ${rule.tag}`]],
  ['push: a command', { push: '$(touch x)' }, [`push: "$(touch x)" ${rule.push}`]],
  ['push: backticks', { push: '`touch x`' }, [`push: "\`touch x\`" ${rule.push}`]],
  ['push: a line break', { push: 'a\nb' }, ['push: it must be one line, and has a line break: "a\\nb".']],
  [
    'push: a workflow command',
    { push: '::set-output name=x::y' },
    [`push: "::set-output name=x::y" ${rule.push}`],
  ],
  ['push: a path', { push: '../../etc' }, [`push: "../../etc" ${rule.push}`]],
  ['push: 300 characters', { push: long }, [`push: "${cut}…" ${rule.push}`]],
  ['push: yes', { push: 'yes' }, [`push: "yes" ${rule.push}`]],
  ['push: 1', { push: '1' }, [`push: "1" ${rule.push}`]],
  ['push: tru', { push: 'tru' }, [`push: "tru" ${rule.push}`]],
  ['dry_run: no', { dry_run: 'no' }, [`dry_run: "no" ${rule.flag}`]],
  ['uv_version: a command', { uv_version: '$(touch x)' }, [`uv_version: "$(touch x)" ${rule.uv}`]],
  ['uv_version: backticks', { uv_version: '`touch x`' }, [`uv_version: "\`touch x\`" ${rule.uv}`]],
  [
    'uv_version: a line break',
    { uv_version: 'a\nb' },
    ['uv_version: it must be one line, and has a line break: "a\\nb".'],
  ],
  [
    'uv_version: a workflow command',
    { uv_version: '::set-output name=x::y' },
    [`uv_version: "::set-output name=x::y" ${rule.uv}`],
  ],
  ['uv_version: a path', { uv_version: '../../etc' }, [`uv_version: "../../etc" ${rule.uv}`]],
  ['uv_version: 300 characters', { uv_version: long }, [`uv_version: "${cut}…" ${rule.uv}`]],
  ['uv_version: 0.9', { uv_version: '0.9' }, [`uv_version: "0.9" ${rule.uv}`]],
  ['uv_version: latest', { uv_version: 'latest' }, [`uv_version: "latest" ${rule.uv}`]],
  ['uv_version: >=0.9', { uv_version: '>=0.9' }, [`uv_version: ">=0.9" ${rule.uv}`]],
  ['output: a command', { output: '$(touch x)' }, [`output: "$(touch x)" ${rule.path}`]],
  ['output: backticks', { output: '`touch x`' }, [`output: "\`touch x\`" ${rule.path}`]],
  [
    'output: a line break',
    { output: 'a\nb' },
    ['output: it must be one line, and has a line break: "a\\nb".'],
  ],
  [
    'output: a workflow command',
    { output: '::set-output name=x::y' },
    [`output: "::set-output name=x::y" ${rule.path}`],
  ],
  ['output: a path', { output: '../../etc' }, [`output: "../../etc" ${rule.leaves}`]],
  ['output: 300 characters', { output: long }, [`output: "${cut}…" ${rule.tooLong}`]],
  [
    'output: .',
    { output: '.' },
    ['output: "." is a folder that holds other things: give the image one of its own, like "./image".'],
  ],
  ['output: ..', { output: '..' }, [`output: ".." ${rule.leaves}`]],
  [
    'output: /',
    { output: '/' },
    ['output: "/" is a folder that holds other things: give the image one of its own, like "./image".'],
  ],
  ['output: ./../..', { output: './../..' }, [`output: "./../.." ${rule.leaves}`]],
  [
    'base_registry: a command',
    { base_registry: '$(touch x)' },
    [`base_registry: registry "$(touch x)" is not valid: ${rule.host}.`],
  ],
  [
    'base_registry: backticks',
    { base_registry: '`touch x`' },
    [`base_registry: registry "\`touch x\`" is not valid: ${rule.host}.`],
  ],
  [
    'base_registry: a line break',
    { base_registry: 'a\nb' },
    ['base_registry: it must be one line, and has a line break: "a\\nb".'],
  ],
  [
    'base_registry: a workflow command',
    { base_registry: '::set-output name=x::y' },
    [`base_registry: registry "::set-output name=x::y" is not valid: ${rule.host}.`],
  ],
  [
    'base_registry: a path',
    { base_registry: '../../etc' },
    [`base_registry: registry ".." is not valid: ${rule.host}.`],
  ],
  [
    'base_registry: 300 characters',
    { base_registry: long },
    [`base_registry: registry "${cut}…" would be read as a part of a name: ${rule.host}.`],
  ],
  [
    'base_registry: https://mirror.example.com',
    { base_registry: 'https://mirror.example.com' },
    [`base_registry: registry "https://mirror.example.com" begins with a scheme: ${rule.host}.`],
  ],
  [
    'base_registry: mirror.example.com/a//b',
    { base_registry: 'mirror.example.com/a//b' },
    [`base_registry: image name "mirror.example.com/a//b" is not valid: ${rule.image}`],
  ],
  [
    'base_registry: library',
    { base_registry: 'library' },
    [`base_registry: registry "library" would be read as a part of a name: ${rule.host}.`],
  ],
  [
    'registry_username: s3cret',
    { registry_password: 's3cret' },
    [
      'registry_username: it is missing, and there is a password: name the user that the password belongs to.',
    ],
  ],
  [
    'registry_username: a:b',
    { registry_password: 's3cret', registry_username: 'a:b' },
    ['registry_username: "a:b" is not a user: it has no colon and no space, and at most 255 characters.'],
  ],
  [
    'registry_password: s3, then cret',
    { registry_password: 's3\ncret', registry_username: 'a' },
    ['registry_password: it has a line break or another control character: paste the token alone.'],
  ],
];

describe('refused in an action', () => {
  it.each(refused)('%s', (_, raw, messages) => {
    const read = readInputs({ ...good, ...raw }, 'action');
    expect({ inputs: read.inputs, messages: read.problems.map((problem) => problem.message) }).toEqual({
      inputs: undefined,
      messages,
    });
  });
});

describe('warned of in an action', () => {
  it.each<[string, Record<string, string>, string[]]>([
    ['pakage: s3cret', { pakage: 's3cret' }, ['pakage: there is no such input. Did you mean "package"?']],
    [
      'unused_for: s3cret',
      { unused_for: 's3cret' },
      ['unused_for: the command "build" does not take it, only "wheels" does.'],
    ],
    ['zzz: s3cret', { '::x\n': 's3cret' }, ['"::x\\n": there is no such input. docs/inputs.md lists all.']],
  ])('%s', (_, raw, warnings) => {
    const { problems } = readInputs({ ...good, ...raw }, 'action');
    expect({ problems, warnings: unknownInputs('build', { ...good, ...raw }) }).toEqual({
      problems: [],
      warnings,
    });
  });
});

describe('accepted unchanged', () => {
  it.each([
    ['maintainer: a workflow command', { maintainer: '::set-output name=x::y' }],
    ['maintainer: a path', { maintainer: '../../etc' }],
    ['dockerfile: /etc/../x', { dockerfile: '/etc/../x' }],
    ['requirements: a line break', { requirements: 'a\nb' }],
    ['requirements: 300 characters', { requirements: long }],
    ['build_packages: a line break', { build_packages: 'a\nb' }],
    ['runtime_packages: a line break', { runtime_packages: 'a\nb' }],
    ['command: a line break', { command: 'a\nb' }],
    ['command: a workflow command', { command: '::set-output name=x::y' }],
    ['command: a path', { command: '../../etc' }],
    ['command: 300 characters', { command: long }],
    ['tags: a line break', { tags: 'a\nb' }],
    ['image_name: a line break', { image_name: 'a\nb' }],
  ] as const)('%s', (_, raw) => {
    expect(readInputs({ ...good, ...raw }, 'action').problems).toEqual([]);
  });
});
