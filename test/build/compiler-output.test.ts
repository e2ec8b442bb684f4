import { expect, test } from 'vitest';
import { shortenBuildLog, type Shortened } from '../../src/build/compiler-output.ts';
import { packagesWith } from '../../src/build/system-packages.ts';

const qemu =
  'This machine cannot execute that platform: no QEMU handler is registered for it. Register the handlers (docker/setup-qemu-action, or `docker run --privileged --rm tonistiigi/binfmt --install all`), or leave the platform out.';
const network =
  'The builder could not reach a server over the network, twice. If it stays, look at name resolution and proxy of the builder, and at index_url.';

const rows: readonly [string, readonly string[], Shortened][] = [
  [
    'a header, with the steps of other platforms around it',
    [
      '#5 [linux/amd64 compile 2/2] RUN pip wheel x',
      '#5 0.100 error: from a step that went on',
      '#7 [linux/arm/v7 compile 2/2] RUN pip wheel x',
      "#7 12.77   Building wheel for x (pyproject.toml): finished with status 'error'",
      '#7 12.78   error: subprocess-exited-with-error',
      '#7 12.78   ',
      '#7 12.78   × Building wheel for x (pyproject.toml) did not run successfully.',
      '#7 12.78   │ exit code: 1',
      '#7 12.78   ╰─> [95 lines of output]',
      '#7 12.78       copying src/x/error.py -> build/lib/x',
      '#7 12.78       gcc -Wall -Werror -c x.c -o x.o',
      '#7 12.78       \u001b[1mx/common.h:15:10: \u001b[31mfatal error: \u001b[0mffi.h: No such file or directory',
      '#7 12.78          15 | #include <ffi.h>',
      '#7 12.78             |          ^~~~~~~',
      '#7 12.78       compilation terminated.',
      "#7 12.78       error: command '/usr/bin/gcc' failed with exit code 1",
      '#7 12.78       [end of output]',
      '#7 12.78   ERROR: Failed building wheel for x',
      '#7 12.78 ERROR: Failed to build one or more wheels',
      '#7 12.80 [notice] A new release of pip available: 22.3.1 -> 26.3',
      '#7 ERROR: process "/bin/sh -c pip wheel x" did not complete successfully: exit code: 1',
      '#5 CANCELED',
      '------',
      ' > [linux/arm/v7 compile 2/2] RUN pip wheel x:',
      '12.78   ERROR: Failed building wheel for x',
      '------',
      'ERROR: failed to solve: process "/bin/sh -c pip wheel x" did not complete successfully: exit code: 1',
    ],
    {
      lines: [
        'x/common.h:15:10: fatal error: ffi.h: No such file or directory',
        '   15 | #include <ffi.h>',
        '      |          ^~~~~~~',
        'ERROR: Failed building wheel for x',
      ],
      hint: 'The header ffi.h is missing. Add to build_packages: libffi-dev.',
    },
  ],
  [
    "PyYAML 5, whose build asks Cython's command for what Cython 3 has not",
    [
      '  File "<string>", line 201, in get_source_files',
      "AttributeError: 'build_ext' object has no attribute 'cython_sources'",
    ],
    {
      lines: ["AttributeError: 'build_ext' object has no attribute 'cython_sources'"],
      hint: 'Cython 3 is too new for its build: PyYAML before 5.4.2 and others of that time ask the build command for "cython_sources", which is gone. Hold it to an older one with build_constraints: Cython<3.',
    },
  ],
  [
    'sources that are older than Cython 3',
    ['Error compiling Cython file:', 'Cython.Compiler.Errors.CompileError: tide/_fast.pyx'],
    {
      lines: ['Error compiling Cython file:', 'Cython.Compiler.Errors.CompileError: tide/_fast.pyx'],
      hint: 'Cython refused its sources: it may be too new for them. Where they are older than Cython 3, hold it to an older one with build_constraints: Cython<3.',
    },
  ],
  [
    'sources of Python 2',
    ['error in tide setup command: use_2to3 is invalid.'],
    {
      lines: ['error in tide setup command: use_2to3 is invalid.'],
      hint: 'setuptools is too new for its build: since 58 it converts nothing from Python 2. Take a newer version of the package, or hold it to an older one with build_constraints: setuptools<58.',
    },
  ],
  [
    'a build that imports pkg_resources',
    ["ModuleNotFoundError: No module named 'pkg_resources'"],
    {
      lines: ["ModuleNotFoundError: No module named 'pkg_resources'"],
      hint: 'setuptools is too new for its build: pkg_resources is gone since 82. Hold it to an older one with build_constraints: setuptools<82.',
    },
  ],
  [
    'a program that a build asks for',
    ['Error: pg_config executable not found.', '', 'pg_config is required to build psycopg2 from source.'],
    {
      lines: ['Error: pg_config executable not found.'],
      hint: 'The program pg_config is missing. Add to build_packages: libpq-dev.',
    },
  ],
  [
    'no compiler',
    ["error: [Errno 2] No such file or directory: 'gcc'", '  ERROR: Failed building wheel for cffi'],
    {
      lines: ["error: [Errno 2] No such file or directory: 'gcc'", 'ERROR: Failed building wheel for cffi'],
      hint: 'The program gcc is missing. Add to build_packages: build-essential (Debian) or build-base (Alpine).',
    },
  ],
  [
    'no compiler, in a shell',
    ['/bin/sh: 1: cmake: not found'],
    {
      lines: ['/bin/sh: 1: cmake: not found'],
      hint: 'The program cmake is missing. Add to build_packages: cmake.',
    },
  ],
  [
    'a base that there is not, which is no program',
    ['ERROR: registry.example/library/python:3.13: not found'],
    { lines: ['ERROR: registry.example/library/python:3.13: not found'] },
  ],
  [
    'a library for the linker',
    [
      '/usr/bin/ld: cannot find -lpq: No such file or directory',
      'collect2: error: ld returned 1 exit status',
    ],
    {
      lines: ['/usr/bin/ld: cannot find -lpq: No such file or directory'],
      hint: 'The library libpq is missing. Add to build_packages: libpq-dev.',
    },
  ],
  [
    'a library that nobody knows',
    ['/usr/bin/ld: cannot find -lnotthere: No such file or directory'],
    {
      lines: ['/usr/bin/ld: cannot find -lnotthere: No such file or directory'],
      hint: "The library libnotthere is missing. Add the distribution's package that has it to build_packages.",
    },
  ],
  [
    'a symbol',
    ["a.c:(.text+0x5): undefined reference to `foo'", 'collect2: error: ld returned 1 exit status'],
    { lines: ["a.c:(.text+0x5): undefined reference to `foo'"] },
  ],
  [
    "Python's own header",
    ['x.c:1:10: fatal error: Python.h: No such file or directory'],
    {
      lines: ['x.c:1:10: fatal error: Python.h: No such file or directory'],
      hint: "Python.h is missing. It belongs to the base's own Python, under /usr/local/include: take a base that has it, as the official images do.",
    },
  ],
  [
    'pkg-config, as a package asks it',
    [
      'Trying pkg-config --exists mysqlclient',
      "Command 'pkg-config --exists mysqlclient' returned non-zero exit status 1.",
      'Exception: Can not find valid pkg-config name.',
    ],
    {
      lines: [
        "Command 'pkg-config --exists mysqlclient' returned non-zero exit status 1.",
        'Exception: Can not find valid pkg-config name.',
      ],
      hint: 'The library mysqlclient is missing. Add to build_packages: default-libmysqlclient-dev pkg-config (Debian) or mariadb-connector-c-dev pkgconf (Alpine).',
    },
  ],
  [
    'meson',
    ['../meson.build:31:12: ERROR: Dependency "cairo" not found, tried pkgconfig and cmake'],
    {
      lines: ['../meson.build:31:12: ERROR: Dependency "cairo" not found, tried pkgconfig and cmake'],
      hint: 'The library cairo is missing. Add to build_packages: libcairo2-dev (Debian) or cairo-dev (Alpine).',
    },
  ],
  [
    'CMake',
    [
      'CMake Error at /usr/share/cmake/FindPackageHandleStandardArgs.cmake:230 (message):',
      '  Could NOT find OpenSSL, try to set the path to OpenSSL root folder',
      'Call Stack (most recent call first):',
    ],
    {
      lines: [
        'CMake Error at /usr/share/cmake/FindPackageHandleStandardArgs.cmake:230 (message):',
        '  Could NOT find OpenSSL, try to set the path to OpenSSL root folder',
        'Call Stack (most recent call first):',
      ],
      hint: 'The library OpenSSL is missing. Add to build_packages: libssl-dev (Debian) or openssl-dev (Alpine).',
    },
  ],
  [
    'CMake below pip',
    [
      '      CMake Error at CMakeLists.txt:3 (message):',
      '        a compiler with C++20 is needed',
      '',
      '  ERROR: Failed building wheel for x',
    ],
    {
      lines: [
        'CMake Error at CMakeLists.txt:3 (message):',
        '  a compiler with C++20 is needed',
        'ERROR: Failed building wheel for x',
      ],
    },
  ],
  [
    'a CMake that is too old',
    ['CMake 3.26 or higher is required.  You are running version 3.25.1'],
    {
      lines: ['CMake 3.26 or higher is required.  You are running version 3.25.1'],
      hint: 'CMake 3.26 or newer is wanted, and the base has 3.25.1. Take a base of a newer release of its distribution, or a version of the package that is content with less.',
    },
  ],
  [
    'something that CMake does not find',
    ['CMake Error: pybind11 is required to build this'],
    { lines: ['CMake Error: pybind11 is required to build this'] },
  ],
  [
    'Rust',
    ["error: can't find Rust compiler", 'error[E0308]: mismatched types', '  --> src/lib.rs:3:5'],
    {
      lines: ["error: can't find Rust compiler", 'error[E0308]: mismatched types', '  --> src/lib.rs:3:5'],
      hint: 'The Rust compiler is missing. Add to build_packages: cargo. Where its version there is too old, no wheel can be made on this base.',
    },
  ],
  [
    'a platform that cannot be executed',
    [
      '#5 [linux/s390x 2/2] RUN true',
      '#5 0.193 exec /bin/sh: exec format error',
      '#5 ERROR: process "/bin/sh -c true" did not complete successfully: exit code: 255',
    ],
    { lines: ['exec /bin/sh: exec format error'], hint: qemu },
  ],
  [
    "a platform that buildx's own emulator lacks",
    [
      '#5 [linux/s390x 2/2] RUN true',
      '#5 0.2 .buildkit_qemu_emulator: /bin/sh: Invalid ELF image for this architecture',
      '#5 ERROR: process "/dev/.buildkit_qemu_emulator /bin/sh -c true" did not complete successfully: exit code: 255',
    ],
    { lines: ['.buildkit_qemu_emulator: /bin/sh: Invalid ELF image for this architecture'], hint: qemu },
  ],
  [
    'a full disk, which says more than what it broke',
    [
      'x.c:1: fatal error: ffi.h: No such file or directory',
      'ld: final link failed: No space left on device',
    ],
    {
      lines: [
        'x.c:1: fatal error: ffi.h: No such file or directory',
        'ld: final link failed: No space left on device',
      ],
      hint: 'The disk of the builder is full. Free some of it (`docker buildx prune`), or build fewer platforms in one run.',
    },
  ],
  [
    'memory',
    ['gcc: fatal error: Killed signal terminated program cc1'],
    {
      lines: ['gcc: fatal error: Killed signal terminated program cc1'],
      hint: 'The memory of the builder was used up and the compiler was killed. Give the builder more memory, or build fewer platforms in one run.',
    },
  ],
  [
    'the network, said once',
    [
      "WARNING: Retrying (Retry(total=4)) after connection broken by 'Name or service not known'",
      "WARNING: Retrying (Retry(total=0)) after connection broken by 'Name or service not known'",
      'ERROR: No matching distribution found for six',
      'WARNING: There was an error checking the latest version of pip.',
    ],
    {
      lines: [
        "WARNING: Retrying (Retry(total=0)) after connection broken by 'Name or service not known'",
        'ERROR: No matching distribution found for six',
      ],
      hint: network,
    },
  ],
  [
    'the network, in the words of a newer pip',
    [
      'error: connection-failed',
      '× Failed to connect to index.example while fetching https://index.example/simple/six/',
      '╰─> the connection was closed without a reply from the server.',
    ],
    {
      lines: [
        'error: connection-failed',
        '× Failed to connect to index.example while fetching https://index.example/simple/six/',
      ],
      hint: network,
    },
  ],
  [
    'a server that was reached in the end is no reason',
    [
      "WARNING: Retrying (Retry(total=4)) after connection broken by 'ReadTimeoutError: Read timed out.'",
      'x.o: undefined reference to `foo`',
    ],
    { lines: ['x.o: undefined reference to `foo`'] },
  ],
  [
    'an unknown authority',
    ['SSLError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate'],
    {
      lines: [
        'SSLError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate',
      ],
      hint: 'A server showed a certificate of an authority that the base does not know. Give the authority in ca_bundle: it is trusted while building and stays out of the image.',
    },
  ],
  [
    'a package that Debian lacks',
    ['E: Unable to locate package libfoo-dev'],
    {
      lines: ['E: Unable to locate package libfoo-dev'],
      hint: 'The distribution of the base has no package libfoo-dev. Mend its name in build_packages or runtime_packages.',
    },
  ],
  [
    'a package that Alpine lacks',
    [
      'ERROR: unable to select packages:',
      '  libfoo-dev (no such package):',
      '    required by: world[libfoo-dev]',
    ],
    {
      lines: [
        'ERROR: unable to select packages:',
        '  libfoo-dev (no such package):',
        '    required by: world[libfoo-dev]',
      ],
      hint: 'The distribution of the base has no package libfoo-dev. Mend its name in build_packages or runtime_packages.',
    },
  ],
  [
    'a step without output',
    [
      '#5 [a 2/3] COPY --from=b / /x',
      '#5 ERROR: cannot replace to directory /x with file',
      'ERROR: failed to solve: x',
    ],
    { lines: ['ERROR: cannot replace to directory /x with file'] },
  ],
  [
    'a failure outside of steps',
    ['#1 [internal] load', '#1 0.1 x', '#1 DONE 0.0s', 'ERROR: failed to solve: no match for platform'],
    { lines: ['ERROR: failed to solve: no match for platform'] },
  ],
  ...['', '[app] '].map((target): (typeof rows)[number] => [
    `a frontend that cannot be fetched, ${target === '' ? 'of one target' : 'of several'}`,
    [
      '#2 [app internal] load build definition from Dockerfile',
      '#2 DONE 0.0s',
      `#3 ${target}resolve image config for docker-image://docker.io/docker/dockerfile:1.99`,
      '#3 ERROR: failed to do request: Head "https://registry-1.docker.io/v2/docker/dockerfile/manifests/1.99": dial tcp: lookup registry-1.docker.io: no such host',
      'ERROR: failed to solve: failed to resolve source metadata',
    ],
    {
      lines: [
        'ERROR: failed to do request: Head "https://registry-1.docker.io/v2/docker/dockerfile/manifests/1.99": dial tcp: lookup registry-1.docker.io: no such host',
      ],
      hint: 'The frontend docker.io/docker/dockerfile:1.99, which "# syntax=" in the Dockerfile names, could not be fetched. Look at its name, and at network, proxy and logins of the builder; most Dockerfiles need no such line.',
    },
  ]),
  [
    'a network that fails behind a frontend that was fetched',
    [
      '#3 resolve image config for docker-image://docker.io/docker/dockerfile:1',
      '#3 DONE 1.2s',
      '#4 [1/2] RUN curl https://example.com',
      '#4 ERROR: Could not resolve host: example.com',
    ],
    { lines: ['ERROR: Could not resolve host: example.com'], hint: network },
  ],
  ['nothing that tells', ['one', '', 'two'], { lines: ['one', 'two'] }],
  ['nothing', [], { lines: [] }],
  [
    'a long line keeps its end',
    [`error: ${'x'.repeat(400)} reason`],
    { lines: [`error: ${'x'.repeat(133)} … ${'x'.repeat(90)} reason`] },
  ],
];

test.each(rows)('%s', (_, log, expected) => {
  expect(shortenBuildLog(log)).toEqual(expected);
  expect(shortenBuildLog(log.join('\r\n'))).toEqual(expected);
});

test('names no index where nothing is installed from one', () => {
  const { hint } = shortenBuildLog(['ERROR: Could not resolve host: example.com'], 'debian', false);
  expect(hint).toBe(network.replace(', and at index_url', ''));
});

test('never more than twenty lines', () => {
  const { lines } = shortenBuildLog(
    Array.from({ length: 100 }, (_, index) => `x.c:${index}: error: e${index}`),
  );
  expect(lines).toEqual([
    ...Array.from({ length: 17 }, (_, index) => `x.c:${index}: error: e${index}`),
    '… 81 more lines of this kind',
    'x.c:98: error: e98',
    'x.c:99: error: e99',
  ]);
});

test.each([
  ['a header', 'ffi.h', 'alpine', 'libffi-dev'],
  ['a header in a folder', 'openssl/ssl.h', 'debian', 'libssl-dev'],
  ['a library', '-lz', 'alpine', 'zlib-dev'],
  ['a name of CMake', 'ZLIB', 'debian', 'zlib1g-dev'],
  ['nothing on Alpine', 'systemd/sd-daemon.h', 'alpine', undefined],
  ['nothing on Alpine, both asked', 'systemd/sd-daemon.h', undefined, 'libsystemd-dev (Debian)'],
  ['unknown', 'nobody.h', undefined, undefined],
] as const)('package: %s', (_, name, family, expected) => {
  expect(packagesWith(name, family)).toBe(expected);
});
