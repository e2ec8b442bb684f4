export const id = 1375;
export const ids = [1375];
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

/***/ 8510:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h8: () => (/* binding */ wrongReports),
/* harmony export */   oh: () => (/* binding */ readReports),
/* harmony export */   v1: () => (/* binding */ foldersText),
/* harmony export */   z_: () => (/* binding */ requireReports)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _report_merge_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6894);
/** The reports that jobs wrote. */



/** Deeper than actions/download-artifact puts anything. */
const deepest = 3;
/**
 * Those of folders and of folders in them, and those that are named themselves; a folder that is not there has none.
 *
 * @throws Failure (station `input`) with every file that is none.
 */
const readReports = async (files, paths) => (await (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .gather */ .kg)(paths.map(async (path) => (await files.stat(path))?.kind === 'file'
    ? [await readReport(files, path, 'the command "build" or "merge" writes one with report_file.')]
    : readFolder(files, path, 1)))).flat();
/** @throws Failure (station `input`) with every path where nothing is. */
async function requireReports(files, paths) {
    const found = await (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .gather */ .kg)(paths.map((path) => files.stat(path)));
    const absent = paths.filter((_, at) => found[at] === undefined);
    if (absent.length > 0)
        throw wrongReports(`There is no folder ${absent.map((path) => `"${path}"`).join(', ')}. Jobs write reports with report_file; actions/download-artifact brings them here, and makes no folder where no job wrote any.`);
}
async function readFolder(files, folder, depth) {
    const found = await (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .gather */ .kg)((await files.entries(folder)).map(async ({ name, kind }) => {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, name);
        if (kind === 'folder' && depth < deepest)
            return readFolder(files, path, depth + 1);
        return kind === 'file' && name.endsWith('.json') ? [await readReport(files, path)] : [];
    }));
    return found.flat();
}
async function readReport(files, path, wayOut = 'the folder must hold nothing else that ends in .json.') {
    try {
        const value = JSON.parse((await files.read(path)) ?? '');
        if ((0,_report_merge_js__WEBPACK_IMPORTED_MODULE_2__/* .isReport */ .PS)(value))
            return value;
    }
    catch (error) {
        if (!(error instanceof SyntaxError))
            throw error;
    }
    throw wrongReports(`"${path}" is no report: ${wayOut}`);
}
/** `the folder "a"`, `the folders "a", "b"`. */
const foldersText = (folders) => `the folder${folders.length === 1 ? '' : 's'} ${folders.map((folder) => `"${folder}"`).join(', ')}`;
const wrongReports = (message) => new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR([{ station: 'input', about: 'reports', message: `reports: ${message}` }]);


/***/ }),

/***/ 11375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run),
  show: () => (/* reexport */ run_shown/* showRun */.X)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/names/reference.js
var reference = __webpack_require__(64021);
// EXTERNAL MODULE: ./lib/report/merge.js
var merge = __webpack_require__(6894);
// EXTERNAL MODULE: ./lib/run/run-plan.js + 96 modules
var run_plan = __webpack_require__(66262);
// EXTERNAL MODULE: ./lib/sources/matrix/plan-file.js
var plan_file = __webpack_require__(6922);
// EXTERNAL MODULE: ./lib/commands/cells-task.js
var cells_task = __webpack_require__(82565);
// EXTERNAL MODULE: ./lib/commands/make-images.js + 4 modules
var make_images = __webpack_require__(63680);
// EXTERNAL MODULE: ./lib/commands/read-reports.js
var read_reports = __webpack_require__(8510);
;// CONCATENATED MODULE: ./lib/commands/merge.js
/** The command `merge`: publishes images that several jobs made, each some platforms of them. */








/** Never throws for what a user can act on: the report carries it. */
async function merge_merge(world, request) {
    const { inputs, ...resources } = request;
    const read = await readAll(world.files, inputs).catch((error) => {
        if (error instanceof errors/* Failure */.HR)
            return error;
        throw error;
    });
    const { cells, reports } = read instanceof errors/* Failure */.HR ? { cells: [], reports: [] } : read;
    const task = (0,cells_task/* cellsTask */.z)(world, cells, inputs.step, resources);
    return (0,make_images/* makeImages */.X)(world, {
        ...task,
        plan: async (session) => {
            if (cells.length === 0)
                session.journal.add({
                    is: 'note',
                    text: 'the plan splits no image: there is nothing to put together',
                });
            return task.plan(session);
        },
        concurrency: inputs.concurrency,
        requireFiles: async () => {
            if (read instanceof errors/* Failure */.HR)
                throw read;
        },
        work: (session, plan, concurrency) => (0,run_plan/* mergePlan */.Mp)(session, plan, concurrency, ({ repositories, tags }) => reports.filter((one) => isOf(one, repositories[0], tags.exact))),
    });
}
const isOf = ({ repository, tags: [exact = ''] }, wanted, tag) => repository === (0,reference/* repositoryText */.g_)(wanted) && exact === tag;
/**
 * The images that the plan split, and what the jobs reported of all images.
 *
 * @throws Failure where there is no plan, or a file is not what it must be.
 */
async function readAll(files, { planFile, reports, read }) {
    const [plan, written] = await Promise.all([
        (0,plan_file/* readPlanFile */.wr)(files, planFile, 'plan_file'),
        (0,read_reports/* readReports */.oh)(files, reports),
    ]);
    if (plan === undefined)
        throw (0,plan_file/* absentPlan */.bW)(planFile);
    const split = { inputs: plan.inputs, cells: (0,plan_file/* splitCells */.UL)(plan) };
    const { cells, problems } = read(split);
    if (problems.length > 0)
        throw new errors/* Failure */.HR(problems);
    if (cells.length > 0 && written.length === 0)
        throw (0,read_reports/* wrongReports */.h8)(`There is no report in ${(0,read_reports/* foldersText */.v1)(reports)}. Jobs write reports with report_file; actions/download-artifact brings them here.`);
    return { cells, reports: written.flatMap(merge/* imagesOf */.IC) };
}

// EXTERNAL MODULE: ./lib/entry/run-shown.js
var run_shown = __webpack_require__(37149);
;// CONCATENATED MODULE: ./lib/entry/merge-command.js
/** What the command `merge` does, and how its result is shown. */


const run = merge_merge;


/***/ }),

/***/ 6894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IC: () => (/* binding */ imagesOf),
/* harmony export */   PS: () => (/* binding */ isReport),
/* harmony export */   QA: () => (/* binding */ isAnyReported),
/* harmony export */   QW: () => (/* binding */ toMake),
/* harmony export */   vy: () => (/* binding */ mergedReport)
/* harmony export */ });
/* harmony import */ var _defined_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64222);
/* harmony import */ var _parts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78984);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88861);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58191);




/** Whether a job that makes images wrote it: other commands write neither of these lists beside a timeline. */
function isReport(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    const { problems, timeline, images, destinations } = value;
    return [problems, timeline, images ?? destinations].every(Array.isArray);
}
/** The images that a job reported. */
const imagesOf = (report) => 'images' in report ? report.images : [report];
/** `registry/name:tag` of the exact tag. */
const referenceOf = ({ repository, tags }) => `${repository}:${tags[0] ?? ''}`;
/** Whether any job reported an image that it was to make; without one to make, there is nothing to report. */
function isAnyReported(reports, plan) {
    const reported = new Set(reports.flatMap(imagesOf).map(referenceOf));
    const wanted = toMake(plan);
    return wanted.length === 0
        ? reported.size > 0 || (plan?.images ?? []).length > 0
        : wanted.some(({ reference }) => reported.has(reference));
}
/** Images of a plan that do not stay as they are. */
const toMake = (plan) => plan?.images.filter(({ decision }) => decision !== 'keep') ?? [];
/** Images in the order of the plan, then those that it does not know. Of one that two jobs report, the last counts; parts count until one reports the whole. */
function mergedReport(reports, plan) {
    const all = reports.map((one) => 'images' in one ? one : { ...one, images: [one], notes: [], problems: [] });
    const byReference = Map.groupBy(all.flatMap(({ images }) => images), referenceOf);
    const reported = new Map([...byReference].map(([reference, ofImage]) => [reference, wholeReport(reference, ofImage)]));
    const wanted = toMake(plan);
    const known = new Set(wanted.map(({ reference }) => reference));
    const kept = plan?.images.filter(({ decision }) => decision === 'keep') ?? [];
    const left = plan?.leftOut.length ?? 0;
    return {
        timeline: [],
        images: [
            ...wanted.map((one) => reported.get(one.reference) ?? unreported(one)),
            ...[...reported].flatMap(([reference, one]) => (known.has(reference) ? [] : [one])),
        ],
        // One that a job reported nevertheless is among its images.
        ...keptField(kept.filter(({ reference }) => !reported.has(reference)).map(keptImage)),
        problems: unique(all.flatMap(({ problems }) => problems)),
        notes: [
            ...(kept.length === 0 ? [] : [(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .stayedText */ .oe)(kept.length)]),
            ...(left === 0
                ? []
                : [
                    `${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(left, 'image')} of the matrix ${left === 1 ? 'was' : 'were'} left out: the plan says why`,
                ]),
            ...unique([...(plan?.notes ?? []), ...all.flatMap(({ notes }) => notes)]),
        ],
    };
}
const keptField = (kept) => kept.length === 0 ? {} : { kept };
const repositoryOf = (reference) => reference.slice(0, reference.lastIndexOf(':'));
const keptImage = ({ subject, reference, tags, otherRepositories }) => ({
    subject,
    repository: repositoryOf(reference),
    ...(0,_defined_js__WEBPACK_IMPORTED_MODULE_2__/* .defined */ .s)({ otherRepositories }),
    tags,
});
const unique = (all) => [
    ...new Map(all.map((one) => [JSON.stringify(one), one])).values(),
];
/** Of an image that several jobs reported. */
function wholeReport(reference, reports) {
    // Of a part that was made again, the last counts.
    const parts = [
        ...new Map(reports.flatMap((one) => (one.part === undefined ? [] : [[one.part.join(' '), one]]))).values(),
    ];
    // Where nothing was pushed, nobody puts anything together.
    const whole = reports.findLast(({ part, outcome }) => part === undefined && (outcome !== 'skipped' || parts.length === 0));
    if (whole !== undefined)
        return whole;
    const { part: _, ...last } = parts.at(-1);
    const made = (0,_parts_js__WEBPACK_IMPORTED_MODULE_3__/* .combinedParts */ .G)(parts.flatMap(({ part = [] }) => part), parts);
    const problems = unique(parts.flatMap((one) => one.problems));
    const outcomes = new Set(parts.map(({ outcome }) => outcome));
    if (problems.length === 0 && outcomes.size === 1 && !outcomes.has('pushed'))
        return { ...last, ...made };
    const unmerged = {
        station: 'build',
        about: reference,
        message: 'Its platforms were made, and no job put them together. Look at the log of the job of "merge"; the next plan has the image again.',
    };
    return { ...last, ...made, outcome: 'failed', problems: problems.length > 0 ? problems : [unmerged] };
}
/** Its job was cancelled, or ended before it could report. */
function unreported({ name, subject, reference, tags, decision }) {
    const repository = repositoryOf(reference);
    // A plan takes either only where the exact tag is there.
    const existed = decision === 'retag' || decision === 'sign' || decision === 'rebase';
    return {
        id: name,
        outcome: 'failed',
        repository,
        tags,
        subject,
        base: { reference: '' },
        reason: 'no job reported it',
        destinations: existed ? [{ repository, wanted: tags, existed, moved: [], held: [] }] : [],
        push: false,
        built: false,
        platforms: [],
        compiled: [],
        timeline: [],
        verify: 'all',
        notes: [],
        problems: [
            {
                station: 'build',
                about: reference,
                message: 'No job reported it: the job was cancelled, or ended before it could. Look at its log; the next plan has the image again.',
            },
        ],
    };
}


/***/ })

};
