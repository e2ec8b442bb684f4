/**
 * Whether a run is for what somebody proposes: a pull request or a merge request, or what a remark on one sets off.
 *
 * A workflow's event is read from what its runner says (GitHub "Events that trigger workflows"; Gitea and Forgejo have the
 * same). Elsewhere a variable says it, as the continuous integrations' own pages have it: GitLab "Predefined CI/CD
 * variables", Jenkins "Pipeline: Multibranch", Azure Pipelines "Use predefined variables", Bitbucket "Variables and secrets", CircleCI
 * "Project values and variables", Travis CI "Environment Variables", Buildkite "Environment variables", Drone
 * "Environment: Reference".
 */
import type { HostedEvent, World } from '../ports.ts';

const given = /\S/;
/** A number, or the word that says that there is none. */
const givenOrFalse = /^(?!\s*false\s*$).*\S/is;

/** What one variable holds in a run for a proposal. One that is not set holds nothing. */
const signs: readonly (readonly [variable: string, holds: RegExp])[] = [
  ['CI_MERGE_REQUEST_IID', given],
  ['CI_EXTERNAL_PULL_REQUEST_IID', given],
  ['CHANGE_ID', given],
  ['SYSTEM_PULLREQUEST_PULLREQUESTID', given],
  ['BITBUCKET_PR_ID', given],
  ['CIRCLE_PULL_REQUEST', given],
  ['TRAVIS_PULL_REQUEST', givenOrFalse],
  ['BUILDKITE_PULL_REQUEST', givenOrFalse],
  ['DRONE_PULL_REQUEST', given],
];

/** A workflow_run may follow a pull request's, and a merge queue tries what is not merged yet. */
const proposing = /^(?:pull_request\w*|issue_comment|workflow_run|merge_group)$/;

const proposes = ({ name, ref, pullRequest }: HostedEvent): boolean =>
  proposing.test(name) || ref.startsWith('refs/pull/') || pullRequest !== undefined;

/** @param event of the workflow that runs, if one does. */
export const isProposal = (env: World['env'], event?: HostedEvent): boolean =>
  (event !== undefined && proposes(event)) ||
  signs.some(([variable, holds]) => holds.test(env[variable] ?? ''));
