import { describe, expect, it } from 'vitest';
import { normalizedName, parsePackageName, parseRequirement } from '../../src/names/requirement.ts';

describe('parsePackageName', () => {
  it.each([
    ['a name', 'uvicorn', { name: 'uvicorn', extras: [], text: 'uvicorn' }],
    ['capitals, dots and underscores', 'Foo._Bar', { name: 'foo-bar', extras: [], text: 'foo-bar' }],
    ['an extra', 'uvicorn[standard]', { name: 'uvicorn', extras: ['standard'], text: 'uvicorn[standard]' }],
    [
      'extras in any order and twice',
      ' gunicorn [ setproctitle, Gevent,gevent ] ',
      { name: 'gunicorn', extras: ['gevent', 'setproctitle'], text: 'gunicorn[gevent,setproctitle]' },
    ],
    ['empty brackets', 'six[]', { name: 'six', extras: [], text: 'six' }],
  ])('%s', (_, text, value) => {
    expect(parsePackageName(text)).toEqual({ ok: true, value });
  });

  const rule =
    'is not valid: a name has letters, digits, ".", "-" and "_", and begins and ends with a letter or a digit; extras follow in brackets, "uvicorn[standard]".';
  it.each([
    ['nothing', ' ', 'package is empty: give its name on the index, like "uvicorn" or "uvicorn[standard]".'],
    [
      'a version',
      'six==1.16',
      'package "six==1.16" has "==1.16" after its name: give the name and extras alone, and the version as package_version.',
    ],
    [
      'an open bracket',
      'six[',
      'package "six[" has "[" after its name: give the name and extras alone, and the version as package_version.',
    ],
    ['a command', '$(touch x)', `package "$(touch x)" ${rule}`],
    ['backticks', '`id`', `package "\`id\`" ${rule}`],
    ['a line break', 'six\nflask', `package "six\\nflask" ${rule}`],
    ['a workflow command', '::set-output name=x::y', `package "::set-output name=x::y" ${rule}`],
    ['a path', '../../etc', 'package "../../etc" is a URL or a path: give its name on the index.'],
    [
      'a URL',
      'https://u:p@example.org/x.whl',
      'package "***@example.org/x.whl" is a URL or a path: give its name on the index.',
    ],
    [
      'a named URL',
      'six @ https://example.org/x.whl',
      'package "six @ https://example.org/x.whl" is a URL or a path: give its name on the index.',
    ],
  ])('refuses %s', (_, text, message) => {
    expect(parsePackageName(text)).toEqual({ ok: false, message });
  });
});

describe('parseRequirement', () => {
  it.each([
    ['a name', 'six', { name: 'six', extras: [], text: 'six', specifiers: '', line: 'six' }],
    [
      'specifiers and a marker',
      'watchfiles >= 0.15, <2; platform_machine != "armv7l"',
      {
        name: 'watchfiles',
        extras: [],
        text: 'watchfiles',
        specifiers: '>=0.15,<2',
        marker: 'platform_machine != "armv7l"',
        line: 'watchfiles>=0.15,<2 ; platform_machine != "armv7l"',
      },
    ],
    [
      'old brackets and extras',
      'Foo[b,a] (~=1.0)',
      { name: 'foo', extras: ['a', 'b'], text: 'foo[a,b]', specifiers: '~=1.0', line: 'foo[a,b]~=1.0' },
    ],
  ])('%s', (_, text, value) => {
    expect(parseRequirement(text)).toEqual({ ok: true, value });
  });

  it.each([
    [
      'an option',
      '--index-url x',
      'requirement "--index-url x" is an option of pip: give packages alone, one a line.',
    ],
    [
      'a URL',
      'x@https://example.org/x.whl',
      'requirement "x@https://example.org/x.whl" is a URL or a path: only packages of the index can be locked, like "watchfiles>=0.15".',
    ],
    [
      'a wrong specifier',
      'six=>1',
      'requirement "six=>1": version specifier "=>1" is not one of PEP 440: write it like ">=1.2", "==1.2.*", "~=1.4" or "!=1.3".',
    ],
    [
      'a wrong marker',
      'six; python == 3',
      'requirement "six; python == 3": marker "python == 3" is not one of PEP 508: write it like \'python_version < "3.11" and platform_machine == "x86_64"\'.',
    ],
    ['an empty marker', 'six;', 'requirement "six;" ends in ";": a marker follows there, or nothing.'],
  ])('refuses %s', (_, text, message) => {
    expect(parseRequirement(text)).toEqual({ ok: false, message });
  });
});

describe('normalizedName', () => {
  it('follows PEP 503', () => {
    expect(['Foo', 'a.b_c--d', 'zope.interface'].map(normalizedName)).toEqual([
      'foo',
      'a-b-c-d',
      'zope-interface',
    ]);
  });
});
