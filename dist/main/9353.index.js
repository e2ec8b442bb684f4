export const id = 9353;
export const ids = [9353];
export const modules = {

/***/ 57496:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ baseOf)
/* harmony export */ });
/* harmony import */ var _names_python_tag_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48249);
/** The official Python images: the one to publish on, and the one to compile in. */

function baseOf(python, variant, baseRegistry) {
    const publishTarget = variant === '' ? python.text : `${python.text}-${variant}`;
    const buildTarget = (0,_names_python_tag_js__WEBPACK_IMPORTED_MODULE_0__/* .compilerTag */ .A)(python.text, variant);
    return {
        variant,
        publishTarget,
        buildTarget,
        publish: `${baseRegistry}/python:${publishTarget}`,
        build: `${baseRegistry}/python:${buildTarget}`,
    };
}


/***/ }),

/***/ 99353:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ projectPlan)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/defined.js
var defined = __webpack_require__(64222);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/build/bake.js
var bake = __webpack_require__(18839);
// EXTERNAL MODULE: ./lib/build/buildx.js
var build_buildx = __webpack_require__(44258);
// EXTERNAL MODULE: ./lib/build/failure.js
var failure = __webpack_require__(46194);
// EXTERNAL MODULE: ./lib/build/programs.js
var build_programs = __webpack_require__(75519);
;// CONCATENATED MODULE: ./lib/build/project.js
/** Builds the distribution of a project's source, in a container of the base that compiles. */








/** @throws Failure with the words of the project's build. */
async function buildProject(world, buildx, request) {
    const { files } = world;
    const { source, path, epoch, buildBase, buildConstraints, indexUrl, owners, secrets } = request;
    const folder = await files.temporary('project');
    const mounted = await withoutIgnoreFile(world, source);
    const bakefile = {
        target: {
            project: {
                context: '.',
                dockerfile: 'project.Dockerfile',
                contexts: { source: mounted.context, programs: './programs' },
                args: {
                    BUILD_BASE: buildBase,
                    INDEX_URL: indexUrl,
                    PROJECT_PATH: external_node_path_.posix.join(mounted.path, path),
                    SOURCE_DATE_EPOCH: String(epoch),
                    ...(0,defined/* defined */.s)({
                        BUILD_CONSTRAINTS: buildConstraints.join('\n') || undefined,
                        EXTRA_INDEXES: owners || undefined,
                    }),
                },
                ...(0,defined/* defined */.s)({ secret: secrets.length > 0 ? secrets : undefined }),
                output: ['type=local,dest=out'],
            },
        },
    };
    const texts = {
        'docker-bake.json': (0,bake/* bakeText */.HM)(bakefile),
        'project.Dockerfile': (0,build_programs/* program */.DM)(request.programs, 'project.Dockerfile'),
        'programs/project.py': (0,build_programs/* program */.DM)(request.programs, 'project.py'),
        ...(0,build_programs/* indexPrograms */.eN)(request.programs),
    };
    for (const [name, content] of Object.entries(texts))
        await files.write((0,external_node_path_.join)(folder, name), content);
    const ran = await (0,build_buildx/* bake */.Wq)(world, buildx, { folder, targets: ['project'] });
    if (ran.code !== 0) {
        const what = `a wheel of the project in "${path}" could not be built`;
        throw new errors/* Failure */.HR([await (0,failure/* buildProblem */.U)(world, { ran, about: path, what, base: buildBase })]);
    }
    const out = (0,external_node_path_.join)(folder, 'out');
    const filename = (await files.list(out)).find((name) => /\.(?:whl|tar\.gz)$/.test(name));
    const [bare] = await files.list((0,external_node_path_.join)(out, 'metadata'));
    if (filename === undefined || bare === undefined)
        throw new errors/* Failure */.HR([nothing(path)]);
    return {
        file: { filename, path: (0,external_node_path_.join)(out, filename), sha256: await hashOf(files, (0,external_node_path_.join)(out, filename)) },
        metadataWheel: (0,external_node_path_.join)(out, 'metadata', bare),
        metadata: (await files.read((0,external_node_path_.join)(out, 'METADATA'))) ?? '',
        entryPoints: (await files.read((0,external_node_path_.join)(out, 'entry_points.txt'))) ?? '',
    };
}
/**
 * A `.dockerignore` of the project is for its own images, and mostly leaves out the Git folder that versions are made of.
 * BuildKit obeys it in the top folder of whatever it is given: so it is given the folder around a copy.
 */
async function withoutIgnoreFile({ files, run }, source) {
    if ((await files.stat((0,external_node_path_.join)(source, '.dockerignore'))) === undefined)
        return { context: source, path: '.' };
    const context = await files.temporary('source');
    const copied = await run({ program: 'cp', args: ['-a', source, (0,external_node_path_.join)(context, 'copy')] });
    if (copied.code === 0)
        return { context, path: 'copy' };
    const detail = copied.stderr.split('\n').filter(Boolean);
    const message = `${source} could not be copied, which is done where it has a .dockerignore.`;
    throw new errors/* Failure */.HR([{ station: 'machine', about: source, message, detail }]);
}
const nothing = (path) => ({
    station: 'build',
    about: path,
    message: `The build of the project in "${path}" left neither a wheel nor an sdist.`,
});
async function hashOf(files, path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for await (const piece of files.bytes(path))
        hash.update(piece);
    return hash.digest('hex');
}

// EXTERNAL MODULE: ./lib/names/extra-index.js
var extra_index = __webpack_require__(94095);
// EXTERNAL MODULE: ./lib/names/package-name.js
var package_name = __webpack_require__(28066);
// EXTERNAL MODULE: ./lib/names/package-version.js
var package_version = __webpack_require__(29033);
// EXTERNAL MODULE: ./lib/names/reference.js
var names_reference = __webpack_require__(64021);
// EXTERNAL MODULE: ./lib/observe/image.js
var observe_image = __webpack_require__(98393);
// EXTERNAL MODULE: ./lib/observe/observe.js
var observe = __webpack_require__(66104);
// EXTERNAL MODULE: ./lib/plan/image.js
var plan_image = __webpack_require__(49938);
// EXTERNAL MODULE: ./lib/recipe/dropped-platforms.js
var dropped_platforms = __webpack_require__(10501);
// EXTERNAL MODULE: ./lib/recipe/resolve.js + 2 modules
var resolve = __webpack_require__(85291);
// EXTERNAL MODULE: ./lib/sources/package/base.js
var package_base = __webpack_require__(57496);
;// CONCATENATED MODULE: ./lib/sources/project/extras.js

/**
 * Which extras are installed into which image, as pbrx has it: of a project `foo`, `foo_base` goes into the base image, and
 * `foo_executor` into that of the script `foo-executor`. Names are compared normalized (PEP 685).
 */
function extrasByImage({ project, scripts, extras, }) {
    const byName = Map.groupBy(extras, package_name/* normalizedName */.j8);
    const of = (name) => byName.get((0,package_name/* normalizedName */.j8)(name)) ?? [];
    const base = of(`${project}-base`);
    const byScript = scripts.map((script) => ({ script, extras: of(script) }));
    const placed = new Set([...base, ...byScript.flatMap((one) => one.extras)]);
    return { base, scripts: byScript, others: extras.filter((extra) => !placed.has(extra)) };
}

// EXTERNAL MODULE: ./node_modules/smol-toml/dist/index.js + 8 modules
var dist = __webpack_require__(3292);
// EXTERNAL MODULE: ./lib/lock/toml.js
var toml = __webpack_require__(75327);
// EXTERNAL MODULE: ./lib/names/requirement.js
var requirement = __webpack_require__(32663);
// EXTERNAL MODULE: ./lib/sources/project/config-parser.js
var config_parser = __webpack_require__(1246);
;// CONCATENATED MODULE: ./lib/sources/project/locks.js
/** What a project has locked, in the files that uv, pip and others write. */






const tables = (value) => (Array.isArray(value) ? value.filter(toml/* isTable */.b) : []);
const textOf = (value) => (typeof value === 'string' ? value : undefined);
/** Reads uv.lock. By hand: uv itself gives it out only beside a pyproject.toml that it takes. @throws Failure */
function readUvLock(file) {
    const page = parsePage(file);
    if (page['version'] !== 1)
        throw unread(file, `its version is ${JSON.stringify(page['version'])}, not 1`);
    const releases = tables(page['package']).flatMap((table) => {
        const [name, version] = [textOf(table['name']), textOf(table['version'])];
        if (name === undefined)
            return [];
        const isOfIndex = (0,toml/* isTable */.b)(table['source']) && 'registry' in table['source'];
        const markers = Array.isArray(table['resolution-markers']) ? table['resolution-markers'] : [];
        const files = [table['sdist'], ...tables(table['wheels'])].flatMap((one) => {
            const hash = (0,toml/* isTable */.b)(one) ? textOf(one['hash']) : undefined;
            return hash?.startsWith('sha256:') ? [hash.slice('sha256:'.length)] : [];
        });
        return [
            {
                name,
                files: isOfIndex ? files : [],
                ...(isOfIndex && version !== undefined ? { specifier: `==${version}` } : {}),
                ...(markers.length === 0 ? {} : { marker: markers.map((one) => `(${String(one)})`).join(' or ') }),
            },
        ];
    });
    return pinsOf(file.path, '"uv lock"', releases);
}
/** Reads pylock.toml (PEP 751). @throws Failure */
function readPylock(file) {
    const page = parsePage(file);
    const version = textOf(page['lock-version']);
    if (version === undefined || !version.startsWith('1.'))
        throw unread(file, `its lock-version is ${JSON.stringify(page['lock-version'])}, not 1`);
    const releases = tables(page['packages']).flatMap((table) => {
        const [name, pinned, marker] = [table['name'], table['version'], table['marker']].map(textOf);
        if (name === undefined)
            return [];
        const files = [table['sdist'], ...tables(table['wheels'])].flatMap((one) => {
            const hash = (0,toml/* isTable */.b)(one) && (0,toml/* isTable */.b)(one['hashes']) ? textOf(one['hashes']['sha256']) : undefined;
            return hash === undefined ? [] : [hash.toLowerCase()];
        });
        // Markers of extras and groups hold for an installer alone, which is told of them.
        const isPlain = marker !== undefined && !/\b(?:extras|dependency_groups)\b/.test(marker);
        return [
            {
                name,
                files,
                ...(pinned === undefined ? {} : { specifier: `==${pinned}` }),
                ...(isPlain ? { marker } : {}),
            },
        ];
    });
    return pinsOf(file.path, 'the program that wrote it', releases);
}
/** Reads a requirements file of pip. Undefined where a line has no hash: then it is a list of wishes. */
function readHashedRequirements({ path, text }) {
    const lines = text
        .replaceAll(/\\\r?\n/g, ' ')
        .split(/\r\n|\r|\n/)
        .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
        // Of other options, those of indexes are settings of pip; the inputs have them here.
        .filter((line) => line !== '' && !/^(?:-i|--(?:index-url|extra-index-url|only-binary|no-binary))\b/.test(line));
    const releases = lines.map((line) => {
        const [head = '', ...hashes] = line.split(/\s+--hash=/);
        const files = hashes.flatMap((hash) => /^sha256:([\da-f]{64})$/i.exec(hash.trim())?.[1] ?? []);
        const read = (0,requirement/* parseRequirement */.pP)(head);
        if (!read.ok || files.length === 0 || !/^===?[^,*]+$/.test(read.value.specifiers))
            return undefined;
        const { name, specifiers, marker } = read.value;
        return { name, files, specifier: specifiers, ...(marker === undefined ? {} : { marker }) };
    });
    const whole = releases.filter((one) => one !== undefined);
    return whole.length === 0 || whole.length < releases.length
        ? undefined
        : pinsOf(path, 'the program that wrote it', whole);
}
function pinsOf(from, renew, releases) {
    const files = {};
    for (const release of releases) {
        const name = (0,package_name/* normalizedName */.j8)(release.name);
        files[name] = [...(files[name] ?? []), ...release.files];
    }
    const constraints = releases.flatMap(({ name, specifier, marker }) => specifier === undefined
        ? []
        : [`${(0,package_name/* normalizedName */.j8)(name)}${specifier}${marker === undefined ? '' : ` ; ${marker}`}`]);
    return { from, renew, constraints, files };
}
function parsePage(file) {
    try {
        return (0,dist/* parse */.qg)(file.text);
    }
    catch (error) {
        if (!(error instanceof dist/* TomlError */.zx))
            throw error;
        const [reason = ''] = error.message.replace('Invalid TOML document: ', '').split('\n');
        const message = (0,config_parser/* messageAt */.$)(file.path, error, `it is no TOML: ${reason}.`);
        throw new errors/* Failure */.HR([{ station: 'input', about: file.path, message }]);
    }
}
const unread = ({ path }, why) => new errors/* Failure */.HR([{ station: 'input', about: path, message: `${path} cannot be read: ${why}.` }]);
const forOthers = /dev|test|doc|lint|build|ci\b/;
/**
 * What holds the versions of a project: uv.lock before pylock.toml, and those before the requirements files in which every
 * line has a hash. Undefined where nothing does.
 *
 * @param read gives a file of the project's folder, by its name.
 * @throws Failure of a file that is no lock.
 */
async function findPins(names, read) {
    for (const [name, reader] of [
        ['uv.lock', readUvLock],
        ['pylock.toml', readPylock],
    ]) {
        const file = names.includes(name) ? await read(name) : undefined;
        if (file !== undefined)
            return reader(file);
    }
    const lists = names.filter((name) => /^requirements.*\.txt$/.test(name) && !forOthers.test(name));
    const order = (name) => (name === 'requirements.txt' ? 0 : 1);
    for (const name of lists.toSorted((one, other) => order(one) - order(other) || (one < other ? -1 : 1))) {
        const file = await read(name);
        const pins = file === undefined ? undefined : readHashedRequirements(file);
        if (pins !== undefined)
            return pins;
    }
    return undefined;
}

// EXTERNAL MODULE: ./lib/sources/project/project-facts.js + 3 modules
var project_facts = __webpack_require__(71305);
// EXTERNAL MODULE: ./lib/sources/project/scripts.js
var project_scripts = __webpack_require__(54508);
// EXTERNAL MODULE: ./lib/sources/project/source.js
var project_source = __webpack_require__(18275);
;// CONCATENATED MODULE: ./lib/build/system.js
/** Asks a base whether its distribution has packages, in a container of it. */




/**
 * Nothing is missing or unfit where it could not be asked: what the build lacks then, the build says.
 *
 * @param packages names, each with a constraint behind it if wanted: `libffi8>=3.4`.
 */
async function askForPackages(world, buildx, base, packages, programs) {
    const folder = await world.files.temporary('system');
    const bakefile = {
        target: {
            system: {
                context: '.',
                dockerfile: 'system.Dockerfile',
                contexts: { programs: './programs' },
                args: { PUBLISH_BASE: `${base.reference}@${base.digest}`, PACKAGES: packages.join(' ') },
                output: ['type=local,dest=out'],
            },
        },
    };
    const texts = {
        'docker-bake.json': (0,bake/* bakeText */.HM)(bakefile),
        'system.Dockerfile': (0,build_programs/* program */.DM)(programs, 'system.Dockerfile'),
        'programs/system.sh': (0,build_programs/* program */.DM)(programs, 'system.sh'),
    };
    for (const [name, content] of Object.entries(texts))
        await world.files.write((0,external_node_path_.join)(folder, name), content);
    const ran = await (0,build_buildx/* bake */.Wq)(world, buildx, { folder, targets: ['system'] });
    if (ran.code !== 0) {
        world.log.warn(`${base.reference} could not be asked for packages of its distribution: the build will say what it lacks`);
        return { missing: [], unfit: [] };
    }
    return readAnswers((await world.files.read((0,external_node_path_.join)(folder, 'out', 'answers'))) ?? '');
}
/** @param text what `system.sh` prints. */
function readAnswers(text) {
    const lines = text.split('\n').map((line) => line.split(' '));
    return {
        missing: lines.flatMap(([word, name]) => (word === 'missing' && name !== undefined ? [name] : [])),
        unfit: lines.flatMap(([word, name = '', constraint = '', version = '']) => word === 'version' ? [{ name, constraint, version }] : []),
    };
}

// EXTERNAL MODULE: ./lib/names/shown.js
var shown = __webpack_require__(8065);
// EXTERNAL MODULE: ./lib/sources/small-file.js
var small_file = __webpack_require__(53252);
;// CONCATENATED MODULE: ./lib/sources/project/bindep.js
/**
 * Reads bindep.txt, the list of a project's packages of the distribution. By hand: the language has one other reader,
 * bindep itself, which is Python, and names one place in a file of many faults.
 */



/**
 * The packages that a file names, in its order.
 *
 * @param path for messages.
 * @throws Failure with the faults of the lines, of the first ten that have one.
 */
function readBindep(text, path) {
    const lines = [];
    const problems = [];
    for (const [index, content] of text.split(/\r\n|\r|\n/).entries()) {
        if (/^ *(?:#|$)/.test(content))
            continue;
        const read = readLine(content);
        if (read.ok)
            lines.push({ line: index + 1, ...read.value });
        else
            problems.push({
                station: 'input',
                about: path,
                message: `${path}, line ${index + 1}, ${read.message}`,
            });
    }
    if (problems.length > 0)
        throw new errors/* Failure */.HR((0,small_file/* firstProblems */.fr)(path, problems));
    return lines;
}
/** bindep takes letters and digits of all scripts; those of distributions are ASCII. */
const patterns = {
    name: /[a-z0-9/][a-z0-9.+\-_/]+/iy,
    profile: /!?[a-z0-9:.-]+/y,
    relation: /<=|>=|==|!=|<|>/y,
    /**
     * A version of Debian, cut off where bindep cuts it: an epoch is followed by a digit, and a hyphen belongs to the
     * upstream version only where a revision follows the next one.
     */
    version: /(?:\d+:|(?!\d+:))\d(?:(?:[a-z0-9.+~:]|-(?=[a-z0-9.+~:]*-[a-z0-9.+~]))*-[a-z0-9.+~]+|[a-z0-9.+~:]*)/iy,
    spaces: / */y,
};
const expected = {
    name: 'a package, whose name has at least two letters, digits, ".", "+", "-", "_" or "/", and begins with a letter, a digit or "/"',
    profile: 'a profile of lower-case letters, digits, ":", "-" and ".", after "!" where it must not be active',
    relation: 'one of "<", "<=", "==", "!=", ">=" and ">" directly before a version',
    version: 'a version that begins with a digit, like "1.2" or "1:1.2-3", directly after the relation',
};
/** Where a line does not follow the grammar. */
class Unexpected extends Error {
}
function readLine(text) {
    let at = 0;
    const unexpected = (what) => {
        const found = at >= text.length ? 'the line ends there' : `${(0,shown/* shown */.S)(text.slice(at))} stands there`;
        return new Unexpected(`column ${at + 1}: expected ${what}; ${found}.`);
    };
    const take = (pattern) => {
        pattern.lastIndex = at;
        const match = pattern.exec(text)?.[0];
        at += match?.length ?? 0;
        return match;
    };
    const need = (what, or = '') => {
        const match = take(patterns[what]);
        if (match === undefined)
            throw unexpected(`${expected[what]}${or}`);
        return match;
    };
    const follows = (pattern) => pattern.test(text.slice(at));
    const profile = (or) => {
        const word = need('profile', or);
        return { name: word.replace('!', ''), negated: word.startsWith('!') };
    };
    /** What stands up to the closing bracket. */
    const within = (close, one) => {
        const all = [];
        at += 1;
        take(patterns.spaces);
        while (text[at] !== close) {
            all.push(one());
            take(patterns.spaces);
        }
        at += 1;
        return all;
    };
    const selector = () => text[at] === '('
        ? { kind: 'group', profiles: within(')', () => profile(', or ")"')) }
        : { kind: 'profile', ...profile(', "(" or "]"') };
    const constraint = () => `${need('relation')}${need('version')}`;
    try {
        const name = need('name');
        let next = '"[" or a constraint, each after a space';
        let selectors = [];
        if (follows(/^ +\[/)) {
            take(patterns.spaces);
            selectors = within(']', selector);
            next = 'a constraint after a space';
        }
        const constraints = [];
        if (follows(/^ +[^ #]/)) {
            take(patterns.spaces);
            // What follows a name can be neither, so that both are named.
            if (!follows(/^[<>=!]/))
                throw unexpected(`${next}, or a comment`);
            constraints.push(constraint());
            while (text[at] === ',') {
                at += 1;
                constraints.push(constraint());
            }
            next = '"," and another constraint, without a space';
        }
        if (!follows(/^ *#|^$/))
            throw unexpected(`${next}, a comment, or the end of the line without a space before it`);
        return (0,errors/* parsed */.Yz)({ name, selectors, constraints });
    }
    catch (error) {
        if (error instanceof Unexpected)
            return (0,errors/* refused */.J5)(error.message);
        throw error;
    }
}

// EXTERNAL MODULE: ./lib/names/nearest.js
var nearest = __webpack_require__(13114);
;// CONCATENATED MODULE: ./lib/sources/project/platform-profiles.js
/** The platform profiles that bindep 2.14 gives itself in a container, from its os-release. */

const dpkgNames = ['debian', 'ubuntu', 'pop'];
const suseNames = [
    'opensuse',
    'opensuse-leap',
    'opensuse-tumbleweed',
    'opensuseproject',
    'sles',
    'suselinux',
];
const redhatNames = [
    'almalinux',
    'amazonami',
    'amzn',
    'centos',
    'fedora',
    'oracle',
    'redhatenterpriseserver',
    'redhatenterpriseworkstation',
    'rhel',
    'rocky',
];
/** Further names of a distribution, under which its releases and code names stand, too. */
const aliases = {
    amazonami: ['amzn'],
    amzn: ['amazonami'],
    opensuse: ['opensuseproject'],
    'opensuse-tumbleweed': ['opensuse', 'opensuseproject'],
    opensuseproject: ['opensuse'],
    redhatenterpriseserver: ['rhel'],
    redhatenterpriseworkstation: ['rhel'],
    sles: ['suselinux'],
    suselinux: ['sles'],
};
/** The first release whose own Python is 3. */
const firstPython3 = {
    almalinux: '8',
    centos: '8',
    debian: '10',
    fedora: '23',
    oracle: '8',
    pop: '0',
    redhatenterpriseserver: '8',
    redhatenterpriseworkstation: '8',
    rhel: '8',
    rocky: '8',
    ubuntu: '16.04',
};
/** Without prefix and release. Distributions that bindep only names are those of the package `distro`, which it asks. */
const platformNames = [
    ...dpkgNames,
    ...redhatNames,
    ...suseNames,
    ...'alpine arch gentoo manjaro darwin redhat suse'.split(' '),
    ...'dpkg rpm apk emerge pacman brew base-py2 base-py3'.split(' '),
    ...'altlinux buildroot cloudlinux exherbo guix linuxmint mageia mandriva raspbian'.split(' '),
    ...'scientific slackware chainguard kali wolfi'.split(' '),
];
/** Names of os-release that `distro` changes. */
const renamed = { ol: 'oracle', 'opensuse-leap': 'opensuse' };
/**
 * Sorted, with their prefix: `platform:debian-12`.
 *
 * @param osRelease text of /etc/os-release.
 * @param manager is a profile where bindep knows none for the distribution, such as Linux Mint or Wolfi: it would
 *   refuse to work there.
 */
function platformProfiles(osRelease, manager) {
    const { id, name, codename, release, isDebianLike } = factsOf(osRelease);
    const names = id === '' ? [] : [id, ...(aliases[id] ?? []), ...rhelEditions(id, name)];
    // There, bindep takes the release from /etc/debian_version. `trixie/sid`, the only one that lacks in os-release, has a
    // character that no selector has.
    const releases = release === '' && isDebianLike ? [] : prefixes(release.split('.'), '.');
    const codenames = prefixes(codename.split(/\s+/).filter(Boolean), '-');
    const atoms = [
        ...names,
        ...names.flatMap((one) => [...releases, ...codenames].map((suffix) => `${one}-${suffix}`)),
        ...familyOf(id, manager),
        ...pythonOf(id, release),
    ];
    return [...new Set(atoms)].toSorted().map((atom) => `platform:${atom}`);
}
/** `9`, `9.4` of 9.4. */
const prefixes = (parts, separator) => parts.map((_, index) => parts.slice(0, index + 1).join(separator));
const rhelEditions = (id, name) => {
    if (id !== 'rhel')
        return [];
    if (/server/i.test(name))
        return ['redhatenterpriseserver'];
    return /workstation/i.test(name) ? ['redhatenterpriseworkstation'] : [];
};
function familyOf(id, manager) {
    if (dpkgNames.includes(id))
        return ['dpkg'];
    if (redhatNames.includes(id))
        return ['redhat', 'rpm'];
    if (suseNames.includes(id))
        return ['suse', 'rpm'];
    if (id === 'alpine')
        return ['apk'];
    if (id === 'gentoo')
        return ['emerge'];
    if (id === 'arch' || id === 'manjaro')
        return ['pacman'];
    return [manager];
}
/** A release without a number counts as new: bindep has it so for Debian, and fails for the others. */
function pythonOf(id, release) {
    const first = firstPython3[id];
    if (first === undefined)
        return [];
    const [version, three] = [(0,package_version/* parsePackageVersion */.g7)(release), (0,package_version/* parsePackageVersion */.g7)(first)];
    const isNew = !version.ok || !three.ok || (0,package_version/* compareVersions */.Zy)(version.value, three.value) >= 0;
    return [isNew ? 'base-py3' : 'base-py2'];
}
function factsOf(osRelease) {
    const fields = fieldsOf(osRelease);
    const field = (key) => fields.get(key) ?? '';
    const written = field('id').toLowerCase().replaceAll(' ', '_');
    const id = (renamed[written] ?? written).replaceAll(/\s/g, '');
    const [, inBrackets, afterComma] = /\((\D+)\)|,\s*(\D+)/.exec(field('version')) ?? [];
    const codename = fields.get('version_codename') ?? fields.get('ubuntu_codename') ?? inBrackets ?? afterComma ?? '';
    return {
        id,
        name: field('name'),
        codename: codename.toLowerCase(),
        release: (field('version_id') || releaseWithin(field('pretty_name'))).toLowerCase(),
        isDebianLike: id === 'debian' || field('id_like').split(/\s+/).includes('debian'),
    };
}
/** The release at the end of a name: `Some Linux release 7.1 (Code)`. */
const releaseWithin = (name) => /^.+?(\d[\d.+\-a-z]*)(?: LTS)? *(?:\(.*\)[^)]*)?$/.exec(name.trim())?.[1] ?? '';
/** Assignments as a shell reads them, with lower-case names; the last of a name counts (os-release(5)). */
function fieldsOf(osRelease) {
    const words = osRelease
        .replaceAll('\r\n', '\n')
        .matchAll(/#.*|(?:"(?:\\[^]|[^"\\])*"|'[^']*'|\\[^]|[^\s#"'\\])+/g);
    const assignments = [...words].flatMap(([word]) => {
        const [, name, value = ''] = /^([^#=]+)=(.*)$/s.exec(word) ?? [];
        return name === undefined ? [] : [[name.toLowerCase(), unquoted(value)]];
    });
    return new Map(assignments);
}
/** Within double quotes, a backslash escapes only a quote and itself here, since `distro` reads it so. */
const unquoted = (value) => value.replaceAll(/"((?:\\[^]|[^"\\])*)"|'([^']*)'|\\([^])/g, (_, double, single, escaped) => double?.replaceAll(/\\(["\\])/g, '$1') ?? single ?? escaped ?? '');

;// CONCATENATED MODULE: ./lib/sources/project/bindep-packages.js
/** Which lines of bindep.txt are active, and what they install into which stage. */



/** The packages of the lines that are active, in their order; one that stands in two lines is there twice. */
const selectPackages = (lines, { platforms, profiles }) => {
    const active = new Set([...platforms, ...profiles]);
    return lines
        .filter((line) => isActive(line, active))
        .map(({ name, constraints, line }) => ({ name, constraints, line }));
};
/**
 * Lines for the image, and those for compiling alone (`[compile]`, as pbrx has it). Where no profile is named, `default`
 * is the one that bindep activates.
 */
function bindepPackages(lines, platforms) {
    const run = selectPackages(lines, { platforms, profiles: ['default'] });
    const compile = selectPackages(lines, { platforms, profiles: ['compile'] });
    const inImage = new Set(run.map(({ line }) => line));
    return { compile: compile.filter(({ line }) => !inImage.has(line)), run };
}
/** A platform that stands in a group counts as one of the user's profiles, since bindep has it so. */
const isPlatform = (selector) => selector.kind === 'profile' && selector.name.startsWith('platform:');
const isActive = ({ selectors }, active) => allows(selectors.filter(isPlatform), active) &&
    allows(selectors.filter((selector) => !isPlatform(selector)), active);
/** No negated profile may be active; of the others and the groups, where there are any, one must hold. */
function allows(selectors, active) {
    const holds = ({ name, negated }) => active.has(name) !== negated;
    const negated = selectors.filter((selector) => selector.kind === 'profile' && selector.negated);
    const others = selectors.filter((selector) => !negated.includes(selector));
    const one = (selector) => selector.kind === 'group' ? selector.profiles.every(holds) : holds(selector);
    return negated.every(one) && (others.length === 0 || others.some(one));
}
/**
 * Notes on platforms that no distribution has, such as `platform:apline`, with the nearest that one has. They match no
 * base.
 *
 * @param platforms of the base; its own names are right, whatever it is.
 * @param path of the file, for the notes.
 */
function unknownPlatforms(lines, platforms, path) {
    return lines.flatMap((line) => {
        const names = line.selectors.flatMap((selector) => selector.kind === 'group' ? selector.profiles.map(({ name }) => name) : [selector.name]);
        return [...new Set(names)].flatMap((name) => {
            if (!namesPlatform(name) || platforms.includes(name) || isKnown(name))
                return [];
            const right = nearestPlatform(name);
            const fact = `${path}, line ${line.line}: no distribution has the profile ${(0,shown/* shown */.S)(name)}`;
            if (right === undefined)
                return [fact];
            return [`${fact}; did you mean ${(0,shown/* shown */.S)(right)}?${consequence(line, platforms, name, right)}`];
        });
    });
}
const prefix = 'platform:';
const isKnown = (profile) => profile.startsWith(prefix) &&
    platformNames.some((name) => profile === `${prefix}${name}` || profile.startsWith(`${prefix}${name}-`));
/** Also with a misspelt prefix. Other profiles with a colon are the user's. */
const namesPlatform = (profile) => profile.includes(':') && (0,nearest/* nearest */.p)(profile.split(':', 1)[0], ['platform']) !== undefined;
/** A release behind a misspelt distribution stays. */
function nearestPlatform(profile) {
    const [, rest = ''] = profile.split(/:(.*)/s);
    const right = `${prefix}${rest}`;
    if (isKnown(right))
        return right;
    const whole = (0,nearest/* nearest */.p)(rest, platformNames);
    if (whole !== undefined)
        return `${prefix}${whole}`;
    const [name = '', release] = rest.split(/-(.*)/s);
    const near = (0,nearest/* nearest */.p)(name, platformNames);
    return near === undefined || release === undefined ? undefined : `${prefix}${near}-${release}`;
}
/** What the wrong name does to this base. */
function consequence(line, platforms, wrong, right) {
    const corrected = (profile) => profile.name === wrong ? { ...profile, name: right } : profile;
    const selectors = line.selectors.map((selector) => selector.kind === 'group'
        ? { ...selector, profiles: selector.profiles.map(corrected) }
        : { kind: 'profile', ...corrected(selector) });
    const stages = (of) => ['default', 'compile'].map((profile) => isActive(of, new Set([...platforms, profile])));
    const [written, meant] = [stages(line), stages({ selectors })];
    if (written.join() === meant.join())
        return '';
    return written.includes(true)
        ? ` As it is written, ${line.name} is installed on this base.`
        : ` The line does not apply, and ${line.name} is not installed.`;
}

;// CONCATENATED MODULE: ./lib/sources/project/system-packages.js
/** Packages of the base's distribution that a project asks for. */





/** What bindep.txt names for this base, and what the inputs add. */
async function systemPackages(session, inputs, base, bindep) {
    const lines = bindep === undefined ? [] : readBindep(bindep.text, bindep.path);
    if (bindep === undefined || lines.length === 0)
        return { compile: inputs.buildPackages, run: inputs.runtimePackages };
    const [facts] = await session.facts(base, inputs.platforms);
    const { id = '', version = '', codename = '' } = facts?.distribution ?? {};
    const osRelease = `ID=${id}\nVERSION_ID="${version}"\nVERSION_CODENAME=${codename}\n`;
    const platforms = platformProfiles(osRelease, id === 'alpine' ? 'apk' : 'dpkg');
    for (const text of unknownPlatforms(lines, platforms, bindep.path))
        session.journal.add({ is: 'note', text });
    const { compile, run } = bindepPackages(lines, platforms);
    await requirePackages(session, base, [...compile, ...run], `${distributionName(id)} ${version}`, bindep.path);
    const names = (all, more) => [
        ...new Set([...all.map(({ name }) => name), ...more]),
    ];
    return { compile: names(compile, inputs.buildPackages), run: names(run, inputs.runtimePackages) };
}
const distributionName = (id) => `${id.slice(0, 1).toUpperCase()}${id.slice(1)}`;
/** @throws Failure with the lines of bindep.txt whose packages the distribution does not have, or not in that version. */
async function requirePackages({ world, builder, programs }, base, lines, distribution, path) {
    const wanted = lines.flatMap(({ name, constraints }) => [
        name,
        ...constraints.map((constraint) => `${name}${constraint}`),
    ]);
    if (wanted.length === 0)
        return;
    const { buildx } = await builder();
    const { missing, unfit } = await askForPackages(world, buildx, base, [...new Set(wanted)], programs);
    const profile = 'say with a profile which distribution the line is for, like [platform:debian]';
    const problems = lines
        .toSorted((one, other) => one.line - other.line)
        .flatMap(({ name, constraints, line }) => {
        const say = (message) => ({
            station: 'input',
            about: path,
            message: `${path}, line ${line}: ${message}`,
        });
        if (missing.includes(name))
            return [say(`${distribution} has no package ${name}. Name the one that it has, or ${profile}.`)];
        return unfit
            .filter((one) => one.name === name && constraints.includes(one.constraint))
            .map(({ constraint, version }) => say(`${distribution} has ${name} ${version}, and ${constraint} is wanted. Take another base, change the line, or ${profile}.`));
    });
    if (problems.length > 0)
        throw new errors/* Failure */.HR(problems);
}

// EXTERNAL MODULE: ./lib/lock/headers.js
var headers = __webpack_require__(72485);
;// CONCATENATED MODULE: ./lib/sources/project/wheel-facts.js
/** What a wheel that was built says of itself, in the files of its `.dist-info`. */

/** Names of console scripts in entry_points.txt (entry points specification), in the file's order. */
function consoleScripts(entryPoints) {
    let section = '';
    return entryPoints.split(/\r\n|\r|\n/).flatMap((line) => {
        const text = line.trim();
        if (/^[#;]/.test(text))
            return [];
        const header = /^\[(.+)\]$/.exec(text)?.[1];
        if (header !== undefined)
            section = header.trim();
        const name = /^([^=]*[^=\s])\s*=/.exec(text)?.[1];
        return header === undefined && section === 'console_scripts' && name !== undefined ? [name] : [];
    });
}
/** @param metadata text of METADATA. */
const wheelFacts = (metadata) => ({
    name: (0,headers/* headerValues */.U)(metadata, 'Name')[0] ?? '',
    version: (0,headers/* headerValues */.U)(metadata, 'Version')[0] ?? '',
    extras: (0,headers/* headerValues */.U)(metadata, 'Provides-Extra'),
});

;// CONCATENATED MODULE: ./lib/sources/project/plan.js
/** The plan of a Python project: a base image with its wheel, and an image for each console script on it. */





















/** @throws Failure of the inputs, of the project's files, of its build or of the resolver. */
async function projectPlan(session, inputs, policy) {
    const { world } = session;
    const source = await (0,project_source/* sourceOf */.vz)(world, inputs.path);
    const files = await (0,project_source/* readFiles */.Ul)(world, inputs.path, source);
    (0,project_source/* requireHistory */.Oo)(files, source);
    const said = (0,project_facts/* projectFacts */.P)(files);
    // What can be refused without a build is.
    if (said.scripts !== undefined)
        (0,project_scripts/* requireNames */.kR)((0,project_scripts/* chosenScripts */.$$)(said.scripts, inputs), inputs);
    const base = (0,package_base/* baseOf */.b)(inputs.python, inputs.variant, inputs.baseRegistry);
    const { reader } = await session.registries();
    const wanted = (0,plan_image/* wantedPlatforms */.QM)(inputs.platforms, inputs.optionalPlatforms);
    // Each image drops, and notes, again what is dropped here.
    const { observed, left } = await (0,dropped_platforms/* retryWithFewerPlatforms */.KT)(wanted, [], async (dropped) => {
        const platforms = (0,observe_image/* platformsLeft */.W9)(wanted, { dropped });
        return { left: platforms, observed: await (0,observe/* observeBase */.Ak)(reader, base.publish, platforms) };
    });
    const system = await systemPackages(session, { ...inputs, platforms: left }, observed, files.bindep);
    const pins = await findPins(files.names, async (name) => {
        const path = (0,external_node_path_.join)(inputs.path, name);
        const text = await world.files.read(path);
        return text === undefined ? undefined : { path, text };
    });
    if (pins !== undefined)
        session.journal.add({
            is: 'note',
            text: `versions and hashes of requirements are those of ${pins.from}`,
        });
    const built = await build(session, inputs, source);
    const facts = wheelFacts(built.metadata);
    const version = (0,package_version/* parsePackageVersion */.g7)(facts.version);
    if (!version.ok)
        throw wrong('path', `The wheel of the project names no version of PEP 440: ${version.message}`);
    const all = said.scripts ?? consoleScripts(built.entryPoints);
    const scripts = (0,project_scripts/* chosenScripts */.$$)(all, inputs);
    const project = said.name ?? { normalized: (0,package_name/* normalizedName */.j8)(facts.name), image: (0,package_name/* normalizedName */.j8)(facts.name) };
    const extras = extrasByImage({ project: facts.name, scripts: all, extras: facts.extras });
    const tags = tagsOf(version.value, inputs.tags);
    const local = {
        name: project.normalized,
        version: version.value.text,
        file: built.file,
        metadata: built.metadataWheel,
    };
    const packagesWith = (some, present) => ({
        distribution: project.normalized,
        requirements: [`${facts.name}${some.length === 0 ? '' : `[${some.join(',')}]`}==${version.value.text}`],
        python: inputs.python,
        base: { publish: base.publish, build: base.build },
        buildPackages: system.compile,
        buildConstraints: inputs.buildConstraints,
        local,
        ...(0,defined/* defined */.s)({ ...(0,extra_index/* indexesOf */.O7)(inputs), uvVersion: inputs.uvVersion, pins, present }),
    });
    const ofBase = packagesWith(extras.base);
    const extrasOf = new Map(extras.scripts.map((one) => [one.script, one.extras]));
    const withExtras = scripts.some((script) => (extrasOf.get(script) ?? []).length > 0);
    const present = withExtras
        ? await (0,dropped_platforms/* retryWithFewerPlatforms */.KT)({ ...wanted, platforms: left }, [], (dropped) => installedIn(session, ofBase, observed, (0,observe_image/* platformsLeft */.W9)({ platforms: left }, { dropped })))
        : undefined;
    const names = [`${project.image}-base`, ...scripts];
    (0,project_scripts/* requireNames */.kR)(names, inputs);
    const [baseId, ...ids] = (0,plan_image/* imageIds */.kF)(names);
    const shared = { inputs, version: version.value, tags };
    const baseImage = {
        ...common(shared, names[0], facts.name),
        id: baseId,
        parents: [],
        content: {
            kind: 'packages',
            packages: ofBase,
            runtimePackages: system.run,
            ...(0,defined/* defined */.s)({ user: inputs.user }),
            ...(inputs.layers === 'auto' ? { layers: inputs.layers } : {}),
        },
        checks: { extras: extras.base, skip: inputs.verifySkip, ...(0,defined/* defined */.s)({ command: inputs.verifyCommand }) },
    };
    const reference = `${(0,names_reference/* repositoryText */.g_)(baseImage.repositories[0])}:${tags.exact}`;
    const scriptImages = await Promise.all(scripts.map(async (script, at) => {
        const own = extrasOf.get(script) ?? [];
        const packages = own.length === 0 ? ofBase : packagesWith([...extras.base, ...own], present);
        const folder = await scriptFolder(world, reference, script, own.length > 0);
        return {
            ...common(shared, script, facts.name),
            id: ids[at],
            parents: [baseId],
            content: {
                kind: 'dockerfile',
                path: (0,external_node_path_.join)(folder, 'Dockerfile'),
                isWritten: true,
                context: folder,
                arguments: {},
                packages,
                parents: { [reference]: baseId },
            },
            checks: {
                extras: [...extras.base, ...own],
                skip: inputs.verifySkip,
                ...checkOf(script, inputs.verifyCommands),
            },
        };
    }));
    return { images: [baseImage, ...scriptImages], policy, skipped: [] };
}
async function build(session, inputs, source) {
    const { world, access, programs } = session;
    const { buildx } = await session.builder();
    return buildProject(world, buildx, {
        source: source.root,
        path: source.path,
        epoch: source.epoch,
        buildBase: (0,package_base/* baseOf */.b)(inputs.python, '', inputs.baseRegistry).publish,
        buildConstraints: inputs.buildConstraints,
        indexUrl: session.packageIndex(inputs).url,
        owners: (0,extra_index/* ownersText */.M2)(inputs),
        programs,
        secrets: access.secrets,
    });
}
/** A version's own tag, and `latest` of a release. */
function tagsOf(version, more) {
    const exact = (0,names_reference/* parseTag */.ED)((0,package_version/* tagOfVersion */.ml)(version));
    if (!exact.ok)
        throw wrong('path', `The version cannot be a tag: ${exact.message}`);
    const isRelease = /^[\d.!]+(?:\.post\d+)?$/.test(version.text);
    const aliases = [...(isRelease ? ['latest'] : []), ...more];
    return { exact: exact.value, aliases: [...new Set(aliases)].filter((tag) => tag !== exact.value) };
}
/** What the base image installs on each platform. */
async function installedIn(session, packages, base, platforms) {
    const resolved = await (0,resolve/* resolveOn */.iJ)(session, packages, base, platforms);
    return Object.fromEntries((resolved?.requirements ?? []).map(({ platform, requirements }) => [
        platform,
        Object.fromEntries(requirements.map(({ name, version }) => [name, version])),
    ]));
}
/** What all images of the project have. */
function common({ inputs, version, tags, }, name, project) {
    const [first, ...rest] = inputs.repositories.map((prefix) => ({
        ...prefix,
        name: `${prefix.name}/${(0,project_scripts/* imageName */.tO)(name)}`,
    }));
    return {
        subject: { kind: 'package', name, version: version.text, python: inputs.python.text },
        version,
        repositories: [first, ...rest],
        tags,
        ...(0,plan_image/* wantedPlatforms */.QM)(inputs.platforms, inputs.optionalPlatforms),
        labels: { python: inputs.python.text, package: project },
        given: { labels: inputs.labels, annotations: inputs.annotations },
    };
}
/** A folder with the Dockerfile of a script's image. */
async function scriptFolder({ files }, base, script, hasPackages) {
    const folder = await files.temporary(`script-${script}`);
    const lines = [
        `FROM ${base}`,
        ...(hasPackages ? ['COPY --link --from=packages / /usr/local'] : []),
        `CMD ${JSON.stringify([script])}`,
    ];
    await files.write((0,external_node_path_.join)(folder, 'Dockerfile'), `${lines.join('\n')}\n`);
    return folder;
}
/** What is run in the image of a script: what was asked for, even if nothing, else what most scripts know. */
function checkOf(script, given) {
    if (!Object.hasOwn(given, script))
        return { trial: `${script} --help` };
    return (0,defined/* defined */.s)({ command: given[script] || undefined });
}
const wrong = (about, message) => new errors/* Failure */.HR([{ station: 'input', about, message }]);


/***/ })

};
