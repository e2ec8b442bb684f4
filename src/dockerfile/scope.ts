/** What variables hold: before the first FROM, and in a stage. */
import type { Platform } from '../names/platform.ts';
import type { Instruction } from './instructions.ts';
import { expand, type Value, type Variables, words } from './words.ts';

export type BuildArguments = Readonly<Record<string, string>>;

/** Set by BuildKit for every build; those of the build machine cannot be told from here. */
const predefined = /^(?:BUILD|TARGET)(?:PLATFORM|OS|OSVERSION|ARCH|VARIANT)$|^TARGETSTAGE$/;

/** Set by images of Python, as is known without looking into one. What an ARG of such a name holds, builders differ on. */
const setByBases = /^(?:PATH|LANG|GPG_KEY|PYTHON_\w+)$/;

/**
 * Variables of FROM: the ARGs before the first one, and what BuildKit sets. Rule: Dockerfile reference, "Understand how
 * ARG and FROM interact", "Automatic platform ARGs in the global scope".
 *
 * @param platform that is built for; without it, what depends on it is not known.
 */
export function globalScope(
  args: readonly Instruction[],
  given: BuildArguments,
  platform: Platform | undefined,
  escape: string,
): Variables {
  const values = new Map<string, Value>(
    Object.entries(platform === undefined ? {} : targetArguments(platform)),
  );
  const get: Variables = (name) => {
    if (predefined.test(name) && given[name] !== undefined) return given[name];
    return values.has(name) ? values.get(name) : predefined.test(name) ? null : undefined;
  };
  for (const { name, value } of args.flatMap((arg) => assignments(arg, escape))) {
    const wanted = given[name] ?? (value === undefined ? undefined : expand(value, get, escape));
    if (wanted !== undefined) values.set(name, wanted);
  }
  return get;
}

function targetArguments(platform: Platform): Record<string, string> {
  const [os = '', arch = '', variant = ''] = platform.split('/');
  return { TARGETPLATFORM: platform, TARGETOS: os, TARGETARCH: arch, TARGETVARIANT: variant };
}

/** Variables of a stage, which ARG and ENV add to as they come. */
export interface Scope {
  readonly get: Variables;
  /** Takes in an ARG or ENV; other instructions change nothing. */
  add(instruction: Instruction): void;
  /** For a stage that stands on this one. */
  derived(): Scope;
}

/** @param onImage whether the stage stands on an image, whose own ENV is not seen here. */
export function stageScope(
  globals: Variables,
  given: BuildArguments,
  onImage: boolean,
  escape: string,
): Scope {
  const make = (values: Map<string, Value>, environment: Set<string>): Scope => {
    const get: Variables = (name) => (values.has(name) ? values.get(name) : onImage ? null : undefined);
    return {
      get,
      add(instruction) {
        for (const { name, value } of assignments(instruction, escape)) {
          if (instruction.keyword === 'ENV') {
            values.set(name, expand(value ?? '', get, escape));
            environment.add(name);
            continue;
          }
          const wanted = given[name] ?? (value === undefined ? globals(name) : expand(value, get, escape));
          if (wanted === undefined) continue;
          const contested =
            (environment.has(name) && values.get(name) !== wanted) || (onImage && setByBases.test(name));
          values.set(name, contested ? null : wanted);
        }
      },
      derived: () => make(new Map(values), new Set(environment)),
    };
  };
  return make(new Map(), new Set());
}

interface Assignment {
  readonly name: string;
  /** As written; undefined for `ARG name`. */
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
