/** A small image: a base of Debian with a Python, and a layer with a wheel, a compiled package and what a wheel brings along. */
import type { Origins } from '../../src/attest/inventory.ts';
import { elf } from './elf.ts';

const site = 'usr/local/lib/python3.13/site-packages';

export const base = {
  'etc/os-release': 'PRETTY_NAME="Debian GNU/Linux 13 (trixie)"\nID=debian\nVERSION_ID="13"\n',
  'var/lib/dpkg/status': [
    'Package: libc6\nStatus: install ok installed\nArchitecture: amd64\nSource: glibc (2.41-11)\nVersion: 2.41-12\nDescription: a library\n .\n Version: not this one',
    'Package: gone\nStatus: deinstall ok config-files\nArchitecture: amd64\nVersion: 1.0',
    'Package: libstdc++6\nStatus: install ok installed\nArchitecture: amd64\nVersion: 1:14.2~rc+1\n',
  ].join('\n\n'),
  'usr/local/include/python3.13/patchlevel.h': '#define PY_VERSION             "3.13.9"\n',
  [`${site}/pip-25.3.dist-info/METADATA`]:
    'Metadata-Version: 2.4\nName: pip\nVersion: 25.3\nLicense-Expression: MIT\n',
  [`${site}/pip-25.3.dist-info/RECORD`]: 'pip-25.3.dist-info/METADATA,,\n',
};

const hash = (byte: number): string => `sha256=${Buffer.alloc(32, byte).toString('base64url')}`;

export const own = {
  [`${site}/sample_app-1.0.dist-info/METADATA`]:
    'Name: Sample.App\nVersion: 1.0\nLicense: BSD 3-Clause License\nClassifier: License :: OSI Approved :: BSD License\n\nName: not this\n',
  [`${site}/sample_app-1.0.dist-info/RECORD`]: [
    'sample_app/__init__.py,,',
    `sample_app.libs/libpq-a17e3caa.so.5.17,${hash(1)},12`,
    `sample_app/_vendor/tomli-2.0.dist-info/METADATA,${hash(2)},12`,
    '../../../bin/sample,,',
  ].join('\n'),
  [`${site}/sample_app/_vendor/tomli-2.0.dist-info/METADATA`]:
    'Name: tomli\nVersion: 2.0\nClassifier: License :: OSI Approved :: MIT License\n',
  [`${site}/fast-2.1.dist-info/METADATA`]: 'Name: fast\nVersion: 2.1\nLicense: see LICENSE\n',
  [`${site}/fast-2.1.dist-info/RECORD`]: 'fast/_fast.cpython-313.so,,\n',
  [`${site}/fast-2.1.dist-info/sboms/fast.cdx.json`]: JSON.stringify({
    bomFormat: 'CycloneDX',
    metadata: { component: { name: 'fast', purl: 'pkg:pypi/fast@2.1' } },
    components: [
      { name: 'fast', version: '2.1', purl: 'pkg:pypi/fast@2.1' },
      {
        name: 'memchr',
        version: '2.7.4',
        purl: 'pkg:cargo/memchr@2.7.4?download_url=file://.',
        licenses: [{ expression: 'Unlicense OR MIT' }],
      },
      { name: 'memchr', version: '2.7.4', purl: 'pkg:cargo/memchr@2.7.4' },
    ],
  }),
  [`${site}/fast/_fast.cpython-313.so`]: elf(['GCC: (Debian 14.2.0-19) 14.2.0', 'Linker: LLD 21.1.0']),
};

const file = (filename: string, byte: string) => ({
  filename,
  url: `https://user:secret@files.example.com/${filename}?token=secret`,
  sha256: byte.repeat(32),
});

export const origins: Origins = {
  'sample-app': { version: '1.0', kind: 'wheel', file: file('sample_app-1.0-py3-none-any.whl', 'aa') },
  fast: { version: '2.1', kind: 'compiled', source: file('fast-2.1.tar.gz', 'bb'), way: 'cross' },
  // Another version than the one that is there.
  tomli: { version: '3.0', kind: 'wheel', file: file('tomli-3.0-py3-none-any.whl', 'cc') },
};
