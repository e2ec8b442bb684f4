import { describe, expect, it } from 'vitest';
import { failedFile, readFailure, warningsOf } from '../../src/lock/uv-errors.ts';

const index = 'https://packages.example.org/simple';
const idle =
  'warning: The requested Python version 3.13 is not available; 3.11.7 will be used to build dependencies instead.\n';
const unsolved = `${idle}error: No solution found when resolving dependencies\n`;
const narrowed = "{python_full_version < '3.14' and sys_platform == 'linux'}";

/** Kind and first problem of uv's output. */
const read = (stderr: string, code = 1): unknown => {
  const complaint = readFailure({ code, stderr }, index);
  return complaint.kind === 'failure' ? complaint.failure.problems : complaint;
};

describe('readFailure', () => {
  it.each([
    [
      'a package without wheels',
      `${unsolved}  cause: Because docopt==0.6.2 has no usable wheels and you require docopt==0.6.2, we can conclude that your requirements are unsatisfiable.\n\nhint: Wheels are required for \`docopt\` because building from source is disabled for all packages (i.e., with \`--no-build\`)`,
      { kind: 'needs-building', packages: ['docopt'], why: 'docopt has no wheel that tells what it needs' },
    ],
    [
      'the same as an older uv draws it',
      '  × No solution found when resolving dependencies:\n  ╰─▶ Because docopt==0.6.2 has no usable wheels and you require docopt, we\n      can conclude',
      { kind: 'needs-building', packages: ['docopt'], why: 'docopt has no wheel that tells what it needs' },
    ],
    [
      'wheels for other systems alone',
      `${unsolved}  cause: Because psycopg2>=2.7,<=2.9.9 has no usable wheels, we can conclude that psycopg2<2.9.10 cannot be used.\n         And because psycopg2>=2.9.10 has no \`python_full_version < '3.14' and sys_platform == 'linux'\`-compatible wheels and you require psycopg2>=2.7, …`,
      {
        kind: 'needs-building',
        packages: ['psycopg2'],
        why: 'psycopg2 has no wheel that tells what it needs',
      },
    ],
    [
      'a machine without Python',
      'error: No interpreter found for Python 3.13 in virtual environments, managed installations, or search path',
      { kind: 'needs-building', packages: [], why: 'uv wants a Python on this machine and there is none' },
    ],
    [
      'an absent package',
      `${unsolved}  cause: Because there are no versions of uvicron${narrowed} and you require uvicron${narrowed}, we can conclude that your requirements are unsatisfiable.`,
      [
        {
          station: 'index',
          about: 'uvicron',
          message: `The index ${index} has no package "uvicron". Did you mean "uvicorn"?`,
          detail: [
            'No solution found when resolving dependencies',
            'Because there are no versions of uvicron and you require uvicron, we can conclude that your requirements are unsatisfiable.',
          ],
        },
      ],
    ],
    [
      'an absent version',
      `${unsolved}  cause: Because there is no version of uvicorn${narrowed}==99 and you require uvicorn${narrowed}==99, we can conclude …`,
      [
        {
          station: 'index',
          about: 'requirements',
          message: `the index ${index} has no version 99 of uvicorn: choose another.`,
          detail: [
            'No solution found when resolving dependencies',
            'Because there is no version of uvicorn==99 and you require uvicorn==99, we can conclude …',
          ],
        },
      ],
    ],
    [
      'a contradiction',
      `${unsolved}  cause: Because only click<=8.5.1 is available and you require click>=8.9, we can conclude …`,
      [
        {
          station: 'index',
          about: 'requirements',
          message:
            'no versions fit together: what is required contradicts itself, or this Python, or what the index has. Loosen a requirement, or choose another version.',
          detail: ['Because only click<=8.5.1 is available and you require click>=8.9, we can conclude …'],
        },
      ],
    ],
    [
      'an index out of reach',
      `${idle}error: Failed to fetch: http://127.0.0.1:9/simple/uvicorn/\n  cause: error sending request\n  cause: Connection refused (os error 111)`,
      [
        {
          station: 'index',
          about: 'requirements',
          message: `the index ${index} could not be reached while requirements were resolved: look at index_url, the network and the proxy variables.`,
          detail: [
            'Failed to fetch: http://127.0.0.1:9/simple/uvicorn/',
            'error sending request',
            'Connection refused (os error 111)',
          ],
        },
      ],
    ],
    [
      'an index that wants credentials',
      `${unsolved}  cause: Because uvicorn was not found in the package registry and you require uvicorn\n\nhint: An index URL (x) could not be queried due to a lack of valid authentication credentials (401 Unauthorized)`,
      [
        {
          station: 'index',
          about: 'requirements',
          message: `the index ${index} answered 401 while requirements were resolved: it wants credentials, or refuses the ones that it was given.`,
          detail: [
            'No solution found when resolving dependencies',
            'Because uvicorn was not found in the package registry and you require uvicorn',
            'hint: An index URL (x) could not be queried due to a lack of valid authentication credentials (401 Unauthorized)',
          ],
        },
      ],
    ],
    [
      'something else',
      'error: unexpected argument',
      [
        {
          station: 'index',
          about: 'requirements',
          message: 'uv ended with code 1 while it resolved.',
          detail: ['unexpected argument'],
        },
      ],
    ],
  ])('%s', (_, stderr, expected) => {
    expect(read(stderr)).toEqual(expected);
  });

  it('finds the first patch of Python that is allowed', () => {
    const stderr = `error: No solution found when resolving dependencies for split (markers: python_full_version == '3.9')
  cause: Because the requested Python version (>=3.9) does not satisfy all of:
             Python>3.9.0,<3.9.1
             Python>3.9.1
         and you require cryptography==50.0.2, we can conclude …`;
    expect(readFailure({ code: 1, stderr }, index)).toMatchObject({ kind: 'python', from: '3.9.2' });
  });
});

describe('warningsOf', () => {
  it('leaves out the warning about this machine’s Python', () => {
    expect(
      warningsOf(`${idle}warning: \`six==1.0\` is yanked (reason: "x")\nResolved 1 package in 3ms\n`),
    ).toEqual(['`six==1.0` is yanked (reason: "x")']);
  });
});

it.each([
  [127, 'uv cannot be run: it is not where it was found.'],
  [126, 'uv cannot be run: install it and have it on PATH, or keep it in another folder.'],
])('says what to do where uv ends with %i', (code, message) => {
  expect(read('"/cache/uv" could not be started: this user may not (EACCES)', code)).toMatchObject([
    { station: 'index', message, detail: ['"/cache/uv" could not be started: this user may not (EACCES)'] },
  ]);
});

describe('failedFile', () => {
  it.each([
    [
      'a cache that cannot be made',
      'error: Failed to initialize cache at `/proc/none/uv`\n  cause: failed to create directory `/proc/none/uv`: No such file or directory (os error 2)',
      '"/proc/none/uv" could not be used: it, or a folder above it, is not there and cannot be made (ENOENT)',
    ],
    [
      'the same as an older uv draws it',
      'error: Failed to initialize cache at `/etc/hostname`\n  Caused by: failed to create directory `/etc/hostname`: File exists (os error 17)',
      '"/etc/hostname" could not be used: something else is there (EEXIST)',
    ],
    [
      'a cache that is read-only',
      'error: Could not acquire lock\n  cause: Could not create temporary file\n  cause: Read-only file system (os error 30) at path "/cache/.tmpWUymEH"',
      '"/cache/.tmpWUymEH" could not be used: the file system is read-only (EROFS)',
    ],
    [
      'a cache that is full',
      'error: Failed to inspect Python interpreter from first executable in the search path at `/usr/bin/python3`\n  cause: Failed to query Python interpreter\n  cause: failed to write to file `/cache/.tmp8/python/info.py`: No space left on device (os error 28)',
      '"/cache/.tmp8/python/info.py" could not be used: no space is left on the device (ENOSPC)',
    ],
    [
      'a connection',
      'error: Failed to fetch: `https://packages.example.org/simple/six/`\n  cause: tcp connect error\n  cause: Connection refused (os error 111)',
      undefined,
    ],
    ['no versions', unsolved, undefined],
  ])('%s', (_, stderr, fact) => {
    expect(failedFile(stderr)?.fact).toBe(fact);
  });
});
