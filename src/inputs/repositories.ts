/** The repositories that a command looks after, and the user who may. */
import { parseImageName, parseRegistry, splitImageName } from '../names/image-name.ts';
import { type Repository, repositoryText } from '../names/reference.ts';
import { shown } from '../names/shown.ts';
import { parsePath, type Where } from './building.ts';
import type { InputReader } from './reader.ts';
import { type Raw, readUsername } from './registry.ts';
import { parseEach, splitLines } from './splitting.ts';

export interface RepositoryInputs {
  /** At least one, each once, in the order given. */
  readonly repositories: readonly [Repository, ...Repository[]];
  /** Host that user and password belong to: the input's, else that of the first repository. */
  readonly registry: string;
  /** Set only together with a password. */
  readonly registryUsername?: string;
  /** Path of a PEM file that is trusted besides what is trusted anyway. */
  readonly caBundle?: string;
}

/** What {@link InputReader.done} takes. */
export function readRepositoryInputs(
  { text, one, say }: InputReader,
  raw: Raw,
  where: Where,
  { missing = 'it is missing: name a repository with its registry, like "ghcr.io/owner/name".' } = {},
) {
  const named = (raw['registry'] ?? '').trim();
  const registry = named === '' ? undefined : one('registry', parseRegistry);
  const lines = splitLines(text('image_name'));
  if (lines.length === 0) say('image_name', missing);
  const hosts = lines.filter((line) => named === '' && isHost(line));
  for (const host of new Set(hosts))
    say('image_name', `${shown(host)} is a registry, and names no repository in it: write "${host}/name".`);
  const names = lines.filter((line) => !hosts.includes(line));
  const alone = names.filter((line) => named === '' && splitImageName(line).registry === undefined);
  if (alone.length > 0)
    say(
      'image_name',
      `${alone.map(shown).join(', ')} needs a registry: write it in front of the name, like "ghcr.io/owner/name".`,
    );
  // A stand-in for a host that was refused, so that image_name is not blamed for it.
  const { value, messages } = parseEach(names, (line) => parseImageName(line, registry ?? 'localhost'));
  for (const message of new Set(messages)) say('image_name', message);
  const [first, ...rest] = new Map(value.map((each) => [repositoryText(each), each])).values();
  const repositories: RepositoryInputs['repositories'] | undefined = first && [first, ...rest];
  return {
    needed: { repositories, registry: registry ?? first?.registry },
    optional: {
      registryUsername: readUsername(raw, text('registry_username'), say),
      caBundle: one('ca_bundle', (value) => parsePath(value, where)),
    },
  };
}

/** A host with a port, or with a dot, and nothing after it. */
const isHost = (text: string): boolean =>
  /^(?:localhost|[\w-]+(?:\.[\w-]+)+|[\w.-]+:\d+)$/.test(text) && parseRegistry(text).ok;
