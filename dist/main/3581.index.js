export const id = 3581;
export const ids = [3581];
export const modules = {

/***/ 17278:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M8: () => (/* binding */ copiedWords),
/* harmony export */   S1: () => (/* binding */ contextSources),
/* harmony export */   Vx: () => (/* binding */ isRemote),
/* harmony export */   l1: () => (/* binding */ literalPath)
/* harmony export */ });
/* harmony import */ var _instructions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37917);
/* harmony import */ var _mounts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94706);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15743);



const wholeContext = { path: '', exclude: [] };
/**
 * The sources of an instruction. One with an unknown variable counts as the whole context. Rules: Dockerfile reference,
 * "COPY", "ADD", "RUN --mount=type=bind".
 */
function contextSources(instruction, get, escape) {
    switch (instruction.keyword) {
        case 'COPY':
        case 'ADD':
            return copySources(instruction, get, escape);
        case 'RUN':
            return (0,_mounts_js__WEBPACK_IMPORTED_MODULE_1__/* .mountsOf */ .c)(instruction).flatMap(({ type, from, source }) => {
                const kind = (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .expand */ .fT)(type, get, escape);
                if (from !== '' || (kind !== null && kind !== 'bind'))
                    return [];
                const path = (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .expand */ .fT)(source, get, escape);
                return [path === null ? wholeContext : { path: normalized(literalPath(path)), exclude: [] }];
            });
        default:
            return [];
    }
}
/** Escapes a path into a pattern that matches it alone. */
const literalPath = (path) => path.replaceAll(/[\\*?[]/g, '\\$&');
/** Sources of a COPY or an ADD, without the last word, which is the target; null for one with an unknown variable. */
function copiedWords({ rest }, get, escape) {
    return ((0,_instructions_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonWords */ .WY)(rest) ?? rest.split(/\s+/))
        .slice(0, -1)
        .filter((word) => !_instructions_js__WEBPACK_IMPORTED_MODULE_0__/* .heredocWord */ .hd.test(word))
        .map((word) => (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .expand */ .fT)(word, get, escape));
}
const isRemote = (word) => /^(?:https?|git|ssh):\/\/|^[\w.-]+@[\w.-]+:/i.test(word);
function copySources(instruction, get, escape) {
    const flag = (wanted) => instruction.flags.flatMap(({ name, value }) => (name === wanted ? [value] : []));
    if (instruction.keyword === 'COPY' && flag('from').some((from) => from !== ''))
        return [];
    const patterns = flag('exclude').map((pattern) => (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .expand */ .fT)(pattern, get, escape));
    const known = patterns.filter((pattern) => pattern !== null);
    const exclude = known.length === patterns.length ? known : [];
    const parents = flag('parents').some((value) => value.toLowerCase() !== 'false');
    return copiedWords(instruction, get, escape)
        .filter((word) => word === null || instruction.keyword === 'COPY' || !isRemote(word))
        .map((word) => {
        if (word === null)
            return wholeContext;
        if (!parents)
            return { path: normalized(word), exclude };
        const at = word.indexOf('/./');
        const above = at < 0 ? '' : normalized(word.slice(0, at));
        return { path: normalized(word), exclude, parents: above === '' ? 0 : above.split('/').length };
    });
}
/** Go's `path.Join("/", …)` without the leading slash: `a` for `./a/`, `/a` and `../a`. */
function normalized(path) {
    const names = [];
    for (const name of path.split('/')) {
        if (name === '..')
            names.pop();
        else if (name !== '' && name !== '.')
            names.push(name);
    }
    return names.join('/');
}


/***/ }),

/***/ 63581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ readCustomDockerfile)
});

// EXTERNAL MODULE: ./lib/dockerfile/context-sources.js
var context_sources = __webpack_require__(17278);
// EXTERNAL MODULE: ./lib/dockerfile/instructions.js
var instructions = __webpack_require__(37917);
// EXTERNAL MODULE: ./lib/dockerfile/scope.js
var dockerfile_scope = __webpack_require__(40102);
// EXTERNAL MODULE: ./lib/dockerfile/stages.js
var dockerfile_stages = __webpack_require__(83407);
;// CONCATENATED MODULE: ./lib/dockerfile/unpinned.js
/** Finds instructions that fetch unpinned content, which may change while the hashes of files and bases do not. */


/** Programs that fetch, and their commands that do; without a list of commands all do. */
const fetching = [
    ['a repository', 'git', 'clone|fetch|pull|submodule|ls-remote|lfs'],
    ['a repository', 'hg', 'clone|pull'],
    ['a repository', 'svn', 'checkout|co|export|update|up'],
    ['a download', 'curl|wget|wget2|aria2c|lftp'],
    ['a download', 'gh', 'release|repo|api'],
    ['a download', 'hf|huggingface-cli', 'download'],
    ['a download', 'aws|gsutil|rclone'],
    [
        'a package manager',
        'apt-get|apt|aptitude',
        'update|install|upgrade|dist-upgrade|full-upgrade|build-dep|source|download|satisfy',
    ],
    ['a package manager', 'apk', 'add|update|upgrade|fetch'],
    [
        'a package manager',
        'dnf|yum|microdnf|tdnf',
        'install|update|upgrade|makecache|groupinstall|localinstall|reinstall|builddep|download',
    ],
    ['a package manager', 'zypper', 'install|in|update|up|refresh|ref|patch|dup'],
    ['a package manager', 'pacman', '-S\\w*'],
    ['a package manager', 'add-apt-repository|cpan|cpanm|npx|pnpx|uvx|easy_install'],
    ['a package manager', 'rustup|nvm|sdk', 'install|update|toolchain|target|component|default'],
    ['a package manager', 'pip[\\d.]*', 'install|download|wheel'],
    ['a package manager', 'pipx', 'install|run|upgrade|inject'],
    ['a package manager', 'uv', 'sync|add|lock|run|pip|tool|python|build'],
    ['a package manager', 'poetry|pdm|pipenv|hatch|rye|pixi', 'install|add|update|sync|lock|env|build'],
    ['a package manager', 'conda|mamba|micromamba', 'install|create|update|env'],
    ['a package manager', 'npm|pnpm|bun', 'install|i|ci|add|update|exec|fetch|dlx|x'],
    ['a package manager', 'yarn'],
    ['a package manager', 'corepack', 'enable|install|prepare'],
    ['a package manager', 'gem', 'install|update|fetch'],
    ['a package manager', 'bundle|bundler', 'install|update'],
    ['a package manager', 'composer', 'install|update|require|create-project'],
    ['a package manager', 'cargo', 'install|build|fetch|update|run|test|binstall|chef'],
    ['a package manager', 'go', 'install|get|build|mod|run|test|generate'],
    ['a package manager', 'mvn|mvnw|gradle|gradlew|sbt'],
    ['a package manager', 'dotnet', 'restore|build|publish|tool|add'],
    ['a package manager', 'playwright', 'install|install-deps'],
    ['a package manager', 'brew', 'install|update|upgrade|tap'],
    ['a package manager', 'luarocks', 'install'],
];
const wordEnd = `(?=[\\s"']|$)`;
const patterns = fetching.map(([what, programs, commands]) => ({
    what,
    pattern: new RegExp(`^(?:\\S*/)?(?:${programs})${wordEnd}${commands === undefined ? '' : `(?:\\s+-\\S+(?:\\s+[^\\s-]\\S*)??)*?\\s+(?:${commands})${wordEnd}`}`),
}));
/**
 * Recognises known package managers and downloads in a RUN, and remote sources of an ADD without a checksum or a commit.
 * Gives at most one entry.
 */
function unpinnedOf(instruction, get, escape) {
    const all = instruction.keyword === 'ADD'
        ? fetchedByAdd(instruction, (0,context_sources/* copiedWords */.M8)(instruction, get, escape))
        : fetchedByRun(instruction);
    const [first] = all.filter(({ byPip }) => byPip === undefined).concat(all);
    return first === undefined ? [] : [{ line: instruction.line, text: shortened(instruction), ...first }];
}
function fetchedByAdd({ flags }, sources) {
    if (flags.some(({ name }) => name === 'checksum'))
        return [];
    const remote = sources.find((word) => word !== null && (0,context_sources/* isRemote */.Vx)(word) && !isPinned(word));
    if (remote === undefined || remote === null)
        return [];
    const isFile = /^https?:/i.test(remote) && !remote.replace(/[?#].*$/, '').endsWith('.git');
    return [{ what: isFile ? 'a download' : 'a repository' }];
}
/** A commit pins the content. Rule: Dockerfile reference, "Adding files from a Git repository". */
const isPinned = (word) => /\.git(?:\?.*)?#[0-9a-f]{40}(?::|$)|[?&](?:checksum|commit)=[0-9a-f]{40}(?:&|#|$)/.test(word);
const pip = /^(?:\S*\/)?(?:pip[\d.]*|uv\s+pip)\s/;
function fetchedByRun(instruction) {
    if (instruction.keyword !== 'RUN')
        return [];
    if (instruction.flags.some(({ name, value }) => name === 'network' && value === 'none'))
        return [];
    return commandsOf(instruction).flatMap((command) => {
        const match = patterns.find(({ pattern }) => pattern.test(command));
        if (match === undefined)
            return [];
        return [{ what: match.what, ...(pip.test(command) && { byPip: true }) }];
    });
}
function commandsOf({ rest, heredocs }) {
    // A heredoc is a script if nothing or a shell precedes it; otherwise it is data.
    const isScript = /^(?:\S*\/)?(?:(?:ba|da|a|z|k)?sh\b[^<|;&]*)?<<-?\S+\s*$/.test(rest);
    const scripts = isScript ? heredocs : [];
    return [(0,instructions/* jsonWords */.WY)(rest)?.join(' ') ?? rest, ...scripts].flatMap((script) => script
        .replaceAll(/^\s*#.*$/gm, '')
        .replaceAll(/\\\n/g, ' ')
        .replaceAll(/\b(?:ba|da|a|z|k)?sh\s(?:[^;&|\n]*\s)?-\w*c\s+["']?/g, ' ; ')
        .split(/&&|\|\||[;&|\n(){}`]|\$\(|\b(?:then|do|else|if|while|until)\s/)
        .map((command) => command.trim().replace(prefixes, '')));
}
const prefixes = /^(?:!\s+|[A-Za-z_]\w*=(?:"[^"]*"|'[^']*'|\S*)\s+|(?:\S*\/)?(?:sudo|exec|env|time|nice|command|xargs|timeout\s+\S+|python[\d.]*\s+-m)\s+(?:-\w+\s+)*)*/;
function shortened({ keyword, flags, rest, heredocs }) {
    const flagTexts = flags.map(({ name, value }) => `--${name}${value === '' ? '' : `=${value}`}`);
    const text = [keyword, ...flagTexts, rest, ...heredocs]
        .join(' ')
        .replaceAll(/\s+/g, ' ')
        .replaceAll(/:\/\/[^\s/]*@/g, '://***@');
    return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}

// EXTERNAL MODULE: ./lib/dockerfile/words.js + 1 modules
var words = __webpack_require__(15743);
;// CONCATENATED MODULE: ./lib/dockerfile/custom.js






/**
 * Reads the stages as BuildKit does for a build without a target. Reads any text: BuildKit reports its faults.
 *
 * @param buildArguments override the defaults of ARGs, as `--build-arg` does.
 * @param platforms of the build, for names with `$TARGETARCH`; without any, such names are unknown.
 * @param triggers of the images that it may stand on, by reference.
 */
function readCustomDockerfile(text, buildArguments, platforms = [], triggers = {}) {
    const file = (0,instructions/* readInstructions */.KK)(text);
    const perPlatform = (platforms.length === 0 ? [undefined] : platforms).map((platform) => readForPlatform(file, buildArguments, (0,dockerfile_scope/* globalScope */.gm)((0,dockerfile_stages/* globalArguments */.yZ)(file), buildArguments, platform, file.escape), triggers));
    // Where each platform has its own image, there is no one image to name.
    const [standsOn, ...others] = distinct(perPlatform.map((facts) => facts.standsOn));
    return {
        usesPackages: perPlatform.some(({ usesPackages }) => usesPackages),
        ...(standsOn === undefined || others.length > 0 ? {} : { standsOn }),
        bases: distinct(perPlatform.flatMap(({ bases }) => bases)),
        written: Object.assign({}, ...perPlatform.map(({ written }) => written)),
        unknown: distinct(perPlatform.flatMap(({ unknown }) => unknown)),
        unset: distinct(perPlatform.flatMap(({ unset }) => unset)),
        unexpanded: distinct(perPlatform.flatMap(({ unexpanded }) => unexpanded)),
        sources: distinct(perPlatform.flatMap(({ sources }) => sources)),
        unpinned: distinct(perPlatform.flatMap(({ unpinned }) => unpinned)).toSorted((one, other) => one.line - other.line),
        triggers: distinct(perPlatform.flatMap((facts) => facts.triggers)),
    };
}
function readForPlatform(file, buildArguments, globals, triggers) {
    const { escape } = file;
    const stages = (0,dockerfile_stages/* readStages */.ir)(file, globals, triggers);
    const reached = (0,dockerfile_stages/* reachedStages */.mP)(stages);
    const bases = reached.map((index) => stages[index].base);
    const copies = reached.flatMap((index) => stages[index].copies);
    const froms = reached.flatMap((index) => [stages[index].base, ...stages[index].copies]);
    const imageFroms = froms.flatMap((from) => (from.kind === 'image' ? [from] : []));
    const images = imageFroms.map(({ reference }) => reference);
    const scopes = new Map();
    const sources = [];
    const unpinned = [];
    for (const index of reached) {
        const { base, instructions } = stages[index];
        const parent = base.kind === 'stage' ? scopes.get(base.index) : undefined;
        const scope = parent?.derived() ?? (0,dockerfile_scope/* stageScope */.LU)(globals, buildArguments, base.kind !== 'scratch', escape);
        scopes.set(index, scope);
        for (const instruction of instructions) {
            scope.add(instruction);
            sources.push(...(0,context_sources/* contextSources */.S1)(instruction, scope.get, escape));
            unpinned.push(...unpinnedOf(instruction, scope.get, escape));
        }
    }
    const isContext = (image) => image === 'packages' && !stages.some(({ name }) => name === 'packages');
    const standsOn = parentImageOf(stages);
    return {
        usesPackages: images.some(isContext),
        ...(standsOn === undefined || isContext(standsOn) ? {} : { standsOn }),
        bases: images.filter((image) => !isContext(image)),
        written: Object.fromEntries(imageFroms.map(({ reference, written }) => [reference, written])),
        unknown: unknownOf(froms),
        unset: unknownOf(bases)
            .map((written) => ({
            written,
            names: distinct((0,words/* variableNames */.zo)(written)).filter((name) => globals(name) === undefined || globals(name) === ''),
        }))
            .filter(({ names }) => names.length > 0),
        unexpanded: unknownOf(copies).filter((written) => written.includes('$')),
        sources,
        unpinned,
        triggers: stages.at(-1)?.triggers ?? [],
    };
}
const unknownOf = (froms) => froms.flatMap((from) => (from.kind === 'unknown' ? [from.written] : []));
const distinct = (values) => [
    ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
];
function parentImageOf(stages) {
    let base = stages.at(-1)?.base;
    while (base?.kind === 'stage')
        base = stages[base.index]?.base;
    return base?.kind === 'image' ? base.reference : undefined;
}


/***/ }),

/***/ 37917:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DN: () => (/* binding */ instructionNames),
/* harmony export */   JG: () => (/* binding */ stepsOfLastStage),
/* harmony export */   KK: () => (/* binding */ readInstructions),
/* harmony export */   S5: () => (/* binding */ dockerfileLines),
/* harmony export */   WY: () => (/* binding */ jsonWords),
/* harmony export */   hd: () => (/* binding */ heredocWord),
/* harmony export */   ix: () => (/* binding */ triggerOf),
/* harmony export */   mD: () => (/* binding */ directivesOf)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15743);
/**
 * Splits a Dockerfile into instructions as BuildKit's parser does. By hand: dockerfile-ast, the parser on npm, is made for
 * editors, and gives positions where this needs the values that BuildKit computes.
 */

/** Keywords (Dockerfile reference, "Overview"). */
const instructionNames = 'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(' ');
/**
 * Reads any text without an error: BuildKit reports the faults. Rules: Dockerfile reference, "Parser directives", "Format",
 * "Here-Documents".
 */
function readInstructions(text) {
    const lines = dockerfileLines(text);
    const escape = directivesOf(lines).get('escape') === '`' ? '`' : '\\';
    const continued = escape === '`' ? /(?<!`)`[ \t]*$/ : /(?<!\\)\\[ \t]*$/;
    const instructions = [];
    let at = 0;
    while (at < lines.length) {
        const line = at + 1;
        let logical = '';
        let open = true;
        while (open && at < lines.length) {
            const raw = lines[at++];
            if (isComment(raw) || raw.trim() === '') {
                if (logical === '')
                    break;
                continue;
            }
            open = continued.test(raw);
            logical += raw.replace(continued, '');
        }
        if (logical.trim() === '')
            continue;
        const heredocs = heredocsOf(logical, escape).map(({ name, chomp }) => {
            const body = [];
            while (at < lines.length) {
                const raw = chomp ? lines[at].replace(/^\t+/, '') : lines[at];
                at += 1;
                if (raw === name)
                    break;
                body.push(raw);
            }
            return body.join('\n');
        });
        instructions.push({ line, ...parts(logical, escape), heredocs });
    }
    return { escape, instructions };
}
/** How many steps the last stage adds to the history of its base: BuildKit writes down every instruction. */
function stepsOfLastStage(text) {
    const { instructions } = readInstructions(text);
    return instructions.length - 1 - instructions.findLastIndex(({ keyword }) => keyword === 'FROM');
}
/** The instruction behind `ONBUILD`, which runs in stages that are built on this one. */
const triggerOf = (onbuild, escape) => ({
    ...onbuild,
    ...parts(onbuild.rest, escape),
});
const isComment = (line) => /^\s*#/.test(line);
/** Without a byte order mark, and without what ends each line. */
const dockerfileLines = (text) => text.replace(/^\uFEFF/, '').split(/\r?\n/);
/**
 * The first value of each directive. They must come before everything else, even blank lines and other comments.
 *
 * @param comment what a comment begins with.
 */
function directivesOf(lines, comment = '#') {
    const directives = new Map();
    for (const line of lines) {
        const text = line.trimStart();
        const [, name = '', value = ''] = text.startsWith(comment)
            ? (directive.exec(text.slice(comment.length)) ?? [])
            : [];
        const known = name.toLowerCase();
        if (!['syntax', 'check', 'escape'].includes(known))
            break;
        if (!directives.has(known))
            directives.set(known, value);
    }
    return directives;
}
const directive = /^\s*([A-Za-z][A-Za-z0-9]*)\s*=\s*(.+?)\s*$/;
function parts(logical, escape) {
    const [, keyword = '', all = ''] = /^\s*(\S+)\s*(.*)$/s.exec(logical) ?? [];
    const flags = [];
    let rest = all;
    while (rest.startsWith('--')) {
        const [word = ''] = (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .aL)(rest, escape);
        rest = rest.slice(word.length).trimStart();
        if (word === '--')
            break;
        const [, name = '', value = ''] = /^--([^=]*)=?(.*)$/s.exec(unquoted(word, escape)) ?? [];
        flags.push({ name, value });
    }
    return { keyword: keyword.toUpperCase(), flags, rest: rest.trim() };
}
const unquoted = (word, escape) => word.replace(escape === '`' ? /`(.)|["']/gs : /\\(.)|["']/gs, (_, escaped) => escaped ?? '');
function heredocsOf(logical, escape) {
    const { keyword, rest } = parts(logical.replace(/^\s*onbuild\s+/i, ''), escape);
    if (!['RUN', 'COPY', 'ADD'].includes(keyword) || jsonWords(rest) !== undefined)
        return [];
    return (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .aL)(rest.replaceAll(/<<(-?)[ \t]+/g, '<<$1'), '\\').flatMap((word) => {
        const [, minus, name = ''] = heredocWord.exec(word) ?? [];
        return name === '' ? [] : [{ name: name.replaceAll(/["'\\]/g, ''), chomp: minus === '-' }];
    });
}
/** The start of a heredoc: `<<EOF`, `<<-"EOF"`, `3<<EOF`. */
const heredocWord = /^\d*<<(-?)([^<]+)$/;
function jsonWords(rest) {
    if (!rest.startsWith('['))
        return undefined;
    try {
        const parsed = JSON.parse(rest);
        return Array.isArray(parsed) && parsed.every((word) => typeof word === 'string') ? parsed : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 94706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ mountsOf)
/* harmony export */ });
/** Rule: Dockerfile reference, "RUN --mount". Without a type it is `bind`. */
const mountsOf = (instruction) => instruction.keyword === 'RUN'
    ? instruction.flags.filter(({ name }) => name === 'mount').map(({ value }) => mountOf(value))
    : [];
function mountOf(text) {
    const fields = new Map(text.split(',').map((field) => {
        const [, key = '', value = ''] = /^([^=]*)=?(.*)$/s.exec(field) ?? [];
        return [key.toLowerCase(), value];
    }));
    return {
        type: fields.get('type')?.toLowerCase() ?? 'bind',
        from: fields.get('from') ?? '',
        source: fields.get('source') ?? fields.get('src') ?? '',
    };
}


/***/ }),

/***/ 40102:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LU: () => (/* binding */ stageScope),
/* harmony export */   aj: () => (/* binding */ argumentNames),
/* harmony export */   gm: () => (/* binding */ globalScope)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15743);

/** Variables that BuildKit sets. The values of `BUILD…` are unknown here. */
const predefined = /^(?:BUILD|TARGET)(?:PLATFORM|OS|OSVERSION|ARCH|VARIANT)$|^TARGETSTAGE$/;
/** Variables in the ENV of Python's images. Builders differ on the value of an ARG with such a name. */
const setByBases = /^(?:PATH|LANG|GPG_KEY|PYTHON_\w+)$/;
/**
 * Variables for FROM: the ARGs before the first FROM, and those of BuildKit. Rules: Dockerfile reference, "Understand how
 * ARG and FROM interact", "Automatic platform ARGs in the global scope".
 *
 * @param platform of the build; without it, the variables of the platform are unknown.
 */
function globalScope(args, buildArguments, platform, escape) {
    const values = new Map(Object.entries(platform === undefined ? {} : targetArguments(platform)));
    const get = (name) => {
        if (predefined.test(name) && buildArguments[name] !== undefined)
            return buildArguments[name];
        return values.has(name) ? values.get(name) : predefined.test(name) ? null : undefined;
    };
    for (const { name, value } of args.flatMap((arg) => assignments(arg, escape))) {
        const newValue = buildArguments[name] ?? (value === undefined ? undefined : (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .expand */ .fT)(value, get, escape));
        if (newValue !== undefined)
            values.set(name, newValue);
    }
    return get;
}
function targetArguments(platform) {
    const [os = '', arch = '', variant = ''] = platform.split('/');
    return { TARGETPLATFORM: platform, TARGETOS: os, TARGETARCH: arch, TARGETVARIANT: variant };
}
/** @param onImage whether the stage is built on an image: its ENV is unknown, so any variable may be set. */
function stageScope(globals, buildArguments, hasImage, escape) {
    const scopeWith = (values, environment) => {
        const get = (name) => (values.has(name) ? values.get(name) : hasImage ? null : undefined);
        return {
            get,
            add(instruction) {
                for (const { name, value } of assignments(instruction, escape)) {
                    if (instruction.keyword === 'ENV') {
                        values.set(name, (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .expand */ .fT)(value ?? '', get, escape));
                        environment.add(name);
                        continue;
                    }
                    const newValue = buildArguments[name] ?? (value === undefined ? globals(name) : (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .expand */ .fT)(value, get, escape));
                    if (newValue === undefined)
                        continue;
                    const isAmbiguous = (environment.has(name) && values.get(name) !== newValue) || (hasImage && setByBases.test(name));
                    values.set(name, isAmbiguous ? null : newValue);
                }
            },
            derived: () => scopeWith(new Map(values), new Set(environment)),
        };
    };
    return scopeWith(new Map(), new Set());
}
/** Names that a Dockerfile declares by ARG, anywhere, each once. */
const argumentNames = ({ instructions, escape }) => [
    ...new Set(instructions
        .filter(({ keyword }) => keyword === 'ARG')
        .flatMap((arg) => assignments(arg, escape).map(({ name }) => name))),
];
function assignments({ keyword, rest }, escape) {
    if (keyword !== 'ARG' && keyword !== 'ENV')
        return [];
    const all = (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .aL)(rest, escape);
    if (keyword === 'ENV' && !all[0]?.includes('=')) {
        const [, name = '', value = ''] = /^(\S+)\s*(.*)$/s.exec(rest) ?? [];
        return [{ name, value }];
    }
    return all.map((word) => {
        const at = word.indexOf('=');
        return at < 0 ? { name: word, value: undefined } : { name: word.slice(0, at), value: word.slice(at + 1) };
    });
}


/***/ }),

/***/ 83407:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ir: () => (/* binding */ readStages),
/* harmony export */   mP: () => (/* binding */ reachedStages),
/* harmony export */   yZ: () => (/* binding */ globalArguments)
/* harmony export */ });
/* harmony import */ var _instructions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37917);
/* harmony import */ var _mounts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94706);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15743);



const globalArguments = ({ instructions }) => {
    const first = instructions.findIndex(({ keyword }) => keyword === 'FROM');
    return instructions.slice(0, Math.max(first, 0)).filter(({ keyword }) => keyword === 'ARG');
};
/** @param ofImages triggers of images that are known; none are handed on to a second stage (Dockerfile reference, "ONBUILD"). */
function readStages({ instructions, escape }, globals, ofImages = {}) {
    const stages = [];
    for (const instruction of instructions) {
        if (instruction.keyword === 'FROM') {
            const [written = '', as = '', name = ''] = instruction.rest.split(/\s+/);
            const base = sourceOf((0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .expand */ .fT)(written, globals, escape), written, indexes(stages));
            stages.push({
                ...(/^as$/i.test(as) ? { name: name.toLowerCase() } : {}),
                base,
                line: instruction.line,
                hasOwnPlatform: instruction.flags.some(({ name: flag, value }) => flag === 'platform' && !/^\$\{?TARGETPLATFORM\}?$/.test(value)),
                instructions: [
                    ...(base.kind === 'stage' ? stages[base.index].triggers : []),
                    ...(base.kind === 'image' && Object.hasOwn(ofImages, base.reference)
                        ? ofImages[base.reference]
                        : []),
                ],
                triggers: [],
            });
        }
        else if (instruction.keyword === 'ONBUILD') {
            stages.at(-1)?.triggers.push((0,_instructions_js__WEBPACK_IMPORTED_MODULE_0__/* .triggerOf */ .ix)(instruction, escape));
        }
        else {
            stages.at(-1)?.instructions.push(instruction);
        }
    }
    const byName = indexes(stages);
    return stages.map((stage) => ({
        ...stage,
        copies: stage.instructions.flatMap((instruction) => copiesOf(instruction, byName, stages.length)),
    }));
}
const indexes = (stages) => new Map(stages.flatMap(({ name }, index) => (name === undefined ? [] : [[name, index]])));
function sourceOf(text, written, byName) {
    const index = text === null ? undefined : byName.get(text.toLowerCase());
    if (index !== undefined)
        return { kind: 'stage', index };
    if (text === null || !imageName.test(text))
        return { kind: 'unknown', written };
    return text === 'scratch' ? { kind: 'scratch' } : { kind: 'image', reference: text, written };
}
/** Any possible name, with IPv6 hosts. An unset variable leaves an invalid one, such as `python:`. */
const imageName = /^[\w[](?:[\w.[\]/:@-]*\w)?$/;
/** Names stay as written, since BuildKit expands variables in FROM only. */
function copiesOf(instruction, byName, count) {
    const literalSource = (from) => sourceOf(from, from, byName);
    if (instruction.keyword !== 'COPY') {
        return (0,_mounts_js__WEBPACK_IMPORTED_MODULE_2__/* .mountsOf */ .c)(instruction).flatMap(({ from }) => (from === '' ? [] : [literalSource(from)]));
    }
    return instruction.flags
        .filter(({ name, value }) => name === 'from' && value !== '')
        .map(({ value }) => {
        if (!/^\d+$/.test(value))
            return literalSource(value);
        const index = Number(value);
        return index < count ? { kind: 'stage', index } : { kind: 'unknown', written: value };
    });
}
/**
 * Indexes of the last stage and the stages that it needs, in order. An unknown base may be any earlier stage, so all of
 * them count.
 */
function reachedStages(stages) {
    const reached = new Set();
    const visit = (index) => {
        const stage = stages[index];
        if (stage === undefined || reached.has(index))
            return;
        reached.add(index);
        if (stage.base.kind === 'unknown')
            for (let before = 0; before < index; before += 1)
                visit(before);
        for (const from of [stage.base, ...stage.copies])
            if (from.kind === 'stage')
                visit(from.index);
    };
    visit(stages.length - 1);
    return [...reached].toSorted((one, other) => one - other);
}


/***/ }),

/***/ 15743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fT: () => (/* binding */ expand),
  zo: () => (/* binding */ variableNames),
  aL: () => (/* binding */ words)
});

;// CONCATENATED MODULE: ./lib/dockerfile/shell-pattern.js
/**
 * Patterns for variables, as in `${name%pattern}`: `*` is any text, `?` any character, and brackets are literal. Rule:
 * Dockerfile reference, "Environment replacement". By hand: libraries for globs, such as picomatch, expand brackets.
 */
/** Undefined where BuildKit refuses the pattern: a backslash may escape only `*`, `?`, `/`, `}` and itself. */
function pieces(pattern) {
    const result = [];
    const chars = Array.from(pattern);
    for (let at = 0; at < chars.length; at += 1) {
        const char = chars[at];
        if (char === '*')
            result.push({ kind: 'any' });
        else if (char === '?')
            result.push({ kind: 'one' });
        else if (char !== '\\')
            result.push({ kind: 'char', char });
        else {
            const escaped = chars[(at += 1)];
            if (escaped === undefined || !'*?\\/}'.includes(escaped))
                return undefined;
            result.push({ kind: 'char', char: escaped });
        }
    }
    return result;
}
function ends(pattern, text, start) {
    let reached = new Set([start]);
    for (const piece of pattern) {
        const next = new Set();
        for (const at of reached) {
            if (piece.kind === 'any') {
                for (let end = at; !next.has(end); end += 1) {
                    next.add(end);
                    if (end === text.length || text[end] === '\n')
                        break;
                }
            }
            else if (at < text.length && (piece.kind === 'one' ? text[at] !== '\n' : text[at] === piece.char)) {
                next.add(at + 1);
            }
        }
        reached = next;
    }
    return reached.size === 0 ? undefined : { shortest: Math.min(...reached), longest: Math.max(...reached) };
}
function withoutPrefix(value, pattern, length) {
    const parsed = pieces(pattern);
    return parsed && trimmed(Array.from(value), parsed, length).join('');
}
function withoutSuffix(value, pattern, length) {
    const parsed = pieces(pattern);
    return parsed && trimmed(Array.from(value).toReversed(), parsed.toReversed(), length).toReversed().join('');
}
const trimmed = (text, pattern, length) => text.slice(ends(pattern, text, 0)?.[length] ?? 0);
/**
 * `${name/pattern/replacement}`; with `//` replaces all matches that do not overlap. Takes the longest match.
 *
 * @returns undefined for a pattern that BuildKit refuses.
 */
function replaced(value, pattern, replacement, which) {
    const parsed = pieces(pattern);
    if (parsed === undefined)
        return undefined;
    const text = Array.from(value);
    let result = '';
    let copied = 0;
    for (let at = 0; at <= text.length; at += 1) {
        const end = ends(parsed, text, at)?.longest;
        // An empty match directly after another one does not count.
        if (end === undefined || (end === at && at === copied && at > 0))
            continue;
        const match = text.slice(at, end).join('');
        result +=
            text.slice(copied, at).join('') + (which === 'all' ? filledIn(replacement, match) : replacement);
        copied = end;
        if (which === 'first')
            break;
        at = Math.max(at, end - 1);
    }
    return result + text.slice(copied).join('');
}
/** For `//` BuildKit uses the replacement as a template of Go's `Regexp.Expand`, and the pattern has no groups. */
const filledIn = (replacement, match) => replacement.replaceAll(/\$(?:(\$)|\{([\p{L}\p{Nd}_]+)\}|([\p{L}\p{Nd}_]+))/gu, (_, dollar, braced, bare) => dollar === '$' ? '$' : (braced ?? bare) === '0' ? match : '');

;// CONCATENATED MODULE: ./lib/dockerfile/words.js

function words(text, escape) {
    const result = [];
    let word = '';
    let quote = '';
    for (let at = 0; at < text.length; at += 1) {
        const char = text[at];
        if (quote === '' && /\s/.test(char)) {
            if (word !== '')
                result.push(word);
            word = '';
            continue;
        }
        word += char;
        if (char === escape && quote !== "'" && at + 1 < text.length)
            word += text[(at += 1)];
        else if (quote === '' && (char === '"' || char === "'"))
            quote = char;
        else if (char === quote)
            quote = '';
    }
    return word === '' ? result : [...result, word];
}
/**
 * Removes quotes and expands variables as BuildKit's shell lexer does: `$name`, `${name}`; `${name:-word}`,
 * `${name:+word}`, `${name:?word}`, each without the colon too; `${name#pattern}`, `${name%pattern}`, each doubled too;
 * `${name/pattern/word}`, `${name//pattern/word}`. By hand: the lexer exists in Go alone.
 *
 * @returns null for a word with an unknown variable, or one that BuildKit refuses.
 */
function expand(word, variables, escape) {
    let at = 0;
    let isKnown = true;
    let isRefused = false;
    let keepsEscapes = false;
    const refuse = () => {
        isRefused = true;
        return '';
    };
    /** Reads up to a character outside of quotes, or to the end, and moves `at` behind it. */
    const upTo = (stop) => {
        let result = '';
        while (at < word.length) {
            const char = word[at];
            at += 1;
            if (char === stop)
                return result;
            if (char === "'")
                result += singleQuoted();
            else if (char === '"')
                result += doubleQuoted();
            else if (char === '$')
                result += variable();
            else if (char === escape)
                result += `${keepsEscapes ? char : ''}${next()}`;
            else
                result += char;
        }
        return stop === undefined ? result : refuse();
    };
    const upToKeeping = (stop, keeps) => {
        const before = keepsEscapes;
        keepsEscapes = keeps;
        const result = upTo(stop);
        keepsEscapes = before;
        return result;
    };
    const next = () => {
        const char = word[at] ?? '';
        at += 1;
        return char;
    };
    const singleQuoted = () => {
        const end = word.indexOf("'", at);
        if (end < 0)
            return refuse();
        const text = word.slice(at, end);
        at = end + 1;
        return text;
    };
    const doubleQuoted = () => {
        let result = '';
        while (at < word.length) {
            const char = next();
            if (char === '"')
                return result;
            if (char === '$')
                result += variable();
            else if (char === escape) {
                const escapes = ['"', '$', escape].includes(word[at] ?? '');
                result += `${keepsEscapes ? char : ''}${escapes ? next() : char}`;
            }
            else
                result += char;
        }
        return refuse();
    };
    const use = (value) => {
        if (value === null)
            isKnown = false;
        return value ?? '';
    };
    const variable = () => {
        const [whole = '', brace = '', name = ''] = /^(\{?)([\p{L}_][\p{L}\p{Nd}_]*|\p{Nd}+|[@*#?\-$!]|)/u.exec(word.slice(at)) ?? [];
        at += whole.length;
        if (brace === '')
            return name === '' ? '$' : use(variables(name));
        const [operator = ''] = /^(?:}|:?[-+?]|[#%]|\/\/?)/.exec(word.slice(at)) ?? [];
        at += operator.length;
        if (operator === '' || (name === '' && /^[}:]/.test(operator)))
            return refuse();
        const value = name === '' ? undefined : variables(name);
        if (operator === '}')
            return use(value);
        return operator.startsWith('/') ? replacing(value, operator) : substituted(value, operator);
    };
    const replacing = (value, operator) => {
        const pattern = upToKeeping('/', true);
        const replacement = upToKeeping('}', true);
        return replaced(use(value), pattern, replacement, operator === '//' ? 'all' : 'first') ?? refuse();
    };
    const substituted = (value, operator) => {
        const kind = operator.at(-1);
        const before = isKnown;
        const operand = upToKeeping('}', kind === '#' || kind === '%');
        const operandIsKnown = isKnown;
        isKnown = before;
        const useOperand = () => {
            isKnown &&= operandIsKnown;
            return operand;
        };
        const isSet = value !== undefined && !(operator.startsWith(':') && value === '');
        if (value === null)
            return use(null);
        switch (kind) {
            case '-':
                return isSet ? value : useOperand();
            case '+':
                return isSet ? useOperand() : '';
            case '?':
                return isSet ? value : refuse();
            default: {
                const trim = kind === '#' ? withoutPrefix : withoutSuffix;
                const pattern = useOperand();
                const longest = pattern.startsWith(kind);
                return (trim(value ?? '', longest ? pattern.slice(1) : pattern, longest ? 'longest' : 'shortest') ??
                    refuse());
            }
        }
    };
    const result = upTo();
    return isKnown && !isRefused ? result : null;
}
/** Names of the variables in a text, also of those that only give a default. */
const variableNames = (written) => [...written.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map(([, name = '']) => name);


/***/ })

};
