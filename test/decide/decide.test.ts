import { expect, test } from 'vitest';
import { decide, reasonText } from '../../src/decide/decide.ts';
import type { ObservedImage } from '../../src/decide/observe.ts';
import type { Digest, Tag } from '../../src/names/reference.ts';

const digest = `sha256:${'c'.repeat(64)}` as Digest;
const repository = { registry: 'ghcr.io', name: 'team/demo' };

test.each<[string, ObservedImage, ReturnType<typeof decide>, string]>([
  [
    'nothing is pushed',
    { is: 'unasked' },
    { do: 'build', because: 'local' },
    'asked for: nothing is pushed, so that no registry was asked what it holds',
  ],
  [
    'the tag is absent',
    { is: 'absent' },
    { do: 'build', because: 'absent' },
    'ghcr.io/team/demo:py3.13-1.0 does not exist yet',
  ],
  [
    'the tag is there',
    { is: 'present', digest },
    { do: 'build', because: 'asked', replaces: digest },
    'asked for: ghcr.io/team/demo:py3.13-1.0 exists (sha256:cccccccccccc…) and is built again',
  ],
])('%s', (_, observed, decision, reason) => {
  expect(decide(observed)).toEqual(decision);
  expect(reasonText(decision, repository, 'py3.13-1.0' as Tag)).toBe(reason);
});
