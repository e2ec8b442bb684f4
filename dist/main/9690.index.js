export const id = 9690;
export const ids = [9690];
export const modules = {

/***/ 79690:
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
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/session/registries.js + 1 modules
var registries = __webpack_require__(6724);
// EXTERNAL MODULE: ./lib/wheel-cache/days.js
var days = __webpack_require__(1665);
// EXTERNAL MODULE: ./lib/wheel-cache/manifest.js + 1 modules
var wheel_cache_manifest = __webpack_require__(2429);
// EXTERNAL MODULE: ./lib/wheel-cache/open.js + 2 modules
var wheel_cache_open = __webpack_require__(26686);
// EXTERNAL MODULE: ./lib/wheel-cache/store.js
var wheel_cache_store = __webpack_require__(77277);
// EXTERNAL MODULE: ./lib/commands/require-files.js
var require_files = __webpack_require__(9579);
;// CONCATENATED MODULE: ./lib/commands/wheels.js
/** Lists saved wheels, and removes those that no build has used for a given time. */








const concurrentRequests = 8;
/** Never throws for what a user can act on: the report carries it, beside all that could be listed. */
async function wheels(world, request) {
    const { login, unusedFor, dryRun, wheelStore, caBundle } = request;
    const store = (0,wheel_cache_open/* openWheelStore */.V)(world, await (0,registries/* openClient */.M)(world, login), wheelStore, request.cache);
    const { kind, where } = store;
    const none = { kind, where, wheels: [], others: [] };
    const untrusted = caBundle === undefined ? undefined : await (0,require_files/* caBundleProblem */.uk)(world, caBundle);
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
const problemsOf = (failures) => (0,errors/* uniqueProblems */.OH)(failures.flatMap(({ problems }) => problems));
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
        ...(0,defined/* defined */.s)({ floor }),
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
var report_escape = __webpack_require__(72527);
// EXTERNAL MODULE: ./lib/report/layout.js
var layout = __webpack_require__(65526);
// EXTERNAL MODULE: ./lib/report/units.js
var units = __webpack_require__(88861);
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
        // Last, since the last goes on below a line that is too long.
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

/***/ 76484:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N0: () => (/* binding */ similarWheel),
/* harmony export */   _: () => (/* binding */ abiOf),
/* harmony export */   l6: () => (/* binding */ whyNoWheel),
/* harmony export */   n1: () => (/* binding */ compareLibcs),
/* harmony export */   yJ: () => (/* binding */ bestWheel)
/* harmony export */ });
/* unused harmony export compatibilityTags */
/* harmony import */ var _names_platform_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29885);
/* harmony import */ var _package_index_filenames_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15879);
/**
 * Chooses the best wheel for a platform (platform compatibility tags; PEP 425, 600, 656). By hand: this is in Python's
 * `packaging`, against which the tests check it, and in no library on npm.
 */


/** Names of policies from before PEP 600, by the version of glibc. */
const policyNames = {
    '2.17': 'manylinux2014',
    '2.12': 'manylinux2010',
    '2.5': 'manylinux1',
};
/** Machines for which manylinux is defined; others have plain `linux_…` wheels only. */
const manylinux = new Set([
    'x86_64',
    'i686',
    'aarch64',
    'armv7l',
    'ppc64le',
    's390x',
    'riscv64',
]);
const down = (high, low) => Array.from({ length: Math.max(0, high - low + 1) }, (_, index) => high - index);
function numbers(version) {
    const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
    return [major, minor];
}
/** Platform tags, best first: the plain one, then from the base's libc down to the oldest. */
function platformTags({ platform, libc }) {
    const machine = (0,_names_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .machineOf */ .VT)(platform);
    const [major, minor] = numbers(libc.version);
    const plain = `linux_${machine}`;
    if (libc.kind === 'musl')
        return [plain, ...down(minor, 0).map((number) => `musllinux_${major}_${number}_${machine}`)];
    if (!manylinux.has(machine))
        return [plain];
    const oldest = machine === 'x86_64' || machine === 'i686' ? 5 : 17;
    return [
        plain,
        ...down(minor, oldest).flatMap((number) => {
            const name = policyNames[`${major}.${number}`];
            const tag = `manylinux_${major}_${number}_${machine}`;
            return name === undefined ? [tag] : [tag, `${name}_${machine}`];
        }),
    ];
}
/** The ABI of CPython with a GIL: `cp313` of `3.13.9`. Up to 3.7 the `m` of pymalloc is part of the name. */
function abiOf(python) {
    const [major, minor] = numbers(python);
    return `cp${major}${minor}${minor < 8 ? 'm' : ''}`;
}
/** Compares versions of a libc, `2.36` and `2.41`: negative where the first is older. */
function compareLibcs(one, other) {
    const [first, second] = [one, other].map((text) => text.split('.').map(Number));
    const at = Array.from({ length: Math.max(first.length, second.length) }, (_, index) => index);
    return at.map((index) => (first[index] ?? 0) - (second[index] ?? 0)).find((order) => order !== 0) ?? 0;
}
/**
 * All compatibility tags in pip's order, best first: for this Python, for the stable ABI of this and older ones, without an
 * ABI, then for any platform. For CPython with a GIL.
 */
function compatibilityTags(target) {
    const [major, minor] = numbers(target.python);
    const platforms = platformTags(target);
    const cpython = `cp${major}${minor}`;
    const generic = [
        `py${major}${minor}`,
        `py${major}`,
        ...down(minor - 1, 0).map((number) => `py${major}${number}`),
    ];
    const pairs = [
        `${cpython}-${abiOf(target.python)}`,
        `${cpython}-abi3`,
        `${cpython}-none`,
        ...down(minor - 1, 2).map((number) => `cp${major}${number}-abi3`),
        ...generic.map((python) => `${python}-none`),
    ];
    return [
        ...pairs.flatMap((pair) => platforms.map((platform) => `${pair}-${platform}`)),
        `${cpython}-none-any`,
        ...generic.map((python) => `${python}-none-any`),
    ];
}
const tagsOf = ({ pythons, abis, platforms }) => pythons.flatMap((python) => abis.flatMap((abi) => platforms.map((platform) => `${python}-${abi}-${platform}`)));
/** Of a few targets, each asked for with every requirement of every image. */
const knownRanks = new Map();
/** The place of each tag, from 0 for the best. */
function ranksFor(target) {
    const { platform, python, libc } = target;
    const key = [platform, python, libc.kind, libc.version].join(' ');
    const known = knownRanks.get(key);
    if (known !== undefined)
        return known;
    const ranks = new Map(compatibilityTags(target).map((tag, rank) => [tag, rank]));
    knownRanks.set(key, ranks);
    return ranks;
}
function bestWheel(wheels, target) {
    const ranks = ranksFor(target);
    let best;
    for (const wheel of wheels) {
        const name = (0,_package_index_filenames_js__WEBPACK_IMPORTED_MODULE_1__/* .parseWheelName */ .C)(wheel.filename);
        if (name === undefined)
            continue;
        const rank = Math.min(...tagsOf(name).map((tag) => ranks.get(tag) ?? Infinity));
        if (rank === Infinity)
            continue;
        const build = name.build ?? [-1, ''];
        const isBetter = best === undefined || rank < best.rank || (rank === best.rank && compareBuilds(build, best.build) > 0);
        if (isBetter)
            best = { wheel, rank, build };
    }
    return best?.wheel;
}
const compareBuilds = (one, other) => one[0] - other[0] || (one[1] < other[1] ? -1 : one[1] > other[1] ? 1 : 0);
/**
 * The best wheel for the same Python on a common Linux platform with any libc. Except for linux/amd64, Arm's comes first:
 * some modules exist for Intel's instructions only.
 */
function similarWheel(wheels, target) {
    const newest = [
        { kind: 'glibc', version: '2.99' },
        { kind: 'musl', version: '1.99' },
    ];
    const sameKind = newest.filter(({ kind }) => kind === target.libc.kind);
    const common = ['linux/arm64', 'linux/amd64'];
    for (const platform of target.platform === 'linux/amd64' ? common.toReversed() : common) {
        for (const libc of [...sameKind, ...newest]) {
            const wheel = bestWheel(wheels, { ...target, platform, libc });
            if (wheel !== undefined)
                return wheel;
        }
    }
    return undefined;
}
/** The reason that none of these wheels fits, in words that follow "because". */
function whyNoWheel(wheels, target) {
    if (wheels.length === 0)
        return 'only an sdist';
    const [major, minor] = numbers(target.python);
    const machine = (0,_names_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .machineOf */ .VT)(target.platform);
    const { kind, version } = target.libc;
    // A wheel that fits with the newest libc of this kind needs a newer libc than the base's.
    const newest = { ...target, libc: { kind, version: `${numbers(version)[0]}.99` } };
    const floors = wheels
        .filter((wheel) => bestWheel([wheel], newest) !== undefined)
        .flatMap(({ filename }) => {
        const needed = ((0,_package_index_filenames_js__WEBPACK_IMPORTED_MODULE_1__/* .parseWheelName */ .C)(filename)?.platforms ?? []).flatMap((platform) => {
            const match = /^m(?:any|usl)linux_(\d+)_(\d+)_(.+)$/.exec(platform);
            return match?.[3] === machine ? [`${match[1]}.${match[2]}`] : [];
        });
        return needed.toSorted(compareLibcs).slice(0, 1);
    });
    const [floor] = floors.toSorted(compareLibcs);
    if (floor !== undefined)
        return `its wheel needs ${kind} ${floor}, the base has ${version}`;
    const libc = kind === 'musl' ? ' with musl' : '';
    return `no wheel for cp${major}${minor} on ${target.platform}${libc}`;
}


/***/ }),

/***/ 15879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ parseWheelName),
/* harmony export */   g: () => (/* binding */ sdistVersion)
/* harmony export */ });
/* harmony import */ var _names_package_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28066);
/* harmony import */ var _names_package_version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29033);
/** Parses names of an index's files (binary distribution format; source distribution format, PEP 625). */


function parseWheelName(filename) {
    if (!filename.endsWith('.whl'))
        return undefined;
    const parts = filename.slice(0, -'.whl'.length).split('-');
    if (parts.length !== 5 && parts.length !== 6)
        return undefined;
    const [pythons, abis, platforms] = parts.slice(-3).map((set) => set.toLowerCase().split('.'));
    const build = parts.length === 6 ? /^(\d+)(.*)$/.exec(parts[2]) : undefined;
    const version = (0,_names_package_version_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePackageVersion */ .g7)(parts[1].replaceAll('_', '-'));
    if (build === null || !version.ok || parts.includes(''))
        return undefined;
    return {
        name: (0,_names_package_name_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizedName */ .j8)(parts[0]),
        version: version.value,
        ...(build === undefined ? {} : { build: [Number(build[1]), build[2]] }),
        pythons: pythons,
        abis: abis,
        platforms: platforms,
    };
}
const endings = ['.tar.gz', '.zip', '.tgz', '.tar.bz2', '.tar.xz'];
/**
 * The version of a source distribution of this project; undefined for any other file. Old filenames have `-` both in the
 * project's name and in the version, so the name must be known to find where it ends.
 */
function sdistVersion(filename, project) {
    const ending = endings.find((candidate) => filename.toLowerCase().endsWith(candidate));
    if (ending === undefined)
        return undefined;
    const stem = filename.slice(0, -ending.length);
    for (let dash = stem.indexOf('-'); dash !== -1; dash = stem.indexOf('-', dash + 1)) {
        if ((0,_names_package_name_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizedName */ .j8)(stem.slice(0, dash)) !== (0,_names_package_name_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizedName */ .j8)(project))
            continue;
        const version = (0,_names_package_version_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePackageVersion */ .g7)(stem.slice(dash + 1));
        if (version.ok)
            return version.value;
    }
    return undefined;
}


/***/ }),

/***/ 17646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ie: () => (/* binding */ empty),
/* harmony export */   K0: () => (/* binding */ attach),
/* harmony export */   p$: () => (/* binding */ emptyDescriptor)
/* harmony export */ });
/* harmony import */ var _lists_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73658);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50886);
/* harmony import */ var _publish_tag_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40085);



/** The blob of an artifact without content (image specification, "Guidance for an Empty Descriptor"). */
const empty = new Uint8Array(Buffer.from('{}'));
const emptyDescriptor = {
    mediaType: 'application/vnd.oci.empty.v1+json',
    digest: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(empty),
    size: empty.length,
};
/**
 * Attaches annotations or a document to a manifest, which must be there already; `RegistryClient.referrers` finds them.
 * Where a registry lacks the referrers API, they are added to the tag in its place. No other tag moves. What is there
 * already is not sent again.
 *
 * @throws RegistryProblem.
 */
async function attach(client, repository, { subject, artifactType, annotations, content }) {
    const layer = content === undefined
        ? emptyDescriptor
        : { mediaType: artifactType, digest: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(content), size: content.length };
    const bytes = jsonOf({
        schemaVersion: 2,
        mediaType: _manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .mediaTypes */ .Ib.ociManifest,
        artifactType,
        config: emptyDescriptor,
        layers: [layer],
        subject: { mediaType: subject.mediaType, digest: subject.digest, size: subject.bytes.length },
        annotations,
    });
    const digest = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(bytes);
    if ((await client.headManifest(repository, digest)) === undefined) {
        for (const blob of content === undefined ? [empty] : [empty, content])
            await client.uploadBlob(repository, { kind: 'bytes', bytes: blob });
        await (0,_publish_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .publishTag */ .q)(client, repository, bytes, _manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .mediaTypes */ .Ib.ociManifest, digest);
    }
    const listed = await client.referrers(repository, subject.digest);
    if (listed.some((referrer) => referrer.digest === digest))
        return digest;
    const descriptor = {
        mediaType: _manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .mediaTypes */ .Ib.ociManifest,
        digest,
        size: bytes.length,
        artifactType,
        annotations,
    };
    await addToTag(client, repository, subject.digest, descriptor);
    return digest;
}
async function addToTag(client, repository, subject, descriptor) {
    const tag = (0,_lists_js__WEBPACK_IMPORTED_MODULE_0__/* .referrersTag */ .LN)(subject);
    const existing = await client.getManifest(repository, tag);
    const manifests = existing === undefined ? [] : ((0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .readContent */ .c_)(existing.bytes).manifests ?? []);
    const bytes = jsonOf({
        schemaVersion: 2,
        mediaType: _manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .mediaTypes */ .Ib.ociIndex,
        manifests: [...manifests, descriptor],
    });
    await (0,_publish_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .publishTag */ .q)(client, repository, bytes, _manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .mediaTypes */ .Ib.ociIndex, tag);
}
const jsonOf = (value) => new Uint8Array(Buffer.from(JSON.stringify(value)));


/***/ }),

/***/ 40085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ publishTag)
/* harmony export */ });
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50886);
/* harmony import */ var _retries_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48621);


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


/***/ }),

/***/ 1665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mn: () => (/* binding */ daysSince),
/* harmony export */   N: () => (/* binding */ isDay),
/* harmony export */   S: () => (/* binding */ staleAfter),
/* harmony export */   kb: () => (/* binding */ dayOf)
/* harmony export */ });
/** When a saved wheel was compiled and used: days in UTC. */
/** Days after which a use is written down again: seldom, since each time the artifact's manifest is put anew. */
const staleAfter = 7;
const day = 86_400_000;
/** The day of a time in milliseconds since the epoch. */
const dayOf = (time) => new Date(time).toISOString().slice(0, 10);
/** Whether a text is a day that there is: February has no 30th. */
const isDay = (text) => {
    const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
    return !Number.isNaN(time) && dayOf(time) === text;
};
/** Whole days from a day to a time. */
const daysSince = (text, now) => Math.floor((Date.parse(dayOf(now)) - Date.parse(text)) / day);


/***/ }),

/***/ 70663:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HU: () => (/* binding */ keysOfWanted),
/* harmony export */   U7: () => (/* binding */ wheelTagPrefix),
/* harmony export */   bg: () => (/* binding */ wheelSchema),
/* harmony export */   fV: () => (/* binding */ tagOfWheel),
/* harmony export */   u0: () => (/* binding */ keyOfWheel),
/* harmony export */   zT: () => (/* binding */ mayBePure)
/* harmony export */ });
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9333);
/* harmony import */ var _lock_wheel_tags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76484);
/* harmony import */ var _names_python_version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76117);
/** What a wheel that was compiled is known by: whoever wants it finds it under the same tag. */



/** Raised when wheels that an earlier release of this program compiled are not to be used any more. */
const wheelSchema = 1;
/** Whether nothing says that a release is more than Python: of what is, the index has a wheel for some platform. */
const mayBePure = ({ packages }, release) => packages.every(({ name, version, wheels }) => name !== release.name || version !== release.version || wheels.length === 0);
/** The key of a wheel as it is known by what it turned out to need. */
function keyOfWheel(wanted, needs) {
    const { requirement, facts, buildPackages, buildConstraints, buildBase } = wanted;
    const python = (0,_names_python_version_js__WEBPACK_IMPORTED_MODULE_2__/* .minorOf */ .Hs)(facts.python);
    const shared = {
        sdist: requirement.sdist.sha256,
        python,
        buildPackages: buildPackages.toSorted(),
        ...(buildConstraints.length === 0 ? {} : { buildConstraints: buildConstraints.toSorted() }),
    };
    if (needs === 'nothing')
        return { ...shared, abi: 'none', platform: 'any', libc: 'any', distribution: '', buildBase: '' };
    const { id, version } = facts.distribution;
    return {
        ...shared,
        abi: (0,_lock_wheel_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .abiOf */ ._)(python),
        platform: facts.platform,
        libc: facts.libc.kind,
        distribution: needs === 'libc' ? '' : `${id} ${version}`,
        buildBase,
    };
}
/** The keys that a wheel may have which does for what is wanted: what serves more comes first. */
const keysOfWanted = (wanted) => [...(wanted.mayBePure ? ['nothing'] : []), 'libc', 'distribution'].map((needs) => keyOfWheel(wanted, needs));
/** Begins the tag of every saved wheel. */
const wheelTagPrefix = 'wheels-';
/** `wheels-NAME-HASH`: one for each key. Letters, digits and `-`, at most 80. */
const tagOfWheel = (name, key) => `${wheelTagPrefix}${name.slice(0, 56)}-${(0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .hashOf */ .q)({ schema: wheelSchema, ...key }).slice(0, 16)}`;


/***/ }),

/***/ 2429:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ readWheelManifest),
  z: () => (/* binding */ wheelManifest)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/names/reference.js
var reference = __webpack_require__(64021);
// EXTERNAL MODULE: ./lib/names/platform.js
var names_platform = __webpack_require__(29885);
// EXTERNAL MODULE: ./lib/wheel-cache/days.js
var days = __webpack_require__(1665);
// EXTERNAL MODULE: ./lib/wheel-cache/key.js
var wheel_cache_key = __webpack_require__(70663);
;// CONCATENATED MODULE: ./lib/wheel-cache/annotations.js
/** What is said of a saved wheel: written as annotations, and read back without trusting them. */




const prefix = 'io.github.python-image-builder.wheel';
function annotationsOfWheel(record) {
    const { key, floor } = record;
    return {
        [`${prefix}.schema`]: String(wheel_cache_key/* wheelSchema */.bg),
        [`${prefix}.name`]: record.name,
        [`${prefix}.version`]: record.version,
        [`${prefix}.sdist`]: key.sdist,
        [`${prefix}.python`]: key.python,
        [`${prefix}.abi`]: key.abi,
        [`${prefix}.platform`]: key.platform,
        [`${prefix}.libc`]: key.libc,
        ...(floor === undefined ? {} : { [`${prefix}.floor`]: floor }),
        [`${prefix}.distribution`]: key.distribution,
        [`${prefix}.build-packages`]: key.buildPackages.join(' '),
        ...(key.buildConstraints === undefined
            ? {}
            : { [`${prefix}.build-constraints`]: key.buildConstraints.join('\n') }),
        [`${prefix}.build-base`]: key.buildBase,
        [`${prefix}.way`]: record.way,
        [`${prefix}.seconds`]: String(record.seconds),
        [`${prefix}.compiled`]: record.compiled,
        [`${prefix}.used`]: record.used,
    };
}
/** Refused with what is wrong, in words that go on after the artifact's name. */
function readWheelAnnotations(annotations) {
    const text = (name) => {
        const value = annotations[`${prefix}.${name}`];
        return typeof value === 'string' ? value : '';
    };
    if (text('schema') !== String(wheel_cache_key/* wheelSchema */.bg))
        return (0,errors/* refused */.J5)(`is of another form than this release writes (${text('schema') || 'none'})`);
    const platform = text('platform') === 'any' ? (0,errors/* parsed */.Yz)('any') : (0,names_platform/* parsePlatform */.FL)(text('platform'));
    if (!platform.ok)
        return (0,errors/* refused */.J5)('does not say what platform it is for');
    const one = (name, choices) => choices.find((choice) => choice === text(name));
    const [libc, way] = [
        one('libc', ['glibc', 'musl', 'any']),
        one('way', ['native', 'cross', 'emulated']),
    ];
    const day = { test: days/* isDay */.N };
    const forms = [
        ['name', /^[a-z0-9-]+$/],
        ['version', /^[\w.+!-]{1,200}$/],
        ['sdist', /^[0-9a-f]{64}$/],
        ['python', /^3\.\d+$/],
        ['abi', /^(?:none|cp3\d+m?)$/],
        ['distribution', /^[\w. -]{0,100}$/],
        ['build-base', /^[\w.:[\]/-]{0,255}$/],
        ['floor', /^(?:\d+(?:\.\d+){1,3})?$/],
        ['seconds', /^\d{1,9}(?:\.\d+)?$/],
        ['compiled', day],
        ['used', day],
    ];
    const wrong = forms.find(([name, form]) => !form.test(text(name)))?.[0];
    if (wrong !== undefined || libc === undefined || way === undefined)
        return (0,errors/* refused */.J5)(`does not say right what its ${wrong ?? (libc === undefined ? 'libc' : 'way')} is`);
    const [floor, packages, constraints] = [text('floor'), text('build-packages'), text('build-constraints')];
    return (0,errors/* parsed */.Yz)({
        name: text('name'),
        version: text('version'),
        key: {
            sdist: text('sdist'),
            python: text('python'),
            abi: text('abi'),
            platform: platform.value,
            libc,
            distribution: text('distribution'),
            buildPackages: packages === '' ? [] : packages.split(' '),
            ...(constraints === '' ? {} : { buildConstraints: constraints.split('\n') }),
            buildBase: text('build-base'),
        },
        ...(floor === '' ? {} : { floor }),
        way,
        seconds: Number(text('seconds')),
        compiled: text('compiled'),
        used: text('used'),
    });
}

// EXTERNAL MODULE: ./lib/registry/attach.js
var attach = __webpack_require__(17646);
// EXTERNAL MODULE: ./lib/registry/manifest.js
var manifest = __webpack_require__(50886);
;// CONCATENATED MODULE: ./lib/wheel-cache/manifest.js
/** A saved wheel as an OCI artifact: a manifest whose one layer is the file (image specification, "Artifact Usage"). */





const artifactType = 'application/vnd.python-image-builder.wheel.v1';
const layerType = 'application/zip';
/** The image specification's key of a file's name. */
const titleKey = 'org.opencontainers.image.title';
/** The artifact's manifest. The same wheel of which the same is said has the same bytes. */
const wheelManifest = (record, { filename, digest, size }) => new Uint8Array(Buffer.from(JSON.stringify({
    schemaVersion: 2,
    mediaType: manifest/* mediaTypes */.Ib.ociManifest,
    artifactType,
    config: attach/* emptyDescriptor */.p$,
    layers: [{ mediaType: layerType, digest, size, annotations: { [titleKey]: filename } }],
    annotations: annotationsOfWheel(record),
})));
/** Refused with what is wrong, in words that go on after the artifact's name. */
function readWheelManifest(bytes) {
    let content;
    try {
        content = (0,manifest/* readContent */.c_)(bytes);
    }
    catch {
        return (0,errors/* refused */.J5)('is no manifest');
    }
    if (content.artifactType !== artifactType)
        return (0,errors/* refused */.J5)('is not a saved wheel');
    const layers = content.layers;
    const layer = Array.isArray(layers) && layers.length === 1 ? layers[0] : null;
    const filename = layer?.annotations?.[titleKey];
    const digest = typeof layer?.digest === 'string' ? (0,reference/* parseDigest */.m)(layer.digest) : undefined;
    if (digest?.ok !== true || typeof filename !== 'string')
        return (0,errors/* refused */.J5)('does not name one file');
    const size = layer?.size;
    if (!Number.isSafeInteger(size) || size < 0)
        return (0,errors/* refused */.J5)('does not say right what the size of its file is');
    const record = readWheelAnnotations(content.annotations ?? {});
    if (!record.ok)
        return record;
    return (0,errors/* parsed */.Yz)({ record: record.value, filename, digest: digest.value, size: size });
}


/***/ }),

/***/ 26686:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ buildBaseOf),
  V: () => (/* binding */ openWheelStore)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/names/reference.js
var names_reference = __webpack_require__(64021);
// EXTERNAL MODULE: ./lib/registry/reference.js
var registry_reference = __webpack_require__(9758);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/file-failure.js
var file_failure = __webpack_require__(32030);
// EXTERNAL MODULE: ./lib/registry/manifest.js
var registry_manifest = __webpack_require__(50886);
// EXTERNAL MODULE: ./lib/wheel-cache/store.js
var store = __webpack_require__(77277);
;// CONCATENATED MODULE: ./lib/wheel-cache/folder.js
/** Saved wheels in a folder of this machine. */







/**
 * `TAG.json` is the artifact's manifest, `blobs/sha256/…` what it names. Whatever is written is whole or not there:
 * several builds may share the folder.
 */
function folderStore(files, folder) {
    const manifestPath = (tag) => (0,external_node_path_.join)(folder, `${tag}.json`);
    const blobPath = (digest) => (0,external_node_path_.join)(folder, 'blobs', digest.replace(':', '/'));
    const problem = (message) => new errors/* Failure */.HR([{ station: 'input', about: 'wheel_store', message }]);
    const manifest = async (tag) => {
        const bytes = await files.content(manifestPath(tag));
        if (bytes === undefined)
            await isNoFile();
        return bytes && { bytes, digest: (0,registry_manifest/* digestOf */.ol)(bytes) };
    };
    /** Below a file nothing is found, as if it were an empty folder. */
    const isNoFile = async () => {
        if ((await files.stat(folder))?.kind === 'file')
            throw problem(`${folder} is a file: wheel_store names a folder, a repository, or is "off".`);
    };
    const digestOfFile = async (path) => {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        for await (const piece of files.bytes(path))
            hash.update(piece);
        return `sha256:${hash.digest('hex')}`;
    };
    const is = async (path, digest) => {
        if ((await files.stat(path))?.kind !== 'file')
            return 'absent';
        return (await digestOfFile(path)) === digest ? 'right' : 'wrong';
    };
    const fetch = async (digest, path) => {
        const blob = blobPath(digest);
        const there = await is(blob, digest);
        // Others say it in brackets, and what becomes of it after them.
        if (there === 'wrong')
            throw problem(`${blob} has other bytes than its name says: it was changed`);
        if (there === 'right')
            await files.replace(path, files.bytes(blob));
        return there === 'right';
    };
    const saveBlob = async (tag, digest, path) => {
        const blob = blobPath(digest);
        if ((await is(blob, digest)) === 'right')
            return;
        if (path === undefined)
            throw problem(`${blob}, which ${manifestPath(tag)} names, is not there: the wheel must be compiled anew.`);
        if ((await is(path, digest)) !== 'right')
            throw problem(`${path} is not what was compiled (${digest}): it was changed, and is not saved.`);
        await files.replace(blob, files.bytes(path));
    };
    const put = async (tag, bytes, path) => {
        await isNoFile();
        const needed = blobsNamedBy(bytes);
        for (const digest of needed)
            await saveBlob(tag, digest, path);
        const before = await blobsOf(tag);
        await files.replace(manifestPath(tag), bytes);
        // Until the manifest was there, another process may have taken what it names for a file that nothing needs.
        for (const digest of needed) {
            if ((await files.stat(blobPath(digest))) !== undefined)
                continue;
            if ((await manifest(tag))?.digest !== (0,registry_manifest/* digestOf */.ol)(bytes))
                continue;
            await saveBlob(tag, digest, path).catch(async (error) => {
                await files.remove(manifestPath(tag));
                throw error;
            });
        }
        await sweep(before.filter((digest) => !needed.includes(digest)));
    };
    const tagsThere = async () => (0,store/* ofWheels */.eq)((await files.list(folder)).flatMap((name) => {
        const tag = (0,names_reference/* parseTag */.ED)(name.replace(/\.json$/, ''));
        return tag.ok && name.endsWith('.json') ? [tag.value] : [];
    }));
    const tags = async () => {
        await isNoFile();
        return (await files.stat(folder))?.kind === 'folder' ? tagsThere() : undefined;
    };
    const blobsOf = async (tag) => {
        const bytes = await files.content(manifestPath(tag));
        return bytes === undefined ? [] : blobsNamedBy(bytes);
    };
    const needs = async (digest) => (await Promise.all((await tagsThere()).map(blobsOf))).flat().includes(digest);
    /**
     * Removes those of these that no manifest names. One that is written meanwhile either sees that its file is gone (`put`),
     * or is seen here, and its file comes back.
     */
    const sweep = async (digests) => {
        for (const digest of digests) {
            const blob = blobPath(digest);
            const bytes = (await needs(digest)) ? undefined : await files.content(blob);
            if (bytes === undefined)
                continue;
            await files.remove(blob);
            if (await needs(digest))
                await files.replace(blob, bytes);
        }
    };
    const remove = async (tag, digest) => {
        const found = await manifest(tag);
        if (found?.digest !== digest)
            return;
        await files.remove(manifestPath(tag));
        await sweep(blobsNamedBy(found.bytes));
    };
    const usable = (work) => (...given) => work(...given).catch((error) => {
        if (!(error instanceof file_failure/* FileFailure */.Py))
            throw error;
        const wayOut = 'wheel_store names another folder, or is "off".';
        throw error.of({ station: 'input', about: 'wheel_store', wayOut });
    });
    return {
        kind: 'folder',
        where: folder,
        named: manifestPath,
        manifest: usable(manifest),
        fetch: usable(fetch),
        put: usable(put),
        tags: usable(tags),
        remove: usable(remove),
    };
}
/** None where it is not a manifest. */
function blobsNamedBy(bytes) {
    try {
        return ((0,registry_manifest/* readContent */.c_)(bytes).layers ?? []).flatMap(({ digest }) => {
            const read = (0,names_reference/* parseDigest */.m)(digest);
            return read.ok ? [read.value] : [];
        });
    }
    catch {
        return [];
    }
}

// EXTERNAL MODULE: ./lib/registry/attach.js
var attach = __webpack_require__(17646);
// EXTERNAL MODULE: ./lib/registry/client.js + 7 modules
var registry_client = __webpack_require__(98244);
// EXTERNAL MODULE: ./lib/registry/publish-tag.js
var publish_tag = __webpack_require__(40085);
;// CONCATENATED MODULE: ./lib/wheel-cache/repository.js
/** Saved wheels in a repository, under tags of their own. */






/** A saved wheel saves time: what is spent to get it must be little. */
const budget = { attempts: 3, time: 20_000, first: 500, longest: 4_000 };
/** @param client whose credentials are used. */
function repositoryStore({ world, options }, repository) {
    const client = new registry_client/* RegistryClient */.b(world, { ...options, budget });
    const where = (0,names_reference/* repositoryText */.g_)(repository);
    return {
        kind: 'repository',
        where,
        named: (tag) => `${where}:${tag}`,
        manifest: (tag) => client.getManifest(repository, tag),
        fetch: (digest, path) => client.saveBlob(repository, digest, path),
        put: async (tag, bytes, path) => {
            await client.uploadBlob(repository, { kind: 'bytes', bytes: attach/* empty */.Ie });
            const [layer] = (0,registry_manifest/* readContent */.c_)(bytes).layers ?? [];
            if (path !== undefined && layer !== undefined) {
                const { digest, size } = layer;
                const source = { kind: 'file', digest, part: { path, offset: 0, size } };
                await client.uploadBlob(repository, source);
            }
            await (0,publish_tag/* publishTag */.q)(client, repository, bytes, registry_manifest/* mediaTypes */.Ib.ociManifest, tag);
        },
        tags: async () => {
            const tags = await client.listTags(repository);
            return tags && (0,store/* ofWheels */.eq)(tags);
        },
        // By digest: a tag that moved since keeps what it stands for now.
        remove: async (_, digest) => {
            await client.deleteManifest(repository, digest);
        },
    };
}

;// CONCATENATED MODULE: ./lib/wheel-cache/open.js
/** Where this run restores wheels from and saves its own. */





/** Undefined where wheels are neither restored nor saved. @param cache folder for what is kept between runs. */
function openWheelStore(world, client, wheelStore, cache) {
    switch (wheelStore.kind) {
        case 'off':
            return undefined;
        case 'cache':
            return folderStore(world.files, (0,external_node_path_.join)(cache, 'wheels'));
        case 'folder':
            return folderStore(world.files, world.files.absolute(wheelStore.path));
        case 'repository':
            return repositoryStore(client, wheelStore.repository);
    }
}
/** Repository of the image that compiles, as `WheelWanted.buildBase` has it. */
function buildBaseOf(base) {
    const reference = (0,registry_reference/* parseReference */.F2)(base.build);
    return reference.ok ? (0,names_reference/* repositoryText */.g_)(reference.value.repository) : base.build;
}


/***/ }),

/***/ 77277:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eq: () => (/* binding */ ofWheels),
/* harmony export */   fm: () => (/* binding */ isShut),
/* harmony export */   gn: () => (/* binding */ deletesNothing)
/* harmony export */ });
/* harmony import */ var _registry_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48110);
/* harmony import */ var _key_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70663);


/** Those tags that are of saved wheels, sorted. */
const ofWheels = (tags) => tags.filter((tag) => tag.startsWith(_key_js__WEBPACK_IMPORTED_MODULE_1__/* .wheelTagPrefix */ .U7)).toSorted();
/** Whether it is of no use to ask that store for more: it refuses who asks, or does not answer. */
const isShut = (failure) => failure instanceof _registry_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryProblem */ .Ne && [undefined, 401, 403, 429].includes(failure.status);
/** Whether a registry refused to remove something, and would so for everything (distribution specification, "Deleting Manifests"). */
const deletesNothing = (failure) => failure instanceof _registry_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryProblem */ .Ne &&
    failure.method === 'DELETE' &&
    (failure.status === 405 || failure.codes.some(({ code }) => code === 'UNSUPPORTED'));


/***/ })

};
