/**
 * Builds `dist` from `src`: one bundle, and a stub for each entry. The output is the same, byte for byte, on every machine.
 * With `--check` it changes nothing, and fails if `dist` differs.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isOlderTool } from '../src/names/tool-version.ts';

if (isOlderTool(process.versions.node, '22.12.0')) {
  console.error(
    `Node ${process.version} is too old: 22.12 or newer is needed. "npm run build" takes the one in node_modules.`,
  );
  process.exit(1);
}

const check = process.argv.includes('--check');
const out = check ? mkdtempSync(join(tmpdir(), 'dist-')) : 'dist';
const run = (program: string, ...args: string[]): void => {
  execFileSync(join('node_modules', '.bin', program), args, { stdio: ['ignore', 'ignore', 'inherit'] });
};

rmSync('lib', { recursive: true, force: true });
run('tsc', '--project', 'tsconfig.build.json');
rmSync(out, { recursive: true, force: true });
run('ncc', 'build', 'lib/main.js', '--out', join(out, 'main'), '--target', 'es2022');
const stubs = [
  ...['action', 'post', 'cli'].map((entry) => ({ name: entry, entry, more: '' })),
  ...subActions().map((name) => ({ name, entry: 'action', more: `, '${name}'` })),
];
for (const { name, entry, more } of stubs) {
  const first = entry === 'cli' ? '#!/usr/bin/env node\n' : '';
  // In syntax that an old Node knows, so that it gets as far as printing that it is too old.
  const text = `${first}import { fileURLToPath } from 'node:url';
import { ${entry} } from './main/index.js';

await ${entry}(fileURLToPath(new URL('../dockerfiles', import.meta.url))${more});
`;
  writeFileSync(join(out, `${name}.js`), text, { mode: entry === 'cli' ? 0o755 : 0o644 });
}
writeFileSync(join(out, 'package.json'), '{\n  "type": "module"\n}\n');
cpSync('LICENSE', join(out, 'LICENSE'));

if (check) {
  const differ = differences(out, 'dist');
  rmSync(out, { recursive: true });
  if (differ.length > 0) {
    console.error(`dist is not what src builds; run "npm run build". Different: ${differ.join(', ')}`);
    process.exit(1);
  }
}

/** Folders of the commands that are actions of their own. */
function subActions(): string[] {
  return readdirSync('.', { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(entry.name, 'action.yml')))
    .map(({ name }) => name)
    .toSorted();
}

/** Relative paths of files that are in one folder only, or differ. */
function differences(one: string, other: string): string[] {
  const names = (folder: string): string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  const all = new Set([...names(one), ...names(other)]);
  return [...all].filter((name) => {
    try {
      return !readFileSync(join(one, name)).equals(readFileSync(join(other, name)));
    } catch {
      return true;
    }
  });
}
