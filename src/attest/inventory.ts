/** From what the files of an image say to the software that is in it. */
import { PackageURL } from 'packageurl-js';
import { defined } from '../defined.ts';
import type { Artifact } from '../lock/lock.ts';
import { isSameVersion } from '../names/package-version.ts';
import type { System, SystemPackage } from './databases.ts';
import type { Component, RecordedFile } from './distribution.ts';
import { isExpression, type Licence } from './licence.ts';
import { type Finding, type LayerSurvey, overlay } from './survey.ts';

/** Where an installed distribution is from. */
export type Origin =
  | { readonly kind: 'wheel'; readonly file: Artifact }
  | {
      readonly kind: 'compiled';
      readonly source: Artifact;
      readonly way: 'native' | 'cross' | 'emulated';
    };

/** By normalized name, of the version that the lock has. */
export type Origins = Readonly<Record<string, Origin & { readonly version: string }>>;

export interface Software extends Licence {
  /** Unique in an image, and the same wherever the same is installed at the same place. */
  readonly key: string;
  readonly kind: 'python' | 'system' | 'interpreter' | 'component' | 'library';
  readonly name: string;
  readonly version?: string;
  readonly purl?: string;
  /** The file that says so, in the image. */
  readonly path: string;
  /** Hexadecimal: of a library's file, or of what a component says of itself. */
  readonly sha256?: string;
  /** Of a distribution. */
  readonly origin?: Origin;
  /** What made the modules of one that was compiled, as they say themselves. */
  readonly compilers?: readonly string[];
  /** What it brings along. */
  readonly within: readonly Software[];
}

export interface Inventory {
  readonly system?: System;
  /** Sorted by key. */
  readonly software: readonly Software[];
}

/**
 * @param layers of the image, the lowest first.
 * @param origins of what was installed of the lock.
 */
export function inventoryOf(layers: readonly LayerSurvey[], origins: Origins): Inventory {
  const files = overlay(layers);
  const system = systemOf(files);
  const software = [...files].flatMap(([path, finding]): Software[] => {
    switch (finding.kind) {
      case 'debian':
      case 'alpine':
        return finding.packages.map((one) => systemSoftware(one, finding.kind, path, system));
      case 'interpreter': {
        const { version } = finding;
        const purl = purlOf('generic', undefined, 'python', version);
        const licence = { expression: 'PSF-2.0' };
        return [
          {
            key: `python:${path}`,
            kind: 'interpreter',
            name: 'python',
            version,
            purl,
            path,
            ...licence,
            within: [],
          },
        ];
      }
      default:
        return [];
    }
  });
  return {
    ...defined({ system }),
    software: [...software, ...distributions(files, origins)].toSorted(byKey),
  };
}

const byKey = (one: Software, other: Software): number =>
  one.key < other.key ? -1 : one.key > other.key ? 1 : 0;

function systemOf(files: ReadonlyMap<string, Finding>): System | undefined {
  for (const path of ['etc/os-release', 'usr/lib/os-release']) {
    const finding = files.get(path);
    if (finding?.kind === 'system') return finding.system;
  }
  return undefined;
}

const purlOf = (
  type: string,
  namespace: string | undefined,
  name: string,
  version: string | undefined,
  qualifiers: Readonly<Record<string, string>> = {},
): string => new PackageURL(type, namespace, name, version, qualifiers, undefined).toString();

function systemSoftware(
  { name, version, architecture, source, licence }: SystemPackage,
  kind: 'debian' | 'alpine',
  path: string,
  system: System | undefined,
): Software {
  const { id, version: release } = system ?? { id: kind, version: '' };
  const purl = purlOf(kind === 'debian' ? 'deb' : 'apk', id, name, version, {
    ...(architecture && { arch: architecture }),
    ...(release && { distro: `${id}-${release}` }),
    ...(source && { upstream: source }),
  });
  // A package of several architectures is installed once for each.
  const key = `${kind}:${name}:${architecture}`;
  const said =
    licence === undefined ? {} : isExpression(licence) ? { expression: licence } : { text: licence };
  return { key, kind: 'system', name, version, purl, path, ...said, within: [] };
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));
const join = (folder: string, path: string): string => {
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split('/'))
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  return parts.join('/');
};

/** Distributions of Python, with what each brings along. */
function distributions(files: ReadonlyMap<string, Finding>, origins: Origins): Software[] {
  const all = new Map<string, Software>();
  /** Distributions that another one brings along, by the path of their metadata, and by which. */
  const owners = new Map<string, string>();
  for (const [path, finding] of files) {
    if (finding.kind !== 'distribution') continue;
    const { name, version, ...licence } = finding.distribution;
    const locked = origins[name];
    const origin = locked !== undefined && isSameVersion(locked.version, version) ? locked : undefined;
    const installed = installedBy(path, files);
    const modules = installed.flatMap((file) => {
      const module = files.get(file.path);
      return module?.kind === 'module' ? module.compilers : [];
    });
    const compilers = origin?.kind === 'compiled' ? [...new Set(modules)].toSorted() : [];
    // Only what is below it: two that claim each other would both be lost.
    const site = `${folderOf(folderOf(path))}/`;
    for (const file of installed)
      if (file.path.startsWith(site) && folderOf(folderOf(file.path)).length >= site.length)
        owners.set(file.path, path);
    all.set(path, {
      key: `pypi:${path}`,
      kind: 'python',
      name,
      version,
      purl: purlOf('pypi', undefined, name, version),
      path,
      ...licence,
      ...defined({ origin }),
      ...(compilers.length > 0 && { compilers }),
      within: broughtAlong(path, name, installed, files),
    });
  }
  const tops = [...all].filter(([path]) => !owners.has(path));
  const withVendored = ([path, one]: readonly [string, Software]): Software => {
    const vendored = [...all].filter(([other]) => owners.get(other) === path && other !== path);
    return { ...one, within: [...one.within, ...vendored.map(withVendored)].toSorted(byKey) };
  };
  return tops.map(withVendored);
}

/** What matters of the files of a distribution, by their paths in the image. */
function installedBy(metadata: string, files: ReadonlyMap<string, Finding>): RecordedFile[] {
  const folder = folderOf(metadata);
  const record = files.get(`${folder}/RECORD`);
  if (record?.kind !== 'record') return [];
  return record.files.map((file) => ({ ...file, path: join(folderOf(folder), file.path) }));
}

/** Crates and libraries that a wheel's own documents name, or else the files of libraries that were put into it. */
function broughtAlong(
  metadata: string,
  owner: string,
  installed: readonly RecordedFile[],
  files: ReadonlyMap<string, Finding>,
): Software[] {
  const folder = `${folderOf(metadata)}/sboms/`;
  const named = new Map<string, Software>();
  let namesLibraries = false;
  for (const [path, finding] of [...files].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    if (finding.kind !== 'document' || !path.startsWith(folder)) continue;
    for (const component of finding.components) {
      if (isItself(component, owner)) continue;
      namesLibraries ||= !/^pkg:(?:cargo|pypi|npm)\//.test(component.purl ?? '');
      const { name, version, licence, ...rest } = component;
      // Two documents of a wheel, or two lists of one, may name the same.
      const key = `${metadata} ${component.purl?.replace(/[?#].*$/, '') ?? name} ${version ?? ''}`;
      if (named.has(key)) continue;
      named.set(key, {
        key: `component:${key}`,
        kind: 'component',
        name,
        path,
        ...defined({ version, expression: licence }),
        ...rest,
        within: [],
      });
    }
  }
  // A wheel that lists its libraries is taken at its word: their files have other names than they.
  if (namesLibraries) return [...named.values()];
  const libraries = installed
    .filter(({ path }) => /\.libs\/[^/]+$/.test(path))
    .map((file): Software => ({
      key: `library:${file.path}`,
      kind: 'library',
      name: libraryName(file.path),
      ...file,
      within: [],
    }));
  return [...named.values(), ...libraries];
}

/** PEP 770's documents also list the wheel, and its own modules, under its name. */
function isItself({ purl }: Component, owner: string): boolean {
  if (purl === undefined) return false;
  const { type, name } = PackageURL.fromString(purl);
  return type === 'pypi' && name.replaceAll(/[-_.]+/g, '-').toLowerCase() === owner;
}

/** `libpq.so.5.17` of `libpq-a17e3caa.so.5.17`: auditwheel puts a hash into the name. */
const libraryName = (path: string): string =>
  path.slice(path.lastIndexOf('/') + 1).replace(/-[0-9a-f]{8}(?=\.so)/, '');
