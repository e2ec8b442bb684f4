import { describe, expect, test } from 'vitest';
import type { Report } from '../../../src/report/report.ts';
import type { Connector } from '../../../src/sources/connector/find.ts';
import {
  connectorOutputNames,
  connectorOutputs,
  joinedOutputs,
} from '../../../src/sources/connector/outputs.ts';
import { published } from '../../report/sample.ts';

const baseImage = `docker.io/airbyte/base:1@sha256:${'a'.repeat(64)}`;
const connector: Connector = {
  name: 'source-demo',
  folder: 'airbyte-integrations/connectors/source-demo',
  metadata: {
    language: 'manifest-only',
    baseImage,
    repository: { registry: 'docker.io', name: 'airbyte/source-demo' },
    version: '1.2.3' as Connector['metadata']['version'],
  },
};

const repository = 'docker.io/airbyte/source-demo';
const [first] = published.destinations as [Report['destinations'][number]];
const reportOf = (
  { destinations, ...fields }: Partial<Report>,
  destination: Partial<Report['destinations'][number]> = {},
): Report => ({
  ...published,
  repository,
  tags: ['1.2.3', 'latest'] as string[],
  destinations: destinations ?? [{ ...first, repository, moved: ['1.2.3', 'latest'], ...destination }],
  ...fields,
});

const usual = {
  'connector-name': 'source-demo',
  'connector-type': 'manifest-only',
  'connector-dir': 'airbyte-integrations/connectors/source-demo',
  'base-image': baseImage,
  'connector-version-tag': '1.2.3',
  'connector-image-name': `${repository}:1.2.3`,
  'docker-tags': `${repository}:1.2.3,${repository}:latest`,
  'image-exists': 'false',
  'build-executed': 'true',
  'push-executed': 'true',
};

test.each<readonly [string, Report, object]>([
  ['an image that was published', reportOf({}), {}],
  [
    'an image that was built only',
    reportOf({ tags: ['1.2.3'], push: false, outcome: 'built' }, { moved: [] }),
    { 'docker-tags': `${repository}:1.2.3`, 'push-executed': 'false' },
  ],
  [
    'an image that was kept',
    reportOf({ built: false, outcome: 'kept' }, { existed: true, moved: [] }),
    { 'image-exists': 'true', 'build-executed': 'false', 'push-executed': 'false' },
  ],
  ['an image that was pushed over another one', reportOf({}, { existed: true }), { 'image-exists': 'true' }],
  [
    'an image that is older than the newest',
    reportOf({}, { held: ['latest'], moved: ['1.2.3'] }),
    { 'docker-tags': `${repository}:1.2.3` },
  ],
  [
    'a run that ended before anything was decided',
    reportOf({ tags: [], built: false, destinations: [] }),
    {
      'connector-version-tag': '',
      'connector-image-name': repository,
      'docker-tags': '',
      'build-executed': 'false',
      'push-executed': 'false',
    },
  ],
])('says %s', (_, report, different) => {
  expect(connectorOutputs(connector, report)).toEqual({ ...usual, ...different });
});

test('has every output of the original', () => {
  expect(Object.keys(connectorOutputs(connector, reportOf({})))).toEqual(connectorOutputNames);
});

test('says whether an image exists that the run did not ask about', () => {
  const built = reportOf({ destinations: [] });
  expect(
    ([true, false, 'unknown'] as const).map(
      (existed) => connectorOutputs(connector, built, existed)['image-exists'],
    ),
  ).toEqual(['true', 'false', 'unknown']);
});

describe('outputs of a run', () => {
  const kept = { ...usual, 'image-exists': 'true', 'build-executed': 'false', 'push-executed': 'false' };
  const other = { ...kept, 'connector-name': 'source-other', 'docker-tags': 'a/b:1' };
  const unknown = { ...kept, 'image-exists': 'unknown' };
  test.each<readonly [string, readonly (typeof usual)[], Partial<typeof usual>]>([
    ['of one', [usual], usual],
    ['that is kept', [kept], kept],
    [
      'of several',
      [usual, other],
      {
        'connector-name': 'source-demo,source-other',
        'docker-tags': `${usual['docker-tags']},a/b:1`,
        'image-exists': 'false',
        'build-executed': 'true',
        'push-executed': 'true',
      },
    ],
    ['that all exist', [kept, other], { 'image-exists': 'true', 'build-executed': 'false' }],
    ['of which one is not known', [kept, unknown], { 'image-exists': 'unknown' }],
    [
      'of none',
      [],
      { 'connector-name': '', 'image-exists': 'false', 'build-executed': 'false', 'push-executed': 'false' },
    ],
  ])('%s', (_, each, expected) => {
    const outputs = joinedOutputs(each);
    expect(outputs).toMatchObject(expected);
    expect(Object.keys(outputs).toSorted()).toEqual(connectorOutputNames.toSorted());
  });
});
