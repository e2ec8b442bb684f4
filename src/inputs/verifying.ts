/** The inputs of the checks: what they leave out, and the variables that they alone are given. */
import { type Parsed, parsed, refused } from '../errors.ts';
import { shown } from '../names/shown.ts';
import { nearest } from '../names/nearest.ts';
import type { Env, Raw } from './registry.ts';
import { type Many, parseEach, splitLines } from './splitting.ts';

/** Checks of what the package's author made. That the package is installed is always checked. */
export const packageChecks = ['metadata', 'imports', 'libraries', 'scripts'] as const;
/** The same of an image that may hold anything. */
export const imageChecks = ['links', 'programs', 'metadata', 'libraries'] as const;

/**
 * Parses one line of `verify_skip`: `imports:kaggle`, `scripts:*`, or a check's name alone for all of it.
 *
 * @param skippable checks that can be left out.
 */
export function parseVerifySkip(
  line: string,
  skippable: typeof packageChecks | typeof imageChecks = packageChecks,
): Parsed<string> {
  const example =
    skippable === packageChecks ? '"imports:kaggle" or "scripts:*"' : '"programs:tool" or "links:*"';
  const rule = `a line is a check (${skippable.join(', ')}) and what it leaves out, like ${example}`;
  const at = line.indexOf(':');
  const check = (at === -1 ? line : line.slice(0, at)).trim();
  const subject = at === -1 ? '*' : line.slice(at + 1).trim();
  if (!skippable.some((known) => known === check)) {
    const near = nearest(check, skippable);
    return refused(
      `${shown(line)} names no check that can be left out: ${rule}.${near === undefined ? '' : ` Did you mean "${near}"?`}`,
    );
  }
  if (!/^[\w.*-]{1,200}$/.test(subject)) {
    return refused(
      `${shown(line)} does not say what to leave out: ${rule}; it is a module, a script or a distribution, and "*" stands for any characters.`,
    );
  }
  return parsed(`${check}:${subject}`);
}

/** Parses the lines of `verify_env` to the variables' names. Values are never in a message: they may be secrets. */
export function parseVerifyEnv(text: string): Many<readonly string[]> {
  const { value, messages } = parseEach(splitLines(text), (line, place) => {
    const name = line.split('=', 1)[0]!.trim();
    // What is no name may be a piece of a secret: its place is enough.
    return /^[a-z_][a-z0-9_]*$/i.test(name)
      ? parsed(name)
      : refused(
          `entry ${place} is not "NAME=value": write one a line, or "NAME" alone for a variable of this environment; NAME has letters, digits and "_".`,
        );
  });
  const twice = [...new Set(value.filter((name, at) => value.indexOf(name) < at))];
  return {
    value,
    messages: [...messages, ...twice.map((name) => `${shown(name)} is there more than once: keep one.`)],
  };
}

/**
 * The variables of `verify_env` with their values, apart from all other inputs: they may be secrets. A name alone is given
 * the value that it has in this environment, and left out where it has none.
 */
export function readVerifyEnv(raw: Raw, env: Env): Readonly<Record<string, string>> {
  const lines = splitLines((raw['verify_env'] ?? '').replaceAll('\r', '\n'));
  return Object.fromEntries(
    lines.flatMap((line) => {
      const at = line.indexOf('=');
      const name = (at === -1 ? line : line.slice(0, at)).trim();
      const value = at === -1 ? env[name] : line.slice(at + 1).trim();
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
