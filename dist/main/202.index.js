export const id = 202;
export const ids = [202];
export const modules = {

/***/ 5202:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openTerminal: () => (/* binding */ openTerminal)
});

// EXTERNAL MODULE: ./lib/report/terminal.js
var terminal = __webpack_require__(1488);
// EXTERNAL MODULE: ./lib/report/escape.js
var report_escape = __webpack_require__(2527);
// EXTERNAL MODULE: ./lib/report/layout.js
var layout = __webpack_require__(5526);
// EXTERNAL MODULE: ./lib/report/units.js
var units = __webpack_require__(8861);
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

/***/ 5526:
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
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2527);
/** Text laid out in the columns of a terminal. */

const plainStyle = { width: 100, colour: false, unicode: false };
/** What a stream can show: colour only on a terminal and without NO_COLOR, Unicode where the locale is UTF-8. */
function styleOf(stream, env) {
    const terminal = stream.isTTY === true;
    const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
    return {
        width: Math.min(Math.max(stream.columns ?? plainStyle.width, 40), 160),
        colour: terminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
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
/** Columns as wide as their content; the last one is cut where the line ends. */
function columns(rows, style) {
    const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => length(row[index] ?? ''))));
    return rows.map((row) => cut(`  ${row.map((cell, index) => padded(cell, widths[index] ?? 0)).join('  ')}`.trimEnd(), style.width, style));
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

/***/ 1488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UH: () => (/* binding */ reportText),
/* harmony export */   Vj: () => (/* reexport safe */ _layout_js__WEBPACK_IMPORTED_MODULE_1__.Vj),
/* harmony export */   sj: () => (/* reexport safe */ _layout_js__WEBPACK_IMPORTED_MODULE_1__.sj),
/* harmony export */   u1: () => (/* binding */ problemsText)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2527);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5526);
/* harmony import */ var _platforms_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3570);
/* harmony import */ var _timeline_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1451);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8861);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8191);







const marksOf = (style) => (style.unicode ? ['✓', '✗', '⚠'] : ['ok', 'FAILED', 'warning']);
const colours = {
    published: 'green',
    built: 'green',
    planned: 'blue',
    kept: 'green',
    retagged: 'green',
    failed: 'red',
    blocked: 'yellow',
    skipped: 'yellow',
};
/** The whole report, ending with a newline. */
function reportText(report, style = _layout_js__WEBPACK_IMPORTED_MODULE_1__/* .plainStyle */ .sj) {
    const head = [
        (0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .painted */ .C$)(style, colours[report.outcome], (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(`${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .headline */ .Pl)(report)} ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .imageText */ .f1)(report)}`)),
        ...(0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .wrapped */ .ky)(`${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .whyText */ .ss)(report)} ${report.reason}`, style.width, '  '),
    ];
    const parts = [
        head,
        facts(report, style),
        destinationLines(report, style),
        platformLines(report, style),
        compiledLines(report, style),
        timelineLines(report, style),
        titled('Tags', (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .pullable */ .Iw)(report).map((image) => `  docker pull ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(image)}`), style),
        exportLines(report, style),
        titled('Warnings of the checks', (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .warningsOf */ .nZ)(report).flatMap((warning) => bullet((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .warningText */ .i4)(warning), style)), style),
        titled('Notes', (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .notesOf */ .h$)(report).flatMap((note) => bullet(note, style)), style),
        report.problems.length === 0 ? [] : problemsText(report.problems, style).trimEnd().split('\n'),
    ];
    return `${parts
        .filter((part) => part.length > 0)
        .map((part) => part.join('\n'))
        .join('\n\n')}\n`;
}
/** Problems for people: what, the rule and the way out, then the lines that matter. Ends with a newline; empty without any. */
function problemsText(problems, style = _layout_js__WEBPACK_IMPORTED_MODULE_1__/* .plainStyle */ .sj) {
    const mark = style.unicode ? '✗' : 'x';
    const detail = style.unicode ? '│' : '|';
    return problems
        .map((problem) => {
        const lines = [
            (0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .painted */ .C$)(style, 'red', `${mark} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .problemTitle */ .yz)(problem))}`),
            ...(0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .wrapped */ .ky)(problem.message, style.width, '  '),
            ...(problem.detail ?? []).flatMap((line) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(line)
                .split('\n')
                .map((one) => (0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .painted */ .C$)(style, 'grey', `    ${detail} ${one}`))),
            ...(problem.file === undefined ? [] : [`  The whole output is in ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(problem.file)}`]),
        ];
        return `${lines.join('\n')}\n`;
    })
        .join('\n');
}
function titled(title, lines, style) {
    return lines.length === 0 ? [] : [(0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .painted */ .C$)(style, 'bold', title), ...lines];
}
function bullet(text, style) {
    const [first = '', ...rest] = (0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .wrapped */ .ky)(text, style.width, '    ');
    return [`  - ${first.slice(4)}`, ...rest];
}
function facts(report, style) {
    const { base } = report;
    const rows = [
        ...(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .subjectRows */ .AU)(report.subject),
        [
            'Base',
            base.digest === undefined
                ? base.reference || undefined
                : `${base.reference} at ${(0,_units_js__WEBPACK_IMPORTED_MODULE_4__/* .shortDigest */ .VK)(base.digest)}`,
        ],
        ['Lock', report.lock && _words_js__WEBPACK_IMPORTED_MODULE_3__/* .lockText */ .li[report.lock]],
        ['Digest', report.digest],
        ['OCI layout', report.output],
    ];
    return rows.flatMap(([name, value]) => value === undefined ? [] : [`  ${(0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .painted */ .C$)(style, 'grey', (0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .padded */ .jC)(name, 10))}  ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(value)}`]);
}
/** A line for each repository, and below it why. */
function destinationLines(report, style) {
    const { destinations } = report;
    if (destinations.length < 2)
        return [];
    const rows = destinations.map((one) => [
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(one.repository),
        (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .doneText */ .ks)(report, one) ?? '-',
        one.digest === undefined ? '-' : (0,_units_js__WEBPACK_IMPORTED_MODULE_4__/* .shortDigest */ .VK)(one.digest),
    ]);
    const lines = (0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .columns */ .YB)(rows, style).flatMap((line, at) => {
        const { reason } = destinations[at];
        return reason === undefined ? [line] : [line, ...(0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .wrapped */ .ky)(reason, style.width, '    ')];
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
    const known = (0,_platforms_js__WEBPACK_IMPORTED_MODULE_2__/* .platformRows */ .R)(report, marksOf(style));
    if (known.length === 0)
        return [];
    const rows = known.map((row) => Object.fromEntries(platformColumns.map((name) => [name, row[name] ?? '-'])));
    const shown = droppable.reduce((names, name) => (fits(rows, names, style) ? names : names.filter((one) => one !== name)), (0,_platforms_js__WEBPACK_IMPORTED_MODULE_2__/* .filledColumns */ .k)(known, platformColumns));
    const wrong = report.platforms.flatMap((platform) => platform.checks
        .filter((check) => !check.ok)
        .flatMap((check) => (0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .wrapped */ .ky)(`${platform.platform} ${check.name}: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .checkText */ .qW)(check)}`, style.width, '  ')));
    const [title = '', ...lines] = (0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .columns */ .YB)([shown, ...rows.map((row) => shown.map((name) => row[name]))], style);
    return [(0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .painted */ .C$)(style, 'bold', title), ...lines, ...wrong.map((line) => (0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .painted */ .C$)(style, 'red', line))];
}
const fits = (rows, names, style) => names.reduce((sum, name) => sum + 2 + Math.max((0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .length */ .Bw)(name), ...rows.map((row) => (0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .length */ .Bw)(row[name]))), 0) <= style.width;
function compiledLines(report, style) {
    const rows = report.compiled.map((one) => [
        `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(one.name)} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(one.version)}`,
        one.platform,
        (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .wayText */ .xt)(one, report.outcome),
        one.seconds === undefined ? '-' : (0,_units_js__WEBPACK_IMPORTED_MODULE_4__/* .secondsText */ .Hd)(one.seconds),
        one.size === undefined ? '-' : (0,_units_js__WEBPACK_IMPORTED_MODULE_4__/* .bytesText */ .pV)(one.size),
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(one.because),
    ]);
    return titled('Compiled', (0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .columns */ .YB)(rows, style), style);
}
function exportLines({ exports }, style) {
    const rows = (exports?.files ?? []).map(({ platform, path, size }) => [
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(path),
        platform,
        (0,_units_js__WEBPACK_IMPORTED_MODULE_4__/* .bytesText */ .pV)(size),
    ]);
    return titled(`Files in ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(exports?.folder ?? '')}`, (0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .columns */ .YB)(rows, style), style);
}
/** Bars to scale: one column is the same time in every row; what is shorter than a column still shows. */
function timelineLines(report, style) {
    const rows = (0,_timeline_js__WEBPACK_IMPORTED_MODULE_5__/* .timelineRows */ .LY)(report.timeline, 20);
    if (rows.length === 0)
        return [];
    const end = Math.max(...rows.map((row) => row.start + row.length));
    const names = rows.map((row) => `${(0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .padded */ .jC)(row.section, 7)}  ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(row.label)}`);
    const nameWidth = Math.min(Math.max(...names.map(_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .length */ .Bw)), Math.floor(style.width / 2));
    const times = rows.map((row) => (row.cached ? 'cached' : (0,_units_js__WEBPACK_IMPORTED_MODULE_4__/* .secondsText */ .Hd)(row.length / 1000)));
    const room = Math.max(8, style.width - nameWidth - Math.max(...times.map(_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .length */ .Bw)) - 6);
    const [full, light] = style.unicode ? ['█', '░'] : ['#', '.'];
    const lines = rows.map((row, index) => {
        const from = Math.min(room - 1, Math.floor((row.start / end) * room));
        const bar = Math.min(room - from, Math.max(1, Math.round((row.length / end) * room)));
        const drawn = ' '.repeat(from) +
            (0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .painted */ .C$)(style, row.cached ? 'grey' : 'blue', (row.cached ? light : full).repeat(bar));
        const name = (0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .padded */ .jC)((0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(names[index], nameWidth, style), nameWidth);
        return `  ${name}  ${drawn}${' '.repeat(room - from - bar)}  ${times[index]}`;
    });
    return titled('Time', lines, style);
}


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
