import { describe, expect, it } from 'vitest';
import { withOtherWheels } from '../../src/lock/other-wheels.ts';
import type { BaseFacts, Lock } from '../../src/lock/lock.ts';
import { splitRequirements } from '../../src/lock/split.ts';
import type { Platform } from '../../src/names/platform.ts';
import { parseProject } from '../../src/package-index/simple.ts';
import { installsOf } from '../../src/plan/fingerprint.ts';
import { file } from '../support/cells.ts';

const sha256 = 'b'.repeat(64);
const text =
  'lock-version = "1.0"\n\n[[packages]]\nname = "fast"\nversion = "2.0"\nwheels = [{ url = "w" }]\n\n[[packages]]\nname = "slow"\nversion = "1.0"\nsdist = { url = "s" }\n';
const lock: Lock = {
  text,
  resolved: 'host',
  packages: [
    {
      name: 'fast',
      version: '2.0',
      wheels: [file('fast-2.0-cp313-cp313-manylinux_2_17_x86_64.whl')],
      sdist: file('fast-2.0.tar.gz'),
    },
    { name: 'slow', version: '1.0', wheels: [], sdist: file('slow-1.0.tar.gz') },
  ],
};
const factsOf = (platform: Platform): BaseFacts => ({
  platform,
  python: '3.13.9',
  libc: { kind: 'glibc', version: '2.41' },
  distribution: { id: 'debian', version: '13', codename: 'trixie' },
  installed: {},
});
const facts = [factsOf('linux/amd64'), factsOf('linux/arm/v7')];

/** @param hashless whether its page has no hashes. */
const indexOf = (files: readonly string[], hashless = false) => ({
  name: 'piwheels',
  project: (name: string) =>
    Promise.resolve(
      parseProject(
        name,
        JSON.stringify({
          files: files.map((filename) => ({ filename, url: filename, hashes: hashless ? {} : { sha256 } })),
        }),
        'application/json',
        'https://wheels.example.com/simple/x/',
      ),
    ),
});

describe('withOtherWheels', () => {
  it.each([
    ['a wheel for the platform', ['fast-2.0-cp313-cp313-linux_armv7l.whl'], true],
    ['a wheel of another version', ['fast-2.1-cp313-cp313-linux_armv7l.whl'], false],
    ['a wheel of a local version', ['fast-2.0+pi-cp313-cp313-linux_armv7l.whl'], false],
    ['a wheel for another Python', ['fast-2.0-cp312-cp312-linux_armv7l.whl'], false],
    ['a wheel for another platform', ['fast-2.0-cp313-cp313-linux_armv6l.whl'], false],
    ['a wheel for all platforms', ['fast-2.0-py3-none-any.whl'], false],
    ['a wheel for a newer libc', ['fast-2.0-cp313-cp313-manylinux_2_99_armv7l.whl'], false],
    ['a source', ['fast-2.0.tar.gz'], false],
  ])('of an index with %s', async (_, files, isTaken) => {
    const all = await withOtherWheels(lock, facts, (__, platform) =>
      platform === 'linux/arm/v7' ? [indexOf(files)] : [],
    );
    const [amd64, arm] = facts.map((base) => splitRequirements(all, base));
    expect(amd64).toEqual(splitRequirements(lock, facts[0]!));
    const compile = splitRequirements(lock, facts[1]!).requirements[0]!;
    expect(arm!.requirements[0]).toEqual(
      isTaken
        ? {
            kind: 'wheel',
            name: 'fast',
            version: '2.0',
            wheel: {
              filename: files[0],
              url: `https://wheels.example.com/simple/x/${files[0]}`,
              sha256,
              from: 'piwheels',
            },
            instead: { because: 'no wheel for cp313 on linux/arm/v7', compile },
          }
        : compile,
    );
    expect(all.text === text).toBe(!isTaken);
    // An index of wheels that is down tomorrow is no reason to build.
    expect(installsOf([arm!])).toBe(installsOf([splitRequirements(lock, facts[1]!)]));
  });

  it('takes no file without a hash', async () => {
    const index = indexOf(['fast-2.0-cp313-cp313-linux_armv7l.whl'], true);
    expect(await withOtherWheels(lock, facts, () => [index])).toBe(lock);
  });

  it('asks nothing of a package that has a wheel', async () => {
    const asked: string[] = [];
    await withOtherWheels(lock, facts, (name, platform) => {
      asked.push(`${name} ${platform}`);
      return [];
    });
    expect(asked).toEqual(['fast linux/arm/v7', 'slow linux/amd64', 'slow linux/arm/v7']);
  });

  it('writes the file into the lock', async () => {
    const url = 'https://wheels.example.com/simple/x/';
    const filename = (name: string) => `${name}-cp313-cp313-linux_armv7l.whl`;
    const index = indexOf([filename('fast-2.0'), filename('slow-1.0')]);
    const all = await withOtherWheels(lock, facts, () => [index]);
    const added = (name: string) => `{ url = "${url}${filename(name)}", hashes = { sha256 = "${sha256}" } }`;
    expect(all.text).toBe(
      text
        .replace('wheels = [', `wheels = [${added('fast-2.0')}, `)
        .replace('sdist = { url = "s" }\n', `sdist = { url = "s" }\nwheels = [${added('slow-1.0')}]\n`),
    );
  });
});
