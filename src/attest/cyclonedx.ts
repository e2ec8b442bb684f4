/**
 * Writes an inventory as CycloneDX 1.6 in JSON (https://cyclonedx.org/docs/1.6/json/). Not with
 * `@cyclonedx/cyclonedx-library`: it has models of all versions and of XML, draws serial numbers and times by chance, and
 * sorts by rules of its own; what is written here is four kinds of objects, which the tests hold against the schema.
 */
import { hashOf } from '../canonical.ts';
import { defined } from '../defined.ts';
import type { Software } from './inventory.ts';
import { imagePurl, publicUrl, type SbomRequest } from './subject.ts';

export const cycloneDxPredicate = 'https://cyclonedx.org/bom';
export const cycloneDxMediaType = 'application/vnd.cyclonedx+json';

/** Names of properties. */
const prefix = 'python-image-builder';

/** The document as a value: the same request gives the same. */
export function cycloneDxDocument(request: SbomRequest): object {
  const { name, version, platform, digest, created, base, inventory } = request;
  const { system } = inventory;
  const purl = imagePurl(name, digest, platform);
  const content = {
    metadata: {
      timestamp: created,
      tools: { components: [{ type: 'application', name: 'python-image-builder' }] },
      component: {
        type: 'container',
        'bom-ref': 'image',
        name,
        version: version ?? digest,
        hashes: [{ alg: 'SHA-256', content: digest.replace('sha256:', '') }],
        purl,
        ...(base && {
          pedigree: {
            ancestors: [
              {
                type: 'container',
                name: base.name,
                version: base.digest,
                purl: imagePurl(base.name, base.digest, platform),
              },
            ],
          },
        }),
        properties: [property('platform', platform)],
      },
    },
    components: [
      ...(system === undefined
        ? []
        : [
            {
              type: 'operating-system',
              'bom-ref': 'system',
              name: system.id,
              ...(system.version && { version: system.version }),
              description: system.name,
            },
          ]),
      ...inventory.software.map(componentOf),
    ],
  };
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidOf(hashOf(content))}`,
    version: 1,
    ...content,
  };
}

const property = (name: string, value: string) => ({ name: `${prefix}:${name}`, value });

/** A UUID of version 8 (RFC 9562), whose bits are those of a hash. */
const uuidOf = (hash: string): string =>
  `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;

function componentOf(one: Software): object {
  const { key, kind, name, version, purl, expression, text, path, sha256, origin, compilers, within } = one;
  const hash = origin?.kind === 'wheel' ? origin.file.sha256 : sha256;
  const reference = origin && referenceOf(origin);
  const licences =
    expression === undefined ? (text === undefined ? [] : [{ license: { name: text } }]) : [{ expression }];
  const properties = [
    ...(origin?.kind === 'compiled' ? [property('compiled', origin.way)] : []),
    ...(compilers ?? []).map((compiler) => property('compiler', compiler)),
  ];
  return {
    type: kind === 'interpreter' ? 'application' : 'library',
    'bom-ref': key,
    name,
    ...defined({ version }),
    ...(hash && { hashes: [{ alg: 'SHA-256', content: hash }] }),
    ...(licences.length > 0 && { licenses: licences }),
    ...defined({ purl }),
    ...(reference && { externalReferences: [reference] }),
    ...(within.length > 0 && { components: within.map(componentOf) }),
    evidence: { occurrences: [{ location: `/${path}` }] },
    ...(properties.length > 0 && { properties }),
  };
}

/** Undefined of a file that has no address, such as a wheel of a folder. */
function referenceOf(origin: NonNullable<Software['origin']>): object | undefined {
  const file = origin.kind === 'wheel' ? origin.file : origin.source;
  const url = publicUrl(file.url);
  if (url === undefined) return undefined;
  return {
    type: origin.kind === 'wheel' ? 'distribution' : 'source-distribution',
    url,
    hashes: [{ alg: 'SHA-256', content: file.sha256 }],
  };
}
