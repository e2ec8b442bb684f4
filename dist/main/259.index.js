export const id = 259;
export const ids = [259];
export const modules = {

/***/ 6590:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ cut),
/* harmony export */   o: () => (/* binding */ joined)
/* harmony export */ });
/** Markdown that must not be longer than so many bytes: what a reader loses least by is left out first, and counted. */
/** Parts, whole, with an empty line between them. */
const joined = (parts) => `${parts.map(({ text }) => text).join('\n\n')}\n`;
/**
 * The same in no more than `most` bytes, if what always stays leaves room for it.
 *
 * @param note a paragraph on what was left out (`1 chart, 380 of 400 checks`), which stands behind the first two parts.
 */
function cut(parts, most, note) {
    if (bytes(joined(parts)) <= most)
        return joined(parts);
    const open = parts.map(openPart);
    // No note is longer than the one that counts all of everything, of all.
    let room = most - bytes(joined([...parts, { text: note(leftText(open, ({ lines }) => lines.length, 'of all')) }]));
    const order = open
        .flatMap((part, at) => part.lines.map((line, index) => ({ part, at, index, rank: rankOf(part, line) })))
        .toSorted((one, other) => one.rank - other.rank || other.at - one.at || other.index - one.index);
    for (const { part, index } of order) {
        if (room >= 0)
            break;
        room += leave(part, index);
    }
    const shown = open.filter(({ lines, gone }) => lines.length === 0 || gone.size < lines.length).map(textOf);
    const said = note(leftText(open, ({ gone }) => gone.size));
    return joined([...shown.slice(0, 2), said, ...shown.slice(2)].map((text) => ({ text })));
}
const bytes = (text) => Buffer.byteLength(text);
function openPart(part) {
    const all = part.text.split('\n');
    const [from, to] = rangeOf(part, all);
    const lines = part.loss !== undefined && part.loss.lines === undefined ? [part.text] : all.slice(from, to);
    return { ...part, head: all.slice(0, from), lines, tail: all.slice(to), gone: new Set() };
}
const firstLine = {
    table: /^\| /,
    list: /^- /,
    code: /^`{3,}/,
};
/** Where the lines begin that can go, and where they end. */
function rangeOf({ loss }, all) {
    if (loss?.lines === undefined)
        return [all.length, all.length];
    const isLine = (line) => firstLine[loss.lines].test(line);
    const first = all.findIndex(isLine);
    // A block of code has a fence before and behind it, a table two lines of head.
    if (loss.lines === 'code')
        return [first + 1, all.length - 1];
    return [first + (loss.lines === 'table' ? 2 : 0), all.findLastIndex(isLine) + 1];
}
const rankOf = ({ loss }, line) => loss?.later?.is(line) === true ? loss.later.rank : (loss?.rank ?? 0);
/** Gives the bytes that this saves. */
function leave({ text, lines, gone }, index) {
    gone.add(index);
    if (gone.size < lines.length)
        return bytes(lines[index]) + 1;
    const others = lines.reduce((sum, line, at) => (at === index ? sum : sum + bytes(line) + 1), 0);
    // With the empty line behind it.
    return bytes(text) - others + 2;
}
const textOf = ({ text, head, lines, tail, gone }) => gone.size === 0 ? text : [...head, ...lines.filter((_, index) => !gone.has(index)), ...tail].join('\n');
/** `1 chart, 380 of 400 checks`: what several parts have of one kind is counted together. */
function leftText(parts, count, always) {
    const kinds = new Map();
    for (const part of parts) {
        if (part.loss === undefined)
            continue;
        const [one, many] = part.loss.what;
        const before = kinds.get(many) ?? { left: 0, all: 0, one };
        kinds.set(many, { left: before.left + count(part), all: before.all + part.lines.length, one });
    }
    return [...kinds]
        .filter(([, { left }]) => left > 0)
        .map(([many, { left, all, one }]) => {
        const whole = `${all} ${all === 1 ? one : many}`;
        return left < all || always !== undefined ? `${left} of ${whole}` : whole;
    })
        .join(', ');
}


/***/ }),

/***/ 3570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ platformRows),
/* harmony export */   k: () => (/* binding */ filledColumns)
/* harmony export */ });
/* harmony import */ var _timeline_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1451);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8861);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8191);



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
        ...(marks === undefined ? {} : { Checks: (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .checksText */ .rW)(checks, marks) }),
        ...(seconds === undefined ? {} : { Time: (0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .secondsText */ .Hd)(seconds) }),
    };
}
/** Those of the columns that any row fills, in the order given. */
const filledColumns = (rows, columns) => columns.filter((column) => rows.some((row) => row[column] !== undefined));


/***/ }),

/***/ 5259:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Pt: () => (/* binding */ icons),
  j$: () => (/* binding */ mostBytes),
  KK: () => (/* binding */ problemsMarkdown),
  eH: () => (/* binding */ summaryMarkdown)
});

// EXTERNAL MODULE: ./lib/report/cut.js
var cut = __webpack_require__(6590);
// EXTERNAL MODULE: ./lib/report/escape.js
var report_escape = __webpack_require__(2527);
// EXTERNAL MODULE: ./lib/report/timeline.js
var report_timeline = __webpack_require__(1451);
;// CONCATENATED MODULE: ./lib/report/gantt.js
/** The timeline as a Mermaid Gantt chart, which GitHub draws in a job summary. */


/** Words that Mermaid takes for a statement where a row begins. */
const statements = /^(?:gantt|title|section|click|call|href|date|axis|tick|incl|excl|today|top|week|acc|display|---|\d{4}-)/i;
const entity = (character) => `#${character.codePointAt(0)};`;
/** A row's name: what would end it or start something else is written as Mermaid's entity (`#58;` is a colon). */
function nameText(name) {
    const line = (0,report_escape/* oneLine */.TN)(name) || 'step';
    const cut = line.length > 60 ? `${line.slice(0, 59)}…` : line;
    const safe = cut.replaceAll(/[:;#%{}<>"'`\\&|]/g, entity);
    return statements.test(cut) && !safe.startsWith('#') ? entity(safe[0]) + safe.slice(1) : safe;
}
const rowText = (row) => `  ${nameText(row.label)} :${row.cached ? 'done, ' : ''}${row.start}, ${row.length}ms`;
/** The chart's source, without its fence; undefined when there is nothing to draw. Times count from the first span. */
function ganttText(timeline) {
    const rows = (0,report_timeline/* timelineRows */.LY)(timeline);
    if (rows.length === 0)
        return undefined;
    const drawn = report_timeline/* sections */.V0.flatMap((section) => {
        const own = rows.filter((row) => row.section === section);
        return own.length === 0 ? [] : [`  section ${section}`, ...own.map(rowText)];
    });
    return ['gantt', '  dateFormat x', '  axisFormat %M:%S', ...drawn].join('\n');
}

// EXTERNAL MODULE: ./lib/report/platforms.js
var platforms = __webpack_require__(3570);
// EXTERNAL MODULE: ./lib/report/units.js
var units = __webpack_require__(8861);
// EXTERNAL MODULE: ./lib/report/words.js
var words = __webpack_require__(8191);
;// CONCATENATED MODULE: ./lib/report/summary.js






const none = '–';
const marks = ['✅', '❌', '⚠️'];
const icons = {
    published: '✅',
    built: '✅',
    planned: '📝',
    kept: '💤',
    retagged: '🏷️',
    failed: '❌',
    blocked: '⛔',
    skipped: '➖',
};
/** GitHub drops a step's summary that is longer than this. */
const mostBytes = 1024 * 1024;
/** Markdown for `GITHUB_STEP_SUMMARY`. Text of users and other programs is escaped: it is shown, never obeyed. */
function summaryMarkdown(report, limit) {
    const parts = [
        { text: `## ${icons[report.outcome]} ${(0,words/* headline */.Pl)(report)} ${(0,report_escape/* code */.aY)((0,words/* imageText */.f1)(report))}` },
        { text: `**${(0,words/* whyText */.ss)(report)}** ${(0,report_escape/* markdown */.wD)(report.reason)}` },
        { text: facts(report) },
        part(destinationTable(report), { rank: 5, what: ['repository', 'repositories'], lines: 'table' }),
        ...report.problems.flatMap(problemParts),
        part(warningList(report), { rank: 8, what: ['warning', 'warnings'], lines: 'list' }),
        part(platformTable(report), { rank: 6, what: ['platform', 'platforms'], lines: 'table' }),
        part(pullLines(report), { rank: 3, what: ['tag', 'tags'], lines: 'code' }),
        part(exportTable(report), { rank: 2, what: ['exported file', 'exported files'], lines: 'table' }),
        part(compiledTable(report), { rank: 2, what: ['compiled package', 'compiled packages'], lines: 'table' }),
        part(checkTable(report), {
            rank: 1,
            what: ['check', 'checks'],
            lines: 'table',
            later: { rank: 8, is: (line) => !line.includes(`| ${marks[0]} `) },
        }),
        part(chart(report), { rank: 0, what: ['chart', 'charts'] }),
        part(list((0,words/* notesOf */.h$)(report)), { rank: 4, what: ['note', 'notes'], lines: 'list' }),
    ];
    const there = parts.filter((one) => one !== undefined);
    if (limit === undefined)
        return (0,cut/* joined */.o)(there);
    const file = limit.file === undefined ? '' : ` and in ${(0,report_escape/* code */.aY)(limit.file)}`;
    return (0,cut/* cut */.J)(there, limit.most, (left) => `**Left out**, for GitHub takes no longer summary: ${left}. The whole is in the output \`metadata\`${file}.`);
}
const part = (text, loss) => text === undefined ? undefined : { text, loss };
function facts(report) {
    const base = (0,report_escape/* code */.aY)(report.base.reference);
    const digest = report.base.digest === undefined ? '' : ` at ${(0,report_escape/* code */.aY)((0,units/* shortDigest */.VK)(report.base.digest))}`;
    const from = report.base.reference === '' ? '' : `, from ${base}${digest}`;
    const lock = report.lock === undefined ? '' : `; requirements ${words/* lockText */.li[report.lock]}`;
    const lines = [
        `${(0,report_escape/* markdown */.wD)((0,words/* subjectText */.yq)(report.subject))}${from}${lock}.`,
        ...(report.digest === undefined ? [] : [`Digest: ${(0,report_escape/* code */.aY)(report.digest)}`]),
        ...(report.output === undefined ? [] : [`OCI layout: ${(0,report_escape/* code */.aY)(report.output)}`]),
    ];
    return lines.join('<br>\n');
}
/** Problems of a run, as in the summary of an image. */
const problemsMarkdown = (problems) => problems.flatMap(problemParts).map(({ text }) => text);
/** What is wrong and the way out, with the lines of the other program that matter. */
function problemParts(problem) {
    const message = (0,report_escape/* plain */.pj)(problem.message).split('\n').map(report_escape/* markdown */.wD).join('<br>\n');
    const loss = { rank: 9, what: ['problem', 'problems'] };
    const { detail = [], file } = problem;
    return [
        { text: `### ❌ ${(0,report_escape/* markdown */.wD)((0,words/* problemTitle */.yz)(problem))}\n\n${message}`, loss },
        ...(detail.length === 0
            ? []
            : [
                {
                    text: (0,report_escape/* fenced */.OF)(detail, 'text'),
                    loss: { rank: 7, what: ['line of output', 'lines of output'], lines: 'code' },
                },
            ]),
        ...(file === undefined
            ? []
            : [
                {
                    text: `The whole output is in ${(0,report_escape/* code */.aY)(file)}.`,
                    loss: { rank: 9, what: ['file of output', 'files of output'] },
                },
            ]),
    ];
}
/** Where the image goes to one repository, the headline says it all. */
function destinationTable(report) {
    if (report.destinations.length < 2)
        return undefined;
    const rows = report.destinations.map((one) => [
        (0,report_escape/* code */.aY)(one.repository),
        (0,words/* doneText */.ks)(report, one) ?? none,
        one.reason === undefined ? none : (0,report_escape/* markdown */.wD)(one.reason),
        one.digest === undefined ? none : (0,report_escape/* code */.aY)((0,units/* shortDigest */.VK)(one.digest)),
        one.moved.length === 0 ? none : one.moved.map(report_escape/* code */.aY).join(' '),
    ]);
    return (0,report_escape/* table */.tp)(['Repository', 'Done', 'Why', 'Digest', 'Tags moved'], rows);
}
/** What publishes all the same is still worth a look, and stands where it is seen. */
function warningList(report) {
    const warnings = (0,words/* warningsOf */.nZ)(report);
    return warnings.length === 0
        ? undefined
        : `### ⚠️ Warnings of the checks\n\n${warnings.map((warning) => `- ${(0,report_escape/* markdown */.wD)((0,words/* warningText */.i4)(warning))}`).join('\n')}`;
}
const columns = ['Platform', 'Digest', 'Size', 'Over base', 'Wheels', 'Compiled', 'Checks', 'Time'];
const right = ['Size', 'Over base', 'Wheels', 'Compiled', 'Time'];
function platformTable(report) {
    const rows = (0,platforms/* platformRows */.R)(report, marks);
    if (rows.length === 0)
        return undefined;
    const shown = (0,platforms/* filledColumns */.k)(rows, columns);
    const cell = (row, column) => {
        const text = row[column];
        if (text === undefined)
            return none;
        return column === 'Digest' ? (0,report_escape/* code */.aY)(text) : column === 'Checks' ? (0,report_escape/* markdown */.wD)(text) : text;
    };
    return (0,report_escape/* table */.tp)(shown, rows.map((row) => shown.map((column) => cell(row, column))), right);
}
function pullLines(report) {
    const images = (0,words/* pullable */.Iw)(report);
    if (images.length === 0)
        return undefined;
    return `### Tags\n\n${(0,report_escape/* fenced */.OF)(images.map((image) => `docker pull ${image}`), 'shell')}`;
}
function compiledTable(report) {
    if (report.compiled.length === 0)
        return undefined;
    const rows = report.compiled.map((one) => [
        (0,report_escape/* code */.aY)(`${one.name}==${one.version}`),
        one.platform,
        (0,report_escape/* markdown */.wD)(one.because),
        (0,words/* wayText */.xt)(one, report.outcome),
        one.seconds === undefined ? none : (0,units/* secondsText */.Hd)(one.seconds),
        one.size === undefined ? none : (0,units/* bytesText */.pV)(one.size),
    ]);
    const columns = ['Package', 'Platform', 'Why', 'How', 'Time', 'Size'];
    return `### Compiled\n\n${(0,report_escape/* table */.tp)(columns, rows, ['Time', 'Size'])}`;
}
function exportTable({ exports }) {
    if (exports === undefined)
        return undefined;
    const rows = exports.files.map(({ platform, path, size }) => [(0,report_escape/* code */.aY)(path), platform, (0,units/* bytesText */.pV)(size)]);
    return `### Files in ${(0,report_escape/* code */.aY)(exports.folder)}\n\n${(0,report_escape/* table */.tp)(['File', 'Platform', 'Size'], rows, ['Size'])}`;
}
/** Every check of every platform, folded away: the table above says whether there is something to look for. */
function checkTable(report) {
    const rows = report.platforms.flatMap((platform) => platform.checks.map((check) => [
        platform.platform,
        `${(0,words/* checkMark */.kQ)(check, marks)} ${(0,report_escape/* markdown */.wD)(check.name)}`,
        (0,report_escape/* markdown */.wD)((0,words/* checkText */.qW)(check)),
        (0,units/* secondsText */.Hd)(check.seconds),
    ]));
    if (rows.length === 0)
        return undefined;
    const wrong = rows.some(([, name]) => !name.startsWith(marks[0]));
    return `<details${wrong ? ' open' : ''}><summary>Checks</summary>\n\n${(0,report_escape/* table */.tp)(['Platform', 'Check', 'Result', 'Time'], rows, ['Time'])}\n\n</details>`;
}
function chart(report) {
    const source = ganttText(report.timeline);
    return source === undefined
        ? undefined
        : `### Where the time went\n\n${(0,report_escape/* fenced */.OF)(source.split('\n'), 'mermaid')}`;
}
const list = (notes) => notes.length === 0 ? undefined : `### Notes\n\n${notes.map((note) => `- ${(0,report_escape/* markdown */.wD)(note)}`).join('\n')}`;


/***/ }),

/***/ 1451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hr: () => (/* binding */ busySeconds),
/* harmony export */   LY: () => (/* binding */ timelineRows),
/* harmony export */   V0: () => (/* binding */ sections)
/* harmony export */ });
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8861);

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


/***/ }),

/***/ 8191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AU: () => (/* binding */ subjectRows),
/* harmony export */   BR: () => (/* binding */ hasDone),
/* harmony export */   Iw: () => (/* binding */ pullable),
/* harmony export */   PR: () => (/* binding */ shortReason),
/* harmony export */   Pl: () => (/* binding */ headline),
/* harmony export */   Qd: () => (/* binding */ platformTitle),
/* harmony export */   XZ: () => (/* binding */ doneWord),
/* harmony export */   f1: () => (/* binding */ imageText),
/* harmony export */   h$: () => (/* binding */ notesOf),
/* harmony export */   i4: () => (/* binding */ warningText),
/* harmony export */   kQ: () => (/* binding */ checkMark),
/* harmony export */   ks: () => (/* binding */ doneText),
/* harmony export */   lT: () => (/* binding */ countText),
/* harmony export */   li: () => (/* binding */ lockText),
/* harmony export */   nZ: () => (/* binding */ warningsOf),
/* harmony export */   o$: () => (/* binding */ restoredText),
/* harmony export */   qQ: () => (/* binding */ blockedText),
/* harmony export */   qW: () => (/* binding */ checkText),
/* harmony export */   rM: () => (/* binding */ isQuiet),
/* harmony export */   rW: () => (/* binding */ checksText),
/* harmony export */   ss: () => (/* binding */ whyText),
/* harmony export */   xt: () => (/* binding */ wayText),
/* harmony export */   yq: () => (/* binding */ subjectText),
/* harmony export */   yz: () => (/* binding */ problemTitle)
/* harmony export */ });
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8861);

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
const isQuiet = (report) => ['kept', 'blocked', 'skipped'].includes(report.outcome) && !report.built && warningsOf(report).length === 0;
/** The reason where the image stands beside it: its reference is not said again. */
function shortReason(report) {
    const [problem] = report.problems;
    // Why it was begun says nothing of why it failed.
    if (report.outcome === 'failed' && problem !== undefined)
        return problem.message;
    return report.tags.length === 0
        ? report.reason
        : report.reason.replaceAll(`${imageText(report)} `, 'its tag ');
}
/** The outcome in a word, for a table. */
function doneWord({ outcome, decision }) {
    if (outcome === 'planned')
        return decision === undefined ? 'undecided' : `would ${verbs[decision]}`;
    return outcome === 'published' && decision === 'rebase' ? 'rebased' : outcome;
}
/** `12 images: 2 published, 9 kept, 1 failed`. */
function countText(images) {
    const words = images.map(doneWord);
    const counts = [...new Set(words)].map((word) => `${words.filter((one) => one === word).length} ${word}`);
    const many = `${images.length} image${images.length === 1 ? '' : 's'}`;
    return counts.length === 0 ? 'No image' : `${many}: ${counts.join(', ')}`;
}
const stations = {
    input: 'Input',
    index: 'Package index',
    registry: 'Registry',
    build: 'Build',
    verify: 'Verification',
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
};
/** `cross-compiled`; `saved wheel (compiled 2026-11-20 in 93 s)`. @param outcome of the run. */
const wayText = ({ way, kept, seconds }, outcome) => {
    // Nothing came of it, or nobody knows whether something did.
    if (endedEarly({ outcome }) && seconds === undefined)
        return 'not compiled';
    return kept === undefined ? ways[way] : `${ways[way]} ${madeText(kept)}`;
};
const madeText = ({ compiled, seconds }) => `(compiled ${compiled} in ${(0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .secondsText */ .Hd)(seconds)})`;
/** `saved wheel, 0.4 s (compiled 2026-11-20 in 93 s)`. @param took seconds. */
const restoredText = (kept) => `${ways.kept}, ${(0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .secondsText */ .Hd)(kept.took)} ${madeText(kept)}`;
/** What a dry run would do. */
const planned = {
    build: 'Would build',
    rebase: 'Would put onto its new base',
    retag: 'Would move tags of',
    keep: 'Would keep',
};
/** What happened, in front of the image's name. */
function headline(report) {
    switch (report.outcome) {
        case 'published':
            return report.decision === 'rebase' ? 'Put onto its new base:' : 'Published';
        case 'built':
            return 'Built, not pushed:';
        case 'planned':
            return report.decision === undefined ? 'Undecided:' : planned[report.decision];
        case 'kept':
            return report.built ? 'Built again, and the same as before:' : 'Nothing to do for';
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
/** What became of an image in one repository, or what would. */
function doneText(report, { decision, reason, existed, wanted, moved, held }) {
    if (decision === undefined)
        return reason === undefined ? undecidedText(existed) : undefined;
    if (report.outcome === 'planned')
        return `would ${verbs[decision]}`;
    if (decision === 'keep')
        return 'kept';
    if (report.outcome === 'built')
        return 'built';
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
    retag: 'move tags',
};
const done = {
    build: 'published',
    rebase: 'put onto its new base',
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
    if (report.outcome === 'built' || report.outcome === 'planned')
        return [];
    return report.destinations.flatMap(({ repository, moved, held }) => (endedEarly(report) ? moved : report.tags.filter((tag) => !held.includes(tag))).map((tag) => `${repository}:${tag}`));
}
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
const verifyText = {
    off: 'Verification was off: the image was run on no platform.',
    'build-platform': "Only the build machine's own platform was verified.",
};
const makes = (decision) => decision === 'build' || decision === 'rebase';
/** After a failure or an interruption: which tags stand for the new image and which do not. */
function movedTexts(report) {
    const { push, destinations } = report;
    if (!endedEarly(report) || !push)
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
        `${name} ${version} could not be cross-compiled for ${platform} (${(0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .secondsText */ .Hd)(fallback.seconds)}): ${fallback.why}.${seconds === undefined ? '' : ` It was compiled under emulation (${(0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .secondsText */ .Hd)(seconds)})`}`,
    ];
/** What was compiled with less than other platforms have. */
const lacksText = ({ name, version, platform, lacks }) => lacks === undefined
    ? []
    : [
        `${name} ${version} for ${platform} has no ${lacks.join(', ')}, which its wheels for other platforms have: a library is missing. Name its development package in build_packages, and the library in runtime_packages`,
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
        ...report.compiled.flatMap(fallbackText),
        ...report.compiled.flatMap(lacksText),
        ...report.notes,
    ];
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
