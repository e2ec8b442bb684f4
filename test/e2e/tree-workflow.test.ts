/**
 * A workflow that nektos/act runs on a push: one folder of Dockerfiles with a common context and pins, in the layers of
 * builders and runners. Costs 20 s.
 */
import { expect, test } from 'vitest';
import { fresh, manifest, registry, runImage, tagsOf } from './support.ts';
import { inWorkspace } from './workflow-runner.ts';

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
      - uses: OWNER/python-image-builder/tree@main
        with:
          path: container
          context: .
          platform: linux/amd64
          registry: ${registry}
          image_name: ${prefix}
`,
});

interface Became {
  readonly name: string;
  readonly outcome: string;
  readonly image: string;
  readonly tags: readonly string[];
}

test('publishes builders and runners on a push, and leaves them alone on the next', async () => {
  await inWorkspace(
    await contents(),
    async ({ trigger }) => {
      const push = async (): Promise<Readonly<Record<string, string>>> =>
        (await trigger('push')).steps[0]?.outputs ?? {};

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
    },
    'trunk',
  );
});
