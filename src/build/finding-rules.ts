/**
 * The meaning of each kind of finding for an image. Fatal is what makes the image wrong; what the package's author did,
 * and what pip would have installed all the same, is a warning. docs/verifying.md is made from this table.
 */

export interface FindingRule {
  /** The check that finds it, as `verify_skip` names it. */
  readonly check: string;
  readonly severity: 'fatal' | 'warning';
  /** A wheel that was compiled wrongly may be the cause: then the image is built once more without that wheel. */
  readonly suspect: boolean;
  /** Fatal where the wheel was cross-compiled: pip would not have installed that one. */
  readonly fatalWhereCrossed?: true;
  /** One line for the docs. */
  readonly what: string;
  /** The way out, after that of the check itself, such as a system package. */
  readonly advice?: string;
}

const fatal = (check: string, what: string, more: Partial<FindingRule> = {}): FindingRule => ({
  check,
  severity: 'fatal',
  suspect: false,
  what,
  ...more,
});
const warning = (check: string, what: string, more: Partial<FindingRule> = {}): FindingRule => ({
  ...fatal(check, what, more),
  severity: 'warning',
});
const suspect = { suspect: true } as const;
const extra = { advice: 'Ask for the extra that brings it in package, or name it in requirements.' };
const likePip = {
  advice:
    'A plain pip install gives the same: name an older version of what it imports in requirements, or leave it out with verify_skip.',
};
const setting = { advice: 'Give the checks what it needs with verify_env.' };

/** By kind, in the order of the checks; the kinds are those of `dockerfiles/verify/checks`. */
export const findingRules = {
  'interpreter-version': fatal('interpreter', 'The image runs another Python than the one asked for.'),
  'interpreter-processor': fatal(
    'interpreter',
    "The image's Python is a program for another processor than the platform's.",
  ),
  'not-installed': fatal('metadata', 'The package, or a requirement of the lock, is not installed.'),
  'other-version': fatal('metadata', 'Another version of the package is installed than the one asked for.'),
  requirement: fatal(
    'metadata',
    'Something that the package needs, directly or not, is missing or has a version that does not fit.',
  ),
  'requirement-elsewhere': warning(
    'metadata',
    'The same of a distribution that the package does not need, such as one of the base.',
  ),
  'requirement-invalid': warning(
    'metadata',
    'A requirement in some metadata is not one by today’s rules. pip installed it; a newer `pip check` complains.',
    { advice: 'A newer pip refuses it: take a newer version of what requires it, where there is one.' },
  ),
  'file-missing': fatal(
    'imports, scripts',
    'A module or script that the package recorded at its installation is not in the image.',
  ),
  'file-damaged': fatal('imports, libraries', 'A module or extension is not whole.', suspect),
  'import-library': fatal(
    'imports',
    'The package itself does not import, because a shared library is not in the image.',
    { advice: 'Name what brings the library in runtime_packages.' },
  ),
  'import-crash': fatal(
    'imports',
    'A signal ends the process while the package itself is imported.',
    suspect,
  ),
  'import-processor': fatal(
    'imports',
    'The package itself does not import, because an extension of it is for another processor.',
    suspect,
  ),
  'import-extra': warning('imports', 'The package imports something that no requirement of it names.', extra),
  'import-environment': warning(
    'imports',
    'The package imports only with an environment variable or a credential.',
    setting,
  ),
  'import-file': warning(
    'imports',
    'The package reads or writes a file at import, such as one in HOME, and cannot.',
    { advice: 'Point the checks to a folder that can be written with verify_env, such as HOME=/tmp.' },
  ),
  'import-network': warning('imports', 'The package opens a network connection at import.', {
    advice: 'If a variable keeps it from that, set it with verify_env; verify_skip leaves the module out.',
  }),
  'import-python': warning(
    'imports',
    'The package is written for another Python, or uses a module that Python no longer has.',
    { advice: 'A newer version of the package, or an older python_version, is the way out.' },
  ),
  'import-time': warning('imports', 'The package did not finish importing in the time for the checks.', {
    advice: 'verify_skip leaves the module out.',
  }),
  'import-symbol': warning(
    'imports',
    'The package itself does not import, because an extension does not fit this Python or system. Fatal where that extension was cross-compiled.',
    { ...suspect, fatalWhereCrossed: true },
  ),
  'import-error': warning('imports', 'The package itself does not import, for another reason.', {
    ...suspect,
    ...likePip,
  }),
  'part-extra': warning(
    'imports',
    'One module of several imports something that no requirement names.',
    extra,
  ),
  'part-library': warning(
    'imports',
    'One module of several does not import, because a shared library is not in the image.',
  ),
  'part-crash': warning(
    'imports',
    'A signal ends the process while one module of several is imported.',
    suspect,
  ),
  'part-symbol': warning(
    'imports',
    'One module of several does not import, because an extension does not fit this Python or system.',
    suspect,
  ),
  'part-error': warning('imports', 'One module of several does not import, for another reason.', likePip),
  'extension-library': warning(
    'libraries',
    'An extension needs a shared library that is not in the image; the package imports without it.',
  ),
  'extension-processor': fatal(
    'libraries',
    'All extensions of a distribution are for another processor or another C library.',
    suspect,
  ),
  'part-processor': warning(
    'imports, libraries',
    'One extension of several is for another processor or another C library.',
  ),
  'extension-load': warning('libraries', 'The loader does not take an extension.', suspect),
  'extension-crash': warning('libraries', 'A signal ends the process while an extension is loaded.', suspect),
  'script-target': warning('scripts', 'A script leads to a module that is not installed.'),
  'script-mode': fatal('scripts', 'The script of an entry point cannot be executed.'),
  'script-author-mode': warning('scripts', 'A script that the package brings as it is cannot be executed.', {
    advice: 'pip leaves it so, too: start it with its interpreter.',
  }),
  'script-python': fatal('scripts', 'A script runs with a Python that is not in the image.'),
  'script-runner': warning('scripts', 'A script runs with another program that is not in the image.'),
  'program-processor': fatal('scripts', 'A program is for another processor than the platform’s.', suspect),
  'script-extra': warning(
    'scripts',
    'What a script starts imports something that no requirement names.',
    extra,
  ),
  'script-library': warning(
    'scripts',
    'What a script starts does not import, because a shared library is not in the image.',
  ),
  'script-crash': warning(
    'scripts',
    'A signal ends the process while what a script starts is imported.',
    suspect,
  ),
  'script-error': warning('scripts', 'What a script starts does not import, for another reason.', likePip),
  'cmd-missing': fatal('cmd', 'The program of `command` is not in the image.'),
  'command-failed': fatal('command', '`verify_command` fails.', suspect),
  'trial-failed': warning('command', '`SCRIPT --help`, which is run where no command was asked for, fails.', {
    advice: 'verify_commands says what to run in its place, or that nothing is run.',
  }),
  'test-failed': fatal('test', "The image's `test.sh` fails."),
  'run-failed': fatal(
    'run',
    'Of a connector: its ENTRYPOINT, started with `spec`, fails, or prints no specification.',
  ),
  'entry-missing': fatal(
    'entry',
    'The program of ENTRYPOINT, or what its first line names, is not in the image.',
  ),
  'cmd-absent': warning('entry', 'The same of CMD, where there is no ENTRYPOINT.', {
    advice: 'A container without a command of its own cannot start.',
  }),
  'entry-processor': fatal('entry', 'The program that the image starts is for another processor.'),
  'entry-loader': fatal('entry', 'The program that loads it, of another C library, is not in the image.'),
  'entry-library': fatal('entry', 'Its loader does not find a shared library that it needs.'),
  'entry-load': warning('entry', 'Its loader does not list its libraries, for another reason.'),
  'link-broken': warning('links', 'A link in PATH leads to nothing.'),
  'program-library': warning(
    'programs',
    'A program or library of PATH, /usr/local, /opt, /app, /srv or the working folder needs a library that is not in the image.',
  ),
  'interpreter-start': warning('interpreter', "The image's Python does not run the checks."),
  'time-limit': warning(
    'imports, libraries, scripts',
    'The time for the checks was over before all was looked at.',
  ),
  'check-error': fatal('any', 'A check itself broke, so that nobody looked.', {
    advice: 'Report it with the package; verify_skip leaves the check out, such as imports or scripts.',
  }),
} as const satisfies Readonly<Record<string, FindingRule>>;

export type FindingKind = keyof typeof findingRules;

/** Undefined for a word that is no kind. */
export const findingRule = (kind: string): FindingRule | undefined =>
  Object.hasOwn(findingRules, kind) ? findingRules[kind as FindingKind] : undefined;
