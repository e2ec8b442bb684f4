import { type Instruction, type Instructions, triggerOf } from './instructions.ts';
import { mountsOf } from './mounts.ts';
import { expand, type Variables } from './words.ts';

export type From =
  | { readonly kind: 'stage'; readonly index: number }
  | { readonly kind: 'image'; readonly reference: string; readonly written: string }
  | { readonly kind: 'scratch' }
  /** A name with an unknown variable, or one that is not valid for an image. */
  | { readonly kind: 'unknown'; readonly written: string };

export interface Stage {
  readonly name?: string;
  readonly base: From;
  /** Of its FROM. */
  readonly line: number;
  /** Whether its FROM takes the image for another platform than that of the build, as `--platform=$BUILDPLATFORM` does. */
  readonly hasOwnPlatform: boolean;
  readonly copies: readonly From[];
  /** Without FROM, and beginning with the ONBUILD triggers of the stage that it is built on. */
  readonly instructions: readonly Instruction[];
  /** Instructions behind its own ONBUILD. */
  readonly triggers: readonly Instruction[];
}

/** By reference, the ONBUILD triggers of images. A stage that is built on such an image begins with them. */
export type Triggers = Readonly<Record<string, readonly Instruction[]>>;

export const globalArguments = ({ instructions }: Instructions): Instruction[] => {
  const first = instructions.findIndex(({ keyword }) => keyword === 'FROM');
  return instructions.slice(0, Math.max(first, 0)).filter(({ keyword }) => keyword === 'ARG');
};

/** @param ofImages triggers of images that are known; none are handed on to a second stage (Dockerfile reference, "ONBUILD"). */
export function readStages(
  { instructions, escape }: Instructions,
  globals: Variables,
  ofImages: Triggers = {},
): Stage[] {
  const stages: (Omit<Stage, 'copies' | 'instructions' | 'triggers'> & {
    readonly instructions: Instruction[];
    readonly triggers: Instruction[];
  })[] = [];
  for (const instruction of instructions) {
    if (instruction.keyword === 'FROM') {
      const [written = '', as = '', name = ''] = instruction.rest.split(/\s+/);
      const base = sourceOf(expand(written, globals, escape), written, indexes(stages));
      stages.push({
        ...(/^as$/i.test(as) ? { name: name.toLowerCase() } : {}),
        base,
        line: instruction.line,
        hasOwnPlatform: instruction.flags.some(
          ({ name: flag, value }) => flag === 'platform' && !/^\$\{?TARGETPLATFORM\}?$/.test(value),
        ),
        instructions: [
          ...(base.kind === 'stage' ? stages[base.index]!.triggers : []),
          ...(base.kind === 'image' && Object.hasOwn(ofImages, base.reference)
            ? ofImages[base.reference]!
            : []),
        ],
        triggers: [],
      });
    } else if (instruction.keyword === 'ONBUILD') {
      stages.at(-1)?.triggers.push(triggerOf(instruction, escape));
    } else {
      stages.at(-1)?.instructions.push(instruction);
    }
  }
  const byName = indexes(stages);
  return stages.map((stage) => ({
    ...stage,
    copies: stage.instructions.flatMap((instruction) => copiesOf(instruction, byName, stages.length)),
  }));
}

type Indexes = ReadonlyMap<string, number>;

const indexes = (stages: readonly { readonly name?: string }[]): Indexes =>
  new Map(stages.flatMap(({ name }, index) => (name === undefined ? [] : [[name, index]])));

function sourceOf(text: string | null, written: string, byName: Indexes): From {
  const index = text === null ? undefined : byName.get(text.toLowerCase());
  if (index !== undefined) return { kind: 'stage', index };
  if (text === null || !imageName.test(text)) return { kind: 'unknown', written };
  return text === 'scratch' ? { kind: 'scratch' } : { kind: 'image', reference: text, written };
}

/** Any possible name, with IPv6 hosts. An unset variable leaves an invalid one, such as `python:`. */
const imageName = /^[\w[](?:[\w.[\]/:@-]*\w)?$/;

/** Names stay as written, since BuildKit expands variables in FROM only. */
function copiesOf(instruction: Instruction, byName: Indexes, count: number): From[] {
  const literalSource = (from: string): From => sourceOf(from, from, byName);
  if (instruction.keyword !== 'COPY') {
    return mountsOf(instruction).flatMap(({ from }) => (from === '' ? [] : [literalSource(from)]));
  }
  return instruction.flags
    .filter(({ name, value }) => name === 'from' && value !== '')
    .map(({ value }) => {
      if (!/^\d+$/.test(value)) return literalSource(value);
      const index = Number(value);
      return index < count ? { kind: 'stage', index } : { kind: 'unknown', written: value };
    });
}

/**
 * Indexes of the last stage and the stages that it needs, in order. An unknown base may be any earlier stage, so all of
 * them count.
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
