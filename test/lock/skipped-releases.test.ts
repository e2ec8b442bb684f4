import { expect, test } from 'vitest';
import type { Lock } from '../../src/lock/lock.ts';
import { packagesWithSkippedReleases } from '../../src/lock/skipped-releases.ts';
import { parseProject } from '../../src/package-index/simple.ts';

const lock: Lock = {
  text: '',
  resolved: 'host',
  packages: [{ name: 'tide', version: '1.0', wheels: [] }],
};

/** @param files names; ` !` after one means that it was withdrawn, ` >=3.14` that it needs this Python. */
function skippedOf(files: readonly string[]): string[] {
  const links = files.map((file) => {
    const [name, more = ''] = file.split(' ');
    const attributes = more === '!' ? 'data-yanked=""' : more === '' ? '' : `data-requires-python="${more}"`;
    return `<a href="/${name}" ${attributes}>${name}</a>`;
  });
  const page = parseProject('tide', links.join(''), 'text/html', 'https://packages.example.org/tide/');
  return packagesWithSkippedReleases(lock, new Map([['tide', page]]), { text: '3.13', minor: '3.13' });
}

const [windows, source] = ['tide-2.0-cp313-cp313-win_amd64.whl', 'tide-2.0.tar.gz'];

test.each([
  ['a newer release for Windows and as a source', [windows, source], ['tide']],
  [
    'one for Linux, but not for this Python',
    [windows, source, 'tide-2.0-cp312-cp312-manylinux_2_28_x86_64.whl'],
    ['tide'],
  ],
  ['one for Linux', [windows, source, 'tide-2.0-cp313-cp313-musllinux_1_2_aarch64.whl'], []],
  ['one for Linux and the stable ABI', [windows, source, 'tide-2.0-cp38-abi3-manylinux_2_28_x86_64.whl'], []],
  ['one for any system', [windows, source, 'tide-2.0-py3-none-any.whl'], []],
  ['one that cannot be compiled', [windows], []],
  ['one that is a source alone', [source], []],
  ['one that was withdrawn', [`${windows} !`, `${source} !`], []],
  ['one for a later Python', [`${windows} >=3.14`, `${source} >=3.14`], []],
  ['a pre-release', ['tide-2.0rc1-cp313-cp313-win_amd64.whl', 'tide-2.0rc1.tar.gz'], []],
  ['an older one', ['tide-0.9-cp313-cp313-win_amd64.whl', 'tide-0.9.tar.gz'], []],
  ['the locked one', ['tide-1.0-cp313-cp313-win_amd64.whl', 'tide-1.0.tar.gz'], []],
])('%s', (_, files, expected) => {
  expect(skippedOf(files)).toEqual(expected);
});
