export const id = 4813;
export const ids = [4813];
export const modules = {

/***/ 56866:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ cellOf),
/* harmony export */   j: () => (/* binding */ build)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _plan_image_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(49938);
/* harmony import */ var _plan_policy_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(39633);
/* harmony import */ var _report_journal_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(78201);
/* harmony import */ var _run_observe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25449);
/* harmony import */ var _sources_package_find_cell_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89009);
/* harmony import */ var _sources_package_plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5691);
/* harmony import */ var _make_images_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63680);
/* harmony import */ var _require_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9579);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(61057);
/** The command `build`: one image of a package, from inputs to report. */










/** Never throws for what a user can act on: the report carries it. */
async function build(world, request) {
    const { inputs } = request;
    const policy = (0,_sources_package_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .policyOf */ .US)(inputs, world.files);
    const { report, ...result } = await (0,_make_images_js__WEBPACK_IMPORTED_MODULE_4__/* .makeImages */ .X)(world, {
        unknown: (0,_sources_package_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .unknownPlan */ .Iq)(inputs, policy),
        settings: (0,_settings_js__WEBPACK_IMPORTED_MODULE_6__/* .settingsOf */ .f)(request, (0,_settings_js__WEBPACK_IMPORTED_MODULE_6__/* .hostsOf */ .P)([inputs])),
        concurrency: 1,
        requireFiles: () => (0,_require_files_js__WEBPACK_IMPORTED_MODULE_5__/* .requireFiles */ .PO)(world, inputs),
        plan: (session) => planOf(session, request, policy),
    });
    return { ...result, report: report.images.find(({ id }) => id === _plan_image_js__WEBPACK_IMPORTED_MODULE_7__/* .onlyImage */ .A3) };
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
        return (0,_sources_package_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .packagePlan */ .aI)(settled, inputs, policy);
    // A builder that is needed in any case is opened now, so that its problems are reported with all others.
    const needsBuilder = !(0,_plan_policy_js__WEBPACK_IMPORTED_MODULE_8__/* .pushes */ .PN)(policy) || policy.rebuild === 'always';
    const clock = { journal: session.journal, clock: session.world.clock };
    const [cell] = await (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .gather */ .kg)([
        (0,_report_journal_js__WEBPACK_IMPORTED_MODULE_9__/* .timed */ .ay)(clock, 'plan', 'look up', () => (0,_sources_package_find_cell_js__WEBPACK_IMPORTED_MODULE_2__/* .findCell */ .u)(session, inputs)),
        session.registries(),
        needsBuilder ? session.builder() : undefined,
    ]);
    return (0,_sources_package_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .packagePlan */ .aI)(cell, inputs, policy);
}
/** The cell of inputs. @throws Failure where the index does not have it. */
const cellOf = async (session, inputs, policy) => (await settledCell(session, inputs, policy)) ?? (0,_sources_package_find_cell_js__WEBPACK_IMPORTED_MODULE_2__/* .findCell */ .u)(session, inputs);
/**
 * What is there and is not compared needs no package index: then the cell of a version that was named. So it is where a
 * registry does not answer: the image fails with that, and the report has what the others hold. Undefined where the index
 * must be asked.
 */
async function settledCell(session, inputs, policy) {
    const cell = (0,_plan_policy_js__WEBPACK_IMPORTED_MODULE_8__/* .needsTodaysBase */ .br)(policy) ? undefined : (0,_sources_package_find_cell_js__WEBPACK_IMPORTED_MODULE_2__/* .namedCell */ .b)(inputs);
    if (cell === undefined)
        return undefined;
    const clock = { journal: session.journal, clock: session.world.clock };
    const places = await (0,_report_journal_js__WEBPACK_IMPORTED_MODULE_9__/* .timed */ .ay)(clock, 'plan', 'look up', () => (0,_run_observe_js__WEBPACK_IMPORTED_MODULE_1__/* .observePlaces */ .HU)(session, policy, cell).catch((error) => {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
            return [];
        throw error;
    }));
    return places.every(({ held }) => held.is === 'present') ? cell : undefined;
}


/***/ }),

/***/ 82565:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ cellsTask)
/* harmony export */ });
/* harmony import */ var _sources_package_plan_cells_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37438);
/* harmony import */ var _sources_package_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5691);
/* harmony import */ var _build_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56866);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(61057);




/**
 * @param step inputs of the step with a stand-in for the package, where there is no image.
 * @param resources of the request, without its inputs.
 */
function cellsTask({ files }, cells, step, resources) {
    const inputs = cells[0] ?? step;
    const policyOfCell = (one) => (0,_sources_package_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .policyOf */ .US)(one, files);
    const policy = policyOfCell(inputs);
    return {
        unknown: { images: [], policy, skipped: [] },
        settings: (0,_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .settingsOf */ .f)({ ...resources, inputs }, (0,_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .hostsOf */ .P)(cells)),
        plan: async (session) => ({
            policy,
            ...(await (0,_sources_package_plan_cells_js__WEBPACK_IMPORTED_MODULE_0__/* .cellsPlan */ .d)(session, cells, policyOfCell, (ofCell, one) => (0,_build_js__WEBPACK_IMPORTED_MODULE_2__/* .cellOf */ .W)(ofCell, one, policyOfCell(one)))),
        }),
    };
}


/***/ }),

/***/ 34813:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run),
  show: () => (/* binding */ show)
});

// EXTERNAL MODULE: ./lib/defined.js
var defined = __webpack_require__(64222);
// EXTERNAL MODULE: ./lib/commands/build.js
var build = __webpack_require__(56866);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/sources/matrix/plan-file.js
var plan_file = __webpack_require__(6922);
// EXTERNAL MODULE: ./lib/commands/cells-task.js
var cells_task = __webpack_require__(82565);
// EXTERNAL MODULE: ./lib/commands/make-images.js + 4 modules
var make_images = __webpack_require__(63680);
// EXTERNAL MODULE: ./lib/commands/require-files.js
var require_files = __webpack_require__(9579);
;// CONCATENATED MODULE: ./lib/commands/build-cells.js
/** The command `build` for several images: those that a plan puts into one job. */






/** Never throws for what a user can act on: the report carries it. */
async function buildCells(world, request) {
    const { inputs, ...resources } = request;
    const { cells, problems, note } = await cellsOf(world, inputs);
    const { timeBudget, failFast } = inputs;
    const begun = world.clock.now();
    const task = (0,cells_task/* cellsTask */.z)(world, cells, inputs.step, resources);
    return (0,make_images/* makeImages */.X)(world, {
        ...task,
        plan: async (session) => {
            if (note !== undefined)
                session.journal.add({ is: 'note', text: note });
            return task.plan(session);
        },
        concurrency: inputs.concurrency,
        limits: { failFast, ...(0,defined/* defined */.s)({ until: timeBudget && begun + timeBudget * 1000 }) },
        requireFiles: async () => {
            if (problems.length > 0)
                throw new errors/* Failure */.HR(problems);
            await (0,require_files/* requireAllFiles */.ad)(world, cells);
        },
    });
}
/** The inputs of every image, and what is wrong with any. */
async function cellsOf({ files }, { from, read }) {
    try {
        const shard = from.kind === 'shard' ? from.shard : await (0,plan_file/* shardOfFile */.y)(files, from.place);
        if (shard === undefined)
            return { cells: [], problems: [], note: 'the plan has nothing to make' };
        const { cells, problems } = read(shard);
        if (problems.length > 0)
            throw new errors/* Failure */.HR(problems);
        return { cells, problems };
    }
    catch (error) {
        if (!(error instanceof errors/* Failure */.HR))
            throw error;
        return { cells: [], problems: error.problems };
    }
}

// EXTERNAL MODULE: ./lib/report/annotations.js
var annotations = __webpack_require__(91116);
// EXTERNAL MODULE: ./lib/report/dry-run.js
var dry_run = __webpack_require__(13175);
// EXTERNAL MODULE: ./lib/report/outputs.js
var outputs = __webpack_require__(8568);
// EXTERNAL MODULE: ./lib/report/summary.js + 1 modules
var summary = __webpack_require__(65259);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/report/advisories.js
var advisories = __webpack_require__(96099);
// EXTERNAL MODULE: ./lib/report/advisory-words.js
var advisory_words = __webpack_require__(15287);
;// CONCATENATED MODULE: ./lib/report/sarif.js
/**
 * What advisories say of the images of a run as SARIF 2.1.0, as GitHub's code scanning reads it. It is plain JSON, so that no
 * library writes it.
 */



/** Level, and what code scanning sorts by: a number as a text. */
const levels = {
    critical: ['error', '9.5'],
    high: ['error', '8.0'],
    unrated: ['error', '7.0'],
    medium: ['warning', '5.5'],
    low: ['note', '2.0'],
};
function sarifOf(images) {
    const found = images.flatMap((report) => report.advice === undefined ? [] : [{ report, ...report.advice }]);
    const findings = found.flatMap((one) => one.findings);
    const rules = [...new Map(findings.map((one) => [one.id, one])).values()].map(ruleOf);
    const notifications = found.flatMap(({ report }) => report.advice?.unknown === undefined
        ? []
        : [
            {
                level: 'warning',
                message: {
                    text: `${placeOf(report)}: ${(0,advisories/* unknownText */.qL)(report.advice, report.outcome === 'planned')}`,
                },
            },
        ]);
    return {
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: {
                    driver: {
                        name: 'Python Image Builder',
                        rules,
                    },
                },
                results: found.flatMap(({ report, findings: own }) => own.map((one) => resultOf(report, one))),
                invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications }],
            },
        ],
    };
}
const placeOf = ({ repository, tags: [exact = ''] }) => `${repository}:${exact}`;
/** A relative reference, whose first segment has no colon (RFC 3986, section 4.2): that of a port is escaped. */
const uriOf = (place) => encodeURI(place).replace(/^[^/]*/, (host) => host.replaceAll(':', '%3A'));
const ruleOf = (finding) => ({
    id: finding.id,
    name: finding.id,
    shortDescription: { text: finding.summary || (0,advisory_words/* namesText */.cb)(finding) },
    helpUri: `https://osv.dev/vulnerability/${finding.id}`,
    properties: { 'security-severity': levels[finding.rating][1], tags: ['security', ...finding.aliases] },
});
function resultOf(report, finding) {
    const { id, ignored, name, ecosystem } = finding;
    const place = placeOf(report);
    return {
        ruleId: id,
        level: levels[finding.rating][0],
        message: { text: (0,advisory_words/* findingText */.NK)(finding) },
        locations: [
            {
                physicalLocation: { artifactLocation: { uri: uriOf(place) }, region: { startLine: 1 } },
                logicalLocations: [{ fullyQualifiedName: (0,advisory_words/* findingRelease */.$K)(finding), kind: 'module' }],
            },
        ],
        // A newer version with the same flaw is the same alert.
        partialFingerprints: {
            finding: (0,external_node_crypto_.createHash)('sha256').update([place, ecosystem, name, id].join(' ')).digest('hex'),
        },
        ...(ignored === undefined
            ? {}
            : {
                suppressions: [{ kind: 'external', justification: `until ${ignored.until}: ${ignored.reason}` }],
            }),
    };
}

// EXTERNAL MODULE: ./lib/report/terminal.js
var terminal = __webpack_require__(91488);
// EXTERNAL MODULE: ./lib/report/words.js
var words = __webpack_require__(58191);
// EXTERNAL MODULE: ./lib/entry/run-shown.js
var run_shown = __webpack_require__(37149);
;// CONCATENATED MODULE: ./lib/entry/build-command.js
/** What the command `build` does, and how its result is shown. */












async function run(world, request) {
    const { inputs } = request;
    return inputs.kind === 'one'
        ? { kind: 'one', result: await (0,build/* build */.j)(world, { ...request, inputs: inputs.image }) }
        : { kind: 'several', result: await buildCells(world, { ...request, inputs }) };
}
const show = (result) => result.kind === 'one' ? showOne(result.result) : showSeveral(result.result);
function showSeveral(result) {
    const shown = (0,run_shown/* showRun */.X)(result);
    return {
        ...shown,
        sarif: sarifOf(result.report.images),
        stepResults: { ...shown.stepResults, outputs: (0,outputs/* severalOutputsOf */.Kn)(result.report) },
    };
}
function showOne(result) {
    const { report, interrupted } = result;
    const { json, ...dryRun } = shownOfDryRun(result);
    return {
        text: (style) => (0,terminal/* reportText */.UH)(report, style),
        textHasProblems: true,
        json: { ...report, ...json },
        sarif: sarifOf([report]),
        problems: report.problems,
        refused: (0,errors/* blamesInputs */.uU)(report.problems) && interrupted === undefined && !(0,words/* hasDone */.BR)(report),
        stepResults: {
            outputs: (0,outputs/* outputsOf */.Yz)(report),
            warnings: (0,annotations/* warnings */.AR)(report),
            summary: (limit) => (0,summary/* summaryMarkdown */.eH)(report, limit),
        },
        ...(0,defined/* defined */.s)({ interrupted }),
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


/***/ })

};
