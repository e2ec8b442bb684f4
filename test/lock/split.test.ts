import { describe, expect, it } from 'vitest';
import type { Artifact, BaseFacts, LockedPackage } from '../../src/lock/lock.ts';
import { splitRequirements } from '../../src/lock/split.ts';

const artifact = (filename: string): Artifact => ({
  filename,
  url: `https://files.example.org/${filename}`,
  sha256: '0'.repeat(64),
});
const locked = (name: string, version: string, wheels: string[], more: object = {}): LockedPackage => ({
  name,
  version,
  wheels: wheels.map(artifact),
  sdist: artifact(`${name}-${version}.tar.gz`),
  ...more,
});
const facts = (platform: BaseFacts['platform'], more: Partial<BaseFacts> = {}): BaseFacts => ({
  platform,
  python: '3.13.9',
  libc: { kind: 'glibc', version: '2.41' },
  distribution: { id: 'debian', version: '13', codename: 'trixie' },
  installed: { pip: '25.0' },
  ...more,
});

const greenlet = ['x86_64', 'aarch64'].map(
  (machine) => `greenlet-3.5.6-cp313-cp313-manylinux_2_28_${machine}.whl`,
);
const tides = ['musllinux_1_2_x86_64', 'manylinux_2_28_aarch64', 'manylinux_2_28_x86_64'].map(
  (tag) => `tide-1.0-cp313-cp313-${tag}.whl`,
);
const machines =
  "platform_machine == 'aarch64' or (platform_machine == 'ppc64le' or (platform_machine == 'amd64' or platform_machine == 'x86_64'))";
const packages = [
  locked('sqlalchemy', '2.0.44', ['sqlalchemy-2.0.44-py3-none-any.whl']),
  locked('greenlet', '3.5.6', greenlet, { marker: machines }),
  locked('colorama', '0.4.6', ['colorama-0.4.6-py3-none-any.whl'], { marker: "sys_platform == 'win32'" }),
  locked('backport', '1.0', ['backport-1.0-py3-none-any.whl'], { marker: "python_full_version < '3.13.4'" }),
  locked('uvloop', '0.23.0', ['uvloop-0.23.0-cp313-cp313-manylinux_2_28_x86_64.whl']),
  locked('docopt', '0.6.2', []),
  locked('pip', '25.0.0', ['pip-25.0-py3-none-any.whl']),
];
const wheel = (name: string, version: string, filename: string): object => ({
  kind: 'wheel',
  name,
  version,
  wheel: artifact(filename),
});
/** @param like wheel for another platform with the modules that the compiled one must have. */
const compile = (name: string, version: string, because: string, like?: string): object => ({
  kind: 'compile',
  name,
  version,
  sdist: artifact(`${name}-${version}.tar.gz`),
  because,
  ...(like === undefined ? {} : { like: artifact(like) }),
});
const uvloop = 'uvloop-0.23.0-cp313-cp313-manylinux_2_28_x86_64.whl';
const everywhere = {
  docopt: compile('docopt', '0.6.2', 'only an sdist'),
  pip: { kind: 'present', name: 'pip', version: '25.0.0' },
  sqlalchemy: wheel('sqlalchemy', '2.0.44', 'sqlalchemy-2.0.44-py3-none-any.whl'),
};

describe('splitRequirements', () => {
  it.each([
    [
      'a platform with all wheels',
      facts('linux/amd64'),
      [
        everywhere.docopt,
        wheel('greenlet', '3.5.6', greenlet[0]!),
        everywhere.pip,
        everywhere.sqlalchemy,
        wheel('uvloop', '0.23.0', 'uvloop-0.23.0-cp313-cp313-manylinux_2_28_x86_64.whl'),
      ],
    ],
    [
      'markers of the target: no greenlet on arm/v7',
      facts('linux/arm/v7'),
      [
        everywhere.docopt,
        everywhere.pip,
        everywhere.sqlalchemy,
        compile('uvloop', '0.23.0', 'no wheel for cp313 on linux/arm/v7', uvloop),
      ],
    ],
    [
      'an older libc and an older patch of Python',
      facts('linux/amd64', { python: '3.13.3', libc: { kind: 'glibc', version: '2.24' } }),
      [
        wheel('backport', '1.0', 'backport-1.0-py3-none-any.whl'),
        everywhere.docopt,
        compile('greenlet', '3.5.6', 'its wheel needs glibc 2.28, the base has 2.24', greenlet[0]),
        everywhere.pip,
        everywhere.sqlalchemy,
        compile('uvloop', '0.23.0', 'its wheel needs glibc 2.28, the base has 2.24', uvloop),
      ],
    ],
    [
      'another libc',
      facts('linux/amd64', { libc: { kind: 'musl', version: '1.2.5' }, installed: {} }),
      [
        everywhere.docopt,
        compile('greenlet', '3.5.6', 'no wheel for cp313 on linux/amd64 with musl', greenlet[0]),
        wheel('pip', '25.0.0', 'pip-25.0-py3-none-any.whl'),
        everywhere.sqlalchemy,
        compile('uvloop', '0.23.0', 'no wheel for cp313 on linux/amd64 with musl', uvloop),
      ],
    ],
  ])('%s', (_, base, requirements) => {
    expect(splitRequirements({ packages }, base)).toEqual({ platform: base.platform, requirements });
  });

  it('passes the links of the base on', () => {
    const [base, links] = [facts('linux/amd64', { links: { man: 'share/man' } }), { man: 'share/man' }];
    expect(splitRequirements({ packages }, base)).toEqual({
      ...splitRequirements({ packages }, facts('linux/amd64')),
      links,
    });
    expect(splitRequirements({ packages }, facts('linux/amd64', { links: {} }))).not.toHaveProperty('links');
  });

  it('compares with a wheel for the nearest processor', () => {
    const base = facts('linux/arm/v7');
    expect(splitRequirements({ packages: [locked('tide', '1.0', tides)] }, base)).toEqual({
      platform: base.platform,
      requirements: [compile('tide', '1.0', 'no wheel for cp313 on linux/arm/v7', tides[1])],
    });
  });

  const { sdist: _, ...withoutSdist } = locked('uwsgi', '2.0', []);
  it.each([
    [
      'neither wheel nor sdist',
      [withoutSdist],
      'uwsgi 2.0 cannot be installed on linux/arm64: only an sdist, and the index has no source distribution to compile. Leave the platform out, or choose another version.',
    ],
    [
      'markers that overlap',
      [locked('six', '1.0', []), locked('six', '1.1', [])],
      'the lock names two versions of six for linux/arm64: its markers overlap.',
    ],
    [
      'a marker that is none',
      [locked('six', '1.0', [], { marker: 'sometimes' })],
      'the lock cannot be used: marker "sometimes" is not one of PEP 508: write it like \'python_version < "3.11" and platform_machine == "x86_64"\'.',
    ],
    [
      'a lock of another Python',
      [locked('six', '1.0', [], { marker: "python_version < '3.9'" })],
      'nothing of the lock holds for Python 3.13.9 on linux/arm64: it was made for another Python.',
    ],
  ])('refuses %s', (_, bad, message) => {
    expect(() => splitRequirements({ packages: bad }, facts('linux/arm64'))).toThrow(message);
  });
});
