/** Reads, in what buildx prints, what the pip of a custom Dockerfile compiles by itself, and says what would spare it. */
import type { Attempt } from '../build/attempts.ts';
import { normalizedName } from '../names/package-name.ts';
import type { Platform } from '../names/platform.ts';
import { plain } from './escape.ts';
import { type Step, stepName } from './steps.ts';
import { secondsText } from './units.ts';

export interface PipBuild {
  readonly target?: string;
  readonly platform?: Platform;
  /** Normalized. */
  readonly name: string;
  readonly version?: string;
  readonly seconds: number;
}

export interface PipBuildReader {
  readonly line: (text: string) => void;
  readonly builds: () => readonly PipBuild[];
}

/** The words are those of pip 9 to 26: `Building wheel for NAME (…): started`, `Created wheel for NAME: filename=…`. */
export function pipBuildReader(): PipBuildReader {
  const steps = new Map<
    string,
    { readonly name: ReturnType<typeof stepName>; readonly began: Map<string, number> }
  >();
  const found = new Map<string, PipBuild>();
  return {
    line(text) {
      const [, id = '', rest = ''] = /^#(\d+) (.*)$/.exec(plain(text).trimEnd()) ?? [];
      const step = steps.get(id);
      if (step === undefined) {
        if (rest.startsWith('[')) steps.set(id, { name: stepName(rest), began: new Map() });
        return;
      }
      const [, at = '', said = ''] = /^(\d+\.\d+)\s+(.*)$/.exec(rest) ?? [];
      const [, name = '', state = ''] =
        /^Building wheel for (\S+) \(.*\): (started|finished with status 'done')/.exec(said) ?? [];
      const [, made = '', version] = /^Created wheel for (\S+): filename=[^-\s]+-([^-\s]+)-/.exec(said) ?? [];
      const known = normalizedName(name || made);
      const key = `${id} ${known}`;
      if (state === 'started') step.began.set(known, Number(at));
      else if (state !== '') {
        const { target, platform } = step.name;
        const seconds = Number(at) - (step.began.get(known) ?? Number(at));
        found.set(key, {
          name: known,
          seconds,
          ...(target === undefined ? {} : { target }),
          ...(platform === undefined ? {} : { platform }),
        });
      } else if (version !== undefined && found.has(key)) found.set(key, { ...found.get(key)!, version });
    },
    builds: () => [...found.values()],
  };
}

/**
 * What pip compiled under emulation although it might have been spared that.
 *
 * @param attempts at compiling for the platform.
 * @param offered names and versions that were to be offered there.
 */
export function pipBuildText(
  { name, version, seconds, platform = 'linux/amd64' }: PipBuild,
  attempts: readonly Attempt[],
  offered: Readonly<Record<string, string>>,
): string {
  const failed = attempts.find((one) => one.name === name && one.why !== undefined);
  const { lacks } = attempts.findLast((one) => one.name === name && one.why === undefined) ?? {};
  const why =
    failed !== undefined
      ? `it could not be cross-compiled (${failed.why}); what its build needs belongs into build_packages`
      : offered[name] === undefined
        ? 'no requirement that can be read in the Dockerfile asks for it; write it on the line of pip'
        : lacks !== undefined
          ? `what was cross-compiled has no ${lacks.join(', ')}, and was not offered; the development package of the library that it wants belongs into build_packages`
          : version !== undefined && offered[name] !== version
            ? `pip took another release than ${offered[name]}, which was compiled for it; the index may have moved in between`
            : 'pip did not take the wheel that was offered';
  const release = version === undefined ? name : `${name} ${version}`;
  return `compiled under emulation in your Dockerfile for ${platform}: ${release}, ${secondsText(seconds)}: ${why}`;
}

/**
 * What helper stages took under emulation, and what would save it. Undefined where they took nothing.
 *
 * @param helpers names of stages that others only copy from.
 */
export function helperText(
  steps: readonly Step[],
  helpers: readonly string[],
  isEmulated: (platform: Platform) => boolean,
): string | undefined {
  const took = new Map<string, number>();
  for (const { stage, platform, runsOn, seconds, cached } of steps) {
    if (platform === undefined || cached || !helpers.includes(stage) || !isEmulated(runsOn ?? platform))
      continue;
    took.set(platform, (took.get(platform) ?? 0) + seconds);
  }
  const all = [...took].filter(([, seconds]) => seconds >= 1);
  if (all.length === 0) return undefined;
  const times = all.map(([platform, seconds]) => `${secondsText(seconds)} for ${platform}`).join(', ');
  return `the ${helpers.length === 1 ? 'stage' : 'stages'} ${helpers.join(', ')} took ${times} under emulation: COPY --from=packages / /usr/local in the last stage, in place of what it copies from there, would save that`;
}
