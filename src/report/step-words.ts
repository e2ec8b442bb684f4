/** What the steps of the rendered Dockerfiles do, in words: a RUN's first sixty characters are its mounts. */
import type { Platform } from '../names/platform.ts';
import type { Step } from './steps.ts';

interface Row {
  /** Where two stages have the same command for different ends. */
  readonly stage?: string;
  /** Of the instruction: a program's name or what is copied, which stay when options around them change. */
  readonly command: RegExp;
  readonly words: string;
  /** Runs on the build machine and is told no platform: the one that buildx names is where it runs, not what it is for. */
  readonly withoutPlatform?: true;
}

const rows: readonly Row[] = [
  // With build-base stands the compiler of Alpine; runtime packages come without.
  { command: /^RUN .*\bbuild-base\b/s, words: 'install the compiler and build packages' },
  { command: /^RUN .*\b(?:apt-get|apk add)\b/s, words: 'install the runtime packages' },
  { command: /\/runtime\.py\b/, words: 'prepare the runtime packages' },
  { command: /\/tools\.py\b/, words: 'fetch the tools that compile', withoutPlatform: true },
  { stage: 'native-sources', command: /\/sources\.py\b/, words: 'fetch the sources', withoutPlatform: true },
  { command: /\/sources\.py\b/, words: 'fetch the sources' },
  { command: /\/compile\.py\b.*--sysroot\b/s, words: 'cross-compile' },
  { command: /\/compile\.py\b/, words: 'compile on the build machine', withoutPlatform: true },
  { command: /\/compile\.sh\b/, words: 'compile what is left' },
  { command: /\/needs\.py\b/, words: 'read what the compiled wheels need', withoutPlatform: true },
  // Where every platform installs the same, the stage has no such variable, and it stays as it is written.
  { command: /\/install\.py\b.*\/lock\/\$TARGETARCH/s, words: 'install the wheels', withoutPlatform: true },
  { command: /\/install\.py\b/, words: 'install the wheels' },
  { command: /\/facts\.py\b/, words: 'read what the base holds' },
  { command: /\bpip compile\b/, words: 'resolve the requirements', withoutPlatform: true },
  {
    command: /\/offer\.py --library\b/,
    words: 'compile the bytecode of the library and of pip',
    withoutPlatform: true,
  },
  // As with the wheels that are installed.
  {
    command: /\/offer\.py\b.*\/lock\/\$TARGETARCH/s,
    words: 'gather what pip is offered',
    withoutPlatform: true,
  },
  { command: /\/offer\.py\b/, words: 'gather what pip is offered' },
  { stage: 'offered', command: /^COPY .*--from=library\b/, words: 'collect the bytecode' },
  { stage: 'offered', command: /^COPY .*--from=gather\b/, words: 'collect what pip is offered' },
  { command: /\/bytecode\.py\b/, words: "compile the standard library's bytecode", withoutPlatform: true },
  { stage: 'look', command: /^COPY <<environment\b/, words: 'read what the image sets' },
  { command: /\/interpreter\.py\b/, words: "find the image's Python" },
  { command: /\/survey\.py\b/, words: "read the image's files" },
  { stage: 'run', command: /\/run\.sh\b/, words: 'verify' },
  { command: /\/judge\.py\b/, words: 'judge the checks', withoutPlatform: true },
  { command: /^COPY .*--from=(?:interpreter|survey)\b/, words: 'put the start of the checks into the image' },
  { command: /\/verify\.py\b/, words: 'verify' },
  { command: /\bpip install\b.*--prefix\b/s, words: 'resolve and install with pip' },
  { command: /\/install\/removed\b/, words: 'remove what newer versions replace' },
  { command: /\/account\.sh\b/, words: 'make the account' },
  { command: /^COPY .*--from=cross\b/, words: 'take over what was cross-compiled' },
  { command: /^COPY .*--from=compiled\b/, words: 'collect how it was compiled' },
  { command: /^COPY .*--from=needs\b/, words: 'collect the compiled wheels' },
  { stage: 'packages', command: /^COPY .*--from=install\b/, words: 'collect what is installed' },
  { command: /^COPY .*--from=(?:install|packages)\b/, words: 'put what is installed onto the base' },
  { command: /^COPY .*--from=read\b/, words: 'collect what the base holds' },
  { stage: 'resolve', command: /^COPY .*--from=run\b/, words: 'collect the lock', withoutPlatform: true },
  { command: /^COPY .*--from=run\b/, words: 'collect the results of the checks' },
  { command: /\/exports\.py\b/, words: 'take files out of the image' },
  { stage: 'exports', command: /^COPY .*--from=take\b/, words: 'collect the files' },
  { stage: 'verify', command: /^COPY .*--from=judge\b/, words: 'collect the results of the checks' },
];

/** `verify linux/arm64`; undefined for an instruction of no rendered Dockerfile. */
export function stepWords(step: Pick<Step, 'stage' | 'name' | 'platform' | 'runsOn'>): string | undefined {
  const { stage, name, platform, runsOn } = step;
  const [, image] = /^FROM (\S+)/.exec(name) ?? [];
  // What is pulled is for where the stage runs.
  if (image !== undefined) return forPlatform(`pull ${shortImage(image)}`, runsOn ?? platform);
  const row = rows.find((one) => (one.stage ?? stage) === stage && one.command.test(name));
  if (row === undefined) return undefined;
  if (row.words === 'verify') return platform === undefined ? 'verify' : `verify ${platform}`;
  return row.withoutPlatform === true ? row.words : forPlatform(row.words, platform);
}

/** `arm/v7`: every platform here is Linux. */
export const shortPlatform = (platform: Platform): string => platform.replace(/^linux\//, '');

/** `install the wheels for arm/v7`. */
export const forPlatform = (words: string, platform: Platform | undefined): string =>
  platform === undefined ? words : `${words} for ${shortPlatform(platform)}`;

/** As people write it: without a digest, and of Docker Hub's official images the name alone. */
const shortImage = (image: string): string =>
  image.replace(/@sha256:.*/, '').replace(/^docker\.io\/(?:library\/)?/, '');
