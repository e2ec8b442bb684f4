/** The commands, a row each. Which inputs belong to a command is in the table of inputs. */
import { readCatalogueInputs } from '../inputs/catalogue.ts';
import { readCheckInputs } from '../inputs/check.ts';
import { readCleanInputs } from '../inputs/clean.ts';
import { readConnectorInputs } from '../inputs/connector.ts';
import { readBuildInputs } from '../inputs/build.ts';
import { readMergeInputs } from '../inputs/merge.ts';
import { readPlanInputs } from '../inputs/plan.ts';
import { readRunInputs } from '../inputs/run.ts';
import { readReleaseInputs } from '../inputs/release.ts';
import { readReportInputs } from '../inputs/report.ts';
import type { CommandName } from '../inputs/row.ts';
import { readPinsInputs } from '../inputs/pins.ts';
import { readProjectInputs } from '../inputs/project.ts';
import { readTreeInputs } from '../inputs/tree.ts';
import { readWheelsInputs } from '../inputs/wheels.ts';
import type { CommandRow, SharedInputs } from './command.ts';

/** A row without its types: what it read is handed to the same row alone. */
export type AnyCommand = CommandRow<SharedInputs, unknown>;

/** Checks the types of a row before `AnyCommand` drops them. */
const row = <Inputs extends object, Result>(command: CommandRow<Inputs, Result>): AnyCommand =>
  command as unknown as AnyCommand;

const program = 'python-image-builder';

export const commands: Readonly<Record<CommandName, AnyCommand>> = {
  build: row({
    action: {
      folder: '',
      name: 'Python Image Builder',
      description: 'Publish verified multi-architecture container images of Python packages.',
    },
    summary: 'Makes one verified multi-architecture container image of a Python package.',
    usage: '--package NAME --package-version VERSION [options]',
    examples: [
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
    ],
    read: readBuildInputs,
    load: () => import('./build-command.ts'),
  }),
  plan: row({
    action: {
      folder: 'plan',
      name: 'Python Image Builder: plan',
      description: 'Find the images of a matrix that must be made, and spread them over jobs.',
    },
    summary: 'Finds which images of a matrix must be made, and spreads them over jobs.',
    description:
      'Finds the versions of packages and the Pythons, looks at what the registry holds of each image, and says which must be made, why, and in which job. It makes none.',
    usage: '[--packages NAMES] [options]',
    first: ['packages', 'package_versions', 'python_versions', 'target_bases', 'images_file'],
    examples: [
      {
        text: 'The last five versions, on all Pythons that still get fixes:',
        lines: [
          `${program} plan --packages 'uvicorn[standard]' --package-versions 'last 5' \\`,
          "  --target-bases 'slim alpine' --registry ghcr.io --image-name example/uvicorn",
        ],
      },
      {
        text: 'The first of its jobs:',
        lines: [`${program} build --cells python-images-plan.json#1 --registry ghcr.io --push`],
      },
    ],
    read: readPlanInputs,
    load: () => import('./plan-command.ts'),
  }),
  merge: row({
    action: {
      folder: 'merge',
      name: 'Python Image Builder: merge',
      description: 'Publish images of which several jobs made the platforms.',
    },
    summary: 'Publishes images of which several jobs made the platforms.',
    description:
      'Publishes the images that a plan split over runners: looks whether all of their platforms are there, writes the index of each once, and moves its tags. It builds nothing.',
    usage: '[--reports FOLDER] [--plan-file FILE] [options]',
    first: ['reports', 'plan_file'],
    examples: [
      {
        text: 'The images of which all jobs of a plan made their part:',
        lines: [`${program} merge --reports reports --registry ghcr.io`],
      },
    ],
    read: readMergeInputs,
    load: () => import('./merge-command.ts'),
  }),
  project: row({
    action: {
      folder: 'project',
      name: 'Python Image Builder: project',
      description: 'Publish a verified image for each console script of a Python project.',
    },
    summary: 'Makes the images of a Python project, one for each console script.',
    usage: '[--path FOLDER] [options]',
    first: ['path', 'scripts'],
    examples: [
      {
        text: 'The images of the project in this folder, pushed:',
        lines: [`${program} project --registry ghcr.io --image-name example/foo --push`],
      },
      {
        text: 'Only that of one script, on another base, and nothing but said:',
        lines: [
          `${program} project --scripts foo-manage --target-base slim \\`,
          '  --registry ghcr.io --image-name example/foo --push --dry-run',
        ],
      },
    ],
    read: readProjectInputs,
    load: () => import('./project-command.ts'),
  }),
  tree: row({
    action: {
      folder: 'tree',
      name: 'Python Image Builder: tree',
      description: 'Publish verified multi-architecture images of Dockerfiles that stand on each other.',
    },
    summary: 'Makes the images of a folder of Dockerfiles, those that others stand on first.',
    usage: '[--path FOLDER] [options]',
    first: ['path'],
    examples: [
      {
        text: 'What would be made of the Dockerfiles in this folder, and in which order:',
        lines: [`${program} tree --registry ghcr.io --image-name example/images --push --dry-run`],
      },
      {
        text: 'Only what a commit changed, and what stands on it:',
        lines: [
          `${program} tree --path container --changed HEAD~1 \\`,
          '  --registry ghcr.io --image-name example/images --push',
        ],
      },
    ],
    read: readTreeInputs,
    load: () => import('./tree-command.ts'),
  }),
  connector: row({
    action: {
      folder: 'connector',
      name: 'Python Image Builder: connector',
      description: 'Publish verified multi-architecture images of Airbyte connectors.',
    },
    summary: "Makes the images of Airbyte's connectors.",
    usage: '--connector-name NAME [options]',
    examples: [
      {
        text: 'Whether a connector builds, and answers to "spec" on every platform:',
        lines: [`${program} connector --connector-name source-faker`],
      },
      {
        text: 'All connectors that a commit changed, pushed:',
        lines: [
          `${program} connector --changed HEAD~1 --registry ghcr.io/example \\`,
          '  --release-type main-release --no-dry-run',
        ],
      },
    ],
    read: readConnectorInputs,
    load: () => import('./connector-command.ts'),
  }),
  run: row({
    summary: 'Builds the image of a console script, or of a Dockerfile, and runs it.',
    description:
      'Builds the image of a console script of a project, or that of a Dockerfile of a tree, for this machine alone, and runs it. What the engine of this machine has already is built again only where what it is made of changed. The program has the terminal, and its exit code is that of the command.',
    usage: 'NAME [options] [-- ARGUMENTS]',
    first: [
      'name',
      'arguments',
      'publish',
      'env',
      'env_from',
      'volume',
      'mount',
      'user',
      'workdir',
      'network',
    ],
    examples: [
      {
        text: 'A console script of the project in this folder:',
        lines: [`${program} run foo-manage -- migrate --verbose`],
      },
      {
        text: 'An image of a tree of Dockerfiles, with a port, a variable and a folder:',
        lines: [
          `${program} run tractor --path container \\`,
          '  -p 8000:80 -e LOG_LEVEL=debug -v ./data:/data',
        ],
      },
    ],
    read: readRunInputs,
    load: () => import('./run-command.ts'),
  }),
  pins: row({
    summary: 'Shows which images of a file of pins moved, and brings it up to date.',
    usage: '[--path FOLDER] [--pins FILE] [--update]',
    first: ['path', 'pins', 'update'],
    examples: [
      { text: 'What moved:', lines: [`${program} pins --path container`] },
      { text: 'The same, written into the file:', lines: [`${program} pins --path container --update`] },
    ],
    read: readPinsInputs,
    load: () => import('./pins-command.ts'),
  }),
  release: row({
    action: {
      folder: 'release',
      name: 'Python Image Builder: release',
      description: 'Give all images of a repository, as they are published, the tag of a release.',
    },
    summary: 'Gives published images the tag of a release, and symbolic ones.',
    description:
      'Gives all images, as they stand under one tag, the tag of a release, and then symbolic ones. Nothing is built or pulled, and no tag moves before every image was looked at.',
    usage: '[--from TAG] [--tag TAG] [--tags TAGS] [options]',
    first: ['from', 'tag', 'tags', 'prerelease_tags', 'force', 'dry_run', 'images', 'path', 'exclude'],
    examples: [
      {
        text: 'Which tags would move for a release of what the branch main has published:',
        lines: [
          `${program} release --registry ghcr.io --image-name example/images \\`,
          '  --from main --tag v0.1.1 --tags stable --dry-run',
        ],
      },
      {
        text: 'Back to an older release:',
        lines: [
          `${program} release --registry ghcr.io --image-name example/images \\`,
          '  --from v0.1.0 --tag v0.1.0 --tags stable',
        ],
      },
    ],
    read: readReleaseInputs,
    load: () => import('./release-command.ts'),
  }),
  report: row({
    action: {
      folder: 'report',
      name: 'Python Image Builder: report',
      description: 'Put the reports of all jobs of a plan together.',
    },
    summary: 'Puts the reports of all jobs of a plan together.',
    usage: '[--reports FOLDER] [--plan-file FILE]',
    examples: [
      {
        text: 'What became of all images of a plan:',
        lines: [`${program} report --reports reports --plan-file python-images-plan.json`],
      },
    ],
    read: readReportInputs,
    load: () => import('./report-command.ts'),
  }),
  wheels: row({
    summary: 'Lists saved wheels, and removes old ones.',
    description:
      'Lists the compiled wheels that are saved for later builds, and removes those that none has used.',
    usage: '[--wheel-store STORE] [--unused-for AGE] [--dry-run]',
    first: ['wheel_store', 'unused_for', 'dry_run'],
    examples: [
      {
        text: 'The wheels that are saved beside an image:',
        lines: [`${program} wheels --wheel-store ghcr.io/example/uvicorn`],
      },
      {
        text: 'Which of them would be removed:',
        lines: [`${program} wheels --wheel-store ghcr.io/example/uvicorn --unused-for 90d --dry-run`],
      },
    ],
    read: readWheelsInputs,
    load: () => import('./wheels-command.ts'),
  }),
  check: row({
    summary: 'Looks whether all is there that the tags of repositories need.',
    description:
      'Looks whether every tag leads to an image whose manifests, layers and attached artifacts are all in the repository. Where not, it lists what is missing, and the exit code is 4.',
    usage: '--image-name REPOSITORY [options]',
    first: ['image_name'],
    examples: [
      {
        text: 'Two repositories:',
        lines: [
          `${program} check --image-name ghcr.io/example/uvicorn \\`,
          '  --image-name ghcr.io/example/gunicorn',
        ],
      },
    ],
    read: readCheckInputs,
    load: () => import('./check-command.ts'),
  }),
  clean: row({
    summary: 'Removes old images from repositories, or what this tool left here.',
    description:
      'Removes images that a rule names, with the manifests that only they need. What an image that stays needs is never removed: its platforms, what is attached to it, saved wheels, and its base. With `--local` it removes from this machine what this tool made and no run uses. The list is shown first, and the terminal asked.',
    usage: '[--image-name REPOSITORY | --local] [--keep NUMBER] [options]',
    first: ['image_name', 'keep', 'older', 'untagged', 'keep_tags', 'local', 'yes', 'dry_run'],
    examples: [
      {
        text: 'What would be removed, so that the ten newest images stay:',
        lines: [`${program} clean --image-name ghcr.io/example/uvicorn --keep 10 --dry-run`],
      },
      {
        text: 'In a job: what is older than 90 days, but for the ten newest:',
        lines: [`${program} clean --image-name ghcr.io/example/uvicorn --keep 10 --older 90d --yes`],
      },
      { text: 'What this machine would lose:', lines: [`${program} clean --local --dry-run`] },
    ],
    read: readCleanInputs,
    load: () => import('./clean-command.ts'),
  }),
  catalogue: row({
    summary: 'Writes a page that lists the images of repositories.',
    description:
      'Writes one static page that lists the images of repositories by what the registry says of them: versions, Pythons, bases, platforms, sizes, digests, requirements, and what changed in them. The page asks nothing of anybody, and needs no server.',
    usage: '--image-name REPOSITORY [--out FOLDER] [options]',
    first: ['image_name', 'out'],
    examples: [
      {
        text: 'The images of two repositories, in site/index.html:',
        lines: [
          `${program} catalogue --image-name ghcr.io/example/uvicorn \\`,
          '  --image-name ghcr.io/example/gunicorn --out site',
        ],
      },
    ],
    read: readCatalogueInputs,
    load: () => import('./catalogue-command.ts'),
  }),
};
