export const id = 6418;
export const ids = [6418];
export const modules = {

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

/***/ 8568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kn: () => (/* binding */ severalOutputsOf),
/* harmony export */   Yz: () => (/* binding */ outputsOf),
/* harmony export */   bx: () => (/* binding */ runOutputsOf),
/* harmony export */   rb: () => (/* binding */ exportsOutput)
/* harmony export */ });
/** Every output by name; all of them are there, empty where there is nothing to say. `tags` and `metadata` are JSON. */
function outputsOf(report) {
    const { base, digest, destinations } = report;
    return {
        image: digest === undefined ? '' : `${report.repository}@${digest}`,
        digest: digest ?? '',
        tags: JSON.stringify(destinations.flatMap(({ repository, held }) => 
        // What stands for a newer version is another image.
        report.tags.filter((tag) => !held.includes(tag)).map((tag) => `${repository}:${tag}`))),
        platforms: report.platforms.map((platform) => platform.platform).join(','),
        base_image: base.digest === undefined ? base.reference : `${base.reference}@${base.digest}`,
        decision: report.decision ?? '',
        reason: report.reason,
        image_exists: String(destinations[0]?.existed ?? false),
        images: '',
        build_executed: String(report.built),
        push_executed: String(destinations.some(({ moved }) => moved.length > 0)),
        metadata: JSON.stringify(report),
    };
}
/** Outputs of the command `build` for several images: those of one image are empty. */
const severalOutputsOf = (report) => ({
    ...Object.fromEntries(['image', 'digest', 'tags', 'platforms', 'base_image', 'decision', 'reason', 'image_exists'].map((name) => [name, ''])),
    ...runOutputsOf(report),
});
/** Outputs of a step that makes several images. `images` and `metadata` are JSON. */
function runOutputsOf(report) {
    const { images } = report;
    return {
        images: JSON.stringify(images.map((image) => ({
            name: image.subject.name,
            outcome: image.outcome,
            image: image.digest === undefined ? '' : `${image.repository}@${image.digest}`,
            tags: image.tags.map((tag) => `${image.repository}:${tag}`),
            reason: image.reason,
        }))),
        build_executed: String(images.some(({ built }) => built)),
        push_executed: String(images.some(({ destinations }) => destinations.some(({ moved }) => moved.length > 0))),
        metadata: JSON.stringify(report),
    };
}
/** The folder of the files that were taken out of images; empty where none was. */
const exportsOutput = ({ images }) => images.find(({ exports }) => exports !== undefined)?.exports?.folder ?? '';


/***/ }),

/***/ 78984:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ combinedParts)
/* harmony export */ });
/* harmony import */ var _defined_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64222);
/** What the reports of an image's parts come to together. */

/** @param platforms of the whole image, in their order. */
const combinedParts = (platforms, parts) => ({
    platforms: platforms.flatMap((platform) => parts.flatMap((part) => part.platforms.filter((one) => one.platform === platform))),
    compiled: parts.flatMap(({ compiled }) => compiled),
    timeline: parts.flatMap(({ timeline }) => timeline),
    notes: [...new Set(parts.flatMap(({ notes }) => notes))],
    built: parts.some(({ built }) => built),
    ...(0,_defined_js__WEBPACK_IMPORTED_MODULE_0__/* .defined */ .s)({ lock: parts[0]?.lock }),
});


/***/ }),

/***/ 60864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Aq: () => (/* binding */ timesText),
/* harmony export */   Bp: () => (/* binding */ variantOf),
/* harmony export */   QK: () => (/* binding */ grids),
/* harmony export */   ll: () => (/* binding */ newestFirst),
/* harmony export */   s: () => (/* binding */ imageNames)
/* harmony export */ });
/* harmony import */ var _names_package_version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29033);
/* harmony import */ var _names_python_tag_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(48249);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72527);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65259);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(88861);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58191);
/** Images of a run beside each other: what tells them apart, a grid of what became of them, and what they took. */






/** `slim`, `alpine3.20`, `full`; undefined where neither the exact tag nor the base is as this program names them. */
function variantOf({ tags: [exact = ''], base }) {
    // A variant begins with a letter, a version with a digit.
    const ofTag = /^py\d[^-]*-(?:([a-z][\w.-]*?)-)?\d/.exec(exact);
    if (ofTag !== null)
        return ofTag[1] ?? 'full';
    const [, tag = ''] = /\/python:([^@]+)/.exec(base?.reference ?? '') ?? [];
    const ofBase = (0,_names_python_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .parsePythonTag */ .S)(tag);
    return ofBase === undefined ? undefined : ofBase.variant || 'full';
}
/** The name of each image: where others of the run are of the same version and Python, its base's variant is in it. */
function imageNames(images) {
    const same = Map.groupBy(images, ({ subject }) => (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .subjectText */ .yq)(subject));
    return new Map(images.map((image) => {
        const text = (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .subjectText */ .yq)(image.subject);
        const variant = same.get(text).length > 1 ? variantOf(image) : undefined;
        return [image, variant === undefined ? text : `${text} ${variant}`];
    }));
}
/** Negative where `left` is newer; what is no version comes last. */
function newestFirst(left, right) {
    const [one, other] = [(0,_names_package_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePackageVersion */ .g7)(left), (0,_names_package_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePackageVersion */ .g7)(right)];
    if (one.ok && other.ok)
        return (0,_names_package_version_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy)(other.value, one.value);
    return Number(other.ok) - Number(one.ok) || right.localeCompare(left, 'en', { numeric: true });
}
const cellsOf = (images, textOf) => images.flatMap((image) => {
    const { subject } = image;
    if (subject.kind !== 'package')
        return [];
    const column = [subject.python, variantOf(image)].filter(Boolean).join(' ');
    return [{ ...subject, column, text: textOf(image) }];
});
/** Markdown tables, one for each package that has more than one version, Python or base. */
function grids({ images, kept = [] }) {
    const cells = [
        ...cellsOf(images, (image) => `${_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .icons */ .Pt[image.outcome]} ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .doneWord */ .XZ)(image)}`),
        ...cellsOf(kept, () => `${_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .icons */ .Pt.kept} kept`),
    ];
    return [...Map.groupBy(cells, ({ name }) => name)].flatMap(([name, ofPackage]) => {
        const versions = [...new Set(ofPackage.map(({ version }) => version))].toSorted(newestFirst);
        const columns = [
            ...new Set(ofPackage
                // Bases of a Python stay in the order in which they were asked for.
                .toSorted((one, other) => newestFirst(one.python, other.python))
                .map(({ column }) => column)),
        ];
        if (versions.length === 1 && columns.length === 1)
            return [];
        const at = Map.groupBy(ofPackage, ({ version, column }) => `${version} ${column}`);
        const rows = versions.map((version) => [
            (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)(version),
            ...columns.map((column) => (at.get(`${version} ${column}`) ?? []).map(({ text }) => text).join(', ')),
        ]);
        return [(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)([(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)(name), ...columns.map(_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)], rows)];
    });
}
/** Seconds in which anything was done for an image: waits between jobs that make its platforms are not. */
function workedSeconds({ timeline }) {
    if (timeline.length === 0)
        return undefined;
    let [worked, until] = [0, 0];
    for (const { start, seconds } of timeline.toSorted((one, other) => one.start - other.start)) {
        const end = start + seconds * 1000;
        worked += Math.max(0, end - Math.max(start, until));
        until = Math.max(until, end);
    }
    return worked / 1000;
}
/** `2 images took 5 min in all, the longest: a (3 min), b (2 min)`; undefined unless there are several that took any time. */
function timesText({ images }) {
    const names = imageNames(images);
    const took = images
        .flatMap((image) => {
        const seconds = workedSeconds(image);
        return seconds === undefined ? [] : [{ name: names.get(image), seconds }];
    })
        .toSorted((one, other) => other.seconds - one.seconds);
    if (took.length < 2)
        return undefined;
    const sum = took.reduce((total, { seconds }) => total + seconds, 0);
    const longest = took.slice(0, 3).map(({ name, seconds }) => `${name} (${(0,_units_js__WEBPACK_IMPORTED_MODULE_5__/* .secondsText */ .Hd)(seconds)})`);
    return `${(0,_units_js__WEBPACK_IMPORTED_MODULE_5__/* .counted */ .hS)(took.length, 'image')} took ${(0,_units_js__WEBPACK_IMPORTED_MODULE_5__/* .secondsText */ .Hd)(sum)} in all, the longest: ${longest.join(', ')}`;
}


/***/ }),

/***/ 22666:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ runMarkdown)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72527);
/* harmony import */ var _run_grid_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60864);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65259);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58191);
/** The report of several images as GitHub's job summary: a table of all, then each that was not left as it is, folded. */




/** Markdown for `GITHUB_STEP_SUMMARY`. */
function runMarkdown(report, limit) {
    const { images, problems, notes } = report;
    const names = (0,_run_grid_js__WEBPACK_IMPORTED_MODULE_1__/* .imageNames */ .s)(images);
    const times = (0,_run_grid_js__WEBPACK_IMPORTED_MODULE_1__/* .timesText */ .Aq)(report);
    const rows = images.map((image) => [
        `${_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .icons */ .Pt[image.outcome]} ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .doneWord */ .XZ)(image)}`,
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdown */ .wD)(names.get(image)),
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .imageText */ .f1)(image)),
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdown */ .wD)((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .shortReason */ .PR)(image)),
    ]);
    const shown = images.filter((image) => !(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .isQuiet */ .rM)(image));
    // Each gets the same share, so that none is lost.
    const most = Math.floor(((limit?.most ?? _summary_js__WEBPACK_IMPORTED_MODULE_2__/* .mostBytes */ .j$) * 0.8) / Math.max(1, shown.length));
    const details = shown.map((image) => {
        const text = (0,_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .summaryMarkdown */ .eH)(image, limit === undefined ? undefined : { ...limit, most });
        return `<details${image.outcome === 'failed' ? ' open' : ''}><summary>${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdown */ .wD)(names.get(image))}</summary>\n\n${text}\n</details>`;
    });
    return [
        `## ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .countText */ .lT)(report)}`,
        ...(times === undefined ? [] : [(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdown */ .wD)(times)]),
        ...(0,_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .problemsMarkdown */ .KK)(problems),
        ...(0,_run_grid_js__WEBPACK_IMPORTED_MODULE_1__/* .grids */ .QK)(report),
        ...(rows.length === 0 ? [] : [(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['outcome', 'image', 'reference', 'why'], rows)]),
        ...notes.map((note) => `- ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdown */ .wD)(note)}`),
        ...details,
        '',
    ].join('\n\n');
}


/***/ }),

/***/ 6664:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ runText)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72527);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65526);
/* harmony import */ var _run_grid_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60864);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91488);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58191);
/** The report of several images on a terminal: a line each, then all about those that were not left as they are. */





/** Ends with a newline. */
function runText(report, style = _layout_js__WEBPACK_IMPORTED_MODULE_1__/* .plainStyle */ .sj) {
    const { images, problems, notes } = report;
    const own = images.map((image) => withoutRunProblems(image, problems));
    const names = (0,_run_grid_js__WEBPACK_IMPORTED_MODULE_2__/* .imageNames */ .s)(own);
    const times = (0,_run_grid_js__WEBPACK_IMPORTED_MODULE_2__/* .timesText */ .Aq)({ images });
    const rows = own.map((image) => [(0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .doneWord */ .XZ)(image), (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(names.get(image)), (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)((0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .shortReason */ .PR)(image))]);
    const parts = [
        `${(0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .painted */ .C$)(style, 'bold', (0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .countText */ .lT)(report))}\n${times === undefined ? '' : `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(times)}\n`}${(0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .columns */ .YB)(rows, style)
            .map((line) => `${line}\n`)
            .join('')}`,
        ...own.filter((image) => !(0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .isQuiet */ .rM)(image)).map((image) => (0,_terminal_js__WEBPACK_IMPORTED_MODULE_3__/* .reportText */ .UH)(image, style)),
        ...(notes.length === 0
            ? []
            : [`${(0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .painted */ .C$)(style, 'bold', 'Notes')}\n${notes.map((note) => `  - ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(note)}\n`).join('')}`]),
        ...(problems.length === 0 ? [] : [(0,_terminal_js__WEBPACK_IMPORTED_MODULE_3__/* .problemsText */ .u1)(problems, style)]),
    ];
    return parts.filter((part) => part !== '').join('\n');
}
/** What ended the whole run is said once. */
function withoutRunProblems(image, problems) {
    const said = new Set(problems.map((problem) => JSON.stringify(problem)));
    return { ...image, problems: image.problems.filter((one) => !said.has(JSON.stringify(one))) };
}


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


/***/ })

};
