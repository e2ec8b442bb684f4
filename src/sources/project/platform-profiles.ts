/** The platform profiles that bindep 2.14 gives itself in a container, from its os-release. */
import { compareVersions, parsePackageVersion } from '../../names/package-version.ts';

export type PackageManager = 'dpkg' | 'rpm' | 'apk';

const dpkgNames = ['debian', 'ubuntu', 'pop'];
const suseNames = [
  'opensuse',
  'opensuse-leap',
  'opensuse-tumbleweed',
  'opensuseproject',
  'sles',
  'suselinux',
];
const redhatNames = [
  'almalinux',
  'amazonami',
  'amzn',
  'centos',
  'fedora',
  'oracle',
  'redhatenterpriseserver',
  'redhatenterpriseworkstation',
  'rhel',
  'rocky',
];

/** Further names of a distribution, under which its releases and code names stand, too. */
const aliases: Readonly<Record<string, readonly string[]>> = {
  amazonami: ['amzn'],
  amzn: ['amazonami'],
  opensuse: ['opensuseproject'],
  'opensuse-tumbleweed': ['opensuse', 'opensuseproject'],
  opensuseproject: ['opensuse'],
  redhatenterpriseserver: ['rhel'],
  redhatenterpriseworkstation: ['rhel'],
  sles: ['suselinux'],
  suselinux: ['sles'],
};

/** The first release whose own Python is 3. */
const firstPython3: Readonly<Record<string, string>> = {
  almalinux: '8',
  centos: '8',
  debian: '10',
  fedora: '23',
  oracle: '8',
  pop: '0',
  redhatenterpriseserver: '8',
  redhatenterpriseworkstation: '8',
  rhel: '8',
  rocky: '8',
  ubuntu: '16.04',
};

/** Without prefix and release. Distributions that bindep only names are those of the package `distro`, which it asks. */
export const platformNames: readonly string[] = [
  ...dpkgNames,
  ...redhatNames,
  ...suseNames,
  ...'alpine arch gentoo manjaro darwin redhat suse'.split(' '),
  ...'dpkg rpm apk emerge pacman brew base-py2 base-py3'.split(' '),
  ...'altlinux buildroot cloudlinux exherbo guix linuxmint mageia mandriva raspbian'.split(' '),
  ...'scientific slackware chainguard kali wolfi'.split(' '),
];

/** Names of os-release that `distro` changes. */
const renamed: Readonly<Record<string, string>> = { ol: 'oracle', 'opensuse-leap': 'opensuse' };

/**
 * Sorted, with their prefix: `platform:debian-12`.
 *
 * @param osRelease text of /etc/os-release.
 * @param manager is a profile where bindep knows none for the distribution, such as Linux Mint or Wolfi: it would
 *   refuse to work there.
 */
export function platformProfiles(osRelease: string, manager: PackageManager): string[] {
  const { id, name, codename, release, isDebianLike } = factsOf(osRelease);
  const names = id === '' ? [] : [id, ...(aliases[id] ?? []), ...rhelEditions(id, name)];
  // There, bindep takes the release from /etc/debian_version. `trixie/sid`, the only one that lacks in os-release, has a
  // character that no selector has.
  const releases = release === '' && isDebianLike ? [] : prefixes(release.split('.'), '.');
  const codenames = prefixes(codename.split(/\s+/).filter(Boolean), '-');
  const atoms = [
    ...names,
    ...names.flatMap((one) => [...releases, ...codenames].map((suffix) => `${one}-${suffix}`)),
    ...familyOf(id, manager),
    ...pythonOf(id, release),
  ];
  return [...new Set(atoms)].toSorted().map((atom) => `platform:${atom}`);
}

/** `9`, `9.4` of 9.4. */
const prefixes = (parts: readonly string[], separator: string): string[] =>
  parts.map((_, index) => parts.slice(0, index + 1).join(separator));

const rhelEditions = (id: string, name: string): string[] => {
  if (id !== 'rhel') return [];
  if (/server/i.test(name)) return ['redhatenterpriseserver'];
  return /workstation/i.test(name) ? ['redhatenterpriseworkstation'] : [];
};

function familyOf(id: string, manager: PackageManager): string[] {
  if (dpkgNames.includes(id)) return ['dpkg'];
  if (redhatNames.includes(id)) return ['redhat', 'rpm'];
  if (suseNames.includes(id)) return ['suse', 'rpm'];
  if (id === 'alpine') return ['apk'];
  if (id === 'gentoo') return ['emerge'];
  if (id === 'arch' || id === 'manjaro') return ['pacman'];
  return [manager];
}

/** A release without a number counts as new: bindep has it so for Debian, and fails for the others. */
function pythonOf(id: string, release: string): string[] {
  const first = firstPython3[id];
  if (first === undefined) return [];
  const [version, three] = [parsePackageVersion(release), parsePackageVersion(first)];
  const isNew = !version.ok || !three.ok || compareVersions(version.value, three.value) >= 0;
  return [isNew ? 'base-py3' : 'base-py2'];
}

interface Release {
  readonly id: string;
  readonly name: string;
  readonly codename: string;
  /** `12`; empty where os-release has none. */
  readonly release: string;
  readonly isDebianLike: boolean;
}

function factsOf(osRelease: string): Release {
  const fields = fieldsOf(osRelease);
  const field = (key: string): string => fields.get(key) ?? '';
  const written = field('id').toLowerCase().replaceAll(' ', '_');
  const id = (renamed[written] ?? written).replaceAll(/\s/g, '');
  const [, inBrackets, afterComma] = /\((\D+)\)|,\s*(\D+)/.exec(field('version')) ?? [];
  const codename =
    fields.get('version_codename') ?? fields.get('ubuntu_codename') ?? inBrackets ?? afterComma ?? '';
  return {
    id,
    name: field('name'),
    codename: codename.toLowerCase(),
    release: (field('version_id') || releaseWithin(field('pretty_name'))).toLowerCase(),
    isDebianLike: id === 'debian' || field('id_like').split(/\s+/).includes('debian'),
  };
}

/** The release at the end of a name: `Some Linux release 7.1 (Code)`. */
const releaseWithin = (name: string): string =>
  /^.+?(\d[\d.+\-a-z]*)(?: LTS)? *(?:\(.*\)[^)]*)?$/.exec(name.trim())?.[1] ?? '';

/** Assignments as a shell reads them, with lower-case names; the last of a name counts (os-release(5)). */
function fieldsOf(osRelease: string): ReadonlyMap<string, string> {
  const words = osRelease
    .replaceAll('\r\n', '\n')
    .matchAll(/#.*|(?:"(?:\\[^]|[^"\\])*"|'[^']*'|\\[^]|[^\s#"'\\])+/g);
  const assignments = [...words].flatMap(([word]): [string, string][] => {
    const [, name, value = ''] = /^([^#=]+)=(.*)$/s.exec(word) ?? [];
    return name === undefined ? [] : [[name.toLowerCase(), unquoted(value)]];
  });
  return new Map(assignments);
}

/** Within double quotes, a backslash escapes only a quote and itself here, since `distro` reads it so. */
const unquoted = (value: string): string =>
  value.replaceAll(
    /"((?:\\[^]|[^"\\])*)"|'([^']*)'|\\([^])/g,
    (_, double?: string, single?: string, escaped?: string) =>
      double?.replaceAll(/\\(["\\])/g, '$1') ?? single ?? escaped ?? '',
  );
