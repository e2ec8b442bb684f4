/** The step's outputs, by the names and in the formats of Airbyte's action connector-image-build-push. */
import type { Report } from '../../report/report.ts';
import type { Connector } from './find.ts';

export const connectorOutputNames = [
  'connector-name',
  'connector-type',
  'connector-dir',
  'base-image',
  'connector-version-tag',
  'connector-image-name',
  'docker-tags',
  'image-exists',
  'build-executed',
  'push-executed',
] as const;

export type ConnectorOutputs = Readonly<Record<(typeof connectorOutputNames)[number], string>>;

/**
 * Of an image that goes to one repository; `docker-tags` are references with commas between them.
 *
 * @param existed whether the tag did, where the report of a run that pushes nothing cannot know.
 */
export function connectorOutputs(
  { name, folder, metadata }: Connector,
  report: Report,
  existed: boolean | 'unknown' = report.destinations[0]?.existed ?? false,
): ConnectorOutputs {
  const { repository, tags, built, destinations } = report;
  const held = destinations[0]?.held ?? [];
  const [exact = ''] = tags;
  return {
    'connector-name': name,
    'connector-type': metadata.language,
    'connector-dir': folder,
    'base-image': metadata.baseImage,
    'connector-version-tag': exact,
    'connector-image-name': exact === '' ? repository : `${repository}:${exact}`,
    // What stands for a newer version is another image.
    'docker-tags': tags
      .filter((tag) => !held.includes(tag))
      .map((tag) => `${repository}:${tag}`)
      .join(','),
    'image-exists': String(existed),
    'build-executed': String(built),
    'push-executed': String(destinations.some(({ moved }) => moved.length > 0)),
  };
}

/** Of a run: the value of each connector with commas between them; of a word for all, that of all or of any. */
export function joinedOutputs(each: readonly ConnectorOutputs[]): ConnectorOutputs {
  const joined = (name: keyof ConnectorOutputs): string => each.map((one) => one[name]).join(',');
  const any = (name: keyof ConnectorOutputs): string => String(each.some((one) => one[name] === 'true'));
  const exist = each.map((one) => one['image-exists']);
  return {
    ...(Object.fromEntries(
      connectorOutputNames.map((name) => [name, joined(name)]),
    ) as unknown as ConnectorOutputs),
    'image-exists': ['false', 'unknown'].find((word) => exist.includes(word)) ?? String(exist.length > 0),
    'build-executed': any('build-executed'),
    'push-executed': any('push-executed'),
  };
}
