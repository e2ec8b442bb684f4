/** Cells as rows: each is built for its platforms, pushed, pulled back, and run on each of them. */
import { afterAll, describe, expect, test } from 'vitest';
import { build, fresh, hasBase, imagesOf, machines, manifest, probe, registry, tagsOf } from './support.ts';

interface Row {
  readonly name: string;
  readonly options: readonly string[];
  readonly platforms: readonly string[];
  /** Modules to import, and commands with the start of their output. */
  readonly modules: readonly string[];
  readonly commands?: readonly (readonly [readonly string[], RegExp])[];
  /** Names of distributions on each platform; absent if only wheels are counted. */
  readonly installed?: (platform: string) => readonly string[];
  /** Tag of the base, if some machines cannot have it. */
  readonly base?: string;
  /** `NAME on PLATFORM` of requirements without a wheel, to how they were built. */
  readonly compiled: readonly string[];
  readonly lock: 'host' | 'container';
}

/** The build machine's platform, and the one with the fewest wheels. test/e2e/plain-install builds all three. */
export const furthest = ['linux/amd64', 'linux/arm/v7'];

/** The test of each row. Where its base cannot be had there is none, and its name is printed at the end of the run. */
export async function cellRows(rows: readonly Row[]): Promise<void> {
  const wanted = new Set(rows.flatMap((row) => row.base ?? []));
  const there = new Map(
    await Promise.all([...wanted].map(async (tag) => [tag, await hasBase(tag)] as const)),
  );
  const shown = rows.filter((row) => row.base === undefined || there.get(row.base) === true);

  afterAll(() => {
    for (const { name, base } of rows.filter((row) => !shown.includes(row))) {
      process.stdout.write(`\nNot shown here, for this machine cannot have python:${base}: ${name}\n`);
    }
  });

  describe.each(shown)('$name', (row) => {
    const repository = fresh(row.options[0]!.replaceAll(/^--package=|\W+/g, '').toLowerCase());

    test('is built, pushed, pulled back and runs', async () => {
      const report = await build(repository, [...row.options, `--platform=${row.platforms.join(',')}`]);
      const [tag = ''] = report.tags;
      expect({
        outcome: report.outcome,
        lock: report.lock,
        problems: report.problems,
        compiled: report.compiled.map(({ name, platform, way }) => `${name} on ${platform}, ${way}`),
        checks: report.platforms.map(({ platform, checks }) => [
          platform,
          checks.every((check) => check.ok) && checks.length >= 5,
        ]),
        tags: await tagsOf(repository),
      }).toEqual({
        outcome: 'published',
        lock: row.lock,
        problems: [],
        compiled: row.compiled,
        checks: row.platforms.map((platform) => [platform, true]),
        tags: { [tag]: report.digest },
      });
      const images = imagesOf(await manifest(repository, tag));
      expect(images).toEqual(report.platforms.map(({ platform, digest }) => ({ platform, digest })));
      for (const { platform, wheels, compiled } of report.platforms) {
        const image = `${registry}/${repository}@${report.digest}`;
        const found = await probe(
          image,
          platform,
          row.modules,
          (row.commands ?? []).map(([command]) => command),
        );
        expect({ ...found, installed: Object.keys(found.installed).toSorted() }).toEqual({
          machine: machines[platform],
          installed: row.installed?.(platform) ?? expect.any(Array),
          said: (row.commands ?? []).map(([, pattern]) => expect.stringMatching(pattern)),
        });
        expect(Object.keys(found.installed).length, `${platform}: wheels and compiled ones`).toBe(
          (wheels ?? 0) + (compiled ?? 0),
        );
      }
    });
  });
}
