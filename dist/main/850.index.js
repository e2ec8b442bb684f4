export const id = 850;
export const ids = [850];
export const modules = {

/***/ 4850:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/actions/run.js + 2 modules
var run = __webpack_require__(1720);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/file-failure.js
var file_failure = __webpack_require__(2030);
// EXTERNAL MODULE: ./lib/home.js
var home = __webpack_require__(2180);
// EXTERNAL MODULE: ./lib/inputs/table.js
var table = __webpack_require__(4565);
;// CONCATENATED MODULE: ./lib/inputs/help.js

const program = 'python-image-builder';
const columns = 100;
/** Help for all commands, or for one. Ends with a line break; no line is longer than 100 columns, URLs excepted. */
function helpText(command = 'help') {
    const lines = command === 'wheels' ? wheels() : command === 'build' ? build() : overview();
    return `${lines.join('\n')}\n`;
}
function overview() {
    return [
        ...wrap('Makes one verified multi-architecture container image of a Python package.'),
        '',
        'Usage',
        `  ${program} build --package NAME --package-version VERSION [options]`,
        `  ${program} wheels [--wheel-store STORE] [--unused-for AGE] [--dry-run]`,
        `  ${program} help [build|wheels]`,
        `  ${program} version`,
        '',
        ...wrap('"wheels" lists the compiled wheels that are kept, and removes old ones: "wheels --help".'),
        '',
        ...build().slice(2),
    ];
}
function build() {
    return [
        `Usage: ${program} build --package NAME --package-version VERSION [options]`,
        '',
        'Examples',
        ...examples.flatMap(({ text, lines }) => [...wrap(text, 2), ...lines.map((line) => `    ${line}`), '']),
        ...table/* groups */.TN.flatMap((group) => [
            group,
            ...table/* inputTable */.Fu.filter((row) => row.group === group).flatMap(help_option),
            '',
        ]),
        'Everywhere',
        ...ownOptions.flatMap(([name, text]) => [`  ${name}`, ...wrap(text, 6)]),
        '',
        'Exit codes',
        ...exitCodes.map(([code, text]) => `  ${code.padStart(3)}  ${text}`),
    ];
}
const examples = [
    {
        text: 'A verified image in ./image, without any registry:',
        lines: [
            `${program} build --package uvicorn --package-version latest \\`,
            '  --python-version 3.13 --target-base slim',
        ],
    },
    {
        text: 'The same, pushed with what "docker login" left:',
        lines: [
            `${program} build --package uvicorn --package-version latest \\`,
            '  --registry ghcr.io --image-name example/uvicorn --push',
        ],
    },
    {
        text: 'What would be done, and nothing more:',
        lines: [`${program} build --package 'gunicorn[setproctitle]' --package-version 23.0.0 --dry-run`],
    },
];
function wheels() {
    return [
        `Usage: ${program} wheels [--wheel-store STORE] [--unused-for AGE] [--dry-run]`,
        '',
        ...wrap('Lists the compiled wheels that are kept for later builds, and removes those that none has used.'),
        '',
        'Examples',
        '  What is kept beside an image:',
        `    ${program} wheels --wheel-store ghcr.io/example/uvicorn`,
        '',
        '  What would be removed of it:',
        `    ${program} wheels --wheel-store ghcr.io/example/uvicorn --unused-for 90d --dry-run`,
        '',
        'Options',
        ...[...wheelsOptions, ...ownOptions].flatMap(([name, text]) => [`  ${name}`, ...wrap(text, 6)]),
    ];
}
const passwordOption = [
    '--registry-password-stdin',
    'Read the password or token for --registry from standard input. The environment variable REGISTRY_PASSWORD does the same. Other registries use what "docker login" left.',
];
const wheelsOptions = [
    [
        '--wheel-store STORE',
        `Where they are: a repository, like "ghcr.io/example/uvicorn", or a folder, like "./wheels". Without it, the folder in this user's cache.`,
    ],
    [
        '--unused-for AGE',
        'Remove those that no build has used for so many days or weeks, like "90d" or "12w". Uses are written down once a week, so the last one must be a week longer ago. Builds that keep or rebase an image use none.',
    ],
    ['--dry-run', 'With --unused-for: only say which would be removed.'],
    ['--registry-username VALUE', 'The user of the store that the password belongs to.'],
    [passwordOption[0], passwordOption[1].replace('for --registry ', 'of that user ')],
    ['--ca-bundle VALUE', 'A PEM file with certificates to trust besides those that are trusted anyway.'],
];
const ownOptions = [
    ['--json', 'Print the report as JSON on standard output; all else goes to standard error.'],
    ['--debug', 'Say more: every command and every request.'],
    ['-h, --help', 'Print the help.'],
    ['--version', 'Print the version of this program.'],
];
const exitCodes = [
    ['0', 'done'],
    ['1', 'an error of this program itself'],
    ['2', 'an input is wrong'],
    ['3', 'the package index does not have what is wanted, or could not be reached'],
    ['4', 'a registry refused, could not be reached, or does not have the base image'],
    ['5', 'the build failed'],
    ['6', 'the image was built and did not pass its checks; no tag was moved'],
    ['7', 'a file or folder of this machine cannot be read or written'],
    ['130', 'interrupted with Ctrl-C; what was published is said'],
    ['143', 'ended by SIGTERM; the same'],
];
/** What stands for the value, in capitals. */
const values = {
    text: ' VALUE',
    lines: ' LINE',
    list: ' LIST',
    flag: '',
    choice: ' VALUE',
};
function help_option(row) {
    if (row.secret) {
        const [name, text] = passwordOption;
        return [`  ${name}`, ...wrap(text, 6)];
    }
    const name = (0,table/* optionOf */.XD)(row.name);
    const value = row.choices === undefined ? values[row.kind] : ` ${row.choices.join('|')}`;
    const negation = row.kind === 'flag' ? `, --no-${name.slice(2)}` : '';
    const parts = [
        asOptions(row.description),
        row.kind === 'lines' || row.kind === 'list' ? 'May be given more than once.' : '',
        row.example === undefined ? '' : `Example: ${row.example}`,
    ];
    return [`  ${name}${negation}${value}${defaultOf(row)}`, ...wrap(parts.filter(Boolean).join(' '), 6)];
}
function defaultOf(row) {
    if (row.required)
        return '  (required)';
    const words = row.cliDefaultWords ?? row.cliDefault ?? row.default;
    // A flag is off unless it says otherwise.
    return words === '' || (row.kind === 'flag' && words === 'false') ? '' : `  (default: ${words})`;
}
/** Descriptions name other inputs as a workflow does; here they are options. */
const asOptions = (text) => text.replaceAll(/`([^`]+)`/g, (_, code) => table/* inputTable */.Fu.some((row) => row.name === code) ? (0,table/* optionOf */.XD)(code) : `"${code}"`);
/** Breaks at spaces, so that no line is longer than the columns; one word that is longer stays whole. */
function wrap(text, indent = 0) {
    const lines = [];
    let line = '';
    for (const word of text.split(' ')) {
        if (line !== '' && indent + line.length + 1 + word.length > columns) {
            lines.push(line);
            line = word;
        }
        else {
            line = line === '' ? word : `${line} ${word}`;
        }
    }
    return [...lines, line].map((each) => ' '.repeat(indent) + each);
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./lib/names/shown.js
var shown = __webpack_require__(8065);
// EXTERNAL MODULE: ./lib/inputs/nearest.js
var nearest = __webpack_require__(3231);
;// CONCATENATED MODULE: ./lib/inputs/options.js
/** The command line: options from the table of inputs, and the few that only a terminal needs. */




const commands = ['build', 'wheels', 'help', 'version'];
/** Inputs that the command `wheels` takes. */
const wheelsTakes = ['wheel_store', 'registry_username', 'ca_bundle', 'dry_run'];
/** Options that are no inputs. */
const ownFlags = ['json', 'debug', 'help', 'version', 'registry-password-stdin'];
const rowsByOption = new Map(table/* inputTable */.Fu.filter((row) => !row.secret).map((row) => [(0,table/* optionOf */.XD)(row.name).slice(2), row]));
const isFlag = (row) => row.kind === 'flag';
/** All that can be written, for the parser and for the nearest right name. */
const config = {
    ...Object.fromEntries(ownFlags.map((name) => [name, { type: 'boolean' }])),
    help: { type: 'boolean', short: 'h' },
    // Known, so that its value is taken along and refused with it.
    'registry-password': { type: 'string' },
    'unused-for': { type: 'string' },
    ...Object.fromEntries([...rowsByOption].flatMap(([option, row]) => isFlag(row)
        ? [
            [option, { type: 'boolean' }],
            [`no-${option}`, { type: 'boolean' }],
        ]
        : [[option, { type: 'string', multiple: true }]])),
};
const passwordWay = 'a password on the command line can be read by everyone on this machine: set the environment variable REGISTRY_PASSWORD, or pipe it in with --registry-password-stdin.';
/**
 * Reads the arguments after the program's name. All that is wrong is said at once; values of options that do not
 * exist are never shown, since they may be secrets.
 */
function parseCommandLine(argv) {
    const gathered = { raw: new Map(), problems: [], own: new Set(), words: [] };
    let skip = -1;
    for (const token of tokensOf(argv)) {
        if (token.kind === 'positional' && token.index !== skip)
            gathered.words.push(token.value);
        // What follows an option that does not exist is most likely its value.
        if (token.kind === 'option' && !takeOption(token, gathered))
            skip = token.index + 1;
    }
    const { own, words } = gathered;
    const shared = {
        json: own.has('json'),
        debug: own.has('debug'),
        passwordFromStdin: own.has('registry-password-stdin'),
    };
    // Who asks for help gets it, whatever else is wrong.
    if (argv.length === 0 || own.has('help') || words[0] === 'help') {
        const word = words[0] === 'help' ? words[1] : words[0];
        const about = commands.find((known) => known === word) ?? 'help';
        return { ...shared, command: 'help', about, raw: {}, problems: [] };
    }
    if (own.has('version') || words[0] === 'version') {
        return { ...shared, command: 'version', raw: {}, problems: [] };
    }
    const { command, messages } = commandOf(words);
    if (command === 'wheels')
        messages.push(...foreignTo(gathered.raw));
    else if (gathered.unusedFor !== undefined)
        messages.push('--unused-for: it belongs to the command "wheels".');
    const problems = messages.map((message) => ({ station: 'input', message }));
    return {
        ...shared,
        command,
        raw: Object.fromEntries(gathered.raw),
        problems: [...problems, ...gathered.problems],
        ...(gathered.unusedFor === undefined ? {} : { unusedFor: gathered.unusedFor }),
    };
}
function tokensOf(argv) {
    return (0,external_node_util_.parseArgs)({ args: [...argv], options: config, strict: false, allowPositionals: true, tokens: true })
        .tokens;
}
/** What is said of options that belong to `build` alone. */
const foreignTo = (raw) => [...raw.keys()]
    .filter((name) => !wheelsTakes.includes(name))
    .map((name) => `${(0,table/* optionOf */.XD)(name)}: the command "wheels" does not take it, only --unused-for, ${wheelsTakes.map(table/* optionOf */.XD).join(', ')}.`);
/** Takes one option into what is gathered; false when there is no such option. */
function takeOption(token, gathered) {
    const { raw, problems, own } = gathered;
    const { name, value } = token;
    const say = (message, about) => {
        problems.push({
            station: 'input',
            ...(about !== undefined && { about }),
            message: `${labelOf(token)}: ${message}`,
        });
    };
    if (name === 'registry-password') {
        say(passwordWay, 'registry_password');
        return true;
    }
    if (name === 'unused-for') {
        if (value === undefined)
            say('it needs a value, like "90d".');
        else
            gathered.unusedFor = value;
        return true;
    }
    if (ownFlags.some((flag) => flag === name)) {
        if (value !== undefined)
            say('it takes no value.');
        own.add(name);
        return true;
    }
    const row = rowsByOption.get(name);
    const negated = row === undefined && name.startsWith('no-') ? rowsByOption.get(name.slice(3)) : undefined;
    if (negated !== undefined && isFlag(negated)) {
        if (value !== undefined)
            say('it takes no value.', negated.name);
        raw.set(negated.name, 'false');
    }
    else if (row === undefined) {
        say(/password|token/i.test(name) ? passwordWay : `there is no such option. ${wayFrom(name)}`);
        return false;
    }
    else if (isFlag(row)) {
        raw.set(row.name, value ?? 'true');
    }
    else if (value === undefined || (!token.inlineValue && /^-./.test(value))) {
        say(`it needs a value. One that starts with "-" is written with "=": ${(0,table/* optionOf */.XD)(row.name)}=VALUE.`, row.name);
    }
    else if (!raw.has(row.name)) {
        raw.set(row.name, value);
    }
    else if (row.kind === 'lines' || row.kind === 'list') {
        raw.set(row.name, `${raw.get(row.name)}\n${value}`);
    }
    else {
        say('it is given more than once: keep one.', row.name);
    }
    return true;
}
/** The option as it was written, without its value. */
const labelOf = (token) => /^[\w-]{1,60}$/.test(token.rawName) ? token.rawName : (0,shown/* shown */.S)(token.rawName);
function wayFrom(name) {
    const known = Object.keys(config).filter((option) => option !== 'registry-password');
    const plain = name.replaceAll('_', '-');
    const near = (0,nearest/* nearest */.p)(plain, known) ?? (0,nearest/* nearest */.p)(plain.replace(/^no-/, ''), known);
    return near === undefined ? '"--help" lists all.' : `Did you mean "--${near}"?`;
}
/** Which command is meant, and what is wrong with the words that stand alone. */
function commandOf(words) {
    const [first, ...rest] = words;
    if (first === undefined) {
        return { command: 'build', messages: ['no command is given: write "build" before the options.'] };
    }
    const command = commands.find((known) => known === first);
    const messages = [];
    if (command === undefined) {
        const near = (0,nearest/* nearest */.p)(first, commands);
        const way = near === undefined ? `There are ${commands.join(', ')}.` : `Did you mean "${near}"?`;
        messages.push(`${(0,shown/* shown */.S)(first)} is not a command. ${way}`);
    }
    if (rest.length > 0) {
        // Not shown: one of them may be a password that lost its option.
        const what = rest.length === 1 ? 'a word stands' : `${rest.length} words stand`;
        messages.push(`${what} alone after the command: values belong to an option, and those with spaces into quotes.`);
    }
    return { command: command ?? 'build', messages };
}

// EXTERNAL MODULE: ./lib/inputs/registry.js
var registry = __webpack_require__(9654);
// EXTERNAL MODULE: ./lib/inputs/building.js
var building = __webpack_require__(6245);
// EXTERNAL MODULE: ./lib/inputs/wheel-store.js
var wheel_store = __webpack_require__(6482);
;// CONCATENATED MODULE: ./lib/inputs/wheels.js
/** What the command `wheels` takes, validated. */






/** Reads what the command `wheels` takes. @param unusedFor as it was written. */
function readWheelsInputs(raw, unusedFor) {
    const problems = [];
    const say = (name, message) => void problems.push({ station: 'input', about: name, message: `${(0,table/* optionOf */.XD)(name)}: ${message}` });
    const one = (name, text, parse) => {
        if (text === undefined || text === '')
            return undefined;
        const result = parse(text);
        if (result.ok)
            return result.value;
        say(name, result.message);
        return undefined;
    };
    const wheelStore = one('wheel_store', raw['wheel_store']?.trim(), (text) => (0,wheel_store/* parseWheelStore */.K)(text, 'cli'));
    if (wheelStore?.kind === 'off')
        say('wheel_store', '"off" keeps nothing, so there is nothing to list.');
    const days = one('unused_for', unusedFor, parseUnusedFor);
    const caBundle = one('ca_bundle', raw['ca_bundle']?.trim(), (text) => (0,building/* parsePath */.Rr)(text, 'cli'));
    const username = (0,registry/* readUsername */.fz)(raw, raw['registry_username']?.trim() ?? '', say);
    if (problems.length > 0 || wheelStore?.kind === 'off')
        return { problems };
    return {
        problems,
        inputs: {
            wheelStore: wheelStore ?? { kind: 'cache' },
            dryRun: raw['dry_run'] === 'true',
            ...(days === undefined ? {} : { unusedFor: days }),
            ...(caBundle === undefined ? {} : { caBundle }),
            ...(username === undefined ? {} : { username }),
        },
    };
}
/** Parses for how long nothing has used what is removed, `90d` or `12w`, to days: uses are known by the day. */
function parseUnusedFor(text) {
    const [, count = '', unit] = /^(\d{1,5})([dw])$/.exec(text) ?? [];
    const days = Number(count) * (unit === 'w' ? 7 : 1);
    if (days > 0)
        return (0,errors/* parsed */.Yz)(days);
    return (0,errors/* refused */.J5)(`${(0,shown/* shown */.S)(text)} is no time in days or weeks: write a whole number from 1 and "d" or "w", like "90d" or "12w".`);
}

// EXTERNAL MODULE: ./lib/report/dry-run.js
var dry_run = __webpack_require__(3175);
// EXTERNAL MODULE: ./lib/report/terminal.js
var terminal = __webpack_require__(1488);
// EXTERNAL MODULE: ./lib/report/escape.js
var report_escape = __webpack_require__(2527);
// EXTERNAL MODULE: ./lib/report/layout.js
var layout = __webpack_require__(5526);
// EXTERNAL MODULE: ./lib/report/units.js
var units = __webpack_require__(8861);
;// CONCATENATED MODULE: ./lib/report/wheels.js



/** The list, ending with a newline; empty where problems left nothing to list. Problems are not in it. */
function wheelsText(report, style = layout/* plainStyle */.sj) {
    const { where, wheels, others, problems, absent } = report;
    if (wheels.length + others.length === 0 && problems.length > 0)
        return '';
    if (absent === true)
        return `There is no folder ${(0,report_escape/* oneLine */.TN)(where)} yet: nothing is kept.\n`;
    const rows = wheels.map((one) => [
        `${(0,report_escape/* oneLine */.TN)(one.name)} ${(0,report_escape/* oneLine */.TN)(one.version)}`,
        one.python,
        one.platform,
        (0,units/* bytesText */.pV)(one.size),
        one.way,
        one.unused === undefined ? one.used : `${one.used}, ${one.unused}`,
        // Last, since the last is cut where a line is too long.
        needsText(one),
    ]);
    const title = ['Wheel', 'Python', 'Platform', 'Size', 'Way', 'Used', 'Needs'];
    const [head = '', ...lines] = rows.length === 0 ? [] : (0,layout/* columns */.YB)([title, ...rows], style);
    const text = [
        ...(head === '' ? [] : [(0,layout/* painted */.C$)(style, 'bold', head)]),
        ...lines,
        summaryText(report),
        ...nothingUnused(report),
        ...othersText(report),
    ];
    return `${text.join('\n')}\n`;
}
function summaryText({ where, wheels, others }) {
    const found = `${(0,units/* counted */.hS)(wheels.length, 'kept wheel')} in ${(0,report_escape/* oneLine */.TN)(where)}`;
    if (wheels.length === 0)
        return others.length === 0 ? `${found}: nothing there is one` : found;
    const size = wheels.reduce((sum, one) => sum + one.size, 0);
    const gone = Map.groupBy(wheels, ({ unused }) => unused);
    gone.delete(undefined);
    const ends = [...gone].map(([unused, of]) => `${of.length} ${unused}`);
    return [`${found}, ${(0,units/* bytesText */.pV)(size)}`, ...ends].join('; ');
}
function nothingUnused({ wheels, unusedFor, problems }) {
    if (unusedFor === undefined || wheels.length === 0 || problems.length > 0)
        return [];
    if (wheels.some(({ unused }) => unused !== undefined))
        return [];
    const { days, counted: all } = unusedFor;
    return [
        `Nothing was unused for ${(0,units/* counted */.hS)(days, 'day')}: a use is written down once a week, so the last one must be ${all} days ago.`,
    ];
}
function othersText({ kind, others }) {
    if (others.length === 0)
        return [];
    const what = (0,units/* counted */.hS)(others.length, kind === 'folder' ? 'file' : 'tag');
    return [
        others.length === 1
            ? `${what} here is no kept wheel of this version; it is neither listed nor removed.`
            : `${what} here are no kept wheels of this version; they are neither listed nor removed.`,
    ];
}
function needsText({ libc, floor, distribution, buildPackages, buildConstraints = [] }) {
    const parts = [
        libc === 'any' ? 'nothing' : floor === undefined ? libc : `${libc} ${floor}`,
        distribution,
        ...buildPackages,
        ...buildConstraints,
    ];
    return parts.filter(Boolean).join(', ');
}

// EXTERNAL MODULE: ./lib/world/trust.js
var trust = __webpack_require__(9402);
// EXTERNAL MODULE: ./lib/world/secrets.js
var secrets = __webpack_require__(5701);
;// CONCATENATED MODULE: ./lib/world/log-terminal.js



/** Milliseconds between two drawings of the line. */
const pace = 100;
const erase = '\r\u001b[2K';
/** What buildx tells of a step over and over: how far a transfer has come. */
const chatter = /^#\d+ (?:\.\.\.|sha256:|transferring |resolve |extracting )/;
/** Progress of others is one redrawn line on a live terminal, and lines as they come elsewhere and when debugging. */
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
        // One column stays free: a full line makes some terminals wrap.
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
            if (text === '' || chatter.test(text))
                return;
            current = text;
            if (now() - drawnAt >= pace)
                draw();
        },
        hide: filter,
    };
}

;// CONCATENATED MODULE: ./lib/cli.js
/** The command line: the same commands on a laptop. */
















/** Where what is worth keeping between runs is kept. */
const cacheFolder = (env) => (0,external_node_path_.join)(env['XDG_CACHE_HOME'] || (0,external_node_path_.join)((0,home/* homeOf */.l)(env), '.cache'), 'python-image-builder');
/** Reads the arguments, calls one command, prints its report; sets the exit code. */
async function main(programs) {
    const line = parseCommandLine(process.argv.slice(2));
    switch (line.command) {
        case 'help':
            process.stdout.write(helpText(line.about));
            return;
        case 'version':
            process.stdout.write(`${versionOf(programs)}\n`);
            return;
        case 'build':
            await buildImage(line, programs);
            return;
        case 'wheels':
            await runWheels(line);
    }
}
async function buildImage(line, programs) {
    const { env } = process;
    const asked = (0,run/* readAsked */.v)(withPassword(line, env).raw, 'cli', env);
    // One mistake is said once: what the options themselves say of an input comes first.
    const said = new Set(line.problems.map((problem) => problem.about));
    const read = asked.problems.filter(({ about }) => about === undefined || !said.has(about));
    const problems = [...line.problems, ...read];
    if (asked.inputs === undefined || problems.length > 0) {
        end(line, problems, 2);
        return;
    }
    const around = { programs, cache: cacheFolder(env), log: logOf(line, asked.filter) };
    await (0,run/* runBuild */.c)(asked, asked.inputs, env, around, (result) => {
        process.exitCode = show(line, result);
    });
}
async function runWheels(line) {
    const { env } = process;
    const { raw, password } = withPassword(line, env);
    const { inputs, problems } = readWheelsInputs(raw, line.unusedFor);
    if (inputs === undefined || line.problems.length > 0) {
        end(line, [...line.problems, ...problems], 2);
        return;
    }
    const [{ wheels }, { openWorld }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(835), __webpack_require__.e(37), __webpack_require__.e(328)]).then(__webpack_require__.bind(__webpack_require__, 328)),
        __webpack_require__.e(/* import() */ 784).then(__webpack_require__.bind(__webpack_require__, 2403)),
    ]);
    const filter = (0,secrets/* secretsFilter */.I)(password === undefined ? [] : [password]);
    const opened = openWorld(logOf(line, filter));
    try {
        if (inputs.caBundle !== undefined)
            await (0,trust/* trustAlso */.w)(inputs.caBundle);
        const { wheelStore, username } = inputs;
        const registry = wheelStore.kind === 'repository' ? wheelStore.repository.registry : '';
        const report = (0,secrets/* filtered */.m)(await wheels(opened.world, {
            ...inputs,
            cache: cacheFolder(env),
            ...(password === undefined || username === undefined
                ? {}
                : { login: { registry, username, password } }),
        }), filter);
        const style = process.stdout.isTTY === true ? (0,terminal/* styleOf */.Vj)(process.stdout, env) : terminal/* plainStyle */.sj;
        process.stdout.write(line.json ? `${JSON.stringify(report, null, 2)}\n` : wheelsText(report, style));
        if (report.problems.length === 0)
            return;
        complain(report.problems);
        process.exitCode = new errors/* Failure */.HR(report.problems).exitCode;
    }
    finally {
        opened.close();
    }
}
/** The raw values with the registry's password, which is no option. */
function withPassword(line, env) {
    const given = line.passwordFromStdin ? standardInput() : (env['REGISTRY_PASSWORD'] ?? '');
    const raw = { ...line.raw, ...(given === '' ? {} : { registry_password: given }) };
    return { raw, password: (0,registry/* readSecrets */.ql)(raw).registryPassword };
}
/** @throws FileFailure where it is no file or pipe. */
function standardInput() {
    try {
        return (0,external_node_fs_.readFileSync)(0, 'utf8');
    }
    catch (error) {
        const wayOut = 'The password is read from there: pipe it in, as in "printenv TOKEN | python-image-builder …".';
        const said = { station: 'input', about: 'registry-password-stdin', wayOut };
        throw (0,file_failure/* fileFailure */.fE)(error, 'the standard input', 'read')?.of(said) ?? error;
    }
}
const logOf = (line, filter) => terminalLog({
    write: (text) => process.stderr.write(text),
    live: process.stderr.isTTY === true,
    style: (0,terminal/* styleOf */.Vj)(process.stderr, process.env),
    now: Date.now,
    filter,
    debug: line.debug,
});
/** Prints the result on the standard output, and gives the exit code. */
function show(line, { report, plan, files, interrupted }) {
    if (line.json) {
        const more = report.outcome === 'planned' ? { plan, files } : {};
        process.stdout.write(`${JSON.stringify({ ...report, ...more }, null, 2)}\n`);
        complain(report.problems);
    }
    else {
        if (report.outcome === 'planned' && plan !== undefined)
            process.stdout.write((0,dry_run/* dryRunText */.u)(plan, files ?? {}));
        const style = process.stdout.isTTY === true ? (0,terminal/* styleOf */.Vj)(process.stdout, process.env) : terminal/* plainStyle */.sj;
        process.stdout.write((0,terminal/* reportText */.UH)(report, style));
    }
    if (interrupted !== undefined)
        return interrupted.exitCode;
    return report.problems.length === 0 ? 0 : new errors/* Failure */.HR(report.problems).exitCode;
}
function end(line, problems, code) {
    if (line.json)
        process.stdout.write(`${JSON.stringify({ outcome: 'failed', problems }, null, 2)}\n`);
    complain(problems);
    process.exitCode = code;
}
/** On the standard error with --json as well: who sends the report into a file still sees why it failed. */
const complain = (problems) => void process.stderr.write((0,terminal/* problemsText */.u1)(problems, (0,terminal/* styleOf */.Vj)(process.stderr, process.env)));
const versionOf = (programs) => JSON.parse((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(programs, '..', 'package.json'), 'utf8')).version;


/***/ }),

/***/ 2180:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ homeOf)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
/** The user's own folder. */

/** HOME, else what the system knows; `/` for a user that it does not know, as containers have them. */
function homeOf(env) {
    try {
        return env['HOME'] || (0,node_os__WEBPACK_IMPORTED_MODULE_0__.homedir)();
    }
    catch {
        return '/';
    }
}


/***/ })

};
