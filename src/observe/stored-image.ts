/** Observes an image in the store of the engine of this machine. */
import { parseDigest } from '../names/reference.ts';
import { readBuildRecord } from '../plan/build-record.ts';
import type { World } from '../ports.ts';
import { mediaTypes } from '../registry/manifest.ts';
import type { ObservedImage } from './observe.ts';

interface Inspected {
  readonly Id: string;
  readonly Config?: { readonly Labels?: Readonly<Record<string, string>> | null };
}

/**
 * The engine keeps no index of an image: its labels stand in for the annotations, and its id for the digest. Absent also
 * where no engine answers, which a build says better.
 *
 * @param reference `registry/name:tag`.
 */
export async function observeStored(
  { run }: Pick<World, 'run'>,
  env: Readonly<Record<string, string>>,
  reference: string,
): Promise<ObservedImage> {
  const args = ['image', 'inspect', '--format={{json .}}', reference];
  const ran = await run({ program: 'docker', args, env });
  const image = ran.code === 0 ? (JSON.parse(ran.stdout) as Inspected) : undefined;
  const digest = image === undefined ? undefined : parseDigest(image.Id);
  if (digest?.ok !== true) return { is: 'absent', aliases: [] };
  const annotations = image?.Config?.Labels ?? {};
  const record = readBuildRecord(annotations);
  return {
    is: 'present',
    aliases: [],
    index: {
      mediaType: mediaTypes.ociManifest,
      digest: digest.value,
      bytes: Buffer.from(JSON.stringify({ annotations })),
    },
    platforms: record?.fingerprint.platforms ?? [],
    ...(record === undefined ? {} : { record }),
  };
}
