export const id = 2162;
export const ids = [2162];
export const modules = {

/***/ 1246:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ messageAt),
/* harmony export */   o: () => (/* binding */ parseConfig)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _names_shown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8065);
/* harmony import */ var _small_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53252);
/**
 * Reads a file such as setup.cfg as Python's configparser does. By hand: `ini` on npm knows no values of several lines and
 * cuts comments off behind values, `configparser` there knows no such values either, and none gives the place of a fault.
 */



/**
 * Reads sections, options (`name = value`, `name: value`), indented lines that go on with a value, and whole lines of
 * comments (`#`, `;`). `%(name)s` is left as it is.
 *
 * @throws Failure with the first ten faults: a line that is nothing of these, and a section or an option that is there twice.
 */
function parseConfig({ path, text }) {
    const problems = [];
    const sections = new Map();
    let section;
    let value;
    let indent = 0;
    for (const [index, whole] of text.split(/\r\n|\r|\n/).entries()) {
        const content = whole.trim();
        const line = { text: content, line: index + 1, column: whole.length - whole.trimStart().length + 1 };
        const wrong = (what) => {
            problems.push({ station: 'input', about: path, message: messageAt(path, line, what) });
        };
        if (/^[#;]/.test(content))
            continue;
        if (content === '') {
            value?.push({ ...line, column: 1 });
            continue;
        }
        if (value !== undefined && line.column > indent) {
            value.push(line);
            continue;
        }
        indent = line.column;
        const header = /^\[(.+)\]/s.exec(content)?.[1];
        if (header !== undefined) {
            const isSecond = sections.has(header) && header !== 'DEFAULT';
            if (isSecond)
                wrong(`the section ${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .S)(header)} is there twice.`);
            section = (isSecond ? undefined : sections.get(header)) ?? new Map();
            sections.set(header, section);
            value = undefined;
            continue;
        }
        const end = content.search(/[=:]/);
        const name = end > 0 ? content.slice(0, end).trimEnd() : undefined;
        if (section === undefined) {
            wrong(`expected a section like "[metadata]" before everything else; ${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .S)(content)} stands there.`);
            break;
        }
        if (name === undefined) {
            wrong(`expected "name = value", a section like "[metadata]", or a value's next line, which is indented; ${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .S)(content)} stands there.`);
            continue;
        }
        if (section.has(name))
            wrong(`the option ${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .S)(name)} is in this section twice.`);
        const rest = content.slice(end + 1).trimStart();
        value = [{ text: rest, line: line.line, column: line.column + content.length - rest.length }];
        section.set(name, value);
    }
    if (problems.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR((0,_small_file_js__WEBPACK_IMPORTED_MODULE_1__/* .firstProblems */ .fr)(path, problems));
    const defaults = sections.get('DEFAULT') ?? [];
    sections.delete('DEFAULT');
    return new Map([...sections].map(([name, options]) => [name, new Map([...defaults, ...options])]));
}
/** A message about a place in a file. */
const messageAt = (path, { line, column }, what) => `${path}, line ${line}, column ${column}: ${what}`;


/***/ }),

/***/ 71305:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ projectFacts)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/names/package-name.js
var package_name = __webpack_require__(28066);
// EXTERNAL MODULE: ./lib/names/image-name.js
var image_name = __webpack_require__(57257);
// EXTERNAL MODULE: ./node_modules/smol-toml/dist/index.js + 8 modules
var dist = __webpack_require__(3292);
// EXTERNAL MODULE: ./lib/defined.js
var defined = __webpack_require__(64222);
// EXTERNAL MODULE: ./lib/lock/toml.js
var toml = __webpack_require__(75327);
// EXTERNAL MODULE: ./lib/names/package-version.js
var package_version = __webpack_require__(29033);
// EXTERNAL MODULE: ./lib/sources/project/config-parser.js
var config_parser = __webpack_require__(1246);
// EXTERNAL MODULE: ./lib/names/shown.js
var shown = __webpack_require__(8065);
;// CONCATENATED MODULE: ./lib/sources/project/statements.js


/** Why a text cannot be the name of a project (PEP 508); undefined where it can. */
function wrongName(text) {
    const isName = (0,package_name/* splitHead */.nD)(text)?.rest === '' && !text.includes('[');
    return isName ? undefined : `${(0,shown/* shown */.S)(text)} is not a project's name: ${package_name/* nameRule */.Mp}.`;
}

;// CONCATENATED MODULE: ./lib/sources/project/pyproject.js







/** Names in `project.dynamic` (pyproject.toml specification). */
const dynamicNames = {
    name: 'name',
    scripts: 'scripts',
    extras: 'optional-dependencies',
    requiresPython: 'requires-python',
};
const fields = Object.keys(dynamicNames);
/**
 * Reads `[project]`, or what Poetry and Flit had before it. Their tables count where the build backend is theirs or none is
 * named.
 *
 * @throws Failure with the place of what is no TOML, or with all values that are of another kind than they must be.
 */
function readPyproject({ path, text }) {
    const check = checkerOf(path);
    const page = parsePage(path, text);
    const backend = check.text(check.table(page, 'build-system'), 'build-backend', 'build-system.');
    const tool = check.table(page, 'tool') ?? {};
    const ownTool = (name) => backend === undefined || backend.includes(name) ? check.table(tool, name, 'tool.') : undefined;
    const project = check.table(page, 'project');
    const poetry = ownTool('poetry');
    const flit = check.table(ownTool('flit'), 'metadata', 'tool.flit.');
    const said = [];
    if (project !== undefined)
        said.push(projectStatements(project, check));
    if (poetry !== undefined)
        said.push(poetryStatements(poetry, check));
    else if (project === undefined && flit !== undefined)
        said.push(flitStatements(flit, ownTool('flit') ?? {}, check));
    const dynamic = check.texts(project, 'dynamic', 'project.');
    const isElsewhere = (field) => said.length === 0 || (dynamic.includes(dynamicNames[field]) && poetry === undefined);
    const elsewhere = fields.filter(isElsewhere);
    const statements = merged(said, elsewhere);
    if (project !== undefined && !Object.hasOwn(project, 'name') && statements.name === undefined)
        check.wrong('project.name is missing: [project] names the project.');
    check.done();
    return { statements, elsewhere };
}
/** The first that says a field. Poetry takes its own lists where those of `[project]` are empty. */
function merged(said, elsewhere) {
    const names = (field) => said.map((one) => one[field]).find((found) => found !== undefined && found.length > 0) ??
        (elsewhere.includes(field) ? undefined : []);
    return (0,defined/* defined */.s)({
        name: said.find(({ name }) => name !== undefined)?.name,
        scripts: names('scripts'),
        extras: names('extras'),
        requiresPython: said.find(({ requiresPython }) => requiresPython !== undefined)?.requiresPython,
    });
}
function parsePage(path, text) {
    try {
        return (0,dist/* parse */.qg)(text);
    }
    catch (error) {
        if (!(error instanceof dist/* TomlError */.zx))
            throw error;
        const [reason = ''] = error.message.replace('Invalid TOML document: ', '').split('\n');
        const message = (0,config_parser/* messageAt */.$)(path, error, `it is no TOML: ${reason}.`);
        throw new errors/* Failure */.HR([{ station: 'input', about: path, message }]);
    }
}
function checkerOf(path) {
    const problems = new Map();
    const wrong = (what) => {
        const message = `${path}: ${what}`;
        problems.set(message, { station: 'input', about: path, message });
    };
    const take = (is, kind) => (of, key, prefix = '') => {
        const value = of !== undefined && Object.hasOwn(of, key) ? of[key] : undefined;
        if (value === undefined || is(value))
            return value;
        wrong(`${prefix}${key} is not ${kind}.`);
        return undefined;
    };
    const isText = (value) => typeof value === 'string';
    const texts = take((value) => Array.isArray(value) && value.every(isText), 'a list of texts');
    return {
        table: take(toml/* isTable */.b, 'a table'),
        text: take(isText, 'a text'),
        texts: (of, key, prefix) => texts(of, key, prefix) ?? [],
        wrong,
        done: () => {
            if (problems.size > 0)
                throw new errors/* Failure */.HR([...problems.values()]);
        },
    };
}
function nameIn(table, key, prefix, check) {
    const name = check.text(table, key, prefix);
    const wrongly = name === undefined ? undefined : wrongName(name);
    if (wrongly !== undefined)
        check.wrong(`${prefix}${key} ${wrongly}`);
    return name;
}
/** The names of a table whose values are all texts. */
function scriptsIn(table, prefix, check) {
    const scripts = check.table(table, 'scripts', prefix);
    const names = scripts && Object.keys(scripts);
    for (const name of names ?? [])
        check.text(scripts, name, `${prefix}scripts.`);
    return names;
}
const keysIn = (table, key, prefix, check) => {
    const found = check.table(table, key, prefix);
    return found && Object.keys(found);
};
function projectStatements(project, check) {
    const groups = check.table(project, 'entry-points', 'project.');
    if (groups !== undefined && Object.hasOwn(groups, 'console_scripts'))
        check.wrong('project.entry-points.console_scripts must not be there: its scripts belong into project.scripts.');
    return (0,defined/* defined */.s)({
        name: nameIn(project, 'name', 'project.', check),
        scripts: scriptsIn(project, 'project.', check),
        extras: keysIn(project, 'optional-dependencies', 'project.', check),
        requiresPython: check.text(project, 'requires-python', 'project.'),
    });
}
function poetryStatements(poetry, check) {
    const scripts = check.table(poetry, 'scripts', 'tool.poetry.') ?? {};
    const prefix = 'tool.poetry.scripts.';
    const names = Object.entries(scripts).flatMap(([name, script]) => {
        if (typeof script === 'string')
            return [name];
        if (!(0,toml/* isTable */.b)(script)) {
            check.wrong(`${prefix}${name} is neither a text nor a table.`);
            return [];
        }
        // Poetry 1 knew `callable`, too. A reference without a type, and one of the type `file`, is no console script.
        const isConsole = check.text(script, 'callable', `${prefix}${name}.`) !== undefined ||
            check.text(script, 'type', `${prefix}${name}.`) === 'console';
        return isConsole ? [name] : [];
    });
    const dependencies = check.table(poetry, 'dependencies', 'tool.poetry.') ?? {};
    const python = dependencies['python'];
    return (0,defined/* defined */.s)({
        name: nameIn(poetry, 'name', 'tool.poetry.', check),
        scripts: names,
        extras: keysIn(poetry, 'extras', 'tool.poetry.', check),
        requiresPython: typeof python === 'string' ? specifiersOf(python) : undefined,
    });
}
/** Poetry's `^3.9`, `~3.9` and `3.9.*` as specifiers of PEP 440; undefined for what has no such, like `3.8 || 3.10`. */
function specifiersOf(constraint) {
    const clauses = constraint.split(/[\s,]+(?![\s\d])/).map((clause) => clause.replaceAll(/\s/g, ''));
    const texts = clauses.filter((clause) => clause !== '' && clause !== '*').map(specifierOf);
    const text = texts.join(',');
    return text !== '' && !texts.includes(undefined) && (0,package_version/* parseSpecifiers */.$h)(text).ok ? text : undefined;
}
function specifierOf(clause) {
    const [, sign = '', version = ''] = /^(\^|~(?!=))?(\d+(?:\.\d+)*(?:\.\*)?)$/.exec(clause) ?? [];
    if (version === '')
        return clause;
    const [major = 0, minor = 0] = version.split('.').map(Number);
    if (sign === '^')
        return `>=${version},<${major + 1}`;
    if (sign === '~')
        return `>=${version},<${version.includes('.') ? `${major}.${minor + 1}` : major + 1}`;
    return `==${version}`;
}
/** `[tool.flit.metadata]`, which Flit took before version 4. */
function flitStatements(metadata, flit, check) {
    const prefix = 'tool.flit.metadata.';
    return (0,defined/* defined */.s)({
        name: nameIn(metadata, 'dist-name', prefix, check) ?? nameIn(metadata, 'module', prefix, check),
        scripts: scriptsIn(flit, 'tool.flit.', check),
        extras: keysIn(metadata, 'requires-extra', prefix, check),
        requiresPython: check.text(metadata, 'requires-python', prefix),
    });
}

;// CONCATENATED MODULE: ./lib/sources/project/setup-cfg.js





/**
 * Reads the sections of setuptools (`options`, `options.entry_points`, `options.extras_require`) and those of pbr
 * (`entry_points`, `extras`). setup.py may add to each.
 *
 * @throws Failure with all faults.
 */
function readSetupCfg(file) {
    const config = (0,config_parser/* parseConfig */.o)(file);
    const problems = [];
    const wrong = (line, what) => {
        problems.push({ station: 'input', about: file.path, message: (0,config_parser/* messageAt */.$)(file.path, line, what) });
    };
    const name = firstLine(setup_cfg_option(config, 'metadata', 'name'));
    const wrongly = name && wrongName(name.text);
    if (name !== undefined && wrongly !== undefined)
        wrong(name, wrongly);
    const scripts = scriptsOf(config)?.flatMap((line) => {
        const script = /^([^=]*[^=\s])\s*=\s*\S/.exec(line.text)?.[1];
        if (script === undefined)
            wrong(line, `${(0,shown/* shown */.S)(line.text)} is not a console script: write "name = package.module:function".`);
        return script ?? [];
    });
    if (problems.length > 0)
        throw new errors/* Failure */.HR(problems);
    const requiresPython = setup_cfg_option(config, 'options', 'python_requires') ??
        setup_cfg_option(config, 'metadata', 'python_requires') ??
        setup_cfg_option(config, 'metadata', 'requires_python');
    return (0,defined/* defined */.s)({
        name: name?.text,
        scripts,
        extras: extrasOf(config),
        requiresPython: requiresPython && textOf(requiresPython),
    });
}
/** setuptools and pbr take upper case and dashes in the names of their own options. */
function setup_cfg_option(config, section, name) {
    const options = [...(config.get(section) ?? [])];
    return options.find(([written]) => written.toLowerCase().replaceAll('-', '_') === name)?.[1];
}
const firstLine = (value) => value?.find(({ text }) => text !== '');
const textOf = (value) => value.map(({ text }) => text).join('');
function scriptsOf(config) {
    const setuptools = config.get('options.entry_points')?.get('console_scripts');
    const value = setuptools ?? setup_cfg_option(config, 'entry_points', 'console_scripts');
    const lines = value?.filter(({ text }) => text !== '');
    // A list of setuptools that is on the option's own line has commas.
    const isOneLine = lines?.length === 1 && lines[0] === value?.[0];
    if (setuptools === undefined || !isOneLine)
        return lines;
    return lines
        .flatMap((line) => line.text.split(',').map((part) => ({ ...line, text: part.trim() })))
        .filter(({ text }) => text !== '');
}
/** pbr writes a marker behind the name: `name:(python_version<'3')`, where the colon ends the option's name. */
function extrasOf(config) {
    const sections = [config.get('options.extras_require'), config.get('extras')].filter((section) => section !== undefined);
    return sections.length === 0 ? undefined : [...new Set(sections.flatMap((section) => [...section.keys()]))];
}

;// CONCATENATED MODULE: ./lib/sources/project/project-facts.js
/** What a project says of itself in pyproject.toml and setup.cfg, without running anything of it. */





/**
 * A field is undefined where neither file says it: setup.py may, or the build backend. What pyproject.toml says, or may
 * say alone, is not asked of setup.cfg.
 *
 * @throws Failure with the faults of both files.
 */
function projectFacts({ pyproject, setupCfg }) {
    const problems = [];
    const read = (file, reader) => {
        try {
            return file && reader(file);
        }
        catch (error) {
            if (!(error instanceof errors/* Failure */.HR))
                throw error;
            problems.push(...error.problems);
            return undefined;
        }
    };
    const [first, second] = [read(pyproject, readPyproject), read(setupCfg, readSetupCfg)];
    if (problems.length > 0)
        throw new errors/* Failure */.HR(problems);
    const open = Object.entries(second ?? {}).filter(([field]) => first?.elsewhere.includes(field) ?? true);
    const { name, ...facts } = { ...Object.fromEntries(open), ...first?.statements };
    return name === undefined ? facts : { name: projectName(name), ...facts };
}
function projectName(written) {
    const normalized = (0,package_name/* normalizedName */.j8)(written);
    const image = written.toLowerCase().replaceAll('_', '-');
    // `a-.b` is a name of a package, and none of an image.
    return { written, normalized, image: (0,image_name/* parseRepository */.SU)('localhost', image).ok ? image : normalized };
}


/***/ }),

/***/ 54508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ chosenScripts),
/* harmony export */   kR: () => (/* binding */ requireNames),
/* harmony export */   tO: () => (/* binding */ imageName)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _names_image_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57257);
/* harmony import */ var _names_nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13114);
/* harmony import */ var _names_shown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8065);
/** Which console scripts get an image, and what it is called. */




const byScripts = { about: 'scripts', word: 'scripts' };
const byCommands = { about: 'verify_commands', word: 'verify_commands' };
/** @throws Failure where a script is asked for that the project does not have, or it has none. */
function chosenScripts(all, { scripts, verifyCommands, chosenBy = byScripts, }) {
    const named = [...scripts, ...Object.keys(verifyCommands)];
    const [known, wanted] = [new Set(all), new Set(scripts)];
    const problems = [...new Set(named)]
        .filter((name) => !known.has(name))
        .map((name) => {
        const near = (0,_names_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)(name, all);
        const way = `${near === undefined ? '' : `Did you mean "${near}"? `}It has ${all.join(', ') || 'none'}.`;
        const { about, word } = wanted.has(name) ? chosenBy : byCommands;
        return {
            station: 'input',
            about,
            message: `${word}: the project has no console script ${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .S)(name)}. ${way}`,
        };
    });
    if (problems.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(problems);
    if (all.length === 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR([
            {
                station: 'input',
                about: 'path',
                message: 'The project has no console script, so that there is nothing to make an image of. [project.scripts] in pyproject.toml names them.',
            },
        ]);
    return scripts.length === 0 ? all : all.filter((name) => wanted.has(name));
}
/** @throws Failure with names that no image can have, and those that would be one image. */
function requireNames(names, { chosenBy } = {}) {
    /** The first script of each image. */
    const taken = new Map();
    const problems = names.flatMap((name) => {
        const image = imageName(name);
        const say = (what) => ({
            station: 'input',
            about: chosenBy?.about ?? byScripts.about,
            message: `the console script ${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .S)(name)} ${what}`,
        });
        if (!(0,_names_image_name_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRepository */ .SU)('localhost', image).ok)
            return [
                say(`can be no name of an image: that has letters and digits, parted by single ".", "_", "__" or "-". ${chosenBy === undefined ? 'Leave it out with the input scripts' : 'Give it another name in pyproject.toml'}.`),
            ];
        const same = taken.get(image);
        if (same === undefined)
            taken.set(image, name);
        return same === undefined
            ? []
            : [
                say(`and ${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .S)(same)} would both be the image ${image}: ${chosenBy === undefined ? 'choose one with the input scripts' : 'give one another name in pyproject.toml'}.`),
            ];
    });
    if (problems.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(problems);
}
/** The last part of an image's name: that of the script, as `pbrx` has it, which is in lower case in a registry. */
const imageName = (name) => name.toLowerCase();


/***/ }),

/***/ 18275:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Oo: () => (/* binding */ requireHistory),
/* harmony export */   Ul: () => (/* binding */ readFiles),
/* harmony export */   vz: () => (/* binding */ sourceOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _defined_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64222);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _names_shown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8065);
/* harmony import */ var _followed_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43816);
/* harmony import */ var _small_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53252);
/** Where the source of a project is, and the files of it that are read here. */






/** @throws Failure where there is no such folder. */
async function sourceOf({ files, run }, path) {
    const folder = files.absolute(path);
    if ((await files.stat(folder))?.kind !== 'folder')
        throw wrong('path', `There is no folder ${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .S)(path)}. The input path is the folder of the project.`);
    const git = async (...args) => {
        const ran = await run({ program: 'git', args: ['-C', folder, ...args] });
        return ran.code === 0 ? ran.stdout.trim() : undefined;
    };
    const root = await git('rev-parse', '--show-toplevel');
    const within = await git('rev-parse', '--show-prefix');
    const epoch = Number((await git('log', '-1', '--format=%ct')) ?? NaN);
    return {
        root: root ?? folder,
        path: within?.replace(/\/$/, '') || '.',
        // Archives cannot hold an earlier year than 1980.
        epoch: Number.isFinite(epoch) ? epoch : 315_532_800,
        isShallow: (await git('rev-parse', '--is-shallow-repository')) === 'true',
    };
}
/** What makes versions of the history. Without all of it, some of them make up one. */
const historians = /setuptools[-_]scm|hatch-vcs|\bpbr\b|versioneer|versioningit|vcs-versioning|poetry-dynamic-versioning|pdm\.version|flit[-_]scm/;
/** @throws Failure where the version would be made of a history that is not there. */
function requireHistory(files, { isShallow }) {
    const asked = [files.pyproject, files.setupCfg, files.setupPy].find((file) => file !== undefined && historians.test(file.text));
    if (isShallow && asked !== undefined)
        throw wrong('path', `The version is made of the Git history (${asked.path} says so), and this clone has only a part of that: fetch all of it with its tags, in a workflow with "fetch-depth: 0" of actions/checkout.`);
}
/** Files that this program reads itself. */
const isRead = (name) => /^(?:pyproject\.toml|setup\.cfg|setup\.py|bindep\.txt|uv\.lock|pylock\.toml|requirements.*\.txt)$/.test(name);
/** @throws Failure where the folder holds no project, or files that are none of a project. */
async function readFiles({ files }, folder, { root, path: within }) {
    const entries = await files.entries(files.absolute(folder));
    const links = entries.filter(({ name, kind }) => kind === 'link' && isRead(name));
    const ways = await Promise.all(links.map(({ name }) => (0,_followed_js__WEBPACK_IMPORTED_MODULE_2__/* .followed */ .X)(files, root, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, within, name))));
    const problems = links
        .filter((_, at) => ways[at] === 'outside')
        .map(({ name }) => ({
        station: 'input',
        about: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, name),
        message: `${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, name)} is a link out of ${root === files.absolute(folder) ? 'the project' : 'the repository'}. Only what is in it is built: copy the file.`,
    }));
    if (problems.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(problems);
    const read = async (name) => {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, name);
        const text = await (0,_small_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readSmall */ .o5)(files, path);
        return text === undefined ? undefined : { path, text };
    };
    const [pyproject, setupCfg, setupPy, bindep] = await (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .gather */ .kg)(['pyproject.toml', 'setup.cfg', 'setup.py', 'bindep.txt'].map(read));
    if (pyproject === undefined && setupCfg === undefined && setupPy === undefined)
        throw wrong('path', `There is no pyproject.toml, setup.cfg or setup.py in ${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .S)(folder)}: a Python project has one of them. Name its folder in the input path.`);
    const names = entries.map(({ name }) => name);
    return { names, ...(0,_defined_js__WEBPACK_IMPORTED_MODULE_5__/* .defined */ .s)({ pyproject, setupCfg, setupPy, bindep }) };
}
const wrong = (about, message) => new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR([{ station: 'input', about, message }]);


/***/ })

};
