import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/errors.ts';
import type { Artifact, Lock, LockedPackage } from '../../src/lock/lock.ts';
import { holdToPins, type Pins, unfitPins } from '../../src/lock/pins.ts';
import { NoSolution } from '../../src/lock/uv-errors.ts';

const file = (filename: string): Artifact => ({
  filename,
  url: `https://x/${filename}`,
  sha256: `of ${filename}`,
});
const six: LockedPackage = {
  name: 'six',
  version: '1.16.0',
  wheels: [file('six-cp313.whl'), file('six-any.whl')],
  sdist: file('six.tar.gz'),
};
const own: LockedPackage = { name: 'foo', version: '1.0', wheels: [file('foo.whl')] };
const lock = (...packages: readonly LockedPackage[]): Lock => ({ text: 'text', packages, resolved: 'host' });
const pins = (files: Pins['files']): Pins => ({
  from: 'uv.lock',
  renew: '"uv lock"',
  constraints: [],
  files,
});

describe('holdToPins', () => {
  test('leaves files out that are not pinned', () => {
    expect(holdToPins(lock(own, six), pins({ six: ['of six-any.whl'] }), 'foo')).toEqual({
      text: 'text',
      packages: [own, { name: 'six', version: '1.16.0', wheels: [file('six-any.whl')] }],
      resolved: 'project',
    });
  });

  test('takes an sdist alone', () => {
    const held = holdToPins(lock(six), pins({ six: ['of six.tar.gz'] }), 'foo');
    expect(held.packages).toEqual([{ ...six, wheels: [] }]);
  });

  test.each<readonly [string, Pins['files'], string]>([
    [
      'something that is not pinned',
      { other: ['x'] },
      'uv.lock lacks six, which the project requires: it is out of date. Renew it with "uv lock".',
    ],
    [
      'something of no index',
      { six: [] },
      'uv.lock has no sha256 of six 1.16.0: only packages of an index can be installed.',
    ],
    [
      'other files',
      { six: ['x'] },
      'uv.lock has other hashes of six 1.16.0 than the index: the files are not those that were locked.',
    ],
  ])('refuses %s', (_, files, message) => {
    const held = () => holdToPins(lock(own, six), pins(files), 'foo');
    expect(held).toThrow(new Failure([{ station: 'input', about: 'uv.lock', message }]));
  });
});

test('pins that do not fit are named before what the resolver says', () => {
  const error = new NoSolution([{ station: 'index', message: 'No solution.', detail: ['because'] }]);
  expect(unfitPins(pins({}), error).problems).toEqual([
    {
      station: 'input',
      about: 'uv.lock',
      message: 'uv.lock does not fit what the project requires: it is out of date. Renew it with "uv lock".',
      detail: ['No solution.', 'because'],
    },
  ]);
});
