import { expect, test } from 'vitest';
import { parseAttemptLine } from '../../src/build/attempts.ts';

const line = '#35 3.502 not cross-compiled pycurl 7.45.4 for armv7: 1.8 s, curl-config is missing: 2 of 2';

test.each([
  [
    'what could not be cross-compiled',
    line,
    {
      platform: 'linux/arm/v7',
      attempt: {
        name: 'pycurl',
        version: '7.45.4',
        way: 'cross',
        seconds: 1.8,
        why: 'curl-config is missing: 2 of 2',
      },
    },
  ],
  [
    'what could',
    '#35 4.1 cross-compiled bitarray 3.8.2 for armv7: 21.0 s, 301234 bytes',
    {
      platform: 'linux/arm/v7',
      attempt: { name: 'bitarray', version: '3.8.2', way: 'cross', seconds: 21, bytes: 301234 },
    },
  ],
  ['for a platform that is not built', line.replace('armv7', 'arm64'), undefined],
  ['said by no step', line.replace(/^#\d+ \S+ /, ''), undefined],
])('a line of a build: %s', (_, text, expected) => {
  expect(parseAttemptLine(text, ['linux/amd64', 'linux/arm/v7'])).toEqual(expected);
});
