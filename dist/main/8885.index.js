export const id = 8885;
export const ids = [8885];
export const modules = {

/***/ 58885:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dockerRun: () => (/* binding */ dockerRun),
  program: () => (/* binding */ program),
  run: () => (/* reexport */ run_run),
  show: () => (/* binding */ show)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/build/engine.js
var engine = __webpack_require__(74776);
// EXTERNAL MODULE: ./lib/inputs/run.js + 1 modules
var run = __webpack_require__(97545);
// EXTERNAL MODULE: ./lib/names/reference.js
var reference = __webpack_require__(64021);
// EXTERNAL MODULE: ./lib/sources/kind.js
var sources_kind = __webpack_require__(40582);
// EXTERNAL MODULE: ./lib/sources/policy.js
var sources_policy = __webpack_require__(68282);
// EXTERNAL MODULE: ./lib/sources/project/plan.js + 9 modules
var project_plan = __webpack_require__(99353);
// EXTERNAL MODULE: ./lib/sources/tree/plan.js + 8 modules
var tree_plan = __webpack_require__(8000);
// EXTERNAL MODULE: ./lib/commands/make-images.js + 4 modules
var make_images = __webpack_require__(63680);
// EXTERNAL MODULE: ./lib/commands/require-files.js
var require_files = __webpack_require__(9579);
// EXTERNAL MODULE: ./lib/commands/settings.js
var settings = __webpack_require__(61057);
;// CONCATENATED MODULE: ./lib/commands/run.js
/** Builds the image of a console script, or of a Dockerfile, into the engine's store, and says how it is run. */










/** Docker's own builder cannot write the archive in its classic image store: then this one keeps what was built. */
const lastingBuilder = 'python-image-builder-run';
/** Never throws for what a user can act on: the report carries it. */
async function run_run(world, { inputs, ...request }) {
    const kind = inputs.source === 'auto' ? await (0,sources_kind/* sourceIn */.t)(world.files, inputs.tree.path) : inputs.source;
    const { project, tree, options } = inputs;
    const policy = {
        ...(0,sources_policy/* makingPolicy */.S)(tree),
        ...(kind === 'project' ? { wheelStore: project.wheelStore, savesWheels: project.savesWheels } : {}),
        target: { kind: 'engine' },
        dryRun: false,
    };
    const result = await (0,make_images/* makeImages */.X)(world, {
        unknown: { images: [], policy, skipped: [] },
        settings: {
            ...(kind === 'project'
                ? (0,settings/* settingsOf */.f)({ inputs: project, ...request }, (0,settings/* hostsOf */.P)([project]))
                : (0,settings/* settingsOf */.f)({ inputs: tree, ...request }, (0,settings/* hostsOf */.P)([tree]))),
            lastingBuilder,
        },
        concurrency: 1,
        requireFiles: () => (0,require_files/* requireFiles */.PO)(world, inputs),
        plan: (session) => planOf(session, inputs, kind, policy),
    });
    const notes = [...result.report.notes, ...result.report.images.flatMap((one) => one.notes)];
    for (const text of new Set(notes))
        world.log.info(`note     ${text}`);
    const image = result.plan.images.find(({ subject }) => subject.name === inputs.name);
    const isThere = result.report.problems.length === 0 &&
        result.report.images.every(({ problems }) => problems.length === 0);
    // The CMD of its image is the script alone.
    const isScript = kind === 'project' && inputs.arguments.length > 0;
    return {
        ...result,
        ...(image !== undefined && isThere ? { image: (0,reference/* taggedText */.Ms)(image.repositories[0], image.tags.exact) } : {}),
        options,
        arguments: isScript ? [inputs.name, ...inputs.arguments] : inputs.arguments,
    };
}
/** @throws Failure of the source. */
async function planOf(session, { project, tree }, kind, policy) {
    const { world } = session;
    const { platform } = await (0,engine/* readEngine */.Rz)(world, session.env);
    const note = (text) => session.journal.add({ is: 'note', text });
    const plan = kind === 'project'
        ? await (0,project_plan/* projectPlan */.D)(session, { ...project, platforms: [platform] }, policy)
        : await (0,tree_plan/* treePlan */.E)(world, { ...tree, platforms: [platform] }, policy, undefined, note, unasked);
    return forEngine(plan, platform);
}
/** Whether pins moved is no matter of what runs here: no registry is asked. */
const unasked = () => Promise.resolve(undefined);
/** Also of an image whose row in images.yml says otherwise. */
const forEngine = (plan, platform) => ({
    ...plan,
    images: plan.images.map((image) => ({
        ...image,
        platforms: [platform],
        tags: { exact: run/* storedTag */.m, aliases: [] },
    })),
});

// EXTERNAL MODULE: ./lib/entry/run-shown.js
var run_shown = __webpack_require__(37149);
;// CONCATENATED MODULE: ./lib/entry/run-command.js
/** What the command `run` does. */




/** On the standard output is what the program prints, and nothing else. */
const show = (result) => ({
    ...(0,run_shown/* showRun */.X)(result),
    text: () => '',
    textHasProblems: false,
});
/** `docker run` of the image; undefined where it is not there. */
const program = (result) => result.image === undefined
    ? undefined
    : dockerRun(result, result.image, {
        name: `${result.image.replace(/^.*\/|:[^:]*$/g, '')}-${(0,external_node_crypto_.randomBytes)(4).toString('hex')}`,
        hasTerminal: process.stdin.isTTY === true && process.stdout.isTTY === true,
    });
/** @param name of the container. */
function dockerRun({ options, arguments: words }, image, { name, hasTerminal }) {
    const own = ['--rm', '--interactive', ...(hasTerminal ? ['--tty'] : []), '--pull=never', `--name=${name}`];
    return {
        command: { program: 'docker', args: ['run', ...own, ...options, image, ...words] },
        end: { program: 'docker', args: ['kill', name] },
    };
}


/***/ }),

/***/ 40582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ sourceIn)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _small_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53252);
/** Which source of images a folder holds. */


/** Files of a Python project, and what they must have: many a pyproject.toml or setup.cfg only configures a linter. */
const projectFiles = [
    ['setup.py', /^/],
    ['pyproject.toml', /^[ \t]*\[[ \t]*(?:project|build-system)[ \t]*\]/m],
    ['setup.cfg', /^\[(?:metadata|options)\]/m],
];
/** What is too long to be read counts as what its name says: the reader of a project refuses it. */
async function sourceIn(files, folder) {
    for (const [name, table] of projectFiles) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, name);
        const stat = await files.stat(path);
        if (stat?.kind === 'file' && stat.size > _small_file_js__WEBPACK_IMPORTED_MODULE_1__/* .mostBytes */ .j$)
            return 'project';
        const text = await files.read(path);
        if (text !== undefined && table.test(text))
            return 'project';
    }
    return 'tree';
}


/***/ })

};
