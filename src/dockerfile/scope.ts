/** Values of variables: before the first FROM, and in a stage. By hand: BuildKit's scoping exists in Go alone. */
import type { Platform } from '../names/platform.ts';
import type { Instruction, Instructions } from './instructions.ts';
import { expand, type Value, type Variables, words } from './words.ts';

export type BuildArguments = Readonly<Record<string, string>>;

/** Variables that BuildKit sets. The values of `BUILD…` are unknown here. */
const predefined = /^(?:BUILD|TARGET)(?:PLATFORM|OS|OSVERSION|ARCH|VARIANT)$|^TARGETSTAGE$/;

/** Variables in the ENV of Python's images. Builders differ on the value of an ARG with such a name. */
const setByBases = /^(?:PATH|LANG|GPG_KEY|PYTHON_\w+)$/;

/**
 * Variables for FROM: the ARGs before the first FROM, and those of BuildKit. Rules: Dockerfile reference, "Understand how
 * ARG and FROM interact", "Automatic platform ARGs in the global scope".
 *
 * @param platform of the build; without it, the variables of the platform are unknown.
 */
export function globalScope(
  args: readonly Instruction[],
  buildArguments: BuildArguments,
  platform: Platform | undefined,
  escape: string,
): Variables {
  const values = new Map<string, Value>(
    Object.entries(platform === undefined ? {} : targetArguments(platform)),
  );
  const get: Variables = (name) => {
    if (predefined.test(name) && buildArguments[name] !== undefined) return buildArguments[name];
    return values.has(name) ? values.get(name) : predefined.test(name) ? null : undefined;
  };
  for (const { name, value } of args.flatMap((arg) => assignments(arg, escape))) {
    const newValue = buildArguments[name] ?? (value === undefined ? undefined : expand(value, get, escape));
    if (newValue !== undefined) values.set(name, newValue);
  }
  return get;
}

function targetArguments(platform: Platform): Record<string, string> {
  const [os = '', arch = '', variant = ''] = platform.split('/');
  return { TARGETPLATFORM: platform, TARGETOS: os, TARGETARCH: arch, TARGETVARIANT: variant };
}

export interface Scope {
  readonly get: Variables;
  add(instruction: Instruction): void;
  derived(): Scope;
}

/** @param onImage whether the stage is built on an image: its ENV is unknown, so any variable may be set. */
export function stageScope(
  globals: Variables,
  buildArguments: BuildArguments,
  hasImage: boolean,
  escape: string,
): Scope {
  const scopeWith = (values: Map<string, Value>, environment: Set<string>): Scope => {
    const get: Variables = (name) => (values.has(name) ? values.get(name) : hasImage ? null : undefined);
    return {
      get,
      add(instruction) {
        for (const { name, value } of assignments(instruction, escape)) {
          if (instruction.keyword === 'ENV') {
            values.set(name, expand(value ?? '', get, escape));
            environment.add(name);
            continue;
          }
          const newValue =
            buildArguments[name] ?? (value === undefined ? globals(name) : expand(value, get, escape));
          if (newValue === undefined) continue;
          const isAmbiguous =
            (environment.has(name) && values.get(name) !== newValue) || (hasImage && setByBases.test(name));
          values.set(name, isAmbiguous ? null : newValue);
        }
      },
      derived: () => scopeWith(new Map(values), new Set(environment)),
    };
  };
  return scopeWith(new Map(), new Set());
}

/** Names that a Dockerfile declares by ARG, anywhere, each once. */
export const argumentNames = ({ instructions, escape }: Instructions): string[] => [
  ...new Set(
    instructions
      .filter(({ keyword }) => keyword === 'ARG')
      .flatMap((arg) => assignments(arg, escape).map(({ name }) => name)),
  ),
];

interface Assignment {
  readonly name: string;
  readonly value: string | undefined;
}

function assignments({ keyword, rest }: Instruction, escape: string): Assignment[] {
  if (keyword !== 'ARG' && keyword !== 'ENV') return [];
  const all = words(rest, escape);
  if (keyword === 'ENV' && !all[0]?.includes('=')) {
    const [, name = '', value = ''] = /^(\S+)\s*(.*)$/s.exec(rest) ?? [];
    return [{ name, value }];
  }
  return all.map((word) => {
    const at = word.indexOf('=');
    return at < 0 ? { name: word, value: undefined } : { name: word.slice(0, at), value: word.slice(at + 1) };
  });
}
