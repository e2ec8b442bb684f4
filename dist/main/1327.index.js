export const id = 1327;
export const ids = [1327];
export const modules = {

/***/ 65266:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ isAdvisoryId),
/* harmony export */   r: () => (/* binding */ parseAdvisory)
/* harmony export */ });
/* harmony import */ var _unique_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14748);
/* harmony import */ var _severity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19728);
/** An advisory as OSV has it (https://ossf.github.io/osv-schema/), as far as it is used here. */


const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const records = (value) => (Array.isArray(value) ? value.filter(isRecord) : []);
const text = (value) => (typeof value === 'string' ? value : '');
const texts = (value) => Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
/** What may stand in a path and a line: whoever answers for the service chooses it. */
const isAdvisoryId = (id) => /^[A-Za-z0-9][\w.:-]{0,99}$/.test(id);
/** @throws Error where it is no record of the advisory. Undefined where it was withdrawn. */
function parseAdvisory(value, id) {
    if (!isRecord(value) || value['id'] !== id)
        throw new Error('it is not the record of that advisory');
    if (value['withdrawn'] !== undefined)
        return undefined;
    const affected = records(value['affected']).flatMap((one) => {
        const named = one['package'];
        if (!isRecord(named))
            return [];
        const urgency = isRecord(one['ecosystem_specific']) ? text(one['ecosystem_specific']['urgency']) : '';
        // Debian says "low" of what it has not looked at closely; "unimportant" it says on purpose.
        const rating = urgency === 'unimportant' ? (0,_severity_js__WEBPACK_IMPORTED_MODULE_0__/* .severityOfWord */ .Zx)(urgency) : undefined;
        return [
            {
                ecosystem: text(named['ecosystem']),
                name: text(named['name']),
                fixed: fixedIn(one),
                ...(rating === undefined ? {} : { rating }),
            },
        ];
    });
    const database = isRecord(value['database_specific']) ? text(value['database_specific']['severity']) : '';
    const vectors = [value, ...records(value['affected'])]
        .flatMap((one) => records(one['severity']))
        .flatMap((one) => (0,_severity_js__WEBPACK_IMPORTED_MODULE_0__/* .severityOfVector */ .M3)(text(one['score'])) ?? (0,_severity_js__WEBPACK_IMPORTED_MODULE_0__/* .severityOfWord */ .Zx)(text(one['score'])) ?? []);
    // GitHub's own word comes from its latest look at the advisory, and stands above the vectors.
    const rating = (0,_severity_js__WEBPACK_IMPORTED_MODULE_0__/* .severityOfWord */ .Zx)(database) ?? (0,_severity_js__WEBPACK_IMPORTED_MODULE_0__/* .worst */ .QZ)(vectors);
    const summary = text(value['summary']) || (text(value['details']).trim().split('\n')[0] ?? '');
    return {
        id,
        aliases: (0,_unique_js__WEBPACK_IMPORTED_MODULE_1__/* .unique */ .A)([...texts(value['aliases']), ...texts(value['upstream'])]).filter((one) => one !== id && isAdvisoryId(one)),
        summary: summary.slice(0, 300),
        rating,
        affected,
    };
}
/** Ranges of commits say nothing of versions. */
const fixedIn = (affected) => (0,_unique_js__WEBPACK_IMPORTED_MODULE_1__/* .unique */ .A)(records(affected['ranges'])
    .filter(({ type }) => type !== 'GIT')
    .flatMap(({ events }) => records(events))
    .flatMap(({ fixed }) => (typeof fixed === 'string' ? [fixed] : [])));


/***/ }),

/***/ 19728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kn: () => (/* binding */ compareRatings),
/* harmony export */   M3: () => (/* binding */ severityOfVector),
/* harmony export */   O6: () => (/* binding */ reaches),
/* harmony export */   QZ: () => (/* binding */ worst),
/* harmony export */   Zx: () => (/* binding */ severityOfWord)
/* harmony export */ });
/* harmony import */ var ae_cvss_calculator__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44353);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75097);
/** How bad an advisory is, from what its record says. */


/** A word of a database to a rating. `MODERATE` is GitHub's; Debian calls `unimportant` what is no risk as it is packaged. */
const words = {
    unimportant: 'low',
    negligible: 'low',
    low: 'low',
    moderate: 'medium',
    medium: 'medium',
    important: 'high',
    high: 'high',
    critical: 'critical',
};
const severityOfWord = (word) => {
    const key = word.toLowerCase();
    return Object.hasOwn(words, key) ? words[key] : undefined;
};
/** The qualitative scale of CVSS 3.1 and 4.0, section 5 and 6. */
function severityOfScore(score) {
    if (score >= 9)
        return 'critical';
    if (score >= 7)
        return 'high';
    return score >= 4 ? 'medium' : 'low';
}
const calculators = [
    ['CVSS:4.0/', (vector) => new ae_cvss_calculator__WEBPACK_IMPORTED_MODULE_0__.Cvss4P0(vector).calculateScores()],
    ['CVSS:3.1/', (vector) => new ae_cvss_calculator__WEBPACK_IMPORTED_MODULE_0__.Cvss3P1(vector).calculateScores()],
    ['CVSS:3.0/', (vector) => new ae_cvss_calculator__WEBPACK_IMPORTED_MODULE_0__.Cvss3P0(vector).calculateScores()],
    ['AV:', (vector) => new ae_cvss_calculator__WEBPACK_IMPORTED_MODULE_0__.Cvss2(vector).calculateScores()],
];
/** The severity of a vector of CVSS 2, 3 or 4; undefined where it is none. */
function severityOfVector(vector) {
    const calculator = calculators.find(([start]) => vector.startsWith(start));
    if (calculator === undefined)
        return undefined;
    try {
        const { base } = calculator[1](vector);
        return base === undefined || Number.isNaN(base) ? undefined : severityOfScore(base);
    }
    catch {
        return undefined;
    }
}
const rank = (rating) => _policy_js__WEBPACK_IMPORTED_MODULE_1__/* .severities */ .g.indexOf(rating === 'unrated' ? 'high' : rating);
/** Whether it is of this severity or a worse one. */
const reaches = (rating, least) => rank(rating) >= rank(least);
/** Negative where the first is worse. */
const compareRatings = (one, other) => rank(other) - rank(one);
/** The worst that is rated. */
const worst = (ratings) => ratings.filter((one) => one !== 'unrated').toSorted(compareRatings)[0] ?? 'unrated';


/***/ }),

/***/ 1327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ commands)
});

// EXTERNAL MODULE: ./lib/inputs/building.js
var building = __webpack_require__(96245);
// EXTERNAL MODULE: ./lib/inputs/reader.js
var inputs_reader = __webpack_require__(70178);
// EXTERNAL MODULE: ./lib/names/image-name.js
var image_name = __webpack_require__(57257);
// EXTERNAL MODULE: ./lib/names/reference.js
var reference = __webpack_require__(64021);
// EXTERNAL MODULE: ./lib/names/shown.js
var shown = __webpack_require__(8065);
// EXTERNAL MODULE: ./lib/inputs/registry.js
var inputs_registry = __webpack_require__(69654);
// EXTERNAL MODULE: ./lib/inputs/splitting.js
var splitting = __webpack_require__(56253);
;// CONCATENATED MODULE: ./lib/inputs/repositories.js
/** The repositories that a command looks after, and the user who may. */






/** What {@link InputReader.done} takes. */
function readRepositoryInputs({ text, one, say }, raw, where, { missing = 'it is missing: name a repository with its registry, like "ghcr.io/owner/name".' } = {}) {
    const named = (raw['registry'] ?? '').trim();
    const registry = named === '' ? undefined : one('registry', image_name/* parseRegistry */.l5);
    const lines = (0,splitting/* splitLines */.uz)(text('image_name'));
    if (lines.length === 0)
        say('image_name', missing);
    const hosts = lines.filter((line) => named === '' && isHost(line));
    for (const host of new Set(hosts))
        say('image_name', `${(0,shown/* shown */.S)(host)} is a registry, and names no repository in it: write "${host}/name".`);
    const names = lines.filter((line) => !hosts.includes(line));
    const alone = names.filter((line) => named === '' && (0,image_name/* splitImageName */.xh)(line).registry === undefined);
    if (alone.length > 0)
        say('image_name', `${alone.map(shown/* shown */.S).join(', ')} needs a registry: write it in front of the name, like "ghcr.io/owner/name".`);
    // A stand-in for a host that was refused, so that image_name is not blamed for it.
    const { value, messages } = (0,splitting/* parseEach */.lc)(names, (line) => (0,image_name/* parseImageName */["if"])(line, registry ?? 'localhost'));
    for (const message of new Set(messages))
        say('image_name', message);
    const [first, ...rest] = new Map(value.map((each) => [(0,reference/* repositoryText */.g_)(each), each])).values();
    const repositories = first && [first, ...rest];
    return {
        needed: { repositories, registry: registry ?? first?.registry },
        optional: {
            registryUsername: (0,inputs_registry/* readUsername */.fz)(raw, text('registry_username'), say),
            caBundle: one('ca_bundle', (value) => (0,building/* parsePath */.Rr)(value, where)),
        },
    };
}
/** A host with a port, or with a dot, and nothing after it. */
const isHost = (text) => /^(?:localhost|[\w-]+(?:\.[\w-]+)+|[\w.-]+:\d+)$/.test(text) && (0,image_name/* parseRegistry */.l5)(text).ok;

;// CONCATENATED MODULE: ./lib/inputs/catalogue.js
/** What the command `catalogue` takes, validated. */



function readCatalogueInputs(raw, where, env = {}) {
    const reader = (0,inputs_reader/* inputReader */.c)('catalogue', raw, where, env);
    const { needed, optional } = readRepositoryInputs(reader, raw, where);
    return reader.done({ ...needed, out: reader.one('out', (value) => (0,building/* parsePath */.Rr)(value, where)) }, optional);
}

;// CONCATENATED MODULE: ./lib/inputs/check.js


function readCheckInputs(raw, where, env = {}) {
    const reader = (0,inputs_reader/* inputReader */.c)('check', raw, where, env);
    const { needed, optional } = readRepositoryInputs(reader, raw, where);
    return reader.done(needed, optional);
}

// EXTERNAL MODULE: ./lib/defined.js
var defined = __webpack_require__(64222);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/inputs/rebuilding.js
var rebuilding = __webpack_require__(7572);
// EXTERNAL MODULE: ./lib/inputs/values.js
var values = __webpack_require__(97035);
;// CONCATENATED MODULE: ./lib/inputs/clean.js








function readCleanInputs(raw, where, env = {}) {
    const reader = (0,inputs_reader/* inputReader */.c)('clean', raw, where, env);
    const { text, one, many, say, called } = reader;
    const wanted = { yes: one('yes', values/* parseFlag */.og), dryRun: one('dry_run', values/* parseFlag */.og) };
    const local = one('local', values/* parseFlag */.og);
    if (local !== false) {
        for (const name of ofRepositoriesAlone)
            if (local === true && !['', 'false'].includes((raw[name] ?? '').trim()))
                say(name, `it is for repositories, and ${called('local')} cleans this machine: leave out one of them.`);
        return reader.done({ local: true, ...wanted }, { older: one('older', parseOlder) });
    }
    const { needed, optional } = readRepositoryInputs(reader, raw, where, {
        missing: `nothing says where: name a repository with its registry, like "ghcr.io/owner/name", or give ${called('local')} to clean this machine.`,
    });
    const untagged = one('untagged', values/* parseFlag */.og);
    const [keep, older] = [one('keep', parseKeep), one('older', parseOlder)];
    if (text('image_name') !== '' && text('keep') === '' && text('older') === '' && untagged === false)
        say('keep', `nothing says what goes: give ${called('keep')}, ${called('older')}, ${called('untagged')}, or several of them.`);
    const keepTags = many('keep_tags', (value) => (0,splitting/* parseEach */.lc)((0,splitting/* splitList */.ry)(value), parseTagPattern));
    const rule = untagged === undefined ? undefined : { untagged, keepTags, ...(0,defined/* defined */.s)({ keep, older }) };
    return reader.done({ ...needed, rule, ...wanted }, optional);
}
const ofRepositoriesAlone = [
    'image_name',
    'keep',
    'untagged',
    'keep_tags',
    'registry',
    'registry_username',
    'ca_bundle',
];
/** At least one: what removes all images of a repository is no clean-up. */
function parseKeep(text) {
    const count = /^\d{1,6}$/.test(text) ? Number(text) : 0;
    return count > 0
        ? (0,errors/* parsed */.Yz)(count)
        : (0,errors/* refused */.J5)(`${(0,shown/* shown */.S)(text)} is no number of images: it is a whole one from 1.`);
}
/** Seconds. */
function parseOlder(text) {
    const age = (0,rebuilding/* parseAge */.F1)(text);
    if (!age.ok || (age.value >= 3600 && age.value <= rebuilding/* longestAge */.Wg))
        return age;
    return (0,errors/* refused */.J5)(`${(0,shown/* shown */.S)(text)} is no age for a clean-up: it is at least one hour, "1h", and at most ten years, "3650d".`);
}
const parseTagPattern = (text) => /^[\w*][\w.*-]{0,127}$/.test(text)
    ? (0,errors/* parsed */.Yz)(text)
    : (0,errors/* refused */.J5)(`${(0,shown/* shown */.S)(text)} is no tag: it has letters, digits, "_", ".", "-", and "*" for any characters.`);

;// CONCATENATED MODULE: ./lib/inputs/pins.js
/** What the command `pins` takes, validated. */



function readPinsInputs(raw, where, env = {}) {
    const { one, done } = (0,inputs_reader/* inputReader */.c)('pins', raw, where, env);
    const path = (name) => one(name, (value) => (0,building/* parsePath */.Rr)(value, where));
    return done({ path: path('path'), update: one('update', values/* parseFlag */.og) }, { pins: path('pins'), caBundle: path('ca_bundle') });
}

// EXTERNAL MODULE: ./lib/registry/reference.js
var registry_reference = __webpack_require__(9758);
// EXTERNAL MODULE: ./lib/inputs/image.js
var inputs_image = __webpack_require__(32632);
// EXTERNAL MODULE: ./lib/inputs/tree.js
var tree = __webpack_require__(99501);
;// CONCATENATED MODULE: ./lib/inputs/release.js
/** What the command `release` takes, validated. */










function readReleaseInputs(raw, where, env = {}) {
    const { given, text, one, many, say, done } = (0,inputs_reader/* inputReader */.c)('release', raw, where, env);
    const path = one('path', (value) => (0,building/* parsePath */.Rr)(value, where));
    const destinations = (0,inputs_registry/* readDestinations */.sF)(given, (0,tree/* nameOfFolder */.F)(path, env), where, say);
    if (where === 'cli' && (raw['registry'] ?? '').trim() === '') {
        const lack = (0,inputs_registry/* missingRegistry */.iC)(text('image_name'));
        if (lack !== undefined)
            say('registry', lack);
    }
    const needed = {
        registry: destinations?.registry,
        repositories: destinations?.repositories,
        path,
        images: many('images', parseNames),
        exclude: many('exclude', (value) => ({ value: (0,splitting/* splitList */.ry)(value), messages: [] })),
        tags: many('tags', values/* parseTags */.rL),
        prereleaseTags: many('prerelease_tags', values/* parseTags */.rL),
        force: one('force', values/* parseFlag */.og),
        baseRegistry: one('base_registry', building/* parseBaseRegistry */.St),
        dryRun: one('dry_run', values/* parseFlag */.og),
    };
    return done(needed, {
        from: one('from', inputs_image/* parseExtraTag */.a5),
        tag: one('tag', inputs_image/* parseExtraTag */.a5),
        caBundle: one('ca_bundle', (value) => (0,building/* parsePath */.Rr)(value, where)),
        registryUsername: (0,inputs_registry/* readUsername */.fz)(raw, text('registry_username'), say),
    });
}
function parseNames(text) {
    const { value, messages } = (0,splitting/* parseEach */.lc)((0,splitting/* splitList */.ry)(text), parseName);
    return { value: [...new Set(value)], messages };
}
/** A pattern is compared with names, and may be anything. */
function parseName(text) {
    if (text === '.' || text.includes('*'))
        return (0,errors/* parsed */.Yz)(text);
    const result = (0,registry_reference/* parseReference */.F2)(`registry.invalid/${text}`);
    if (result.ok && result.value.repository.name === text)
        return (0,errors/* parsed */.Yz)(text);
    return (0,errors/* refused */.J5)(`${(0,shown/* shown */.S)(text)} is no name of an image: it is lower-case letters and digits, joined by ".", "_", "__" or "-", as it follows image_name; "." is image_name itself.`);
}

// EXTERNAL MODULE: ./lib/inputs/command-inputs.js + 1 modules
var command_inputs = __webpack_require__(47192);
;// CONCATENATED MODULE: ./lib/inputs/report.js
/** What the command `report` takes, validated. */




/** One a line. */
const parseFolders = (text, where) => (0,splitting/* parseEach */.lc)((0,splitting/* splitLines */.uz)(text), (line) => (0,building/* parsePath */.Rr)(line, where));
function readReportInputs(raw, where, env = {}) {
    const { one, many, done } = (0,inputs_reader/* inputReader */.c)('report', raw, where, env);
    const path = (name) => one(name, (value) => (0,building/* parsePath */.Rr)(value, where));
    const planFile = path('plan_file');
    const usual = (0,command_inputs/* inputsOf */.Vc)('report').find(({ name }) => name === 'plan_file')?.default;
    return done({
        reports: many('reports', (text) => parseFolders(text, where)),
        planFile,
        planIsNamed: planFile !== usual,
    }, { readme: path('readme') });
}

// EXTERNAL MODULE: ./lib/sign/identity.js
var identity = __webpack_require__(97055);
;// CONCATENATED MODULE: ./lib/inputs/verify.js
/** What the command `verify` takes, validated. */






function readVerifyInputs(raw, where, env = {}) {
    const { text, one, say, done } = (0,inputs_reader/* inputReader */.c)('verify', raw, where, env);
    const path = (name) => one(name, (value) => (0,building/* parsePath */.Rr)(value, where));
    const reference = one('image', registry_reference/* parseReference */.F2);
    const named = (raw['registry'] ?? '').trim();
    const registry = named === '' ? reference?.repository.registry : one('registry', image_name/* parseRegistry */.l5);
    const publicKey = path('public_key');
    if (publicKey !== undefined && text('identity') !== '')
        say('identity', 'a key has none: give one of both.');
    return done({ written: text('image'), reference, registry }, {
        registryUsername: (0,inputs_registry/* readUsername */.fz)(raw, text('registry_username'), say),
        caBundle: path('ca_bundle'),
        identity: one('identity', identity/* parseIdentity */.aZ),
        publicKey,
        trustedRoot: path('trusted_root'),
    });
}

// EXTERNAL MODULE: ./lib/inputs/wheel-store.js
var wheel_store = __webpack_require__(26482);
;// CONCATENATED MODULE: ./lib/inputs/wheels.js
/** What the command `wheels` takes, validated. */







function readWheelsInputs(raw, where, env = {}) {
    const { text, one, say, done } = (0,inputs_reader/* inputReader */.c)('wheels', raw, where, env);
    const named = one('wheel_store', (value) => parseListedStore(value, where));
    const needed = {
        wheelStore: text('wheel_store') === '' ? { kind: 'cache' } : named,
        dryRun: one('dry_run', values/* parseFlag */.og),
    };
    return done(needed, {
        unusedFor: one('unused_for', parseUnusedFor),
        caBundle: one('ca_bundle', (value) => (0,building/* parsePath */.Rr)(value, where)),
        registry: named?.kind === 'repository' ? named.repository.registry : undefined,
        registryUsername: (0,inputs_registry/* readUsername */.fz)(raw, text('registry_username'), say),
    });
}
function parseListedStore(text, where) {
    const store = (0,wheel_store/* parseWheelStore */.K)(text, where);
    if (!store.ok)
        return store;
    return store.value.kind === 'off'
        ? (0,errors/* refused */.J5)('"off" saves nothing, so there is nothing to list.')
        : (0,errors/* parsed */.Yz)(store.value);
}
/** Parses for how long nothing has used what is removed, `90d` or `12w`, to days: uses are known by the day. */
function parseUnusedFor(text) {
    const [, count = '', unit] = /^(\d{1,5})([dw])$/.exec(text) ?? [];
    const days = Number(count) * (unit === 'w' ? 7 : 1);
    if (days > 0)
        return (0,errors/* parsed */.Yz)(days);
    return (0,errors/* refused */.J5)(`${(0,shown/* shown */.S)(text)} is no time in days or weeks: write a whole number from 1 and "d" or "w", like "90d" or "12w".`);
}

;// CONCATENATED MODULE: ./lib/entry/rows/row.js
/** Checks the types of a row before `AnyCommand` drops them. */
const row = (command) => command;
/** As it is called on the command line. */
const program = 'python-image-builder';

;// CONCATENATED MODULE: ./lib/entry/rows/keeping.js
/** Commands that look after what was made: tags, pins, reports, and what registries and this machine keep. */









const keepingRows = {
    pins: row({
        summary: 'Shows which images of a file of pins moved, and brings it up to date.',
        usage: '[--path FOLDER] [--pins FILE] [--update]',
        first: ['path', 'pins', 'update'],
        examples: [
            { text: 'What moved:', lines: [`${program} pins --path container`] },
            { text: 'The same, written into the file:', lines: [`${program} pins --path container --update`] },
        ],
        read: readPinsInputs,
        load: () => Promise.all(/* import() */[__webpack_require__.e(589), __webpack_require__.e(7119), __webpack_require__.e(3581), __webpack_require__.e(6643)]).then(__webpack_require__.bind(__webpack_require__, 26643)),
    }),
    release: row({
        action: {
            folder: 'release',
            name: 'Python Image Builder: release',
            description: 'Give all images of a repository, as they are published, the tag of a release.',
        },
        summary: 'Gives published images the tag of a release, and symbolic ones.',
        description: 'Gives all images, as they stand under one tag, the tag of a release, and then symbolic ones. Nothing is built or pulled, and no tag moves before every image was looked at.',
        usage: '[--from TAG] [--tag TAG] [--tags TAGS] [options]',
        first: ['from', 'tag', 'tags', 'prerelease_tags', 'force', 'dry_run', 'images', 'path', 'exclude'],
        examples: [
            {
                text: 'Which tags would move for a release of what the branch main has published:',
                lines: [
                    `${program} release --registry ghcr.io --image-name example/images \\`,
                    '  --from main --tag v0.1.1 --tags stable --dry-run',
                ],
            },
            {
                text: 'Back to an older release:',
                lines: [
                    `${program} release --registry ghcr.io --image-name example/images \\`,
                    '  --from v0.1.0 --tag v0.1.0 --tags stable',
                ],
            },
        ],
        read: readReleaseInputs,
        load: () => Promise.all(/* import() */[__webpack_require__.e(606), __webpack_require__.e(3292), __webpack_require__.e(8815), __webpack_require__.e(589), __webpack_require__.e(7119), __webpack_require__.e(1793), __webpack_require__.e(734), __webpack_require__.e(1709), __webpack_require__.e(5089), __webpack_require__.e(2162), __webpack_require__.e(6215)]).then(__webpack_require__.bind(__webpack_require__, 96215)),
    }),
    report: row({
        action: {
            folder: 'report',
            name: 'Python Image Builder: report',
            description: 'Put the reports of all jobs of a plan together.',
        },
        summary: 'Puts the reports of all jobs of a plan together.',
        usage: '[FOLDER…] [--plan-file FILE]',
        examples: [
            {
                text: 'What became of all images of a plan:',
                lines: [`${program} report reports --plan-file python-images-plan.json`],
            },
        ],
        read: readReportInputs,
        load: () => Promise.all(/* import() */[__webpack_require__.e(606), __webpack_require__.e(1793), __webpack_require__.e(734), __webpack_require__.e(6418), __webpack_require__.e(2546)]).then(__webpack_require__.bind(__webpack_require__, 51982)),
    }),
    wheels: row({
        summary: 'Lists saved wheels, and removes old ones.',
        description: 'Lists the compiled wheels that are saved for later builds, and removes those that none has used.',
        usage: '[--wheel-store STORE] [--unused-for AGE] [--dry-run]',
        first: ['wheel_store', 'unused_for', 'dry_run'],
        examples: [
            {
                text: 'The wheels that are saved beside an image:',
                lines: [`${program} wheels --wheel-store ghcr.io/example/uvicorn`],
            },
            {
                text: 'Which of them would be removed:',
                lines: [`${program} wheels --wheel-store ghcr.io/example/uvicorn --unused-for 90d --dry-run`],
            },
        ],
        read: readWheelsInputs,
        load: () => Promise.all(/* import() */[__webpack_require__.e(589), __webpack_require__.e(7119), __webpack_require__.e(9690)]).then(__webpack_require__.bind(__webpack_require__, 79690)),
    }),
    check: row({
        summary: 'Looks whether all is there that the tags of repositories need.',
        description: 'Looks whether every tag leads to an image whose manifests, layers and attached artifacts are all in the repository. Where not, it lists what is missing, and the exit code is 4.',
        usage: '--image-name REPOSITORY [options]',
        first: ['image_name'],
        examples: [
            {
                text: 'Two repositories:',
                lines: [
                    `${program} check --image-name ghcr.io/example/uvicorn \\`,
                    '  --image-name ghcr.io/example/gunicorn',
                ],
            },
        ],
        read: readCheckInputs,
        load: () => Promise.all(/* import() */[__webpack_require__.e(606), __webpack_require__.e(589), __webpack_require__.e(7119), __webpack_require__.e(3032)]).then(__webpack_require__.bind(__webpack_require__, 13032)),
    }),
    verify: row({
        summary: 'Shows who signed an image, and checks it.',
        description: 'Shows who signed an image, which run made it, from which lock and bases, and what is attested of each platform; and checks all of it. Where no signature counts, the exit code is 6.',
        usage: 'IMAGE [--identity IDENTITY | --public-key FILE] [options]',
        first: ['image', 'identity', 'public_key', 'trusted_root'],
        examples: [
            {
                text: 'An image that a workflow of GitHub made:',
                lines: [
                    `${program} verify ghcr.io/example/uvicorn:py3.13-slim-0.35.0 \\`,
                    '  --identity https://github.com/example/images/.github/workflows/images.yml@refs/heads/main',
                ],
            },
        ],
        read: readVerifyInputs,
        load: () => Promise.all(/* import() */[__webpack_require__.e(589), __webpack_require__.e(7119), __webpack_require__.e(7259)]).then(__webpack_require__.bind(__webpack_require__, 57259)),
    }),
    clean: row({
        summary: 'Removes old images from repositories, or what this tool left here.',
        description: 'Removes images that a rule names, with the manifests that only they need. What an image that stays needs is never removed: its platforms, what is attached to it, saved wheels, and its base. With `--local` it removes from this machine what this tool made and no run uses. The list is shown first, and the terminal asked.',
        usage: '[--image-name REPOSITORY | --local] [--keep NUMBER] [options]',
        first: ['image_name', 'keep', 'older', 'untagged', 'keep_tags', 'local', 'yes', 'dry_run'],
        examples: [
            {
                text: 'What would be removed, so that the ten newest images stay:',
                lines: [`${program} clean --image-name ghcr.io/example/uvicorn --keep 10 --dry-run`],
            },
            {
                text: 'In a job: what is older than 90 days, but for the ten newest:',
                lines: [`${program} clean --image-name ghcr.io/example/uvicorn --keep 10 --older 90d --yes`],
            },
            { text: 'What this machine would lose:', lines: [`${program} clean --local --dry-run`] },
        ],
        read: readCleanInputs,
        load: () => Promise.all(/* import() */[__webpack_require__.e(606), __webpack_require__.e(589), __webpack_require__.e(7119), __webpack_require__.e(5259), __webpack_require__.e(4324)]).then(__webpack_require__.bind(__webpack_require__, 64324)),
    }),
    catalogue: row({
        summary: 'Writes a page that lists the images of repositories.',
        description: 'Writes one static page that lists the images of repositories by what the registry says of them: versions, Pythons, bases, platforms, sizes, digests, requirements, and what changed in them. The page asks nothing of anybody, and needs no server.',
        usage: '--image-name REPOSITORY [--out FOLDER] [options]',
        first: ['image_name', 'out'],
        examples: [
            {
                text: 'The images of two repositories, in site/index.html:',
                lines: [
                    `${program} catalogue --image-name ghcr.io/example/uvicorn \\`,
                    '  --image-name ghcr.io/example/gunicorn --out site',
                ],
            },
        ],
        read: readCatalogueInputs,
        load: () => Promise.all(/* import() */[__webpack_require__.e(606), __webpack_require__.e(589), __webpack_require__.e(7119), __webpack_require__.e(5259), __webpack_require__.e(6520)]).then(__webpack_require__.bind(__webpack_require__, 86520)),
    }),
};

// EXTERNAL MODULE: ./lib/inputs/cells.js
var cells = __webpack_require__(80604);
// EXTERNAL MODULE: ./lib/inputs/read.js + 2 modules
var inputs_read = __webpack_require__(83764);
// EXTERNAL MODULE: ./lib/inputs/several.js
var several = __webpack_require__(3285);
;// CONCATENATED MODULE: ./lib/inputs/build.js
/** Reads the inputs of the command `build`: those of one image, or of several. */










function readBuildInputs(raw, where, env = {}) {
    const isOne = (raw['cells'] ?? '').trim() === '';
    const complete = isOne ? raw : withStandIns(raw);
    const { inputs: image, problems: ofImage } = (0,inputs_read/* readInputs */.K)(complete, where, env);
    const reader = (0,inputs_reader/* inputReader */.c)('build', complete, where, env);
    const { inputs: job, problems: ofJob } = reader.done({
        concurrency: reader.one('concurrency', several/* parseConcurrency */.n),
        failFast: reader.one('fail_fast', values/* parseFlag */.og),
    }, {
        from: reader.many('cells', (text) => parseCells(text, where)),
        timeBudget: reader.one('time_budget', rebuilding/* parseTimeBudget */.oB),
        reportFile: reader.one('report_file', (text) => (0,building/* parsePath */.Rr)(text, where)),
        sarifFile: reader.one('sarif_file', (text) => (0,building/* parsePath */.Rr)(text, where)),
    });
    const problems = (0,errors/* uniqueProblems */.OH)([...ofImage, ...ofJob]);
    if (job === undefined || image === undefined || problems.length > 0)
        return { problems };
    const { from, reportFile, sarifFile, ...limits } = job;
    const step = { ...stepOf(image), ...(0,defined/* defined */.s)({ reportFile, sarifFile }) };
    if (from === undefined)
        return { inputs: { kind: 'one', image, ...step }, problems };
    const read = (shard) => (0,cells/* readCells */.cg)(shard, raw, where, env);
    return { inputs: { kind: 'several', ...limits, ...step, from, step: image, read }, problems };
}
/** What only an image has is not missed: each cell brings it. */
const withStandIns = (raw) => ({
    ...raw,
    package: 'cells',
    package_version: '1',
    package_latest_version: '',
    tags: '',
    // Each cell names its own, whose registry may be another one.
    image_name: raw['image_name'] || 'localhost/cells',
});
/** The inputs of a step that makes several images, with a stand-in for the package. */
const stepInputs = (raw, where, env) => (0,inputs_read/* readInputs */.K)(withStandIns(raw), where, env);
const stepOf = ({ registry, registryUsername, caBundle, secrets }) => ({
    registry,
    secrets,
    ...(0,defined/* defined */.s)({ registryUsername, caBundle }),
});
function parseCells(text, where) {
    if (/^[[{]/.test(text)) {
        const { value: shard, messages } = (0,cells/* parseShard */.uK)(text, 'the text');
        return { value: shard && { kind: 'shard', shard }, messages };
    }
    const place = text === '' ? undefined : parsePlace(text, where);
    if (place?.ok === false)
        return { value: undefined, messages: [place.message] };
    return { value: place && { kind: 'file', place: place.value }, messages: [] };
}
function parsePlace(text, where) {
    const [, file = '', number] = /^([^#\n]+)(?:#([1-9]\d{0,3}))?$/.exec(text) ?? [];
    const path = (0,building/* parsePath */.Rr)(file, where);
    // A plan with nothing to make has no shard to name: that is known once the file is read.
    if (file === '' || (number === undefined && !file.endsWith('.json')))
        return (0,errors/* refused */.J5)(`${(0,shown/* shown */.S)(text)} is neither a list of images in JSON nor the file of a plan and the number of a shard, like "python-images-plan.json#3".`);
    if (!path.ok)
        return path;
    return (0,errors/* parsed */.Yz)({ path: path.value, ...(number === undefined ? {} : { shard: Number(number) }) });
}

// EXTERNAL MODULE: ./lib/inputs/image-inputs.js
var image_inputs = __webpack_require__(17260);
// EXTERNAL MODULE: ./lib/inputs/choices.js
var choices = __webpack_require__(41525);
// EXTERNAL MODULE: ./lib/inputs/verifying.js
var verifying = __webpack_require__(94642);
;// CONCATENATED MODULE: ./lib/inputs/connector.js
/** What the command `connector` takes, validated. Its own inputs are called as those of Airbyte's action. */















/** What user and password belong to, wherever the images go: another host must not see them. */
const dockerHub = 'docker.io';
function readConnectorInputs(raw, where, env = {}) {
    const reader = (0,inputs_reader/* inputReader */.c)('connector', raw, where, env);
    const { given, text, one, many, say, called, done } = reader;
    const path = (name) => one(name, (value) => (0,building/* parsePath */.Rr)(value, where));
    const names = many('connector-name', (value) => ({ value: [...new Set((0,splitting/* splitList */.ry)(value))], messages: [] }));
    if (given('connector-name') === '' && text('changed') === '')
        say('connector-name', `it is missing: name connectors, like "source-faker", or give ${called('changed')}.`);
    const isDry = one('dry-run', values/* parseFlag */.og);
    const deep = one('deep', values/* parseFlag */.og);
    const making = (0,image_inputs/* readMakingInputs */.n)(reader, where, { skippable: verifying/* imageChecks */.H4, buildArgument });
    const rebuild = rebuildOf(one('rebuild', (value) => (0,values/* parseChoice */.HU)(value, choices/* rebuildChoices */.Md)), { isForced: one('force-publish', values/* parseFlag */.og) === true, isDry: isDry === true }, called, say);
    (0,rebuilding/* refuseDeep */.zM)(deep, rebuild, called, say);
    return done({
        ...making.needed,
        names,
        registry: dockerHub,
        connectors: path('connectors-dir'),
        templates: path('dockerfile-templates'),
        destination: one('registry', parseDestination),
        push: isDry === undefined ? undefined : !isDry,
        rebuild,
        deep,
        concurrency: one('concurrency', several/* parseConcurrency */.n),
    }, {
        ...making.optional,
        changed: one('changed', several/* parseChanged */.w),
        extraScript: one('extra-prereqs-script', parseScript),
        release: one('release-type', (value) => (0,values/* parseChoice */.HU)(value, choices/* releaseChoices */.Oj)),
        tag: one('tag-override', reference/* parseTag */.ED),
        pushLatest: one('push-latest', values/* parseFlag */.og),
        registryUsername: (0,inputs_registry/* readUsername */.fz)(raw, text('docker-hub-username'), say, {
            username: 'docker-hub-username',
            password: 'docker-hub-password',
        }),
    });
}
function parseDestination(text) {
    const prefix = text.replace(/\/+$/, '');
    const rule = 'it is the host of a registry and names in it, like "docker.io/airbyte"';
    const result = (0,registry_reference/* parseReference */.F2)(`${prefix}/connector`);
    if (!result.ok || !/^(?:[^/]*[.:][^/]*|localhost)(?:\/|$)/.test(prefix) || prefix.includes('@'))
        return (0,errors/* refused */.J5)(`${(0,shown/* shown */.S)(text)} is no place for images: ${rule}.`);
    return (0,errors/* parsed */.Yz)({ text: prefix, registry: result.value.repository.registry });
}
/** Undefined where it was refused before. Of both together the original says the same. */
function rebuildOf(rebuild, { isForced, isDry }, called, say) {
    if (isForced && isDry)
        say('force-publish', `it publishes in any case, and with ${called('dry-run')}, which is the default, nothing is published: switch one of them off.`);
    if (isForced && (rebuild === 'missing' || rebuild === 'never'))
        say('force-publish', `it builds in any case, and ${called('rebuild')} "${rebuild}" does not: drop one of them.`);
    if (isDry && rebuild === 'never')
        say('rebuild', `with "never" nothing is built, and with ${called('dry-run')} nothing else is left to do.`);
    return isForced ? 'always' : rebuild;
}
/** Build arguments that follow from the connector. */
const ownArguments = ['BASE_IMAGE', 'CONNECTOR_NAME', 'EXTRA_PREREQS_SCRIPT'];
const buildArgument = {
    example: 'EXTRA_BUILD_SCRIPT=build.sh',
    check: (key, entry) => ownArguments.includes(key)
        ? `${(0,shown/* shown */.S)(key)} follows from the connector and the inputs: take another name.`
        : inputs_image/* buildArgumentRule */.AO.check(key, entry),
};
/** A template runs it as `./NAME`, in a shell. */
function parseScript(text) {
    if (/^[\w][\w.-]*(?:\/[\w][\w.-]*)*$/.test(text) && text.length <= 200)
        return (0,errors/* parsed */.Yz)(text);
    return (0,errors/* refused */.J5)(`${(0,shown/* shown */.S)(text)} is no path in the folder of a connector: it has letters, digits, ".", "-" and "_", like "scripts/prepare.sh".`);
}

;// CONCATENATED MODULE: ./lib/inputs/merge.js
/** What the command `merge` takes, validated as far as that goes without the file of the plan. */








function readMergeInputs(raw, where, env = {}) {
    const { one, many, done } = (0,inputs_reader/* inputReader */.c)('merge', raw, where, env);
    const path = (name) => one(name, (value) => (0,building/* parsePath */.Rr)(value, where));
    const { inputs: own, problems: ofOwn } = done({
        planFile: path('plan_file'),
        reports: many('reports', (text) => parseFolders(text, where)),
        concurrency: one('concurrency', several/* parseConcurrency */.n),
    }, { reportFile: path('report_file') });
    const pushed = { ...raw, push: 'true' };
    const { inputs: image, problems: ofStep } = stepInputs(pushed, where, env);
    const problems = (0,errors/* uniqueProblems */.OH)([...ofOwn, ...ofStep]);
    if (own === undefined || image === undefined || problems.length > 0)
        return { problems };
    const { registry, registryUsername, caBundle, secrets } = image;
    const read = (shard) => (0,cells/* readCells */.cg)(shard, pushed, where, env);
    return {
        inputs: { ...own, registry, secrets, ...(0,defined/* defined */.s)({ registryUsername, caBundle }), step: image, read },
        problems,
    };
}

// EXTERNAL MODULE: ./lib/inputs/plan.js
var plan = __webpack_require__(49766);
// EXTERNAL MODULE: ./lib/inputs/project.js
var project = __webpack_require__(90764);
// EXTERNAL MODULE: ./lib/inputs/run.js + 1 modules
var run = __webpack_require__(97545);
;// CONCATENATED MODULE: ./lib/entry/rows/making.js
/** Commands that make images, or say which to make. */








const makingRows = {
    build: row({
        action: {
            folder: '',
            name: 'Python Image Builder',
            description: 'Publish verified multi-architecture container images of Python packages.',
        },
        summary: 'Makes one verified multi-architecture container image of a Python package.',
        usage: '--package NAME --package-version VERSION [options]',
        examples: [
            {
                text: 'A verified image in ./image, without any registry:',
                lines: [
                    `${program} build --package uvicorn --package-version latest \\`,
                    '  --python-version 3.13 --target-base slim',
                ],
            },
            {
                text: 'The same, pushed with what "docker login" left:',
                lines: [
                    `${program} build --package uvicorn --package-version latest \\`,
                    '  --registry ghcr.io --image-name example/uvicorn --push',
                ],
            },
            {
                text: 'What would be done, and nothing more:',
                lines: [`${program} build --package 'gunicorn[setproctitle]' --package-version 23.0.0 --dry-run`],
            },
        ],
        read: readBuildInputs,
        load: () => Promise.all(/* import() */[__webpack_require__.e(606), __webpack_require__.e(3292), __webpack_require__.e(2179), __webpack_require__.e(589), __webpack_require__.e(7119), __webpack_require__.e(1793), __webpack_require__.e(734), __webpack_require__.e(5259), __webpack_require__.e(1709), __webpack_require__.e(3581), __webpack_require__.e(618), __webpack_require__.e(6418), __webpack_require__.e(1534), __webpack_require__.e(1941), __webpack_require__.e(4813)]).then(__webpack_require__.bind(__webpack_require__, 34813)),
    }),
    plan: row({
        action: {
            folder: 'plan',
            name: 'Python Image Builder: plan',
            description: 'Find the images of a matrix that must be made, and spread them over jobs.',
        },
        summary: 'Finds which images of a matrix must be made, and spreads them over jobs.',
        description: 'Finds the versions of packages and the Pythons, looks at what the registry holds of each image, and says which must be made, why, and in which job. It makes none.',
        usage: '[--packages NAMES] [options]',
        first: [
            'packages',
            'package_versions',
            'python_versions',
            'target_bases',
            'exclude',
            'include',
            'images_file',
        ],
        examples: [
            {
                text: 'The last five versions, on all Pythons that still get fixes:',
                lines: [
                    `${program} plan --packages 'uvicorn[standard]' --package-versions 'last 5' \\`,
                    "  --target-bases 'slim alpine' --registry ghcr.io --image-name example/uvicorn",
                ],
            },
            {
                text: 'The first of its jobs:',
                lines: [`${program} build --cells python-images-plan.json#1 --registry ghcr.io --push`],
            },
        ],
        read: plan/* readPlanInputs */.j,
        load: () => Promise.all(/* import() */[__webpack_require__.e(606), __webpack_require__.e(3292), __webpack_require__.e(2179), __webpack_require__.e(8815), __webpack_require__.e(589), __webpack_require__.e(7119), __webpack_require__.e(1793), __webpack_require__.e(734), __webpack_require__.e(5259), __webpack_require__.e(1709), __webpack_require__.e(3581), __webpack_require__.e(618), __webpack_require__.e(1941), __webpack_require__.e(1438)]).then(__webpack_require__.bind(__webpack_require__, 31438)),
    }),
    merge: row({
        action: {
            folder: 'merge',
            name: 'Python Image Builder: merge',
            description: 'Publish images of which several jobs made the platforms.',
        },
        summary: 'Publishes images of which several jobs made the platforms.',
        description: 'Publishes the images that a plan split over runners: looks whether all of their platforms are there, writes the index of each once, and moves its tags. It builds nothing.',
        usage: '[FOLDER…] [--plan-file FILE] [options]',
        first: ['reports', 'plan_file'],
        examples: [
            {
                text: 'The images of which all jobs of a plan made their part:',
                lines: [`${program} merge reports --registry ghcr.io`],
            },
        ],
        read: readMergeInputs,
        load: () => Promise.all(/* import() */[__webpack_require__.e(606), __webpack_require__.e(3292), __webpack_require__.e(2179), __webpack_require__.e(589), __webpack_require__.e(7119), __webpack_require__.e(1793), __webpack_require__.e(734), __webpack_require__.e(5259), __webpack_require__.e(1709), __webpack_require__.e(3581), __webpack_require__.e(618), __webpack_require__.e(6418), __webpack_require__.e(1534), __webpack_require__.e(1941), __webpack_require__.e(1375)]).then(__webpack_require__.bind(__webpack_require__, 11375)),
    }),
    project: row({
        action: {
            folder: 'project',
            name: 'Python Image Builder: project',
            description: 'Publish a verified image for each console script of a Python project.',
        },
        summary: 'Makes the images of a Python project, one for each console script.',
        usage: '[--path FOLDER] [options]',
        first: ['path', 'scripts'],
        examples: [
            {
                text: 'The images of the project in this folder, pushed:',
                lines: [`${program} project --registry ghcr.io --image-name example/foo --push`],
            },
            {
                text: 'Only that of one script, on another base, and nothing but said:',
                lines: [
                    `${program} project --scripts foo-manage --target-base slim \\`,
                    '  --registry ghcr.io --image-name example/foo --push --dry-run',
                ],
            },
        ],
        read: project/* readProjectInputs */.H,
        load: () => Promise.all(/* import() */[__webpack_require__.e(606), __webpack_require__.e(3292), __webpack_require__.e(2179), __webpack_require__.e(589), __webpack_require__.e(7119), __webpack_require__.e(1793), __webpack_require__.e(734), __webpack_require__.e(5259), __webpack_require__.e(1709), __webpack_require__.e(3581), __webpack_require__.e(618), __webpack_require__.e(6418), __webpack_require__.e(1534), __webpack_require__.e(2162), __webpack_require__.e(9353), __webpack_require__.e(2006)]).then(__webpack_require__.bind(__webpack_require__, 18726)),
    }),
    tree: row({
        action: {
            folder: 'tree',
            name: 'Python Image Builder: tree',
            description: 'Publish verified multi-architecture images of Dockerfiles that stand on each other.',
        },
        summary: 'Makes the images of a folder of Dockerfiles, those that others stand on first.',
        usage: '[--path FOLDER] [options]',
        first: ['path'],
        examples: [
            {
                text: 'What would be made of the Dockerfiles in this folder, and in which order:',
                lines: [`${program} tree --registry ghcr.io --image-name example/images --push --dry-run`],
            },
            {
                text: 'Only what a commit changed, and what stands on it:',
                lines: [
                    `${program} tree --path container --changed HEAD~1 \\`,
                    '  --registry ghcr.io --image-name example/images --push',
                ],
            },
        ],
        read: tree/* readTreeInputs */.m,
        load: () => Promise.all(/* import() */[__webpack_require__.e(606), __webpack_require__.e(3292), __webpack_require__.e(2179), __webpack_require__.e(8815), __webpack_require__.e(589), __webpack_require__.e(7119), __webpack_require__.e(1793), __webpack_require__.e(734), __webpack_require__.e(5259), __webpack_require__.e(1709), __webpack_require__.e(3581), __webpack_require__.e(618), __webpack_require__.e(6418), __webpack_require__.e(1534), __webpack_require__.e(5089), __webpack_require__.e(8000), __webpack_require__.e(3262)]).then(__webpack_require__.bind(__webpack_require__, 73262)),
    }),
    connector: row({
        action: {
            folder: 'connector',
            name: 'Python Image Builder: connector',
            description: 'Publish verified multi-architecture images of Airbyte connectors.',
        },
        summary: "Makes the images of Airbyte's connectors.",
        usage: '--connector-name NAME [options]',
        examples: [
            {
                text: 'Whether a connector builds, and answers to "spec" on every platform:',
                lines: [`${program} connector --connector-name source-faker`],
            },
            {
                text: 'All connectors that a commit changed, pushed:',
                lines: [
                    `${program} connector --changed HEAD~1 --registry ghcr.io/example \\`,
                    '  --release-type main-release --no-dry-run',
                ],
            },
        ],
        read: readConnectorInputs,
        load: () => Promise.all(/* import() */[__webpack_require__.e(606), __webpack_require__.e(3292), __webpack_require__.e(2179), __webpack_require__.e(8815), __webpack_require__.e(589), __webpack_require__.e(7119), __webpack_require__.e(1793), __webpack_require__.e(734), __webpack_require__.e(5259), __webpack_require__.e(1709), __webpack_require__.e(3581), __webpack_require__.e(618), __webpack_require__.e(6418), __webpack_require__.e(1534), __webpack_require__.e(139)]).then(__webpack_require__.bind(__webpack_require__, 70139)),
    }),
    run: row({
        summary: 'Builds the image of a console script, or of a Dockerfile, and runs it.',
        description: 'Builds the image of a console script of a project, or that of a Dockerfile of a tree, for this machine alone, and runs it. What the engine of this machine has already is built again only where what it is made of changed. The program has the terminal, and its exit code is that of the command.',
        usage: 'NAME [options] [-- ARGUMENTS]',
        first: [
            'name',
            'arguments',
            'publish',
            'env',
            'env_from',
            'volume',
            'mount',
            'user',
            'workdir',
            'network',
        ],
        examples: [
            {
                text: 'A console script of the project in this folder:',
                lines: [`${program} run foo-manage -- migrate --verbose`],
            },
            {
                text: 'An image of a tree of Dockerfiles, with a port, a variable and a folder:',
                lines: [
                    `${program} run tractor --path container \\`,
                    '  -p 8000:80 -e LOG_LEVEL=debug -v ./data:/data',
                ],
            },
        ],
        read: run/* readRunInputs */.h,
        load: () => Promise.all(/* import() */[__webpack_require__.e(606), __webpack_require__.e(3292), __webpack_require__.e(2179), __webpack_require__.e(8815), __webpack_require__.e(589), __webpack_require__.e(7119), __webpack_require__.e(1793), __webpack_require__.e(734), __webpack_require__.e(5259), __webpack_require__.e(1709), __webpack_require__.e(3581), __webpack_require__.e(618), __webpack_require__.e(6418), __webpack_require__.e(1534), __webpack_require__.e(5089), __webpack_require__.e(2162), __webpack_require__.e(8000), __webpack_require__.e(9353), __webpack_require__.e(8885)]).then(__webpack_require__.bind(__webpack_require__, 58885)),
    }),
};

;// CONCATENATED MODULE: ./lib/entry/commands.js


const commands = { ...makingRows, ...keepingRows };


/***/ }),

/***/ 44247:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LH: () => (/* binding */ withRetries),
/* harmony export */   kB: () => (/* binding */ usualBudget),
/* harmony export */   mu: () => (/* binding */ parseRetryAfter),
/* harmony export */   wA: () => (/* binding */ isTemporaryStatus)
/* harmony export */ });
/* unused harmony export backoff */
const usualBudget = { attempts: 6, time: 120_000, first: 500, longest: 20_000 };
const isTemporaryStatus = (status) => status === 408 || status === 425 || status === 429 || (status >= 500 && status !== 501 && status !== 505);
/** Milliseconds of a Retry-After header, which has seconds or a date (RFC 9110, section 10.2.3). */
function parseRetryAfter(value, now) {
    if (value === null)
        return undefined;
    if (/^\s*\d+\s*$/.test(value))
        return Number(value) * 1000;
    const date = Date.parse(value);
    return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
/** A random wait after a failed attempt, counted from 1: between 0 and the bound, so that many clients spread out. */
const backoff = (attempt, budget, random = Math.random) => random() * Math.min(budget.longest, budget.first * 2 ** (attempt - 1));
/** Runs `attempt`, with its number from 1, until it resolves, fails for good, or the budget is spent. */
async function withRetries(attempt, { clock, budget = usualBudget, again, onWait, giveUp = (error) => error }) {
    const start = clock.now();
    for (let number = 1;; number += 1) {
        try {
            return await attempt(number);
        }
        catch (error) {
            const verdict = again(error);
            const milliseconds = clock.now() - start;
            const wait = Math.max(verdict?.after ?? 0, backoff(number, budget));
            if (verdict === undefined || number >= budget.attempts || milliseconds + wait > budget.time)
                throw giveUp(error, { attempts: number, milliseconds });
            onWait?.(error, wait);
            await clock.sleep(wait);
        }
    }
}


/***/ }),

/***/ 96245:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fw: () => (/* binding */ parseOutput),
/* harmony export */   Rr: () => (/* binding */ parsePath),
/* harmony export */   St: () => (/* binding */ parseBaseRegistry),
/* harmony export */   X6: () => (/* binding */ parseProvenance),
/* harmony export */   Z0: () => (/* binding */ parseIndexUrl),
/* harmony export */   dC: () => (/* binding */ parseSecrets),
/* harmony export */   rl: () => (/* binding */ parseSbom),
/* harmony export */   tu: () => (/* binding */ parseUvVersion),
/* harmony export */   xx: () => (/* binding */ parseBuilder)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _names_image_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57257);
/* harmony import */ var _names_shown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8065);
/* harmony import */ var _names_nearest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(13114);
/* harmony import */ var _plan_sbom_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85562);
/* harmony import */ var _splitting_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56253);
/** The inputs that say how an image is built: paths, secrets, indexes, builder, attestations. */






/** Steps that a relative path goes above where it starts: `a/../../b` is 1. */
function climb(path) {
    let depth = 0;
    let above = 0;
    for (const part of path.split('/')) {
        if (part === '..')
            depth -= 1;
        else if (part !== '' && part !== '.')
            depth += 1;
        above = Math.max(above, -depth);
    }
    return above;
}
/**
 * Parses a path of a file or a folder. Refuses what a shell, a bake file or buildx's comma-separated options would
 * read as more than a path. A runner takes absolute paths too: other actions' files are outside the workspace.
 */
function parsePath(text, where) {
    if (/^[a-z][a-z0-9+.-]*:\/\/|^git@|^(?:docker-image|oci-layout|target):/i.test(text)) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .S)(text)} is a URL: give a path on this machine, and check out or download first.`);
    }
    if (/["$\\`,:]/.test(text)) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .S)(text)} is not a path that can be used: it must not have ", $, \\, \`, a comma or a colon.`);
    }
    if (text.startsWith('-'))
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .S)(text)} would be read as an option: write it as "./${text}".`);
    if (text.length > 4000 || text.split('/').some((part) => Buffer.byteLength(part) > 255)) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .S)(text)} is too long: a file's name has at most 255 bytes and a path 4,000 characters.`);
    }
    if (where === 'action' && !text.startsWith('/') && climb(text) > 0) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .S)(text)} leaves the workspace: give a path within it, or an absolute one.`);
    }
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(text);
}
/** Parses the folder of the OCI layout. It must hold nothing else, since its content is replaced. */
function parseOutput(text, where) {
    const path = parsePath(text, where);
    if (path.ok && text.split('/').every((part) => part === '' || part === '.' || part === '..')) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .S)(text)} is a folder that holds other things: give the image one of its own, like "./image".`);
    }
    return path;
}
/**
 * Parses the secrets of the build, one a line in buildx's syntax. Lines that are wrong are not shown: what stands in them
 * may be the secret itself.
 */
function parseSecrets(text, where) {
    const { value, messages } = (0,_splitting_js__WEBPACK_IMPORTED_MODULE_3__/* .parseEach */ .lc)((0,_splitting_js__WEBPACK_IMPORTED_MODULE_3__/* .splitLines */ .uz)(text), (line, place) => {
        const secret = parseSecret(line, where);
        return secret.ok ? secret : (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`entry ${place} ${secret.message}`);
    });
    const ids = value.map(({ id }) => id);
    const twice = new Set(ids.filter((id, index) => ids.indexOf(id) < index));
    return {
        value,
        messages: [...messages, ...[...twice].map((id) => `the id "${id}" is there more than once: keep one.`)],
    };
}
/** An id alone is the variable of that name, as in buildx. */
function parseSecret(line, where) {
    const rule = 'a secret is "id=NAME,src=PATH" or "id=NAME,env=VARIABLE", and its value is only in that file or variable';
    const fields = new Map();
    for (const part of line.split(',')) {
        const at = part.indexOf('=');
        const key = part.slice(0, Math.max(at, 0)).trim();
        if (!['id', 'src', 'source', 'env', 'type'].includes(key) || fields.has(key)) {
            return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`is not what buildx takes: ${rule}.`);
        }
        fields.set(key, part.slice(at + 1).trim());
    }
    const id = fields.get('id') ?? '';
    if (!/^[a-z0-9_][a-z0-9._-]{0,127}$/i.test(id)) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`has no right id: ${rule}; NAME has letters, digits, ".", "_" and "-".`);
    }
    const source = fields.get('src') ?? fields.get('source');
    const name = fields.get('env') ?? (source === undefined ? id : undefined);
    const type = fields.get('type') ?? (source === undefined ? 'env' : 'file');
    if ((source === undefined) === (name === undefined) || type !== (source === undefined ? 'env' : 'file')) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`(id "${id}") has not just one source: ${rule}.`);
    }
    if (source !== undefined) {
        const path = source === '' ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)('') : parsePath(source, where);
        return path.ok
            ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)({ id, from: { kind: 'file', path: path.value } })
            : (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`(id "${id}") has no path that can be used: ${rule}.`);
    }
    if (name === undefined || !/^[a-z_][a-z0-9_]*$/i.test(name)) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`(id "${id}") names no environment variable: ${rule}; VARIABLE has letters, digits and "_".`);
    }
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)({ id, from: { kind: 'variable', name } });
}
/** Parses the URL of a simple index. Never shown beyond its host: people put tokens into such URLs. */
function parseIndexUrl(text) {
    const example = 'like "https://packages.example.com/simple"';
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url === undefined || !['http:', 'https:'].includes(url.protocol) || url.hostname === '') {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`it is not the URL of an index: give one with https:// or http://, ${example}.`);
    }
    if (url.username !== '' || url.password !== '' || /^[^/]*\/\/[^/?#]*@/.test(text)) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`the URL for ${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .S)(url.host)} has a user or a password in it, which would be kept in the image's history: give the URL without them, and the credentials through secrets.`);
    }
    if (/[?#]/.test(text))
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`the URL for ${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .S)(url.host)} has a query or a fragment: give its path alone, ${example}.`);
    if (text.length > 2000 || !/^https?:\/\/[a-z0-9.:[\]-]+(?:\/[\w.~%+:@=-]*)*$/i.test(text)) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`the URL for ${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .S)(url.host)} has characters that a URL must write as %XX: ${example}.`);
    }
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(text);
}
/** Parses where the official Python images are pulled from: a registry, and the path under which they are there. */
function parseBaseRegistry(text) {
    const trimmed = text.replace(/\/+$/, '');
    const at = trimmed.indexOf('/');
    if (at === -1 || trimmed.includes('://'))
        return (0,_names_image_name_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRegistry */ .l5)(trimmed);
    const repository = (0,_names_image_name_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRepository */ .SU)(trimmed.slice(0, at), trimmed.slice(at + 1), trimmed);
    if (!repository.ok)
        return repository;
    const { registry } = repository.value;
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(`${registry}/${trimmed.slice(at + 1).toLowerCase()}`);
}
function parseBuilder(text) {
    if (/^[a-z0-9][a-z0-9._-]{0,127}$/i.test(text))
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(text);
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .S)(text)} is not the name of a builder: it has letters, digits, ".", "_" and "-". "docker buildx ls" lists those that there are.`);
}
const provenanceKeys = [
    'mode',
    'builder-id',
    'disabled',
    'filename',
    'inline-only',
    'reproducible',
    'version',
];
const sbomKeys = ['generator', 'disabled'];
const sbomWords = ['spdx', 'cyclonedx', 'both', 'true', 'false'];
/** Parses `true`, `false`, or `key=value,…` as buildx takes it. */
function parseAttestation(text, keys, example) {
    if (/^(?:true|false)$/i.test(text))
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(text.toLowerCase());
    const rule = `it is "true", "false" or like "${example}"`;
    for (const part of text.split(',')) {
        const [, key = '', value = ''] = /^([^=]*)=([\w.:/@+-]+)$/.exec(part) ?? [];
        if (key === 'mode' && !['min', 'max'].includes(value))
            return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .S)(text)} has a mode that does not exist: ${rule}.`);
        if (!keys.includes(key)) {
            const near = (0,_names_nearest_js__WEBPACK_IMPORTED_MODULE_5__/* .nearest */ .p)(key, keys);
            return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .S)(text)} is not taken by buildx: ${rule}.${near === undefined ? '' : ` Did you mean "${near}"?`}`);
        }
    }
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(text);
}
const parseProvenance = (text) => parseAttestation(text, provenanceKeys, 'mode=max');
/** Parses the SBOM: forms of this program's own, or what buildx takes; `true` stands for `spdx`. */
function parseSbom(text) {
    const word = text.toLowerCase();
    if (word === 'true')
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)('spdx');
    if (word === 'false' || (0,_plan_sbom_js__WEBPACK_IMPORTED_MODULE_2__/* .sbomForms */ .f)(word).length > 0)
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(word);
    const near = text.includes('=') ? undefined : (0,_names_nearest_js__WEBPACK_IMPORTED_MODULE_5__/* .nearest */ .p)(word, sbomWords);
    if (text.includes('='))
        return parseAttestation(text, sbomKeys, 'generator=IMAGE');
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .S)(text)} is no form of an SBOM: it is "spdx", "cyclonedx", "both", "true" (which is "spdx"), "false", or "generator=IMAGE" for a scanner of buildx.${near === undefined ? '' : ` Did you mean "${near}"?`}`);
}
function parseUvVersion(text) {
    if (/^(?:0|[1-9]\d{0,4})(?:\.(?:0|[1-9]\d{0,4})){2}$/.test(text))
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(text);
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .S)(text)} is not a release of uv: give all three numbers, like "0.9.5", or nothing.`);
}


/***/ }),

/***/ 80604:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U3: () => (/* binding */ cellInputs),
/* harmony export */   cg: () => (/* binding */ readCells),
/* harmony export */   uK: () => (/* binding */ parseShard)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _names_nearest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13114);
/* harmony import */ var _names_shown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8065);
/* harmony import */ var _command_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47192);
/* harmony import */ var _read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83764);
/** Several images of one step: what `plan` hands to `build`. */





/** Inputs that belong to the step, and not to an image: its accounts, its machine, and what it does with all of them. */
const ofStep = new Set([
    'cells',
    'registry_username',
    'registry_password',
    'secrets',
    'ca_bundle',
    'builder',
    'verify_env',
    'sign',
    'sign_key',
    'sign_key_passphrase',
    'sign_failure',
    'signing_config',
    'base_signature',
    'base_identity',
    'trusted_root',
    'concurrency',
    'fail_fast',
    'time_budget',
    'report_file',
    'sarif_file',
    'push',
    'output',
    'dry_run',
]);
/** Names of inputs that a cell may have. */
const cellInputs = (0,_command_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .inputsOf */ .Vc)('build')
    .map(({ name }) => name)
    .filter((name) => !ofStep.has(name));
const example = '[{"package": "uvicorn", "package_version": "0.35.0", "python_version": "3.13", "target_base": "slim"}]';
/** @param about what is read, for messages. @returns no value where there are messages. */
function parseShard(text, about) {
    const refused = (...messages) => ({ value: undefined, messages });
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return refused(`${about} is no JSON: give a list of images, like ${example}.`);
    }
    const { inputs = {}, cells } = (Array.isArray(value) ? { cells: value } : (value ?? {}));
    if (!Array.isArray(cells) || cells.length === 0)
        return refused(`${about} has no image: give a list of images, like ${example}.`);
    const rows = [inputs, ...cells];
    const messages = rows.flatMap((row, at) => wrongIn(row).map((wrong) => `${about}, ${at === 0 ? 'inputs' : `image ${at}`}: ${wrong}`));
    if (messages.length > 0)
        return refused(...messages);
    return { value: { inputs: inputs, cells: cells }, messages };
}
/** What is wrong with the inputs of one image. */
function wrongIn(row) {
    if (typeof row !== 'object' || row === null || Array.isArray(row))
        return ['it is no object of inputs and their values.'];
    return Object.entries(row).flatMap(([name, value]) => {
        if (!cellInputs.includes(name)) {
            const near = (0,_names_nearest_js__WEBPACK_IMPORTED_MODULE_3__/* .nearest */ .p)(name, cellInputs);
            const way = ofStep.has(name)
                ? 'it belongs to the step: give it there.'
                : near === undefined
                    ? 'there is no such input.'
                    : `there is no such input. Did you mean "${near}"?`;
            return [`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .S)(name)}: ${way}`];
        }
        return typeof value === 'string' ? [] : [`${name}: its value must be a text: write it in quotes.`];
    });
}
/** Reads every image of a shard; what is wrong with several of them is said once. */
function readCells({ inputs, cells }, raw, where, env) {
    const read = cells.map((cell) => (0,_read_js__WEBPACK_IMPORTED_MODULE_2__/* .readInputs */ .K)({ ...raw, cells: '', ...inputs, ...cell }, where, env));
    const problems = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .uniqueProblems */ .OH)(read.flatMap((one) => one.problems));
    return { cells: read.flatMap((one) => one.inputs ?? []), problems };
}


/***/ }),

/***/ 34526:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ parseExtraIndexes)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _names_package_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28066);
/* harmony import */ var _names_platform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29885);
/* harmony import */ var _names_shown_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8065);
/* harmony import */ var _building_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(96245);
/* harmony import */ var _splitting_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(56253);
/** Parses lines like `internal-* https://packages.example.com/simple` and `wheels linux/arm/v7 https://wheels.example.com/simple`. */






const rule = 'write "PACKAGE https://…" for packages that come from there alone ("internal-*"), or "wheels PLATFORM https://…" for built wheels';
/** Lines are not shown: people put tokens into URLs. */
function parseExtraIndexes(text) {
    const { value, messages } = (0,_splitting_js__WEBPACK_IMPORTED_MODULE_4__/* .parseEach */ .lc)((0,_splitting_js__WEBPACK_IMPORTED_MODULE_4__/* .splitLines */ .uz)(text), (line, place) => {
        const index = parseExtraIndex(line);
        return index.ok ? index : (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`entry ${place}: ${index.message}`);
    });
    const patterns = value.flatMap((one) => (one.kind === 'packages' ? one.patterns : []));
    return {
        value,
        messages: [
            ...messages,
            ...repeated(patterns).map((pattern) => `${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_5__/* .shown */ .S)(pattern)} is owned twice: a package comes from one index.`),
        ],
    };
}
const repeated = (all) => [
    ...new Set(all.filter((one, at) => all.indexOf(one) !== at)),
];
function parseExtraIndex(line) {
    const [, given, rest = ''] = /^(?:(\S+)\s*=\s+)?(.*)$/.exec(line) ?? [];
    const words = rest.split(/\s+/);
    const urls = words.filter((word) => /:\/\//.test(word));
    if (urls.length !== 1 || !words.at(-1).includes('://'))
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`it does not end with the URL of one index: ${rule}.`);
    const url = (0,_building_js__WEBPACK_IMPORTED_MODULE_3__/* .parseIndexUrl */ .Z0)(urls[0]);
    if (!url.ok)
        return url;
    if (given !== undefined && !/^[a-z0-9](?:[\w.-]{0,62}[a-z0-9])?$/i.test(given))
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)('the name before "=" has other characters than letters, digits, ".", "-" and "_".');
    const index = { name: given ?? new URL(url.value).host, url: url.value };
    const [first, ...others] = words.slice(0, -1);
    if (first === undefined)
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`it does not say what ${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_5__/* .shown */ .S)(index.name)} is asked for: ${rule}.`);
    // A package may be called "wheels", too.
    if (first === 'wheels' && others.length > 0) {
        const { value: platforms, messages } = (0,_splitting_js__WEBPACK_IMPORTED_MODULE_4__/* .parseEach */ .lc)(others, _names_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePlatform */ .FL);
        return messages.length > 0
            ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(messages.join(' '))
            : (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)({ ...index, kind: 'wheels', platforms: [...new Set(platforms)] });
    }
    const { value: patterns, messages } = (0,_splitting_js__WEBPACK_IMPORTED_MODULE_4__/* .parseEach */ .lc)([first, ...others], parsePattern);
    return messages.length > 0
        ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(messages.join(' '))
        : (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)({ ...index, kind: 'packages', patterns: [...new Set(patterns)] });
}
function parsePattern(text) {
    if (/^[\w.*-]+$/.test(text) && /^[A-Za-z0-9*](?:.*[A-Za-z0-9*])?$/.test(text) && /[A-Za-z0-9]/.test(text))
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)((0,_names_package_name_js__WEBPACK_IMPORTED_MODULE_1__/* .normalizedName */ .j8)(text));
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(text.includes('*') && !/[A-Za-z0-9]/.test(text)
        ? `${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_5__/* .shown */ .S)(text)} would own every package: name that index as index_url.`
        : `${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_5__/* .shown */ .S)(text)} is no name of a package: ${_names_package_name_js__WEBPACK_IMPORTED_MODULE_1__/* .nameRule */ .Mp}; "*" stands for any of these.`);
}


/***/ }),

/***/ 17260:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ readImageInputs),
/* harmony export */   n: () => (/* binding */ readMakingInputs)
/* harmony export */ });
/* harmony import */ var _building_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96245);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32632);
/* harmony import */ var _rebuilding_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7572);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69654);
/* harmony import */ var _splitting_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(56253);
/* harmony import */ var _choices_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(41525);
/* harmony import */ var _signing_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(39670);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(97035);
/* harmony import */ var _verifying_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(94642);
/** Reads the inputs that commands which make images share. */









/** What {@link InputReader.done} takes, for what all of them share, wherever their images go. */
function readMakingInputs({ text, one, many, called }, where, { skippable, buildArgument }) {
    const pairs = (name, rule) => many(name, (value) => (0,_splitting_js__WEBPACK_IMPORTED_MODULE_4__/* .parsePairs */ .xg)(value, rule));
    const platforms = many('platform', _values_js__WEBPACK_IMPORTED_MODULE_6__/* .parsePlatforms */ .qA);
    return {
        needed: {
            platforms,
            optionalPlatforms: many('platform_optional', (value) => _values_js__WEBPACK_IMPORTED_MODULE_6__/* .parseOptionalPlatforms */ .uM(value, platforms, called('platform'))),
            labels: pairs('labels', _image_js__WEBPACK_IMPORTED_MODULE_1__/* .labelRule */ .df),
            annotations: pairs('annotations', _image_js__WEBPACK_IMPORTED_MODULE_1__/* .annotationRule */ .U2),
            buildArgs: pairs('build_args', buildArgument ?? _image_js__WEBPACK_IMPORTED_MODULE_1__/* .buildArgumentRule */ .AO),
            secrets: many('secrets', (value) => _building_js__WEBPACK_IMPORTED_MODULE_0__/* .parseSecrets */ .dC(value, where)),
            baseRegistry: one('base_registry', _building_js__WEBPACK_IMPORTED_MODULE_0__/* .parseBaseRegistry */ .St),
            verify: one('verify', (value) => _values_js__WEBPACK_IMPORTED_MODULE_6__/* .parseChoice */ .HU(value, _choices_js__WEBPACK_IMPORTED_MODULE_8__/* .verifyChoices */ .fx)),
            verifySkip: many('verify_skip', (value) => (0,_splitting_js__WEBPACK_IMPORTED_MODULE_4__/* .parseEach */ .lc)((0,_splitting_js__WEBPACK_IMPORTED_MODULE_4__/* .splitLines */ .uz)(value), (line) => (0,_verifying_js__WEBPACK_IMPORTED_MODULE_7__/* .parseVerifySkip */ .Us)(line, skippable))),
            verifyEnv: many('verify_env', _verifying_js__WEBPACK_IMPORTED_MODULE_7__/* .parseVerifyEnv */ .q4),
            provenance: one('provenance', _building_js__WEBPACK_IMPORTED_MODULE_0__/* .parseProvenance */ .X6),
            sbom: one('sbom', _building_js__WEBPACK_IMPORTED_MODULE_0__/* .parseSbom */ .rl),
        },
        optional: {
            caBundle: one('ca_bundle', (value) => _building_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePath */ .Rr(value, where)),
            maxAge: one('max_age', _rebuilding_js__WEBPACK_IMPORTED_MODULE_2__/* .parseMaxAge */ .pq),
            verifyCommand: text('verify_command') || undefined,
            builder: one('builder', _building_js__WEBPACK_IMPORTED_MODULE_0__/* .parseBuilder */ .xx),
        },
    };
}
/**
 * What {@link InputReader.done} takes, for the inputs of `ImageInputs`.
 *
 * @param usualName name of the image on the command line, where none is given.
 * @param skippable checks that `verify_skip` may leave out.
 * @param use what the registry is for.
 */
function readImageInputs(reader, raw, where, usualName, skippable = _verifying_js__WEBPACK_IMPORTED_MODULE_7__/* .packageChecks */ .uV, use) {
    const { given, text, one, many, say, called, env } = reader;
    const flag = (name) => one(name, _values_js__WEBPACK_IMPORTED_MODULE_6__/* .parseFlag */ .og);
    const making = readMakingInputs(reader, where, { skippable });
    const destination = one('push', (value) => _values_js__WEBPACK_IMPORTED_MODULE_6__/* .parsePush */ .Y5(value, env));
    const push = destination && destination === 'registry';
    const destinations = (0,_registry_js__WEBPACK_IMPORTED_MODULE_3__/* .readDestinations */ .sF)(given, usualName, where, say);
    if (where === 'cli' && text('push').toLowerCase() === 'true' && (raw['registry'] ?? '').trim() === '') {
        const lack = (0,_registry_js__WEBPACK_IMPORTED_MODULE_3__/* .missingRegistry */ .iC)(text('image_name'), use);
        if (lack !== undefined)
            say('registry', lack);
    }
    const asked = one('rebuild', (value) => _values_js__WEBPACK_IMPORTED_MODULE_6__/* .parseChoice */ .HU(value, _choices_js__WEBPACK_IMPORTED_MODULE_8__/* .rebuildChoices */ .Md));
    const rebuild = (0,_rebuilding_js__WEBPACK_IMPORTED_MODULE_2__/* .foldForce */ .xA)(asked, { force: flag('force'), push: destination && destination !== 'layout' }, called, say);
    const deep = flag('deep');
    (0,_rebuilding_js__WEBPACK_IMPORTED_MODULE_2__/* .refuseDeep */ .zM)(deep, rebuild, called, say);
    return {
        needed: {
            ...making.needed,
            registry: destinations?.registry,
            repositories: destinations?.repositories,
            rebuild,
            deep,
            tags: many('tags', _values_js__WEBPACK_IMPORTED_MODULE_6__/* .parseTags */ .rL),
            push,
            trial: destination && destination === 'nowhere',
            dryRun: flag('dry_run'),
            output: one('output', (value) => _building_js__WEBPACK_IMPORTED_MODULE_0__/* .parseOutput */ .Fw(value, where)),
        },
        optional: {
            ...making.optional,
            registryUsername: (0,_registry_js__WEBPACK_IMPORTED_MODULE_3__/* .readUsername */ .fz)(raw, text('registry_username'), say),
            baseSignature: (0,_signing_js__WEBPACK_IMPORTED_MODULE_5__/* .readBaseSignature */ .a5)(reader, where),
            signing: (0,_signing_js__WEBPACK_IMPORTED_MODULE_5__/* .readSigning */ .ac)(reader, raw, where, { push, use }),
        },
    };
}


/***/ }),

/***/ 32632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AO: () => (/* binding */ buildArgumentRule),
/* harmony export */   EY: () => (/* binding */ parseMaintainer),
/* harmony export */   Pn: () => (/* binding */ parseVariant),
/* harmony export */   RM: () => (/* binding */ parseCommand),
/* harmony export */   U2: () => (/* binding */ annotationRule),
/* harmony export */   a5: () => (/* binding */ parseExtraTag),
/* harmony export */   df: () => (/* binding */ labelRule),
/* harmony export */   tN: () => (/* binding */ parseUser)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _names_platform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29885);
/* harmony import */ var _names_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64021);
/* harmony import */ var _names_shown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8065);
/* harmony import */ var _names_nearest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(13114);
/* harmony import */ var _splitting_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56253);
/** The inputs that say what the image is: its base, command, user, labels. */






const codenames = ['stretch', 'buster', 'bullseye', 'bookworm', 'trixie', 'forky'];
const variantWords = ['full', 'slim', 'alpine', ...codenames];
/**
 * Parses a variant of the official image to what follows the Python version in its tag; `full` is the empty one.
 * Whether the variant exists for this Python is the registry's to say: only typos are caught here.
 */
function parseVariant(text) {
    const rule = 'it is "full", "slim", "alpine", or a variant with the name of its distribution, like "slim-bookworm", "alpine3.20" or "trixie"';
    if (text === 'full')
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)('');
    const near = variantNear(text);
    if (near !== undefined)
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .S)(text)} is not a variant of the official Python image. Did you mean "${near}"?`);
    if (text.length > 40 || !/^[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*$/.test(text)) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .S)(text)} is not a variant of the official Python image: ${rule}, in lower-case letters, digits, "." and "-".`);
    }
    if (text.startsWith('full-')) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .S)(text)} is not a variant of the official Python image: the full one of a distribution has its name alone, "${text.slice(5)}".`);
    }
    if (/windowsservercore|nanoserver/.test(text))
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .S)(text)} is for Windows: ${rule}.`);
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(text);
}
/** The variant with the typos in its words corrected; undefined where it has none. */
function variantNear(text) {
    if (text.length > 40)
        return undefined;
    const mended = text.replace(/[a-z]+/gi, (word) => variantWords.includes(word) ? word : (slip(word) ?? word));
    return mended === text ? undefined : mended;
}
function slip(word) {
    const name = (0,_names_nearest_js__WEBPACK_IMPORTED_MODULE_5__/* .nearest */ .p)(word, variantWords);
    // Many words are near to a short name like "full", so the first letter must be the same.
    return name !== undefined && name[0]?.toLowerCase() === word[0]?.toLowerCase() ? name : undefined;
}
function parseExtraTag(text) {
    const tag = (0,_names_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTag */ .ED)(text);
    if (!tag.ok && /[/:]/.test(text))
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${tag.message} Give the tag alone, without registry and name.`);
    return tag;
}
/** Parses a JSON array of strings or a line of words into a command's exec form. */
function parseCommand(text) {
    const words = text.startsWith('[') ? parseArray(text) : (0,_splitting_js__WEBPACK_IMPORTED_MODULE_3__/* .parseWords */ .nl)(text);
    if (!words.ok)
        return words;
    if (words.value.length === 0 || words.value[0] === '') {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .S)(text)} names no program: give a console script's name, or ["program", "argument"].`);
    }
    return words;
}
function parseArray(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        value = undefined;
    }
    const strings = Array.isArray(value) && value.every((item) => typeof item === 'string');
    if (!strings)
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .S)(text)} is not a JSON array of strings: write it like ["uvicorn", "app:app"].`);
    const words = value;
    if (words.some((word) => word.includes('\0')))
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .S)(text)} has a character that no program can be given.`);
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(words);
}
const isAccount = (text) => /^[a-z_][a-z0-9_-]{0,31}$/.test(text) ||
    (/^(?:0|[1-9]\d{0,9})$/.test(text) && Number(text) <= 2_147_483_647);
/** Parses `user` or `user:group`, each a name or a number. */
function parseUser(text) {
    const parts = text.split(':');
    if (parts.length <= 2 && parts.every(isAccount))
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(text);
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .S)(text)} is not a user: it is a name (at most 32 lower-case letters, digits, "_" and "-") or a number, with a group if wanted, like "app", "1000" or "app:app".`);
}
/** Parses who looks after the image: one line that means nothing to a shell, a Dockerfile or a bake file. */
function parseMaintainer(text) {
    if (text.length <= 200 && !/["\\$`]/.test(text))
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(text);
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .S)(text)} is not a maintainer: it is one line of at most 200 characters without ", \\, $ and \`, like "Ada Lovelace <ada@example.com>".`);
}
const keyPattern = /^[a-z0-9](?:[a-z0-9._/-]*[a-z0-9])?$/i;
const keyRule = 'a key has letters, digits, ".", "-", "_" and "/", and starts and ends with a letter or a digit';
const longestKey = 255;
const checkKey = (key) => key.length <= longestKey && keyPattern.test(key) ? undefined : `${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .S)(key)} is not a key: ${keyRule}.`;
const labelRule = { check: checkKey, example: 'org.opencontainers.image.licenses=MIT' };
const levels = ['index', 'manifest', 'index-descriptor', 'manifest-descriptor'];
/** A key may begin with levels, each with a platform if wanted: `index,manifest[linux/amd64]:key`. */
const annotationRule = {
    example: 'org.opencontainers.image.title=uvicorn',
    check(key) {
        const at = key.indexOf(':');
        if (at === -1)
            return checkKey(key);
        for (const part of key.slice(0, at).split(',')) {
            const [, level = part, platform] = /^([a-z-]+)(?:\[([^\]]*)\])?$/.exec(part) ?? [];
            if (!levels.includes(level)) {
                const near = (0,_names_nearest_js__WEBPACK_IMPORTED_MODULE_5__/* .nearest */ .p)(level, levels);
                const way = near === undefined ? `Levels are ${levels.join(', ')}.` : `Did you mean "${near}"?`;
                return `${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .S)(key)} begins with ${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .S)(level)}, which is not a level of annotations. ${way}`;
            }
            const known = platform === undefined ? undefined : (0,_names_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePlatform */ .FL)(platform);
            if (known?.ok === false)
                return known.message;
        }
        return checkKey(key.slice(at + 1));
    },
};
/** Build arguments that this project sets: a user who sets one too would get an image that is not what its tag says. */
const ownBuildArguments = [
    'python_version',
    'publish_target',
    'build_target',
    'package',
    'package_version',
    'maintainer',
];
const buildArgumentRule = {
    example: 'APP_ENV=production',
    check(key, entry) {
        if (!/^[a-z_][a-z0-9_]*$/i.test(key)) {
            // What is no name may be a piece of a secret: its place is enough.
            return `${entry} has no right name before "=": it has letters, digits and "_", and starts with no digit.`;
        }
        if (ownBuildArguments.includes(key))
            return `${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .S)(key)} is set from the inputs: take another name.`;
        return undefined;
    },
};


/***/ }),

/***/ 97979:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rB: () => (/* binding */ parseMatrixBases),
  Q9: () => (/* binding */ parseMatrixPackages),
  qU: () => (/* binding */ parseMatrixPythons),
  eq: () => (/* binding */ parseMatrixVersions)
});

// EXTERNAL MODULE: ./lib/names/python-selection.js
var python_selection = __webpack_require__(46967);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/names/package-version.js
var package_version = __webpack_require__(29033);
// EXTERNAL MODULE: ./lib/names/shown.js
var shown = __webpack_require__(8065);
;// CONCATENATED MODULE: ./lib/names/version-selection.js
/** Which versions of a package a matrix is for: by name, by a range, or the newest ones. */



/** GitHub makes as many jobs of one matrix. */
const most = 256;
const rule = 'write versions, "latest", "last 5", "minors 3", or a range of PEP 440 like ">=0.30,<1", each on a line';
/** Parses one line: a selector, or several versions with commas or spaces between them. */
function parseVersionSelectors(line) {
    const text = line.trim();
    if (/^latest$/i.test(text))
        return (0,errors/* parsed */.Yz)([{ kind: 'latest' }]);
    const counted = /^(last|minors)\s+(\S+)$/i.exec(text);
    if (counted !== null) {
        const kind = counted[1].toLowerCase();
        const count = Number(counted[2]);
        if (!/^[1-9]\d*$/.test(counted[2]) || count > most)
            return (0,errors/* refused */.J5)(`${(0,shown/* shown */.S)(text)} has no right number: it is 1 to ${most}, like "${kind} 3".`);
        return (0,errors/* parsed */.Yz)([{ kind, count }]);
    }
    // Without a comma it would be the newest version and version 5.
    if (/^latest\s+\d+$/i.test(text))
        return (0,errors/* refused */.J5)(`${(0,shown/* shown */.S)(text)} selects no version: the newest ones are "${text.toLowerCase().replace(/^latest\s+/, 'last ')}".`);
    if (/^[<>=!~]/.test(text)) {
        const specifiers = (0,package_version/* parseSpecifiers */.$h)(text);
        return specifiers.ok ? (0,errors/* parsed */.Yz)([{ kind: 'range', text, specifiers: specifiers.value }]) : specifiers;
    }
    const selectors = [];
    for (const part of text.split(/[\s,]+/).filter(Boolean)) {
        if (/^latest$/i.test(part)) {
            selectors.push({ kind: 'latest' });
            continue;
        }
        const version = (0,package_version/* parsePackageVersion */.g7)(part);
        if (!version.ok)
            return (0,errors/* refused */.J5)(`${(0,shown/* shown */.S)(text)} selects no version: ${rule}.`);
        selectors.push({ kind: 'exact', version: version.value, written: part });
    }
    return (0,errors/* parsed */.Yz)(selectors);
}

// EXTERNAL MODULE: ./lib/inputs/image.js
var inputs_image = __webpack_require__(32632);
// EXTERNAL MODULE: ./lib/inputs/packages.js
var inputs_packages = __webpack_require__(88148);
// EXTERNAL MODULE: ./lib/inputs/splitting.js
var splitting = __webpack_require__(56253);
;// CONCATENATED MODULE: ./lib/inputs/matrix.js





const parseMatrixPackages = (text) => (0,splitting/* parseEach */.lc)((0,splitting/* splitList */.ry)(text), inputs_packages/* parsePackage */.C);
function parseMatrixVersions(text) {
    const { value, messages } = (0,splitting/* parseEach */.lc)((0,splitting/* splitLines */.uz)(text), parseVersionSelectors);
    return { value: value.flat(), messages };
}
const parseMatrixPythons = (text) => (0,splitting/* parseEach */.lc)((0,splitting/* splitLines */.uz)(text)
    .flatMap((line) => line.split(','))
    .flatMap((part) => (/^\s*supported\b/i.test(part) ? [part.trim()] : part.split(/\s+/)))
    .filter(Boolean), python_selection/* parsePythonSelector */.r);
/** Variants as they are written, each once. */
const parseMatrixBases = (text) => (0,splitting/* parseEach */.lc)([...new Set((0,splitting/* splitList */.ry)(text))], (base) => {
    const variant = (0,inputs_image/* parseVariant */.Pn)(base);
    return variant.ok ? { ok: true, value: base } : variant;
});


/***/ }),

/***/ 88148:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ parsePackage),
/* harmony export */   XV: () => (/* binding */ parseLatestVersion),
/* harmony export */   ah: () => (/* binding */ parseDistributionPackage),
/* harmony export */   vp: () => (/* binding */ parseRequirementLine),
/* harmony export */   xu: () => (/* binding */ parseWantedVersion),
/* harmony export */   zF: () => (/* binding */ parseConstraintLine)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _names_package_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28066);
/* harmony import */ var _names_package_version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29033);
/* harmony import */ var _names_requirement_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(32663);
/* harmony import */ var _names_shown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8065);
/** The inputs that name packages: of the index and of the distribution. */





/** Longer than any name that an index has; tags, labels and paths are made from it. */
const longest = 200;
function parsePackage(text) {
    const name = (0,_names_package_name_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePackageName */ .Rl)(text);
    if (!name.ok || name.value.text.length <= longest)
        return name;
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`package ${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .S)(text)} is too long: name and extras have at most ${longest} characters.`);
}
function parseWantedVersion(text) {
    if (text.toLowerCase() === 'latest')
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)({ kind: 'latest' });
    const version = (0,_names_package_version_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePackageVersion */ .g7)(text);
    if (version.ok) {
        const { text: normalized } = version.value;
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)({ kind: 'exact', text: normalized, ...(normalized === text ? {} : { written: text }) });
    }
    const range = /^[<>=!~]/.test(text) ? ' Ranges are not taken: give one version, or "latest".' : '';
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${version.message}${range}`);
}
function parseLatestVersion(text) {
    const version = (0,_names_package_version_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePackageVersion */ .g7)(text);
    return version.ok ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(version.value.text) : version;
}
/** Parses a line as a requirements file has it, and drops the comment after it. */
function parseRequirementLine(line) {
    const text = line.replace(/\s#.*$/, '').trim();
    if (text.length > 1000)
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`requirement ${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .S)(text)} is too long: it has at most 1,000 characters.`);
    const requirement = (0,_names_requirement_js__WEBPACK_IMPORTED_MODULE_3__/* .parseRequirement */ .pP)(text);
    return requirement.ok ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(requirement.value.line) : requirement;
}
/** Parses a line of constraints: a requirement that adds nothing, and so has no extras. */
function parseConstraintLine(line) {
    const text = line.replace(/\s#.*$/, '').trim();
    const parsedLine = parseRequirementLine(line);
    if (!parsedLine.ok)
        return parsedLine;
    const requirement = (0,_names_requirement_js__WEBPACK_IMPORTED_MODULE_3__/* .parseRequirement */ .pP)(text);
    if (requirement.ok && requirement.value.extras.length > 0)
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`constraint ${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .S)(text)} has extras: a constraint names a package and its versions, like "Cython<3".`);
    if (requirement.ok && requirement.value.specifiers === '')
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`constraint ${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .S)(text)} allows every version: name those that it may be, like "Cython<3".`);
    return parsedLine;
}
/** Parses the name of a package of Debian or Alpine, with `=version` if wanted. */
function parseDistributionPackage(text) {
    if (text.length <= longest && /^[a-z0-9][a-z0-9+._-]*(?:=[a-z0-9][a-z0-9.+:~_-]*)?$/i.test(text))
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(text);
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .S)(text)} is not a package of the distribution: it has letters, digits, "+", "-", "." and "_", and starts with a letter or a digit, like "libpq5" or "libpq-dev=15.8-0+deb12u1".`);
}


/***/ }),

/***/ 49766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ usualRunner),
/* harmony export */   j: () => (/* binding */ readPlanInputs)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _names_platform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29885);
/* harmony import */ var _names_shown_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8065);
/* harmony import */ var _building_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96245);
/* harmony import */ var _matrix_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97979);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(70178);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(69654);
/* harmony import */ var _several_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3285);
/* harmony import */ var _splitting_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(56253);
/* harmony import */ var _names_image_name_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(57257);










/** Makes what no other runner is named for. */
const usualRunner = 'ubuntu-latest';
/** As many as GitHub runs of one matrix. */
const mostJobs = 256;
function readPlanInputs(raw, where, env = {}) {
    const { text, one, many, say, done } = (0,_reader_js__WEBPACK_IMPORTED_MODULE_4__/* .inputReader */ .c)('plan', raw, where, env);
    const path = (name) => one(name, (value) => (0,_building_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePath */ .Rr)(value, where));
    const runners = many('runners', parseRunners);
    const maxJobs = one('max_jobs', parseJobs);
    const labels = new Set([usualRunner, ...Object.values(runners)]);
    if (maxJobs !== undefined && labels.size > 1 && maxJobs < labels.size)
        say('max_jobs', `images are made on ${labels.size} runners (${[...labels].join(', ')}), each of which needs a job of its own: allow at least ${labels.size}.`);
    // With the file they are read again: here what is wrong with them is said beside what else is.
    many('packages', _matrix_js__WEBPACK_IMPORTED_MODULE_3__/* .parseMatrixPackages */ .Q9);
    many('package_versions', _matrix_js__WEBPACK_IMPORTED_MODULE_3__/* .parseMatrixVersions */ .eq);
    many('python_versions', _matrix_js__WEBPACK_IMPORTED_MODULE_3__/* .parseMatrixPythons */ .qU);
    many('target_bases', _matrix_js__WEBPACK_IMPORTED_MODULE_3__/* .parseMatrixBases */ .rB);
    return done({
        registry: one('registry', _names_image_name_js__WEBPACK_IMPORTED_MODULE_8__/* .parseRegistry */ .l5),
        secrets: many('secrets', (value) => (0,_building_js__WEBPACK_IMPORTED_MODULE_2__/* .parseSecrets */ .dC)(value, where)),
        planFile: path('plan_file'),
        maxJobs,
        runners,
        concurrency: one('concurrency', _several_js__WEBPACK_IMPORTED_MODULE_6__/* .parseConcurrency */ .n),
        raw,
        where,
        env,
    }, {
        registryUsername: (0,_registry_js__WEBPACK_IMPORTED_MODULE_5__/* .readUsername */ .fz)(raw, text('registry_username'), say),
        caBundle: path('ca_bundle'),
        imagesFile: path('images_file'),
    });
}
function parseRunners(text) {
    const messages = [];
    const runners = {};
    for (const item of (0,_splitting_js__WEBPACK_IMPORTED_MODULE_7__/* .splitList */ .ry)(text)) {
        const [, name = '', label = ''] = /^([^=]*)=([\w.-]{1,256})$/.exec(item) ?? [];
        if (label === '') {
            messages.push(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_9__/* .shown */ .S)(item)} is no platform and label of a runner, like "linux/arm64=ubuntu-24.04-arm".`);
            continue;
        }
        const platform = (0,_names_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePlatform */ .FL)(name);
        if (!platform.ok)
            messages.push(platform.message);
        else if (runners[platform.value] !== undefined && runners[platform.value] !== label)
            messages.push(`${platform.value} has two runners, ${runners[platform.value]} and ${label}: name one.`);
        else
            runners[platform.value] = label;
    }
    return { value: runners, messages };
}
function parseJobs(text) {
    const number = Number(text);
    if (/^\d{1,3}$/.test(text) && number >= 1 && number <= mostJobs)
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(number);
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_9__/* .shown */ .S)(text)} is no number of jobs: GitHub runs 1 to ${mostJobs} of one matrix.`);
}


/***/ }),

/***/ 90764:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ readProjectInputs)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _names_python_version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76117);
/* harmony import */ var _names_shown_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(8065);
/* harmony import */ var _building_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(96245);
/* harmony import */ var _extra_indexes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34526);
/* harmony import */ var _several_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3285);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(32632);
/* harmony import */ var _image_inputs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(17260);
/* harmony import */ var _packages_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(88148);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(70178);
/* harmony import */ var _splitting_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(56253);
/* harmony import */ var _choices_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(41525);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(97035);
/* harmony import */ var _wheel_store_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(26482);
/** What the command `project` takes, validated. */















function readProjectInputs(raw, where, env = {}) {
    const reader = (0,_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .inputReader */ .c)('project', raw, where, env);
    const { text, one, many, done } = reader;
    const path = one('path', (value) => _building_js__WEBPACK_IMPORTED_MODULE_3__/* .parsePath */ .Rr(value, where));
    const named = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path === undefined || path === '.' ? (env['PWD'] ?? '') : path);
    const shared = (0,_image_inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .readImageInputs */ .B)(reader, raw, where, named.toLowerCase() || 'project');
    const { repositories, push } = shared.needed;
    const [repository] = repositories ?? [];
    const usualStore = repository === undefined || push === undefined ? undefined : (0,_wheel_store_js__WEBPACK_IMPORTED_MODULE_12__/* .usualWheelStore */ .F)(where, push, repository);
    return done({
        ...shared.needed,
        path,
        scripts: many('scripts', (value) => ({ value: value.split(/[\s,]+/).filter(Boolean), messages: [] })),
        verifyCommands: Object.fromEntries(many('verify_commands', (value) => (0,_splitting_js__WEBPACK_IMPORTED_MODULE_10__/* .parseEach */ .lc)((0,_splitting_js__WEBPACK_IMPORTED_MODULE_10__/* .splitLines */ .uz)(value), parseVerifyOf))),
        python: one('python_version', _names_python_version_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePythonVersion */ .yn),
        variant: one('target_base', _image_js__WEBPACK_IMPORTED_MODULE_6__/* .parseVariant */ .Pn),
        buildPackages: many('build_packages', _values_js__WEBPACK_IMPORTED_MODULE_11__/* .parseDistributionPackages */ .V5),
        buildConstraints: many('build_constraints', (value) => (0,_splitting_js__WEBPACK_IMPORTED_MODULE_10__/* .parseEach */ .lc)((0,_splitting_js__WEBPACK_IMPORTED_MODULE_10__/* .splitLines */ .uz)(value), _packages_js__WEBPACK_IMPORTED_MODULE_8__/* .parseConstraintLine */ .zF)),
        runtimePackages: many('runtime_packages', _values_js__WEBPACK_IMPORTED_MODULE_11__/* .parseDistributionPackages */ .V5),
        layers: one('layers', (value) => _values_js__WEBPACK_IMPORTED_MODULE_11__/* .parseChoice */ .HU(value, _choices_js__WEBPACK_IMPORTED_MODULE_13__/* .layersChoices */ .vB)),
        extraIndexes: many('extra_indexes', _extra_indexes_js__WEBPACK_IMPORTED_MODULE_4__/* .parseExtraIndexes */ .I),
        compile: one('compile', (value) => _values_js__WEBPACK_IMPORTED_MODULE_11__/* .parseChoice */ .HU(value, _choices_js__WEBPACK_IMPORTED_MODULE_13__/* .compileChoices */ .cc)),
        wheelStore: text('wheel_store') === ''
            ? usualStore
            : one('wheel_store', (value) => (0,_wheel_store_js__WEBPACK_IMPORTED_MODULE_12__/* .parseWheelStore */ .K)(value, where)),
        // A workflow that publishes no image saves no wheels either.
        savesWheels: where === 'cli' || push === true,
        overwrite: one('overwrite', _values_js__WEBPACK_IMPORTED_MODULE_11__/* .parseFlag */ .og),
        concurrency: one('concurrency', _several_js__WEBPACK_IMPORTED_MODULE_5__/* .parseConcurrency */ .n),
    }, {
        ...shared.optional,
        user: one('user', _image_js__WEBPACK_IMPORTED_MODULE_6__/* .parseUser */ .tN),
        indexUrl: one('index_url', _building_js__WEBPACK_IMPORTED_MODULE_3__/* .parseIndexUrl */ .Z0),
        uvVersion: one('uv_version', _building_js__WEBPACK_IMPORTED_MODULE_3__/* .parseUvVersion */ .tu),
    });
}
/** Parses `SCRIPT=COMMAND`. */
function parseVerifyOf(line) {
    const at = line.indexOf('=');
    if (at > 0)
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .parsed */ .Yz)([line.slice(0, at).trim(), line.slice(at + 1).trim()]);
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_14__/* .shown */ .S)(line)} is not "SCRIPT=COMMAND", like "foo-scheduler=foo-scheduler --check".`);
}


/***/ }),

/***/ 83764:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ rawOfAction),
  K: () => (/* binding */ readInputs)
});

// EXTERNAL MODULE: ./lib/names/python-version.js
var python_version = __webpack_require__(76117);
// EXTERNAL MODULE: ./lib/inputs/building.js
var building = __webpack_require__(96245);
// EXTERNAL MODULE: ./lib/inputs/extra-indexes.js
var extra_indexes = __webpack_require__(34526);
// EXTERNAL MODULE: ./lib/inputs/image.js
var inputs_image = __webpack_require__(32632);
// EXTERNAL MODULE: ./lib/inputs/image-inputs.js
var image_inputs = __webpack_require__(17260);
// EXTERNAL MODULE: ./lib/inputs/packages.js
var inputs_packages = __webpack_require__(88148);
// EXTERNAL MODULE: ./lib/inputs/reader.js
var inputs_reader = __webpack_require__(70178);
// EXTERNAL MODULE: ./lib/inputs/splitting.js
var splitting = __webpack_require__(56253);
// EXTERNAL MODULE: ./lib/advisories/policy.js
var policy = __webpack_require__(75097);
// EXTERNAL MODULE: ./lib/advisories/record.js
var record = __webpack_require__(65266);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/names/shown.js
var shown = __webpack_require__(8065);
// EXTERNAL MODULE: ./lib/inputs/choices.js
var choices = __webpack_require__(41525);
// EXTERNAL MODULE: ./lib/inputs/rebuilding.js
var rebuilding = __webpack_require__(7572);
// EXTERNAL MODULE: ./lib/inputs/values.js
var values = __webpack_require__(97035);
;// CONCATENATED MODULE: ./lib/inputs/advisories.js
/** The inputs that say what is done about advisories, and how young a requirement may be. */








/** What {@link InputReader.done} takes. */
function readAdvisoryInputs({ one, many }) {
    const mode = one('advisories', (value) => (0,values/* parseChoice */.HU)(value, choices/* advisoryChoices */.up));
    const severity = one('severity', (value) => (0,values/* parseChoice */.HU)(value, policy/* severities */.g));
    const url = one('advisories_url', parseApiUrl);
    const ignored = many('advisories_ignore', parseIgnored);
    const isRead = mode !== undefined && severity !== undefined && url !== undefined;
    return {
        needed: { advisories: isRead ? { mode, severity, url, ignored } : undefined },
        optional: { cooldown: one('cooldown', parseCooldown) },
    };
}
function parseApiUrl(text) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const isPlain = /^https?:\/\/[a-z0-9.:[\]-]+(?:\/[\w.~%+:=-]+)*\/?$/i.test(text) && text.length <= 2000;
    return url !== undefined && isPlain
        ? (0,errors/* parsed */.Yz)(text.replace(/\/$/, ''))
        : (0,errors/* refused */.J5)('it is not the URL of an API of OSV: give one with https:// or http://, without a user, a query or a fragment, like "https://api.osv.dev".');
}
/** Parses a duration to seconds: at most a year. */
function parseCooldown(text) {
    const age = (0,rebuilding/* parseAge */.F1)(text, { what: 'a time that a release must have been there', example: '7d' });
    if (!age.ok || (age.value >= 60 && age.value <= 365 * 86_400))
        return age;
    return (0,errors/* refused */.J5)(`${(0,shown/* shown */.S)(text)} is no time that a release must have been there: it is "1m" to "365d". Empty means none.`);
}
/** `CVE-2025-43859 until 2027-03-31: the server is behind a proxy that refuses it` */
const line = /^(\S+)\s+until\s+(\d{4}-\d\d-\d\d)\s*:\s*(\S.*)$/;
function parseIgnored(text) {
    const { value, messages } = (0,splitting/* parseEach */.lc)((0,splitting/* splitLines */.uz)(text), (entry) => {
        const [, id = '', until = '', reason = ''] = line.exec(entry) ?? [];
        const day = new Date(`${until}T00:00:00Z`);
        const isDay = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(until);
        if (!(0,record/* isAdvisoryId */.L)(id) || !isDay)
            return (0,errors/* refused */.J5)(`${(0,shown/* shown */.S)(entry)} does not say which advisory is ignored, until which day, and why: write it as "CVE-2025-43859 until 2027-03-31: a proxy refuses such requests".`);
        return (0,errors/* parsed */.Yz)({ id, until, reason: reason.slice(0, 500) });
    });
    const ids = value.map(({ id }) => id);
    const twice = ids.filter((id, at) => ids.indexOf(id) < at);
    return {
        value,
        messages: [...messages, ...twice.map((id) => `${id} is there more than once: keep one line.`)],
    };
}

;// CONCATENATED MODULE: ./lib/inputs/verify-python.js
/** The input that names the Python to check an image with. */


/** With `#!` before it and ` -B` behind it, it must fit into the 127 bytes that every kernel reads of a script's first line. */
const longest = 122;
function parseVerifyPython(text) {
    if (!text.startsWith('/') || /[\s\0]/.test(text) || text.endsWith('/')) {
        return (0,errors/* refused */.J5)(`${(0,shown/* shown */.S)(text)} is not the path of a Python in the image: give the whole of it, without blanks, like "/opt/venv/bin/python".`);
    }
    if (Buffer.byteLength(text) > longest) {
        return (0,errors/* refused */.J5)(`${(0,shown/* shown */.S)(text)} is too long: a path that a script can be started with has at most ${longest} bytes. Give that of a link to it.`);
    }
    return (0,errors/* parsed */.Yz)(text);
}

// EXTERNAL MODULE: ./lib/inputs/wheel-store.js
var wheel_store = __webpack_require__(26482);
;// CONCATENATED MODULE: ./lib/inputs/read.js













/** Raw values of a step: the runner sets `INPUT_` and the name in capitals for each. */
function rawOfAction(env) {
    return Object.fromEntries(Object.entries(env)
        .filter((entry) => entry[0].startsWith('INPUT_') && entry[1] !== undefined)
        .map(([name, value]) => [name.slice('INPUT_'.length).toLowerCase(), value]));
}
/** Undefined where the whole image is made. */
function partOf({ text, many, say }, platforms) {
    if (text('part') === '')
        return undefined;
    const part = many('part', values/* parsePlatforms */.qA);
    const foreign = part.filter((platform) => !platforms.includes(platform));
    if (foreign.length > 0)
        say('part', `${foreign.join(', ')} ${foreign.length === 1 ? 'is' : 'are'} not among the platforms of the image, which are ${platforms.join(', ')}: name some of those.`);
    return part.length === platforms.length ? undefined : platforms.filter((one) => part.includes(one));
}
/** @param places of inputs that are written in a file. @param use what the registry is for. */
function readInputs(raw, where, env = {}, places = {}, use) {
    const reader = (0,inputs_reader/* inputReader */.c)('build', raw, where, env, places);
    const { text, one, many, done } = reader;
    const lines = (name, parse) => many(name, (value) => (0,splitting/* parseEach */.lc)((0,splitting/* splitLines */.uz)(value), parse));
    const path = (name) => one(name, (value) => building/* parsePath */.Rr(value, where));
    const wanted = one('package', inputs_packages/* parsePackage */.C);
    const shared = (0,image_inputs/* readImageInputs */.B)(reader, raw, where, wanted?.name, undefined, use);
    const { repositories, push } = shared.needed;
    const [repository] = repositories ?? [];
    const wheelStore = text('wheel_store') !== ''
        ? one('wheel_store', (value) => (0,wheel_store/* parseWheelStore */.K)(value, where))
        : repository && push !== undefined
            ? (0,wheel_store/* usualWheelStore */.F)(where, push, repository)
            : undefined;
    const advisories = readAdvisoryInputs(reader);
    const needed = {
        ...shared.needed,
        package: wanted,
        packageVersion: one('package_version', inputs_packages/* parseWantedVersion */.xu),
        python: one('python_version', python_version/* parsePythonVersion */.yn),
        variant: one('target_base', inputs_image/* parseVariant */.Pn),
        lowercaseLatest: one('lowercase_latest', values/* parseFlag */.og),
        revisionTags: one('revision_tags', values/* parseFlag */.og),
        maintainer: one('maintainer', inputs_image/* parseMaintainer */.EY) ?? '',
        buildPath: path('docker_build_path'),
        accelerate: one('accelerate', values/* parseFlag */.og),
        requirements: lines('requirements', inputs_packages/* parseRequirementLine */.vp),
        buildPackages: many('build_packages', values/* parseDistributionPackages */.V5),
        buildConstraints: lines('build_constraints', inputs_packages/* parseConstraintLine */.zF),
        runtimePackages: many('runtime_packages', values/* parseDistributionPackages */.V5),
        layers: one('layers', (value) => values/* parseChoice */.HU(value, choices/* layersChoices */.vB)),
        extraIndexes: many('extra_indexes', extra_indexes/* parseExtraIndexes */.I),
        compile: one('compile', (value) => values/* parseChoice */.HU(value, choices/* compileChoices */.cc)),
        wheelStore,
        // A workflow that publishes no image saves no wheels either.
        savesWheels: where === 'cli' || push === true,
        overwrite: one('overwrite', values/* parseFlag */.og),
        ...advisories.needed,
    };
    const optional = {
        ...shared.optional,
        ...advisories.optional,
        packageLatestVersion: one('package_latest_version', inputs_packages/* parseLatestVersion */.XV),
        part: partOf(reader, shared.needed.platforms),
        dockerfile: path('dockerfile'),
        command: one('command', inputs_image/* parseCommand */.RM),
        user: one('user', inputs_image/* parseUser */.tN),
        indexUrl: one('index_url', building/* parseIndexUrl */.Z0),
        uvVersion: one('uv_version', building/* parseUvVersion */.tu),
        verifyPython: one('verify_python', parseVerifyPython),
    };
    return done(needed, optional);
}


/***/ }),

/***/ 70178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ inputReader),
/* harmony export */   q: () => (/* binding */ unknownInputs)
/* harmony export */ });
/* harmony import */ var _defined_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64222);
/* harmony import */ var _names_shown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8065);
/* harmony import */ var _command_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47192);
/* harmony import */ var _names_nearest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(13114);
/* harmony import */ var _row_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38237);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8805);
/** Reads the inputs of any command: fills in defaults, parses each, and reports all problems together. */






/** @param env read only for values that GitHub fills in itself, where a workflow leaves them empty. */
function inputReader(command, raw, where, env, places = {}) {
    const problems = [];
    const called = (name) => places[name] === undefined ? labelOf(name, where) : `${name} (${places[name]})`;
    const say = (name, message) => {
        const label = places[name] === undefined ? called(name) : `${places[name]}: ${name}`;
        problems.push({ station: 'input', about: name, message: `${label}: ${message}` });
    };
    const texts = textsOf(command, raw, where, env, say);
    const text = (name) => texts.get(name) ?? '';
    return {
        given: (name) => texts.get(name),
        text,
        one(name, parse) {
            if (text(name) === '')
                return undefined;
            const result = parse(text(name));
            if (result.ok)
                return result.value;
            say(name, result.message);
            return undefined;
        },
        many(name, parse) {
            const { value, messages } = parse(text(name));
            for (const message of messages)
                say(name, message);
            return value;
        },
        say,
        env,
        called,
        done(needed, optional) {
            const whole = complete(needed);
            if (problems.length > 0 || whole === undefined)
                return { problems: inOrder(problems) };
            return { inputs: { ...whole, ...(0,_defined_js__WEBPACK_IMPORTED_MODULE_2__/* .defined */ .s)(optional) }, problems };
        },
    };
}
function labelOf(name, where) {
    // The name of an input that does not exist may be anything.
    if (!/^[\w-]{1,60}$/.test(name))
        return (0,_names_shown_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .S)(name);
    if (where === 'cli' && _command_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .secretRows */ .yo.some((row) => row.name === name))
        return (0,_row_js__WEBPACK_IMPORTED_MODULE_4__/* .variableOf */ .Qn)(name);
    const row = _table_js__WEBPACK_IMPORTED_MODULE_1__/* .inputTable */ .F.find((one) => one.name === name);
    if (where === 'cli' && row?.place !== undefined)
        return (0,_row_js__WEBPACK_IMPORTED_MODULE_4__/* .writtenOption */ .nD)(row);
    return where === 'action' ? name : (0,_row_js__WEBPACK_IMPORTED_MODULE_4__/* .optionOf */ .XD)(name);
}
/** The text or default of every input; one that is missing or has a forbidden character is a problem, and left out. */
function textsOf(command, raw, where, env, say) {
    const texts = new Map();
    for (const row of (0,_command_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .inputsOf */ .Vc)(command)) {
        if (row.secret)
            continue;
        const given = (Object.hasOwn(raw, row.name) ? raw[row.name] : '').replace(/\r\n?/g, '\n').trim();
        const wrong = given === '' && isNeeded(row, raw) ? missing((0,_command_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .wordsFor */ .tu)(command, row)).trim() : wrongText(given, row);
        if (wrong !== undefined)
            say(row.name, wrong);
        const fallback = where === 'cli' ? (row.cliDefault ?? row.default) : row.default;
        const fromRunner = where === 'action' && row.actionDefault ? env[row.actionDefault.variable] : undefined;
        if (wrong === undefined)
            texts.set(row.name, given || fromRunner || fallback);
    }
    return texts;
}
/** Whether an empty value is a mistake. */
const isNeeded = ({ required }, raw) => required === true || (required !== undefined && (raw[required.unless] ?? '').trim() === '');
const missing = ({ description, example }) => `it is missing. ${description} ${example === undefined ? '' : `For example: ${example}`}`;
/**
 * Warnings about names that the command does not take: no errors, since a runner too only warns of them. Their values are
 * not shown, since they may be secrets.
 */
function unknownInputs(command, raw) {
    const names = (0,_command_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .inputsOf */ .Vc)(command).map((row) => row.name);
    return Object.keys(raw)
        .filter((name) => !names.includes(name))
        .map((name) => {
        const near = (0,_names_nearest_js__WEBPACK_IMPORTED_MODULE_5__/* .nearest */ .p)(name, names);
        const way = near === undefined ? 'docs/inputs.md lists all.' : `Did you mean "${near}"?`;
        const why = (0,_command_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .whyForeign */ .fW)(command, name) ?? `there is no such input. ${way}`;
        return `${labelOf(name, 'action')}: ${why}`;
    });
}
/** Inputs of one value whose value may have several lines. */
const multiline = new Set(['command', 'verify_command']);
/** Refuses characters that no program takes and that logs act upon. */
function wrongText(text, row) {
    const oneLine = row.kind !== 'lines' && row.kind !== 'list' && !multiline.has(row.name);
    // oxlint-disable-next-line no-control-regex
    if (oneLine && /[\n\u2028\u2029]/.test(text))
        return `it must be one line, and has a line break: ${hidden(row, text)}.`;
    // oxlint-disable-next-line no-control-regex
    if (/[\u0000-\u0008\u000b-\u001f\u007f]/.test(text))
        return `it has a control character: ${hidden(row, text)}.`;
    return undefined;
}
/** The value for a message; inputs into which people put secrets by mistake are not shown. */
const hidden = (row, text) => ['secrets', 'build_args', 'index_url', 'extra_indexes', 'verify_env'].includes(row.name)
    ? 'write it anew'
    : (0,_names_shown_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .S)(text);
/** Problems in the order of the table; those of unknown inputs last. */
function inOrder(problems) {
    const place = (problem) => {
        const index = _table_js__WEBPACK_IMPORTED_MODULE_1__/* .inputTable */ .F.findIndex((row) => row.name === problem.about);
        return index === -1 ? _table_js__WEBPACK_IMPORTED_MODULE_1__/* .inputTable */ .F.length : index;
    };
    return problems.toSorted((one, other) => place(one) - place(other));
}
/** Undefined where a field is undefined. */
const complete = (value) => Object.values(value).includes(undefined) ? undefined : value;


/***/ }),

/***/ 7572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F1: () => (/* binding */ parseAge),
/* harmony export */   Wg: () => (/* binding */ longestAge),
/* harmony export */   oB: () => (/* binding */ parseTimeBudget),
/* harmony export */   pq: () => (/* binding */ parseMaxAge),
/* harmony export */   xA: () => (/* binding */ foldForce),
/* harmony export */   zM: () => (/* binding */ refuseDeep)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _names_shown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8065);
/** The inputs that say when an image is built again. */


/** Seconds of each unit of an age. */
const units = new Map([
    ['m', 60],
    ['h', 3600],
    ['d', 86_400],
    ['w', 604_800],
]);
/** Ten years of 365 days, in seconds. */
const longestAge = 3650 * 86_400;
const usualWords = { what: 'an age', example: '30d' };
/** Parses an age, `90m`, `12h`, `30d` or `2w`, to seconds. */
function parseAge(text, { what, example } = usualWords) {
    if (/^\d{1,9}$/.test(text)) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(text)} has no unit: write "${text}m" for minutes, "${text}h" for hours, "${text}d" for days or "${text}w" for weeks.`);
    }
    const [, count, unit] = /^(\d{1,9})([mhdw])$/.exec(text) ?? [];
    const seconds = Number(count) * (units.get(unit ?? '') ?? Number.NaN);
    if (!Number.isNaN(seconds))
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(seconds);
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(text)} is not ${what}: it is a whole number and one unit, "m" for minutes, "h" for hours, "d" for days or "w" for weeks, like "${example}".`);
}
/** Parses how old an image may become, to seconds: at least one minute, at most ten years. */
function parseMaxAge(text) {
    const age = parseAge(text);
    if (!age.ok)
        return age;
    if (age.value < 60) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(text)} is too short: it is at least "1m". To build in any case there is force.`);
    }
    if (age.value > longestAge) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(text)} is too long: it is at most ten years, "3650d". Empty means no limit.`);
    }
    return age;
}
/**
 * Folds `force` into `rebuild`: it means "always", and contradicts "missing" and "never". "never" needs a registry to ask.
 * An undefined value was refused before.
 */
function foldForce(rebuild, { force, push }, called, say) {
    if (force !== true) {
        if (rebuild === 'never' && push === false) {
            say('rebuild', `with "never" nothing is built, and without ${called('push')} no registry is asked what it holds: nothing is left to do. Push, or take another word.`);
        }
        return rebuild;
    }
    if (rebuild === 'missing' || rebuild === 'never') {
        say('force', `it builds in any case, and ${called('rebuild')} "${rebuild}" does not: drop ${called('force')} to keep "${rebuild}", or drop ${called('rebuild')} to build.`);
    }
    return 'always';
}
/** `deep` looks into images that are compared; "missing" and "never" compare none. An undefined value was refused before. */
function refuseDeep(deep, rebuild, called, say) {
    if (deep !== true || (rebuild !== 'missing' && rebuild !== 'never'))
        return;
    say('deep', `it looks into images that exist, and with ${called('rebuild')} "${rebuild}" they stay whatever they hold: take "stale", or drop ${called('deep')}.`);
}
/** Parses how long a step may take, to seconds: one minute to 35 days, which is as long as a job may. */
function parseTimeBudget(text) {
    const time = parseAge(text, { what: 'a time that a job may take', example: '5h' });
    if (!time.ok)
        return time;
    if (time.value >= 60 && time.value <= 35 * 86_400)
        return time;
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(text)} is no time that a job may take: it is "1m" to "35d".`);
}


/***/ }),

/***/ 69654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fz: () => (/* binding */ readUsername),
/* harmony export */   iC: () => (/* binding */ missingRegistry),
/* harmony export */   ql: () => (/* binding */ readSecrets),
/* harmony export */   sF: () => (/* binding */ readDestinations)
/* harmony export */ });
/* harmony import */ var _names_image_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57257);
/* harmony import */ var _names_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64021);
/* harmony import */ var _names_shown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8065);
/* harmony import */ var _splitting_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56253);
/** The inputs of the registry: repositories of the image, and the user who pushes it. */




const usualNames = { username: 'registry_username', password: 'registry_password' };
/** A command's only input that is a secret. A line break at its end was pasted along and is dropped. */
function readSecrets(raw, name = usualNames.password) {
    const password = (raw[name] ?? '').replace(/[\r\n]+$/, '');
    return password.trim() === '' ? {} : { registryPassword: password };
}
/**
 * The repositories that the image goes to: each once, in the order given. `text` gives undefined for an input that has a
 * problem already.
 */
function readDestinations(text, packageName, where, say) {
    const registry = text('registry');
    const host = registry === undefined ? undefined : (0,_names_image_name_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRegistry */ .l5)(registry);
    if (host?.ok === false)
        say('registry', host.message);
    const given = text('image_name');
    const lines = (0,_splitting_js__WEBPACK_IMPORTED_MODULE_2__/* .splitLines */ .uz)(given ?? '');
    if (given !== undefined && lines.length === 0 && where === 'action') {
        say('image_name', 'it is missing: give the name of the image, like "owner/name".');
    }
    const names = lines.length === 0 && where === 'cli' && packageName !== undefined ? [packageName] : lines;
    // A stand-in for a host that was refused, so that image_name is not blamed for it.
    const inHost = host?.ok ? host.value : 'localhost';
    const { value, messages } = (0,_splitting_js__WEBPACK_IMPORTED_MODULE_2__/* .parseEach */ .lc)(names, (name) => (0,_names_image_name_js__WEBPACK_IMPORTED_MODULE_0__/* .parseImageName */ ["if"])(name, inHost));
    for (const message of new Set(messages))
        say('image_name', message);
    const [first, ...rest] = new Map(value.map((one) => [(0,_names_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryText */ .g_)(one), one])).values();
    if (!host?.ok || first === undefined)
        return undefined;
    return { registry: host.value, repositories: [first, ...rest] };
}
/** The message for a use without a registry; undefined when every name has a registry of its own. */
function missingRegistry(imageName, use = 'push') {
    const lines = (0,_splitting_js__WEBPACK_IMPORTED_MODULE_2__/* .splitLines */ .uz)(imageName);
    const needed = use === 'plan' ? 'needs a registry to look at' : 'needs a registry';
    if (lines.length === 0)
        return `a ${use} ${needed}: name its host, like "ghcr.io".`;
    const without = lines.filter((line) => (0,_names_image_name_js__WEBPACK_IMPORTED_MODULE_0__/* .splitImageName */ .xh)(line).registry === undefined);
    if (without.length === 0)
        return undefined;
    return `a ${use} of ${without.map(_names_shown_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .S).join(', ')} ${needed}: name its host, like "ghcr.io", or write it in front of the name.`;
}
/** Undefined without a password: a user alone means nothing, since GitHub always fills one in. */
function readUsername(raw, user, say, { username, password } = usualNames) {
    const { registryPassword } = readSecrets(raw, password);
    if (registryPassword === undefined)
        return undefined;
    // oxlint-disable-next-line no-control-regex
    if (/[\u0000-\u001f\u007f]/.test(registryPassword)) {
        say(password, 'it has a line break or another control character: paste the token alone.');
    }
    if (user === '') {
        say(username, 'it is missing, and there is a password: name the user that the password belongs to.');
    }
    else if (user.includes(':') || /\s/.test(user) || user.length > 255) {
        say(username, `${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .S)(user)} is not a user: it has no colon and no space, and at most 255 characters.`);
    }
    return user;
}


/***/ }),

/***/ 97545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ readRunInputs),
  m: () => (/* binding */ storedTag)
});

// EXTERNAL MODULE: ./lib/defined.js
var defined = __webpack_require__(64222);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/names/shown.js
var shown = __webpack_require__(8065);
// EXTERNAL MODULE: ./lib/inputs/choices.js
var choices = __webpack_require__(41525);
// EXTERNAL MODULE: ./lib/inputs/command-inputs.js + 1 modules
var command_inputs = __webpack_require__(47192);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./lib/inputs/container.js
/**
 * What can be said of options of `docker run` without a daemon. Docker would say it too, but only when the image is built.
 * By hand: docker's grammars are in Go alone (go-connections/nat, docker/cli opts).
 */



/** First and last port; undefined for what is no port, and no range of such. */
function portsOf(text, least) {
    const [, from = '', to = from] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text) ?? [];
    const [first, last] = [Number(from), Number(to)];
    return from !== '' && first >= least && first <= last && last <= 65_535 ? [first, last] : undefined;
}
/** Parses `[[IP:][PORT]:]PORT[/PROTOCOL]`, where each port may be a range. The form `target=…,published=…` is left to docker. */
function parsePublish(text) {
    if (text.includes('='))
        return (0,errors/* parsed */.Yz)(text);
    const wrong = (what) => (0,errors/* refused */.J5)(`${(0,shown/* shown */.S)(text)} ${what}: write [[IP:]PORT:]PORT[/PROTOCOL], like "8000:80".`);
    const [, address, host = '', inside = '', protocol = ''] = /^(?:(?:(.*):)?([^:]*):)?([^:/]*)(?:\/(.*))?$/s.exec(text) ?? [];
    if (address !== undefined && address !== '' && (0,external_node_net_.isIP)(address.replace(/^\[(.*)\]$/, '$1')) === 0)
        return wrong('does not begin with the IP of an interface of this machine');
    const container = portsOf(inside, 1);
    if (container === undefined)
        return wrong('names no port of the container, which is 1 to 65535');
    // Of 0, docker chooses a port.
    const own = host === '' ? undefined : portsOf(host, 0);
    if (host !== '' && own === undefined)
        return wrong('names no port of this machine, which is 0 to 65535');
    const counts = [own ?? container, container].map(([first, last]) => last - first);
    // One port of the container may be on any of a range.
    if (counts[0] !== counts[1] && counts[1] !== 0)
        return wrong('has two ranges that are not equally long');
    if (!/^(?:tcp|udp|sctp)?$/i.test(protocol))
        return wrong('has a protocol that is not tcp, udp or sctp');
    return (0,errors/* parsed */.Yz)(text);
}
/** Parses `NAME` or `NAME=VALUE`. It is never shown, since it may be a secret. */
const parseVariable = (text, place) => /^[^=]/.test(text)
    ? (0,errors/* parsed */.Yz)(text)
    : (0,errors/* refused */.J5)(`entry ${place} has no name: write NAME=VALUE, or NAME alone for the value of this environment.`);
/** Parses a mount as far as that it says where in the container it is. */
const parseMount = (text) => /(?:^|,)\s*"?(?:target|dst|destination)=./i.test(text)
    ? (0,errors/* parsed */.Yz)(text)
    : (0,errors/* refused */.J5)(`${(0,shown/* shown */.S)(text)} does not say where in the container it is: write fields with commas, like "type=tmpfs,dst=/cache".`);
/** Parses `PATH`, or `SOURCE:PATH[:OPTIONS]`. */
function parseVolume(text) {
    const [source = '', target = source] = text.split(':');
    return target.startsWith('/')
        ? (0,errors/* parsed */.Yz)(text)
        : (0,errors/* refused */.J5)(`${(0,shown/* shown */.S)(text)} names no absolute path in the container: write it like "./data:/data:ro".`);
}
const parseWorkdir = (text) => text.startsWith('/')
    ? (0,errors/* parsed */.Yz)(text)
    : (0,errors/* refused */.J5)(`${(0,shown/* shown */.S)(text)} is not an absolute path of the container, like "/data".`);

// EXTERNAL MODULE: ./lib/inputs/project.js
var inputs_project = __webpack_require__(90764);
// EXTERNAL MODULE: ./lib/inputs/reader.js
var reader = __webpack_require__(70178);
// EXTERNAL MODULE: ./lib/inputs/splitting.js
var splitting = __webpack_require__(56253);
// EXTERNAL MODULE: ./lib/inputs/tree.js
var inputs_tree = __webpack_require__(99501);
// EXTERNAL MODULE: ./lib/inputs/values.js
var values = __webpack_require__(97035);
;// CONCATENATED MODULE: ./lib/inputs/run.js
/** What the command `run` takes, validated. */











function readRunInputs(raw, where, env = {}) {
    const { text, one, many, done } = (0,reader/* inputReader */.c)('run', raw, where, env);
    const words = (name, parse = errors/* parsed */.Yz) => many(name, (value) => (0,splitting/* parseEach */.lc)(value === '' ? [] : JSON.parse(value), parse));
    const envFiles = words('env_from');
    const given = [
        ['publish', words('publish', parsePublish)],
        ['env', words('env', parseVariable)],
        // Docker's name of it is one of Node's, too.
        ['env-file', envFiles],
        ['volume', words('volume', parseVolume)],
        ['mount', words('mount', parseMount)],
        ['network', words('network')],
        ['user', [text('user')].filter(Boolean)],
        ['workdir', [one('workdir', parseWorkdir) ?? []].flat()],
    ];
    const options = given.flatMap(([option, all]) => all.map((value) => `--${option}=${value}`));
    const name = one('name', parseName);
    const source = one('source', (value) => values/* parseChoice */.HU(value, choices/* sourceChoices */.g3));
    const rebuild = one('rebuild', (value) => values/* parseChoice */.HU(value, choices/* rebuildChoices */.Md));
    const own = done({ name, source, rebuild, options, envFiles, arguments: words('arguments') }, {});
    const project = (0,inputs_project/* readProjectInputs */.H)(inputsFor('project', raw, { scripts: name ?? '' }), where, env);
    const tree = (0,inputs_tree/* readTreeInputs */.m)(inputsFor('tree', raw, { images: name ?? '', tags: storedTag }), where, env);
    // What both sources read is wrong twice.
    const problems = (0,errors/* uniqueProblems */.OH)([...own.problems, ...project.problems, ...tree.problems]);
    if (own.inputs === undefined || project.inputs === undefined || tree.inputs === undefined)
        return { problems };
    const { secrets, caBundle } = tree.inputs;
    const { rebuild: when, ...rest } = own.inputs;
    return {
        inputs: {
            ...rest,
            project: { ...project.inputs, rebuild: when, chosenBy },
            tree: { ...tree.inputs, rebuild: when, chosenBy },
            secrets,
            ...(0,defined/* defined */.s)({ caBundle }),
        },
        problems,
    };
}
const chosenBy = { about: 'name', word: 'NAME' };
/** What `run` was given of the inputs of another command, and what is always so of an image that only runs here. */
function inputsFor(command, raw, always) {
    const shared = new Set((0,command_inputs/* inputsOf */.Vc)('run').map((row) => row.name));
    // That of `run` is the user of the container, not the one of the image.
    shared.delete('user');
    // Other commands refuse "never" where they ask no registry; here the engine is asked what it has.
    shared.delete('rebuild');
    return {
        ...Object.fromEntries((0,command_inputs/* inputsOf */.Vc)(command)
            .filter((row) => shared.has(row.name) && raw[row.name] !== undefined)
            .map((row) => [row.name, raw[row.name]])),
        ...always,
        verify: 'off',
        provenance: 'false',
    };
}
/** The tag of every image in the engine's store: what is there is replaced, so that old versions do not fill it. */
const storedTag = 'latest';
function parseName(text) {
    if (/^[\w][\w./-]*$/.test(text))
        return (0,errors/* parsed */.Yz)(text);
    return (0,errors/* refused */.J5)(`${(0,shown/* shown */.S)(text)} is neither the name of a console script nor that of an image.`);
}


/***/ }),

/***/ 3285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ parseConcurrency),
/* harmony export */   w: () => (/* binding */ parseChanged)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _names_shown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8065);
/** The inputs of commands that make several images: which of them, and how many at once. */


function parseChanged(text) {
    if (text === 'push' || text === 'pull_request')
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)({ kind: text });
    if (/^[\w./~^@{}-]{1,250}$/.test(text) && !text.startsWith('-'))
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)({ kind: 'commit', commit: text });
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(text)} is neither "push", "pull_request" nor a commit.`);
}
function parseConcurrency(text) {
    const number = Number(text);
    if (/^\d{1,2}$/.test(text) && number >= 1 && number <= 64)
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(number);
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(text)} is no number from 1 to 64.`);
}


/***/ }),

/***/ 39670:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a5: () => (/* binding */ readBaseSignature),
/* harmony export */   ac: () => (/* binding */ readSigning),
/* harmony export */   gr: () => (/* binding */ signSecretsOf)
/* harmony export */ });
/* harmony import */ var _defined_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(64222);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _sign_identity_token_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76555);
/* harmony import */ var _sign_identity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97055);
/* harmony import */ var _sign_key_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20642);
/* harmony import */ var _building_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(96245);
/* harmony import */ var _choices_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(41525);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(97035);
/** The inputs of signatures. */








/** As they were given; empty where they were not. */
const signSecretsOf = (raw) => ({
    key: (raw['sign_key'] ?? '').trim(),
    // Spaces may belong to it, and are none where they are all.
    passphrase: (raw['sign_key_passphrase'] ?? '').replace(/[\r\n]+$|^\s+$/, ''),
});
/** Undefined where bases may be unsigned. */
function readBaseSignature({ one, say, text, called }, where) {
    const otherwise = one('base_signature', (value) => (0,_values_js__WEBPACK_IMPORTED_MODULE_5__/* .parseChoice */ .HU)(value, _choices_js__WEBPACK_IMPORTED_MODULE_6__/* .baseSignatureChoices */ .cy));
    const identity = one('base_identity', _sign_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .parseIdentity */ .aZ);
    const trustedRoot = one('trusted_root', (value) => (0,_building_js__WEBPACK_IMPORTED_MODULE_4__/* .parsePath */ .Rr)(value, where));
    if (otherwise === undefined || otherwise === 'off')
        return undefined;
    if (text('base_identity') === '')
        say('base_identity', `it is missing, and ${called('base_signature')} is "${otherwise}": name who must have signed.`);
    return identity && { otherwise, identity, ...(0,_defined_js__WEBPACK_IMPORTED_MODULE_7__/* .defined */ .s)({ trustedRoot }) };
}
/**
 * Undefined where nothing is to be signed.
 *
 * @param use of a plan: it signs nothing, and needs no key.
 */
function readSigning({ one, say, env, called }, raw, where, { push, use }) {
    const sign = one('sign', (text) => (0,_values_js__WEBPACK_IMPORTED_MODULE_5__/* .parseChoice */ .HU)(text, _choices_js__WEBPACK_IMPORTED_MODULE_6__/* .signChoices */ .yU));
    const failure = one('sign_failure', (text) => (0,_values_js__WEBPACK_IMPORTED_MODULE_5__/* .parseChoice */ .HU)(text, _choices_js__WEBPACK_IMPORTED_MODULE_6__/* .signFailureChoices */ .OX));
    const config = one('signing_config', (text) => use === 'plan' ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(text) : (0,_building_js__WEBPACK_IMPORTED_MODULE_4__/* .parsePath */ .Rr)(text, where));
    const { key, passphrase } = signSecretsOf(raw);
    if (key !== '') {
        const read = (0,_sign_key_js__WEBPACK_IMPORTED_MODULE_3__/* .parsePrivateKey */ .QW)(key, passphrase);
        if (!read.ok)
            say('sign_key', read.message);
    }
    else if (passphrase !== '')
        say('sign_key_passphrase', `there is no ${called('sign_key')} that it belongs to.`);
    if (push !== true || sign === undefined || failure === undefined || sign === 'false')
        return undefined;
    const can = key !== '' || (0,_sign_identity_token_js__WEBPACK_IMPORTED_MODULE_1__/* .tokenSourceOf */ .Gz)(env) !== undefined;
    if (sign === 'true' && !can && use !== 'plan')
        say('sign', `there is nothing to sign with: give the job the permission "id-token: write", or a key in ${called('sign_key')}.`);
    if (sign === 'auto' && !can)
        return undefined;
    return { isDemanded: sign === 'true', failure, ...(0,_defined_js__WEBPACK_IMPORTED_MODULE_7__/* .defined */ .s)({ config }) };
}


/***/ }),

/***/ 56253:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lc: () => (/* binding */ parseEach),
/* harmony export */   nl: () => (/* binding */ parseWords),
/* harmony export */   ry: () => (/* binding */ splitList),
/* harmony export */   uz: () => (/* binding */ splitLines),
/* harmony export */   xg: () => (/* binding */ parsePairs)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _names_shown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8065);
/** Values of several parts: lines, lists, `key=value` pairs, words. */


/** Lines without the empty ones and those that are comments (first character `#`), trimmed. */
function splitLines(text) {
    return text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'));
}
/** Parts between commas, spaces and lines; comments as in `splitLines`. */
function splitList(text) {
    return splitLines(text)
        .flatMap((line) => line.split(/[\s,]+/))
        .filter((part) => part !== '');
}
/** @param parse gets the place of a part, from 1. */
function parseEach(parts, parse) {
    const value = [];
    const messages = [];
    for (const [index, part] of parts.entries()) {
        const result = parse(part, index + 1);
        if (result.ok)
            value.push(result.value);
        else
            messages.push(result.message);
    }
    return { value, messages };
}
/** Parses lines of `key=value`. Values are never in a message: people put secrets into such lines. */
function parsePairs(text, rule) {
    const pairs = new Map();
    const messages = [];
    for (const [index, line] of splitLines(text).entries()) {
        const at = line.indexOf('=');
        const key = line.slice(0, at).trim();
        const value = line.slice(at + 1).trim();
        if (at < 1) {
            messages.push(`entry ${index + 1} is not "key=value": write one a line, like "${rule.example}".`);
            continue;
        }
        const wrong = rule.check(key, `entry ${index + 1}`);
        if (wrong !== undefined) {
            messages.push(wrong);
        }
        else if (pairs.has(key) && pairs.get(key) !== value) {
            messages.push(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(key)} is there twice with different values: keep one.`);
        }
        else {
            pairs.set(key, value);
        }
    }
    // fromEntries makes own properties, whatever the key is called.
    return { value: Object.fromEntries(pairs), messages };
}
/** Parts of a line of words: quotes, a backslash and what it protects, white space, and all else. */
const wordToken = /'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)|(\s+)|([^\s'"\\])/gsy;
/**
 * Splits words as a POSIX shell does, with its quotes and backslashes, but expands nothing: what a shell would act
 * upon is refused, since nothing here would.
 */
function parseWords(text) {
    const words = [];
    let word;
    let end = 0;
    for (const match of text.matchAll(wordToken)) {
        const [all, single, double, escaped, space, plain] = match;
        end = match.index + all.length;
        if (space !== undefined) {
            if (word !== undefined)
                words.push(word);
            word = undefined;
            continue;
        }
        const acting = plain !== undefined ? /[|&;<>()$`]/.exec(plain) : /(?<!\\)[$`]/.exec(double ?? '');
        if (acting !== null) {
            return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(text)} has ${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(acting[0])}, which only a shell understands, and none reads this. Quote it with '…', or name the shell: ["sh", "-c", "…"].`);
        }
        word = (word ?? '') + (single ?? double?.replace(/\\(["\\$`])/g, '$1') ?? escaped ?? plain ?? '');
    }
    if (end < text.length)
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(text)} has a quote that is not closed.`);
    if (word !== undefined)
        words.push(word);
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(words);
}


/***/ }),

/***/ 99501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ nameOfFolder),
/* harmony export */   m: () => (/* binding */ readTreeInputs)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _building_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96245);
/* harmony import */ var _several_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3285);
/* harmony import */ var _image_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17260);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(70178);
/* harmony import */ var _verifying_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(94642);
/** What the command `tree` takes, validated. */






function readTreeInputs(raw, where, env = {}) {
    const reader = (0,_reader_js__WEBPACK_IMPORTED_MODULE_4__/* .inputReader */ .c)('tree', raw, where, env);
    const { text, one, many, done } = reader;
    const path = (name) => one(name, (value) => (0,_building_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePath */ .Rr)(value, where));
    const words = (name) => many(name, (value) => ({ value: value.split(/[\s,]+/).filter(Boolean), messages: [] }));
    const folder = path('path');
    const shared = (0,_image_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .readImageInputs */ .B)(reader, raw, where, nameOfFolder(folder, env), _verifying_js__WEBPACK_IMPORTED_MODULE_5__/* .imageChecks */ .H4);
    return done({
        ...shared.needed,
        path: folder,
        images: words('images'),
        exclude: words('exclude'),
        defaultBranch: text('default_branch'),
        exportsDir: one('exports_dir', (value) => (0,_building_js__WEBPACK_IMPORTED_MODULE_1__/* .parseOutput */ .Fw)(value, where)),
        concurrency: one('concurrency', _several_js__WEBPACK_IMPORTED_MODULE_2__/* .parseConcurrency */ .n),
    }, {
        ...shared.optional,
        context: path('context'),
        changed: one('changed', _several_js__WEBPACK_IMPORTED_MODULE_2__/* .parseChanged */ .w),
        pins: path('pins'),
    });
}
/** On the command line images are called after their folder. */
const nameOfFolder = (folder, env) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(folder === undefined || folder === '.' ? (env['PWD'] ?? '') : folder).toLowerCase() || 'images';


/***/ }),

/***/ 97035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HU: () => (/* binding */ parseChoice),
/* harmony export */   V5: () => (/* binding */ parseDistributionPackages),
/* harmony export */   Y5: () => (/* binding */ parsePush),
/* harmony export */   og: () => (/* binding */ parseFlag),
/* harmony export */   qA: () => (/* binding */ parsePlatforms),
/* harmony export */   rL: () => (/* binding */ parseTags),
/* harmony export */   uM: () => (/* binding */ parseOptionalPlatforms)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _names_platform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29885);
/* harmony import */ var _names_shown_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8065);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32632);
/* harmony import */ var _names_nearest_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(13114);
/* harmony import */ var _packages_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88148);
/* harmony import */ var _unique_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(14748);
/* harmony import */ var _splitting_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(56253);
/** The inputs that are flags, choices and lists. */








const yamlFlags = {
    true: true,
    True: true,
    TRUE: true,
    false: false,
    False: false,
    FALSE: false,
};
/** Parses a boolean of YAML 1.2's core schema, which is what GitHub's own actions take. */
function parseFlag(text) {
    const value = Object.hasOwn(yamlFlags, text) ? yamlFlags[text] : undefined;
    return value === undefined ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_5__/* .shown */ .S)(text)} is neither "true" nor "false".`) : (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(value);
}
/** Events of a change that is not part of its branch yet. */
const proposals = ['pull_request', 'pull_request_target', 'merge_group'];
/** Parses where an image goes: `auto` is the registry, but for a pull request, whose images go nowhere. */
function parsePush(text, env) {
    if (text.toLowerCase() === 'auto')
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(proposals.includes(env['GITHUB_EVENT_NAME'] ?? '') ? 'nowhere' : 'registry');
    const flag = Object.hasOwn(yamlFlags, text) ? yamlFlags[text] : undefined;
    return flag === undefined
        ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_5__/* .shown */ .S)(text)} is neither "true", "false" nor "auto".`)
        : (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(flag ? 'registry' : 'layout');
}
/** Parses one of the words that a row of the table has as its `choices`. */
function parseChoice(text, choices) {
    const choice = choices.find((known) => known === text);
    if (choice !== undefined)
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(choice);
    const near = (0,_names_nearest_js__WEBPACK_IMPORTED_MODULE_6__/* .nearest */ .p)(text, choices);
    const way = near === undefined ? '' : ` Did you mean "${near}"?`;
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_5__/* .shown */ .S)(text)} is not one of ${choices.map((known) => `"${known}"`).join(', ')}.${way}`);
}
function parsePlatforms(text) {
    const parts = (0,_splitting_js__WEBPACK_IMPORTED_MODULE_4__/* .splitList */ .ry)(text);
    const { value, messages } = (0,_splitting_js__WEBPACK_IMPORTED_MODULE_4__/* .parseEach */ .lc)(parts, _names_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePlatform */ .FL);
    const twice = value.filter((platform, index) => value.indexOf(platform) < index);
    const more = (0,_unique_js__WEBPACK_IMPORTED_MODULE_7__/* .unique */ .A)(twice).map((platform) => `${platform} is there more than once: name each platform once.`);
    const none = parts.length === 0 ? ['it names no platform: leave it empty for the default, or name one.'] : [];
    return { value: (0,_unique_js__WEBPACK_IMPORTED_MODULE_7__/* .unique */ .A)(value), messages: [...messages, ...more, ...none] };
}
/** @param all the platforms that are wanted. @param called the input that names those, as the user writes it. */
function parseOptionalPlatforms(text, all, called) {
    const { value, messages } = (0,_splitting_js__WEBPACK_IMPORTED_MODULE_4__/* .parseEach */ .lc)((0,_splitting_js__WEBPACK_IMPORTED_MODULE_4__/* .splitList */ .ry)(text), _names_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePlatform */ .FL);
    const optional = (0,_unique_js__WEBPACK_IMPORTED_MODULE_7__/* .unique */ .A)(value);
    const foreign = optional
        .filter((platform) => all.length > 0 && !all.includes(platform))
        .map((platform) => `${platform} is not among those of ${called}: only one that is wanted can be optional.`);
    const none = all.length > 0 && all.every((platform) => optional.includes(platform))
        ? [`it names every platform of ${called}: an image has at least one that it cannot do without.`]
        : [];
    return { value: optional, messages: [...messages, ...foreign, ...none] };
}
function parseDistributionPackages(text) {
    const { value, messages } = (0,_splitting_js__WEBPACK_IMPORTED_MODULE_4__/* .parseEach */ .lc)((0,_splitting_js__WEBPACK_IMPORTED_MODULE_4__/* .splitList */ .ry)(text), _packages_js__WEBPACK_IMPORTED_MODULE_3__/* .parseDistributionPackage */ .ah);
    return { value: (0,_unique_js__WEBPACK_IMPORTED_MODULE_7__/* .unique */ .A)(value), messages };
}
/** Tags named twice are one. */
function parseTags(text) {
    const { value, messages } = (0,_splitting_js__WEBPACK_IMPORTED_MODULE_4__/* .parseEach */ .lc)((0,_splitting_js__WEBPACK_IMPORTED_MODULE_4__/* .splitList */ .ry)(text), _image_js__WEBPACK_IMPORTED_MODULE_2__/* .parseExtraTag */ .a5);
    return { value: (0,_unique_js__WEBPACK_IMPORTED_MODULE_7__/* .unique */ .A)(value), messages };
}


/***/ }),

/***/ 94642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H4: () => (/* binding */ imageChecks),
/* harmony export */   T6: () => (/* binding */ readVerifyEnv),
/* harmony export */   Us: () => (/* binding */ parseVerifySkip),
/* harmony export */   q4: () => (/* binding */ parseVerifyEnv),
/* harmony export */   uV: () => (/* binding */ packageChecks)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _names_shown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8065);
/* harmony import */ var _names_nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13114);
/* harmony import */ var _splitting_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56253);
/** The inputs of the checks: what they leave out, and the variables that they alone are given. */




/** Checks of what the package's author made. That the package is installed is always checked. */
const packageChecks = ['metadata', 'imports', 'libraries', 'scripts'];
/** The same of an image that may hold anything. */
const imageChecks = ['links', 'programs', 'metadata', 'libraries'];
/**
 * Parses one line of `verify_skip`: `imports:kaggle`, `scripts:*`, or a check's name alone for all of it.
 *
 * @param skippable checks that can be left out.
 */
function parseVerifySkip(line, skippable = packageChecks) {
    const example = skippable === packageChecks ? '"imports:kaggle" or "scripts:*"' : '"programs:tool" or "links:*"';
    const rule = `a line is a check (${skippable.join(', ')}) and what it leaves out, like ${example}`;
    const at = line.indexOf(':');
    const check = (at === -1 ? line : line.slice(0, at)).trim();
    const subject = at === -1 ? '*' : line.slice(at + 1).trim();
    if (!skippable.some((known) => known === check)) {
        const near = (0,_names_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)(check, skippable);
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .S)(line)} names no check that can be left out: ${rule}.${near === undefined ? '' : ` Did you mean "${near}"?`}`);
    }
    if (!/^[\w.*-]{1,200}$/.test(subject)) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .S)(line)} does not say what to leave out: ${rule}; it is a module, a script or a distribution, and "*" stands for any characters.`);
    }
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(`${check}:${subject}`);
}
/** Parses the lines of `verify_env` to the variables' names. Values are never in a message: they may be secrets. */
function parseVerifyEnv(text) {
    const { value, messages } = (0,_splitting_js__WEBPACK_IMPORTED_MODULE_1__/* .parseEach */ .lc)((0,_splitting_js__WEBPACK_IMPORTED_MODULE_1__/* .splitLines */ .uz)(text), (line, place) => {
        const name = line.split('=', 1)[0].trim();
        // What is no name may be a piece of a secret: its place is enough.
        return /^[a-z_][a-z0-9_]*$/i.test(name)
            ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(name)
            : (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`entry ${place} is not "NAME=value": write one a line, or "NAME" alone for a variable of this environment; NAME has letters, digits and "_".`);
    });
    const twice = [...new Set(value.filter((name, at) => value.indexOf(name) < at))];
    return {
        value,
        messages: [...messages, ...twice.map((name) => `${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .S)(name)} is there more than once: keep one.`)],
    };
}
/**
 * The variables of `verify_env` with their values, apart from all other inputs: they may be secrets. A name alone is given
 * the value that it has in this environment, and left out where it has none.
 */
function readVerifyEnv(raw, env) {
    const lines = (0,_splitting_js__WEBPACK_IMPORTED_MODULE_1__/* .splitLines */ .uz)((raw['verify_env'] ?? '').replaceAll('\r', '\n'));
    return Object.fromEntries(lines.flatMap((line) => {
        const at = line.indexOf('=');
        const name = (at === -1 ? line : line.slice(0, at)).trim();
        const value = at === -1 ? env[name] : line.slice(at + 1).trim();
        return value === undefined ? [] : [[name, value]];
    }));
}


/***/ }),

/***/ 26482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ usualWheelStore),
/* harmony export */   K: () => (/* binding */ parseWheelStore)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _names_image_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57257);
/* harmony import */ var _names_shown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8065);
/* harmony import */ var _building_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96245);
/** The input that says where compiled wheels are saved. */




/** Parses `off`, `registry/name`, or a folder's path, which begins with `/`, `./` or `../`. */
function parseWheelStore(text, where) {
    if (text.toLowerCase() === 'off')
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)({ kind: 'off' });
    if (/^\.{0,2}\//.test(text) || text === '.' || text === '..') {
        const path = (0,_building_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePath */ .Rr)(text, where);
        return path.ok ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)({ kind: 'folder', path: path.value }) : path;
    }
    if (text.startsWith('~'))
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .S)(text)} begins with "~", which ${where === 'cli' ? 'the shell left as it is' : 'nothing expands here'}: ${ways}`);
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .S)(text)} is a URL: ${ways}`);
    }
    const { registry, name } = (0,_names_image_name_js__WEBPACK_IMPORTED_MODULE_1__/* .splitImageName */ .xh)(text);
    if (registry === undefined) {
        const folder = (0,_names_shown_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .S)(`./${text.replace(/^\/+/, '')}`);
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .S)(text)} could be a folder or a repository: write a folder as ${folder} or whole, and a repository with its registry in front, like "ghcr.io/owner/name". "off" saves nothing.`);
    }
    if (/[:@]/.test(name)) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .S)(text)} has a tag or a digest, and every wheel has a tag of its own: ${ways}`);
    }
    const repository = (0,_names_image_name_js__WEBPACK_IMPORTED_MODULE_1__/* .parseImageName */ ["if"])(text, registry);
    return repository.ok
        ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)({ kind: 'repository', repository: repository.value })
        : (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(repository.message.replaceAll(/image name (?=")/g, 'wheel_store '));
}
const ways = 'write a folder as "./wheels" or whole, and a repository as its registry and its name, like "ghcr.io/owner/name". "off" saves nothing.';
/** Beside the image, where it is in a registry; on the command line, in this user's cache where the image is not pushed. */
const usualWheelStore = (where, push, repository) => where === 'action' || push ? { kind: 'repository', repository } : { kind: 'cache' };


/***/ }),

/***/ 57257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SU: () => (/* binding */ parseRepository),
/* harmony export */   "if": () => (/* binding */ parseImageName),
/* harmony export */   l5: () => (/* binding */ parseRegistry),
/* harmony export */   xh: () => (/* binding */ splitImageName)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _shown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8065);
/** Names of images: a registry's host and a repository, by the OCI distribution specification. */


const component = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const namePattern = new RegExp(`^${component}(?:/${component})*$`);
const hostPattern = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|\[[0-9a-f:]+\])(?::\d{1,5})?$/;
/** Characters of `host/name`; many registries refuse more (the distribution specification's note on clients). */
const longestName = 255;
const dockerHub = 'docker.io';
const dockerHubHosts = new Set([
    'index.docker.io',
    'registry-1.docker.io',
    'registry.hub.docker.com',
    'hub.docker.com',
]);
/** Docker's rule for the first part of a name: with a dot or a port, or if it is `localhost`, it is a host. */
const looksLikeHost = (text) => /[.:]/.test(text) || text === 'localhost';
function parseRegistry(text) {
    const host = text.trim().toLowerCase();
    const rule = 'it is a host with an optional port, like "ghcr.io", "docker.io" or "localhost:5000"';
    if (/^[a-z][a-z0-9+.-]*:\/\//.test(host)) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`registry ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(text)} begins with a scheme: ${rule}.`);
    }
    if (host.includes('/')) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`registry ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(text)} has a path: ${rule}; what follows the host belongs to the image's name.`);
    }
    if (!hostPattern.test(host))
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`registry ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(text)} is not valid: ${rule}.`);
    if (!looksLikeHost(host) && !host.startsWith('[')) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`registry ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(text)} would be read as a part of a name: ${rule}.`);
    }
    const port = /:(\d+)$/.exec(host)?.[1];
    if (port !== undefined && (Number(port) < 1 || Number(port) > 65_535)) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`registry ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(text)} has a port that does not exist: ports are 1 to 65535.`);
    }
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(dockerHubHosts.has(host) ? dockerHub : host);
}
function splitImageName(text) {
    const at = text.indexOf('/');
    const first = text.slice(0, Math.max(at, 0)).trim();
    return looksLikeHost(first.toLowerCase()) ? { registry: first, name: text.slice(at + 1) } : { name: text };
}
function parseImageName(text, registry) {
    if (/^\s*[a-z][a-z0-9+.-]*:\/\//i.test(text)) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`image name ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(text)} begins with a scheme: it is a name alone or one with its registry in front, like "owner/name" or "ghcr.io/owner/name".`);
    }
    const { registry: prefix, name } = splitImageName(text);
    const host = parseRegistry(prefix ?? registry);
    if (host.ok)
        return parseRepository(host.value, name, text);
    if (prefix === undefined)
        return host;
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${host.message} It is the first part of image name ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(text)}, and its dot or colon makes it a registry.`);
}
/**
 * Parses a registry and a name within it, without a tag. The name is lower-cased, since GitHub's repositories may have
 * capitals and images may not. On Docker Hub a name of one part is in `library`. Messages show `written`.
 */
function parseRepository(registry, name, written = name) {
    const host = parseRegistry(registry);
    if (!host.ok)
        return host;
    const text = name.trim().toLowerCase();
    const rule = 'it is lower-case letters and digits, parted by single ".", "_", "__" or "-", in parts parted by "/", like "owner/name"';
    const [first = '', ...rest] = text.split('/');
    if (rest.length > 0 && (first === host.value || first.includes(':') || first === 'localhost')) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`image name ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(written)} has the registry ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(first)} within it: a registry stands once, in front of the name.`);
    }
    if (text.includes('@'))
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`image name ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(written)} has a digest: ${rule}.`);
    if (text.includes(':'))
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`image name ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(written)} has a tag: ${rule}. More tags are an input of their own.`);
    if (!namePattern.test(text))
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`image name ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(written)} is not valid: ${rule}.`);
    const full = host.value === dockerHub && rest.length === 0 ? `library/${text}` : text;
    if (host.value.length + 1 + full.length > longestName) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`image name ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(written)} is too long: with its registry it has at most ${longestName} characters.`);
    }
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)({ registry: host.value, name: full });
}


/***/ }),

/***/ 97412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ evaluate),
/* harmony export */   g: () => (/* binding */ parseMarker)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _package_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28066);
/* harmony import */ var _package_version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29033);
/* harmony import */ var _shown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8065);
/**
 * Environment markers: parsing and evaluation (PEP 508; PEP 685 for extras; PEP 751 for `extras` and `dependency_groups`).
 * By hand: pip-requirements-js parses markers and does not evaluate them.
 */




const oldNames = {
    'os.name': 'os_name',
    'sys.platform': 'sys_platform',
    'platform.version': 'platform_version',
    'platform.machine': 'platform_machine',
    'platform.python_implementation': 'platform_python_implementation',
    python_implementation: 'platform_python_implementation',
};
const variables = new Set([
    'python_version',
    'python_full_version',
    'os_name',
    'sys_platform',
    'platform_release',
    'platform_system',
    'platform_version',
    'platform_machine',
    'platform_python_implementation',
    'implementation_name',
    'implementation_version',
    'extra',
    'extras',
    'dependency_groups',
]);
/** Variables that are compared as versions; all others are compared as text. */
const versionVariables = new Set([
    'python_version',
    'python_full_version',
    'implementation_version',
    'platform_release',
]);
const nameVariables = new Set(['extra', 'extras', 'dependency_groups']);
const token = /\s*(?:(?<string>'[^']*'|"[^"]*")|(?<operator>===|~=|==|!=|<=|>=|<|>|not\s+in\b|in\b)|(?<paren>[()])|(?<word>[A-Za-z_][\w.]*))/y;
function tokens(text) {
    const result = [];
    const rest = text.trimEnd();
    for (token.lastIndex = 0; token.lastIndex < rest.length;) {
        const groups = token.exec(rest)?.groups;
        if (groups === undefined)
            return undefined;
        const kind = ['string', 'operator', 'paren', 'word'].find((name) => groups[name] !== undefined);
        result.push({ kind, text: groups[kind].replace(/^not\s+in$/, 'not in') });
    }
    return result;
}
/** Parentheses within each other: more than any real marker has, and too few to exhaust the stack. */
const deepest = 100;
/** Parses a marker. `and` binds closer than `or`. */
function parseMarker(text) {
    const refusal = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`marker ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .S)(text)} is not one of PEP 508: write it like 'python_version < "3.11" and platform_machine == "x86_64"'.`);
    const all = tokens(text);
    if (all === undefined)
        return refusal;
    let position = 0;
    const accept = (kind, ...texts) => {
        const next = all[position];
        if (next === undefined || next.kind !== kind || (texts.length > 0 && !texts.includes(next.text)))
            return undefined;
        position += 1;
        return next;
    };
    const operand = () => {
        const string = accept('string');
        if (string !== undefined)
            return { literal: string.text.slice(1, -1) };
        const word = accept('word');
        const variable = word && (oldNames[word.text] ?? word.text);
        return variable !== undefined && variables.has(variable) ? { variable } : undefined;
    };
    const atom = (depth) => {
        if (depth > deepest)
            return undefined;
        if (accept('paren', '(') !== undefined) {
            const inner = disjunction(depth + 1);
            return accept('paren', ')') === undefined ? undefined : inner;
        }
        const left = operand();
        const operator = left && accept('operator')?.text;
        const right = operator && operand();
        if (!left || !operator || !right || 'variable' in left === 'variable' in right)
            return undefined;
        return { kind: 'compare', left, operator, right };
    };
    const chain = (kind, part, depth) => {
        let left = part(depth);
        while (left !== undefined && accept('word', kind) !== undefined) {
            const right = part(depth);
            left = right && { kind, left, right };
        }
        return left;
    };
    const conjunction = (depth) => chain('and', atom, depth);
    const disjunction = (depth) => chain('or', conjunction, depth);
    const marker = disjunction(0);
    return marker === undefined || position !== all.length ? refusal : (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(marker);
}
/** Whether a marker holds. A variable that the environment does not have is empty. */
function evaluate(marker, environment) {
    switch (marker.kind) {
        case 'and':
            return evaluate(marker.left, environment) && evaluate(marker.right, environment);
        case 'or':
            return evaluate(marker.left, environment) || evaluate(marker.right, environment);
        case 'compare': {
            const key = 'variable' in marker.left ? marker.left.variable : marker.right.variable;
            const valueOf = (operand) => {
                const raw = 'variable' in operand ? (environment[operand.variable] ?? '') : operand.literal;
                if (!nameVariables.has(key))
                    return raw;
                return typeof raw === 'string' ? (0,_package_name_js__WEBPACK_IMPORTED_MODULE_1__/* .normalizedName */ .j8)(raw) : raw.map(_package_name_js__WEBPACK_IMPORTED_MODULE_1__/* .normalizedName */ .j8);
            };
            return compare(key, valueOf(marker.left), marker.operator, valueOf(marker.right));
        }
    }
}
function compare(key, left, operator, right) {
    if (operator === 'in' || operator === 'not in') {
        const inside = typeof left === 'string' && right.includes(left);
        return inside === (operator === 'in');
    }
    if (typeof left !== 'string' || typeof right !== 'string')
        return false;
    if (versionVariables.has(key)) {
        const specifiers = (0,_package_version_js__WEBPACK_IMPORTED_MODULE_2__/* .parseSpecifiers */ .$h)(`${operator}${right}`);
        const version = (0,_package_version_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePackageVersion */ .g7)(left.replace(/\+$/, ''));
        if (specifiers.ok && version.ok)
            return (0,_package_version_js__WEBPACK_IMPORTED_MODULE_2__/* .satisfies */ .ib)(version.value, specifiers.value);
    }
    switch (operator) {
        case '==':
        case '===':
        // The specification gives text no order: of `<=` and `>=` only the equality counts.
        case '<=':
        case '>=':
            return left === right;
        case '!=':
            return left !== right;
        default:
            return false;
    }
}


/***/ }),

/***/ 28066:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mp: () => (/* binding */ nameRule),
/* harmony export */   Rl: () => (/* binding */ parsePackageName),
/* harmony export */   gU: () => (/* binding */ isUrl),
/* harmony export */   j8: () => (/* binding */ normalizedName),
/* harmony export */   nD: () => (/* binding */ splitHead)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _shown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8065);


/** PEP 503: lower case, and runs of `-`, `_` and `.` are one `-`. */
const normalizedName = (name) => name.toLowerCase().replace(/[-_.]+/g, '-');
const name = '[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?';
const head = new RegExp(`^(${name})\\s*(?:\\[\\s*((?:${name})(?:\\s*,\\s*${name})*)?\\s*\\])?\\s*(.*)$`);
const nameRule = 'a name has letters, digits, ".", "-" and "_", and begins and ends with a letter or a digit';
/** Parses `name[extras]`. Specifiers, markers and URLs are refused: the version has an input of its own. */
function parsePackageName(text) {
    const trimmed = text.trim();
    if (trimmed === '')
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)('package is empty: give its name on the index, like "uvicorn" or "uvicorn[standard]".');
    if (isUrl(trimmed))
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`package ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(trimmed)} is a URL or a path: give its name on the index.`);
    const split = splitHead(trimmed);
    if (split === undefined) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`package ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(trimmed)} is not valid: ${nameRule}; extras follow in brackets, "uvicorn[standard]".`);
    }
    if (split.rest !== '') {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`package ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(trimmed)} has ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(split.rest)} after its name: give the name and extras alone, and the version as package_version.`);
    }
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(split.package);
}
/** Splits off the package that a text begins with; undefined when it begins with none. */
function splitHead(text) {
    const match = head.exec(text);
    if (match === null || /[\r\n]/.test(text))
        return undefined;
    const extras = [...new Set((match[2] ?? '').split(',').map((extra) => normalizedName(extra.trim())))]
        .filter((extra) => extra !== '')
        .toSorted();
    const normalized = normalizedName(match[1]);
    const full = extras.length === 0 ? normalized : `${normalized}[${extras.join(',')}]`;
    return { package: { name: normalized, extras, text: full }, rest: match[3].trim() };
}
const isUrl = (text) => /^[a-z][a-z0-9+.-]*:/i.test(text) ||
    /^\.{0,2}\//.test(text) ||
    /^[^;'"]*\s@\s/.test(text) ||
    /^[^;'"[\]]*\]?@/.test(text);


/***/ }),

/***/ 29033:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $h: () => (/* binding */ parseSpecifiers),
/* harmony export */   DR: () => (/* binding */ releaseKey),
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   g7: () => (/* binding */ parsePackageVersion),
/* harmony export */   ib: () => (/* binding */ satisfies),
/* harmony export */   ml: () => (/* binding */ tagOfVersion),
/* harmony export */   mx: () => (/* binding */ versionOfTag),
/* harmony export */   p: () => (/* binding */ isSameVersion)
/* harmony export */ });
/* harmony import */ var _renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99687);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _shown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8065);
/**
 * Versions of packages and specifiers of versions (PEP 440), and versions in tags.
 *
 * @renovatebot/pep440 compares. By hand is only where it differs from PEP 440: it normalizes `1.0+ubuntu.1` to
 * `1.0+ubuntu,1`, rounds numbers of 17 digits, and with `<` and `>` excludes all versions of the same release.
 */



/** Characters of a version; a tag has 128, with `py3.13.12-slim-bookworm-` before the version. */
const longest = 100;
const pattern = new RegExp([
    /^v?(?:(?<epoch>\d+)!)?(?<release>\d+(?:\.\d+)*)/,
    /(?:[-_.]?(?<preLetter>alpha|a|beta|b|preview|pre|c|rc)(?:[-_.]?(?<preNumber>\d+))?)?/,
    /(?:-(?<postImplicit>\d+)|[-_.]?(?<postLetter>post|rev|r)(?:[-_.]?(?<postNumber>\d+))?)?/,
    /(?:[-_.]?(?<devLetter>dev)(?:[-_.]?(?<devNumber>\d+))?)?/,
    /(?:\+(?<local>[a-z\d]+(?:[-_.][a-z\d]+)*))?$/,
]
    .map((part) => part.source)
    .join(''), 'i');
const letters = {
    alpha: 'a',
    beta: 'b',
    c: 'rc',
    pre: 'rc',
    preview: 'rc',
};
/** Removes leading zeros. Digits stay text, since a number would round those of a long date. */
const withoutZeros = (digits) => (digits ?? '').replace(/^0+(?=\d)/, '') || '0';
/** Parses and normalizes a version (PEP 440, Appendix B and "Normalization"). */
function parsePackageVersion(text) {
    const trimmed = text.trim();
    if (trimmed.length > longest) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)(`package version ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .S)(trimmed)} has ${trimmed.length} characters: at most ${longest} fit into an image's tag.`);
    }
    const groups = pattern.exec(trimmed)?.groups;
    if (groups === undefined) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)(`package version ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .S)(trimmed)} is not a version of PEP 440: write it like "1.2.3", "2.0rc1", "1.0.post1" or "1.2.3+local.1".`);
    }
    const release = groups['release'].split('.').map(withoutZeros);
    const epoch = withoutZeros(groups['epoch']);
    const preLetter = groups['preLetter']?.toLowerCase();
    const local = groups['local']
        ?.toLowerCase()
        .split(/[-_.]/)
        .map((part) => (/^\d+$/.test(part) ? withoutZeros(part) : part))
        .join('.');
    const hasPost = groups['postImplicit'] !== undefined || groups['postLetter'] !== undefined;
    const normalized = [
        epoch === '0' ? '' : `${epoch}!`,
        release.join('.'),
        preLetter === undefined ? '' : `${letters[preLetter] ?? preLetter}${withoutZeros(groups['preNumber'])}`,
        hasPost ? `.post${withoutZeros(groups['postImplicit'] ?? groups['postNumber'])}` : '',
        groups['devLetter'] === undefined ? '' : `.dev${withoutZeros(groups['devNumber'])}`,
        local === undefined ? '' : `+${local}`,
    ].join('');
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .parsed */ .Yz)({
        text: normalized,
        epoch: Number(epoch),
        release: release.map(Number),
        isPrerelease: preLetter !== undefined || groups['devLetter'] !== undefined,
        ...(local === undefined ? {} : { local }),
    });
}
function compareKeys(left, right) {
    for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
        const [first, second] = [left[index] ?? 0, right[index] ?? 0];
        if (first !== second)
            return first < second ? -1 : 1;
    }
    return 0;
}
/**
 * Compares local versions by segments: numbers come after words, and a longer version after its own beginning. By hand,
 * since the library takes the word `1e5` for a number.
 */
function compareLocals(left, right) {
    const segments = (local) => local?.split('.') ?? [];
    const [first, second] = [segments(left), segments(right)];
    for (let index = 0; index < Math.max(first.length, second.length); index += 1) {
        const rank = (segment) => segment === undefined ? [0] : /^\d+$/.test(segment) ? [2, Number(segment)] : [1, segment];
        const order = compareKeys(rank(first[index]), rank(second[index]));
        if (order !== 0)
            return order;
    }
    return 0;
}
const publicOf = ({ text }) => text.split('+', 1)[0];
const comparePublic = (left, right) => (0,_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__/* .compare */ .UD)(publicOf(left), publicOf(right));
/** Negative when `left` is older, positive when it is newer, 0 when both mean the same (PEP 440). */
const compareVersions = (left, right) => comparePublic(left, right) || compareLocals(left.local, right.local);
const operators = ['===', '~=', '==', '!=', '<=', '>=', '<', '>'];
/** Parses a set of specifiers (PEP 440, "Version specifiers"): `>=3.9,!=3.9.1`. The empty set allows everything. */
function parseSpecifiers(text) {
    const set = [];
    for (const clause of text.split(',').map((part) => part.trim())) {
        if (clause === '')
            continue;
        const operator = operators.find((candidate) => clause.startsWith(candidate));
        const operand = clause.slice(operator?.length ?? 0).trim();
        const wrong = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)(`version specifier ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .S)(clause)} is not one of PEP 440: write it like ">=1.2", "==1.2.*", "~=1.4" or "!=1.3".`);
        if (operator === undefined || operand === '')
            return wrong;
        if (operator === '===') {
            set.push({ operator, text: operand, prefix: false });
            continue;
        }
        const prefix = operand.endsWith('.*');
        const bare = prefix ? operand.slice(0, -2) : operand;
        const version = parsePackageVersion(bare);
        if (!version.ok || !(0,_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__/* .validRange */ .Im)(clause))
            return wrong;
        // The library accepts `.*` after a pre-release.
        if (prefix && !/^v?(\d+!)?[\d.]+$/i.test(bare))
            return wrong;
        set.push({ operator, text: bare, version: version.value, prefix });
    }
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .parsed */ .Yz)(set);
}
/** Whether the version satisfies every clause. Pre-releases count like any other version; callers exclude them first. */
const satisfies = (version, specifiers) => specifiers.every((specifier) => isWithin(version, specifier));
function isWithin(version, { operator, text, version: bound, prefix }) {
    if (bound === undefined)
        return version.text === text.toLowerCase();
    const order = comparePublic(version, bound);
    switch (operator) {
        case '<':
            // `<3.9` excludes pre-releases of 3.9, unless the bound is one.
            return order < 0 && (bound.isPrerelease || !version.isPrerelease || !sameRelease(version, bound));
        case '>': {
            // `>3.9` excludes post-releases and local versions of 3.9, unless the bound is a post-release.
            const isLater = isPost(version) && !isPost(bound);
            return order > 0 && !((isLater || version.local !== undefined) && sameRelease(version, bound));
        }
        default: {
            const range = `${operator}${publicOf(bound)}${prefix ? '.*' : ''}`;
            const isIn = (0,_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__/* .satisfies */ .ib)(padded(version, bound.release.length), range, { prereleases: true });
            if (bound.local === undefined)
                return isIn;
            const isSame = order === 0 && compareLocals(version.local, bound.local) === 0;
            return operator === '==' ? isSame : !isSame;
        }
    }
}
const isPost = (version) => (0,_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__/* .explain */ .WE)(publicOf(version))?.is_postrelease === true;
/** Pads the public version with zeros: `3` is in `==3.0.*`, and the library compares number by number. */
const padded = (version, length) => publicOf(version).replace(/^((?:\d+!)?)(\d+(?:\.\d+)*)/, (_, epoch, release) => epoch + release + '.0'.repeat(Math.max(0, length - version.release.length)));
const sameRelease = (left, right) => left.epoch === right.epoch && compareKeys(left.release, right.release) === 0;
/**
 * The version in a tag. A tag allows no `!` and no `+`, and a normalized version has no `-` and no `_`, so an epoch's
 * `!` becomes `-` and a local version's `+` becomes `_`. `versionOfTag` reads it back.
 */
const tagOfVersion = (version) => version.text.replace('!', '-').replace('+', '_');
function versionOfTag(text) {
    const version = parsePackageVersion(text.replace('-', '!').replace('_', '+'));
    return version.ok && tagOfVersion(version.value) === text ? version.value : undefined;
}
/** The version's text without the zeros that mean nothing: equal for `1.0` and `1.0.0`, and for no two other versions. */
const releaseKey = ({ text }) => text.replace(/^((?:\d+!)?\d+(?:\.\d+)*?)(?:\.0)+(?!\.?\d)/, '$1');
/** Whether two texts are the same version, like `1.0` and `1.0.0`. A text that is no version equals none. */
function isSameVersion(left, right) {
    const [first, second] = [parsePackageVersion(left), parsePackageVersion(right)];
    return first.ok && second.ok && compareVersions(first.value, second.value) === 0;
}


/***/ }),

/***/ 29885:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FL: () => (/* binding */ parsePlatform),
/* harmony export */   KZ: () => (/* binding */ platformOfDescriptor),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   VT: () => (/* binding */ machineOf),
/* harmony export */   kf: () => (/* binding */ qemuOf)
/* harmony export */ });
/* unused harmony exports platforms, tripleOf */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _shown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8065);


const rows = [
    {
        platform: 'linux/amd64',
        machine: 'x86_64',
        key: 'amd64',
        triple: 'x86_64-linux-gnu',
        qemu: 'qemu-x86_64',
    },
    {
        platform: 'linux/arm64',
        machine: 'aarch64',
        key: 'arm64',
        triple: 'aarch64-linux-gnu',
        qemu: 'qemu-aarch64',
    },
    {
        platform: 'linux/arm/v7',
        machine: 'armv7l',
        key: 'armv7',
        triple: 'arm-linux-gnueabihf',
        qemu: 'qemu-arm',
    },
    {
        platform: 'linux/arm/v6',
        machine: 'armv6l',
        key: 'armv6',
        triple: 'arm-linux-gnueabihf',
        qemu: 'qemu-arm',
    },
    {
        platform: 'linux/arm/v5',
        machine: 'armv5tel',
        key: 'armv5',
        triple: 'arm-linux-gnueabi',
        qemu: 'qemu-arm',
    },
    { platform: 'linux/386', machine: 'i686', key: '386', triple: 'i386-linux-gnu', qemu: 'qemu-i386' },
    {
        platform: 'linux/ppc64le',
        machine: 'ppc64le',
        key: 'ppc64le',
        triple: 'powerpc64le-linux-gnu',
        qemu: 'qemu-ppc64le',
    },
    {
        platform: 'linux/riscv64',
        machine: 'riscv64',
        key: 'riscv64',
        triple: 'riscv64-linux-gnu',
        qemu: 'qemu-riscv64',
    },
    { platform: 'linux/s390x', machine: 's390x', key: 's390x', triple: 's390x-linux-gnu', qemu: 'qemu-s390x' },
];
const byPlatform = new Map(rows.map((row) => [row.platform, row]));
const platforms = rows.map((row) => row.platform);
const spellings = {
    'linux/arm64/v8': 'linux/arm64',
    'linux/aarch64': 'linux/arm64',
    'linux/x86_64': 'linux/amd64',
    'linux/arm': 'linux/arm/v7',
    'linux/i386': 'linux/386',
};
function parsePlatform(text) {
    const row = byPlatform.get(spellings[text] ?? text);
    if (row !== undefined)
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(row.platform);
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`platform ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(text)} is not one that the official Python images are made for. Take some of: ${platforms.join(', ')}.`);
}
const rowOf = (platform) => byPlatform.get(platform);
const machineOf = (platform) => rowOf(platform).machine;
const keyOf = (platform) => rowOf(platform).key;
const tripleOf = (platform) => rowOf(platform).triple;
const qemuOf = (platform) => rowOf(platform).qemu;
/** The platform of a descriptor in an index; undefined for one without an official Python image. */
function platformOfDescriptor(descriptor) {
    const parts = [descriptor.os, descriptor.architecture, ...(descriptor.variant ? [descriptor.variant] : [])];
    const text = parts.join('/');
    return byPlatform.get(spellings[text] ?? text)?.platform;
}


/***/ }),

/***/ 46967:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PB: () => (/* binding */ endOfLife),
/* harmony export */   gX: () => (/* binding */ selectPythons),
/* harmony export */   r: () => (/* binding */ parsePythonSelector)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _python_version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76117);
/* harmony import */ var _shown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8065);
/** Which Pythons a matrix is for: versions by name, or those that are supported. */



/**
 * Minor versions of Python with the day of their first release and the one after which they get no fix
 * (https://devguide.python.org/versions).
 */
const releases = [
    { minor: '3.6', first: '2016-12-23', last: '2021-12-23' },
    { minor: '3.7', first: '2018-06-27', last: '2023-06-27' },
    { minor: '3.8', first: '2019-10-14', last: '2024-10-07' },
    { minor: '3.9', first: '2020-10-05', last: '2025-10-31' },
    { minor: '3.10', first: '2021-10-04', last: '2026-10-31' },
    { minor: '3.11', first: '2022-10-24', last: '2027-10-31' },
    { minor: '3.12', first: '2023-10-02', last: '2028-10-31' },
    { minor: '3.13', first: '2024-10-07', last: '2029-10-31' },
    { minor: '3.14', first: '2025-10-07', last: '2030-10-31' },
    { minor: '3.15', first: '2026-10-01', last: '2031-10-31' },
];
const rule = 'write versions, like "3.12" or "3.12.4", or "supported", or "supported - 3.11"';
/** Parses one part of a list: `3.12`, or `supported - 3.11`. */
function parsePythonSelector(written) {
    const text = written.trim();
    const [word = '', ...but] = text.split(/\s*-\s*|\s+/).filter(Boolean);
    if (word.toLowerCase() !== 'supported') {
        const python = (0,_python_version_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePythonVersion */ .yn)(text);
        if (python.ok)
            return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)({ kind: 'exact', python: python.value });
        return /^\d/.test(text) ? python : (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_shown_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .S)(text)} selects no Python: ${rule}.`);
    }
    if (!/^supported(?:\s*-\s*[\d.]+)*$/i.test(text))
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_shown_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .S)(text)} selects no Python: ${rule}.`);
    for (const one of but) {
        const python = (0,_python_version_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePythonVersion */ .yn)(one);
        if (!python.ok)
            return python;
        if (python.value.patch !== undefined)
            return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_shown_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .S)(text)} leaves out a patch version: of a minor one, like "supported - ${python.value.minor}", all are left out.`);
    }
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)({ kind: 'supported', but });
}
/** Each once, oldest first. @param today milliseconds since the epoch. */
function selectPythons(selectors, today) {
    const found = new Map();
    for (const selector of selectors) {
        const chosen = selector.kind === 'exact'
            ? [selector.python]
            : supportedOn(today)
                .filter((minor) => !selector.but.includes(minor))
                .map((minor) => ({ text: minor, minor }));
        for (const python of chosen)
            found.set(python.text, python);
    }
    const order = ({ minor, patch = -1 }) => (0,_python_version_js__WEBPACK_IMPORTED_MODULE_1__/* .minorNumber */ .FR)(minor) * 10_000 + patch;
    return [...found.values()].toSorted((one, other) => order(one) - order(other));
}
const supportedOn = (today) => releases
    .filter(({ first, last }) => today >= Date.parse(first) && today < Date.parse(last) + day)
    .map(({ minor }) => minor);
const day = 86_400_000;
/** The last day (`2026-10-31`) on which a Python got fixes, where it is over. */
function endOfLife({ minor }, today) {
    const last = releases.find((one) => one.minor === minor)?.last;
    return last !== undefined && today >= Date.parse(last) + day ? last : undefined;
}


/***/ }),

/***/ 64021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ED: () => (/* binding */ parseTag),
/* harmony export */   Ms: () => (/* binding */ taggedText),
/* harmony export */   g_: () => (/* binding */ repositoryText),
/* harmony export */   m: () => (/* binding */ parseDigest)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _shown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8065);


function parseTag(text) {
    if (/^\w[\w.-]{0,127}$/.test(text))
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(text);
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`tag ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(text)} is not valid: a tag has 1 to 128 letters, digits, "_", "." and "-", and starts with a letter, a digit or "_".`);
}
function parseDigest(text) {
    if (/^sha256:[0-9a-f]{64}$/.test(text))
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(text);
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`digest ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(text)} is not valid: it is "sha256:" and 64 lower-case hexadecimal digits.`);
}
const repositoryText = (repository) => `${repository.registry}/${repository.name}`;
const taggedText = (repository, tag) => `${repositoryText(repository)}:${tag}`;


/***/ }),

/***/ 32663:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   pP: () => (/* binding */ parseRequirement)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _marker_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97412);
/* harmony import */ var _package_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28066);
/* harmony import */ var _package_version_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29033);
/* harmony import */ var _shown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8065);






/** Parses one line of requirements. Comments, options (`-r`, `--hash`), URLs and paths are refused. */
function parseRequirement(text) {
    const trimmed = text.trim();
    if ((0,_package_name_js__WEBPACK_IMPORTED_MODULE_2__/* .isUrl */ .gU)(trimmed)) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`requirement ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .S)(trimmed)} is a URL or a path: only packages of the index can be locked, like "watchfiles>=0.15".`);
    }
    if (trimmed.startsWith('-')) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`requirement ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .S)(trimmed)} is an option of pip: give packages alone, one a line.`);
    }
    const split = (0,_package_name_js__WEBPACK_IMPORTED_MODULE_2__/* .splitHead */ .nD)(trimmed);
    if (split === undefined) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`requirement ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .S)(trimmed)} does not begin with a package's name: ${_package_name_js__WEBPACK_IMPORTED_MODULE_2__/* .nameRule */ .Mp}.`);
    }
    const [beforeMarker = '', ...afterMarker] = split.rest.split(';');
    const version = beforeMarker.trim();
    const unbraced = /^\((.*)\)$/.exec(version)?.[1] ?? version;
    const specifiers = (0,_package_version_js__WEBPACK_IMPORTED_MODULE_3__/* .parseSpecifiers */ .$h)(unbraced);
    if (!specifiers.ok)
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`requirement ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .S)(trimmed)}: ${specifiers.message}`);
    const written = unbraced
        .split(',')
        .map((clause) => clause.replace(/\s+/g, ''))
        .filter((clause) => clause !== '')
        .join(',');
    const markerText = afterMarker.join(';').trim();
    if (afterMarker.length > 0 && markerText === '') {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`requirement ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .S)(trimmed)} ends in ";": a marker follows there, or nothing.`);
    }
    if (markerText === '') {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)({ ...split.package, specifiers: written, line: `${split.package.text}${written}` });
    }
    const marker = (0,_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .parseMarker */ .g)(markerText);
    if (!marker.ok)
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`requirement ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .S)(trimmed)}: ${marker.message}`);
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)({
        ...split.package,
        specifiers: written,
        marker: markerText,
        line: `${split.package.text}${written} ; ${markerText}`,
    });
}


/***/ }),

/***/ 85562:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ buildxSbom),
/* harmony export */   f: () => (/* binding */ sbomForms)
/* harmony export */ });
/** The input `sbom` as a value: documents of this program, or what a scanner of buildx writes. */
const own = new Map([
    ['spdx', ['spdx']],
    ['cyclonedx', ['cyclonedx']],
    ['both', ['spdx', 'cyclonedx']],
]);
/** The documents that this program writes; none where buildx has one made, or there is to be none. */
const sbomForms = (sbom) => own.get(sbom) ?? [];
/** What buildx is asked for. */
const buildxSbom = (sbom) => (sbomForms(sbom).length > 0 ? 'false' : sbom);


/***/ }),

/***/ 9758:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   l5: () => (/* binding */ parseRegistry)
/* harmony export */ });
/* unused harmony export referenceText */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _names_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64021);
/* harmony import */ var _names_shown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8065);
/**
 * References as people write them: `python:3.13-slim`, `ghcr.io/owner/app@sha256:…`, `localhost:5000/app`. By hand, with
 * the grammar of Go's distribution/reference, so that an error says which rule was broken.
 */



const dockerHubNames = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io']);
const component = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const host = /^(?:\[[0-9a-fA-F:]+\]|[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*)(?::(\d+))?$/;
/**
 * Parses `[registry/]name[:tag][@digest]`. A first part is a registry when it has a `.` or a `:` or is
 * `localhost`, as Docker tells them apart; without one it is Docker Hub, whose one-part names are in `library`.
 * Names follow the distribution specification, "Pulling manifests".
 */
function parseReference(text) {
    const at = text.indexOf('@');
    const digest = at < 0 ? undefined : (0,_names_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDigest */ .m)(text.slice(at + 1));
    const name = at < 0 ? text : text.slice(0, at);
    // A colon before the last slash belongs to the registry's port.
    const colon = name.indexOf(':', name.lastIndexOf('/') + 1);
    const tag = colon < 0 ? undefined : (0,_names_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTag */ .ED)(name.slice(colon + 1));
    const repository = parseRepository(colon < 0 ? name : name.slice(0, colon));
    if (!repository.ok)
        return repository;
    if (tag?.ok === false)
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`reference ${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .S)(text)}: ${tag.message}`);
    if (digest?.ok === false)
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`reference ${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .S)(text)}: ${digest.message}`);
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)({
        repository: repository.value,
        ...(tag && { tag: tag.value }),
        ...(digest && { digest: digest.value }),
    });
}
function parseRepository(text) {
    const slash = text.indexOf('/');
    const first = slash < 0 ? '' : text.slice(0, slash);
    const hasRegistry = /[.:]/.test(first) || first === 'localhost';
    if (!hasRegistry)
        return repositoryIn('docker.io', text, text);
    const registry = parseRegistry(first);
    return registry.ok ? repositoryIn(registry.value, text.slice(slash + 1), text) : registry;
}
/** Parses a registry's host with its port, `ghcr.io` or `127.0.0.1:5000`; Docker Hub's names become `docker.io`. */
function parseRegistry(text) {
    const match = host.exec(text);
    const port = match?.[1] === undefined ? 443 : Number(match[1]);
    if (match === null || port < 1 || port > 65535)
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`registry ${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .S)(text)} is not valid: a registry is a host name and, where needed, a port from 1 to 65535, like "ghcr.io" or "localhost:5000", without "https://" and without a path.`);
    const lower = text.toLowerCase();
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(dockerHubNames.has(lower) ? 'docker.io' : lower);
}
function repositoryIn(registry, name, written) {
    if (/[A-Z]/.test(name))
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`repository ${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .S)(written)} has upper-case letters: a repository's name is lower case only. Write ${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .S)(name.toLowerCase())}.`);
    const parts = name.split('/');
    const wrong = parts.find((part) => !component.test(part));
    if (wrong !== undefined)
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`repository ${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .S)(written)} is not valid at ${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .S)(wrong)}: each part between slashes is lower-case letters and digits, joined by one ".", one or two "_", or "-".`);
    if (registry.length + 1 + name.length > 255)
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`repository ${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .S)(written)} is too long: registry and name together have 255 characters at most.`);
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)({
        registry,
        name: registry === 'docker.io' && parts.length === 1 ? `library/${name}` : name,
    });
}
const referenceText = (reference) => repositoryText(reference.repository) +
    (reference.tag === undefined ? '' : `:${reference.tag}`) +
    (reference.digest === undefined ? '' : `@${reference.digest}`);


/***/ }),

/***/ 76555:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gz: () => (/* binding */ tokenSourceOf),
/* harmony export */   RD: () => (/* binding */ tokenSecrets),
/* harmony export */   bR: () => (/* binding */ visibilityByToken),
/* harmony export */   eY: () => (/* binding */ fetchToken)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44247);
/**
 * The OIDC token by which a job proves who it is. By hand: the library reads the variables of the process, and prints a token
 * that it cannot read.
 */


/** Undefined where the job has none. */
function tokenSourceOf(env) {
    const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } = env;
    if (url && bearer)
        return { kind: 'github', url, bearer };
    const { SIGSTORE_ID_TOKEN: token } = env;
    return token ? { kind: 'given', token } : undefined;
}
/** What must be in no log. */
const tokenSecrets = ({ ACTIONS_ID_TOKEN_REQUEST_TOKEN, SIGSTORE_ID_TOKEN }) => [ACTIONS_ID_TOKEN_REQUEST_TOKEN, SIGSTORE_ID_TOKEN].filter((one) => !!one);
/** @throws Failure where it cannot be had. */
async function fetchToken({ fetch, clock }, source, { budget, timeout }) {
    if (source.kind === 'given')
        return checkedToken(source.token);
    const url = new URL(source.url);
    url.searchParams.set('audience', 'sigstore');
    const body = await (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .withRetries */ .LH)(async () => {
        const answer = await fetch(url, {
            headers: { accept: 'application/json', authorization: `Bearer ${source.bearer}` },
            signal: AbortSignal.timeout(timeout),
        });
        if (answer.ok)
            return (await answer.json());
        await answer.body?.cancel();
        throw new Refused(answer.status, (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRetryAfter */ .mu)(answer.headers.get('retry-after'), clock.now()));
    }, {
        clock,
        budget,
        again: (error) => {
            if (!(error instanceof Refused))
                return {};
            if (!(0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .isTemporaryStatus */ .wA)(error.status))
                return undefined;
            return error.after === undefined ? {} : { after: error.after };
        },
        giveUp: (error) => tokenFailure(error instanceof Refused ? `it answered ${error.status}` : 'it does not answer'),
    });
    return checkedToken(typeof body.value === 'string' ? body.value : '');
}
/**
 * Whether GitHub shows the job's repository to everybody, by the token: `public`, `private` or `internal`. The event of a
 * schedule does not say. Undefined where the token does not, or cannot be had.
 */
async function visibilityByToken(...[world, source, patience]) {
    try {
        const { repository_visibility: visibility } = claimsOf(await fetchToken(world, source, patience)) ?? {};
        return typeof visibility === 'string' ? visibility : undefined;
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
            return undefined;
        throw error;
    }
}
class Refused extends Error {
    status;
    after;
    constructor(status, after) {
        super(`answered ${status}`);
        this.status = status;
        this.after = after;
    }
}
/** Only its form is looked at: who takes it looks at the rest. */
function checkedToken(token) {
    const { sub, email } = claimsOf(token) ?? {};
    if (typeof sub === 'string' || typeof email === 'string')
        return token;
    throw tokenFailure('what it gave is no such token');
}
/** Undefined where it is no token. */
function claimsOf(token) {
    try {
        const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
        return typeof claims === 'object' && claims !== null ? { ...claims } : undefined;
    }
    catch {
        return undefined;
    }
}
const tokenFailure = (why) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR([
    {
        station: 'registry',
        about: 'signature',
        message: `The job's OIDC token cannot be had: ${why}. The job needs the permission "id-token: write".`,
    },
]);


/***/ }),

/***/ 97055:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ky: () => (/* binding */ identityText),
/* harmony export */   Lk: () => (/* binding */ isIdentity),
/* harmony export */   aZ: () => (/* binding */ parseIdentity)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _names_shown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8065);
/** Who must have signed. */


/** Of jobs of GitHub. */
const usualIssuer = 'https://token.actions.githubusercontent.com';
/** `[ISSUER ]SUBJECT`, where the subject may be a regular expression between slashes. */
function parseIdentity(text) {
    const words = text.trim().split(/\s+/);
    const [issuer = '', subject = ''] = words.length === 1 ? [usualIssuer, words[0]] : words;
    if (words.length > 2)
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(text)} is no identity: give its issuer, a space, and its subject, like "${usualIssuer} https://github.com/owner/name/.github/workflows/images.yml@refs/heads/main".`);
    if (!/^https?:\/\//.test(issuer))
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(issuer)} is no issuer: it is a URL.`);
    const pattern = /^\/(.+)\/$/.exec(subject)?.[1];
    if (pattern === undefined)
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)({ issuer, subject, isPattern: false });
    try {
        wholeMatch(pattern);
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)({ issuer, subject: pattern, isPattern: true });
    }
    catch {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(subject)} is no regular expression.`);
    }
}
const wholeMatch = (pattern) => new RegExp(`^(?:${pattern})$`);
const isIdentity = (by, { issuer, subject, isPattern }) => by.issuer === issuer && (isPattern ? wholeMatch(subject).test(by.subject) : by.subject === subject);
const identityText = ({ issuer, subject, isPattern }) => `${isPattern ? `/${subject}/` : subject} (issuer ${issuer})`;


/***/ }),

/***/ 20642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O3: () => (/* binding */ publicPem),
/* harmony export */   QW: () => (/* binding */ parsePrivateKey),
/* harmony export */   ee: () => (/* binding */ parsePublicKey),
/* harmony export */   p4: () => (/* binding */ keyHint),
/* harmony export */   xT: () => (/* binding */ keyName)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/** A private key that signs in place of a certificate, and public keys that such signatures are checked with. */


const wayOut = '"openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out key.pem" makes one, with -aes256 one that a passphrase protects.';
/** @param passphrase empty where the key has none. Nothing of either is in a message. */
function parsePrivateKey(pem, passphrase) {
    if (/-----BEGIN ENCRYPTED (?:SIGSTORE|COSIGN) PRIVATE KEY-----/.test(pem))
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)(`it is a key in the format of cosign, and must be one in PKCS#8. ${wayOut}`);
    const isEncrypted = /-----BEGIN ENCRYPTED PRIVATE KEY-----|^Proc-Type: 4,ENCRYPTED/m.test(pem);
    if (isEncrypted && passphrase === '')
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)('a passphrase protects it: give that in sign_key_passphrase.');
    try {
        const key = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)({ key: pem, ...(passphrase === '' ? {} : { passphrase }) });
        return isP256(key) ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .parsed */ .Yz)(key) : (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)(`it is not an ECDSA key on the curve P-256. ${wayOut}`);
    }
    catch {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)(isEncrypted
            ? 'its passphrase, which is in sign_key_passphrase, does not open it.'
            : `it is not a private key in PEM. ${wayOut}`);
    }
}
function parsePublicKey(pem) {
    // A private key would give its public half: who names one by mistake should learn of it.
    if (/PRIVATE KEY-----/.test(pem))
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)('it is a private key, and must be the public one.');
    try {
        const key = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(pem);
        return isP256(key) ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .parsed */ .Yz)(key) : (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)('it is not an ECDSA key on the curve P-256.');
    }
    catch {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)('it is not a public key in PEM.');
    }
}
const isP256 = (key) => key.asymmetricKeyDetails?.namedCurve === 'prime256v1';
const publicHalf = (key) => (key.type === 'private' ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(key) : key);
const publicPem = (key) => publicHalf(key).export({ format: 'pem', type: 'spki' }).toString();
const hashOfKey = (key, encoding) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
    .update(publicHalf(key).export({ format: 'der', type: 'spki' }))
    .digest(encoding);
/** Names a key in a bundle as cosign does. */
const keyHint = (key) => hashOfKey(key, 'base64');
/** Names a key to a person. */
const keyName = (key) => `key sha256:${hashOfKey(key, 'hex')}`;


/***/ }),

/***/ 14748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ unique)
/* harmony export */ });
/** Without repetitions; the first of each stays in its place. */
const unique = (items) => [...new Set(items)];


/***/ })

};
