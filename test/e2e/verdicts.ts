/**
 * Compares this program with a plain `pip install` and import in the same base: what pip installs and Python imports is
 * published, what pip refuses is refused before building, and a failed import is a finding.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { cli, fresh, must, registry } from './support.ts';

interface Row {
  readonly name: string;
  readonly version: string;
  readonly module: string;
  /** The result of pip and an import, which the test checks. */
  readonly plain: 'imports' | 'does not import' | 'is not installed';
  /** What this program does; by default it publishes without findings. */
  readonly ours?: 'refused' | 'fatal' | 'warned';
}

export const works = (name: string, version: string, module = name, ours?: Row['ours']): Row => ({
  name,
  version,
  module,
  plain: 'imports',
  ...(ours === undefined ? {} : { ours }),
});
export const broken = (name: string, version: string, module: string, ours: Row['ours'] & {}): Row => ({
  name,
  version,
  module,
  plain: 'does not import',
  ours,
});

/** Installs each package into a folder of its own, and imports it in a new process. Prints a line a package. */
const plainly = `
import json, os, subprocess, sys
from concurrent.futures import ThreadPoolExecutor
def ask(row):
    name, version, module = row
    folder = "/plain/" + name
    pip = subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "--no-compile", "--retries=10", "--timeout=60", "--target", folder, name + "==" + version],
                         stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    # Whatever else pip fails for, such as the network, is no verdict on the package
    if pip.returncode != 0:
        return name, "is not installed" if "invalid metadata" in pip.stdout else pip.stdout[-500:]
    env = dict(os.environ, PYTHONPATH=folder)
    imported = subprocess.run([sys.executable, "-c", "import " + module], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return name, "imports" if imported.returncode == 0 else "does not import"
with ThreadPoolExecutor(3) as pool:
    print(json.dumps(dict(pool.map(ask, json.loads(sys.argv[1])))))`;

/** The result of a build; tags show whether it was published. */
function verdictOf(report: Report): string {
  const findings = report.platforms.flatMap(({ checks }) => checks.flatMap((check) => check.findings));
  if (report.outcome === 'published') return findings.length === 0 ? 'published' : 'warned';
  if (report.platforms.some(({ checks }) => checks.length > 0)) return 'fatal';
  const [problem] = report.problems;
  return problem?.station === 'index' || problem?.station === 'input' ? 'refused' : `${problem?.message}`;
}

/** The tests of each row: small images of one platform, and one container that installs the same with pip. */
export function compare(rows: readonly Row[]): void {
  const repository = fresh('verdicts');
  let plain: Readonly<Record<string, string>>;
  const ours = new Map<string, string>();
  beforeAll(async () => {
    const asked = rows.map(({ name, version, module }) => [name, version, module]);
    const pip = must('docker', [
      'run',
      '--rm',
      `${registry}/library/python:3.13-slim`,
      'python3',
      '-c',
      plainly,
      JSON.stringify(asked),
    ]);
    const rest = [...rows];
    const worker = async (): Promise<void> => {
      for (let row = rest.shift(); row !== undefined; row = rest.shift()) {
        const { name, version } = row;
        const done = await cli([
          'build',
          '--json',
          '--push',
          `--registry=${registry}`,
          `--image-name=${repository}-${name}`,
          `--package=${name}`,
          `--package-version=${version}`,
          '--python-version=3.13',
          '--target-base=slim',
          '--platform=linux/amd64',
        ]);
        ours.set(name, verdictOf(JSON.parse(done.stdout) as Report));
      }
    };
    await Promise.all([worker(), worker()]);
    plain = JSON.parse(await pip) as typeof plain;
  });

  describe.each(rows)('$name $version', ({ name, plain: expected, ours: verdict = 'published' }) => {
    test(`${expected} the plain way`, () => {
      expect(plain[name]).toBe(expected);
    });
    test(`is ${verdict} by this program`, () => {
      expect(ours.get(name)).toBe(verdict);
    });
  });

  test('refuses nothing that pip installs and Python imports', () => {
    const refused = rows.filter(
      ({ name }) => plain[name] === 'imports' && ['refused', 'fatal'].includes(ours.get(name) ?? 'refused'),
    );
    expect(refused.map(({ name }) => name)).toEqual([]);
  });
}
