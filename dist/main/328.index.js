export const id = 328;
export const ids = [328];
export const modules = {

/***/ 328:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   wheels: () => (/* binding */ wheels)
/* harmony export */ });
/* harmony import */ var _build_engine_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4776);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _registry_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1656);
/* harmony import */ var _wheel_cache_days_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1665);
/* harmony import */ var _wheel_cache_manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4810);
/* harmony import */ var _wheel_cache_open_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6686);
/* harmony import */ var _wheel_cache_store_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7277);
/* harmony import */ var _require_files_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9579);
/** Lists the compiled wheels that are kept, and removes those that no build has used for a given time. */








/** So many requests at once. */
const atOnce = 8;
/** Never throws for what a user can act on: the report carries it, beside all that could be listed. */
async function wheels(world, request) {
    const { login, unusedFor, dryRun, wheelStore, caBundle } = request;
    const engine = wheelStore.kind === 'repository' ? await (0,_build_engine_js__WEBPACK_IMPORTED_MODULE_0__/* .peekEngine */ .sR)(world) : undefined;
    const client = new _registry_client_js__WEBPACK_IMPORTED_MODULE_2__/* .RegistryClient */ .b(world, {
        logins: login === undefined ? [] : [login],
        plain: engine?.insecure ?? [],
    });
    const store = (0,_wheel_cache_open_js__WEBPACK_IMPORTED_MODULE_4__/* .openWheelStore */ .V)(world, client, request, request.cache);
    const { kind, where } = store;
    const none = { kind, where, wheels: [], others: [] };
    const untrusted = caBundle === undefined ? undefined : await (0,_require_files_js__WEBPACK_IMPORTED_MODULE_6__/* .caBundleProblem */ .u)(world, caBundle);
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
    const isUnused = ({ row }) => unusedFor !== undefined && (0,_wheel_cache_days_js__WEBPACK_IMPORTED_MODULE_7__/* .daysSince */ .Mn)(row.used, world.clock.now()) >= countedDays(unusedFor);
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
/** A use of the last week may not be written down yet: so what was written must be so much older. */
const countedDays = (unusedFor) => unusedFor + _wheel_cache_days_js__WEBPACK_IMPORTED_MODULE_7__/* .staleAfter */ .S;
/** The cache's folder comes with the first wheel that is kept; a store that was named and is not there is a slip. */
function absent({ kind, where }, asked) {
    const message = `There is no ${kind} "${where}": wheel_store names the one that builds keep their wheels in.`;
    return asked === 'cache' ? [] : [{ station: 'input', about: 'wheel_store', message }];
}
/** Takes what failed among the failures. */
const into = (failures) => (error) => {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR))
        throw error;
    failures.push(error);
};
/** Each once, however many it failed for. */
const problemsOf = (failures) => [
    ...new Map(failures.flatMap(({ problems }) => problems).map((one) => [one.message, one])).values(),
];
/** All that can be read; a store that shuts is not asked on. */
async function entriesOf(store, tags, failures) {
    const entries = [];
    for (let at = 0; at < tags.length && !failures.some(_wheel_cache_store_js__WEBPACK_IMPORTED_MODULE_5__/* .isShut */ .fm); at += atOnce) {
        const some = tags.slice(at, at + atOnce).map((tag) => entryOf(store, tag).catch(into(failures)));
        entries.push(...(await Promise.all(some)).flatMap((one) => one ?? []));
    }
    return entries;
}
/** Tags that are gone. Where one may not be removed because none may, the others are not tried. */
async function removeAll(store, entries, failures) {
    const gone = new Set();
    for (const { tag, digest } of entries) {
        if (failures.some((one) => (0,_wheel_cache_store_js__WEBPACK_IMPORTED_MODULE_5__/* .isShut */ .fm)(one) || (0,_wheel_cache_store_js__WEBPACK_IMPORTED_MODULE_5__/* .deletesNothing */ .gn)(one)))
            break;
        const done = await store.remove(tag, digest).then(() => true, into(failures));
        if (done === true)
            gone.add(tag);
    }
    return gone;
}
/** Undefined for what went away since it was listed. */
async function entryOf(store, tag) {
    const manifest = await store.manifest(tag);
    if (manifest === undefined)
        return undefined;
    const read = (0,_wheel_cache_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .readWheelManifest */ .d)(manifest.bytes);
    if (!read.ok)
        return { tag };
    const { made, filename, size } = read.value;
    const { name, version, key, floor, way, seconds, compiled, used } = made;
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


/***/ })

};
