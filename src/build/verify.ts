/** Judges what the checks found in an image on its platforms; only what was verified can be published. */
import { join } from 'node:path';
import { Failure, type Problem } from '../errors.ts';
import type { Platform } from '../names/platform.ts';
import type { World } from '../ports.ts';
import type { ImageContent } from '../registry/content.ts';
import type { Recipe } from '../plan/recipe.ts';
import { placesOf } from './bake.ts';
import { type FindingRule, findingRule } from './finding-rules.ts';
import { readPerPlatform } from './local-output.ts';

/** One thing that a check found, judged by the rule of its kind. */
export interface Finding {
  readonly kind: string;
  /** The module, script or distribution, as a line of `verify_skip` names it. */
  readonly subject: string;
  /** What is wrong, and the way out; more lines are the output of another program. */
  readonly message: string;
  readonly severity: FindingRule['severity'];
}

/** One check of `verify.py`. */
export interface CheckResult {
  readonly name: string;
  /** Nothing fatal was found. */
  readonly ok: boolean;
  readonly seconds: number;
  /** What was looked at. */
  readonly message: string;
  readonly findings: readonly Finding[];
  /** Lines of `verify_skip` that left something out. */
  readonly skipped: readonly string[];
}

export interface PlatformVerified {
  readonly platform: Platform;
  readonly python: string;
  readonly machine: string;
  readonly checks: readonly CheckResult[];
}

declare const proof: unique symbol;
/** An image whose checks all passed (or were switched off, which the report shows). Only `verify` makes one. */
export interface Verified {
  readonly recipe: Recipe;
  /** The very content that was run. */
  readonly content: ImageContent;
  readonly platforms: readonly PlatformVerified[];
  readonly [proof]: true;
}

export interface VerifyRequest {
  readonly recipe: Recipe;
  /** Where buildx has run the checks: see `buildTargets`. */
  readonly folder: string;
  /** Platforms that they ran on; empty when verification is off. */
  readonly platforms: readonly Platform[];
  /** Every finding is fatal. */
  readonly strict: boolean;
  /** Gives what was run. */
  readonly content: () => Promise<ImageContent>;
}

/** @throws VerifyFailure with one problem for each check that failed on each platform; the report keeps the rest. */
export async function verify(world: World, request: VerifyRequest): Promise<Verified> {
  const { recipe, folder, platforms, strict } = request;
  if (platforms.length === 0) return proven(recipe, await request.content(), []);
  const { verified: results } = placesOf(recipe.image.id);
  const read = await readPerPlatform(world, join(folder, results), 'verify.json', platforms);
  const verified = read.flatMap(({ platform, text }) => {
    const result = readResult(text, strict);
    return result === undefined ? [] : [{ ...result, platform }];
  });
  const problems = [
    ...platforms
      .filter((platform) => !verified.some((one) => one.platform === platform))
      .map((platform): Problem => ({
        station: 'verify',
        about: platform,
        message: `${platform}: the checks left no result.`,
      })),
    ...verified.flatMap(failedChecks),
  ];
  if (problems.length > 0) throw new VerifyFailure(problems, verified);
  return proven(recipe, await request.content(), verified);
}

interface WrittenFinding extends Omit<Finding, 'severity'> {
  /** A way out that is better than that of the kind; empty where none is known. */
  readonly advice: string;
}

interface Written extends Omit<PlatformVerified, 'platform' | 'checks'> {
  readonly checks: readonly {
    readonly name: string;
    readonly seconds: number;
    readonly message: string;
    readonly findings: readonly WrittenFinding[];
    readonly skipped: readonly string[];
  }[];
}

/** What `verify.py` wrote, judged; undefined where it did not come to its end. */
function readResult(text: string, strict: boolean): Omit<PlatformVerified, 'platform'> | undefined {
  try {
    const { checks, ...rest } = JSON.parse(text) as Written;
    return {
      ...rest,
      checks: checks.map((check) => {
        const findings = check.findings.map((one) => judged(one, strict));
        return { ...check, findings, ok: findings.every(({ severity }) => severity === 'warning') };
      }),
    };
  } catch {
    return undefined;
  }
}

/** A kind that this program has no rule for comes from another release of the checks: nobody can say it is harmless. */
function judged({ advice, ...found }: WrittenFinding, strict: boolean): Finding {
  const rule = findingRule(found.kind);
  const [first = '', ...rest] = found.message.split('\n');
  const wayOut = advice || rule?.advice || '';
  const sentence = wayOut === '' || /[.!?]$/.test(first) ? first : `${first}.`;
  return {
    ...found,
    message: [`${sentence} ${wayOut}`.trim(), ...rest].join('\n'),
    severity: strict ? 'fatal' : (rule?.severity ?? 'fatal'),
  };
}

const proven = (recipe: Recipe, content: ImageContent, platforms: readonly PlatformVerified[]): Verified =>
  ({ recipe, content, platforms }) as unknown as Verified;

/** Carries what was seen on every platform, so that the report can show it. */
export class VerifyFailure extends Failure {
  readonly platforms: readonly PlatformVerified[];
  constructor(problems: readonly Problem[], platforms: readonly PlatformVerified[]) {
    super(problems);
    this.platforms = platforms;
  }
}

function failedChecks(verified: PlatformVerified): Problem[] {
  return verified.checks
    .filter((check) => !check.ok)
    .map((check) => {
      const fatal = check.findings.filter(({ severity }) => severity === 'fatal');
      const lines = fatal.map(({ message }) => message.split('\n'));
      const detail = lines.flatMap(([, ...rest]) => rest);
      return {
        station: 'verify',
        about: verified.platform,
        message: `${verified.platform}, ${check.name}: ${lines.map(([first]) => first).join('; ')}`,
        ...(detail.length > 0 ? { detail } : {}),
      };
    });
}
