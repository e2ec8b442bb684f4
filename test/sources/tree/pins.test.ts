import { parseEnv } from 'node:util';
import { expect, test } from 'vitest';
import type { Digest } from '../../../src/names/reference.ts';
import {
  movedPins,
  type Pin,
  pinArguments,
  type PinFile,
  readPins,
  updatePins,
  withImages,
} from '../../../src/sources/tree/pins.ts';

const digest = (digit: string): Digest => `sha256:${digit.repeat(64)}` as Digest;
const [one, two, three] = [digest('1'), digest('2'), digest('3')];

test.each<[string, string, Pick<PinFile, 'values' | 'pins'>]>([
  ['nothing', '', { values: {}, pins: [] }],
  [
    'a pair',
    `# Main Components\nBASE_IMAGE=ubuntu:resolute\nBASE_DIGEST=${one}\n`,
    {
      values: { BASE_IMAGE: 'ubuntu:resolute', BASE_DIGEST: one },
      pins: [
        { name: 'BASE_DIGEST', line: 3, digest: one, image: 'ubuntu:resolute', imageName: 'BASE_IMAGE' },
      ],
    },
  ],
  [
    'an image with its digest',
    `\n\nUV=ghcr.io/astral-sh/uv:0.5@${one}`,
    {
      values: { UV: `ghcr.io/astral-sh/uv:0.5@${one}` },
      pins: [{ name: 'UV', line: 3, digest: one, image: 'ghcr.io/astral-sh/uv:0.5' }],
    },
  ],
  [
    'pairs of other names, in any order',
    `A_DIGEST=${one}\nA=a:1\nB_IMAGE_DIGEST=${two}\nB_IMAGE=b:1\nC_IMAGE_PUBLIC=c:1\nC_DIGEST_PUBLIC=${three}\nd_image=d:1\nd_digest=${one}\nE_SHA=${one}\nE_IMAGE=e\n`,
    {
      values: {
        A_DIGEST: one,
        A: 'a:1',
        B_IMAGE_DIGEST: two,
        B_IMAGE: 'b:1',
        C_IMAGE_PUBLIC: 'c:1',
        C_DIGEST_PUBLIC: three,
        d_image: 'd:1',
        d_digest: one,
        E_SHA: one,
        E_IMAGE: 'e',
      },
      pins: [
        { name: 'A_DIGEST', line: 1, digest: one, image: 'a:1', imageName: 'A' },
        { name: 'B_IMAGE_DIGEST', line: 3, digest: two, image: 'b:1', imageName: 'B_IMAGE' },
        { name: 'C_DIGEST_PUBLIC', line: 6, digest: three, image: 'c:1', imageName: 'C_IMAGE_PUBLIC' },
        { name: 'd_digest', line: 8, digest: one, image: 'd:1', imageName: 'd_image' },
        { name: 'E_SHA', line: 9, digest: one, image: 'e', imageName: 'E_IMAGE' },
      ],
    },
  ],
  [
    'a digest alone, and values that pin no image',
    `PYTHON_DIGEST=${one}\nVERSION=1.2\nRUSTUP_SHA256=${'a'.repeat(64)}\nEMPTY=\nEMPTY_DIGEST=${two}\n`,
    {
      values: {
        PYTHON_DIGEST: one,
        VERSION: '1.2',
        RUSTUP_SHA256: 'a'.repeat(64),
        EMPTY: '',
        EMPTY_DIGEST: two,
      },
      pins: [
        { name: 'PYTHON_DIGEST', line: 1, digest: one },
        { name: 'EMPTY_DIGEST', line: 5, digest: two },
      ],
    },
  ],
  [
    'quotes, comments, export, blanks and other line breaks',
    `\uFEFFexport A = "a:1"  # why\r\n  B='b #2'\r\n#C=c\r\nD=d # why\r\nE=#\r\nF='$x'\r\nG="${one}"\r\nH=h#1`,
    {
      values: { A: 'a:1', B: 'b #2', D: 'd', E: '', F: '$x', G: one, H: 'h#1' },
      pins: [{ name: 'G', line: 7, digest: one }],
    },
  ],
])('reads %s', (_, text, { values, pins }) => {
  expect(readPins(text)).toEqual({ values, pins, messages: [] });
  // Node ends an unquoted value at any `#`, where shells want a blank before it.
  const { H: _hash, ...others } = values;
  expect(parseEnv(text.replace('\uFEFF', ''))).toMatchObject(others);
});

test('says what it cannot read, and reads the rest', () => {
  const text = [
    'A=1',
    'B: 2',
    'A=3',
    'C="open',
    'D=${A}/x',
    'E="$A"',
    'F=sha256:123',
    `G=a@${one}x`,
    '2X=1',
    'H=1$',
    'https://user:password@host/',
  ].join('\n');
  expect(readPins(text)).toEqual({
    values: { A: '1', H: '1$' },
    pins: [],
    messages: [
      'line 2: it is not NAME=value.',
      'line 3: A has a value in line 1 already: keep one.',
      'line 4: C has a quote that is not closed in its line.',
      'line 5: D has a variable in its value, which nothing expands here: write the value.',
      'line 6: E has a variable in its value, which nothing expands here: write the value.',
      'line 7: digest "sha256:123" is not valid: it is "sha256:" and 64 lower-case hexadecimal digits.',
      `line 8: digest "${one}x" is not valid: it is "sha256:" and 64 lower-case hexadecimal digits.`,
      'line 9: it is not NAME=value.',
      'line 11: it is not NAME=value.',
    ],
  });
});

const pair = `BASE_IMAGE=ubuntu:24.04\nBASE_DIGEST=${one}\nUV=uv:1@${two}\nRUST=1.88\nALONE_DIGEST=${three}\n`;

test.each<[string, string, Record<string, string>]>([
  [
    'both of a pair',
    'ARG BASE_IMAGE=x\nARG BASE_DIGEST=y\nFROM ${BASE_IMAGE}@${BASE_DIGEST}\n',
    { BASE_IMAGE: 'ubuntu:24.04', BASE_DIGEST: one },
  ],
  [
    'no image without its digest: its ARG may have an image of the tree',
    'ARG BASE_IMAGE=ffreis/base\nFROM ${BASE_IMAGE}\n',
    {},
  ],
  ['a digest without its image', 'ARG BASE_DIGEST\nFROM ubuntu@${BASE_DIGEST}\n', { BASE_DIGEST: one }],
  [
    'what a stage declares, several by one ARG',
    'FROM scratch\nARG UV RUST="1"\nARG ALONE_DIGEST\n',
    { UV: `uv:1@${two}`, RUST: '1.88', ALONE_DIGEST: three },
  ],
  ['nothing that no ARG names', 'FROM scratch\nENV RUST=1\nRUN echo $UV\n', {}],
])('gives a Dockerfile %s', (_, dockerfile, expected) => {
  expect(pinArguments(readPins(pair), dockerfile)).toEqual(expected);
});

test('finds the image of a digest that stands alone in a reference of a Dockerfile', () => {
  const alone: Pin = { name: 'ALONE_DIGEST', line: 5, digest: three };
  const known: Pin = { name: 'UV', line: 3, digest: two, image: 'uv:1' };
  const other: Pin = { name: 'OTHER', line: 6, digest: one };
  const references = [`localhost:5000/python:3.14@${three}`, `other@${two}`, 'python:3'];
  expect(withImages([alone, known, other], references)).toEqual([
    { ...alone, image: 'localhost:5000/python:3.14' },
    known,
    other,
  ]);
});

test('shows the pins that moved: not those that are as they were, or whose image is not known', () => {
  const { pins } = readPins(pair);
  expect(movedPins(pins, { 'ubuntu:24.04': three, 'uv:1': two })).toEqual([
    {
      name: 'BASE_DIGEST',
      line: 2,
      digest: one,
      image: 'ubuntu:24.04',
      imageName: 'BASE_IMAGE',
      to: three,
    },
  ]);
});

test.each<[string, string, Readonly<Record<string, Digest>>, string]>([
  [
    'of one line, and no other that has the same digest',
    `A=a:1@${one}\nB=b:1@${one} # as A\n`,
    { 'b:1': two },
    `A=a:1@${one}\nB=b:1@${two} # as A\n`,
  ],
  [
    'between comments, quotes and line breaks of any kind',
    `\uFEFF# ${one}\r\n export A_IMAGE = "a:1"\r\n\n  A_DIGEST='${one}'   # since ${one}\n\r\nX=1`,
    { 'a:1': two },
    `\uFEFF# ${one}\r\n export A_IMAGE = "a:1"\r\n\n  A_DIGEST='${two}'   # since ${one}\n\r\nX=1`,
  ],
  ['of nothing', `A=a:1@${one}`, { 'a:1': one }, `A=a:1@${one}`],
])('changes the digest %s', (_, text, today, updated) => {
  expect(updatePins(text, movedPins(readPins(text).pins, today))).toBe(updated);
});

test('takes no time for many lines', { timeout: 2000 }, () => {
  const text = Array.from({ length: 100_000 }, (_, at) => `A${at}=\n`).join('');
  expect(readPins(text).messages).toEqual([]);
});
