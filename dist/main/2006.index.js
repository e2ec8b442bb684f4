export const id = 2006;
export const ids = [2006];
export const modules = {

/***/ 18726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run),
  show: () => (/* binding */ show)
});

// EXTERNAL MODULE: ./lib/sources/project/plan.js + 9 modules
var plan = __webpack_require__(99353);
// EXTERNAL MODULE: ./lib/sources/policy.js
var sources_policy = __webpack_require__(68282);
// EXTERNAL MODULE: ./lib/commands/make-images.js + 4 modules
var make_images = __webpack_require__(63680);
// EXTERNAL MODULE: ./lib/commands/require-files.js
var require_files = __webpack_require__(9579);
// EXTERNAL MODULE: ./lib/commands/settings.js
var settings = __webpack_require__(61057);
;// CONCATENATED MODULE: ./lib/commands/project.js





/** Never throws for what a user can act on: the report carries it. */
async function project(world, request) {
    const { inputs } = request;
    const { overwrite, compile, wheelStore, savesWheels } = inputs;
    const policy = { ...(0,sources_policy/* imagePolicy */.a)(inputs, world.files), overwrite, compile, wheelStore, savesWheels };
    return (0,make_images/* makeImages */.X)(world, {
        unknown: { images: [], policy, skipped: [] },
        settings: (0,settings/* settingsOf */.f)(request, (0,settings/* hostsOf */.P)([inputs])),
        concurrency: inputs.concurrency,
        requireFiles: () => (0,require_files/* requireFiles */.PO)(world, inputs),
        plan: (session) => (0,plan/* projectPlan */.D)(session, inputs, policy),
    });
}

// EXTERNAL MODULE: ./lib/entry/run-shown.js
var run_shown = __webpack_require__(37149);
;// CONCATENATED MODULE: ./lib/entry/project-command.js
/** What the command `project` does. */


const run = project;
const show = run_shown/* showRun */.X;


/***/ }),

/***/ 43816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ followed)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/** Follows links within a folder. By hand: what a link leaves must be known, over the Files of the world. */

/** Links that are followed for one path: Linux follows as many. */
const mostLinks = 40;
/**
 * The path behind all links, each name looked up where it stands; `outside` where a link leads out of `root`, as one to an
 * absolute path does, and `nowhere` where it leads to nothing.
 */
async function followed(files, root, path) {
    let names = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.relative(root, path).split('/');
    const way = [];
    let links = 0;
    while (names.length > 0) {
        const [name = '', ...rest] = names;
        names = rest;
        if (name === '' || name === '.')
            continue;
        if (name === '..') {
            if (way.pop() === undefined)
                return 'outside';
            continue;
        }
        const entry = (await files.entries(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(root, ...way))).find((one) => one.name === name);
        if (entry === undefined)
            return 'nowhere';
        if (entry.kind !== 'link') {
            way.push(name);
            continue;
        }
        links += 1;
        if (links > mostLinks)
            return 'nowhere';
        if (entry.target.startsWith('/'))
            return 'outside';
        names = [...entry.target.split('/'), ...rest];
    }
    return node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(root, ...way);
}


/***/ }),

/***/ 53252:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fr: () => (/* binding */ firstProblems),
/* harmony export */   j$: () => (/* binding */ mostBytes),
/* harmony export */   o5: () => (/* binding */ readSmall)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _names_shown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8065);
/* harmony import */ var _report_units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88861);
/** Reads files that are read whole: of settings, of names. */



/** Bytes; what is longer is another file. */
const mostBytes = 1_000_000;
/**
 * The text of a file; undefined where there is none.
 *
 * @throws Failure (station `input`) where it is too long.
 */
async function readSmall(files, path) {
    const stat = await files.stat(path);
    if (stat?.kind === 'file' && stat.size > mostBytes)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR([
            {
                station: 'input',
                about: path,
                message: `${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(path)} has ${written(stat.size)} bytes, and at most ${written(mostBytes)} are read. Is it another file?`,
            },
        ]);
    return stat?.kind === 'file' ? files.read(path) : undefined;
}
/** Of a file that is something else, most lines are wrong. */
const mostSaid = 10;
/** The first problems with lines of a file, and how many more there are. @param path for messages. */
function firstProblems(path, problems) {
    const more = problems.length - mostSaid;
    if (more <= 0)
        return [...problems];
    const message = `${path}, ${(0,_report_units_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(more, 'more line')} ${more === 1 ? 'is' : 'are'} wrong. Is it another file?`;
    return [...problems.slice(0, mostSaid), { station: 'input', about: path, message }];
}
const written = (count) => count.toLocaleString('en');


/***/ })

};
