/**
 * Writes an inventory as SPDX 2.3 in JSON (https://spdx.github.io/spdx-spec/v2.3/). By hand: on npm no library writes this
 * form and is kept, and it is a dozen fields.
 */
import { createHash } from 'node:crypto';
import { hashOf } from '../canonical.ts';
import { defined } from '../defined.ts';
import type { Software } from './inventory.ts';
import { imagePurl, publicUrl, type SbomRequest } from './subject.ts';

export const spdxPredicate = 'https://spdx.dev/Document';
export const spdxMediaType = 'application/spdx+json';

const none = 'NOASSERTION';
const image = 'SPDXRef-Image';

/** The document as a value: the same request gives the same. */
export function spdxDocument(request: SbomRequest): object {
  const { name, version, platform, digest, created, base, inventory } = request;
  const top = {
    SPDXID: image,
    name,
    versionInfo: version ?? digest,
    ...packageFields,
    primaryPackagePurpose: 'CONTAINER',
    checksums: [{ algorithm: 'SHA256', checksumValue: digest.replace('sha256:', '') }],
    externalRefs: [purlReference(imagePurl(name, digest, platform))],
  };
  const under = base && {
    SPDXID: 'SPDXRef-Base',
    name: base.name,
    versionInfo: base.digest,
    ...packageFields,
    primaryPackagePurpose: 'CONTAINER',
    checksums: [{ algorithm: 'SHA256', checksumValue: base.digest.replace('sha256:', '') }],
    externalRefs: [purlReference(imagePurl(base.name, base.digest, platform))],
  };
  const { system } = inventory;
  const systemPackage = system && {
    SPDXID: 'SPDXRef-System',
    name: system.id,
    ...(system.version && { versionInfo: system.version }),
    ...packageFields,
    primaryPackagePurpose: 'OPERATING_SYSTEM',
  };
  const written = inventory.software.flatMap((one) => packagesOf(one, image));
  const content = {
    spdxVersion: 'SPDX-2.3',
    dataLicense: 'CC0-1.0',
    SPDXID: 'SPDXRef-DOCUMENT',
    name: [name, ...(version === undefined ? [] : [version]), platform].join(' '),
    creationInfo: { created, creators: ['Tool: python-image-builder'] },
    packages: [
      top,
      ...(under === undefined ? [] : [under]),
      ...(systemPackage === undefined ? [] : [systemPackage]),
      ...written.flatMap(({ packages }) => packages),
    ],
    relationships: [
      related('SPDXRef-DOCUMENT', 'DESCRIBES', image),
      ...(under === undefined ? [] : [related(image, 'DESCENDANT_OF', under.SPDXID)]),
      ...(systemPackage === undefined ? [] : [related(image, 'CONTAINS', systemPackage.SPDXID)]),
      ...written.flatMap(({ relationships }) => relationships),
    ],
  };
  // A hash of the rest: two documents with one namespace are one.
  const documentNamespace = `https://python-image-builder.github.io/sbom/${hashOf(content)}`;
  const { spdxVersion, dataLicense, SPDXID, name: title, ...rest } = content;
  return { spdxVersion, dataLicense, SPDXID, name: title, documentNamespace, ...rest };
}

/** Nothing is said of files, and of copyright nothing is known. */
const packageFields = { downloadLocation: none, filesAnalyzed: false, copyrightText: none };

const related = (spdxElementId: string, relationshipType: string, relatedSpdxElement: string) => ({
  spdxElementId,
  relationshipType,
  relatedSpdxElement,
});

const purlReference = (purl: string) => ({
  referenceCategory: 'PACKAGE-MANAGER',
  referenceType: 'purl',
  referenceLocator: purl,
});

interface Written {
  readonly packages: readonly object[];
  readonly relationships: readonly object[];
}

/** An identifier has letters, digits, "." and "-" (SPDX 2.3, 7.2). */
function idOf({ kind, name, key }: Software): string {
  const hash = createHash('sha256').update(key).digest('hex').slice(0, 12);
  return `SPDXRef-${kind}-${name.replaceAll(/[^A-Za-z0-9.-]+/g, '-')}-${hash}`;
}

/** With what it brings along, and the source that it was compiled from. */
function packagesOf(one: Software, owner: string): Written {
  const { name, version, purl, origin, sha256, within } = one;
  const id = idOf(one);
  const file = origin?.kind === 'wheel' ? origin.file : undefined;
  const hash = file?.sha256 ?? sha256;
  const url = file && publicUrl(file.url);
  const own = {
    SPDXID: id,
    name,
    ...defined({ versionInfo: version, packageFileName: file?.filename }),
    ...packageFields,
    ...(url && { downloadLocation: url }),
    ...licenceFields(one),
    sourceInfo: sourceInfo(one),
    ...(hash && { checksums: [{ algorithm: 'SHA256', checksumValue: hash }] }),
    ...(purl && { externalRefs: [purlReference(purl)] }),
  };
  const below = within.map((inner) => packagesOf(inner, id));
  const source = origin?.kind === 'compiled' ? sourcePackage(one, origin.source, id) : undefined;
  const parts = [...below, ...(source === undefined ? [] : [source])];
  return {
    packages: [own, ...parts.flatMap(({ packages }) => packages)],
    relationships: [related(owner, 'CONTAINS', id), ...parts.flatMap(({ relationships }) => relationships)],
  };
}

function sourcePackage(
  { name, version, ...one }: Software,
  { filename, url, sha256 }: { readonly filename: string; readonly url: string; readonly sha256: string },
  made: string,
): Written {
  const id = `${made}-source`;
  const written = {
    SPDXID: id,
    name,
    ...defined({ versionInfo: version }),
    packageFileName: filename,
    ...packageFields,
    downloadLocation: publicUrl(url) ?? none,
    primaryPackagePurpose: 'SOURCE',
    ...licenceFields(one),
    checksums: [{ algorithm: 'SHA256', checksumValue: sha256 }],
  };
  return { packages: [written], relationships: [related(made, 'GENERATED_FROM', id)] };
}

/** A licence of one's own (`LicenseRef-…`) would have to be there with its text. */
function licenceFields({ expression, text }: Pick<Software, 'expression' | 'text'>) {
  const own = expression?.includes('LicenseRef-') === true;
  const comment = own ? expression : text;
  return {
    licenseConcluded: none,
    licenseDeclared: own ? none : (expression ?? none),
    ...(comment && { licenseComments: `The package says: ${comment}` }),
  };
}

const ways = {
  native: 'on its own platform',
  cross: 'by a cross compiler',
  emulated: 'on its platform or under emulation of it',
} as const;

function sourceInfo({ path, origin, compilers }: Software): string {
  if (origin?.kind !== 'compiled') return `Found in /${path}.`;
  const by = compilers === undefined ? '' : ` Its modules name: ${compilers.join('; ')}.`;
  return `Found in /${path}. Compiled from ${origin.source.filename} ${ways[origin.way]}.${by}`;
}
