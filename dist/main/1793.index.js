export const id = 1793;
export const ids = [1793];
export const modules = {

/***/ 409:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $k: () => (/* binding */ againstBefore),
/* harmony export */   FG: () => (/* binding */ expiredIgnores),
/* harmony export */   Mr: () => (/* binding */ counting),
/* harmony export */   WX: () => (/* binding */ findingsOf)
/* harmony export */ });
/* harmony import */ var _names_package_version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29033);
/* harmony import */ var _unique_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14748);
/* harmony import */ var _osv_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71032);
/* harmony import */ var _severity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19728);
/** What advisories say of an image: whose each finding is, and what would mend it. Pure. */




function findingsOf({ image, answers, policy, day, today }) {
    const findings = image.packages.flatMap((one) => {
        const advisories = answers.known.get((0,_osv_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseText */ .h)(one)) ?? [];
        return groupsOf(advisories).map((group) => findingOf(one, group, policy, day, today, answers));
    });
    const unknown = [...image.unknown, ...(answers.unknown === undefined ? [] : [answers.unknown])].join('; ');
    return {
        findings: findings.toSorted((one, other) => Number(one.ignored !== undefined) - Number(other.ignored !== undefined) ||
            (0,_severity_js__WEBPACK_IMPORTED_MODULE_2__/* .compareRatings */ .Kn)(one.rating, other.rating) ||
            order(`${one.ecosystem} ${one.name} ${one.id}`, `${other.ecosystem} ${other.name} ${other.id}`)),
        ...(unknown === '' ? {} : { unknown }),
    };
}
const order = (one, other) => (one < other ? -1 : one > other ? 1 : 0);
/** Advisories that are one by their aliases. */
function groupsOf(advisories) {
    let groups = [];
    for (const one of advisories) {
        const names = new Set([one.id, ...one.aliases]);
        const same = groups.filter((group) => [...names].some((name) => group.names.has(name)));
        const merged = {
            names: new Set([...names, ...same.flatMap((group) => [...group.names])]),
            members: [...same.flatMap(({ members }) => members), one],
        };
        groups = [...groups.filter((group) => !same.includes(group)), merged];
    }
    return groups.map(({ members }) => members);
}
/** GitHub's advisories are rated and name all others; the Python Packaging Advisory Database's come next. */
const idOrder = (id) => (id.startsWith('GHSA-') ? 0 : id.startsWith('PYSEC-') ? 1 : 2);
function findingOf(found, group, { ignored }, day, today, answers) {
    const members = group.toSorted((one, other) => idOrder(one.id) - idOrder(other.id) || order(one.id, other.id));
    const [first] = members;
    const names = (0,_unique_js__WEBPACK_IMPORTED_MODULE_3__/* .unique */ .A)(members.flatMap(({ id, aliases }) => [id, ...aliases]));
    const named = new Set(names.map((one) => one.toLowerCase()));
    const looked = ignored.find(({ id, until }) => named.has(id.toLowerCase()) && day <= until);
    const { ecosystem, name, version, owner, reach, platforms } = found;
    return {
        id: first.id,
        aliases: names.filter((one) => one !== first.id),
        summary: members.find(({ summary }) => summary !== '')?.summary ?? '',
        rating: ratingOf(found, members),
        ecosystem,
        name,
        version,
        owner,
        reach,
        platforms,
        mend: mendOf(found, names, members, today, answers),
        ...(looked === undefined ? {} : { ignored: { reason: looked.reason, until: looked.until } }),
        ...(members.every(({ unread }) => unread === true) ? { unread: true } : {}),
    };
}
/** What is published to do harm has no rating of its own. */
function ratingOf(found, members) {
    if (members.some(({ id }) => id.startsWith('MAL-')))
        return 'critical';
    const own = affectedBy(found, members).flatMap(({ rating }) => rating ?? []);
    return own[0] ?? (0,_severity_js__WEBPACK_IMPORTED_MODULE_2__/* .worst */ .QZ)(members.map(({ rating }) => rating));
}
const affectedBy = ({ ecosystem, name }, members) => members.flatMap(({ affected }) => affected.filter((one) => one.ecosystem === ecosystem && one.name.toLowerCase() === name.toLowerCase()));
function mendOf(found, names, members, today, answers) {
    if (today !== undefined && isMended(found, names, today, answers))
        return { kind: 'rebuild', by: found.owner === 'base' ? 'base' : 'requirements' };
    const to = fixOf(found, members);
    if (to === undefined)
        return { kind: 'nobody' };
    return found.owner === 'base' ? { kind: 'base-behind', to } : { kind: 'bump', to };
}
/** Whether what would be there in place of a release is known to be without the flaw. */
function isMended({ ecosystem, name }, names, today, { known }) {
    const instead = today.packages.filter((one) => one.ecosystem === ecosystem && one.name === name);
    return (instead.length > 0 &&
        instead.every((one) => {
            const advisories = known.get((0,_osv_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseText */ .h)(one));
            return (advisories !== undefined &&
                advisories.every(({ id, aliases }) => ![id, ...aliases].some((other) => names.includes(other))));
        }));
}
/** The least version that has it mended; undefined where none has. */
function fixOf(found, members) {
    const fixed = (0,_unique_js__WEBPACK_IMPORTED_MODULE_3__/* .unique */ .A)(affectedBy(found, members).flatMap((one) => one.fixed));
    // The service compares versions of distributions; each release of one has a single version that mends.
    if (found.ecosystem !== 'PyPI')
        return fixed.at(-1);
    const version = (0,_names_package_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePackageVersion */ .g7)(found.version);
    return fixed
        .flatMap((text) => {
        const one = (0,_names_package_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePackageVersion */ .g7)(text);
        return one.ok && (!version.ok || (0,_names_package_version_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy)(one.value, version.value) > 0) ? [one.value] : [];
    })
        .toSorted(_names_package_version_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy)[0]?.text;
}
/** Findings that count against a policy: bad enough, and not looked at. What could not be read is unknown, and blocks nothing. */
const counting = (findings, { severity }) => findings.filter(({ ignored, rating, unread }) => ignored === undefined && unread === undefined && (0,_severity_js__WEBPACK_IMPORTED_MODULE_2__/* .reaches */ .O6)(rating, severity));
const keyOf = ({ ecosystem, name, id }) => `${ecosystem} ${name} ${id}`;
/** @returns the findings, each with whether the image before had it, and those that are gone since. */
function againstBefore(now, before) {
    const [had, has] = [new Set(before.map(keyOf)), new Set(now.map(keyOf))];
    return {
        findings: now.map((one) => (had.has(keyOf(one)) ? one : { ...one, isNew: true })),
        gone: before.filter((one) => !has.has(keyOf(one))),
    };
}
/** Ignored ids whose day is over. */
const expiredIgnores = ({ ignored }, day) => ignored.filter(({ until }) => day > until);


/***/ }),

/***/ 71032:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ openOsv),
  h: () => (/* binding */ releaseText)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/p-map/index.js
var p_map = __webpack_require__(606);
// EXTERNAL MODULE: ./lib/file-failure.js
var file_failure = __webpack_require__(32030);
// EXTERNAL MODULE: ./lib/defined.js
var defined = __webpack_require__(64222);
// EXTERNAL MODULE: ./lib/http.js
var http = __webpack_require__(44247);
;// CONCATENATED MODULE: ./lib/advisories/osv-request.js
/** Requests to a service with OSV's API: tried again while that may help. */


/** Why the service did not answer; a message without its full stop. */
class OsvError extends Error {
    temporary;
    after;
    constructor(message, temporary, after) {
        super(message);
        this.temporary = temporary;
        this.after = after;
    }
}
const requester = (world, { url, timeout, budget }) => (path, body) => (0,http/* withRetries */.LH)(async () => {
    const init = body === undefined
        ? {}
        : {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(body),
        };
    const response = await world
        .fetch(`${url}${path}`, { ...init, signal: AbortSignal.timeout(timeout) })
        .catch((error) => {
        throw new OsvError(reason(error), true);
    });
    if (!response.ok) {
        await response.body?.cancel();
        const after = (0,http/* parseRetryAfter */.mu)(response.headers.get('retry-after'), world.clock.now());
        throw new OsvError(`it answered ${response.status}`, (0,http/* isTemporaryStatus */.wA)(response.status), after);
    }
    const text = await response.text().catch((error) => {
        throw new OsvError(`its answer broke off: ${reason(error)}`, true);
    });
    try {
        return JSON.parse(text);
    }
    catch {
        throw new OsvError('its answer is no JSON, or was cut', true);
    }
}, {
    clock: world.clock,
    budget,
    again: (error) => error instanceof OsvError && error.temporary ? (0,defined/* defined */.s)({ after: error.after }) : undefined,
    onWait: (error, milliseconds) => world.log.info(`advisories: ${url}: ${reason(error)}; again in ${Math.ceil(milliseconds / 1000)} s`),
});
/** The message of the innermost cause: `fetch` itself says only "fetch failed". */
function reason(error) {
    let innermost = error;
    while (innermost instanceof Error && innermost.cause instanceof Error)
        innermost = innermost.cause;
    return innermost instanceof Error ? innermost.message || innermost.name : String(innermost);
}

// EXTERNAL MODULE: ./lib/advisories/record.js
var advisories_record = __webpack_require__(65266);
;// CONCATENATED MODULE: ./lib/advisories/osv.js
/**
 * A client of the OSV API (https://google.github.io/osv.dev/api/). By hand: what npm has (@renovatebot/osv-offline) loads
 * whole databases, and none of a distribution. Questions that come at once are one batch, none is asked twice in a run, and
 * the record of an advisory is kept between runs as long as the service says that it is the same.
 *
 * What could not be asked is unknown, and never none.
 */






const releaseText = ({ ecosystem, name, version }) => `${ecosystem} ${name} ${version}`;
/** Nobody waits long for what keeps no image from being made. */
const usualBudget = { attempts: 3, time: 20_000, first: 500, longest: 5000 };
const usualTimeout = 10_000;
/** Queries of one request, by the rules of the API. */
const mostQueries = 1000;
/** Pages of one answer: a service that always has another one is not believed. */
const mostPages = 50;
/** Milliseconds in which questions come together. */
const together = 25;
/** Milliseconds for which a service that did not answer is left alone. */
const rest = 60_000;
function openOsv(world, { url, cache, timeout = usualTimeout, budget = usualBudget }) {
    const named = new Map();
    /** Of an answer that broke off: what it had said by then counts, and is asked about again. */
    const partly = new Map();
    const details = new Map();
    let waiting;
    let batch;
    let failed;
    const request = requester(world, { url, timeout, budget });
    /** @throws OsvError */
    const askBatch = async (releases) => {
        const found = new Map(releases.map((one) => [releaseText(one), []]));
        try {
            await askPages(releases, found);
        }
        catch (error) {
            for (const [key, vulns] of found)
                if (vulns.length > 0 && !named.has(key))
                    partly.set(key, vulns);
            throw error;
        }
    };
    /** @param found gets what is answered, page by page. @throws OsvError */
    const askPages = async (releases, found) => {
        let left = releases.map((release) => ({ release, query: queryOf(release) }));
        for (let page = 0; left.length > 0; page += 1) {
            if (page === mostPages)
                throw new OsvError('its answer has no end', false);
            const next = [];
            for (let at = 0; at < left.length; at += mostQueries) {
                const some = left.slice(at, at + mostQueries);
                const results = resultsOf(await request('/v1/querybatch', { queries: some.map(({ query }) => query) }), some.length);
                for (const [index, { vulns, token }] of results.entries()) {
                    const { release, query } = some[index];
                    const key = releaseText(release);
                    found.get(key).push(...vulns);
                    if (token === undefined)
                        named.set(key, found.get(key));
                    else
                        next.push({ release, query: { ...query, page_token: token } });
                }
            }
            left = next;
        }
    };
    /** Questions of several images that are asked at once are one request. */
    const enqueue = (releases) => {
        waiting ??= new Map();
        for (const one of releases)
            waiting.set(releaseText(one), one);
        batch ??= (async () => {
            await world.clock.sleep(together);
            const all = [...waiting.values()];
            waiting = undefined;
            batch = undefined;
            await askBatch(all);
        })();
        return batch;
    };
    const detail = (one) => {
        const key = `${one.id} ${one.modified}`;
        const known = details.get(key) ?? readDetail(one);
        details.set(key, known);
        return known;
    };
    const readDetail = async ({ id, modified }) => {
        const ignoreRefusal = (0,file_failure/* unlessRefused */.J0)(cache.refused);
        const folder = (0,external_node_crypto_.createHash)('sha256').update(url).digest('hex').slice(0, 16);
        const path = (0,external_node_path_.join)(cache.folder, 'osv-1', folder, `${id.replaceAll(':', '_')}.json`);
        const kept = keptOf(await world.files.read(path).catch(ignoreRefusal), modified);
        if (kept !== undefined)
            return (0,advisories_record/* parseAdvisory */.r)(kept, id);
        const record = await request(`/v1/vulns/${encodeURIComponent(id)}`);
        const advisory = (0,advisories_record/* parseAdvisory */.r)(record, id);
        const text = JSON.stringify({ modified, record });
        await world.files.replace(path, Buffer.from(text)).catch(ignoreRefusal);
        return advisory;
    };
    const ask = async (releases) => {
        const missing = releases.filter((one) => !named.has(releaseText(one)));
        let unknown;
        if (missing.length > 0) {
            if (failed !== undefined && world.clock.now() - failed.at < rest)
                unknown = failed.why;
            else {
                try {
                    await enqueue(missing);
                    failed = undefined;
                }
                catch (error) {
                    if (!(error instanceof OsvError))
                        throw error;
                    unknown = `${url} could not be asked: ${error.message}`;
                    failed = { why: unknown, at: world.clock.now() };
                }
            }
        }
        const asked = releases.flatMap((one) => {
            const vulns = named.get(releaseText(one)) ?? partly.get(releaseText(one));
            return vulns === undefined ? [] : [[releaseText(one), vulns]];
        });
        const ids = new Map(asked.flatMap(([, vulns]) => vulns.map((one) => [one.id, one])));
        const read = new Map();
        // A service that is away is waited for once, and not for each of a hundred advisories.
        let lost;
        await (0,p_map["default"])(ids.values(), async (one) => {
            try {
                read.set(one.id, lost === undefined ? await detail(one) : unread(one.id));
            }
            catch (error) {
                details.delete(`${one.id} ${one.modified}`);
                lost ??= `the record of ${one.id} could not be read: ${reason(error)}`;
                read.set(one.id, unread(one.id));
            }
        }, { concurrency: 16 });
        unknown ??= lost;
        return {
            known: new Map(asked.map(([key, vulns]) => [key, vulns.flatMap(({ id }) => read.get(id) ?? [])])),
            ...(unknown === undefined ? {} : { unknown }),
        };
    };
    return { ask };
}
/** That it exists is known. */
const unread = (id) => ({
    id,
    aliases: [],
    summary: 'its record could not be read',
    rating: 'unrated',
    affected: [],
    unread: true,
});
const queryOf = ({ ecosystem, name, version }) => ({
    package: { ecosystem, name },
    version,
});
/** @throws OsvError where an answer does not have a result for each query: what is left out would look like none. */
function resultsOf(answer, count) {
    const results = isRecord(answer) ? answer['results'] : undefined;
    if (!Array.isArray(results) || results.length !== count)
        throw new OsvError(`its answer does not have ${count} results`, true);
    return results.map((result) => {
        // The API gives an empty object, and null in older releases, where there is none.
        if (result === null)
            return { vulns: [] };
        if (!isRecord(result))
            throw new OsvError('its answer has a result that is none', false);
        const { vulns = [], next_page_token: token } = result;
        if (!Array.isArray(vulns))
            throw new OsvError('its answer has a result that is none', false);
        return {
            vulns: vulns.map((one) => {
                const { id, modified } = isRecord(one) ? one : {};
                if (typeof id !== 'string' || !(0,advisories_record/* isAdvisoryId */.L)(id))
                    throw new OsvError('its answer names an advisory that has no id', false);
                return { id, modified: typeof modified === 'string' ? modified : '' };
            }),
            ...(typeof token === 'string' && token !== '' ? { token } : {}),
        };
    });
}
const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** Undefined where another program wrote the file, or the advisory was changed since. */
function keptOf(text, modified) {
    if (text === undefined || modified === '')
        return undefined;
    try {
        const kept = JSON.parse(text);
        return isRecord(kept) && kept['modified'] === modified ? kept['record'] : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 96099:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dW: () => (/* binding */ adviceParts),
/* harmony export */   l9: () => (/* binding */ advisoryWarnings),
/* harmony export */   qL: () => (/* binding */ unknownText)
/* harmony export */ });
/* harmony import */ var _advisories_findings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(409);
/* harmony import */ var _advisory_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15287);
/** What advisories say of an image, as the report has it. */


/** What is worth a warning: findings that are bad enough, and what is not known. With `fail`, findings are problems. */
function advisoryWarnings({ advice, outcome, problems }) {
    if (advice === undefined)
        return [];
    const isSaid = problems.some(({ station }) => station === 'advisories');
    const bad = isSaid ? [] : (0,_advisories_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .counting */ .Mr)(advice.findings, advice);
    return [
        ...bad.map((one) => ({ title: `Advisory: ${one.id}`, text: (0,_advisory_words_js__WEBPACK_IMPORTED_MODULE_1__/* .findingText */ .NK)(one) })),
        ...(advice.unknown === undefined
            ? []
            : [{ title: 'Advisories are not known', text: unknownText(advice, outcome === 'planned') }]),
    ];
}
/** Unknown is never none, and holds nothing back: an outage elsewhere would cost a build. */
function unknownText({ unknown, mode }, isPlanned) {
    const what = `Not all advisories are known: ${unknown}.`;
    return mode === 'fail' && !isPlanned
        ? `${what} With advisories "fail", only what is known to be bad is held back: this image was not, and the next run asks again.`
        : what;
}
function adviceParts({ findings, gone }) {
    const isCompared = gone !== undefined;
    return {
        isCompared,
        added: isCompared ? findings.filter(({ isNew }) => isNew === true) : [],
        gone: gone ?? [],
        others: isCompared ? findings.filter(({ isNew }) => isNew !== true) : findings,
    };
}


/***/ }),

/***/ 15287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $K: () => (/* binding */ findingRelease),
/* harmony export */   Ci: () => (/* binding */ platformsText),
/* harmony export */   NK: () => (/* binding */ findingText),
/* harmony export */   cb: () => (/* binding */ namesText),
/* harmony export */   dP: () => (/* binding */ ownerText),
/* harmony export */   kK: () => (/* binding */ mendText),
/* harmony export */   l$: () => (/* binding */ ratingText)
/* harmony export */ });
/* harmony import */ var _step_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86322);

const owners = {
    base: 'the base',
    package: 'the package',
    requirement: 'a requirement',
};
/** Whose it is, and whether it is run. */
const ownerText = ({ owner, reach }) => reach === 'base-pip' ? "the base's own pip, which is not run" : owners[owner];
function mendText({ name, mend, unread }) {
    switch (mend.kind) {
        case 'rebuild':
            return mend.by === 'base' ? 'rebuild (base has it fixed)' : 'rebuild (its requirements have it fixed)';
        case 'bump':
            return `bump ${name} to ${mend.to}`;
        case 'base-behind':
            return `nobody yet (fixed in ${mend.to}, which the base does not have)`;
        case 'nobody':
            return unread === true ? 'what mends it is not known' : 'nobody yet';
    }
}
/** `CVE-2025-43859` for what is better known by that. */
const namesText = ({ id, aliases }) => {
    const [cve] = aliases.filter((one) => one.startsWith('CVE-') && !id.endsWith(one));
    return cve === undefined ? id : `${id} (${cve})`;
};
const findingRelease = ({ name, version }) => `${name} ${version}`;
/** Empty where all platforms have it. */
const platformsText = ({ platforms }, all) => platforms.length === 0 || platforms.length >= all ? '' : platforms.map(_step_words_js__WEBPACK_IMPORTED_MODULE_0__/* .shortPlatform */ .I_).join(', ');
const ratingText = ({ rating, ignored }) => {
    const text = rating === 'unrated' ? 'not rated' : rating;
    return ignored === undefined ? text : `${text}, ignored until ${ignored.until}`;
};
/** One line: `GHSA-… (CVE-…), high: h11 0.14.0, a requirement; bump h11 to 0.16.0. What it is`. */
const findingText = (finding) => `${namesText(finding)}, ${ratingText(finding)}: ${findingRelease(finding)}, ${ownerText(finding)}; ${mendText(finding)}${finding.summary === '' ? '' : `. ${finding.summary}`}`;


/***/ }),

/***/ 52382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i4: () => (/* binding */ warningText),
/* harmony export */   kQ: () => (/* binding */ checkMark),
/* harmony export */   nZ: () => (/* binding */ warningsOf),
/* harmony export */   qW: () => (/* binding */ checkText),
/* harmony export */   rW: () => (/* binding */ checksText)
/* harmony export */ });
/** `✓ 6`, `✓ 5, ⚠ 1: scripts`, `✗ 1 of 6: imports`, `not run`, each with `, left out: imports:tool` where that is so. */
function checksText(checks, marks) {
    const wrong = checks.filter((check) => !check.ok);
    if (checks.length === 0)
        return 'not run';
    const skipped = new Set(checks.flatMap((check) => check.skipped));
    const left = skipped.size === 0 ? '' : `, left out: ${[...skipped].join(', ')}`;
    const names = (some) => some.map((check) => check.name).join(', ');
    if (wrong.length > 0)
        return `${marks[1]} ${wrong.length} of ${checks.length}: ${names(wrong)}${left}`;
    const warned = checks.filter((check) => check.findings.length > 0);
    const warning = warned.length === 0 ? '' : `, ${marks[2]} ${warned.length}: ${names(warned)}`;
    return `${marks[0]} ${checks.length - warned.length}${warning}${left}`;
}
/** Which of the marks a check gets. */
const checkMark = (check, marks) => check.ok ? (check.findings.length === 0 ? marks[0] : marks[2]) : marks[1];
/** What was found, then what was looked at, and what was left out. */
const checkText = ({ message, findings, skipped }) => [
    ...findings.map((finding) => finding.message),
    ...(message === '' ? [] : [message]),
    ...(skipped.length === 0 ? [] : [`left out by verify_skip: ${skipped.join(', ')}`]),
].join('; ');
/** Every warning once, with the platforms that have it. */
function warningsOf({ platforms }) {
    const found = new Map();
    for (const { platform, checks } of platforms) {
        for (const { name, findings } of checks) {
            for (const { message, severity } of findings) {
                if (severity !== 'warning')
                    continue;
                const key = `${name}\n${message}`;
                const before = found.get(key)?.platforms ?? [];
                found.set(key, { check: name, message, platforms: [...before, platform] });
            }
        }
    }
    return [...found.values()];
}
/** `linux/amd64, linux/arm64, scripts: …`, without the output of other programs. */
const warningText = ({ check, message, platforms }) => `${platforms.join(', ')}, ${check}: ${message.split('\n')[0]}`;


/***/ }),

/***/ 86322:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I_: () => (/* binding */ shortPlatform),
/* harmony export */   Tg: () => (/* binding */ forPlatform),
/* harmony export */   c9: () => (/* binding */ stepWords)
/* harmony export */ });
const rows = [
    // With build-base stands the compiler of Alpine; runtime packages come without.
    { command: /^RUN .*\bbuild-base\b/s, words: 'install the compiler and build packages' },
    { command: /^RUN .*\b(?:apt-get|apk add)\b/s, words: 'install the runtime packages' },
    { command: /\/runtime\.py\b/, words: 'prepare the runtime packages' },
    { command: /\/tools\.py\b/, words: 'fetch the tools that compile', withoutPlatform: true },
    { stage: 'native-sources', command: /\/sources\.py\b/, words: 'fetch the sources', withoutPlatform: true },
    { command: /\/sources\.py\b/, words: 'fetch the sources' },
    { command: /\/compile\.py\b.*--sysroot\b/s, words: 'cross-compile' },
    { command: /\/compile\.py\b/, words: 'compile on the build machine', withoutPlatform: true },
    { command: /\/compile\.sh\b/, words: 'compile what is left' },
    { command: /\/needs\.py\b/, words: 'read what the compiled wheels need', withoutPlatform: true },
    // Where every platform installs the same, the stage has no such variable, and it stays as it is written.
    { command: /\/install\.py\b.*\/lock\/\$TARGETARCH/s, words: 'install the wheels', withoutPlatform: true },
    { command: /\/install\.py\b/, words: 'install the wheels' },
    { command: /\/facts\.py\b/, words: 'read what the base holds' },
    { command: /\bpip compile\b/, words: 'resolve the requirements', withoutPlatform: true },
    {
        command: /\/offer\.py --library\b/,
        words: 'compile the bytecode of the library and of pip',
        withoutPlatform: true,
    },
    // As with the wheels that are installed.
    {
        command: /\/offer\.py\b.*\/lock\/\$TARGETARCH/s,
        words: 'gather what pip is offered',
        withoutPlatform: true,
    },
    { command: /\/offer\.py\b/, words: 'gather what pip is offered' },
    { stage: 'offered', command: /^COPY .*--from=library\b/, words: 'collect the bytecode' },
    { stage: 'offered', command: /^COPY .*--from=gather\b/, words: 'collect what pip is offered' },
    { command: /\/bytecode\.py\b/, words: "compile the standard library's bytecode", withoutPlatform: true },
    { stage: 'look', command: /^COPY <<environment\b/, words: 'read what the image sets' },
    { command: /\/interpreter\.py\b/, words: "find the image's Python" },
    { command: /\/survey\.py\b/, words: "read the image's files" },
    { stage: 'run', command: /\/run\.sh\b/, words: 'verify' },
    { command: /\/judge\.py\b/, words: 'judge the checks', withoutPlatform: true },
    { command: /^COPY .*--from=(?:interpreter|survey)\b/, words: 'put the start of the checks into the image' },
    { command: /\/verify\.py\b/, words: 'verify' },
    { command: /\bpip install\b.*--prefix\b/s, words: 'resolve and install with pip' },
    { command: /\/install\/removed\b/, words: 'remove what newer versions replace' },
    { command: /\/account\.sh\b/, words: 'make the account' },
    { command: /^COPY .*--from=cross\b/, words: 'take over what was cross-compiled' },
    { command: /^COPY .*--from=compiled\b/, words: 'collect how it was compiled' },
    { command: /^COPY .*--from=needs\b/, words: 'collect the compiled wheels' },
    { stage: 'packages', command: /^COPY .*--from=install\b/, words: 'collect what is installed' },
    { command: /^COPY .*--from=(?:install|packages)\b/, words: 'put what is installed onto the base' },
    { command: /^COPY .*--from=read\b/, words: 'collect what the base holds' },
    { stage: 'resolve', command: /^COPY .*--from=run\b/, words: 'collect the lock', withoutPlatform: true },
    { command: /^COPY .*--from=run\b/, words: 'collect the results of the checks' },
    { command: /\/exports\.py\b/, words: 'take files out of the image' },
    { stage: 'exports', command: /^COPY .*--from=take\b/, words: 'collect the files' },
    { stage: 'verify', command: /^COPY .*--from=judge\b/, words: 'collect the results of the checks' },
];
/** `verify linux/arm64`; undefined for an instruction of no rendered Dockerfile. */
function stepWords(step) {
    const { stage, name, platform, runsOn } = step;
    const [, image] = /^FROM (\S+)/.exec(name) ?? [];
    // What is pulled is for where the stage runs.
    if (image !== undefined)
        return forPlatform(`pull ${shortImage(image)}`, runsOn ?? platform);
    const row = rows.find((one) => (one.stage ?? stage) === stage && one.command.test(name));
    if (row === undefined)
        return undefined;
    if (row.words === 'verify')
        return platform === undefined ? 'verify' : `verify ${platform}`;
    return row.withoutPlatform === true ? row.words : forPlatform(row.words, platform);
}
/** `arm/v7`: every platform here is Linux. */
const shortPlatform = (platform) => platform.replace(/^linux\//, '');
/** `install the wheels for arm/v7`. */
const forPlatform = (words, platform) => platform === undefined ? words : `${words} for ${shortPlatform(platform)}`;
/** As people write it: without a digest, and of Docker Hub's official images the name alone. */
const shortImage = (image) => image.replace(/@sha256:.*/, '').replace(/^docker\.io\/(?:library\/)?/, '');


/***/ }),

/***/ 58191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AU: () => (/* binding */ subjectRows),
/* harmony export */   BR: () => (/* binding */ hasDone),
/* harmony export */   Iw: () => (/* binding */ pullable),
/* harmony export */   PR: () => (/* binding */ shortReason),
/* harmony export */   Pl: () => (/* binding */ headline),
/* harmony export */   Qd: () => (/* binding */ platformTitle),
/* harmony export */   S3: () => (/* binding */ endedEarly),
/* harmony export */   SX: () => (/* binding */ missingDetail),
/* harmony export */   XZ: () => (/* binding */ doneWord),
/* harmony export */   f1: () => (/* binding */ imageText),
/* harmony export */   ks: () => (/* binding */ doneText),
/* harmony export */   lT: () => (/* binding */ countText),
/* harmony export */   li: () => (/* binding */ lockText),
/* harmony export */   nK: () => (/* binding */ unsignedOf),
/* harmony export */   o$: () => (/* binding */ restoredText),
/* harmony export */   oe: () => (/* binding */ stayedText),
/* harmony export */   qQ: () => (/* binding */ blockedText),
/* harmony export */   qq: () => (/* binding */ missingText),
/* harmony export */   rM: () => (/* binding */ isQuiet),
/* harmony export */   ss: () => (/* binding */ whyText),
/* harmony export */   xt: () => (/* binding */ wayText),
/* harmony export */   yq: () => (/* binding */ subjectText),
/* harmony export */   yz: () => (/* binding */ problemTitle)
/* harmony export */ });
/* harmony import */ var _advisories_findings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(409);
/* harmony import */ var _check_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52382);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88861);



/** `uvicorn 0.30.1 on Python 3.13`. */
const subjectText = (subject) => subject.kind === 'package'
    ? `${subject.name} ${subject.version} on Python ${subject.python}`
    : subject.name;
/** The same as rows of a table. */
const subjectRows = (subject) => subject.kind === 'package'
    ? [
        ['Package', `${subject.name} ${subject.version}`],
        ['Python', subject.python],
    ]
    : [['Dockerfile', subject.name]];
/** Whether it came as far as to build, or to move a tag. */
const hasDone = ({ built, destinations }) => built || destinations.some(({ moved }) => moved.length > 0);
/** Whether nothing is worth saying of an image besides that it is as it was. */
const isQuiet = (report) => ['kept', 'blocked', 'skipped'].includes(report.outcome) &&
    !report.built &&
    report.missing === undefined &&
    (0,_check_words_js__WEBPACK_IMPORTED_MODULE_1__/* .warningsOf */ .nZ)(report).length === 0 &&
    (report.advice === undefined || (0,_advisories_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .counting */ .Mr)(report.advice.findings, report.advice).length === 0);
/** The reason where the image stands beside it: its reference is not said again. */
function shortReason(report) {
    const [problem] = report.problems;
    // Why it was begun says nothing of why it failed.
    if (report.outcome === 'failed' && problem !== undefined)
        return problem.message;
    const reason = report.tags.length === 0 ? report.reason : report.reason.replaceAll(`${imageText(report)} `, 'its tag ');
    const missing = (report.missing ?? []).map(({ platform }) => platform);
    return missing.length === 0 ? reason : `${reason}; without ${missing.join(', ')}`;
}
/** `linux/arm/v7 is missing: … It is optional, …`, as whole sentences. */
function missingText({ outcome }, missing) {
    const { platform, problems, before } = missing;
    const why = problems.map(({ message }) => message.replace(`${platform}, `, '')).join(' ');
    const isEnded = endedEarly({ outcome });
    const verb = outcome === 'planned' ? 'would be missing' : isEnded ? 'failed' : 'is missing';
    const first = `${platform} ${verb}: ${/[.!?]$/.test(why) ? why : `${why}.`}`;
    const next = isEnded ? 'It is optional.' : 'It is optional, and the next run tries it again.';
    return [first, next, ...(before === undefined ? [] : [`${before} has it.`])].join(' ');
}
/** Lines of other programs that say more, and where the whole is. */
const missingDetail = ({ problems }) => problems.flatMap(({ detail = [], file }) => [
    ...detail,
    ...(file === undefined ? [] : [`The whole output is in ${file}.`]),
]);
/** The outcome in a word, for a table. */
function doneWord({ outcome, decision }) {
    if (outcome === 'planned')
        return decision === undefined ? 'undecided' : `would ${verbs[decision]}`;
    return outcome === 'published' && decision === 'rebase' ? 'rebased' : outcome;
}
/** `12 images: 2 published, 9 kept, 1 failed`; `Nothing to do: 4 images stayed as they were`. */
function countText({ images, kept = [], problems }) {
    const words = images.map(doneWord);
    const counts = [...new Set(words)].map((word) => `${words.filter((one) => one === word).length} ${word}`);
    const many = `${images.length} image${images.length === 1 ? '' : 's'}`;
    if (counts.length > 0)
        return `${many}: ${counts.join(', ')}`;
    if (problems.length > 0)
        return 'No image';
    return kept.length === 0 ? 'Nothing to do' : `Nothing to do: ${stayedText(kept.length)}`;
}
const stayedText = (count) => `${(0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(count, 'image')} stayed as ${count === 1 ? 'it was' : 'they were'}`;
const stations = {
    input: 'Input',
    index: 'Package index',
    registry: 'Registry',
    build: 'Build',
    verify: 'Verification',
    advisories: 'Advisories',
    machine: 'This machine',
    interruption: 'Interrupted',
};
/** Whether it ended before all that was decided was done: then what moved is all that was published. */
const endedEarly = ({ outcome }) => outcome === 'failed' || outcome === 'blocked';
const ways = {
    native: 'natively',
    cross: 'cross-compiled',
    emulated: 'under emulation',
    once: 'once for all platforms',
    kept: 'saved wheel',
    wheel: 'wheel',
};
/** `cross-compiled`; `saved wheel (compiled 2026-11-20 in 93 s)`; `wheel from piwheels`. @param outcome of the run. */
const wayText = ({ way, kept, seconds, from }, outcome) => {
    if (from !== undefined)
        return `${ways[way]} from ${from}`;
    // Nothing came of it, or nobody knows whether something did.
    if (endedEarly({ outcome }) && seconds === undefined)
        return 'not compiled';
    return kept === undefined ? ways[way] : `${ways[way]} ${madeText(kept)}`;
};
const madeText = ({ compiled, seconds }) => `(compiled ${compiled} in ${(0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .secondsText */ .Hd)(seconds)})`;
/** `saved wheel, 0.4 s (compiled 2026-11-20 in 93 s)`. @param took seconds. */
const restoredText = (kept) => `${ways.kept}, ${(0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .secondsText */ .Hd)(kept.took)} ${madeText(kept)}`;
/** What a dry run would do. */
const planned = {
    build: 'Would build',
    rebase: 'Would put onto its new base',
    sign: 'Would sign',
    retag: 'Would move tags of',
    keep: 'Would keep',
};
/** What happened, in front of the image's name. */
function headline(report) {
    switch (report.outcome) {
        case 'published':
            return report.decision === 'rebase' ? 'Put onto its new base:' : 'Published';
        case 'pushed':
            return `Pushed under no tag, ${report.part?.join(', ')} of`;
        case 'built':
            return 'Built, not pushed:';
        case 'planned':
            return report.decision === undefined ? 'Undecided:' : planned[report.decision];
        case 'kept':
            return report.built ? 'Built again, and the same as before:' : 'Nothing to do for';
        case 'signed':
            return 'Signed';
        case 'retagged':
            return 'Moved tags of';
        case 'failed':
            return 'Failed:';
        case 'blocked':
            return 'Blocked:';
        case 'skipped':
            return 'Left out:';
    }
}
/** Why images are published and not signed, each once. */
const unsignedOf = ({ destinations }) => [
    ...new Set(destinations.flatMap(({ unsigned }) => unsigned ?? [])),
];
/** What became of an image in one repository, or what would. */
function doneText(report, { decision, reason, existed, wanted, moved, held }) {
    if (decision === undefined)
        return reason === undefined ? undecidedText(existed) : undefined;
    if (report.outcome === 'planned')
        return `would ${verbs[decision]}`;
    if (decision === 'keep' || (decision === 'sign' && report.outcome === 'kept'))
        return 'kept';
    if (report.outcome === 'built')
        return 'built';
    if (report.outcome === 'pushed')
        return 'pushed under no tag';
    if (!endedEarly(report) || wanted.every((tag) => moved.includes(tag) || held.includes(tag)))
        return done[decision];
    return moved.length === 0 ? 'nothing moved' : 'moved in part';
}
/** Of a repository about which the run ended before anything was decided. */
function undecidedText(existed) {
    if (existed === undefined)
        return 'not known';
    return existed ? 'exists already' : 'does not exist yet';
}
const verbs = {
    keep: 'keep',
    build: 'build',
    rebase: 'put onto its new base',
    sign: 'sign',
    retag: 'move tags',
};
const done = {
    build: 'published',
    rebase: 'put onto its new base',
    sign: 'signed',
    retag: 'tags moved',
};
/** The exact tag's reference, `registry/name:tag`; of several repositories how many there are. */
function imageText({ repository, tags, destinations }) {
    const [exact] = tags;
    if (exact === undefined)
        return repository;
    return destinations.length > 1
        ? `${exact} in ${destinations.length} repositories`
        : `${repository}:${exact}`;
}
/** What stands before the reason: of a failure it is not why it failed; of a blocked image it is why it is blocked. */
const whyText = ({ outcome, decision }) => outcome === 'failed' && decision !== undefined && decision !== 'keep' ? 'Begun because:' : 'Why:';
/** Of a blocked image, as one sentence. */
const blockedText = (report) => `${imageText(report)} is blocked: ${report.reason}.`;
/** `registry/name:tag` of every tag that stands for the image after this run. */
function pullable(report) {
    if (['pushed', 'built', 'planned'].includes(report.outcome))
        return [];
    return report.destinations.flatMap(({ repository, moved, held }) => (endedEarly(report) ? moved : report.tags.filter((tag) => !held.includes(tag))).map((tag) => `${repository}:${tag}`));
}
const lockText = {
    host: 'resolved once for all platforms, with hashes',
    container: 'resolved once for all platforms inside the base image, with hashes',
    project: 'the versions and hashes that the project has locked',
    none: 'not locked: pip resolved on each platform',
};
/** `Build: linux/arm/v7`, `Input`. */
const problemTitle = (problem) => problem.about === undefined ? stations[problem.station] : `${stations[problem.station]}: ${problem.about}`;
const platformTitle = (platform) => platform.emulated ? `${platform.platform} (emulated)` : platform.platform;


/***/ })

};
