/** What was planned and what happened, against the whole report: images on a new base, and those that are built again. */
import { describe } from 'vitest';
import { bakeRecipe, rebaseRecipe } from '../../src/recipe/bake-recipe.ts';
import type { Attempt } from '../../src/build/attempts.ts';
import type { Decision } from '../../src/decide/decide.ts';
import type { Repository } from '../../src/names/reference.ts';
import type { Happening, Suspicion } from '../../src/report/journal.ts';
import type { Compiled, Report } from '../../src/report/report.ts';
import { restoredFiles } from '../../src/wheel-cache/restore.ts';
import type { RestoredWheel } from '../../src/wheel-cache/restored.ts';
import { digestOfOnly } from '../decide/values.ts';
import { base, questionOfInputs } from '../support/cells.ts';
import { filename, record } from '../wheel-cache/wheels.ts';
import {
  after,
  alone,
  amd64,
  armv7,
  before,
  both,
  built,
  checked,
  compiled,
  cross,
  decided,
  destination,
  done,
  events,
  exact,
  failed,
  fast,
  here,
  holdsEvery,
  image,
  inputs,
  inRun,
  interruption,
  latest,
  lockedWith,
  measured,
  moved,
  moving,
  noted,
  observed,
  older,
  onAmd64,
  onArmv7,
  onBase,
  prepared,
  published,
  publishes,
  question,
  right,
  settled,
  there,
  took,
  uncompiled,
  undigested,
  unmeasured,
  unpublished,
  untouched,
  warned,
  wrong,
} from './happenings.ts';

describe('an image whose base moved', () => {
  const because = {
    kind: 'base-moved',
    moves: [{ reference: base.reference, platforms: [amd64], stayed: [], from: before, to: after }],
  } as const;
  const reason = 'python:3.13-slim moved (11111111 → 22222222)';
  const rebase: Decision = { do: 'rebase', because };
  const build: Decision = { do: 'build', because };
  const put = (repository: Repository) =>
    prepared(1, rebaseRecipe(question, { image: image.id, repository }));
  const onto = { ...destination, decision: 'rebase', reason, existed: true } as const;
  const rebased: Report = {
    ...published,
    decision: 'rebase',
    reason,
    destinations: [onto],
    built: false,
    platforms: [onAmd64, onArmv7].map(({ wheels: _wheels, compiled: _compiled, ...known }) => known),
    compiled: [],
  };
  const word = 'the image cannot be put onto its new base, and is built instead: No.';
  const instead = [noted(word), { is: 'not-rebased' }] as const;
  holdsEvery([
    [
      'is put onto it: nothing is installed or compiled',
      alone,
      events(
        [observed(here, older), decided(rebase), onBase, put(here), took, measured, checked()],
        [moving(), moved(exact), moved(latest), settled(), done],
      ),
      rebased,
    ],
    [
      'is put onto it in both repositories',
      both,
      events(
        [observed(here, older), observed(there, older), decided(rebase), decided(rebase, there), onBase],
        [put(here), took, measured, checked(), put(there), measured, checked()],
        [moving(), moved(exact), moved(latest), settled()],
        [moving(there), moved(exact, there), moved(latest, there), settled(there), done],
      ),
      { ...rebased, destinations: [onto, { ...onto, repository: 'quay.io/team/demo' }] },
    ],
    [
      'is built instead, where it did not pass its checks there',
      alone,
      events(
        [observed(here, older), decided(rebase), onBase, put(here), measured, checked(1, wrong)],
        [...instead, decided(build), onBase, prepared(), compiled(1, cross), took, checked()],
        ...publishes,
      ),
      {
        ...published,
        reason,
        destinations: [{ ...onto, decision: 'build' }],
        notes: [word],
      },
    ],
    [
      'is built instead in both repositories, where it could not be done in the second one',
      both,
      events(
        [observed(here, older), observed(there, older), decided(rebase), decided(rebase, there), onBase],
        [put(here), measured, checked(), put(there), ...instead, decided(build), decided(build, there)],
        [prepared(), compiled(1, cross), took, checked(), built, measured],
        [moving(), moved(exact), moved(latest), settled()],
        [moving(there), moved(exact, there), moved(latest, there), settled(there), done],
      ),
      {
        ...published,
        reason,
        destinations: [
          { ...onto, decision: 'build' },
          { ...onto, decision: 'build', repository: 'quay.io/team/demo' },
        ],
        notes: [word],
      },
    ],
    [
      'is as the registry had it, where the run ended before it was built instead',
      alone,
      [
        ...events(
          [observed(here, older), decided(rebase), onBase, put(here), measured, checked(1, wrong)],
          [...instead, decided(build)],
        ),
        ...inRun(failed(interruption)),
      ],
      {
        ...untouched,
        outcome: 'failed',
        base: published.base,
        decision: 'build',
        reason,
        destinations: [{ ...onto, decision: 'build', digest: before, moved: [] }],
        notes: [word],
        problems: [interruption],
      },
    ],
  ]);
});

const restored: RestoredWheel = {
  manifest: digestOfOnly('8'),
  artifact: {
    record: { ...record, name: 'fast', version: '2.0' },
    filename,
    digest: digestOfOnly('9'),
    size: 850,
  },
  tag: latest,
  release: { name: 'fast', version: '2.0' },
  platform: armv7,
  seconds: 0.4,
  path: '/kept/fast.whl',
};
const withRestored = bakeRecipe(questionOfInputs(inputs, { locked: lockedWith(restoredFiles([restored])) }));
const emulated: Attempt = { ...cross, way: 'emulated', seconds: 40, bytes: 950 };
const why = 'with it the image failed a check on linux/arm/v7 (imports: fast: it broke)';
const suspected = (build: number, of: Suspicion['of']): Happening => ({
  is: 'suspected',
  build,
  suspicion: { of, platforms: [armv7], why },
});
const begun = [observed(), decided(), onBase, took];

describe('an image in which a wheel is suspected', () => {
  const kept: Compiled = {
    ...fast,
    way: 'kept',
    seconds: 0.4,
    size: 850,
    kept: { way: 'cross', seconds: 93.4, compiled: '2026-11-20' },
  };
  const anew = noted('compiled anew');
  const fellBack: Compiled = {
    ...fast,
    way: 'emulated',
    seconds: 40,
    size: 950,
    fallback: { why, seconds: 3 },
  };
  const warnedOnArmv7 = [onAmd64, { ...onArmv7, checks: [warned] }];
  const unsure = 'this failed';
  holdsEvery([
    [
      'has it restored where the checks passed: nothing is compiled',
      alone,
      events(...begun, prepared(1, withRestored, [restored]), checked(), ...publishes),
      {
        ...published,
        platforms: [onAmd64, { ...onArmv7, wheels: 2, compiled: 0 }],
        compiled: [kept],
      },
    ],
    [
      'has it compiled anew, where it was restored',
      alone,
      events(
        [...begun, prepared(1, withRestored, [restored]), checked(1, wrong), anew],
        [suspected(1, 'restored'), prepared(2), compiled(2, cross), checked(2), ...publishes],
      ),
      { ...published, notes: ['compiled anew'] },
    ],
    [
      'has it emulated, where it was cross-compiled, and says what that took',
      alone,
      events(
        [...begun, prepared(), compiled(1, cross), checked(1, wrong), suspected(1, 'cross')],
        [prepared(2), compiled(2, emulated), checked(2), ...publishes],
      ),
      { ...published, compiled: [fellBack] },
    ],
    [
      'is built three times, where it was restored and then cross-compiled',
      alone,
      events(
        [...begun, prepared(1, withRestored, [restored]), checked(1, wrong), suspected(1, 'restored')],
        [prepared(2), compiled(2, cross), checked(2, wrong), suspected(2, 'cross')],
        [prepared(3), compiled(3, emulated), checked(3), ...publishes],
      ),
      { ...published, compiled: [fellBack] },
    ],
    [
      'is published as it was built first, where only warnings were found and the second build failed',
      alone,
      events(
        [...begun, prepared(), compiled(1, cross), checked(1, warned), suspected(1, 'cross')],
        [prepared(2), compiled(2), { is: 'chosen', build: 1 } as const, noted(unsure), ...publishes],
      ),
      { ...published, platforms: warnedOnArmv7, notes: [unsure] },
    ],
    [
      'is published as it was built first, where the second build failed its checks',
      alone,
      events(
        [...begun, prepared(), compiled(1, cross), checked(1, warned), suspected(1, 'cross')],
        [prepared(2), compiled(2, emulated), checked(2, wrong), { is: 'chosen', build: 1 } as const],
        [noted(unsure), ...publishes],
      ),
      { ...published, platforms: warnedOnArmv7, notes: [unsure] },
    ],
    [
      'has failed, with the checks of the first build, where the second one could not be built',
      alone,
      events(
        [...begun, prepared(), compiled(1, cross), checked(1, wrong), suspected(1, 'cross')],
        [prepared(2), failed({ station: 'build', message: 'No compiler.' })],
      ),
      {
        ...undigested,
        outcome: 'failed',
        destinations: [unpublished(destination)],
        platforms: unmeasured(onAmd64, { ...onArmv7, checks: [wrong] }),
        compiled: [{ ...uncompiled(fellBack), way: 'emulated' }],
        problems: [{ station: 'build', message: 'No compiler.' }],
      },
    ],
  ]);
});

describe('an image whose parent is built again', () => {
  holdsEvery([
    [
      'is built again as it was: what was compiled is from the builder’s cache',
      alone,
      events(
        [...begun, prepared(), compiled(1, cross), checked()],
        [prepared(2), compiled(2, cross), checked(2, right), ...publishes],
      ),
      published,
    ],
  ]);
});
