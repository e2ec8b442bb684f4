import { expect, test } from 'vitest';
import { readStarts, type Starts } from '../../src/dockerfile/starts.ts';

const below: Starts = { entrypoint: ['/base'], cmd: ['serve'], folder: '/srv' };

test.each<[string, string, Starts]>([
  ['what the base starts', 'FROM base', below],
  [
    'exec form',
    'FROM base\nENTRYPOINT ["app", "--serve"]',
    { ...below, entrypoint: ['app', '--serve'], cmd: [] },
  ],
  ['a CMD for the ENTRYPOINT of the base', 'FROM base\nCMD ["more"]', { ...below, cmd: ['more'] }],
  [
    'an ENTRYPOINT behind its CMD',
    'FROM base\nCMD ["more"]\nENTRYPOINT ["app"]',
    { ...below, entrypoint: ['app'], cmd: ['more'] },
  ],
  ['shell form', 'FROM base\nCMD exec app --serve', { ...below, cmd: ['/bin/sh', '-c', 'exec app --serve'] }],
  [
    'another shell',
    'FROM base\nSHELL ["/bin/bash", "-ec"]\nCMD app',
    { ...below, cmd: ['/bin/bash', '-ec', 'app'] },
  ],
  ['an ENTRYPOINT that is taken away', 'FROM base\nENTRYPOINT []', { ...below, entrypoint: [], cmd: [] }],
  [
    'WORKDIR, from where the base was, with variables',
    'ARG top=app\nFROM base\nARG top\nWORKDIR $top\nWORKDIR "${more:-b c}"',
    { ...below, folder: '/srv/app/given' },
  ],
  [
    'stages that the last one stands on, and no others',
    'FROM base AS one\nENTRYPOINT ["one"]\nFROM base AS two\nCMD ["two"]\nFROM one\nWORKDIR /end',
    { entrypoint: ['one'], cmd: [], folder: '/end' },
  ],
  ['nothing at all', '', below],
])('%s', (_, text, expected) => {
  expect(
    readStarts(text.replace('ARG top\n', 'ARG top\nARG more\n'), { more: 'given' }, 'linux/amd64', below),
  ).toEqual(expected);
});

test('begins relative folders at the root, where there is no parent image', () => {
  expect(readStarts('FROM scratch\nWORKDIR a\nCMD ["x"]', {}, undefined)).toEqual({
    entrypoint: [],
    cmd: ['x'],
    folder: '/a',
  });
});
