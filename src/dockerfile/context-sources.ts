/** What an instruction takes from the build context. */
import { heredocWord, type Instruction, jsonWords } from './instructions.ts';
import { mountsOf } from './mounts.ts';
import { expand, type Variables } from './words.ts';

/** Files of the build context that a COPY, an ADD or a mount names. */
export interface ContextSource {
  /**
   * From the context's root, without a slash on either end; empty for all of it. Names are patterns of Go's
   * filepath.Match; a name `**` stands for any number of them.
   */
  readonly path: string;
  /** Patterns of files that are left out, from the folder that is copied; as in a `.dockerignore`. */
  readonly exclude: readonly string[];
  /** `--parents`: folders above are made too, and `exclude` begins below that many names of `path`. */
  readonly parents?: number;
}

const everything: ContextSource = { path: '', exclude: [] };

/** Rules: Dockerfile reference, "COPY", "ADD", "RUN --mount=type=bind". A source that cannot be known is all of the context. */
export function contextSources(instruction: Instruction, get: Variables, escape: string): ContextSource[] {
  switch (instruction.keyword) {
    case 'COPY':
    case 'ADD':
      return copied(instruction, get, escape);
    case 'RUN':
      return mountsOf(instruction).flatMap(({ type, from, source }) => {
        const kind = expand(type, get, escape);
        if (from !== '' || (kind !== null && kind !== 'bind')) return [];
        const path = expand(source, get, escape);
        // A mount's source is a name, and never a pattern.
        return [path === null ? everything : { path: clean(literalPath(path)), exclude: [] }];
      });
    default:
      return [];
  }
}

/** A path as a pattern that matches only itself. */
export const literalPath = (path: string): string => path.replaceAll(/[\\*?[]/g, '\\$&');

/** What is copied, without the last word, which says where to; each as written where a variable in it cannot be known. */
export function copiedWords({ rest }: Instruction, get: Variables, escape: string): (string | null)[] {
  return (jsonWords(rest) ?? rest.split(/\s+/))
    .slice(0, -1)
    .filter((word) => !heredocWord.test(word))
    .map((word) => expand(word, get, escape));
}

/** What ADD fetches instead of reading it from the context. */
export const isRemote = (word: string): boolean => /^(?:https?|git|ssh):\/\/|^[\w.-]+@[\w.-]+:/i.test(word);

function copied(instruction: Instruction, get: Variables, escape: string): ContextSource[] {
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
      if (word === null) return everything;
      if (!parents) return { path: clean(word), exclude };
      const at = word.indexOf('/./');
      const above = at < 0 ? '' : clean(word.slice(0, at));
      return { path: clean(word), exclude, parents: above === '' ? 0 : above.split('/').length };
    });
}

/** As Go's `path.Join("/", …)` makes it, without the slash: `./a/`, `/a` and `../a` are all `a`. */
function clean(path: string): string {
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return names.join('/');
}
