/**
 * Builds `dist` from `src`: one bundle, and a stub for each entry. With `--check` it changes nothing, and fails if `dist`
 * differs.
 *
 * The output is the same, byte for byte, on every machine. Once, on a loaded one, the bundler wrote two files otherwise,
 * which nobody could make it repeat: so a difference is shown, and counts where a second build has it too.
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
const run = (program: string, ...args: string[]): void => {
  execFileSync(join('node_modules', '.bin', program), args, { stdio: ['ignore', 'ignore', 'inherit'] });
};

if (check) {
  let differ: readonly string[] = [];
  for (let builds = 0; builds < 2; builds++) {
    const out = mkdtempSync(join(tmpdir(), 'dist-'));
    buildInto(out);
    differ = differences(out, 'dist');
    for (const name of differ) {
      console.error(firstDifference(join(out, name), join('dist', name)));
    }
    rmSync(out, { recursive: true });
    if (differ.length === 0) {
      break;
    }
  }
  if (differ.length > 0) {
    console.error(`dist is not what src builds; run "npm run build". Different: ${differ.join(', ')}`);
    process.exit(1);
  }
} else {
  buildInto('dist');
}

function buildInto(out: string): void {
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

/** The first line that two files have otherwise, of both, as one text. */
function firstDifference(built: string, committed: string): string {
  const linesOf = (path: string): string[] =>
    existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  const [ours, theirs] = [linesOf(built), linesOf(committed)];
  const at = ours.findIndex((line, index) => line !== theirs[index]);
  const line = at === -1 ? ours.length : at;
  return `${committed}:${line + 1}\n  built:     ${ours[line] ?? '(no such line)'}\n  committed: ${theirs[line] ?? '(no such line)'}`;
}
