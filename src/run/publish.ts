/** Publishes into every repository that is to have an image, each for itself. */
import type { Verified } from '../build/verify.ts';
import { type Because, hasReason } from '../decide/decide.ts';
import { attachRecord } from '../decide/attached-records.ts';
import { defined } from '../defined.ts';
import { Failure, type Problem } from '../errors.ts';
import { type Digest, type Repository, repositoryText } from '../names/reference.ts';
import { once } from '../once.ts';
import type { Present } from '../observe/observe.ts';
import { annotationsOfRecord, readBuildRecord } from '../plan/build-record.ts';
import { type BuildRecord, fingerprintHash } from '../plan/fingerprint.ts';
import { isIdentical } from '../publish/identical.ts';
import { moveAliases, publish, type PublishTrace } from '../publish/publish.ts';
import { pushContent, type Pushed } from '../publish/push.ts';
import { type ImageRun, note } from '../recipe/image-run.ts';
import { contentOf } from '../registry/content.ts';
import { type Manifest, readContent } from '../registry/manifest.ts';
import { bytesText, counted } from '../report/units.ts';
import { type Decided, noteDecision } from './decide.ts';
import { attestationsToSign, originOf, signImage } from './sign.ts';

/** Those of which something must be built or put together. */
export const placesToMake = (decided: readonly Decided[]): Decided[] =>
  decided.filter(({ decision }) => decision.do === 'build' || decision.do === 'rebase');

/** Whoever may not push is told now, and not after an hour of compiling. */
export async function probeWrites({ session }: ImageRun, decided: readonly Decided[]): Promise<void> {
  const { client } = await session.registries();
  await eachPlace(placesToMake(decided), ({ repository }) => client.probeWrite(repository));
}

/** Moves the tags that are behind where nothing is built. */
export const retag = (run: ImageRun, decided: readonly Decided[]): Promise<void> =>
  eachPlace(
    decided.filter(({ decision }) => decision.do === 'retag'),
    async ({ repository }) => {
      settle(
        run,
        repository,
        await moveAliases({ ...(await publishRequest(run, repository)), ...run.image.tags }),
      );
    },
  );

/** Signs what an earlier run left unsigned, and moves the tags that are behind. Nothing is built. */
export const signUnsigned = (run: ImageRun, decided: readonly Decided[]): Promise<void> =>
  eachPlace(decided, async ({ decision, held, repository }) => {
    if (decision.do !== 'sign' || held.is !== 'present') return;
    await signHeld(run, repository, held);
    if (hasReason(decision, ['tag-behind']))
      settle(
        run,
        repository,
        await moveAliases({ ...(await publishRequest(run, repository)), ...run.image.tags }),
      );
  });

async function signHeld(run: ImageRun, repository: Repository, { index }: Present): Promise<void> {
  const { reader } = await run.session.registries();
  const content = contentOf(reader, repository, index, run.session.world.files);
  await signImage(run, repository, () => attestationsToSign(run, content, { kind: 'published-before' }));
}

/** @param layersIn repositories that hold layers of the image: what one of the same registry has need not be sent. */
export async function publishPlaces(
  run: ImageRun,
  places: readonly Decided[],
  verified: Verified,
  layersIn: readonly Repository[],
): Promise<void> {
  const { session, policy, image } = run;
  const { client } = await session.registries();
  const { content } = verified;
  const mountFrom = [...layersIn];
  const [first] = places;
  // The same for all repositories, so that each is signed once.
  const attestations = once(async () =>
    first === undefined ? [] : attestationsToSign(run, content, originOf(first.decision, first.held)),
  );
  await eachPlace(places, async (place) => {
    const { held, repository, decision } = place;
    const built = decision.do === 'build' ? decision.because : undefined;
    // An image that became too old is there anew, although it is the same: so that its age begins anew. One that lost a
    // part is identical without it.
    const may =
      built !== undefined && !hasReason(decision, ['expired', 'incomplete']) && held.is === 'present';
    if (may && (await isIdentical(content, client, repository, held.index))) {
      await keepIdentical(run, repository, held, built, content.index);
      return;
    }
    const digest = await publish({
      ...(await publishRequest(run, repository)),
      verified,
      mountFrom: [...mountFrom],
      ...(held.is === 'present' ? defined({ lacking: held.lacking }) : {}),
      beforeTags: () => signImage(run, repository, attestations),
      ...(policy.overwrite
        ? {}
        : { expected: { digest: held.is === 'present' ? held.index.digest : undefined } }),
    });
    // What one repository of a registry has, the next one need not be sent.
    mountFrom.push(repository);
    settle(run, repository, digest);
    if (digest !== content.index.digest) {
      note(
        run,
        `another run published ${repositoryText(repository)}:${image.tags.exact} at the same time and came last: its image stands, under all tags`,
      );
    }
  });
}

/** Puts the platforms of a part where its image goes. No tag moves: `merge` does that, when all parts are there. */
export async function pushPart(
  { session }: ImageRun,
  places: readonly Decided[],
  { content }: Verified,
  layersIn: readonly Repository[],
): Promise<void> {
  const { client } = await session.registries();
  const mountFrom = [...layersIn];
  await eachPlace(places, async ({ repository }) => {
    const { digest, uploaded, mounted, there } = await pushContent(client, repository, content, {
      mountFrom,
    });
    mountFrom.push(repository);
    session.world.log.info(pushedText(repository, { uploaded, mounted, there }));
    session.journal.add({ is: 'pushed', repository, digest });
  });
}

const pushedText = (repository: Repository, { uploaded, mounted, there }: Omit<Pushed, 'digest'>): string =>
  `pushed   ${repositoryText(repository)}: ${counted(uploaded.blobs, 'blob')} (${bytesText(uploaded.bytes)}); ${there.blobs + mounted.blobs} were in the registry already`;

const settle = ({ session }: ImageRun, repository: Repository, digest: Digest): void =>
  session.journal.add({ is: 'settled', repository, digest });

/** The old index stays, with its tags; aliases may still be behind. */
async function keepIdentical(
  run: ImageRun,
  repository: Repository,
  held: Present,
  built: Because,
  index: Manifest,
): Promise<void> {
  const { client } = await run.session.registries();
  let moved = false;
  if (held.isSigned === false) await signHeld(run, repository, held);
  const request = await publishRequest(run, repository, () => (moved = true));
  settle(run, repository, await moveAliases({ ...request, ...run.image.tags }));
  noteDecision(run, repository, { do: moved ? 'retag' : 'keep', because: { kind: 'identical', built } });
  const record = readBuildRecord(readContent(index.bytes).annotations ?? {});
  if (record === undefined || isOf(held, record)) return;
  // Else the next run would find the same reason, and build the same again.
  try {
    await attachRecord(client, repository, held.index, annotationsOfRecord(record));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    note(
      run,
      `that ${repositoryText(repository)} holds the outcome of today's inputs could not be noted there, so that the next run builds again: ${error.message}`,
    );
  }
}

const isOf = (held: Present, record: BuildRecord): boolean =>
  held.record !== undefined &&
  fingerprintHash(held.record.fingerprint) === fingerprintHash(record.fingerprint);

/** @param onMove told of each tag that moves. */
async function publishRequest(
  { session, policy, image }: ImageRun,
  repository: Repository,
  onMove = () => {},
) {
  const { world, journal } = session;
  const name = repositoryText(repository);
  const trace: PublishTrace = {
    onContent: (pushed) => world.log.info(pushedText(repository, pushed)),
    onPush: () => journal.add({ is: 'moving', repository }),
    onTag: (tag, digest) => {
      onMove();
      journal.add({ is: 'moved', repository, tag, digest });
      world.log.info(`moved    ${name}:${tag}`);
    },
    onStayed: ({ tag }) => journal.add({ is: 'stayed', repository, tag }),
  };
  const { client } = await session.registries();
  const { version } = image;
  const day = new Date(session.begun).toISOString().slice(0, 10).replaceAll('-', '');
  return { client, repository, day, ...defined({ version }), forced: policy.rebuild === 'always', trace };
}

/**
 * One after the other: what fails in one repository does not keep the others from theirs, and all is said in the end. What
 * follows for all of them is not begun then.
 */
export async function eachPlace<P>(places: readonly P[], work: (place: P) => Promise<void>): Promise<void> {
  const problems: Problem[] = [];
  for (const place of places) {
    try {
      await work(place);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new Failure(problems);
}
