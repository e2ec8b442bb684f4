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

/** Of an image that goes to one repository; `docker-tags` are references with commas between them. */
export function connectorOutputs({ name, folder, metadata }: Connector, report: Report): ConnectorOutputs {
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
    'image-exists': String(destinations[0]?.existed ?? false),
    'build-executed': String(built),
    'push-executed': String(destinations.some(({ moved }) => moved.length > 0)),
  };
}
