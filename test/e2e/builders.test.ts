/**
 * Builders of users: one with the docker-container driver, and Docker's own with the classic store. ./check runs tests
 * with the newest buildx in another phase.
 */
import { describe, expect, test } from 'vitest';
import { runAction } from './action-runner.ts';
import {
  build,
  builders,
  engine,
  fresh,
  machines,
  must,
  probe,
  registry,
  tagsOf,
  withBuilder,
} from './support.ts';

const platforms = ['linux/amd64', 'linux/arm64'];
const options = [
  '--package=six',
  '--package-version=1.17.0',
  '--python-version=3.13',
  '--target-base=slim',
  `--platform=${platforms.join(',')}`,
];
const tag = 'py3.13-slim-1.17.0';

async function runsEverywhere(repository: string, digest: string | undefined): Promise<void> {
  expect(await tagsOf(repository)).toEqual({ [tag]: digest });
  for (const platform of platforms) {
    expect(await probe(`${registry}/${repository}@${digest}`, platform, ['six'])).toEqual({
      machine: machines[platform],
      installed: { six: '1.17.0' },
      said: [],
    });
  }
}

test('uses and keeps a named builder with the docker-container driver', async () => {
  const repository = fresh('driver');
  await withBuilder('e2e-driver', async (builder) => {
    const report = await build(repository, [...options, `--builder=${builder}`]);
    await runsEverywhere(repository, report.digest);
    expect(await builders()).toContain(builder);
    // Its cache shows that it was this builder that built.
    expect(await must('docker', ['buildx', 'du', `--builder=${builder}`, '--verbose'])).toContain(
      'install.py',
    );
  });
});

describe("makes a builder where Docker's own has the classic image store, which holds no index", () => {
  test('which the command line removes at its end', async () => {
    const env = await engine('classic');
    const repository = fresh('classic');
    const before = await builders(env);
    const report = await build(repository, options, env);
    await runsEverywhere(repository, report.digest);
    expect(await builders(env)).toEqual(before);
  });

  test('which the action keeps for later steps, and removes when the job ends', async () => {
    const env = await engine('classic');
    const repository = fresh('classic-action');
    const before = await builders(env);
    const inputs = {
      package: 'six',
      package_version: '1.17.0',
      python_version: '3.13',
      target_base: 'slim',
      platform: platforms.join(','),
      // The test above shows that the images of such a builder run.
      verify: 'off',
    };
    const step = await runAction({ ...inputs, registry, image_name: repository }, { env });
    const during = await builders(env);
    const post = await step.post();
    expect([step.code, step.outputs['push_executed'], post.code]).toEqual([0, 'true', 0]);
    expect(during.filter((name) => !before.includes(name))).toEqual([
      expect.stringMatching(/^python-image-builder-(?:p\d+h[0-9a-f]{6}-)?[0-9a-f]{12}$/),
    ]);
    expect(await builders(env)).toEqual(before);
  });
});
