import { describe, expect, it } from 'vitest';
import { parseDigest, parseTag, repositoryText } from '../../src/names/reference.ts';

describe('parseTag', () => {
  it.each(['latest', 'py3.13-slim-0.35.0', '_', '1', 'A.b-C_d', 'a'.repeat(128)])('%s', (text) => {
    expect(parseTag(text)).toEqual({ ok: true, value: text });
  });

  it.each([
    ['nothing', '', '""'],
    ['a slash', 'a/b', '"a/b"'],
    ['a plus', '1.0+local', '"1.0+local"'],
    ['a dot first', '.a', '".a"'],
    ['a dash first', '-a', '"-a"'],
    ['a line break', 'a\n', '"a\\n"'],
    ['no ASCII', 'ä', '"ä"'],
    ['129 characters', 'a'.repeat(129), `"${'a'.repeat(120)}…"`],
  ])('refuses %s', (_, text, shown) => {
    expect(parseTag(text)).toEqual({
      ok: false,
      message: `tag ${shown} is not valid: a tag has 1 to 128 letters, digits, "_", "." and "-", and starts with a letter, a digit or "_".`,
    });
  });
});

describe('parseDigest', () => {
  const digest = `sha256:${'0a'.repeat(32)}`;
  it('accepts sha256', () => {
    expect(parseDigest(digest)).toEqual({ ok: true, value: digest });
  });

  it.each([
    ['nothing', '', '""'],
    ['another algorithm', `sha512:${'0'.repeat(128)}`, `"sha512:${'0'.repeat(113)}…"`],
    ['capitals', 'sha256:ABC', '"sha256:ABC"'],
    ['too short', 'sha256:0a', '"sha256:0a"'],
    ['a line break', `${digest}\n`, `"${digest}\\n"`],
  ])('refuses %s', (_, text, shown) => {
    expect(parseDigest(text)).toEqual({
      ok: false,
      message: `digest ${shown} is not valid: it is "sha256:" and 64 lower-case hexadecimal digits.`,
    });
  });
});

it('writes a repository with its registry', () => {
  expect(repositoryText({ registry: 'localhost:5000', name: 'a/b' })).toBe('localhost:5000/a/b');
});
