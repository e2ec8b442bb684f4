/** An image of a custom Dockerfile is built again only for what gets into it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  baseDigests,
  built,
  copyBase,
  go,
  moveBase,
  nothingMoved,
  openStage,
  outline,
  reasons,
  type Seen,
  type Stage,
  tag,
} from './rebuilding.ts';
import { runImage, tagsOf } from './support.ts';

const platforms = ['linux/amd64', 'linux/arm64'];
const unseen =
  'line 5 of the Dockerfile, RUN test -e /site/greeting.txt || apt-get update: a package manager, of which nothing can be seen here; rebuild: always or a max_age renews it';

let stage: Stage;
/** Writes a file of the build context. */
const write = (path: string, text: string): void => writeFileSync(join(stage.folder, 'context', path), text);
const image = (): string => `${stage.registry.host}/own:${tag}`;
const tags = (): Promise<Record<string, string>> => tagsOf('own', stage.registry.host);
const run = (): Promise<Seen> =>
  go(stage, [
    '--image-name=own',
    `--platform=${platforms.join(',')}`,
    '--verify=build-platform',
    `--base-registry=${stage.registry.host}/bases`,
    `--dockerfile=${join(stage.folder, 'Own.Dockerfile')}`,
    `--docker-build-path=${join(stage.folder, 'context')}`,
  ]);
beforeAll(async () => {
  stage = await openStage();
  await copyBase(stage, 'bases');
  mkdirSync(join(stage.folder, 'context/site'), { recursive: true });
  write('site/greeting.txt', 'hello\n');
  write('site/debug.log', 'one\n');
  write('notes.txt', 'one\n');
  write('.dockerignore', '**/*.log\n');
  writeFileSync(
    join(stage.folder, 'Own.Dockerfile'),
    `ARG publish_target
FROM ${stage.registry.host}/bases/python:\${publish_target}
COPY --from=packages / /usr/local
COPY site /site
RUN test -e /site/greeting.txt || apt-get update
`,
  );
});
afterAll(() => stage.stop());

test('keeps it while nothing that gets into it changes, and names what cannot be known', async () => {
  const first = await run();
  expect(outline(first)).toEqual({ ...built, reason: reasons.absent(image()) });
  expect(first.report.notes).toEqual([unseen, 'a hint: it runs as root; USER names another account']);
  const second = await run();
  expect(outline(second)).toEqual(nothingMoved);
  expect(second.report.notes).toEqual([unseen]);

  write('notes.txt', 'two\n');
  write('site/debug.log', 'two\n');
  expect(outline(await run())).toEqual(nothingMoved);
  expect(await tags()).toEqual({ [tag]: first.report.digest });
});

test('builds it when a copied file changed', async () => {
  write('site/greeting.txt', 'good morning\n');
  const changed = await run();
  expect(outline(changed)).toEqual({
    ...built,
    reason: 'the recipe changed: files of the build context',
  });
  expect(await tags()).toEqual({ [tag]: changed.report.digest });
  expect(await runImage(image(), 'linux/amd64', ['cat', '/site/greeting.txt'])).toBe('good morning');
  expect(outline(await run())).toEqual(nothingMoved);
});

test('builds it when its base moved, since its own steps may depend on the base', async () => {
  const [from] = await baseDigests(stage, 'bases', platforms);
  await moveBase(stage, 'bases', platforms);
  const [to] = await baseDigests(stage, 'bases', platforms);
  const moved = await run();
  expect(outline(moved)).toEqual({
    ...built,
    reason: reasons.moved(`${stage.registry.host}/bases/python:3.13-slim`, from!, to!),
  });
  expect(await tags()).toEqual({ [tag]: moved.report.digest });
  expect(await runImage(image(), 'linux/amd64', ['cat', '/etc/moved'])).toBe('bases moved');
  expect(outline(await run())).toEqual(nothingMoved);
});
