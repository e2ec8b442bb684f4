import { expect, test, vi } from 'vitest';
import { homeOf } from '../src/home.ts';

const { homedir } = vi.hoisted(() => ({ homedir: vi.fn<() => string>() }));
vi.mock('node:os', () => ({ homedir }));

test.each([
  ['what HOME says', { HOME: '/home/ada' }, () => '/root', '/home/ada'],
  ['what the system knows', {}, () => '/root', '/root'],
  ['the same where HOME is empty', { HOME: '' }, () => '/root', '/root'],
  [
    'that of nobody, as a container has users that the system does not know',
    {},
    () => {
      throw new Error('uv_os_homedir returned ENOENT');
    },
    '/',
  ],
])('%s', (_, env, known, home) => {
  homedir.mockImplementation(known);
  expect(homeOf(env)).toBe(home);
});
