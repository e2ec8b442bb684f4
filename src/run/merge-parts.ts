/** Publishes an image whose parts other runs built, checked, and pushed under no tag. */
import { contentReader } from '../build/platform-size.ts';
import { verifiedParts } from '../build/verify.ts';
import { changedParts, changedRequirements, movedBases, partsText } from '../decide/compare.ts';
import { defined } from '../defined.ts';
import { Failure, gather, type Problem } from '../errors.ts';
import type { Platform } from '../names/platform.ts';
import { type Digest, parseDigest, type Repository, repositoryText, taggedText } from '../names/reference.ts';
import { lackingOf } from '../observe/repository.ts';
import { readBuildRecord } from '../plan/build-record.ts';
import { createdKey, type Fingerprint, fingerprintHash } from '../plan/fingerprint.ts';
import type { Image } from '../plan/image.ts';
import { missingKey } from '../plan/labels.ts';
import { combinedIndex } from '../publish/combined-index.ts';
import { noteDropped } from '../recipe/dropped-platforms.ts';
import type { ImageRun } from '../recipe/image-run.ts';
import { contentOf } from '../registry/content.ts';
import { type Manifest, platformsOf, readContent } from '../registry/manifest.ts';
import { timed } from '../report/journal.ts';
import type { DestinationReport, Report } from '../report/report.ts';
import { checksBaseOf } from './observe.ts';
import { placesToMake, publishPlaces, retag, signUnsigned } from './publish.ts';
import { buildInstead } from './rebase.ts';
import { noteDifferences } from './differences.ts';
import { decideImage } from './run-group.ts';

/**
 * Nothing is built or run: each part was checked before it was pushed. What a registry holds of the parts is looked at
 * before any tag moves.
 *
 * @param reports of the runs that made parts; of one part, the last counts.
 * @throws Failure where a part is missing, or was made of something else than the others.
 */
export async function mergeParts(run: ImageRun, reports: readonly Report[]): Promise<void> {
  const { session, image } = run;
  const { world, journal } = session;
  if (reports.length > 0 && reports.every(({ push }) => !push)) {
    journal.add({ is: 'left', because: 'its platforms were made without being pushed' });
    return;
  }
  const { observed, decided } = await decideImage(run);
  const places = placesToMake(buildInstead(run, decided));
  const [first] = places;
  if (first !== undefined) {
    const { parts, missing } = partsOf(image, reports);
    for (const one of missing) noteDropped(session, one.platforms, one);
    const platforms = image.platforms.filter((platform) => parts.some(({ made }) => made.includes(platform)));
    const clock = { journal, clock: world.clock };
    const found = await timed(clock, 'publish', 'look at the parts', () =>
      gather(places.map(({ repository }) => partsIn(run, repository, parts))),
    );
    const { reader } = await session.registries();
    const index = indexOf(image, platforms, found[0]!);
    const content = contentOf(reader, first.repository, index, world.files);
    journal.add({ is: 'merged', parts });
    journal.add({ is: 'built', digest: index.digest });
    const { repository } = observed.custom?.standsOn ?? (await checksBaseOf(run, observed));
    await noteDifferences(run, places, index, contentReader(content, reader));
    const verified = verifiedParts({ image, platforms }, content);
    await world.log.group('publish', () =>
      timed(clock, 'publish', 'push', () => publishPlaces(run, places, verified, [repository])),
    );
  }
  await retag(run, decided);
  await signUnsigned(run, decided);
  journal.add({ is: 'done' });
}

/** A report of a part, and the platforms that it made. */
type PartReport = Report & Required<Pick<Report, 'part'>> & { readonly made: readonly Platform[] };

interface Parts {
  /** Those that were pushed. */
  readonly parts: readonly PartReport[];
  /** Optional platforms that are in none of them, and why. */
  readonly missing: readonly {
    readonly platforms: readonly Platform[];
    readonly problems: readonly Problem[];
  }[];
}

/** @throws Failure with every platform that is in no part, and that the image cannot do without. */
function partsOf({ platforms, optional = [] }: Image, reports: readonly Report[]): Parts {
  const parts = new Map<string, PartReport>();
  for (const report of reports) {
    const { part, missing = [] } = report;
    if (part === undefined) continue;
    const made = part.filter((platform) => !missing.some((one) => one.platform === platform));
    parts.set(part.join(' '), { ...report, part, made });
  }
  const pushed = [...parts.values()].filter(({ outcome }) => outcome === 'pushed');
  const missing = platforms
    .filter((platform) => !pushed.some(({ made }) => made.includes(platform)))
    .map((platform) => ({
      platforms: [platform],
      problems: problemsOf(
        platform,
        [...parts.values()].find(({ part }) => part.includes(platform)),
      ),
    }));
  const needed = missing.filter((one) => !one.platforms.every((platform) => optional.includes(platform)));
  if (needed.length > 0) throw new Failure(needed.flatMap(({ problems }) => problems));
  return { parts: pushed, missing };
}

function problemsOf(platform: Platform, report: PartReport | undefined): readonly Problem[] {
  const known = report?.missing?.find((one) => one.platform === platform)?.problems;
  return known ?? [{ station: 'build', about: platform, message: whyMissing(platform, report) }];
}

function whyMissing(platform: Platform, report: PartReport | undefined): string {
  const next = 'The next plan makes the image again.';
  if (report === undefined)
    return `No job reported ${platform}: it was cancelled, or ended before it could. Look at its log. ${next}`;
  switch (report.outcome) {
    case 'failed':
      return `${platform} was not made: ${report.problems[0]?.message ?? report.reason}`;
    case 'kept':
      return `The job of ${platform} left the image as it was, while others made it anew. ${next}`;
    default:
      return `${platform} was not pushed: ${report.reason}. ${next}`;
  }
}

/** A part as a repository holds it. */
interface FoundPart {
  readonly part: readonly Platform[];
  readonly index: Manifest;
  readonly fingerprint: Fingerprint;
}

/** @throws Failure with every part that is not whole, or not made of the same as the first. */
async function partsIn(
  { session, image }: ImageRun,
  repository: Repository,
  parts: readonly PartReport[],
): Promise<FoundPart[]> {
  const { client } = await session.registries();
  const about = repositoryText(repository);
  const found = await gather(
    parts.map(async ({ made: part, destinations }): Promise<FoundPart> => {
      const wrong = (what: string): Failure =>
        new Failure([
          {
            station: 'registry',
            about,
            message: `The part of ${taggedText(repository, image.tags.exact)} for ${part.join(', ')} ${what}. The next plan makes the image again.`,
          },
        ]);
      const digest = pushedTo(destinations, about);
      if (digest === undefined) throw wrong(`was not pushed to ${about}`);
      const index = await client.getManifest(repository, digest);
      if (index === undefined)
        throw wrong(`is gone, ${digest}: something removes what has no tag while images are made`);
      const held = platformsOf(index.bytes).map(({ platform }) => platform);
      const fingerprint = readBuildRecord(readContent(index.bytes).annotations ?? {})?.fingerprint;
      if (fingerprint === undefined || part.some((platform) => !held.includes(platform)))
        throw wrong(`is another image, ${digest}`);
      const lacking = await lackingOf(client, repository, index);
      if (lacking.length > 0) throw wrong(`lacks ${lacking.join(', ')}`);
      return { part, index, fingerprint };
    }),
  );
  const [first, ...others] = found;
  const problems = others.flatMap((other): Problem[] =>
    fingerprintHash(other.fingerprint) === fingerprintHash(first!.fingerprint)
      ? []
      : [{ station: 'build', about, message: differenceText(first!, other) }],
  );
  if (problems.length > 0) throw new Failure(problems);
  return found;
}

function pushedTo(destinations: readonly DestinationReport[], repository: string): Digest | undefined {
  const pushed = destinations.find((one) => one.repository === repository)?.pushed;
  const digest = parseDigest(pushed ?? '');
  return digest.ok ? digest.value : undefined;
}

function differenceText(one: FoundPart, other: FoundPart): string {
  const [before, now] = [one.fingerprint, other.fingerprint];
  const changes = [
    ...changedRequirements(before.requirements, now.requirements).map(
      ({ name, from = 'none', to = 'none' }) => `${name} ${from} and ${to}`,
    ),
    ...movedBases(before.bases, now.bases).map(({ reference }) => `the base ${reference}`),
    ...[partsText(changedParts(before, now))].filter(Boolean),
  ];
  const what = changes.length === 0 ? 'other files of the same versions' : changes.join(', ');
  return `${one.part.join(', ')} and ${other.part.join(', ')} were made of different things: ${what}. Something was released while the jobs ran: the next plan makes the image again.`;
}

/** Annotations are those of every part; an image is as old as the oldest of them. */
function indexOf(image: Image, platforms: readonly Platform[], parts: readonly FoundPart[]): Manifest {
  const annotations = parts.map(({ index }) => readContent(index.bytes).annotations ?? {});
  const missing = image.platforms.filter((platform) => !platforms.includes(platform));
  const [created] = annotations.flatMap((one) => one[createdKey] ?? []).toSorted();
  return combinedIndex(
    parts.map(({ index, part }) => ({ index, platforms: part })),
    platforms,
    {
      ...annotations[0],
      ...(missing.length > 0 && { [missingKey]: missing.join(',') }),
      ...defined({ [createdKey]: created }),
    },
  );
}
