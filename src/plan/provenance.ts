/** What an image was made of, and by whom, as SLSA says it (slsa.dev, "Provenance v1"). */
import { defined } from '../defined.ts';
import type { Digest } from '../names/reference.ts';
import { type Attestation, predicateTypes } from '../sign/statement.ts';
import { type BuildRecord, fingerprintHash } from './fingerprint.ts';

/** Pages about this program's own terms would be below it; nothing is fetched from there. */
const home = 'https://python-image-builder.github.io';

/** How this run came to the image. */
export type Origin =
  | { readonly kind: 'built' }
  /** Its own layers are those of an image that an earlier run built. */
  | { readonly kind: 'rebased'; readonly from: Digest }
  /** An earlier run published it, and left it unsigned. */
  | { readonly kind: 'published-before' };

/** The run that signs. */
export interface SigningRun {
  /** The workflow, or this program on somebody's machine. */
  readonly builder: string;
  /** URL of the attempt of a workflow run. */
  readonly invocation?: string;
  readonly workflow?: { readonly repository: string; readonly ref: string; readonly path: string };
  readonly commit?: string;
  /** `github-hosted`, `self-hosted`. */
  readonly runner?: string;
}

/** By the variables that GitHub sets. */
export function signingRunOf(env: Readonly<Record<string, string | undefined>>): SigningRun {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = env;
  const { GITHUB_WORKFLOW_REF: workflow = '', GITHUB_RUN_ATTEMPT: attempt = '1', GITHUB_SHA: commit } = env;
  if (!server || !repository || !id) return { builder: `${home}/command-line` };
  const [path = '', ref = ''] = workflow.slice(repository.length + 1).split('@');
  return {
    builder: `${server}/${workflow}`,
    invocation: `${server}/${repository}/actions/runs/${id}/attempts/${attempt}`,
    workflow: { repository: `${server}/${repository}`, ref, path },
    ...defined({ commit, runner: env['RUNNER_ENVIRONMENT'] }),
  };
}

/**
 * The provenance of an index, by what it says of itself: so it is the same whether it is signed at once or by a later run.
 * Who built the layers of an earlier run is not claimed: of them it says only which image they are of.
 *
 * @param begun of the run, in milliseconds since the epoch.
 */
export function provenanceOf(
  subject: Attestation['subject'],
  record: BuildRecord,
  origin: Origin,
  run: SigningRun,
  begun: number,
): Attestation {
  const { fingerprint, indexes } = record;
  const isBuilder = origin.kind !== 'published-before';
  return {
    subject,
    predicateType: predicateTypes.provenance,
    predicate: {
      buildDefinition: {
        buildType: `${home}/image/v1`,
        externalParameters: {
          recipe: fingerprint.recipe,
          platforms: fingerprint.platforms,
          ...(isBuilder ? defined({ workflow: run.workflow }) : {}),
        },
        internalParameters: {
          origin: origin.kind,
          fingerprint: fingerprintHash(fingerprint),
          lock: { requirements: fingerprint.requirements, files: fingerprint.installs },
          ...(isBuilder ? defined({ runner: run.runner }) : defined({ signedBy: run.invocation })),
        },
        resolvedDependencies: [
          ...(isBuilder && run.commit !== undefined && run.workflow !== undefined
            ? [
                {
                  uri: `git+${run.workflow.repository}@${run.workflow.ref}`,
                  digest: { gitCommit: run.commit },
                },
              ]
            : []),
          ...basesOf(record),
          ...Object.entries(indexes).map(([name, digest]) => ({
            name,
            digest: digestSet(digest),
            annotations: { is: 'the whole base' },
          })),
          ...(origin.kind === 'rebased'
            ? [{ name: 'layers', digest: digestSet(origin.from), annotations: { is: 'the image before' } }]
            : []),
          ...fingerprint.requirements.map((pinned) => ({ uri: `pkg:pypi/${pinned.replace('==', '@')}` })),
        ],
      },
      runDetails: {
        builder: { id: isBuilder ? run.builder : `${home}/earlier-run` },
        metadata: isBuilder
          ? { ...defined({ invocationId: run.invocation }), startedOn: new Date(begun).toISOString() }
          : {},
      },
    },
  };
}

const basesOf = ({ fingerprint: { bases } }: BuildRecord) =>
  Object.entries(bases).flatMap(([name, platforms]) =>
    Object.entries(platforms).map(([platform, digest]) => ({
      name,
      digest: digestSet(digest),
      annotations: { is: 'a base', platform },
    })),
  );

const digestSet = (digest: Digest): Readonly<Record<string, string>> => ({
  [digest.split(':')[0]!]: digest.split(':')[1]!,
});
