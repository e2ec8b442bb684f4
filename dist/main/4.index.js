export const id = 4;
export const ids = [4];
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

/***/ 244:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ isAhead),
/* harmony export */   g: () => (/* binding */ tagsBehind)
/* harmony export */ });
/* harmony import */ var _names_package_version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3196);
/** Chooses the tags that follow a new image; those that stand for a newer version stay. */

/** Whether a tag stands for a newer version of the package, by PEP 440, and so must not move back. */
const isAhead = ({ version }, target) => !target.forced &&
    version !== undefined &&
    target.version !== undefined &&
    (0,_names_package_version_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy)(version, target.version) > 0;
/** The aliases that must move so that all point at the target. */
const tagsBehind = (aliases, target) => aliases
    .filter((alias) => alias.digest !== target.digest && !isAhead(alias, target))
    .map((alias) => alias.tag);


/***/ }),

/***/ 6104:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ak: () => (/* binding */ observeBase),
/* harmony export */   WY: () => (/* binding */ observeImage),
/* harmony export */   lN: () => (/* binding */ findBase),
/* harmony export */   p6: () => (/* binding */ observeAlias)
/* harmony export */ });
/* harmony import */ var _defined_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4222);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _names_package_version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3196);
/* harmony import */ var _registry_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(886);
/* harmony import */ var _registry_reference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9758);
/* harmony import */ var _plan_fingerprint_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2911);
/* harmony import */ var _plan_labels_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(632);
/* harmony import */ var _plan_build_record_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6557);








/**
 * Looks a base up, without pulling it.
 *
 * @param record build records of published images: see {@link findBase}.
 * @throws Failure when it does not exist, or not for every wanted platform.
 */
async function observeBase(reader, reference, wanted, record = []) {
    const base = await findBase(reader, reference, wanted, record);
    if (base === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR([
            problem(`The base image ${reference} does not exist. Its name is made from python_version and target_base: look at which tags the official Python image has.`),
        ]);
    }
    // A lone manifest is for one platform, whichever it is.
    if (wanted.length > 1 && base.platforms.some(({ digest }) => digest === base.digest)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR([
            problem(`The base image ${reference} is for one platform only, and it is wanted for ${wanted.join(', ')}. Leave all but its own out of the input platform, or take another target_base.`),
        ]);
    }
    const held = base.platforms.map((one) => one.platform);
    const missing = wanted.filter((platform) => !held.includes(platform));
    if (missing.length > 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR([
            problem(`The base image ${reference} does not exist for ${missing.join(', ')}: it has ${held.join(', ') || 'no platform that is known here'}. Leave ${missing.length === 1 ? 'it' : 'them'} out of the input platform, or take another target_base.`),
        ]);
    }
    return base;
}
/**
 * An image as it is now, for the platforms that it has; undefined when it does not exist. Where a build record knows the
 * base, only its digest is asked for at first: Docker Hub counts reads of manifests, and not of digests. A lone manifest
 * does not name its platform: it is taken for every wanted one, as a builder does, and the checks look at what runs.
 *
 * @throws Failure.
 */
async function findBase(reader, reference, wanted, record) {
    const parsedReference = (0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .parseReference */ .F2)(reference);
    if (!parsedReference.ok)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR([problem(parsedReference.message)]);
    const { repository, tag, digest } = parsedReference.value;
    const at = digest ?? tag ?? 'latest';
    const named = { reference, repository, ...(tag === undefined ? {} : { tag }) };
    const known = record.filter(({ indexes, fingerprint }) => indexes[reference] !== undefined &&
        wanted.every((platform) => fingerprint.bases[reference]?.[platform] !== undefined));
    if (known.length > 0) {
        const now = await reader.headManifest(repository, at);
        if (now === undefined)
            return undefined;
        const same = known.find(({ indexes }) => indexes[reference] === now.digest);
        if (same !== undefined) {
            const digests = same.fingerprint.bases[reference];
            const platforms = wanted.map((platform) => ({ platform, digest: digests[platform] }));
            return { ...named, digest: now.digest, platforms };
        }
    }
    const manifest = await reader.getManifest(repository, at);
    if (manifest === undefined)
        return undefined;
    const platforms = (0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .isIndex */ .nw)(manifest.mediaType)
        ? (0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .platformsOf */ .Wt)(manifest.bytes)
        : wanted.map((platform) => ({ platform, digest: manifest.digest }));
    return { ...named, digest: manifest.digest, platforms };
}
/** One request for each tag, all at once; and one more for each alias that points at another image. */
async function observeImage(reader, repository, tags) {
    const [index, ...heads] = await Promise.all([
        reader.getManifest(repository, tags.exact),
        ...tags.aliases.map((tag) => reader.headManifest(repository, tag)),
    ]);
    const aliases = await Promise.all(tags.aliases.map((tag, at) => aliasOf(reader, repository, { tag, digest: heads[at]?.digest }, index?.digest)));
    if (index === undefined)
        return { is: 'absent', aliases };
    const annotations = (0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .readContent */ .c_)(index.bytes).annotations ?? {};
    const record = (0,_plan_build_record_js__WEBPACK_IMPORTED_MODULE_6__/* .readBuildRecord */ .mx)(annotations);
    const created = Date.parse(annotations[_plan_fingerprint_js__WEBPACK_IMPORTED_MODULE_4__/* .createdKey */ .Yw] ?? '');
    return {
        is: 'present',
        aliases,
        index,
        // A lone manifest does not name its platform; its build record does.
        platforms: (0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .isIndex */ .nw)(index.mediaType)
            ? (0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .platformsOf */ .Wt)(index.bytes)
                .map((one) => one.platform)
                .toSorted()
            : (record?.fingerprint.platforms ?? []),
        ...(0,_defined_js__WEBPACK_IMPORTED_MODULE_7__/* .defined */ .s)({ record, created: Number.isNaN(created) ? undefined : created }),
    };
}
/**
 * The version of the image is read only where the tag does not point at `known`: registries count reads of manifests,
 * and not of digests.
 */
async function observeAlias(reader, repository, tag, known) {
    const head = await reader.headManifest(repository, tag);
    return aliasOf(reader, repository, { tag, digest: head?.digest }, known);
}
async function aliasOf(reader, repository, { tag, digest }, known) {
    if (digest === undefined)
        return { tag };
    const manifest = digest === known ? undefined : await reader.getManifest(repository, digest);
    const annotations = manifest && (0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .readContent */ .c_)(manifest.bytes).annotations;
    // An image of another tool has the standard annotation alone.
    const text = annotations?.[_plan_labels_js__WEBPACK_IMPORTED_MODULE_5__/* .packageVersionKey */ .eG] ?? annotations?.[_plan_labels_js__WEBPACK_IMPORTED_MODULE_5__/* .versionKey */ ._5];
    const version = typeof text === 'string' ? (0,_names_package_version_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePackageVersion */ .g7)(text) : undefined;
    return { tag, digest, ...(version?.ok === true ? { version: version.value } : {}) };
}
const problem = (message) => ({ station: 'registry', about: 'base image', message });


/***/ }),

/***/ 6557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jV: () => (/* binding */ annotationsOfRecord),
/* harmony export */   mx: () => (/* binding */ readBuildRecord)
/* harmony export */ });
/* unused harmony export annotationKeys */
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9333);
/* harmony import */ var _names_platform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9885);
/* harmony import */ var _names_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4021);
/* harmony import */ var _fingerprint_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2911);
/** Writes build records as annotations of an index, and reads them back without trusting them. */




const prefix = 'io.github.python-image-builder';
/** Keys of the annotations; `fingerprint` is a hash of the others, but for `facts` and `indexes`. */
const annotationKeys = {
    fingerprint: `${prefix}.fingerprint`,
    recipe: `${prefix}.recipe`,
    bases: `${prefix}.bases`,
    requirements: `${prefix}.requirements`,
    installs: `${prefix}.installs`,
    platforms: `${prefix}.platforms`,
    facts: `${prefix}.facts`,
    indexes: `${prefix}.indexes`,
};
function annotationsOfRecord({ fingerprint, facts, indexes }) {
    const { schema: number, recipe, bases, requirements, installs, platforms } = fingerprint;
    return {
        [annotationKeys.fingerprint]: (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_3__/* .fingerprintHash */ .jS)(fingerprint),
        [annotationKeys.recipe]: (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$)({ schema: number, ...recipe }),
        [annotationKeys.bases]: (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$)(bases),
        [annotationKeys.requirements]: requirements.join(' '),
        [annotationKeys.installs]: installs,
        [annotationKeys.platforms]: platforms.join(','),
        [annotationKeys.facts]: (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$)(facts),
        [annotationKeys.indexes]: (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$)(indexes),
    };
}
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
    return (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_3__/* .fingerprintHash */ .jS)(fingerprint) === text('fingerprint') ? { fingerprint, facts, indexes } : undefined;
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
const isBases = (value) => isRecord(value) && Object.values(value).every(isDigests);
function isFacts(value) {
    if (!isRecord(value))
        return false;
    const { platform, python, libc, distribution, installed, links = {} } = value;
    return (isTexts({ platform, python }) &&
        isTexts(libc) &&
        ['glibc', 'musl'].includes(libc['kind'] ?? '') &&
        libc['version'] !== undefined &&
        isTexts(distribution) &&
        isTexts(installed) &&
        isTexts(links));
}


/***/ }),

/***/ 2911:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $U: () => (/* binding */ recipeParts),
/* harmony export */   Ur: () => (/* binding */ installsOf),
/* harmony export */   Ww: () => (/* binding */ recipeName),
/* harmony export */   Yw: () => (/* binding */ createdKey),
/* harmony export */   ax: () => (/* binding */ fingerprintOf),
/* harmony export */   jS: () => (/* binding */ fingerprintHash)
/* harmony export */ });
/* unused harmony export schema */
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9333);
/* harmony import */ var _defined_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4222);
/** Fingerprints: all that an image is made of, in parts that can be compared and named. */


/**
 * Raised when this program would make another image of the same inputs: when the files of `dockerfiles/`, their rendering
 * or the labels change. Everything is then built anew, once. A change of wording there is no reason to raise it;
 * test/plan/schema.test.ts asks at every change.
 */
const schema = 1;
/** Parts of the recipe that are compared one by one, so that a reason can name the part that changed. */
const recipeParts = [
    'dockerfile',
    'context',
    'git',
    'buildArguments',
    'requirements',
    'buildPackages',
    'buildConstraints',
    'runtimePackages',
    'command',
    'user',
    'index',
    'labels',
    'annotations',
    'checks',
    'attestations',
];
/**
 * The fingerprint of an image as far as its contents are known before the build. Left out, although an image may differ
 * by it:
 *
 * - the values and sources of secrets, the user of the registry, and the index's credentials: no hash of a secret may
 *   stand where everybody reads;
 * - times: SOURCE_DATE_EPOCH, and the `created` that users give as a label or an annotation;
 * - the image that compiles, the builder, the machine and the version of uv: what is compiled again of the same sources
 *   is right on the same base, and what uv finds is in `requirements`;
 * - today's versions of distribution packages and build requirements, and all that a Dockerfile fetches by itself: only a
 *   build can tell. `max_age` covers them.
 *
 * Python's version and the variant are in the names of the base and of the exact tag.
 */
function fingerprintOf(source) {
    const { image, bases, requirements } = source;
    return {
        schema,
        recipe: recipeOf(source),
        bases,
        requirements: requirements === undefined ? [] : pinned(requirements),
        installs: requirements === undefined ? '' : installsOf(requirements),
        platforms: image.platforms.toSorted(),
    };
}
/** Only inputs with an effect: the rendered stages do not read build arguments. */
function recipeOf({ image, policy, dockerfile }) {
    const { content, checks, labels, given } = image;
    const rendered = content.kind === 'packages' ? content : undefined;
    const packages = rendered !== undefined || dockerfile?.usesPackages === true ? content.packages : undefined;
    const [asked, ...more] = packages?.requirements ?? [];
    const parts = {
        dockerfile: dockerfile?.text.replaceAll('\r\n', '\n'),
        context: dockerfile?.contextHashes.files,
        git: dockerfile?.contextHashes.git?.hash,
        buildArguments: content.kind === 'dockerfile' ? content.arguments : {},
        requirements: asked === undefined ? [] : [asked, ...more.toSorted()],
        buildPackages: packages?.buildPackages.toSorted() ?? [],
        buildConstraints: packages?.buildConstraints.toSorted() ?? [],
        runtimePackages: rendered?.runtimePackages.toSorted() ?? [],
        command: rendered?.command,
        user: rendered?.user,
        index: packages?.indexUrl,
        labels: withoutTime({
            ...(0,_defined_js__WEBPACK_IMPORTED_MODULE_1__/* .defined */ .s)({ maintainer: labels['maintainer'] }),
            ...given.labels,
        }),
        annotations: withoutTime(given.annotations),
        checks: {
            verify: policy.verify,
            command: checks.command,
            trial: checks.trial,
            python: checks.python,
            test: checks.test,
            runs: checks.runs,
        },
        attestations: { provenance: policy.provenance, sbom: policy.sbom },
    };
    return Object.fromEntries(recipeParts.flatMap((part) => (isEmpty(parts[part]) ? [] : [[part, (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .hashOf */ .q)(parts[part]).slice(0, 12)]])));
}
/** The OCI image specification's key of the time at which an image was made. */
const createdKey = 'org.opencontainers.image.created';
/** Labels that another action makes in a workflow have a new time in every run. */
const withoutTime = (pairs) => Object.fromEntries(
// The key of an annotation may begin with levels: `index,manifest:`.
Object.entries(pairs).filter(([key]) => key.slice(key.indexOf(':') + 1) !== createdKey));
const isEmpty = (value) => value === undefined || ['""', '[]', '{}'].includes((0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$)(value));
/** One hash of all parts. */
const fingerprintHash = (fingerprint) => `sha256:${(0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .hashOf */ .q)(fingerprint)}`;
/** A short name of a recipe, for messages that must tell two of them apart. */
const recipeName = ({ recipe, platforms }) => (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .hashOf */ .q)({ recipe, platforms }).slice(0, 12);
/** Hash of the very files that each platform installs or compiles, in any order; without their URLs. */
const installsOf = (requirements) => (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .hashOf */ .q)(Object.fromEntries(requirements.map((one) => [one.platform, filesOf(one.requirements)])));
/** Version and file of everything, by name. */
const filesOf = (requirements) => Object.fromEntries(requirements.map((one) => {
    const { kind, name, version } = one;
    switch (kind) {
        case 'wheel':
            return [name, [version, one.wheel.sha256]];
        case 'compile':
            return [name, [version, one.sdist.sha256]];
        case 'present':
            return [name, [version]];
    }
}));
const pinned = (requirements) => [
    ...new Set(requirements.flatMap((platform) => platform.requirements.map(({ name, version }) => `${name}==${version}`))),
].toSorted();


/***/ }),

/***/ 632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ih: () => (/* binding */ annotationsOf),
/* harmony export */   PC: () => (/* binding */ labelsOf),
/* harmony export */   QY: () => (/* binding */ baseNameKey),
/* harmony export */   _5: () => (/* binding */ versionKey),
/* harmony export */   eG: () => (/* binding */ packageVersionKey),
/* harmony export */   nq: () => (/* binding */ baseDigestKey),
/* harmony export */   wv: () => (/* binding */ annotationsAt)
/* harmony export */ });
/* harmony import */ var _build_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6557);
/* harmony import */ var _fingerprint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2911);


/** Keys of the OCI image specification, "Pre-Defined Annotation Keys". */
const versionKey = 'org.opencontainers.image.version';
const baseNameKey = 'org.opencontainers.image.base.name';
const baseDigestKey = 'org.opencontainers.image.base.digest';
/** The package's version as this project reads it back: the user may set another one under the standard key. */
const packageVersionKey = 'io.github.python-image-builder.version';
/** @param base undefined where it is not known. */
const labelsOf = (image, base) => ({
    ...image.labels,
    ...described(image, base),
    ...image.given.labels,
});
/**
 * Annotations of the index, unless the user names another level; one platform without attestations has no index but a
 * manifest. They hold no time and no run, so that the same image has the same digest; only `max_age` adds the time.
 *
 * @param created milliseconds since the epoch.
 */
function annotationsOf(image, policy, { base, record, created, }) {
    const all = {
        ...described(image, base),
        ...image.given.annotations,
        ...(created !== undefined && { [_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__/* .createdKey */ .Yw]: new Date(created).toISOString() }),
        ...(image.version && { [packageVersionKey]: image.version.text }),
        ...(0,_build_record_js__WEBPACK_IMPORTED_MODULE_0__/* .annotationsOfRecord */ .jV)(record),
    };
    const alone = image.platforms.length === 1 && [policy.provenance, policy.sbom].every(isOff);
    const level = alone ? 'manifest' : 'index';
    return Object.fromEntries(Object.entries(all).map(([key, value]) => [
        /^(?:index|manifest)\b[^:.]*:/.test(key) ? key : `${level}:${key}`,
        value,
    ]));
}
/** `disabled` is buildx's key, with any value that Go reads as true. */
const isOff = (attestation) => attestation === 'false' || /(?:^|,)disabled=(?:1|t|true)(?:,|$)/i.test(attestation);
const described = ({ subject, version }, base) => ({
    'org.opencontainers.image.title': subject.name,
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

/***/ 2004:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UX: () => (/* binding */ comparePlatforms),
/* harmony export */   as: () => (/* binding */ moveAliases),
/* harmony export */   fM: () => (/* binding */ tagFailure),
/* harmony export */   mk: () => (/* binding */ publish)
/* harmony export */ });
/* harmony import */ var _observe_observe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6104);
/* harmony import */ var _decide_aliases_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(244);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _names_reference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4021);
/* harmony import */ var _registry_manifest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(886);
/* harmony import */ var _registry_publish_tag_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(85);
/* harmony import */ var _push_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5487);
/** Publishes a verified image: by digest, then the exact tag, then the aliases; and reads all back. */







/**
 * Gives the digest that the exact tag has at the end. Where another run published the same tag at the same time and
 * came last, it is that run's, and all tags follow it: they never point at different images.
 *
 * @throws Failure; `trace` knows what was published until then. Run again, it completes.
 */
async function publish(request) {
    const { client, repository, trace, verified, expected, mountFrom, lacking = [] } = request;
    const { content } = verified;
    const { tags, platforms } = verified.recipe.image;
    const { index } = content;
    comparePlatforms(platforms, index, (0,_names_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .taggedText */ .Ms)(repository, tags.exact));
    trace.onContent(await (0,_push_js__WEBPACK_IMPORTED_MODULE_6__/* .pushContent */ .g)(client, repository, content, { mountFrom, lacking }));
    if (expected !== undefined &&
        (await client.headManifest(repository, tags.exact))?.digest !== expected.digest) {
        throw tagFailure(repository, tags.exact, 'is another one than before, and overwrite is "false"');
    }
    trace.onPush();
    await (0,_registry_publish_tag_js__WEBPACK_IMPORTED_MODULE_5__/* .publishTag */ .q)(client, repository, index.bytes, index.mediaType, tags.exact);
    trace.onTag(tags.exact, index.digest);
    return moveAliases({ ...request, exact: tags.exact, aliases: tags.aliases });
}
/** More rounds than that mean that other runs keep moving the tags. */
const rounds = 5;
/** Moves the aliases to the digest of the exact tag, and reads back until all agree. Gives the digest that they agree on. */
async function moveAliases(request) {
    const { client, repository, exact, aliases, trace, version, forced } = request;
    const stayed = new Set();
    for (let round = 1; round <= rounds; round += 1) {
        const index = await client.getManifest(repository, exact);
        if (index === undefined)
            throw tagFailure(repository, exact, 'was published, but read back it is not there');
        let moved = false;
        for (const tag of aliases.filter((alias) => !stayed.has(alias))) {
            // Read right before it moves: another run may have published a newer version meanwhile.
            const now = await (0,_observe_observe_js__WEBPACK_IMPORTED_MODULE_0__/* .observeAlias */ .p6)(client, repository, tag, index.digest);
            if (now.digest === index.digest)
                continue;
            if ((0,_decide_aliases_js__WEBPACK_IMPORTED_MODULE_1__/* .isAhead */ .Y)(now, { version, forced })) {
                stayed.add(tag);
                trace.onStayed(now);
                continue;
            }
            await (0,_registry_publish_tag_js__WEBPACK_IMPORTED_MODULE_5__/* .publishTag */ .q)(client, repository, index.bytes, index.mediaType, tag);
            trace.onTag(tag, index.digest);
            moved = true;
        }
        // Another run that publishes at the same time may have moved a tag since: the next round reads all back.
        if (moved)
            continue;
        const after = await client.headManifest(repository, exact);
        if (after?.digest === index.digest)
            return index.digest;
    }
    throw tagFailure(repository, exact, 'was published, but read back it changes all the time');
}
const tagFailure = (repository, tag, what) => new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR([
    {
        station: 'registry',
        about: (0,_names_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .repositoryText */ .g_)(repository),
        message: `${(0,_names_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .taggedText */ .Ms)(repository, tag)} ${what}. Another run may push or delete the same tag: let only one run at a time (a workflow's "concurrency"), then run again.`,
    },
]);
/** @throws Failure when the index lacks a platform that was wanted. */
function comparePlatforms(wanted, index, about) {
    // One platform without attestations is a manifest, which does not name its platform.
    if (!(0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .isIndex */ .nw)(index.mediaType) && wanted.length === 1)
        return;
    const held = (0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .platformsOf */ .Wt)(index.bytes).map((one) => one.platform);
    const missing = wanted.filter((platform) => !held.includes(platform));
    if (missing.length === 0)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR([
        {
            station: 'build',
            about,
            message: `The image of ${about} was built without ${missing.join(', ')}: its index holds ${held.join(', ') || 'no platform'}. The builder cannot put all platforms into one index: name another one in the input builder.`,
        },
    ]);
}


/***/ }),

/***/ 5487:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ pushContent)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _registry_content_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2774);
/* harmony import */ var _registry_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8110);
/* harmony import */ var _registry_manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(886);
/* harmony import */ var _registry_publish_tag_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(85);
/** Pushes an image into a repository: blobs, manifests by digest, the index by digest. No tag moves. */





/** Requests at once: more gain little, and registries count them. */
const concurrency = 4;
/**
 * Puts an image and everything below it into a repository, in the order in which registries take it: blobs, manifests,
 * the index. What the repository holds already is not sent. With a manifest it holds the blobs too, since registries take
 * none without; but an index may have lost manifests to a clean-up of untagged ones, so each is asked for.
 *
 * Nothing depends on an earlier run: cut off at any point and run again, it completes.
 *
 * @throws Failure of the registry or of the content.
 */
async function pushContent(client, repository, content, { mountFrom = [], lacking = [] } = {}) {
    const nodes = await (0,_registry_content_js__WEBPACK_IMPORTED_MODULE_1__/* .manifestsOf */ .oF)(content);
    const held = new Set();
    await forEachConcurrently(nodes, async ({ manifest: { digest } }) => {
        if (await client.headManifest(repository, digest))
            held.add(digest);
    });
    const heldBlobs = new Set(nodes.filter(({ manifest }) => held.has(manifest.digest)).flatMap(({ blobs }) => blobs.map(digestOf)));
    for (const digest of lacking)
        heldBlobs.delete(digest);
    const amounts = { there: none, mounted: none, uploaded: none };
    const blobs = new Map(nodes.flatMap((node) => node.blobs.map((blob) => [blob.digest, blob])));
    const place = (descriptor) => client.placeBlob(repository, {
        digest: descriptor.digest,
        size: descriptor.size,
        source: () => content.blob(descriptor),
        mountFrom,
    });
    await forEachConcurrently([...blobs.values()], async (descriptor) => {
        const { digest, size } = descriptor;
        const placed = heldBlobs.has(digest) ? 'there' : await place(descriptor);
        const { blobs: count, bytes } = amounts[placed];
        amounts[placed] = { blobs: count + 1, bytes: bytes + size };
    });
    const put = async ({ manifest, blobs: ownBlobs }) => {
        const { bytes, mediaType, digest } = manifest;
        try {
            await (0,_registry_publish_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .publishTag */ .q)(client, repository, bytes, mediaType, digest);
        }
        catch (error) {
            if (!isBlobUnknown(error))
                throw error;
            // Another run uploaded the same blob at the same moment, and the registry lost sight of it.
            for (const descriptor of ownBlobs)
                await place(descriptor);
            await (0,_registry_publish_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .publishTag */ .q)(client, repository, bytes, mediaType, digest);
        }
    };
    const absent = nodes.filter(({ manifest }) => !held.has(manifest.digest));
    await forEachConcurrently(absent.filter(({ manifest }) => !(0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .isIndex */ .nw)(manifest.mediaType)), put);
    for (const node of absent.filter(({ manifest }) => (0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .isIndex */ .nw)(manifest.mediaType)))
        await put(node);
    return { digest: content.index.digest, ...amounts };
}
const isBlobUnknown = (error) => error instanceof _registry_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RegistryProblem */ .Ne && error.codes.some(({ code }) => code === 'MANIFEST_BLOB_UNKNOWN');
const none = { blobs: 0, bytes: 0 };
const digestOf = ({ digest }) => digest;
/** After a failure no item is begun, and those that were begun are waited for: p-map would not wait for them. */
async function forEachConcurrently(items, work) {
    const queue = items.values();
    const errors = [];
    const worker = async () => {
        for (const item of queue) {
            if (errors.length > 0)
                return;
            await work(item).catch((error) => errors.push(error));
        }
    };
    await Promise.all(Array.from({ length: concurrency }, worker));
    // What failed first is what is wrong; the others mostly say the same. An interruption goes before all.
    if (errors.length > 0)
        throw errors.find((error) => !(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)) ?? errors[0];
}


/***/ }),

/***/ 2774:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $E: () => (/* binding */ contentOf),
/* harmony export */   XI: () => (/* binding */ smallBlob),
/* harmony export */   oF: () => (/* binding */ manifestsOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _names_reference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4021);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(886);





const smallBlob = 1 << 20;
/**
 * All manifests of an image, attestations too: each once, and before the index that names it, as registries require.
 *
 * @throws Failure where one is missing or cannot be read.
 */
async function manifestsOf(content) {
    const nodes = new Map();
    const visit = async (manifest) => {
        const { blobs, manifests } = descriptorsOf(manifest);
        for (const { digest, mediaType } of manifests) {
            if (!nodes.has(digest))
                await visit({ ...(await content.manifest(digest)), mediaType });
        }
        nodes.set(manifest.digest, { manifest, blobs });
    };
    await visit(content.index);
    return [...nodes.values()];
}
function descriptorsOf({ digest, bytes }) {
    try {
        const { config, layers = [], manifests = [] } = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .readContent */ .c_)(bytes);
        const blobs = [...(config ? [config] : []), ...layers];
        for (const descriptor of [...blobs, ...manifests]) {
            const digest = (0,_names_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .parseDigest */ .m)(descriptor.digest);
            if (!digest.ok)
                throw new SyntaxError(digest.message);
        }
        return { blobs, manifests };
    }
    catch (error) {
        if (!(error instanceof SyntaxError || error instanceof TypeError))
            throw error;
        const message = `The manifest ${digest} cannot be read, so that its image cannot be pushed: ${error.message}`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR([{ station: 'registry', about: digest, message }]);
    }
}
/**
 * The content of an image in a repository. A layer is saved to a temporary file before it is sent, since an upload that
 * breaks off must be sent again from its start.
 */
function contentOf(reader, repository, index, files) {
    let folder;
    const missing = (digest) => {
        const message = `${(0,_names_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .repositoryText */ .g_)(repository)} does not hold ${digest}, which its image ${index.digest} needs. Push that image anew, or take another one.`;
        return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR([{ station: 'registry', about: (0,_names_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .repositoryText */ .g_)(repository), message }]);
    };
    return {
        index,
        async manifest(digest) {
            const manifest = await reader.getManifest(repository, digest);
            if (manifest === undefined)
                throw missing(digest);
            return manifest;
        },
        async blob({ digest, size }) {
            if (size <= smallBlob) {
                const bytes = await reader.getBlob(repository, digest);
                if (bytes === undefined)
                    throw missing(digest);
                return { kind: 'bytes', bytes: new Uint8Array(bytes) };
            }
            const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(await (folder ??= files.temporary('layers')), (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)());
            const discard = () => files.remove(path);
            if (!(await reader.saveBlob(repository, digest, path))) {
                await discard();
                throw missing(digest);
            }
            return { kind: 'file', digest, part: { path, offset: 0, size }, discard };
        },
    };
}


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
