export const id = 303;
export const ids = [303];
export const modules = {

/***/ 1303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/inputs/read.js + 5 modules
var read = __webpack_require__(8146);
// EXTERNAL MODULE: ./lib/report/annotations.js
var annotations = __webpack_require__(1116);
// EXTERNAL MODULE: ./lib/report/dry-run.js
var dry_run = __webpack_require__(3175);
// EXTERNAL MODULE: ./lib/report/terminal.js
var terminal = __webpack_require__(1488);
;// CONCATENATED MODULE: ./lib/world/limited-annotations.js
/** The runner shows ten annotations of a level for one step, and drops the others without a word. */

const most = 10;
const levels = ['error', 'warning', 'notice'];
const labels = { error: 'Error', warning: 'Warning', notice: 'Notice' };
/** @param write writes to the standard output, which is where the runner looks for commands. */
function limitedAnnotations(write) {
    const seen = { error: 0, warning: 0, notice: 0 };
    const tenth = {};
    return {
        write(text) {
            const [, name = '', title, message = ''] = /^::(error|warning|notice)(?: title=([^,:]*))?::(.*)\n$/.exec(text) ?? [];
            const level = levels.find((one) => one === name);
            if (level === undefined)
                return write(text);
            seen[level] += 1;
            if (seen[level] < most)
                return write(text);
            if (seen[level] === most)
                tenth[level] = text;
            const said = [labels[level], ...(title === undefined ? [] : [title]), message].map(decoded).join(': ');
            write(`${(0,annotations/* harmless */.Is)(said)}\n`);
        },
        end() {
            for (const level of levels) {
                const more = seen[level] - most + 1;
                if (more < 1)
                    continue;
                const text = `${more} more ${level}s are in the log of this step: GitHub shows no more than ${most} of them here.`;
                write(more === 1 ? tenth[level] : `${(0,annotations.workflowCommand)(level, text)}\n`);
                seen[level] = 0;
            }
        },
    };
}
/** Undoes what `workflowCommand` does to text. */
const decoded = (text) => text
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%0A', '\n')
    .replaceAll('%0D', '\r')
    .replaceAll('%25', '%');

// EXTERNAL MODULE: ./lib/world/log-actions.js
var log_actions = __webpack_require__(5600);
// EXTERNAL MODULE: ./lib/file-failure.js
var file_failure = __webpack_require__(2030);
;// CONCATENATED MODULE: ./lib/report/outputs.js
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
        build_executed: String(report.built),
        push_executed: String(destinations.some(({ moved }) => moved.length > 0)),
        metadata: JSON.stringify(report),
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/report/cut.js
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
        return joined(there);
    const file = limit.file === undefined ? '' : ` and in ${(0,report_escape/* code */.aY)(limit.file)}`;
    return cut(there, limit.most, (left) => `**Left out**, for GitHub takes no longer summary: ${left}. The whole is in the output \`metadata\`${file}.`);
}
const part = (text, loss) => text === undefined ? undefined : { text, loss };
function facts(report) {
    const base = (0,report_escape/* code */.aY)(report.base.reference);
    const digest = report.base.digest === undefined ? '' : ` at ${(0,report_escape/* code */.aY)((0,units/* shortDigest */.VK)(report.base.digest))}`;
    const from = report.base.reference === '' ? '' : `, from ${base}${digest}`;
    const lock = report.lock === undefined ? '' : `; requirements ${words/* lockText */.li[report.lock]}`;
    const lines = [
        `${(0,report_escape/* markdown */.wD)(report.package.name)} ${(0,report_escape/* markdown */.wD)(report.package.version)} on Python ${(0,report_escape/* markdown */.wD)(report.python)}${from}${lock}.`,
        ...(report.digest === undefined ? [] : [`Digest: ${(0,report_escape/* code */.aY)(report.digest)}`]),
        ...(report.output === undefined ? [] : [`OCI layout: ${(0,report_escape/* code */.aY)(report.output)}`]),
    ];
    return lines.join('<br>\n');
}
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

;// CONCATENATED MODULE: ./lib/actions/summary.js
/** The summary of a step as GitHub takes it: of one that is too long the whole is put into a file. */



/** @param folder that later steps of the job can read, `RUNNER_TEMP`. */
async function shownSummary(files, folder, report) {
    const whole = summaryMarkdown(report);
    if (Buffer.byteLength(whole) <= mostBytes)
        return whole;
    const file = (0,external_node_path_.join)(folder, `python-image-builder-${(0,external_node_crypto_.randomUUID)()}.md`);
    // Where it cannot be written, the output `metadata` still holds all of it.
    const isWritten = await files.write(file, whole, 0o600).then(() => true, () => false);
    return summaryMarkdown(report, { most: mostBytes, ...(isWritten ? { file } : {}) });
}

;// CONCATENATED MODULE: ./lib/actions/give-back.js



/** Outputs and summary. What was done is done: a file that cannot be written is a warning, and the report is in the log. */
async function giveBack(core, report, { files, log }, env) {
    const outputs = Object.entries(outputsOf(report));
    await written(log, env, 'GITHUB_OUTPUT', 'this step has not all of its outputs', () => {
        for (const [name, value] of outputs)
            core.setOutput(name, value);
    });
    if (!env['GITHUB_STEP_SUMMARY'])
        return;
    await written(log, env, 'GITHUB_STEP_SUMMARY', 'the job has no summary of this step', () => shownSummary(files, env['RUNNER_TEMP'] || '/tmp', report).then((text) => core.summary.addRaw(text).write()));
}
/** Whether it could be written. @param variable names the file, for whoever looks after the runner. */
async function written(log, env, variable, lacking, work) {
    try {
        await work();
        return true;
    }
    catch (error) {
        const path = env[variable] ?? '';
        // The toolkit has words of its own for a file that is not there.
        const why = (0,file_failure/* fileFailure */.fE)(error, path, 'written')?.fact ?? `"${path}" could not be written: ${wordsOf(error)}`;
        log.warn(`${why}. ${variable} names it, and the runner makes it: ${lacking}.`);
        return false;
    }
}
const wordsOf = (error) => (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');

// EXTERNAL MODULE: ./lib/actions/run.js + 2 modules
var run = __webpack_require__(1720);
// EXTERNAL MODULE: ./lib/actions/state.js
var state = __webpack_require__(5266);
;// CONCATENATED MODULE: ./lib/actions/build.js
/** The root action: reads the step's inputs, calls the command, writes outputs, summary and annotations. */










async function main(programs) {
    const { env } = process;
    const raw = (0,read/* rawOfAction */.yx)(env);
    const asked = (0,run/* readAsked */.v)(raw, 'action', env);
    const output = limitedAnnotations((text) => void process.stdout.write(text));
    const { write } = output;
    const log = (0,log_actions/* actionsLog */._)({ write, filter: asked.filter, secrets: asked.secrets });
    for (const warning of (0,read/* unknownInputs */.qs)(raw, 'action'))
        log.warn(warning);
    if (asked.inputs === undefined) {
        for (const line of (0,annotations/* annotations */.hk)(asked.problems))
            write(`${line}\n`);
        output.end();
        process.exitCode = 1;
        return;
    }
    // The toolkit is loaded while the work goes on: it is needed at the end only.
    const toolkit = Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(955), __webpack_require__.e(58)]).then(__webpack_require__.bind(__webpack_require__, 6058));
    const cache = (0,external_node_path_.join)(env['RUNNER_TOOL_CACHE'] || env['RUNNER_TEMP'] || '/tmp', 'python-image-builder');
    const keepBuilder = async (name) => {
        const core = await toolkit;
        return written(log, env, 'GITHUB_STATE', 'the builder goes with this step', () => core.saveState(state/* madeBuilder */.n, name));
    };
    const around = { programs, cache, keepBuilder, log };
    try {
        await (0,run/* runBuild */.c)(asked, asked.inputs, env, around, async ({ report, plan, files }, world) => {
            if (report.outcome === 'planned' && plan !== undefined) {
                await log.group('dry run', async () => (0,dry_run/* dryRunText */.u)(plan, files ?? {})
                    .split('\n')
                    .forEach((text) => log.info(text)));
            }
            for (const text of (0,terminal/* reportText */.UH)(report).split('\n'))
                log.info(text);
            for (const line of [...(0,annotations/* warnings */.AR)(report), ...(0,annotations/* annotations */.hk)(report.problems)])
                write(`${line}\n`);
            if (report.problems.length > 0)
                process.exitCode = 1;
            await giveBack(await toolkit, report, world, env);
        });
    }
    finally {
        output.end();
    }
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
        return workflowCommand('error', shortened(lines.join('\n')), {
            title: (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)((0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .problemTitle */ .yz)(problem)).replaceAll('\n', ' '),
        });
    });
}
/** One `::warning` line for each warning of the checks: on every platform the same one is said once. */
const warnings = (report) => (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .warningsOf */ .nZ)(report).map((warning) => workflowCommand('warning', shortened((0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .warningText */ .i4)(warning)), { title: 'Verification' }));
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


/***/ })

};
