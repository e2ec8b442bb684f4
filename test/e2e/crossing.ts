/** Shared by the tests of cross-compiling: real packages as rows, and the checks of their images. */
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { build, fresh, hasBase, machines, probe, registry } from './support.ts';

export interface Row {
  readonly name: string;
  readonly options: readonly string[];
  /** Packages that arm/v7 compiles, and a program that uses them: it prints the same as on amd64. */
  readonly compiled: readonly string[];
  readonly uses: string;
  readonly prints: string;
  readonly base?: string;
}

/**
 * Imports every compiled module of its distributions, each in a new process. A module may lack another distribution:
 * gevent's other loop wants cffi, greenlet's tests want psutil.
 */
const importing = `
import importlib, importlib.metadata, os, sys
count, failed = 0, []
for name in sys.argv[1:]:
    for file in importlib.metadata.files(name):
        if file.suffix != ".so" or ".libs" in str(file):
            continue
        module = str(file).split(".")[0].replace("/", ".")
        count += 1
        child = os.fork()
        if child == 0:
            try:
                importlib.import_module(module)
            except ModuleNotFoundError:
                pass
            except BaseException as error:
                print(module, repr(error), flush=True)
                os._exit(1)
            os._exit(0)
        if os.waitpid(child, 0)[1]:
            failed.append(module)
print(count > 0, failed)`;

/** A line for each compiled package: how it was compiled. */
export const ways = (report: Report): string[] =>
  report.compiled.map(({ name, platform, way }) => `${name} on ${platform}, ${way}`);

/** Builds the image of each row for these platforms, and runs it on each of them. */
export async function crossRows(rows: readonly Row[], platforms: readonly string[]): Promise<void> {
  const there = new Map(
    await Promise.all(
      rows.flatMap(({ base }) => base ?? []).map(async (tag) => [tag, await hasBase(tag)] as const),
    ),
  );
  const shown = rows.filter(({ base }) => base === undefined || there.get(base) === true);

  describe.each(shown)('$name', ({ options, compiled, uses, prints }) => {
    test('is cross-compiled, and works on every platform as on amd64', async () => {
      const repository = fresh(`cross-${compiled[0]}`);
      const report = await build(repository, [
        ...options,
        `--platform=${platforms.join(',')}`,
        '--compile=cross',
      ]);
      expect({ outcome: report.outcome, notes: report.notes, ways: ways(report) }).toEqual({
        outcome: 'published',
        notes: [],
        ways: compiled.map((name) => `${name} on linux/arm/v7, cross`),
      });
      expect(report.compiled.every(({ seconds = 0, size = 0 }) => seconds > 0 && size > 0)).toBe(true);
      for (const platform of platforms) {
        const found = await probe(
          `${registry}/${repository}@${report.digest}`,
          platform,
          [],
          [
            ['python3', '-c', uses],
            ['python3', '-c', importing, ...compiled],
          ],
        );
        expect({ machine: found.machine, said: found.said }).toEqual({
          machine: machines[platform],
          said: [prints, 'True []'],
        });
      }
    });
  });
}
