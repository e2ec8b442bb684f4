/** Repositories as they are read, made of names: for tables, and at random with thousands of manifests. */
import type { CleanSource } from '../../src/decide/clean-rule.ts';
import type { Digest } from '../../src/names/reference.ts';
import type { HeldManifest } from '../../src/observe/repository.ts';
import { digestOf, mediaTypes } from '../../src/registry/manifest.ts';
import { bytesOf, tag } from '../support/images.ts';

/** What a manifest is, by the names of others. */
export interface MadeManifest {
  readonly tags?: readonly string[];
  readonly children?: readonly string[];
  /** What it is attached to. */
  readonly subject?: string;
  /** Attached to this one by its tag alone. */
  readonly scheme?: { readonly of: string; readonly suffix?: string };
  /** Digest of what it was built on. */
  readonly base?: string;
  /** Reference of what it was built on. */
  readonly baseName?: string;
  /** Days before now. */
  readonly age?: number;
  /** The registry lists it, although it has no tag. */
  readonly listed?: boolean;
  /** Named, and not there. */
  readonly gone?: boolean;
}

export const now = Date.UTC(2026, 5, 1);
const day = 86_400_000;

/** The digest of the manifest of that name. */
export const named = (name: string): Digest => digestOf(bytesOf(name));

export function sourceOf(made: Readonly<Record<string, MadeManifest>>): CleanSource {
  const there = Object.entries(made).filter(([, { gone }]) => gone !== true);
  const manifests = there.map(([name, one]): [Digest, HeldManifest] => {
    const digest = named(name);
    const held = {
      digest,
      mediaType: one.children === undefined ? mediaTypes.ociManifest : mediaTypes.ociIndex,
      manifests: (one.children ?? []).map((child) => ({
        mediaType: mediaTypes.ociManifest,
        digest: named(child),
        size: 1,
      })),
      blobs: [],
      annotations: {
        ...(one.base === undefined ? {} : { 'org.opencontainers.image.base.digest': named(one.base) }),
        ...(one.baseName === undefined ? {} : { 'org.opencontainers.image.base.name': one.baseName }),
      },
      ...(one.subject === undefined ? {} : { subject: named(one.subject) }),
    };
    return [digest, held];
  });
  const referrers = new Map<Digest, Digest[]>();
  const attach = (subject: string, digest: Digest): void =>
    void referrers.set(named(subject), [...(referrers.get(named(subject)) ?? []), digest]);
  const tags = there.flatMap(([name, { tags: own = [], scheme }]) => [
    ...own.map((each) => [tag(each), named(name)] as const),
    ...(scheme === undefined
      ? []
      : [[tag(`${named(scheme.of).replace(':', '-')}${scheme.suffix ?? ''}`), named(name)] as const]),
  ]);
  for (const [name, { subject, scheme, children = [] }] of there) {
    if (subject !== undefined) attach(subject, named(name));
    if (scheme !== undefined) attach(scheme.of, named(name));
    if (scheme !== undefined) for (const child of children) attach(scheme.of, named(child));
  }
  return {
    repository: { registry: 'ghcr.io', name: 'team/app' },
    held: {
      tags: new Map(tags.toSorted(([one], [other]) => (one < other ? -1 : 1))),
      lostTags: [],
      manifests: new Map(manifests),
      referrers,
    },
    times: new Map(
      there.flatMap(([name, { age }]) => (age === undefined ? [] : [[named(name), now - age * day]])),
    ),
    untagged: there.flatMap(([name, { listed }]) => (listed === true ? [named(name)] : [])),
  };
}

/** Numbers from 0 to below 1, the same for the same seed (a linear congruential generator). */
function numbersOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * At random: indexes that share platforms, attestations, signatures of three kinds, saved wheels, bases in the same
 * repository, moved tags whose old index has none, orphans, and children that are gone.
 */
export function randomManifests(count: number, seed: number): Record<string, MadeManifest> {
  const random = numbersOf(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const made: Record<string, MadeManifest> = {};
  const platforms: string[] = [];
  const tops: string[] = [];
  let serial = 0;
  let written = 0;
  const add = (name: string, one: MadeManifest): string => {
    if (made[name] === undefined) written += 1;
    made[name] = one;
    return name;
  };
  while (written < count) {
    serial += 1;
    const age = below(400);
    const listed = random() < 0.9;
    const kind = random();
    if (kind < 0.05) {
      add(`wheel ${serial}`, { tags: [`wheels-demo-${serial}`], age });
      continue;
    }
    if (kind < 0.1) {
      add(`orphan ${serial}`, { scheme: { of: `deleted ${serial}`, suffix: '.sig' }, age });
      continue;
    }
    const children = Array.from({ length: 1 + below(3) }, (_, at) => {
      const shared = platforms.length > 0 && random() < 0.15 ? platforms[below(platforms.length)] : undefined;
      if (shared !== undefined) return shared;
      const name = add(`platform ${serial}.${at}`, {
        listed,
        age,
        ...(random() < 0.01 ? { gone: true } : {}),
      });
      platforms.push(name);
      return name;
    });
    const attestations = children.flatMap((child, at) =>
      random() < 0.5 ? [add(`attestation ${serial}.${at}`, { subject: child, listed, age })] : [],
    );
    const tags = random() < 0.8 ? [`v${serial}`, ...(random() < 0.1 ? [`alias-${serial}`] : [])] : undefined;
    const base = tops.length > 0 && random() < 0.2 ? tops[below(tops.length)] : undefined;
    const isUnknown = random() < 0.02;
    const top = add(`index ${serial}`, {
      children: [...children, ...attestations],
      ...(tags === undefined ? { listed: true } : { tags }),
      ...(base === undefined ? {} : { base }),
      ...(isUnknown ? {} : { age }),
    });
    tops.push(top);
    if (random() < 0.15) add(`signature ${serial}`, { scheme: { of: top, suffix: '.sig' }, age });
    if (random() < 0.15) {
      const artifact = add(`artifact ${serial}`, {
        subject: top,
        age,
        ...(random() < 0.2 ? { tags: [`sbom-${serial}`] } : { listed }),
      });
      if (random() < 0.3) add(`of artifact ${serial}`, { subject: artifact, listed, age });
    }
    if (random() < 0.1) {
      const child = add(`listed artifact ${serial}`, { subject: children[0]!, listed, age });
      add(`list ${serial}`, { children: [child], scheme: { of: children[0]! }, age });
    }
  }
  return made;
}
