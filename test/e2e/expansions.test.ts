/** Expands the words of test/dockerfile/expansions.ts with BuildKit, and compares with what is read from custom Dockerfiles. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { expansions, refused, values } from '../dockerfile/expansions.ts';
import { inFolder, must, run, withBuilder } from './support.ts';

/** A Dockerfile of variables. In this form of ENV a word may have blanks. */
const dockerfile = (words: readonly string[]): string =>
  [
    'FROM scratch',
    ...Object.entries(values).map(([name, value]) => `ARG ${name}='${value}'`),
    ...words.map((word, index) => `ENV word${index} ${word}`),
    '',
  ].join('\n');

/** The variables in the configuration of an OCI layout's image. */
function variablesIn(layout: string): Map<string, string> {
  const content = (path: string): unknown => JSON.parse(readFileSync(join(layout, path), 'utf8'));
  const at = (digest: string): string => join('blobs', digest.replace(':', '/'));
  const { manifests } = content('index.json') as { manifests: { digest: string }[] };
  const { config } = content(at(manifests[0]!.digest)) as { config: { digest: string } };
  const { Env } = (content(at(config.digest)) as { config: { Env: string[] } }).config;
  return new Map(Env.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
}

// In a builder of its own: the empty pattern of `${X#}` ends Docker 26's BuildKit, and the whole daemon with it.
test('expands words as BuildKit does, and leaves those that it refuses unknown', async () => {
  const rows = Object.values(expansions).flat();
  await withBuilder('expansions', (builder) =>
    inFolder(async (folder) => {
      const build = ['buildx', 'build', `--builder=${builder}`, '--provenance=false'];
      await must('docker', [...build, `--output=type=oci,tar=false,dest=${folder}`, '-'], {
        input: dockerfile(rows.map(([word]) => word)),
      });
      const made = variablesIn(folder);
      expect(rows.map(([word], index) => [word, made.get(`word${index}`)])).toEqual(rows);
      const ends = await Promise.all(
        refused.map(async (word) => {
          const { code, stderr } = await run('docker', [...build, '-'], { input: dockerfile([word]) });
          return [word, code, stderr.includes('failed to process')];
        }),
      );
      expect(ends).toEqual(refused.map((word) => [word, 1, true]));
    }),
  );
});
