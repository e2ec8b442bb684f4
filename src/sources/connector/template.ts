/** The Dockerfile of a connector: the repository's own, or the one of this program. */
import { posix } from 'node:path';
import type { Files } from '../../ports.ts';
import type { Connector } from './find.ts';
import type { ConnectorLanguage } from './metadata.ts';

export interface ConnectorTemplate {
  readonly path: string;
  /** Whether it is the repository's. */
  readonly isGiven: boolean;
}

/**
 * @param given the folder in which the repository may have `Dockerfile.python-connector` and
 * `Dockerfile.manifest-only-connector`.
 * @param own this program's folder `dockerfiles`.
 */
export async function connectorTemplate(
  files: Pick<Files, 'stat'>,
  language: ConnectorLanguage,
  given: string,
  own: string,
): Promise<ConnectorTemplate> {
  const path = posix.join(given, `Dockerfile.${language}-connector`);
  const found = await files.stat(path);
  return found?.kind === 'file'
    ? { path, isGiven: true }
    : { path: posix.join(own, 'connector', `Dockerfile.${language}`), isGiven: false };
}

/**
 * Build arguments that both kinds of templates know.
 *
 * @param extraScript path of a program in the connector's folder that runs before a Python connector is installed.
 */
export const templateArguments = (
  { name, metadata }: Connector,
  extraScript?: string,
): Readonly<Record<string, string>> => ({
  BASE_IMAGE: metadata.baseImage,
  CONNECTOR_NAME: name,
  ...(extraScript === undefined || metadata.language !== 'python'
    ? {}
    : { EXTRA_PREREQS_SCRIPT: extraScript }),
});
