/** What was wanted, what was made and what a registry holds, for tables that change one thing of it at a time. */
import { expect, test } from 'vitest';
import { type Decision, decide, type Wanted } from '../../src/decide/decide.ts';
import type { ObservedImage, Present } from '../../src/observe/observe.ts';
import { type PackageVersion, parsePackageVersion } from '../../src/names/package-version.ts';
import type { Digest, Tag } from '../../src/names/reference.ts';
import { mediaTypes } from '../../src/registry/manifest.ts';
import { type Fingerprint, schema } from '../../src/plan/fingerprint.ts';

/** `sha256:` and one digit 64 times. */
export const digestOfOnly = (digit: string): Digest => `sha256:${digit.repeat(64)}` as Digest;

export const versionOf = (text: string): PackageVersion => {
  const version = parsePackageVersion(text);
  if (!version.ok) throw new Error(version.message);
  return version.value;
};

export const base = 'docker.io/library/python:3.13-slim';
export const reference = 'ghcr.io/team/demo:py3.13-slim-1.2.3';
export const latest = 'py3.13-slim-LATEST' as Tag;

export const day = 86_400;
/** When everything in these tests is decided, in milliseconds since the epoch. */
export const now = Date.UTC(2026, 0, 31);

export const record: Fingerprint = {
  schema,
  recipe: { requirements: 'a00000000000', checks: 'b00000000000', attestations: 'c00000000000' },
  bases: { [base]: { 'linux/amd64': digestOfOnly('1'), 'linux/arm64': digestOfOnly('2') } },
  requirements: ['demo==1.2.3', 'h11==0.14.0'],
  installs: 'd0',
  platforms: ['linux/amd64', 'linux/arm64'],
};

export const wanted = (more: Partial<Wanted> = {}, changed: Partial<Fingerprint> = {}): Wanted => ({
  fingerprint: { ...record, ...changed },
  version: versionOf('1.2.3'),
  rebuild: 'stale',
  overwrite: true,
  now,
  rebasable: false,
  reference,
  ...more,
});

const index = {
  mediaType: mediaTypes.ociIndex,
  digest: digestOfOnly('f'),
  bytes: new Uint8Array(Buffer.from('{}')),
};

export const present = (more: Partial<Omit<Present, 'is'>> = {}): Present => ({
  is: 'present',
  index,
  aliases: [{ tag: latest, digest: index.digest, version: versionOf('1.2.3') }],
  platforms: record.platforms,
  record: { fingerprint: record, facts: [], indexes: {} },
  ...more,
});

/** The image that a registry holds was made of something else. */
export const presentOf = (changed: Partial<Fingerprint>, more: Partial<Omit<Present, 'is'>> = {}): Present =>
  present({ record: { fingerprint: { ...record, ...changed }, facts: [], indexes: {} }, ...more });

/** Another tool made it. */
export const adopted = (): Present => {
  const { record: _, ...rest } = present();
  return rest;
};

export type Row = readonly [name: string, wanted: Wanted, observed: ObservedImage, decision: Decision];

export const holdsEvery = (rows: readonly Row[]): void =>
  test.each(rows)('%s', (_, want, observed, decision) => {
    expect(decide(want, observed)).toEqual(decision);
  });

export const keep: Decision = { do: 'keep', because: { kind: 'unchanged', locked: true } };
