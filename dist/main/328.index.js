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
/* harmony import */ var _registry_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9581);
/* harmony import */ var _registry_wheel_artifact_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3249);
/* harmony import */ var _sources_kept_wheel_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9438);
/* harmony import */ var _kept_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2469);
/** Lists the compiled wheels that are kept, and removes those that no build has used for a given time. */






/** So many requests at once. */
const atOnce = 8;
/** Never throws for what a user can act on: the report carries it. */
async function wheels(world, request) {
    const { login, unusedFor, dryRun } = request;
    const engine = request.wheelStore.kind === 'repository' ? await (0,_build_engine_js__WEBPACK_IMPORTED_MODULE_0__/* .peekEngine */ .sR)(world) : undefined;
    const client = new _registry_client_js__WEBPACK_IMPORTED_MODULE_2__/* .RegistryClient */ .b(world, {
        logins: login === undefined ? [] : [login],
        plain: engine?.insecure ?? [],
    });
    const store = (0,_kept_js__WEBPACK_IMPORTED_MODULE_5__/* .openWheelStore */ .V)(world, client, request, request.cache);
    const problems = [];
    const rows = [];
    try {
        for (const entry of await entriesOf(store)) {
            const old = unusedFor !== undefined && isOld(entry.row, unusedFor, world.clock.now());
            if (old && !dryRun)
                await store.remove(entry.tag, entry.digest);
            rows.push({ ...entry.row, ...(old ? { unused: dryRun ? 'would be removed' : 'removed' } : {}) });
        }
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR))
            throw error;
        problems.push(...error.problems);
    }
    return { where: store.where, wheels: rows, problems };
}
async function entriesOf(store) {
    const tags = await store.tags();
    const entries = [];
    for (let at = 0; at < tags.length; at += atOnce) {
        const some = await Promise.all(tags.slice(at, at + atOnce).map((tag) => entryOf(store, tag)));
        entries.push(...some.flatMap((one) => one ?? []));
    }
    return entries;
}
/** What is not of this program is not listed, and never removed. */
async function entryOf(store, tag) {
    const manifest = await store.manifest(tag);
    const read = manifest && (0,_registry_wheel_artifact_js__WEBPACK_IMPORTED_MODULE_3__/* .readWheelManifest */ .d)(manifest.bytes);
    if (manifest === undefined || read?.ok !== true)
        return undefined;
    const { made, filename, size } = read.value;
    const { name, version, key, floor, way, seconds, compiled, used } = made;
    const { python, platform, libc, distribution, buildPackages } = key;
    const needs = { libc, ...(floor === undefined ? {} : { floor }), distribution, buildPackages };
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
/** A use of the last week may not be written down yet: so what was written must be so much older. */
const isOld = ({ used }, seconds, now) => (0,_sources_kept_wheel_js__WEBPACK_IMPORTED_MODULE_4__/* .daysSince */ .Mn)(used, now) * 86_400 >= seconds + _sources_kept_wheel_js__WEBPACK_IMPORTED_MODULE_4__/* .staleAfter */ .S * 86_400;


/***/ })

};
