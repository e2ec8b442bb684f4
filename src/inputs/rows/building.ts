import { compileChoices, layersChoices } from '../choices.ts';
import type { InputRow } from '../row.ts';
import { ofRepositories } from './repositories.ts';

export const buildingRows: readonly InputRow[] = [
  {
    name: 'build_packages',
    kind: 'list',
    group: 'Building',
    commands: ['build', 'plan', 'project', 'run'],
    default: '',
    description: "The distribution's packages that are needed to compile. They are not in the image.",
    example: 'libldap2-dev libsasl2-dev',
    wordsOf: {
      run: {
        description:
          'Packages of the distribution that compiling a project needs, besides those of `bindep.txt` with the profile `compile`.',
        example: 'libpq-dev',
      },
      project: {
        description:
          'Packages of the distribution that compiling needs, besides those of `bindep.txt` with the profile `compile`.',
        example: 'libpq-dev',
      },
    },
  },
  {
    name: 'build_constraints',
    kind: 'lines',
    group: 'Building',
    commands: ['build', 'plan', 'project', 'run'],
    default: '',
    description:
      'What the requirements of builds are held to where a package is built from source, one a line, as uv and pip take build constraints. They say nothing of what is installed. Where pip resolves by itself and is older than 25.3, they hold for that, too.',
    example: 'Cython<3',
  },
  {
    name: 'compile',
    kind: 'choice',
    group: 'Building',
    commands: ['build', 'plan', 'project'],
    default: 'auto',
    choices: compileChoices,
    description:
      'How what has no wheel for a foreign platform is compiled: `auto` cross-compiles, and under emulation what that fails for; `cross` takes that for a failure; `emulate` cross-compiles nothing.',
    example: 'emulate',
  },
  {
    name: 'wheel_store',
    kind: 'text',
    group: 'Building',
    commands: ['build', 'plan', 'project', 'wheels'],
    default: '',
    cliDefaultWords: "beside the image with --push, else in this user's cache",
    description:
      "Where wheels that had to be compiled are saved, and restored from the next time: a repository (`registry/name`, under tags that begin with `wheels-`), a folder (`./wheels`), or `off`. Empty means the image's first repository. They are saved when the image was verified, never in a pull request's run, and in a workflow only where it pushes.",
    example: 'ghcr.io/example/wheels',
    wordsOf: {
      plan: {
        cliDefaultWords: 'beside the images of the first package',
        description:
          'Where wheels that had to be compiled are saved, and restored from the next time: a repository (`registry/name`, under tags that begin with `wheels-`), or `off`. Empty means the first repository of the first package, for the images of all packages.',
        example: 'ghcr.io/example/wheels',
      },
      wheels: {
        usage: '--wheel-store STORE',
        description:
          "Where they are: a repository, like `ghcr.io/example/uvicorn`, or a folder, like `./wheels`. Without it, the folder in this user's cache.",
      },
    },
  },
  {
    name: 'unused_for',
    kind: 'text',
    group: 'Building',
    commands: ['wheels'],
    default: '',
    usage: '--unused-for AGE',
    description:
      'Remove those that no build has used for so many days or weeks, like `90d` or `12w`. Uses are written down once a week, so the last one must be a week longer ago. Builds that keep or rebase an image use none.',
  },
  {
    name: 'runtime_packages',
    kind: 'list',
    group: 'Building',
    commands: ['build', 'plan', 'project', 'run'],
    default: '',
    description: "The distribution's packages that the image needs to run.",
    example: 'libldap2',
    wordsOf: {
      run: {
        description:
          'Packages of the distribution that the images of a project need, besides those of `bindep.txt` without a profile.',
        example: 'libpq5',
      },
      project: {
        description:
          'Packages of the distribution that the images need, besides those of `bindep.txt` without a profile.',
        example: 'libpq5',
      },
    },
  },
  {
    name: 'layers',
    kind: 'choice',
    group: 'Building',
    commands: ['build', 'plan', 'project'],
    default: 'one',
    choices: layersChoices,
    description:
      'Into how many layers the image is divided: `one`, or `auto`, which puts what is large and what is released rarely below the rest and the package itself on top, five layers at most, so that little is pulled where little has changed.',
    example: 'auto',
  },
  {
    name: 'dockerfile',
    kind: 'text',
    group: 'Building',
    commands: ['build', 'plan'],
    default: '',
    description:
      'A Dockerfile of your own for the last stage. It gets the build arguments python_version, publish_target, build_target, package, package_version and maintainer, and the named context "packages". What `command`, `user` and `runtime_packages` do is then up to it.',
    example: 'docker/Dockerfile',
  },
  {
    name: 'docker_build_path',
    kind: 'text',
    group: 'Building',
    commands: ['build', 'plan'],
    default: '.',
    description: 'The folder that your own Dockerfile copies from.',
    example: 'docker',
  },
  {
    name: 'accelerate',
    kind: 'flag',
    group: 'Building',
    commands: ['build', 'plan'],
    default: 'true',
    description:
      'Whether the steps of your own Dockerfile that run pip or uv are offered wheels of what has none for a foreign platform, in mounts that leave nothing in the image. `false` builds the file as it is.',
    example: 'false',
  },
  {
    name: 'build_args',
    kind: 'lines',
    group: 'Building',
    commands: ['build', 'plan', 'tree', 'connector', 'run'],
    default: '',
    description: 'More build arguments for your own Dockerfile, `NAME=value`, one a line. Not for secrets.',
    example: 'APP_ENV=production',
    wordsOf: {
      run: {
        description:
          'Build arguments of every Dockerfile of a tree, `NAME=value`, one a line. A row of images.yml gives those of one image.',
        example: 'BASE_TAG=24.04',
      },
      tree: {
        description:
          'Build arguments of every Dockerfile, `NAME=value`, one a line. A row of images.yml gives those of one image.',
        example: 'BASE_TAG=24.04',
      },
      connector: {
        description:
          'More build arguments of the Dockerfiles, `NAME=value`, one a line, for those that declare them. Not for secrets.',
        example: 'EXTRA_BUILD_SCRIPT=build.sh',
      },
    },
  },
  {
    name: 'secrets',
    kind: 'lines',
    group: 'Building',
    commands: ['build', 'plan', 'merge', 'project', 'tree', 'connector', 'run'],
    default: '',
    description:
      'Secrets for the build, in the syntax of buildx, one a line: an id and the file or the environment variable that holds the value. The id `netrc` is the credentials of the package index, in the form of a netrc file.',
    example: 'id=netrc,src=/run/netrc',
  },
  {
    name: 'ca_bundle',
    kind: 'text',
    group: 'Building',
    commands: [
      'build',
      'plan',
      'merge',
      'project',
      'tree',
      'connector',
      'run',
      'pins',
      'release',
      'wheels',
      'check',
      'clean',
      'catalogue',
    ],
    default: '',
    description:
      'A PEM file with certificates to trust while resolving and building. It is mounted and never in the image.',
    example: '/etc/ssl/certs/company.pem',
    wordsOf: {
      release: {
        description: 'A PEM file with certificates to trust besides those that are trusted anyway.',
        example: '/etc/ssl/certs/company.pem',
      },
      check: ofRepositories.certificates,
      clean: ofRepositories.certificates,
      catalogue: ofRepositories.certificates,
      wheels: {
        description: 'A PEM file with certificates to trust besides those that are trusted anyway.',
      },
    },
  },
  {
    name: 'builder',
    kind: 'text',
    group: 'Building',
    commands: ['build', 'plan', 'project', 'tree', 'connector', 'run'],
    default: '',
    description:
      'The buildx builder to use. Empty takes the current one, or makes one when that cannot build an index.',
    example: 'my-builder',
  },
  {
    name: 'provenance',
    kind: 'text',
    group: 'Building',
    commands: ['build', 'plan', 'project', 'tree', 'connector'],
    default: 'mode=min',
    description: 'The provenance attestation, as buildx takes it: `mode=min`, `mode=max`, `true` or `false`.',
    example: 'mode=max',
  },
  {
    name: 'sbom',
    kind: 'text',
    group: 'Building',
    commands: ['build', 'plan', 'project', 'tree', 'connector'],
    default: 'false',
    description: 'The SBOM attestation, as buildx takes it: `true`, `false` or `generator=IMAGE`.',
    example: 'true',
  },
  {
    name: 'uv_version',
    kind: 'text',
    group: 'Building',
    commands: ['build', 'plan', 'project', 'run'],
    default: '',
    description:
      'The version of uv to resolve with. Empty takes the one on PATH, else one that is known to work.',
    example: '0.9.5',
  },
];
