import { describe, expect, it } from 'vitest';
import { helpText, optionTexts } from '../../src/entry/help.ts';
import { inputsOf } from '../../src/inputs/command-inputs.ts';
import { commandNames, writtenOption } from '../../src/inputs/row.ts';

describe('helpText', () => {
  it.each(['help', ...commandNames] as const)('of %s fits a terminal', (command) => {
    const all = helpText(command).split('\n');
    expect(all.filter((line) => line.length > 100)).toEqual([]);
    expect(all.filter((line) => line !== line.trimEnd())).toEqual([]);
  });

  it.each(commandNames)('of %s lists its inputs, each once, and none of another command', (command) => {
    const named = helpText(command)
      .split('\n')
      .flatMap(
        (line) => /^ {2}(?:-\w, )?(--(?:[a-z-]+)?|(?:NAME|IMAGE)(?= )|SIGN_KEY\w*)/.exec(line)?.[1] ?? [],
      );
    const options = inputsOf(command).map((row) => (row.place === 'rest' ? '--' : writtenOption(row)));
    // What the program prints has the standard output of `run`.
    const own = ['--debug', '--help', '--version', ...(command === 'run' ? [] : ['--json'])];
    expect(named.toSorted()).toEqual([...options, ...own].toSorted());
  });

  it.each(['build', 'plan'] as const)('of %s calls no context of a build an option', (command) => {
    expect(helpText(command).replaceAll(/\s+/g, ' ')).toContain('the named context "packages"');
  });

  it('of plan has what leaves images out beside what adds some', () => {
    const options = [...helpText('plan').matchAll(/^ {2}(--\w\S*)/gm)].map(([, option]) => option);
    const at = options.indexOf('--exclude');
    expect(options.slice(at - 1, at + 2)).toEqual(['--target-bases', '--exclude', '--include']);
  });

  it('of wheels begins with its description', () => {
    expect(optionTexts('wheels').map(([option]) => option)).toEqual([
      '--wheel-store STORE',
      '--unused-for AGE',
      '--dry-run',
      '--registry-username VALUE',
      '--registry-password-stdin',
      '--ca-bundle VALUE',
    ]);
  });

  it('without a command lists all commands', () => {
    const text = helpText();
    expect(text.split('\n').slice(0, 35)).toEqual([
      'Makes one verified multi-architecture container image of a Python package.',
      '',
      'Usage',
      '  python-image-builder build --package NAME --package-version VERSION [options]',
      '  python-image-builder plan [--packages NAMES] [options]',
      '  python-image-builder merge [FOLDER…] [--plan-file FILE] [options]',
      '  python-image-builder project [--path FOLDER] [options]',
      '  python-image-builder tree [--path FOLDER] [options]',
      '  python-image-builder connector --connector-name NAME [options]',
      '  python-image-builder run NAME [options] [-- ARGUMENTS]',
      '  python-image-builder pins [--path FOLDER] [--pins FILE] [--update]',
      '  python-image-builder release [--from TAG] [--tag TAG] [--tags TAGS] [options]',
      '  python-image-builder report [FOLDER…] [--plan-file FILE]',
      '  python-image-builder wheels [--wheel-store STORE] [--unused-for AGE] [--dry-run]',
      '  python-image-builder check --image-name REPOSITORY [options]',
      '  python-image-builder verify IMAGE [--identity IDENTITY | --public-key FILE] [options]',
      '  python-image-builder clean [--image-name REPOSITORY | --local] [--keep NUMBER] [options]',
      '  python-image-builder catalogue --image-name REPOSITORY [--out FOLDER] [options]',
      '  python-image-builder help [COMMAND]',
      '  python-image-builder version',
      '',
      '"plan" finds which images of a matrix must be made, and spreads them over jobs: "plan --help".',
      '"merge" publishes images of which several jobs made the platforms: "merge --help".',
      '"project" makes the images of a Python project, one for each console script: "project --help".',
      '"tree" makes the images of a folder of Dockerfiles, those that others stand on first: "tree --help".',
      '"connector" makes the images of Airbyte\'s connectors: "connector --help".',
      '"run" builds the image of a console script, or of a Dockerfile, and runs it: "run --help".',
      '"pins" shows which images of a file of pins moved, and brings it up to date: "pins --help".',
      '"release" gives published images the tag of a release, and symbolic ones: "release --help".',
      '"report" puts the reports of all jobs of a plan together: "report --help".',
      '"wheels" lists saved wheels, and removes old ones: "wheels --help".',
      '"check" looks whether all is there that the tags of repositories need: "check --help".',
      '"verify" shows who signed an image, and checks it: "verify --help".',
      '"clean" removes old images from repositories, or what this tool left here: "clean --help".',
      '"catalogue" writes a page that lists the images of repositories: "catalogue --help".',
    ]);
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
    expect(text.slice(text.indexOf('Rebuilding\n'), text.indexOf('Signing\n'))).toBe(`Rebuilding
  --rebuild stale|always|missing|never  (default: stale)
      When to build: "stale" when the image does not exist or what it is made of has changed
      (recipe, base, a requirement, a platform), "always", "missing" only when it does not exist, or
      "never". With the last two nothing is compared, and with "never" an image that does not exist
      is an error.
  --force, --no-force
      Build whatever the registry holds: the same as "always" for --rebuild.
  --deep, --no-deep
      With "stale", look into images that exist: one of which the registry has lost a manifest or a
      layer, to a clean-up for example, is built again. It costs a request for each of them.
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
    4  a registry refused, could not be reached, or lacks an image, or a part of one, that is needed
    5  the build failed
    6  the checks or an advisory hold the image back, and no tag was moved; or no signature counts
    7  a file or folder of this machine cannot be read or written
  130  interrupted with Ctrl-C; what was published is said
  143  ended by SIGTERM; the same
`);
    expect(text).toContain('When it is the same as --package-version, alias tags are');
  });
});
