/** Reads uv's output where it cannot resolve. */
import { getSystemErrorMap } from 'node:util';
import { Failure, type Problem } from '../errors.ts';
import { FileFailure, isFileCode } from '../file-failure.ts';
import { absentPackage } from '../package-index/choose.ts';
import { redacted } from '../package-index/read.ts';
import type { Ran } from '../ports.ts';

export type UvFailure =
  /** The requirements of these packages are known only after building them. */
  | { readonly kind: 'needs-building'; readonly packages: readonly string[]; readonly why: string }
  /** The packages refuse only patches of this Python before `from`. */
  | { readonly kind: 'python'; readonly from: string; readonly failure: Failure }
  | { readonly kind: 'failure'; readonly failure: Failure };

/** A warning that does not matter, since nothing is built with this machine's Python. */
const ignored = /^The requested Python version .* is not available/;

export const warningsOf = (stderr: string): readonly string[] =>
  stderr
    .split('\n')
    .flatMap((line) => /^warning: (.*)$/.exec(line)?.[1] ?? [])
    .filter((line) => !ignored.test(line));

function linesOf(stderr: string): readonly string[] {
  return stderr
    .split('\n')
    .filter((line) => !line.startsWith('warning: '))
    .map((line) =>
      line
        .replace(/^[\s×╰─▶├│]+/u, '')
        .replace(/^(error|cause): /, '')
        .replace(/\{[^{}]*\}/g, '')
        .trimEnd(),
    )
    .filter((line) => line !== '' && !line.startsWith('hint: While the active Python version'))
    .slice(0, 25);
}

/** What is required cannot be had together, or at all: the same request will fail again, another may succeed. */
export class NoSolution extends Failure {}

/** The reason that packages must be built to be resolved, as a sentence without its full stop. */
export function whyBuild(packages: readonly string[]): string {
  const [has, it] = packages.length === 1 ? ['has', 'it needs'] : ['have', 'they need'];
  return `${packages.join(', ')} ${has} no wheel that tells what ${it}`;
}

/** The file that uv could not use, usually in its cache; undefined where another error ended it. */
export function failedFile(stderr: string): FileFailure | undefined {
  const lines = linesOf(stderr);
  const at = lines.findLastIndex((line) => /\(os error \d+\)/.test(line));
  const number = Number(/\(os error (\d+)\)/.exec(lines[at] ?? '')?.[1]);
  const [code] = getSystemErrorMap().get(-number) ?? [];
  if (code === undefined || !isFileCode(code)) return undefined;
  const above = lines.slice(0, at + 1).toReversed();
  const path = above.flatMap((line) => /[`"](\/[^`"]*)[`"]/.exec(line)?.[1] ?? [])[0];
  return path === undefined ? undefined : new FileFailure({ path, doing: 'used', code });
}

/** @param urlOf of the index that a package belongs to. */
export function readFailure(
  { code, stderr }: Pick<Ran, 'code' | 'stderr'>,
  indexUrl: string,
  urlOf: (name: string) => string = () => indexUrl,
): UvFailure {
  const lines = linesOf(stderr);
  const words = lines.join(' ');
  const unread = [
    // For a release with wheels for other systems only, uv names the markers that none of them satisfies.
    ...words.matchAll(/Wheels are required for `([^`]+)`|([\w.-]+)\S* has no `[^`]+`-compatible wheels/g),
  ].map(([, one, other]) => one ?? other!);
  if (unread.length > 0 || /has no usable wheels/.test(words)) {
    const [first] = /(\S+?)(?:==\S+)? has no usable wheels/.exec(words)?.slice(1) ?? [];
    const packages = [...new Set(unread.length > 0 ? unread : [first!])];
    return { kind: 'needs-building', packages, why: whyBuild(packages) };
  }
  if (/No interpreter found/.test(words)) {
    return {
      kind: 'needs-building',
      packages: [],
      why: 'uv wants a Python on this machine and there is none',
    };
  }
  const failure = failureOf(code, lines, words, indexUrl, urlOf);
  const later = laterPatch(words);
  return later === undefined ? { kind: 'failure', failure } : { kind: 'python', from: later, failure };
}

/** Where the Python does not fit, the patch after the last one that uv names: `3.9.2` after `Python>3.9.1`. */
function laterPatch(words: string): string | undefined {
  const minor = /requested Python version \(>=(3\.\d+)\) does not satisfy/.exec(words)?.[1];
  if (minor === undefined) return undefined;
  const patches = [...words.matchAll(new RegExp(`\\b${minor.replace('.', '\\.')}\\.(\\d+)\\b`, 'g'))].map(
    ([, patch]) => Number(patch),
  );
  return patches.length === 0 ? undefined : `${minor}.${Math.max(...patches) + 1}`;
}

function failureOf(
  code: number,
  lines: readonly string[],
  words: string,
  indexUrl: string,
  urlOf: (name: string) => string,
): Failure {
  const index = redacted(indexUrl);
  const status = /\((40[13])\b/.exec(words)?.[1];
  if (status !== undefined) {
    return failed(
      `the index ${index} answered ${status} while requirements were resolved: it wants credentials, or refuses the ones that it was given.`,
      lines,
    );
  }
  if (/certificate|UnknownIssuer/i.test(words)) {
    return failed(
      `the index ${index} has a certificate that is not trusted: when a company's own authority signed it, name its PEM file as ca_bundle.`,
      lines,
    );
  }
  if (
    /Failed to fetch|error sending request|Could not connect|Request failed|dns error|timed out/i.test(words)
  ) {
    return failed(
      `the index ${index} could not be reached while requirements were resolved: look at index_url, the network and the proxy variables.`,
      lines,
    );
  }
  // uv says "no versions" of a requirement with a marker, and "not found" of one without.
  const missing = /([\w.-]+) was not found in the package registry|there are no versions of ([\w.-]+) and/g;
  const absent = [...new Set([...words.matchAll(missing)].map(([, one, other]) => one ?? other!))];
  if (absent.length > 0) {
    return new NoSolution(
      absent.map((name) => ({
        station: 'index',
        about: name,
        message: absentPackage(name, urlOf(name)),
        detail: lines,
      })),
    );
  }
  const version = /there is no version of ([\w.-]+)==(\S+)/.exec(words);
  if (version !== null) {
    return noSolution(
      `the index ${redacted(urlOf(version[1]!))} has no version ${version[2]} of ${version[1]}: choose another.`,
      lines,
    );
  }
  if (/No solution found/.test(words)) {
    return noSolution(
      'no versions fit together: what is required contradicts itself, or this Python, or what the index has. Loosen a requirement, or choose another version.',
      lines.filter((line) => !line.startsWith('No solution found')),
    );
  }
  if (code === 127) return failed('uv cannot be run: it is not where it was found.', lines);
  if (code === 126)
    return failed('uv cannot be run: install it and have it on PATH, or keep it in another folder.', lines);
  return noSolution(`uv ended with code ${code} while it resolved.`, lines);
}

const noSolution = (...of: Parameters<typeof failed>): NoSolution => new NoSolution(failed(...of).problems);

function failed(message: string, detail: readonly string[]): Failure {
  const problem: Problem = {
    station: 'index',
    about: 'requirements',
    message,
    ...(detail.length === 0 ? {} : { detail }),
  };
  return new Failure([problem]);
}
