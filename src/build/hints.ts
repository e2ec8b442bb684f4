/** Finds the way out of a failed build in the output of its programs. */
import { type Family, packagesWith } from './system-packages.ts';
import { unreachable } from './temporary.ts';

interface Rule {
  readonly pattern: RegExp;
  /** The sentence, from the first match. */
  readonly say: (match: RegExpExecArray, family: Family | undefined, asksIndex: boolean) => string;
}

/** Says that something is missing, and which input brings it. */
function missing(what: string, name: string, family?: Family): string {
  const packages = packagesWith(name, family);
  return packages === undefined
    ? `${what} is missing. Add the distribution's package that has it to build_packages.`
    : `${what} is missing. Add to build_packages: ${packages}.`;
}

const file = (name: string): string => name.replace(/^.*\//, '');

/** The surest signs come first: a full disk causes all sorts of other errors, a failing network few. */
const rules: readonly Rule[] = [
  {
    pattern: /exec format error|Invalid ELF image for this architecture|cannot execute binary file/i,
    say: () =>
      'This machine cannot execute that platform: no QEMU handler is registered for it. Register the handlers (docker/setup-qemu-action, or `docker run --privileged --rm tonistiigi/binfmt --install all`), or leave the platform out.',
  },
  {
    pattern: /unable to find (user|group) ([^\s:]+): no matching entries in (\S+ file)/,
    say: ([, kind, name, file]) =>
      `The image is to run as the ${kind} "${name}", and its ${file} has none of that name. Make it before USER, or name a number.`,
  },
  {
    pattern: /no space left on device/i,
    say: () =>
      'The disk of the builder is full. Free some of it (`docker buildx prune`), or build fewer platforms in one run.',
  },
  {
    pattern:
      /\bKilled signal terminated|signal: 9, SIGKILL|exit code: 137|out of memory|Cannot allocate memory|^Killed$/im,
    say: () =>
      'The memory of the builder was used up and the compiler was killed. Give the builder more memory, or build fewer platforms in one run.',
  },
  {
    pattern: /fatal error: '?(?<name>Python\.h)'?/,
    say: () =>
      "Python.h is missing. It belongs to the base's own Python, under /usr/local/include: take a base that has it, as the official images do.",
  },
  {
    pattern: /fatal error: '?(?<name>[\w+./-]+\.h(?:pp|xx)?)'?(?:: No such file| file not found)/,
    say: ({ groups }, family) => missing(`The header ${groups!['name']}`, groups!['name']!, family),
  },
  {
    pattern: /(?:cannot find|unable to find library|library not found for) -l(?<name>[\w.+-]+\w)/,
    say: ({ groups }, family) => missing(`The library lib${groups!['name']}`, `-l${groups!['name']}`, family),
  },
  {
    // Cython 3 has no attribute that the setup.py of PyYAML 5 asks for.
    pattern: /AttributeError: (?:'?\w+'? object has no attribute ')?cython_sources/,
    say: () =>
      'Cython 3 is too new for its build: PyYAML before 5.4.2 and others of that time ask the build command for "cython_sources", which is gone. Hold it to an older one with build_constraints: Cython<3.',
  },
  {
    pattern: /Cython\.Compiler\.Errors\.CompileError|Error compiling Cython file/,
    say: () =>
      'Cython refused its sources: it may be too new for them. Where they are older than Cython 3, hold it to an older one with build_constraints: Cython<3.',
  },
  {
    pattern: /error in .{1,200} setup command: use_2to3 is invalid/,
    say: () =>
      'setuptools is too new for its build: since 58 it converts nothing from Python 2. Take a newer version of the package, or hold it to an older one with build_constraints: setuptools<58.',
  },
  {
    pattern: /ModuleNotFoundError: No module named 'pkg_resources'/,
    say: () =>
      'setuptools is too new for its build: pkg_resources is gone since 82. Hold it to an older one with build_constraints: setuptools<82.',
  },
  {
    pattern: /No solution found when resolving (?:build )?dependencies/,
    say: () =>
      'No versions fit together for what its build requires. If build_constraints are given, they leave none: they are held against all that the build requires, too.',
  },
  {
    pattern:
      /can't find Rust compiler|Rust toolchain|\b(?:cargo|rustc)\b.{0,60}(?:not found|not installed|No such file)/i,
    say: (_, family) =>
      `${missing('The Rust compiler', 'cargo', family)} Where its version there is too old, no wheel can be made on this base.`,
  },
  {
    pattern: /CMake (?<wanted>[\d.]+) or higher is required\.\s+You are running version (?<there>[\d.]*\d)/,
    say: ({ groups }) =>
      `CMake ${groups!['wanted']} or newer is wanted, and the base has ${groups!['there']}. Take a base of a newer release of its distribution, or a version of the package that is content with less.`,
  },
  {
    pattern:
      /\bCMake(?: v?[\d.]+)?(?: or (?:higher|newer|later))? (?:is required|must be installed|(?:was |is )?not (?:found|installed))/i,
    say: (_, family) => missing('The program cmake', 'cmake', family),
  },
  {
    pattern:
      /(?<name>pg_config|mysql_config|xml2-config|xslt-config|curl-config|krb5-config|geos-config|gdal-config)\b.{0,40}not found/,
    say: ({ groups }, family) => missing(`The program ${groups!['name']}`, groups!['name']!, family),
  },
  {
    pattern:
      /pkg-config --exists (?<a>[\w.+-]+)' returned non-zero|(?:Package '?|Dependency "|No package ')(?<b>[\w.+-]+)[',"]?(?:, required by .*)?'? (?:was )?not found|Could NOT find (?<c>\w+)/,
    say: ({ groups }, family) => {
      const name = groups!['a'] ?? groups!['b'] ?? groups!['c']!;
      return missing(`The library ${name}`, name, family);
    },
  },
  {
    pattern:
      /No such file or directory: '(?<a>[\w+./-]+)'|(?:^|\s)(?<b>[\w+.-]+): (?:command )?not found|(?:command|unable to execute|linker) ['`](?<c>[\w+./-]+)['`](?:: No such file| failed: No such| not found)/m,
    say: ({ groups }, family) => {
      const name = file(groups!['a'] ?? groups!['b'] ?? groups!['c']!);
      return missing(`The program ${name}`, name, family);
    },
  },
  {
    pattern:
      /CERTIFICATE_VERIFY_FAILED|certificate verify failed|self[- ]signed certificate|unable to get local issuer/i,
    say: () =>
      'A server showed a certificate of an authority that the base does not know. Give the authority in ca_bundle: it is trusted while building and stays out of the image.',
  },
  {
    pattern: /DO NOT MATCH THE HASHES/,
    say: () =>
      'A file of the index is not the one that the lock names: it was replaced since, or a proxy changed it. Run again; if it stays, look at what stands between the builder and the index.',
  },
  {
    pattern: unreachable,
    say: (_match, _family, asksIndex) =>
      `The builder could not reach a server over the network, twice. If it stays, look at name resolution and proxy of the builder${asksIndex ? ', and at index_url' : ''}.`,
  },
  {
    pattern: /Unable to locate package (?<a>\S+)|^\s*(?<b>\S+) \(no such package\)/m,
    say: ({ groups }) =>
      `The distribution of the base has no package ${groups!['a'] ?? groups!['b']}. Mend its name in build_packages or runtime_packages.`,
  },
];

/**
 * One or two sentences that name the way out; undefined when nothing in the text is known.
 *
 * @param asksIndex whether the build installs from a package index.
 */
export function hintOf(text: string, family?: Family, asksIndex = true): string | undefined {
  for (const { pattern, say } of rules) {
    const match = pattern.exec(text);
    if (match !== null) return say(match, family, asksIndex);
  }
  return undefined;
}

/**
 * Of a build whose frontend could not be fetched, which Docker names as a step of its own. The step has the name of a target
 * in front where there are several.
 *
 * @param log of buildx, as plain progress.
 */
export function frontendHint(log: string): string | undefined {
  const steps = log.matchAll(
    /^#(?<step>\d+) (?:\[[^\]\s]*\] )?(?:resolve image config for )?docker-image:\/\/(?<name>\S+)/gm,
  );
  for (const { groups } of steps)
    if (new RegExp(String.raw`^#${groups!['step']} ERROR: (?!.*context canceled)`, 'm').test(log))
      return `The frontend ${groups!['name']}, which "# syntax=" in the Dockerfile names, could not be fetched. Look at its name, and at network, proxy and logins of the builder; most Dockerfiles need no such line.`;
  return undefined;
}
