/** The image of a pure package with all its tags. It is the same as after a plain `pip install` in the base. */
import { beforeAll, describe, expect, test } from 'vitest';
import { stepsLabel } from '../../src/plan/labels.ts';
import type { Report } from '../../src/report/report.ts';
import { argumentsOf, commandOn } from '../support/pages.ts';
import {
  all,
  blob,
  type Descriptor,
  fresh,
  machines,
  manifest,
  probe,
  registry,
  reportOf,
  runImage,
  tagsOf,
  packageOf,
} from './support.ts';

const repository = fresh('uvicorn');
const base = 'python:3.13-slim';

/** Running Python writes no bytecode; what pip installs has bytecode all the same. */
const untouched = ['env', 'PYTHONDONTWRITEBYTECODE=1'];

/**
 * Every path below /usr/local with its kind, mode, owner and content. The content of bytecode, which holds times, and of
 * console scripts, whose words differ, is left out, and so is the order of a RECORD's lines.
 */
const tree = `
import hashlib, json, os, sys
found = {}
for folder, folders, files in os.walk("/usr/local"):
    for name in folders + files:
        path = os.path.join(folder, name)
        status = os.lstat(path)
        content = ""
        if name in files and not os.path.islink(path) and not name.endswith(".pyc") and folder != "/usr/local/bin":
            data = open(path, "rb").read()
            content = sorted(line.partition(",")[0] if "/bin/" in line else line for line in data.decode().splitlines()) if name == "RECORD" else hashlib.sha256(data).hexdigest()
        found[path] = [oct(status.st_mode), status.st_uid, status.st_gid, content]
print(json.dumps(found))`;

/** Prints the tree, and the output of pip. */
const questions = (name: string): string =>
  ['pip list --format=json', 'pip check', `pip show -f ${name} click h11`, `python3 -c '${tree}'`].join(
    ' && echo ===== && ',
  );

let report: Report;
beforeAll(async () => {
  const command = commandOn('docs/command-line.md', / build .* --push$/s, {
    'ghcr.io': registry,
    'example/uvicorn': repository,
  });
  report = await reportOf([
    ...argumentsOf(command),
    '--json',
    '--maintainer=Ada Lovelace',
    '--labels=org.example.team=images',
    '--annotations=org.example.team=images',
    '--command=uvicorn',
    '--tags=stable',
  ]);
});

const image = (): string => `${registry}/${repository}@${report.digest}`;

describe('uvicorn, latest, on 3.13-slim', () => {
  test('has the exact tag and all aliases, all of one digest', async () => {
    const { version } = packageOf(report);
    const names = [version, 'LATEST', version.split('.').slice(0, 2).join('.')].map(
      (end) => `py3.13-slim-${end}`,
    );
    // The major version is an alias unless it is 0.
    const major = version.startsWith('0.') ? [] : [`py3.13-slim-${version.split('.')[0]}`];
    expect(report.tags).toEqual([...names, ...major, 'stable']);
    expect(await tagsOf(repository)).toEqual(
      Object.fromEntries(report.tags.toSorted().map((tag) => [tag, report.digest])),
    );
  });

  test.each(all)('runs its console script on %s', async (platform) => {
    const { version } = packageOf(report);
    const found = await probe(image(), platform, ['uvicorn', 'click', 'h11'], [['uvicorn', '--version']]);
    expect({ ...found, installed: Object.keys(found.installed).toSorted() }).toEqual({
      machine: machines[platform],
      installed: ['click', 'h11', 'uvicorn'],
      said: [expect.stringMatching(`^Running uvicorn ${version} with CPython 3\\.13\\.`)],
    });
    expect(found.installed['uvicorn']).toBe(version);
  });

  test('has labels on every platform, annotations on the index, and the command', async () => {
    const described = {
      'org.opencontainers.image.title': 'uvicorn',
      'org.opencontainers.image.version': packageOf(report).version,
      'org.opencontainers.image.base.name': 'docker.io/library/python:3.13-slim',
      'org.opencontainers.image.base.digest': report.base.digest,
      'org.example.team': 'images',
    };
    const index = await manifest(repository, 'stable');
    // Annotations of the build record have other tests.
    const said = Object.entries(index.annotations ?? {}).filter(([key]) => !key.startsWith('io.github.'));
    expect(Object.fromEntries(said)).toEqual(described);
    for (const { platform, digest = '' } of report.platforms) {
      const { config } = JSON.parse(
        (await blob(repository, (await manifest(repository, digest)).config.digest)).toString(),
      ) as Config;
      expect({ platform, labels: config.Labels, command: config.Cmd }).toEqual({
        platform,
        labels: {
          python: '3.13',
          package: 'uvicorn',
          maintainer: 'Ada Lovelace',
          // By which `clean` tells it.
          [stepsLabel]: expect.stringMatching(/^\d+ \d{4}-\d\d-\d\dT/) as string,
          ...described,
        },
        command: ['uvicorn'],
      });
    }
    // The index has the provenance of each platform.
    expect(index.manifests.map(kindOf).toSorted()).toEqual([
      ...all.map(() => 'attestation-manifest'),
      ...all.map(() => 'image'),
    ]);
  });

  test('is the same as after a plain pip install: files, modes, owners, output of pip', async () => {
    const { version } = packageOf(report);
    const plain = await runImage(base, 'linux/amd64', [
      ...untouched,
      'sh',
      '-c',
      `pip install --quiet --no-cache-dir --root-user-action=ignore --disable-pip-version-check uvicorn==${version} && ${questions('uvicorn')}`,
    ]);
    const built = await runImage(image(), 'linux/amd64', [...untouched, 'sh', '-c', questions('uvicorn')]);
    const parts = (text: string): unknown[] => {
      const [list = '', check, show, files = ''] = text.trim().split('\n=====\n');
      return [JSON.parse(list), check, show, JSON.parse(files)];
    };
    expect(parts(built)).toEqual(parts(plain));
  });

  test('leaves no file after pip uninstall', async () => {
    const uninstalled = await runImage(image(), 'linux/amd64', [
      ...untouched,
      'sh',
      '-c',
      `pip uninstall -qy --root-user-action=ignore uvicorn click h11 && python3 -c '${tree}'`,
    ]);
    const before = await runImage(base, 'linux/amd64', [...untouched, 'python3', '-c', tree]);
    expect(JSON.parse(uninstalled)).toEqual(JSON.parse(before));
  });
});

interface Config {
  readonly config: { readonly Labels: Readonly<Record<string, string>>; readonly Cmd: readonly string[] };
}

const kindOf = (one: Descriptor): string => one.annotations?.['vnd.docker.reference.type'] ?? 'image';
