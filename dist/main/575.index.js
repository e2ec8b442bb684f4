export const id = 575;
export const ids = [575];
export const modules = {

/***/ 4575:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run),
  show: () => (/* binding */ show)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/plan/image.js
var plan_image = __webpack_require__(9938);
// EXTERNAL MODULE: ./lib/plan/policy.js
var plan_policy = __webpack_require__(9633);
// EXTERNAL MODULE: ./lib/report/journal.js
var journal = __webpack_require__(8201);
// EXTERNAL MODULE: ./lib/run/observe.js + 2 modules
var observe = __webpack_require__(8237);
// EXTERNAL MODULE: ./lib/sources/package/base.js
var package_base = __webpack_require__(7496);
// EXTERNAL MODULE: ./lib/names/package-version.js + 5 modules
var package_version = __webpack_require__(3196);
// EXTERNAL MODULE: ./lib/names/reference.js
var reference = __webpack_require__(4021);
;// CONCATENATED MODULE: ./lib/plan/tags.js
/** Tags of a package's image: one exact tag, and aliases that move with the newest version. */



/**
 * Tags as `py{publish target}-{version}`. The newest version also gets `-LATEST`, `-{major.minor}` and, unless the major
 * is 0 (where a minor release may break), `-{major}`. A version that was written in another way than PEP 440 normalizes
 * it to (`2025.06.30`) is an alias, so that whoever looks for it finds it.
 *
 * @throws Failure when a tag would be longer than a registry takes.
 */
function tagsOf(publishTarget, version, isLatest, more, written) {
    const stem = `py${publishTarget}`;
    const [major = 0, minor = 0] = version.release;
    const epoch = version.epoch === 0 ? '' : `${version.epoch}-`;
    const moving = isLatest
        ? ['LATEST', `${epoch}${major}.${minor}`, ...(major === 0 ? [] : [`${epoch}${major}`])]
        : [];
    const exact = tag(`${stem}-${(0,package_version/* tagOfVersion */.ml)(version)}`);
    const asWritten = written === undefined ? undefined : writtenTag(stem, written, version);
    const aliases = [
        ...moving.map((suffix) => tag(`${stem}-${suffix}`)),
        ...(asWritten === undefined ? [] : [asWritten]),
        ...more,
    ];
    return { exact, aliases: [...new Set(aliases)].filter((alias) => alias !== exact) };
}
/** Undefined where it is no tag, or would be the exact tag of another version: `1-1` is 1.post1 as well as 1!1's tag. */
function writtenTag(stem, written, version) {
    const suffix = written.replace('!', '-').replace('+', '_');
    const other = (0,package_version/* versionOfTag */.mx)(suffix);
    if (other !== undefined && (0,package_version/* compareVersions */.Zy)(other, version) !== 0)
        return undefined;
    const result = (0,reference/* parseTag */.ED)(`${stem}-${suffix}`);
    return result.ok ? result.value : undefined;
}
function tag(text) {
    const result = (0,reference/* parseTag */.ED)(text);
    if (result.ok)
        return result.value;
    throw new errors/* Failure */.HR([{ station: 'input', about: 'package_version', message: result.message }]);
}

// EXTERNAL MODULE: ./lib/package-index/lost-zero.js
var lost_zero = __webpack_require__(4481);
;// CONCATENATED MODULE: ./lib/sources/package/version-notes.js

/** @param version as the index has it: `0.3.0` where `0.3` was asked for. */
function versionNotes(project, wanted, version, { exact, aliases }) {
    if (wanted.kind === 'latest')
        return [];
    const { text, written = text } = wanted;
    const lost = (0,lost_zero/* lostZero */.J)(project, written);
    const notes = lost === undefined
        ? []
        : [
            `package_version ${written} is ${project.name} ${version.text}; if you meant ${lost}, quote it, "${lost}": YAML reads it as ${written}`,
        ];
    if (written === text)
        return notes;
    const alias = aliases.find((tag) => tag.endsWith(`-${written.replace('!', '-').replace('+', '_')}`));
    const also = alias === undefined ? '' : `, and ${alias} is an alias of it`;
    return [...notes, `"${written}" is the version ${text} by PEP 440: the exact tag is ${exact}${also}`];
}

// EXTERNAL MODULE: ./lib/package-index/choose.js + 1 modules
var choose = __webpack_require__(9503);
;// CONCATENATED MODULE: ./lib/sources/package/find-cell.js
/** From inputs to a cell: the package index says which version is meant and whether it allows this Python. */






/** @throws Failure when the package, the version or this Python cannot be had. */
async function findCell({ project: read, access, journal }, inputs) {
    const note = (text) => journal.add({ is: 'note', text });
    const project = await read(inputs.package.name);
    if (project === undefined)
        throw new errors/* Failure */.HR([problem('package', (0,choose/* absentPackage */.Sk)(inputs.package.name, access.url))]);
    const wanted = inputs.packageVersion.kind === 'latest' ? 'latest' : parse(inputs.packageVersion.text);
    const choice = (0,choose/* chooseVersion */.EH)(project, wanted, inputs.python);
    if (!choice.ok)
        throw new errors/* Failure */.HR([problem('package_version', choice.message)]);
    const { version, yanked } = choice.value;
    if (yanked !== undefined)
        note(`${project.name} ${version.text} was withdrawn by its authors${yanked && `: ${yanked}`}`);
    // The tag has the version as it was asked for: 1.17 and 1.17.0 are one version, and two tags.
    const asked = wanted === 'latest' ? version : wanted;
    const cell = cellAs(inputs, version, asked);
    if (!cell.tags.exact.endsWith(`-${asked.text}`)) {
        note(`"${asked.text}" is not allowed in a tag: it stands there as "${cell.tags.exact}"`);
    }
    for (const text of versionNotes(project, inputs.packageVersion, version, cell.tags))
        note(text);
    return cell;
}
/** The cell without the index; undefined for `latest`, which only the index knows. */
function namedCell(inputs) {
    if (inputs.packageVersion.kind === 'latest')
        return undefined;
    const version = parse(inputs.packageVersion.text);
    return cellAs(inputs, version, version);
}
function cellAs(inputs, version, asked) {
    const latest = inputs.packageLatestVersion;
    const isLatest = inputs.packageVersion.kind === 'latest' ||
        (latest !== undefined && (0,package_version/* compareVersions */.Zy)(parse(latest), version) === 0);
    const base = (0,package_base/* baseOf */.b)(inputs.python, inputs.variant, inputs.baseRegistry);
    return {
        source: 'package',
        package: inputs.package,
        version,
        python: inputs.python,
        base,
        platforms: inputs.platforms,
        repositories: inputs.repositories,
        tags: tagsOf(base.publishTarget, asked, isLatest, inputs.tags, writtenOf(inputs)),
    };
}
const writtenOf = ({ packageVersion }) => packageVersion.kind === 'exact' ? packageVersion.written : undefined;
function parse(text) {
    const result = (0,package_version/* parsePackageVersion */.g7)(text);
    if (!result.ok)
        throw new errors/* Failure */.HR([{ station: 'input', about: 'package_version', message: result.message }]);
    return result.value;
}
const problem = (about, message) => ({
    station: 'index',
    about,
    message: message.charAt(0).toUpperCase() + message.slice(1),
});

;// CONCATENATED MODULE: ./lib/sources/package/arguments.js
function packageArguments(cell, maintainer) {
    return {
        python_version: cell.python.text,
        publish_target: cell.base.publishTarget,
        build_target: cell.base.buildTarget,
        package: cell.package.text,
        package_version: cell.version.text,
        maintainer,
    };
}

// EXTERNAL MODULE: ./lib/sources/policy.js
var policy = __webpack_require__(8282);
;// CONCATENATED MODULE: ./lib/sources/package/requirement-lines.js
/** What is resolved: the package at its version, and the requirements of the user (PEP 508). */
const requirementLines = (cell, inputs) => [
    `${cell.package.text}==${cell.version.text}`,
    ...inputs.requirements,
];

;// CONCATENATED MODULE: ./lib/sources/package/plan.js




/** The plan until the index answers, for a report of a run that ends before. */
const unknownPlan = (inputs, policy) => ({
    images: [],
    policy,
    skipped: [
        {
            id: plan_image/* onlyImage */.A3,
            subject: subjectOf(inputs, inputs.packageVersion.kind === 'latest' ? 'latest' : inputs.packageVersion.text),
            repository: inputs.repositories[0],
        },
    ],
});
const packagePlan = (cell, inputs, policy) => ({
    images: [imageOf(cell, inputs)],
    policy,
    skipped: [],
});
const subjectOf = (inputs, version) => ({
    kind: 'package',
    name: inputs.package.text,
    version,
    python: inputs.python.text,
});
function imageOf(cell, inputs) {
    const { package: asked, version, python, base } = cell;
    const packages = {
        distribution: asked.name,
        requirements: requirementLines(cell, inputs),
        python,
        base: { publish: base.publish, build: base.build },
        buildPackages: inputs.buildPackages,
        buildConstraints: inputs.buildConstraints,
        ...(inputs.indexUrl === undefined ? {} : { indexUrl: inputs.indexUrl }),
    };
    return {
        id: plan_image/* onlyImage */.A3,
        parents: [],
        subject: subjectOf(inputs, version.text),
        version,
        repositories: cell.repositories,
        tags: cell.tags,
        platforms: cell.platforms,
        content: inputs.dockerfile === undefined
            ? {
                kind: 'packages',
                packages,
                runtimePackages: inputs.runtimePackages,
                ...(inputs.command === undefined ? {} : { command: inputs.command }),
                ...(inputs.user === undefined ? {} : { user: inputs.user }),
            }
            : {
                kind: 'dockerfile',
                path: inputs.dockerfile,
                context: inputs.buildPath,
                arguments: { ...packageArguments(cell, inputs.maintainer), ...inputs.buildArgs },
                packages,
                parents: {},
            },
        checks: {
            extras: asked.extras,
            skip: inputs.verifySkip,
            ...(inputs.verifyCommand === undefined ? {} : { command: inputs.verifyCommand }),
            ...(inputs.verifyPython === undefined ? {} : { python: inputs.verifyPython }),
        },
        // Images have carried these labels from the start: users may rely on their names.
        labels: {
            python: python.text,
            package: asked.text,
            ...(inputs.maintainer === '' ? {} : { maintainer: inputs.maintainer }),
        },
        given: { labels: inputs.labels, annotations: inputs.annotations },
    };
}
const policyOf = (inputs, files) => ({
    ...(0,policy/* imagePolicy */.a)(inputs, files),
    overwrite: inputs.overwrite,
    compile: inputs.compile,
    wheelStore: inputs.wheelStore,
    savesWheels: inputs.savesWheels,
});

// EXTERNAL MODULE: ./lib/commands/make-images.js + 84 modules
var make_images = __webpack_require__(1397);
// EXTERNAL MODULE: ./lib/commands/require-files.js
var require_files = __webpack_require__(9579);
// EXTERNAL MODULE: ./lib/commands/settings.js
var settings = __webpack_require__(1057);
;// CONCATENATED MODULE: ./lib/commands/build.js
/** The command `build`: one image of a package, from inputs to report. */










/** Never throws for what a user can act on: the report carries it. */
async function build(world, request) {
    const { inputs } = request;
    const policy = policyOf(inputs, world.files);
    const { report, ...made } = await (0,make_images/* makeImages */.X)(world, {
        unknown: unknownPlan(inputs, policy),
        settings: (0,settings/* settingsOf */.f)(request, inputs),
        concurrency: 1,
        requireFiles: () => (0,require_files/* requireFiles */.P)(world, inputs),
        plan: (session) => planOf(session, request, policy),
    });
    return { ...made, report: report.images.find(({ id }) => id === plan_image/* onlyImage */.A3) };
}
async function planOf(session, { inputs }, policy) {
    if (inputs.dockerfile !== undefined && (inputs.command !== undefined || inputs.user !== undefined)) {
        session.journal.add({
            is: 'note',
            text: 'command and user belong to the Dockerfile that is rendered here: yours says itself what runs, and as whom',
        });
    }
    const settled = await settledPlan(session, inputs, policy);
    if (settled !== undefined)
        return settled;
    // A builder that is needed in any case is opened now, so that its problems are reported with all others.
    const needsBuilder = !(0,plan_policy/* pushes */.P)(policy) || policy.rebuild === 'always';
    const clock = { journal: session.journal, clock: session.world.clock };
    const [cell] = await (0,errors/* gather */.kg)([
        (0,journal/* timed */.ay)(clock, 'plan', 'look up', () => findCell(session, inputs)),
        session.registries(),
        needsBuilder ? session.builder() : undefined,
    ]);
    return packagePlan(cell, inputs, policy);
}
/**
 * What is there and is not compared needs no package index: then the plan of a version that was named. So it is where a
 * registry does not answer: the image fails with that, and the report has what the others hold. Undefined where the index
 * must be asked.
 */
async function settledPlan(session, inputs, policy) {
    const cell = (0,plan_policy/* needsTodaysBase */.b)(policy) ? undefined : namedCell(inputs);
    if (cell === undefined)
        return undefined;
    const clock = { journal: session.journal, clock: session.world.clock };
    const places = await (0,journal/* timed */.ay)(clock, 'plan', 'look up', () => (0,observe/* observePlaces */.HU)(session, policy, cell).catch((error) => {
        if (error instanceof errors/* Failure */.HR)
            return [];
        throw error;
    }));
    return places.every(({ held }) => held.is === 'present') ? packagePlan(cell, inputs, policy) : undefined;
}

// EXTERNAL MODULE: ./lib/report/annotations.js
var annotations = __webpack_require__(1116);
// EXTERNAL MODULE: ./lib/report/dry-run.js
var dry_run = __webpack_require__(3175);
// EXTERNAL MODULE: ./lib/report/outputs.js
var outputs = __webpack_require__(8568);
// EXTERNAL MODULE: ./lib/report/summary.js + 1 modules
var summary = __webpack_require__(5259);
// EXTERNAL MODULE: ./lib/report/terminal.js
var terminal = __webpack_require__(1488);
// EXTERNAL MODULE: ./lib/report/words.js
var words = __webpack_require__(8191);
;// CONCATENATED MODULE: ./lib/entry/build-command.js
/** What the command `build` does, and how its result is shown. */








const run = build;
function show(result) {
    const { report, interrupted } = result;
    const { json, ...dryRun } = shownOfDryRun(result);
    return {
        text: (style) => (0,terminal/* reportText */.UH)(report, style),
        textHasProblems: true,
        json: { ...report, ...json },
        problems: report.problems,
        refused: (0,errors/* blamesInputs */.uU)(report.problems) && interrupted === undefined && !(0,words/* hasDone */.BR)(report),
        stepResults: {
            outputs: (0,outputs/* outputsOf */.Y)(report),
            warnings: (0,annotations/* warnings */.AR)(report),
            summary: (limit) => (0,summary/* summaryMarkdown */.eH)(report, limit),
        },
        ...(interrupted !== undefined && { interrupted }),
        ...dryRun,
    };
}
/** What a dry run alone shows: the plan, the recipes, and the files of each run of buildx. */
function shownOfDryRun({ report, ...planned }) {
    if (report.outcome !== 'planned')
        return { json: {} };
    const { plan, recipes, runs } = planned;
    return { json: { plan, recipes, runs }, dryRun: (0,dry_run/* dryRunText */.u)(planned) };
}


/***/ }),

/***/ 7496:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ baseOf)
/* harmony export */ });
/**
 * For a slim image it compiles in the full one of the same distribution release. Alpine has no full image: a compiler is
 * added to it.
 */
function baseOf(python, variant, baseRegistry) {
    const tagged = (suffix) => (suffix === '' ? python.text : `${python.text}-${suffix}`);
    const publishTarget = tagged(variant);
    const buildTarget = variant.startsWith('alpine') ? publishTarget : tagged(variant.replace(/^slim-?/, ''));
    return {
        variant,
        publishTarget,
        buildTarget,
        publish: `${baseRegistry}/python:${publishTarget}`,
        build: `${baseRegistry}/python:${buildTarget}`,
    };
}


/***/ })

};
