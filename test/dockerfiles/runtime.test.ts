/** What `runtime.py` prepares, and when it leaves all to the platform, with an apt that answers as Debian's does. */
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { folder, programsFolder, python, run } from './programs.ts';

/** Calls dpkg as apt does: with one archive, then with a folder of links to several, then to configure them. */
const apt = `
case "$*" in *update*) if [ -e "$0-offline" ]; then echo "W: Failed to fetch http://deb.debian.org"; fi; exit ;; *nope*) echo "E: Unable to locate package nope"; exit 100 ;; esac
for word; do case "$word" in Dir::Bin::dpkg=*) dpkg=\${word#*=} ;; Dir::Cache::archives=*) archives=\${word#*=} ;; Dir::State=*) state=\${word#*=} ;; esac; done
touch "$archives/one_1.deb" "$archives/two_2.deb" "$archives/three_3.deb"
echo "Package: two" >>"$state/extended_states"
"$dpkg" --assert-multi-arch || exit 1
"$dpkg" --status-fd 9 --no-triggers --unpack --auto-deconfigure "$archives/one_1.deb"
mkdir "$state/links"
ln -s "$archives/three_3.deb" "$state/links/1-three_3.deb"
ln -s "$archives/two_2.deb" "$state/links/0-two_2.deb"
"$dpkg" --status-fd 9 --no-triggers --unpack --auto-deconfigure --recursive "$state/links"
case "$*" in *away*) "$dpkg" --status-fd 9 --remove old ;; esac
"$dpkg" --status-fd 9 --configure --pending
`;
const status =
  'Package: adduser\nArchitecture: all\n\nPackage: dpkg\nStatus: install ok installed\nArchitecture: armhf\n';
const debian = { 'var/lib/dpkg/status': status, 'var/lib/apt/extended_states': 'Package: old\n' };
const dump = `
DPkg::Pre-Install-Pkgs "";
DPkg::Pre-Install-Pkgs:: "/usr/sbin/dpkg-preconfigure --apt || true";
DPkg::Post-Invoke:: "rm -f /var/cache/apt/archives/*.deb /var/cache/apt/archives/partial/*.deb /var/cache/apt/*.bin || true";
`;

interface Base {
  readonly files: Readonly<Record<string, string>>;
  /** Programs by name. */
  readonly tools: Readonly<Record<string, string>>;
}
const onDebian = (files: Base['files'] = debian, hooks = ''): Base => ({
  files,
  tools: { 'apt-get': apt, 'apt-config': `cat <<'end'\n${dump}${hooks}\nend` },
});

async function prepare({ files, tools }: Base, packages: readonly string[]) {
  const at = await folder();
  const bin = join(at, 'bin');
  mkdirSync(bin);
  for (const [name, text] of Object.entries(tools)) {
    writeFileSync(join(bin, name), `#!/bin/sh\nPATH=/usr/bin:/bin\n${text}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(at, 'target', dirname(name)), { recursive: true });
    writeFileSync(join(at, 'target', name), text);
  }
  const out = join(at, 'out');
  const given = ['--platform=linux/arm/v7', `--target=${join(at, 'target')}`, `--out=${out}`, ...packages];
  const ended = await run(python, [join(programsFolder, 'runtime.py'), ...given], { env: { PATH: bin } });
  const script = join(out, 'install.sh');
  return {
    script: existsSync(script)
      ? readFileSync(script, 'utf8').replaceAll(' && \\\n', '\n').trimEnd().split('\n')
      : undefined,
    files: readdirSync(out, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map(({ name }) => name)
      .toSorted(),
    said: ended.stdout.split('\n').find((line) => line.startsWith('the runtime packages')),
    code: ended.code,
    stderr: ended.stderr,
  };
}

test('writes down what apt has dpkg do, and what it marks', async () => {
  expect(await prepare(onDebian(), ['one'])).toEqual({
    script: [
      'dpkg --no-triggers --unpack --auto-deconfigure /runtime/archives/one_1.deb',
      'dpkg --no-triggers --unpack --auto-deconfigure /runtime/archives/two_2.deb /runtime/archives/three_3.deb',
      'dpkg --configure --pending',
      'cp /runtime/extended_states /var/lib/apt/extended_states',
    ],
    files: ['extended_states', 'install.sh', 'one_1.deb', 'three_3.deb', 'two_2.deb'],
    said: undefined,
    code: 0,
    stderr: '',
  });
});

test.each<readonly [what: string, base: Base, packages: readonly string[], why: string]>([
  [
    'a package that apt does not know, where it could not fetch all lists',
    { ...onDebian(), tools: { ...onDebian().tools, 'apt-get-offline': '' } },
    ['nope'],
    'E: Unable to locate package nope',
  ],
  ['packages that go', onDebian(), ['away'], 'apt does more than install: dpkg --remove old'],
  [
    'questions asked ahead',
    onDebian({ ...debian, 'usr/bin/apt-extracttemplates': '' }),
    ['one'],
    'the base has apt-utils, which asks the questions of packages ahead',
  ],
  [
    'a command around dpkg',
    onDebian(debian, 'DPkg::Post-Invoke:: "touch /done";'),
    ['one'],
    'the base has apt run a command around dpkg: touch /done',
  ],
  [
    'no list of packages',
    onDebian({ 'etc/os-release': '' }),
    ['one'],
    "the base has no list of dpkg's packages",
  ],
  ['no apt', { files: debian, tools: {} }, ['one'], "[Errno 2] No such file or directory: 'apt-config'"],
])('leaves all to the platform: %s', async (_, base, packages, why) => {
  expect(await prepare(base, packages)).toEqual({
    script: undefined,
    files: [],
    said: `the runtime packages for linux/arm/v7 are installed under emulation: ${why}`,
    code: 0,
    stderr: '',
  });
});

test('ends where the distribution has no such package, since it has none on the platform either', async () => {
  expect(await prepare(onDebian(), ['nope'])).toEqual({
    script: undefined,
    files: [],
    said: undefined,
    code: 1,
    stderr: 'E: Unable to locate package nope\n',
  });
});
