export const id = 826;
export const ids = [826];
export const modules = {

/***/ 87159:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z7: () => (/* binding */ chooseBuilder),
/* harmony export */   b8: () => (/* binding */ builderName),
/* harmony export */   iq: () => (/* binding */ removeBuilder),
/* harmony export */   l5: () => (/* binding */ isElsewhere)
/* harmony export */ });
/* unused harmony export buildkitConfig */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _defined_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(64222);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _names_run_mark_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87327);
/* harmony import */ var _names_tool_version_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97709);
/* harmony import */ var _names_platform_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29885);
/* harmony import */ var _registry_hosts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(68040);
/* harmony import */ var _buildx_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(44258);
/* harmony import */ var _nodes_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(71125);
/** Chooses the builder: the current one where it can make an index of several platforms, else a new one. */









/**
 * A name for the builder of this run. The steps of one job share it, so that the second finds the first's cache. Two
 * jobs, or two runs on a laptop, do not: the first to end would remove the builder of the other. Where one is killed,
 * `clean` can tell by the name whose it was.
 */
function builderName({ env, machine }) {
    const job = env['RUNNER_TRACKING_ID'];
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update(job ?? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)())
        .digest('hex')
        .slice(0, 12);
    return job === undefined ? (0,_names_run_mark_js__WEBPACK_IMPORTED_MODULE_2__/* .markedName */ .QE)(machine.mark, hash) : `python-image-builder-${hash}`;
}
/** Whether its nodes are of no Docker, so that nothing can be said or done of their machines from here. */
const isElsewhere = ({ driver }) => !['docker', 'docker-container'].includes(driver);
/** @throws Failure when the wanted builder does not exist or none can be made. */
async function chooseBuilder(world, request) {
    const { wanted, engine, env } = request;
    const current = await inspect(world, env, wanted);
    const driver = current?.driver;
    if (driver === undefined) {
        if (wanted !== undefined) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR([
                {
                    station: 'build',
                    about: 'builder',
                    message: `builder "${wanted}" does not exist. "docker buildx ls" lists those that do; leave the input empty to take the current one.`,
                },
            ]);
        }
        return makeBuilder(world, request, 'there is no current builder');
    }
    const makesIndexes = driver !== 'docker' || engine.makesIndexes;
    if (makesIndexes) {
        const buildx = wanted === undefined ? { env } : { env, builder: wanted };
        const because = wanted === undefined ? 'the current builder can make an index' : 'asked for';
        const platform = current?.platform ?? engine.platform;
        return { buildx, driver, platform, ...(0,_defined_js__WEBPACK_IMPORTED_MODULE_8__/* .defined */ .s)({ nodes: current?.nodes }), because };
    }
    if (wanted !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR([
            {
                station: 'build',
                about: 'builder',
                message: `builder "${wanted}" is Docker's own with the classic image store, which cannot put several platforms into one index. Take one with the docker-container driver, or leave the input empty and one is made.`,
            },
        ]);
    }
    return makeBuilder(world, request, "Docker's own builder with the classic image store cannot make an index");
}
/** Removes a builder of this run, with its cache. A failure is a warning: the work is done. */
async function removeBuilder(world, env, name) {
    // A run that was interrupted while it created the builder may have left none.
    if ((await inspect(world, env, name, true)) === undefined)
        return;
    const ran = await world.run((0,_buildx_js__WEBPACK_IMPORTED_MODULE_6__/* .buildxCommand */ .I0)({ env }, ['rm', '--force', name]), { cleanup: true });
    if (ran.code !== 0)
        world.log.warn(`The builder "${name}" could not be removed: ${ran.stderr.trim()}`);
}
async function makeBuilder(world, request, because) {
    const { engine, env, name } = request;
    const buildx = { env, builder: name };
    const builder = { buildx, driver: 'docker-container', platform: engine.platform, because };
    // Another step of the same job may have created it: that step removes it.
    if ((await inspect(world, env, name)) !== undefined)
        return builder;
    const folder = await world.files.temporary('builder');
    const config = `${folder}/buildkitd.toml`;
    await world.files.write(config, buildkitConfig(engine, request.registries));
    const network = [...engine.mirrors, ...engine.insecure, ...request.registries].map(hostOf).some(_registry_hosts_js__WEBPACK_IMPORTED_MODULE_5__/* .isLoopback */ .U);
    await request.beforeCreate(name);
    const ran = await world.run((0,_buildx_js__WEBPACK_IMPORTED_MODULE_6__/* .buildxCommand */ .I0)({ env }, [
        'create',
        `--name=${name}`,
        '--driver=docker-container',
        ...(network ? ['--driver-opt=network=host'] : []),
        `--config=${config}`,
        '--bootstrap',
    ]), { onLine: (line) => world.log.progress(line) });
    if (ran.code === 0)
        return builder;
    const unwritable = unwritableOf(ran.stderr);
    if (unwritable !== undefined)
        throw unwritable;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR([
        {
            station: 'build',
            about: 'builder',
            message: `${because}, and a builder with the docker-container driver could not be started. Its image must be reachable: moby/buildkit:buildx-stable-1. ${imageStore(engine)}, or name a builder that can.`,
            detail: ran.stderr.trim().split('\n').slice(-8),
        },
    ]);
}
/** The failure of a buildx that cannot write the folder of its builders, with the system's words as Go repeats them. */
function unwritableOf(stderr) {
    const match = /ERROR: (?:mkdir|open|create|chmod|rename) (\/[^:\n]*): ([^\n]+)/.exec(stderr);
    if (match === null)
        return undefined;
    const message = `"${match[1]}" could not be written by buildx, which keeps its builders there: ${match[2]}. BUILDX_CONFIG names another folder.`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR([{ station: 'machine', about: 'builder', message }]);
}
/** The first Docker that has the image store that can hold an index. */
const oldestWithStore = '24.0.0';
/** Advice on how Docker's own builder can make an index. */
const imageStore = ({ version }) => version !== undefined && (0,_names_tool_version_js__WEBPACK_IMPORTED_MODULE_3__/* .isOlderTool */ .b)(version, oldestWithStore)
    ? `Or update Docker, which is ${version}: ${oldestWithStore} and newer have the containerd image store`
    : "Or switch on Docker's containerd image store";
/** Configuration of a new builder: it does not know the engine's mirrors, and must pull what the engine would. */
function buildkitConfig(engine, registries) {
    const plain = new Set([
        ...engine.insecure.filter((host) => !host.includes('/')),
        ...registries.map(hostOf).filter(_registry_hosts_js__WEBPACK_IMPORTED_MODULE_5__/* .isLoopback */ .U),
    ]);
    const mirrors = engine.mirrors.map((url) => new URL(url));
    for (const mirror of mirrors)
        if (mirror.protocol === 'http:')
            plain.add(mirror.host);
    const lines = [];
    if (mirrors.length > 0) {
        const hosts = mirrors.map((mirror) => JSON.stringify(mirror.host)).join(', ');
        lines.push('[registry."docker.io"]', `  mirrors = [${hosts}]`);
    }
    for (const host of plain)
        lines.push(`[registry.${JSON.stringify(host)}]`, '  http = true');
    return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}
/** Host and port of a registry, of one with a path, or of a mirror's URL. */
const hostOf = (text) => text.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
/** Inspects a builder, without a name the current one; undefined where there is none. */
async function inspect(world, env, name, cleanup = false) {
    const ask = (...options) => world.run((0,_buildx_js__WEBPACK_IMPORTED_MODULE_6__/* .buildxCommand */ .I0)({ env }, ['inspect', ...options, ...(name === undefined ? [] : [name])]), {
        cleanup,
    });
    const ran = await ask();
    const driver = ran.code === 0 ? /^Driver:\s*(\S+)/m.exec(ran.stdout)?.[1] : undefined;
    if (driver === undefined)
        return undefined;
    let { stdout } = ran;
    const hasSeveral = (0,_nodes_js__WEBPACK_IMPORTED_MODULE_7__/* .readNodes */ .g0)(stdout).length > 1;
    // Which node builds what is known once all of them run.
    if (hasSeveral && !cleanup)
        stdout = (await ask('--bootstrap')).stdout || stdout;
    const first = (0,_names_platform_js__WEBPACK_IMPORTED_MODULE_4__/* .parsePlatform */ .FL)(/^Platforms:\s*([\w/]+)/m.exec(stdout)?.[1] ?? '');
    return {
        driver,
        ...(first.ok && { platform: first.value }),
        ...(hasSeveral && { nodes: (0,_nodes_js__WEBPACK_IMPORTED_MODULE_7__/* .readNodes */ .g0)(stdout) }),
    };
}


/***/ }),

/***/ 59388:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ isForeign),
/* harmony export */   y: () => (/* binding */ requireEmulation)
/* harmony export */ });
/* harmony import */ var _names_platform_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29885);
/** Installs QEMU's handlers, but only where something must run emulated and no handler is registered. */

/** Where the kernel lists its handlers of foreign executables. */
const handlers = '/proc/sys/fs/binfmt_misc';
/** Other platforms whose programs a processor runs without emulation. */
const alsoNative = { 'linux/amd64': ['linux/386'] };
/** Whether a platform's programs need emulation on a machine of another. */
const isForeign = (platform, machine) => platform !== machine && alsoNative[machine]?.includes(platform) !== true;
/**
 * Makes foreign platforms executable, as far as that can be done: a builder may bring its own emulation, so that only the
 * build shows whether they are.
 *
 * @param foreign what is emulated on this machine.
 */
async function requireEmulation(world, env, foreign) {
    const registered = await world.files.list(handlers);
    const missing = foreign.filter((platform) => !registered.includes((0,_names_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .qemuOf */ .kf)(platform)));
    if (missing.length === 0)
        return;
    const architectures = [...new Set(missing.map((platform) => (0,_names_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .qemuOf */ .kf)(platform).replace('qemu-', '')))];
    world.log.info(`Installing QEMU's handlers for ${missing.join(', ')}`);
    const ran = await world.run({
        program: 'docker',
        args: ['run', '--privileged', '--rm', 'tonistiigi/binfmt', '--install', architectures.join(',')],
        env,
    });
    if (ran.code !== 0) {
        world.log.warn(`QEMU's handlers for ${missing.join(', ')} could not be installed; if the builder cannot run these platforms, install the package qemu-user-static (Debian, Ubuntu) and run again. ${ran.stderr.trim().split('\n').at(-1) ?? ''}`);
    }
}


/***/ }),

/***/ 71125:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AR: () => (/* binding */ sharesOf),
/* harmony export */   BP: () => (/* binding */ emulatedOf),
/* harmony export */   W5: () => (/* binding */ sharesText),
/* harmony export */   g0: () => (/* binding */ readNodes)
/* harmony export */ });
/* harmony import */ var _names_platform_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29885);
/* harmony import */ var _emulation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59388);
/** Which node of a builder builds what: a builder may have several, on machines of their own. */


/** The nodes of what `docker buildx inspect` prints, in their order. One that does not run lists nothing but its names. */
function readNodes(inspected) {
    // What comes before the first node is of the builder.
    const [, ...nodes] = inspected.split(/^Name:/m).slice(1);
    return nodes.map((text) => {
        const words = /^Platforms:\s*(.+)$/m.exec(text)?.[1]?.split(/,\s*/) ?? [];
        const platforms = words.flatMap((word) => {
            const platform = (0,_names_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePlatform */ .FL)(word.replace('*', ''));
            return platform.ok ? [{ platform: platform.value, isNamed: word.includes('*') }] : [];
        });
        const of = (wanted) => platforms.filter(({ isNamed }) => isNamed === wanted).map(({ platform }) => platform);
        return { name: text.trimStart().split('\n')[0].trim(), named: of(true), listed: of(false) };
    });
}
/**
 * How buildx shares the platforms of one target out to nodes: to those that were given them by name, if each platform was;
 * else to the first node that lists it.
 */
function sharesOf(nodes, platforms) {
    const nodeOf = (platform) => {
        const listing = nodes.findIndex(({ named, listed }) => [...named, ...listed].includes(platform));
        return Math.max(listing, 0);
    };
    const namedOf = (platform) => nodes.findIndex(({ named }) => named.includes(platform));
    const areNamed = platforms.every((platform) => namedOf(platform) !== -1);
    const places = platforms.map(areNamed ? namedOf : nodeOf);
    return nodes.flatMap((_, node) => {
        const own = platforms.filter((_platform, at) => places[at] === node);
        return own.length === 0 ? [] : [{ node, platforms: own }];
    });
}
/** For the log: `nodes    a: linux/amd64; b: linux/arm64`, and what keeps buildx from sharing. */
function sharesText(nodes, platforms) {
    const shares = sharesOf(nodes, platforms);
    const text = shares.map((share) => `${nodes[share.node].name}: ${share.platforms.join(', ')}`).join('; ');
    return shares.length > 1 || platforms.length === 1
        ? `nodes    ${text}`
        : `nodes    ${text}. buildx takes several only where each platform was given to a node by name: docker buildx create --append --platform`;
}
/**
 * Those platforms of an image that are emulated. What a node was given by name counts as its own: whoever named it knows
 * the machine.
 */
function emulatedOf({ platform: machine, nodes = [] }, platforms) {
    if (nodes.length === 0)
        return platforms.filter((platform) => (0,_emulation_js__WEBPACK_IMPORTED_MODULE_1__/* .isForeign */ .j)(platform, machine));
    return sharesOf(nodes, platforms).flatMap((share) => {
        const { named, listed } = nodes[share.node];
        return share.platforms.filter((platform) => !named.includes(platform) && (0,_emulation_js__WEBPACK_IMPORTED_MODULE_1__/* .isForeign */ .j)(platform, listed[0] ?? machine));
    });
}


/***/ }),

/***/ 64222:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ defined)
/* harmony export */ });
/** The same object without the fields that are undefined, as `exactOptionalPropertyTypes` asks; their order stays. */
const defined = (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));


/***/ }),

/***/ 79826:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./lib/build/builder.js
var builder = __webpack_require__(87159);
// EXTERNAL MODULE: ./lib/world/process.js
var world_process = __webpack_require__(8337);
;// CONCATENATED MODULE: ./lib/world/exec-actions.js

/**
 * A `Run` without output, for short programs only: it ignores `onLine`, time limits and interruptions.
 */
const toolkitRunner = (env) => async ({ program, args, env: added, cwd, input }) => {
    const { getExecOutput } = await __webpack_require__.e(/* import() */ 955).then(__webpack_require__.bind(__webpack_require__, 41955));
    const variables = Object.entries({ ...(0,world_process/* inherited */.J)(env), ...added });
    try {
        // The toolkit splits its first argument at spaces.
        const { exitCode, stdout, stderr } = await getExecOutput(`"${program}"`, [...args], {
            silent: true,
            ignoreReturnCode: true,
            env: Object.fromEntries(variables.filter((entry) => entry[1] !== undefined)),
            ...(cwd === undefined ? {} : { cwd }),
            ...(input === undefined ? {} : { input: Buffer.from(input) }),
        });
        return { code: exitCode, stdout, stderr };
    }
    catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        // As a shell counts: 127 where there is no such program, 126 where it cannot be run.
        const code = /unable to locate executable|ENOENT/i.test(message) ? 127 : 126;
        return { code, stdout: '', stderr: `${message}\n` };
    }
};

// EXTERNAL MODULE: ./lib/world/log-actions.js
var log_actions = __webpack_require__(25600);
// EXTERNAL MODULE: ./lib/entry/state.js
var state = __webpack_require__(3677);
;// CONCATENATED MODULE: ./lib/entry/post.js
/** The post step of the action: removes the builder that the step created, so that none stays on a self-hosted runner. */




async function main() {
    const { getState } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(955), __webpack_require__.e(58)]).then(__webpack_require__.bind(__webpack_require__, 46058));
    const name = getState(state/* createdBuilder */.U);
    if (name === '')
        return;
    const log = (0,log_actions/* actionsLog */._)({ write: (text) => void process.stdout.write(text) });
    await (0,builder/* removeBuilder */.iq)({ run: toolkitRunner(process.env), log }, {}, name);
}


/***/ }),

/***/ 3677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ createdBuilder)
/* harmony export */ });
/** Key of the runner's state in which a step passes the name of its builder on to its post step. */
const createdBuilder = 'made-builder';


/***/ }),

/***/ 29885:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FL: () => (/* binding */ parsePlatform),
/* harmony export */   KZ: () => (/* binding */ platformOfDescriptor),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   VT: () => (/* binding */ machineOf),
/* harmony export */   kf: () => (/* binding */ qemuOf)
/* harmony export */ });
/* unused harmony exports platforms, tripleOf */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _shown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8065);


const rows = [
    {
        platform: 'linux/amd64',
        machine: 'x86_64',
        key: 'amd64',
        triple: 'x86_64-linux-gnu',
        qemu: 'qemu-x86_64',
    },
    {
        platform: 'linux/arm64',
        machine: 'aarch64',
        key: 'arm64',
        triple: 'aarch64-linux-gnu',
        qemu: 'qemu-aarch64',
    },
    {
        platform: 'linux/arm/v7',
        machine: 'armv7l',
        key: 'armv7',
        triple: 'arm-linux-gnueabihf',
        qemu: 'qemu-arm',
    },
    {
        platform: 'linux/arm/v6',
        machine: 'armv6l',
        key: 'armv6',
        triple: 'arm-linux-gnueabihf',
        qemu: 'qemu-arm',
    },
    {
        platform: 'linux/arm/v5',
        machine: 'armv5tel',
        key: 'armv5',
        triple: 'arm-linux-gnueabi',
        qemu: 'qemu-arm',
    },
    { platform: 'linux/386', machine: 'i686', key: '386', triple: 'i386-linux-gnu', qemu: 'qemu-i386' },
    {
        platform: 'linux/ppc64le',
        machine: 'ppc64le',
        key: 'ppc64le',
        triple: 'powerpc64le-linux-gnu',
        qemu: 'qemu-ppc64le',
    },
    {
        platform: 'linux/riscv64',
        machine: 'riscv64',
        key: 'riscv64',
        triple: 'riscv64-linux-gnu',
        qemu: 'qemu-riscv64',
    },
    { platform: 'linux/s390x', machine: 's390x', key: 's390x', triple: 's390x-linux-gnu', qemu: 'qemu-s390x' },
];
const byPlatform = new Map(rows.map((row) => [row.platform, row]));
const platforms = rows.map((row) => row.platform);
const spellings = {
    'linux/arm64/v8': 'linux/arm64',
    'linux/aarch64': 'linux/arm64',
    'linux/x86_64': 'linux/amd64',
    'linux/arm': 'linux/arm/v7',
    'linux/i386': 'linux/386',
};
function parsePlatform(text) {
    const row = byPlatform.get(spellings[text] ?? text);
    if (row !== undefined)
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(row.platform);
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`platform ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(text)} is not one that the official Python images are made for. Take some of: ${platforms.join(', ')}.`);
}
const rowOf = (platform) => byPlatform.get(platform);
const machineOf = (platform) => rowOf(platform).machine;
const keyOf = (platform) => rowOf(platform).key;
const tripleOf = (platform) => rowOf(platform).triple;
const qemuOf = (platform) => rowOf(platform).qemu;
/** The platform of a descriptor in an index; undefined for one without an official Python image. */
function platformOfDescriptor(descriptor) {
    const parts = [descriptor.os, descriptor.architecture, ...(descriptor.variant ? [descriptor.variant] : [])];
    const text = parts.join('/');
    return byPlatform.get(spellings[text] ?? text)?.platform;
}


/***/ }),

/***/ 87327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fg: () => (/* binding */ markOf),
/* harmony export */   QE: () => (/* binding */ markedName),
/* harmony export */   bk: () => (/* binding */ markIn)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/** How a run is named in what it leaves while it works, so that a later one can tell whether it is still needed. */

/** Of a process and its machine: `p1234h9f3a0c`. A container is a machine with a name of its own. */
const markOf = (pid, host) => `p${pid}h${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(host).digest('hex').slice(0, 6)}`;
const programName = 'python-image-builder';
/** What a run calls what it makes for itself: `python-image-builder-p1234h9f3a0c-NAME`. */
const markedName = (mark, name) => `${programName}-${mark}-${name}`;
/** The mark in such a name, and in those of Docker that hold it. */
function markIn(name) {
    const match = /python-image-builder-(p(\d{1,10})h[0-9a-f]{6})-/.exec(name);
    return match === null ? undefined : { pid: Number(match[2]), text: match[1] };
}


/***/ }),

/***/ 8065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ shown)
/* harmony export */ });
const longest = 120;
/** Characters in which credentials are searched for: more than is shown, and few enough to be fast on hostile text. */
const searched = 10_000;
/** Characters that a terminal or a log acts upon: controls, line and direction marks. */
// oxlint-disable-next-line no-control-regex
const controls = /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
/**
 * The text in double quotes on one line. Line breaks and controls are escaped as in JSON, everything after 120 characters
 * is cut to "…", and user and password of a URL become "***".
 */
function shown(text) {
    const safe = text
        .slice(0, searched)
        .replace(/\/\/\S*@/g, '//***@')
        // What a digest follows is no user with a password, but a registry with its port.
        .replace(/(^|\s)[^\s/]+:\S*@(?!sha256:)/g, '$1***@');
    const cut = safe.length > longest ? `${safe.slice(0, longest)}…` : safe;
    return JSON.stringify(cut).replace(controls, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}


/***/ }),

/***/ 91116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AR: () => (/* binding */ warnings),
/* harmony export */   Is: () => (/* binding */ harmless),
/* harmony export */   hk: () => (/* binding */ annotations),
/* harmony export */   workflowCommand: () => (/* binding */ workflowCommand)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72527);
/* harmony import */ var _check_words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52382);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58191);



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
/**
 * One `::warning` line for each warning of the checks: on every platform the same one is said once. A missing platform gets
 * one, too, and a blocked image, since the error is that of the image which it stands on.
 */
const warnings = (report) => [
    ...(report.outcome === 'blocked' ? [warningCommand('Blocked', (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .blockedText */ .qQ)(report))] : []),
    ...(report.missing ?? []).map((one) => warningCommand(`Missing platform: ${one.platform}`, [(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .missingText */ .qq)(report, one), ...(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .missingDetail */ .SX)(one)].join('\n'))),
    ...(0,_check_words_js__WEBPACK_IMPORTED_MODULE_2__/* .warningsOf */ .nZ)(report).map((warning) => warningCommand('Verification', (0,_check_words_js__WEBPACK_IMPORTED_MODULE_2__/* .warningText */ .i4)(warning))),
];
const warningCommand = (title, text) => workflowCommand('warning', shortened(text), { title });
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

/***/ 52382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i4: () => (/* binding */ warningText),
/* harmony export */   kQ: () => (/* binding */ checkMark),
/* harmony export */   nZ: () => (/* binding */ warningsOf),
/* harmony export */   qW: () => (/* binding */ checkText),
/* harmony export */   rW: () => (/* binding */ checksText)
/* harmony export */ });
/** `✓ 6`, `✓ 5, ⚠ 1: scripts`, `✗ 1 of 6: imports`, `not run`, each with `, left out: imports:tool` where that is so. */
function checksText(checks, marks) {
    const wrong = checks.filter((check) => !check.ok);
    if (checks.length === 0)
        return 'not run';
    const skipped = new Set(checks.flatMap((check) => check.skipped));
    const left = skipped.size === 0 ? '' : `, left out: ${[...skipped].join(', ')}`;
    const names = (some) => some.map((check) => check.name).join(', ');
    if (wrong.length > 0)
        return `${marks[1]} ${wrong.length} of ${checks.length}: ${names(wrong)}${left}`;
    const warned = checks.filter((check) => check.findings.length > 0);
    const warning = warned.length === 0 ? '' : `, ${marks[2]} ${warned.length}: ${names(warned)}`;
    return `${marks[0]} ${checks.length - warned.length}${warning}${left}`;
}
/** Which of the marks a check gets. */
const checkMark = (check, marks) => check.ok ? (check.findings.length === 0 ? marks[0] : marks[2]) : marks[1];
/** What was found, then what was looked at, and what was left out. */
const checkText = ({ message, findings, skipped }) => [
    ...findings.map((finding) => finding.message),
    ...(message === '' ? [] : [message]),
    ...(skipped.length === 0 ? [] : [`left out by verify_skip: ${skipped.join(', ')}`]),
].join('; ');
/** Every warning once, with the platforms that have it. */
function warningsOf({ platforms }) {
    const found = new Map();
    for (const { platform, checks } of platforms) {
        for (const { name, findings } of checks) {
            for (const { message, severity } of findings) {
                if (severity !== 'warning')
                    continue;
                const key = `${name}\n${message}`;
                const before = found.get(key)?.platforms ?? [];
                found.set(key, { check: name, message, platforms: [...before, platform] });
            }
        }
    }
    return [...found.values()];
}
/** `linux/amd64, linux/arm64, scripts: …`, without the output of other programs. */
const warningText = ({ check, message, platforms }) => `${platforms.join(', ')}, ${check}: ${message.split('\n')[0]}`;


/***/ }),

/***/ 88861:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hd: () => (/* binding */ secondsText),
/* harmony export */   VK: () => (/* binding */ shortDigest),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   pV: () => (/* binding */ bytesText)
/* harmony export */ });
/** Bytes, seconds and digests as a person reads them. */
const sizes = ['B', 'kB', 'MB', 'GB', 'TB'];
/** Decimal units, as registries and `docker images` count: `0 B`, `950 kB`, `12.3 MB`. Three digits at most before the point. */
function bytesText(bytes) {
    let [value, unit] = [bytes, 0];
    while (value >= 999.5 && unit < sizes.length - 1)
        [value, unit] = [value / 1000, unit + 1];
    return `${unit === 0 || value >= 99.95 ? Math.round(value) : trimmed(value.toFixed(1))} ${sizes[unit]}`;
}
/** `0.04 s`, `1.2 s`, `42 s`, `2 min 5 s`, `1 h 3 min`. Takes seconds. */
function secondsText(seconds) {
    if (seconds < 0.095)
        return `${trimmed(seconds.toFixed(2))} s`;
    if (seconds < 9.95)
        return `${trimmed(seconds.toFixed(1))} s`;
    const whole = Math.round(seconds);
    if (whole < 60)
        return `${whole} s`;
    if (whole < 3600)
        return joined(Math.floor(whole / 60), 'min', whole % 60, 's');
    const minutes = Math.round(seconds / 60);
    return joined(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
}
/** The first twelve digits of a digest, as `docker images` shows it; anything else is given back whole. */
function shortDigest(digest) {
    return /^sha256:[0-9a-f]{64}$/.test(digest) ? digest.slice(0, 19) : digest;
}
/** `1 wheel`, `3 wheels`. */
const counted = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;
const trimmed = (text) => text.replace(/\.?0+$/, '');
const joined = (large, largeUnit, small, smallUnit) => small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;


/***/ }),

/***/ 58191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AU: () => (/* binding */ subjectRows),
/* harmony export */   BR: () => (/* binding */ hasDone),
/* harmony export */   Iw: () => (/* binding */ pullable),
/* harmony export */   PR: () => (/* binding */ shortReason),
/* harmony export */   Pl: () => (/* binding */ headline),
/* harmony export */   Qd: () => (/* binding */ platformTitle),
/* harmony export */   S3: () => (/* binding */ endedEarly),
/* harmony export */   SX: () => (/* binding */ missingDetail),
/* harmony export */   XZ: () => (/* binding */ doneWord),
/* harmony export */   f1: () => (/* binding */ imageText),
/* harmony export */   ks: () => (/* binding */ doneText),
/* harmony export */   lT: () => (/* binding */ countText),
/* harmony export */   li: () => (/* binding */ lockText),
/* harmony export */   o$: () => (/* binding */ restoredText),
/* harmony export */   oe: () => (/* binding */ stayedText),
/* harmony export */   qQ: () => (/* binding */ blockedText),
/* harmony export */   qq: () => (/* binding */ missingText),
/* harmony export */   rM: () => (/* binding */ isQuiet),
/* harmony export */   ss: () => (/* binding */ whyText),
/* harmony export */   xt: () => (/* binding */ wayText),
/* harmony export */   yq: () => (/* binding */ subjectText),
/* harmony export */   yz: () => (/* binding */ problemTitle)
/* harmony export */ });
/* harmony import */ var _check_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52382);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88861);


/** `uvicorn 0.30.1 on Python 3.13`. */
const subjectText = (subject) => subject.kind === 'package'
    ? `${subject.name} ${subject.version} on Python ${subject.python}`
    : subject.name;
/** The same as rows of a table. */
const subjectRows = (subject) => subject.kind === 'package'
    ? [
        ['Package', `${subject.name} ${subject.version}`],
        ['Python', subject.python],
    ]
    : [['Dockerfile', subject.name]];
/** Whether it came as far as to build, or to move a tag. */
const hasDone = ({ built, destinations }) => built || destinations.some(({ moved }) => moved.length > 0);
/** Whether nothing is worth saying of an image besides that it is as it was. */
const isQuiet = (report) => ['kept', 'blocked', 'skipped'].includes(report.outcome) &&
    !report.built &&
    report.missing === undefined &&
    (0,_check_words_js__WEBPACK_IMPORTED_MODULE_0__/* .warningsOf */ .nZ)(report).length === 0;
/** The reason where the image stands beside it: its reference is not said again. */
function shortReason(report) {
    const [problem] = report.problems;
    // Why it was begun says nothing of why it failed.
    if (report.outcome === 'failed' && problem !== undefined)
        return problem.message;
    const reason = report.tags.length === 0 ? report.reason : report.reason.replaceAll(`${imageText(report)} `, 'its tag ');
    const missing = (report.missing ?? []).map(({ platform }) => platform);
    return missing.length === 0 ? reason : `${reason}; without ${missing.join(', ')}`;
}
/** `linux/arm/v7 is missing: … It is optional, …`, as whole sentences. */
function missingText({ outcome }, missing) {
    const { platform, problems, before } = missing;
    const why = problems.map(({ message }) => message.replace(`${platform}, `, '')).join(' ');
    const isEnded = endedEarly({ outcome });
    const verb = outcome === 'planned' ? 'would be missing' : isEnded ? 'failed' : 'is missing';
    const first = `${platform} ${verb}: ${/[.!?]$/.test(why) ? why : `${why}.`}`;
    const next = isEnded ? 'It is optional.' : 'It is optional, and the next run tries it again.';
    return [first, next, ...(before === undefined ? [] : [`${before} has it.`])].join(' ');
}
/** Lines of other programs that say more, and where the whole is. */
const missingDetail = ({ problems }) => problems.flatMap(({ detail = [], file }) => [
    ...detail,
    ...(file === undefined ? [] : [`The whole output is in ${file}.`]),
]);
/** The outcome in a word, for a table. */
function doneWord({ outcome, decision }) {
    if (outcome === 'planned')
        return decision === undefined ? 'undecided' : `would ${verbs[decision]}`;
    return outcome === 'published' && decision === 'rebase' ? 'rebased' : outcome;
}
/** `12 images: 2 published, 9 kept, 1 failed`; `Nothing to do: 4 images stayed as they were`. */
function countText({ images, kept = [], problems }) {
    const words = images.map(doneWord);
    const counts = [...new Set(words)].map((word) => `${words.filter((one) => one === word).length} ${word}`);
    const many = `${images.length} image${images.length === 1 ? '' : 's'}`;
    if (counts.length > 0)
        return `${many}: ${counts.join(', ')}`;
    if (problems.length > 0)
        return 'No image';
    return kept.length === 0 ? 'Nothing to do' : `Nothing to do: ${stayedText(kept.length)}`;
}
const stayedText = (count) => `${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(count, 'image')} stayed as ${count === 1 ? 'it was' : 'they were'}`;
const stations = {
    input: 'Input',
    index: 'Package index',
    registry: 'Registry',
    build: 'Build',
    verify: 'Verification',
    machine: 'This machine',
    interruption: 'Interrupted',
};
/** Whether it ended before all that was decided was done: then what moved is all that was published. */
const endedEarly = ({ outcome }) => outcome === 'failed' || outcome === 'blocked';
const ways = {
    native: 'natively',
    cross: 'cross-compiled',
    emulated: 'under emulation',
    once: 'once for all platforms',
    kept: 'saved wheel',
    wheel: 'wheel',
};
/** `cross-compiled`; `saved wheel (compiled 2026-11-20 in 93 s)`; `wheel from piwheels`. @param outcome of the run. */
const wayText = ({ way, kept, seconds, from }, outcome) => {
    if (from !== undefined)
        return `${ways[way]} from ${from}`;
    // Nothing came of it, or nobody knows whether something did.
    if (endedEarly({ outcome }) && seconds === undefined)
        return 'not compiled';
    return kept === undefined ? ways[way] : `${ways[way]} ${madeText(kept)}`;
};
const madeText = ({ compiled, seconds }) => `(compiled ${compiled} in ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .secondsText */ .Hd)(seconds)})`;
/** `saved wheel, 0.4 s (compiled 2026-11-20 in 93 s)`. @param took seconds. */
const restoredText = (kept) => `${ways.kept}, ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .secondsText */ .Hd)(kept.took)} ${madeText(kept)}`;
/** What a dry run would do. */
const planned = {
    build: 'Would build',
    rebase: 'Would put onto its new base',
    retag: 'Would move tags of',
    keep: 'Would keep',
};
/** What happened, in front of the image's name. */
function headline(report) {
    switch (report.outcome) {
        case 'published':
            return report.decision === 'rebase' ? 'Put onto its new base:' : 'Published';
        case 'pushed':
            return `Pushed under no tag, ${report.part?.join(', ')} of`;
        case 'built':
            return 'Built, not pushed:';
        case 'planned':
            return report.decision === undefined ? 'Undecided:' : planned[report.decision];
        case 'kept':
            return report.built ? 'Built again, and the same as before:' : 'Nothing to do for';
        case 'retagged':
            return 'Moved tags of';
        case 'failed':
            return 'Failed:';
        case 'blocked':
            return 'Blocked:';
        case 'skipped':
            return 'Left out:';
    }
}
/** What became of an image in one repository, or what would. */
function doneText(report, { decision, reason, existed, wanted, moved, held }) {
    if (decision === undefined)
        return reason === undefined ? undecidedText(existed) : undefined;
    if (report.outcome === 'planned')
        return `would ${verbs[decision]}`;
    if (decision === 'keep')
        return 'kept';
    if (report.outcome === 'built')
        return 'built';
    if (report.outcome === 'pushed')
        return 'pushed under no tag';
    if (!endedEarly(report) || wanted.every((tag) => moved.includes(tag) || held.includes(tag)))
        return done[decision];
    return moved.length === 0 ? 'nothing moved' : 'moved in part';
}
/** Of a repository about which the run ended before anything was decided. */
function undecidedText(existed) {
    if (existed === undefined)
        return 'not known';
    return existed ? 'exists already' : 'does not exist yet';
}
const verbs = {
    keep: 'keep',
    build: 'build',
    rebase: 'put onto its new base',
    retag: 'move tags',
};
const done = {
    build: 'published',
    rebase: 'put onto its new base',
    retag: 'tags moved',
};
/** The exact tag's reference, `registry/name:tag`; of several repositories how many there are. */
function imageText({ repository, tags, destinations }) {
    const [exact] = tags;
    if (exact === undefined)
        return repository;
    return destinations.length > 1
        ? `${exact} in ${destinations.length} repositories`
        : `${repository}:${exact}`;
}
/** What stands before the reason: of a failure it is not why it failed; of a blocked image it is why it is blocked. */
const whyText = ({ outcome, decision }) => outcome === 'failed' && decision !== undefined && decision !== 'keep' ? 'Begun because:' : 'Why:';
/** Of a blocked image, as one sentence. */
const blockedText = (report) => `${imageText(report)} is blocked: ${report.reason}.`;
/** `registry/name:tag` of every tag that stands for the image after this run. */
function pullable(report) {
    if (['pushed', 'built', 'planned'].includes(report.outcome))
        return [];
    return report.destinations.flatMap(({ repository, moved, held }) => (endedEarly(report) ? moved : report.tags.filter((tag) => !held.includes(tag))).map((tag) => `${repository}:${tag}`));
}
const lockText = {
    host: 'resolved once for all platforms, with hashes',
    container: 'resolved once for all platforms inside the base image, with hashes',
    project: 'the versions and hashes that the project has locked',
    none: 'not locked: pip resolved on each platform',
};
/** `Build: linux/arm/v7`, `Input`. */
const problemTitle = (problem) => problem.about === undefined ? stations[problem.station] : `${stations[problem.station]}: ${problem.about}`;
const platformTitle = (platform) => platform.emulated ? `${platform.platform} (emulated)` : platform.platform;


/***/ }),

/***/ 25600:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ actionsLog)
/* harmony export */ });
/* harmony import */ var _report_annotations_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91116);

/** Escapes lines of other programs that look like workflow commands, so that the runner does not execute them. */
function actionsLog({ write, filter = (text) => text, secrets = [] }) {
    let depth = 0;
    const command = (...parts) => write(`${(0,_report_annotations_js__WEBPACK_IMPORTED_MODULE_0__.workflowCommand)(...parts)}\n`);
    const say = (text) => write(`${(0,_report_annotations_js__WEBPACK_IMPORTED_MODULE_0__/* .harmless */ .Is)(filter(text))}\n`);
    // The runner masks line by line, so each line of a value gets a mask.
    for (const line of new Set(secrets.flatMap((value) => value.split(/\r\n|\n|\r/)))) {
        if (line.trim() !== '')
            command('add-mask', line);
    }
    return {
        async group(title, body) {
            // Groups cannot nest: the inner title becomes a line of the outer group.
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


/***/ }),

/***/ 8337:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ inherited),
/* harmony export */   q: () => (/* binding */ processRunner)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46193);
/* harmony import */ var _file_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(32030);
/**
 * Runs programs without a shell, each in its own process group, so that it is ended with all its children. By hand: execa 9
 * signals the program alone.
 */




/** Characters at the end of each stream that are kept, so that a long log does not fill the memory. */
const keptLength = 4_000_000;
const longestLine = 64_000;
/** Milliseconds to wait for the streams of a program that has ended, but whose children keep them open. */
const grace = 2000;
/** Removes `INPUT_*`, in which a runner passes inputs, with passwords, and which no started program needs. */
const inherited = (env) => Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('INPUT_')));
/**
 * A `Run` that ends its programs when `signal` is aborted, and rejects with the signal's reason. Programs inherit `env`
 * without the step's inputs.
 */
function processRunner(signal, groups, env) {
    const base = inherited(env);
    return async (command, options = {}) => {
        const stop = options.cleanup === true ? undefined : signal;
        stop?.throwIfAborted();
        const child = start(command, { ...base, ...command.env });
        if (child instanceof Error)
            return { code: 126, stdout: '', stderr: startErrorText(command, child) };
        const { pid } = child;
        if (pid !== undefined)
            groups.add(pid);
        // A program may end without reading its input, which is an error only if its exit code says so.
        child.stdin?.on('error', () => { });
        child.stdin?.end(command.input);
        const stdout = collect(child, 'stdout', options.onLine);
        const stderr = collect(child, 'stderr', options.onLine);
        let timedOut = false;
        const end = () => (pid === undefined ? undefined : groups.end(pid));
        const timer = options.timeout === undefined
            ? undefined
            : setTimeout(() => {
                timedOut = true;
                end();
            }, options.timeout);
        stop?.addEventListener('abort', end, { once: true });
        try {
            const code = await exitCodeOf(child, command, stderr.add);
            stop?.throwIfAborted();
            return { code: timedOut ? 124 : code, stdout: stdout.text(), stderr: stderr.text() };
        }
        finally {
            clearTimeout(timer);
            stop?.removeEventListener('abort', end);
            if (pid !== undefined)
                groups.remove(pid);
        }
    };
}
/** Gives the errors that Node throws, such as of too many arguments; others arrive as an event. */
function start({ program, args, cwd, input }, env) {
    try {
        const stdin = input === undefined ? 'ignore' : 'pipe';
        return (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, { cwd, env, stdio: [stdin, 'pipe', 'pipe'], detached: true });
    }
    catch (error) {
        if ((0,_file_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .fileFailure */ .fE)(error) === undefined)
            throw error;
        return error;
    }
}
const startErrorText = ({ program, cwd }, error) => {
    const where = cwd === undefined ? '' : `, or its folder ${cwd} does not exist`;
    if (error.code === 'ENOENT')
        return `${program}: not found on PATH${where}\n`;
    return `${(0,_file_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .fileFailure */ .fE)(error, program, 'started')?.fact ?? `${program}: ${error.message}`}\n`;
};
function exitCodeOf(child, command, say) {
    return new Promise((resolve) => {
        child.once('error', (error) => {
            // After a successful start this is about a signal that could not be sent, and the program still ends.
            if (child.pid !== undefined)
                return;
            say(startErrorText(command, error));
            resolve(error.code === 'ENOENT' ? 127 : 126);
        });
        child.once('exit', () => {
            const timer = setTimeout(() => {
                child.stdout?.destroy();
                child.stderr?.destroy();
            }, grace);
            child.once('close', () => clearTimeout(timer));
        });
        child.once('close', (code, name) => resolve(code ?? 128 + (name === null ? 0 : node_os__WEBPACK_IMPORTED_MODULE_1__.constants.signals[name])));
    });
}
/** Keeps the end of a stream, and passes its lines on; a lone carriage return ends a line too. */
function collect(child, stream, onLine) {
    const decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_2__.StringDecoder('utf8');
    let chunks = [];
    let [size, open] = [0, ''];
    const keep = (text) => {
        chunks.push(text);
        size += text.length;
        if (size <= 2 * keptLength)
            return;
        chunks = [chunks.join('').slice(-keptLength)];
        size = keptLength;
    };
    const add = (text) => {
        if (text === '')
            return;
        keep(text);
        if (onLine === undefined)
            return;
        const lines = (open + text).split(/\r\n|\n|\r(?!$)/);
        open = lines.pop();
        for (const line of lines)
            onLine(line, stream);
        if (open.length <= longestLine)
            return;
        onLine(open, stream);
        open = '';
    };
    // Undefined where the system had no more pipes for the process.
    const input = child[stream];
    input?.on('data', (chunk) => add(decoder.write(chunk)));
    input?.once('close', () => {
        add(decoder.end());
        if (open !== '')
            onLine?.(open.replace(/\r$/, ''), stream);
        open = '';
    });
    return { add, text: () => chunks.join('').slice(-keptLength) };
}


/***/ })

};
