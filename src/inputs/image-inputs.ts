/** Reads the inputs that every command which makes images takes. */
import * as building from './building.ts';
import * as image from './image.ts';
import type { InputReader } from './reader.ts';
import { foldForce, parseMaxAge, refuseDeep } from './rebuilding.ts';
import { missingRegistry, type Raw, readDestinations, readUsername } from './registry.ts';
import { type PairRule, parseEach, parsePairs, splitLines } from './splitting.ts';
import { rebuildChoices, verifyChoices } from './table.ts';
import * as values from './values.ts';
import { packageChecks, parseVerifyEnv, parseVerifySkip } from './verifying.ts';

/**
 * What {@link InputReader.done} takes, for the inputs of `ImageInputs`.
 *
 * @param usualName name of the image on the command line, where none is given.
 * @param skippable checks that `verify_skip` may leave out.
 */
export function readImageInputs(
  { given, text, one, many, say, called }: InputReader,
  raw: Raw,
  where: building.Where,
  usualName: string | undefined,
  skippable: Parameters<typeof parseVerifySkip>[1] = packageChecks,
) {
  const pairs = (name: string, rule: PairRule) => many(name, (value) => parsePairs(value, rule));
  const choice = <T extends string>(name: string, choices: readonly T[]) =>
    one(name, (value) => values.parseChoice(value, choices));
  const flag = (name: string) => one(name, values.parseFlag);

  const push = flag('push');
  const deep = flag('deep');
  const rebuild = foldForce(choice('rebuild', rebuildChoices), { force: flag('force'), push }, called, say);
  refuseDeep(deep, rebuild, called, say);
  const destinations = readDestinations(given, usualName, where, say);
  if (where === 'cli' && text('push').toLowerCase() === 'true' && (raw['registry'] ?? '').trim() === '') {
    const lack = missingRegistry(text('image_name'));
    if (lack !== undefined) say('registry', lack);
  }
  return {
    needed: {
      registry: destinations?.registry,
      repositories: destinations?.repositories,
      platforms: many('platform', values.parsePlatforms),
      labels: pairs('labels', image.labelRule),
      annotations: pairs('annotations', image.annotationRule),
      buildArgs: pairs('build_args', image.buildArgumentRule),
      secrets: many('secrets', (value) => building.parseSecrets(value, where)),
      baseRegistry: one('base_registry', building.parseBaseRegistry),
      rebuild,
      deep,
      verify: choice('verify', verifyChoices),
      verifySkip: many('verify_skip', (value) =>
        parseEach(splitLines(value), (line) => parseVerifySkip(line, skippable)),
      ),
      verifyEnv: many('verify_env', parseVerifyEnv),
      provenance: one('provenance', building.parseProvenance),
      sbom: one('sbom', building.parseSbom),
      tags: many('tags', values.parseTags),
      push,
      dryRun: flag('dry_run'),
      output: one('output', (value) => building.parseOutput(value, where)),
    },
    optional: {
      registryUsername: readUsername(raw, text('registry_username'), say),
      caBundle: one('ca_bundle', (value) => building.parsePath(value, where)),
      maxAge: one('max_age', parseMaxAge),
      verifyCommand: text('verify_command') || undefined,
      builder: one('builder', building.parseBuilder),
    },
  };
}
