/** Folders of files for the tests of a tree, at paths from their own root. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Files } from '../../../src/ports.ts';
import { systemFiles } from '../../../src/world/files.ts';

export type Contents = Readonly<Record<string, string | { readonly link: string }>>;

/** A workspace with these files; reading it takes paths from the workspace. */
export async function withWorkspace<T>(
  contents: Contents,
  body: (files: Pick<Files, 'entries' | 'stat' | 'read'>) => Promise<T>,
): Promise<T> {
  const root = await mkdtemp(join(tmpdir(), 'tree-test-'));
  const files = systemFiles(root);
  try {
    for (const [path, content] of Object.entries(contents)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      if (typeof content === 'string') writeFileSync(join(root, path), content, { mode: 0o644 });
      else symlinkSync(content.link, join(root, path));
    }
    return await body({
      entries: (path) => files.entries(join(root, path)),
      stat: (path) => files.stat(join(root, path)),
      read: (path) => files.read(join(root, path)),
    });
  } finally {
    files.close();
    await rm(root, { recursive: true, force: true });
  }
}
