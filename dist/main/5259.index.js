export const id = 5259;
export const ids = [5259];
export const modules = {

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

/***/ 77106:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ex: () => (/* binding */ concurrency),
/* harmony export */   Nu: () => (/* binding */ readRepository),
/* harmony export */   VH: () => (/* binding */ heldManifest),
/* harmony export */   eq: () => (/* binding */ lackingBlobs),
/* harmony export */   g$: () => (/* binding */ readTags),
/* harmony export */   sA: () => (/* binding */ subjectOfTag),
/* harmony export */   zb: () => (/* binding */ lackingOf)
/* harmony export */ });
/* harmony import */ var p_map__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(606);
/* harmony import */ var _names_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64021);
/* harmony import */ var _registry_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50886);
/** What a repository holds: its tags, and all manifests that they lead to, each read once. */



/** Requests at once: a registry's limit is reached by more, and little gained. */
const concurrency = 8;
/**
 * Reads every tag and every manifest that one leads to, or that something there is attached to: one HEAD a tag, one GET a manifest, and where the registry has the
 * referrers API, one request more a manifest.
 *
 * @param others manifests that are known without a tag.
 * @returns undefined where there is no such repository.
 * @throws RegistryProblem where any of it cannot be read.
 */
async function readRepository(reader, repository, others = []) {
    const named = await readTags(reader, repository);
    if (named === undefined)
        return undefined;
    const { tags, lostTags } = named;
    const referrers = new Map();
    const attach = (subject, digest) => {
        const known = referrers.get(subject);
        if (known === undefined)
            referrers.set(subject, [digest]);
        else if (!known.includes(digest))
            known.push(digest);
    };
    for (const [tag, digest] of tags) {
        const subject = subjectOfTag(tag);
        if (subject !== undefined)
            attach(subject, digest);
    }
    const manifests = new Map();
    const asked = new Set();
    const subjects = [...tags.keys()].flatMap((tag) => subjectOfTag(tag) ?? []);
    let level = [...new Set([...tags.values(), ...subjects, ...others])];
    const [first] = level;
    // A registry without the API is asked once, and not for each of thousands.
    const lists = first !== undefined && (await reader.listReferrers(repository, first)) !== undefined;
    while (level.length > 0) {
        for (const digest of level)
            asked.add(digest);
        const read = await (0,p_map__WEBPACK_IMPORTED_MODULE_2__["default"])(level, async (digest) => {
            const manifest = await reader.getManifest(repository, digest);
            if (manifest === undefined)
                return [];
            const held = heldManifest(manifest);
            manifests.set(digest, held);
            if (held.subject !== undefined)
                attach(held.subject, digest);
            const attached = lists ? ((await reader.listReferrers(repository, digest)) ?? []) : [];
            const found = descriptorsOf(attached);
            for (const one of found)
                attach(digest, one.digest);
            const named = [...held.manifests, ...found].map((one) => one.digest);
            return held.subject === undefined ? named : [...named, held.subject];
        }, { concurrency });
        level = [...new Set(read.flat())].filter((digest) => !asked.has(digest));
    }
    for (const [tag, digest] of tags) {
        const subject = subjectOfTag(tag);
        // The index under such a tag lists what is attached (distribution specification, "Referrers Tag Schema").
        if (subject !== undefined)
            for (const one of manifests.get(digest)?.manifests ?? [])
                attach(subject, one.digest);
    }
    return { tags, lostTags, manifests, referrers };
}
/** Tags with what they stand for now; undefined where there is no such repository. */
async function readTags(reader, repository) {
    const names = await reader.listTags(repository);
    if (names === undefined)
        return undefined;
    const heads = await (0,p_map__WEBPACK_IMPORTED_MODULE_2__["default"])(names.toSorted(), async (tag) => [tag, (await reader.headManifest(repository, tag))?.digest], { concurrency });
    return {
        tags: new Map(heads.flatMap(([tag, digest]) => (digest === undefined ? [] : [[tag, digest]]))),
        lostTags: heads.flatMap(([tag, digest]) => (digest === undefined ? [tag] : [])),
    };
}
/**
 * What an image lacks: manifests that its index names, and blobs that these name. Empty where it is whole.
 *
 * @throws RegistryProblem where that cannot be known.
 */
async function lackingOf(reader, repository, index) {
    const whole = heldManifest(index);
    const children = await (0,p_map__WEBPACK_IMPORTED_MODULE_2__["default"])(whole.manifests, async ({ digest }) => ({ digest, manifest: await reader.getManifest(repository, digest) }), { concurrency });
    const held = children.flatMap(({ manifest }) => (manifest === undefined ? [] : [heldManifest(manifest)]));
    return [
        ...children.flatMap(({ digest, manifest }) => (manifest === undefined ? [digest] : [])),
        ...(await lackingBlobs(reader, repository, [whole, ...held])),
    ];
}
/** Blobs of these manifests that the repository does not hold, each asked for once. */
async function lackingBlobs(reader, repository, manifests) {
    const digests = new Set([...manifests].flatMap(({ blobs }) => blobs.map(({ digest }) => digest)));
    const there = await (0,p_map__WEBPACK_IMPORTED_MODULE_2__["default"])(digests, async (digest) => ({ digest, size: await reader.headBlob(repository, digest) }), { concurrency });
    return there.flatMap(({ digest, size }) => (size === undefined ? [digest] : []));
}
/** `sha256-…`, and cosign's `sha256-….sig`, `.att` and `.sbom`: what is attached to the manifest with that digest. */
function subjectOfTag(tag) {
    const hash = /^sha256-([0-9a-f]{64})(?:\.\w+)?$/.exec(tag)?.[1];
    return hash === undefined ? undefined : `sha256:${hash}`;
}
/** @throws SyntaxError where the bytes are no JSON object. */
function heldManifest({ digest, mediaType, bytes }) {
    const content = (0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .readContent */ .c_)(bytes);
    const { config, layers, manifests, annotations, artifactType } = content;
    const subject = descriptorsOf([content.subject])[0]?.digest;
    return {
        digest,
        mediaType,
        manifests: (0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .isIndex */ .nw)(mediaType) ? descriptorsOf(manifests) : [],
        blobs: descriptorsOf([config, ...(Array.isArray(layers) ? layers : [])]).filter((one) => !isForeign(one)),
        annotations: textsOf(annotations),
        ...(subject === undefined ? {} : { subject }),
        ...(typeof artifactType === 'string' ? { artifactType } : {}),
    };
}
/** Whoever may push may write anything there. */
const textsOf = (annotations) => Object.fromEntries(Object.entries(annotations ?? {}).filter((entry) => typeof entry[1] === 'string'));
/** Those that name something by a digest that is known here. */
const descriptorsOf = (found) => (Array.isArray(found) ? found : []).filter((one) => typeof one?.digest === 'string' && (0,_names_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDigest */ .m)(one.digest).ok);
/** Its content is somewhere else by design (image specification, "Non-Distributable Layers"). */
const isForeign = ({ mediaType }) => /\.nondistributable\.|\.foreign\./.test(String(mediaType));


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

/***/ 96557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jV: () => (/* binding */ annotationsOfRecord),
/* harmony export */   mx: () => (/* binding */ readBuildRecord)
/* harmony export */ });
/* unused harmony export annotationKeys */
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9333);
/* harmony import */ var _defined_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(64222);
/* harmony import */ var _names_platform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29885);
/* harmony import */ var _names_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64021);
/* harmony import */ var _fingerprint_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52911);
/** Writes build records as annotations of an index, and reads them back without trusting them. */





const prefix = 'io.github.python-image-builder';
/** Keys of the annotations; `fingerprint` is a hash of the others, but for `facts`, `indexes`, `layers` and `system`. */
const annotationKeys = {
    fingerprint: `${prefix}.fingerprint`,
    recipe: `${prefix}.recipe`,
    bases: `${prefix}.bases`,
    requirements: `${prefix}.requirements`,
    installs: `${prefix}.installs`,
    platforms: `${prefix}.platforms`,
    facts: `${prefix}.facts`,
    indexes: `${prefix}.indexes`,
    layers: `${prefix}.layers`,
    system: `${prefix}.system`,
};
function annotationsOfRecord({ fingerprint, facts, indexes, layers, }) {
    const { schema: number, recipe, bases, requirements, installs, platforms } = fingerprint;
    return {
        [annotationKeys.fingerprint]: (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_3__/* .fingerprintHash */ .jS)(fingerprint),
        [annotationKeys.recipe]: (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$)({ schema: number, ...recipe }),
        [annotationKeys.bases]: (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$)(bases),
        [annotationKeys.requirements]: requirements.join(' '),
        [annotationKeys.installs]: installs,
        [annotationKeys.platforms]: platforms.join(','),
        [annotationKeys.facts]: (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$)(facts.map((one) => ({ ...one, system: undefined }))),
        [annotationKeys.indexes]: (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$)(indexes),
        ...(0,_defined_js__WEBPACK_IMPORTED_MODULE_4__/* .defined */ .s)({ [annotationKeys.system]: systemText(facts) }),
        ...(layers === undefined ? {} : { [annotationKeys.layers]: (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$)(layers) }),
    };
}
/** The base of the packages, and where there are none, of the first step that runs pip: others have their name with them. */
const isFirst = ({ base }) => base === undefined;
/** Platforms have nearly the same packages, which would be most of the index if each were written. */
function systemText(all) {
    const facts = all.filter(isFirst);
    const [first, ...others] = facts.map(({ system }) => Object.entries(system ?? {}));
    if (first === undefined || facts.every(({ system }) => system === undefined))
        return undefined;
    const isShared = ([name, version]) => facts.every(({ system }) => system?.[name] === version);
    const own = facts.map(({ platform }, at) => [platform, Object.fromEntries([first, ...others][at].filter((entry) => !isShared(entry)))]);
    return (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$)({
        all: Object.fromEntries(first.filter(isShared)),
        ...Object.fromEntries(own.filter(([, versions]) => Object.keys(versions).length > 0)),
    });
}
const withSystem = (facts, system) => isSystem(system)
    ? facts.map((one) => isFirst(one) ? { ...one, system: { ...system.all, ...system[one.platform] } } : one)
    : facts;
/**
 * Undefined where another tool made the image, or the annotations that the fingerprint hashes were changed by hand. Whoever
 * may push can write anything there, so that the form of all is checked; but whoever may push can also push another image.
 */
function readBuildRecord(annotations) {
    const text = (key) => {
        const value = annotations[annotationKeys[key]];
        return typeof value === 'string' ? value : '';
    };
    const words = (key, separator) => text(key).split(separator).filter(Boolean);
    const [head, bases] = [valueOf(text('recipe')), valueOf(text('bases'))];
    const [facts, indexes] = [valueOf(text('facts')), valueOf(text('indexes'))];
    // Only an image of several layers says what is in which.
    const layers = annotationKeys.layers in annotations ? valueOf(text('layers')) : undefined;
    if (annotationKeys.layers in annotations && !isLayers(layers))
        return undefined;
    if (!isRecord(head) || !isBases(bases) || !isDigests(indexes))
        return undefined;
    if (!Array.isArray(facts) || !facts.every(isFacts))
        return undefined;
    const { schema: number, ...recipe } = head;
    if (typeof number !== 'number' || !isTexts(recipe))
        return undefined;
    const fingerprint = {
        schema: number,
        recipe,
        bases,
        requirements: words('requirements', ' '),
        installs: text('installs'),
        platforms: words('platforms', ',').flatMap((one) => {
            const platform = (0,_names_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePlatform */ .FL)(one);
            return platform.ok ? [platform.value] : [];
        }),
    };
    if ((0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_3__/* .fingerprintHash */ .jS)(fingerprint) !== text('fingerprint'))
        return undefined;
    return {
        fingerprint,
        facts: withSystem(facts, valueOf(text('system'))),
        indexes,
        ...(layers === undefined ? {} : { layers: layers }),
    };
}
function valueOf(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isTexts = (value) => isRecord(value) && Object.values(value).every((item) => typeof item === 'string');
const isDigests = (value) => isTexts(value) && Object.values(value).every((digest) => (0,_names_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDigest */ .m)(digest).ok);
const isLayers = (value) => Array.isArray(value) &&
    value.length === 5 &&
    value.every((names) => Array.isArray(names) && names.every((name) => typeof name === 'string'));
const isBases = (value) => isRecord(value) && Object.values(value).every(isDigests);
const isSystem = (value) => isRecord(value) && isRecord(value['all']) && Object.values(value).every(isTexts);
function isFacts(value) {
    if (!isRecord(value))
        return false;
    const { platform, python, libc, distribution, installed, links = {}, base = '' } = value;
    return (isTexts({ platform, python, base }) &&
        isTexts(libc) &&
        ['glibc', 'musl'].includes(libc['kind'] ?? '') &&
        libc['version'] !== undefined &&
        isTexts(distribution) &&
        isTexts(installed) &&
        isTexts(links));
}


/***/ }),

/***/ 60632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $i: () => (/* binding */ parseSteps),
/* harmony export */   GO: () => (/* binding */ isLoneManifest),
/* harmony export */   Ih: () => (/* binding */ annotationsOf),
/* harmony export */   K5: () => (/* binding */ loadedLabel),
/* harmony export */   PC: () => (/* binding */ labelsOf),
/* harmony export */   QY: () => (/* binding */ baseNameKey),
/* harmony export */   _5: () => (/* binding */ versionKey),
/* harmony export */   aV: () => (/* binding */ missingKey),
/* harmony export */   bS: () => (/* binding */ stepsText),
/* harmony export */   eG: () => (/* binding */ packageVersionKey),
/* harmony export */   kz: () => (/* binding */ titleKey),
/* harmony export */   nq: () => (/* binding */ baseDigestKey),
/* harmony export */   u7: () => (/* binding */ stepsLabel),
/* harmony export */   v1: () => (/* binding */ exportsOf),
/* harmony export */   wv: () => (/* binding */ annotationsAt)
/* harmony export */ });
/* harmony import */ var _build_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96557);
/* harmony import */ var _fingerprint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52911);
/* harmony import */ var _sbom_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85562);



/** Keys of the OCI image specification, "Pre-Defined Annotation Keys". */
const titleKey = 'org.opencontainers.image.title';
const versionKey = 'org.opencontainers.image.version';
const baseNameKey = 'org.opencontainers.image.base.name';
const baseDigestKey = 'org.opencontainers.image.base.digest';
/** The package's version as this project reads it back: the user may set another one under the standard key. */
const packageVersionKey = 'io.github.python-image-builder.version';
/** Annotation of an image that was published without optional platforms: which, separated by commas. */
const missingKey = 'io.github.python-image-builder.missing';
/** JSON list of the patterns of paths whose files are taken out of the image. */
const exportsKey = 'io.github.python-image-builder.exports';
/**
 * Label by which `clean` tells an image of this program from one that was built on it: that one inherits the label, and has
 * another time, or more steps of that time.
 */
const stepsLabel = 'io.github.python-image-builder.steps';
/** Label of an image that was loaded into the engine's store: the name that it was loaded under. */
const loadedLabel = 'io.github.python-image-builder.loaded';
/** `3 2026-01-02T03:04:05Z`. */
const stepsText = ({ count, time }) => `${count} ${new Date(time).toISOString().replace('.000', '')}`;
/** Undefined where somebody else wrote the label. */
function parseSteps(text) {
    const match = /^(\d{1,4}) (\S+)$/.exec(text ?? '');
    const time = Date.parse(match?.[2] ?? '');
    return match === null || Number.isNaN(time) ? undefined : { count: Number(match[1]), time };
}
/** @param base undefined where it is not known. */
const labelsOf = (image, base) => ({
    ...image.labels,
    ...described(image, base),
    ...image.given.labels,
});
/**
 * What an image says of the files that are to be taken out of it; none where another tool wrote it otherwise.
 *
 * @param annotations of the index, or of a manifest that has none.
 */
function exportsOf(annotations) {
    try {
        const patterns = JSON.parse(annotations[exportsKey] ?? '[]');
        const isPath = (one) => typeof one === 'string' && one.startsWith('/');
        return Array.isArray(patterns) && patterns.every(isPath) ? patterns : [];
    }
    catch {
        return [];
    }
}
/**
 * Annotations of the index, unless the user names another level; one platform without attestations has no index but a
 * manifest. They hold no time and no run, so that the same image has the same digest; only `max_age` adds the time.
 *
 * @param created milliseconds since the epoch.
 * @param missing optional platforms that it is made without.
 */
function annotationsOf(image, policy, { base, record, created, missing = [], }) {
    const all = {
        ...described(image, base),
        ...image.given.annotations,
        ...(created !== undefined && { [_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__/* .createdKey */ .Yw]: new Date(created).toISOString() }),
        ...(image.version && { [packageVersionKey]: image.version.text }),
        ...(image.exports && { [exportsKey]: JSON.stringify(image.exports) }),
        ...(missing.length > 0 && { [missingKey]: missing.join(',') }),
        ...(0,_build_record_js__WEBPACK_IMPORTED_MODULE_0__/* .annotationsOfRecord */ .jV)(record),
    };
    // Statements of this program need an index, which is then made.
    const isLone = isLoneManifest(image.platforms, policy) && (0,_sbom_js__WEBPACK_IMPORTED_MODULE_2__/* .sbomForms */ .f)(policy.sbom).length === 0;
    const level = isLone ? 'manifest' : 'index';
    return Object.fromEntries(Object.entries(all).map(([key, value]) => [
        /^(?:index|manifest)\b[^:.]*:/.test(key) ? key : `${level}:${key}`,
        value,
    ]));
}
/** Whether BuildKit makes no index of it. */
const isLoneManifest = (platforms, { provenance, sbom }) => platforms.length === 1 && [provenance, (0,_sbom_js__WEBPACK_IMPORTED_MODULE_2__/* .buildxSbom */ .C)(sbom)].every(isOff);
/** `disabled` is buildx's key, with any value that Go reads as true. */
const isOff = (attestation) => attestation === 'false' || /(?:^|,)disabled=(?:1|t|true)(?:,|$)/i.test(attestation);
const described = ({ subject, version }, base) => ({
    [titleKey]: subject.name,
    ...(version && { [versionKey]: version.text }),
    ...(base && {
        [baseNameKey]: base.reference,
        ...(base.digest && { [baseDigestKey]: base.digest }),
    }),
});
/**
 * Picks the annotations of one level from keys that begin with levels: `index:`, `manifest[linux/amd64]:`,
 * `index,manifest:`. A level without a platform is of all.
 */
function annotationsAt(annotations, level, platform) {
    return Object.fromEntries(Object.entries(annotations).flatMap(([key, value]) => {
        const at = key.indexOf(':');
        const levels = key.slice(0, at).split(',');
        const holds = levels.some((one) => one === level || one === `${level}[${platform}]`);
        return holds ? [[key.slice(at + 1), value]] : [];
    }));
}


/***/ }),

/***/ 85473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ readConfig)
/* harmony export */ });
/** @throws SyntaxError where the bytes are no JSON. */
const readConfig = (bytes) => JSON.parse(Buffer.from(bytes).toString('utf8'));


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


/***/ })

};
