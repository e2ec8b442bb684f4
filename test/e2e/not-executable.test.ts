/** A platform whose programs this machine cannot run: images are published if nothing must run, or else the way out is named. */
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { qemuOf } from '../../src/names/platform.ts';
import { all, build, failing, fresh, imagesOf, manifest, must, registry, tagsOf } from './support.ts';

const handlerOf = (platform: (typeof all)[number]): string => `/proc/sys/fs/binfmt_misc/${qemuOf(platform)}`;
const foreign = all.filter((platform) => existsSync(handlerOf(platform)));
const platform = foreign.at(-1) ?? all[2];

/** Switches the kernel's handler of the platform off or on. It is the whole machine's, so this file runs alone. */
async function handle(state: 'off' | 'on'): Promise<void> {
  const root = process.getuid?.() === 0 ? [] : ['sudo'];
  const write = [...root, 'sh', '-c', `echo ${state === 'on' ? 1 : 0} >${handlerOf(platform)}`];
  await must(write[0]!, write.slice(1));
}
beforeAll(() => handle('off'));
afterAll(() => handle('on'));

const options = [
  '--package=six',
  '--package-version=1.17.0',
  '--python-version=3.13',
  '--target-base=slim',
  `--platform=${platform}`,
];

test('publishes an image of which nothing must run', async () => {
  const repository = fresh('not-executable');
  const report = await build(repository, [...options, '--verify=off']);
  expect({ outcome: report.outcome, notes: report.notes, tags: await tagsOf(repository) }).toEqual({
    outcome: 'published',
    notes: [],
    tags: { 'py3.13-slim-1.17.0': report.digest },
  });
  expect(imagesOf(await manifest(repository, report.digest!)).map((image) => image.platform)).toEqual([
    platform,
  ]);
});

test('publishes nothing if the image must be verified, and names the way out', async () => {
  const repository = fresh('not-executable-verified');
  // A new command each time, since the builder may have the result of the same one in its cache.
  const { code, report } = await failing([
    ...options,
    '--push',
    `--registry=${registry}`,
    `--image-name=${repository}`,
    `--verify-command=echo ${Date.now()}`,
  ]);
  expect({ code, problems: report.problems, tags: await tagsOf(repository) }).toEqual({
    code: 5,
    problems: [
      expect.objectContaining({
        station: 'build',
        about: 'six',
        message: expect.stringMatching(
          /^The image of six could not be built\. This machine cannot execute that platform: no QEMU handler is registered for it\. Register the handlers .*, or leave the platform out\.$/,
        ),
      }),
    ],
    tags: {},
  });
});
