/**
 * Writes dockerfiles/compile/symbol-versions.json: which libraries and symbol versions a wheel may need, each with the
 * oldest glibc whose systems have it. The source is the policies of auditwheel, by which wheels of the package index are
 * checked. With `--check` it writes nothing, and fails if the file differs.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { openSilently } from '../bench/silent.ts';
import { readZipEntry } from '../src/lock/zip.ts';
import { type Pin, pinnedWheel } from './pinned-wheels.ts';

const auditwheel: Pin = {
  project: 'auditwheel',
  filename: 'auditwheel-6.8.2-py3-none-any.whl',
  sha256: '05fd2dd4b743217cd5f66066adc95b03a079424b1f0a878ad1e40fe2cdea4704',
};
const member = 'auditwheel/policy/manylinux-policy.json';

/** A policy of auditwheel, with the fields that are read here. */
export interface Policy {
  readonly name: string;
  /** Machine (`x86_64`) to family (`GLIBCXX`) to versions (`3.4.29`). */
  readonly symbol_versions: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly lib_whitelist: readonly string[];
}

/** Glibc ("2.17", ascending) to the names that its policy grants and no older one does. */
type Granted = Readonly<Record<string, readonly string[]>>;

export interface SymbolVersions {
  readonly libraries: Granted;
  /** Machine to full names of symbol versions (`GLIBCXX_3.4.29`). */
  readonly versions: Readonly<Record<string, Granted>>;
}

/** The oldest glibc of a Python that images are built with. What older policies grant counts for this one. */
const oldest = '2.17';

/** The libraries of glibc, libgcc and libstdc++. Policies name more (libatomic, libz, libX11), which slim images lack. */
const ofEveryBase = /^lib(?:c|m|mvec|anl|pthread|dl|rt|util|nsl|resolv|gcc_s|stdc\+\+)\.so\.\d+$/;

/** The families of those libraries. Numbered versions of glibc are left out: they name the glibc themselves (PEP 600). */
const families: ReadonlySet<string> = new Set(['GLIBC', 'GLIBCXX', 'CXXABI', 'GCC']);
const isNumbered = /^GLIBC_\d/;

const glibcOf = ({ name }: Policy): string | undefined =>
  /^manylinux_(\d+_\d+)$/.exec(name)?.[1]?.replace('_', '.');

const minor = (glibc: string): number => Number(glibc.split('.')[1]);

/** Each name under the oldest policy that grants it. */
export function symbolVersions(policies: readonly Policy[]): SymbolVersions {
  const ascending = policies
    .flatMap((policy) => {
      const glibc = glibcOf(policy);
      if (glibc === undefined) return [];
      return [{ policy, glibc: minor(glibc) < minor(oldest) ? oldest : glibc }];
    })
    .toSorted((one, other) => minor(one.glibc) - minor(other.glibc));
  const granted = (names: (policy: Policy) => readonly string[]): Granted => {
    const known = new Set<string>();
    const found: Record<string, string[]> = {};
    for (const { policy, glibc } of ascending) {
      for (const name of names(policy)) {
        if (known.has(name)) continue;
        known.add(name);
        (found[glibc] ??= []).push(name);
      }
    }
    const order = new Intl.Collator('en', { numeric: true });
    return Object.fromEntries(
      Object.entries(found).map(([glibc, list]) => [glibc, list.toSorted(order.compare)]),
    );
  };
  const machines = new Set(ascending.flatMap(({ policy }) => Object.keys(policy.symbol_versions)));
  const versionsOf = (machine: string) => (policy: Policy) =>
    Object.entries(policy.symbol_versions[machine] ?? {})
      .filter(([family]) => families.has(family))
      .flatMap(([family, versions]) => versions.map((version) => `${family}_${version}`))
      .filter((name) => !isNumbered.test(name));
  return {
    libraries: granted((policy) => policy.lib_whitelist.filter((name) => ofEveryBase.test(name))),
    versions: Object.fromEntries(
      [...machines].toSorted().map((machine) => [machine, granted(versionsOf(machine))]),
    ),
  };
}

/** The content of the file, with a line for each glibc, so that a change of the policies is easy to review. */
export function symbolVersionsFile({ libraries, versions }: SymbolVersions): string {
  const granted = (table: Granted, indent: string): string => {
    const lines = Object.entries(table).map(
      ([glibc, names]) =>
        `${indent}  ${JSON.stringify(glibc)}: [${names.map((name) => JSON.stringify(name)).join(', ')}]`,
    );
    return `{\n${lines.join(',\n')}\n${indent}}`;
  };
  const machines = Object.entries(versions).map(
    ([machine, table]) => `    ${JSON.stringify(machine)}: ${granted(table, '    ')}`,
  );
  return `{
  "made by": "scripts/symbol-versions.ts from ${auditwheel.filename}",
  "libraries": ${granted(libraries, '  ')},
  "versions": {
${machines.join(',\n')}
  }
}
`;
}

if (import.meta.main) {
  const opened = openSilently();
  try {
    const policies = readZipEntry(await pinnedWheel(opened.world, auditwheel), (name) => name === member);
    if (policies === undefined) throw new Error(`${auditwheel.filename} has no ${member}.`);
    const text = symbolVersionsFile(symbolVersions(JSON.parse(policies.toString('utf8')) as Policy[]));
    const path = new URL('../dockerfiles/compile/symbol-versions.json', import.meta.url);
    if (!process.argv.includes('--check')) writeFileSync(path, text);
    else if (readFileSync(path, 'utf8') !== text) {
      console.error(
        'dockerfiles/compile/symbol-versions.json is not what the policies say: run "npm run symbols".',
      );
      process.exitCode = 1;
    }
  } finally {
    opened.close();
  }
}
