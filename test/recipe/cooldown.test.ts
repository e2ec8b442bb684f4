/** Which releases are held back, against an index whose releases have times. */
import { expect, test } from 'vitest';
import type { AdvisoryService } from '../../src/advisories/osv.ts';
import { releaseText } from '../../src/advisories/osv.ts';
import { parseAdvisory } from '../../src/advisories/record.ts';
import type { Lock } from '../../src/lock/lock.ts';
import { NoSolution } from '../../src/lock/uv-errors.ts';
import {
  compareVersions,
  parsePackageVersion,
  type PackageVersion,
} from '../../src/names/package-version.ts';
import type { Project } from '../../src/package-index/simple.ts';
import { cooled, type Cooling } from '../../src/recipe/cooldown.ts';
import { githubAdvisory } from '../support/osv.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 11, 1, 12);

/** Version to the days since it was uploaded; null where the index does not say. */
type Releases = Readonly<Record<string, Readonly<Record<string, number | null>>>>;

const versionOf = (text: string): PackageVersion => {
  const version = parsePackageVersion(text);
  if (!version.ok) throw new Error(version.message);
  return version.value;
};

const projectOf = (name: string, versions: Releases[string]): Project => ({
  name,
  files: Object.entries(versions).map(([text, age]) => ({
    filename: `${name}-${text}.tar.gz`,
    url: '',
    kind: 'sdist',
    version: versionOf(text),
    ...(age === null ? {} : { uploaded: now - age * day }),
  })),
});

/** Takes the newest that no constraint excludes; `pins` says which version of another one a release needs. */
function resolver(releases: Releases, pins: Readonly<Record<string, string>> = {}) {
  const asked: string[][] = [];
  const ask = (constraints: readonly string[]): Promise<Lock | undefined> => {
    asked.push([...constraints]);
    const excluded = new Set(
      constraints.flatMap((line) => {
        const [name = '', ...versions] = line.split(/,?!=/);
        return versions.map((version) => `${name} ${version}`);
      }),
    );
    const packages = Object.entries(releases).map(([name, versions]) => {
      const pinned = pins[name];
      const left = Object.keys(versions)
        .filter((version) => !excluded.has(`${name} ${version}`))
        .filter((version) => pinned === undefined || pinned === version)
        .filter((version) => !versionOf(version).isPrerelease || Object.keys(versions).length === 1);
      const version = left.toSorted((one, other) => compareVersions(versionOf(one), versionOf(other))).at(-1);
      if (version === undefined)
        throw new NoSolution([{ station: 'index', message: `${name} has no release that does` }]);
      return { name, version, wheels: [] };
    });
    return Promise.resolve({ text: '', packages, resolved: 'host' });
  };
  return { ask, asked };
}

const service = (vulnerable: Readonly<Record<string, string>>, down = false): AdvisoryService => ({
  ask: (releases) =>
    Promise.resolve(
      down
        ? { known: new Map(), unknown: 'it is away' }
        : {
            known: new Map(
              releases.map((one) => {
                const fixed = vulnerable[`${one.name} ${one.version}`];
                const record =
                  fixed === undefined ? undefined : githubAdvisory('GHSA-u', one.name, { fixed });
                return [releaseText(one), record === undefined ? [] : [parseAdvisory(record, record.id)!]];
              }),
            ),
          },
    ),
});

const policy = { mode: 'report', severity: 'high', url: '', ignored: [] } as const;

async function hold(
  releases: Releases,
  more: Partial<Cooling> = {},
  pins: Readonly<Record<string, string>> = {},
) {
  const { ask, asked } = resolver(releases, pins);
  const held = cooled(ask, {
    since: now - 7 * day,
    cooldown: 7 * day,
    distribution: 'app',
    already: [],
    day: '2026-12-01',
    project: (name) => Promise.resolve(releases[name] && projectOf(name, releases[name])),
    ...more,
  });
  const lock = await held.ask(['pip==25.3']);
  return {
    took: Object.fromEntries((lock?.packages ?? []).map(({ name, version }) => [name, version])),
    notes: held.notes(),
    last: asked.at(-1),
    questions: asked.length,
  };
}

test('a young release of a requirement is held back, and the package itself is not', async () => {
  expect(await hold({ app: { '1.0': 30, '2.0': 1 }, h11: { '0.14': 300, '0.16': 2 } })).toEqual({
    took: { app: '2.0', h11: '0.14' },
    notes: ['cooldown: h11 0.16 is held back until 2026-12-06 12:00 UTC, and 0.14 is taken'],
    last: ['pip==25.3', 'h11!=0.16'],
    questions: 2,
  });
});

test('the notes are those of the lock that was made last', async () => {
  const releases = { h11: { '0.14': 300, '0.15': 3, '0.16': 2 } };
  const { ask } = resolver(releases);
  const held = cooled(ask, {
    since: now - 7 * day,
    cooldown: 7 * day,
    distribution: 'app',
    already: [],
    day: '2026-12-01',
    project: () => Promise.resolve(projectOf('h11', releases.h11)),
  });
  await held.ask([]);
  expect(held.notes()).toEqual([
    'cooldown: h11 0.16 is held back until 2026-12-06 12:00 UTC, and 0.14 is taken',
  ]);
  // As the base has it: nothing is held back then.
  await held.ask(['h11!=0.15,!=0.16']);
  expect(held.notes()).toEqual([]);
});

test('a release that is old enough is taken, with one question', async () => {
  expect(await hold({ app: { '1.0': 1 }, h11: { '0.14': 300, '0.16': 7 } })).toMatchObject({
    took: { h11: '0.16' },
    notes: [],
    questions: 1,
  });
});

test('every young release goes at once, and no pre-release is named, which would allow such', async () => {
  const { took, last } = await hold({ h11: { '0.14': 300, '0.15': 3, '0.16': 2, '0.17rc1': 1 } });
  expect({ took, last }).toEqual({ took: { h11: '0.14' }, last: ['pip==25.3', 'h11!=0.15,!=0.16'] });
});

test('what an index does not say the time of is taken', async () => {
  expect(await hold({ h11: { '0.14': null, '0.16': null } })).toMatchObject({
    took: { h11: '0.16' },
    notes: [],
  });
});

test('what published images have is not taken back', async () => {
  expect(await hold({ h11: { '0.14': 300, '0.16': 2 } }, { already: ['h11==0.16'] })).toMatchObject({
    took: { h11: '0.16' },
    questions: 1,
  });
});

test('what nothing older does for is taken, and others are held back all the same', async () => {
  const releases = { app: { '2.0': 1 }, core: { '1.0': 30, '2.0': 1 }, h11: { '0.14': 300, '0.16': 2 } };
  expect(await hold(releases, {}, { core: '2.0' })).toMatchObject({
    took: { app: '2.0', core: '2.0', h11: '0.14' },
    notes: [
      'cooldown: core 2.0 is taken although it is young, for no older release does',
      'cooldown: h11 0.16 is held back until 2026-12-06 12:00 UTC, and 0.14 is taken',
    ],
  });
});

test('what mends an advisory is taken', async () => {
  const releases = { h11: { '0.14': 300, '0.16': 2 }, idna: { '3.6': 300, '3.7': 1 } };
  const advisories = { service: service({ 'h11 0.14': '0.16', 'idna 3.6': '4.0' }), policy };
  expect(await hold(releases, { advisories })).toMatchObject({
    took: { h11: '0.16', idna: '3.6' },
    notes: [
      'cooldown: h11 0.16 is taken although it is young, for it mends GHSA-u',
      'cooldown: idna 3.7 is held back until 2026-12-07 12:00 UTC, and 3.6 is taken',
    ],
  });
});

test('a service that is away makes nothing urgent', async () => {
  const advisories = { service: service({ 'h11 0.14': '0.16' }, true), policy };
  expect(await hold({ h11: { '0.14': 300, '0.16': 2 } }, { advisories })).toMatchObject({
    took: { h11: '0.14' },
  });
});
