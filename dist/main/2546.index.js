export const id = 2546;
export const ids = [2546];
export const modules = {

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

/***/ 8510:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h8: () => (/* binding */ wrongReports),
/* harmony export */   oh: () => (/* binding */ readReports),
/* harmony export */   v1: () => (/* binding */ foldersText),
/* harmony export */   z_: () => (/* binding */ requireReports)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _report_merge_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6894);
/** The reports that jobs wrote. */



/** Deeper than actions/download-artifact puts anything. */
const deepest = 3;
/**
 * Those of folders and of folders in them, and those that are named themselves; a folder that is not there has none.
 *
 * @throws Failure (station `input`) with every file that is none.
 */
const readReports = async (files, paths) => (await (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .gather */ .kg)(paths.map(async (path) => (await files.stat(path))?.kind === 'file'
    ? [await readReport(files, path, 'the command "build" or "merge" writes one with report_file.')]
    : readFolder(files, path, 1)))).flat();
/** @throws Failure (station `input`) with every path where nothing is. */
async function requireReports(files, paths) {
    const found = await (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .gather */ .kg)(paths.map((path) => files.stat(path)));
    const absent = paths.filter((_, at) => found[at] === undefined);
    if (absent.length > 0)
        throw wrongReports(`There is no folder ${absent.map((path) => `"${path}"`).join(', ')}. Jobs write reports with report_file; actions/download-artifact brings them here, and makes no folder where no job wrote any.`);
}
async function readFolder(files, folder, depth) {
    const found = await (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .gather */ .kg)((await files.entries(folder)).map(async ({ name, kind }) => {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, name);
        if (kind === 'folder' && depth < deepest)
            return readFolder(files, path, depth + 1);
        return kind === 'file' && name.endsWith('.json') ? [await readReport(files, path)] : [];
    }));
    return found.flat();
}
async function readReport(files, path, wayOut = 'the folder must hold nothing else that ends in .json.') {
    try {
        const value = JSON.parse((await files.read(path)) ?? '');
        if ((0,_report_merge_js__WEBPACK_IMPORTED_MODULE_2__/* .isReport */ .PS)(value))
            return value;
    }
    catch (error) {
        if (!(error instanceof SyntaxError))
            throw error;
    }
    throw wrongReports(`"${path}" is no report: ${wayOut}`);
}
/** `the folder "a"`, `the folders "a", "b"`. */
const foldersText = (folders) => `the folder${folders.length === 1 ? '' : 's'} ${folders.map((folder) => `"${folder}"`).join(', ')}`;
const wrongReports = (message) => new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR([{ station: 'input', about: 'reports', message: `reports: ${message}` }]);


/***/ }),

/***/ 97814:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ requireWritable)
/* harmony export */ });
/* harmony import */ var _file_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32030);
/** Whether a file that is written last can be written, asked before anything is made. */

/** @param about the input that names it. @throws FileFailure (station `input`). */
async function requireWritable(files, path, about) {
    try {
        await files.requireWritable(path);
    }
    catch (error) {
        const wayOut = `It is written at the end, as ${about} says: name another ${about === 'out' ? 'folder' : 'file'}.`;
        throw error instanceof _file_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .FileFailure */ .Py ? error.of({ station: 'input', about, wayOut }) : error;
    }
}


/***/ }),

/***/ 51982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run),
  show: () => (/* binding */ show)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/report/merge.js
var merge = __webpack_require__(6894);
// EXTERNAL MODULE: ./lib/report/escape.js
var report_escape = __webpack_require__(72527);
// EXTERNAL MODULE: ./lib/report/run-grid.js
var run_grid = __webpack_require__(60864);
// EXTERNAL MODULE: ./lib/report/words.js
var words = __webpack_require__(58191);
;// CONCATENATED MODULE: ./lib/report/readme.js
/** The list of tags in a README, between two markers. */




const markers = ['<!-- python-images -->', '<!-- /python-images -->'];
/** What a tag stands for after the run. */
const published = new Set(['published', 'signed', 'retagged', 'kept']);
const exactTagOf = ({ repository, tags: [exact = ''] }) => `${repository}:${exact}`;
const madeTags = (image) => {
    if (!('outcome' in image)) {
        const { repository, otherRepositories = [], tags } = image;
        return [repository, ...otherRepositories].flatMap((one) => tags.map((tag) => `${one}:${tag}`));
    }
    return published.has(image.outcome) ? (0,words/* pullable */.Iw)(image) : [];
};
/**
 * The tags that are listed of each image. One that was not made this time keeps what was listed of it, since its tags are
 * still there; so does one whose exact tag was there before.
 *
 * @param before the lines of the list until now.
 */
function listedTags(images, before) {
    const made = new Map(images.map((image) => [image, madeTags(image)]));
    const taken = new Set([...made.values()].flat());
    const stillThere = (image) => {
        const exact = exactTagOf(image);
        const line = before.find((one) => one.includes((0,report_escape/* code */.aY)(exact))) ?? '';
        // Of all its repositories: what was not observed does not say which these are.
        const listed = [...line.matchAll(/`([^`]+)`/g)]
            .map(([, tag = '']) => tag)
            .filter((tag) => !taken.has(tag) && image.tags.includes(tag.slice(tag.lastIndexOf(':') + 1)));
        const existed = 'outcome' in image && image.destinations[0]?.existed === true;
        return listed.includes(exact) || !existed || taken.has(exact) ? listed : [exact];
    };
    return new Map([...made].map(([image, tags]) => [image, tags.length > 0 ? tags : stillThere(image)]));
}
/**
 * A bullet an image, by package, and the newest version of each first: the same images give the same list, in whatever
 * order a plan has them. Ends without a newline, and is empty where nothing is published.
 */
function tagList({ images, kept = [] }, before) {
    const tags = listedTags([...images, ...kept], before);
    const all = [...tags.keys()].filter((image) => tags.get(image).length > 0);
    const names = (0,run_grid/* imageNames */.s)(all);
    return all
        .toSorted(byVersion)
        .map((image) => `- ${(0,report_escape/* markdown */.wD)(names.get(image))}: ${tags.get(image).map(report_escape/* code */.aY).join(', ')}`)
        .join('\n');
}
function byVersion(left, right) {
    const { subject: one } = left;
    const { subject: other } = right;
    const byName = compareTexts(one.name, other.name);
    const byRelease = one.kind === 'package' && other.kind === 'package'
        ? (0,run_grid/* newestFirst */.ll)(one.version, other.version) || (0,run_grid/* newestFirst */.ll)(one.python, other.python)
        : 0;
    return (byName ||
        byRelease ||
        compareTexts((0,run_grid/* variantOf */.Bp)(left) ?? '', (0,run_grid/* variantOf */.Bp)(right) ?? '') ||
        compareTexts(exactTagOf(left), exactTagOf(right)));
}
const compareTexts = (left, right) => left.localeCompare(right, 'en', { numeric: true });
/** The README with the list in place of the lines between its markers; refused where it has not both, each on a line of its own. */
function readmeText(text, report) {
    const lines = text.split('\n');
    const at = (marker, from) => lines.findIndex((line, place) => place >= from && line.trim() === marker);
    const first = at(markers[0], 0);
    const last = at(markers[1], first + 1);
    if (first < 0 || last < 0)
        return (0,errors/* refused */.J5)(`has no place for the list of tags: it must have the lines "${markers[0]}" and "${markers[1]}", in this order.`);
    const list = tagList(report, lines.slice(first + 1, last));
    const end = lines[first].endsWith('\r') ? '\r' : '';
    const between = list === '' ? [''] : ['', ...list.split('\n'), ''];
    return (0,errors/* parsed */.Yz)([...lines.slice(0, first + 1), ...between.map((line) => line + end), ...lines.slice(last)].join('\n'));
}

// EXTERNAL MODULE: ./lib/sources/matrix/plan-file.js
var plan_file = __webpack_require__(6922);
// EXTERNAL MODULE: ./lib/commands/read-reports.js
var read_reports = __webpack_require__(8510);
// EXTERNAL MODULE: ./lib/commands/require-writable.js
var require_writable = __webpack_require__(97814);
;// CONCATENATED MODULE: ./lib/commands/report.js






/**
 * @throws Failure where there is neither a plan nor a report, or a file is neither; where the folder is not there although
 * something was to be made; where the README cannot have the list.
 */
async function report({ files }, { inputs: { reports: folders, planFile, planIsNamed, readme } }) {
    const [plan, reports] = await Promise.all([
        (0,plan_file/* readPlanFile */.wr)(files, planFile, 'plan_file'),
        (0,read_reports/* readReports */.oh)(files, folders),
    ]);
    if (plan === undefined && reports.length === 0)
        throw (0,read_reports/* wrongReports */.h8)(`There is neither a report in ${(0,read_reports/* foldersText */.v1)(folders)} nor the plan "${planFile}". Jobs write reports with report_file; actions/download-artifact brings them here.`);
    if (plan === undefined && planIsNamed)
        throw (0,plan_file/* absentPlan */.bW)(planFile);
    // Where nothing was to be made, no job ran, and nothing made the folder.
    if ((0,merge/* toMake */.QW)(plan).length > 0)
        await (0,read_reports/* requireReports */.z_)(files, folders);
    const known = (0,merge/* mergedReport */.vy)(reports, plan);
    const notes = reports.length > 0 ? [] : [`there is no report in ${(0,read_reports/* foldersText */.v1)(folders)}`];
    if (readme !== undefined) {
        const isReported = (0,merge/* isAnyReported */.QA)(reports, plan);
        if (!isReported)
            notes.push(`"${readme}" stays as it is: no job reported an image`);
        await writeTags(files, readme, isReported ? known : undefined);
    }
    return { ...known, notes: [...notes, ...known.notes] };
}
/** @param merged absent where the list stays as it is; the README must have a place for it all the same. */
async function writeTags(files, path, merged) {
    const before = await files.read(path);
    if (before === undefined)
        throw wrongReadme(`there is no file "${path}".`);
    await (0,require_writable/* requireWritable */.i)(files, path, 'readme');
    const after = readmeText(before, merged ?? { images: [] });
    if (!after.ok)
        throw wrongReadme(`"${path}" ${after.message}`);
    if (merged !== undefined && after.value !== before)
        await files.write(path, after.value);
}
const wrongReadme = (message) => new errors/* Failure */.HR([{ station: 'input', about: 'readme', message: `readme: ${message}` }]);

// EXTERNAL MODULE: ./lib/report/annotations.js
var annotations = __webpack_require__(91116);
// EXTERNAL MODULE: ./lib/report/outputs.js
var outputs = __webpack_require__(8568);
// EXTERNAL MODULE: ./lib/report/run-summary.js
var run_summary = __webpack_require__(22666);
// EXTERNAL MODULE: ./lib/report/run-terminal.js
var run_terminal = __webpack_require__(6664);
;// CONCATENATED MODULE: ./lib/entry/report-command.js
/** What the command `report` does, and how its result is shown. */





const run = report;
function show(merged) {
    return {
        text: (style) => (0,run_terminal/* runText */.l)(merged, style),
        textHasProblems: true,
        json: merged,
        problems: [...merged.problems, ...merged.images.flatMap(({ problems }) => problems)],
        refused: false,
        stepResults: {
            outputs: (0,outputs/* runOutputsOf */.bx)(merged),
            warnings: merged.images.flatMap(annotations/* warnings */.AR),
            summary: (limit) => (0,run_summary/* runMarkdown */.l)(merged, limit),
        },
    };
}


/***/ }),

/***/ 48249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ compilerTag),
/* harmony export */   S: () => (/* binding */ parsePythonTag)
/* harmony export */ });
/** Tags of the official Python images: `3.13`, `3.13.1-slim-bookworm`, `3.13-alpine3.20`. */
function parsePythonTag(tag) {
    const [, version, minor, variant = ''] = /^((\d+\.\d+)(?:\.[\da-z]+)?)(?:-(.+))?$/.exec(tag) ?? [];
    return version === undefined || minor === undefined ? undefined : { version, minor, variant };
}
/**
 * The tag of the image to compile in. For a slim image that is the full one of the same distribution release. Alpine has
 * no full image: a compiler is added to it.
 */
function compilerTag(version, variant) {
    const full = variant.startsWith('alpine') ? variant : variant.replace(/^slim-?/, '');
    return full === '' ? version : `${version}-${full}`;
}


/***/ }),

/***/ 96590:
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

/***/ 6894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IC: () => (/* binding */ imagesOf),
/* harmony export */   PS: () => (/* binding */ isReport),
/* harmony export */   QA: () => (/* binding */ isAnyReported),
/* harmony export */   QW: () => (/* binding */ toMake),
/* harmony export */   vy: () => (/* binding */ mergedReport)
/* harmony export */ });
/* harmony import */ var _defined_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64222);
/* harmony import */ var _parts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78984);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88861);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58191);




/** Whether a job that makes images wrote it: other commands write neither of these lists beside a timeline. */
function isReport(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    const { problems, timeline, images, destinations } = value;
    return [problems, timeline, images ?? destinations].every(Array.isArray);
}
/** The images that a job reported. */
const imagesOf = (report) => 'images' in report ? report.images : [report];
/** `registry/name:tag` of the exact tag. */
const referenceOf = ({ repository, tags }) => `${repository}:${tags[0] ?? ''}`;
/** Whether any job reported an image that it was to make; without one to make, there is nothing to report. */
function isAnyReported(reports, plan) {
    const reported = new Set(reports.flatMap(imagesOf).map(referenceOf));
    const wanted = toMake(plan);
    return wanted.length === 0
        ? reported.size > 0 || (plan?.images ?? []).length > 0
        : wanted.some(({ reference }) => reported.has(reference));
}
/** Images of a plan that do not stay as they are. */
const toMake = (plan) => plan?.images.filter(({ decision }) => decision !== 'keep') ?? [];
/** Images in the order of the plan, then those that it does not know. Of one that two jobs report, the last counts; parts count until one reports the whole. */
function mergedReport(reports, plan) {
    const all = reports.map((one) => 'images' in one ? one : { ...one, images: [one], notes: [], problems: [] });
    const byReference = Map.groupBy(all.flatMap(({ images }) => images), referenceOf);
    const reported = new Map([...byReference].map(([reference, ofImage]) => [reference, wholeReport(reference, ofImage)]));
    const wanted = toMake(plan);
    const known = new Set(wanted.map(({ reference }) => reference));
    const kept = plan?.images.filter(({ decision }) => decision === 'keep') ?? [];
    const left = plan?.leftOut.length ?? 0;
    return {
        timeline: [],
        images: [
            ...wanted.map((one) => reported.get(one.reference) ?? unreported(one)),
            ...[...reported].flatMap(([reference, one]) => (known.has(reference) ? [] : [one])),
        ],
        // One that a job reported nevertheless is among its images.
        ...keptField(kept.filter(({ reference }) => !reported.has(reference)).map(keptImage)),
        problems: unique(all.flatMap(({ problems }) => problems)),
        notes: [
            ...(kept.length === 0 ? [] : [(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .stayedText */ .oe)(kept.length)]),
            ...(left === 0
                ? []
                : [
                    `${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(left, 'image')} of the matrix ${left === 1 ? 'was' : 'were'} left out: the plan says why`,
                ]),
            ...unique([...(plan?.notes ?? []), ...all.flatMap(({ notes }) => notes)]),
        ],
    };
}
const keptField = (kept) => kept.length === 0 ? {} : { kept };
const repositoryOf = (reference) => reference.slice(0, reference.lastIndexOf(':'));
const keptImage = ({ subject, reference, tags, otherRepositories }) => ({
    subject,
    repository: repositoryOf(reference),
    ...(0,_defined_js__WEBPACK_IMPORTED_MODULE_2__/* .defined */ .s)({ otherRepositories }),
    tags,
});
const unique = (all) => [
    ...new Map(all.map((one) => [JSON.stringify(one), one])).values(),
];
/** Of an image that several jobs reported. */
function wholeReport(reference, reports) {
    // Of a part that was made again, the last counts.
    const parts = [
        ...new Map(reports.flatMap((one) => (one.part === undefined ? [] : [[one.part.join(' '), one]]))).values(),
    ];
    // Where nothing was pushed, nobody puts anything together.
    const whole = reports.findLast(({ part, outcome }) => part === undefined && (outcome !== 'skipped' || parts.length === 0));
    if (whole !== undefined)
        return whole;
    const { part: _, ...last } = parts.at(-1);
    const made = (0,_parts_js__WEBPACK_IMPORTED_MODULE_3__/* .combinedParts */ .G)(parts.flatMap(({ part = [] }) => part), parts);
    const problems = unique(parts.flatMap((one) => one.problems));
    const outcomes = new Set(parts.map(({ outcome }) => outcome));
    if (problems.length === 0 && outcomes.size === 1 && !outcomes.has('pushed'))
        return { ...last, ...made };
    const unmerged = {
        station: 'build',
        about: reference,
        message: 'Its platforms were made, and no job put them together. Look at the log of the job of "merge"; the next plan has the image again.',
    };
    return { ...last, ...made, outcome: 'failed', problems: problems.length > 0 ? problems : [unmerged] };
}
/** Its job was cancelled, or ended before it could report. */
function unreported({ name, subject, reference, tags, decision }) {
    const repository = repositoryOf(reference);
    // A plan takes either only where the exact tag is there.
    const existed = decision === 'retag' || decision === 'sign' || decision === 'rebase';
    return {
        id: name,
        outcome: 'failed',
        repository,
        tags,
        subject,
        base: { reference: '' },
        reason: 'no job reported it',
        destinations: existed ? [{ repository, wanted: tags, existed, moved: [], held: [] }] : [],
        push: false,
        built: false,
        platforms: [],
        compiled: [],
        timeline: [],
        verify: 'all',
        notes: [],
        problems: [
            {
                station: 'build',
                about: reference,
                message: 'No job reported it: the job was cancelled, or ended before it could. Look at its log; the next plan has the image again.',
            },
        ],
    };
}


/***/ }),

/***/ 41383:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EM: () => (/* binding */ plannedName),
/* harmony export */   FR: () => (/* binding */ emptyPlanReport),
/* harmony export */   Pt: () => (/* binding */ planText),
/* harmony export */   Xg: () => (/* binding */ planMarkdown),
/* harmony export */   dZ: () => (/* binding */ jobName),
/* harmony export */   iS: () => (/* binding */ planOutputs)
/* harmony export */ });
/* harmony import */ var _cut_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96590);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72527);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65526);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65259);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88861);





const emptyPlanReport = {
    images: [],
    leftOut: [],
    inputs: {},
    shards: [],
    notes: [],
    problems: [],
};
const staleOf = ({ images }) => images.filter(({ decision }) => decision !== 'keep');
/** Numbers of the shards that make an image, from 1. */
const shardsOfImage = ({ images, shards }, image) => {
    const place = images.indexOf(image);
    return shards.flatMap((shard, at) => (shard.images.includes(place) ? [at + 1] : []));
};
const headline = (report) => {
    const { images, shards } = report;
    const stale = staleOf(report);
    const many = (0,_units_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .hS)(images.length, 'image');
    if (images.length === 0)
        return 'No image';
    if (stale.length === 0)
        return `${many}, and nothing to do`;
    return `${many}: ${stale.length} to make in ${(0,_units_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .hS)(shards.length, 'job')}, ${images.length - stale.length} to keep`;
};
/** `uvicorn 0.30.1 on Python 3.13 slim`, of what is known of an image. */
const plannedName = ({ package: name, version, python, base }) => [name, version, python === undefined ? undefined : `on Python ${python}`, base].filter(Boolean).join(' ');
const verbs = {
    build: 'build',
    rebase: 'put onto its new base',
    sign: 'sign',
    retag: 'move tags',
    keep: 'keep',
};
/** Ends with a newline. Problems are not in it; empty where they left nothing to say. */
function planText(report, style = _layout_js__WEBPACK_IMPORTED_MODULE_2__/* .plainStyle */ .sj) {
    const { images, leftOut, shards, notes, problems, file } = report;
    if (images.length === 0 && problems.length > 0)
        return '';
    const isSplit = new Set(shards.map(({ runner }) => runner)).size > 1;
    const rows = staleOf(report).map((image) => [
        `job ${shardsOfImage(report, image).join(', ')}`,
        verbs[image.decision],
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(image.name),
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(image.reason),
    ]);
    const parts = [
        [(0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .painted */ .C$)(style, 'bold', headline(report)), ...(0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .columns */ .YB)(rows, style)],
        leftOut.length === 0
            ? []
            : [
                (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .painted */ .C$)(style, 'bold', 'Left out'),
                ...(0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .columns */ .YB)(leftOut.map((one) => [(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(plannedName(one)), (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(one.because)]), style),
            ],
        shards.length === 0
            ? []
            : [
                (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .painted */ .C$)(style, 'bold', 'Jobs'),
                ...(0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .columns */ .YB)(shards.map(({ cells, seconds, runner }, at) => [
                    `job ${at + 1}`,
                    ...(isSplit ? [runner] : []),
                    (0,_units_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .hS)(cells.length, 'image'),
                    `about ${(0,_units_js__WEBPACK_IMPORTED_MODULE_4__/* .secondsText */ .Hd)(seconds)}`,
                ]), style),
            ],
        [
            ...notes.map((note) => `Note: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(note)}`),
            ...(file === undefined ? [] : [`The plan is in ${file}`]),
        ],
    ];
    return `${parts
        .filter((part) => part.length > 0)
        .map((part) => part.join('\n'))
        .join('\n\n')}\n`;
}
/** Markdown for `GITHUB_STEP_SUMMARY`. */
function planMarkdown(report, limit) {
    const { leftOut, notes, problems } = report;
    const rows = staleOf(report).map((image) => [
        shardsOfImage(report, image).join(', '),
        verbs[image.decision],
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)(image.name),
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)(image.reason),
    ]);
    const parts = [
        { text: `## ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)(headline(report))}` },
        ...(0,_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .problemsMarkdown */ .KK)(problems).map((text) => ({
            text,
            loss: { rank: 3, what: ['problem', 'problems'] },
        })),
        ...(rows.length === 0
            ? []
            : [
                {
                    text: (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['job', 'what', 'image', 'why'], rows),
                    loss: { rank: 2, what: ['image', 'images'], lines: 'table' },
                },
            ]),
        ...(leftOut.length === 0
            ? []
            : [
                { text: '### Left out' },
                {
                    text: (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['image', 'why'], leftOut.map((one) => [(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)(plannedName(one)), (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)(one.because)])),
                    loss: { rank: 1, what: ['image that is left out', 'images that are left out'], lines: 'table' },
                },
            ]),
        ...notes.map((note) => ({ text: `- ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)(note)}` })),
    ];
    if (limit === undefined)
        return (0,_cut_js__WEBPACK_IMPORTED_MODULE_0__/* .joined */ .o)(parts);
    return (0,_cut_js__WEBPACK_IMPORTED_MODULE_0__/* .cut */ .J)(parts, limit.most, (left) => `**Left out**, for GitHub takes no longer summary: ${left}. The whole is in ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(report.file ?? 'the log')}.`);
}
/** What GitHub takes of the outputs of one job: one MiB, each character counted as two bytes. */
const mostCharacters = (1024 * 1024) / 2;
/** Room for the names and the short outputs. */
const reserve = 4096;
/**
 * Every output by name. `matrix` has a job for each image, `shards` one for several; both are JSON for `strategy.matrix`.
 * Where they are longer than GitHub takes, jobs read their images from the file of the plan, and `matrix` is empty.
 */
function planOutputs(report) {
    const { images, inputs, shards, file = '' } = report;
    const stale = staleOf(report);
    const short = {
        count: String(stale.length),
        kept: String(images.length - stale.length),
        split: String(new Set(shards.flatMap(({ images: places, cells }) => places.filter((_, at) => isPart(cells[at]))))
            .size),
        plan: file,
    };
    const cells = shards.flatMap((shard) => shard.cells.map((cell, at) => ({ cell, runner: shard.runner, image: images[shard.images[at]] })));
    const matrix = matrixText(cells.map(({ cell, image, runner }) => ({
        name: jobName(image, partOf(cell)),
        runner,
        package: cell['package'] ?? inputs['package'] ?? '',
        package_version: cell['package_version'] ?? inputs['package_version'] ?? '',
        python_version: cell['python_version'] ?? inputs['python_version'] ?? '',
        target_base: cell['target_base'] ?? inputs['target_base'] ?? '',
        cells: JSON.stringify({ inputs, cells: [cell] }),
    })));
    const whole = matrixText(shards.map(({ name, runner, cells: own }) => ({
        name,
        runner,
        cells: JSON.stringify({ inputs, cells: own }),
    })));
    const most = mostCharacters - reserve;
    if (matrix.length + whole.length <= most)
        return { matrix, shards: whole, ...short };
    const byFile = matrixText(shards.map(({ name, runner }, at) => ({ name, runner, cells: `${file}#${at + 1}` })));
    return { matrix: matrixText([]), shards: whole.length <= most ? whole : byFile, ...short };
}
const isPart = (cell) => cell?.['part'] !== undefined;
const partOf = ({ part }) => part?.split(' ');
/** Each job has its number, from 1: names of artifacts are one for each. */
const matrixText = (include) => JSON.stringify({ include: include.map((job, at) => ({ number: String(at + 1), ...job })) });
/** Longer names of jobs are hard to read. */
const longestName = 100;
/** @param part the platforms that the job makes, where others make the others. */
function jobName({ name, decision, reason }, part) {
    const text = `${name}${part === undefined ? '' : `, ${part.join(' and ')}`}: ${decision === 'build' ? '' : `${verbs[decision]}, `}${reason}`;
    return text.length <= longestName ? text : `${text.slice(0, longestName - 1)}…`;
}


/***/ }),

/***/ 65259:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Pt: () => (/* binding */ icons),
  j$: () => (/* binding */ mostBytes),
  KK: () => (/* binding */ problemsMarkdown),
  eH: () => (/* binding */ summaryMarkdown)
});

// EXTERNAL MODULE: ./lib/report/advisories.js
var advisories = __webpack_require__(96099);
// EXTERNAL MODULE: ./lib/report/advisory-words.js
var advisory_words = __webpack_require__(15287);
// EXTERNAL MODULE: ./lib/report/cut.js
var cut = __webpack_require__(96590);
// EXTERNAL MODULE: ./lib/report/difference.js
var report_difference = __webpack_require__(65383);
// EXTERNAL MODULE: ./lib/report/escape.js
var report_escape = __webpack_require__(72527);
// EXTERNAL MODULE: ./lib/report/timeline.js
var report_timeline = __webpack_require__(51451);
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
var platforms = __webpack_require__(53570);
// EXTERNAL MODULE: ./lib/report/units.js
var units = __webpack_require__(88861);
// EXTERNAL MODULE: ./lib/report/check-words.js
var check_words = __webpack_require__(52382);
// EXTERNAL MODULE: ./lib/report/notes.js
var notes = __webpack_require__(43731);
// EXTERNAL MODULE: ./lib/report/words.js
var words = __webpack_require__(58191);
;// CONCATENATED MODULE: ./lib/report/summary.js











const none = '–';
const marks = ['✅', '❌', '⚠️'];
const icons = {
    published: '✅',
    pushed: '✅',
    built: '✅',
    planned: '📝',
    kept: '💤',
    signed: '✍️',
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
        ...(report.missing ?? []).flatMap((one) => missingParts(report, one)),
        part(warningList(report), { rank: 8, what: ['warning', 'warnings'], lines: 'list' }),
        ...adviceTables(report),
        part(differenceTable(report), { rank: 6, what: ['difference', 'differences'], lines: 'table' }),
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
        part(list((0,notes/* notesOf */.h)(report)), { rank: 4, what: ['note', 'notes'], lines: 'list' }),
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
function missingParts(report, missing) {
    const detail = (0,words/* missingDetail */.SX)(missing);
    const title = `### ⚠️ Without ${missing.platform}`;
    return [
        {
            text: `${title}\n\n${(0,report_escape/* markdown */.wD)((0,words/* missingText */.qq)(report, missing))}`,
            loss: { rank: 9, what: ['missing platform', 'missing platforms'] },
        },
        ...(detail.length === 0
            ? []
            : [
                {
                    text: (0,report_escape/* fenced */.OF)(detail, 'text'),
                    loss: { rank: 7, what: ['line of output', 'lines of output'], lines: 'code' },
                },
            ]),
    ];
}
/** What is new and what is gone first: the rest was there before. */
function adviceTables({ advice, outcome, platforms }) {
    if (advice === undefined)
        return [];
    const { isCompared, added, gone, others } = (0,advisories/* adviceParts */.dW)(advice);
    const loss = { rank: 6, what: ['advisory', 'advisories'], lines: 'table' };
    const rowsOf = (findings) => findings.map((one) => [
        `[${(0,report_escape/* markdown */.wD)((0,advisory_words/* namesText */.cb)(one))}](https://osv.dev/vulnerability/${one.id})`,
        (0,report_escape/* markdown */.wD)((0,advisory_words/* ratingText */.l$)(one)),
        (0,report_escape/* code */.aY)((0,advisory_words/* findingRelease */.$K)(one)),
        (0,report_escape/* markdown */.wD)([(0,advisory_words/* ownerText */.dP)(one), (0,advisory_words/* platformsText */.Ci)(one, platforms.length)].filter(Boolean).join('; ')),
        (0,report_escape/* markdown */.wD)((0,advisory_words/* mendText */.kK)(one)),
    ]);
    const head = ['Advisory', 'Severity', 'In', 'Whose', 'What mends it'];
    const list = (title, findings) => part(findings.length === 0 ? undefined : `${title}\n\n${(0,report_escape/* table */.tp)(head, rowsOf(findings))}`, loss);
    const folded = others.length === 0
        ? undefined
        : `<details${isCompared ? '' : ' open'}><summary>${isCompared ? 'As before' : 'Advisories'}: ${(0,units/* counted */.hS)(others.length, 'advisory', 'advisories')}</summary>\n\n${(0,report_escape/* table */.tp)(head, rowsOf(others))}\n\n</details>`;
    const unknown = advice.unknown === undefined ? undefined : `⚠️ ${(0,report_escape/* markdown */.wD)((0,advisories/* unknownText */.qL)(advice, outcome === 'planned'))}`;
    const none = advice.findings.length === 0 && advice.unknown === undefined ? 'No advisory is known.' : undefined;
    const title = ['### Advisories', unknown ?? none].filter((one) => one !== undefined).join('\n\n');
    return [
        { text: title, loss: { rank: 8, what: ['heading', 'headings'] } },
        list('**New since the image before**', added),
        list('**Gone since the image before**', gone),
        part(folded, loss),
    ];
}
/** What would change of what is published. */
function differenceTable(report) {
    const { destinations } = report;
    const rows = destinations.flatMap(({ repository, difference }) => difference === undefined
        ? []
        : (0,report_difference/* differenceRows */.l)(difference).map(([about, change]) => [
            ...(destinations.length > 1 ? [(0,report_escape/* code */.aY)(repository)] : []),
            about,
            (0,report_escape/* markdown */.wD)(change),
        ]));
    const head = [...(destinations.length > 1 ? ['repository'] : []), (0,report_difference/* against */.A)(report), 'change'];
    return rows.length === 0 ? undefined : (0,report_escape/* table */.tp)(head, rows);
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
    const warnings = (0,check_words/* warningsOf */.nZ)(report);
    return warnings.length === 0
        ? undefined
        : `### ⚠️ Warnings of the checks\n\n${warnings.map((warning) => `- ${(0,report_escape/* markdown */.wD)((0,check_words/* warningText */.i4)(warning))}`).join('\n')}`;
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
        `${(0,check_words/* checkMark */.kQ)(check, marks)} ${(0,report_escape/* markdown */.wD)(check.name)}`,
        (0,report_escape/* markdown */.wD)((0,check_words/* checkText */.qW)(check)),
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

/***/ 6922:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UL: () => (/* binding */ splitCells),
/* harmony export */   XK: () => (/* binding */ planFileText),
/* harmony export */   bW: () => (/* binding */ absentPlan),
/* harmony export */   wr: () => (/* binding */ readPlanFile),
/* harmony export */   y: () => (/* binding */ shardOfFile)
/* harmony export */ });
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9333);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _inputs_cells_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80604);
/* harmony import */ var _report_units_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88861);
/* harmony import */ var _report_plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41383);
/** The file of a plan: which images there are, what is decided of each, and the shards that make those that must be made. */





/** Raised where an older release cannot read the file. */
const schema = 1;
const planFileText = ({ inputs, shards, images, leftOut, notes }) => `${JSON.stringify({ schema, inputs, shards, images, leftOut, notes }, null, 2)}\n`;
/**
 * Undefined where there is no such file.
 *
 * @param about the input that names it.
 * @throws Failure (station `input`) where another program wrote it.
 */
async function readPlanFile(files, path, about) {
    const text = await files.read(path);
    if (text === undefined)
        return undefined;
    let plan;
    try {
        plan = JSON.parse(text);
    }
    catch {
        throw wrong(about, `"${path}" is no JSON: it must be the file that the command "plan" writes.`);
    }
    if (plan.schema !== schema || !Array.isArray(plan.shards))
        throw wrong(about, `"${path}" is no plan that this release can read: make the plan with the same release.`);
    return { ..._report_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .emptyPlanReport */ .FR, ...plan };
}
/** The inputs of each image that several jobs make, once and whole. */
function splitCells({ shards }) {
    const parts = shards.flatMap(({ cells }) => cells.filter(({ part }) => part !== undefined));
    const whole = parts.map((cell) => Object.fromEntries(Object.entries(cell).filter(([name]) => name !== 'part')));
    return [...new Map(whole.map((cell) => [(0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$)(cell), cell])).values()];
}
/**
 * Undefined where the plan has nothing to make, and the first shard or none is asked for.
 *
 * @throws Failure (station `input`) where there is no such file, no such shard, or another program wrote it.
 */
async function shardOfFile(files, { path, shard }) {
    const plan = await readPlanFile(files, path, 'cells');
    if (plan === undefined)
        throw wrong('cells', `There is no file "${path}". The command "plan" writes it; another job gets it with actions/upload-artifact and actions/download-artifact.`);
    if (plan.shards.length === 0 && (shard ?? 1) === 1)
        return undefined;
    const many = plan.shards.length === 0 ? 'no shard' : (0,_report_units_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .hS)(plan.shards.length, 'shard');
    if (shard === undefined)
        throw wrong('cells', `"${path}" has ${many}: name one by its number, like "${path}#1".`);
    const found = plan.shards[shard - 1];
    if (found === undefined)
        throw wrong('cells', plan.shards.length === 0
            ? `"${path}" has no shard ${shard}: nothing is to be made.`
            : `"${path}" has ${many}, and no shard ${shard}.`);
    const text = JSON.stringify({ inputs: plan.inputs, cells: found.cells });
    const { value, messages } = (0,_inputs_cells_js__WEBPACK_IMPORTED_MODULE_2__/* .parseShard */ .uK)(text, `"${path}", shard ${shard}`);
    if (value === undefined)
        throw wrong('cells', ...messages);
    return value;
}
/** A failure where the plan that is to be there is not. */
const absentPlan = (path) => wrong('plan_file', `There is no file "${path}". The command "plan" writes it; another job gets it with actions/upload-artifact and actions/download-artifact.`);
const wrong = (about, ...messages) => new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(messages.map((message) => ({ station: 'input', about, message: `${about}: ${message}` })));


/***/ })

};
