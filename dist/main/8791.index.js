export const id = 8791;
export const ids = [8791];
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

/***/ 9333:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ canonical),
/* harmony export */   q: () => (/* binding */ hashOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/** One text and one hash for what means the same. */

/** JSON with sorted keys and without what is undefined. */
const canonical = (value) => JSON.stringify(value, (_, item) => typeof item === 'object' && item !== null && !Array.isArray(item)
    ? Object.fromEntries(Object.entries(item).toSorted(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)))
    : item);
/** SHA-256 of a value's canonical JSON, as hexadecimal digits. */
const hashOf = (value) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(canonical(value)).digest('hex');


/***/ }),

/***/ 25202:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openTerminal: () => (/* binding */ openTerminal)
});

// EXTERNAL MODULE: ./lib/report/terminal.js
var terminal = __webpack_require__(91488);
// EXTERNAL MODULE: ./lib/report/escape.js
var report_escape = __webpack_require__(72527);
// EXTERNAL MODULE: ./lib/report/layout.js
var layout = __webpack_require__(65526);
// EXTERNAL MODULE: ./lib/report/units.js
var units = __webpack_require__(88861);
;// CONCATENATED MODULE: ./lib/world/log-terminal.js



const redrawInterval = 100;
const erase = '\r\u001b[2K';
/** Lines of buildx about the progress of a transfer, which it repeats. */
const transferLine = /^#\d+ (?:\.\.\.|sha256:|transferring |resolve |extracting )/;
/** Redraws the progress of programs on a live terminal; elsewhere, and for debugging, prints all its lines. */
function terminalLog(options) {
    const { write, style, now, filter = (text) => text, debug = false } = options;
    const live = options.live && !debug;
    const open = [];
    let [current, drawn, drawnAt] = ['', false, -Infinity];
    let ticker;
    const draw = () => {
        const group = open.at(-1);
        if (!live || group === undefined)
            return;
        drawnAt = now();
        const text = `${group.title} ${(0,units/* secondsText */.Hd)((now() - group.start) / 1000)}  ${current}`.trimEnd();
        // One column stays free, since some terminals wrap a full line.
        write(`${erase}${Array.from(text)
            .slice(0, style.width - 1)
            .join('')}`);
        drawn = true;
    };
    const say = (text, colour) => {
        if (drawn)
            write(erase);
        drawn = false;
        const shown = (0,report_escape/* plain */.pj)(filter(text));
        write(`${colour === undefined ? shown : (0,layout/* painted */.C$)(style, colour, shown)}\n`);
        draw();
    };
    return {
        async group(title, body) {
            const group = { title: (0,report_escape/* oneLine */.TN)(filter(title)), start: now() };
            say(`${style.unicode ? '▸' : '>'} ${group.title}`, 'bold');
            open.push(group);
            current = '';
            draw();
            if (live)
                ticker ??= setInterval(draw, 1000).unref();
            try {
                return await body();
            }
            finally {
                open.splice(open.indexOf(group), 1);
                current = '';
                if (open.length === 0) {
                    clearInterval(ticker);
                    ticker = undefined;
                }
                say(`  ${group.title}: ${(0,units/* secondsText */.Hd)((now() - group.start) / 1000)}`, 'grey');
            }
        },
        info: (text) => say(text),
        warn: (text) => say(`${style.unicode ? '⚠' : '!'} ${text}`, 'yellow'),
        debug: (text) => (debug ? say(text, 'grey') : undefined),
        progress(line) {
            if (!live) {
                say(`  ${line}`);
                return;
            }
            const text = (0,report_escape/* oneLine */.TN)(filter(line));
            if (text === '' || transferLine.test(text))
                return;
            current = text;
            if (now() - drawnAt >= redrawInterval)
                draw();
        },
        hide: filter,
    };
}

;// CONCATENATED MODULE: ./lib/entry/terminal.js


function openTerminal({ json, debug }, { stdout, stderr, env }) {
    const print = (value) => void stdout.write(`${JSON.stringify(value, null, 2)}\n`);
    // On the standard error with --json as well: who sends the report into a file still sees why it failed.
    const complain = (problems) => void stderr.write((0,terminal/* problemsText */.u1)(problems, (0,terminal/* styleOf */.Vj)(stderr, env)));
    return {
        log: ({ filter }) => terminalLog({
            write: (text) => stderr.write(text),
            live: stderr.isTTY === true,
            style: (0,terminal/* styleOf */.Vj)(stderr, env),
            now: Date.now,
            filter,
            debug,
        }),
        refuse(problems) {
            if (json)
                print({ outcome: 'failed', problems });
            complain(problems);
        },
        show(shown) {
            const style = stdout.isTTY === true ? (0,terminal/* styleOf */.Vj)(stdout, env) : terminal/* plainStyle */.sj;
            if (json)
                print(shown.json);
            else
                stdout.write(`${shown.dryRun ?? ''}${shown.text(style)}`);
            if (json || !shown.textHasProblems)
                complain(shown.problems);
        },
    };
}


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

/***/ 65526:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bw: () => (/* binding */ length),
/* harmony export */   C$: () => (/* binding */ painted),
/* harmony export */   Jj: () => (/* binding */ cut),
/* harmony export */   Vj: () => (/* binding */ styleOf),
/* harmony export */   YB: () => (/* binding */ columns),
/* harmony export */   jC: () => (/* binding */ padded),
/* harmony export */   ky: () => (/* binding */ wrapped),
/* harmony export */   sj: () => (/* binding */ plainStyle)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72527);
/** Text laid out in the columns of a terminal. */

const plainStyle = { width: 100, isTerminal: false, colour: false, unicode: false };
/** What a stream can show: colour only on a terminal and without NO_COLOR, Unicode where the locale is UTF-8. */
function styleOf(stream, env) {
    const isTerminal = stream.isTTY === true;
    const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
    return {
        width: Math.min(Math.max(stream.columns ?? plainStyle.width, 40), 160),
        isTerminal,
        colour: isTerminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
        unicode: /utf-?8/i.test(locale),
    };
}
const colours = { red: 31, green: 32, yellow: 33, blue: 34, grey: 90, bold: 1 };
const painted = (style, colour, text) => style.colour && text !== '' ? `\u001b[${colours[colour]}m${text}\u001b[0m` : text;
/** Columns that a text takes, where no character is a wide one. */
const length = (text) => Array.from(text).length;
const padded = (text, width) => text + ' '.repeat(Math.max(0, width - length(text)));
/** The text, or its beginning and an ellipsis where it is longer than `width`. */
function cut(text, width, style) {
    const end = style.unicode ? '…' : '..';
    return length(text) <= width
        ? text
        : Array.from(text)
            .slice(0, Math.max(0, width - length(end)))
            .join('') + end;
}
/** Text broken at spaces to the width; what stands in a word is never broken, so that commands can be copied. */
function wrapped(text, width, indent = '') {
    const lines = [];
    for (const paragraph of (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(text).split('\n')) {
        let line = '';
        for (const word of paragraph.split(' ')) {
            if (line !== '' && length(indent) + length(line) + 1 + length(word) > width) {
                lines.push(indent + line);
                line = word;
            }
            else
                line = line === '' ? word : `${line} ${word}`;
        }
        lines.push(indent + line);
    }
    return lines;
}
/** Less room than this for the last column is no column. */
const narrowest = 24;
/** Columns as wide as their content, a text a row. On a terminal, what does not fit of the last one goes on below it. */
function columns(rows, style) {
    const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => length(row[index] ?? ''))));
    return rows.map((row) => {
        const text = lineOf(row, widths);
        if (!style.isTerminal || length(text) <= style.width || row.length < 2)
            return text;
        const last = row.at(-1);
        const before = lineOf([...row.slice(0, -1), ''], widths);
        const start = widths.slice(0, row.length - 1).reduce((sum, width) => sum + width + 2, 2);
        if (style.width - start < narrowest)
            return [before, ...wrapped(last, style.width, '      ')].join('\n');
        const [first = '', ...rest] = wrapped(last, style.width, ' '.repeat(start));
        return [`${padded(before, start)}${first.slice(start)}`, ...rest].join('\n');
    });
}
const lineOf = (row, widths) => `  ${row.map((cell, index) => padded(cell, widths[index] ?? 0)).join('  ')}`.trimEnd();


/***/ }),

/***/ 91488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UH: () => (/* binding */ reportText),
/* harmony export */   Vj: () => (/* reexport safe */ _layout_js__WEBPACK_IMPORTED_MODULE_5__.Vj),
/* harmony export */   sj: () => (/* reexport safe */ _layout_js__WEBPACK_IMPORTED_MODULE_5__.sj),
/* harmony export */   u1: () => (/* binding */ problemsText)
/* harmony export */ });
/* harmony import */ var _advisories_findings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(409);
/* harmony import */ var _advisories_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96099);
/* harmony import */ var _advisory_words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15287);
/* harmony import */ var _difference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65383);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72527);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(65526);
/* harmony import */ var _platforms_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(53570);
/* harmony import */ var _timeline_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(51451);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(88861);
/* harmony import */ var _check_words_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(52382);
/* harmony import */ var _notes_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(43731);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(58191);













const marksOf = (style) => (style.unicode ? ['✓', '✗', '⚠'] : ['ok', 'FAILED', 'warning']);
const colours = {
    pushed: 'green',
    published: 'green',
    built: 'green',
    planned: 'blue',
    kept: 'green',
    signed: 'green',
    retagged: 'green',
    failed: 'red',
    blocked: 'yellow',
    skipped: 'yellow',
};
/** The whole report, ending with a newline. */
function reportText(report, style = _layout_js__WEBPACK_IMPORTED_MODULE_5__/* .plainStyle */ .sj) {
    const head = [
        (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .painted */ .C$)(style, colours[report.outcome], (0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)(`${(0,_words_js__WEBPACK_IMPORTED_MODULE_8__/* .headline */ .Pl)(report)} ${(0,_words_js__WEBPACK_IMPORTED_MODULE_8__/* .imageText */ .f1)(report)}`)),
        ...(0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .wrapped */ .ky)(`${(0,_words_js__WEBPACK_IMPORTED_MODULE_8__/* .whyText */ .ss)(report)} ${report.reason}`, style.width, '  '),
    ];
    const parts = [
        head,
        facts(report, style),
        destinationLines(report, style),
        titled(report.outcome === 'published' ? 'Against the image before' : 'Against what is published', differenceLines(report, style), style),
        platformLines(report, style),
        compiledLines(report, style),
        timelineLines(report, style),
        titled('Tags', (0,_words_js__WEBPACK_IMPORTED_MODULE_8__/* .pullable */ .Iw)(report).map((image) => `  docker pull ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)(image)}`), style),
        exportLines(report, style),
        titled('Missing platforms', missingLines(report, style), style),
        titled('Warnings of the checks', (0,_check_words_js__WEBPACK_IMPORTED_MODULE_9__/* .warningsOf */ .nZ)(report).flatMap((warning) => bullet((0,_check_words_js__WEBPACK_IMPORTED_MODULE_9__/* .warningText */ .i4)(warning), style)), style),
        adviceLines(report, style),
        titled('Notes', (0,_notes_js__WEBPACK_IMPORTED_MODULE_7__/* .notesOf */ .h)(report).flatMap((note) => bullet(note, style)), style),
        report.problems.length === 0 ? [] : problemsText(report.problems, style).trimEnd().split('\n'),
    ];
    return `${parts
        .filter((part) => part.length > 0)
        .map((part) => part.join('\n'))
        .join('\n\n')}\n`;
}
/** What is new and what is gone; what was there before is counted. */
function adviceLines({ advice, outcome }, style) {
    if (advice === undefined)
        return [];
    const { isCompared, added, gone, others } = (0,_advisories_js__WEBPACK_IMPORTED_MODULE_1__/* .adviceParts */ .dW)(advice);
    const lines = [
        ...(advice.unknown === undefined ? [] : [(0,_advisories_js__WEBPACK_IMPORTED_MODULE_1__/* .unknownText */ .qL)(advice, outcome === 'planned')]),
        ...added.map((one) => `new: ${(0,_advisory_words_js__WEBPACK_IMPORTED_MODULE_2__/* .findingText */ .NK)(one)}`),
        ...gone.map((one) => `gone: ${(0,_advisory_words_js__WEBPACK_IMPORTED_MODULE_2__/* .findingText */ .NK)(one)}`),
        ...(isCompared
            ? others.length === 0
                ? []
                : [
                    `as before: ${(0,_units_js__WEBPACK_IMPORTED_MODULE_10__/* .counted */ .hS)(others.length, 'advisory', 'advisories')}, of which ${(0,_advisories_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .counting */ .Mr)(others, advice).length} ${advice.severity === 'critical' ? 'critical' : `${advice.severity} or worse`}`,
                ]
            : others.map(_advisory_words_js__WEBPACK_IMPORTED_MODULE_2__/* .findingText */ .NK)),
        ...(advice.findings.length === 0 && advice.unknown === undefined ? ['none is known'] : []),
    ];
    return titled('Advisories', lines.flatMap((line) => bullet(line, style)), style);
}
function differenceLines({ destinations }, style) {
    const rows = destinations.flatMap(({ repository, difference }) => difference === undefined
        ? []
        : (0,_difference_js__WEBPACK_IMPORTED_MODULE_3__/* .differenceRows */ .l)(difference).map(([about, change]) => [
            ...(destinations.length > 1 ? [repository] : []),
            about,
            (0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)(change),
        ]));
    return (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .columns */ .YB)(rows, style);
}
/** Problems for people: what, the rule and the way out, then the lines that matter. Ends with a newline; empty without any. */
function problemsText(problems, style = _layout_js__WEBPACK_IMPORTED_MODULE_5__/* .plainStyle */ .sj) {
    const mark = style.unicode ? '✗' : 'x';
    return problems
        .map((problem) => {
        const lines = [
            (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .painted */ .C$)(style, 'red', `${mark} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)((0,_words_js__WEBPACK_IMPORTED_MODULE_8__/* .problemTitle */ .yz)(problem))}`),
            ...(0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .wrapped */ .ky)(problem.message, style.width, '  '),
            ...outputLines(problem.detail ?? [], style),
            ...(problem.file === undefined ? [] : [`  The whole output is in ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)(problem.file)}`]),
        ];
        return `${lines.join('\n')}\n`;
    })
        .join('\n');
}
function outputLines(lines, style) {
    const edge = style.unicode ? '│' : '|';
    return lines.flatMap((line) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .plain */ .pj)(line)
        .split('\n')
        .map((one) => (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .painted */ .C$)(style, 'grey', `    ${edge} ${one}`)));
}
function missingLines(report, style) {
    return (report.missing ?? []).flatMap((one) => [
        ...bullet((0,_words_js__WEBPACK_IMPORTED_MODULE_8__/* .missingText */ .qq)(report, one), style),
        ...outputLines((0,_words_js__WEBPACK_IMPORTED_MODULE_8__/* .missingDetail */ .SX)(one), style),
    ]);
}
function titled(title, lines, style) {
    return lines.length === 0 ? [] : [(0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .painted */ .C$)(style, 'bold', title), ...lines];
}
function bullet(text, style) {
    const [first = '', ...rest] = (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .wrapped */ .ky)(text, style.width, '    ');
    return [`  - ${first.slice(4)}`, ...rest];
}
function facts(report, style) {
    const { base } = report;
    const rows = [
        ...(0,_words_js__WEBPACK_IMPORTED_MODULE_8__/* .subjectRows */ .AU)(report.subject),
        [
            'Base',
            base.digest === undefined
                ? base.reference || undefined
                : `${base.reference} at ${(0,_units_js__WEBPACK_IMPORTED_MODULE_10__/* .shortDigest */ .VK)(base.digest)}`,
        ],
        ['Lock', report.lock && _words_js__WEBPACK_IMPORTED_MODULE_8__/* .lockText */ .li[report.lock]],
        ['Digest', report.digest],
        ['OCI layout', report.output],
    ];
    return rows.flatMap(([name, value]) => value === undefined ? [] : [`  ${(0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .painted */ .C$)(style, 'grey', (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .padded */ .jC)(name, 10))}  ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)(value)}`]);
}
/** A line for each repository, and below it why. */
function destinationLines(report, style) {
    const { destinations } = report;
    if (destinations.length < 2)
        return [];
    const rows = destinations.map((one) => [
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)(one.repository),
        (0,_words_js__WEBPACK_IMPORTED_MODULE_8__/* .doneText */ .ks)(report, one) ?? '-',
        one.digest === undefined ? '-' : (0,_units_js__WEBPACK_IMPORTED_MODULE_10__/* .shortDigest */ .VK)(one.digest),
    ]);
    const lines = (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .columns */ .YB)(rows, style).flatMap((line, at) => {
        const { reason } = destinations[at];
        return reason === undefined ? [line] : [line, ...(0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .wrapped */ .ky)(reason, style.width, '    ')];
    });
    return titled('Repositories', lines, style);
}
const platformColumns = [
    'Platform',
    'Digest',
    'Size',
    'Over base',
    'Wheels',
    'Compiled',
    'Time',
    'Checks',
];
/** Those that are left out, in this order, until the table fits. */
const droppable = ['Digest', 'Over base', 'Size', 'Wheels', 'Compiled'];
function platformLines(report, style) {
    const known = (0,_platforms_js__WEBPACK_IMPORTED_MODULE_6__/* .platformRows */ .R)(report, marksOf(style));
    if (known.length === 0)
        return [];
    const rows = known.map((row) => Object.fromEntries(platformColumns.map((name) => [name, row[name] ?? '-'])));
    const shown = droppable.reduce((names, name) => (fits(rows, names, style) ? names : names.filter((one) => one !== name)), (0,_platforms_js__WEBPACK_IMPORTED_MODULE_6__/* .filledColumns */ .k)(known, platformColumns));
    const wrong = report.platforms.flatMap((platform) => platform.checks
        .filter((check) => !check.ok)
        .flatMap((check) => (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .wrapped */ .ky)(`${platform.platform} ${check.name}: ${(0,_check_words_js__WEBPACK_IMPORTED_MODULE_9__/* .checkText */ .qW)(check)}`, style.width, '  ')));
    const [title = '', ...lines] = (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .columns */ .YB)([shown, ...rows.map((row) => shown.map((name) => row[name]))], style);
    return [(0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .painted */ .C$)(style, 'bold', title), ...lines, ...wrong.map((line) => (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .painted */ .C$)(style, 'red', line))];
}
const fits = (rows, names, style) => names.reduce((sum, name) => sum + 2 + Math.max((0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .length */ .Bw)(name), ...rows.map((row) => (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .length */ .Bw)(row[name]))), 0) <= style.width;
function compiledLines(report, style) {
    const rows = report.compiled.map((one) => [
        `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)(one.name)} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)(one.version)}`,
        one.platform,
        (0,_words_js__WEBPACK_IMPORTED_MODULE_8__/* .wayText */ .xt)(one, report.outcome),
        one.seconds === undefined ? '-' : (0,_units_js__WEBPACK_IMPORTED_MODULE_10__/* .secondsText */ .Hd)(one.seconds),
        one.size === undefined ? '-' : (0,_units_js__WEBPACK_IMPORTED_MODULE_10__/* .bytesText */ .pV)(one.size),
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)(one.because),
    ]);
    return titled('Compiled', (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .columns */ .YB)(rows, style), style);
}
function exportLines({ exports }, style) {
    const rows = (exports?.files ?? []).map(({ platform, path, size }) => [
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)(path),
        platform,
        (0,_units_js__WEBPACK_IMPORTED_MODULE_10__/* .bytesText */ .pV)(size),
    ]);
    return titled(`Files in ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)(exports?.folder ?? '')}`, (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .columns */ .YB)(rows, style), style);
}
/** Bars to scale: one column is the same time in every row; what is shorter than a column still shows. */
function timelineLines(report, style) {
    const rows = (0,_timeline_js__WEBPACK_IMPORTED_MODULE_11__/* .timelineRows */ .LY)(report.timeline, 20);
    if (rows.length === 0)
        return [];
    const end = Math.max(...rows.map((row) => row.start + row.length));
    const names = rows.map((row) => `${(0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .padded */ .jC)(row.section, 7)}  ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)(row.label)}`);
    const longest = Math.max(...names.map(_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .length */ .Bw));
    const nameWidth = style.isTerminal ? Math.min(longest, Math.floor(style.width / 2)) : longest;
    const times = rows.map((row) => (row.cached ? 'cached' : (0,_units_js__WEBPACK_IMPORTED_MODULE_10__/* .secondsText */ .Hd)(row.length / 1000)));
    const room = Math.max(8, style.width - nameWidth - Math.max(...times.map(_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .length */ .Bw)) - 6);
    const [full, light] = style.unicode ? ['█', '░'] : ['#', '.'];
    const lines = rows.map((row, index) => {
        const from = Math.min(room - 1, Math.floor((row.start / end) * room));
        const bar = Math.min(room - from, Math.max(1, Math.round((row.length / end) * room)));
        const drawn = ' '.repeat(from) +
            (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .painted */ .C$)(style, row.cached ? 'grey' : 'blue', (row.cached ? light : full).repeat(bar));
        const name = (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .padded */ .jC)((0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .cut */ .Jj)(names[index], nameWidth, style), nameWidth);
        return `  ${name}  ${drawn}${' '.repeat(room - from - bar)}  ${times[index]}`;
    });
    return titled('Time', lines, style);
}


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
