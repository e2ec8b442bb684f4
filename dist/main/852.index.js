export const id = 852;
export const ids = [852];
export const modules = {

/***/ 75097:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ severities),
/* harmony export */   s: () => (/* binding */ publicOsv)
/* harmony export */ });
/** What a user asks for of advisories. JSON-safe, since it is part of a policy. */
/** From the least to the worst. */
const severities = ['low', 'medium', 'high', 'critical'];
const publicOsv = 'https://api.osv.dev';


/***/ }),

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

/***/ 64222:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ defined)
/* harmony export */ });
/** The same object without the fields that are undefined, as `exactOptionalPropertyTypes` asks; their order stays. */
const defined = (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));


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

/***/ 8065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ shown)
/* harmony export */ });
const longest = 120;
/** Characters in which credentials are searched for: more than is shown, and few enough to be fast on hostile text. */
const searched = 10_000;
/** Characters that a terminal or a log acts upon: controls, line and direction marks. */
// oxlint-disable-next-line no-control-regex
const controls = /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
/**
 * The text in double quotes on one line. Line breaks and controls are escaped as in JSON, everything after 120 characters
 * is cut to "…", and user and password of a URL become "***".
 */
function shown(text) {
    const safe = text
        .slice(0, searched)
        .replace(/\/\/\S*@/g, '//***@')
        // What a digest follows is no user with a password, but a registry with its port.
        .replace(/(^|\s)[^\s/]+:\S*@(?!sha256:)/g, '$1***@');
    const cut = safe.length > longest ? `${safe.slice(0, longest)}…` : safe;
    return JSON.stringify(cut).replace(controls, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}


/***/ }),

/***/ 91116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AR: () => (/* binding */ warnings),
/* harmony export */   Is: () => (/* binding */ harmless),
/* harmony export */   hk: () => (/* binding */ annotations),
/* harmony export */   workflowCommand: () => (/* binding */ workflowCommand)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72527);
/* harmony import */ var _advisories_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96099);
/* harmony import */ var _check_words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52382);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58191);




/** A message stays under this many characters: the runner cuts longer ones in the middle of a word. */
const longest = 4000;
const data = (text) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
/** A workflow command as the runner reads it; no text in it can end it or start another one. */
function workflowCommand(name, text, properties = {}) {
    const list = Object.entries(properties).map(([key, value]) => `${key}=${property(value)}`);
    return `::${name}${list.length === 0 ? '' : ` ${list.join(',')}`}::${data(text)}`;
}
/** One `::error` line for each problem: what, the rule, the way out, then the lines that matter. */
function annotations(problems) {
    return problems.map((problem) => {
        const lines = [
            problem.message,
            ...(problem.detail ?? []),
            ...(problem.file === undefined ? [] : [`The whole output is in ${problem.file}.`]),
        ];
        return workflowCommand('error', shortened(lines.join('\n')), {
            title: (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)((0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .problemTitle */ .yz)(problem)).replaceAll('\n', ' '),
        });
    });
}
/**
 * One `::warning` line for each warning of the checks: on every platform the same one is said once. A missing platform gets
 * one, too, and a blocked image, since the error is that of the image which it stands on.
 */
const warnings = (report) => [
    ...(report.outcome === 'blocked' ? [warningCommand('Blocked', (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .blockedText */ .qQ)(report))] : []),
    ...(report.missing ?? []).map((one) => warningCommand(`Missing platform: ${one.platform}`, [(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .missingText */ .qq)(report, one), ...(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .missingDetail */ .SX)(one)].join('\n'))),
    ...(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .unsignedOf */ .nK)(report).map((why) => warningCommand('Not signed', why)),
    ...(0,_check_words_js__WEBPACK_IMPORTED_MODULE_3__/* .warningsOf */ .nZ)(report).map((warning) => warningCommand('Verification', (0,_check_words_js__WEBPACK_IMPORTED_MODULE_3__/* .warningText */ .i4)(warning))),
    ...(0,_advisories_js__WEBPACK_IMPORTED_MODULE_1__/* .advisoryWarnings */ .l9)(report).map(({ title, text }) => warningCommand(title, text)),
];
const warningCommand = (title, text) => workflowCommand('warning', shortened(text), { title });
function shortened(text) {
    const shown = (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(text);
    return shown.length > longest ? `${shown.slice(0, longest - 1)}…` : shown;
}
/**
 * Lines of others such that the runner prints them and obeys none. It takes `::` at a line's start (after any
 * white space) and `##[` anywhere for a command, and a lone carriage return for the end of a line.
 */
function harmless(text) {
    return text
        .split(/\r\n|\n|\r/)
        .map((line) => line.replaceAll('##[', '## [').replace(/^([\s\u0085\u180e]*):(?=:)/, '$1: '))
        .join('\n');
}


/***/ }),

/***/ 72527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OF: () => (/* binding */ fenced),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   wD: () => (/* binding */ markdown)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/** Text of users and of other programs, made harmless where it is shown. */

/* oxlint-disable no-control-regex -- control characters are what this is about */
/** Controls but the newline, and the marks that reorder text on screen so that it reads as something else. */
const controls = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/* oxlint-enable no-control-regex */
/** Text without terminal sequences and control characters; line ends become `\n`, tabs a space. */
function plain(text) {
    return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(text)
        .replaceAll(/\r\n?/g, '\n')
        .replaceAll('\t', ' ')
        .replaceAll(controls, '');
}
/** Text of a file with every character in its place: controls are escaped as in JSON, but tabs and ends of lines. */
const visible = (text) => text.replaceAll(controls, (control, at) => control === '\t' || (control === '\r' && text[at + 1] === '\n')
    ? control
    : `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`);
/** Plain text on one line. */
const oneLine = (text) => plain(text)
    .replaceAll(/\s*\n\s*/g, ' ')
    .trim();
/** One line of Markdown text that shows exactly this, in a paragraph, a list or a cell of a table. */
const markdown = (text) => oneLine(text).replaceAll(/[\\`*_[\]<>|~#$&]/g, '\\$&');
/** The same in the type of code. */
function code(text) {
    const line = oneLine(text);
    return /^[\w .:/@+=,-]+$/.test(line) ? `\`${line}\`` : `<code>${markdown(line)}</code>`;
}
/** A block of code that no line of its content can end. */
function fenced(lines, language = '') {
    const content = lines.map(plain).join('\n');
    const longest = Math.max(2, ...[...content.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}${language}\n${content}\n${fence}`;
}
/** A table of GitHub's Markdown. Cells are Markdown already; columns named in `right` are aligned to the right. */
function table(columns, rows, right = []) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    const rule = columns.map((column) => (right.includes(column) ? '---:' : '---'));
    return [line(columns), line(rule), ...rows.map(line)].join('\n');
}


/***/ }),

/***/ 88861:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hd: () => (/* binding */ secondsText),
/* harmony export */   VK: () => (/* binding */ shortDigest),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   pV: () => (/* binding */ bytesText)
/* harmony export */ });
/** Bytes, seconds and digests as a person reads them. */
const sizes = ['B', 'kB', 'MB', 'GB', 'TB'];
/** Decimal units, as registries and `docker images` count: `0 B`, `950 kB`, `12.3 MB`. Three digits at most before the point. */
function bytesText(bytes) {
    let [value, unit] = [bytes, 0];
    while (value >= 999.5 && unit < sizes.length - 1)
        [value, unit] = [value / 1000, unit + 1];
    return `${unit === 0 || value >= 99.95 ? Math.round(value) : trimmed(value.toFixed(1))} ${sizes[unit]}`;
}
/** `0.04 s`, `1.2 s`, `42 s`, `2 min 5 s`, `1 h 3 min`. Takes seconds. */
function secondsText(seconds) {
    if (seconds < 0.095)
        return `${trimmed(seconds.toFixed(2))} s`;
    if (seconds < 9.95)
        return `${trimmed(seconds.toFixed(1))} s`;
    const whole = Math.round(seconds);
    if (whole < 60)
        return `${whole} s`;
    if (whole < 3600)
        return joined(Math.floor(whole / 60), 'min', whole % 60, 's');
    const minutes = Math.round(seconds / 60);
    return joined(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
}
/** The first twelve digits of a digest, as `docker images` shows it; anything else is given back whole. */
function shortDigest(digest) {
    return /^sha256:[0-9a-f]{64}$/.test(digest) ? digest.slice(0, 19) : digest;
}
/** `1 wheel`, `3 wheels`. */
const counted = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;
const trimmed = (text) => text.replace(/\.?0+$/, '');
const joined = (large, largeUnit, small, smallUnit) => small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;


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
