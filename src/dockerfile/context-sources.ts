import { heredocWord, type Instruction, jsonWords } from './instructions.ts';
import { mountsOf } from './mounts.ts';
import { expand, type Variables } from './words.ts';

/** A source of COPY, ADD or a mount in the build context. */
export interface ContextSource {
  /**
   * Relative to the context's root, without a slash on either end; empty for the whole context. Names are patterns of Go's
   * filepath.Match; `**` matches any number of names.
   */
  readonly path: string;
  /** Patterns as in a `.dockerignore`, relative to the copied folder. */
  readonly exclude: readonly string[];
  /** Of `--parents`, which also creates the folders above: number of names of `path` to which `exclude` is relative. */
  readonly parents?: number;
}

const wholeContext: ContextSource = { path: '', exclude: [] };

/**
 * The sources of an instruction. One with an unknown variable counts as the whole context. Rules: Dockerfile reference,
 * "COPY", "ADD", "RUN --mount=type=bind".
 */
export function contextSources(instruction: Instruction, get: Variables, escape: string): ContextSource[] {
  switch (instruction.keyword) {
    case 'COPY':
    case 'ADD':
      return copySources(instruction, get, escape);
    case 'RUN':
      return mountsOf(instruction).flatMap(({ type, from, source }) => {
        const kind = expand(type, get, escape);
        if (from !== '' || (kind !== null && kind !== 'bind')) return [];
        const path = expand(source, get, escape);
        return [path === null ? wholeContext : { path: normalized(literalPath(path)), exclude: [] }];
      });
    default:
      return [];
  }
}

/** Escapes a path into a pattern that matches it alone. */
export const literalPath = (path: string): string => path.replaceAll(/[\\*?[]/g, '\\$&');

/** Sources of a COPY or an ADD, without the last word, which is the target; null for one with an unknown variable. */
export function copiedWords({ rest }: Instruction, get: Variables, escape: string): (string | null)[] {
  return (jsonWords(rest) ?? rest.split(/\s+/))
    .slice(0, -1)
    .filter((word) => !heredocWord.test(word))
    .map((word) => expand(word, get, escape));
}

export const isRemote = (word: string): boolean => /^(?:https?|git|ssh):\/\/|^[\w.-]+@[\w.-]+:/i.test(word);

function copySources(instruction: Instruction, get: Variables, escape: string): ContextSource[] {
  const flag = (wanted: string): string[] =>
    instruction.flags.flatMap(({ name, value }) => (name === wanted ? [value] : []));
  if (instruction.keyword === 'COPY' && flag('from').some((from) => from !== '')) return [];
  const patterns = flag('exclude').map((pattern) => expand(pattern, get, escape));
  const known = patterns.filter((pattern) => pattern !== null);
  const exclude = known.length === patterns.length ? known : [];
  const parents = flag('parents').some((value) => value.toLowerCase() !== 'false');
  return copiedWords(instruction, get, escape)
    .filter((word) => word === null || instruction.keyword === 'COPY' || !isRemote(word))
    .map((word) => {
      if (word === null) return wholeContext;
      if (!parents) return { path: normalized(word), exclude };
      const at = word.indexOf('/./');
      const above = at < 0 ? '' : normalized(word.slice(0, at));
      return { path: normalized(word), exclude, parents: above === '' ? 0 : above.split('/').length };
    });
}

/** Go's `path.Join("/", …)` without the leading slash: `a` for `./a/`, `/a` and `../a`. */
function normalized(path: string): string {
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return names.join('/');
}
