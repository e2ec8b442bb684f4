import { describe, expect, it } from 'vitest';
import { helpText } from '../../src/entry/help.ts';
import { type CommandLine, parseCommandLine } from '../../src/inputs/options.ts';
import { inputTable, optionOf } from '../../src/inputs/table.ts';

const plain: CommandLine = {
  command: 'build',
  raw: {},
  problems: [],
  json: false,
  debug: false,
  passwordFromStdin: false,
};

describe('parseCommandLine', () => {
  it.each<readonly [string, readonly string[], Partial<CommandLine>]>([
    ['nothing asks for help', [], { command: 'help', about: 'help' }],
    ['help', ['help'], { command: 'help', about: 'help' }],
    ['--help', ['--help'], { command: 'help', about: 'help' }],
    ['help about a command', ['help', 'build'], { command: 'help', about: 'build' }],
    ['help about kept wheels', ['wheels', '--help'], { command: 'help', about: 'wheels' }],
    ['help about kept wheels in words', ['help', 'wheels'], { command: 'help', about: 'wheels' }],
    ['help about what is no command', ['help', 'biuld'], { command: 'help', about: 'help' }],
    ['-h wins over what is wrong', ['build', '--pakage', 'x', '-h'], { command: 'help', about: 'build' }],
    ['version', ['version'], { command: 'version' }],
    ['--version', ['--version'], { command: 'version' }],
    [
      'a build',
      ['build', '--package', 'uvicorn', '--package-version=latest', '--python-version', '3.10'],
      { raw: { package: 'uvicorn', package_version: 'latest', python_version: '3.10' } },
    ],
    ['flags', ['build', '--push', '--dry-run'], { raw: { push: 'true', dry_run: 'true' } }],
    ['flags off', ['build', '--no-push', '--no-dry-run'], { raw: { push: 'false', dry_run: 'false' } }],
    ['the last flag wins', ['build', '--push', '--no-push'], { raw: { push: 'false' } }],
    ['a flag with a value', ['build', '--push=false'], { raw: { push: 'false' } }],
    [
      'lines and lists again and again',
      ['build', '--labels', 'a=1', '--labels', 'b=2', '--tags', 'x,y', '--tags', 'z'],
      { raw: { labels: 'a=1\nb=2', tags: 'x,y\nz' } },
    ],
    [
      'many names of the image',
      ['build', '--image-name', 'a/b', '--image-name=docker.io/a/b'],
      { raw: { image_name: 'a/b\ndocker.io/a/b' } },
    ],
    [
      'when to build',
      ['build', '--rebuild', 'never', '--force', '--no-overwrite', '--max-age=30d'],
      { raw: { rebuild: 'never', force: 'true', overwrite: 'false', max_age: '30d' } },
    ],
    ['a value with a dash', ['build', '--command=-x'], { raw: { command: '-x' } }],
    ['an empty value', ['build', '--user', ''], { raw: { user: '' } }],
    [
      'what is no input',
      ['build', '--json', '--debug', '--registry-password-stdin'],
      { json: true, debug: true, passwordFromStdin: true },
    ],
    ['kept wheels', ['wheels'], { command: 'wheels' }],
    [
      'kept wheels to remove',
      [
        'wheels',
        '--wheel-store=ghcr.io/a/b',
        '--unused-for',
        '90d',
        '--dry-run',
        '--json',
        '--ca-bundle=./ca.pem',
      ],
      {
        command: 'wheels',
        raw: { wheel_store: 'ghcr.io/a/b', dry_run: 'true', ca_bundle: './ca.pem' },

        unusedFor: '90d',
        json: true,
      },
    ],
  ])('%s', (_, argv, expected) => {
    expect(parseCommandLine(argv)).toEqual({ ...plain, ...expected });
  });

  const passwordWay =
    'a password on the command line can be read by everyone on this machine: set the environment variable REGISTRY_PASSWORD, or pipe it in with --registry-password-stdin.';
  it.each<readonly [string, readonly string[], readonly string[], Record<string, string>]>([
    ['no command', ['--push'], ['no command is given: write "build" before the options.'], { push: 'true' }],
    ['a slip in the command', ['biuld'], ['"biuld" is not a command. Did you mean "build"?'], {}],
    [
      'an unknown command',
      ['publish'],
      ['"publish" is not a command. There are build, wheels, help, version.'],
      {},
    ],
    [
      'a word alone',
      ['build', 's3cret'],
      [
        'a word stands alone after the command: values belong to an option, and those with spaces into quotes.',
      ],
      {},
    ],
    [
      'words alone',
      ['build', 's3', 'cret'],
      [
        '2 words stand alone after the command: values belong to an option, and those with spaces into quotes.',
      ],
      {},
    ],
    [
      'a slip in an option, and its value',
      ['build', '--pakage', 's3cret', '--push'],
      ['--pakage: there is no such option. Did you mean "--package"?'],
      { push: 'true' },
    ],
    [
      'underscores',
      ['build', '--package_version=s3cret'],
      ['--package_version: there is no such option. Did you mean "--package-version"?'],
      {},
    ],
    [
      'a slip in a negation',
      ['build', '--no-psh'],
      ['--no-psh: there is no such option. Did you mean "--no-push"?'],
      {},
    ],
    [
      'no negation of a text',
      ['build', '--no-user'],
      ['--no-user: there is no such option. Did you mean "--user"?'],
      {},
    ],
    [
      'nothing near',
      ['build', '--frobnicate'],
      ['--frobnicate: there is no such option. "--help" lists all.'],
      {},
    ],
    ['a short option', ['build', '-x'], ['-x: there is no such option. "--help" lists all.'], {}],
    [
      'a hostile option',
      ['build', '--::set-output\nx=s3cret'],
      ['"--::set-output\\nx": there is no such option. "--help" lists all.'],
      {},
    ],
    [
      'no value at the end',
      ['build', '--user'],
      ['--user: it needs a value. One that starts with "-" is written with "=": --user=VALUE.'],
      {},
    ],
    [
      'no value before an option',
      ['build', '--user', '--push'],
      ['--user: it needs a value. One that starts with "-" is written with "=": --user=VALUE.'],
      {},
    ],
    [
      'a text twice',
      ['build', '--user', 'a', '--user', 'b'],
      ['--user: it is given more than once: keep one.'],
      { user: 'a' },
    ],
    [
      'a negation with a value',
      ['build', '--no-push=x'],
      ['--no-push: it takes no value.'],
      { push: 'false' },
    ],
    ['--json with a value', ['build', '--json=x'], ['--json: it takes no value.'], {}],
    ['the password', ['build', '--registry-password', 's3cret'], [`--registry-password: ${passwordWay}`], {}],
    [
      'the password in one word',
      ['build', '--registry-password=s3cret'],
      [`--registry-password: ${passwordWay}`],
      {},
    ],
    ['a password by another name', ['build', '--password', 's3cret'], [`--password: ${passwordWay}`], {}],
  ])('refuses %s', (_, argv, messages, raw) => {
    const line = parseCommandLine(argv);
    expect({
      command: line.command,
      raw: line.raw,
      messages: line.problems.map((problem) => problem.message),
    }).toEqual({
      command: 'build',
      raw,
      messages,
    });
    expect(JSON.stringify(line)).not.toContain('s3cret');
  });
});

describe('helpText', () => {
  const lines = helpText('build').split('\n');

  it.each(['help', 'build', 'wheels'] as const)('of %s fits a terminal', (command) => {
    const all = helpText(command).split('\n');
    expect(all.filter((line) => line.length > 100)).toEqual([]);
    expect(all.filter((line) => line !== line.trimEnd())).toEqual([]);
  });

  it('of wheels has what that command takes, and no more', () => {
    const named = helpText('wheels')
      .split('\n')
      .flatMap((line) => /^ {2}(?:-h, )?(--[a-z-]+)/.exec(line)?.[1] ?? []);
    expect(named).toEqual([
      '--wheel-store',
      '--unused-for',
      '--dry-run',
      '--registry-username',
      '--registry-password-stdin',
      '--ca-bundle',
      '--json',
      '--debug',
      '--help',
      '--version',
    ]);
    const taken = named.filter((name) => !/stdin|help|version/.test(name));
    expect(
      parseCommandLine([
        'wheels',
        ...taken.map((name) => `${name}${/json|debug|dry/.test(name) ? '' : '=x'}`),
      ]).problems,
    ).toEqual([]);
  });

  it('has every input but the password, each once', () => {
    const named = lines.flatMap((line) => /^ {2}(--[a-z-]+)/.exec(line)?.[1] ?? []);
    const expected = inputTable.map((row) => (row.secret ? '--registry-password-stdin' : optionOf(row.name)));
    expect(named.toSorted()).toEqual([...expected, '--debug', '--json', '--version'].toSorted());
  });

  it('shows options where the table names inputs, defaults of the command line, and the exit codes', () => {
    const text = helpText();
    expect(text.slice(text.indexOf('Registry\n'), text.indexOf('Building\n'))).toBe(`Registry
  --registry VALUE  (default: none; needed to push a name without one)
      The host of the registry, with its port if it has one, for every name in --image-name that has
      none of its own. Example: docker.io
  --registry-username VALUE
      The user of --registry that the password belongs to. Without a password it is not used.
      Example: octocat
  --registry-password-stdin
      Read the password or token for --registry from standard input. The environment variable
      REGISTRY_PASSWORD does the same. Other registries use what "docker login" left.
  --push, --no-push
      Whether to push the verified image. Without it, the image is written as an OCI layout.
  --output VALUE  (default: ./image)
      The folder that the OCI layout is written to when nothing is pushed. An older layout in it is
      replaced. Example: ./out/uvicorn
  --base-registry VALUE  (default: docker.io/library)
      Where the official Python images are pulled from, for example a mirror of your company.
      Example: mirror.example.com/library

`);
    expect(text.slice(text.indexOf('Rebuilding\n'), text.indexOf('Verifying\n'))).toBe(`Rebuilding
  --rebuild stale|always|missing|never  (default: stale)
      When to build: "stale" when the image does not exist or what it is made of has changed
      (recipe, base, a requirement, a platform), "always", "missing" only when it does not exist, or
      "never". With the last two nothing is compared, and with "never" an image that does not exist
      is an error.
  --force, --no-force
      Build whatever the registry holds: the same as "always" for --rebuild.
  --overwrite, --no-overwrite  (default: true)
      Whether an exact tag that exists may be replaced by an image of another recipe. Without it
      that is an error, which guards released tags.
  --max-age VALUE
      How old an image may become before it is built again although nothing has changed, in minutes,
      hours, days or weeks: "90m", "12h", "30d", "2w". Empty means no limit. Example: 30d

`);
    expect(text.slice(text.indexOf('Exit codes'))).toBe(`Exit codes
    0  done
    1  an error of this program itself
    2  an input is wrong
    3  the package index does not have what is wanted, or could not be reached
    4  a registry refused, could not be reached, or does not have the base image
    5  the build failed
    6  the image was built and did not pass its checks; no tag was moved
    7  a file or folder of this machine cannot be read or written
  130  interrupted with Ctrl-C; what was published is said
  143  ended by SIGTERM; the same
`);
    expect(text).toContain('When it is the same as --package-version, alias tags are');
  });
});
