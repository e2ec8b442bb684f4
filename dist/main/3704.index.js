export const id = 3704;
export const ids = [3704];
export const modules = {

/***/ 75097:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ severities),
/* harmony export */   s: () => (/* binding */ publicOsv)
/* harmony export */ });
/** What a user asks for of advisories. JSON-safe, since it is part of a policy. */
/** From the least to the worst. */
const severities = ['low', 'medium', 'high', 'critical'];
const publicOsv = 'https://api.osv.dev';


/***/ }),

/***/ 64222:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ defined)
/* harmony export */ });
/** The same object without the fields that are undefined, as `exactOptionalPropertyTypes` asks; their order stays. */
const defined = (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));


/***/ }),

/***/ 41525:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Md: () => (/* binding */ rebuildChoices),
/* harmony export */   OX: () => (/* binding */ signFailureChoices),
/* harmony export */   Oj: () => (/* binding */ releaseChoices),
/* harmony export */   cc: () => (/* binding */ compileChoices),
/* harmony export */   cy: () => (/* binding */ baseSignatureChoices),
/* harmony export */   fx: () => (/* binding */ verifyChoices),
/* harmony export */   g3: () => (/* binding */ sourceChoices),
/* harmony export */   up: () => (/* binding */ advisoryChoices),
/* harmony export */   vB: () => (/* binding */ layersChoices),
/* harmony export */   yU: () => (/* binding */ signChoices)
/* harmony export */ });
/** What inputs of kind `choice` may be. */
const advisoryChoices = ['off', 'report', 'fail'];
const compileChoices = ['auto', 'cross', 'emulate'];
const layersChoices = ['one', 'auto'];
const rebuildChoices = ['stale', 'always', 'missing', 'never'];
const releaseChoices = ['pre-release', 'main-release'];
const baseSignatureChoices = ['off', 'warn', 'require'];
const signChoices = ['auto', 'true', 'false'];
const signFailureChoices = ['publish', 'fail'];
const sourceChoices = ['auto', 'project', 'tree'];
const verifyChoices = ['all', 'strict', 'build-platform', 'off'];


/***/ }),

/***/ 47192:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Vc: () => (/* binding */ inputsOf),
  No: () => (/* binding */ passwordOf),
  yo: () => (/* binding */ secretRows),
  fW: () => (/* binding */ whyForeign),
  tu: () => (/* binding */ wordsFor)
});

// UNUSED EXPORTS: outputsOfCommand

;// CONCATENATED MODULE: ./lib/inputs/outputs.js
const outputs_outputTable = [
    {
        name: 'shards',
        commands: ['plan'],
        description: 'The jobs that make what must be made, as JSON for `strategy.matrix`: each has a `number`, a `name`, the label of its `runner`, and the `cells` for the input of that name.',
    },
    {
        name: 'matrix',
        commands: ['plan'],
        description: 'The same with a job for each image, which also has its `package`, `package_version`, `python_version` and `target_base`. Empty where it is longer than GitHub takes.',
    },
    {
        name: 'count',
        commands: ['plan'],
        description: 'How many images must be made: with `0`, no job is needed.',
    },
    { name: 'kept', commands: ['plan'], description: 'How many images stay as they are.' },
    {
        name: 'split',
        commands: ['plan'],
        description: 'How many images several jobs make, each some of their platforms: with `0`, no job for `merge` is needed.',
    },
    { name: 'plan', commands: ['plan'], description: 'The path of the file with the plan.' },
    { name: 'image', commands: ['build'], description: 'The image as `repository@digest`.' },
    { name: 'digest', commands: ['build'], description: "The index's digest, as the registry says." },
    {
        name: 'tags',
        commands: ['build'],
        description: 'The tags in every repository as a JSON array of full references, the exact one of each first. An alias that stands for a newer version is left out.',
    },
    { name: 'platforms', commands: ['build'], description: 'The platforms in the index, separated by commas.' },
    { name: 'base_image', commands: ['build'], description: 'The image that was built on, with its digest.' },
    {
        name: 'decision',
        commands: ['build'],
        description: 'What was done: `build`, `rebase` (the image was put onto its new base without building), `sign` (it was signed as it is), `retag` (only tags moved) or `keep` (nothing). `reason` says why. With several repositories it is the most that was done in any.',
    },
    { name: 'reason', commands: ['build'], description: 'Why that was done, in words.' },
    {
        name: 'image_exists',
        commands: ['build'],
        description: 'Whether the exact tag existed before: `true` or `false`.',
    },
    {
        name: 'connector-name',
        commands: ['connector'],
        description: 'The name of the connector. Of several connectors, this and the following outputs have the value of each, separated by commas.',
    },
    {
        name: 'connector-type',
        commands: ['connector'],
        description: 'Its language: `python` or `manifest-only`.',
    },
    { name: 'connector-dir', commands: ['connector'], description: 'The path of its folder.' },
    {
        name: 'base-image',
        commands: ['connector'],
        description: 'The base of metadata.yaml, with its digest.',
    },
    { name: 'connector-version-tag', commands: ['connector'], description: 'The tag of the image.' },
    {
        name: 'connector-image-name',
        commands: ['connector'],
        description: 'The image with that tag.',
    },
    {
        name: 'docker-tags',
        commands: ['connector'],
        description: 'All of its tags as full references, separated by commas. A `latest` that stands for a newer version is left out.',
    },
    {
        name: 'image-exists',
        commands: ['connector'],
        description: 'Whether the tag existed before: `true`, `false`, or `unknown` where a dry run could not ask. Of several connectors, `true` where all did.',
    },
    {
        name: 'build-executed',
        commands: ['connector'],
        description: 'Whether anything was built: `true` or `false`.',
    },
    {
        name: 'push-executed',
        commands: ['connector'],
        description: 'Whether anything was pushed: `true` or `false`.',
    },
    {
        name: 'images',
        commands: ['build', 'project', 'tree', 'connector', 'release', 'merge', 'report'],
        description: 'What became of each image as a JSON array: `name`, `outcome`, `image` (`repository@digest`), `tags` and `reason`.',
    },
    {
        name: 'exports',
        commands: ['tree'],
        description: 'The folder with the files that were taken out of images, `IMAGE/PLATFORM/PATH` in it; empty where none was.',
    },
    { name: 'tag', commands: ['release'], description: 'The tag of the release.' },
    {
        name: 'build_executed',
        commands: ['build', 'project', 'tree', 'merge', 'report'],
        description: 'Whether anything was built: `true` or `false`.',
    },
    {
        name: 'push_executed',
        commands: ['build', 'project', 'tree', 'release', 'merge', 'report'],
        description: 'Whether anything was pushed: `true` or `false`.',
    },
    {
        name: 'metadata',
        commands: ['build', 'project', 'tree', 'connector', 'release', 'merge', 'report'],
        description: 'The whole report as JSON.',
    },
];

// EXTERNAL MODULE: ./lib/inputs/table.js + 16 modules
var table = __webpack_require__(8805);
;// CONCATENATED MODULE: ./lib/inputs/command-inputs.js
/** Inputs and outputs of each command, for reading, help, action.yml and the pages of docs/. */


/** In the order of the table, with the defaults of the command. */
const inputsOf = (command) => table/* inputTable */.F
    .filter(({ commands }) => commands.includes(command))
    .map((row) => {
    const own = row.defaultOf?.[command];
    return own === undefined ? row : { ...row, default: own, cliDefault: own };
});
const secretRows = table/* inputTable */.F.filter(({ secret }) => secret);
/** The secret of a command, which is the password of its registry. */
const passwordOf = (command) => secretRows.find(({ commands, secret }) => secret === 'password' && commands.includes(command))?.name ??
    'registry_password';
/** In the order of the table. */
const outputsOfCommand = (command) => outputTable.filter(({ commands }) => commands.includes(command));
const wordsFor = (command, row) => row.wordsOf?.[command] ?? row;
/**
 * Why a command does not take an input; undefined where it does, and for what is no input of any.
 *
 * @param called how the user calls an input.
 */
function whyForeign(command, name, called = (known) => known) {
    const takers = table/* inputTable */.F.find((row) => row.name === name)?.commands ?? [command];
    if (takers.includes(command))
        return undefined;
    const named = new Intl.ListFormat('en-GB').format(takers.map((one) => `"${one}"`));
    const list = inputsOf(command).find((row) => row.name === `${name}s`);
    const instead = list === undefined ? '' : ` It has ${called(list.name)} in its place.`;
    return `the command "${command}" does not take it, only ${named} ${takers.length === 1 ? 'does' : 'do'}.${instead}`;
}


/***/ }),

/***/ 38237:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qn: () => (/* binding */ variableOf),
/* harmony export */   TN: () => (/* binding */ groups),
/* harmony export */   XD: () => (/* binding */ optionOf),
/* harmony export */   nD: () => (/* binding */ writtenOption),
/* harmony export */   oQ: () => (/* binding */ commandNames)
/* harmony export */ });
/** What a row of the table of inputs says, and which groups and commands there are. */
const groups = [
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
];
/** The commands that take inputs. `src/entry/commands.ts` has the row of each. */
const commandNames = [
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
];
/** `package_version` is `--package-version` on the command line. */
const optionOf = (name) => `--${name.replaceAll('_', '-')}`;
/** The environment variable of the command line that holds a secret: `REGISTRY_PASSWORD`. */
const variableOf = (name) => name.replaceAll('-', '_').toUpperCase();
/** A secret is no option: what is written asks for it to be read from standard input. */
function writtenOption({ name, secret, place }) {
    if (place !== undefined || secret === 'variable')
        return variableOf(name);
    return secret ? `${optionOf(name)}-stdin` : optionOf(name);
}


/***/ }),

/***/ 8805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ inputTable)
});

// EXTERNAL MODULE: ./lib/advisories/policy.js
var policy = __webpack_require__(75097);
// EXTERNAL MODULE: ./lib/inputs/choices.js
var choices = __webpack_require__(41525);
;// CONCATENATED MODULE: ./lib/inputs/rows/advisories.js


const advisoryRows = [
    {
        name: 'advisories',
        kind: 'choice',
        group: 'Advisories',
        commands: ['build', 'plan'],
        default: 'off',
        choices: choices/* advisoryChoices */.up,
        description: 'Whether security advisories are looked up for what is in the image: its requirements, and the packages of its base. `report` shows what was found; `fail` also moves no tag where something is as bad as `severity` says, with exit code 6.',
        example: 'report',
    },
    {
        name: 'severity',
        kind: 'choice',
        group: 'Advisories',
        commands: ['build', 'plan'],
        default: 'high',
        choices: policy/* severities */.g,
        description: 'How bad an advisory must be to be warned of, and with `fail` to hold the image back. One that nobody has rated counts as `high`.',
        example: 'critical',
    },
    {
        name: 'advisories_url',
        kind: 'text',
        group: 'Advisories',
        commands: ['build', 'plan'],
        default: policy/* publicOsv */.s,
        description: 'The API of OSV that is asked.',
        example: 'https://osv.example.com',
    },
    {
        name: 'advisories_ignore',
        kind: 'lines',
        group: 'Advisories',
        commands: ['build', 'plan'],
        default: '',
        description: 'Advisories that somebody has looked at, one a line: the id or an alias of it, the last day on which it is ignored, and why.',
        example: 'CVE-2025-43859 until 2027-03-31: a proxy refuses such requests',
    },
    {
        name: 'sarif_file',
        kind: 'text',
        group: 'Advisories',
        commands: ['build'],
        default: '',
        description: 'A file that the advisories are written to as SARIF, for `github/codeql-action/upload-sarif` to show them.',
        example: 'advisories.sarif',
    },
    {
        name: 'cooldown',
        kind: 'text',
        group: 'Advisories',
        commands: ['build', 'plan'],
        default: '',
        description: 'How long a release of a requirement must have been on the index before it is taken, in minutes, hours, days or weeks. The package itself is always taken, and so is what mends an advisory. Empty means no time.',
        example: '7d',
    },
];

;// CONCATENATED MODULE: ./lib/inputs/rows/repositories.js
/** Words of inputs for commands that look after repositories. */
const ofRepositories = {
    names: {
        usage: '--image-name, --image REPOSITORY',
        description: 'The repositories, without tags, one a line. A name is in `registry`, or has a registry of its own in front.',
        example: 'ghcr.io/example/uvicorn',
    },
    registry: {
        cliDefaultWords: 'none',
        description: 'The host of the registry, for names in `image_name` that have none of their own. User and password belong to it, without it to the registry of the first name.',
    },
    registryOfImage: {
        cliDefaultWords: 'that of the image',
        description: 'The host that user and password belong to.',
    },
    user: { description: 'The user of the registry that the password belongs to.' },
    password: {
        description: 'Read the password or token of that user from standard input. The environment variable REGISTRY_PASSWORD does the same. Other registries use what `docker login` left.',
    },
    certificates: {
        description: 'A PEM file with certificates to trust besides those that are trusted anyway.',
    },
};

;// CONCATENATED MODULE: ./lib/inputs/rows/building.js


const buildingRows = [
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
                description: 'Packages of the distribution that compiling a project needs, besides those of `bindep.txt` with the profile `compile`.',
                example: 'libpq-dev',
            },
            project: {
                description: 'Packages of the distribution that compiling needs, besides those of `bindep.txt` with the profile `compile`.',
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
        description: 'What the requirements of builds are held to where a package is built from source, one a line, as uv and pip take build constraints. They say nothing of what is installed. Where pip resolves by itself and is older than 25.3, they hold for that, too.',
        example: 'Cython<3',
    },
    {
        name: 'compile',
        kind: 'choice',
        group: 'Building',
        commands: ['build', 'plan', 'project'],
        default: 'auto',
        choices: choices/* compileChoices */.cc,
        description: 'How what has no wheel for a foreign platform is compiled: `auto` cross-compiles, and under emulation what that fails for; `cross` takes that for a failure; `emulate` cross-compiles nothing.',
        example: 'emulate',
    },
    {
        name: 'wheel_store',
        kind: 'text',
        group: 'Building',
        commands: ['build', 'plan', 'project', 'wheels'],
        default: '',
        cliDefaultWords: "beside the image with --push, else in this user's cache",
        description: "Where wheels that had to be compiled are saved, and restored from the next time: a repository (`registry/name`, under tags that begin with `wheels-`), a folder (`./wheels`), or `off`. Empty means the image's first repository. They are saved when the image was verified, never in a pull request's run, and in a workflow only where it pushes.",
        example: 'ghcr.io/example/wheels',
        wordsOf: {
            plan: {
                cliDefaultWords: 'beside the images of the first package',
                description: 'Where wheels that had to be compiled are saved, and restored from the next time: a repository (`registry/name`, under tags that begin with `wheels-`), or `off`. Empty means the first repository of the first package, for the images of all packages.',
                example: 'ghcr.io/example/wheels',
            },
            wheels: {
                usage: '--wheel-store STORE',
                description: "Where they are: a repository, like `ghcr.io/example/uvicorn`, or a folder, like `./wheels`. Without it, the folder in this user's cache.",
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
        description: 'Remove those that no build has used for so many days or weeks, like `90d` or `12w`. Uses are written down once a week, so the last one must be a week longer ago. Builds that keep or rebase an image use none.',
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
                description: 'Packages of the distribution that the images of a project need, besides those of `bindep.txt` without a profile.',
                example: 'libpq5',
            },
            project: {
                description: 'Packages of the distribution that the images need, besides those of `bindep.txt` without a profile.',
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
        choices: choices/* layersChoices */.vB,
        description: 'Into how many layers the image is divided: `one`, or `auto`, which puts what is large and what is released rarely below the rest and the package itself on top, five layers at most, so that little is pulled where little has changed.',
        example: 'auto',
    },
    {
        name: 'dockerfile',
        kind: 'text',
        group: 'Building',
        commands: ['build', 'plan'],
        default: '',
        description: 'A Dockerfile of your own for the last stage. It gets the build arguments python_version, publish_target, build_target, package, package_version and maintainer, and the named context "packages". What `command`, `user` and `runtime_packages` do is then up to it.',
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
        description: 'Whether the steps of your own Dockerfile that run pip or uv are offered wheels of what has none for a foreign platform, in mounts that leave nothing in the image. `false` builds the file as it is.',
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
                description: 'Build arguments of every Dockerfile of a tree, `NAME=value`, one a line. A row of images.yml gives those of one image.',
                example: 'BASE_TAG=24.04',
            },
            tree: {
                description: 'Build arguments of every Dockerfile, `NAME=value`, one a line. A row of images.yml gives those of one image.',
                example: 'BASE_TAG=24.04',
            },
            connector: {
                description: 'More build arguments of the Dockerfiles, `NAME=value`, one a line, for those that declare them. Not for secrets.',
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
        description: 'Secrets for the build, in the syntax of buildx, one a line: an id and the file or the environment variable that holds the value. The id `netrc` is the credentials of the package index, in the form of a netrc file.',
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
            'verify',
            'clean',
            'catalogue',
        ],
        default: '',
        description: 'A PEM file with certificates to trust while resolving and building. It is mounted and never in the image.',
        example: '/etc/ssl/certs/company.pem',
        wordsOf: {
            release: {
                description: 'A PEM file with certificates to trust besides those that are trusted anyway.',
                example: '/etc/ssl/certs/company.pem',
            },
            check: ofRepositories.certificates,
            verify: ofRepositories.certificates,
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
        description: 'The buildx builder to use. Empty takes the current one, or makes one when that cannot build an index.',
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
        description: 'What is in the image, as documents beside it: `spdx` (also `true`), `cyclonedx`, `both` or `false`. `generator=IMAGE` has a scanner of buildx write one in their place.',
        example: 'both',
    },
    {
        name: 'uv_version',
        kind: 'text',
        group: 'Building',
        commands: ['build', 'plan', 'project', 'run'],
        default: '',
        description: 'The version of uv to resolve with. Empty takes the one on PATH, else one that is known to work.',
        example: '0.9.5',
    },
];

;// CONCATENATED MODULE: ./lib/inputs/rows/cleaning.js
const cleaningRows = [
    {
        name: 'local',
        kind: 'flag',
        group: 'Cleaning',
        commands: ['clean'],
        default: 'false',
        usage: '--local',
        description: 'Clean this machine in place of repositories: builders and temporary files of runs that were killed, images of this program in Docker, and what is kept between runs. Nothing that is in use goes.',
    },
    {
        name: 'keep',
        kind: 'text',
        group: 'Cleaning',
        commands: ['clean'],
        default: '',
        usage: '--keep NUMBER',
        description: 'So many of the newest images of each repository stay, and older ones go. An image is what a digest stands for, with all of its tags.',
        example: '10',
    },
    {
        name: 'older',
        kind: 'text',
        group: 'Cleaning',
        commands: ['clean'],
        default: '',
        usage: '--older AGE',
        description: 'Images that were made longer ago go, in hours, days or weeks: `12h`, `90d`, `12w`. With `keep`, only those that are not among the newest either; without it the newest one stays. With `local`, only what was used longer ago.',
        example: '90d',
    },
    {
        name: 'untagged',
        kind: 'flag',
        group: 'Cleaning',
        commands: ['clean'],
        default: 'false',
        usage: '--untagged',
        description: 'What no tag leads to goes: on ghcr.io versions without a tag that are older than a day; everywhere what was attached to images that are gone.',
    },
    {
        name: 'keep_tags',
        kind: 'list',
        group: 'Cleaning',
        commands: ['clean'],
        default: '',
        usage: '--keep-tags TAGS',
        description: 'Images with one of these tags stay in any case; `*` stands for any characters.',
        example: 'latest',
    },
    {
        name: 'yes',
        kind: 'flag',
        group: 'Cleaning',
        commands: ['clean'],
        default: 'false',
        usage: '--yes',
        description: 'Remove what is listed without asking, for jobs.',
    },
];

;// CONCATENATED MODULE: ./lib/inputs/rows/connector.js

const connectorRows = [
    {
        name: 'connector-name',
        kind: 'list',
        group: 'Connector',
        commands: ['connector'],
        default: '',
        description: 'The connectors to make, by the names of their folders; `*`, `?` and `[…]` stand for characters. With `changed`, only those of them that changed.',
        example: 'source-faker',
    },
    {
        name: 'connectors-dir',
        kind: 'text',
        group: 'Connector',
        commands: ['connector'],
        default: 'airbyte-integrations/connectors',
        description: 'The folder with the connectors, each a folder with a metadata.yaml.',
        example: 'connectors',
    },
    {
        name: 'dockerfile-templates',
        kind: 'text',
        group: 'Connector',
        commands: ['connector'],
        default: 'docker-images',
        description: "The folder with the repository's Dockerfiles: Dockerfile.python-connector and Dockerfile.manifest-only-connector. In place of one that is not there, this project's is taken.",
        example: 'templates',
    },
    {
        name: 'extra-prereqs-script',
        kind: 'text',
        group: 'Connector',
        commands: ['connector'],
        default: '',
        description: 'A program that runs before a Python connector is installed, by its path in the folder of the connector. Connectors without that file are built without it.',
        example: 'build_prereqs.sh',
    },
    {
        name: 'release-type',
        kind: 'choice',
        group: 'Connector',
        commands: ['connector'],
        default: '',
        choices: choices/* releaseChoices */.Oj,
        description: 'What the image is tagged with: a `pre-release` with `<version>-dev.<ten digits of the commit>`, a `main-release` with the version and, unless it is a candidate (`rc`), `latest`. Empty takes the version alone.',
        example: 'pre-release',
    },
    {
        name: 'tag-override',
        kind: 'text',
        group: 'Connector',
        commands: ['connector'],
        default: '',
        description: 'The tag, in place of the one that follows from metadata.yaml and `release-type`.',
        example: '1.2.3-test',
    },
    {
        name: 'push-latest',
        kind: 'flag',
        group: 'Connector',
        commands: ['connector'],
        default: '',
        description: 'Whether the tag `latest` goes with it. Empty leaves that to `release-type`. It moves back to an older version only by force.',
    },
];

;// CONCATENATED MODULE: ./lib/inputs/rows/container.js
/** Those of `docker run` under the same names: docker itself reads the values. */
const passed = (name, row) => ({ name, group: 'Container', commands: ['run'], default: '', ...row });
const containerRows = [
    passed('publish', {
        kind: 'words',
        short: 'p',
        usage: '-p, --publish PORTS',
        description: 'A port of this machine for one of the container.',
        example: '8000:80',
    }),
    passed('env', {
        kind: 'words',
        short: 'e',
        usage: '-e, --env NAME[=VALUE]',
        description: 'A variable of the environment. NAME alone takes the value of this environment, so that a secret stands in no list of arguments.',
        example: 'LOG_LEVEL=debug',
    }),
    // Docker's name for it is an option of Node, which Node also takes where it stands behind the script.
    passed('env_from', {
        kind: 'words',
        usage: '--env-from FILE',
        description: 'A file of variables, one a line.',
        example: '.env',
    }),
    passed('volume', {
        kind: 'words',
        short: 'v',
        usage: '-v, --volume PATH:PATH',
        description: 'A folder or a file of this machine, or a volume, and where it is in the container.',
        example: './data:/data:ro',
    }),
    passed('mount', {
        kind: 'words',
        usage: '--mount MOUNT',
        description: 'A mount, in the words of docker.',
        example: 'type=tmpfs,dst=/cache',
    }),
    passed('workdir', {
        kind: 'text',
        short: 'w',
        usage: '-w, --workdir FOLDER',
        description: 'The folder of the container that the program begins in, in place of that of the image.',
        example: '/data',
    }),
    passed('network', {
        kind: 'words',
        usage: '--network NETWORK',
        description: 'A network of the engine that the container joins.',
        example: 'host',
    }),
    {
        name: 'arguments',
        kind: 'words',
        group: 'Container',
        commands: ['run'],
        default: '',
        place: 'rest',
        usage: '-- ARGUMENTS',
        description: 'All words after `--` go to the program: to a console script, or to the ENTRYPOINT of the image of a tree, in place of its CMD.',
        example: '-- --verbose',
    },
];

// EXTERNAL MODULE: ./lib/names/python-version.js
var python_version = __webpack_require__(76117);
;// CONCATENATED MODULE: ./lib/inputs/rows/image.js


const imageRows = [
    {
        name: 'python_version',
        kind: 'text',
        group: 'Image',
        commands: ['build', 'project', 'run'],
        default: python_version/* newestStablePython */.UA,
        description: 'The Python version, with or without its patch.',
        inWorkflow: 'Quote it: YAML reads 3.10 as 3.1.',
        example: '3.12.4',
        wordsOf: {
            run: {
                description: 'The Python version of a project, with or without its patch.',
                example: '3.13',
            },
            project: {
                description: 'The Python version, with or without its patch.',
                inWorkflow: 'Quote it: YAML reads 3.10 as 3.1.',
                example: '3.13',
            },
        },
    },
    {
        name: 'target_base',
        defaultOf: { project: 'alpine', run: 'alpine' },
        kind: 'text',
        group: 'Image',
        commands: ['build', 'project', 'run'],
        default: 'full',
        description: 'The variant of the official Python image to build on: `full`, `slim`, `alpine` or a named one.',
        example: 'slim-bookworm',
        wordsOf: {
            run: {
                description: 'The variant of the official Python image that a project stands on: `full`, `slim`, `alpine` or a named one.',
                example: 'slim-bookworm',
            },
        },
    },
    {
        name: 'platform',
        kind: 'list',
        group: 'Image',
        commands: ['build', 'plan', 'project', 'tree', 'connector'],
        default: 'linux/amd64,linux/arm64,linux/arm/v7',
        defaultOf: { connector: 'linux/amd64,linux/arm64' },
        description: 'The platforms to build for.',
        example: 'linux/amd64,linux/arm64',
        wordsOf: {
            tree: {
                description: 'The platforms to build for. A row of images.yml gives those of one image.',
                example: 'linux/amd64,linux/arm64',
            },
        },
    },
    {
        name: 'part',
        kind: 'list',
        group: 'Image',
        commands: ['build'],
        default: '',
        description: 'The platforms of `platform` that this step makes, where other jobs make the others: it pushes them under no tag, and `merge` puts all of them together. `plan` hands it on where its `runners` split an image.',
        example: 'linux/arm64',
    },
    {
        name: 'platform_optional',
        kind: 'list',
        group: 'Image',
        commands: ['build', 'plan', 'project', 'tree', 'connector'],
        default: '',
        description: 'Those of `platform` that an image can do without: where one fails, the image is published with the others, and the next run tries it again.',
        example: 'linux/arm/v7',
    },
    {
        name: 'image_name',
        kind: 'lines',
        group: 'Image',
        commands: ['build', 'plan', 'project', 'tree', 'run', 'release', 'check', 'clean', 'catalogue'],
        default: '',
        actionDefault: { expression: '${{ github.repository }}', variable: 'GITHUB_REPOSITORY' },
        alsoCalled: { check: 'image', clean: 'image', catalogue: 'image' },
        cliDefaultWords: "the package's name",
        description: 'The names of the image, without tags, one a line: it is built once and pushed to each. A name is in `registry`, or has a registry of its own in front, like `docker.io/owner/name`; it is lower-cased.',
        example: 'example/uvicorn',
        wordsOf: {
            run: {
                description: 'What stands before the names of the images, as in the commands `project` and `tree`: `owner/repo` is that of `owner/repo/NAME`. It is in `registry`, or has a registry of its own in front. Nothing is pushed there.',
                example: 'example/images',
                cliDefaultWords: 'the name of the folder',
            },
            project: {
                description: 'What stands before the names of the images, one a line: `owner/repo` makes `owner/repo/foo-base`, and `owner/repo/foo-manage` of the script `foo-manage`. It is in `registry`, or has a registry of its own in front.',
                example: 'example/foo',
                cliDefaultWords: 'the name of the folder',
            },
            check: ofRepositories.names,
            clean: ofRepositories.names,
            catalogue: ofRepositories.names,
            tree: {
                description: 'What stands before the names of the images, one a line: `owner/repo` makes `owner/repo/NAME` of each. It is in `registry`, or has a registry of its own in front.',
                example: 'example/images',
                cliDefaultWords: 'the name of the folder',
            },
            release: {
                description: 'What stands before the names of the images, one a line, as in the command `tree`: `owner/repo` is that of `owner/repo/NAME`. It is in `registry`, or has a registry of its own in front.',
                example: 'example/images',
                cliDefaultWords: 'the name of the folder',
            },
        },
    },
    {
        name: 'tags',
        kind: 'list',
        group: 'Image',
        commands: ['build', 'project', 'tree', 'release'],
        default: '',
        description: 'More tags for the image, besides the one that names Python, variant and version. A version that PEP 440 writes in another way (`2025.06.30` as `2025.6.30`) is there as you wrote it, too.',
        example: 'stable',
        wordsOf: {
            project: {
                description: 'More tags of every image, besides the version and `latest`.',
                example: 'stable',
            },
            tree: {
                description: 'Tags of every image. Empty makes one of what Git is at: of a branch its name, of a pull request `pr-12`, of a tag the tag. With several, all but the first are aliases.',
                example: 'nightly',
            },
            release: {
                description: 'Symbolic tags, which move from release to release. They follow once every image has the tag of the release; a pre-release moves those of `prerelease_tags` in their place.',
                example: 'stable',
            },
        },
    },
    {
        name: 'lowercase_latest',
        kind: 'flag',
        group: 'Image',
        commands: ['build', 'plan'],
        default: 'false',
        description: 'Whether an image with the tag `…-LATEST` gets `…-latest`, too.',
    },
    {
        name: 'revision_tags',
        kind: 'flag',
        group: 'Image',
        commands: ['build', 'plan'],
        default: 'false',
        description: 'Whether each image that is published also gets a tag that never moves, the exact one with the day: `py3.13-slim-0.35.0-20261127`. A second image of the same day gets `…-20261127.2`.',
    },
    {
        name: 'command',
        kind: 'text',
        group: 'Image',
        commands: ['build', 'plan'],
        default: '',
        description: "What a container runs: the name of a console script, words, or a JSON array. No shell reads it. Empty keeps the base's.",
        example: '["uvicorn", "app:app", "--host", "0.0.0.0"]',
    },
    {
        name: 'user',
        kind: 'text',
        group: 'Image',
        commands: ['build', 'plan', 'project', 'run'],
        default: '',
        short: 'u',
        description: 'Who runs the command: a name or a number, with a group if wanted. A named user that is missing is created.',
        example: 'app:app',
        wordsOf: {
            run: {
                description: 'Who runs the program, in place of the user of the image.',
                example: '1000:1000',
                usage: '-u, --user USER',
            },
        },
    },
    {
        name: 'maintainer',
        kind: 'text',
        group: 'Image',
        commands: ['build', 'plan'],
        default: '',
        actionDefault: { expression: '${{ github.repository_owner }}', variable: 'GITHUB_REPOSITORY_OWNER' },
        description: 'Who looks after the image. It becomes the label maintainer.',
        example: 'Ada Lovelace <ada@example.com>',
    },
    {
        name: 'labels',
        kind: 'lines',
        group: 'Image',
        commands: ['build', 'plan', 'project', 'tree', 'connector'],
        default: '',
        description: 'Labels of the image, `key=value`, one a line.',
        example: 'org.opencontainers.image.licenses=MIT',
    },
    {
        name: 'annotations',
        kind: 'lines',
        group: 'Image',
        commands: ['build', 'plan', 'project', 'tree', 'connector'],
        default: '',
        description: 'Annotations of the index, `key=value`, one a line. A key may begin with the level that it is for, as in buildx.',
        example: 'manifest:org.opencontainers.image.title=uvicorn',
    },
    {
        name: 'exports_dir',
        kind: 'text',
        group: 'Image',
        commands: ['tree'],
        default: './exports',
        description: 'The folder that files are taken out to which a row of images.yml names in `exports`: `IMAGE/PLATFORM/PATH` in it, of every image that is built.',
        example: './out/files',
    },
];

;// CONCATENATED MODULE: ./lib/inputs/rows/matrix.js
const matrixRows = [
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
        description: 'The versions of each package, one a line: versions, `latest`, `last 5`, `minors 3` (the newest of each of the last three minor series), or a range like `>=0.30,<1`. Only what is named may be a pre-release or withdrawn.',
        example: 'last 5',
    },
    {
        name: 'python_versions',
        kind: 'list',
        group: 'Matrix',
        commands: ['plan'],
        default: 'supported',
        description: 'The Python versions: versions, or `supported` for all that still get fixes, `supported - 3.11` for all of them but one.',
        inWorkflow: 'Quote them: YAML reads 3.10 as 3.1.',
        example: 'supported - 3.11',
    },
    {
        name: 'target_bases',
        kind: 'list',
        group: 'Matrix',
        commands: ['plan'],
        default: 'slim',
        description: 'The variants of the official Python image to build on: `full`, `slim`, `alpine` or named ones.',
        example: 'slim alpine',
    },
    {
        name: 'include',
        kind: 'lines',
        group: 'Matrix',
        commands: ['plan'],
        default: '',
        description: 'A list in YAML, as in the matrix of a workflow: each row names an image to add, or inputs for images that are there. Keys are package, package_version, python_version and target_base, and the inputs that the images get.',
        example: "- { target_base: alpine, platform: 'linux/amd64' }",
    },
    {
        name: 'images_file',
        kind: 'text',
        group: 'Matrix',
        commands: ['plan'],
        default: '',
        description: 'A file in YAML that says the same as these inputs, and more for each package. Empty takes `python-images.yml`, where there is one.',
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
        description: 'On which runner each platform is made, `PLATFORM=LABEL`: images are then split by platform over jobs, and `merge` puts them together. Other platforms, and what is not built, are made on `ubuntu-latest`.',
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
        description: 'The folders with the files that the jobs wrote as `report_file`, in them or in folders in them, one a line; or such a file itself.',
        example: 'reports',
    },
    {
        name: 'readme',
        kind: 'text',
        group: 'Matrix',
        commands: ['report'],
        default: '',
        description: 'A file in which the lines between `<!-- python-images -->` and `<!-- /python-images -->` become a list of the tags that are published. Empty changes no file.',
        example: 'README.md',
    },
    {
        name: 'cells',
        kind: 'lines',
        group: 'Matrix',
        commands: ['build'],
        default: '',
        description: 'The images to make, in place of one: what `plan` puts into its matrix, or its file and the number of a shard. Each may name inputs, which win over those of this step.',
        example: 'python-images-plan.json#3',
    },
];

;// CONCATENATED MODULE: ./lib/inputs/rows/package.js
const packageRows = [
    {
        name: 'package',
        kind: 'text',
        group: 'Package',
        commands: ['build'],
        default: '',
        required: { unless: 'cells' },
        description: 'The package on the index, with its extras.',
        example: 'uvicorn[standard]',
    },
    {
        name: 'package_version',
        kind: 'text',
        group: 'Package',
        commands: ['build'],
        default: '',
        required: { unless: 'cells' },
        description: 'The version of the package, or `latest` for the newest stable one that allows this Python.',
        inWorkflow: 'Quote it: YAML reads 0.30 as 0.3.',
        example: '0.35.0',
    },
    {
        name: 'package_latest_version',
        kind: 'text',
        group: 'Package',
        commands: ['build'],
        default: '',
        description: 'The latest version of the package. When it is the same as `package_version`, alias tags are added: `…-LATEST`, `…-{major.minor}` and, unless the major is 0, `…-{major}`. Not needed with `latest`.',
        example: '0.35.0',
    },
    {
        name: 'requirements',
        kind: 'lines',
        group: 'Package',
        commands: ['build', 'plan'],
        default: '',
        description: 'More requirements to install with the package, one a line. Markers are evaluated for each platform.',
        example: 'watchfiles>=0.15; platform_machine != "armv7l"',
    },
    {
        name: 'index_url',
        kind: 'text',
        group: 'Package',
        commands: ['build', 'plan', 'project', 'run'],
        default: '',
        description: 'The package index to use instead of the public one, as the URL of its simple API. It must serve every requirement but those of `extra_indexes`. The URL must hold no user and no password: those go through `secrets`.',
        example: 'https://packages.example.com/simple',
    },
    {
        name: 'extra_indexes',
        kind: 'lines',
        group: 'Package',
        commands: ['build', 'plan', 'project', 'run'],
        default: '',
        description: 'More package indexes, one a line. `internal-* https://…`: packages of these names come from there and from nowhere else. `wheels linux/arm/v7 https://…`: where the index has a release and no wheel for this platform, one from there is taken in place of compiling. Before either may stand a name for the report, `company = `. Credentials go through `secrets`.',
        example: 'internal-* https://packages.example.com/simple',
    },
];

;// CONCATENATED MODULE: ./lib/inputs/rows/rebuilding.js

const rebuildingRows = [
    {
        name: 'rebuild',
        kind: 'choice',
        group: 'Rebuilding',
        commands: ['build', 'plan', 'project', 'tree', 'connector', 'run'],
        default: 'stale',
        choices: choices/* rebuildChoices */.Md,
        description: 'When to build: `stale` when the image does not exist or what it is made of has changed (recipe, base, a requirement, a platform), `always`, `missing` only when it does not exist, or `never`. With the last two nothing is compared, and with `never` an image that does not exist is an error.',
        wordsOf: {
            run: {
                description: 'When to build: `stale` when the engine of this machine does not have the image or what it is made of has changed, `always`, `missing` only when the engine does not have it, or `never`. With the last two nothing is compared, and with `never` an image that the engine does not have is an error.',
            },
        },
    },
    {
        name: 'force',
        kind: 'flag',
        group: 'Rebuilding',
        commands: ['build', 'plan', 'project', 'tree', 'release'],
        default: 'false',
        description: 'Build whatever the registry holds: the same as `always` for `rebuild`.',
        wordsOf: {
            release: {
                description: 'Move the tag of the release where it exists and is another image.',
            },
        },
    },
    {
        name: 'deep',
        kind: 'flag',
        group: 'Rebuilding',
        commands: ['build', 'plan', 'project', 'tree', 'connector'],
        default: 'false',
        description: 'With `stale`, look into images that exist: one of which the registry has lost a manifest or a layer, to a clean-up for example, is built again. It costs a request for each of them.',
    },
    {
        name: 'force-publish',
        kind: 'flag',
        group: 'Rebuilding',
        commands: ['connector'],
        default: 'false',
        description: 'Build and push whatever the registry holds. An image that has to be another one is built again without it.',
    },
    {
        name: 'overwrite',
        kind: 'flag',
        group: 'Rebuilding',
        commands: ['build', 'plan', 'project'],
        default: 'true',
        description: 'Whether an exact tag that exists may be replaced by an image of another recipe. Without it that is an error, which guards released tags.',
    },
    {
        name: 'max_age',
        kind: 'text',
        group: 'Rebuilding',
        commands: ['build', 'plan', 'project', 'tree', 'connector'],
        default: '',
        description: 'How old an image may become before it is built again although nothing has changed, in minutes, hours, days or weeks: `90m`, `12h`, `30d`, `2w`. Empty means no limit.',
        example: '30d',
    },
];

;// CONCATENATED MODULE: ./lib/inputs/rows/registry.js

const registryRows = [
    {
        name: 'registry',
        kind: 'text',
        group: 'Registry',
        commands: [
            'build',
            'plan',
            'merge',
            'project',
            'tree',
            'connector',
            'run',
            'release',
            'check',
            'verify',
            'clean',
            'catalogue',
        ],
        default: 'ghcr.io',
        cliDefault: 'localhost',
        cliDefaultWords: 'none; needed to push a name without one',
        defaultOf: { connector: 'docker.io/airbyte' },
        description: 'The host of the registry, with its port if it has one, for every name in `image_name` that has none of its own.',
        example: 'docker.io',
        wordsOf: {
            run: {
                description: 'The host of the registry, for a name in `image_name` that has none of its own.',
                example: 'ghcr.io',
                cliDefaultWords: 'none',
            },
            release: {
                description: 'The host of the registry, with its port if it has one, for every name in `image_name` that has none of its own.',
                example: 'docker.io',
                cliDefaultWords: 'none; needed for a name without one',
            },
            check: ofRepositories.registry,
            verify: ofRepositories.registryOfImage,
            clean: ofRepositories.registry,
            catalogue: ofRepositories.registry,
            connector: {
                description: "What stands before the connector's name in that of its image: the host of a registry, and names in it.",
                example: 'ghcr.io/example',
            },
        },
    },
    {
        name: 'registry_username',
        kind: 'text',
        group: 'Registry',
        commands: [
            'build',
            'plan',
            'merge',
            'project',
            'tree',
            'release',
            'wheels',
            'check',
            'verify',
            'clean',
            'catalogue',
        ],
        default: '',
        actionDefault: { expression: '${{ github.repository_owner }}', variable: 'GITHUB_REPOSITORY_OWNER' },
        description: 'The user of `registry` that the password belongs to. Without a password it is not used.',
        example: 'octocat',
        wordsOf: {
            check: ofRepositories.user,
            verify: ofRepositories.user,
            clean: ofRepositories.user,
            catalogue: ofRepositories.user,
            wheels: { description: 'The user of the store that the password belongs to.' },
        },
    },
    {
        name: 'registry_password',
        kind: 'text',
        group: 'Registry',
        commands: [
            'build',
            'plan',
            'merge',
            'project',
            'tree',
            'release',
            'wheels',
            'check',
            'verify',
            'clean',
            'catalogue',
        ],
        default: '',
        secret: 'password',
        description: 'The password or token for `registry`; other registries use what `docker login` left. Not needed where that was done in an earlier step.',
        example: '${{ secrets.GITHUB_TOKEN }}',
        inHelp: 'Read the password or token for `registry` from standard input. The environment variable REGISTRY_PASSWORD does the same. Other registries use what `docker login` left.',
        wordsOf: {
            check: ofRepositories.password,
            verify: ofRepositories.password,
            clean: ofRepositories.password,
            catalogue: ofRepositories.password,
            wheels: {
                description: 'Read the password or token of that user from standard input. The environment variable REGISTRY_PASSWORD does the same. Other registries use what `docker login` left.',
            },
        },
    },
    {
        name: 'docker-hub-username',
        kind: 'text',
        group: 'Registry',
        commands: ['connector'],
        default: '',
        description: 'The user of Docker Hub that the password belongs to. Without a password it is not used.',
        example: 'octocat',
    },
    {
        name: 'docker-hub-password',
        kind: 'text',
        group: 'Registry',
        commands: ['connector'],
        default: '',
        secret: 'password',
        description: 'The password or token of that user. It is given to Docker Hub alone; other registries use what `docker login` left. Not needed where that was done in an earlier step.',
        example: '${{ secrets.DOCKER_HUB_PASSWORD }}',
        inHelp: 'Read the password or token for Docker Hub from standard input. The environment variable DOCKER_HUB_PASSWORD does the same. Other registries use what `docker login` left.',
    },
    {
        name: 'dry-run',
        kind: 'flag',
        group: 'Registry',
        commands: ['connector'],
        default: 'true',
        description: 'Whether the image is only built and checked, on every platform, and not pushed. It is then kept nowhere.',
    },
    {
        name: 'push',
        kind: 'flag',
        group: 'Registry',
        commands: ['build', 'project', 'tree'],
        default: 'auto',
        cliDefault: 'false',
        description: 'Whether to push the verified image; with `false` it is written as an OCI layout. `auto` pushes, but for a pull request: there what would be pushed is made and checked, compared with what is published, and pushed nowhere.',
        inHelp: 'Whether to push the verified image. Without it, the image is written as an OCI layout.',
    },
    {
        name: 'output',
        kind: 'text',
        group: 'Registry',
        commands: ['build', 'project', 'tree'],
        default: './image',
        description: 'The folder that the OCI layout is written to when nothing is pushed. An older layout in it is replaced.',
        example: './out/uvicorn',
        wordsOf: {
            project: {
                description: 'The folder that the OCI layout is written to when nothing is pushed; of several images, each into a folder of its own in it.',
                example: './out',
            },
            tree: {
                description: 'The folder that the OCI layout is written to when nothing is pushed; of several images, each into a folder of its own in it.',
                example: './out',
            },
        },
    },
    {
        name: 'out',
        kind: 'text',
        group: 'Registry',
        commands: ['catalogue'],
        default: 'site',
        usage: '--out FOLDER',
        description: 'The folder that the page is written to, as `index.html`. Other files in it stay.',
        example: 'public/images',
    },
    {
        name: 'base_registry',
        kind: 'text',
        group: 'Registry',
        commands: ['build', 'plan', 'project', 'tree', 'connector', 'run', 'release'],
        default: 'docker.io/library',
        description: 'Where the official Python images are pulled from, for example a mirror of your company.',
        example: 'mirror.example.com/library',
        wordsOf: {
            run: {
                description: 'Where the official Python images are pulled from, for example a mirror of your company. What Dockerfiles are built from is as they say.',
                example: 'mirror.example.com/library',
            },
            tree: {
                description: 'Where the image of Alpine with Python is pulled from that looks at finished images: a mirror of the official images. What Dockerfiles are built from is as they say.',
                example: 'mirror.example.com/library',
            },
            connector: {
                description: 'Where the image of Alpine with Python is pulled from that looks at finished images: a mirror of the official images. Bases are as metadata.yaml says.',
                example: 'mirror.example.com/library',
            },
            release: {
                description: 'Where the image of Alpine with Python is pulled from that takes files out of images, where those export any: a mirror of the official images.',
                example: 'mirror.example.com/library',
            },
        },
    },
];

;// CONCATENATED MODULE: ./lib/inputs/rows/release.js
const releaseRows = [
    {
        name: 'from',
        kind: 'text',
        group: 'Release',
        commands: ['release'],
        default: '',
        cliDefaultWords: "that of the remote's default branch",
        description: 'The tag that the images stand under. Empty takes that of the branch which the release of GitHub targets, else of the default branch.',
        example: 'develop',
    },
    {
        name: 'tag',
        kind: 'text',
        group: 'Release',
        commands: ['release'],
        default: '',
        cliDefaultWords: 'the tag of Git that HEAD is at',
        description: 'The tag that the images get. Empty takes the tag of the release, or the tag of Git that the workflow runs for.',
        inWorkflow: 'Quote a number: YAML reads 1.10 as 1.1.',
        example: 'v0.1.1',
    },
    {
        name: 'prerelease_tags',
        kind: 'list',
        group: 'Release',
        commands: ['release'],
        default: '',
        description: 'Symbolic tags in place of those in `tags` where the release is a pre-release of GitHub.',
        example: 'next',
    },
];

;// CONCATENATED MODULE: ./lib/inputs/rows/running.js
const runningRows = [
    {
        name: 'changed',
        kind: 'text',
        group: 'Running',
        commands: ['tree', 'connector'],
        default: '',
        description: 'Make only images whose files changed, and those that stand on them: since the last `push`, since the target of the `pull_request`, or since a commit. Empty compares all with what is published.',
        example: 'push',
        wordsOf: {
            connector: {
                description: 'Make only connectors in whose folder something changed since a commit. The word "push" stands for the one before this push, "pull_request" for the target of this pull request.',
                example: 'push',
            },
        },
    },
    {
        name: 'concurrency',
        kind: 'text',
        group: 'Running',
        commands: ['build', 'plan', 'merge', 'project', 'tree', 'connector'],
        default: '2',
        description: 'How many groups of images that do not stand on each other are made at once.',
        example: '4',
        wordsOf: {
            build: { description: 'With `cells`: how many images are made at once.', example: '4' },
            plan: { description: 'How many images are looked at at once.', example: '32' },
            merge: { description: 'How many images are published at once.', example: '8' },
        },
        defaultOf: { build: '4', plan: '16', merge: '4' },
    },
    {
        name: 'fail_fast',
        kind: 'flag',
        group: 'Running',
        commands: ['build'],
        default: 'false',
        description: 'With `cells`: whether no other image is begun once one has failed.',
    },
    {
        name: 'time_budget',
        kind: 'text',
        group: 'Running',
        commands: ['build'],
        default: '',
        description: 'With `cells`: no image is begun that would not be done within this time of the start, by the time that those before it took. The next run makes what is left.',
        example: '5h',
    },
    {
        name: 'report_file',
        kind: 'text',
        group: 'Running',
        commands: ['build', 'merge'],
        default: '',
        description: 'A file that the report is written to as JSON, so that `report` can put those of several jobs together.',
        example: 'report.json',
    },
    {
        name: 'dry_run',
        kind: 'flag',
        group: 'Running',
        commands: ['build', 'project', 'tree', 'release', 'wheels', 'clean'],
        default: 'false',
        description: 'Print the plan, the lock, the Dockerfile and the bake file, and make no image.',
        wordsOf: {
            tree: {
                description: 'Print the plan, the Dockerfiles and the bake file, and make no image.',
            },
            release: {
                description: 'Look at all images and say which tags would move, and move none. Whether they may be written is not asked.',
            },
            clean: { usage: '--dry-run', description: 'Only list what would be removed.' },
            wheels: { usage: '--dry-run', description: 'With `unused_for`: only say which would be removed.' },
        },
    },
];

;// CONCATENATED MODULE: ./lib/inputs/rows/signing.js

const signingRows = [
    {
        name: 'sign',
        kind: 'choice',
        group: 'Signing',
        commands: ['build', 'plan', 'merge', 'project', 'tree'],
        default: 'auto',
        choices: choices/* signChoices */.yU,
        description: 'Whether an image that is pushed is signed, and its provenance attested, before any tag moves. `auto`: where there is a `sign_key`, or the job of a public repository has an OIDC token (the permission `id-token: write`). The latter puts the names of repository and workflow into a public log.',
    },
    {
        name: 'sign_key',
        kind: 'text',
        group: 'Signing',
        commands: ['build', 'plan', 'merge', 'project', 'tree'],
        default: '',
        secret: 'variable',
        description: 'A private key to sign with in place of an OIDC token: ECDSA on P-256, in PEM. Nobody is asked, and no log has the signature.',
        example: '${{ secrets.SIGN_KEY }}',
        inHelp: 'The environment variable SIGN_KEY has a private key to sign with in place of an OIDC token: ECDSA on P-256, in PEM. Nobody is asked, and no log has the signature.',
    },
    {
        name: 'sign_key_passphrase',
        kind: 'text',
        group: 'Signing',
        commands: ['build', 'plan', 'merge', 'project', 'tree'],
        default: '',
        secret: 'variable',
        description: 'The passphrase of that key, where it has one.',
        example: '${{ secrets.SIGN_KEY_PASSPHRASE }}',
        inHelp: 'The environment variable SIGN_KEY_PASSPHRASE has the passphrase of that key, where it has one.',
    },
    {
        name: 'sign_failure',
        kind: 'choice',
        group: 'Signing',
        commands: ['build', 'plan', 'merge', 'project', 'tree'],
        default: 'publish',
        choices: choices/* signFailureChoices */.OX,
        description: 'What is done where the services of signatures do not answer for two minutes: `publish` the image with a warning, so that the next run signs it without building, or `fail`, and no tag moves.',
    },
    {
        name: 'signing_config',
        kind: 'text',
        group: 'Signing',
        commands: ['build', 'merge', 'project', 'tree'],
        default: '',
        description: "A file with the services of a Sigstore instance of your own, as `cosign signing-config create` writes it. Empty takes Sigstore's public one, and for a repository of GitHub that is not public GitHub's.",
        example: 'signing-config.json',
    },
    {
        name: 'base_signature',
        kind: 'choice',
        group: 'Signing',
        commands: ['build', 'plan', 'project', 'tree'],
        default: 'off',
        choices: choices/* baseSignatureChoices */.cy,
        description: 'Whether bases must have a signature, or provenance, of `base_identity`: `require` it, `warn` where there is none, or do not look. The official images of Python have none.',
    },
    {
        name: 'base_identity',
        kind: 'text',
        group: 'Signing',
        commands: ['build', 'plan', 'project', 'tree'],
        default: '',
        description: 'Who must have signed bases: issuer and subject, with a space between. The issuer may be left out where it is GitHub; a subject between slashes is a regular expression.',
        example: '/https://github.com/example/bases/.*/',
    },
    {
        name: 'image',
        kind: 'text',
        group: 'Signing',
        commands: ['verify'],
        default: '',
        required: true,
        place: 'word',
        description: 'The image, with its registry, and a tag or a digest.',
        example: 'ghcr.io/example/uvicorn:py3.13-slim-0.35.0',
    },
    {
        name: 'identity',
        kind: 'text',
        group: 'Signing',
        commands: ['verify'],
        default: '',
        description: 'Who must have signed: issuer and subject, with a space between. The issuer may be left out where it is GitHub; a subject between slashes is a regular expression. Empty takes anybody, and says who it was.',
        example: 'https://github.com/example/images/.github/workflows/images.yml@refs/heads/main',
    },
    {
        name: 'public_key',
        kind: 'text',
        group: 'Signing',
        commands: ['verify'],
        default: '',
        description: 'A file with the public half of the key that must have signed, in PEM.',
        example: 'cosign.pub',
    },
    {
        name: 'trusted_root',
        kind: 'text',
        group: 'Signing',
        commands: ['build', 'plan', 'project', 'tree', 'verify'],
        default: '',
        description: "A file with the authorities and logs that are trusted, Sigstore's public ones where it is empty, as `cosign trusted-root create` or `gh attestation trusted-root` writes it.",
        example: 'trusted-root.json',
    },
];

;// CONCATENATED MODULE: ./lib/inputs/rows/source.js

const sourceRows = [
    {
        name: 'name',
        kind: 'text',
        group: 'Source',
        commands: ['run'],
        default: '',
        required: true,
        place: 'word',
        description: 'The console script of the project, or the image of the tree, that is run.',
        example: 'foo-manage',
    },
    {
        name: 'source',
        kind: 'choice',
        group: 'Source',
        commands: ['run'],
        default: 'auto',
        choices: choices/* sourceChoices */.g3,
        description: 'What the folder holds: a `project`, or a `tree` of Dockerfiles. With `auto` it is a project where it has a `setup.py`, a `pyproject.toml` with `[project]` or `[build-system]`, or a `setup.cfg` with `[metadata]` or `[options]`; else a tree.',
    },
    {
        name: 'path',
        kind: 'text',
        group: 'Source',
        commands: ['project', 'tree', 'run', 'pins', 'release'],
        default: '.',
        description: 'The folder with the Dockerfiles: `NAME/Dockerfile` or `Dockerfile.NAME` makes the image NAME. A file images.yml in it says what their names do not.',
        example: 'container',
        wordsOf: {
            run: {
                description: 'The folder of the project, or of the Dockerfiles.',
                example: 'services/foo',
            },
            project: {
                description: 'The folder of the project, with its `pyproject.toml`, `setup.cfg` or `setup.py`.',
                example: 'services/foo',
            },
            pins: {
                description: 'The folder with the Dockerfiles, which say of which image a digest is.',
                example: 'container',
            },
            release: {
                description: 'The folder with the Dockerfiles whose images are released: those that the command `tree` makes of it.',
                example: 'container',
            },
        },
    },
    {
        name: 'scripts',
        kind: 'list',
        group: 'Source',
        commands: ['project'],
        default: '',
        description: 'The console scripts to make an image of, by name. Empty makes one of each.',
        example: 'foo-manage',
    },
    {
        name: 'context',
        kind: 'text',
        group: 'Source',
        commands: ['tree', 'run'],
        default: '',
        description: 'The folder that files named `Dockerfile.NAME` are built from. Empty takes the folder of each file.',
        example: '.',
    },
    {
        name: 'images',
        kind: 'list',
        group: 'Source',
        commands: ['tree', 'release'],
        default: '',
        description: 'The images to make, by name; `*` stands for any characters. What they stand on is taken as it is published. Empty makes all.',
        example: 'tractor',
        wordsOf: {
            release: {
                description: 'The images to release, by name; `.` is `image_name` itself. Named so, no file is read, and no checkout is needed; `*` stands for any characters of the names in `path`. Empty takes all of `path`.',
                example: 'base tractor',
            },
        },
    },
    {
        name: 'exclude',
        kind: 'list',
        group: 'Source',
        groupOf: { plan: 'Matrix' },
        commands: ['plan', 'tree', 'run', 'release'],
        default: '',
        description: 'Patterns of paths that are no images, as in a `.dockerignore`.',
        example: 'examples/**',
        wordsOf: {
            plan: {
                description: 'A list in YAML, as in the matrix of a workflow: each row names images to leave out, with the keys package, package_version, python_version and target_base.',
                example: "- { python_version: '3.11', target_base: alpine }",
            },
        },
    },
    {
        name: 'pins',
        kind: 'text',
        group: 'Source',
        commands: ['tree', 'run', 'pins'],
        default: '',
        description: 'A file of lines `NAME=value` that are build arguments of every Dockerfile: images and their digests. Empty takes `digests.env` of the folder, where there is one.',
        example: 'digests.env',
        wordsOf: {
            pins: {
                description: 'The file of lines `NAME=value`: images and their digests. Empty takes `digests.env` of the folder.',
                example: 'container/digests.env',
            },
        },
    },
    {
        name: 'update',
        kind: 'flag',
        group: 'Source',
        commands: ['pins'],
        default: 'false',
        description: 'Write the digests of today into the file; every other character stays.',
    },
    {
        name: 'default_branch',
        kind: 'text',
        group: 'Source',
        commands: ['tree'],
        default: 'main',
        description: 'The branch whose images stand in for those that another branch has not published.',
        example: 'develop',
    },
];

;// CONCATENATED MODULE: ./lib/inputs/rows/verifying.js

const verifyingRows = [
    {
        name: 'verify',
        kind: 'choice',
        group: 'Verifying',
        commands: ['build', 'plan', 'project', 'tree', 'connector'],
        default: 'all',
        choices: choices/* verifyChoices */.fx,
        description: "Where the image is run and checked before any tag moves: every platform, the build machine's, or none. A finding that makes the image wrong is fatal, any other a warning; `strict` makes every finding fatal, on every platform.",
    },
    {
        name: 'verify_skip',
        kind: 'lines',
        group: 'Verifying',
        commands: ['build', 'plan', 'project', 'tree', 'connector'],
        default: '',
        description: 'What the checks leave out, one a line: a check and the module, script or distribution; `*` stands for any characters.',
        example: 'imports:kaggle',
        wordsOf: {
            tree: {
                description: 'What the checks leave out, one a line: `links`, `programs`, `metadata` or `libraries`, and a program, library or distribution; `*` stands for any characters.',
                example: 'programs:plugin.so',
            },
            connector: {
                description: 'What the checks leave out, one a line: `links`, `programs`, `metadata` or `libraries`, and a program, library or distribution; `*` stands for any characters.',
                example: 'programs:plugin.so',
            },
        },
    },
    {
        name: 'verify_env',
        kind: 'lines',
        group: 'Verifying',
        commands: ['build', 'project', 'tree', 'connector'],
        default: '',
        description: 'Environment variables for the checks alone, `NAME=value`, one a line; they are in no image. `NAME` alone takes the value of this environment.',
        inWorkflow: 'A value may be a secret.',
        example: 'HOME=/tmp',
    },
    {
        name: 'verify_command',
        kind: 'text',
        group: 'Verifying',
        commands: ['build', 'plan', 'tree', 'connector'],
        default: '',
        description: 'A shell command that must succeed in the image on every platform that is verified.',
        example: 'uvicorn --version',
        wordsOf: {
            tree: {
                description: 'A shell command that must succeed in every image, on every platform that is verified. A row of images.yml gives that of one image, and a `test.sh` beside its Dockerfile is run too.',
                example: 'python3 --version',
            },
            connector: {
                description: 'A shell command that must succeed in every image, on every platform that is verified. That `spec` prints a specification is checked in any case.',
                example: 'python --version',
            },
        },
    },
    {
        name: 'verify_commands',
        kind: 'lines',
        group: 'Verifying',
        commands: ['project'],
        default: '',
        description: 'Shell commands that must succeed in the image of a script, `SCRIPT=COMMAND`, one a line. Without one, `SCRIPT --help` is run; an empty command runs nothing.',
        example: 'foo-scheduler=foo-scheduler --check',
    },
    {
        name: 'verify_python',
        kind: 'text',
        group: 'Verifying',
        commands: ['build', 'plan'],
        default: '',
        description: "The Python to run the checks with, by its path in the image. Empty takes the one that the image's ENTRYPOINT or CMD starts, else the first on its PATH, else that of its VIRTUAL_ENV.",
        example: '/opt/venv/bin/python',
    },
];

;// CONCATENATED MODULE: ./lib/inputs/table.js















const inputTable = [
    ...matrixRows,
    ...packageRows,
    ...sourceRows,
    ...connectorRows,
    ...releaseRows,
    ...imageRows,
    ...registryRows,
    ...buildingRows,
    ...rebuildingRows,
    ...signingRows,
    ...cleaningRows,
    ...verifyingRows,
    ...advisoryRows,
    ...runningRows,
    ...containerRows,
];


/***/ }),

/***/ 13114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/* unused harmony export editDistance */
/** The nearest right name for a wrong one. */
/** Edits (insert, delete, replace, swap neighbours) that turn one text into the other. */
function editDistance(from, to) {
    let before = [];
    let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
    for (let row = 1; row <= from.length; row++) {
        const current = [row];
        for (let column = 1; column <= to.length; column++) {
            const same = from[row - 1] === to[column - 1];
            let best = Math.min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + (same ? 0 : 1));
            if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
                best = Math.min(best, before[column - 2] + 1);
            }
            current.push(best);
        }
        before = previous;
        previous = current;
    }
    return previous[to.length];
}
/** The closest of `names`, unless even that takes more edits than a slip of the hand: a third of the letters. */
function nearest(text, names) {
    // Beyond this no name is near, and the table of distances would be large.
    if (text.length > 60)
        return undefined;
    const plain = text.toLowerCase();
    const ranked = names
        .map((name) => ({ name, distance: editDistance(plain, name.toLowerCase()) }))
        .sort((one, other) => one.distance - other.distance);
    const [best] = ranked;
    if (best === undefined || best.distance > Math.max(1, Math.floor(best.name.length / 3)))
        return undefined;
    return best.name;
}


/***/ }),

/***/ 76117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FR: () => (/* binding */ minorNumber),
/* harmony export */   Hs: () => (/* binding */ minorOf),
/* harmony export */   UA: () => (/* binding */ newestStablePython),
/* harmony export */   yn: () => (/* binding */ parsePythonVersion)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _shown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8065);


/** `3.13` of `3.13.9`. */
const minorOf = (python) => python.split('.').slice(0, 2).join('.');
/** 13 of `3.13` and of `3.13.9`. */
const minorNumber = (python) => Number(python.split('.')[1]);
/** Minor versions of Python 3 with an official image whose pip this project can use. */
const oldest = 6;
const newest = 15;
const newestStablePython = '3.14';
const range = `Python 3.${oldest} to 3.${newest} can be built, as "3.12" or "3.12.4"`;
function parsePythonVersion(text) {
    const trimmed = text.trim();
    const match = /^3\.(0|[1-9]\d?)(?:\.(0|[1-9]\d{0,2}))?$/.exec(trimmed);
    if (match === null)
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(trimmed)} is not a version of Python: ${range}.`);
    const minor = Number(match[1]);
    if (minor === 1 && match[2] === undefined) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`"3.1" is not a version of Python that has an image. YAML reads 3.10 as 3.1: quote it, "3.10".`);
    }
    if (minor < oldest || minor > newest)
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`Python ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(trimmed)} is out of range: ${range}.`);
    const version = { text: trimmed, minor: `3.${minor}` };
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(match[2] === undefined ? version : { ...version, patch: Number(match[2]) });
}


/***/ }),

/***/ 8065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ shown)
/* harmony export */ });
const longest = 120;
/** Characters in which credentials are searched for: more than is shown, and few enough to be fast on hostile text. */
const searched = 10_000;
/** Characters that a terminal or a log acts upon: controls, line and direction marks. */
// oxlint-disable-next-line no-control-regex
const controls = /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
/**
 * The text in double quotes on one line. Line breaks and controls are escaped as in JSON, everything after 120 characters
 * is cut to "…", and user and password of a URL become "***".
 */
function shown(text) {
    const safe = text
        .slice(0, searched)
        .replace(/\/\/\S*@/g, '//***@')
        // What a digest follows is no user with a password, but a registry with its port.
        .replace(/(^|\s)[^\s/]+:\S*@(?!sha256:)/g, '$1***@');
    const cut = safe.length > longest ? `${safe.slice(0, longest)}…` : safe;
    return JSON.stringify(cut).replace(controls, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}


/***/ }),

/***/ 88861:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hd: () => (/* binding */ secondsText),
/* harmony export */   VK: () => (/* binding */ shortDigest),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   pV: () => (/* binding */ bytesText)
/* harmony export */ });
/** Bytes, seconds and digests as a person reads them. */
const sizes = ['B', 'kB', 'MB', 'GB', 'TB'];
/** Decimal units, as registries and `docker images` count: `0 B`, `950 kB`, `12.3 MB`. Three digits at most before the point. */
function bytesText(bytes) {
    let [value, unit] = [bytes, 0];
    while (value >= 999.5 && unit < sizes.length - 1)
        [value, unit] = [value / 1000, unit + 1];
    return `${unit === 0 || value >= 99.95 ? Math.round(value) : trimmed(value.toFixed(1))} ${sizes[unit]}`;
}
/** `0.04 s`, `1.2 s`, `42 s`, `2 min 5 s`, `1 h 3 min`. Takes seconds. */
function secondsText(seconds) {
    if (seconds < 0.095)
        return `${trimmed(seconds.toFixed(2))} s`;
    if (seconds < 9.95)
        return `${trimmed(seconds.toFixed(1))} s`;
    const whole = Math.round(seconds);
    if (whole < 60)
        return `${whole} s`;
    if (whole < 3600)
        return joined(Math.floor(whole / 60), 'min', whole % 60, 's');
    const minutes = Math.round(seconds / 60);
    return joined(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
}
/** The first twelve digits of a digest, as `docker images` shows it; anything else is given back whole. */
function shortDigest(digest) {
    return /^sha256:[0-9a-f]{64}$/.test(digest) ? digest.slice(0, 19) : digest;
}
/** `1 wheel`, `3 wheels`. */
const counted = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;
const trimmed = (text) => text.replace(/\.?0+$/, '');
const joined = (large, largeUnit, small, smallUnit) => small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;


/***/ })

};
