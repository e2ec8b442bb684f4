/** Commands that make images, or say which to make. */
import { readBuildInputs } from '../../inputs/build.ts';
import { readConnectorInputs } from '../../inputs/connector.ts';
import { readMergeInputs } from '../../inputs/merge.ts';
import { readPlanInputs } from '../../inputs/plan.ts';
import { readProjectInputs } from '../../inputs/project.ts';
import { readRunInputs } from '../../inputs/run.ts';
import { readTreeInputs } from '../../inputs/tree.ts';
import { program, row } from './row.ts';

export const makingRows = {
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
    load: () => import('../build-command.ts'),
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
    first: [
      'packages',
      'package_versions',
      'python_versions',
      'target_bases',
      'exclude',
      'include',
      'images_file',
    ],
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
    load: () => import('../plan-command.ts'),
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
    usage: '[FOLDER…] [--plan-file FILE] [options]',
    first: ['reports', 'plan_file'],
    examples: [
      {
        text: 'The images of which all jobs of a plan made their part:',
        lines: [`${program} merge reports --registry ghcr.io`],
      },
    ],
    read: readMergeInputs,
    load: () => import('../merge-command.ts'),
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
    load: () => import('../project-command.ts'),
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
    load: () => import('../tree-command.ts'),
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
    load: () => import('../connector-command.ts'),
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
    load: () => import('../run-command.ts'),
  }),
};
