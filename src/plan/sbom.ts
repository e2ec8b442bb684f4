/** The input `sbom` as a value: documents of this program, or what a scanner of buildx writes. */

/** `false`, `spdx`, `cyclonedx`, `both`; any other text is for buildx: `generator=IMAGE`. */
export type SbomForm = 'spdx' | 'cyclonedx';

const own: ReadonlyMap<string, readonly SbomForm[]> = new Map([
  ['spdx', ['spdx']],
  ['cyclonedx', ['cyclonedx']],
  ['both', ['spdx', 'cyclonedx']],
]);

/** The documents that this program writes; none where buildx has one made, or there is to be none. */
export const sbomForms = (sbom: string): readonly SbomForm[] => own.get(sbom) ?? [];

/** What buildx is asked for. */
export const buildxSbom = (sbom: string): string => (sbomForms(sbom).length > 0 ? 'false' : sbom);
