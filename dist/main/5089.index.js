export const id = 5089;
export const ids = [5089];
export const modules = {

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

/***/ 21022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FF: () => (/* binding */ tagsAtHead),
/* harmony export */   GY: () => (/* binding */ gitRef),
/* harmony export */   IJ: () => (/* binding */ branchesOf),
/* harmony export */   OR: () => (/* binding */ defaultBranch),
/* harmony export */   Qo: () => (/* binding */ headCommit),
/* harmony export */   l5: () => (/* binding */ remoteBranches),
/* harmony export */   uM: () => (/* binding */ gitIn),
/* harmony export */   vl: () => (/* binding */ changedPaths)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _names_shown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8065);
/** What Git says of the repository that a folder is in: what is checked out, and which files changed. */



const gitIn = ({ run, files }, folder) => ({
    folder,
    run: (args) => run({ program: 'git', args: ['-C', folder, ...args] }),
    pathOf: (path) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.relative(files.absolute('.'), files.absolute(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(folder, path))),
});
/**
 * Undefined where nothing says it: no workflow, and no branch or tag that HEAD is at.
 *
 * @throws Failure (station `input`) where HEAD has several tags, and no branch.
 */
async function gitRef(repository, event) {
    if (event !== undefined && event.ref !== '')
        return event;
    const branch = await git(repository, ['symbolic-ref', '--quiet', '--short', 'HEAD']);
    if (branch !== undefined)
        return { ref: `refs/heads/${branch.trim()}` };
    const [tag, ...others] = await tagsAtHead(repository);
    if (others.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR([
            {
                station: 'input',
                about: 'tags',
                message: `tags: HEAD has the tags ${[tag, ...others].join(', ')}. Name the one that the images get.`,
            },
        ]);
    return tag === undefined ? undefined : { ref: `refs/tags/${tag}` };
}
/** Tags that HEAD is at; none also where Git says nothing. */
async function tagsAtHead(repository) {
    const text = await git(repository, ['tag', '--points-at', 'HEAD']);
    return (text ?? '').split('\n').filter(Boolean);
}
/** The default branch of the remote `origin`; undefined where this clone does not know it. */
async function defaultBranch(repository) {
    const name = await git(repository, ['symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD']);
    return name?.trim().replace(/^origin\//, '');
}
/** The commit that is checked out, as hexadecimal digits; undefined where there is none. */
const headCommit = async (repository) => (await git(repository, ['rev-parse', '--verify', '--quiet', 'HEAD']))?.trim();
/** Branches of the remote and of this clone, each once, without the remote's name. */
async function branchesOf(repository) {
    const format = '%(refname)';
    const text = await git(repository, ['for-each-ref', `--format=${format}`, 'refs/heads', 'refs/remotes']);
    const names = (text ?? '').split('\n').filter((line) => line !== '' && !line.endsWith('/HEAD'));
    return [...new Set(names.map((name) => name.replace(/^refs\/(?:heads\/|remotes\/[^/]+\/)/, '')))];
}
/** Branches that the remote `origin` has now; none where it does not answer. A shallow clone has its own branch alone. */
async function remoteBranches(repository) {
    const text = await git(repository, ['ls-remote', '--heads', 'origin']);
    return [...(text ?? '').matchAll(/\trefs\/heads\/(.+)$/gm)].map(([, name = '']) => name);
}
/**
 * Files that differ from a commit, also those that are not committed. The commit is fetched where a shallow clone lacks it.
 *
 * @throws Failure (station `input`) where the event has no such commit, or there is no repository.
 */
async function changedPaths(repository, since, event) {
    const found = await repository.run(['rev-parse', '--show-prefix']);
    // A folder of another account is none either, for which Git has a way out.
    if (found.code !== 0)
        throw wrong(`Git cannot read a repository ${repository.folder === '.' ? 'here' : `in ${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .S)(repository.folder)}`}: ${found.stderr.trim() || 'is it installed?'} Leave it empty to compare all images with what is published.`);
    const commit = commitOf(since, event);
    if (/^0+$/.test(commit))
        return { kind: 'everything', because: 'the branch is new' };
    if (!(await hasCommit(repository, commit))) {
        await git(repository, ['fetch', '--quiet', '--depth=1', 'origin', commit]);
        if (!(await hasCommit(repository, commit))) {
            // A hash may be of a commit that a push has replaced; in a whole clone, a name is of something or a slip.
            const isName = !/^[0-9a-f]{7,64}$/.test(commit);
            const isWhole = (await git(repository, ['rev-parse', '--is-shallow-repository']))?.trim() === 'false';
            if (isName && isWhole)
                throw wrong(`"${commit}" is neither "push", "pull_request" nor a commit here.`);
            return {
                kind: 'everything',
                because: `the commit ${commit} is not in this clone, and could not be fetched; fetch-depth: 0 of actions/checkout brings all`,
            };
        }
    }
    const [differing, untracked] = await Promise.all([
        // A setting of the user may make these paths begin at the folder.
        git(repository, ['-c', 'diff.relative=false', 'diff', '--name-only', '--no-renames', '-z', commit, '--']),
        git(repository, ['ls-files', '--others', '--exclude-standard', '--full-name', '-z', '--', ':/']),
    ]);
    if (differing === undefined)
        return { kind: 'everything', because: `Git cannot compare this clone with ${commit}` };
    const prefix = found.stdout.replace(/\n$/, '');
    const names = `${differing}\0${untracked ?? ''}`
        .split('\0')
        .filter(Boolean)
        .map((name) => repository.pathOf(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.relative(`/${prefix}`, `/${name}`)));
    return { kind: 'paths', paths: [...new Set(names)].toSorted() };
}
function commitOf(since, event) {
    switch (since.kind) {
        case 'commit':
            return since.commit;
        case 'push':
            if (event?.before !== undefined && event.before !== '')
                return event.before;
            throw wrong('"push" is the commit before a push, and no push started this run: name a commit.');
        case 'pull_request':
            if (event?.pullRequest?.base !== undefined && event.pullRequest.base !== '')
                return event.pullRequest.base;
            throw wrong('"pull_request" is the target of one, and none started this run: name a commit.');
    }
}
const hasCommit = async (repository, commit) => (await git(repository, ['cat-file', '-e', `${commit}^{commit}`])) !== undefined;
const wrong = (message) => new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR([{ station: 'input', about: 'changed', message: `changed: ${message}` }]);
/** The standard output; undefined where Git refuses. */
async function git({ run }, args) {
    const ran = await run(args);
    return ran.code === 0 ? ran.stdout : undefined;
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

/***/ 39075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ tagOfRef),
/* harmony export */   W: () => (/* binding */ tagOfBranch)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _names_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64021);
/* harmony import */ var _names_shown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8065);
/** Tags of branches, pull requests and tags of Git. */




/** Characters of a tag (OCI distribution specification, "Pulling manifests"). */
const longest = 128;
/**
 * The tag of what is built: a branch's name with `-` for what a tag cannot have, `pr-12` of a pull request, a tag as it is,
 * if it can be. Two branches never have one tag: where they would, the one whose name had to change gets a part of the
 * hash of its name, and both do where both had to change. A branch that is called `pr-12` counts as changed, too.
 *
 * @param others branches of the repository, which may have this one among them.
 */
function tagOfRef({ ref, pullRequest }, others) {
    const [, number = pullRequest?.number] = /^refs\/pull\/(\d+)\//.exec(ref) ?? [];
    if (number !== undefined)
        return (0,_names_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTag */ .ED)(`pr-${number}`);
    const [, kind, name = ''] = /^refs\/(heads|tags)\/(.+)$/s.exec(ref) ?? [];
    if (kind === undefined)
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)(`${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .S)(ref)} is no branch, tag or pull request, from which the image's tag would follow. Name the tag.`);
    if (kind === 'heads')
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .parsed */ .Yz)(tagOfBranch(name, others));
    const tag = (0,_names_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTag */ .ED)(name);
    return tag.ok ? tag : (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)(`Git's tag cannot be the image's: ${tag.message} Name the tag.`);
}
/** Of a branch, by the rules of `tagOfRef`. */
function tagOfBranch(branch, others) {
    const plain = plainTag(branch);
    const rivals = new Set(others.filter((other) => other !== branch));
    const taken = (tag) => [...rivals].some((rival) => plainTag(rival) === tag);
    const isPullRequest = /^pr-\d+$/.test(plain);
    if (!isPullRequest && plain !== '' && (plain === branch || !taken(plain)))
        return plain;
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(branch).digest('hex');
    for (let length = 7;; length += 1) {
        const suffix = hash.slice(0, length);
        const tag = plain === '' ? suffix : `${plain.slice(0, longest - length - 1)}-${suffix}`;
        // Another branch may be called just so.
        if (length === hash.length || !taken(tag))
            return tag;
    }
}
/** Empty where nothing is left. */
const plainTag = (branch) => branch
    .replaceAll(/[^A-Za-z0-9_.-]+/g, '-')
    .replaceAll(/^[.-]+|-+$/g, '')
    .slice(0, longest);


/***/ }),

/***/ 39156:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Xx: () => (/* binding */ dockerfilesOf),
  mr: () => (/* binding */ fromWorkspace),
  rT: () => (/* binding */ imagesFile),
  G: () => (/* binding */ namesMatching),
  zg: () => (/* binding */ treeNames),
  Ro: () => (/* binding */ treeRoot)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/names/nearest.js
var nearest = __webpack_require__(13114);
// EXTERNAL MODULE: ./lib/names/shown.js
var shown = __webpack_require__(8065);
// EXTERNAL MODULE: ./lib/observe/patterns.js
var patterns = __webpack_require__(65909);
// EXTERNAL MODULE: ./lib/sources/tree/find.js
var find = __webpack_require__(73716);
// EXTERNAL MODULE: ./lib/sources/small-file.js
var small_file = __webpack_require__(53252);
// EXTERNAL MODULE: ./lib/defined.js
var defined = __webpack_require__(64222);
// EXTERNAL MODULE: ./lib/names/platform.js
var platform = __webpack_require__(29885);
// EXTERNAL MODULE: ./lib/names/reference.js
var reference = __webpack_require__(64021);
// EXTERNAL MODULE: ./lib/registry/reference.js
var registry_reference = __webpack_require__(9758);
// EXTERNAL MODULE: ./lib/sources/yaml-nodes.js + 1 modules
var yaml_nodes = __webpack_require__(11241);
;// CONCATENATED MODULE: ./lib/sources/tree/images.js
/** Reads images.yml, which says of a tree's images what no file name and no Dockerfile says. */








const keys = [
    'name',
    'dockerfile',
    'context',
    'image',
    'external',
    'arguments',
    'verify_command',
    'exports',
    'platforms',
    'tags',
];
/** @param path of the file from the workspace; paths in it are from its own folder. */
function readImagesFile(text, path) {
    const said = [];
    const yaml = (0,yaml_nodes/* yamlReader */.B)(text, path, (message, offset) => said.push({ message, offset }));
    const rows = [];
    const external = [];
    const items = yaml.items(yaml.root) ?? [];
    if (yaml.root !== undefined && yaml.items(yaml.root) === undefined)
        yaml.say(yaml.root, 'it must be a list of rows, each like "- name: base".');
    for (const item of items) {
        const before = said.length;
        const fields = fieldsOf(yaml, item);
        if (fields === undefined)
            continue;
        if (fields.has('external'))
            external.push(...externalOf(yaml, item, fields));
        else {
            const row = rowOf(yaml, item, fields, path);
            if (said.length === before)
                rows.push(row);
        }
    }
    const problems = said
        .toSorted((one, other) => one.offset - other.offset)
        .map(({ message }) => ({ station: 'input', about: path, message }));
    return { path, rows, external, problems };
}
function fieldsOf(yaml, item) {
    const written = yaml.fields(item);
    if (written === undefined) {
        yaml.say(item, 'this row is no mapping: write it like "- name: base".');
        return undefined;
    }
    const fields = new Map();
    for (const { name, key: node, value } of written) {
        const key = keys.find((known) => known === name);
        if (key !== undefined)
            fields.set(key, value);
        else {
            const near = (0,nearest/* nearest */.p)(name, keys);
            const way = near === undefined ? `A row has ${keys.join(', ')}.` : `Did you mean "${near}"?`;
            yaml.say(node, `there is no key ${(0,shown/* shown */.S)(name)}. ${way}`);
        }
    }
    return fields;
}
function externalOf(yaml, item, fields) {
    const flag = yaml.text(fields.get('external'), 'external');
    if (flag !== undefined && flag !== 'true') {
        yaml.say(fields.get('external'), `external ${(0,shown/* shown */.S)(flag)} can only be true: leave it out of other rows.`);
    }
    if (fields.size !== 2 || !fields.has('image'))
        yaml.say(item, 'a row of an external image has "image" and "external", and nothing else.');
    return referencesOf(yaml, fields);
}
function rowOf(yaml, item, fields, path) {
    if (!fields.has('name') && !fields.has('dockerfile'))
        yaml.say(item, 'this row names no image: it needs "name" or "dockerfile", or "external: true".');
    const text = (key) => fields.has(key) ? yaml.text(fields.get(key), key) : undefined;
    const file = (key) => {
        const written = text(key);
        return written === undefined ? undefined : pathOf(yaml, fields.get(key), written, path);
    };
    const platforms = fields.has('platforms') ? listOf(yaml, fields, 'platforms', platform/* parsePlatform */.FL) : undefined;
    return {
        line: yaml.line(item),
        references: referencesOf(yaml, fields),
        arguments: fields.has('arguments') ? argumentsOf(yaml, fields.get('arguments')) : {},
        exports: textsOf(yaml, fields, 'exports').flatMap(({ text: exported, node }) => {
            if (/^\/(?!(?:.*\/)?\.\.(?:\/|$))./.test(exported))
                return [exported];
            yaml.say(node, `exports ${(0,shown/* shown */.S)(exported)} is no absolute path in the image, like "/opt/locks/*.lock".`);
            return [];
        }),
        tags: listOf(yaml, fields, 'tags', reference/* parseTag */.ED),
        ...(0,defined/* defined */.s)({
            name: text('name'),
            dockerfile: file('dockerfile'),
            context: file('context'),
            verifyCommand: text('verify_command'),
            platforms,
        }),
    };
}
const textsOf = (yaml, fields, key) => fields.has(key) ? yaml.texts(fields.get(key), key) : [];
const referencesOf = (yaml, fields) => textsOf(yaml, fields, 'image').flatMap(({ text, node }) => {
    const reference = (0,registry_reference/* parseReference */.F2)(text);
    if (reference.ok && reference.value.digest === undefined)
        return [text];
    yaml.say(node, reference.ok ? `image ${(0,shown/* shown */.S)(text)} has a digest: write it without.` : reference.message);
    return [];
});
/** Of a list, or of one text with commas or spaces between its parts. */
const listOf = (yaml, fields, key, parse) => textsOf(yaml, fields, key).flatMap(({ text, node }) => text
    .split(/[\s,]+/)
    .filter(Boolean)
    .flatMap((part) => {
    const result = parse(part);
    if (result.ok)
        return [result.value];
    yaml.say(node, result.message);
    return [];
}));
const leaves = (folder, path) => /^\.\.(?:\/|$)/.test(external_node_path_.posix.relative(folder, path));
function pathOf(yaml, node, written, file) {
    const folder = external_node_path_.posix.dirname(file);
    const path = external_node_path_.posix.join(folder, written).replace(/(?<=.)\/$/, '');
    // On the command line the tree may lie outside of the workspace: then paths within the tree do, too.
    if (!written.startsWith('/') && (!leaves('.', path) || !leaves(folder, path)))
        return path;
    yaml.say(node, `${(0,shown/* shown */.S)(written)} leaves the workspace: write a path from the folder of ${file}, within it.`);
    return undefined;
}
function argumentsOf(yaml, node) {
    const fields = yaml.fields(node);
    if (fields === undefined)
        yaml.say(node, 'arguments is no mapping: write each as "NAME: value".');
    const pairs = [];
    for (const { name, key, value } of fields ?? []) {
        if (!/^[A-Za-z_]\w*$/.test(name))
            yaml.say(key, `argument ${(0,shown/* shown */.S)(name)} is no name of an ARG.`);
        const text = yaml.text(value, `argument ${name}`);
        if (text !== undefined)
            pairs.push([name, text]);
    }
    return Object.fromEntries(pairs);
}

// EXTERNAL MODULE: ./lib/sources/tree/name-images.js
var name_images = __webpack_require__(9167);
;// CONCATENATED MODULE: ./lib/sources/tree/files.js
/** Reads the folder of a tree: its Dockerfiles, images.yml, and the names of its images. */









/** A path from the workspace, with slashes; `.` for the workspace itself. */
const fromWorkspace = (files, path) => external_node_path_.posix.relative(files.absolute('.'), files.absolute(path)) || '.';
/** The tree's folder from the workspace. @throws Failure (station `input`) where there is none. */
async function treeRoot(files, path) {
    if ((await files.stat(files.absolute(path)))?.kind !== 'folder')
        throw wrong('path', `There is no folder ${(0,shown/* shown */.S)(path)}. The input path is the folder with the Dockerfiles.`);
    return fromWorkspace(files, path);
}
/** `there` says whether there is such a file. */
async function imagesFile(files, root) {
    const path = external_node_path_.posix.join(root, 'images.yml');
    const text = await (0,small_file/* readSmall */.o5)(files, path);
    return { ...readImagesFile(text ?? '', path), there: text !== undefined };
}
const dockerfilesOf = (files, root, { rows }, search) => (0,find/* findDockerfiles */.v)(files, { ...search, root, named: rows.flatMap(({ dockerfile }) => dockerfile ?? []) });
/** Names of all images, without a look at what they stand on. @throws Failure with all that is wrong with them. */
async function treeNames(files, { path, exclude }) {
    const root = await treeRoot(files, path);
    const file = await imagesFile(files, root);
    const { images, problems } = (0,name_images/* nameImages */.E)(await dockerfilesOf(files, root, file, { exclude }), file);
    const all = [...file.problems, ...problems];
    if (all.length > 0)
        throw new errors/* Failure */.HR(all);
    return images.map(({ name }) => name);
}
/** @throws Failure where a name or a pattern is of no image. */
function namesMatching(names, wanted, { about, word } = { about: 'images', word: 'images' }) {
    const problems = [];
    const found = wanted.flatMap((pattern) => {
        const matches = names.filter((0,patterns/* pathPattern */.s$)(pattern));
        if (matches.length === 0) {
            const near = (0,nearest/* nearest */.p)(pattern, names);
            const way = near === undefined ? `There are ${names.join(', ')}.` : `Did you mean "${near}"?`;
            problems.push({
                station: 'input',
                about,
                message: `${word}: the tree has no image ${(0,shown/* shown */.S)(pattern)}. ${way}`,
            });
        }
        return matches;
    });
    if (problems.length > 0)
        throw new errors/* Failure */.HR(problems);
    return new Set(found);
}
const wrong = (about, message) => new errors/* Failure */.HR([{ station: 'input', about, message }]);


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

/***/ 9167:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ nameImages)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _defined_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(64222);
/* harmony import */ var _names_nearest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13114);
/* harmony import */ var _names_shown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8065);
/* harmony import */ var _registry_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9758);
/** Gives each Dockerfile of a tree its name, and what a row of images.yml says of it. */





/**
 * Joins Dockerfiles and rows. A row with `dockerfile` makes an image of that file, in place of the one that follows from
 * its path; two such rows make two images of one file. A row with `name` alone belongs to the image of that name.
 */
function nameImages(found, file) {
    const problems = [];
    const say = (line, message) => void problems.push({ station: 'input', about: file.path, message: `${file.path}:${line}: ${message}` });
    const images = [];
    const claimed = new Set(file.rows.flatMap(({ dockerfile }) => dockerfile ?? []));
    const rowsByName = new Map();
    for (const row of file.rows) {
        if (row.dockerfile === undefined) {
            const same = rowsByName.get(row.name);
            if (same !== undefined)
                say(row.line, `image ${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .S)(row.name)} has a row in line ${same.line} already: join them.`);
            rowsByName.set(row.name, row);
            continue;
        }
        const dockerfile = found.find(({ path }) => path === row.dockerfile);
        const name = row.name ?? dockerfile?.name;
        if (dockerfile === undefined)
            say(row.line, `there is no file ${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .S)(row.dockerfile)}.`);
        else if (name === undefined)
            problems.push(nameless(dockerfile, file.path));
        else
            images.push(imageOf(name, dockerfile, row));
    }
    for (const dockerfile of found) {
        if (claimed.has(dockerfile.path))
            continue;
        if (dockerfile.name === undefined)
            problems.push(nameless(dockerfile, file.path));
        else
            images.push(imageOf(dockerfile.name, dockerfile, rowsByName.get(dockerfile.name)));
    }
    const names = images.map(({ name }) => name);
    for (const [name, { line }] of rowsByName) {
        if (names.includes(name))
            continue;
        const near = (0,_names_nearest_js__WEBPACK_IMPORTED_MODULE_3__/* .nearest */ .p)(name, names);
        say(line, `no Dockerfile makes the image ${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .S)(name)}.${near === undefined ? '' : ` Did you mean "${near}"?`} A row with "dockerfile" says which file makes it.`);
    }
    return {
        images,
        problems: [
            ...problems,
            ...wrongNames(images, file.path),
            ...sameNames(images, file.path),
            ...sameReferences(images, file.path),
        ],
    };
}
function imageOf(name, found, row) {
    return {
        name,
        dockerfile: found.path,
        context: row?.context ?? found.context,
        references: row?.references ?? [],
        arguments: row?.arguments ?? {},
        exports: row?.exports ?? [],
        tags: row?.tags ?? [],
        ...(0,_defined_js__WEBPACK_IMPORTED_MODULE_4__/* .defined */ .s)({
            target: found.target,
            test: found.test,
            verifyCommand: row?.verifyCommand,
            platforms: row?.platforms,
        }),
    };
}
const nameless = ({ path }, file) => ({
    station: 'input',
    about: path,
    message: `${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .S)(path)} has no folder that names its image. A row in ${file} names it: ${rowText(path, 'NAME', file)}.`,
});
const rowText = (path, name, file) => `- {name: ${name}, dockerfile: ${node_path__WEBPACK_IMPORTED_MODULE_0__.posix.relative(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(file), path)}}`;
function wrongNames(images, file) {
    return images.flatMap(({ name, dockerfile }) => {
        const result = (0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(`registry.invalid/${name}`);
        if (result.ok && result.value.repository.name === name)
            return [];
        return [
            {
                station: 'input',
                about: dockerfile,
                message: `The image of ${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .S)(dockerfile)} would be called ${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .S)(name)}, which no repository can be: a name is lower-case letters and digits, joined by ".", "_", "__" or "-". A row in ${file} gives it another: ${rowText(dockerfile, validName(name), file)}.`,
            },
        ];
    });
}
const validName = (name) => name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '') || 'NAME';
function sameNames(images, file) {
    return groupsOf(images, ({ name }) => [name]).map(([name, same]) => {
        const paths = same.map(({ dockerfile }) => (0,_names_shown_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .S)(dockerfile)).join(' and ');
        const rows = same
            .slice(1)
            .map(({ dockerfile }) => rowText(dockerfile, longName(name, dockerfile), file))
            .join(', ');
        return {
            station: 'input',
            about: file,
            message: `${paths} would both make the image ${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .S)(name)}. A row in ${file} gives one another name: ${rows}. What is no image can be excluded.`,
        };
    });
}
/** The name with the folders of its file in front. */
function longName(name, dockerfile) {
    const folders = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(dockerfile).split('/');
    const long = validName([...folders, ...(folders.at(-1) === name ? [] : [name])].join('-'));
    return long === name ? `${name}-2` : long;
}
function sameReferences(images, file) {
    return groupsOf(images, ({ references }) => references).map(([reference, same]) => ({
        station: 'input',
        about: file,
        message: `${file}: ${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .S)(reference)} is the image of ${same.map(({ name }) => (0,_names_shown_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .S)(name)).join(' and of ')}. Only one row can have it.`,
    }));
}
/** Those that share a key with another. */
function groupsOf(images, keysOf) {
    const groups = new Map();
    for (const image of images)
        for (const key of new Set(keysOf(image)))
            groups.set(key, [...(groups.get(key) ?? []), image]);
    return [...groups].filter(([, same]) => same.length > 1);
}


/***/ }),

/***/ 11241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ yamlReader)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./lib/sources/yaml-errors.js
const indented = 'the line is not indented like those that it belongs to: begin all of them in the same column.';
/** Also of a reference that the parser takes, and that leads nowhere. */
const referenceText = 'what begins with "*" or "&" is a reference in YAML, and this one leads nowhere: put the value in quotes.';
const openList = 'a "[" before this place is not closed: write "]".';
const openMapping = 'a "{" before this place is not closed: write "}".';
/** The first that fits counts. */
const rows = [
    { code: 'TAB_AS_INDENT', text: 'the line is indented with a tab: YAML takes spaces alone.' },
    { code: 'DUPLICATE_KEY', text: 'this key is there twice: keep one.' },
    {
        code: 'BLOCK_AS_IMPLICIT_KEY',
        when: /compact mappings[^]*single line/,
        text: 'the line after this value is indented more than its key: begin both in the same column.',
    },
    {
        code: 'BLOCK_AS_IMPLICIT_KEY',
        when: /compact mappings/,
        text: 'there is a second ": " in this line: put the value in quotes, or what belongs to it on lines of its own.',
    },
    { code: 'BLOCK_AS_IMPLICIT_KEY', text: indented },
    {
        code: 'MULTILINE_IMPLICIT_KEY',
        text: 'a ":" is missing, or the lines that belong together are not indented alike: write "name: value" on one line.',
    },
    {
        code: 'BAD_SCALAR_START',
        text: 'a value begins with a character that YAML keeps for itself: put it in quotes.',
    },
    { code: 'BAD_ALIAS', text: referenceText },
    {
        code: 'BAD_DQ_ESCAPE',
        text: 'a backslash in double quotes is followed by what YAML does not know: use single quotes.',
    },
    { code: 'TAG_RESOLVE_FAILED', text: 'what begins with "!" is a tag in YAML: put the value in quotes.' },
    { code: 'MULTIPLE_DOCS', text: 'a second document begins here: leave one, without "---" between.' },
    { code: 'MISSING_CHAR', when: /closing .quote/, text: 'a quote is not closed.' },
    {
        code: 'MISSING_CHAR',
        when: /map keys need to be followed/,
        text: 'a ":" is missing behind this key: write "name: value".',
    },
    { code: 'MISSING_CHAR', when: /without - indicator/, text: indented },
    { code: 'MISSING_CHAR', when: /between/, text: 'a comma is missing between two items.' },
    { code: 'MISSING_CHAR', when: /end with a \]/, text: openList },
    { code: 'MISSING_CHAR', when: /end with a \}/, text: openMapping },
    { code: 'BAD_INDENT', when: /end with a \]/, text: openList },
    { code: 'BAD_INDENT', when: /end with a \}/, text: openMapping },
    { code: 'BAD_INDENT', text: indented },
    {
        code: 'UNEXPECTED_TOKEN',
        when: /Block scalar header/,
        text: 'what begins with ">" or "|" is a text of several lines in YAML: put the value in quotes.',
    },
    {
        code: 'UNEXPECTED_TOKEN',
        when: /on same line with key/,
        text: 'a list begins in the line of its key: write its first "- " on a line of its own.',
    },
    {
        code: 'UNEXPECTED_TOKEN',
        when: /at node end/,
        text: 'the value before this has ended already: put the whole value in quotes, or this on a line of its own, as "name: value" or "- item".',
    },
    {
        code: 'UNEXPECTED_TOKEN',
        when: /Unexpected (?:,|empty item|flow-seq-end|flow-map-end)/,
        text: 'there is a comma or a bracket too many.',
    },
];
/**
 * One sentence or two. What no row knows has the parser's own behind it.
 *
 * @param all errors of the document.
 */
function yamlErrorText({ code, message, pos }, all) {
    const said = all
        .filter((one) => one.pos[0] === pos[0])
        .map((one) => one.message)
        .join('\n');
    const known = rows.find((row) => row.code === code && (row.when?.test(said) ?? true));
    return (known?.text ??
        `from here on this is no YAML that can be read. The parser says: ${message.replace(/\.$/, '')}.`);
}

;// CONCATENATED MODULE: ./lib/sources/yaml-nodes.js
/** Reads nodes of a YAML document, and says what is wrong with its line and column. */


/** @param say takes each message, `images.yml:3:5: …`, and its place in characters, by which messages can be sorted. */
function yamlReader(source, path, say) {
    const lines = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(source, {
        lineCounter: lines,
        prettyErrors: false,
    });
    const placeAt = (offset) => {
        const { line, col } = lines.linePos(offset);
        return `${path}:${line}:${col}`;
    };
    const sayAt = (offset, message) => say(`${placeAt(offset)}: ${message}`, offset);
    // What follows the first error of the syntax most likely comes of it; keys that are there twice do not.
    const [first] = document.errors;
    for (const error of document.errors)
        if (error === first || error.code === 'DUPLICATE_KEY')
            sayAt(error.pos[0], yamlErrorText(error, document.errors));
    const resolved = (node) => (0,dist/* isAlias */.Vj)(node) ? resolved(node.resolve(document)) : (node ?? undefined);
    const startOf = (node) => node?.range?.[0] ?? 0;
    const reader = {
        // A document with a fault of syntax has nodes that nobody wrote.
        root: document.errors.length > 0 ? undefined : (document.contents ?? undefined),
        say: (node, message) => sayAt(startOf(node), message),
        line: (node) => lines.linePos(startOf(node)).line,
        place: (node) => placeAt(startOf(node)),
        text(node, what) {
            const value = resolved(node);
            if ((0,dist/* isScalar */.jn)(value) && value.value !== null)
                return value.source ?? '';
            const wrong = (0,dist/* isScalar */.jn)(value) ? 'has no value: write one, or leave it out.' : 'must be one text.';
            const isLost = (0,dist/* isAlias */.Vj)(node) && value === undefined;
            reader.say(node, isLost ? referenceText : `${what} ${wrong}`);
            return undefined;
        },
        texts: (node, what) => (reader.items(node) ?? [node]).flatMap((item) => {
            const text = reader.text(item, what);
            return text === undefined ? [] : [{ text, node: item }];
        }),
        items(node) {
            const value = resolved(node);
            return (0,dist/* isSeq */.oP)(value) ? value.items : undefined;
        },
        fields(node) {
            const value = resolved(node);
            if (!(0,dist/* isMap */.jh)(value))
                return undefined;
            return value.items.map((pair) => ({
                name: (0,dist/* isScalar */.jn)(pair.key) ? (pair.key.source ?? '') : '',
                key: pair.key,
                // A key of `{key}` has no value at all: then its place is that of the key.
                value: pair.value ?? { range: pair.key.range },
            }));
        },
    };
    return reader;
}


/***/ })

};
