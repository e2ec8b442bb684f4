import { describe, expect, test } from 'vitest';
import type { ImageId } from '../../src/plan/image.ts';
import { ancestorsOf, groupsOf } from '../../src/plan/plan.ts';
import { dockerfileNamed } from '../support/cells.ts';

/** `child: parent other` are an image and its parents, by their ids. */
const imagesOf = (lines: readonly string[]) =>
  lines.map((line) => {
    const [id = '', parents = ''] = line.split(':');
    const ids = parents.split(' ').filter((parent) => parent !== '');
    return dockerfileNamed(id, Object.fromEntries(ids.map((parent) => [`team/${parent}`, parent])));
  });

describe('groups are images that are connected through parents', () => {
  test.each<[string, readonly string[], readonly (readonly string[])[]]>([
    ['no image', [], []],
    ['an image that is alone', ['a'], [['a']]],
    ['images that have nothing to do with each other', ['a', 'b', 'c'], [['a'], ['b'], ['c']]],
    ['a parent and its children', ['a', 'b:a', 'c:a'], [['a', 'b', 'c']]],
    ['a chain', ['a', 'b:a', 'c:b'], [['a', 'b', 'c']]],
    [
      'two groups whose images are mixed',
      ['a', 'b', 'c:a', 'd:b'],
      [
        ['a', 'c'],
        ['b', 'd'],
      ],
    ],
    ['a child that joins two groups', ['a', 'b', 'c', 'd:b', 'e:a d'], [['a', 'b', 'd', 'e'], ['c']]],
    ['a child that joins three', ['a', 'b', 'c', 'd:c b a'], [['a', 'b', 'c', 'd']]],
    ['two ways to one parent', ['a', 'b:a', 'c:a', 'd:b c'], [['a', 'b', 'c', 'd']]],
    ['one parent under two names', ['a', 'b:a a'], [['a', 'b']]],
  ])('%s', (_, lines, groups) => {
    expect(groupsOf(imagesOf(lines)).map((group) => group.map(({ id }) => id))).toEqual(groups);
  });

  test('images go on as they are', () => {
    const images = imagesOf(['a', 'b:a']);
    expect(groupsOf(images)).toEqual([images]);
  });
});

describe('a plan that is wrong is a mistake of whoever made it', () => {
  test.each<[string, readonly string[], string]>([
    ['a parent that is not there', ['a:b'], 'the plan has no b before a, whose parent it is'],
    ['a parent that comes later', ['a:b', 'b'], 'the plan has no b before a, whose parent it is'],
    ['an image that stands on itself', ['a:a'], 'the plan has no a before a, whose parent it is'],
    ['two that stand on each other', ['a:b', 'b:a'], 'the plan has no b before a, whose parent it is'],
    ['one parent of two', ['a', 'b:a c'], 'the plan has no c before b, whose parent it is'],
    ['two images of one id', ['a', 'a'], 'the plan has two images a'],
    ['two of one id, of which one has a child', ['a', 'b:a', 'a'], 'the plan has two images a'],
  ])('%s', (_, lines, message) => {
    expect(() => groupsOf(imagesOf(lines))).toThrow(new Error(message));
  });

  test('a Dockerfile that stands on an image which is not among the parents', () => {
    const [a, b] = [dockerfileNamed('a'), dockerfileNamed('b', { 'team/a': 'a' })];
    const message = 'b stands on a, which is not among its parents';
    expect(() => groupsOf([a, { ...b, parents: [] }])).toThrow(new Error(message));
  });
});

describe('ancestors are all that an image stands on', () => {
  test.each<[string, readonly string[], string, readonly string[]]>([
    ['of one that stands on none', ['a', 'b:a'], 'a', []],
    ['its parents', ['a', 'b', 'c:a b'], 'c', ['a', 'b']],
    ['and theirs', ['a', 'b:a', 'c:b'], 'c', ['b', 'a']],
    ['each once', ['a', 'b:a', 'c:a', 'd:b c'], 'd', ['b', 'a', 'c']],
    ['not its children, nor what else stands on its parents', ['a', 'b:a', 'c:a', 'd:b'], 'b', ['a']],
    ['of one that is not there', ['a'], 'b', []],
    ['of a part of a plan, as far as that goes', ['b:a', 'c:b'], 'c', ['b', 'a']],
    ['also where images stand on each other', ['a:b', 'b:a'], 'a', ['b', 'a']],
  ])('%s', (_, lines, id, expected) => {
    expect([...ancestorsOf(imagesOf(lines), id as ImageId)]).toEqual(expected);
  });
});
