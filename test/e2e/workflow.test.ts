/** The action in a workflow that nektos/act runs. */
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { fresh, inFolder, machines, must, node, probe, registry, run, tagsOf } from './support.ts';

const repository = fresh('workflow');
const platforms = ['linux/amd64', 'linux/arm64'];

/** A matrix with an image for each cell; a file gets the outputs of the step. */
const workflow = `
on: push
jobs:
  images:
    runs-on: ubuntu-latest
    strategy:
      max-parallel: 1
      matrix:
        python_version: ['3.13', '3.11']
    steps:
      - uses: example/python-image-builder@v1
        id: image
        with:
          package: six
          package_version: '1.17.0'
          python_version: \${{ matrix.python_version }}
          target_base: slim
          platform: \${{ matrix.python_version == '3.13' && '${platforms.join(',')}' || 'linux/amd64' }}
          registry: ${registry}
          image_name: ${repository}
      - env:
          OUTPUTS: \${{ toJSON(steps.image.outputs) }}
        run: printf '%s' "$OUTPUTS" > "$RESULTS/\${{ matrix.python_version }}.json"
`;

test('publishes a matrix of two cells, whose outputs later steps read', async () => {
  const program = process.env['ACT'] ?? '';
  expect(program, 'engine/engine up --test act, and eval of engine/engine env').not.toBe('');
  await inFolder(async (folder) => {
    await mkdir(join(folder, '.github', 'workflows'), { recursive: true });
    await writeFile(join(folder, '.github', 'workflows', 'images.yml'), workflow);
    const git = ['-c', 'user.name=e2e', '-c', 'user.email=e2e@example.com'];
    await must('bash', ['-c', `git init -q . && git add . && git ${git.join(' ')} commit -qm images`], {
      cwd: folder,
    });
    const env = {
      // act finds Node on PATH, and its own files in the home folder.
      PATH: `${dirname(node)}:${process.env['PATH']}`,
      XDG_CACHE_HOME: join(folder, 'cache'),
      HOME: folder,
    };
    const done = await run(
      program,
      [
        'push',
        '--platform=ubuntu-latest=-self-hosted',
        `--local-repository=example/python-image-builder@v1=${process.cwd()}`,
        `--env=RESULTS=${folder}`,
      ],
      { cwd: folder, env },
    );
    expect(done.code, done.stdout.slice(-4000) + done.stderr.slice(-2000)).toBe(0);
    const outputs = (name: string): Record<string, string> =>
      JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Record<string, string>;
    const [newer, older] = [outputs('3.13'), outputs('3.11')];
    expect(await tagsOf(repository)).toEqual({
      'py3.11-slim-1.17.0': older['digest'],
      'py3.13-slim-1.17.0': newer['digest'],
    });
    expect([newer['platforms'], older['platforms'], newer['push_executed']]).toEqual([
      platforms.join(','),
      'linux/amd64',
      'true',
    ]);
    for (const platform of platforms) {
      const image = newer['image'] ?? '';
      expect(await probe(image, platform, ['six'])).toEqual({
        machine: machines[platform],
        installed: { six: '1.17.0' },
        said: [],
      });
    }
    // The runner shows the summary and the groups of the step.
    expect(done.stdout).toContain('build and verify');
  });
});
