/** Judges the findings of the checks in an image on its platforms; only a verified image can be published. */
import { join } from 'node:path';
import { defined } from '../defined.ts';
import { Failure, type Problem } from '../errors.ts';
import type { Platform } from '../names/platform.ts';
import type { Ran, World } from '../ports.ts';
import type { ImageContent } from '../registry/content.ts';
import type { WantedRun } from '../plan/image.ts';
import type { Recipe } from '../plan/recipe.ts';
import { pathsOf } from './bake.ts';
import { specFault } from './connector-spec.ts';
import { type FindingRule, findingRule } from './finding-rules.ts';
import { readPerPlatform } from './local-output.ts';

/** A finding of a check, judged by the rule of its kind. */
export interface Finding {
  /** A row of docs/verifying.md. */
  readonly kind: string;
  /** The module, script or distribution, as a line of `verify_skip` names it. */
  readonly subject: string;
  /** The fault and the way out; further lines are the output of another program. */
  readonly message: string;
  /** A warning fails nothing. */
  readonly severity: FindingRule['severity'];
}

/** One check of `verify.py`. */
export interface CheckResult {
  /** `interpreter`, `metadata`, `imports`, `libraries`, `scripts`, `cmd`, `command`, `run`. */
  readonly name: string;
  /** No finding is fatal. */
  readonly ok: boolean;
  readonly seconds: number;
  /** What it looked at (`imported tool`); empty where nothing could be. */
  readonly message: string;
  readonly findings: readonly Finding[];
  /** Lines of `verify_skip` that had an effect. */
  readonly skipped: readonly string[];
}

/** What an image has that one which only runs has no use for. */
export interface Carried {
  /** It starts something, and as root. */
  readonly root: boolean;
  readonly compilers: readonly string[];
  /** Folders of package managers, of those of some size. */
  readonly caches: readonly { readonly path: string; readonly bytes: number }[];
}

export interface PlatformVerified {
  readonly platform: Platform;
  readonly python: string;
  readonly machine: string;
  /** Absent for an image of a Dockerfile of this program. */
  readonly carries?: Carried;
  readonly checks: readonly CheckResult[];
}

declare const proof: unique symbol;
/**
 * An image whose checks all passed (or were switched off, which the report shows). Only `verify` makes one, and
 * `verifiedParts` of those that were pushed by runs which had one.
 */
export interface Verified {
  readonly recipe: Pick<Recipe, 'image' | 'platforms'>;
  /** The content that the checks ran on. */
  readonly content: ImageContent;
  readonly platforms: readonly PlatformVerified[];
  readonly [proof]: true;
}

export interface VerifyRequest {
  readonly recipe: Recipe;
  /** Folder of the bake run of the checks: see `buildTargets`. */
  readonly folder: string;
  /** Platforms that the checks ran on; empty when verification is off. */
  readonly platforms: readonly Platform[];
  /** Every finding is fatal. */
  readonly strict: boolean;
  /** Normalized names of distributions of wheels that were cross-compiled. */
  readonly crossCompiled?: ReadonlyMap<Platform, ReadonlySet<string>>;
  /** The content that the checks ran on. */
  readonly content: () => Promise<ImageContent>;
}

/** @throws VerifyFailure with one problem for each check that failed on each platform; the report keeps the rest. */
export async function verify(world: World, request: VerifyRequest): Promise<Verified> {
  const { recipe, folder, platforms, strict, crossCompiled } = request;
  if (platforms.length === 0) return proven(recipe, await request.content(), []);
  const { verified: results } = pathsOf(recipe.image.id);
  const read = await readPerPlatform(world, join(folder, results), 'verify.json', platforms);
  const verified = read.flatMap(({ platform, text }) => {
    const crossed = crossCompiled?.get(platform) ?? new Set();
    const result = readResult(text, { strict, crossed, package: packageOf(recipe) });
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

/** An image of parts, each of which was pushed after it had passed its checks. @param content what registries hold. */
export const verifiedParts = (recipe: Verified['recipe'], content: ImageContent): Verified =>
  proven(recipe, content, []);

interface WrittenFinding extends Omit<Finding, 'severity'> {
  /** Normalized name of the one whose file is at fault, where it is known and not said by the subject. */
  readonly distribution?: string;
  /** A way out that is better than that of the kind; empty where none is known. */
  readonly advice: string;
}

/** What the image's ENTRYPOINT did with arguments. */
interface WrittenRun extends WantedRun, Ran {}

interface ResultFile extends Omit<PlatformVerified, 'platform' | 'checks'> {
  readonly checks: readonly {
    readonly name: string;
    readonly seconds: number;
    readonly message: string;
    readonly findings: readonly WrittenFinding[];
    readonly skipped: readonly string[];
    /** Judged here, by the rule that was asked for. */
    readonly ran?: WrittenRun;
  }[];
}

interface Rules extends Pick<VerifyRequest, 'strict'> {
  /** Names of distributions whose wheels were cross-compiled. */
  readonly crossed: ReadonlySet<string>;
  /** Name of the distribution that the image is for; empty where it is for none. */
  readonly package: string;
}

const packageOf = ({ image }: Recipe): string => image.content.packages?.distribution ?? '';

/** The judged result of `verify.py`; undefined where it ended early. */
function readResult(text: string, rules: Rules): Omit<PlatformVerified, 'platform'> | undefined {
  try {
    const { checks, ...rest } = JSON.parse(text) as ResultFile;
    return {
      ...rest,
      checks: checks.map(({ ran, ...written }) => {
        const check = ran === undefined ? written : { ...written, ...judgeRun(ran) };
        const findings = check.findings.map((finding) => judge(finding, rules));
        return { ...check, findings, ok: findings.every(({ severity }) => severity === 'warning') };
      }),
    };
  } catch {
    return undefined;
  }
}

/** Undefined where a run did what is expected of it. */
const faultOf: Readonly<Record<WantedRun['expects'], (ran: Ran) => string | undefined>> = {
  'connector-spec': specFault,
};

function judgeRun(ran: WrittenRun): { readonly message: string; readonly findings: WrittenFinding[] } {
  const subject = ran.arguments.join(' ');
  const message = faultOf[ran.expects](ran);
  return message === undefined
    ? { message: `\`${subject}\` printed what it must`, findings: [] }
    : { message: '', findings: [{ kind: 'run-failed', subject, message, advice: '' }] };
}

/** A kind without a rule is of another release of the checks, and fatal: it may be harmful. */
function judge({ advice, distribution, ...finding }: WrittenFinding, rules: Rules): Finding {
  const rule = findingRule(finding.kind);
  const isCrossed = rule?.fatalWhereCrossed === true && rules.crossed.has(distribution ?? rules.package);
  const [first = '', ...rest] = finding.message.split('\n');
  const wayOut = advice || rule?.advice || (isCrossed ? crossedAdvice : '');
  const sentence = wayOut === '' || /[.!?]$/.test(first) ? first : `${first}.`;
  return {
    ...finding,
    message: [`${sentence} ${wayOut}`.trim(), ...rest].join('\n').trimEnd(),
    severity: rules.strict || isCrossed ? 'fatal' : (rule?.severity ?? 'fatal'),
  };
}

const crossedAdvice = 'It was cross-compiled, and compile: auto or emulate compiles it in another way.';

const proven = (
  recipe: Verified['recipe'],
  content: ImageContent,
  platforms: readonly PlatformVerified[],
): Verified => ({ recipe, content, platforms }) as unknown as Verified;

/** Carries the results of all platforms, so that the report can show them. */
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
        ...defined({ detail: detail.length > 0 ? detail : undefined }),
      };
    });
}
