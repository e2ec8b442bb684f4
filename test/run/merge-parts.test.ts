/** An image is put together of parts that a real registry holds, without platforms that it can do without. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Failure } from '../../src/errors.ts';
import type { Platform } from '../../src/names/platform.ts';
import type { Repository } from '../../src/names/reference.ts';
import { annotationsOfRecord } from '../../src/plan/build-record.ts';
import type { Image } from '../../src/plan/image.ts';
import { missingKey } from '../../src/plan/labels.ts';
import { pushContent } from '../../src/publish/push.ts';
import { digestOf, platformsOf, readContent } from '../../src/registry/manifest.ts';
import { publishTag } from '../../src/registry/publish-tag.ts';
import { reportOf } from '../../src/report/fold.ts';
import type { Report } from '../../src/report/report.ts';
import { mergeParts } from '../../src/run/merge-parts.ts';
import { clientOf } from '../publish/releases.ts';
import { imageOfInputs, inputsOf, policyOfInputs, recordOf } from '../support/cells.ts';
import { type MadeContent, makeContent } from '../support/content.ts';
import { bytesOf, tag } from '../support/images.ts';
import { startRegistry, type TestRegistry } from '../support/registry.ts';
import { runIn, testSession } from '../support/session.ts';
import { testWorld } from '../support/world.ts';

const client = clientOf();
let registry: TestRegistry;
beforeAll(async () => {
  registry = await startRegistry();
  const base = makeContent({ amd64: ['base'], arm64: ['base of arm'], s390x: ['base of Z'] });
  const repository = { registry: registry.host, name: 'bases/python' };
  await pushContent(client, repository, base, { mountFrom: [] });
  await publishTag(client, repository, base.index.bytes, base.index.mediaType, tag('3.13-slim'));
}, 20_000);
afterAll(() => registry.stop());

const [amd, arm, mainframe]: readonly [Platform, Platform, Platform] = [
  'linux/amd64',
  'linux/arm64',
  'linux/s390x',
];

/** A part that a job was to make, and the platforms that it came to; undefined where it pushed none. */
interface Pushed {
  readonly part: readonly Platform[];
  readonly outcome?: Report['outcome'];
  readonly made: readonly Platform[];
}

let names = 0;
async function merged(optional: readonly Platform[], pushed: readonly Pushed[]) {
  const repository: Repository = { registry: registry.host, name: `merge/app-${(names += 1)}` };
  const inputs = inputsOf({
    platform: `${amd} ${arm} ${mainframe}`,
    rebuild: 'missing',
    base_registry: `${registry.host}/bases`,
  });
  const image: Image = { ...imageOfInputs(inputs), repositories: [repository], optional };
  const session = testSession({
    world: testWorld(),
    client,
    held: () => Promise.resolve({ is: 'absent', aliases: [] }),
  });
  const reports = await Promise.all(
    pushed.map(async ({ part, made, outcome = 'pushed' }): Promise<Report> => {
      const missing = part.filter((platform) => !made.includes(platform));
      const content =
        made.length === 0 ? undefined : partOf(made, missing, annotationsOfRecord(recordOf(inputs)));
      if (content !== undefined) await pushContent(client, repository, content, { mountFrom: [] });
      return {
        ...(reportOf({ images: [image], policy: policyOfInputs(inputs), skipped: [] }, [])
          .images[0] as Report),
        part,
        outcome,
        ...(content === undefined ? {} : { destinations: [pushedTo(repository, content)] }),
        platforms: made.map((platform) => ({ platform, checks: [], emulated: false })),
        missing: missing.map((platform) => ({
          platform,
          problems: [{ station: 'build', message: `No ${platform}.` }],
        })),
      };
    }),
  );
  const run = runIn(session, image, policyOfInputs(inputs));
  const failure = await mergeParts(run, reports).then(
    () => undefined,
    (error: unknown) => (error instanceof Failure ? error.message : Promise.reject(error as Error)),
  );
  const index = await client.getManifest(repository, image.tags.exact);
  const [report] = reportOf({ images: [image], policy: run.policy, skipped: [] }, session.events).images;
  return {
    failure,
    platforms: index && platformsOf(index.bytes).map(({ platform }) => platform),
    annotation: index && readContent(index.bytes).annotations?.[missingKey],
    missing: report?.missing?.map(({ platform, problems }) => [platform, problems[0]?.message]),
  };
}

const pushedTo = (
  { registry: host, name }: Repository,
  { index }: MadeContent,
): Report['destinations'][0] => ({
  repository: `${host}/${name}`,
  wanted: [],
  moved: [],
  held: [],
  pushed: index.digest,
});

function partOf(
  made: readonly Platform[],
  missing: readonly Platform[],
  record: Readonly<Record<string, string>>,
): MadeContent {
  const content = makeContent(
    Object.fromEntries(made.map((platform) => [platform.slice('linux/'.length), [`layer of ${platform}`]])),
  );
  const annotations = { ...record, ...(missing.length > 0 && { [missingKey]: missing.join(',') }) };
  const bytes = bytesOf({ ...readContent(content.index.bytes), annotations });
  const index = { ...content.index, bytes, digest: digestOf(bytes) };
  return { ...content, index, manifests: new Map([...content.manifests, [index.digest, index]]) };
}

const parts = (...more: readonly Pushed[]): readonly Pushed[] => [{ part: [amd], made: [amd] }, ...more];
const both = [arm, mainframe];

test.each<[string, readonly Platform[], readonly Pushed[], Awaited<ReturnType<typeof merged>>]>([
  [
    'is whole where all parts are',
    [mainframe],
    parts({ part: both, made: both }),
    { failure: undefined, platforms: [amd, arm, mainframe], annotation: undefined, missing: undefined },
  ],
  [
    'lacks what a part was made without',
    [mainframe],
    parts({ part: both, made: [arm] }),
    {
      failure: undefined,
      platforms: [amd, arm],
      annotation: mainframe,
      missing: [[mainframe, `No ${mainframe}.`]],
    },
  ],
  [
    'lacks a part of which nothing was made',
    both,
    parts({ part: both, made: [], outcome: 'skipped' }),
    {
      failure: undefined,
      platforms: [amd],
      annotation: both.join(','),
      missing: both.map((platform) => [platform, `No ${platform}.`]),
    },
  ],
  [
    'lacks what no job reported',
    [mainframe],
    parts({ part: [arm], made: [arm] }),
    {
      failure: undefined,
      platforms: [amd, arm],
      annotation: mainframe,
      missing: [
        [
          mainframe,
          `No job reported ${mainframe}: it was cancelled, or ended before it could. Look at its log. The next plan makes the image again.`,
        ],
      ],
    },
  ],
  [
    'fails without a platform that it cannot do without',
    [mainframe],
    parts({ part: [mainframe], made: [mainframe] }),
    {
      failure: `No job reported ${arm}: it was cancelled, or ended before it could. Look at its log. The next plan makes the image again.`,
      platforms: undefined,
      annotation: undefined,
      missing: undefined,
    },
  ],
])('an image of parts %s', async (_, optional, pushed, expected) => {
  expect(await merged(optional, pushed)).toEqual(expected);
});
