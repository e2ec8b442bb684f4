export const id = 524;
export const ids = [524,116];
export const modules = {

/***/ 3497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   main: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var _build_builder_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7159);
/* harmony import */ var _world_log_actions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5600);
/* harmony import */ var _world_world_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(685);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5266);
/** The end of the job: the builder that the step had to make goes, so that a machine that lives on keeps nothing of it. */




async function main() {
    const { getState } = await __webpack_require__.e(/* import() */ 58).then(__webpack_require__.bind(__webpack_require__, 6058));
    const name = getState(_state_js__WEBPACK_IMPORTED_MODULE_3__/* .madeBuilder */ .n);
    if (name === '')
        return;
    const opened = (0,_world_world_js__WEBPACK_IMPORTED_MODULE_2__.openWorld)((0,_world_log_actions_js__WEBPACK_IMPORTED_MODULE_1__/* .actionsLog */ ._)({ write: (text) => void process.stdout.write(text) }));
    await (0,_build_builder_js__WEBPACK_IMPORTED_MODULE_0__/* .removeBuilder */ .iq)(opened.world, {}, name);
    opened.close();
}


/***/ }),

/***/ 5266:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ madeBuilder)
/* harmony export */ });
/** Name under which the step tells its own end which builder it made. */
const madeBuilder = 'made-builder';


/***/ }),

/***/ 452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HR: () => (/* binding */ Failure),
/* harmony export */   J5: () => (/* binding */ refused),
/* harmony export */   Yz: () => (/* binding */ parsed),
/* harmony export */   kg: () => (/* binding */ gather)
/* harmony export */ });
/** What a user can act on: problems, gathered and reported together, and the exit code of each class. */
/** Exit codes of the command line: 2 input, 3 package index, 4 registry, 5 build, 6 verify. */
const exitCodes = { input: 2, index: 3, registry: 4, build: 5, verify: 6 };
/** Thrown when work cannot go on; carries every problem that is known at that point. Never shown as a stack trace. */
class Failure extends Error {
    problems;
    constructor(problems) {
        super(problems.map((problem) => problem.message).join('\n'));
        this.name = 'Failure';
        this.problems = problems;
    }
    /** Exit code of the first problem's class. */
    get exitCode() {
        const [first] = this.problems;
        return first === undefined ? 1 : exitCodes[first.station];
    }
}
const parsed = (value) => ({ ok: true, value });
const refused = (message) => ({ ok: false, message });
/** Several pieces of work at once; when some fail, all that is wrong is thrown together. */
async function gather(work) {
    const settled = await Promise.allSettled(work);
    const reasons = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    if (reasons.length === 0)
        return settled.map((one) => one.value);
    const other = reasons.find((reason) => !(reason instanceof Failure));
    if (other !== undefined || reasons.length === 1)
        throw other ?? reasons[0];
    const problems = reasons.flatMap((reason) => reason.problems);
    // What two pieces of work both stumble over is one problem.
    throw new Failure([...new Map(problems.map((problem) => [problem.message, problem])).values()]);
}


/***/ }),

/***/ 9885:
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
/** Platforms that the official Python images are made for, and what each is called elsewhere. */


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
/** Other spellings that buildx takes for the same platform. */
const spellings = {
    'linux/arm64/v8': 'linux/arm64',
    'linux/aarch64': 'linux/arm64',
    'linux/x86_64': 'linux/amd64',
    'linux/arm': 'linux/arm/v7',
    'linux/i386': 'linux/386',
};
/** Parses one platform as buildx writes it. */
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
/** The platform of a manifest's descriptor, as an index writes it. */
function platformOfDescriptor(descriptor) {
    const parts = [descriptor.os, descriptor.architecture, ...(descriptor.variant ? [descriptor.variant] : [])];
    const text = parts.join('/');
    return byPlatform.get(spellings[text] ?? text)?.platform;
}


/***/ }),

/***/ 8065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ shown)
/* harmony export */ });
/** How a user's text appears in a message. */
/** Longer values are cut: nobody reads on, and a log has better use for the room. */
const longest = 120;
/** Credentials are looked for in so many characters: far more than is shown, and no work for hostile text. */
const enough = 10_000;
/** Characters that a terminal or a log would act upon instead of showing: controls, line and direction marks. */
// oxlint-disable-next-line no-control-regex
const acting = /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
/**
 * The text in double quotes on one line: line breaks and controls escaped as in JSON, at most 120 characters and
 * then "…", and what stands where a URL has its user and password replaced by "***".
 */
function shown(text) {
    const safe = text
        .slice(0, enough)
        .replace(/\/\/\S*@/g, '//***@')
        .replace(/(^|\s)[^\s/]+:\S*@/g, '$1***@');
    const cut = safe.length > longest ? `${safe.slice(0, longest)}…` : safe;
    return JSON.stringify(cut).replace(acting, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}


/***/ }),

/***/ 8040:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isLoopback),
/* harmony export */   y: () => (/* binding */ originOf)
/* harmony export */ });
/** Where a registry answers: the host of its API, and whether it is spoken to in plain HTTP. */
/** Docker Hub's references say `docker.io`; its API is elsewhere. */
const apiHosts = { 'docker.io': 'registry-1.docker.io' };
/** Whether a host (with or without port, IPv6 in brackets) is this machine: 127.0.0.0/8, `localhost`, `::1`. */
function isLoopback(host) {
    const name = host.toLowerCase().replace(/:\d+$/, '');
    return name === 'localhost' || name === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(name);
}
/**
 * `https://ghcr.io`, `http://127.0.0.1:5000`. Plain HTTP is for loopback, where Docker does so too, and for hosts
 * that were named as plain.
 */
function originOf(registry, plain = new Set()) {
    const scheme = isLoopback(registry) || plain.has(registry) ? 'http' : 'https';
    return `${scheme}://${apiHosts[registry] ?? registry}`;
}


/***/ }),

/***/ 1116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AR: () => (/* binding */ warnings),
/* harmony export */   Is: () => (/* binding */ harmless),
/* harmony export */   hk: () => (/* binding */ annotations),
/* harmony export */   workflowCommand: () => (/* binding */ workflowCommand)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2527);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8191);


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
        const text = (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(lines.join('\n'));
        return workflowCommand('error', text.length > longest ? `${text.slice(0, longest - 1)}…` : text, {
            title: (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)((0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .problemTitle */ .yz)(problem)).replaceAll('\n', ' '),
        });
    });
}
/** One `::warning` line for each warning of the checks: on every platform the same one is said once. */
const warnings = (report) => (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .warningsOf */ .nZ)(report).map((warning) => {
    const text = (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)((0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .warningText */ .i4)(warning));
    return workflowCommand('warning', text.length > longest ? `${text.slice(0, longest - 1)}…` : text, {
        title: 'Verification',
    });
});
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

/***/ 2527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OF: () => (/* binding */ fenced),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   wD: () => (/* binding */ markdown)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
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
/** The same, on one line. */
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

/***/ 8861:
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

/***/ 8191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GD: () => (/* binding */ keptText),
/* harmony export */   Iw: () => (/* binding */ pullable),
/* harmony export */   Pl: () => (/* binding */ headline),
/* harmony export */   Qd: () => (/* binding */ platformTitle),
/* harmony export */   f1: () => (/* binding */ imageText),
/* harmony export */   h$: () => (/* binding */ notesOf),
/* harmony export */   i4: () => (/* binding */ warningText),
/* harmony export */   kQ: () => (/* binding */ checkMark),
/* harmony export */   ks: () => (/* binding */ doneText),
/* harmony export */   li: () => (/* binding */ lockText),
/* harmony export */   nZ: () => (/* binding */ warningsOf),
/* harmony export */   qW: () => (/* binding */ checkText),
/* harmony export */   rW: () => (/* binding */ checksText),
/* harmony export */   ss: () => (/* binding */ whyText),
/* harmony export */   xt: () => (/* binding */ wayText),
/* harmony export */   yz: () => (/* binding */ problemTitle)
/* harmony export */ });
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8861);

const stations = {
    input: 'Input',
    index: 'Package index',
    registry: 'Registry',
    build: 'Build',
    verify: 'Verification',
};
const ways = {
    native: 'natively',
    cross: 'cross-compiled',
    emulated: 'under emulation',
    once: 'once for all platforms',
    kept: 'kept wheel',
};
/** `cross-compiled`; `kept wheel (compiled 2026-11-20 in 93 s)`. @param outcome of the run. */
const wayText = ({ way, kept, seconds }, outcome) => {
    // Nothing came of it, or nobody knows whether something did.
    if (outcome === 'failed' && seconds === undefined)
        return 'not compiled';
    return kept === undefined ? ways[way] : `${ways[way]} ${madeText(kept)}`;
};
const madeText = ({ compiled, seconds }) => `(compiled ${compiled} in ${(0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .secondsText */ .Hd)(seconds)})`;
/** `kept wheel, 0.4 s (compiled 2026-11-20 in 93 s)`. @param took seconds. */
const keptText = (kept) => `${ways.kept}, ${(0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .secondsText */ .Hd)(kept.took)} ${madeText(kept)}`;
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
    }
}
/** What became of an image in one repository, or what would. */
function doneText(report, { decision, wanted, moved, held }) {
    if (decision === undefined)
        return undefined;
    if (report.outcome === 'planned')
        return decision === 'keep' ? 'kept' : `would ${verbs[decision]}`;
    if (decision === 'keep')
        return 'kept';
    if (report.outcome === 'built')
        return 'built';
    if (report.outcome !== 'failed' || wanted.every((tag) => moved.includes(tag) || held.includes(tag)))
        return done[decision];
    return moved.length === 0 ? 'nothing moved' : 'moved in part';
}
const verbs = {
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
/** What stands before the reason: of a failure it is not why it failed. */
const whyText = ({ outcome }) => (outcome === 'failed' ? 'Begun because:' : 'Why:');
/** `registry/name:tag` of every tag that stands for the image after this run. */
function pullable(report) {
    if (report.outcome === 'built' || report.outcome === 'planned')
        return [];
    return report.destinations.flatMap(({ repository, moved, held }) => (report.outcome === 'failed' ? moved : report.tags.filter((tag) => !held.includes(tag))).map((tag) => `${repository}:${tag}`));
}
/** `✓ 6`, `✓ 6, ⚠ 1: scripts`, `✗ 1 of 6: imports`, `not run`. */
function checksText(checks, marks) {
    const wrong = checks.filter((check) => !check.ok);
    if (checks.length === 0)
        return 'not run';
    if (wrong.length > 0)
        return `${marks[1]} ${wrong.length} of ${checks.length}: ${wrong.map((check) => check.name).join(', ')}`;
    const warned = checks.filter((check) => check.findings.length > 0);
    const right = `${marks[0]} ${checks.length}`;
    return warned.length === 0
        ? right
        : `${right}, ${marks[2]} ${warned.length}: ${warned.map((check) => check.name).join(', ')}`;
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
function movedTexts({ outcome, push, destinations }) {
    if (outcome !== 'failed' || !push)
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
    none: 'not locked: pip resolved on each platform',
};
/** `Build: linux/arm/v7`, `Input`. */
const problemTitle = (problem) => problem.about === undefined ? stations[problem.station] : `${stations[problem.station]}: ${problem.about}`;
const platformTitle = (platform) => platform.emulated ? `${platform.platform} (emulated)` : platform.platform;


/***/ }),

/***/ 5600:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ actionsLog)
/* harmony export */ });
/* harmony import */ var _report_annotations_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1116);

/** Only this log's own commands reach the runner: lines of others that look like one are printed and not obeyed. */
function actionsLog({ write, filter = (text) => text, secrets = [] }) {
    let depth = 0;
    const command = (...parts) => write(`${(0,_report_annotations_js__WEBPACK_IMPORTED_MODULE_0__.workflowCommand)(...parts)}\n`);
    const say = (text) => write(`${(0,_report_annotations_js__WEBPACK_IMPORTED_MODULE_0__/* .harmless */ .Is)(filter(text))}\n`);
    // The runner masks line by line, so a value of several lines is one mask each.
    for (const line of new Set(secrets.flatMap((value) => value.split(/\r\n|\n|\r/)))) {
        if (line.trim() !== '')
            command('add-mask', line);
    }
    return {
        async group(title, body) {
            // Groups do not nest: the outer one stays, the inner title is a line in it.
            if (depth > 0)
                say(title);
            else
                command('group', filter(title));
            depth += 1;
            try {
                return await body();
            }
            finally {
                depth -= 1;
                if (depth === 0)
                    command('endgroup', '');
            }
        },
        info: say,
        warn: (text) => command('warning', filter(text)),
        debug: (text) => command('debug', filter(text)),
        progress: say,
        hide: filter,
    };
}


/***/ }),

/***/ 685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openWorld: () => (/* binding */ openWorld)
});

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./lib/world/clock.js
/** Time, as the process sees it. */

/** `sleep` rejects with the signal's reason when it is aborted. */
function systemClock(signal) {
    return {
        now: () => Date.now(),
        async sleep(milliseconds) {
            try {
                await (0,promises_.setTimeout)(milliseconds, undefined, { signal });
            }
            catch (error) {
                throw signal.aborted ? signal.reason : error;
            }
        },
    };
}

;// CONCATENATED MODULE: ./lib/world/engine.js
/** Asks Docker's API over the engine's local socket: a question about settings needs no process. */

/** Milliseconds for the whole answer: the socket is on this machine. */
const patience = 3000;
const usual = '/var/run/docker.sock';
/** See `World.engine`. */
const engineAsker = (env) => (path) => {
    const socketPath = socketOf(env);
    if (socketPath === undefined)
        return Promise.resolve(undefined);
    return new Promise((resolve) => {
        const signal = AbortSignal.timeout(patience);
        const asked = (0,external_node_http_.request)({ socketPath, path, signal }, (answer) => {
            const chunks = [];
            answer.on('data', (chunk) => chunks.push(chunk));
            answer.on('error', () => resolve(undefined));
            answer.on('end', () => resolve(answer.statusCode === 200 ? Buffer.concat(chunks).toString('utf8') : undefined));
        });
        asked.on('error', () => resolve(undefined));
        asked.end();
    });
};
/**
 * Where the program `docker` would ask: DOCKER_HOST goes before DOCKER_CONTEXT. Undefined for another machine's engine and
 * for one of a context, which are asked through the program that knows how.
 */
function socketOf({ DOCKER_HOST: host, DOCKER_CONTEXT: context }) {
    if (host)
        return host.startsWith('unix://') ? host.slice('unix://'.length) || usual : undefined;
    return !context || context === 'default' ? usual : undefined;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/world/files.js
/** Files of this machine. */





const absent = (error) => error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
function undefinedIfAbsent(error) {
    if (!absent(error))
        throw error;
}
/** With all above it. Node's own `recursive` never ends where a file system takes no new folders, as that of /proc. */
async function makeFolder(path) {
    const make = () => (0,external_node_fs_promises_.mkdir)(path).catch(async (error) => {
        if (error.code !== 'EEXIST' || !(await (0,external_node_fs_promises_.stat)(path)).isDirectory())
            throw error;
    });
    await make().catch(async (error) => {
        if (error.code !== 'ENOENT')
            throw error;
        const above = (0,external_node_path_.dirname)(path);
        if ((await (0,external_node_fs_promises_.stat)(above).catch(undefinedIfAbsent)) === undefined)
            await makeFolder(above);
        // Once, also where what is above is there: another process may have made it meanwhile.
        await make();
    });
}
async function writeMode(path, content, mode) {
    await (0,external_node_fs_promises_.writeFile)(path, content, mode === undefined ? {} : { mode });
    // The mode of writeFile holds for new files only, and not for bits that the umask takes away.
    if (mode !== undefined)
        await (0,external_node_fs_promises_.chmod)(path, mode);
}
/** Temporary folders stand under `folder` and are removed when the process exits. */
function systemFiles(folder = (0,external_node_os_.tmpdir)()) {
    const temporary = new Set();
    const close = () => {
        for (const path of temporary)
            (0,external_node_fs_.rmSync)(path, { recursive: true, force: true, maxRetries: 2 });
        temporary.clear();
        process.off('exit', close);
    };
    process.on('exit', close);
    return {
        close,
        read: (path) => (0,external_node_fs_promises_.readFile)(path, 'utf8').catch(undefinedIfAbsent),
        content: (path) => (0,external_node_fs_promises_.readFile)(path).catch(undefinedIfAbsent),
        async stat(path) {
            const found = await (0,external_node_fs_promises_.stat)(path).catch(undefinedIfAbsent);
            if (found?.isFile() === true)
                return { kind: 'file', size: found.size };
            return found?.isDirectory() === true ? { kind: 'folder' } : undefined;
        },
        async write(path, content, mode) {
            await makeFolder((0,external_node_path_.dirname)(path));
            await writeMode(path, content, mode);
        },
        async replace(path, content, mode) {
            await makeFolder((0,external_node_path_.dirname)(path));
            const beside = (0,external_node_path_.join)((0,external_node_path_.dirname)(path), `.${(0,external_node_path_.basename)(path)}.${(0,external_node_crypto_.randomUUID)()}`);
            try {
                await writeMode(beside, content, mode);
                await (0,external_node_fs_promises_.rename)(beside, path);
            }
            catch (error) {
                await (0,external_node_fs_promises_.rm)(beside, { force: true });
                throw error;
            }
        },
        remove: (path) => (0,external_node_fs_promises_.rm)(path, { force: true }),
        list,
        async entries(path) {
            const found = await Promise.all((await list(path)).map((name) => entry(path, name)));
            return found.filter((one) => one !== undefined);
        },
        bytes: (path) => (0,external_node_fs_.createReadStream)(path),
        async temporary(name) {
            await makeFolder(folder);
            const path = await (0,external_node_fs_promises_.mkdtemp)((0,external_node_path_.join)(folder, `${name.replaceAll(/[^\w.-]/g, '-')}-`));
            temporary.add(path);
            return path;
        },
    };
}
async function list(path) {
    try {
        return (await (0,external_node_fs_promises_.readdir)(path)).toSorted();
    }
    catch (error) {
        if (absent(error))
            return [];
        throw error;
    }
}
/** Undefined for what is neither file, folder nor link, and for what went away since it was listed. */
async function entry(folder, name) {
    const path = (0,external_node_path_.join)(folder, name);
    try {
        const found = await (0,external_node_fs_promises_.lstat)(path);
        if (found.isSymbolicLink())
            return { name, kind: 'link', target: await (0,external_node_fs_promises_.readlink)(path) };
        if (!found.isFile() && !found.isDirectory())
            return undefined;
        return { name, kind: found.isFile() ? 'file' : 'folder', mode: found.mode & 0o7777 };
    }
    catch (error) {
        if (absent(error))
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/world/groups.js
/** Process groups that this process started, so that none outlives it. */
/** Milliseconds between asking a group to end and ending it. */
const grace = 5000;
function send(pid, signal) {
    try {
        return process.kill(-pid, signal);
    }
    catch {
        // No such group: it has ended by itself.
        return false;
    }
}
function processGroups(patience = grace) {
    const groups = new Map();
    const remove = (pid) => {
        const ending = groups.get(pid);
        groups.delete(pid);
        if (ending === undefined)
            return;
        clearTimeout(ending);
        send(pid, 'SIGKILL');
    };
    return {
        add: (pid) => void groups.set(pid, undefined),
        remove,
        end(pid) {
            if (!groups.has(pid) || groups.get(pid) !== undefined)
                return;
            send(pid, 'SIGTERM');
            groups.set(pid, setTimeout(() => send(pid, 'SIGKILL'), patience));
        },
        kill() {
            for (const [pid, ending] of groups) {
                clearTimeout(ending);
                send(pid, 'SIGKILL');
            }
            groups.clear();
        },
    };
}

// EXTERNAL MODULE: ./lib/ports.js
var ports = __webpack_require__(391);
;// CONCATENATED MODULE: ./lib/world/interrupt.js
/** Ctrl-C and a runner's SIGTERM: the first one ends the work in order, the second one at once. */

const names = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/**
 * Listens for signals and sees to it that no child outlives the process. After the first signal, what runs ends its
 * children and rejects, so that the caller can say what was done; a second signal kills the children and exits.
 */
function interruptions(groups, process) {
    const controller = new AbortController();
    const listeners = names.map((name) => {
        const listener = () => {
            const reason = new ports/* Interrupted */.j(name);
            if (!controller.signal.aborted) {
                controller.abort(reason);
                return;
            }
            groups.kill();
            process.exit(reason.exitCode);
        };
        process.on(name, listener);
        return [name, listener];
    });
    const exited = () => groups.kill();
    process.on('exit', exited);
    return {
        signal: controller.signal,
        close() {
            for (const [name, listener] of listeners)
                process.off(name, listener);
            process.off('exit', exited);
        },
    };
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
;// CONCATENATED MODULE: ./lib/world/process.js
/** Runs programs: without a shell, each in a process group of its own, so that it can be ended with all its children. */



/** Bytes of each stream that are kept: the end matters, and a log must not fill the memory. */
const kept = 4_000_000;
/** Characters of a line that are held back until its end comes. */
const longestLine = 64_000;
/** Milliseconds to wait for the streams of a program that has ended but left them to a child of its own. */
const process_patience = 2000;
/** What a step was given, passwords among it, stands in `INPUT_*`; no program that is started needs it. */
const inherited = (env) => Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('INPUT_')));
/**
 * Makes a `Run` that ends what it started when `signal` is aborted, and then rejects with the signal's reason.
 * Programs inherit `env` without the step's inputs.
 */
function processRunner(signal, groups, env) {
    const base = inherited(env);
    return async (command, options = {}) => {
        const stop = options.cleanup === true ? undefined : signal;
        stop?.throwIfAborted();
        const child = (0,external_node_child_process_.spawn)(command.program, command.args, {
            cwd: command.cwd,
            env: { ...base, ...command.env },
            stdio: [command.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
            detached: true,
        });
        const { pid } = child;
        if (pid !== undefined)
            groups.add(pid);
        // A program may end without reading its input; its exit code says whether that was wrong.
        child.stdin?.on('error', () => { });
        child.stdin?.end(command.input);
        const stdout = collect(child, 'stdout', options.onLine);
        const stderr = collect(child, 'stderr', options.onLine);
        let timedOut = false;
        const end = () => (pid === undefined ? undefined : groups.end(pid));
        const timer = options.timeout === undefined
            ? undefined
            : setTimeout(() => {
                timedOut = true;
                end();
            }, options.timeout);
        stop?.addEventListener('abort', end, { once: true });
        try {
            const code = await ended(child, command.program, command.cwd, stderr.add);
            stop?.throwIfAborted();
            return { code: timedOut ? 124 : code, stdout: stdout.text(), stderr: stderr.text() };
        }
        finally {
            clearTimeout(timer);
            stop?.removeEventListener('abort', end);
            if (pid !== undefined)
                groups.remove(pid);
        }
    };
}
/** The exit code, once the streams are read to their end. */
function ended(child, program, cwd, say) {
    return new Promise((resolve) => {
        child.once('error', (error) => {
            // After a start that succeeded, an error is of a signal that could not be sent: the end still comes.
            if (child.pid !== undefined)
                return;
            const missing = error.code === 'ENOENT';
            const where = cwd === undefined ? '' : `, or its folder ${cwd} does not exist`;
            say(missing ? `${program}: not found on PATH${where}\n` : `${program}: ${error.message}\n`);
            resolve(missing ? 127 : 126);
        });
        child.once('exit', () => {
            const timer = setTimeout(() => {
                child.stdout?.destroy();
                child.stderr?.destroy();
            }, process_patience);
            child.once('close', () => clearTimeout(timer));
        });
        child.once('close', (code, name) => resolve(code ?? 128 + (name === null ? 0 : external_node_os_.constants.signals[name])));
    });
}
/** Keeps the end of a stream, and gives its lines away as they come; a lone carriage return ends a line too. */
function collect(child, stream, onLine) {
    const decoder = new external_node_string_decoder_.StringDecoder('utf8');
    let chunks = [];
    let [size, open] = [0, ''];
    const keep = (text) => {
        chunks.push(text);
        size += text.length;
        if (size <= 2 * kept)
            return;
        chunks = [chunks.join('').slice(-kept)];
        size = kept;
    };
    const add = (text) => {
        if (text === '')
            return;
        keep(text);
        if (onLine === undefined)
            return;
        const lines = (open + text).split(/\r\n|\n|\r(?!$)/);
        open = lines.pop();
        for (const line of lines)
            onLine(line, stream);
        if (open.length <= longestLine)
            return;
        onLine(open, stream);
        open = '';
    };
    const input = child[stream];
    input.on('data', (chunk) => add(decoder.write(chunk)));
    input.once('close', () => {
        add(decoder.end());
        if (open !== '')
            onLine?.(open.replace(/\r$/, ''), stream);
        open = '';
    });
    return { add, text: () => chunks.join('').slice(-kept) };
}

// EXTERNAL MODULE: ./lib/report/units.js
var units = __webpack_require__(8861);
;// CONCATENATED MODULE: ./lib/world/told.js

/** Does the same, and tells the log. Of a request that is method, URL and status: what it carries may be secret. */
function told(doing, { clock, log }) {
    let commands = 0;
    const since = (start) => (0,units/* secondsText */.Hd)((clock.now() - start) / 1000);
    const sinceMs = (start) => `${Math.round(clock.now() - start)} ms`;
    return {
        async run(command, options) {
            // Several run at once: the number says whose end it is.
            const label = `command ${(commands += 1)}`;
            const start = clock.now();
            log.debug(`${label}: ${commandText(command)}`);
            try {
                const ran = await doing.run(command, options);
                log.debug(`${label}: exit code ${ran.code}, ${since(start)}`);
                return ran;
            }
            catch (error) {
                log.debug(`${label}: ended before its time, ${since(start)}`);
                throw error;
            }
        },
        async fetch(url, init) {
            const label = `${init?.method ?? 'GET'} ${plainUrl(url)}`;
            const start = clock.now();
            try {
                const answer = await doing.fetch(url, init);
                log.debug(`${label}: ${answer.status}, ${sinceMs(start)}`);
                return answer;
            }
            catch (error) {
                log.debug(`${label}: no answer (${codeOf(error)}), ${sinceMs(start)}`);
                throw error;
            }
        },
        async engine(path) {
            const start = clock.now();
            const answer = await doing.engine(path);
            const what = answer === undefined ? 'no answer' : 'answered';
            log.debug(`GET ${withoutQuery(path)} of the engine: ${what}, ${sinceMs(start)}`);
            return answer;
        },
    };
}
/** As a shell would take it: an argument with a space or a quote in it can be told from two. */
const commandText = ({ program, args }) => [program, ...args]
    .map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw `'\''`)}'`))
    .join(' ');
/** Signed addresses carry their credential in the query, and some people write theirs in front of the host. */
function plainUrl(url) {
    const { protocol, host, pathname } = new URL(url);
    return `${protocol}//${host}${pathname}`;
}
const withoutQuery = (path) => path.replace(/\?.*$/s, '');
/** What Node calls the failure. Its message is not shown, since it may repeat the URL. */
function codeOf(error) {
    if (!(error instanceof Error))
        return 'unknown';
    const { code } = (error.cause ?? error);
    return typeof code === 'string' ? code : error.name;
}

;// CONCATENATED MODULE: ./lib/world/world.js
/** The world as this process has it: what the edge hands to a command. */








const proxies = ['http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY'];
const own = ['localhost', '127.0.0.1', '::1'];
/** Node's `fetch` passes proxy variables by unless told; other programs go through them, but never to this machine itself. */
function useProxies(env) {
    const named = proxies.flatMap((name) => (env[name] ? [[name, env[name]]] : []));
    // Older releases of Node lack this; there NODE_USE_ENV_PROXY is the person's own choice.
    if (named.length === 0 || typeof external_node_http_.setGlobalProxyFromEnv !== 'function')
        return;
    const except = env['no_proxy'] || env['NO_PROXY'];
    external_node_http_.setGlobalProxyFromEnv({
        ...Object.fromEntries(named),
        no_proxy: [...(except ? [except] : []), ...own].join(','),
    });
}
/** Opens the world once, at the edge. From then on SIGINT, SIGTERM and SIGHUP end the children first. */
function openWorld(log, env = process.env) {
    useProxies(env);
    const groups = processGroups();
    const interruption = interruptions(groups, process);
    const files = systemFiles(env['RUNNER_TEMP'] || undefined);
    const { signal } = interruption;
    const clock = systemClock(signal);
    const doing = {
        run: processRunner(signal, groups, env),
        engine: engineAsker(env),
        fetch: (url, init) => fetch(url, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, signal]) : signal }),
    };
    return {
        signal,
        world: { ...told(doing, { clock, log }), files, clock, log, env },
        close() {
            files.close();
            interruption.close();
        },
    };
}


/***/ })

};
