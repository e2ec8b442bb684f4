/** Builds for every platform and runs the checks there; only what was verified can be published. */
import { join } from 'node:path';
import { Failure, type Problem } from '../errors.ts';
import type { Platform } from '../names/platform.ts';
import type { World } from '../ports.ts';
import type { Image } from '../sources/plan.ts';
import { bake, type Buildx } from './buildx.ts';
import { verifiedFolder } from './bake.ts';
import { buildProblem } from './failure.ts';
import { readPerPlatform } from './local-output.ts';
import { isTemporary } from './temporary.ts';

/** One check as `verify.py` writes it. */
export interface CheckResult {
  readonly name: string;
  readonly ok: boolean;
  readonly seconds: number;
  readonly message: string;
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
  readonly image: Image;
  readonly platforms: readonly PlatformVerified[];
  readonly [proof]: true;
}

export interface VerifyRequest {
  readonly image: Image;
  /** Where the bake file is, and where the archive goes. */
  readonly folder: string;
  /** Targets of the bake file. What is exported comes from the same build as what is verified. */
  readonly targets: readonly string[];
  /** Platforms to run on; empty when verification is off. */
  readonly platforms: readonly Platform[];
  readonly onLine?: (line: string) => void;
}

/** Building again is cheap: what was done is in the builder's cache. */
const attempts = 2;

/** @throws Failure with one problem for each check that failed on each platform; the report keeps the rest. */
export async function verify(world: World, buildx: Buildx, request: VerifyRequest): Promise<Verified> {
  const { image, folder, platforms } = request;
  if (request.targets.length > 0) await build(world, buildx, request);
  if (platforms.length === 0) return { image, platforms: [] } as unknown as Verified;
  const read = await readPerPlatform(world, join(folder, verifiedFolder), 'verify.json', platforms);
  const verified = read.flatMap(({ platform, text }) => {
    const result = readResult(text);
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
  return { image, platforms: verified } as unknown as Verified;
}

/** What `verify.py` wrote; undefined where it did not come to its end. */
function readResult(text: string): Omit<PlatformVerified, 'platform'> | undefined {
  try {
    const result = JSON.parse(text) as Omit<PlatformVerified, 'platform'>;
    return Array.isArray(result.checks) ? result : undefined;
  } catch {
    return undefined;
  }
}

/** Builds, and again where the network failed. */
async function build(world: World, buildx: Buildx, request: VerifyRequest): Promise<void> {
  const { image, folder, targets } = request;
  for (let attempt = 1; ; attempt += 1) {
    const ran = await bake(world, buildx, {
      folder,
      targets,
      ...(request.onLine === undefined ? {} : { onLine: request.onLine }),
    });
    if (ran.code === 0) return;
    if (attempt === attempts || !isTemporary(ran.stderr)) {
      const about = image.checks.distribution;
      const what = `the image of ${about} could not be built`;
      throw new Failure([await buildProblem(world, { ran, about, what, base: image.bases.build })]);
    }
    world.log.warn(
      `The build failed for a reason that may pass; attempt ${attempt + 1} of ${attempts} follows.`,
    );
    await world.clock.sleep(2000 * attempt * (0.5 + Math.random()));
  }
}

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
      const [first = '', ...rest] = check.message.split('\n');
      const message = `${verified.platform}, ${check.name}: ${first}`;
      return {
        station: 'verify',
        about: verified.platform,
        message,
        ...(rest.length > 0 ? { detail: rest } : {}),
      };
    });
}
