export const id = 7513;
export const ids = [7513];
export const modules = {

/***/ 47513:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   exitCodes: () => (/* binding */ exitCodes),
/* harmony export */   helpText: () => (/* binding */ helpText),
/* harmony export */   inputsInOrder: () => (/* binding */ inputsInOrder),
/* harmony export */   optionTexts: () => (/* binding */ optionTexts),
/* harmony export */   ownOptionTexts: () => (/* binding */ ownOptionTexts)
/* harmony export */ });
/* harmony import */ var _inputs_command_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47192);
/* harmony import */ var _inputs_option_table_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50505);
/* harmony import */ var _inputs_row_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38237);
/* harmony import */ var _inputs_table_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8805);
/* harmony import */ var _commands_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1327);
/** The command line's help, from the rows of the commands and the table of inputs. The tables of docs/command-line.md are of it. */





const program = 'python-image-builder';
const columns = 100;
/** The command that help without a name shows whole. */
const mainCommand = 'build';
/** So many options are one list; more have a heading for each group. */
const mostInOneList = 14;
/** Help for all commands, or for one. Ends with a line break; no line is longer than 100 columns, URLs excepted. */
function helpText(about = 'help') {
    const lines = about === 'help' ? overview() : helpOf(about);
    return `${lines.join('\n')}\n`;
}
function overview() {
    const others = _inputs_row_js__WEBPACK_IMPORTED_MODULE_4__/* .commandNames */ .oQ.filter((name) => name !== mainCommand);
    return [
        ...wrap(_commands_js__WEBPACK_IMPORTED_MODULE_3__/* .commands */ .P[mainCommand].summary),
        '',
        'Usage',
        ..._inputs_row_js__WEBPACK_IMPORTED_MODULE_4__/* .commandNames */ .oQ.map((name) => `  ${usageOf(name)}`),
        `  ${program} help [COMMAND]`,
        `  ${program} version`,
        '',
        ...others.flatMap((name) => wrap(`"${name}" ${clauseOf(_commands_js__WEBPACK_IMPORTED_MODULE_3__/* .commands */ .P[name].summary)}: "${name} --help".`)),
        '',
        ...detailsOf(mainCommand),
    ];
}
const usageOf = (name) => `${program} ${name} ${_commands_js__WEBPACK_IMPORTED_MODULE_3__/* .commands */ .P[name].usage}`;
/** A sentence as a part of another one. */
const clauseOf = (sentence) => `${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/\.$/, '')}`;
function helpOf(name) {
    const { description } = _commands_js__WEBPACK_IMPORTED_MODULE_3__/* .commands */ .P[name];
    return [
        `Usage: ${usageOf(name)}`,
        '',
        ...(description === undefined ? [] : [...wrap(description), '']),
        ...detailsOf(name),
    ];
}
function detailsOf(name) {
    const own = ownOptionTexts(name).flatMap(optionLines);
    const inOneList = optionTexts(name).flatMap(optionLines);
    return [
        'Examples',
        ..._commands_js__WEBPACK_IMPORTED_MODULE_3__/* .commands */ .P[name].examples.flatMap(({ text, lines }) => [
            ...wrap(text, 2),
            ...lines.map((line) => `    ${line}`),
            '',
        ]),
        ...((0,_inputs_command_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .inputsOf */ .Vc)(name).length <= mostInOneList
            ? ['Options', ...inOneList, ...own, '', ...exitCodeLines()]
            : [...inGroups(name), 'Everywhere', ...own, '', ...exitCodeLines()]),
    ];
}
const inGroups = (name) => _inputs_row_js__WEBPACK_IMPORTED_MODULE_4__/* .groups */ .TN.flatMap((group) => {
    const rows = inputsInOrder(name).filter((row) => (row.groupOf?.[name] ?? row.group) === group);
    return rows.length === 0 ? [] : [group, ...rows.flatMap((row) => optionLines(optionText(name, row))), ''];
});
const exitCodeLines = () => [
    'Exit codes',
    ...exitCodes.map(([code, text]) => `  ${code.padStart(3)}  ${text}`),
];
const optionLines = ([option, meaning]) => [`  ${option}`, ...wrap(meaning, 6)];
/** The inputs of a command; those that it names first come first. */
function inputsInOrder(name) {
    const { first = [] } = _commands_js__WEBPACK_IMPORTED_MODULE_3__/* .commands */ .P[name];
    const place = (row) => first.includes(row.name) ? first.indexOf(row.name) : first.length;
    return (0,_inputs_command_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .inputsOf */ .Vc)(name).toSorted((one, other) => place(one) - place(other));
}
/** The options of a command, in the same order. */
const optionTexts = (name) => inputsInOrder(name).map((row) => optionText(name, row));
/** Those of a command that are no inputs; without one, those that nearly all take. */
const ownOptionTexts = (command) => _inputs_option_table_js__WEBPACK_IMPORTED_MODULE_1__/* .ownOptions */ .rG
    .filter(({ except }) => except === undefined || except.command !== command)
    .map(({ name, short, description }) => [
    short === undefined ? `--${name}` : `-${short}, --${name}`,
    description,
]);
function optionText(name, row) {
    const words = (0,_inputs_command_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .wordsFor */ .tu)(name, row);
    const { usage, description, example, inHelp } = words;
    const isMany = row.kind === 'lines' || row.kind === 'list' || (row.kind === 'words' && row.place === undefined);
    const meaning = [
        asOptions(description),
        ...(isMany ? ['May be given more than once.'] : []),
        ...(example === undefined ? [] : [`Example: ${example}`]),
    ];
    return [
        `${usage ?? usageOfOption(row)}${defaultOf(row, words)}`,
        inHelp === undefined ? meaning.join(' ') : asOptions(inHelp),
    ];
}
function usageOfOption(row) {
    const name = (0,_inputs_row_js__WEBPACK_IMPORTED_MODULE_4__/* .writtenOption */ .nD)(row);
    if (row.secret || row.place !== undefined)
        return name;
    if (row.kind === 'flag')
        return `${name}, --no-${name.slice(2)}`;
    return `${name} ${row.choices === undefined ? values[row.kind] : row.choices.join('|')}`;
}
function defaultOf(row, { cliDefaultWords }) {
    if (row.required === true)
        return '  (required)';
    const words = cliDefaultWords ?? row.cliDefault ?? row.default;
    // A flag is off unless it says otherwise.
    return words === '' || (row.kind === 'flag' && words === 'false') ? '' : `  (default: ${words})`;
}
/** Descriptions name other inputs as a workflow does; here they are options. */
const asOptions = (text) => text.replaceAll(/`([^`]+)`/g, (_, code) => _inputs_table_js__WEBPACK_IMPORTED_MODULE_2__/* .inputTable */ .F.some((row) => row.name === code) ? (0,_inputs_row_js__WEBPACK_IMPORTED_MODULE_4__/* .optionOf */ .XD)(code) : `"${code}"`);
const exitCodes = [
    ['0', 'done'],
    ['1', 'an error of this program itself'],
    ['2', 'an input is wrong'],
    ['3', 'the package index does not have what is wanted, or could not be reached'],
    ['4', 'a registry refused, could not be reached, or lacks an image, or a part of one, that is needed'],
    ['5', 'the build failed'],
    ['6', 'the checks or an advisory hold the image back, and no tag was moved; or no signature counts'],
    ['7', 'a file or folder of this machine cannot be read or written'],
    ['130', 'interrupted with Ctrl-C; what was published is said'],
    ['143', 'ended by SIGTERM; the same'],
];
/** What stands for the value, in capitals. */
const values = { text: 'VALUE', words: 'VALUE', lines: 'LINE', list: 'LIST', choice: 'VALUE' };
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


/***/ })

};
