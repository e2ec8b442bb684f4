import { expect, test } from 'vitest';
import { sourceIn } from '../../src/sources/kind.ts';
import { testWorld } from '../support/world.ts';

test.each<readonly [string, Readonly<Record<string, string>>, 'project' | 'tree']>([
  ['nothing', {}, 'tree'],
  ['setup.py', { 'sub/setup.py': '' }, 'project'],
  ['a project', { 'sub/pyproject.toml': '[tool.ruff]\nx = 1\n\n[project]\nname = "foo"\n' }, 'project'],
  ['a build system', { 'sub/pyproject.toml': '[build-system]\n' }, 'project'],
  [
    'a linter',
    { 'sub/pyproject.toml': '[tool.ruff]\n[project.scripts]\n', 'sub/setup.cfg': '[flake8]\n' },
    'tree',
  ],
  ['metadata', { 'sub/setup.cfg': '[flake8]\n[metadata]\n' }, 'project'],
  ['a project that is too long to be read', { 'sub/pyproject.toml': ' '.repeat(1_000_001) }, 'project'],
  ['lines without anything', { 'sub/pyproject.toml': '\n'.repeat(500_000) }, 'tree'],
  ['a project of another folder', { 'setup.py': '' }, 'tree'],
])('%s', async (_, files, kind) => {
  const sized = {
    ...testWorld({ files }).files,
    stat: (path: string) => {
      const text = files[path];
      return Promise.resolve(text === undefined ? undefined : { kind: 'file' as const, size: text.length });
    },
  };
  expect(await sourceIn(sized, 'sub')).toBe(kind);
});
