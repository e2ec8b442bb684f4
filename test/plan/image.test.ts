import { expect, test } from 'vitest';
import { imageIds } from '../../src/plan/image.ts';

test.each<[string, readonly string[], readonly string[]]>([
  ['an image that is alone is "image"', ['ghcr.io/team/app'], ['image']],
  ['what a bake target may not have becomes a hyphen', ['a.io/b', 'c:5000/d_e'], ['a-io-b', 'c-5000-d_e']],
  ['names that come out alike are counted', ['a/b', 'a.b', 'a-b'], ['a-b', 'a-b-2', 'a-b-3']],
  ['a name of nothing else is "image"', ['//', '..'], ['image', 'image-2']],
  [
    'no id is the target of a part of another image',
    ['team/app', 'team/app-verify', 'team/app-packages', 'team/app-compiled'],
    ['team-app', 'team-app-verify-image', 'team-app-packages-image', 'team-app-compiled-image'],
  ],
])('%s', (_, names, ids) => {
  expect(imageIds(names)).toEqual(ids);
});
