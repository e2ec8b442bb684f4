import { describe, expect, it } from 'vitest';
import { inputsOf } from '../../src/inputs/command-inputs.ts';
import { type CommandLine, parseCommandLine } from '../../src/inputs/options.ts';
import { type CommandName, commandNames, writtenOption } from '../../src/inputs/row.ts';
import { inputTable } from '../../src/inputs/table.ts';

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
    ['help about saved wheels', ['wheels', '--help'], { command: 'help', about: 'wheels' }],
    ['help about saved wheels in words', ['help', 'wheels'], { command: 'help', about: 'wheels' }],
    ['help about help', ['help', 'help'], { command: 'help', about: 'help' }],
    [
      'help about a slip in a command',
      ['help', 'biuld'],
      {
        command: 'help',
        about: 'help',
        problems: [{ station: 'input', message: '"biuld" is not a command. Did you mean "build"?' }],
      },
    ],
    [
      'nothing but a slip in a command',
      ['plna', 'six', '--pakage', 'x'],
      {
        command: 'help',
        about: 'help',
        problems: [{ station: 'input', message: '"plna" is not a command. Did you mean "plan"?' }],
      },
    ],
    [
      'an unknown command',
      ['publish'],
      {
        command: 'help',
        about: 'help',
        problems: [
          {
            station: 'input',
            message:
              '"publish" is not a command. There are build, plan, merge, project, tree, connector, run, pins, release, report, wheels, check, verify, clean, catalogue, help, version.',
          },
        ],
      },
    ],
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
    [
      'a list in YAML',
      ['plan', '--exclude', '- { target_base: alpine }'],
      { command: 'plan', raw: { exclude: '- { target_base: alpine }' } },
    ],
    ['an empty value', ['build', '--user', ''], { raw: { user: '' } }],
    [
      'what is no input',
      ['build', '--json', '--debug', '--registry-password-stdin'],
      { json: true, debug: true, passwordFromStdin: true },
    ],
    [
      'what is run, with what the program is given',
      [
        'run',
        'foo',
        '-p',
        '80:80',
        '-p8080:8080',
        '--env=A=1\n2',
        '-e',
        ' B',
        '--',
        '-p',
        '--help',
        'a\nb',
        '',
      ],
      {
        command: 'run',
        raw: {
          name: 'foo',
          publish: '["80:80","8080:8080"]',
          env: '["A=1\\n2"," B"]',
          arguments: '["-p","--help","a\\nb",""]',
        },
      },
    ],
    [
      'what is run, named after an option',
      ['run', '-u', '1000', 'foo'],
      { command: 'run', raw: { user: '1000', name: 'foo' } },
    ],
    ['what is run, of the name of a command', ['run', 'build'], { command: 'run', raw: { name: 'build' } }],
    ['help about what is run', ['run', '-p', '80', '-h'], { command: 'help', about: 'run' }],
    ['saved wheels', ['wheels'], { command: 'wheels' }],
    [
      'folders as words',
      ['report', 'one', '--reports=two', 'three', '--plan-file', 'plan.json'],
      { command: 'report', raw: { reports: 'two\none\nthree', plan_file: 'plan.json' } },
    ],
    ['a folder for merge', ['merge', 'one'], { command: 'merge', raw: { reports: 'one' } }],
    [
      'another name of an option',
      [
        'catalogue',
        '--image',
        'ghcr.io/a/b',
        '--image=ghcr.io/a/c',
        '--image-name=ghcr.io/a/d',
        '--out',
        'site',
      ],
      { command: 'catalogue', raw: { image_name: 'ghcr.io/a/b\nghcr.io/a/c\nghcr.io/a/d', out: 'site' } },
    ],
    [
      'saved wheels to remove',
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
        raw: { wheel_store: 'ghcr.io/a/b', unused_for: '90d', dry_run: 'true', ca_bundle: './ca.pem' },
        json: true,
      },
    ],
  ])('%s', (_, argv, expected) => {
    expect(parseCommandLine(argv)).toEqual({ ...plain, ...expected });
  });

  const passwordHint =
    'a password on the command line can be read by everyone on this machine: set the environment variable REGISTRY_PASSWORD, or pipe it in with --registry-password-stdin.';
  it.each<readonly [string, readonly string[], readonly string[], Record<string, string>]>([
    ['no command', ['--push'], ['no command is given: write "build" before the options.'], { push: 'true' }],
    [
      'a name that an option has for another command',
      ['build', '--image', 's3cret'],
      ['--image: there is no such option. Did you mean "--images"?'],
      {},
    ],
    [
      'letters that belong to another command',
      ['build', '-p', 's3cret'],
      ['-p: there is no such option. "--help" lists all.'],
      {},
    ],
    [
      'what stands after -- without a use',
      ['build', '--', 'six'],
      [
        '"six" stands alone after the command: values belong to an option, like --package, and those with spaces into quotes.',
      ],
      {},
    ],
    [
      'words alone',
      ['build', 'six', 'attrs'],
      [
        '"six", "attrs" stand alone after the command: values belong to an option, like --package, and those with spaces into quotes.',
      ],
      {},
    ],
    [
      'a word that may be a password',
      ['build', '--registry-password-stdin', 's3cret'],
      [
        '1 word stands alone after the command: values belong to an option, like --package, and those with spaces into quotes.',
      ],
      {},
    ],
    [
      'words of which one may be a password that lost its option',
      ['build', 'registry-password', 's3cret'],
      [
        '2 words stand alone after the command: values belong to an option, like --package, and those with spaces into quotes.',
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
    [
      'the password',
      ['build', '--registry-password', 's3cret'],
      [`--registry-password: ${passwordHint}`],
      {},
    ],
    [
      'the password in one word',
      ['build', '--registry-password=s3cret'],
      [`--registry-password: ${passwordHint}`],
      {},
    ],
    [
      'no value of a time',
      ['build', '--unused-for'],
      ['--unused-for: it needs a value. One that starts with "-" is written with "=": --unused-for=VALUE.'],
      {},
    ],
    ['a password by another name', ['build', '--password', 's3cret'], [`--password: ${passwordHint}`], {}],
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

  it.each<readonly [string, readonly string[], readonly string[], Record<string, string>]>([
    [
      'words that no program is given',
      ['run', 'foo', 'other', 'more', '--', 'x'],
      [
        '"other", "more" stand alone after NAME: values belong to an option, and those with spaces into quotes. What the program is given stands after "--".',
      ],
      { name: 'foo', arguments: '["x"]' },
    ],
    [
      'options of docker that are none here',
      ['run', '-it', 'foo', '--json'],
      [
        '--json: the command "run" does not take it: on the standard output is what the program prints.',
        '-i: leave it out: the standard input and the terminal are passed on by themselves.',
        '-t: leave it out: the standard input and the terminal are passed on by themselves.',
      ],
      { name: 'foo' },
    ],
    [
      "docker's name of a file of variables",
      ['run', 'foo', '--env-file', 's3cret'],
      ['--env-file: Node, which runs this program, reads such a file for itself: write "--env-from FILE".'],
      { name: 'foo' },
    ],
  ])('refuses of what is run %s', (_, argv, messages, raw) => {
    const line = parseCommandLine(argv);
    expect([line.command, line.raw]).toEqual(['run', raw]);
    expect(line.problems.map((problem) => problem.message)).toEqual(messages);
    expect(JSON.stringify(line)).not.toContain('s3cret');
  });
});

describe('options of other commands', () => {
  // Some secrets are no option of any command.
  const given = inputTable
    .filter(({ secret }) => secret !== 'variable')
    .flatMap((row) => commandNames.map((command) => ({ command, row, option: writtenOption(row) })));

  it('tells of a key on the command line that it is a secret, and does not show it', () => {
    const { problems, raw } = parseCommandLine(['build', '--sign-key', 's3cret', '--package=six']);
    expect([problems.map(({ message }) => message), raw]).toEqual([
      [
        '--sign-key: a secret on the command line can be read by everyone on this machine: set the environment variable SIGN_KEY.',
      ],
      { package: 'six' },
    ]);
  });

  it.each(given.filter(({ command, row }) => row.commands.includes(command)))(
    '$command takes $option',
    ({ command, row, option }) => {
      const value = row.kind === 'flag' || row.secret || row.place !== undefined ? option : `${option}=x`;
      expect(parseCommandLine([command, value]).problems).toEqual([]);
    },
  );

  /** Whether the command has an input of its own whose option is the same. */
  const isCalledAlike = (command: CommandName, option: string): boolean =>
    inputsOf(command).some((row) => writtenOption(row) === option);

  /** What is no option is a word, which is refused as such. */
  const foreign = given.filter(
    ({ command, row, option }) => row.place === undefined && !isCalledAlike(command, option),
  );
  it.each(foreign)('$command refuses $option', ({ command, row, option }) => {
    const value = row.kind === 'flag' || row.secret ? option : `${option}=s3cret`;
    // Of two inputs whose options are the same, the last is meant where the command has neither.
    const { commands } = inputTable.findLast((one) => writtenOption(one) === option)!;
    const takers = new Intl.ListFormat('en-GB').format(commands.map((name) => `"${name}"`));
    const does = commands.length === 1 ? 'does' : 'do';
    const list = inputsOf(command).find(({ name }) => name === `${row.name}s`);
    const instead = list === undefined ? '' : ` It has ${writtenOption(list)} in its place.`;
    expect(parseCommandLine([command, value]).problems).toEqual([
      {
        station: 'input',
        message: `${option}: the command "${command}" does not take it, only ${takers} ${does}.${instead}`,
      },
    ]);
  });

  it.each<readonly [string, readonly string[], string]>([
    ['plan', ['plan', 'six'], 'the command: values belong to an option, like --packages, and'],
    ['catalogue', ['catalogue', 'six'], 'the command: values belong to an option, like --image, and'],
    ['wheels', ['wheels', 'six'], 'the command: values belong to an option, and'],
  ])('names the option that a word most likely belongs to: %s', (_, argv, words) => {
    expect(parseCommandLine(argv).problems.map(({ message }) => message)).toEqual([
      `"six" stands alone after ${words} those with spaces into quotes.`,
    ]);
  });

  it('names the input of several that a command has in place of one', () => {
    expect(parseCommandLine(['plan', '--python-version=3.13']).problems).toEqual([
      {
        station: 'input',
        message:
          '--python-version: the command "plan" does not take it, only "build", "project" and "run" do. It has --python-versions in its place.',
      },
    ]);
  });

  it.each<readonly [CommandName, string]>([
    ['build', 'dry_run'],
    ['connector', 'dry-run'],
  ])('of %s, --dry-run is the input %s', (command, name) => {
    for (const argv of [
      [command, '--dry-run'],
      ['--dry-run', command],
    ])
      expect(parseCommandLine(argv)).toMatchObject({ command, raw: { [name]: 'true' }, problems: [] });
  });

  it('reads the password of each command, and of no other', () => {
    expect(parseCommandLine(['connector', '--docker-hub-password-stdin'])).toMatchObject({
      passwordFromStdin: true,
      problems: [],
    });
    const line = parseCommandLine(['connector', '--docker-hub-password', 's3cret', '--token=s3cret']);
    expect(JSON.stringify(line)).not.toContain('s3cret');
    expect(line.problems.map(({ message }) => message)).toEqual([
      expect.stringContaining(
        'set the environment variable DOCKER_HUB_PASSWORD, or pipe it in with',
      ) as string,
      expect.stringContaining('pipe it in with --docker-hub-password-stdin.') as string,
    ]);
  });

  it('are all reported, together with other problems', () => {
    const { problems } = parseCommandLine(['wheels', '--no-push', '--user', '--labels=a=1', '--labels=b=2']);
    expect(problems.map(({ message }) => message)).toEqual([
      '--labels: the command "wheels" does not take it, only "build", "plan", "project", "tree" and "connector" do.',
      '--push: the command "wheels" does not take it, only "build", "project" and "tree" do.',
      '--user: it needs a value. One that starts with "-" is written with "=": --user=VALUE.',
    ]);
  });
});
