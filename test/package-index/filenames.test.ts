import { describe, expect, it } from 'vitest';
import { parseWheelName, sdistVersion } from '../../src/package-index/filenames.ts';

describe('parseWheelName', () => {
  it.each([
    [
      'a pure wheel',
      'uvicorn-0.54.0-py3-none-any.whl',
      { name: 'uvicorn', version: '0.54.0', pythons: ['py3'], abis: ['none'], platforms: ['any'] },
    ],
    [
      'compressed sets',
      'Six_Seven-1.0-py2.py3-none-manylinux_2_17_x86_64.manylinux2014_x86_64.whl',
      {
        name: 'six-seven',
        version: '1.0',
        pythons: ['py2', 'py3'],
        abis: ['none'],
        platforms: ['manylinux_2_17_x86_64', 'manylinux2014_x86_64'],
      },
    ],
    [
      'a build tag',
      'a.b-1!2.0+local-12abc-cp313-cp313-linux_x86_64.whl',
      {
        name: 'a-b',
        version: '1!2.0+local',
        build: [12, 'abc'],
        pythons: ['cp313'],
        abis: ['cp313'],
        platforms: ['linux_x86_64'],
      },
    ],
    [
      'a post-release written by an old tool',
      'x-1.0_1-py3-none-any.whl',
      { name: 'x', version: '1.0.post1', pythons: ['py3'], abis: ['none'], platforms: ['any'] },
    ],
  ])('%s', (_, filename, expected) => {
    const name = parseWheelName(filename);
    expect({ ...name, version: name?.version.text }).toEqual(expected);
  });

  it.each([
    ['an sdist', 'six-1.0.tar.gz'],
    ['too few parts', 'six-1.0-py3-any.whl'],
    ['a build tag without number', 'six-1.0-abc-py3-none-any.whl'],
    ['no version', 'six-final-py3-none-any.whl'],
    ['an empty part', '-1.0-py3-none-any.whl'],
  ])('refuses %s', (_, filename) => {
    expect(parseWheelName(filename)).toBeUndefined();
  });
});

describe('sdistVersion', () => {
  it.each([
    ['foo_bar-1.0.tar.gz', 'foo-bar', '1.0'],
    ['Foo-Bar-1.0.tar.gz', 'foo-bar', '1.0'],
    ['Foo.Bar-1.0-rc1.ZIP', 'foo-bar', '1.0rc1'],
    ['docopt-0.6.2.tgz', 'docopt', '0.6.2'],
    ['x-2-1.0.tar.bz2', 'x-2', '1.0'],
    ['x-2-1.0.tar.bz2', 'x', undefined],
    ['other-1.0.tar.gz', 'docopt', undefined],
    ['docopt-0.6.2.exe', 'docopt', undefined],
    ['docopt-0.6.2-py2.7.egg', 'docopt', undefined],
    ['docopt.tar.gz', 'docopt', undefined],
  ])('%s of %s: %s', (filename, project, expected) => {
    expect(sdistVersion(filename, project)?.text).toBe(expected);
  });
});
