export const id = 139;
export const ids = [139];
export const modules = {

/***/ 70139:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run),
  show: () => (/* binding */ show)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/plan/policy.js
var plan_policy = __webpack_require__(39633);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/defined.js
var defined = __webpack_require__(64222);
// EXTERNAL MODULE: ./lib/dockerfile/instructions.js
var instructions = __webpack_require__(37917);
// EXTERNAL MODULE: ./lib/dockerfile/scope.js
var scope = __webpack_require__(40102);
// EXTERNAL MODULE: ./lib/names/package-version.js
var package_version = __webpack_require__(29033);
// EXTERNAL MODULE: ./lib/plan/image.js
var plan_image = __webpack_require__(49938);
// EXTERNAL MODULE: ./lib/sources/git.js
var sources_git = __webpack_require__(21022);
// EXTERNAL MODULE: ./lib/file-failure.js
var file_failure = __webpack_require__(32030);
// EXTERNAL MODULE: ./lib/once.js
var once = __webpack_require__(4986);
// EXTERNAL MODULE: ./lib/report/units.js
var units = __webpack_require__(88861);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./lib/names/nearest.js
var nearest = __webpack_require__(13114);
// EXTERNAL MODULE: ./lib/names/reference.js
var reference = __webpack_require__(64021);
// EXTERNAL MODULE: ./lib/names/shown.js
var shown = __webpack_require__(8065);
// EXTERNAL MODULE: ./lib/registry/reference.js
var registry_reference = __webpack_require__(9758);
;// CONCATENATED MODULE: ./lib/sources/connector/metadata.js
/**
 * Reads a connector's `metadata.yaml`. Of the fields in it those are read that decide what image is built; all that is
 * wrong with them is said at once. Fields: "Connector Metadata.yaml File" in Airbyte's documentation.
 */






const connectorLanguages = ['python', 'manifest-only'];
function readConnectorMetadata(text, path) {
    const problems = [];
    const lines = new dist/* LineCounter */.HN();
    const say = (offset, message) => {
        // An empty text has no line at all.
        const { line, col: column } = lines.lineStarts.length === 0 ? { line: 1, col: 1 } : lines.linePos(offset);
        problems.push({
            station: 'input',
            about: path,
            line,
            column,
            message: `${path}:${line}:${column}: ${message}`,
        });
    };
    const metadata = metadataOf(text, lines, say);
    if (metadata !== undefined && problems.length === 0)
        return { ok: true, metadata };
    return { ok: false, problems: problems.toSorted((one, other) => one.line - other.line) };
}
function metadataOf(text, lines, say) {
    const root = rootOf(text, lines, say);
    if (root === undefined)
        return undefined;
    const data = mapOf(fieldOf(root, 'data'), say);
    if (data === undefined)
        return undefined;
    const options = mapOf(fieldOf(data, 'data.connectorBuildOptions'), say);
    const language = languageOf(fieldOf(data, 'data.tags'), say);
    const repository = metadata_valueOf(fieldOf(data, 'data.dockerRepository'), parseRepository, say);
    const version = metadata_valueOf(fieldOf(data, 'data.dockerImageTag'), reference/* parseTag */.ED, say);
    if (options === undefined)
        return undefined;
    const baseImage = metadata_valueOf(fieldOf(options, 'data.connectorBuildOptions.baseImage'), parseBaseImage, say);
    if (language === undefined || baseImage === undefined)
        return undefined;
    if (repository === undefined || version === undefined)
        return undefined;
    return { language, baseImage, repository, version };
}
/** The map that the file is; undefined where it is none, which has been said then. */
function rootOf(text, lines, say) {
    // A key that is twice is said where it is one of ours: looking for all of them takes the square of their number.
    const document = (0,dist/* parseDocument */.Tp)(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
    // Those behind the first one mostly follow from it.
    const [fault] = document.errors.toSorted((one, other) => one.pos[0] - other.pos[0]);
    if (fault !== undefined) {
        if (document.errors.some(({ code }) => code === 'RESOURCE_EXHAUSTION'))
            say(0, 'this is nested too deeply to be read.');
        else
            say(fault.pos[0], faultText(fault));
        return undefined;
    }
    const resolve = (node) => ((0,dist/* isAlias */.Vj)(node) ? (node.resolve(document) ?? node) : node);
    const node = document.contents;
    if ((0,dist/* isMap */.jh)(node))
        return { node, at: offsetOf(node), resolve };
    say(offsetOf(node), 'this is no map with a field "data".');
    return undefined;
}
const faultText = ({ code, message }) => code === 'MULTIPLE_DOCS'
    ? 'a second document begins here: keep one.'
    : `this is not valid YAML. ${message.replace(/\.?$/, '.')}`;
const offsetOf = (node) => ((0,dist/* isNode */.Ll)(node) ? (node.range?.[0] ?? 0) : 0);
function fieldOf({ node: map, at, resolve }, path) {
    const name = path.slice(path.lastIndexOf('.') + 1);
    const pairs = map.items.filter(({ key }) => (0,dist/* isScalar */.jn)(key) && key.value === name);
    const pair = pairs.at(-1);
    if (pair === undefined)
        return { node: undefined, at, path, twice: false, resolve };
    // A value that is left out has a place that may be on another line.
    const [start = 0, end = 0] = (0,dist/* isNode */.Ll)(pair.value) ? (pair.value.range ?? []) : [];
    const written = start < end ? pair.value : pair.key;
    return { node: resolve(pair.value), at: offsetOf(written), path, twice: pairs.length > 1, resolve };
}
/** Says what is wrong with a field whatever it should hold: it is missing, empty, or twice. */
function isThere({ node, at, path, twice }, say) {
    if (node === undefined)
        say(at, `${path} is missing.`);
    else if (twice)
        say(at, `${path} is there more than once: keep one.`);
    else if (node === null || ((0,dist/* isScalar */.jn)(node) && (node.value === null || node.value === '')))
        say(at, `${path} is empty.`);
    else
        return true;
    return false;
}
function mapOf(field, say) {
    if (!isThere(field, say))
        return undefined;
    const { node, at, path, resolve } = field;
    if ((0,dist/* isMap */.jh)(node))
        return { node, at, resolve };
    say(at, `${path} is ${kindOf(node)}, and has to be a map.`);
    return undefined;
}
function metadata_valueOf(field, parse, say) {
    if (!isThere(field, say))
        return undefined;
    const { node, at, path } = field;
    if (!(0,dist/* isScalar */.jn)(node) || typeof node.value !== 'string') {
        say(at, `${path} is ${kindOf(node)}, and has to be a text.${quoting(node)}`);
        return undefined;
    }
    const result = parse(node.value);
    if (result.ok)
        return result.value;
    say(at, `${path}: ${result.message}`);
    return undefined;
}
function kindOf(node) {
    if ((0,dist/* isMap */.jh)(node))
        return 'a map';
    if ((0,dist/* isSeq */.oP)(node))
        return 'a list';
    if (!(0,dist/* isScalar */.jn)(node))
        return 'an alias of nothing';
    return typeof node.value === 'string'
        ? `the text ${(0,shown/* shown */.S)(node.value)}`
        : `the ${typeof node.value} ${String(node.value)}`;
}
const quoting = (node) => (0,dist/* isScalar */.jn)(node) && node.source !== undefined ? ` Quote it: "${node.source}".` : '';
const languagePrefix = 'language:';
const languageRule = `one of them has to be ${connectorLanguages.map((name) => `"${languagePrefix}${name}"`).join(' or ')}`;
function languageOf(field, say) {
    if (!isThere(field, say))
        return undefined;
    const { node, at, path, resolve } = field;
    if (!(0,dist/* isSeq */.oP)(node)) {
        say(at, `${path} is ${kindOf(node)}, and has to be a list of texts: ${languageRule}.`);
        return undefined;
    }
    const tags = node.items.map((item) => ({ at: offsetOf(item), node: resolve(item) }));
    const languages = tags.flatMap((tag) => (0,dist/* isScalar */.jn)(tag.node) && typeof tag.node.value === 'string' && tag.node.value.startsWith(languagePrefix)
        ? [{ at: tag.at, name: tag.node.value.slice(languagePrefix.length) }]
        : []);
    const [first] = languages;
    if (first === undefined) {
        say(at, `${path} names no language: ${languageRule}.`);
        return undefined;
    }
    const other = languages.find(({ name }) => name !== first.name);
    if (other !== undefined) {
        say(other.at, `${path} names two languages, ${(0,shown/* shown */.S)(first.name)} and ${(0,shown/* shown */.S)(other.name)}: keep one.`);
        return undefined;
    }
    const result = parseLanguage(first.name);
    if (result.ok)
        return result.value;
    say(first.at, `${path}: ${result.message}`);
    return undefined;
}
function parseLanguage(text) {
    const language = connectorLanguages.find((known) => known === text);
    if (language !== undefined)
        return (0,errors/* parsed */.Yz)(language);
    const near = (0,nearest/* nearest */.p)(text, connectorLanguages);
    const way = near === undefined ? '' : ` Did you mean "${near}"?`;
    return (0,errors/* refused */.J5)(`connectors in the language ${(0,shown/* shown */.S)(text)} are not built here, only those in "python" and "manifest-only".${way}`);
}
function parseBaseImage(text) {
    const result = (0,registry_reference/* parseReference */.F2)(text);
    if (!result.ok)
        return result;
    if (result.value.digest !== undefined)
        return (0,errors/* parsed */.Yz)(text);
    return (0,errors/* refused */.J5)(`${(0,shown/* shown */.S)(text)} has no digest, so that it may be another image tomorrow: write it as "name:tag@sha256:…".`);
}
function parseRepository(text) {
    const result = (0,registry_reference/* parseReference */.F2)(text);
    if (!result.ok)
        return result;
    const { repository, tag, digest } = result.value;
    if (tag === undefined && digest === undefined)
        return (0,errors/* parsed */.Yz)(repository);
    return (0,errors/* refused */.J5)(`${(0,shown/* shown */.S)(text)} has a tag or a digest: it is a name alone, like "airbyte/source-faker".`);
}

// EXTERNAL MODULE: ./lib/observe/patterns.js
var patterns = __webpack_require__(65909);
;// CONCATENATED MODULE: ./lib/sources/connector/select.js
/** Chooses connectors: by name, by glob, or because something in their folder changed. */





/** @param directory the folder of connectors, as it is called in messages. */
function selectConnectors(folders, directory, wanted) {
    if (wanted.kind === 'changed')
        return { names: changed(folders, directory, wanted.paths), messages: [] };
    const names = [];
    const messages = [];
    for (const text of wanted.names) {
        const found = folders.connectors.filter((0,patterns/* pathPattern */.s$)(text)).toSorted();
        if (found.length === 0)
            messages.push(missing(folders, directory, text));
        names.push(...found);
    }
    return { names: [...new Set(names)], messages };
}
const isGlob = (text) => /[*?[\]\\]/.test(text);
function missing({ connectors, others }, directory, text) {
    if (isGlob(text))
        return `No connector in "${directory}" matches ${(0,shown/* shown */.S)(text)}.`;
    const wrong = nameFault(text);
    if (wrong !== undefined)
        return wrong;
    if (others.includes(text))
        return `"${external_node_path_.posix.join(directory, text)}" has no metadata.yaml, which a connector needs.`;
    const near = (0,nearest/* nearest */.p)(text, connectors);
    return `There is no connector ${(0,shown/* shown */.S)(text)} in "${directory}".${near === undefined ? '' : ` Did you mean "${near}"?`}`;
}
/** Why a name cannot be the last part of a repository's name; undefined where it can. */
function nameFault(name) {
    const result = name.includes('/') ? undefined : (0,registry_reference/* parseReference */.F2)(`connectors/${name}`);
    const { repository, tag, digest } = result?.ok === true ? result.value : {};
    if (repository !== undefined && tag === undefined && digest === undefined)
        return undefined;
    return `${(0,shown/* shown */.S)(name)} cannot name a connector: the name is the last part of its repository, which is lower-case letters and digits, joined by one ".", one or two "_", or "-".`;
}
function changed({ connectors }, directory, paths) {
    const above = external_node_path_.posix.join(directory, '/');
    const prefix = above === './' ? '' : above;
    const names = new Set(paths.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length).split('/')[0]));
    return connectors.filter((name) => names.has(name)).toSorted();
}

;// CONCATENATED MODULE: ./lib/sources/connector/find.js
/** Finds connectors in their folder, and reads the `metadata.yaml` of each. */







const metadataName = 'metadata.yaml';
/** Bytes of the longest `metadata.yaml` that is read; Airbyte's longest has a tenth of it. */
const longestMetadata = 500_000;
/** Links that are followed: Linux follows as many for one path. */
const mostLinks = 40;
/** Files without which no image can be built; one of them has to be there. */
const neededFiles = {
    python: ['pyproject.toml', 'setup.py'],
    'manifest-only': ['manifest.yaml'],
};
/** @param directory the folder of connectors. */
async function findConnectors({ entries, read, stat }, directory, wanted) {
    // For every connector it is asked again what is in the folder of all of them.
    const files = { read, stat, entries: (0,once/* onceFor */.b)((path) => path, entries) };
    const inDirectory = (message) => ({
        connectors: [],
        problems: [{ station: 'input', about: 'connectors-dir', message }],
    });
    if ((await files.stat(directory))?.kind !== 'folder')
        return inDirectory(`There is no folder "${directory}": connectors-dir names the one with the connectors.`);
    const folders = await foldersOf(files, directory);
    if (folders.connectors.length === 0)
        return inDirectory(`There is no connector in "${directory}": each is a folder with a ${metadataName}.`);
    const { names, messages } = selectConnectors(folders, directory, wanted);
    const found = await Promise.all(names.map((name) => readConnector(files, directory, name)));
    return {
        connectors: found.flatMap(({ connectors }) => connectors),
        problems: [
            ...messages.map((message) => ({ station: 'input', about: 'connector-name', message })),
            ...found.flatMap(({ problems }) => problems),
        ],
    };
}
async function foldersOf(files, directory) {
    const entries = (await files.entries(directory)).filter(({ kind }) => kind !== 'file');
    const folders = await Promise.all(entries.map(async ({ name }) => ({
        name,
        isConnector: await mayBeFile(files, external_node_path_.posix.join(directory, name, metadataName)),
    })));
    const namesOf = (isConnector) => folders.filter((folder) => folder.isConnector === isConnector).map(({ name }) => name);
    return { connectors: namesOf(true), others: namesOf(false) };
}
/** Also where the system refuses to say: that matters only if the connector is asked for, and then it is said. */
const mayBeFile = async (files, path) => (await files.stat(path).catch((error) => {
    if (error instanceof file_failure/* FileFailure */.Py)
        return { kind: 'file' };
    throw error;
}))?.kind === 'file';
async function readConnector(files, directory, name) {
    const folder = external_node_path_.posix.join(directory, name);
    const wrong = (problems) => ({ connectors: [], problems });
    try {
        const nameMessage = nameFault(name);
        if (nameMessage !== undefined)
            throw failure(folder, nameMessage);
        await refuseLinkOut(files, directory, name);
        const metadata = await readMetadata(files, folder);
        if (!metadata.ok)
            return wrong(metadata.problems);
        await requireFiles(files, folder, metadata.metadata.language);
        return { connectors: [{ name, folder, metadata: metadata.metadata }], problems: [] };
    }
    catch (error) {
        if (error instanceof file_failure/* FileFailure */.Py)
            return wrong(error.of({ station: 'input' }).problems);
        if (error instanceof errors/* Failure */.HR)
            return wrong(error.problems);
        throw error;
    }
}
const failure = (about, message) => new errors/* Failure */.HR([{ station: 'input', about, message }]);
async function readMetadata(files, folder) {
    const path = external_node_path_.posix.join(folder, metadataName);
    await refuseLinkOut(files, folder, metadataName);
    const found = await files.stat(path);
    if (found?.kind === 'file' && found.size > longestMetadata)
        throw failure(path, `${path} has ${(0,units/* bytesText */.pV)(found.size)}, and is read up to ${(0,units/* bytesText */.pV)(longestMetadata)}. Is it another file?`);
    return readConnectorMetadata((await files.read(path)) ?? '', path);
}
async function requireFiles(files, folder, language) {
    for (const name of neededFiles[language]) {
        if ((await files.stat(external_node_path_.posix.join(folder, name)))?.kind !== 'file')
            continue;
        return refuseLinkOut(files, folder, name);
    }
    throw failure(folder, `"${folder}" has no ${neededFiles[language].join(' and no ')}, which a connector of the language "${language}" is built from.`);
}
/**
 * A builder gets what is in the folder alone, and whoever may change a repository must not choose what else is read. Links
 * that nobody reads here stay: many a README.md is one.
 *
 * @throws Failure where a path below the folder leads out of it.
 */
async function refuseLinkOut(files, folder, path) {
    let rest = path.split('/');
    const at = [];
    for (let links = 0; rest.length > 0 && links <= mostLinks;) {
        const [name = '', ...more] = rest;
        rest = more;
        if (name === '' || name === '.')
            continue;
        if (name === '..') {
            if (at.pop() === undefined)
                throw leadsOut(folder, path);
            continue;
        }
        const entry = (await files.entries(external_node_path_.posix.join(folder, ...at))).find((one) => one.name === name);
        if (entry?.kind !== 'link') {
            at.push(name);
            continue;
        }
        if (external_node_path_.posix.isAbsolute(entry.target))
            throw leadsOut(folder, path);
        rest = [...entry.target.split('/'), ...rest];
        links += 1;
    }
}
const leadsOut = (folder, path) => failure(external_node_path_.posix.join(folder, path), `"${external_node_path_.posix.join(folder, path)}" is a link that leads out of "${folder}", and nothing is read there. Put what it leads to in its place.`);

;// CONCATENATED MODULE: ./lib/sources/connector/tags.js
/** Where a connector's image goes, and its tags. */




const latest = 'latest';
/**
 * The version as the exact tag, `<version>-dev.<ten digits of the commit>` for a pre-release, or the override. The alias
 * `latest` goes with it where it is asked for; a main release has it unless it is told otherwise, or is a candidate (`rc`).
 */
function connectorTags({ version, override, release, pushLatest }) {
    const exact = override === undefined ? releaseTag(version, release) : (0,errors/* parsed */.Yz)(override);
    if (!exact.ok)
        return exact;
    const isLatest = pushLatest ?? (release?.kind === 'main-release' && !version.includes('rc'));
    return (0,errors/* parsed */.Yz)({ exact: exact.value, aliases: isLatest && exact.value !== latest ? [latest] : [] });
}
function releaseTag(version, release) {
    if (release?.kind !== 'pre-release')
        return (0,errors/* parsed */.Yz)(version);
    if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(release.commit))
        return (0,reference/* parseTag */.ED)(`${version}-dev.${release.commit.slice(0, 10)}`);
    return (0,errors/* refused */.J5)(`a pre-release is tagged with its commit, and ${(0,shown/* shown */.S)(release.commit)} is none: it has 40 hexadecimal digits.`);
}
/** @param registry a host with the names that go before that of a connector: `docker.io/airbyte`, `localhost:5000`. */
function connectorRepository(registry, connector) {
    const result = (0,registry_reference/* parseReference */.F2)(`${registry}/${connector}`);
    if (!result.ok)
        return result;
    const { repository, tag, digest } = result.value;
    if (tag === undefined && digest === undefined)
        return (0,errors/* parsed */.Yz)(repository);
    return (0,errors/* refused */.J5)(`${(0,shown/* shown */.S)(`${registry}/${connector}`)} has a tag or a digest: tags are inputs of their own.`);
}

;// CONCATENATED MODULE: ./lib/sources/connector/template.js
/** The Dockerfile of a connector: the repository's own, or the one of this program. */

/**
 * @param given the folder in which the repository may have `Dockerfile.python-connector` and
 * `Dockerfile.manifest-only-connector`.
 * @param own this program's folder `dockerfiles`.
 */
async function connectorTemplate(files, language, given, own) {
    const path = external_node_path_.posix.join(given, `Dockerfile.${language}-connector`);
    const found = await files.stat(path);
    return found?.kind === 'file'
        ? { path, isGiven: true }
        : { path: external_node_path_.posix.join(own, 'connector', `Dockerfile.${language}`), isGiven: false };
}
/**
 * Build arguments that both kinds of templates know.
 *
 * @param extraScript path of a program in the connector's folder that runs before a Python connector is installed.
 */
const templateArguments = ({ name, metadata }, extraScript) => ({
    BASE_IMAGE: metadata.baseImage,
    CONNECTOR_NAME: name,
    ...(extraScript === undefined || metadata.language !== 'python'
        ? {}
        : { EXTRA_PREREQS_SCRIPT: extraScript }),
});

;// CONCATENATED MODULE: ./lib/sources/connector/plan.js
/** The plan of connectors: an image of each. */











/** @throws Failure with all that is wrong with the connectors. */
async function connectorPlan(world, question) {
    const { inputs, policy } = question;
    // From the working directory, where the paths of changed files begin, too.
    const directory = external_node_path_.posix.relative(world.files.absolute('.'), world.files.absolute(inputs.connectors)) || '.';
    const git = (0,sources_git/* gitIn */.uM)(world, directory);
    const { connectors, unchanged } = await chosen(world.files, git, question);
    const release = await releaseOf(git, inputs);
    const place = async (connector) => placeOf(connector, inputs, release);
    const [made, left] = await (0,errors/* gather */.kg)([(0,errors/* gather */.kg)(connectors.map(place)), (0,errors/* gather */.kg)(unchanged.map(place))]);
    const ids = (0,plan_image/* imageIds */.kF)(connectors.map(({ name }) => name));
    return {
        connectors,
        plan: {
            policy,
            images: await Promise.all(connectors.map((connector, at) => imageOf(world, question, connector, ids[at], made[at]))),
            skipped: unchanged.map(({ name }, at) => ({
                // No image of the plan has this id: it may have the same name.
                id: `${name}-skipped`,
                subject: { kind: 'dockerfile', name },
                repository: left[at].repository,
                because: 'nothing in its folder changed',
            })),
        },
    };
}
async function chosen(files, git, { inputs, event, note }) {
    const { names, changed } = inputs;
    const directory = git.folder;
    // A folder that is not there is said in better words than those of Git.
    const isAsked = changed !== undefined && (await files.stat(directory))?.kind === 'folder';
    const change = isAsked ? await (0,sources_git/* changedPaths */.vl)(git, changed, event) : undefined;
    if (change?.kind === 'everything')
        note(`all connectors count as changed: ${change.because}`);
    const paths = change?.kind === 'paths' ? change.paths : undefined;
    const wanted = names.length > 0 || paths === undefined
        ? { kind: 'names', names: names.length > 0 ? names : ['*'] }
        : { kind: 'changed', paths };
    const connectors = foundOf(await findConnectors(files, directory, wanted));
    const isChanged = ({ folder }) => paths === undefined || paths.some((path) => path.startsWith(`${folder}/`));
    const made = connectors.filter(isChanged);
    if (made.length === 0)
        note('no connector changed');
    return { connectors: made, unchanged: connectors.filter((connector) => !isChanged(connector)) };
}
function foundOf({ connectors, problems }) {
    if (problems.length > 0)
        throw new errors/* Failure */.HR(problems);
    return connectors;
}
async function releaseOf(git, { release, tag }) {
    if (release !== 'pre-release')
        return release && { kind: release };
    const commit = await (0,sources_git/* headCommit */.Qo)(git);
    // With a tag of its own, nothing is called after the commit.
    if (commit !== undefined || tag !== undefined)
        return { kind: release, commit: commit ?? '' };
    throw new errors/* Failure */.HR([
        {
            station: 'input',
            about: 'release-type',
            message: 'release-type: a pre-release is tagged with its commit, and the folder of the connectors is in no Git repository, or Git is not installed. Check out the repository, or give tag-override.',
        },
    ]);
}
/** @throws Failure where its name, or a tag, cannot be. */
function placeOf({ name, metadata }, { destination, tag, pushLatest }, release) {
    const repository = connectorRepository(destination.text, name);
    const tags = connectorTags({
        version: metadata.version,
        ...(0,defined/* defined */.s)({ override: tag, release, pushLatest }),
    });
    if (repository.ok && tags.ok)
        return { repository: repository.value, tags: tags.value };
    throw new errors/* Failure */.HR([repository, tags].flatMap((result) => result.ok ? [] : [{ station: 'input', about: name, message: `${name}: ${result.message}` }]));
}
async function imageOf({ files }, { inputs, programs }, connector, id, { repository, tags }) {
    const { name, folder, metadata } = connector;
    const template = await connectorTemplate(files, metadata.language, inputs.templates, programs);
    const declared = new Set((0,scope/* argumentNames */.aj)((0,instructions/* readInstructions */.KK)((await files.read(template.path)) ?? '')));
    const script = await scriptIn(files, folder, inputs.extraScript);
    const version = (0,package_version/* parsePackageVersion */.g7)(metadata.version);
    return {
        id,
        parents: [],
        subject: { kind: 'dockerfile', name },
        ...(version.ok ? { version: version.value } : {}),
        repositories: [repository],
        tags,
        ...(0,plan_image/* wantedPlatforms */.QM)(inputs.platforms, inputs.optionalPlatforms),
        content: {
            kind: 'dockerfile',
            path: template.path,
            context: folder,
            // One that is not declared would change the fingerprint and nothing else.
            arguments: Object.fromEntries(Object.entries({ ...inputs.buildArgs, ...templateArguments(connector, script) }).filter(([key]) => declared.has(key))),
            parents: {},
        },
        checks: {
            extras: [],
            skip: inputs.verifySkip,
            tools: (0,plan_image/* toolsImage */.PZ)(inputs.baseRegistry),
            runs: [{ arguments: ['spec'], expects: 'connector-spec' }],
            ...(0,defined/* defined */.s)({ command: inputs.verifyCommand }),
        },
        labels: {},
        given: { labels: inputs.labels, annotations: inputs.annotations },
    };
}
/** Its path, where the connector has it. */
async function scriptIn(files, folder, script) {
    if (script === undefined)
        return undefined;
    return (await files.stat(external_node_path_.posix.join(folder, script)))?.kind === 'file' ? script : undefined;
}

// EXTERNAL MODULE: ./lib/sources/policy.js
var sources_policy = __webpack_require__(68282);
// EXTERNAL MODULE: ./lib/commands/make-images.js + 4 modules
var make_images = __webpack_require__(63680);
// EXTERNAL MODULE: ./lib/commands/require-files.js
var require_files = __webpack_require__(9579);
// EXTERNAL MODULE: ./lib/commands/settings.js
var settings = __webpack_require__(61057);
;// CONCATENATED MODULE: ./lib/commands/connector.js
/** The images of Airbyte's connectors: from inputs to what became of each. */







/** Never throws for what a user can act on: the report carries it. */
async function connector(world, request) {
    const { inputs, programs } = request;
    const policy = {
        ...(0,sources_policy/* makingPolicy */.S)(inputs),
        target: inputs.push ? { kind: 'push' } : { kind: 'nowhere' },
        dryRun: false,
        ...(inputs.deep ? { deep: true } : {}),
    };
    let connectors = [];
    let existing = {};
    const result = await (0,make_images/* makeImages */.X)(world, {
        unknown: { images: [], policy, skipped: [] },
        settings: (0,settings/* settingsOf */.f)(request, [inputs.destination.registry, inputs.baseRegistry]),
        concurrency: inputs.concurrency,
        requireFiles: () => (0,require_files/* requireFiles */.PO)(world, inputs),
        plan: async (session) => {
            const event = await session.event();
            const note = (text) => session.journal.add({ is: 'note', text });
            const planned = await connectorPlan(world, { inputs, policy, programs, event, note });
            ({ connectors } = planned);
            if (!(0,plan_policy/* pushes */.PN)(policy))
                existing = await existingOf(session, planned.plan.images, note);
            return planned.plan;
        },
    });
    return { ...result, connectors, existing };
}
/** Whether each exact tag is there. A registry that does not say is no reason against a dry run. */
async function existingOf(session, images, note) {
    const { reader } = await session.registries();
    const asked = images.map(async ({ subject, repositories: [repository], tags }) => {
        try {
            return [subject.name, (await reader.getManifest(repository, tags.exact)) !== undefined];
        }
        catch (error) {
            if (!(error instanceof errors/* Failure */.HR))
                throw error;
            note(`${subject.name}: whether its image exists is not known. ${error.message}`);
            return [subject.name, 'unknown'];
        }
    });
    return Object.fromEntries(await Promise.all(asked));
}

;// CONCATENATED MODULE: ./lib/sources/connector/outputs.js
const connectorOutputNames = [
    'connector-name',
    'connector-type',
    'connector-dir',
    'base-image',
    'connector-version-tag',
    'connector-image-name',
    'docker-tags',
    'image-exists',
    'build-executed',
    'push-executed',
];
/**
 * Of an image that goes to one repository; `docker-tags` are references with commas between them.
 *
 * @param existed whether the tag did, where the report of a run that pushes nothing cannot know.
 */
function connectorOutputs({ name, folder, metadata }, report, existed = report.destinations[0]?.existed ?? false) {
    const { repository, tags, built, destinations } = report;
    const held = destinations[0]?.held ?? [];
    const [exact = ''] = tags;
    return {
        'connector-name': name,
        'connector-type': metadata.language,
        'connector-dir': folder,
        'base-image': metadata.baseImage,
        'connector-version-tag': exact,
        'connector-image-name': exact === '' ? repository : `${repository}:${exact}`,
        // What stands for a newer version is another image.
        'docker-tags': tags
            .filter((tag) => !held.includes(tag))
            .map((tag) => `${repository}:${tag}`)
            .join(','),
        'image-exists': String(existed),
        'build-executed': String(built),
        'push-executed': String(destinations.some(({ moved }) => moved.length > 0)),
    };
}
/** Of a run: the value of each connector with commas between them; of a word for all, that of all or of any. */
function joinedOutputs(each) {
    const joined = (name) => each.map((one) => one[name]).join(',');
    const any = (name) => String(each.some((one) => one[name] === 'true'));
    const exist = each.map((one) => one['image-exists']);
    return {
        ...Object.fromEntries(connectorOutputNames.map((name) => [name, joined(name)])),
        'image-exists': ['false', 'unknown'].find((word) => exist.includes(word)) ?? String(exist.length > 0),
        'build-executed': any('build-executed'),
        'push-executed': any('push-executed'),
    };
}

// EXTERNAL MODULE: ./lib/entry/run-shown.js
var run_shown = __webpack_require__(37149);
;// CONCATENATED MODULE: ./lib/entry/connector-command.js
/** What the command `connector` does, and what a step of it gives back. */



const run = connector;
function show({ connectors, existing, ...planned }) {
    const shown = (0,run_shown/* showRun */.X)(planned);
    const { stepResults } = shown;
    const reports = new Map(planned.report.images.map((report) => [report.subject.name, report]));
    const each = connectors.flatMap((one) => {
        const report = reports.get(one.name);
        return report === undefined ? [] : [connectorOutputs(one, report, existing[one.name])];
    });
    const { images = '', metadata = '' } = stepResults.outputs;
    return { ...shown, stepResults: { ...stepResults, outputs: { ...joinedOutputs(each), images, metadata } } };
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


/***/ })

};
