import { expect, test } from 'vitest';
import { isProposal } from '../../src/wheel-cache/proposals.ts';
import type { HostedEvent } from '../../src/ports.ts';

const ref = 'refs/heads/main';
const event = (name: string, more: Partial<HostedEvent> = {}): HostedEvent => ({ name, ref, ...more });

test.each<readonly [string, HostedEvent | undefined, boolean]>([
  ['none', undefined, false],
  ['a push', event('push'), false],
  ['a push to a branch with a telling name', event('push', { ref: 'refs/heads/refs/pull/1' }), false],
  ['a schedule', event('schedule'), false],
  ['a start by hand', event('workflow_dispatch'), false],
  ['a release', event('release', { ref: 'refs/tags/v1' }), false],
  ['a pull request', event('pull_request'), true],
  ['a pull request of a fork', event('pull_request_target'), true],
  ['a review', event('pull_request_review'), true],
  ['a remark on a line', event('pull_request_review_comment'), true],
  ['a remark', event('issue_comment'), true],
  ['a run after another', event('workflow_run'), true],
  ['a merge queue', event('merge_group'), true],
  ["a pull request's reference", event('workflow_call', { ref: 'refs/pull/7/merge' }), true],
  ["a pull request's payload", event('other', { pullRequest: { number: 7, base: '1a2b3c4' } }), true],
])('the event of a workflow: %s', (_, of, is) => {
  expect(isProposal({}, of)).toBe(is);
});

test.each<readonly [string, Readonly<Record<string, string>>, boolean]>([
  ['a laptop', {}, false],
  ["GitLab's merge request", { CI_MERGE_REQUEST_IID: '7' }, true],
  ["GitLab's pull request of elsewhere", { CI_EXTERNAL_PULL_REQUEST_IID: '7' }, true],
  ["GitLab's branch", { CI_COMMIT_BRANCH: 'main' }, false],
  ["Jenkins' change", { CHANGE_ID: '7' }, true],
  ["Azure's pull request", { SYSTEM_PULLREQUEST_PULLREQUESTID: '7' }, true],
  ["Bitbucket's pull request", { BITBUCKET_PR_ID: '7' }, true],
  ["CircleCI's pull request", { CIRCLE_PULL_REQUEST: 'https://example.com/pull/7' }, true],
  ["Travis CI's pull request", { TRAVIS_PULL_REQUEST: '7' }, true],
  ["Travis CI's branch", { TRAVIS_PULL_REQUEST: 'false' }, false],
  ["Buildkite's pull request", { BUILDKITE_PULL_REQUEST: '7' }, true],
  ["Buildkite's branch", { BUILDKITE_PULL_REQUEST: 'false' }, false],
  ["Drone's pull request", { DRONE_PULL_REQUEST: '7' }, true],
  ["Drone's branch", { DRONE_PULL_REQUEST: '' }, false],
])('%s', (_, env, is) => {
  expect(isProposal(env)).toBe(is);
});
