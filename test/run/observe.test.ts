/** Images that a run does not make, and that what it makes stands on: which of those that are published is taken. */
import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/errors.ts';
import type { Digest } from '../../src/names/reference.ts';
import type { Reader } from '../../src/registry/client.ts';
import { observe } from '../../src/run/observe.ts';
import { dockerfileNamed, inputsOf, policyOfInputs } from '../support/cells.ts';
import { runIn, testSession } from '../support/session.ts';
import { testWorld } from '../support/world.ts';

const digest = (digit: string): Digest => `sha256:${digit.repeat(64)}` as Digest;
const from = 'ghcr.io/team/base';
const branch = 'ghcr.io/team/base:fix-one';
const usual = 'ghcr.io/team/base:main';

/** What is observed of an image with such parents, where a registry has these images. */
async function observed(
  candidates: Readonly<Record<string, readonly string[]>>,
  there: Readonly<Record<string, string>>,
) {
  const asked: string[] = [];
  const manifestOf = (repository: { readonly registry: string; readonly name: string }, tag: string) => {
    const reference = `${repository.registry}/${repository.name}:${tag}`;
    asked.push(reference);
    const annotations = there[reference];
    if (annotations === undefined) return undefined;
    const index = { schemaVersion: 2, manifests: [], annotations: JSON.parse(annotations) as object };
    return {
      digest: digest('a'),
      mediaType: 'application/vnd.oci.image.index.v1+json',
      bytes: Buffer.from(JSON.stringify(index)),
    };
  };
  const reader = {
    getManifest: (repository: never, tag: never) => Promise.resolve(manifestOf(repository, tag)),
    headManifest: () => Promise.resolve(undefined),
  } as unknown as Reader;
  const session = testSession({
    world: testWorld({ files: { '/work/Dockerfile': `FROM ${from}\n` } }),
    registries: () =>
      Promise.resolve({ client: undefined as never, reader, glance: () => Promise.resolve(undefined) }),
  });
  const named = dockerfileNamed('leaf');
  const image = { ...named, content: { ...named.content, path: 'Dockerfile', published: candidates } };
  const { published, custom } = await observe(runIn(session, image, policyOfInputs(inputsOf())), []);
  return { published, custom, asked, events: session.events };
}

describe('a parent that this run does not make', () => {
  test('is the first that is published, by its digest', async () => {
    const { published, asked } = await observed(
      { [from]: [branch, usual] },
      { [branch]: '{}', [usual]: '{}' },
    );
    expect(published).toEqual({
      [from]: {
        name: branch,
        called: branch,
        changes: false,
        key: digest('a'),
        reference: `${from}@${digest('a')}`,
      },
    });
    expect(asked).toEqual([branch]);
  });

  test('is that of the default branch where this one has none, and is no base of others', async () => {
    const { published, custom, asked, events } = await observed(
      { [from]: [branch, usual] },
      { [usual]: '{}' },
    );
    expect(published[from]?.name).toBe(usual);
    expect(asked).toEqual([branch, usual]);
    // It is looked up as the parent alone.
    expect([custom?.bases, custom?.pins, custom?.parent]).toEqual([[], {}, from]);
    expect(published[from]?.called).toBe(usual);
    expect(events.filter(({ is }) => is === 'base')).toEqual([]);
  });

  test.each([
    [
      'two places',
      [branch, usual],
      `It stands on ${from}, which this run does not make, and which is not published: neither ${branch} nor ${usual} exists. Make it, too: name it in images, or leave images and changed empty once.`,
    ],
    [
      'one place',
      [usual],
      `It stands on ${from}, which this run does not make, and which is not published: ${usual} does not exist. Make it, too: name it in images, or leave images and changed empty once.`,
    ],
  ])('is missing in %s', async (_, candidates, message) => {
    await expect(observed({ [from]: candidates }, {})).rejects.toEqual(
      new Failure([{ station: 'registry', about: from, message }]),
    );
  });

  test('each that is missing is named', async () => {
    const error: unknown = await observed({ [from]: [usual], other: ['ghcr.io/team/other:main'] }, {}).catch(
      (thrown: unknown) => thrown,
    );
    expect((error as Failure).problems.map(({ about }) => about)).toEqual([from, 'other']);
  });
});
