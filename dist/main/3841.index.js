export const id = 3841;
export const ids = [3841];
export const modules = {

/***/ 75097:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ severities),
/* harmony export */   s: () => (/* binding */ publicOsv)
/* harmony export */ });
/** What a user asks for of advisories. JSON-safe, since it is part of a policy. */
/** From the least to the worst. */
const severities = ['low', 'medium', 'high', 'critical'];
const publicOsv = 'https://api.osv.dev';


/***/ }),

/***/ 65266:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ isAdvisoryId),
/* harmony export */   r: () => (/* binding */ parseAdvisory)
/* harmony export */ });
/* harmony import */ var _unique_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14748);
/* harmony import */ var _severity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19728);
/** An advisory as OSV has it (https://ossf.github.io/osv-schema/), as far as it is used here. */


const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const records = (value) => (Array.isArray(value) ? value.filter(isRecord) : []);
const text = (value) => (typeof value === 'string' ? value : '');
const texts = (value) => Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
/** What may stand in a path and a line: whoever answers for the service chooses it. */
const isAdvisoryId = (id) => /^[A-Za-z0-9][\w.:-]{0,99}$/.test(id);
/** @throws Error where it is no record of the advisory. Undefined where it was withdrawn. */
function parseAdvisory(value, id) {
    if (!isRecord(value) || value['id'] !== id)
        throw new Error('it is not the record of that advisory');
    if (value['withdrawn'] !== undefined)
        return undefined;
    const affected = records(value['affected']).flatMap((one) => {
        const named = one['package'];
        if (!isRecord(named))
            return [];
        const urgency = isRecord(one['ecosystem_specific']) ? text(one['ecosystem_specific']['urgency']) : '';
        // Debian says "low" of what it has not looked at closely; "unimportant" it says on purpose.
        const rating = urgency === 'unimportant' ? (0,_severity_js__WEBPACK_IMPORTED_MODULE_0__/* .severityOfWord */ .Zx)(urgency) : undefined;
        return [
            {
                ecosystem: text(named['ecosystem']),
                name: text(named['name']),
                fixed: fixedIn(one),
                ...(rating === undefined ? {} : { rating }),
            },
        ];
    });
    const database = isRecord(value['database_specific']) ? text(value['database_specific']['severity']) : '';
    const vectors = [value, ...records(value['affected'])]
        .flatMap((one) => records(one['severity']))
        .flatMap((one) => (0,_severity_js__WEBPACK_IMPORTED_MODULE_0__/* .severityOfVector */ .M3)(text(one['score'])) ?? (0,_severity_js__WEBPACK_IMPORTED_MODULE_0__/* .severityOfWord */ .Zx)(text(one['score'])) ?? []);
    // GitHub's own word comes from its latest look at the advisory, and stands above the vectors.
    const rating = (0,_severity_js__WEBPACK_IMPORTED_MODULE_0__/* .severityOfWord */ .Zx)(database) ?? (0,_severity_js__WEBPACK_IMPORTED_MODULE_0__/* .worst */ .QZ)(vectors);
    const summary = text(value['summary']) || (text(value['details']).trim().split('\n')[0] ?? '');
    return {
        id,
        aliases: (0,_unique_js__WEBPACK_IMPORTED_MODULE_1__/* .unique */ .A)([...texts(value['aliases']), ...texts(value['upstream'])]).filter((one) => one !== id && isAdvisoryId(one)),
        summary: summary.slice(0, 300),
        rating,
        affected,
    };
}
/** Ranges of commits say nothing of versions. */
const fixedIn = (affected) => (0,_unique_js__WEBPACK_IMPORTED_MODULE_1__/* .unique */ .A)(records(affected['ranges'])
    .filter(({ type }) => type !== 'GIT')
    .flatMap(({ events }) => records(events))
    .flatMap(({ fixed }) => (typeof fixed === 'string' ? [fixed] : [])));


/***/ }),

/***/ 19728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kn: () => (/* binding */ compareRatings),
/* harmony export */   M3: () => (/* binding */ severityOfVector),
/* harmony export */   O6: () => (/* binding */ reaches),
/* harmony export */   QZ: () => (/* binding */ worst),
/* harmony export */   Zx: () => (/* binding */ severityOfWord)
/* harmony export */ });
/* harmony import */ var ae_cvss_calculator__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44353);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75097);
/** How bad an advisory is, from what its record says. */


/** A word of a database to a rating. `MODERATE` is GitHub's; Debian calls `unimportant` what is no risk as it is packaged. */
const words = {
    unimportant: 'low',
    negligible: 'low',
    low: 'low',
    moderate: 'medium',
    medium: 'medium',
    important: 'high',
    high: 'high',
    critical: 'critical',
};
const severityOfWord = (word) => {
    const key = word.toLowerCase();
    return Object.hasOwn(words, key) ? words[key] : undefined;
};
/** The qualitative scale of CVSS 3.1 and 4.0, section 5 and 6. */
function severityOfScore(score) {
    if (score >= 9)
        return 'critical';
    if (score >= 7)
        return 'high';
    return score >= 4 ? 'medium' : 'low';
}
const calculators = [
    ['CVSS:4.0/', (vector) => new ae_cvss_calculator__WEBPACK_IMPORTED_MODULE_0__.Cvss4P0(vector).calculateScores()],
    ['CVSS:3.1/', (vector) => new ae_cvss_calculator__WEBPACK_IMPORTED_MODULE_0__.Cvss3P1(vector).calculateScores()],
    ['CVSS:3.0/', (vector) => new ae_cvss_calculator__WEBPACK_IMPORTED_MODULE_0__.Cvss3P0(vector).calculateScores()],
    ['AV:', (vector) => new ae_cvss_calculator__WEBPACK_IMPORTED_MODULE_0__.Cvss2(vector).calculateScores()],
];
/** The severity of a vector of CVSS 2, 3 or 4; undefined where it is none. */
function severityOfVector(vector) {
    const calculator = calculators.find(([start]) => vector.startsWith(start));
    if (calculator === undefined)
        return undefined;
    try {
        const { base } = calculator[1](vector);
        return base === undefined || Number.isNaN(base) ? undefined : severityOfScore(base);
    }
    catch {
        return undefined;
    }
}
const rank = (rating) => _policy_js__WEBPACK_IMPORTED_MODULE_1__/* .severities */ .g.indexOf(rating === 'unrated' ? 'high' : rating);
/** Whether it is of this severity or a worse one. */
const reaches = (rating, least) => rank(rating) >= rank(least);
/** Negative where the first is worse. */
const compareRatings = (one, other) => rank(other) - rank(one);
/** The worst that is rated. */
const worst = (ratings) => ratings.filter((one) => one !== 'unrated').toSorted(compareRatings)[0] ?? 'unrated';


/***/ }),

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
    const { getExecOutput } = await __webpack_require__.e(/* import() */ 1955).then(__webpack_require__.bind(__webpack_require__, 41955));
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
    const { getState } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(1955), __webpack_require__.e(6058)]).then(__webpack_require__.bind(__webpack_require__, 46058));
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

/***/ 44247:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LH: () => (/* binding */ withRetries),
/* harmony export */   kB: () => (/* binding */ usualBudget),
/* harmony export */   mu: () => (/* binding */ parseRetryAfter),
/* harmony export */   wA: () => (/* binding */ isTemporaryStatus)
/* harmony export */ });
/* unused harmony export backoff */
const usualBudget = { attempts: 6, time: 120_000, first: 500, longest: 20_000 };
const isTemporaryStatus = (status) => status === 408 || status === 425 || status === 429 || (status >= 500 && status !== 501 && status !== 505);
/** Milliseconds of a Retry-After header, which has seconds or a date (RFC 9110, section 10.2.3). */
function parseRetryAfter(value, now) {
    if (value === null)
        return undefined;
    if (/^\s*\d+\s*$/.test(value))
        return Number(value) * 1000;
    const date = Date.parse(value);
    return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
/** A random wait after a failed attempt, counted from 1: between 0 and the bound, so that many clients spread out. */
const backoff = (attempt, budget, random = Math.random) => random() * Math.min(budget.longest, budget.first * 2 ** (attempt - 1));
/** Runs `attempt`, with its number from 1, until it resolves, fails for good, or the budget is spent. */
async function withRetries(attempt, { clock, budget = usualBudget, again, onWait, giveUp = (error) => error }) {
    const start = clock.now();
    for (let number = 1;; number += 1) {
        try {
            return await attempt(number);
        }
        catch (error) {
            const verdict = again(error);
            const milliseconds = clock.now() - start;
            const wait = Math.max(verdict?.after ?? 0, backoff(number, budget));
            if (verdict === undefined || number >= budget.attempts || milliseconds + wait > budget.time)
                throw giveUp(error, { attempts: number, milliseconds });
            onWait?.(error, wait);
            await clock.sleep(wait);
        }
    }
}


/***/ }),

/***/ 29033:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $h: () => (/* binding */ parseSpecifiers),
/* harmony export */   DR: () => (/* binding */ releaseKey),
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   g7: () => (/* binding */ parsePackageVersion),
/* harmony export */   ib: () => (/* binding */ satisfies),
/* harmony export */   ml: () => (/* binding */ tagOfVersion),
/* harmony export */   mx: () => (/* binding */ versionOfTag),
/* harmony export */   p: () => (/* binding */ isSameVersion)
/* harmony export */ });
/* harmony import */ var _renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99687);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _shown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8065);
/**
 * Versions of packages and specifiers of versions (PEP 440), and versions in tags.
 *
 * @renovatebot/pep440 compares. By hand is only where it differs from PEP 440: it normalizes `1.0+ubuntu.1` to
 * `1.0+ubuntu,1`, rounds numbers of 17 digits, and with `<` and `>` excludes all versions of the same release.
 */



/** Characters of a version; a tag has 128, with `py3.13.12-slim-bookworm-` before the version. */
const longest = 100;
const pattern = new RegExp([
    /^v?(?:(?<epoch>\d+)!)?(?<release>\d+(?:\.\d+)*)/,
    /(?:[-_.]?(?<preLetter>alpha|a|beta|b|preview|pre|c|rc)(?:[-_.]?(?<preNumber>\d+))?)?/,
    /(?:-(?<postImplicit>\d+)|[-_.]?(?<postLetter>post|rev|r)(?:[-_.]?(?<postNumber>\d+))?)?/,
    /(?:[-_.]?(?<devLetter>dev)(?:[-_.]?(?<devNumber>\d+))?)?/,
    /(?:\+(?<local>[a-z\d]+(?:[-_.][a-z\d]+)*))?$/,
]
    .map((part) => part.source)
    .join(''), 'i');
const letters = {
    alpha: 'a',
    beta: 'b',
    c: 'rc',
    pre: 'rc',
    preview: 'rc',
};
/** Removes leading zeros. Digits stay text, since a number would round those of a long date. */
const withoutZeros = (digits) => (digits ?? '').replace(/^0+(?=\d)/, '') || '0';
/** Parses and normalizes a version (PEP 440, Appendix B and "Normalization"). */
function parsePackageVersion(text) {
    const trimmed = text.trim();
    if (trimmed.length > longest) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)(`package version ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .S)(trimmed)} has ${trimmed.length} characters: at most ${longest} fit into an image's tag.`);
    }
    const groups = pattern.exec(trimmed)?.groups;
    if (groups === undefined) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)(`package version ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .S)(trimmed)} is not a version of PEP 440: write it like "1.2.3", "2.0rc1", "1.0.post1" or "1.2.3+local.1".`);
    }
    const release = groups['release'].split('.').map(withoutZeros);
    const epoch = withoutZeros(groups['epoch']);
    const preLetter = groups['preLetter']?.toLowerCase();
    const local = groups['local']
        ?.toLowerCase()
        .split(/[-_.]/)
        .map((part) => (/^\d+$/.test(part) ? withoutZeros(part) : part))
        .join('.');
    const hasPost = groups['postImplicit'] !== undefined || groups['postLetter'] !== undefined;
    const normalized = [
        epoch === '0' ? '' : `${epoch}!`,
        release.join('.'),
        preLetter === undefined ? '' : `${letters[preLetter] ?? preLetter}${withoutZeros(groups['preNumber'])}`,
        hasPost ? `.post${withoutZeros(groups['postImplicit'] ?? groups['postNumber'])}` : '',
        groups['devLetter'] === undefined ? '' : `.dev${withoutZeros(groups['devNumber'])}`,
        local === undefined ? '' : `+${local}`,
    ].join('');
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .parsed */ .Yz)({
        text: normalized,
        epoch: Number(epoch),
        release: release.map(Number),
        isPrerelease: preLetter !== undefined || groups['devLetter'] !== undefined,
        ...(local === undefined ? {} : { local }),
    });
}
function compareKeys(left, right) {
    for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
        const [first, second] = [left[index] ?? 0, right[index] ?? 0];
        if (first !== second)
            return first < second ? -1 : 1;
    }
    return 0;
}
/**
 * Compares local versions by segments: numbers come after words, and a longer version after its own beginning. By hand,
 * since the library takes the word `1e5` for a number.
 */
function compareLocals(left, right) {
    const segments = (local) => local?.split('.') ?? [];
    const [first, second] = [segments(left), segments(right)];
    for (let index = 0; index < Math.max(first.length, second.length); index += 1) {
        const rank = (segment) => segment === undefined ? [0] : /^\d+$/.test(segment) ? [2, Number(segment)] : [1, segment];
        const order = compareKeys(rank(first[index]), rank(second[index]));
        if (order !== 0)
            return order;
    }
    return 0;
}
const publicOf = ({ text }) => text.split('+', 1)[0];
const comparePublic = (left, right) => (0,_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__/* .compare */ .UD)(publicOf(left), publicOf(right));
/** Negative when `left` is older, positive when it is newer, 0 when both mean the same (PEP 440). */
const compareVersions = (left, right) => comparePublic(left, right) || compareLocals(left.local, right.local);
const operators = ['===', '~=', '==', '!=', '<=', '>=', '<', '>'];
/** Parses a set of specifiers (PEP 440, "Version specifiers"): `>=3.9,!=3.9.1`. The empty set allows everything. */
function parseSpecifiers(text) {
    const set = [];
    for (const clause of text.split(',').map((part) => part.trim())) {
        if (clause === '')
            continue;
        const operator = operators.find((candidate) => clause.startsWith(candidate));
        const operand = clause.slice(operator?.length ?? 0).trim();
        const wrong = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)(`version specifier ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .S)(clause)} is not one of PEP 440: write it like ">=1.2", "==1.2.*", "~=1.4" or "!=1.3".`);
        if (operator === undefined || operand === '')
            return wrong;
        if (operator === '===') {
            set.push({ operator, text: operand, prefix: false });
            continue;
        }
        const prefix = operand.endsWith('.*');
        const bare = prefix ? operand.slice(0, -2) : operand;
        const version = parsePackageVersion(bare);
        if (!version.ok || !(0,_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__/* .validRange */ .Im)(clause))
            return wrong;
        // The library accepts `.*` after a pre-release.
        if (prefix && !/^v?(\d+!)?[\d.]+$/i.test(bare))
            return wrong;
        set.push({ operator, text: bare, version: version.value, prefix });
    }
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .parsed */ .Yz)(set);
}
/** Whether the version satisfies every clause. Pre-releases count like any other version; callers exclude them first. */
const satisfies = (version, specifiers) => specifiers.every((specifier) => isWithin(version, specifier));
function isWithin(version, { operator, text, version: bound, prefix }) {
    if (bound === undefined)
        return version.text === text.toLowerCase();
    const order = comparePublic(version, bound);
    switch (operator) {
        case '<':
            // `<3.9` excludes pre-releases of 3.9, unless the bound is one.
            return order < 0 && (bound.isPrerelease || !version.isPrerelease || !sameRelease(version, bound));
        case '>': {
            // `>3.9` excludes post-releases and local versions of 3.9, unless the bound is a post-release.
            const isLater = isPost(version) && !isPost(bound);
            return order > 0 && !((isLater || version.local !== undefined) && sameRelease(version, bound));
        }
        default: {
            const range = `${operator}${publicOf(bound)}${prefix ? '.*' : ''}`;
            const isIn = (0,_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__/* .satisfies */ .ib)(padded(version, bound.release.length), range, { prereleases: true });
            if (bound.local === undefined)
                return isIn;
            const isSame = order === 0 && compareLocals(version.local, bound.local) === 0;
            return operator === '==' ? isSame : !isSame;
        }
    }
}
const isPost = (version) => (0,_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__/* .explain */ .WE)(publicOf(version))?.is_postrelease === true;
/** Pads the public version with zeros: `3` is in `==3.0.*`, and the library compares number by number. */
const padded = (version, length) => publicOf(version).replace(/^((?:\d+!)?)(\d+(?:\.\d+)*)/, (_, epoch, release) => epoch + release + '.0'.repeat(Math.max(0, length - version.release.length)));
const sameRelease = (left, right) => left.epoch === right.epoch && compareKeys(left.release, right.release) === 0;
/**
 * The version in a tag. A tag allows no `!` and no `+`, and a normalized version has no `-` and no `_`, so an epoch's
 * `!` becomes `-` and a local version's `+` becomes `_`. `versionOfTag` reads it back.
 */
const tagOfVersion = (version) => version.text.replace('!', '-').replace('+', '_');
function versionOfTag(text) {
    const version = parsePackageVersion(text.replace('-', '!').replace('_', '+'));
    return version.ok && tagOfVersion(version.value) === text ? version.value : undefined;
}
/** The version's text without the zeros that mean nothing: equal for `1.0` and `1.0.0`, and for no two other versions. */
const releaseKey = ({ text }) => text.replace(/^((?:\d+!)?\d+(?:\.\d+)*?)(?:\.0)+(?!\.?\d)/, '$1');
/** Whether two texts are the same version, like `1.0` and `1.0.0`. A text that is no version equals none. */
function isSameVersion(left, right) {
    const [first, second] = [parsePackageVersion(left), parsePackageVersion(right)];
    return first.ok && second.ok && compareVersions(first.value, second.value) === 0;
}


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
/* harmony import */ var _advisories_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96099);
/* harmony import */ var _check_words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52382);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58191);




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
            title: (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)((0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .problemTitle */ .yz)(problem)).replaceAll('\n', ' '),
        });
    });
}
/**
 * One `::warning` line for each warning of the checks: on every platform the same one is said once. A missing platform gets
 * one, too, and a blocked image, since the error is that of the image which it stands on.
 */
const warnings = (report) => [
    ...(report.outcome === 'blocked' ? [warningCommand('Blocked', (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .blockedText */ .qQ)(report))] : []),
    ...(report.missing ?? []).map((one) => warningCommand(`Missing platform: ${one.platform}`, [(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .missingText */ .qq)(report, one), ...(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .missingDetail */ .SX)(one)].join('\n'))),
    ...(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .unsignedOf */ .nK)(report).map((why) => warningCommand('Not signed', why)),
    ...(0,_check_words_js__WEBPACK_IMPORTED_MODULE_3__/* .warningsOf */ .nZ)(report).map((warning) => warningCommand('Verification', (0,_check_words_js__WEBPACK_IMPORTED_MODULE_3__/* .warningText */ .i4)(warning))),
    ...(0,_advisories_js__WEBPACK_IMPORTED_MODULE_1__/* .advisoryWarnings */ .l9)(report).map(({ title, text }) => warningCommand(title, text)),
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

/***/ 14748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ unique)
/* harmony export */ });
/** Without repetitions; the first of each stays in its place. */
const unique = (items) => [...new Set(items)];


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
/** Secrets that the command line takes from the environment. */
const secretNames = ['SIGN_KEY', 'SIGN_KEY_PASSPHRASE'];
/**
 * Removes secrets that no started program needs, and `INPUT_*`, in which a runner passes inputs, with passwords.
 */
const inherited = (env) => Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('INPUT_') && !secretNames.includes(name)));
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
