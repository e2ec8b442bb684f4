import { describe, expect, it } from 'vitest';
import { shown } from '../../src/names/shown.ts';

describe('shown', () => {
  it.each([
    ['plain text', 'a b', '"a b"'],
    ['quotes and backslashes', 'a"\\', '"a\\"\\\\"'],
    ['lines and controls', 'a\r\n\t\u001b[31m\u007f\u0085', '"a\\r\\n\\t\\u001b[31m\\u007f\\u0085"'],
    ['what turns or hides text', 'a\u202eb\u200bc\u2028d\ufeff', '"a\\u202eb\\u200bc\\u2028d\\ufeff"'],
    ['120 characters', 'a'.repeat(120), `"${'a'.repeat(120)}"`],
    ['121 characters', 'a'.repeat(121), `"${'a'.repeat(120)}…"`],
    ['a password in a URL', 'x @ https://user:p@ss/word@host/x', '"x @ ***@host/x"'],
    ['a token in a URL', 'git+https://token@host/x', '"***@host/x"'],
    ['a password without a scheme', 'user:pw@host', '"***@host"'],
    ['a URL without a user', 'https://host/x', '"https://host/x"'],
    ['an address', 'Ada <ada@example.com>', '"Ada <ada@example.com>"'],
  ])('%s', (_, text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it('hides a password of any length, and is fast on hostile text', () => {
    expect(shown(`https://u:${'p'.repeat(5000)}@host`)).toBe('"***@host"');
    const start = performance.now();
    for (const text of [':'.repeat(1e6), '/'.repeat(1e6), ' :'.repeat(1e6), '@'.repeat(1e6)]) shown(text);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
