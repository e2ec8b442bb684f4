export const id = 834;
export const ids = [834];
export const modules = {

/***/ 9333:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ canonical),
/* harmony export */   q: () => (/* binding */ hashOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/** One text and one hash for what means the same. */

/** JSON with sorted keys and without what is undefined. */
const canonical = (value) => JSON.stringify(value, (_, item) => typeof item === 'object' && item !== null && !Array.isArray(item)
    ? Object.fromEntries(Object.entries(item).toSorted(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)))
    : item);
/** SHA-256 of a value's canonical JSON, as hexadecimal digits. */
const hashOf = (value) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(canonical(value)).digest('hex');


/***/ }),

/***/ 9690:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run),
  show: () => (/* binding */ show)
});

// EXTERNAL MODULE: ./lib/build/engine.js
var build_engine = __webpack_require__(4776);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/registry/client.js + 8 modules
var registry_client = __webpack_require__(9597);
// EXTERNAL MODULE: ./lib/wheel-cache/days.js
var days = __webpack_require__(1665);
// EXTERNAL MODULE: ./lib/wheel-cache/manifest.js + 1 modules
var wheel_cache_manifest = __webpack_require__(4810);
// EXTERNAL MODULE: ./lib/wheel-cache/open.js + 2 modules
var wheel_cache_open = __webpack_require__(6686);
// EXTERNAL MODULE: ./lib/wheel-cache/store.js
var wheel_cache_store = __webpack_require__(7277);
// EXTERNAL MODULE: ./lib/commands/require-files.js
var require_files = __webpack_require__(9579);
;// CONCATENATED MODULE: ./lib/commands/wheels.js
/** Lists saved wheels, and removes those that no build has used for a given time. */








const concurrentRequests = 8;
/** Never throws for what a user can act on: the report carries it, beside all that could be listed. */
async function wheels(world, request) {
    const { login, unusedFor, dryRun, wheelStore, caBundle } = request;
    const engine = wheelStore.kind === 'repository' ? await (0,build_engine/* peekEngine */.sR)(world) : undefined;
    const client = new registry_client/* RegistryClient */.b(world, {
        logins: login === undefined ? [] : [login],
        plain: engine?.insecure ?? [],
    });
    const store = (0,wheel_cache_open/* openWheelStore */.V)(world, client, wheelStore, request.cache);
    const { kind, where } = store;
    const none = { kind, where, wheels: [], others: [] };
    const untrusted = caBundle === undefined ? undefined : await (0,require_files/* caBundleProblem */.u)(world, caBundle);
    if (untrusted !== undefined)
        return { ...none, problems: [untrusted] };
    const failures = [];
    const tags = await store.tags().catch(into(failures));
    if (tags === undefined)
        return failures.length > 0
            ? { ...none, problems: problemsOf(failures) }
            : { ...none, problems: absent(store, wheelStore.kind), absent: true };
    const found = await entriesOf(store, tags, failures);
    const entries = found.flatMap((one) => (one.row === undefined ? [] : [one]));
    const isUnused = ({ row }) => unusedFor !== undefined && (0,days/* daysSince */.Mn)(row.used, world.clock.now()) >= countedDays(unusedFor);
    const removed = dryRun ? undefined : await removeAll(store, entries.filter(isUnused), failures);
    const rows = entries.map((entry) => {
        if (!isUnused(entry))
            return entry.row;
        if (removed === undefined)
            return { ...entry.row, unused: 'would be removed' };
        return { ...entry.row, unused: removed.has(entry.tag) ? 'removed' : 'not removed' };
    });
    return {
        ...none,
        wheels: rows,
        others: found.flatMap((one) => (one.row === undefined ? [one.tag] : [])),
        ...(unusedFor !== undefined && { unusedFor: { days: unusedFor, counted: countedDays(unusedFor) } }),
        problems: problemsOf(failures),
    };
}
/** A use may be written down a week late, so the last one written must be a week older. */
const countedDays = (unusedFor) => unusedFor + days/* staleAfter */.S;
/** The cache's folder comes with the first wheel that is saved; that a store which was named is absent is a mistake of the user. */
function absent({ kind, where }, asked) {
    const message = `There is no ${kind} "${where}": wheel_store names the one that builds save their wheels in.`;
    return asked === 'cache' ? [] : [{ station: 'input', about: 'wheel_store', message }];
}
/** Adds a Failure to the list, and throws anything else on. */
const into = (failures) => (error) => {
    if (!(error instanceof errors/* Failure */.HR))
        throw error;
    failures.push(error);
};
/** Many wheels may fail for one reason: each message is there once. */
const problemsOf = (failures) => [
    ...new Map(failures.flatMap(({ problems }) => problems).map((one) => [one.message, one])).values(),
];
/** Ends early where the store refuses everything or stops answering. */
async function entriesOf(store, tags, failures) {
    const entries = [];
    for (let at = 0; at < tags.length && !failures.some(wheel_cache_store/* isShut */.fm); at += concurrentRequests) {
        const some = tags
            .slice(at, at + concurrentRequests)
            .map((tag) => entryOf(store, tag).catch(into(failures)));
        entries.push(...(await Promise.all(some)).flatMap((one) => one ?? []));
    }
    return entries;
}
/** Gives the tags that were removed. Ends early where the store removes nothing at all. */
async function removeAll(store, entries, failures) {
    const gone = new Set();
    for (const { tag, digest } of entries) {
        if (failures.some((one) => (0,wheel_cache_store/* isShut */.fm)(one) || (0,wheel_cache_store/* deletesNothing */.gn)(one)))
            break;
        const done = await store.remove(tag, digest).then(() => true, into(failures));
        if (done === true)
            gone.add(tag);
    }
    return gone;
}
/** Undefined for a wheel that was removed since it was listed. */
async function entryOf(store, tag) {
    const manifest = await store.manifest(tag);
    if (manifest === undefined)
        return undefined;
    const read = (0,wheel_cache_manifest/* readWheelManifest */.d)(manifest.bytes);
    if (!read.ok)
        return { tag };
    const { record, filename, size } = read.value;
    const { name, version, key, floor, way, seconds, compiled, used } = record;
    const { python, platform, libc, distribution, buildPackages, buildConstraints = [], buildBase } = key;
    const needs = {
        libc,
        ...(floor === undefined ? {} : { floor }),
        distribution,
        buildPackages,
        ...(buildConstraints.length === 0 ? {} : { buildConstraints }),
        buildBase,
    };
    const row = {
        tag,
        name,
        version,
        filename,
        size,
        python,
        platform,
        ...needs,
        way,
        seconds,
        compiled,
        used,
    };
    return { tag, digest: manifest.digest, row };
}

// EXTERNAL MODULE: ./lib/report/escape.js
var report_escape = __webpack_require__(2527);
// EXTERNAL MODULE: ./lib/report/layout.js
var layout = __webpack_require__(5526);
// EXTERNAL MODULE: ./lib/report/units.js
var units = __webpack_require__(8861);
;// CONCATENATED MODULE: ./lib/report/wheels.js



/** The list, ending with a newline; empty where problems left nothing to list. Problems are not in it. */
function wheelsText(report, style = layout/* plainStyle */.sj) {
    const { where, wheels, others, problems, absent } = report;
    if (wheels.length + others.length === 0 && problems.length > 0)
        return '';
    if (absent === true)
        return `There is no folder ${(0,report_escape/* oneLine */.TN)(where)} yet: nothing is saved.\n`;
    const rows = wheels.map((one) => [
        `${(0,report_escape/* oneLine */.TN)(one.name)} ${(0,report_escape/* oneLine */.TN)(one.version)}`,
        one.python,
        one.platform,
        (0,units/* bytesText */.pV)(one.size),
        one.way,
        one.unused === undefined ? one.used : `${one.used}, ${one.unused}`,
        // Last, since the last is cut where a line is too long.
        needsText(one),
    ]);
    const title = ['Wheel', 'Python', 'Platform', 'Size', 'Way', 'Used', 'Needs'];
    const [head = '', ...lines] = rows.length === 0 ? [] : (0,layout/* columns */.YB)([title, ...rows], style);
    const text = [
        ...(head === '' ? [] : [(0,layout/* painted */.C$)(style, 'bold', head)]),
        ...lines,
        summaryText(report),
        ...nothingUnused(report),
        ...othersText(report),
    ];
    return `${text.join('\n')}\n`;
}
function summaryText({ where, wheels, others }) {
    const found = `${(0,units/* counted */.hS)(wheels.length, 'saved wheel')} in ${(0,report_escape/* oneLine */.TN)(where)}`;
    if (wheels.length === 0)
        return others.length === 0 ? `${found}: nothing there is one` : found;
    const size = wheels.reduce((sum, one) => sum + one.size, 0);
    const gone = Map.groupBy(wheels, ({ unused }) => unused);
    gone.delete(undefined);
    const ends = [...gone].map(([unused, of]) => `${of.length} ${unused}`);
    return [`${found}, ${(0,units/* bytesText */.pV)(size)}`, ...ends].join('; ');
}
function nothingUnused({ wheels, unusedFor, problems }) {
    if (unusedFor === undefined || wheels.length === 0 || problems.length > 0)
        return [];
    if (wheels.some(({ unused }) => unused !== undefined))
        return [];
    const { days, counted: all } = unusedFor;
    return [
        `Nothing was unused for ${(0,units/* counted */.hS)(days, 'day')}: a use is written down once a week, so the last one must be ${all} days ago.`,
    ];
}
function othersText({ kind, others }) {
    if (others.length === 0)
        return [];
    const what = (0,units/* counted */.hS)(others.length, kind === 'folder' ? 'file' : 'tag');
    return [
        others.length === 1
            ? `${what} here is no saved wheel of this version; it is neither listed nor removed.`
            : `${what} here are no saved wheels of this version; they are neither listed nor removed.`,
    ];
}
function needsText({ libc, floor, distribution, buildPackages, buildConstraints = [] }) {
    const parts = [
        libc === 'any' ? 'nothing' : floor === undefined ? libc : `${libc} ${floor}`,
        distribution,
        ...buildPackages,
        ...buildConstraints,
    ];
    return parts.filter(Boolean).join(', ');
}

;// CONCATENATED MODULE: ./lib/entry/wheels-command.js
/** What the command `wheels` does, and how its result is shown. */



const run = (world, { inputs, ...request }) => wheels(world, { ...inputs, ...request });
const show = (report) => ({
    text: (style) => wheelsText(report, style),
    textHasProblems: false,
    json: report,
    problems: report.problems,
    refused: (0,errors/* blamesInputs */.uU)(report.problems) && report.wheels.length === 0,
});


/***/ }),

/***/ 85:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ publishTag)
/* harmony export */ });
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(886);
/* harmony import */ var _retries_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8621);


/**
 * Puts a manifest under a tag, or under its own digest. After a lost answer it reads the tag back, and puts the manifest
 * again only where the tag does not point at it.
 *
 * @throws RegistryProblem.
 */
async function publishTag(client, repository, bytes, mediaType, tag) {
    const digest = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(bytes);
    return (0,_retries_js__WEBPACK_IMPORTED_MODULE_1__/* .withPutRetries */ .ag)(client.world.clock, client.options.budget, async (attempt) => {
        if (attempt > 1) {
            const current = await client.headManifest(repository, tag);
            if (current?.digest === digest)
                return digest;
        }
        return client.putManifest(repository, tag, { bytes, mediaType });
    });
}


/***/ })

};
