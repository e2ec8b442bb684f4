export const id = 116;
export const ids = [116];
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
/* harmony import */ var _check_words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52382);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58191);



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
            title: (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)((0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .problemTitle */ .yz)(problem)).replaceAll('\n', ' '),
        });
    });
}
/**
 * One `::warning` line for each warning of the checks: on every platform the same one is said once. A missing platform gets
 * one, too, and a blocked image, since the error is that of the image which it stands on.
 */
const warnings = (report) => [
    ...(report.outcome === 'blocked' ? [warningCommand('Blocked', (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .blockedText */ .qQ)(report))] : []),
    ...(report.missing ?? []).map((one) => warningCommand(`Missing platform: ${one.platform}`, [(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .missingText */ .qq)(report, one), ...(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .missingDetail */ .SX)(one)].join('\n'))),
    ...(0,_check_words_js__WEBPACK_IMPORTED_MODULE_2__/* .warningsOf */ .nZ)(report).map((warning) => warningCommand('Verification', (0,_check_words_js__WEBPACK_IMPORTED_MODULE_2__/* .warningText */ .i4)(warning))),
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
/* harmony import */ var _check_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52382);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88861);


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
    (0,_check_words_js__WEBPACK_IMPORTED_MODULE_0__/* .warningsOf */ .nZ)(report).length === 0;
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
const stayedText = (count) => `${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(count, 'image')} stayed as ${count === 1 ? 'it was' : 'they were'}`;
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
const madeText = ({ compiled, seconds }) => `(compiled ${compiled} in ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .secondsText */ .Hd)(seconds)})`;
/** `saved wheel, 0.4 s (compiled 2026-11-20 in 93 s)`. @param took seconds. */
const restoredText = (kept) => `${ways.kept}, ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .secondsText */ .Hd)(kept.took)} ${madeText(kept)}`;
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
        case 'pushed':
            return `Pushed under no tag, ${report.part?.join(', ')} of`;
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
