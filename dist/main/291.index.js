export const id = 291;
export const ids = [291];
export const modules = {

/***/ 291:
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
// EXTERNAL MODULE: ./lib/run/observe.js + 3 modules
var observe = __webpack_require__(7854);
// EXTERNAL MODULE: ./lib/sources/package/find-cell.js + 1 modules
var find_cell = __webpack_require__(9009);
// EXTERNAL MODULE: ./lib/sources/package/plan.js + 2 modules
var plan = __webpack_require__(5691);
// EXTERNAL MODULE: ./lib/commands/make-images.js + 3 modules
var make_images = __webpack_require__(9203);
// EXTERNAL MODULE: ./lib/commands/require-files.js
var require_files = __webpack_require__(9579);
// EXTERNAL MODULE: ./lib/commands/settings.js
var settings = __webpack_require__(1057);
;// CONCATENATED MODULE: ./lib/commands/build.js
/** The command `build`: one image of a package, from inputs to report. */










/** Never throws for what a user can act on: the report carries it. */
async function build(world, request) {
    const { inputs } = request;
    const policy = (0,plan/* policyOf */.US)(inputs, world.files);
    const { report, ...made } = await (0,make_images/* makeImages */.X)(world, {
        unknown: (0,plan/* unknownPlan */.Iq)(inputs, policy),
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
    const settled = await settledCell(session, inputs, policy);
    if (settled !== undefined)
        return (0,plan/* packagePlan */.aI)(settled, inputs, policy);
    // A builder that is needed in any case is opened now, so that its problems are reported with all others.
    const needsBuilder = !(0,plan_policy/* pushes */.PN)(policy) || policy.rebuild === 'always';
    const clock = { journal: session.journal, clock: session.world.clock };
    const [cell] = await (0,errors/* gather */.kg)([
        (0,journal/* timed */.ay)(clock, 'plan', 'look up', () => (0,find_cell/* findCell */.u)(session, inputs)),
        session.registries(),
        needsBuilder ? session.builder() : undefined,
    ]);
    return (0,plan/* packagePlan */.aI)(cell, inputs, policy);
}
/** The cell of inputs. @throws Failure where the index does not have it. */
const cellOf = async (session, inputs, policy) => (await settledCell(session, inputs, policy)) ?? (0,find_cell/* findCell */.u)(session, inputs);
/**
 * What is there and is not compared needs no package index: then the cell of a version that was named. So it is where a
 * registry does not answer: the image fails with that, and the report has what the others hold. Undefined where the index
 * must be asked.
 */
async function settledCell(session, inputs, policy) {
    const cell = (0,plan_policy/* needsTodaysBase */.br)(policy) ? undefined : (0,find_cell/* namedCell */.b)(inputs);
    if (cell === undefined)
        return undefined;
    const clock = { journal: session.journal, clock: session.world.clock };
    const places = await (0,journal/* timed */.ay)(clock, 'plan', 'look up', () => (0,observe/* observePlaces */.HU)(session, policy, cell).catch((error) => {
        if (error instanceof errors/* Failure */.HR)
            return [];
        throw error;
    }));
    return places.every(({ held }) => held.is === 'present') ? cell : undefined;
}

// EXTERNAL MODULE: ./lib/canonical.js
var canonical = __webpack_require__(9333);
// EXTERNAL MODULE: ./lib/sources/package/plan-cells.js
var plan_cells = __webpack_require__(7438);
// EXTERNAL MODULE: ./lib/sources/matrix/plan-file.js
var plan_file = __webpack_require__(6922);
;// CONCATENATED MODULE: ./lib/commands/build-cells.js
/** The command `build` for several images: those that a plan puts into one job. */









/** Never throws for what a user can act on: the report carries it. */
async function buildCells(world, request) {
    const { inputs, ...resources } = request;
    const { cells, problems } = await cellsOf(world, inputs);
    const first = cells[0] ?? inputs.step;
    const policy = (0,plan/* policyOf */.US)(first, world.files);
    const { timeBudget, failFast } = inputs;
    const begun = world.clock.now();
    return (0,make_images/* makeImages */.X)(world, {
        unknown: { images: [], policy, skipped: [] },
        settings: (0,settings/* settingsOf */.f)({ ...resources, inputs: first }, first),
        concurrency: inputs.concurrency,
        limits: { failFast, ...(timeBudget === undefined ? {} : { until: begun + timeBudget * 1000 }) },
        requireFiles: async () => {
            if (problems.length > 0)
                throw new errors/* Failure */.HR(problems);
            await requireAll(world, cells);
        },
        plan: (session) => (0,plan_cells/* cellsPlan */.d)(session, cells, policy, (own, one) => cellOf(own, one, policy)),
    });
}
/** The inputs of every image, and what is wrong with any. */
async function cellsOf({ files }, { from, read }) {
    try {
        const shard = from.kind === 'shard' ? from.shard : await (0,plan_file/* shardOfFile */.y)(files, from.place);
        const { cells, problems } = read(shard);
        return { cells, problems: problems.length > 0 ? problems : differences(files, cells) };
    }
    catch (error) {
        if (!(error instanceof errors/* Failure */.HR))
            throw error;
        return { cells: [], problems: error.problems };
    }
}
/** One step has one policy, one index and one resolver. */
function differences(files, cells) {
    const [first, ...others] = cells;
    if (first === undefined)
        return [];
    const ofStep = (inputs) => {
        const { wheelStore: _, ...policy } = (0,plan/* policyOf */.US)(inputs, files);
        return (0,canonical/* canonical */.$)([policy, inputs.indexUrl, inputs.uvVersion, inputs.baseRegistry]);
    };
    const wanted = ofStep(first);
    if (others.every((one) => ofStep(one) === wanted))
        return [];
    return [
        {
            station: 'input',
            about: 'cells',
            message: 'cells: the images differ in an input that is one for all of them, such as rebuild, overwrite, verify, index_url or uv_version: give it in the step, or make them in two steps.',
        },
    ];
}
/** @throws Failure with what is missing, each once. */
async function requireAll(world, cells) {
    const different = new Map(cells.map((one) => [(0,canonical/* canonical */.$)([one.secrets, one.caBundle, one.dockerfile, one.buildPath]), one]));
    await (0,errors/* gather */.kg)([...different.values()].map((one) => (0,require_files/* requireFiles */.P)(world, one)));
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
// EXTERNAL MODULE: ./lib/entry/run-shown.js
var run_shown = __webpack_require__(7149);
;// CONCATENATED MODULE: ./lib/entry/build-command.js
/** What the command `build` does, and how its result is shown. */










async function run(world, request) {
    const { inputs } = request;
    return inputs.kind === 'one'
        ? { kind: 'one', result: await build(world, { ...request, inputs: inputs.image }) }
        : { kind: 'several', result: await buildCells(world, { ...request, inputs }) };
}
const show = (result) => result.kind === 'one' ? showOne(result.result) : showSeveral(result.result);
function showSeveral(result) {
    const shown = (0,run_shown/* showRun */.X)(result);
    const { stepResults } = shown;
    if (stepResults === undefined)
        return shown;
    return { ...shown, stepResults: { ...stepResults, outputs: (0,outputs/* severalOutputsOf */.Kn)(result.report) } };
}
function showOne(result) {
    const { report, interrupted } = result;
    const { json, ...dryRun } = shownOfDryRun(result);
    return {
        text: (style) => (0,terminal/* reportText */.UH)(report, style),
        textHasProblems: true,
        json: { ...report, ...json },
        problems: report.problems,
        refused: (0,errors/* blamesInputs */.uU)(report.problems) && interrupted === undefined && !(0,words/* hasDone */.BR)(report),
        stepResults: {
            outputs: (0,outputs/* outputsOf */.Yz)(report),
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

/***/ 7149:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ showRun)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _report_annotations_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1116);
/* harmony import */ var _report_dry_run_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3175);
/* harmony import */ var _report_outputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8568);
/* harmony import */ var _report_run_summary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2666);
/* harmony import */ var _report_run_terminal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6664);
/* harmony import */ var _report_words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8191);
/** How the result of a command that makes several images is shown. */







function showRun({ report, interrupted, ...planned }) {
    const { images, problems } = report;
    const isPlanned = planned.plan.policy.dryRun && planned.plan.images.length > 0;
    // What ended the run is among those of the images that it ended, too.
    const said = [...problems, ...images.flatMap((image) => image.problems)];
    const all = [...new Map(said.map((one) => [JSON.stringify(one), one])).values()];
    return {
        text: (style) => (0,_report_run_terminal_js__WEBPACK_IMPORTED_MODULE_3__/* .runText */ .l)(report, style),
        textHasProblems: true,
        json: { ...report, ...(isPlanned ? planned : {}) },
        problems: all,
        refused: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .blamesInputs */ .uU)(all) && interrupted === undefined && !images.some(_report_words_js__WEBPACK_IMPORTED_MODULE_4__/* .hasDone */ .BR),
        stepResults: {
            outputs: (0,_report_outputs_js__WEBPACK_IMPORTED_MODULE_5__/* .runOutputsOf */ .bx)(report),
            warnings: images.flatMap(_report_annotations_js__WEBPACK_IMPORTED_MODULE_1__/* .warnings */ .AR),
            summary: (limit) => (0,_report_run_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .runMarkdown */ .l)(report, limit),
        },
        ...(interrupted !== undefined && { interrupted }),
        ...(isPlanned && { dryRun: (0,_report_dry_run_js__WEBPACK_IMPORTED_MODULE_6__/* .dryRunText */ .u)(planned) }),
    };
}


/***/ }),

/***/ 1116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AR: () => (/* binding */ warnings),
/* harmony export */   Is: () => (/* binding */ harmless),
/* harmony export */   hk: () => (/* binding */ annotations),
/* harmony export */   workflowCommand: () => (/* binding */ workflowCommand)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2527);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8191);


/** A message stays under this many characters: the runner cuts longer ones in the middle of a word. */
const longest = 4000;
const data = (text) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
/** A workflow command as the runner reads it; no text in it can end it or start another one. */
function workflowCommand(name, text, properties = {}) {
    const list = Object.entries(properties).map(([key, value]) => `${key}=${property(value)}`);
    return `::${name}${list.length === 0 ? '' : ` ${list.join(',')}`}::${data(text)}`;
}
/** One `::error` line for each problem: what, the rule, the way out, then the lines that matter. */
function annotations(problems) {
    return problems.map((problem) => {
        const lines = [
            problem.message,
            ...(problem.detail ?? []),
            ...(problem.file === undefined ? [] : [`The whole output is in ${problem.file}.`]),
        ];
        return workflowCommand('error', shortened(lines.join('\n')), {
            title: (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)((0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .problemTitle */ .yz)(problem)).replaceAll('\n', ' '),
        });
    });
}
/**
 * One `::warning` line for each warning of the checks: on every platform the same one is said once. A blocked image gets
 * one, too, since the error is that of the image which it stands on.
 */
const warnings = (report) => [
    ...(report.outcome === 'blocked' ? [warningCommand('Blocked', (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .blockedText */ .qQ)(report))] : []),
    ...(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .warningsOf */ .nZ)(report).map((warning) => warningCommand('Verification', (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .warningText */ .i4)(warning))),
];
const warningCommand = (title, text) => workflowCommand('warning', shortened(text), { title });
function shortened(text) {
    const shown = (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(text);
    return shown.length > longest ? `${shown.slice(0, longest - 1)}…` : shown;
}
/**
 * Lines of others such that the runner prints them and obeys none. It takes `::` at a line's start (after any
 * white space) and `##[` anywhere for a command, and a lone carriage return for the end of a line.
 */
function harmless(text) {
    return text
        .split(/\r\n|\n|\r/)
        .map((line) => line.replaceAll('##[', '## [').replace(/^([\s\u0085\u180e]*):(?=:)/, '$1: '))
        .join('\n');
}


/***/ }),

/***/ 3175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ dryRunText)
/* harmony export */ });
/**
 * The plan and the recipes as JSON, the lock of each image, then every file that buildx would be given, each under its
 * name. Programs are named, not printed.
 */
function dryRunText({ plan, recipes, runs }) {
    // An image that is put onto its new base has a recipe for each repository, and one lock.
    const locks = new Map(recipes.flatMap(({ image, lock }) => lock === undefined ? [] : [[fileName(plan, image.id, 'pylock.toml'), lock.text.trim()]]));
    const prepared = recipes.map(({ image, lock: _lock, ...rest }) => ({ image: image.id, ...rest }));
    return [
        json('plan', plan),
        ...(recipes.length === 0 ? [] : [json('recipes', prepared)]),
        ...[...locks].map(([title, text]) => `${heading(title)}${text}\n`),
        ...runs.map((run) => runText(run, runs.length > 1)),
    ].join('');
}
const heading = (title) => `\n--- ${title}\n`;
const json = (title, value) => `${heading(title)}${JSON.stringify(value, null, 2)}\n`;
const fileName = ({ images }, id, name) => images.length === 1 ? name : `${id}/${name}`;
const isProgram = (name) => /\.(?:py|sh)$|\/programs\/|\/verify\.Dockerfile$/.test(name);
/** @param isNamed where there are several runs of buildx, each says for which images and which repository it is. */
function runText({ images, repository, files }, isNamed) {
    const shown = Object.entries(files).filter(([name]) => !isProgram(name));
    const programs = Object.keys(files).filter(isProgram);
    const of = repository === undefined ? images.join(', ') : `${images.join(', ')} in ${repository}`;
    return [
        ...(isNamed ? [heading(`buildx for ${of}`)] : []),
        ...shown.map(([name, content]) => `${heading(name)}${content.trimEnd()}\n`),
        `${heading('programs beside them')}${programs.join('\n')}\n\n`,
    ].join('');
}


/***/ }),

/***/ 8568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kn: () => (/* binding */ severalOutputsOf),
/* harmony export */   Yz: () => (/* binding */ outputsOf),
/* harmony export */   bx: () => (/* binding */ runOutputsOf),
/* harmony export */   rb: () => (/* binding */ exportsOutput)
/* harmony export */ });
/** Every output by name; all of them are there, empty where there is nothing to say. `tags` and `metadata` are JSON. */
function outputsOf(report) {
    const { base, digest, destinations } = report;
    return {
        image: digest === undefined ? '' : `${report.repository}@${digest}`,
        digest: digest ?? '',
        tags: JSON.stringify(destinations.flatMap(({ repository, held }) => 
        // What stands for a newer version is another image.
        report.tags.filter((tag) => !held.includes(tag)).map((tag) => `${repository}:${tag}`))),
        platforms: report.platforms.map((platform) => platform.platform).join(','),
        base_image: base.digest === undefined ? base.reference : `${base.reference}@${base.digest}`,
        decision: report.decision ?? '',
        reason: report.reason,
        image_exists: String(destinations[0]?.existed ?? false),
        images: '',
        build_executed: String(report.built),
        push_executed: String(destinations.some(({ moved }) => moved.length > 0)),
        metadata: JSON.stringify(report),
    };
}
/** Outputs of the command `build` for several images: those of one image are empty. */
const severalOutputsOf = (report) => ({
    ...Object.fromEntries(['image', 'digest', 'tags', 'platforms', 'base_image', 'decision', 'reason', 'image_exists'].map((name) => [name, ''])),
    ...runOutputsOf(report),
});
/** Outputs of a step that makes several images. `images` and `metadata` are JSON. */
function runOutputsOf(report) {
    const { images } = report;
    return {
        images: JSON.stringify(images.map((image) => ({
            name: image.subject.name,
            outcome: image.outcome,
            image: image.digest === undefined ? '' : `${image.repository}@${image.digest}`,
            tags: image.tags.map((tag) => `${image.repository}:${tag}`),
            reason: image.reason,
        }))),
        build_executed: String(images.some(({ built }) => built)),
        push_executed: String(images.some(({ destinations }) => destinations.some(({ moved }) => moved.length > 0))),
        metadata: JSON.stringify(report),
    };
}
/** The folder of the files that were taken out of images; empty where none was. */
const exportsOutput = ({ images }) => images.find(({ exports }) => exports !== undefined)?.exports?.folder ?? '';


/***/ }),

/***/ 2666:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ runMarkdown)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2527);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5259);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8191);
/** The report of several images as GitHub's job summary: a table of all, then each that was not left as it is, folded. */



/** Markdown for `GITHUB_STEP_SUMMARY`. */
function runMarkdown({ images, problems, notes }, limit) {
    const rows = images.map((image) => [
        `${_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .icons */ .Pt[image.outcome]} ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .doneWord */ .XZ)(image)}`,
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdown */ .wD)((0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .subjectText */ .yq)(image.subject)),
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)((0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .imageText */ .f1)(image)),
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdown */ .wD)((0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .shortReason */ .PR)(image)),
    ]);
    const shown = images.filter((image) => !(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .isQuiet */ .rM)(image));
    // Each gets the same share, so that none is lost.
    const most = Math.floor(((limit?.most ?? _summary_js__WEBPACK_IMPORTED_MODULE_1__/* .mostBytes */ .j$) * 0.8) / Math.max(1, shown.length));
    const details = shown.map((image) => {
        const text = (0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .summaryMarkdown */ .eH)(image, limit === undefined ? undefined : { ...limit, most });
        return `<details${image.outcome === 'failed' ? ' open' : ''}><summary>${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdown */ .wD)((0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .subjectText */ .yq)(image.subject))}</summary>\n\n${text}\n</details>`;
    });
    return [
        `## ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .countText */ .lT)(images)}`,
        ...(0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .problemsMarkdown */ .KK)(problems),
        ...(rows.length === 0 ? [] : [(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['outcome', 'image', 'reference', 'why'], rows)]),
        ...notes.map((note) => `- ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdown */ .wD)(note)}`),
        ...details,
        '',
    ].join('\n\n');
}


/***/ }),

/***/ 6664:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ runText)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2527);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5526);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1488);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8191);
/** The report of several images on a terminal: a line each, then all about those that were not left as they are. */




/** Ends with a newline. */
function runText({ images, problems, notes }, style = _layout_js__WEBPACK_IMPORTED_MODULE_1__/* .plainStyle */ .sj) {
    const own = images.map((image) => withoutRunProblems(image, problems));
    const rows = own.map((image) => [
        (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .doneWord */ .XZ)(image),
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .subjectText */ .yq)(image.subject)),
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .shortReason */ .PR)(image)),
    ]);
    const parts = [
        `${(0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .painted */ .C$)(style, 'bold', (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .countText */ .lT)(images))}\n${(0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .columns */ .YB)(rows, style)
            .map((line) => `${line}\n`)
            .join('')}`,
        ...own.filter((image) => !(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .isQuiet */ .rM)(image)).map((image) => (0,_terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .reportText */ .UH)(image, style)),
        ...(notes.length === 0
            ? []
            : [`${(0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .painted */ .C$)(style, 'bold', 'Notes')}\n${notes.map((note) => `  - ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(note)}\n`).join('')}`]),
        ...(problems.length === 0 ? [] : [(0,_terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .problemsText */ .u1)(problems, style)]),
    ];
    return parts.filter((part) => part !== '').join('\n');
}
/** What ended the whole run is said once. */
function withoutRunProblems(image, problems) {
    const said = new Set(problems.map((problem) => JSON.stringify(problem)));
    return { ...image, problems: image.problems.filter((one) => !said.has(JSON.stringify(one))) };
}


/***/ }),

/***/ 1488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UH: () => (/* binding */ reportText),
/* harmony export */   Vj: () => (/* reexport safe */ _layout_js__WEBPACK_IMPORTED_MODULE_2__.Vj),
/* harmony export */   sj: () => (/* reexport safe */ _layout_js__WEBPACK_IMPORTED_MODULE_2__.sj),
/* harmony export */   u1: () => (/* binding */ problemsText)
/* harmony export */ });
/* harmony import */ var _difference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5383);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2527);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5526);
/* harmony import */ var _platforms_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3570);
/* harmony import */ var _timeline_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1451);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8861);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8191);








const marksOf = (style) => (style.unicode ? ['✓', '✗', '⚠'] : ['ok', 'FAILED', 'warning']);
const colours = {
    published: 'green',
    built: 'green',
    planned: 'blue',
    kept: 'green',
    retagged: 'green',
    failed: 'red',
    blocked: 'yellow',
    skipped: 'yellow',
};
/** The whole report, ending with a newline. */
function reportText(report, style = _layout_js__WEBPACK_IMPORTED_MODULE_2__/* .plainStyle */ .sj) {
    const head = [
        (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .painted */ .C$)(style, colours[report.outcome], (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(`${(0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .headline */ .Pl)(report)} ${(0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .imageText */ .f1)(report)}`)),
        ...(0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .wrapped */ .ky)(`${(0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .whyText */ .ss)(report)} ${report.reason}`, style.width, '  '),
    ];
    const parts = [
        head,
        facts(report, style),
        destinationLines(report, style),
        titled('Against what is published', differenceLines(report, style), style),
        platformLines(report, style),
        compiledLines(report, style),
        timelineLines(report, style),
        titled('Tags', (0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .pullable */ .Iw)(report).map((image) => `  docker pull ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(image)}`), style),
        exportLines(report, style),
        titled('Warnings of the checks', (0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .warningsOf */ .nZ)(report).flatMap((warning) => bullet((0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .warningText */ .i4)(warning), style)), style),
        titled('Notes', (0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .notesOf */ .h$)(report).flatMap((note) => bullet(note, style)), style),
        report.problems.length === 0 ? [] : problemsText(report.problems, style).trimEnd().split('\n'),
    ];
    return `${parts
        .filter((part) => part.length > 0)
        .map((part) => part.join('\n'))
        .join('\n\n')}\n`;
}
function differenceLines({ destinations }, style) {
    const rows = destinations.flatMap(({ repository, difference }) => difference === undefined
        ? []
        : (0,_difference_js__WEBPACK_IMPORTED_MODULE_0__/* .differenceRows */ .l)(difference).map(([about, change]) => [
            ...(destinations.length > 1 ? [repository] : []),
            about,
            (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(change),
        ]));
    return (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .columns */ .YB)(rows, style);
}
/** Problems for people: what, the rule and the way out, then the lines that matter. Ends with a newline; empty without any. */
function problemsText(problems, style = _layout_js__WEBPACK_IMPORTED_MODULE_2__/* .plainStyle */ .sj) {
    const mark = style.unicode ? '✗' : 'x';
    const detail = style.unicode ? '│' : '|';
    return problems
        .map((problem) => {
        const lines = [
            (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .painted */ .C$)(style, 'red', `${mark} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)((0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .problemTitle */ .yz)(problem))}`),
            ...(0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .wrapped */ .ky)(problem.message, style.width, '  '),
            ...(problem.detail ?? []).flatMap((line) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(line)
                .split('\n')
                .map((one) => (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .painted */ .C$)(style, 'grey', `    ${detail} ${one}`))),
            ...(problem.file === undefined ? [] : [`  The whole output is in ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(problem.file)}`]),
        ];
        return `${lines.join('\n')}\n`;
    })
        .join('\n');
}
function titled(title, lines, style) {
    return lines.length === 0 ? [] : [(0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .painted */ .C$)(style, 'bold', title), ...lines];
}
function bullet(text, style) {
    const [first = '', ...rest] = (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .wrapped */ .ky)(text, style.width, '    ');
    return [`  - ${first.slice(4)}`, ...rest];
}
function facts(report, style) {
    const { base } = report;
    const rows = [
        ...(0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .subjectRows */ .AU)(report.subject),
        [
            'Base',
            base.digest === undefined
                ? base.reference || undefined
                : `${base.reference} at ${(0,_units_js__WEBPACK_IMPORTED_MODULE_5__/* .shortDigest */ .VK)(base.digest)}`,
        ],
        ['Lock', report.lock && _words_js__WEBPACK_IMPORTED_MODULE_4__/* .lockText */ .li[report.lock]],
        ['Digest', report.digest],
        ['OCI layout', report.output],
    ];
    return rows.flatMap(([name, value]) => value === undefined ? [] : [`  ${(0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .painted */ .C$)(style, 'grey', (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .padded */ .jC)(name, 10))}  ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(value)}`]);
}
/** A line for each repository, and below it why. */
function destinationLines(report, style) {
    const { destinations } = report;
    if (destinations.length < 2)
        return [];
    const rows = destinations.map((one) => [
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(one.repository),
        (0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .doneText */ .ks)(report, one) ?? '-',
        one.digest === undefined ? '-' : (0,_units_js__WEBPACK_IMPORTED_MODULE_5__/* .shortDigest */ .VK)(one.digest),
    ]);
    const lines = (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .columns */ .YB)(rows, style).flatMap((line, at) => {
        const { reason } = destinations[at];
        return reason === undefined ? [line] : [line, ...(0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .wrapped */ .ky)(reason, style.width, '    ')];
    });
    return titled('Repositories', lines, style);
}
const platformColumns = [
    'Platform',
    'Digest',
    'Size',
    'Over base',
    'Wheels',
    'Compiled',
    'Time',
    'Checks',
];
/** Those that are left out, in this order, until the table fits. */
const droppable = ['Digest', 'Over base', 'Size', 'Wheels', 'Compiled'];
function platformLines(report, style) {
    const known = (0,_platforms_js__WEBPACK_IMPORTED_MODULE_3__/* .platformRows */ .R)(report, marksOf(style));
    if (known.length === 0)
        return [];
    const rows = known.map((row) => Object.fromEntries(platformColumns.map((name) => [name, row[name] ?? '-'])));
    const shown = droppable.reduce((names, name) => (fits(rows, names, style) ? names : names.filter((one) => one !== name)), (0,_platforms_js__WEBPACK_IMPORTED_MODULE_3__/* .filledColumns */ .k)(known, platformColumns));
    const wrong = report.platforms.flatMap((platform) => platform.checks
        .filter((check) => !check.ok)
        .flatMap((check) => (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .wrapped */ .ky)(`${platform.platform} ${check.name}: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .checkText */ .qW)(check)}`, style.width, '  ')));
    const [title = '', ...lines] = (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .columns */ .YB)([shown, ...rows.map((row) => shown.map((name) => row[name]))], style);
    return [(0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .painted */ .C$)(style, 'bold', title), ...lines, ...wrong.map((line) => (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .painted */ .C$)(style, 'red', line))];
}
const fits = (rows, names, style) => names.reduce((sum, name) => sum + 2 + Math.max((0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .length */ .Bw)(name), ...rows.map((row) => (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .length */ .Bw)(row[name]))), 0) <= style.width;
function compiledLines(report, style) {
    const rows = report.compiled.map((one) => [
        `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(one.name)} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(one.version)}`,
        one.platform,
        (0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .wayText */ .xt)(one, report.outcome),
        one.seconds === undefined ? '-' : (0,_units_js__WEBPACK_IMPORTED_MODULE_5__/* .secondsText */ .Hd)(one.seconds),
        one.size === undefined ? '-' : (0,_units_js__WEBPACK_IMPORTED_MODULE_5__/* .bytesText */ .pV)(one.size),
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(one.because),
    ]);
    return titled('Compiled', (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .columns */ .YB)(rows, style), style);
}
function exportLines({ exports }, style) {
    const rows = (exports?.files ?? []).map(({ platform, path, size }) => [
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(path),
        platform,
        (0,_units_js__WEBPACK_IMPORTED_MODULE_5__/* .bytesText */ .pV)(size),
    ]);
    return titled(`Files in ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(exports?.folder ?? '')}`, (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .columns */ .YB)(rows, style), style);
}
/** Bars to scale: one column is the same time in every row; what is shorter than a column still shows. */
function timelineLines(report, style) {
    const rows = (0,_timeline_js__WEBPACK_IMPORTED_MODULE_6__/* .timelineRows */ .LY)(report.timeline, 20);
    if (rows.length === 0)
        return [];
    const end = Math.max(...rows.map((row) => row.start + row.length));
    const names = rows.map((row) => `${(0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .padded */ .jC)(row.section, 7)}  ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(row.label)}`);
    const nameWidth = Math.min(Math.max(...names.map(_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .length */ .Bw)), Math.floor(style.width / 2));
    const times = rows.map((row) => (row.cached ? 'cached' : (0,_units_js__WEBPACK_IMPORTED_MODULE_5__/* .secondsText */ .Hd)(row.length / 1000)));
    const room = Math.max(8, style.width - nameWidth - Math.max(...times.map(_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .length */ .Bw)) - 6);
    const [full, light] = style.unicode ? ['█', '░'] : ['#', '.'];
    const lines = rows.map((row, index) => {
        const from = Math.min(room - 1, Math.floor((row.start / end) * room));
        const bar = Math.min(room - from, Math.max(1, Math.round((row.length / end) * room)));
        const drawn = ' '.repeat(from) +
            (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .painted */ .C$)(style, row.cached ? 'grey' : 'blue', (row.cached ? light : full).repeat(bar));
        const name = (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .padded */ .jC)((0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .cut */ .Jj)(names[index], nameWidth, style), nameWidth);
        return `  ${name}  ${drawn}${' '.repeat(room - from - bar)}  ${times[index]}`;
    });
    return titled('Time', lines, style);
}


/***/ })

};
