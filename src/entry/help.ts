/** The command line's help, from the table of inputs. docs/command-line.md takes its tables from here. */
import type { CommandName } from '../inputs/options.ts';
import { type InputRow, groups, inputTable, optionOf } from '../inputs/table.ts';

const program = 'python-image-builder';
const columns = 100;

/** Help for all commands, or for one. Ends with a line break; no line is longer than 100 columns, URLs excepted. */
export function helpText(command: CommandName = 'help'): string {
  const lines = command === 'wheels' ? wheels() : command === 'build' ? build() : overview();
  return `${lines.join('\n')}\n`;
}

function overview(): string[] {
  return [
    ...wrap('Makes one verified multi-architecture container image of a Python package.'),
    '',
    'Usage',
    `  ${program} build --package NAME --package-version VERSION [options]`,
    `  ${program} wheels [--wheel-store STORE] [--unused-for AGE] [--dry-run]`,
    `  ${program} help [build|wheels]`,
    `  ${program} version`,
    '',
    ...wrap('"wheels" lists the compiled wheels that are kept, and removes old ones: "wheels --help".'),
    '',
    ...build().slice(2),
  ];
}

function build(): string[] {
  return [
    `Usage: ${program} build --package NAME --package-version VERSION [options]`,
    '',
    'Examples',
    ...examples.flatMap(({ text, lines }) => [...wrap(text, 2), ...lines.map((line) => `    ${line}`), '']),
    ...groups.flatMap((group) => [
      group,
      ...inputTable.filter((row) => row.group === group).flatMap(option),
      '',
    ]),
    'Everywhere',
    ...ownOptions.flatMap(([name, text]) => [`  ${name}`, ...wrap(text, 6)]),
    '',
    'Exit codes',
    ...exitCodes.map(([code, text]) => `  ${code.padStart(3)}  ${text}`),
  ];
}

const examples = [
  {
    text: 'A verified image in ./image, without any registry:',
    lines: [
      `${program} build --package uvicorn --package-version latest \\`,
      '  --python-version 3.13 --target-base slim',
    ],
  },
  {
    text: 'The same, pushed with what "docker login" left:',
    lines: [
      `${program} build --package uvicorn --package-version latest \\`,
      '  --registry ghcr.io --image-name example/uvicorn --push',
    ],
  },
  {
    text: 'What would be done, and nothing more:',
    lines: [`${program} build --package 'gunicorn[setproctitle]' --package-version 23.0.0 --dry-run`],
  },
] as const;

function wheels(): string[] {
  return [
    `Usage: ${program} wheels [--wheel-store STORE] [--unused-for AGE] [--dry-run]`,
    '',
    ...wrap(
      'Lists the compiled wheels that are kept for later builds, and removes those that none has used.',
    ),
    '',
    'Examples',
    '  What is kept beside an image:',
    `    ${program} wheels --wheel-store ghcr.io/example/uvicorn`,
    '',
    '  What would be removed of it:',
    `    ${program} wheels --wheel-store ghcr.io/example/uvicorn --unused-for 90d --dry-run`,
    '',
    'Options',
    ...[...wheelsOptions, ...ownOptions].flatMap(([name, text]) => [`  ${name}`, ...wrap(text, 6)]),
  ];
}

const passwordOption = [
  '--registry-password-stdin',
  'Read the password or token for --registry from standard input. The environment variable REGISTRY_PASSWORD does the same. Other registries use what "docker login" left.',
] as const;

export const wheelsOptions = [
  [
    '--wheel-store STORE',
    `Where they are: a repository, like "ghcr.io/example/uvicorn", or a folder, like "./wheels". Without it, the folder in this user's cache.`,
  ],
  [
    '--unused-for AGE',
    'Remove those that no build has used for so many days or weeks, like "90d" or "12w". Uses are written down once a week, so the last one must be a week longer ago. Builds that keep or rebase an image use none.',
  ],
  ['--dry-run', 'With --unused-for: only say which would be removed.'],
  ['--registry-username VALUE', 'The user of the store that the password belongs to.'],
  [passwordOption[0], passwordOption[1].replace('for --registry ', 'of that user ')],
  ['--ca-bundle VALUE', 'A PEM file with certificates to trust besides those that are trusted anyway.'],
] as const;

export const ownOptions = [
  ['--json', 'Print the report as JSON on standard output; all else goes to standard error.'],
  ['--debug', 'Say more: every command and every request.'],
  ['-h, --help', 'Print the help.'],
  ['--version', 'Print the version of this program.'],
] as const;

export const exitCodes = [
  ['0', 'done'],
  ['1', 'an error of this program itself'],
  ['2', 'an input is wrong'],
  ['3', 'the package index does not have what is wanted, or could not be reached'],
  ['4', 'a registry refused, could not be reached, or does not have the base image'],
  ['5', 'the build failed'],
  ['6', 'the image was built and did not pass its checks; no tag was moved'],
  ['7', 'a file or folder of this machine cannot be read or written'],
  ['130', 'interrupted with Ctrl-C; what was published is said'],
  ['143', 'ended by SIGTERM; the same'],
] as const;

/** What stands for the value, in capitals. */
const values: Readonly<Record<InputRow['kind'], string>> = {
  text: ' VALUE',
  lines: ' LINE',
  list: ' LIST',
  flag: '',
  choice: ' VALUE',
};

function option(row: InputRow): string[] {
  if (row.secret) {
    const [name, text] = passwordOption;
    return [`  ${name}`, ...wrap(text, 6)];
  }
  const name = optionOf(row.name);
  const value = row.choices === undefined ? values[row.kind] : ` ${row.choices.join('|')}`;
  const negation = row.kind === 'flag' ? `, --no-${name.slice(2)}` : '';
  const parts = [
    asOptions(row.description),
    row.kind === 'lines' || row.kind === 'list' ? 'May be given more than once.' : '',
    row.example === undefined ? '' : `Example: ${row.example}`,
  ];
  return [`  ${name}${negation}${value}${defaultOf(row)}`, ...wrap(parts.filter(Boolean).join(' '), 6)];
}

function defaultOf(row: InputRow): string {
  if (row.required) return '  (required)';
  const words = row.cliDefaultWords ?? row.cliDefault ?? row.default;
  // A flag is off unless it says otherwise.
  return words === '' || (row.kind === 'flag' && words === 'false') ? '' : `  (default: ${words})`;
}

/** Descriptions name other inputs as a workflow does; here they are options. */
const asOptions = (text: string): string =>
  text.replaceAll(/`([^`]+)`/g, (_, code: string) =>
    inputTable.some((row) => row.name === code) ? optionOf(code) : `"${code}"`,
  );

/** Breaks at spaces, so that no line is longer than the columns; one word that is longer stays whole. */
function wrap(text: string, indent = 0): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent + line.length + 1 + word.length > columns) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].map((each) => ' '.repeat(indent) + each);
}
