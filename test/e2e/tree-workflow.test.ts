/**
 * A workflow that nektos/act runs on a push: one folder of Dockerfiles with a common context and pins, in the layers of
 * builders and runners. Costs 20 s.
 */
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { fresh, inFolder, manifest, must, node, registry, run, runImage, tagsOf } from './support.ts';

const prefix = fresh('layers');
const python = 'docker.io/library/python:3.13-slim';

const baseDigest = async (): Promise<string> => (await tagsOf('library/python'))['3.13-slim'] ?? '';

const on = (argument: string, image: string): string =>
  `ARG ${argument}=example/${image}\nFROM \${${argument}}\n`;

const contents = async (): Promise<Readonly<Record<string, string>>> => ({
  'app/main.py': 'import greeting\nprint(greeting.TEXT)\n',
  'app/greeting.txt': 'good day\n',
  'container/digests.env': `# The root of all images\nBASE_IMAGE=${python}\nBASE_DIGEST=${await baseDigest()}\n`,
  'container/Dockerfile.base':
    'ARG BASE_IMAGE=unset\nARG BASE_DIGEST=unset\nFROM ${BASE_IMAGE}@${BASE_DIGEST}\nENV LAYERS=base\n',
  'container/Dockerfile.base-builder': `${on('BASE_IMAGE', 'base')}ENV LAYERS=$LAYERS,base-builder\n`,
  'container/Dockerfile.builder': `${on('BASE_BUILDER_IMAGE', 'base-builder')}COPY app /app
RUN printf 'TEXT = "%s, from %s"\\n' "$(cat /app/greeting.txt)" "$LAYERS" >/app/greeting.py
`,
  'container/Dockerfile.base-runner': `${on('BASE_IMAGE', 'base')}RUN useradd --uid 1000 runner\nUSER runner\n`,
  'container/Dockerfile.runner': `ARG BUILDER_IMAGE=example/builder
ARG BASE_RUNNER_IMAGE=example/base-runner
FROM \${BUILDER_IMAGE} AS built
FROM \${BASE_RUNNER_IMAGE}
COPY --from=built /app /app
CMD ["python3", "/app/main.py"]
`,
  '.github/workflows/images.yml': `
on: push
jobs:
  images:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: example/python-image-builder/tree@v1
        id: tree
        with:
          path: container
          context: .
          platform: linux/amd64
          registry: ${registry}
          image_name: ${prefix}
      - env:
          OUTPUTS: \${{ toJSON(steps.tree.outputs) }}
        run: printf '%s' "$OUTPUTS" > "$RESULTS/outputs.json"
`,
});

interface Became {
  readonly name: string;
  readonly outcome: string;
  readonly image: string;
  readonly tags: readonly string[];
}

test('publishes builders and runners on a push, and leaves them alone on the next', async () => {
  const program = process.env['ACT'] ?? '';
  expect(program, 'engine/engine up --test act, and eval of engine/engine env').not.toBe('');
  await inFolder(async (folder) => {
    const [clone, results] = [join(folder, 'clone'), join(folder, 'results')];
    await mkdir(results);
    for (const [path, content] of Object.entries(await contents())) {
      await mkdir(dirname(join(clone, path)), { recursive: true });
      await writeFile(join(clone, path), content);
    }
    const git = ['-c', 'user.name=e2e', '-c', 'user.email=e2e@example.com'];
    await must('git', ['init', '--quiet', '--initial-branch=trunk'], { cwd: clone });
    await must('git', ['add', '.'], { cwd: clone });
    await must('git', [...git, 'commit', '--quiet', '--message=images'], { cwd: clone });

    const push = async (): Promise<Readonly<Record<string, string>>> => {
      const done = await run(
        program,
        [
          'push',
          '--platform=ubuntu-latest=-self-hosted',
          `--local-repository=example/python-image-builder@v1=${process.cwd()}`,
          `--env=RESULTS=${results}`,
        ],
        {
          cwd: clone,
          // act finds Node on PATH, and its own files in the home folder.
          env: {
            PATH: `${dirname(node)}:${process.env['PATH']}`,
            XDG_CACHE_HOME: join(folder, 'cache'),
            HOME: folder,
          },
        },
      );
      expect(done.code, done.stdout.slice(-4000) + done.stderr.slice(-2000)).toBe(0);
      return JSON.parse(readFileSync(join(results, 'outputs.json'), 'utf8')) as Record<string, string>;
    };

    const first = await push();
    const images = JSON.parse(first['images'] ?? '[]') as readonly Became[];
    expect(images.map(({ name, outcome, tags }) => [name, outcome, tags])).toEqual(
      ['base', 'base-builder', 'base-runner', 'builder', 'runner'].map((name) => [
        name,
        'published',
        [`${registry}/${prefix}/${name}:trunk`],
      ]),
    );
    expect([first['build_executed'], first['push_executed']]).toEqual(['true', 'true']);
    const runner = images.find(({ name }) => name === 'runner')!;
    expect(await tagsOf(`${prefix}/runner`)).toEqual({ trunk: runner.image.split('@')[1] });
    expect(await runImage(runner.image, 'linux/amd64', [])).toBe('good day, from base,base-builder');
    expect(await runImage(runner.image, 'linux/amd64', ['id', '-u'])).toBe('1000');
    const { annotations } = await manifest(`${prefix}/base`, 'trunk');
    expect(annotations?.['org.opencontainers.image.base.digest']).toBe(await baseDigest());

    const next = await push();
    expect((JSON.parse(next['images'] ?? '[]') as Became[]).map(({ outcome }) => outcome)).toEqual([
      'kept',
      'kept',
      'kept',
      'kept',
      'kept',
    ]);
    expect([next['build_executed'], next['push_executed']]).toEqual(['false', 'false']);
  });
});
