/** Signs images where they are pushed, and says of them what they were made of. */
import { sbomsOf } from '../attest/sboms.ts';
import type { Decision } from '../decide/decide.ts';
import { Failure } from '../errors.ts';
import { type Digest, type Repository, repositoryText } from '../names/reference.ts';
import type { ObservedImage } from '../observe/observe.ts';
import { readBuildRecord } from '../plan/build-record.ts';
import type { ImageRun } from '../recipe/image-run.ts';
import type { ImageContent } from '../registry/content.ts';
import { readContent } from '../registry/manifest.ts';
import { timed } from '../report/journal.ts';
import { attachBundle } from '../sign/bundles.ts';
import { type Origin, provenanceOf, signingRunOf } from '../plan/provenance.ts';
import { type Attestation, predicateTypes } from '../sign/statement.ts';

/** How this run comes to the image that it publishes. */
export const originOf = (decision: Decision, held: ObservedImage): Origin =>
  decision.do === 'rebase' && held.is === 'present'
    ? { kind: 'rebased', from: held.index.digest }
    : { kind: 'built' };

/**
 * What is signed of an image: its provenance, the SBOMs of its platforms, and last that it is signed, so that with that all
 * is there.
 *
 * @throws Failure where its SBOMs cannot be read.
 */
export async function attestationsToSign(
  { session }: Pick<ImageRun, 'session'>,
  content: ImageContent,
  origin: Origin,
): Promise<readonly Attestation[]> {
  const { index } = content;
  const record = readBuildRecord(readContent(index.bytes).annotations ?? {});
  const run = signingRunOf(session.world.env);
  return [
    ...(record === undefined ? [] : [provenanceOf(index, record, origin, run, session.begun)]),
    ...(await sbomsOf(content)),
    { subject: index, predicateType: predicateTypes.signature, predicate: {} },
  ];
}

/**
 * Signs what is in a repository under its digest. Nothing is attached before all is signed.
 *
 * @throws Failure where the user wants no image that is not signed; else the journal has it.
 */
export async function signImage(
  { session, policy }: ImageRun,
  repository: Repository,
  attestationsFor: () => Promise<readonly Attestation[]>,
): Promise<void> {
  const signer = policy.unsigned === undefined ? undefined : await session.signer();
  if (signer === undefined) return;
  const { journal, world } = session;
  const { client } = await session.registries();
  const work = async (): Promise<{ readonly by: string; readonly digest: Digest }> => {
    const attestations = await attestationsFor();
    const signed = await Promise.all(attestations.map(signer.sign));
    for (const [at, { bytes }] of signed.entries())
      await attachBundle(client, repository, attestations[at]!, bytes, world.clock.now());
    return { by: signed.at(-1)!.by, digest: attestations.at(-1)!.subject.digest };
  };
  try {
    const { by, digest } = await timed({ journal, clock: world.clock }, 'publish', 'sign', work);
    journal.add({ is: 'signed', repository, by });
    world.log.info(`signed   ${repositoryText(repository)}@${digest} as ${by}`);
  } catch (error) {
    if (!(error instanceof Failure) || policy.unsigned === 'fail') throw error;
    journal.add({ is: 'unsigned', repository, problems: error.problems });
  }
}
