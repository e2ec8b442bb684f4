import { expect, test } from 'vitest';
import { Failure } from '../../src/errors.ts';
import type { Digest, Tag } from '../../src/names/reference.ts';
import { openEarlierTimes } from '../../src/wheel-cache/earlier-times.ts';
import { tagOfWheel } from '../../src/wheel-cache/key.ts';
import { wheelManifest } from '../../src/wheel-cache/manifest.ts';
import type { WheelRecord } from '../../src/wheel-cache/wheel.ts';
import { filename, key, record } from './wheels.ts';

const digest = `sha256:${'e'.repeat(64)}` as Digest;

/** A store of these wheels, and how often it was asked. */
function storeOf(records: readonly WheelRecord[]) {
  const saved = new Map(records.map((one) => [tagOfWheel(one.name, one.key), one]));
  const asked: string[] = [];
  return {
    asked,
    where: 'ghcr.io/owner/wheels',
    tags: () => {
      asked.push('tags');
      return Promise.resolve([...saved.keys()]);
    },
    manifest: (tag: Tag) => {
      asked.push(tag);
      const one = saved.get(tag);
      if (one === undefined) return Promise.resolve(undefined);
      return Promise.resolve({ digest, bytes: wheelManifest(one, { filename, digest, size: 10 }) });
    },
  };
}

const of = (name: string, sdist: string, seconds: number, platform: WheelRecord['key']['platform']) => ({
  ...record,
  name,
  seconds,
  key: { ...key, platform, sdist: sdist.repeat(64) },
});

test('the longest time on each platform is known, of the package alone, and asked for once', async () => {
  const store = storeOf([
    of('gevent', 'a', 93.4, 'linux/arm/v7'),
    of('gevent', 'b', 20, 'linux/arm/v7'),
    of('gevent', 'c', 7, 'linux/amd64'),
    of('gevent-websocket', 'd', 400, 'linux/amd64'),
    of('greenlet', 'a', 500, 'any'),
  ]);
  const times = openEarlierTimes();
  expect(await Promise.all([times(store, 'gevent'), times(store, 'gevent'), times(store, 'lxml')])).toEqual([
    { 'linux/arm/v7': 93.4, 'linux/amd64': 7 },
    { 'linux/arm/v7': 93.4, 'linux/amd64': 7 },
    {},
  ]);
  expect(store.asked.toSorted()).toEqual([...new Set(store.asked)].toSorted());
  expect(store.asked.filter((one) => one === 'tags')).toEqual(['tags']);
});

test('a store that refuses says nothing', async () => {
  const refuses = () =>
    Promise.reject(new Failure([{ station: 'registry', message: 'ghcr.io refuses it.' }]));
  const store = { where: 'ghcr.io/owner/wheels', tags: refuses, manifest: refuses };
  expect(await openEarlierTimes()(store, 'gevent')).toEqual({});
});
