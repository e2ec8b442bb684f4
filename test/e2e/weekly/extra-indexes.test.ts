/** What `extra-indexes.test.ts` shows of what is cross-compiled, for the other two places in which code of packages runs. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunReport } from '../../../src/report/report.ts';
import { type Company, expectNoCredentials, spy, startCompany } from '../company.ts';
import { cli, registry } from '../support.ts';

let company: Company;
beforeAll(async () => {
  company = await startCompany();
});
afterAll(() => company.stop());

test('what is compiled under emulation comes from its own index, and finds no credentials', () =>
  expectNoCredentials(company, 'emulate', 'emulated'));

/** The build of a project, which fails where the spy finds anything. */
const projectBackend = `
import io, os, tarfile, zipfile
import internal_build
import spy

def search():
    found = spy.search("-".join(["low", "tide", "at", "noon"]))
    if found:
        raise RuntimeError("found in %s" % found)

metadata = "Metadata-Version: 2.1\\nName: breakwater\\nVersion: 1.0\\n"

def build_sdist(folder, config_settings=None):
    search()
    with tarfile.open(os.path.join(folder, "breakwater-1.0.tar.gz"), "w:gz") as archive:
        member = tarfile.TarInfo("breakwater-1.0/PKG-INFO")
        member.size = len(metadata)
        archive.addfile(member, io.BytesIO(metadata.encode()))
    return "breakwater-1.0.tar.gz"

def build_wheel(folder, config_settings=None, metadata_directory=None):
    search()
    wheel = "breakwater-1.0-py3-none-any.whl"
    info = "breakwater-1.0.dist-info/"
    with zipfile.ZipFile(os.path.join(folder, wheel), "w") as archive:
        archive.writestr("breakwater.py", "def main():\\n    print(1)\\n")
        archive.writestr(info + "METADATA", metadata)
        archive.writestr(info + "WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        archive.writestr(info + "entry_points.txt", "[console_scripts]\\nbreakwater = breakwater:main\\n")
        archive.writestr(info + "RECORD", "")
    return wheel
`;

test('the build of a project has its requirements from their own index, and finds no credentials', async () => {
  const work = join(company.folder, 'breakwater');
  mkdirSync(work);
  const files = {
    'pyproject.toml':
      '[build-system]\nrequires = ["internal-build"]\nbuild-backend = "backend"\nbackend-path = ["."]\n[project]\nname = "breakwater"\nversion = "1.0"\n[project.scripts]\nbreakwater = "breakwater:main"\n',
    'backend.py': projectBackend,
    'spy.py': spy,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(work, name), text, { mode: 0o600 });
  const [, , ...options] = company.options(`internal-* ${company.company.url}`);
  const done = await cli(
    ['project', '--dry-run', '--json', '--platform=linux/amd64', `--registry=${registry}`, ...options],
    { cwd: work },
  );
  const { problems } = JSON.parse(done.stdout) as RunReport;
  expect({ code: done.code, problems }, done.stderr).toEqual({ code: 0, problems: [] });
});
