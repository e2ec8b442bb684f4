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
            if (json || !shown.tellsProblems)
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


/***/ })

};
