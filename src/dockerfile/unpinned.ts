/** Finds instructions that fetch unpinned content, which may change while the hashes of files and bases do not. */
import { copiedWords, isRemote } from './context-sources.ts';
import { type Instruction, jsonWords } from './instructions.ts';
import type { Variables } from './words.ts';

export interface Unpinned {
  readonly line: number;
  /** The instruction on one line, cut to 80 characters, with `***` for user and password of a URL. */
  readonly text: string;
  readonly what: 'a package manager' | 'a download' | 'a repository';
  /** Only pip fetches: what it takes may be known all the same. */
  readonly byPip?: true;
}

/** Programs that fetch, and their commands that do; without a list of commands all do. */
const fetching: readonly (readonly [what: Unpinned['what'], programs: string, commands?: string])[] = [
  ['a repository', 'git', 'clone|fetch|pull|submodule|ls-remote|lfs'],
  ['a repository', 'hg', 'clone|pull'],
  ['a repository', 'svn', 'checkout|co|export|update|up'],
  ['a download', 'curl|wget|wget2|aria2c|lftp'],
  ['a download', 'gh', 'release|repo|api'],
  ['a download', 'hf|huggingface-cli', 'download'],
  ['a download', 'aws|gsutil|rclone'],
  [
    'a package manager',
    'apt-get|apt|aptitude',
    'update|install|upgrade|dist-upgrade|full-upgrade|build-dep|source|download|satisfy',
  ],
  ['a package manager', 'apk', 'add|update|upgrade|fetch'],
  [
    'a package manager',
    'dnf|yum|microdnf|tdnf',
    'install|update|upgrade|makecache|groupinstall|localinstall|reinstall|builddep|download',
  ],
  ['a package manager', 'zypper', 'install|in|update|up|refresh|ref|patch|dup'],
  ['a package manager', 'pacman', '-S\\w*'],
  ['a package manager', 'add-apt-repository|cpan|cpanm|npx|pnpx|uvx|easy_install'],
  ['a package manager', 'rustup|nvm|sdk', 'install|update|toolchain|target|component|default'],
  ['a package manager', 'pip[\\d.]*', 'install|download|wheel'],
  ['a package manager', 'pipx', 'install|run|upgrade|inject'],
  ['a package manager', 'uv', 'sync|add|lock|run|pip|tool|python|build'],
  ['a package manager', 'poetry|pdm|pipenv|hatch|rye|pixi', 'install|add|update|sync|lock|env|build'],
  ['a package manager', 'conda|mamba|micromamba', 'install|create|update|env'],
  ['a package manager', 'npm|pnpm|bun', 'install|i|ci|add|update|exec|fetch|dlx|x'],
  ['a package manager', 'yarn'],
  ['a package manager', 'corepack', 'enable|install|prepare'],
  ['a package manager', 'gem', 'install|update|fetch'],
  ['a package manager', 'bundle|bundler', 'install|update'],
  ['a package manager', 'composer', 'install|update|require|create-project'],
  ['a package manager', 'cargo', 'install|build|fetch|update|run|test|binstall|chef'],
  ['a package manager', 'go', 'install|get|build|mod|run|test|generate'],
  ['a package manager', 'mvn|mvnw|gradle|gradlew|sbt'],
  ['a package manager', 'dotnet', 'restore|build|publish|tool|add'],
  ['a package manager', 'playwright', 'install|install-deps'],
  ['a package manager', 'brew', 'install|update|upgrade|tap'],
  ['a package manager', 'luarocks', 'install'],
];

const wordEnd = `(?=[\\s"']|$)`;

const patterns = fetching.map(([what, programs, commands]) => ({
  what,
  pattern: new RegExp(
    `^(?:\\S*/)?(?:${programs})${wordEnd}${commands === undefined ? '' : `(?:\\s+-\\S+(?:\\s+[^\\s-]\\S*)??)*?\\s+(?:${commands})${wordEnd}`}`,
  ),
}));

/**
 * Recognises known package managers and downloads in a RUN, and remote sources of an ADD without a checksum or a commit.
 * Gives at most one entry.
 */
export function unpinnedOf(instruction: Instruction, get: Variables, escape: string): Unpinned[] {
  const all =
    instruction.keyword === 'ADD'
      ? fetchedByAdd(instruction, copiedWords(instruction, get, escape))
      : fetchedByRun(instruction);
  const [first] = all.filter(({ byPip }) => byPip === undefined).concat(all);
  return first === undefined ? [] : [{ line: instruction.line, text: shortened(instruction), ...first }];
}

type Fetched = Pick<Unpinned, 'what' | 'byPip'>;

function fetchedByAdd({ flags }: Instruction, sources: readonly (string | null)[]): Fetched[] {
  if (flags.some(({ name }) => name === 'checksum')) return [];
  const remote = sources.find((word) => word !== null && isRemote(word) && !isPinned(word));
  if (remote === undefined || remote === null) return [];
  const isFile = /^https?:/i.test(remote) && !remote.replace(/[?#].*$/, '').endsWith('.git');
  return [{ what: isFile ? 'a download' : 'a repository' }];
}

/** A commit pins the content. Rule: Dockerfile reference, "Adding files from a Git repository". */
const isPinned = (word: string): boolean =>
  /\.git(?:\?.*)?#[0-9a-f]{40}(?::|$)|[?&](?:checksum|commit)=[0-9a-f]{40}(?:&|#|$)/.test(word);

const pip = /^(?:\S*\/)?(?:pip[\d.]*|uv\s+pip)\s/;

function fetchedByRun(instruction: Instruction): Fetched[] {
  if (instruction.keyword !== 'RUN') return [];
  if (instruction.flags.some(({ name, value }) => name === 'network' && value === 'none')) return [];
  return commandsOf(instruction).flatMap((command): Fetched[] => {
    const match = patterns.find(({ pattern }) => pattern.test(command));
    if (match === undefined) return [];
    return [{ what: match.what, ...(pip.test(command) && { byPip: true }) }];
  });
}

function commandsOf({ rest, heredocs }: Instruction): string[] {
  // A heredoc is a script if nothing or a shell precedes it; otherwise it is data.
  const isScript = /^(?:\S*\/)?(?:(?:ba|da|a|z|k)?sh\b[^<|;&]*)?<<-?\S+\s*$/.test(rest);
  const scripts = isScript ? heredocs : [];
  return [jsonWords(rest)?.join(' ') ?? rest, ...scripts].flatMap((script) =>
    script
      .replaceAll(/^\s*#.*$/gm, '')
      .replaceAll(/\\\n/g, ' ')
      .replaceAll(/\b(?:ba|da|a|z|k)?sh\s(?:[^;&|\n]*\s)?-\w*c\s+["']?/g, ' ; ')
      .split(/&&|\|\||[;&|\n(){}`]|\$\(|\b(?:then|do|else|if|while|until)\s/)
      .map((command) => command.trim().replace(prefixes, '')),
  );
}

const prefixes =
  /^(?:!\s+|[A-Za-z_]\w*=(?:"[^"]*"|'[^']*'|\S*)\s+|(?:\S*\/)?(?:sudo|exec|env|time|nice|command|xargs|timeout\s+\S+|python[\d.]*\s+-m)\s+(?:-\w+\s+)*)*/;

function shortened({ keyword, flags, rest, heredocs }: Instruction): string {
  const flagTexts = flags.map(({ name, value }) => `--${name}${value === '' ? '' : `=${value}`}`);
  const text = [keyword, ...flagTexts, rest, ...heredocs]
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/:\/\/[^\s/]*@/g, '://***@');
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}
