/** What advisories hold back of an image that is there, whatever would be done with it. */
import { expect, test } from 'vitest';
import { releaseText } from '../../src/advisories/osv.ts';
import type { Advisory } from '../../src/advisories/record.ts';
import { Failure } from '../../src/errors.ts';
import type { BaseFacts } from '../../src/lock/lock.ts';
import type { Present } from '../../src/observe/observe.ts';
import type { BuildRecord } from '../../src/plan/fingerprint.ts';
import type { Policy } from '../../src/plan/policy.ts';
import type { RegistryClient } from '../../src/registry/client.ts';
import { decidePlaces } from '../../src/run/decide.ts';
import { digestOfOnly, latest, present, record as fingerprint } from '../decide/values.ts';
import { imageOfInputs, inputsOf, policyOfInputs } from '../support/cells.ts';
import { runIn, testSession } from '../support/session.ts';
import { testWorld } from '../support/world.ts';

const release = { ecosystem: 'PyPI', name: 'h11', version: '0.14.0' };
const flaw: Advisory = {
  id: 'GHSA-vqfr-h8mv-ghfj',
  aliases: ['CVE-2025-43859'],
  summary: 'Chunked encoding is read too leniently',
  rating: 'critical',
  affected: [{ ecosystem: 'PyPI', name: 'h11', fixed: ['0.16.0'] }],
};
const facts: BaseFacts = {
  platform: 'linux/amd64',
  python: '3.13.9',
  libc: { kind: 'glibc', version: '2.41' },
  distribution: { id: 'debian', version: '13', codename: 'trixie' },
  installed: {},
};
const record: BuildRecord = { fingerprint, facts: [facts], indexes: {} };

/** What is done with the image, or why the run ends. */
async function decided(
  held: Partial<Present>,
  { mode, signs = false }: { readonly mode: 'report' | 'fail'; readonly signs?: boolean },
): Promise<readonly unknown[]> {
  const inputs = inputsOf({ registry: 'ghcr.io', push: 'true', rebuild: 'missing' });
  const image = imageOfInputs(inputs);
  const session = testSession({
    world: testWorld(),
    client: { referrers: () => Promise.resolve([]) } as unknown as RegistryClient,
    signer: () =>
      Promise.resolve(
        signs ? { sign: () => Promise.reject(new Error('nothing is signed here')) } : undefined,
      ),
    advisories: () => ({ ask: () => Promise.resolve({ known: new Map([[releaseText(release), [flaw]]]) }) }),
  });
  const policy: Policy = {
    ...policyOfInputs(inputs),
    advisories: { mode, severity: 'high', url: 'https://osv.example', ignored: [] },
    ...(signs ? { unsigned: 'publish' as const } : {}),
  };
  const place = { repository: image.repositories[0], held: { ...present({ record }), ...held } };
  try {
    const places = await decidePlaces(
      runIn(session, image, policy),
      { places: [place], records: [record], published: {} },
      {},
    );
    return places.map(({ decision }) => decision.do);
  } catch (error) {
    if (error instanceof Failure) return error.problems.map(({ station }) => `failed: ${station}`);
    throw error;
  }
}

const behind = { aliases: [{ tag: latest, digest: digestOfOnly('e') }] };
test.each([
  ['kept', 'keep', {}, false],
  ['whose alias is behind', 'retag', behind, false],
  ['that is not signed', 'sign', {}, true],
  ['that is not signed, and whose alias is behind', 'sign', behind, true],
] as const)('an image %s is held back with "fail", and not with "report"', async (_, does, held, signs) => {
  expect(await decided(held, { mode: 'report', signs })).toEqual([does]);
  expect(await decided(held, { mode: 'fail', signs })).toEqual(['failed: advisories']);
});
