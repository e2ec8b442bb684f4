export const id = 710;
export const ids = [710];
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
/* harmony export */   Vj: () => (/* reexport safe */ _layout_js__WEBPACK_IMPORTED_MODULE_2__.Vj),
/* harmony export */   sj: () => (/* reexport safe */ _layout_js__WEBPACK_IMPORTED_MODULE_2__.sj),
/* harmony export */   u1: () => (/* binding */ problemsText)
/* harmony export */ });
/* harmony import */ var _difference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65383);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72527);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65526);
/* harmony import */ var _platforms_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53570);
/* harmony import */ var _timeline_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(51451);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(88861);
/* harmony import */ var _check_words_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(52382);
/* harmony import */ var _notes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(43731);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(58191);










const marksOf = (style) => (style.unicode ? ['✓', '✗', '⚠'] : ['ok', 'FAILED', 'warning']);
const colours = {
    pushed: 'green',
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
function reportText(report, style = _layout_js__WEBPACK_IMPORTED_MODULE_2__/* .plainStyle */ .sj) {
    const head = [
        (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .painted */ .C$)(style, colours[report.outcome], (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(`${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .headline */ .Pl)(report)} ${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .imageText */ .f1)(report)}`)),
        ...(0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .wrapped */ .ky)(`${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .whyText */ .ss)(report)} ${report.reason}`, style.width, '  '),
    ];
    const parts = [
        head,
        facts(report, style),
        destinationLines(report, style),
        titled(report.outcome === 'published' ? 'Against the image before' : 'Against what is published', differenceLines(report, style), style),
        platformLines(report, style),
        compiledLines(report, style),
        timelineLines(report, style),
        titled('Tags', (0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .pullable */ .Iw)(report).map((image) => `  docker pull ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(image)}`), style),
        exportLines(report, style),
        titled('Missing platforms', missingLines(report, style), style),
        titled('Warnings of the checks', (0,_check_words_js__WEBPACK_IMPORTED_MODULE_6__/* .warningsOf */ .nZ)(report).flatMap((warning) => bullet((0,_check_words_js__WEBPACK_IMPORTED_MODULE_6__/* .warningText */ .i4)(warning), style)), style),
        titled('Notes', (0,_notes_js__WEBPACK_IMPORTED_MODULE_4__/* .notesOf */ .h)(report).flatMap((note) => bullet(note, style)), style),
        report.problems.length === 0 ? [] : problemsText(report.problems, style).trimEnd().split('\n'),
    ];
    return `${parts
        .filter((part) => part.length > 0)
        .map((part) => part.join('\n'))
        .join('\n\n')}\n`;
}
function differenceLines({ destinations }, style) {
    const rows = destinations.flatMap(({ repository, difference }) => difference === undefined
        ? []
        : (0,_difference_js__WEBPACK_IMPORTED_MODULE_0__/* .differenceRows */ .l)(difference).map(([about, change]) => [
            ...(destinations.length > 1 ? [repository] : []),
            about,
            (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(change),
        ]));
    return (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .columns */ .YB)(rows, style);
}
/** Problems for people: what, the rule and the way out, then the lines that matter. Ends with a newline; empty without any. */
function problemsText(problems, style = _layout_js__WEBPACK_IMPORTED_MODULE_2__/* .plainStyle */ .sj) {
    const mark = style.unicode ? '✗' : 'x';
    return problems
        .map((problem) => {
        const lines = [
            (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .painted */ .C$)(style, 'red', `${mark} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)((0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .problemTitle */ .yz)(problem))}`),
            ...(0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .wrapped */ .ky)(problem.message, style.width, '  '),
            ...outputLines(problem.detail ?? [], style),
            ...(problem.file === undefined ? [] : [`  The whole output is in ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(problem.file)}`]),
        ];
        return `${lines.join('\n')}\n`;
    })
        .join('\n');
}
function outputLines(lines, style) {
    const edge = style.unicode ? '│' : '|';
    return lines.flatMap((line) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(line)
        .split('\n')
        .map((one) => (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .painted */ .C$)(style, 'grey', `    ${edge} ${one}`)));
}
function missingLines(report, style) {
    return (report.missing ?? []).flatMap((one) => [
        ...bullet((0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .missingText */ .qq)(report, one), style),
        ...outputLines((0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .missingDetail */ .SX)(one), style),
    ]);
}
function titled(title, lines, style) {
    return lines.length === 0 ? [] : [(0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .painted */ .C$)(style, 'bold', title), ...lines];
}
function bullet(text, style) {
    const [first = '', ...rest] = (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .wrapped */ .ky)(text, style.width, '    ');
    return [`  - ${first.slice(4)}`, ...rest];
}
function facts(report, style) {
    const { base } = report;
    const rows = [
        ...(0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .subjectRows */ .AU)(report.subject),
        [
            'Base',
            base.digest === undefined
                ? base.reference || undefined
                : `${base.reference} at ${(0,_units_js__WEBPACK_IMPORTED_MODULE_7__/* .shortDigest */ .VK)(base.digest)}`,
        ],
        ['Lock', report.lock && _words_js__WEBPACK_IMPORTED_MODULE_5__/* .lockText */ .li[report.lock]],
        ['Digest', report.digest],
        ['OCI layout', report.output],
    ];
    return rows.flatMap(([name, value]) => value === undefined ? [] : [`  ${(0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .painted */ .C$)(style, 'grey', (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .padded */ .jC)(name, 10))}  ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(value)}`]);
}
/** A line for each repository, and below it why. */
function destinationLines(report, style) {
    const { destinations } = report;
    if (destinations.length < 2)
        return [];
    const rows = destinations.map((one) => [
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(one.repository),
        (0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .doneText */ .ks)(report, one) ?? '-',
        one.digest === undefined ? '-' : (0,_units_js__WEBPACK_IMPORTED_MODULE_7__/* .shortDigest */ .VK)(one.digest),
    ]);
    const lines = (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .columns */ .YB)(rows, style).flatMap((line, at) => {
        const { reason } = destinations[at];
        return reason === undefined ? [line] : [line, ...(0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .wrapped */ .ky)(reason, style.width, '    ')];
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
    const known = (0,_platforms_js__WEBPACK_IMPORTED_MODULE_3__/* .platformRows */ .R)(report, marksOf(style));
    if (known.length === 0)
        return [];
    const rows = known.map((row) => Object.fromEntries(platformColumns.map((name) => [name, row[name] ?? '-'])));
    const shown = droppable.reduce((names, name) => (fits(rows, names, style) ? names : names.filter((one) => one !== name)), (0,_platforms_js__WEBPACK_IMPORTED_MODULE_3__/* .filledColumns */ .k)(known, platformColumns));
    const wrong = report.platforms.flatMap((platform) => platform.checks
        .filter((check) => !check.ok)
        .flatMap((check) => (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .wrapped */ .ky)(`${platform.platform} ${check.name}: ${(0,_check_words_js__WEBPACK_IMPORTED_MODULE_6__/* .checkText */ .qW)(check)}`, style.width, '  ')));
    const [title = '', ...lines] = (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .columns */ .YB)([shown, ...rows.map((row) => shown.map((name) => row[name]))], style);
    return [(0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .painted */ .C$)(style, 'bold', title), ...lines, ...wrong.map((line) => (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .painted */ .C$)(style, 'red', line))];
}
const fits = (rows, names, style) => names.reduce((sum, name) => sum + 2 + Math.max((0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .length */ .Bw)(name), ...rows.map((row) => (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .length */ .Bw)(row[name]))), 0) <= style.width;
function compiledLines(report, style) {
    const rows = report.compiled.map((one) => [
        `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(one.name)} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(one.version)}`,
        one.platform,
        (0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .wayText */ .xt)(one, report.outcome),
        one.seconds === undefined ? '-' : (0,_units_js__WEBPACK_IMPORTED_MODULE_7__/* .secondsText */ .Hd)(one.seconds),
        one.size === undefined ? '-' : (0,_units_js__WEBPACK_IMPORTED_MODULE_7__/* .bytesText */ .pV)(one.size),
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(one.because),
    ]);
    return titled('Compiled', (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .columns */ .YB)(rows, style), style);
}
function exportLines({ exports }, style) {
    const rows = (exports?.files ?? []).map(({ platform, path, size }) => [
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(path),
        platform,
        (0,_units_js__WEBPACK_IMPORTED_MODULE_7__/* .bytesText */ .pV)(size),
    ]);
    return titled(`Files in ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(exports?.folder ?? '')}`, (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .columns */ .YB)(rows, style), style);
}
/** Bars to scale: one column is the same time in every row; what is shorter than a column still shows. */
function timelineLines(report, style) {
    const rows = (0,_timeline_js__WEBPACK_IMPORTED_MODULE_8__/* .timelineRows */ .LY)(report.timeline, 20);
    if (rows.length === 0)
        return [];
    const end = Math.max(...rows.map((row) => row.start + row.length));
    const names = rows.map((row) => `${(0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .padded */ .jC)(row.section, 7)}  ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(row.label)}`);
    const longest = Math.max(...names.map(_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .length */ .Bw));
    const nameWidth = style.isTerminal ? Math.min(longest, Math.floor(style.width / 2)) : longest;
    const times = rows.map((row) => (row.cached ? 'cached' : (0,_units_js__WEBPACK_IMPORTED_MODULE_7__/* .secondsText */ .Hd)(row.length / 1000)));
    const room = Math.max(8, style.width - nameWidth - Math.max(...times.map(_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .length */ .Bw)) - 6);
    const [full, light] = style.unicode ? ['█', '░'] : ['#', '.'];
    const lines = rows.map((row, index) => {
        const from = Math.min(room - 1, Math.floor((row.start / end) * room));
        const bar = Math.min(room - from, Math.max(1, Math.round((row.length / end) * room)));
        const drawn = ' '.repeat(from) +
            (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .painted */ .C$)(style, row.cached ? 'grey' : 'blue', (row.cached ? light : full).repeat(bar));
        const name = (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .padded */ .jC)((0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .cut */ .Jj)(names[index], nameWidth, style), nameWidth);
        return `  ${name}  ${drawn}${' '.repeat(room - from - bar)}  ${times[index]}`;
    });
    return titled('Time', lines, style);
}


/***/ })

};
