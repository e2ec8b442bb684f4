import { expect, test } from 'vitest';
import { fitsBase, type NewBase } from '../../src/decide/fits-base.ts';
import type { BaseFacts } from '../../src/lock/lock.ts';
import { installsOf, type BuildRecord } from '../../src/plan/fingerprint.ts';
import { record as fingerprint } from './values.ts';

const facts = (more: Partial<BaseFacts> = {}): BaseFacts => ({
  platform: 'linux/amd64',
  python: '3.13.8',
  libc: { kind: 'glibc', version: '2.41' },
  distribution: { id: 'debian', version: '13', codename: 'trixie' },
  installed: { pip: '25.2' },
  ...more,
});
const requirements: NewBase['requirements'] = [
  { platform: 'linux/amd64', requirements: [{ kind: 'present', name: 'demo', version: '1' }] },
];
const record: BuildRecord = {
  fingerprint: { ...fingerprint, installs: installsOf(requirements) },
  facts: [facts()],
  indexes: {},
};
const now = (more: Partial<BaseFacts> = {}): NewBase => ({
  facts: [facts(more)],
  requirements,
  replaced: [],
});

test.each<[string, NewBase, string]>([
  ['the same', now(), ''],
  ['another patch of Python, and another pip', now({ python: '3.13.9', installed: { pip: '25.3' } }), ''],
  ['another point release', now({ distribution: { id: 'debian', version: '13.1', codename: 'trixie' } }), ''],
  ['another Python', now({ python: '3.14.0' }), 'Python of the base is 3.14 on linux/amd64, and was 3.13'],
  [
    'another libc',
    now({ libc: { kind: 'musl', version: '1.2' } }),
    'the libc of the base is musl 1.2 on linux/amd64, and was glibc 2.41',
  ],
  [
    'an older libc',
    now({ libc: { kind: 'glibc', version: '2.36' } }),
    'the libc of the base is glibc 2.36 on linux/amd64, and was glibc 2.41',
  ],
  [
    'another release',
    now({ distribution: { id: 'debian', version: '12', codename: 'bookworm' } }),
    'the distribution of the base is debian bookworm on linux/amd64, and was debian trixie',
  ],
  [
    'another release without a name',
    now({ distribution: { id: 'alpine', version: '3.21.1', codename: '' } }),
    'the distribution of the base is alpine 3.21 on linux/amd64, and was debian trixie',
  ],
  ['links, where those of before are not known', now({ links: { man: 'share/man' } }), ''],
  ['a platform that is new', now({ platform: 'linux/arm64' }), 'linux/arm64 is new'],
  [
    'something that has to go',
    { ...now(), replaced: ['setuptools'] },
    'the base brings another setuptools now, which has to go',
  ],
  [
    'other files',
    { ...now(), requirements: [] },
    'what is installed depends on what the base brings, which is another version now',
  ],
])('%s', (_, on, message) => {
  const fits = fitsBase(record, on);
  expect(fits.ok ? '' : fits.message).toBe(message);
});

test.each<[string, BaseFacts['links'], string]>([
  ['the same link', { man: 'share/man' }, ''],
  [
    'no link any more',
    {},
    'the layout of the base is without links on linux/amd64, and was /usr/local/man → share/man',
  ],
])('links of the base: %s', (_, links, message) => {
  const fits = fitsBase(
    { ...record, facts: [facts({ links: { man: 'share/man' } })] },
    now({ links: links! }),
  );
  expect(fits.ok ? '' : fits.message).toBe(message);
});
