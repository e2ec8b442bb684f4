export const id = 734;
export const ids = [734];
export const modules = {

/***/ 79995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ty: () => (/* binding */ changedParts),
/* harmony export */   _r: () => (/* binding */ partsText),
/* harmony export */   gG: () => (/* binding */ movedBases),
/* harmony export */   th: () => (/* binding */ changedRequirements)
/* harmony export */ });
/* harmony import */ var _defined_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64222);
/* harmony import */ var _plan_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52911);
/** Compares the fingerprint of a published image with the one that it would have today. */


/** Words for a sentence. */
const partWords = {
    program: 'the way in which this program makes images',
    dockerfile: 'the Dockerfile',
    context: 'files of the build context',
    git: '.git in the build context, which is another one in every clone',
    buildArguments: 'build arguments',
    requirements: 'the requirements that are asked for',
    buildPackages: 'the build packages',
    buildConstraints: 'the build constraints',
    runtimePackages: 'the runtime packages',
    command: 'the command',
    user: 'the user',
    layers: 'how its requirements are divided into layers',
    index: 'the package index',
    labels: 'labels',
    annotations: 'annotations',
    exports: 'the files that are taken out of it',
    checks: 'what is verified',
    attestations: 'provenance or SBOM',
    platforms: 'a platform that is no longer asked for',
};
const partsText = (parts) => parts.map((part) => partWords[part]).join(', ');
/** Changed parts of the recipe; what is installed and the bases are none, since they move by themselves. */
function changedParts(before, now) {
    return [
        ...(before.schema === now.schema ? [] : ['program']),
        ..._plan_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .recipeParts */ .$U.filter((part) => before.recipe[part] !== now.recipe[part]),
        // One that is missing in the image is a reason of its own.
        ...(before.platforms.every((platform) => now.platforms.includes(platform))
            ? []
            : ['platforms']),
    ];
}
/** @param before and now: `name==version` in any order; several versions of one name belong to several platforms. */
function changedRequirements(before, now) {
    const [old, current] = [versionsOf(before), versionsOf(now)];
    const names = [...new Set([...old.keys(), ...current.keys()])].toSorted();
    return names.flatMap((name) => {
        const [from, to] = [old.get(name), current.get(name)];
        if (from === to)
            return [];
        return [{ name, ...(0,_defined_js__WEBPACK_IMPORTED_MODULE_1__/* .defined */ .s)({ from, to }) }];
    });
}
function versionsOf(requirements) {
    const versions = new Map();
    for (const requirement of requirements.toSorted()) {
        const [name = '', version = ''] = requirement.split('==', 2);
        const known = versions.get(name);
        versions.set(name, known === undefined ? version : `${known} and ${version}`);
    }
    return versions;
}
const entriesOf = (digests) => Object.entries(digests);
/** Bases that are gone are no moves: what names a base is part of the recipe. */
function movedBases(before, now) {
    return Object.entries(now).flatMap(([reference, digests]) => {
        // The same images under another name, as through a mirror, are no reason.
        const old = before[reference] ?? Object.values(before).find((one) => haveSameDigests(one, digests));
        // A platform that the image lacks is a reason of its own.
        const both = entriesOf(digests).filter(([platform]) => old === undefined || old[platform] !== undefined);
        const moved = both.filter(([platform, digest]) => old?.[platform] !== digest);
        const [first] = moved;
        if (first === undefined)
            return [];
        const from = old?.[first[0]];
        return [
            {
                reference,
                platforms: moved.map(([platform]) => platform),
                stayed: both.flatMap(([platform, digest]) => (old?.[platform] === digest ? [platform] : [])),
                ...(0,_defined_js__WEBPACK_IMPORTED_MODULE_1__/* .defined */ .s)({ from }),
                to: first[1],
            },
        ];
    });
}
/** The same digest on every platform that both have, of which there must be one. */
function haveSameDigests(one, other) {
    const both = entriesOf(other).filter(([platform]) => one[platform] !== undefined);
    return both.length > 0 && both.every(([platform, digest]) => one[platform] === digest);
}


/***/ }),

/***/ 47786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k0: () => (/* binding */ changeText),
/* harmony export */   nQ: () => (/* binding */ moveText),
/* harmony export */   uV: () => (/* binding */ reasonText)
/* harmony export */ });
/* harmony import */ var _compare_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79995);

/**
 * @param reference the exact tag, `registry/name:tag`.
 * @param tense `past` once tags moved: what was wrong with them is no longer so.
 */
function reasonText(decision, reference, tense = 'present') {
    if (decision.do === 'refuse')
        return decision.message;
    const also = 'also' in decision ? (decision.also ?? []) : [];
    return [decision.because, ...also]
        .map((because) => (tense === 'past' && pastText(because, reference)) || becauseText(because, reference))
        .join('; ');
}
/** Undefined where the words are right in either tense. */
function pastText(because, reference) {
    switch (because.kind) {
        case 'absent':
            return `${reference} did not exist`;
        case 'adopted':
            return `${reference} did not say what it was made of (another tool made it, or its annotations were gone): it was built once, and will be from now on only for a reason`;
        case 'incomplete':
            return `${reference} was not whole: its registry no longer had ${lackingText(because.lacking)}`;
        case 'platform-missing':
            return `${reference} had no image for ${because.platforms.join(', ')}`;
        case 'expired':
            return because.age === undefined
                ? `max_age is ${ageText(because.greatest)}, and the image did not say when it was made`
                : `it was older than max_age (${ageText(because.greatest)}): it was made ${ageText(because.age)} before`;
        case 'unsigned':
            return `${reference} was not signed yet`;
        case 'tag-behind':
            return `${because.tags.join(', ')} did not point at ${reference}`;
        default:
            return undefined;
    }
}
function becauseText(because, reference) {
    switch (because.kind) {
        case 'local':
            return 'nothing is pushed, so it is not compared with what a registry holds';
        case 'absent':
            return `${reference} does not exist yet`;
        case 'forced':
            return `${reference} exists, and is built again because that was asked for (force, or rebuild: always)`;
        case 'adopted':
            return `${reference} does not say what it was made of (another tool made it, or its annotations are gone): it is built once, and from then on only for a reason`;
        case 'recipe-changed':
            return `the recipe changed: ${(0,_compare_js__WEBPACK_IMPORTED_MODULE_0__/* .partsText */ ._r)(because.parts)}`;
        case 'incomplete':
            return `${reference} is not whole: its registry no longer has ${lackingText(because.lacking)}`;
        case 'platform-missing':
            return `${reference} has no image for ${because.platforms.join(', ')}`;
        case 'advisory':
            return mendedText(because.mended);
        case 'requirement-changed':
            return changesText(because.changes);
        case 'locking-changed':
            return because.now === 'locked'
                ? 'its requirements can be locked now'
                : 'its requirements can no longer be locked';
        case 'base-moved':
            return because.moves.map(moveText).join(', ');
        case 'parent-changed':
            return `${because.parents.join(', ')}, which it stands on, ${because.parents.length === 1 ? 'is' : 'are'} built anew`;
        case 'child-built':
            return `${because.children.join(', ')}, which ${because.children.length === 1 ? 'stands' : 'stand'} on it, ${because.children.length === 1 ? 'is' : 'are'} built`;
        case 'expired':
            return because.age === undefined
                ? `max_age is ${ageText(because.greatest)}, and the image does not say when it was made`
                : `it is older than max_age (${ageText(because.greatest)}): it was made ${ageText(because.age)} ago`;
        case 'tag-behind':
            return `${because.tags.join(', ')} ${because.tags.length === 1 ? 'does' : 'do'} not point at ${reference} yet`;
        case 'unsigned':
            return `${reference} is not signed yet`;
        case 'unchanged':
            return because.locked
                ? 'nothing changed: its recipe, its base and its requirements are those that it was made of'
                : 'nothing changed that can be seen: its recipe and its base are those that it was made of, and what it installs is not locked';
        case 'exists':
            return `${reference} exists, and rebuild asks for no more`;
        case 'identical':
            return `${becauseText(because.built, reference)}; but what was built is the very image that is there already`;
    }
}
/** Changes that are spelled out; the others are counted. */
const mostChanges = 5;
function changesText(changes) {
    if (changes.length === 0)
        return 'the package index has other files of the same versions';
    const texts = changes.map(changeText);
    const more = texts.length - mostChanges;
    return more > 1 ? `${texts.slice(0, mostChanges).join(', ')} and ${more} more` : texts.join(', ');
}
/** `GHSA-… in h11 0.14.0 is mended by its requirements of today`. */
function mendedText(mended) {
    const texts = mended.map(({ id, name, version }) => `${id} in ${name} ${version}`);
    const more = texts.length - mostChanges;
    const named = more > 1 ? `${texts.slice(0, mostChanges).join(', ')} and ${more} more` : texts.join(', ');
    return `its requirements of today mend ${named}`;
}
/** `h11 0.14.0 → 0.16.0`. */
function changeText({ name, from, to }) {
    if (from === undefined)
        return `${name} ${to} is new`;
    return to === undefined ? `${name} ${from} is gone` : `${name} ${from} → ${to}`;
}
function moveText({ reference, platforms, stayed, from, to }) {
    const name = shortReference(reference);
    if (from === undefined)
        return `${name} is a new base`;
    const where = stayed.length === 0 ? '' : ` on ${platforms.join(', ')}`;
    return `${name} moved${where} (${shortDigest(from)} → ${shortDigest(to)})`;
}
/** Parts that are named; the others are counted. */
const mostParts = 3;
function lackingText(lacking) {
    const named = lacking.slice(0, mostParts).map(shortDigest).join(', ');
    const more = lacking.length - mostParts;
    return more > 0 ? `${named} and ${more} more` : named;
}
/** As people write it: Docker Hub's official images have their name alone. */
const shortReference = (reference) => reference.replace(/^docker\.io\/(?:library\/)?/, '');
const shortDigest = (digest) => digest.replace(/^sha256:(.{8}).*/, '$1');
/** In the largest unit that fits, rounded down. */
function ageText(seconds) {
    const units = [
        [86_400, 'day'],
        [3600, 'hour'],
        [60, 'minute'],
    ];
    const [size, unit] = units.find(([one]) => seconds >= one) ?? [1, 'second'];
    const count = Math.floor(seconds / size);
    return `${count} ${unit}${count === 1 ? '' : 's'}`;
}


/***/ }),

/***/ 52911:
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
/* harmony import */ var _defined_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64222);
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
    'layers',
    'index',
    'labels',
    'annotations',
    'exports',
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
    const { content, checks, exports, labels, given } = image;
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
        layers: rendered?.layers,
        index: indexesPart(packages ?? {}),
        labels: withoutTime({
            ...(0,_defined_js__WEBPACK_IMPORTED_MODULE_1__/* .defined */ .s)({ maintainer: labels['maintainer'] }),
            ...given.labels,
        }),
        annotations: withoutTime(given.annotations),
        exports: exports?.toSorted(),
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
/** Its order decides which index a package belongs to; what a report calls one changes nothing. */
const indexesPart = ({ indexUrl, extraIndexes = [] }) => extraIndexes.length === 0
    ? indexUrl
    : { main: indexUrl, extra: extraIndexes.map((index) => ({ ...index, name: undefined })) };
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
/**
 * Hash of the very files that each platform installs or compiles, in any order; without their URLs. Of a Dockerfile that runs
 * pip on several bases a platform has several lists.
 */
const installsOf = (requirements) => (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .hashOf */ .q)(Object.fromEntries([...Map.groupBy(requirements, ({ platform }) => platform)].map(([platform, lists]) => {
    const files = lists.map((one) => filesOf(one.requirements));
    return [platform, files.length === 1 ? files[0] : files];
})));
/** Version and file of everything, by name. */
const filesOf = (requirements) => Object.fromEntries(requirements.map((one) => {
    const { kind, name, version } = one;
    switch (kind) {
        case 'wheel':
            // An index of wheels that is down, or has one more, is no reason to build: the release is the same.
            return [name, [version, (one.instead?.compile?.sdist ?? one.wheel).sha256]];
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

/***/ 65383:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ against),
/* harmony export */   l: () => (/* binding */ differenceRows)
/* harmony export */ });
/* harmony import */ var _decide_compare_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79995);
/* harmony import */ var _decide_reason_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47786);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88861);
/** Words for what would change of a published image. */



/** `rows`: what it is about, and what changes. Empty where both images are made of the same. */
const differenceRows = ({ requirements, parts, bases, sizes, }) => [
    ...(parts.length === 0 ? [] : [['Recipe', (0,_decide_compare_js__WEBPACK_IMPORTED_MODULE_0__/* .partsText */ ._r)(parts)]]),
    ...bases.map((move) => ['Base', (0,_decide_reason_js__WEBPACK_IMPORTED_MODULE_1__/* .moveText */ .nQ)(move)]),
    ...requirements.map((change) => ['Requirement', (0,_decide_reason_js__WEBPACK_IMPORTED_MODULE_1__/* .changeText */ .k0)(change)]),
    ...sizes.flatMap(({ platform, before, now }) => before === now ? [] : [[`Size, ${platform}`, sizeText(before, now)]]),
];
/** What an image is compared with. */
const against = ({ outcome }) => outcome === 'published' ? 'against the image before' : 'against what is published';
function sizeText(before, now) {
    if (before === undefined)
        return `${(0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .bytesText */ .pV)(now)}, new`;
    const sign = now > before ? '+' : '-';
    return `${(0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .bytesText */ .pV)(before)} → ${(0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .bytesText */ .pV)(now)} (${sign}${(0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .bytesText */ .pV)(Math.abs(now - before))})`;
}


/***/ }),

/***/ 43731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ notesOf)
/* harmony export */ });
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88861);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58191);


const verifyText = {
    off: 'Verification was off: the image was run on no platform.',
    'build-platform': "Only the build machine's own platform was verified.",
};
const makes = (decision) => decision === 'build' || decision === 'rebase';
/** After a failure or an interruption: which tags stand for the new image and which do not. */
function movedTexts(report) {
    const { push, destinations } = report;
    if (!(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .endedEarly */ .S3)(report) || !push)
        return [];
    if (destinations.every(({ moved }) => moved.length === 0))
        return ['No tag was moved.'];
    return destinations
        .filter(({ wanted, moved }) => wanted.length > 0 || moved.length > 0)
        .map(({ repository, wanted, moved, held }) => {
        const left = wanted.filter((tag) => !moved.includes(tag) && !held.includes(tag));
        const where = destinations.length === 1 ? '' : `${repository}: `;
        if (moved.length === 0)
            return `${where}No tag was moved.`;
        return `${where}Moved: ${moved.join(', ')}.${left.length === 0 ? '' : ` Not moved: ${left.join(', ')}.`}`;
    });
}
/** What was to be cross-compiled and was not: which, why, and both times. */
const fallbackText = ({ name, version, platform, seconds, fallback }) => fallback === undefined
    ? []
    : [
        `${name} ${version} could not be cross-compiled for ${platform} (${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .secondsText */ .Hd)(fallback.seconds)}): ${fallback.why}.${seconds === undefined ? '' : ` It was compiled under emulation (${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .secondsText */ .Hd)(seconds)})`}`,
    ];
/** What was compiled with less than other platforms have. */
const lacksText = ({ name, version, platform, lacks }) => lacks === undefined
    ? []
    : [
        `${name} ${version} for ${platform} has no ${lacks.join(', ')}, which its wheels for other platforms have: a library is missing. Name its development package in build_packages, and the library in runtime_packages; to the pip of a Dockerfile of your own it is not offered`,
    ];
/** Which platforms were not run, where the image went anywhere. */
function unverifiedText({ outcome, destinations, verify }) {
    const went = destinations.some(({ decision, moved }) => makes(decision) && moved.length > 0);
    return went || outcome === 'built' ? verifyText[verify] : undefined;
}
/** Tags that stand for a newer version stay: a person would look for them otherwise. */
const heldTexts = ({ destinations }) => destinations.flatMap(({ repository, held }) => held.map((tag) => `${repository}:${tag} stands for a newer version and stayed; force moves it back`));
/** The report's notes, and before them what its other fields make worth a note. */
function notesOf(report) {
    const unverified = unverifiedText(report);
    return [
        ...movedTexts(report),
        ...(unverified === undefined ? [] : [unverified]),
        ...heldTexts(report),
        ...(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .unsignedOf */ .nK)(report),
        ...report.compiled.flatMap(fallbackText),
        ...report.compiled.flatMap(lacksText),
        ...report.notes,
    ];
}


/***/ }),

/***/ 53570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ platformRows),
/* harmony export */   k: () => (/* binding */ filledColumns)
/* harmony export */ });
/* harmony import */ var _timeline_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51451);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88861);
/* harmony import */ var _check_words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52382);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58191);




function platformRows(report, marks) {
    // Where none ran on any platform of an image that was built, this is worth saying.
    const checked = report.built || report.platforms.some(({ checks }) => checks.length > 0);
    return report.platforms.map((platform) => cellsOf(platform, report, checked ? marks : undefined));
}
function cellsOf(platform, { timeline }, marks) {
    const { digest, size, added, wheels, compiled, checks } = platform;
    const seconds = (0,_timeline_js__WEBPACK_IMPORTED_MODULE_1__/* .busySeconds */ .Hr)(timeline, platform.platform);
    return {
        Platform: (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .platformTitle */ .Qd)(platform),
        ...(digest === undefined ? {} : { Digest: (0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .shortDigest */ .VK)(digest) }),
        ...(size === undefined ? {} : { Size: (0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .bytesText */ .pV)(size) }),
        ...(added === undefined ? {} : { 'Over base': `+${(0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .bytesText */ .pV)(added)}` }),
        ...(wheels === undefined ? {} : { Wheels: String(wheels) }),
        ...(compiled === undefined ? {} : { Compiled: String(compiled) }),
        ...(marks === undefined ? {} : { Checks: (0,_check_words_js__WEBPACK_IMPORTED_MODULE_3__/* .checksText */ .rW)(checks, marks) }),
        ...(seconds === undefined ? {} : { Time: (0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .secondsText */ .Hd)(seconds) }),
    };
}
/** Those of the columns that any row fills, in the order given. */
const filledColumns = (rows, columns) => columns.filter((column) => rows.some((row) => row[column] !== undefined));


/***/ }),

/***/ 51451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hr: () => (/* binding */ busySeconds),
/* harmony export */   LY: () => (/* binding */ timelineRows),
/* harmony export */   V0: () => (/* binding */ sections)
/* harmony export */ });
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88861);

const sections = ['plan', 'lock', 'build', 'verify', 'publish'];
const milliseconds = (span) => Math.max(1, Math.round(span.seconds * 1000));
/** Many spans of one section as one bar, as long as all of them together, since they need not be neighbours. */
function together(section, spans, origin, cached) {
    const seconds = spans.reduce((sum, span) => sum + span.seconds, 0);
    const label = cached
        ? (0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(spans.length, 'cached step')
        : `${(0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(spans.length, 'short step')}, ${(0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .secondsText */ .Hd)(seconds)} in all`;
    const start = Math.min(...spans.map((span) => span.start)) - origin;
    return { section, label, start, length: Math.max(1, Math.round(seconds * 1000)), cached };
}
/**
 * Bars in order of section and start, at most `limit` and one or two a section more.
 * Cached spans, those under a hundredth of the whole, and the shortest of too many become one bar a section; one that is
 * to stand alone never does for being short.
 */
function timelineRows(timeline, limit = 40) {
    if (timeline.length === 0)
        return [];
    const origin = Math.min(...timeline.map((span) => span.start));
    const end = Math.max(...timeline.map((span) => span.start + milliseconds(span)));
    const short = Math.max(20, (end - origin) / 100);
    const worth = timeline
        .filter((span) => span.cached !== true && (span.alone === true || milliseconds(span) >= short))
        .toSorted((one, other) => Number(other.alone ?? false) - Number(one.alone ?? false) || other.seconds - one.seconds);
    const shown = new Set(worth.slice(0, limit));
    return sections.flatMap((section) => {
        const spans = timeline
            .filter((span) => span.section === section)
            .toSorted((one, other) => one.start - other.start);
        const rest = spans.filter((span) => !shown.has(span) && span.cached !== true);
        const cached = spans.filter((span) => span.cached === true);
        const single = (span) => ({
            section,
            label: span.name,
            start: span.start - origin,
            length: milliseconds(span),
            cached: span.cached === true,
        });
        const merged = (group, isCached) => group.length > 1 ? [together(section, group, origin, isCached)] : group.map(single);
        return [
            ...spans.filter((span) => shown.has(span)).map(single),
            ...merged(rest, false),
            ...merged(cached, true),
        ].toSorted((one, other) => one.start - other.start);
    });
}
/** Seconds during which a platform had something running: stretches that overlap count once. Undefined without any. */
function busySeconds(timeline, platform) {
    const stretches = timeline
        .filter((span) => span.platform === platform)
        .map((span) => [span.start, span.start + span.seconds * 1000])
        .toSorted(([one], [other]) => one - other);
    if (stretches.length === 0)
        return undefined;
    let [total, until] = [0, -Infinity];
    for (const [from, to] of stretches) {
        total += Math.max(0, to - Math.max(from, until));
        until = Math.max(until, to);
    }
    return total / 1000;
}


/***/ })

};
