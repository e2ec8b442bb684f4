/** How the package index is reached: its URL, who asks, and what of that the build stages are given. */
import { Failure } from '../errors.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { defaultIndexUrl } from '../package-index/default.ts';
import type { IndexAuth } from '../package-index/read.ts';
import { parseNetrc } from '../package-index/netrc.ts';
import type { World } from '../ports.ts';

export interface IndexAccess {
  readonly url: string;
  readonly auth?: IndexAuth;
  /** Path of a netrc file with the index's credentials, for programs that read one. */
  readonly netrc?: string;
  /** Path of a PEM file that is trusted. */
  readonly caBundle?: string;
  /** For buildx, besides the user's own. */
  readonly secrets: readonly string[];
}

/**
 * The index's credentials come in as the secret with the id `netrc`, a file or an environment variable in the form of
 * a netrc file: the same that pip reads inside the build.
 *
 * @throws Failure when the file or the variable is not there.
 */
export async function indexAccess(world: World, inputs: Inputs): Promise<IndexAccess> {
  const url = inputs.indexUrl ?? defaultIndexUrl;
  const trusted = inputs.caBundle === undefined ? {} : { caBundle: inputs.caBundle };
  if (inputs.caBundle !== undefined && (await world.files.read(inputs.caBundle)) === undefined) {
    throw new Failure([
      {
        station: 'input',
        about: 'ca_bundle',
        message: `There is no file "${inputs.caBundle}". ca_bundle is the path of a PEM file.`,
      },
    ]);
  }
  const secrets = inputs.caBundle === undefined ? [] : [`id=ca_bundle,src=${inputs.caBundle}`];
  const given = inputs.secrets.map(fieldsOf).find((fields) => fields['id'] === 'netrc');
  if (given === undefined) return { url, ...trusted, secrets };
  const text = given['env'] === undefined ? await readFile(world, given) : world.env[given['env']];
  if (text === undefined) {
    const where =
      given['env'] === undefined ? `file "${given['src'] ?? ''}"` : `environment variable "${given['env']}"`;
    throw new Failure([
      {
        station: 'input',
        about: 'secrets',
        message: `The secret "netrc" is not there: there is no ${where}.`,
      },
    ]);
  }
  const folder = await world.files.temporary('netrc');
  const netrc = `${folder}/netrc`;
  await world.files.write(netrc, text, 0o600);
  const auth = parseNetrc(text, new URL(url).hostname);
  return {
    url,
    ...trusted,
    secrets,
    netrc,
    ...(auth === undefined ? {} : { auth: { host: new URL(url).host, ...auth } }),
  };
}

const fieldsOf = (secret: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    secret.split(',').map((field) => [field.split('=', 1)[0] ?? '', field.slice(field.indexOf('=') + 1)]),
  );

const readFile = (world: World, fields: Readonly<Record<string, string>>) =>
  world.files.read(fields['src'] ?? fields['source'] ?? '');
