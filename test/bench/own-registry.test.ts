import { afterAll, beforeAll, expect, test } from 'vitest';
import { requestsDuring } from '../../bench/own-registry.ts';
import { startRegistry, type TestRegistry } from '../support/registry.ts';

let registry: TestRegistry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(() => registry.stop());

test('gives the requests during the work, without those before and after', async () => {
  const ask = async (path: string): Promise<number> => (await fetch(`http://${registry.host}${path}`)).status;
  await ask('/v2/before/tags/list');
  const during = await requestsDuring(registry, async () => [
    await ask('/v2/'),
    await ask('/v2/a/manifests/b'),
  ]);
  await ask('/v2/after/tags/list');
  expect(during).toEqual({ result: [200, 404], requests: ['GET /v2/ 200', 'GET /v2/a/manifests/b 404'] });
  expect((await requestsDuring(registry, () => ask('/v2/'))).requests).toEqual(['GET /v2/ 200']);
});
