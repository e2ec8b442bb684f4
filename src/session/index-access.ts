/** Access to package indexes: credentials and certificates, for this process and for the build stages. */
import { defined } from '../defined.ts';
import { join } from 'node:path';
import { getCACertificates } from 'node:tls';
import { Failure } from '../errors.ts';
import { type BuildSecret, buildxSecret } from '../names/build-secret.ts';
import type { IndexAuth } from '../package-index/read.ts';
import { parseNetrc } from '../package-index/netrc.ts';
import type { World } from '../ports.ts';

export interface IndexSettings {
  /** Path of a PEM file. */
  readonly caBundle?: string;
  readonly secrets: readonly BuildSecret[];
}

export interface IndexAccess {
  /** Credentials of an index, by its URL; undefined where there are none. */
  readonly authOf: (url: string) => IndexAuth | undefined;
  /** Path of a netrc file with the credentials, for programs that read one. */
  readonly netrc?: string;
  /** Path of a PEM file that is trusted. */
  readonly caBundle?: string;
  /** The user's own and those of indexes, as buildx takes them. */
  readonly secrets: readonly string[];
}

/**
 * Credentials come in as the secret with the id `netrc`, a file or an environment variable in the form of a netrc file,
 * with a line for each index: the same that pip reads inside the build. A CA bundle adds to the certificates that are
 * trusted anyway: programs that read a single file get one with all of them.
 *
 * @throws Failure when a file or a variable is missing.
 */
export async function indexAccess(world: World, inputs: IndexSettings): Promise<IndexAccess> {
  const caBundle = inputs.caBundle === undefined ? undefined : await wholeTrust(world, inputs.caBundle);
  const trusted = defined({ caBundle });
  const ofIndex: BuildSecret[] =
    caBundle === undefined ? [] : [{ id: 'ca_bundle', from: { kind: 'file', path: caBundle } }];
  const secrets = [...inputs.secrets.map((secret) => absolute(world, secret)), ...ofIndex].map(buildxSecret);
  const given = inputs.secrets.find(({ id }) => id === 'netrc');
  if (given === undefined) return { authOf: () => undefined, ...trusted, secrets };
  const { from } = given;
  const text = from.kind === 'file' ? await world.files.read(from.path) : world.env[from.name];
  if (text === undefined) {
    const where = from.kind === 'file' ? `file "${from.path}"` : `environment variable "${from.name}"`;
    throw new Failure([
      {
        station: 'input',
        about: 'secrets',
        message: `The secret "netrc" is not there: there is no ${where}.`,
      },
    ]);
  }
  const netrc = join(await world.files.temporary('netrc'), 'netrc');
  await world.files.write(netrc, text, 0o600);
  const authOf = (url: string): IndexAuth | undefined => {
    const { host, hostname } = new URL(url);
    const entry = parseNetrc(text, hostname);
    return entry && { host, ...entry };
  };
  return { authOf, ...trusted, secrets, netrc };
}

/** A file of the user's certificates and those that this process trusts. */
async function wholeTrust(world: World, path: string): Promise<string> {
  const pem = await world.files.read(path);
  if (pem === undefined) {
    const message = `There is no file "${path}". ca_bundle is the path of a PEM file.`;
    throw new Failure([{ station: 'input', about: 'ca_bundle', message }]);
  }
  const whole = join(await world.files.temporary('trust'), 'ca.pem');
  await world.files.write(
    whole,
    [...getCACertificates('default'), pem].map((one) => `${one.trim()}\n`).join(''),
  );
  return whole;
}

/** buildx runs in another folder, where a relative path would mean another file. */
const absolute = ({ files }: Pick<World, 'files'>, { id, from }: BuildSecret): BuildSecret => ({
  id,
  from: from.kind === 'file' ? { kind: 'file', path: files.absolute(from.path) } : from,
});
