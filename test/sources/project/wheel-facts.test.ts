import { describe, expect, it, test } from 'vitest';
import { consoleScripts, wheelFacts } from '../../../src/sources/project/wheel-facts.ts';

describe('consoleScripts', () => {
  it.each([
    ['nothing', '', []],
    [
      'that group alone',
      '[gui_scripts]\nwindow = a:b\n\n[console_scripts]\nfoo = a.b:c\nfoo.bar-2=a:b [x]\n\n[other]\nx = y\n',
      ['foo', 'foo.bar-2'],
    ],
    [
      'comments, spaces and CRLF',
      '[console_scripts]\r\n  # no = a:b\r\n  foo  =  a:b\r\n; b = c\r\n',
      ['foo'],
    ],
    [
      'a group that is there twice',
      '[console_scripts]\na = b:c\n[x]\nb = c\n[console_scripts]\nd = e:f\n',
      ['a', 'd'],
    ],
    ['no names', '[console_scripts]\nfoo\n= a:b\n', []],
  ])('reads %s', (_, text, scripts) => {
    expect(consoleScripts(text)).toEqual(scripts);
  });
});

describe('wheelFacts', () => {
  test('reads the headers, and not the description', () => {
    const metadata = `Metadata-Version: 2.1
Name: Foo_Bar
Version: 1.0.dev3
Provides-Extra: foo-base
Requires-Dist: redis ; extra == 'foo-base'
provides-extra:   test

Name: other
Provides-Extra: described
`;
    const facts = { name: 'Foo_Bar', version: '1.0.dev3', extras: ['foo-base', 'test'] };
    expect(wheelFacts(metadata)).toEqual(facts);
    expect(wheelFacts(metadata.replaceAll('\n', '\r\n'))).toEqual(facts);
  });

  test('has nothing of an empty file', () => {
    expect(wheelFacts('')).toEqual({ name: '', version: '', extras: [] });
  });
});
