export const id = 6643;
export const ids = [6643];
export const modules = {

/***/ 26643:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run),
  show: () => (/* binding */ show)
});

// EXTERNAL MODULE: ./lib/defined.js
var defined = __webpack_require__(64222);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/commands/require-files.js
var require_files = __webpack_require__(9579);
// EXTERNAL MODULE: ./lib/dockerfile/custom.js + 1 modules
var custom = __webpack_require__(63581);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/file-failure.js
var file_failure = __webpack_require__(32030);
// EXTERNAL MODULE: ./lib/names/shown.js
var shown = __webpack_require__(8065);
// EXTERNAL MODULE: ./lib/registry/reference.js
var registry_reference = __webpack_require__(9758);
// EXTERNAL MODULE: ./lib/session/registries.js + 1 modules
var registries = __webpack_require__(6724);
// EXTERNAL MODULE: ./lib/sources/small-file.js
var small_file = __webpack_require__(53252);
// EXTERNAL MODULE: ./lib/sources/tree/find.js
var find = __webpack_require__(73716);
// EXTERNAL MODULE: ./lib/sources/tree/pins.js
var pins = __webpack_require__(27743);
;// CONCATENATED MODULE: ./lib/commands/pins.js
/** Compares the images of a file of pins with what their tags have today, and brings the file up to date. */












/** Never throws for what a user can act on: the report carries it. */
async function pins_pins(world, inputs) {
    const path = inputs.pins ?? (0,external_node_path_.join)(inputs.path, 'digests.env');
    const failed = (problems) => ({
        path,
        pins: [],
        isWritten: false,
        problems,
    });
    try {
        const untrusted = inputs.caBundle === undefined ? undefined : await (0,require_files/* caBundleProblem */.uk)(world, inputs.caBundle);
        if (untrusted !== undefined)
            return failed([untrusted]);
        const text = await (0,small_file/* readSmall */.o5)(world.files, path);
        if (text === undefined)
            return failed([absent(path)]);
        const read = (0,pins/* readPins */.LF)(text);
        if (read.messages.length > 0)
            return failed((0,pins/* pinProblems */.SM)(path, read));
        const named = (0,pins/* withImages */.nS)(read.pins, await references(world, inputs.path));
        const { reader } = await (0,registries/* openRegistries */.c)(world, {});
        const found = await Promise.all(named.map((pin) => lookUp(reader, pin)));
        const problems = found.flatMap(({ problem }) => problem ?? []);
        const today = Object.fromEntries(found.flatMap(({ pin, digest }) => pin.image === undefined || digest === undefined ? [] : [[pin.image, digest]]));
        const moved = (0,pins/* movedPins */.e0)(named, today);
        const isWritten = inputs.update && moved.length > 0;
        if (isWritten)
            await world.files.replace(path, Buffer.from((0,pins/* updatePins */.SE)(text, moved)));
        return { path, pins: found.map(rowOf), isWritten, problems };
    }
    catch (error) {
        const failure = error instanceof errors/* Failure */.HR ? error : (0,file_failure/* fileFailure */.fE)(error);
        if (failure === undefined)
            throw error;
        return failed(failure.problems);
    }
}
/** References of all Dockerfiles, which say of which image a digest is that stands alone. */
async function references({ files }, root) {
    if ((await files.stat(root))?.kind !== 'folder')
        return [];
    const found = await (0,find/* findDockerfiles */.v)(files, { root, exclude: [], named: [] }).catch((error) => {
        if (error instanceof errors/* Failure */.HR)
            return [];
        throw error;
    });
    const texts = await Promise.all(found.map(({ path }) => files.read(path)));
    return texts.flatMap((text) => (0,custom/* readCustomDockerfile */.e)(text ?? '', {}).bases);
}
async function lookUp(reader, pin) {
    const reference = pin.image === undefined ? undefined : (0,registry_reference/* parseReference */.F2)(pin.image);
    if (reference === undefined)
        return { pin };
    if (!reference.ok)
        return { pin, problem: [problem(pin, reference.message)] };
    const { repository, tag } = reference.value;
    try {
        const head = await reader.headManifest(repository, tag ?? 'latest');
        if (head === undefined)
            return { pin, problem: [problem(pin, `${pin.image} does not exist any more.`)] };
        return { pin, digest: head.digest };
    }
    catch (error) {
        if (!(error instanceof errors/* Failure */.HR))
            throw error;
        return { pin, problem: error.problems.map((one) => ({ ...one, message: inLine(pin, one.message) })) };
    }
}
const problem = (pin, message) => ({
    station: 'registry',
    about: pin.name,
    message: inLine(pin, message),
});
const inLine = ({ name, line }, message) => `line ${line}, ${name}: ${message}`;
const rowOf = ({ pin, digest }) => ({
    name: pin.name,
    line: pin.line,
    digest: pin.digest,
    ...(0,defined/* defined */.s)({ image: pin.image, today: digest }),
});
const absent = (path) => ({
    station: 'input',
    about: 'pins',
    message: `There is no file ${(0,shown/* shown */.S)(path)} of pins: lines NAME=value, with an image and its digest. Name it in the input pins.`,
});

// EXTERNAL MODULE: ./lib/report/escape.js
var report_escape = __webpack_require__(72527);
// EXTERNAL MODULE: ./lib/report/layout.js
var layout = __webpack_require__(65526);
// EXTERNAL MODULE: ./lib/report/units.js
var units = __webpack_require__(88861);
;// CONCATENATED MODULE: ./lib/report/pins.js



/** Ends with a newline; empty where nothing was looked up. */
function pinsText({ path, pins, isWritten, problems }, style = layout/* plainStyle */.sj) {
    if (pins.length === 0)
        return problems.length > 0 ? '' : `${(0,report_escape/* oneLine */.TN)(path)} pins no image.\n`;
    const moved = pins.filter(isMoved).length;
    const unknown = pins.filter(({ image, today }) => image !== undefined && today === undefined);
    const head = moved === 0 ? 'Nothing moved' : `${(0,units/* counted */.hS)(moved, 'pin')} moved`;
    const wayOut = isWritten
        ? `, and ${(0,report_escape/* oneLine */.TN)(path)} has ${moved === 1 ? 'its digest' : 'their digests'} of today`
        : moved === 0
            ? ''
            : `: --update writes ${moved === 1 ? 'it' : 'them'}`;
    const left = unknown.length === 0
        ? ''
        : `; ${unknown.map(({ name }) => (0,report_escape/* oneLine */.TN)(name)).join(', ')} could not be looked up, and ${unknown.length === 1 ? 'stays as it is' : 'stay as they are'}`;
    const rows = pins.map((pin) => [(0,report_escape/* oneLine */.TN)(pin.name), (0,report_escape/* oneLine */.TN)(pin.image ?? '-'), stateText(pin)]);
    return `${(0,layout/* painted */.C$)(style, 'bold', `${head}${wayOut}${left}.`)}\n${(0,layout/* columns */.YB)(rows, style).join('\n')}\n`;
}
const isMoved = ({ digest, today }) => today !== undefined && today !== digest;
function stateText(pin) {
    const { digest, today, image } = pin;
    if (image === undefined)
        return 'no Dockerfile says of which image this digest is';
    if (today === undefined)
        return 'could not be looked up';
    return isMoved(pin)
        ? `${(0,units/* shortDigest */.VK)(digest)} → ${(0,units/* shortDigest */.VK)(today)}`
        : `${(0,units/* shortDigest */.VK)(digest)}, as it is today`;
}

;// CONCATENATED MODULE: ./lib/entry/pins-command.js
/** What the command `pins` does, and how its result is shown. */



const run = (world, { inputs }) => pins_pins(world, inputs);
const show = (report) => ({
    text: (style) => pinsText(report, style),
    textHasProblems: false,
    json: report,
    problems: report.problems,
    refused: (0,errors/* blamesInputs */.uU)(report.problems),
});


/***/ }),

/***/ 65909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B2: () => (/* binding */ patternList),
/* harmony export */   i7: () => (/* binding */ ignoreLines),
/* harmony export */   s$: () => (/* binding */ pathPattern)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/** Matches paths against the patterns of a `.dockerignore`, of `--exclude`, and of a COPY's sources. */

/** Lines of a `.dockerignore`. Rule: Dockerfile reference, ".dockerignore file". */
const ignoreLines = (text) => text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => !line.startsWith('#'))
    .map((line) => {
    const [, exception = '', path = ''] = /^\s*(!?)\s*(.*?)\s*$/s.exec(line) ?? [];
    return path === '' ? '' : `${exception}${node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(path).replace(/^\/(?=.)/, '')}`;
});
/**
 * A list as BuildKit applies it: the last pattern that matches a path or a folder above it decides, and one with `!` makes
 * it unmatched. A pattern is tried only where it would change the result so far; so an exception of a whole folder after
 * a pattern of something in it changes nothing for that.
 */
function patternList(lines) {
    const patterns = lines
        .map((line) => /^(!?)(.*)$/s.exec(line.trim()))
        .filter(([, , path]) => path !== '')
        .map(([, exception, path = '']) => {
        const cleaned = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(path).replace(/(?<=.)\/$/, '');
        return { exception: exception === '!', cleaned, matches: pathPattern(cleaned) };
    });
    return {
        match(path, above) {
            let matched = false;
            const by = patterns.map(({ exception, matches }, index) => {
                const hit = above?.by[index] === true || (exception === matched && matches(path));
                if (hit)
                    matched = !exception;
                return hit;
            });
            return { matched, by };
        },
        mayExcept: (folder) => patterns.some(({ exception, cleaned }) => {
            const [fixed = ''] = /^[^*?[\\]*/.exec(cleaned) ?? [];
            const inside = `${folder}/`;
            return exception && (fixed.startsWith(inside) || (fixed !== cleaned && inside.startsWith(fixed)));
        }),
    };
}
/**
 * Go's filepath.Match, and `**` for any number of names. A pattern that Go refuses matches nothing: the builder reports it.
 * Rules: golang.org/pkg/path/filepath#Match; Dockerfile reference, ".dockerignore file".
 */
function pathPattern(pattern) {
    // `**.pyc` is any path that ends so, though `**a*` begins a name.
    if (/^\*\*[^/*?[\]\\]+$/.test(pattern))
        return (path) => path.endsWith(pattern.slice(2));
    let source = '';
    for (let at = 0; at < pattern.length;) {
        const [token = ''] = /^(?:\*\*\/?|\[\^?(?:\\.|[^\\])(?:\\.|[^\]\\])*\]|\\.|[^\\[])/su.exec(pattern.slice(at)) ?? [];
        if (token === '')
            return () => false;
        at += token.length;
        if (token.startsWith('**'))
            source += at === pattern.length ? '.*' : '(?:.*/)?';
        else if (token === '*')
            source += '[^/]*';
        else if (token === '?')
            source += '[^/]';
        else if (token.startsWith('['))
            source += characterClass(token);
        else
            source += literal(token.replace(/^\\/, ''));
    }
    try {
        const expression = new RegExp(`^${source}$`, 'u');
        return (path) => expression.test(path);
    }
    catch {
        return () => false;
    }
}
const literal = (text) => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
/** A dash stays a range. */
function characterClass(token) {
    const [, not = '', members = ''] = /^\[(\^?)(.*)\]$/su.exec(token);
    const escaped = members.replaceAll(/\\(.)|([[\]^])/gsu, (_, quoted, plain) => quoted === undefined ? `\\${plain}` : quoted === '-' ? '\\-' : literal(quoted));
    return `[${not}${escaped}]`;
}


/***/ }),

/***/ 43816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ followed)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/** Follows links within a folder. By hand: what a link leaves must be known, over the Files of the world. */

/** Links that are followed for one path: Linux follows as many. */
const mostLinks = 40;
/**
 * The path behind all links, each name looked up where it stands; `outside` where a link leads out of `root`, as one to an
 * absolute path does, and `nowhere` where it leads to nothing.
 */
async function followed(files, root, path) {
    let names = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.relative(root, path).split('/');
    const way = [];
    let links = 0;
    while (names.length > 0) {
        const [name = '', ...rest] = names;
        names = rest;
        if (name === '' || name === '.')
            continue;
        if (name === '..') {
            if (way.pop() === undefined)
                return 'outside';
            continue;
        }
        const entry = (await files.entries(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(root, ...way))).find((one) => one.name === name);
        if (entry === undefined)
            return 'nowhere';
        if (entry.kind !== 'link') {
            way.push(name);
            continue;
        }
        links += 1;
        if (links > mostLinks)
            return 'nowhere';
        if (entry.target.startsWith('/'))
            return 'outside';
        names = [...entry.target.split('/'), ...rest];
    }
    return node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(root, ...way);
}


/***/ }),

/***/ 53252:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fr: () => (/* binding */ firstProblems),
/* harmony export */   j$: () => (/* binding */ mostBytes),
/* harmony export */   o5: () => (/* binding */ readSmall)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _names_shown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8065);
/* harmony import */ var _report_units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88861);
/** Reads files that are read whole: of settings, of names. */



/** Bytes; what is longer is another file. */
const mostBytes = 1_000_000;
/**
 * The text of a file; undefined where there is none.
 *
 * @throws Failure (station `input`) where it is too long.
 */
async function readSmall(files, path) {
    const stat = await files.stat(path);
    if (stat?.kind === 'file' && stat.size > mostBytes)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR([
            {
                station: 'input',
                about: path,
                message: `${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(path)} has ${written(stat.size)} bytes, and at most ${written(mostBytes)} are read. Is it another file?`,
            },
        ]);
    return stat?.kind === 'file' ? files.read(path) : undefined;
}
/** Of a file that is something else, most lines are wrong. */
const mostSaid = 10;
/** The first problems with lines of a file, and how many more there are. @param path for messages. */
function firstProblems(path, problems) {
    const more = problems.length - mostSaid;
    if (more <= 0)
        return [...problems];
    const message = `${path}, ${(0,_report_units_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(more, 'more line')} ${more === 1 ? 'is' : 'are'} wrong. Is it another file?`;
    return [...problems.slice(0, mostSaid), { station: 'input', about: path, message }];
}
const written = (count) => count.toLocaleString('en');


/***/ }),

/***/ 73716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ NoDockerfile),
/* harmony export */   v: () => (/* binding */ findDockerfiles)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _defined_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(64222);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _names_shown_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8065);
/* harmony import */ var _observe_patterns_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65909);
/* harmony import */ var _followed_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43816);
/**
 * Finds the Dockerfiles of a tree. By hand: a glob library finds names, and this must refuse links that leave the tree,
 * over the Files of the world.
 */






/** A folder without a Dockerfile. */
class NoDockerfile extends _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR {
}
/**
 * Finds files named `Dockerfile`, whose image is called as their folder, and `Dockerfile.NAME`. Hidden folders,
 * `node_modules` and links to folders are not entered. Sorted by path.
 *
 * @throws Failure (station `input`) where a Dockerfile is a link out of the tree, or there is none at all.
 */
async function findDockerfiles(files, search) {
    const { root, named } = search;
    const exclude = (0,_observe_patterns_js__WEBPACK_IMPORTED_MODULE_2__/* .patternList */ .B2)(search.exclude);
    const problems = [];
    const found = new Map();
    const add = async (folder, entry, entries) => {
        const path = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(folder, entry.name);
        const target = entry.kind === 'link' ? await (0,_followed_js__WEBPACK_IMPORTED_MODULE_3__/* .followed */ .X)(files, root, path) : undefined;
        if (target === 'outside')
            problems.push(leavesTree(path));
        if (target === 'outside' || target === 'nowhere')
            return;
        if ((await files.stat(path))?.kind !== 'file')
            return;
        const test = entries.some(({ name, kind }) => name === 'test.sh' && kind === 'file')
            ? node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(folder, 'test.sh')
            : undefined;
        const context = entry.name === 'Dockerfile' ? folder : (search.context ?? folder);
        const name = nameOf(entry.name, node_path__WEBPACK_IMPORTED_MODULE_0__.posix.relative(root, folder));
        found.set(path, { path, context, ...(0,_defined_js__WEBPACK_IMPORTED_MODULE_4__/* .defined */ .s)({ target, name, test }) });
    };
    const enter = async (folder, relative, above) => {
        const entries = await files.entries(folder);
        for (const entry of entries) {
            const path = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(relative, entry.name);
            const match = exclude.match(path, above);
            if (entry.kind === 'folder') {
                if (entry.name.startsWith('.') || entry.name === 'node_modules')
                    continue;
                if (!match.matched || exclude.mayExcept(path))
                    await enter(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(folder, entry.name), path, match);
            }
            else if (isDockerfile(entry.name) && !match.matched)
                await add(folder, entry, entries);
        }
    };
    await enter(root, '', undefined);
    for (const path of named) {
        const folder = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(path);
        const entries = found.has(path) ? [] : await files.entries(folder);
        const entry = entries.find(({ name }) => name === node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path));
        if (entry !== undefined)
            await add(folder, entry, entries);
    }
    if (problems.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(problems);
    if (found.size === 0)
        throw new NoDockerfile([none(root)]);
    return [...found.values()].toSorted((one, other) => (one.path < other.path ? -1 : 1));
}
/** Ends of a name that say that the file is made into a Dockerfile, or was one, or belongs to one. */
const otherKinds = /^(?:.*\.)?(?:dockerignore|j2|jinja2?|tmpl|tpl|template|in|erb|mustache|bak|old|orig|rej|sw[op]|md)$|~$/;
const isDockerfile = (name) => name === 'Dockerfile' ||
    (/^Dockerfile\../.test(name) && !otherKinds.test(name.slice('Dockerfile.'.length)));
function nameOf(file, folder) {
    if (file === 'Dockerfile')
        return node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(folder) || undefined;
    return isDockerfile(file) ? file.slice('Dockerfile.'.length) : undefined;
}
const leavesTree = (path) => ({
    station: 'input',
    about: path,
    message: `${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_5__/* .shown */ .S)(path)} is a link to a file outside of the tree. Only what is in the tree is built: copy the file, or link to one in the tree by a relative path.`,
});
const none = (root) => ({
    station: 'input',
    about: root,
    message: `There is no Dockerfile in ${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_5__/* .shown */ .S)(root)}: an image NAME is made by NAME/Dockerfile or by Dockerfile.NAME, in any folder that is not hidden. Name the folder that they are in, or a row in images.yml with the path of each.`,
});


/***/ }),

/***/ 27743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gi: () => (/* binding */ pinArguments),
/* harmony export */   LF: () => (/* binding */ readPins),
/* harmony export */   SE: () => (/* binding */ updatePins),
/* harmony export */   SM: () => (/* binding */ pinProblems),
/* harmony export */   e0: () => (/* binding */ movedPins),
/* harmony export */   nS: () => (/* binding */ withImages)
/* harmony export */ });
/* harmony import */ var _dockerfile_scope_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40102);
/* harmony import */ var _dockerfile_instructions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37917);
/* harmony import */ var _names_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64021);
/* harmony import */ var _small_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53252);
/**
 * Files of pins: lines of `NAME=value`, as shells and `docker run --env-file` read them. By hand: Node's util.parseEnv gives
 * no positions, which an update needs, and passes over what it cannot read.
 */




/** Reads any text: what cannot be read is left out and said. */
function readPins(text) {
    const messages = [];
    const lines = new Map();
    for (const [index, raw] of linesOf(text).entries()) {
        if (/^\s*(?:#|$)/.test(raw))
            continue;
        const line = index + 1;
        const read = readLine(raw);
        const same = read === undefined ? undefined : lines.get(read.name);
        if (read === undefined)
            messages.push(`line ${line}: it is not NAME=value.`);
        else if (read.value === undefined)
            messages.push(`line ${line}: ${read.name} has a quote that is not closed in its line.`);
        else if (same !== undefined)
            messages.push(`line ${line}: ${read.name} has a value in line ${same.line} already: keep one.`);
        else if (read.quote !== "'" && /\$[A-Za-z_{(]/.test(read.value))
            messages.push(`line ${line}: ${read.name} has a variable in its value, which nothing expands here: write the value.`);
        else if (looksPinned.test(read.value) && !digestAtEnd.test(read.value))
            messages.push(`line ${line}: ${parseDigestMessage(read.value)}`);
        else
            lines.set(read.name, { line, name: read.name, value: read.value });
    }
    const all = [...lines.values()];
    const values = Object.fromEntries(all.map(({ name, value }) => [name, value]));
    return { values, pins: all.flatMap((line) => pinOf(line, values)), messages };
}
/** What is wrong with a file, cut where that is most of it. @param path for messages. */
const pinProblems = (path, { messages }) => (0,_small_file_js__WEBPACK_IMPORTED_MODULE_2__/* .firstProblems */ .fr)(path, messages.map((message) => ({ station: 'input', about: path, message: `${path}, ${message}` })));
const linesOf = (text) => text.replace(/^\uFEFF/, '').split(/\r?\n/);
/** Where a value says that it is pinned. */
const looksPinned = /(?:^|@)sha256:/;
const digestAtEnd = /^(?:(.+)@)?(sha256:[0-9a-f]{64})$/s;
function parseDigestMessage(value) {
    const result = (0,_names_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDigest */ .m)(value.replace(/^.*@/s, ''));
    return result.ok ? '' : result.message;
}
/** Without a value where its quote does not end. Values are in no message: some files have secrets. */
function readLine(raw) {
    const [, name = '', rest = ''] = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*)$/.exec(raw) ?? [];
    if (name === '')
        return undefined;
    const [, quote = '', quoted = ''] = /^(["'])(.*?)\1\s*(?:#.*)?$/.exec(rest) ?? [];
    if (quote !== '')
        return { name, value: quoted, quote };
    if (/^["']/.test(rest))
        return { name, quote };
    return { name, value: rest.replace(/(?:^|\s+)#.*$/, '').trim(), quote };
}
function pinOf({ name, line, value }, values) {
    const [, image, digest] = digestAtEnd.exec(value) ?? [];
    if (digest === undefined)
        return [];
    const pin = { name, line, digest: digest };
    if (image !== undefined)
        return [{ ...pin, image }];
    const imageName = imageNames(name).find((other) => isImage(values[other]));
    return [imageName === undefined ? pin : { ...pin, image: values[imageName], imageName }];
}
const isImage = (value) => value !== undefined && value !== '' && !looksPinned.test(value);
/** Names that the image of a digest may have: `BASE_IMAGE` or `BASE` for `BASE_DIGEST`, and for `BASE_IMAGE_DIGEST`. */
function imageNames(name) {
    const parts = name.split('_');
    const at = parts.findIndex((part) => /^(?:digest|sha|sha256|hash)$/i.test(part));
    if (at < 0)
        return [];
    const rest = parts.toSpliced(at, 1);
    const image = name === name.toLowerCase() ? 'image' : 'IMAGE';
    return [parts.with(at, image).join('_'), rest.join('_'), [...rest, image].join('_')];
}
/**
 * Build arguments that a Dockerfile takes from the file: those that it declares by ARG. The image of a pair is given only
 * with its digest. In a tree, many Dockerfiles may have an `ARG BASE_IMAGE` whose default is an image of the tree, and only
 * the one at the root an `ARG BASE_DIGEST` too.
 */
function pinArguments({ values, pins }, dockerfile) {
    const declared = new Set((0,_dockerfile_scope_js__WEBPACK_IMPORTED_MODULE_3__/* .argumentNames */ .aj)((0,_dockerfile_instructions_js__WEBPACK_IMPORTED_MODULE_0__/* .readInstructions */ .KK)(dockerfile)));
    const digestOf = new Map(pins.flatMap(({ name, imageName }) => (imageName === undefined ? [] : [[imageName, name]])));
    return Object.fromEntries(Object.entries(values).filter(([name]) => declared.has(name) && declared.has(digestOf.get(name) ?? name)));
}
/** Pins with the image of each digest that stands alone: that of a reference of a Dockerfile, `python:3@sha256:…`. */
const withImages = (pins, references) => pins.map((pin) => {
    const reference = references.find((one) => one.endsWith(`@${pin.digest}`));
    return pin.image !== undefined || reference === undefined
        ? pin
        : { ...pin, image: reference.slice(0, reference.lastIndexOf('@')) };
});
/** Pins whose image has another digest today. @param today digest of an image, by its reference. */
const movedPins = (pins, today) => pins.flatMap((pin) => {
    const to = pin.image === undefined ? undefined : today[pin.image];
    return pin.image === undefined || to === undefined || to === pin.digest
        ? []
        : [{ ...pin, image: pin.image, to }];
});
/** The text with new digests, and every other character as it was. */
function updatePins(text, moved) {
    // Line breaks are kept as parts of their own.
    const parts = text.split(/(\r?\n)/);
    for (const { line, digest, to } of moved) {
        const at = (line - 1) * 2;
        parts[at] = parts[at].replace(digest, to);
    }
    return parts.join('');
}


/***/ })

};
