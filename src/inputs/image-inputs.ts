/** Reads the inputs that commands which make images share. */
import * as building from './building.ts';
import * as image from './image.ts';
import type { InputReader } from './reader.ts';
import { foldForce, parseMaxAge, refuseDeep } from './rebuilding.ts';
import { missingRegistry, type Raw, readDestinations, readUsername, type RegistryUse } from './registry.ts';
import { type PairRule, parseEach, parsePairs, splitLines } from './splitting.ts';
import { rebuildChoices, verifyChoices } from './choices.ts';
import { readBaseSignature, readSigning } from './signing.ts';
import * as values from './values.ts';
import { packageChecks, parseVerifyEnv, parseVerifySkip } from './verifying.ts';

/** What {@link InputReader.done} takes, for what all of them share, wherever their images go. */
export function readMakingInputs(
  { text, one, many, called }: InputReader,
  where: building.Where,
  { skippable, buildArgument }: MakingRules,
) {
  const pairs = (name: string, rule: PairRule) => many(name, (value) => parsePairs(value, rule));
  const platforms = many('platform', values.parsePlatforms);
  return {
    needed: {
      platforms,
      optionalPlatforms: many('platform_optional', (value) =>
        values.parseOptionalPlatforms(value, platforms, called('platform')),
      ),
      labels: pairs('labels', image.labelRule),
      annotations: pairs('annotations', image.annotationRule),
      buildArgs: pairs('build_args', buildArgument ?? image.buildArgumentRule),
      secrets: many('secrets', (value) => building.parseSecrets(value, where)),
      baseRegistry: one('base_registry', building.parseBaseRegistry),
      verify: one('verify', (value) => values.parseChoice(value, verifyChoices)),
      verifySkip: many('verify_skip', (value) =>
        parseEach(splitLines(value), (line) => parseVerifySkip(line, skippable)),
      ),
      verifyEnv: many('verify_env', parseVerifyEnv),
      provenance: one('provenance', building.parseProvenance),
      sbom: one('sbom', building.parseSbom),
    },
    optional: {
      caBundle: one('ca_bundle', (value) => building.parsePath(value, where)),
      maxAge: one('max_age', parseMaxAge),
      verifyCommand: text('verify_command') || undefined,
      builder: one('builder', building.parseBuilder),
    },
  };
}

interface MakingRules {
  /** Checks that `verify_skip` may leave out. */
  readonly skippable: Parameters<typeof parseVerifySkip>[1];
  readonly buildArgument?: PairRule;
}

/**
 * What {@link InputReader.done} takes, for the inputs of `ImageInputs`.
 *
 * @param usualName name of the image on the command line, where none is given.
 * @param skippable checks that `verify_skip` may leave out.
 * @param use what the registry is for.
 */
export function readImageInputs(
  reader: InputReader,
  raw: Raw,
  where: building.Where,
  usualName: string | undefined,
  skippable: Parameters<typeof parseVerifySkip>[1] = packageChecks,
  use?: RegistryUse,
) {
  const { given, text, one, many, say, called, env } = reader;
  const flag = (name: string) => one(name, values.parseFlag);
  const making = readMakingInputs(reader, where, { skippable });

  const destination = one('push', (value) => values.parsePush(value, env));
  const push = destination && destination === 'registry';
  const destinations = readDestinations(given, usualName, where, say);
  if (where === 'cli' && text('push').toLowerCase() === 'true' && (raw['registry'] ?? '').trim() === '') {
    const lack = missingRegistry(text('image_name'), use);
    if (lack !== undefined) say('registry', lack);
  }
  const asked = one('rebuild', (value) => values.parseChoice(value, rebuildChoices));
  const rebuild = foldForce(
    asked,
    { force: flag('force'), push: destination && destination !== 'layout' },
    called,
    say,
  );
  const deep = flag('deep');
  refuseDeep(deep, rebuild, called, say);
  return {
    needed: {
      ...making.needed,
      registry: destinations?.registry,
      repositories: destinations?.repositories,
      rebuild,
      deep,
      tags: many('tags', values.parseTags),
      push,
      trial: destination && destination === 'nowhere',
      dryRun: flag('dry_run'),
      output: one('output', (value) => building.parseOutput(value, where)),
    },
    optional: {
      ...making.optional,
      registryUsername: readUsername(raw, text('registry_username'), say),
      baseSignature: readBaseSignature(reader, where),
      signing: readSigning(reader, raw, where, { push, use }),
    },
  };
}
