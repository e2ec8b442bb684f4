/** Reads what uv says when it cannot resolve. */
import { getSystemErrorMap } from 'node:util';
import { Failure, type Problem } from '../errors.ts';
import { FileFailure, isFileCode } from '../file-failure.ts';
import { absentPackage } from '../package-index/choose.ts';
import { redacted } from '../package-index/read.ts';
import type { Ran } from '../ports.ts';

export type Complaint =
  /** Nothing but building a package would tell what it needs. */
  | { readonly kind: 'needs-building'; readonly packages: readonly string[]; readonly why: string }
  /** Only patches before `from` of this Python are refused. */
  | { readonly kind: 'python'; readonly from: string; readonly failure: Failure }
  | { readonly kind: 'failure'; readonly failure: Failure };

/** Said on every machine whose own Python is another; nothing is built, so it means nothing here. */
const idle = /^The requested Python version .* is not available/;

/** What uv warns of, without what means nothing here. */
export const warningsOf = (stderr: string): readonly string[] =>
  stderr
    .split('\n')
    .flatMap((line) => /^warning: (.*)$/.exec(line)?.[1] ?? [])
    .filter((line) => !idle.test(line));

/** The lines that matter: without warnings, without the frame that uv draws around them. */
function linesOf(stderr: string): readonly string[] {
  return stderr
    .split('\n')
    .filter((line) => !line.startsWith('warning: '))
    .map((line) =>
      line
        .replace(/^[\s×╰─▶├│]+/u, '')
        .replace(/^(error|cause): /, '')
        // The markers that every requirement was narrowed with.
        .replace(/\{[^{}]*\}/g, '')
        .trimEnd(),
    )
    .filter((line) => line !== '' && !line.startsWith('hint: While the active Python version'))
    .slice(0, 25);
}

/** What is wanted contradicts itself: asking again would not help, asking for something else may. */
export class NoSolution extends Failure {}

/** Why packages must be built before anything is known of them, as a sentence without its full stop. */
export function wheelless(packages: readonly string[]): string {
  const [has, it] = packages.length === 1 ? ['has', 'it needs'] : ['have', 'they need'];
  return `${packages.join(', ')} ${has} no wheel that tells what ${it}`;
}

/** The file that uv could not use, mostly one of its cache. Undefined where something else was wrong. */
export function fileOf(stderr: string): FileFailure | undefined {
  const lines = linesOf(stderr);
  const at = lines.findLastIndex((line) => /\(os error \d+\)/.test(line));
  // Rust's library prints errno's number.
  const number = Number(/\(os error (\d+)\)/.exec(lines[at] ?? '')?.[1]);
  const [code] = getSystemErrorMap().get(-number) ?? [];
  if (code === undefined || !isFileCode(code)) return undefined;
  // The path stands in quotes, in the same line or in the one above it.
  const said = lines.slice(0, at + 1).toReversed();
  const path = said.flatMap((line) => /[`"](\/[^`"]*)[`"]/.exec(line)?.[1] ?? [])[0];
  return path === undefined ? undefined : new FileFailure({ path, doing: 'used', code });
}

/** What to do about a run of uv that did not end well. */
export function readComplaint({ code, stderr }: Pick<Ran, 'code' | 'stderr'>, indexUrl: string): Complaint {
  const lines = linesOf(stderr);
  const words = lines.join(' ');
  const unread = [
    // Of a release with wheels for other systems alone uv gives the markers that none of them is for.
    ...words.matchAll(/Wheels are required for `([^`]+)`|([\w.-]+)\S* has no `[^`]+`-compatible wheels/g),
  ].map(([, one, other]) => one ?? other!);
  if (unread.length > 0 || /has no usable wheels/.test(words)) {
    const [first] = /(\S+?)(?:==\S+)? has no usable wheels/.exec(words)?.slice(1) ?? [];
    const packages = [...new Set(unread.length > 0 ? unread : [first!])];
    return { kind: 'needs-building', packages, why: wheelless(packages) };
  }
  if (/No interpreter found/.test(words)) {
    return {
      kind: 'needs-building',
      packages: [],
      why: 'uv wants a Python on this machine and there is none',
    };
  }
  const failure = failureOf(code, lines, words, indexUrl);
  const later = laterPatch(words);
  return later === undefined ? { kind: 'failure', failure } : { kind: 'python', from: later, failure };
}

/** The first patch after all that uv names, when it is the Python that does not fit: `3.9.2` after `Python>3.9.1`. */
function laterPatch(words: string): string | undefined {
  const minor = /requested Python version \(>=(3\.\d+)\) does not satisfy/.exec(words)?.[1];
  if (minor === undefined) return undefined;
  const patches = [...words.matchAll(new RegExp(`\\b${minor.replace('.', '\\.')}\\.(\\d+)\\b`, 'g'))].map(
    ([, patch]) => Number(patch),
  );
  return patches.length === 0 ? undefined : `${minor}.${Math.max(...patches) + 1}`;
}

function failureOf(code: number, lines: readonly string[], words: string, indexUrl: string): Failure {
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
  // Of a requirement with a marker uv says that it has no versions, of one without that it was not found.
  const missing = /([\w.-]+) was not found in the package registry|there are no versions of ([\w.-]+) and/g;
  const absent = [...new Set([...words.matchAll(missing)].map(([, one, other]) => one ?? other!))];
  if (absent.length > 0) {
    return new Failure(
      absent.map((name) => ({
        station: 'index',
        about: name,
        message: absentPackage(name, indexUrl),
        detail: lines,
      })),
    );
  }
  const version = /there is no version of ([\w.-]+)==(\S+)/.exec(words);
  if (version !== null) {
    return failed(`the index ${index} has no version ${version[2]} of ${version[1]}: choose another.`, lines);
  }
  if (/No solution found/.test(words)) {
    const { problems } = failed(
      'no versions fit together: what is required contradicts itself, or this Python, or what the index has. Loosen a requirement, or choose another version.',
      lines.filter((line) => !line.startsWith('No solution found')),
    );
    return new NoSolution(problems);
  }
  if (code === 127) return failed('uv cannot be run: it is not where it was found.', lines);
  if (code === 126)
    return failed('uv cannot be run: install it and have it on PATH, or keep it in another folder.', lines);
  return failed(`uv ended with code ${code} while it resolved.`, lines);
}

function failed(message: string, detail: readonly string[]): Failure {
  const problem: Problem = {
    station: 'index',
    about: 'requirements',
    message,
    ...(detail.length === 0 ? {} : { detail }),
  };
  return new Failure([problem]);
}
