import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { type Selection, selectRemovals } from '../../src/decide/clean.ts';
import type { CleanRule, CleanSource } from '../../src/decide/clean-rule.ts';
import type { Digest } from '../../src/names/reference.ts';
import { subjectOfTag } from '../../src/observe/repository.ts';
import { annotationsOfRecord } from '../../src/plan/build-record.ts';
import { record } from './values.ts';
import { type MadeManifest, named, now, randomManifests, sourceOf } from './repositories.ts';

const rule = (more: Partial<CleanRule> = {}): CleanRule => ({ untagged: false, keepTags: [], ...more });

/** What goes and what stays, by names. */
function select(made: Readonly<Record<string, MadeManifest>>, more: Partial<CleanRule>) {
  const names = new Map(Object.keys(made).map((name) => [named(name), name]));
  const [selection] = selectRemovals([sourceOf(made)], rule(more), now);
  const { images, parts, order } = selection!;
  return {
    stays: Object.fromEntries(
      images.flatMap(({ digest, stays }) => (stays === undefined ? [] : [[names.get(digest), stays]])),
    ),
    goes: images.flatMap(({ digest, stays }) => (stays === undefined ? [names.get(digest)] : [])),
    parts: parts.map(({ digest, kind }) => `${names.get(digest)}: ${kind}`).toSorted(),
    order: order.map((layer) => layer.map((digest) => names.get(digest) ?? '').toSorted()),
  };
}

const images: Readonly<Record<string, MadeManifest>> = {
  one: { tags: ['1.0'], age: 300 },
  two: { tags: ['2.0', 'stable'], age: 200 },
  three: { tags: ['3.0'], age: 100 },
  four: { tags: ['4.0', 'latest'], age: 10 },
};

describe('the rule', () => {
  test.each<readonly [string, Partial<CleanRule>, readonly string[]]>([
    ['keep', { keep: 2 }, ['two', 'one']],
    ['keep of more than there are', { keep: 9 }, []],
    ['older', { older: 150 * 86_400 }, ['two', 'one']],
    ['older than all, of which the newest stays', { older: 86_400 }, ['three', 'two', 'one']],
    ['both: neither among the newest nor young', { keep: 3, older: 86_400 }, ['one']],
    ['both: young ones stay', { keep: 1, older: 250 * 86_400 }, ['one']],
    ['a tag that stays', { keep: 1, keepTags: ['stable'] }, ['three', 'one']],
    ['a pattern of tags', { keep: 1, keepTags: ['*.0'] }, []],
    ['a pattern, whose dot is one', { keep: 1, keepTags: ['1.*', '2?0'] }, ['three', 'two']],
    ['untagged names no tagged one', { untagged: true }, []],
  ])('%s', (_, more, goes) => {
    expect(select(images, more).goes).toEqual(goes);
  });

  test('spares images of the same moment as the last that stays', () => {
    expect(select({ ...images, twin: { tags: ['3.1'], age: 100 } }, { keep: 2 }).goes).toEqual([
      'two',
      'one',
    ]);
  });

  test('spares an image that something is attached to under a tag that stays', () => {
    const sbom = { tags: ['sbom'], subject: 'one' };
    expect(select({ ...images, sbom }, { keep: 1, keepTags: ['sbom'] })).toMatchObject({
      goes: ['three', 'two'],
      stays: { sbom: 'named', one: 'needed' },
    });
  });

  test('spares what does not say when it was made, and saved wheels, and says so', () => {
    const more = { unknown: { tags: ['0.9'] }, wheel: { tags: ['wheels-demo-1'], age: 390 } };
    expect(select({ ...images, ...more }, { keep: 1 })).toMatchObject({
      goes: ['three', 'two', 'one'],
      stays: { four: 'newest', unknown: 'ageless', wheel: 'wheel' },
    });
  });
});

describe('what is needed stays', () => {
  const kept = { tags: ['new'], age: 1 };
  const old = { tags: ['old'], age: 99 };
  test.each<readonly [string, Readonly<Record<string, MadeManifest>>, ReturnType<typeof select>]>([
    [
      'platforms that both have',
      { new: { ...kept, children: ['a', 'b'] }, old: { ...old, children: ['b', 'c'] }, a: {}, b: {}, c: {} },
      { stays: { new: 'newest' }, goes: ['old'], parts: ['c: part'], order: [['old'], ['c']] },
    ],
    [
      'what is attached, by all three ways, and only with its image',
      {
        new: kept,
        old,
        'by subject': { subject: 'new' },
        'by tag': { scheme: { of: 'new', suffix: '.sig' } },
        'by list': { scheme: { of: 'new' }, children: ['listed'] },
        listed: { subject: 'new' },
        'old by subject': { subject: 'old' },
        'old by tag': { scheme: { of: 'old', suffix: '.att' } },
        'old by list': { scheme: { of: 'old' }, children: ['old listed'] },
        'old listed': { subject: 'old' },
      },
      {
        stays: { new: 'newest' },
        goes: ['old'],
        parts: ['by list', 'by subject', 'by tag', 'listed'].map((name) => `old ${name}: attached`),
        order: [['old'], ['old by list', 'old by subject', 'old by tag'], ['old listed']],
      },
    ],
    [
      'what is attached to what is attached',
      { new: kept, a: { subject: 'new' }, b: { subject: 'a' }, old: { ...old, children: ['b'] } },
      { stays: { new: 'newest' }, goes: ['old'], parts: [], order: [['old']] },
    ],
    [
      'what is attached under a tag of its own, which is no image of the rule',
      {
        new: kept,
        sbom: { tags: ['new-sbom'], age: 0, subject: 'new' },
        old,
        'old sbom': { tags: ['old-sbom'], age: 0, subject: 'old' },
      },
      {
        stays: { new: 'newest', sbom: 'attached' },
        goes: ['old sbom', 'old'],
        parts: [],
        order: [['old'], ['old sbom']],
      },
    ],
    [
      'an image that a wheel is attached to',
      { new: kept, old, wheel: { tags: ['wheels-demo-1'], subject: 'old' } },
      { stays: { new: 'newest', old: 'needed', wheel: 'wheel' }, goes: [], parts: [], order: [] },
    ],
    [
      'the base of an image, with all of it',
      { new: { ...kept, base: 'old' }, old: { ...old, children: ['a'] }, a: {} },
      { stays: { new: 'newest', old: 'needed' }, goes: [], parts: [], order: [] },
    ],
    [
      'what the tag of its base stands for today',
      {
        new: { ...kept, baseName: 'ghcr.io/team/app:base' },
        base: { tags: ['base'], age: 98 },
        other: { tags: ['other'], age: 97, baseName: 'ghcr.io/team/app:old' },
        old,
      },
      {
        stays: { new: 'newest', base: 'needed' },
        goes: ['other', 'old'],
        parts: [],
        order: [['old', 'other']],
      },
    ],
    [
      'nothing of another repository, and what is latest without a tag',
      {
        new: { ...kept, baseName: 'ghcr.io/team/app' },
        old: { tags: ['old', 'latest'], age: 99 },
        other: { tags: ['other'], age: 98, baseName: 'not a reference' },
      },
      { stays: { new: 'newest', old: 'needed' }, goes: ['other'], parts: [], order: [['other']] },
    ],
    [
      'an image that an index without a tag has, where that index stays',
      { new: kept, loose: { children: ['old'], listed: true, age: 99 }, old },
      { stays: { new: 'newest', old: 'needed' }, goes: [], parts: [], order: [] },
    ],
    [
      'what is attached to something that is not here',
      { new: kept, orphan: { scheme: { of: 'nowhere', suffix: '.sig' } } },
      { stays: { new: 'newest' }, goes: [], parts: [], order: [] },
    ],
    [
      'an index, some of which is gone',
      { new: kept, old: { ...old, children: ['a', 'b'] }, a: { gone: true }, b: {} },
      { stays: { new: 'newest' }, goes: ['old'], parts: ['b: part'], order: [['old'], ['b']] },
    ],
    [
      'nothing of an index that is attached to its own part',
      { new: kept, old: { ...old, children: ['a'], subject: 'a' }, a: {} },
      { stays: { new: 'newest' }, goes: ['old'], parts: ['a: part'], order: [['a', 'old']] },
    ],
  ])('%s', (_, made, expected) => {
    expect(select(made, { keep: 1 })).toEqual(expected);
  });

  test('the bases that a build record names, in another repository too', () => {
    const platform = named('platform');
    const annotations = annotationsOfRecord({
      fingerprint: { ...record, bases: { 'docker.io/library/python:3': { 'linux/amd64': platform } } },
      facts: [],
      indexes: { 'docker.io/library/python:3': named('whole') },
    });
    const app = sourceOf({ new: { tags: ['new'], age: 1 } });
    const [digest, held] = [...app.held.manifests][0]!;
    const manifests = new Map([[digest, { ...held, annotations }]]);
    const bases = sourceOf({
      newest: { tags: ['newest'], age: 1 },
      whole: { tags: ['whole'], age: 90 },
      lone: { tags: ['lone'], age: 90 },
      last: { tags: ['last'], age: 91, children: ['platform'] },
      platform: {},
    });
    const selections = selectRemovals(
      [{ ...app, held: { ...app.held, manifests } }, bases],
      rule({ keep: 1 }),
      now,
    );
    expect(selections.map(({ order }) => order)).toEqual([[], [[named('lone'), named('last')]]]);
  });
});

describe('untagged', () => {
  const made: Readonly<Record<string, MadeManifest>> = {
    new: { tags: ['new'], age: 1, children: ['a'] },
    a: { listed: true, age: 1 },
    replaced: { listed: true, age: 5, children: ['a', 'b'] },
    b: { listed: true, age: 5 },
    pushed: { listed: true, age: 0.5, children: ['c'] },
    c: { listed: true, age: 5 },
    orphan: { scheme: { of: 'nowhere', suffix: '.sig' } },
    unlisted: {},
    signature: { scheme: { of: 'unlisted', suffix: '.sig' } },
  };

  test('takes what no tag leads to, but what is younger than a day, which another run may push', () => {
    expect(select(made, { untagged: true })).toEqual({
      stays: { new: 'unruled' },
      goes: [],
      parts: ['b: untagged', 'orphan: attached', 'replaced: untagged'],
      order: [['orphan', 'replaced'], ['b']],
    });
  });

  test('is no part of another rule', () => {
    expect(select(made, { keep: 1 })).toMatchObject({ goes: [], parts: [] });
  });
});

/** What can be reached from what stays; written another way than the selection does it: until nothing is added. */
function reachable({ held }: CleanSource, { images }: Selection, more: Iterable<Digest>): Set<Digest> {
  const found = new Set([
    ...images.flatMap(({ digest, stays }) => (stays === undefined ? [] : [digest])),
    ...more,
  ]);
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const [digest, { manifests, subject, annotations }] of held.manifests) {
      if (subject !== undefined && found.has(subject)) found.add(digest);
      if (!found.has(digest)) continue;
      for (const child of manifests) found.add(child.digest);
      if (subject !== undefined) found.add(subject);
      const base = annotations['org.opencontainers.image.base.digest'] as Digest | undefined;
      if (base !== undefined && held.manifests.has(base)) found.add(base);
    }
    for (const [tag, digest] of held.tags) {
      const subject = subjectOfTag(tag);
      if (subject !== undefined && found.has(subject)) found.add(digest);
    }
  }
  return found;
}

/** Throws where something that is needed goes, or a removal that is cut off leaves an index without a part. */
function holds(source: CleanSource, selection: Selection, { untagged }: CleanRule): void {
  const { held, times } = source;
  const going = new Set(selection.order.flat());
  const listed = new Set(source.untagged);
  const isYoung = (digest: Digest): boolean => now - (times.get(digest) ?? now) < 86_400_000;
  const isOrphan = new Set(
    [...held.tags].flatMap(([tag, digest]) => {
      const subject = subjectOfTag(tag);
      return subject !== undefined && !held.manifests.has(subject) ? [digest] : [];
    }),
  );
  const isNamed = new Set(
    [...held.manifests.values()].flatMap((one) => one.manifests.map(({ digest }) => digest)),
  );
  // No rule but `untagged` is about what nothing names.
  const isLoose = (digest: Digest): boolean =>
    isOrphan.has(digest) ||
    (listed.has(digest) && !isNamed.has(digest) && held.manifests.get(digest)?.subject === undefined);
  const more = [...held.manifests.keys()].filter(
    (digest) => (listed.has(digest) && isYoung(digest)) || (!untagged && isLoose(digest)),
  );
  const kept = reachable(source, selection, more);
  expect([...going].filter((digest) => kept.has(digest))).toEqual([]);
  expect(going.size).toBe(selection.order.flat().length);
  const removed = new Set<Digest>();
  const broken: Digest[] = [];
  const namedBy = new Map<Digest, Digest[]>();
  for (const [digest, { manifests }] of held.manifests)
    for (const child of manifests) namedBy.set(child.digest, [...(namedBy.get(child.digest) ?? []), digest]);
  for (const layer of selection.order) {
    for (const digest of layer)
      broken.push(...(namedBy.get(digest) ?? []).filter((parent) => !removed.has(parent)));
    for (const digest of layer) removed.add(digest);
  }
  expect(broken).toEqual([]);
  // Nothing is left behind either: what is not needed goes where the rule is about it.
  const left = [...held.manifests.keys()].filter((digest) => !going.has(digest) && !kept.has(digest));
  if (untagged) expect(left.filter((digest) => listed.has(digest))).toEqual([]);
}

const rules: readonly CleanRule[] = [
  rule({ keep: 10 }),
  rule({ older: 90 * 86_400 }),
  rule({ keep: 50, older: 90 * 86_400, untagged: true }),
  rule({ untagged: true }),
  rule({ keep: 1, untagged: true, keepTags: ['alias-*'] }),
];

describe('10,000 manifests', () => {
  const source = sourceOf(randomManifests(10_000, 1));

  test('are as many, of all kinds', () => {
    expect(source.held.manifests.size).toBeGreaterThan(9_500);
    const kinds = [...source.held.tags.keys()].map((tag) =>
      tag.replace(/^(wheels|sha256|sbom|v|alias).*/, '$1'),
    );
    expect([...new Set(kinds)].toSorted()).toEqual(['alias', 'sbom', 'sha256', 'v', 'wheels']);
  });

  test.each(rules)('nothing that can be reached goes: %j', (one) => {
    const [selection] = selectRemovals([source], one, now);
    expect(selection!.order.flat().length).toBeGreaterThan(100);
    holds(source, selection!, one);
  });
});

test('nothing that can be reached goes, whatever a repository holds', () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom(...rules),
      (seed, size, one) => {
        const source = sourceOf(randomManifests(size, seed));
        const small = one.keep === undefined ? one : { ...one, keep: Math.min(one.keep, 3) };
        const [selection] = selectRemovals([source], small, now);
        holds(source, selection!, small);
      },
    ),
    { numRuns: 300 },
  );
});
