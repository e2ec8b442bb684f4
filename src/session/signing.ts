/** Finds out what this run signs with. */
import { inputFailure } from '../errors.ts';
import { isOlderTool } from '../names/tool-version.ts';
import type { HostedEvent, World } from '../ports.ts';
import type { Journal } from '../report/journal.ts';
import { tokenSourceOf, visibilityByToken } from '../sign/identity-token.ts';
import { parsePrivateKey } from '../sign/key.ts';
import { githubServices, parseSigningConfig, publicServices, type Services } from '../sign/services.ts';
import { openSigner, type Patience, type SignBy, type Signer, usualPatience } from '../sign/signer.ts';

export interface SigningSettings {
  /** Whether it was asked for, and not only where it is possible. */
  readonly isDemanded: boolean;
  /** In PEM; empty where the job signs as itself. */
  readonly key: string;
  readonly passphrase: string;
  /** Path of a signing config. */
  readonly config?: string;
  readonly patience?: Patience;
}

/** The libraries of Sigstore want it; all else runs on any Node 24. */
export const oldestToSign = '24.15.0';

/** Undefined, with a note, where it is not possible, and was not demanded. @throws Failure. */
export async function openSigning(
  world: World,
  journal: Journal,
  settings: SigningSettings,
  event: () => Promise<HostedEvent | undefined>,
): Promise<Signer | undefined> {
  const { isDemanded, key, passphrase, config, patience } = settings;
  const without = (why: string): undefined => {
    if (isDemanded) throw inputFailure('sign', why);
    journal.add({ is: 'note', text: `images are not signed: ${why}` });
  };
  const { node } = world.machine;
  if (isOlderTool(node, oldestToSign))
    return without(`signing needs Node ${oldestToSign.replace(/\.0$/, '')} or newer, and this is ${node}`);
  const isByJob = key === '' && config === undefined;
  const visibility = isByJob ? await visibilityOf(world, event, patience) : undefined;
  // Whoever demands it knows what is public of the job.
  const isPublic = visibility === undefined ? isDemanded : visibility === 'public';
  if (isByJob && !isPublic && !isDemanded)
    return without(
      `${visibility === undefined ? 'it is not known whether the repository is public' : `the repository is ${visibility}`}. With sign: true, GitHub's own services sign; with sign_key, a key of yours`,
    );
  const services =
    config === undefined ? (isPublic ? publicServices : githubServices) : await configured(world, config);
  const by = signBy(world, services, { key, passphrase });
  const sign = openSigner(world, by, patience);
  return by.kind === 'key' ? { sign, key: by.key } : { sign };
}

async function visibilityOf(
  world: World,
  event: () => Promise<HostedEvent | undefined>,
  patience = usualPatience,
): Promise<string | undefined> {
  const source = tokenSourceOf(world.env);
  return (await event())?.visibility ?? (source && (await visibilityByToken(world, source, patience)));
}

function signBy(
  { env }: World,
  services: Services,
  { key, passphrase }: Pick<SigningSettings, 'key' | 'passphrase'>,
): SignBy {
  if (key !== '') {
    const read = parsePrivateKey(key, passphrase);
    // The job does not sign in its place.
    if (!read.ok) throw inputFailure('sign_key', read.message);
    return { kind: 'key', key: read.value };
  }
  return { kind: 'identity', token: tokenSourceOf(env) ?? { kind: 'given', token: '' }, services };
}

async function configured({ files, clock }: World, path: string): Promise<Services> {
  const text = await files.read(path);
  if (text === undefined) throw inputFailure('signing_config', `there is no file ${path}`);
  const services = parseSigningConfig(text, clock.now());
  if (!services.ok) throw inputFailure('signing_config', services.message);
  return services.value;
}
