/** A dry run changes nothing, and prints what a real run executes. */
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import type { Recipe } from '../../src/plan/recipe.ts';
import type { BuildxRun } from '../../src/report/fold.ts';
import { argumentsOf, commandOn } from '../support/pages.ts';
import { build, cli, fresh, inFolder, must, registry, tagsOf } from './support.ts';

const platforms = '--platform=linux/amd64,linux/arm64';
const cell = [
  '--package=uvicorn',
  '--package-version=0.35.0',
  '--python-version=3.13',
  '--target-base=slim',
  platforms,
];
type DryRun = Report & { readonly recipes: readonly Recipe[]; readonly runs: readonly BuildxRun[] };

/** A docker that copies the folder of a build, and then runs the real docker. */
async function watchedDocker(folder: string): Promise<NodeJS.ProcessEnv> {
  const docker = (await must('bash', ['-c', 'command -v docker'])).trim();
  const path = join(folder, 'docker');
  writeFileSync(
    path,
    `#!/bin/sh\ncase "$*" in *" bake "*" image"*) cp -R . '${join(folder, 'executed')}' ;; esac\nexec '${docker}' "$@"\n`,
  );
  chmodSync(path, 0o755);
  return { PATH: `${folder}:${process.env['PATH']}` };
}

/** Path to content of the files of a folder. */
const filesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  );

test('prints as JSON the plan and every file of the real run that follows', async () => {
  const repository = fresh('planned');
  const command = commandOn('docs/rebuilding.md', /^python-image-builder /, {
    latest: '0.35.0',
    'ghcr.io': registry,
    'example/uvicorn': repository,
  });
  const done = await cli([...argumentsOf(command), platforms, '--json']);
  const planned = JSON.parse(done.stdout) as DryRun;
  expect({
    code: done.code,
    outcome: planned.outcome,
    problems: planned.problems,
    tags: await tagsOf(repository),
  }).toEqual({
    code: 0,
    outcome: 'planned',
    problems: [],
    tags: {},
  });
  await inFolder(async (folder) => {
    const report = await build(repository, cell, await watchedDocker(folder));
    // Empty files stand for layers of the base in what buildx writes.
    const executed = Object.fromEntries(
      Object.entries(filesIn(join(folder, 'executed'))).filter(([name]) => !name.startsWith('image/image/')),
    );
    expect(planned.runs).toEqual([{ images: ['image'], files: executed }]);
    const [recipe] = planned.recipes;
    expect({ tags: report.tags, base: report.base, lock: report.lock }).toEqual({
      tags: planned.tags,
      base: planned.base,
      lock: recipe?.lock?.resolved,
    });
  });
});

test('prints plan, lock, Dockerfile and bake file as text, and writes no folder', async () => {
  await inFolder(async (folder) => {
    const command = commandOn('docs/command-line.md', / build .* --dry-run$/s, { latest: '0.35.0' });
    const done = await cli([...argumentsOf(command), platforms], { cwd: folder });
    const headings = [...done.stdout.matchAll(/^--- (.*)$/gm)].map(([, title]) => title);
    expect({ code: done.code, headings, left: readdirSync(folder) }).toEqual({
      code: 0,
      headings: [
        'plan',
        'recipes',
        'pylock.toml',
        'docker-bake.json',
        'image/Dockerfile',
        'image/lock/requirements.json',
        'image/verify/checks.json',
        'programs beside them',
      ],
      left: [],
    });
    expect(done.stdout).toContain('[[packages]]\nname = "uvicorn"\nversion = "0.35.0"');
    expect(done.stdout).toMatch(/^FROM .* AS install$/m);
  });
});
