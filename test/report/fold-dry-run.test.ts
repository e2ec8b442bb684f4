/** A dry run: its report, and what it shows of what would run. */
import { describe, expect, test } from 'vitest';
import { imageIds } from '../../src/plan/image.ts';
import type { Repository } from '../../src/names/reference.ts';
import { bakeRecipe, rebaseRecipe } from '../../src/recipe/bake-recipe.ts';
import { type BuildxRun, buildxRuns, recipesOf } from '../../src/report/fold.ts';
import type { Event, Happening } from '../../src/report/journal.ts';
import type { Recipe } from '../../src/plan/recipe.ts';
import type { Decision } from '../../src/decide/decide.ts';
import {
  absent,
  alone,
  before,
  both,
  decided,
  destination,
  done,
  dry,
  events,
  fast,
  here,
  holdsEvery,
  image,
  inImage,
  inRun,
  observed,
  older,
  onAmd64,
  onArmv7,
  onBase,
  prepared,
  published,
  question,
  second,
  there,
  took,
  uncompiled,
  unchecked,
  undigested,
  unmeasured,
  unpublished,
} from './happenings.ts';

const [baseId, appId] = imageIds(['base', 'app']) as [typeof image.id, typeof image.id];
const rebase: Decision = { do: 'rebase', because: { kind: 'base-moved', moves: [] } };
const recipe = bakeRecipe(question);
const put = (repository: Repository): Recipe => rebaseRecipe(question, { image: image.id, repository });
const files = (name: string, images = [image.id], repository?: Repository): Happening => ({
  is: 'files',
  images,
  files: { 'docker-bake.json': name },
  ...(repository === undefined ? {} : { repository }),
});
const planned = { ...undigested, outcome: 'planned', push: false, built: false } as const;
const { lock: _lock, ...unprepared } = planned;
const exists = `${published.repository}:${published.tags[0]} exists, and rebuild asks for no more`;

describe('the report of a dry run', () => {
  holdsEvery([
    [
      'of a build has both repositories, and what would be compiled',
      dry(both),
      events(
        [observed(), observed(there), decided(), decided(absent, there), onBase, prepared()],
        [took, files('build'), done],
      ),
      {
        ...planned,
        destinations: [unpublished(destination), unpublished(second)],
        platforms: unmeasured(...unchecked(onAmd64, onArmv7)),
        compiled: [uncompiled(fast)],
      },
    ],
    [
      'of a build has no digest, whatever the registry holds now',
      dry(alone),
      events([observed(here, older), decided(), onBase, prepared()], [took, files('build'), done]),
      {
        ...planned,
        destinations: [{ ...unpublished(destination), digest: before, existed: true }],
        platforms: unmeasured(...unchecked(onAmd64, onArmv7)),
        compiled: [uncompiled(fast)],
      },
    ],
    [
      'of what is kept has what the registry holds',
      dry(alone),
      events(observed(here, older), decided({ do: 'keep', because: { kind: 'exists' } }), done),
      {
        ...unprepared,
        digest: before,
        base: { reference: published.base.reference, digest: older.baseDigest! },
        decision: 'keep',
        reason: exists,
        destinations: [
          {
            ...destination,
            decision: 'keep',
            reason: exists,
            digest: before,
            existed: true,
            wanted: [],
            moved: [],
          },
        ],
        platforms: older.platforms.map((one) => ({ ...one, checks: [], emulated: false })),
        compiled: [],
        timeline: [],
      },
    ],
  ]);
});

const run = (name: string, images = [image.id], repository?: string): BuildxRun => ({
  images,
  files: { 'docker-bake.json': name },
  ...(repository === undefined ? {} : { repository }),
});
type Row = readonly [name: string, events: readonly Event[], runs: BuildxRun[], recipes: Recipe[]];
const [parentRecipe, appRecipe] = [baseId, appId].map((id) => ({ ...recipe, image: { ...image, id } }));
test.each<Row>([
  [
    'the one run of an image that is built for both repositories',
    events(observed(), observed(there), decided(), decided(absent, there), prepared(), files('build')),
    [run('build')],
    [recipe],
  ],
  [
    'the run and the recipe of each repository where an image is put onto its new base',
    events(
      [observed(here, older), observed(there, older), decided(rebase), decided(rebase, there)],
      [prepared(1, put(here)), files('here', [image.id], here)],
      [prepared(1, put(there)), files('there', [image.id], there)],
    ),
    [run('here', [image.id], 'ghcr.io/team/demo'), run('there', [image.id], 'quay.io/team/demo')],
    [put(here), put(there)],
  ],
  [
    'no files of an image on a new base that is not run',
    events(prepared(1, put(here)), { is: 'files', images: [image.id], repository: here, files: {} }),
    [],
    [put(here)],
  ],
  [
    'the build alone of an image that cannot be put onto its new base',
    events(
      [prepared(1, put(here)), files('here', [image.id], here), prepared(1, put(there))],
      [{ is: 'not-rebased' } as const, prepared(), files('build')],
    ),
    [run('build')],
    [recipe],
  ],
  [
    'what an image is built of last, where it is built again',
    events(prepared(1), files('first'), prepared(2), files('second')),
    [run('second')],
    [recipe],
  ],
  [
    'one run of images that are built together, and another one of another group',
    [
      ...inImage({ ...image, id: baseId }, prepared(1, parentRecipe)),
      ...inImage({ ...image, id: appId }, prepared(1, appRecipe)),
      ...inRun(files('both', [baseId, appId])),
      ...inImage(image, prepared()),
      ...inRun(files('alone')),
    ],
    [run('both', [baseId, appId]), run('alone')],
    [parentRecipe!, appRecipe!, recipe],
  ],
  [
    'all of an image beside one that cannot be put onto its new base',
    [
      ...inImage({ ...image, id: baseId }, prepared(1, parentRecipe), files('base', [baseId], here)),
      ...inImage(image, prepared(1, put(here)), files('here', [image.id], here), { is: 'not-rebased' }),
    ],
    [run('base', [baseId], 'ghcr.io/team/demo')],
    [parentRecipe!],
  ],
])('a dry run shows %s', (_, happened, runs, recipes) => {
  expect({ runs: buildxRuns(happened), recipes: recipesOf(happened) }).toStrictEqual({ runs, recipes });
});
