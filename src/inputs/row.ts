/** What a row of the table of inputs says, and which groups and commands there are. */

/**
 * How a value is written. `text`: one value. `lines`: one a line. `list`: separated by commas, spaces or lines.
 * `flag`: true or false. `choice`: one of `choices`. `words`: values of the command line alone, each with every character
 * that was given; the raw value is an array in JSON.
 */
type InputKind = 'text' | 'lines' | 'list' | 'flag' | 'choice' | 'words';

export const groups = [
  'Matrix',
  'Package',
  'Source',
  'Connector',
  'Release',
  'Image',
  'Registry',
  'Building',
  'Rebuilding',
  'Signing',
  'Cleaning',
  'Verifying',
  'Advisories',
  'Running',
  'Container',
] as const;
type Group = (typeof groups)[number];

/** The commands that take inputs. `src/entry/commands.ts` has the row of each. */
export const commandNames = [
  'build',
  'plan',
  'merge',
  'project',
  'tree',
  'connector',
  'run',
  'pins',
  'release',
  'report',
  'wheels',
  'check',
  'verify',
  'clean',
  'catalogue',
] as const;
export type CommandName = (typeof commandNames)[number];

/** What a user is told of an input. */
export interface InputWords {
  /** One or two sentences for the user. */
  readonly description: string;
  /** What is to be known only where it is written in YAML. */
  readonly inWorkflow?: string;
  /** What help says in place of all of this. */
  readonly inHelp?: string;
  readonly example?: string;
  /** What an empty value means on the command line, where the value itself is not known here. */
  readonly cliDefaultWords?: string;
  /** The option and its value as help writes them, where the kind does not say it: `--unused-for AGE`. */
  readonly usage?: string;
}

export interface InputRow extends InputWords {
  readonly name: string;
  readonly kind: InputKind;
  readonly group: Group;
  /** Of a command in whose help it stands beside other inputs. */
  readonly groupOf?: Readonly<Partial<Record<CommandName, Group>>>;
  readonly commands: readonly [CommandName, ...CommandName[]];
  /** Of a command that uses the input in another way: its words, in place of all of the row's. */
  readonly wordsOf?: Readonly<Partial<Record<CommandName, InputWords>>>;
  /** What an empty value means; empty where it means "none". */
  readonly default: string;
  /** What an empty value means on the command line, where that differs. */
  readonly cliDefault?: string;
  /** Of a command with another default, also on the command line. */
  readonly defaultOf?: Readonly<Partial<Record<CommandName, string>>>;
  /** The expression that GitHub puts in for a missing value, and the variable of the runner with the same value. */
  readonly actionDefault?: { readonly expression: string; readonly variable: string };
  /** `unless`: not needed where another input has a value. */
  readonly required?: true | { readonly unless: string };
  /**
   * Not an option of the command line, and never in a message: the password of a registry, which may be piped in, or what only
   * an environment variable has there.
   */
  readonly secret?: 'password' | 'variable';
  readonly choices?: readonly string[];
  /** The letter of an option that has a short form. */
  readonly short?: string;
  /** Where it stands on the command line, if it is no option: a word after the command, or all words after `--`. */
  readonly place?: 'word' | 'rest';
  /** Commands whose words are values of it, besides those of its option: `report FOLDER…`. */
  readonly wordsAfter?: readonly CommandName[];
  /** Another option of a command that means the same, without its dashes. */
  readonly alsoCalled?: Readonly<Partial<Record<CommandName, string>>>;
}

/** `package_version` is `--package-version` on the command line. */
export const optionOf = (name: string): string => `--${name.replaceAll('_', '-')}`;

/** The environment variable of the command line that holds a secret: `REGISTRY_PASSWORD`. */
export const variableOf = (name: string): string => name.replaceAll('-', '_').toUpperCase();

/** A secret is no option: what is written asks for it to be read from standard input. */
export function writtenOption({ name, secret, place }: InputRow): string {
  if (place !== undefined || secret === 'variable') return variableOf(name);
  return secret ? `${optionOf(name)}-stdin` : optionOf(name);
}
