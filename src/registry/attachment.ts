import type { Manifest } from './manifest.ts';

/** Something that refers to a manifest (OCI 1.1, `subject`). */
export interface Attachment {
  readonly subject: Pick<Manifest, 'mediaType' | 'digest' | 'bytes'>;
  readonly artifactType: string;
  readonly annotations: Readonly<Record<string, string>>;
  /** Absent where the annotations are all. Its media type is the type of the artifact. */
  readonly content?: Uint8Array<ArrayBuffer>;
}
