/** What a step of the command `connector` gives back. */
import { expect, test } from 'vitest';
import { show } from '../../src/entry/connector-command.ts';
import type { Plan } from '../../src/plan/plan.ts';
import type { Report } from '../../src/report/report.ts';
import type { Connector } from '../../src/sources/connector/find.ts';
import { policyOfInputs, inputsOf } from '../support/cells.ts';
import { published } from '../report/sample.ts';

const plan: Plan = { images: [], policy: policyOfInputs(inputsOf()), skipped: [] };

const connectorOf = (name: string): Connector => ({
  name,
  folder: `connectors/${name}`,
  metadata: {
    language: 'python',
    baseImage: 'docker.io/airbyte/base:1',
    repository: { registry: 'docker.io', name: `airbyte/${name}` },
    version: '1.2.3' as Connector['metadata']['version'],
  },
});

const reportOf = (name: string, more: Partial<Report> = {}): Report => ({
  ...published,
  subject: { kind: 'dockerfile', name },
  repository: `docker.io/airbyte/${name}`,
  tags: ['1.2.3'],
  ...more,
});

const shownOf = (names: readonly string[], images: readonly Report[], existing = {}) =>
  show({
    report: { images, timeline: [], notes: [], problems: [] },
    plan,
    recipes: [],
    runs: [],
    connectors: names.map(connectorOf),
    existing,
  });

test('has the outputs of the original, and those of every command that makes several images', () => {
  const { stepResults, problems } = shownOf(
    ['source-a', 'source-b'],
    [reportOf('source-a'), reportOf('source-b')],
    {
      'source-a': true,
      'source-b': 'unknown',
    },
  );
  const { images = '', metadata = '', ...outputs } = stepResults?.outputs ?? {};
  expect(outputs).toEqual({
    'connector-name': 'source-a,source-b',
    'connector-type': 'python,python',
    'connector-dir': 'connectors/source-a,connectors/source-b',
    'base-image': 'docker.io/airbyte/base:1,docker.io/airbyte/base:1',
    'connector-version-tag': '1.2.3,1.2.3',
    'connector-image-name': 'docker.io/airbyte/source-a:1.2.3,docker.io/airbyte/source-b:1.2.3',
    'docker-tags': 'docker.io/airbyte/source-a:1.2.3,docker.io/airbyte/source-b:1.2.3',
    'image-exists': 'unknown',
    'build-executed': 'true',
    'push-executed': 'true',
  });
  expect((JSON.parse(images) as { name: string }[]).map(({ name }) => name)).toEqual([
    'source-a',
    'source-b',
  ]);
  expect(JSON.parse(metadata)).toHaveProperty('images');
  expect(problems).toEqual([]);
});

test('a run that ended before any connector was known has every output, too', () => {
  const { stepResults } = shownOf([], []);
  expect(stepResults?.outputs).toMatchObject({ 'connector-name': '', 'image-exists': 'false', images: '[]' });
  expect(Object.keys(stepResults?.outputs ?? {})).toHaveLength(12);
});
