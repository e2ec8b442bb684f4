import { expect, test } from 'vitest';
import type { DestinationReport, Report } from '../../src/report/report.ts';
import { notesOf } from '../../src/report/notes.ts';
import {
  blockedText,
  doneText,
  headline,
  restoredText,
  pullable,
  wayText,
  whyText,
} from '../../src/report/words.ts';
import { blocked, halfFailed, identical, kept, published, rebased, retagged, undecided } from './sample.ts';

const [exact, latest] = published.tags as [string, string];
const [destination] = published.destinations as [DestinationReport];
const report = (more: Partial<Report>, ...where: Partial<DestinationReport>[]): Report => ({
  ...published,
  ...more,
  destinations: where.map((one) => ({ ...destination, ...one })),
});

const failed = { outcome: 'failed' } as const;
const planned = { outcome: 'planned', built: false } as const;
const none = { moved: [] } as const;
/** As long as nothing was decided about it. */
const unsettled = (existed?: boolean) =>
  ({
    decision: undefined,
    reason: undefined,
    existed,
    wanted: [],
    moved: [],
  }) as unknown as DestinationReport;
const left = { decision: 'keep', wanted: [], moved: [] } as const;
const retag = (...moved: string[]) => ({ decision: 'retag', wanted: [latest, 'stable'], moved }) as const;
test.each<[string, Report, (string | undefined)[]]>([
  ['published', published, ['published']],
  ['put onto its new base', rebased, ['put onto its new base']],
  ['tags that moved', retagged, ['tags moved']],
  ['left alone', kept, ['kept']],
  ['in a folder', report({ outcome: 'built' }, none), ['built']],
  [
    'each repository for itself',
    report({}, {}, left, retag(latest, 'stable')),
    ['published', 'kept', 'tags moved'],
  ],
  ['one of three', halfFailed, ['published', 'kept', 'moved in part']],
  ['nothing of it', report(failed, none), ['nothing moved']],
  ['a blocked image', blocked, ['nothing moved']],
  [
    'a blocked image, whose tags moved in one repository before',
    report({ outcome: 'blocked' }, retag(latest, 'stable'), none, left),
    ['tags moved', 'nothing moved', 'kept'],
  ],
  [
    'tags alone, where another repository failed',
    report(failed, retag(latest, 'stable'), none),
    ['tags moved', 'nothing moved'],
  ],
  ['some of the tags alone', report(failed, retag(latest)), ['moved in part']],
  ['none of the tags alone', report(failed, retag()), ['nothing moved']],
  [
    'tags alone, of which one is newer',
    report(failed, { ...retag(latest), held: ['stable'] }, none),
    ['tags moved', 'nothing moved'],
  ],
  ['all of it but what is newer', report(failed, { moved: [exact], held: [latest] }), ['published']],
  ['what may not be done', report(failed, { ...unsettled(true), reason: 'it may not' }), [undefined]],
  [
    'before it was decided',
    report(failed, unsettled(true), unsettled(false), unsettled()),
    ['exists already', 'does not exist yet', 'not known'],
  ],
  [
    'a dry run',
    report(
      planned,
      none,
      ...(['rebase', 'retag', 'keep'] as const).map((decision) => ({ decision, ...none })),
    ),
    ['would build', 'would put onto its new base', 'would move tags', 'would keep'],
  ],
])('done: %s', (_, of, expected) => {
  expect(of.destinations.map((one) => doneText(of, one))).toEqual(expected);
});

test.each<[string, Partial<Report>, string]>([
  ['a failed build', { outcome: 'failed', decision: 'build' }, 'Begun because:'],
  ['a failed retag', { outcome: 'failed', decision: 'retag' }, 'Begun because:'],
  ['a failure before anything was decided', { outcome: 'failed', decision: undefined as never }, 'Why:'],
  ['a failure where all is kept', { outcome: 'failed', decision: 'keep' }, 'Why:'],
  ['a published image', { outcome: 'published', decision: 'build' }, 'Why:'],
])('the reason of %s has the right words before it', (_, of, expected) => {
  expect(whyText({ ...published, ...of })).toBe(expected);
});

test('what is undecided has a headline', () => {
  expect(headline(undecided)).toBe('Failed:');
  expect(headline({ ...undecided, outcome: 'planned' })).toBe('Undecided:');
});

test('a blocked image says why it is blocked, and not why it was to be built', () => {
  expect([headline(blocked), whyText(blocked), blockedText(blocked)]).toEqual([
    'Blocked:',
    'Why:',
    `ghcr.io/acme/tool:${exact} is blocked: base, which it stands on, was not published.`,
  ]);
});

const off = { verify: 'off' } as const;
const unrun = 'Verification was off: the image was run on no platform.';
const stays = `ghcr.io/acme/tool:${latest} stands for a newer version and stayed; force moves it back`;
test.each<[string, Report, string[]]>([
  ['nothing', published, []],
  ['what others noted', { ...published, notes: ['more'] }, ['more']],
  ['a tag that is ahead', report({}, { moved: [exact], held: [latest] }), [stays]],
  ['a failure', report(failed, none), ['No tag was moved.']],
  ['a failure before a registry was asked', report(failed), ['No tag was moved.']],
  ['a failure where nothing was to be pushed', report({ ...failed, push: false }, none), []],
  ['one between tags', report(failed, { moved: [exact] }), [`Moved: ${exact}. Not moved: ${latest}.`]],
  ['one after all', report(failed, {}), [`Moved: ${exact}, ${latest}.`]],
  [
    'one beside a tag that is ahead',
    report(failed, { moved: [exact], held: [latest] }),
    [`Moved: ${exact}.`, stays],
  ],
  [
    'one between aliases',
    report({ ...failed, tags: [exact, latest, 'stable'] }, retag(latest)),
    [`Moved: ${latest}. Not moved: stable.`],
  ],
  [
    'one beside tags that moved elsewhere, where the exact tag had nowhere to go',
    report(failed, retag(latest, 'stable'), { ...none, repository: 'quay.io/acme/tool' }, left),
    [`ghcr.io/acme/tool: Moved: ${latest}, stable.`, 'quay.io/acme/tool: No tag was moved.'],
  ],
  ['one before anything was decided', undecided, ['No tag was moved.']],
  ['a blocked image', blocked, ['No tag was moved.']],
  [
    'a blocked image, whose tags moved in part before',
    report({ outcome: 'blocked' }, retag(latest)),
    [`Moved: ${latest}. Not moved: stable.`],
  ],
  ['a blocked image that goes to a folder', report({ outcome: 'blocked', push: false }, none), []],
  ['not run: published', { ...published, ...off }, [unrun]],
  ['not run: in a folder', report({ ...off, outcome: 'built', push: false }, none), [unrun]],
  ['not run: on its new base', { ...rebased, ...off }, [unrun]],
  ['not run: what is as before', { ...identical, ...off }, []],
  ['not run: what was left alone', { ...kept, ...off }, []],
  ['not run: what was blocked', { ...blocked, ...off }, ['No tag was moved.']],
  ['not run: what failed before any tag', report({ ...failed, ...off }, none), ['No tag was moved.']],
  [
    'run on one platform',
    { ...published, verify: 'build-platform' },
    ["Only the build machine's own platform was verified."],
  ],
])('notes: %s', (_, of, expected) => {
  // What was compiled has notes of its own.
  expect(notesOf({ ...of, compiled: [] })).toEqual(expected);
});

test('notes: what was compiled with less than other platforms have', () => {
  const [first] = published.compiled as [Report['compiled'][number]];
  const { fallback: _, ...one } = { ...first, way: 'cross' as const, lacks: ['yaml/_yaml'] };
  expect(notesOf({ ...published, compiled: [one] })).toEqual([
    `${one.name} ${one.version} for ${one.platform} has no yaml/_yaml, which its wheels for other platforms have: a library is missing. Name its development package in build_packages, and the library in runtime_packages; to the pip of a Dockerfile of your own it is not offered`,
  ]);
});

const at = (...tags: string[]) => tags.map((tag) => `ghcr.io/acme/tool:${tag}`);
test.each<[string, Report, string[]]>([
  ['published', published, at(exact, latest)],
  ['left alone', kept, at(exact, latest)],
  ['tags that moved', retagged, at(exact, latest)],
  ['but for a tag that is ahead', report({}, { held: [latest] }), at(exact)],
  ['after a failure what moved', report(failed, { moved: [exact] }), at(exact)],
  ['nothing of a blocked image', blocked, []],
  ['of a blocked image what moved before', report({ outcome: 'blocked' }, retag(latest)), at(latest)],
  ['nothing of a dry run', report(planned, none), []],
  ['nothing of a folder', report({ outcome: 'built' }, none), []],
])('to be pulled: %s', (_, of, expected) => {
  expect(pullable(of)).toEqual(expected);
});

const was = { way: 'cross', seconds: 93, compiled: '2026-11-20' } as const;
const [compiled] = published.compiled as [Report['compiled'][number]];
test.each<[string, string, string]>([
  ['emulated', wayText({ ...compiled, way: 'emulated' }, 'published'), 'under emulation'],
  [
    'kept',
    wayText({ ...compiled, way: 'kept', kept: was }, 'published'),
    'saved wheel (compiled 2026-11-20 in 1 min 33 s)',
  ],
  [
    'what was not',
    wayText({ platform: 'linux/arm/v7', name: 'a', version: '1', because: '', way: 'cross' }, 'failed'),
    'not compiled',
  ],
  ['what is blocked', wayText(blocked.compiled[0]!, 'blocked'), 'not compiled'],
  [
    'in the log',
    restoredText({ ...was, took: 0.4 }),
    'saved wheel, 0.4 s (compiled 2026-11-20 in 1 min 33 s)',
  ],
])('how it was compiled: %s', (_, text, expected) => {
  expect(text).toBe(expected);
});
