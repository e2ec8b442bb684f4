import { describe, expect, it } from 'vitest';
import { parseNetrc } from '../../src/package-index/netrc.ts';

describe('parseNetrc', () => {
  const text = `# machine a.example.org login no password no
machine a.example.org
  login me
  password s#cret
macdef init
machine b.example.org login no password no

machine b.example.org login you account x password p2
default login any password p3`;
  it.each([
    ['over several lines', text, 'A.example.org', { username: 'me', password: 's#cret' }],
    ['after a macro', text, 'b.example.org', { username: 'you', password: 'p2' }],
    ['the default is for no host', text, 'c.example.org', undefined],
    ['none', 'machine a.example.org login me password x', 'c.example.org', undefined],
    [
      'no login',
      'machine a.example.org password token',
      'a.example.org',
      { username: '', password: 'token' },
    ],
    ['nothing', '', 'a.example.org', undefined],
  ])('%s', (_, content, host, entry) => {
    expect(parseNetrc(content, host)).toEqual(entry);
  });
});
