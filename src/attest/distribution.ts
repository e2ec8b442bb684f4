/** Reads what is written beside an installed Python distribution: METADATA, RECORD, and the documents of PEP 770. */
import { PackageURL } from 'packageurl-js';
import { defined } from '../defined.ts';
import { normalizedName } from '../names/package-name.ts';
import { isExpression, type Licence, licenceOf } from './licence.ts';

export interface Distribution extends Licence {
  /** Normalized (PEP 503). */
  readonly name: string;
  readonly version: string;
}

/** METADATA or PKG-INFO (core metadata); undefined where it names no release. */
export function readMetadata(text: string): Distribution | undefined {
  const head = text.replaceAll('\r\n', '\n').split('\n\n', 1)[0]!;
  // A field goes on in lines that begin with a space.
  const lines = head.replaceAll(/\n(?=[ \t])/g, '\u0000').split('\n');
  const all = (field: string): string[] =>
    lines.flatMap((line) => {
      const at = line.indexOf(':');
      return line.slice(0, at).toLowerCase() === field
        ? [
            line
              .slice(at + 1)
              .replaceAll('\u0000', '\n')
              .trim(),
          ]
        : [];
    });
  const [name] = all('name');
  const [version] = all('version');
  if (!name || !version) return undefined;
  const licence = licenceOf({
    expression: all('license-expression')[0],
    license: all('license')[0],
    classifiers: all('classifier'),
  });
  return { name: normalizedName(name), version, ...licence };
}

/** A file that a distribution installed, as its RECORD has it. */
export interface RecordedFile {
  /** From the folder that the distribution is in. */
  readonly path: string;
  /** Hexadecimal. */
  readonly sha256?: string;
}

/** Compiled code, and metadata of other distributions that one brings along: what else it installed is not listed. */
const listed = /\.so(?:\.[\w.]+)?$|\/[^/]+\.(?:dist-info\/METADATA|egg-info\/PKG-INFO)$/;

/** The files of a RECORD (PEP 376, PEP 427) that matter here. */
export const readRecord = (text: string): RecordedFile[] =>
  text.split(/\r?\n/).flatMap((line) => {
    const [, quoted, plain = '', hash] =
      /^(?:"((?:[^"]|"")*)"|([^,]*)),(?:sha256=([\w-]+))?/.exec(line) ?? [];
    const path = quoted?.replaceAll('""', '"') ?? plain;
    if (!listed.test(`/${path}`)) return [];
    return [{ path, ...(hash && { sha256: Buffer.from(hash, 'base64url').toString('hex') }) }];
  });

/** Something that a wheel says to have in it. */
export interface Component {
  readonly name: string;
  readonly version?: string;
  readonly purl?: string;
  /** An SPDX expression. */
  readonly licence?: string;
  /** Hexadecimal. */
  readonly sha256?: string;
}

interface WrittenComponent {
  readonly name?: unknown;
  readonly version?: unknown;
  readonly purl?: unknown;
  readonly hashes?: unknown;
  readonly licenses?: unknown;
  readonly components?: unknown;
}

interface WrittenPackage {
  readonly SPDXID?: unknown;
  readonly name?: unknown;
  readonly versionInfo?: unknown;
  readonly licenseDeclared?: unknown;
  readonly externalRefs?: unknown;
}

/**
 * The components of a document in `*.dist-info/sboms/` (PEP 770), CycloneDX or SPDX 2 as JSON; undefined for one of another
 * form. What it describes, which is the wheel itself, is left out.
 */
export function readWheelDocument(text: string): Component[] | undefined {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { bomFormat, spdxVersion, components, packages, documentDescribes, relationships } =
    fieldsOf(document);
  if (bomFormat === 'CycloneDX') return arrayOf(components).flatMap(fromCycloneDx);
  if (typeof spdxVersion !== 'string') return undefined;
  const described = new Set([
    ...arrayOf(documentDescribes),
    ...arrayOf(relationships)
      .map(fieldsOf)
      .filter(({ relationshipType }) => relationshipType === 'DESCRIBES')
      .map(({ relatedSpdxElement }) => relatedSpdxElement),
  ]);
  return arrayOf(packages)
    .map((one) => fieldsOf(one) as WrittenPackage)
    .filter((one) => !described.has(one.SPDXID))
    .flatMap(fromSpdx);
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
const arrayOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

function fromCycloneDx(value: unknown): Component[] {
  const one = fieldsOf(value) as WrittenComponent;
  const name = textOf(one.name);
  const within = arrayOf(one.components).flatMap(fromCycloneDx);
  if (name === undefined) return within;
  const hashes = arrayOf(one.hashes).map(fieldsOf);
  const sha256 = textOf(hashes.find(({ alg }) => alg === 'SHA-256')?.['content']);
  const licences = arrayOf(one.licenses).map(fieldsOf);
  const said = licences.flatMap(({ expression, license }) => {
    const text = textOf(expression) ?? textOf(fieldsOf(license)['id']);
    return text === undefined ? [] : [text];
  });
  const licence = said.length === licences.length && said.length === 1 ? said[0] : undefined;
  return [
    componentOf({ name, version: textOf(one.version), purl: textOf(one.purl), licence, sha256 }),
    ...within,
  ];
}

function fromSpdx(one: WrittenPackage): Component[] {
  const name = textOf(one.name);
  if (name === undefined) return [];
  const purl = arrayOf(one.externalRefs)
    .map(fieldsOf)
    .find(({ referenceType }) => referenceType === 'purl')?.['referenceLocator'];
  const licence = textOf(one.licenseDeclared);
  return [
    componentOf({ name, version: textOf(one.versionInfo), purl: textOf(purl), licence, sha256: undefined }),
  ];
}

function componentOf(one: { [K in keyof Required<Component>]: Component[K] | undefined }): Component {
  const { licence, purl } = one;
  const known = licence !== undefined && isExpression(licence) ? licence : undefined;
  return defined({
    ...one,
    licence: known,
    purl: purl === undefined ? undefined : cleanPurl(purl),
  }) as Component;
}

/** Without paths of the machine that made the wheel. Undefined where it is none. */
function cleanPurl(text: string): string | undefined {
  try {
    const { type, namespace, name, version, qualifiers, subpath } = PackageURL.fromString(text);
    const kept = Object.entries(qualifiers ?? {}).filter(([, value]) => !String(value).startsWith('file:'));
    return new PackageURL(type, namespace, name, version, Object.fromEntries(kept), subpath).toString();
  } catch {
    return undefined;
  }
}
