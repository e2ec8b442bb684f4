/** Finds the SBOMs that an image has as attestations, whoever wrote them. */
import { Failure, gather } from '../errors.ts';
import { attestationsOf } from '../publish/rebase/attestations.ts';
import { predicateKey } from '../publish/rebase/provenance.ts';
import { type ImageContent, readBlob } from '../registry/content.ts';
import { type Manifest, platformsOf, readContent } from '../registry/manifest.ts';
import { cycloneDxPredicate } from './cyclonedx.ts';
import { spdxPredicate } from './spdx.ts';

/** A document, and the manifest of the platform that it is about. */
export interface AttestedSbom {
  readonly subject: Manifest;
  readonly predicateType: string;
  readonly predicate: unknown;
}

const documentTypes: readonly string[] = [spdxPredicate, cycloneDxPredicate];

/** @throws Failure where the image cannot be read. */
export async function sbomsOf(content: ImageContent): Promise<AttestedSbom[]> {
  const { index } = content;
  const attestations = attestationsOf(index, platformsOf(index.bytes));
  const found = await gather(
    attestations.map(async ({ digest, of }) => {
      const { layers = [] } = readContent((await content.manifest(digest)).bytes);
      const documents = layers.filter(({ annotations }) =>
        documentTypes.includes(annotations?.[predicateKey] ?? ''),
      );
      if (documents.length === 0) return [];
      const subject = await content.manifest(of);
      return gather(
        documents.map(async (layer) => {
          const predicate = predicateOf(await readBlob(content, layer), layer.digest);
          return { subject, predicateType: layer.annotations![predicateKey]!, predicate };
        }),
      );
    }),
  );
  return found.flat();
}

function predicateOf(bytes: Uint8Array, digest: string): unknown {
  try {
    return (JSON.parse(Buffer.from(bytes).toString('utf8')) as { readonly predicate?: unknown }).predicate;
  } catch {
    const message = `The SBOM ${digest} of the image is no JSON, so that it is not signed. Build the image anew: set rebuild to "always" once.`;
    throw new Failure([{ station: 'registry', about: digest, message }]);
  }
}
