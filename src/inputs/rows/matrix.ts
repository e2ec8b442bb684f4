import type { InputRow } from '../row.ts';

export const matrixRows: readonly InputRow[] = [
  {
    name: 'packages',
    kind: 'list',
    group: 'Matrix',
    commands: ['plan'],
    default: '',
    description: 'The packages on the index, with their extras.',
    example: 'uvicorn[standard] gunicorn',
  },
  {
    name: 'package_versions',
    kind: 'lines',
    group: 'Matrix',
    commands: ['plan'],
    default: 'latest',
    description:
      'The versions of each package, one a line: versions, `latest`, `last 5`, `minors 3` (the newest of each of the last three minor series), or a range like `>=0.30,<1`. Only what is named may be a pre-release or withdrawn.',
    example: 'last 5',
  },
  {
    name: 'python_versions',
    kind: 'list',
    group: 'Matrix',
    commands: ['plan'],
    default: 'supported',
    description:
      'The Python versions: versions, or `supported` for all that still get fixes, `supported - 3.11` for all of them but one.',
    inWorkflow: 'Quote them: YAML reads 3.10 as 3.1.',
    example: 'supported - 3.11',
  },
  {
    name: 'target_bases',
    kind: 'list',
    group: 'Matrix',
    commands: ['plan'],
    default: 'slim',
    description:
      'The variants of the official Python image to build on: `full`, `slim`, `alpine` or named ones.',
    example: 'slim alpine',
  },
  {
    name: 'include',
    kind: 'lines',
    group: 'Matrix',
    commands: ['plan'],
    default: '',
    description:
      'A list in YAML, as in the matrix of a workflow: each row names an image to add, or inputs for images that are there. Keys are package, package_version, python_version and target_base, and the inputs that the images get.',
    example: "- { target_base: alpine, platform: 'linux/amd64' }",
  },
  {
    name: 'images_file',
    kind: 'text',
    group: 'Matrix',
    commands: ['plan'],
    default: '',
    description:
      'A file in YAML that says the same as these inputs, and more for each package. Empty takes `python-images.yml`, where there is one.',
    example: '.github/python-images.yml',
  },
  {
    name: 'max_jobs',
    kind: 'text',
    group: 'Matrix',
    commands: ['plan'],
    default: '256',
    description: 'How many jobs the images are spread over at most. GitHub runs 256 of one matrix.',
    example: '20',
  },
  {
    name: 'runners',
    kind: 'list',
    group: 'Matrix',
    commands: ['plan'],
    default: '',
    description:
      'On which runner each platform is made, `PLATFORM=LABEL`: images are then split by platform over jobs, and `merge` puts them together. Other platforms, and what is not built, are made on `ubuntu-latest`.',
    example: 'linux/arm64=ubuntu-24.04-arm',
  },
  {
    name: 'plan_file',
    kind: 'text',
    group: 'Matrix',
    commands: ['plan', 'merge', 'report'],
    default: 'python-images-plan.json',
    description: 'The file that the plan is written to, as JSON.',
    example: 'plan.json',
    wordsOf: {
      merge: { description: 'The file that `plan` wrote.', example: 'plan.json' },
      report: {
        description: 'The file that `plan` wrote. Images of it that no job reports are listed, too.',
        example: 'plan.json',
      },
    },
  },
  {
    name: 'reports',
    kind: 'lines',
    wordsAfter: ['merge', 'report'],
    group: 'Matrix',
    commands: ['merge', 'report'],
    default: 'reports',
    description:
      'The folders with the files that the jobs wrote as `report_file`, in them or in folders in them, one a line; or such a file itself.',
    example: 'reports',
  },
  {
    name: 'readme',
    kind: 'text',
    group: 'Matrix',
    commands: ['report'],
    default: '',
    description:
      'A file in which the lines between `<!-- python-images -->` and `<!-- /python-images -->` become a list of the tags that are published. Empty changes no file.',
    example: 'README.md',
  },
  {
    name: 'cells',
    kind: 'lines',
    group: 'Matrix',
    commands: ['build'],
    default: '',
    description:
      'The images to make, in place of one: what `plan` puts into its matrix, or its file and the number of a shard. Each may name inputs, which win over those of this step.',
    example: 'python-images-plan.json#3',
  },
];
