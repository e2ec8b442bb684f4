/** What the command `connector` takes, validated. Its own inputs are called as those of Airbyte's action. */
import { type Parsed, parsed, refused } from '../errors.ts';
import { parseTag, type Tag } from '../names/reference.ts';
import { shown } from '../names/shown.ts';
import { parseReference } from '../registry/reference.ts';
import { parsePath, type Where } from './building.ts';
import { buildArgumentRule } from './image.ts';
import { readMakingInputs } from './image-inputs.ts';
import type { MakingInputs } from './inputs.ts';
import { inputReader, type Read } from './reader.ts';
import { refuseDeep } from './rebuilding.ts';
import { type Env, type Raw, readUsername, type Say } from './registry.ts';
import { type Changed, parseChanged, parseConcurrency } from './several.ts';
import { type PairRule, splitList } from './splitting.ts';
import { rebuildChoices, releaseChoices } from './choices.ts';
import { parseChoice, parseFlag } from './values.ts';
import { imageChecks } from './verifying.ts';

/** Paths are as they were given, from the working directory. */
export interface ConnectorInputs extends MakingInputs {
  /** Names of connectors, and globs; empty only where `changed` chooses. */
  readonly names: readonly string[];
  readonly changed?: Changed;
  /** Folder with the connectors. */
  readonly connectors: string;
  /** Folder that may have the repository's Dockerfiles. */
  readonly templates: string;
  /** Path of a program in a connector's folder. */
  readonly extraScript?: string;
  /** A host with the names that go before that of a connector: `docker.io/airbyte`. */
  readonly destination: Destination;
  readonly release?: (typeof releaseChoices)[number];
  readonly tag?: Tag;
  readonly pushLatest?: boolean;
  readonly push: boolean;
  /** Whether images that exist are looked into; only with `stale`. */
  readonly deep: boolean;
  /** So many connectors at once, 1 to 64. */
  readonly concurrency: number;
}

interface Destination {
  /** As it was given, without a slash at its end. */
  readonly text: string;
  /** Host of the registry. */
  readonly registry: string;
}

/** What user and password belong to, wherever the images go: another host must not see them. */
const dockerHub = 'docker.io';

export function readConnectorInputs(raw: Raw, where: Where, env: Env = {}): Read<ConnectorInputs> {
  const reader = inputReader('connector', raw, where, env);
  const { given, text, one, many, say, called, done } = reader;
  const path = (name: string) => one(name, (value) => parsePath(value, where));
  const names = many('connector-name', (value) => ({ value: [...new Set(splitList(value))], messages: [] }));
  if (given('connector-name') === '' && text('changed') === '')
    say(
      'connector-name',
      `it is missing: name connectors, like "source-faker", or give ${called('changed')}.`,
    );
  const isDry = one('dry-run', parseFlag);
  const deep = one('deep', parseFlag);
  const making = readMakingInputs(reader, where, { skippable: imageChecks, buildArgument });
  const rebuild = rebuildOf(
    one('rebuild', (value) => parseChoice(value, rebuildChoices)),
    { isForced: one('force-publish', parseFlag) === true, isDry: isDry === true },
    called,
    say,
  );
  refuseDeep(deep, rebuild, called, say);
  return done(
    {
      ...making.needed,
      names,
      registry: dockerHub,
      connectors: path('connectors-dir'),
      templates: path('dockerfile-templates'),
      destination: one('registry', parseDestination),
      push: isDry === undefined ? undefined : !isDry,
      rebuild,
      deep,
      concurrency: one('concurrency', parseConcurrency),
    },
    {
      ...making.optional,
      changed: one('changed', parseChanged),
      extraScript: one('extra-prereqs-script', parseScript),
      release: one('release-type', (value) => parseChoice(value, releaseChoices)),
      tag: one('tag-override', parseTag),
      pushLatest: one('push-latest', parseFlag),
      registryUsername: readUsername(raw, text('docker-hub-username'), say, {
        username: 'docker-hub-username',
        password: 'docker-hub-password',
      }),
    },
  );
}

function parseDestination(text: string): Parsed<Destination> {
  const prefix = text.replace(/\/+$/, '');
  const rule = 'it is the host of a registry and names in it, like "docker.io/airbyte"';
  const result = parseReference(`${prefix}/connector`);
  if (!result.ok || !/^(?:[^/]*[.:][^/]*|localhost)(?:\/|$)/.test(prefix) || prefix.includes('@'))
    return refused(`${shown(text)} is no place for images: ${rule}.`);
  return parsed({ text: prefix, registry: result.value.repository.registry });
}

/** Undefined where it was refused before. Of both together the original says the same. */
function rebuildOf(
  rebuild: MakingInputs['rebuild'] | undefined,
  { isForced, isDry }: { readonly isForced: boolean; readonly isDry: boolean },
  called: (name: string) => string,
  say: Say,
): MakingInputs['rebuild'] | undefined {
  if (isForced && isDry)
    say(
      'force-publish',
      `it publishes in any case, and with ${called('dry-run')}, which is the default, nothing is published: switch one of them off.`,
    );
  if (isForced && (rebuild === 'missing' || rebuild === 'never'))
    say(
      'force-publish',
      `it builds in any case, and ${called('rebuild')} "${rebuild}" does not: drop one of them.`,
    );
  if (isDry && rebuild === 'never')
    say(
      'rebuild',
      `with "never" nothing is built, and with ${called('dry-run')} nothing else is left to do.`,
    );
  return isForced ? 'always' : rebuild;
}

/** Build arguments that follow from the connector. */
const ownArguments: readonly string[] = ['BASE_IMAGE', 'CONNECTOR_NAME', 'EXTRA_PREREQS_SCRIPT'];

const buildArgument: PairRule = {
  example: 'EXTRA_BUILD_SCRIPT=build.sh',
  check: (key, entry) =>
    ownArguments.includes(key)
      ? `${shown(key)} follows from the connector and the inputs: take another name.`
      : buildArgumentRule.check(key, entry),
};

/** A template runs it as `./NAME`, in a shell. */
function parseScript(text: string): Parsed<string> {
  if (/^[\w][\w.-]*(?:\/[\w][\w.-]*)*$/.test(text) && text.length <= 200) return parsed(text);
  return refused(
    `${shown(text)} is no path in the folder of a connector: it has letters, digits, ".", "-" and "_", like "scripts/prepare.sh".`,
  );
}
