export const id = 175;
export const ids = [175];
export const modules = {

/***/ 90175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/home.js
var home = __webpack_require__(32180);
// EXTERNAL MODULE: ./lib/defined.js
var defined = __webpack_require__(64222);
// EXTERNAL MODULE: ./lib/names/shown.js
var shown = __webpack_require__(8065);
// EXTERNAL MODULE: ./lib/report/units.js
var units = __webpack_require__(88861);
// EXTERNAL MODULE: ./lib/inputs/command-inputs.js + 1 modules
var command_inputs = __webpack_require__(47192);
// EXTERNAL MODULE: ./lib/names/nearest.js
var nearest = __webpack_require__(13114);
// EXTERNAL MODULE: ./lib/inputs/option-table.js
var option_table = __webpack_require__(50505);
// EXTERNAL MODULE: ./lib/inputs/row.js
var inputs_row = __webpack_require__(38237);
// EXTERNAL MODULE: ./lib/inputs/table.js + 16 modules
var table = __webpack_require__(8805);
;// CONCATENATED MODULE: ./lib/inputs/options.js
/**
 * Reads the command line. Node's `parseArgs` alone gives the tokens. commander and yargs would end at the first mistake
 * and show values in their messages; here every mistake is said at once, and no value of an option that does not exist is
 * shown, since it may be a secret.
 */








const firstWords = [...inputs_row/* commandNames */.oQ, 'help', 'version'];
const passwordHint = (name) => `a password on the command line can be read by everyone on this machine: set the environment variable ${(0,inputs_row/* variableOf */.Qn)(name)}, or pipe it in with ${(0,inputs_row/* optionOf */.XD)(name)}-stdin.`;
const secretHint = ({ name, secret }) => secret === 'password'
    ? passwordHint(name)
    : `a secret on the command line can be read by everyone on this machine: set the environment variable ${(0,inputs_row/* variableOf */.Qn)(name)}.`;
/** An option, or a word that lost its dashes, that most likely has a secret beside it. */
const secretWords = /password|token/i;
/** The option that a word alone is most likely a value of. */
const likelyOptions = {
    build: 'package',
    plan: 'packages',
    project: 'path',
    tree: 'path',
    pins: 'path',
    connector: 'connector-name',
    release: 'image_name',
    check: 'image',
    clean: 'image',
    catalogue: 'image',
};
/**
 * Reads the arguments after the program's name. All that is wrong is said at once; values of options that do not
 * exist are never shown, since they may be secrets.
 */
function parseCommandLine(argv) {
    const tokens = (0,option_table/* tokensOf */.k8)(argv, (0,option_table/* optionsOfCommand */.ZO)(commandIn((0,option_table/* tokensOf */.k8)(argv))));
    const gathered = {
        command: commandIn(tokens) ?? 'build',
        raw: new Map(),
        problems: [],
        own: new Set(),
        words: [],
    };
    let skip = -1;
    const rest = restRow(gathered.command);
    const end = tokens.find(({ kind }) => kind === 'option-terminator')?.index ?? Infinity;
    for (const token of tokens) {
        if (token.kind === 'positional' && token.index !== skip) {
            if (rest !== undefined && token.index > end)
                addWord(gathered.raw, rest, token.value);
            else
                gathered.words.push(token.value);
        }
        // What follows an option that does not exist is most likely its value.
        if (token.kind === 'option' && !takeOption(token, gathered))
            skip = token.index + 1;
    }
    const { own, words } = gathered;
    const shared = {
        json: own.has('json'),
        debug: own.has('debug'),
        passwordFromStdin: option_table/* secretOptions */.pc.some(({ flag }) => flag !== undefined && own.has(flag)),
    };
    // Who asks for help gets it, whatever else is wrong.
    if (argv.length === 0 || own.has('help') || words[0] === 'help') {
        const asked = words[0] === 'help' ? words[1] : undefined;
        const about = inputs_row/* commandNames */.oQ.find((known) => known === (asked ?? words[0])) ?? 'help';
        const isKnown = asked === undefined || firstWords.some((known) => known === asked);
        const problems = isKnown ? [] : [inputProblem(notCommand(asked))];
        return { ...shared, command: 'help', about, raw: {}, problems };
    }
    if (own.has('version') || words[0] === 'version') {
        return { ...shared, command: 'version', raw: {}, problems: [] };
    }
    // What else is wrong cannot be said of a command that nobody knows.
    if (words[0] !== undefined && !inputs_row/* commandNames */.oQ.some((known) => known === words[0]))
        return {
            ...shared,
            command: 'help',
            about: 'help',
            raw: {},
            problems: [inputProblem(notCommand(words[0]))],
        };
    const { command, messages } = commandOf(words, gathered.raw, argv.some((one) => secretWords.test(one)));
    for (const { name, except } of option_table/* ownOptions */.rG)
        if (except?.command === command && own.has(name))
            messages.push(`--${name}: the command "${command}" does not take it: ${except.because}.`);
    messages.push(...foreignOptions(command, gathered));
    const problems = messages.map(inputProblem);
    return {
        ...shared,
        command,
        raw: Object.fromEntries(gathered.raw),
        problems: [...problems, ...gathered.problems],
    };
}
const inputProblem = (message) => ({ station: 'input', message });
function notCommand(word) {
    const near = (0,nearest/* nearest */.p)(word, firstWords);
    const way = near === undefined ? `There are ${firstWords.join(', ')}.` : `Did you mean "${near}"?`;
    return `${(0,shown/* shown */.S)(word)} is not a command. ${way}`;
}
/** The input of a command that all words after `--` are. */
const restRow = (command) => (0,command_inputs/* inputsOf */.Vc)(command).find(({ place }) => place === 'rest');
function addWord(raw, { name }, word) {
    const before = JSON.parse(raw.get(name) ?? '[]');
    raw.set(name, JSON.stringify([...before, word]));
}
/** The first word that is a command: options before it may be of it, too. */
function commandIn(tokens) {
    const words = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
    return words.map((word) => inputs_row/* commandNames */.oQ.find((name) => name === word)).find((name) => name !== undefined);
}
/** Messages about options of other commands. */
function foreignOptions(command, { raw, own }) {
    const named = table/* inputTable */.F.filter((row) => row.secret ? own.has((0,inputs_row/* writtenOption */.nD)(row).slice(2)) : raw.has(row.name));
    return named.flatMap((row) => {
        const why = (0,command_inputs/* whyForeign */.fW)(command, row.name, inputs_row/* optionOf */.XD);
        return why === undefined ? [] : [`${(0,inputs_row/* writtenOption */.nD)(row)}: ${why}`];
    });
}
/** Adds one option; false when there is no such option. */
function takeOption(token, gathered) {
    const { raw, problems, own, command } = gathered;
    const { name, value } = token;
    const rows = (0,option_table/* rowsByOption */.ch)(command);
    const say = (message, about) => {
        problems.push({
            station: 'input',
            ...(0,defined/* defined */.s)({ about }),
            message: `${labelOf(token)}: ${message}`,
        });
    };
    const secret = option_table/* secretOptions */.pc.find(({ option }) => option === name);
    if (secret !== undefined) {
        say(secretHint(secret.row), secret.row.name);
        return true;
    }
    if (option_table/* secretOptions */.pc.some(({ flag }) => flag === name) || option_table/* ownOptions */.rG.some((option) => option.name === name)) {
        if (value !== undefined)
            say('it takes no value.');
        own.add(name);
        return true;
    }
    const row = rows.get(name);
    const negated = row === undefined && name.startsWith('no-') ? rows.get(name.slice(3)) : undefined;
    if (negated !== undefined && (0,option_table/* isFlag */.RV)(negated)) {
        if (value !== undefined)
            say('it takes no value.', negated.name);
        raw.set(negated.name, 'false');
    }
    else if (command === 'run' && (name === 'i' || name === 't')) {
        // Of docker they take no value.
        say('leave it out: the standard input and the terminal are passed on by themselves.');
    }
    else if (command === 'run' && name === 'env-file') {
        say('Node, which runs this program, reads such a file for itself: write "--env-from FILE".');
        return false;
    }
    else if (row === undefined) {
        say(secretWords.test(name)
            ? passwordHint((0,command_inputs/* passwordOf */.No)(command))
            : `there is no such option. ${hintFor(name)}`);
        return false;
    }
    else if ((0,option_table/* isFlag */.RV)(row)) {
        raw.set(row.name, value ?? 'true');
    }
    else if (value === undefined || (!token.inlineValue && /^-[^ ]/.test(value))) {
        say(`it needs a value. One that starts with "-" is written with "=": ${(0,inputs_row/* optionOf */.XD)(row.name)}=VALUE.`, row.name);
    }
    else if (row.kind === 'words') {
        addWord(raw, row, value);
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
function hintFor(name) {
    const plain = name.replaceAll('_', '-');
    const near = (0,nearest/* nearest */.p)(plain, option_table/* offered */.Ix) ?? (0,nearest/* nearest */.p)(plain.replace(/^no-/, ''), option_table/* offered */.Ix);
    return near === undefined ? '"--help" lists all.' : `Did you mean "--${near}"?`;
}
/** @param mayBeSecret whether one of the words may be a secret that lost its option: then none is shown. */
function commandOf(words, raw, mayBeSecret) {
    const [first, ...others] = words;
    const command = inputs_row/* commandNames */.oQ.find((known) => known === first);
    if (command === undefined)
        return { command: 'build', messages: ['no command is given: write "build" before the options.'] };
    const listed = (0,command_inputs/* inputsOf */.Vc)(command).find(({ wordsAfter = [] }) => wordsAfter.includes(command));
    if (listed !== undefined && others.length > 0) {
        raw.set(listed.name, [raw.get(listed.name) ?? [], others].flat().join('\n'));
        return { command, messages: [] };
    }
    const named = (0,command_inputs/* inputsOf */.Vc)(command).find(({ place }) => place === 'word');
    const [name, ...rest] = named === undefined ? [undefined, ...others] : others;
    if (named !== undefined && name !== undefined)
        raw.set(named.name, name);
    if (rest.length === 0)
        return { command, messages: [] };
    const what = mayBeSecret ? (0,units/* counted */.hS)(rest.length, 'word') : rest.map((word = '') => (0,shown/* shown */.S)(word)).join(', ');
    const after = named === undefined ? 'the command' : (0,inputs_row/* writtenOption */.nD)(named);
    const likely = likelyOptions[command];
    const option = likely === undefined ? 'an option,' : `an option, like ${(0,inputs_row/* optionOf */.XD)(likely)},`;
    const way = named === undefined ? '' : ' What the program is given stands after "--".';
    const verb = rest.length === 1 ? 'stands' : 'stand';
    return {
        command,
        messages: [
            `${what} ${verb} alone after ${after}: values belong to ${option} and those with spaces into quotes.${way}`,
        ],
    };
}

;// CONCATENATED MODULE: ./lib/entry/cli.js
/** The command line: a terminal's arguments to a command, and its result to the standard output and the exit code. */





async function main(programs) {
    const { env, argv, stdout } = process;
    const line = parseCommandLine(argv.slice(2));
    if (line.command === 'version') {
        stdout.write(`${versionOf(programs)}\n`);
        return;
    }
    if (line.command === 'help' && line.problems.length === 0) {
        stdout.write((await Promise.all(/* import() */[__webpack_require__.e(1191), __webpack_require__.e(1327), __webpack_require__.e(7513)]).then(__webpack_require__.bind(__webpack_require__, 47513))).helpText(line.about));
        return;
    }
    const [{ runCommand }, { openTerminal }, { readPassword }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(1191), __webpack_require__.e(1327), __webpack_require__.e(9255)]).then(__webpack_require__.bind(__webpack_require__, 79255)),
        Promise.all(/* import() */[__webpack_require__.e(606), __webpack_require__.e(1191), __webpack_require__.e(1793), __webpack_require__.e(734), __webpack_require__.e(8791)]).then(__webpack_require__.bind(__webpack_require__, 25202)),
        __webpack_require__.e(/* import() */ 8547).then(__webpack_require__.bind(__webpack_require__, 48547)),
    ]);
    const terminal = openTerminal(line, process);
    const { command, problems } = line;
    const refuse = (failure) => {
        terminal.refuse(failure.problems);
        process.exitCode = failure.exitCode;
    };
    if (command === 'help')
        return refuse(new errors/* Failure */.HR(problems));
    const raw = readPassword(line, env);
    if (raw instanceof errors/* Failure */.HR)
        return refuse(raw);
    const cache = (0,external_node_path_.join)(env['XDG_CACHE_HOME'] || (0,external_node_path_.join)((0,home/* homeOf */.l)(env), '.cache'), 'python-image-builder');
    const resources = () => ({ programs, cache });
    const code = await runCommand(command, { where: 'cli', raw, problems, env, resources, ...terminal });
    // A lost output has set a code of its own, which 0 must not replace.
    if (code !== 0)
        process.exitCode = code;
}
const versionOf = (programs) => JSON.parse((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(programs, '..', 'package.json'), 'utf8')).version;


/***/ }),

/***/ 32180:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ homeOf)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
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


/***/ }),

/***/ 50505:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ix: () => (/* binding */ offered),
/* harmony export */   RV: () => (/* binding */ isFlag),
/* harmony export */   ZO: () => (/* binding */ optionsOfCommand),
/* harmony export */   ch: () => (/* binding */ rowsByOption),
/* harmony export */   k8: () => (/* binding */ tokensOf),
/* harmony export */   pc: () => (/* binding */ secretOptions),
/* harmony export */   rG: () => (/* binding */ ownOptions)
/* harmony export */ });
/* harmony import */ var _defined_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(64222);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _command_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47192);
/* harmony import */ var _row_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38237);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8805);
/** The options of all commands, from the table of inputs, and the few that only a terminal needs. */





/** Options of every command that are no inputs. */
const ownOptions = [
    {
        name: 'json',
        description: 'Print the report as JSON on standard output; all else goes to standard error.',
        except: { command: 'run', because: 'on the standard output is what the program prints' },
    },
    { name: 'debug', description: 'Say more: every command and every request.' },
    { name: 'help', short: 'h', description: 'Print the help.' },
    { name: 'version', description: 'Print the version of this program.' },
];
/** Two commands may have inputs whose options are the same, `dry_run` and `dry-run`: that of this command is meant. */
const rowsByOption = (command) => new Map([..._table_js__WEBPACK_IMPORTED_MODULE_2__/* .inputTable */ .F, ...(0,_command_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .inputsOf */ .Vc)(command)]
    .filter((row) => !row.secret && row.place === undefined)
    .flatMap((row) => [
    [(0,_row_js__WEBPACK_IMPORTED_MODULE_3__/* .optionOf */ .XD)(row.name).slice(2), row],
    ...(row.alsoCalled?.[command] === undefined ? [] : [[row.alsoCalled[command], row]]),
]));
/** The option that would hold a secret, and the flag that asks for it to be read from standard input, where there is one. */
const secretOptions = _command_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .secretRows */ .yo.map((row) => ({
    row,
    option: (0,_row_js__WEBPACK_IMPORTED_MODULE_3__/* .optionOf */ .XD)(row.name).slice(2),
    flag: row.secret === 'password' ? (0,_row_js__WEBPACK_IMPORTED_MODULE_3__/* .writtenOption */ .nD)(row).slice(2) : undefined,
}));
const isFlag = (row) => row.kind === 'flag';
/** Of all commands: `foreignOptions` refuses those that a command does not take. */
const config = {
    ...Object.fromEntries(ownOptions.map(({ name, short }) => [name, { type: 'boolean', ...(0,_defined_js__WEBPACK_IMPORTED_MODULE_4__/* .defined */ .s)({ short }) }])),
    // Also what would hold a secret, so that the parser takes its value along and no message shows it.
    ...Object.fromEntries(secretOptions.flatMap(({ option, flag }) => [
        ...(flag === undefined ? [] : [[flag, { type: 'boolean' }]]),
        [option, { type: 'string' }],
    ])),
    ...Object.fromEntries([...rowsByOption('build')].flatMap(([option, row]) => isFlag(row)
        ? [
            [option, { type: 'boolean' }],
            [`no-${option}`, { type: 'boolean' }],
        ]
        : [[option, { type: 'string', multiple: true }]])),
};
/** Names of options that may be given: none would hold a secret. */
const offered = Object.keys(config).filter((name) => secretOptions.every(({ option }) => option !== name));
/**
 * Options that another command does not have so: other names of inputs, and those of docker that have a letter; of the same
 * options of other commands, `--user`, nobody expects one.
 */
function optionsOfCommand(command) {
    const value = { type: 'string', multiple: true };
    const rows = command === undefined ? [] : (0,_command_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .inputsOf */ .Vc)(command);
    return Object.fromEntries(rows.flatMap(({ name, short, alsoCalled = {} }) => {
        const also = command && alsoCalled[command];
        return [
            ...(command !== 'run' || short === undefined ? [] : [[(0,_row_js__WEBPACK_IMPORTED_MODULE_3__/* .optionOf */ .XD)(name).slice(2), { ...value, short }]]),
            ...(also === undefined ? [] : [[also, value]]),
        ];
    }));
}
/** The words of a command line. @param own see `optionsOfCommand`. */
function tokensOf(argv, own = {}) {
    const options = { ...config, ...own };
    return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true }).tokens;
}


/***/ })

};
