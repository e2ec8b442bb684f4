export const id = 3032;
export const ids = [3032];
export const modules = {

/***/ 12920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ check_check),
  G: () => (/* binding */ noRepository)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/names/reference.js
var reference = __webpack_require__(64021);
;// CONCATENATED MODULE: ./lib/observe/missing-parts.js
/** @param lackingBlobs blobs that the repository does not hold. */
function missingParts({ tags, lostTags, manifests, referrers }, lackingBlobs) {
    const lost = lostTags.map((tag) => ({ kind: 'tag', tags: [tag] }));
    const tagsOf = new Map();
    for (const [tag, digest] of tags)
        tagsOf.set(digest, [...(tagsOf.get(digest) ?? []), tag]);
    const found = new Map();
    for (const [root, names] of tagsOf) {
        for (const part of partsOf(root, { manifests, referrers }, lackingBlobs)) {
            const key = `${part.neededBy} ${part.digest}`;
            const known = found.get(key);
            found.set(key, { ...part, tags: [...(known?.tags ?? []), ...names].toSorted() });
        }
    }
    return [...lost, ...found.values()];
}
function partsOf(root, { manifests, referrers }, lackingBlobs) {
    const found = [];
    const seen = new Set([root]);
    const queue = [{ digest: root }];
    for (const { digest, platform } of queue) {
        const held = manifests.get(digest);
        if (held === undefined)
            continue;
        for (const blob of held.blobs) {
            if (!lackingBlobs.has(blob.digest))
                continue;
            found.push({
                ...partOf(isConfiguration(held, blob) ? 'configuration' : 'layer', blob.digest, digest, platform),
            });
        }
        const children = held.manifests.map((one) => ({
            digest: one.digest,
            kind: 'manifest',
            platform: platformText(one),
        }));
        const attached = (referrers.get(digest) ?? []).map((one) => ({
            digest: one,
            kind: 'attached',
            platform: undefined,
        }));
        for (const next of [...children, ...attached]) {
            if (seen.has(next.digest))
                continue;
            seen.add(next.digest);
            if (!manifests.has(next.digest))
                found.push(partOf(next.kind, next.digest, digest, next.platform));
            queue.push({
                digest: next.digest,
                ...(next.platform === undefined ? {} : { platform: next.platform }),
            });
        }
    }
    return found;
}
const partOf = (kind, digest, neededBy, platform) => ({
    kind,
    digest,
    neededBy,
    ...(platform === undefined ? {} : { platform }),
});
const isConfiguration = (held, blob) => held.blobs[0] === blob;
function platformText({ platform }) {
    if (typeof platform?.os !== 'string' || platform.os === 'unknown')
        return undefined;
    return [platform.os, platform.architecture, platform.variant].filter(Boolean).join('/');
}

// EXTERNAL MODULE: ./lib/observe/repository.js
var observe_repository = __webpack_require__(77106);
// EXTERNAL MODULE: ./lib/report/check.js
var check = __webpack_require__(27098);
// EXTERNAL MODULE: ./lib/report/units.js
var units = __webpack_require__(88861);
// EXTERNAL MODULE: ./lib/session/registries.js + 1 modules
var registries = __webpack_require__(6724);
// EXTERNAL MODULE: ./lib/commands/require-files.js
var require_files = __webpack_require__(9579);
;// CONCATENATED MODULE: ./lib/commands/check.js
/** Looks whether everything is there that the tags of repositories lead to. */








/** Never throws for what a user can act on. Another repository is checked although one cannot be read. */
async function check_check(world, request) {
    const { caBundle } = request;
    const untrusted = caBundle === undefined ? undefined : await (0,require_files/* caBundleProblem */.uk)(world, caBundle);
    if (untrusted !== undefined)
        return { repositories: [], problems: [untrusted] };
    const client = await (0,registries/* openClient */.M)(world, request.login);
    const repositories = [];
    const problems = [];
    for (const repository of request.repositories) {
        try {
            const checked = await checkRepository(client, repository);
            repositories.push(checked);
            problems.push(...problemsOf(checked));
        }
        catch (error) {
            if (!(error instanceof errors/* Failure */.HR))
                throw error;
            problems.push(...error.problems);
        }
    }
    return { repositories, problems };
}
/** There is no such repository. */
const noRepository = (repository) => {
    const about = (0,reference/* repositoryText */.g_)(repository);
    const message = `There is no repository ${about}: check the name, which is without a tag.`;
    return new errors/* Failure */.HR([{ station: 'registry', about, message }]);
};
/** @throws Failure where the repository does not exist or cannot be read. */
async function checkRepository(reader, repository) {
    const held = await (0,observe_repository/* readRepository */.Nu)(reader, repository);
    if (held === undefined)
        throw noRepository(repository);
    const manifests = [...held.manifests.values()];
    const lacking = await (0,observe_repository/* lackingBlobs */.eq)(reader, repository, manifests);
    return {
        where: (0,reference/* repositoryText */.g_)(repository),
        tags: held.tags.size + held.lostTags.length,
        manifests: manifests.length,
        blobs: new Set(manifests.flatMap(({ blobs }) => blobs.map(({ digest }) => digest))).size,
        missing: missingParts(held, new Set(lacking)),
    };
}
function problemsOf(checked) {
    const { where, tags, missing } = checked;
    if (missing.length === 0)
        return [];
    const broken = (0,check/* tagsNotWhole */.A)(checked);
    const message = `${where}: ${broken.length} of ${(0,units/* counted */.hS)(tags, 'tag')} ${broken.length === 1 ? 'leads' : 'lead'} to something that is not whole, which a pull or the next build may fail for. Build those images anew ("deep" finds them), or remove their tags.`;
    return [{ station: 'registry', about: where, message }];
}


/***/ }),

/***/ 13032:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   run: () => (/* binding */ run),
/* harmony export */   show: () => (/* binding */ show)
/* harmony export */ });
/* harmony import */ var _commands_check_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12920);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _report_check_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27098);
/** What the command `check` does, and how its result is shown. */



const run = (world, { inputs, ...request }) => (0,_commands_check_js__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z)(world, { ...inputs, ...request });
const show = (report) => ({
    text: (style) => (0,_report_check_js__WEBPACK_IMPORTED_MODULE_2__/* .checkText */ .q)(report, style),
    textHasProblems: false,
    json: report,
    problems: report.problems,
    refused: (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .blamesInputs */ .uU)(report.problems) && report.repositories.length === 0,
});


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

/***/ 27098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ tagsNotWhole),
/* harmony export */   q: () => (/* binding */ checkText)
/* harmony export */ });
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65526);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88861);


/** Tags whose image lacks something, sorted. */
const tagsNotWhole = ({ missing }) => [...new Set(missing.flatMap(({ tags }) => tags))].toSorted();
/** What is missing, then a line for each repository; empty where problems left none. Problems are not in it. */
const checkText = ({ repositories }, style = _layout_js__WEBPACK_IMPORTED_MODULE_0__/* .plainStyle */ .sj) => repositories
    .flatMap((one) => [...missingLines(one, style), summaryLine(one)])
    .map((line) => `${line}\n`)
    .join('');
function missingLines({ missing }, style) {
    if (missing.length === 0)
        return [];
    const rows = missing.map((part) => {
        const tags = part.tags.join(', ');
        if (part.kind === 'tag')
            return ['its manifest', '', '', '', tags];
        return [part.kind, part.platform ?? '', (0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .shortDigest */ .VK)(part.digest), (0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .shortDigest */ .VK)(part.neededBy), tags];
    });
    // Tags are last, since the last goes on below a line that is too long.
    const [head = '', ...lines] = (0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .columns */ .YB)([['Missing', 'Platform', 'Digest', 'Needed by', 'Tags'], ...rows], style);
    return [(0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .painted */ .C$)(style, 'bold', head), ...lines];
}
function summaryLine(repository) {
    const { where, tags, manifests, blobs, missing } = repository;
    const whole = `${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(tags, 'tag')}, ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(manifests, 'manifest')}, ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(blobs, 'blob')}`;
    if (tags === 0)
        return `${where}: no tags, so there is nothing to check`;
    if (missing.length === 0)
        return `${where}: ${whole}; all that they need is there`;
    return `${where}: ${whole}; ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(missing.length, 'part')} missing, of ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(tagsNotWhole(repository).length, 'tag')}`;
}


/***/ })

};
