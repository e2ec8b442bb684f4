/** Stages, what each is made from, and which of them the image needs. */
import { type Instruction, type Instructions, triggerOf } from './instructions.ts';
import { mountsOf } from './mounts.ts';
import { expand, type Variables } from './words.ts';

/** What a FROM or `from=` names. */
export type From =
  | { readonly kind: 'stage'; readonly index: number }
  /** An image, or a context of that name. */
  | { readonly kind: 'image'; readonly reference: string }
  | { readonly kind: 'scratch' }
  /** A name with a variable in it that cannot be known, or that is then no name of an image. */
  | { readonly kind: 'unknown'; readonly written: string };

export interface Stage {
  /** In small letters; absent where it has none. */
  readonly name?: string;
  readonly base: From;
  /** Stages and images that files are taken from. */
  readonly copies: readonly From[];
  /** Without its FROM; what stages that it stands on hold back with ONBUILD comes first. */
  readonly instructions: readonly Instruction[];
}

/** ARGs before the first FROM. */
export const globalArguments = ({ instructions }: Instructions): Instruction[] => {
  const first = instructions.findIndex(({ keyword }) => keyword === 'FROM');
  return instructions.slice(0, Math.max(first, 0)).filter(({ keyword }) => keyword === 'ARG');
};

/** @param globals variables of FROM. */
export function readStages({ instructions, escape }: Instructions, globals: Variables): Stage[] {
  const stages: { name?: string; base: From; instructions: Instruction[] }[] = [];
  /** What ONBUILD holds back, by stage. */
  const held: Instruction[][] = [];
  for (const instruction of instructions) {
    if (instruction.keyword === 'FROM') {
      const [written = '', as = '', name = ''] = instruction.rest.split(/\s+/);
      const base = named(expand(written, globals, escape), written, indexes(stages));
      stages.push({
        ...(/^as$/i.test(as) ? { name: name.toLowerCase() } : {}),
        base,
        instructions: base.kind === 'stage' ? [...held[base.index]!] : [],
      });
      held.push([]);
    } else if (instruction.keyword === 'ONBUILD') {
      held.at(-1)?.push(triggerOf(instruction, escape));
    } else {
      stages.at(-1)?.instructions.push(instruction);
    }
  }
  const byName = indexes(stages);
  return stages.map((stage) => ({
    ...stage,
    copies: stage.instructions.flatMap((one) => copiesOf(one, byName, stages.length)),
  }));
}

type Indexes = ReadonlyMap<string, number>;

/** Of two stages with one name, the later one. */
const indexes = (stages: readonly { readonly name?: string }[]): Indexes =>
  new Map(stages.flatMap(({ name }, index) => (name === undefined ? [] : [[name, index]])));

function named(text: string | null, written: string, byName: Indexes): From {
  const index = text === null ? undefined : byName.get(text.toLowerCase());
  if (index !== undefined) return { kind: 'stage', index };
  if (text === null || !imageName.test(text)) return { kind: 'unknown', written };
  return text === 'scratch' ? { kind: 'scratch' } : { kind: 'image', reference: text };
}

/** What could be one, IPv6 hosts among it. A variable that is not set leaves such as `python:`. */
const imageName = /^[\w[](?:[\w.[\]/:@-]*\w)?$/;

/** Names as written: BuildKit takes variables in FROM alone, and a name with a `$` is none of an image. */
function copiesOf(instruction: Instruction, byName: Indexes, count: number): From[] {
  const plain = (from: string): From => named(from, from, byName);
  if (instruction.keyword !== 'COPY') {
    return mountsOf(instruction).flatMap(({ from }) => (from === '' ? [] : [plain(from)]));
  }
  return instruction.flags
    .filter(({ name, value }) => name === 'from' && value !== '')
    .map(({ value }) => {
      if (!/^\d+$/.test(value)) return plain(value);
      const index = Number(value);
      return index < count ? { kind: 'stage', index } : { kind: 'unknown', written: value };
    });
}

/**
 * Indexes of the stages that the last one needs, itself among them, in the file's order. Where a base cannot be known,
 * every stage before may be it.
 */
export function reachedStages(stages: readonly Stage[]): number[] {
  const reached = new Set<number>();
  const visit = (index: number): void => {
    const stage = stages[index];
    if (stage === undefined || reached.has(index)) return;
    reached.add(index);
    if (stage.base.kind === 'unknown') for (let before = 0; before < index; before += 1) visit(before);
    for (const from of [stage.base, ...stage.copies]) if (from.kind === 'stage') visit(from.index);
  };
  visit(stages.length - 1);
  return [...reached].toSorted((one, other) => one - other);
}
