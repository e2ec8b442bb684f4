/** Finds what the RUN instructions of a Dockerfile have pip or uv install. */
import { heredocWord, type Instruction, jsonWords } from './instructions.ts';
import { type Command, shellCommands } from './shell-commands.ts';
import { expand, type Variables } from './words.ts';

/** One `pip install`. */
export interface PipInstall {
  readonly tool: 'pip' | 'uv';
  /** PEP 508 as far as it can be: paths and URLs are among them. */
  readonly requirements: readonly string[];
  /** Paths in the stage. */
  readonly requirementFiles: readonly string[];
  readonly constraintFiles: readonly string[];
  /** Words with a value that the text does not tell, as they are written. */
  readonly unknown: readonly string[];
  /** Index that it is told to use; null where that is unknown. */
  readonly indexes: readonly (string | null)[];
}

export type RunInstalls =
  | { readonly is: 'read'; readonly installs: readonly PipInstall[] }
  /** What it runs is not understood, and pip may be in it. */
  | { readonly is: 'left'; readonly why: string };

/** @param shell words of the SHELL that holds for it. */
export function pipInstalls(
  instruction: Instruction,
  get: Variables,
  shell: readonly string[] = ['/bin/sh', '-c'],
): RunInstalls {
  const { rest, heredocs } = instruction;
  if (![rest, ...heredocs].some((text) => mayInstall.test(text))) return { is: 'read', installs: [] };
  const exec = jsonWords(rest);
  if (exec !== undefined) {
    const script = scriptOf(exec);
    if (script !== undefined) return ofScript(script, get);
    // No shell expands these words.
    const quoted = exec.map((word) => `'${word.replaceAll("'", `'\\''`)}'`);
    return gathered([installOf(quoted, () => undefined)]);
  }
  if (!isShell(shell[0] ?? '')) return left(`SHELL ${shell[0]} is no shell that is read here`);
  if (heredocs.length === 0) return ofScript(rest, get);
  const first = shellCommands(rest.replace(/<<.*$/s, '')).at(0) ?? [];
  const isScript =
    first.length === 0 || (isShell(first[0]!) && !first.slice(1).some((word) => !word.startsWith('-')));
  const interpreter = /^#!\s*(?:\/usr\/bin\/env\s+)?(\S+)/.exec(heredocs[0] ?? '')?.[1];
  const words = rest.split(/\s+/).filter((word) => heredocWord.test(word));
  if (!isScript || words.length !== 1 || (interpreter !== undefined && !isShell(interpreter)))
    return left('its heredoc is no script of a shell');
  return ofScript(heredocs[0]!, get);
}

const left = (why: string): RunInstalls => ({ is: 'left', why });

/** The words of every form that is read, and of some that are not. */
const mayInstall = /\b(?:pip[\d.]*|uv)\b[^]*\binstall\b/;

const isShell = (word: string): boolean => /^(?:\S*\/)?(?:ba|da|a|z|k)?sh$/.test(word);

/** The script of `sh -c SCRIPT`, of words without their quotes. */
function scriptOf(words: readonly string[]): string | undefined {
  if (!isShell(words[0] ?? '')) return undefined;
  const at = words.findIndex((word) => /^-\w*c$/.test(word));
  return at < 0 ? undefined : words.slice(at + 1).find((word) => !word.startsWith('-'));
}

function ofScript(script: string, get: Variables): RunInstalls {
  const found: (PipInstall | string | undefined)[] = [];
  // Of variables that the script sets itself, the value is another one at each place.
  const set = new Set<string>();
  const known: Variables = (name) => (set.has(name) ? null : get(name));
  for (const command of shellCommands(script)) {
    const words = withoutPrefixes(command, set);
    const inner = scriptOf(words.map((word, at) => (at === 0 ? word : withoutQuotes(word))));
    if (inner === undefined) {
      found.push(installOf(words, known, command));
      continue;
    }
    const nested = ofScript(inner, known);
    if (nested.is === 'left') return nested;
    found.push(...nested.installs);
  }
  return gathered(found);
}

function gathered(found: readonly (PipInstall | string | undefined)[]): RunInstalls {
  const why = found.find((one) => typeof one === 'string');
  if (why !== undefined) return left(why);
  return { is: 'read', installs: found.filter((one) => typeof one === 'object') };
}

/** Quotes are those of the outer shell; of what is in them, the inner one expands what the outer one does not. */
const withoutQuotes = (word: string): string =>
  word.replaceAll(
    /'([^']*)'|"((?:\\.|[^"\\])*)"|\\(.)/gs,
    (_, single?: string, double?: string, escaped?: string) =>
      single ?? double?.replaceAll(/\\(["$`\\])/g, '$1') ?? escaped ?? '',
  );

const assignment = /^(?:export|declare|local)?\s*([A-Za-z_]\w*)=/;
const wrappers = /^(?:\S*\/)?(?:sudo|exec|env|nice|command|xargs|builtin|nohup|ionice|catchsegv)$/;

function withoutPrefixes(command: Command, set: Set<string>): Command {
  let at = 0;
  for (; at < command.length; at += 1) {
    const word = command[at]!;
    const [, name] = assignment.exec(word) ?? [];
    if (name !== undefined) {
      // Only where no command follows, it stays set; those of one command do not change its own words.
      if (command.slice(at).every((other) => assignment.test(other))) set.add(name);
      continue;
    }
    if (wrappers.test(word)) {
      while (command[at + 1]?.startsWith('-') === true) at += 1;
      continue;
    }
    break;
  }
  const words = command.slice(at);
  if (words[0] === 'export') for (const word of words.slice(1)) set.add(word.split('=')[0]!);
  if (words[0] === 'for' || words[0] === 'read') for (const word of words.slice(1)) set.add(word);
  return words;
}

/** Options of pip and uv with a value, besides those that are looked at. */
const valued = new Set(
  '--target -t --prefix --root --src --cache-dir --trusted-host --upgrade-strategy --progress-bar --timeout --retries --proxy --cert --client-cert --log --exists-action --use-feature --use-deprecated --report --resume-retries --keyring-provider --resolution --prerelease --link-mode --index-strategy --exclude-newer --allow-insecure-host --group --find-links -f --only-binary --build-constraint --build-constraints -b --directory --project --color --uploaded-prior-to'.split(
    ' ',
  ),
);

/** Options with which another thing is installed than is locked here, or it is compiled in another way. */
const other = new Set(
  '--no-binary --prefer-binary --no-build --only-build --require-hashes --config-settings --config-setting -C --global-option --build-option --no-index --platform --python-version --python-platform --implementation --abi --python -p --no-build-isolation --config-file --no-config --isolated --only-final --override --overrides --system-certs'.split(
    ' ',
  ),
);
const harmlessOther = new Set(['--no-build-isolation', '--system-certs']);

const indexOptions = new Set('--index-url -i --extra-index-url --index --default-index'.split(' '));
const indexVariable = /^(?:PIP_(?:EXTRA_)?INDEX_URL|UV_(?:DEFAULT_|EXTRA_)?INDEX(?:_URL)?)$/;
const otherVariable =
  /^(?:PIP_(?:NO_BINARY|PREFER_BINARY|REQUIRE_HASHES|CONFIG_SETTINGS?|GLOBAL_OPTION|NO_INDEX|CONFIG_FILE|PLATFORM|PYTHON_VERSION|FIND_LINKS)|UV_(?:NO_BINARY|NO_BUILD|REQUIRE_HASHES|NO_INDEX|NO_CONFIG|CONFIG_FILE|PYTHON|FIND_LINKS)\w*|(?:C|CXX|CPP|LD|ARCH|RUST)FLAGS|CC|CXX)$/;

/** @param command with its prefixes, which may set variables. */
function installOf(words: Command, get: Variables, command: Command = []): PipInstall | string | undefined {
  const called = callOf(words.map(withoutQuotes));
  if (called === undefined) return undefined;
  const { tool, from } = called;
  const requirements: string[] = [];
  const requirementFiles: string[] = [];
  const constraintFiles: string[] = [];
  const unknown: string[] = [];
  const indexes: (string | null)[] = [];
  for (const word of command) {
    const [, name = ''] = assignment.exec(word) ?? [];
    if (indexVariable.test(name)) indexes.push(valueOf(word.slice(word.indexOf('=') + 1), get));
    if (otherVariable.test(name)) return `${name} is set for it`;
  }
  for (let at = from; at < words.length; at += 1) {
    const raw = words[at]!;
    const option = raw.startsWith('-') ? optionOf(raw) : undefined;
    if (option === undefined) {
      const value = valueOf(raw, get);
      if (value === null) unknown.push(raw);
      // What is not quoted may be several words, or none.
      else
        requirements.push(...(/["']/.test(raw) ? [value] : value.split(/\s+/)).filter((one) => one !== ''));
      continue;
    }
    const { name } = option;
    if (other.has(name) && !harmlessOther.has(name)) return `${name} is given`;
    const isFile = ['-r', '--requirement', '--requirements', '-c', '--constraint', '--constraints'].includes(
      name,
    );
    const isIndex = indexOptions.has(name);
    const isPath = name === '-e' || name === '--editable';
    if (!isFile && !isIndex && !isPath && !valued.has(name)) continue;
    const written = option.value ?? words[(at += 1)] ?? '';
    const value = valueOf(written, get);
    if (isIndex) indexes.push(value);
    else if (isPath) unknown.push(`${name} ${written}`);
    else if (isFile && value === null) unknown.push(`${name} ${written}`);
    else if (isFile) (/^-?-c/.test(name) ? constraintFiles : requirementFiles).push(value!);
  }
  return { tool, requirements, requirementFiles, constraintFiles, unknown, indexes };
}

function callOf(
  words: readonly string[],
): { readonly tool: 'pip' | 'uv'; readonly from: number } | undefined {
  const [program = ''] = words;
  const named = program.split('/').at(-1) ?? '';
  let at = 1;
  let tool: 'pip' | 'uv' = 'pip';
  const skip = (): void => {
    while (words[at]?.startsWith('-') === true) at += valued.has(words[at]!) ? 2 : 1;
  };
  if (/^python[\d.]*$/.test(named)) {
    const module = words.findIndex((word, index) => index > 0 && /^-\w*m$/.test(word));
    if (module < 0 || !/^pip[\d.]*$/.test(words[module + 1] ?? '')) return undefined;
    if (words.slice(1, module).some((word) => !word.startsWith('-'))) return undefined;
    at = module + 2;
  } else if (named === 'uv') {
    tool = 'uv';
    skip();
    if (words[at] !== 'pip') return undefined;
    at += 1;
  } else if (!/^pip[\d.]*$/.test(named)) return undefined;
  skip();
  return words[at] === 'install' ? { tool, from: at + 1 } : undefined;
}

function optionOf(word: string): { readonly name: string; readonly value?: string } {
  const [, name = word, value] = /^(--[\w-]+)=(.*)$/s.exec(word) ?? /^(-[rcifteC])(.+)$/s.exec(word) ?? [];
  return value === undefined ? { name } : { name, value };
}

/** Null where a command says what it is, or a variable that is not known here. */
function valueOf(word: string, get: Variables): string | null {
  const bare = word.replaceAll(/'[^']*'/g, '');
  return /\$\(|`/.test(bare) ? null : expand(word, get, '\\');
}

/** Whether an ENV or an ARG of this name changes where pip looks or what it takes. */
export const configuresPip = (name: string): boolean => indexVariable.test(name) || otherVariable.test(name);
