import { expect, test } from 'vitest';
import { type BuildSecret, buildxSecret } from '../../src/names/build-secret.ts';

test.each<readonly [BuildSecret, string]>([
  [{ id: 'netrc', from: { kind: 'file', path: '/run/my netrc' } }, 'id=netrc,src=/run/my netrc'],
  [{ id: 'TOKEN', from: { kind: 'variable', name: 'OTHER' } }, 'id=TOKEN,env=OTHER'],
])('%j is %s', (secret, text) => {
  expect(buildxSecret(secret)).toBe(text);
});
