export const id = 441;
export const ids = [441];
export const modules = {

/***/ 7769:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rz: () => (/* binding */ readEngine),
/* harmony export */   l5: () => (/* binding */ isElsewhere),
/* harmony export */   sR: () => (/* binding */ peekEngine)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _defined_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7541);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2409);
/* harmony import */ var _names_platform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9472);
/* harmony import */ var _registry_credentials_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3560);
/* harmony import */ var _buildx_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(763);
/** Asks the Docker engine for its image store, its architecture, and the mirrors that it pulls through. */






const architectures = { x86_64: 'amd64', aarch64: 'arm64', armv7l: 'arm' };
/** Asks `docker info`. @throws Failure when no engine answers. */
async function readEngine(world, env) {
    const ran = await world.run({ program: 'docker', args: ['info', '--format={{json .}}'], env });
    const info = parse(ran.stdout);
    if (ran.code !== 0 || info === undefined || (info.ServerErrors?.length ?? 0) > 0) {
        const lines = [...(info?.ServerErrors ?? []), ...ran.stderr.trim().split('\n')].filter(Boolean).slice(-5);
        const message = ran.code === 126 || ran.code === 127
            ? (0,_buildx_js__WEBPACK_IMPORTED_MODULE_4__/* .noDocker */ .gU)(ran.code)
            : 'No Docker engine answers. Start it (for example: sudo systemctl start docker), or point DOCKER_HOST at one that runs.';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR([{ station: 'build', about: 'docker', message, detail: lines }]);
    }
    return engineOf(info);
}
/**
 * The same without starting a program, where the engine's socket is on this machine. Undefined where nothing answers,
 * which is no failure: a run that changes nothing needs no engine.
 */
async function peekEngine(world) {
    if (await isElsewhere(world))
        return undefined;
    const text = await world.engine('/info');
    const info = text === undefined ? undefined : parse(text);
    return info === undefined ? undefined : engineOf(info);
}
/** Whether the engine has no socket on this machine, so that only docker itself knows how to reach it. */
async function isElsewhere({ env, files }) {
    if (env['DOCKER_HOST'])
        return !env['DOCKER_HOST'].startsWith('unix://');
    if (env['DOCKER_CONTEXT'])
        return env['DOCKER_CONTEXT'] !== 'default';
    try {
        const config = JSON.parse((await files.read((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,_registry_credentials_js__WEBPACK_IMPORTED_MODULE_3__/* .clientFolder */ .y)(env), 'config.json'))) ?? '{}');
        return !['', 'default'].includes(config.currentContext ?? '');
    }
    catch {
        return false;
    }
}
function engineOf(info) {
    const status = Object.fromEntries(info.DriverStatus ?? []);
    const architecture = info.Architecture ?? 'x86_64';
    return {
        ...(0,_defined_js__WEBPACK_IMPORTED_MODULE_5__/* .defined */ .s)({ version: info.ServerVersion || undefined }),
        makesIndexes: status['driver-type'] === 'io.containerd.snapshotter.v1',
        platform: (0,_names_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .platformOfDescriptor */ .KZ)({ os: 'linux', architecture: architectures[architecture] ?? architecture }) ??
            'linux/amd64',
        mirrors: info.RegistryConfig?.Mirrors ?? [],
        insecure: Object.entries(info.RegistryConfig?.IndexConfigs ?? {})
            .filter(([, config]) => config.Secure === false)
            .map(([host]) => host),
    };
}
function parse(text) {
    try {
        return JSON.parse(text) ?? undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 534:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ canonical),
/* harmony export */   q: () => (/* binding */ hashOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5217);
/** One text and one hash for what means the same. */

/** JSON with sorted keys and without what is undefined. */
const canonical = (value) => JSON.stringify(value, (_, item) => typeof item === 'object' && item !== null && !Array.isArray(item)
    ? Object.fromEntries(Object.entries(item).toSorted(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)))
    : item);
/** SHA-256 of a value's canonical JSON, as hexadecimal digits. */
const hashOf = (value) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(canonical(value)).digest('hex');


/***/ }),

/***/ 5654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ requireFiles),
/* harmony export */   u: () => (/* binding */ caBundleProblem)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5217);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2409);
/** Checks the files and variables that inputs name before anything is built, and reports all problems together. */



/** @throws Failure (station `input`). */
async function requireFiles(world, inputs) {
    const problems = [];
    const say = (about, message) => void problems.push({ station: 'input', about, message });
    for (const { id, from } of inputs.secrets) {
        if (from.kind === 'variable' && world.env[from.name] === undefined) {
            say('secrets', `The secret "${id}" is not there: the environment variable "${from.name}" is not set.`);
        }
        if (from.kind === 'file' && (await kindOf(from.path)) !== 'file') {
            say('secrets', `The secret "${id}" is not there: there is no file "${from.path}".`);
        }
    }
    if (inputs.dockerfile !== undefined && (await kindOf(inputs.dockerfile)) === 'folder') {
        say('dockerfile', `"${inputs.dockerfile}" is a folder: dockerfile is the path of a file in it.`);
    }
    if (inputs.dockerfile !== undefined &&
        inputs.buildPath !== undefined &&
        (await kindOf(inputs.buildPath)) !== 'folder') {
        say('docker_build_path', `There is no folder "${inputs.buildPath}" to build from.`);
    }
    if (!inputs.push && (await kindOf(inputs.output)) === 'file') {
        say('output', `"${inputs.output}" is a file: the image is written as an OCI layout into a folder.`);
    }
    const untrusted = inputs.caBundle === undefined ? undefined : await caBundleProblem(world, inputs.caBundle);
    if (untrusted !== undefined)
        problems.push(untrusted);
    if (problems.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR(problems);
}
async function caBundleProblem(world, path) {
    const wrong = (message) => ({ station: 'input', about: 'ca_bundle', message });
    if ((await kindOf(path)) === 'folder')
        return wrong(`"${path}" is a folder. ca_bundle is the path of a PEM file.`);
    const pem = await world.files.read(path);
    if (pem === undefined)
        return wrong(`There is no file "${path}". ca_bundle is the path of a PEM file.`);
    const certificates = pem.match(/-----BEGIN CERTIFICATE-----.*?(?:-----END CERTIFICATE-----|$)/gs) ?? [];
    if (certificates.length === 0)
        return wrong(`"${path}" holds no certificate in PEM form ("-----BEGIN CERTIFICATE-----").`);
    const broken = certificates.findIndex((certificate) => !isCertificate(certificate));
    if (broken < 0)
        return undefined;
    return wrong(`"${path}": certificate ${broken + 1} of ${certificates.length} cannot be read. Copy the file anew.`);
}
function isCertificate(pem) {
    try {
        return new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(pem).raw.length > 0;
    }
    catch {
        return false;
    }
}
async function kindOf(path) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path).catch(() => undefined);
    return found === undefined ? undefined : found.isDirectory() ? 'folder' : 'file';
}


/***/ }),

/***/ 7673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ homeOf)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
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

/***/ 8062:
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

/***/ 4587:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N0: () => (/* binding */ similarWheel),
/* harmony export */   _: () => (/* binding */ abiOf),
/* harmony export */   l6: () => (/* binding */ whyNoWheel),
/* harmony export */   n1: () => (/* binding */ compareLibcs),
/* harmony export */   yJ: () => (/* binding */ bestWheel)
/* harmony export */ });
/* unused harmony export compatibilityTags */
/* harmony import */ var _names_platform_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9472);
/* harmony import */ var _package_index_filenames_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(900);
/**
 * Chooses the best wheel for a platform (platform compatibility tags; PEP 425, 600, 656). By hand: this is in Python's
 * `packaging`, against which the tests check it, and in no library on npm.
 */


/** Names of policies from before PEP 600, by the version of glibc. */
const policyNames = {
    '2.17': 'manylinux2014',
    '2.12': 'manylinux2010',
    '2.5': 'manylinux1',
};
/** Machines for which manylinux is defined; others have plain `linux_…` wheels only. */
const manylinux = new Set([
    'x86_64',
    'i686',
    'aarch64',
    'armv7l',
    'ppc64le',
    's390x',
    'riscv64',
]);
const down = (high, low) => Array.from({ length: Math.max(0, high - low + 1) }, (_, index) => high - index);
function numbers(version) {
    const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
    return [major, minor];
}
/** Platform tags, best first: the plain one, then from the base's libc down to the oldest. */
function platformTags({ platform, libc }) {
    const machine = (0,_names_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .machineOf */ .VT)(platform);
    const [major, minor] = numbers(libc.version);
    const plain = `linux_${machine}`;
    if (libc.kind === 'musl')
        return [plain, ...down(minor, 0).map((number) => `musllinux_${major}_${number}_${machine}`)];
    if (!manylinux.has(machine))
        return [plain];
    const oldest = machine === 'x86_64' || machine === 'i686' ? 5 : 17;
    return [
        plain,
        ...down(minor, oldest).flatMap((number) => {
            const name = policyNames[`${major}.${number}`];
            const tag = `manylinux_${major}_${number}_${machine}`;
            return name === undefined ? [tag] : [tag, `${name}_${machine}`];
        }),
    ];
}
/** The ABI of CPython with a GIL: `cp313` of `3.13.9`. Up to 3.7 the `m` of pymalloc is part of the name. */
function abiOf(python) {
    const [major, minor] = numbers(python);
    return `cp${major}${minor}${minor < 8 ? 'm' : ''}`;
}
/** Compares versions of a libc, `2.36` and `2.41`: negative where the first is older. */
function compareLibcs(one, other) {
    const [first, second] = [one, other].map((text) => text.split('.').map(Number));
    const at = Array.from({ length: Math.max(first.length, second.length) }, (_, index) => index);
    return at.map((index) => (first[index] ?? 0) - (second[index] ?? 0)).find((order) => order !== 0) ?? 0;
}
/**
 * All compatibility tags in pip's order, best first: for this Python, for the stable ABI of this and older ones, without an
 * ABI, then for any platform. For CPython with a GIL.
 */
function compatibilityTags(target) {
    const [major, minor] = numbers(target.python);
    const platforms = platformTags(target);
    const cpython = `cp${major}${minor}`;
    const generic = [
        `py${major}${minor}`,
        `py${major}`,
        ...down(minor - 1, 0).map((number) => `py${major}${number}`),
    ];
    const pairs = [
        `${cpython}-${abiOf(target.python)}`,
        `${cpython}-abi3`,
        `${cpython}-none`,
        ...down(minor - 1, 2).map((number) => `cp${major}${number}-abi3`),
        ...generic.map((python) => `${python}-none`),
    ];
    return [
        ...pairs.flatMap((pair) => platforms.map((platform) => `${pair}-${platform}`)),
        `${cpython}-none-any`,
        ...generic.map((python) => `${python}-none-any`),
    ];
}
const tagsOf = ({ pythons, abis, platforms }) => pythons.flatMap((python) => abis.flatMap((abi) => platforms.map((platform) => `${python}-${abi}-${platform}`)));
function bestWheel(wheels, target) {
    const ranks = new Map(compatibilityTags(target).map((tag, rank) => [tag, rank]));
    let best;
    for (const wheel of wheels) {
        const name = (0,_package_index_filenames_js__WEBPACK_IMPORTED_MODULE_1__/* .parseWheelName */ .C)(wheel.filename);
        if (name === undefined)
            continue;
        const rank = Math.min(...tagsOf(name).map((tag) => ranks.get(tag) ?? Infinity));
        if (rank === Infinity)
            continue;
        const build = name.build ?? [-1, ''];
        const isBetter = best === undefined || rank < best.rank || (rank === best.rank && compareBuilds(build, best.build) > 0);
        if (isBetter)
            best = { wheel, rank, build };
    }
    return best?.wheel;
}
const compareBuilds = (one, other) => one[0] - other[0] || (one[1] < other[1] ? -1 : one[1] > other[1] ? 1 : 0);
/**
 * The best wheel for the same Python on a common Linux platform with any libc. Except for linux/amd64, Arm's comes first:
 * some modules exist for Intel's instructions only.
 */
function similarWheel(wheels, target) {
    const newest = [
        { kind: 'glibc', version: '2.99' },
        { kind: 'musl', version: '1.99' },
    ];
    const sameKind = newest.filter(({ kind }) => kind === target.libc.kind);
    const common = ['linux/arm64', 'linux/amd64'];
    for (const platform of target.platform === 'linux/amd64' ? common.toReversed() : common) {
        for (const libc of [...sameKind, ...newest]) {
            const wheel = bestWheel(wheels, { ...target, platform, libc });
            if (wheel !== undefined)
                return wheel;
        }
    }
    return undefined;
}
/** The reason that none of these wheels fits, in words that follow "because". */
function whyNoWheel(wheels, target) {
    if (wheels.length === 0)
        return 'only an sdist';
    const [major, minor] = numbers(target.python);
    const machine = (0,_names_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .machineOf */ .VT)(target.platform);
    const { kind, version } = target.libc;
    // A wheel that fits with the newest libc of this kind needs a newer libc than the base's.
    const newest = { ...target, libc: { kind, version: `${numbers(version)[0]}.99` } };
    const floors = wheels
        .filter((wheel) => bestWheel([wheel], newest) !== undefined)
        .flatMap(({ filename }) => {
        const needed = ((0,_package_index_filenames_js__WEBPACK_IMPORTED_MODULE_1__/* .parseWheelName */ .C)(filename)?.platforms ?? []).flatMap((platform) => {
            const match = /^m(?:any|usl)linux_(\d+)_(\d+)_(.+)$/.exec(platform);
            return match?.[3] === machine ? [`${match[1]}.${match[2]}`] : [];
        });
        return needed.toSorted(compareLibcs).slice(0, 1);
    });
    const [floor] = floors.toSorted(compareLibcs);
    if (floor !== undefined)
        return `its wheel needs ${kind} ${floor}, the base has ${version}`;
    const libc = kind === 'musl' ? ' with musl' : '';
    return `no wheel for cp${major}${minor} on ${target.platform}${libc}`;
}


/***/ }),

/***/ 900:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ parseWheelName),
/* harmony export */   g: () => (/* binding */ sdistVersion)
/* harmony export */ });
/* harmony import */ var _names_package_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8931);
/* harmony import */ var _names_package_version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(463);
/** Parses names of an index's files (binary distribution format; source distribution format, PEP 625). */


function parseWheelName(filename) {
    if (!filename.endsWith('.whl'))
        return undefined;
    const parts = filename.slice(0, -'.whl'.length).split('-');
    if (parts.length !== 5 && parts.length !== 6)
        return undefined;
    const [pythons, abis, platforms] = parts.slice(-3).map((set) => set.toLowerCase().split('.'));
    const build = parts.length === 6 ? /^(\d+)(.*)$/.exec(parts[2]) : undefined;
    const version = (0,_names_package_version_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePackageVersion */ .g7)(parts[1].replaceAll('_', '-'));
    if (build === null || !version.ok || parts.includes(''))
        return undefined;
    return {
        name: (0,_names_package_name_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizedName */ .j8)(parts[0]),
        version: version.value,
        ...(build === undefined ? {} : { build: [Number(build[1]), build[2]] }),
        pythons: pythons,
        abis: abis,
        platforms: platforms,
    };
}
const endings = ['.tar.gz', '.zip', '.tgz', '.tar.bz2', '.tar.xz'];
/**
 * The version of a source distribution of this project; undefined for any other file. Old filenames have `-` both in the
 * project's name and in the version, so the name must be known to find where it ends.
 */
function sdistVersion(filename, project) {
    const ending = endings.find((candidate) => filename.toLowerCase().endsWith(candidate));
    if (ending === undefined)
        return undefined;
    const stem = filename.slice(0, -ending.length);
    for (let dash = stem.indexOf('-'); dash !== -1; dash = stem.indexOf('-', dash + 1)) {
        if ((0,_names_package_name_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizedName */ .j8)(stem.slice(0, dash)) !== (0,_names_package_name_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizedName */ .j8)(project))
            continue;
        const version = (0,_names_package_version_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePackageVersion */ .g7)(stem.slice(dash + 1));
        if (version.ok)
            return version.value;
    }
    return undefined;
}


/***/ }),

/***/ 6217:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ie: () => (/* binding */ empty),
/* harmony export */   K0: () => (/* binding */ attach),
/* harmony export */   p$: () => (/* binding */ emptyDescriptor)
/* harmony export */ });
/* harmony import */ var _lists_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6447);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2537);
/* harmony import */ var _publish_tag_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3584);



/** The blob of an artifact without content (image specification, "Guidance for an Empty Descriptor"). */
const empty = new Uint8Array(Buffer.from('{}'));
const emptyDescriptor = {
    mediaType: 'application/vnd.oci.empty.v1+json',
    digest: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(empty),
    size: empty.length,
};
/**
 * Attaches annotations to an image; `RegistryClient.referrers` finds them. Where a registry lacks the referrers API, they
 * are added to the tag in its place. No other tag moves.
 *
 * @throws RegistryProblem.
 */
async function attach(client, repository, { subject, artifactType, annotations }) {
    await client.uploadBlob(repository, { kind: 'bytes', bytes: empty });
    const bytes = jsonOf({
        schemaVersion: 2,
        mediaType: _manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .mediaTypes */ .Ib.ociManifest,
        artifactType,
        config: emptyDescriptor,
        layers: [emptyDescriptor],
        subject: { mediaType: subject.mediaType, digest: subject.digest, size: subject.bytes.length },
        annotations,
    });
    const digest = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(bytes);
    await (0,_publish_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .publishTag */ .q)(client, repository, bytes, _manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .mediaTypes */ .Ib.ociManifest, digest);
    const listed = await client.referrers(repository, subject.digest);
    if (listed.some((referrer) => referrer.digest === digest))
        return digest;
    const descriptor = {
        mediaType: _manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .mediaTypes */ .Ib.ociManifest,
        digest,
        size: bytes.length,
        artifactType,
        annotations,
    };
    await addToTag(client, repository, subject.digest, descriptor);
    return digest;
}
async function addToTag(client, repository, subject, descriptor) {
    const tag = (0,_lists_js__WEBPACK_IMPORTED_MODULE_0__/* .referrersTag */ .LN)(subject);
    const existing = await client.getManifest(repository, tag);
    const manifests = existing === undefined ? [] : ((0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .readContent */ .c_)(existing.bytes).manifests ?? []);
    const bytes = jsonOf({
        schemaVersion: 2,
        mediaType: _manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .mediaTypes */ .Ib.ociIndex,
        manifests: [...manifests, descriptor],
    });
    await (0,_publish_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .publishTag */ .q)(client, repository, bytes, _manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .mediaTypes */ .Ib.ociIndex, tag);
}
const jsonOf = (value) => new Uint8Array(Buffer.from(JSON.stringify(value)));


/***/ }),

/***/ 4567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ RegistryClient)
});

// EXTERNAL MODULE: ./lib/names/reference.js
var names_reference = __webpack_require__(462);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(5217);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/file-failure.js
var file_failure = __webpack_require__(7695);
;// CONCATENATED MODULE: ./lib/registry/blobs.js
/** Downloads a blob to a file. */



async function saveBlob(transport, repository, digest, path) {
    const written = (work) => (0,file_failure/* onFile */.Wl)(path, 'written', work);
    const file = await written(() => (0,promises_.open)(path, 'w'));
    let hash = (0,external_node_crypto_.createHash)('sha256');
    try {
        const answer = await transport({
            method: 'GET',
            repository,
            path: `blobs/${digest}`,
            action: 'pull',
            expect: [200, 404],
            sink: async () => {
                // Each attempt overwrites the file from its start; the handle's own position would go on from the last one.
                hash = (0,external_node_crypto_.createHash)('sha256');
                let position = 0;
                await written(() => file.truncate(0));
                return async (chunk) => {
                    hash.update(chunk);
                    const at = position;
                    await written(() => file.write(chunk, 0, chunk.length, at));
                    position += chunk.length;
                };
            },
            check: ({ status }) => {
                if (status !== 200)
                    return undefined;
                const received = `sha256:${hash.digest('hex')}`;
                return received === digest
                    ? undefined
                    : `sent a blob with the digest ${received} where ${digest} was due`;
            },
        });
        return answer.status === 200;
    }
    finally {
        await written(() => file.close());
    }
}

// EXTERNAL MODULE: ./lib/registry/lists.js
var lists = __webpack_require__(6447);
// EXTERNAL MODULE: ./lib/registry/manifest.js
var manifest = __webpack_require__(2537);
// EXTERNAL MODULE: ./lib/http.js
var http = __webpack_require__(8062);
;// CONCATENATED MODULE: ./lib/registry/challenge.js
/** The WWW-Authenticate header of a registry's 401, and scopes of tokens. */
/** Either a parameter, `key=token` or `key="quoted string"`, or the name of a scheme (RFC 9110, section 5.6). */
const piece = /\s*(?:([\w!#$%&'*+.^`|~-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))|([\w!#$%&'*+.^`|~-]+))\s*,?/y;
/**
 * The challenges of a WWW-Authenticate header (RFC 9110, section 11.6.1), Bearer before Basic. Unknown schemes and a
 * Bearer without a realm are left out.
 */
function parseChallenges(header) {
    const schemes = [];
    piece.lastIndex = 0;
    for (let match = piece.exec(header); match !== null; match = piece.exec(header)) {
        const [, key, quoted, plain, scheme] = match;
        if (scheme !== undefined)
            schemes.push({ scheme: scheme.toLowerCase(), parameters: {} });
        else if (key !== undefined) {
            const current = schemes.at(-1);
            if (current)
                current.parameters[key.toLowerCase()] = quoted?.replace(/\\(.)/g, '$1') ?? plain ?? '';
        }
    }
    const challenges = schemes.flatMap(({ scheme, parameters }) => {
        if (scheme === 'basic')
            return [{ scheme }];
        const { realm, service, scope } = parameters;
        if (scheme !== 'bearer' || realm === undefined)
            return [];
        return [
            { scheme, realm, ...(service !== undefined && { service }), ...(scope !== undefined && { scope }) },
        ];
    });
    return challenges.toSorted((a, b) => b.scheme.localeCompare(a.scheme));
}
/** A scope, `repository:owner/app:pull,push` (distribution's token specification). */
const repositoryScope = (name, actions) => `repository:${name}:${actions}`;
/**
 * Merges scopes: one entry a resource, with all its actions, sorted, so that equal sets of scopes are equal texts and
 * share a token. The registry's own scope is merged in, since it may ask for more than this client does.
 */
function mergeScopes(...scopes) {
    const actions = new Map();
    for (const scope of scopes.flatMap((text) => text?.split(' ') ?? [])) {
        const colon = scope.lastIndexOf(':');
        if (colon < 0)
            continue;
        const allowed = actions.get(scope.slice(0, colon)) ?? new Set();
        for (const action of scope.slice(colon + 1).split(','))
            allowed.add(action);
        actions.set(scope.slice(0, colon), allowed);
    }
    return [...actions]
        .map(([resource, allowed]) => `${resource}:${[...allowed].toSorted().join(',')}`)
        .toSorted();
}

// EXTERNAL MODULE: ./lib/registry/credentials.js
var credentials = __webpack_require__(3560);
// EXTERNAL MODULE: ./lib/registry/errors.js + 1 modules
var errors = __webpack_require__(7011);
// EXTERNAL MODULE: ./lib/registry/file-part.js
var file_part = __webpack_require__(470);
;// CONCATENATED MODULE: ./lib/registry/exchange.js

/** Milliseconds in which this many bytes must be sent, at 50 bytes a millisecond. */
const sendingTime = (bytes) => bytes / 50;
/**
 * Sends one request. Rejects when no answer begins within `stall` milliseconds plus {@link sendingTime} of the body.
 * `read` rejects when the answer's body pauses for `stall`. While a part of a file is sent, a pause of `stall` rejects;
 * after its last chunk the answer has four times that, since the registry has yet to receive and store the whole.
 */
async function exchange(fetch, url, { method, headers, body }, stall) {
    const controller = new AbortController();
    let answered = false;
    let timer;
    const limit = (milliseconds) => {
        clearTimeout(timer);
        // Not unref'd: a process with nothing else to do would end here, without an error.
        timer = setTimeout(() => controller.abort(new Error(`silent for ${Math.round(milliseconds / 1000)} s`)), milliseconds);
    };
    const init = { method, redirect: 'manual', signal: controller.signal };
    const allHeaders = new Headers(headers);
    if (typeof body === 'object' && 'path' in body) {
        const { size } = body;
        allHeaders.set('content-length', String(size));
        limit(stall);
        init.body = (0,file_part/* chunksOf */.U)(body, (bytes) => {
            if (!answered)
                limit(bytes < size ? stall : 4 * stall);
        });
        init.duplex = 'half';
        // With any other value fetch keeps the body for a redirect: a layer would fill the memory.
        init.redirect = 'error';
    }
    else {
        limit(stall + sendingTime(body?.length ?? 0));
        if (body !== undefined)
            init.body = body;
    }
    const response = await fetch(url, { ...init, headers: allHeaders })
        .catch((error) => {
        throw isRedirect(error) ? new TypeError('was redirected, which is not followed with a file') : error;
    })
        .finally(() => {
        answered = true;
        clearTimeout(timer);
    });
    const read = async (sink) => {
        const reader = response.body?.getReader();
        if (reader === undefined)
            return;
        try {
            for (;;) {
                limit(stall);
                const { done, value } = await reader.read().finally(() => clearTimeout(timer));
                if (done)
                    return;
                await sink(value);
            }
        }
        finally {
            await reader.cancel().catch(() => undefined);
        }
    };
    const bytes = async (most) => {
        const chunks = [];
        let length = 0;
        await read((chunk) => {
            length += chunk.length;
            if (length > most)
                throw new TooLarge(most);
            chunks.push(chunk);
        });
        return Buffer.concat(chunks, length);
    };
    return { status: response.status, headers: response.headers, url, read, bytes };
}
const isRedirect = (error) => error instanceof Error && error.cause instanceof Error && error.cause.message === 'unexpected redirect';
class TooLarge extends Error {
    constructor(limit) {
        super(`sent more than ${limit} bytes, which is no manifest or configuration`);
        this.name = 'TooLarge';
    }
}

// EXTERNAL MODULE: ./lib/registry/hosts.js
var hosts = __webpack_require__(5765);
// EXTERNAL MODULE: ./lib/registry/retries.js
var retries = __webpack_require__(9312);
;// CONCATENATED MODULE: ./lib/registry/tokens.js

/** A useless answer to a request for access: to `GET /v2/`, or from the token service. */
class AccessRefused extends Error {
    method;
    status;
    headers;
    url;
    body;
    constructor(method, { status, headers, url }, body) {
        super(`${method} ${url.host} answered ${status}`);
        this.name = 'AccessRefused';
        this.method = method;
        this.status = status;
        this.headers = headers;
        this.url = url;
        this.body = body;
    }
}
const basic = (username, password) => `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
/**
 * Asks the token service: GET with Basic, or POST for identity tokens (distribution, "Token Authentication").
 *
 * @throws AccessRefused where it gives no token, TypeError where it would be asked in plain HTTP.
 */
async function askToken({ origin, fetch, clock, stall }, challenge, scopes, credential) {
    const realm = new URL(challenge.realm);
    if (realm.protocol !== 'https:' && !origin.startsWith('http:'))
        throw new TypeError(`wants its tokens asked for at ${realm.origin}, which is not https`);
    const headers = { accept: 'application/json' };
    let request = { method: 'GET', headers };
    const parameters = new URLSearchParams({ client_id: 'python-image-builder' });
    if (challenge.service !== undefined)
        parameters.set('service', challenge.service);
    if (credential.kind === 'identity') {
        // The OAuth2 form takes one scope parameter, with spaces between scopes.
        if (scopes.length > 0)
            parameters.set('scope', scopes.join(' '));
        parameters.set('grant_type', 'refresh_token');
        parameters.set('refresh_token', credential.token);
        headers['content-type'] = 'application/x-www-form-urlencoded';
        request = { method: 'POST', headers, body: parameters.toString() };
    }
    else {
        for (const scope of scopes)
            parameters.append('scope', scope);
        for (const [key, value] of parameters)
            realm.searchParams.append(key, value);
        if (credential.kind === 'basic')
            headers['authorization'] = basic(credential.username, credential.password);
    }
    const requested = clock.now();
    const answer = await exchange(fetch, realm, request, stall);
    const body = await answer.bytes(1 << 20);
    const token = answer.status === 200 ? readToken(body) : undefined;
    if (token === undefined)
        throw new AccessRefused(request.method, answer, body);
    // 60 s is the specification's default. A token counts as expired a little early, so that it is valid on arrival.
    const lifetime = (token.expires_in ?? 60) * 1000;
    return { value: token.value, expires: requested + lifetime - Math.min(10_000, lifetime / 4) };
}
function readToken(body) {
    try {
        const { token, access_token, expires_in } = JSON.parse(Buffer.from(body).toString('utf8'));
        const value = token ?? access_token;
        if (typeof value !== 'string' || value === '')
            return undefined;
        return { value, ...(typeof expires_in === 'number' && expires_in > 0 && { expires_in }) };
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/registry/session.js
/** The authorization of requests to one registry: its challenge, and its tokens until they expire. */




const keyOf = ({ realm, service }, scopes) => JSON.stringify([realm, service, scopes]);
/** Nothing is asked before the first request, and nothing twice. */
function openRegistrySession({ origin, fetch, clock, stall, findCredential, }) {
    let pending;
    let access;
    const tokens = new Map();
    const credential = () => (pending ??= findCredential());
    const askAccess = async () => {
        const answer = await exchange(fetch, new URL('/v2/', origin), { method: 'GET' }, stall);
        const body = await answer.bytes(1 << 20);
        // The answer of a busy registry says nothing about its access.
        if ((0,http/* isTemporaryStatus */.wA)(answer.status))
            throw new AccessRefused('GET', answer, body);
        if (answer.status === 200)
            return { kind: 'open' };
        const [challenge] = parseChallenges(answer.headers.get('www-authenticate') ?? '');
        // The scope of this first challenge is for no repository of ours: GHCR invents one.
        if (challenge?.scheme === 'bearer')
            return { ...challenge, scope: '' };
        return challenge ?? { kind: 'unclear' };
    };
    const knownAccess = () => {
        access ??= askAccess().catch((error) => {
            access = undefined;
            throw error;
        });
        return access;
    };
    async function authorizationFor(challenge, scopes) {
        if ('kind' in challenge)
            return undefined;
        const user = await credential();
        if (challenge.scheme === 'basic')
            return user.kind === 'basic' ? basic(user.username, user.password) : undefined;
        const merged = mergeScopes(...scopes, challenge.scope);
        const key = keyOf(challenge, merged);
        const ask = () => {
            const requested = askToken({ origin, fetch, clock, stall }, challenge, merged, user);
            tokens.set(key, requested);
            requested.catch(() => tokens.get(key) === requested && tokens.delete(key));
            return requested;
        };
        const known = tokens.get(key);
        let token = await (known === undefined ? ask() : known.catch(() => undefined));
        const isOver = known !== undefined && token !== undefined && token.expires <= clock.now();
        if (token === undefined || isOver) {
            const newer = tokens.get(key);
            // Whoever comes first asks anew, and the others wait for the same answer.
            token = await (newer === undefined || newer === known ? ask() : newer);
        }
        return `Bearer ${token.value}`;
    }
    return {
        origin,
        credential,
        isOpen: async () => {
            const current = await knownAccess();
            return 'kind' in current && current.kind === 'open';
        },
        authorization: async (scopes) => authorizationFor(await knownAccess(), scopes),
        renewed: async (scopes, header, refused) => {
            const [challenge] = parseChallenges(header ?? '');
            if (challenge === undefined)
                return undefined;
            if (challenge.scheme === 'bearer') {
                // One that was refused because more is wanted is still good for what it was given for.
                const key = keyOf(challenge, mergeScopes(...scopes, challenge.scope));
                if (`Bearer ${(await tokens.get(key)?.catch(() => undefined))?.value}` === refused)
                    tokens.delete(key);
            }
            access = Promise.resolve(challenge.scheme === 'bearer' ? { ...challenge, scope: '' } : challenge);
            return authorizationFor(challenge, scopes);
        },
    };
}

;// CONCATENATED MODULE: ./lib/registry/failed-request.js
const withoutSecret = (credential) => credential.kind === 'anonymous'
    ? credential
    : { kind: credential.kind, username: credential.username, from: credential.from };

;// CONCATENATED MODULE: ./lib/registry/transport.js











/** The specification limits manifests to 4 MiB; configurations and lists are of that order. */
const bodyLimit = 32 << 20;
/** Redirects that keep the method; the others would turn a PUT into a GET. */
const keepMethod = new Set([307, 308]);
const redirects = new Set([301, 302, 303, ...keepMethod]);
/** Opens a transport for any number of registries. Each has its own session, so no credential reaches another host. */
function openTransport(world, options = {}) {
    const { fetch, clock, log } = world;
    const { logins = [], budget = http/* usualBudget */.kB, stall = 30_000 } = options;
    const plain = new Set(options.plain);
    const sessions = new Map();
    const sessionOf = (registry) => {
        const existing = sessions.get(registry);
        if (existing)
            return existing;
        const session = openRegistrySession({
            origin: (0,hosts/* originOf */.y)(registry, plain),
            fetch,
            clock,
            stall,
            findCredential: () => (0,credentials/* findCredential */.L)(world, registry, logins),
        });
        sessions.set(registry, session);
        return session;
    };
    async function attempt(request) {
        const session = sessionOf(request.repository.registry);
        const url = new URL(request.path, `${session.origin}/v2/${request.repository.name}/`);
        const context = {
            method: request.method,
            url: url.href,
            repository: request.repository,
            action: request.action,
            credential: withoutSecret(await session.credential()),
        };
        try {
            const scopes = [repositoryScope(request.repository.name, request.action)];
            if (request.alsoPull !== undefined)
                scopes.push(repositoryScope(request.alsoPull, 'pull'));
            let authorization = await session.authorization(scopes);
            let answer = await follow(request, url, session.origin, authorization);
            if (answer.status === 401 && answer.url.origin === session.origin) {
                const renewed = await session.renewed(scopes, answer.headers.get('www-authenticate'), authorization);
                if (renewed !== undefined && renewed !== authorization) {
                    await answer.bytes(bodyLimit);
                    authorization = renewed;
                    answer = await follow(request, url, session.origin, renewed);
                }
            }
            const isReliable = answer.status !== 404 || authorization !== undefined || (await session.isOpen());
            return await readAnswer(request, answer, context, isReliable && answer.url.origin === url.origin);
        }
        catch (error) {
            throw asProblem(error, context);
        }
    }
    /** Follows redirects by hand, because credentials are for the registry's own origin only. */
    async function follow(request, first, origin, authorization) {
        let url = first;
        for (let hops = 0; hops <= 5; hops += 1) {
            const headers = new Headers({ 'accept-encoding': 'identity', ...request.headers });
            if (authorization !== undefined && url.origin === origin)
                headers.set('authorization', authorization);
            const { method, body } = request;
            const answer = await exchange(fetch, url, { method, headers, ...(body && { body }) }, stall);
            const location = answer.headers.get('location');
            const followed = method === 'GET' || method === 'HEAD' ? redirects : keepMethod;
            if (!followed.has(answer.status) || location === null)
                return answer;
            await answer.read(() => undefined);
            const next = new URL(location, url);
            if (url.protocol === 'https:' && next.protocol !== 'https:')
                throw new TypeError(`was redirected from https to ${next.origin}, which is not followed`);
            url = next;
        }
        throw new TypeError('was redirected more than five times');
    }
    async function readAnswer(request, exchanged, context, isReliable) {
        const { status, headers, url } = exchanged;
        const expected = request.expect.includes(status) && (status !== 404 || isReliable);
        const sink = expected && status < 300 ? await request.sink?.() : undefined;
        if (sink)
            await exchanged.read(sink);
        const body = sink ? new Uint8Array() : await exchanged.bytes(bodyLimit);
        const answer = { status, headers, url, body };
        if (expected) {
            const what = request.check?.(answer);
            if (what === undefined)
                return answer;
            throw new errors/* RegistryProblem */.Ne({ ...context, status, what, temporary: true });
        }
        throw refusal(context, answer, isReliable);
    }
    function refusal(context, answer, isFromRegistry) {
        const { status, headers, url } = answer;
        const codes = (0,errors/* parseErrors */.Rb)(answer.body);
        const retryAfter = (0,http/* parseRetryAfter */.mu)(headers.get('retry-after'), clock.now());
        // A blob store refuses a signed address that has expired: asked again, the registry gives a new one.
        const isExpired = !isFromRegistry && status === 403;
        return new errors/* RegistryProblem */.Ne({
            ...context,
            url: url.href,
            status,
            codes,
            temporary: isExpired || (0,errors/* isTemporaryAnswer */._j)(status, codes, headers),
            ...(retryAfter !== undefined &&
                ((0,errors/* isRateLimit */.a5)(status, codes, headers) || status >= 500) && { retryAfter }),
        });
    }
    function asProblem(error, context) {
        if (error instanceof errors/* RegistryProblem */.Ne)
            return error;
        // The file that is sent or written failed, not the registry.
        const file = (0,file_failure/* fileFailureWithin */.m6)(error);
        if (file !== undefined)
            return file;
        if (error instanceof AccessRefused)
            return refusal({ ...context, method: error.method, during: context.method }, error, true);
        if (error instanceof TooLarge || (error instanceof TypeError && error.cause === undefined))
            return new errors/* RegistryProblem */.Ne({ ...context, what: error.message, temporary: false });
        return new errors/* RegistryProblem */.Ne({ ...context, ...(0,errors/* describeRejection */.xz)(error) });
    }
    return (request) => (0,http/* withRetries */.LH)(() => attempt(request), {
        clock,
        budget: request.once ? { ...budget, attempts: 1 } : budget,
        again: retries/* retryTemporary */.yG,
        onWait: (error, wait) => log.debug(`${error.message} Asking again in ${Math.round(wait)} ms.`),
        giveUp: retries/* withTried */.Dc,
    });
}

;// CONCATENATED MODULE: ./lib/registry/uploads.js
/** Puts a blob into a repository: it is there already, is mounted from another repository, or is uploaded in one piece. */




/**
 * Sends HEAD; a POST that mounts or starts an upload; PUT of the whole (distribution specification, "Mounting a blob
 * from another repository", "Monolithic upload"). A failed upload starts again with the HEAD, which also finds a blob
 * that arrived although the answer to its PUT was lost.
 */
async function placeBlob(transport, { clock, budget = http/* usualBudget */.kB }, repository, { digest, size, source, mountFrom = [] }) {
    const common = { repository, action: 'pull,push' };
    const opened = {};
    // A large blob takes long to send, and gets as many attempts as a small one.
    const time = budget.time + sendingTime(size);
    try {
        return await (0,retries/* withPutRetries */.ag)(clock, { ...budget, time }, async (attempt) => {
            const path = `blobs/${digest}`;
            const existing = await transport({ ...common, method: 'HEAD', path, expect: [200, 404] });
            if (existing.status === 200)
                return attempt === 1 ? 'there' : 'uploaded';
            const upload = (await mountFirst(transport, repository, digest, mountFrom)) ??
                (await startUpload(transport, repository));
            if (upload.status === 201)
                return 'mounted';
            const location = locationOf(upload);
            location.searchParams.set('digest', digest);
            const sent = await (opened.source ??= source());
            await transport({
                ...common,
                method: 'PUT',
                path: location,
                headers: { 'content-type': 'application/octet-stream' },
                body: sent.kind === 'bytes' ? sent.bytes : sent.part,
                expect: [201, 204],
                once: true,
            }).catch(retryForgottenUpload);
            return 'uploaded';
        });
    }
    finally {
        const sent = await opened.source?.catch(() => undefined);
        if (sent?.kind === 'file')
            await sent.discard?.();
    }
}
const startUpload = (transport, repository) => transport({
    method: 'POST',
    repository,
    path: 'blobs/uploads/',
    action: 'pull,push',
    expect: [202],
    check: requireLocation,
});
/** Asks to mount a blob: 201 where it was mounted, 202 where the registry started an upload instead. */
const requestMount = (transport, repository, from, digest) => transport({
    method: 'POST',
    repository,
    path: `blobs/uploads/?${new URLSearchParams({ mount: digest, from: from.name }).toString()}`,
    action: 'pull,push',
    alsoPull: from.name,
    expect: [201, 202],
    check: (answer) => (answer.status === 202 ? requireLocation(answer) : undefined),
});
/** Cancels an upload. A refusal is ignored, since registries expire uploads by themselves. */
async function cancelUpload(transport, repository, started) {
    const location = locationOf(started);
    if (location === undefined)
        return;
    const common = { method: 'DELETE', repository, path: location, action: 'pull,push', once: true };
    await transport({ ...common, expect: [200, 202, 204] }).catch(() => undefined);
}
async function mountFirst(transport, repository, digest, neighbours) {
    let upload;
    for (const from of neighbours) {
        if (from.registry !== repository.registry || from.name === repository.name)
            continue;
        if (upload)
            await cancelUpload(transport, repository, upload);
        upload = await requestMount(transport, repository, from, digest).catch(undefinedIfRefused);
        if (upload?.status === 201)
            return upload;
    }
    return upload;
}
/** A mount may be refused: this user may not read the other repository, or the registry does not mount. */
function undefinedIfRefused(error) {
    if (!(error instanceof errors/* RegistryProblem */.Ne) || error.temporary || error.status === undefined)
        throw error;
}
/** Makes a PUT temporary that failed because the registry no longer knows the upload (BLOB_UPLOAD_UNKNOWN). */
function retryForgottenUpload(error) {
    const forgotten = error instanceof errors/* RegistryProblem */.Ne && error.method === 'PUT' && error.status === 404;
    throw forgotten ? new errors/* RegistryProblem */.Ne({ ...error.request, temporary: true }) : error;
}
const requireLocation = (answer) => locationOf(answer) ? undefined : 'started an upload without saying where';
function locationOf(answer) {
    const location = answer.headers.get('location');
    return location === null ? undefined : new URL(location, answer.url);
}

;// CONCATENATED MODULE: ./lib/registry/client.js






/**
 * A client of any number of registries. Every method throws {@link RegistryProblem} where it gets no answer. It gives
 * undefined for a 404 that can be believed: to an authenticated user, or from a registry that answers everybody. The
 * digest of everything that is read is checked.
 */
class RegistryClient {
    #transport;
    world;
    options;
    constructor(world, options = {}) {
        this.world = world;
        this.options = options;
        this.#transport = openTransport(world, options);
    }
    async headManifest(repository, reference) {
        const answer = await this.#transport({
            method: 'HEAD',
            repository,
            path: `manifests/${reference}`,
            action: 'pull',
            headers: { accept: manifest/* acceptManifests */.Pl },
            expect: [200, 404],
        });
        if (answer.status === 404)
            return undefined;
        const digest = digestHeader(answer);
        // Some registries send no digest in answer to a HEAD.
        if (digest === undefined)
            return this.getManifest(repository, reference).then((received) => received && (0,manifest/* descriptorOf */.nb)(received));
        return {
            mediaType: mediaTypeOf(answer),
            digest,
            size: Number(answer.headers.get('content-length') ?? 0),
        };
    }
    /** The manifest, checked against the digest that was requested, or else against the registry's header. */
    async getManifest(repository, reference) {
        const requested = (0,names_reference/* parseDigest */.m)(reference);
        const answer = await this.#transport({
            method: 'GET',
            repository,
            path: `manifests/${reference}`,
            action: 'pull',
            headers: { accept: manifest/* acceptManifests */.Pl },
            expect: [200, 404],
            check: (received) => {
                if (received.status !== 200)
                    return undefined;
                const expected = requested.ok ? requested.value : digestHeader(received);
                const fault = expected === undefined ? undefined : mismatch(received.body, expected);
                return fault ?? (isManifest(received.body) ? undefined : 'sent something that is no manifest');
            },
        });
        if (answer.status === 404)
            return undefined;
        return {
            mediaType: mediaTypeOf(answer),
            digest: (0,manifest/* digestOf */.ol)(answer.body),
            bytes: new Uint8Array(answer.body),
        };
    }
    /**
     * Writes a manifest in one attempt. Callers use {@link publishTag}, which finds out whether a manifest was written
     * whose answer was lost.
     */
    async putManifest(repository, reference, { bytes, mediaType }) {
        const digest = (0,manifest/* digestOf */.ol)(bytes);
        await this.#transport({
            method: 'PUT',
            repository,
            path: `manifests/${reference}`,
            action: 'pull,push',
            headers: { 'content-type': mediaType },
            body: bytes,
            expect: [200, 201, 202],
            check: (answer) => {
                const stored = digestHeader(answer);
                return stored === undefined || stored === digest
                    ? undefined
                    : `stored ${stored} where ${digest} was sent`;
            },
            once: true,
        });
        return digest;
    }
    /** Removes a manifest and every tag that points at it; false when it is absent. */
    async deleteManifest(repository, digest) {
        const answer = await this.#transport({
            method: 'DELETE',
            repository,
            path: `manifests/${digest}`,
            action: 'pull,push,delete',
            expect: [200, 202, 204, 404],
        });
        return answer.status !== 404;
    }
    async headBlob(repository, digest) {
        const path = `blobs/${digest}`;
        const answer = await this.#transport({
            method: 'HEAD',
            repository,
            path,
            action: 'pull',
            expect: [200, 404],
        });
        return answer.status === 404 ? undefined : Number(answer.headers.get('content-length') ?? 0);
    }
    /** A small blob, in memory; layers go through {@link saveBlob}. */
    async getBlob(repository, digest) {
        const answer = await this.#transport({
            method: 'GET',
            repository,
            path: `blobs/${digest}`,
            action: 'pull',
            expect: [200, 404],
            check: (received) => (received.status === 200 ? mismatch(received.body, digest) : undefined),
        });
        return answer.status === 404 ? undefined : answer.body;
    }
    /** Writes a blob of any size to a file, and overwrites what is there; false when there is no such blob. */
    saveBlob(repository, digest, path) {
        return saveBlob(this.#transport, repository, digest, path);
    }
    placeBlob(repository, placing) {
        const { budget } = this.options;
        return placeBlob(this.#transport, { clock: this.world.clock, budget }, repository, placing);
    }
    uploadBlob(repository, source) {
        const [digest, size] = source.kind === 'bytes'
            ? [(0,manifest/* digestOf */.ol)(source.bytes), source.bytes.length]
            : [source.digest, source.part.size];
        return this.placeBlob(repository, { digest, size, source: () => Promise.resolve(source) });
    }
    /** Mounts a blob from another repository of the same registry; false when it must be copied. */
    async mountBlob(repository, from, digest) {
        if (from.registry !== repository.registry)
            return false;
        const answer = await requestMount(this.#transport, repository, from, digest);
        if (answer.status === 202)
            await cancelUpload(this.#transport, repository, answer);
        return answer.status === 201;
    }
    /** Starts an upload and cancels it: throws, with the missing grant, when this user may not push here. */
    async probeWrite(repository) {
        await cancelUpload(this.#transport, repository, await startUpload(this.#transport, repository));
    }
    listTags(repository) {
        return (0,lists/* listTags */.cB)(this.#transport, repository);
    }
    referrers(repository, digest, artifactType) {
        return (0,lists/* referrers */.RB)(this.#transport, repository, digest, artifactType);
    }
}
const mediaTypeOf = (answer) => (answer.headers.get('content-type') ?? '').split(';')[0].trim();
function digestHeader(answer) {
    const digest = (0,names_reference/* parseDigest */.m)(answer.headers.get('docker-content-digest') ?? '');
    return digest.ok ? digest.value : undefined;
}
/** Tells a manifest from a page of a proxy or a login, which come with 200 too. */
function isManifest(bytes) {
    try {
        (0,manifest/* readContent */.c_)(bytes);
        return true;
    }
    catch {
        return false;
    }
}
function mismatch(bytes, expected) {
    const digest = (0,manifest/* digestOf */.ol)(bytes);
    return digest === expected
        ? undefined
        : `sent ${bytes.length} bytes with the digest ${digest} where ${expected} was due`;
}


/***/ }),

/***/ 3560:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ findCredential),
/* harmony export */   y: () => (/* binding */ clientFolder)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _file_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7695);
/* harmony import */ var _home_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7673);



const anonymous = { kind: 'anonymous' };
/** Docker Hub's key in config.json is still the address of its first API. */
const dockerHubKey = 'https://index.docker.io/v1/';
const dockerHubKeys = [dockerHubKey, 'docker.io', 'index.docker.io', 'registry-1.docker.io'];
const hostOf = (key) => key
    .replace(/^https?:\/\//, '')
    .replace(/\/.*$/, '')
    .toLowerCase();
function lookUp(table, registry) {
    if (table === undefined)
        return undefined;
    const keys = registry === 'docker.io' ? dockerHubKeys : [registry];
    const exact = keys.find((key) => Object.hasOwn(table, key));
    if (exact !== undefined)
        return table[exact];
    const hosts = new Set(keys.map(hostOf));
    return Object.entries(table).find(([key]) => hosts.has(hostOf(key)))?.[1];
}
const clientFolder = (env) => env['DOCKER_CONFIG'] || (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,_home_js__WEBPACK_IMPORTED_MODULE_2__/* .homeOf */ .l)(env), '.docker');
/**
 * The credential for one exact host (`docker.io` stands for Docker Hub's several). The inputs come first; then
 * config.json in DOCKER_CONFIG or ~/.docker: the helper for this host, the store for all, then the file itself.
 * An unreadable source is logged and skipped: many images need no credential.
 */
async function findCredential(world, registry, logins = []) {
    const login = logins.find((candidate) => candidate.registry === registry);
    if (login)
        return { kind: 'basic', username: login.username, password: login.password, from: 'the inputs' };
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(clientFolder(world.env), 'config.json');
    const config = await readConfig(world, path);
    const helper = lookUp(config.credHelpers, registry) ?? config.credsStore;
    const fromHelper = helper ? await askHelper(world, helper, registry) : undefined;
    return fromHelper ?? fromEntry(world, lookUp(config.auths, registry), path, registry) ?? anonymous;
}
async function readConfig(world, path) {
    const text = await world.files
        .read(path)
        .catch((0,_file_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .unlessRefused */ .J0)(({ fact }) => world.log.warn(`No credentials are taken from there: ${fact}.`)));
    if (text === undefined || text.trim() === '')
        return {};
    try {
        const config = JSON.parse(text);
        if (typeof config === 'object' && config !== null)
            return config;
    }
    catch {
        // The parser's message may quote the file, and a secret with it.
    }
    world.log.warn(`${path} is not readable as JSON, so no credentials are taken from it. "docker login" writes it anew.`);
    return {};
}
async function askHelper(world, helper, registry) {
    const program = `docker-credential-${helper}`;
    const server = registry === 'docker.io' ? dockerHubKey : registry;
    const ran = await world.run({ program, args: ['get'], input: server }, { timeout: 30_000 });
    if (ran.code !== 0) {
        // A helper without an entry for this host is the usual case, and not worth a warning.
        if (/credentials not found/i.test(ran.stdout + ran.stderr))
            return undefined;
        const why = ran.code === 127 ? 'is not installed' : `ended with exit code ${ran.code}`;
        world.log.warn(`${program}, which Docker's config.json names for ${registry}, ${why}: going on without it.`);
        return undefined;
    }
    try {
        const { Username: username = '', Secret: secret = '' } = JSON.parse(ran.stdout);
        if (secret === '')
            return undefined;
        // By the helpers' protocol this user name means that the secret is an identity token.
        if (username === '<token>')
            return { kind: 'identity', username, token: secret, from: program };
        return { kind: 'basic', username, password: secret, from: program };
    }
    catch {
        world.log.warn(`${program} gave something that is not JSON for ${registry}: going on without it.`);
        return undefined;
    }
}
function fromEntry(world, entry, from, registry) {
    if (entry === undefined)
        return undefined;
    const pair = Buffer.from(entry.auth ?? '', 'base64')
        .toString('utf8')
        .replace(/\0+$/, '');
    const colon = pair.indexOf(':');
    const username = entry.username ?? pair.slice(0, Math.max(colon, 0));
    const password = entry.password ?? pair.slice(colon + 1);
    if (entry.identitytoken)
        return { kind: 'identity', username, token: entry.identitytoken, from };
    if (username !== '' && password !== '')
        return { kind: 'basic', username, password, from };
    if (entry.auth)
        world.log.warn(`${from} has an entry for ${registry} that is not "user:password" in base64: passed over.`);
    return undefined;
}


/***/ }),

/***/ 7011:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ne: () => (/* binding */ RegistryProblem),
  xz: () => (/* binding */ describeRejection),
  a5: () => (/* binding */ isRateLimit),
  _j: () => (/* binding */ isTemporaryAnswer),
  Rb: () => (/* binding */ parseErrors)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(2409);
// EXTERNAL MODULE: ./lib/http.js
var http = __webpack_require__(8062);
// EXTERNAL MODULE: ./lib/names/reference.js
var reference = __webpack_require__(462);
;// CONCATENATED MODULE: ./lib/registry/grants.js

const grants = {
    'ghcr.io': {
        pull: 'A private package needs "permissions: packages: read" in the workflow and, when another repository pushed it, this repository under "Manage Actions access" in the package\'s settings; a personal access token (classic) needs the scope read:packages.',
        push: 'Give the job "permissions: packages: write" (and allow writing under the settings of Actions, where an organization forbids it). When the package was first pushed by hand or from another repository, also add this repository with the role Write under "Manage Actions access" in the package\'s settings. A personal access token (classic) needs the scope write:packages.',
    },
    'docker.io': {
        pull: 'Docker Hub answers alike for private and for missing repositories: check the name; a private one needs a login whose access token may read.',
        push: 'Docker Hub needs an access token with the scope "Read & Write" of an account that may push there, and does not make organizations: check the name too.',
    },
};
function waysOut(request) {
    const { status, codes = [], temporary, repository, action, credential, during } = request;
    const { registry } = repository;
    const isRefused = status === 401 || status === 403;
    if (status === 429 || (isRefused && temporary))
        return credential.kind === 'anonymous'
            ? `${registry} limits how often it may be asked, and asks without a login share one allowance with everybody behind the same address: log in, or use a mirror.`
            : `${registry} limits how often ${userText(request)} may ask: run fewer jobs at once, or later.`;
    // A token service that knows the user gives a token of fewer rights rather than a 401.
    if (status === 401 && during !== undefined && credential.kind !== 'anonymous')
        return `${registry} did not accept the credentials of the user ${JSON.stringify(credential.username)} (from ${credential.from}): check the name and the password, and whether an access token has run out.`;
    if (isRefused) {
        const access = action === 'pull' ? 'pull' : 'push';
        const grant = grants[registry]?.[access] ??
            `Use an account that may ${access} there: "docker login ${registry}" before, or, where it is the registry of the input registry, the inputs registry_username and registry_password.`;
        const whether = access === 'pull' ? ' Whether the image exists cannot be known.' : '';
        return `${registry} did not let ${userText(request)} ${access === 'pull' ? 'read' : 'write'} ${(0,reference/* repositoryText */.g_)(repository)}.${whether} ${grant}`;
    }
    if (action === 'pull,push,delete' && (status === 405 || codes.some(({ code }) => code === 'UNSUPPORTED')))
        return `${registry} does not allow deletion over the registry's API: remove the tags on its own pages or with its own API.`;
    if ((status === 405 || status === 501) && action !== 'pull')
        return `${registry} takes no writes: it is read-only, in maintenance, or a mirror that only serves pulls. Push to another registry, or ask who runs it.`;
    if (status === 404 && codes.length === 0)
        return 'Check the name of the registry and of the repository.';
    if (temporary)
        return 'The fault is on the way to the registry or in it: run again later.';
    return '';
}
function userText({ credential, repository }) {
    if (credential.kind === 'anonymous')
        return `an anonymous user (neither the inputs nor Docker's config.json have credentials for ${repository.registry})`;
    return `the user ${JSON.stringify(credential.username)} (credentials from ${credential.from})`;
}

;// CONCATENATED MODULE: ./lib/registry/errors.js




class RegistryProblem extends errors/* Failure */.HR {
    method;
    /** Without user, password and query: a signed URL is a secret. */
    url;
    status;
    codes;
    temporary;
    request;
    constructor(request) {
        super([{ station: 'registry', about: (0,reference/* repositoryText */.g_)(request.repository), message: messageOf(request) }]);
        this.name = 'RegistryProblem';
        this.method = request.method;
        this.url = redact(request.url);
        this.status = request.status;
        this.codes = request.codes ?? [];
        this.temporary = request.temporary;
        this.request = request;
    }
}
function redact(url) {
    const { protocol, host, pathname, search } = new URL(url);
    return `${protocol}//${host}${pathname}${search === '' ? '' : '?…'}`;
}
/** Registries answer 429 beyond a rate limit; GitHub's also answers 403, told apart by a header or its message. */
const isRateLimit = (status, codes, headers) => status === 429 ||
    (status === 403 &&
        (headers.get('x-ratelimit-remaining') === '0' ||
            codes.some(({ code, message }) => code === 'TOOMANYREQUESTS' || /rate limit/i.test(message))));
const isTemporaryAnswer = (status, codes, headers) => (0,http/* isTemporaryStatus */.wA)(status) || isRateLimit(status, codes, headers);
function parseErrors(body) {
    try {
        const { errors, message } = JSON.parse(Buffer.from(body).toString('utf8'));
        if (!Array.isArray(errors))
            return typeof message === 'string' ? [{ code: '', message }] : [];
        return errors.map((entry) => ({
            code: oneLine(entry?.code),
            message: oneLine(entry?.message),
        }));
    }
    catch {
        return [];
    }
}
const oneLine = (text) => (typeof text === 'string' ? text : '')
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, 300);
function messageOf(request) {
    const { method, url, status, codes = [], what, repository, tried, retryAfter } = request;
    const reported = codes.map(({ code, message }) => [code, message].filter(Boolean).join(' ')).join('; ');
    const answer = [status === undefined ? '' : `answered ${status}`, what ?? '', reported && `(${reported})`];
    const wait = retryAfter === undefined ? '' : ` It asks to wait ${Math.ceil(retryAfter / 1000)} s.`;
    const times = tried === undefined || tried.attempts < 2
        ? ''
        : ` This was tried ${tried.attempts} times in ${Math.round(tried.milliseconds / 1000)} s.`;
    return (`${(0,reference/* repositoryText */.g_)(repository)}: ${method} ${redact(url)} ${answer.filter(Boolean).join(' ')}.` +
        `${wait}${times} ${waysOut(request)}`).trimEnd();
}
/** Codes of Node's network errors that a retry cannot mend, and the meaning of each. */
const lasting = {
    ENOTFOUND: 'found no such host',
    ERR_INVALID_URL: 'is not an address',
};
function describeRejection(error) {
    let cause = error;
    while (cause instanceof Error && cause.cause instanceof Error)
        cause = cause.cause;
    const code = cause?.code ?? '';
    if (lasting[code] !== undefined)
        return { what: lasting[code], temporary: false };
    if (/CERT|SELF_SIGNED|UNABLE_TO/.test(code))
        return {
            what: `met a certificate that is not trusted here (${code}); where a company has its own authority, NODE_EXTRA_CA_CERTS names its PEM file`,
            temporary: false,
        };
    const message = (cause instanceof Error ? oneLine(cause.message) : oneLine(String(cause))).replace(/\.$/, '');
    // The ports that browsers refuse (Fetch Standard, "Port blocking"), of which Node has only these words.
    if (message === 'bad port')
        return { what: 'was not asked, since its port is one that HTTP clients refuse', temporary: false };
    // Node tells a proxy's refusal by this message alone.
    const proxy = /Proxy response \((\d+)\)/.exec(message)?.[1];
    if (proxy !== undefined)
        return {
            what: `was stopped by the proxy of HTTPS_PROXY or HTTP_PROXY, which answered ${proxy}; ${proxy === '407' ? 'its address there must have a user and a password' : 'it must allow this host, or NO_PROXY must name it'}`,
            temporary: (0,http/* isTemporaryStatus */.wA)(Number(proxy)),
        };
    return { what: `got no whole answer: ${[code, message].filter(Boolean).join(' ')}`, temporary: true };
}


/***/ }),

/***/ 470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ chunksOf),
/* harmony export */   o: () => (/* binding */ readPart)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var _file_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7695);



async function readPart({ path, offset, size }) {
    return (0,_file_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .onFile */ .Wl)(path, 'read', async () => {
        const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path);
        try {
            const bytes = new Uint8Array(size);
            let read = 0;
            for (let count = -1; count !== 0 && read < size; read += count) {
                ({ bytesRead: count } = await file.read(bytes, read, size - read, offset + read));
            }
            return bytes.subarray(0, read);
        }
        finally {
            await file.close();
        }
    });
}
/** Reads the part in chunks. `onChunk` gets the number of bytes so far, as each chunk is consumed. */
async function* chunksOf({ path, offset, size }, onChunk) {
    if (size === 0)
        return;
    let bytes = 0;
    try {
        for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(path, { start: offset, end: offset + size - 1 })) {
            bytes += chunk.length;
            onChunk(bytes);
            yield chunk;
        }
    }
    catch (error) {
        throw (0,_file_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .fileFailure */ .fE)(error, path, 'read') ?? error;
    }
}


/***/ }),

/***/ 6447:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LN: () => (/* binding */ referrersTag),
/* harmony export */   RB: () => (/* binding */ referrers),
/* harmony export */   cB: () => (/* binding */ listTags)
/* harmony export */ });
/* harmony import */ var _names_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(462);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7011);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2537);



/** More pages than any repository has: a registry's links may form a circle. */
const mostPages = 1000;
/** Follows `Link: <…>; rel="next"` (RFC 8288); undefined where the first page is absent. */
async function pages(transport, repository, first, parse, isAbsent = ({ status }) => status === 404) {
    const answers = [];
    let path = first;
    for (const seen = new Set(); path !== undefined && answers.length < mostPages;) {
        const answer = await transport({
            method: 'GET',
            repository,
            path,
            action: 'pull',
            headers: { accept: `${_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .mediaTypes */ .Ib.ociIndex}, application/json` },
            expect: [200, 404],
            check: (page) => (isAbsent(page) ? undefined : parseFault(page.body, parse)),
        });
        if (isAbsent(answer))
            return answers.length === 0 ? undefined : answers;
        answers.push(answer);
        seen.add(String(path));
        const next = nextOf(answer);
        path = next === undefined || seen.has(next.href) ? undefined : next;
    }
    return answers;
}
function parseFault(body, parse) {
    try {
        parse(body);
        return undefined;
    }
    catch {
        return 'sent a list that cannot be read';
    }
}
function nextOf(answer) {
    const link = answer.headers.get('link') ?? '';
    for (const [, target, parameters] of link.matchAll(/<([^>]*)>((?:\s*;\s*[^,;]+)*)/g))
        if (/;\s*rel\s*=\s*"?next"?/i.test(parameters))
            return new URL(target, answer.url);
    return undefined;
}
const readTags = (body) => (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .readContent */ .c_)(body).tags ?? [];
async function listTags(transport, repository) {
    const answers = await pages(transport, repository, 'tags/list?n=1000', readTags);
    const tags = answers?.flatMap(({ body }) => readTags(body)).map(_names_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseTag */ .ED);
    return tags && [...new Set(tags.flatMap((tag) => (tag.ok ? [tag.value] : [])))];
}
/** The tag in place of the referrers API (distribution specification, "Referrers Tag Schema"). */
const referrersTag = (subject) => subject.replace(':', '-');
/**
 * Reads the referrers API, or the tag in its place where a registry lacks the API: it answers 404, another refusal, or a
 * redirect to a web page.
 */
async function referrers(transport, repository, digest, artifactType) {
    const query = artifactType === undefined ? '' : `?${new URLSearchParams({ artifactType }).toString()}`;
    const list = pages(transport, repository, `referrers/${digest}${query}`, _manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .readContent */ .c_, lacksReferrers);
    const answers = (await list.catch(undefinedIfRefused)) ?? [
        await transport({
            method: 'GET',
            repository,
            path: `manifests/${referrersTag(digest)}`,
            action: 'pull',
            headers: { accept: _manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .acceptManifests */ .Pl },
            expect: [200, 404],
            check: (page) => (page.status === 200 ? parseFault(page.body, _manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .readContent */ .c_) : undefined),
        }),
    ];
    return answers
        .filter(({ status }) => status === 200)
        .flatMap(({ body }) => (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .readContent */ .c_)(body).manifests ?? [])
        .filter((descriptor) => artifactType === undefined || descriptor.artifactType === artifactType);
}
const lacksReferrers = ({ status, headers }) => status === 404 || /^text\/html\b/i.test(headers.get('content-type') ?? '');
function undefinedIfRefused(error) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryProblem */ .Ne && !error.temporary)
        return undefined;
    throw error;
}


/***/ }),

/***/ 2537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ib: () => (/* binding */ mediaTypes),
/* harmony export */   Pl: () => (/* binding */ acceptManifests),
/* harmony export */   Wt: () => (/* binding */ platformsOf),
/* harmony export */   c_: () => (/* binding */ readContent),
/* harmony export */   nb: () => (/* binding */ descriptorOf),
/* harmony export */   nw: () => (/* binding */ isIndex),
/* harmony export */   ol: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5217);
/* harmony import */ var _names_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(462);
/* harmony import */ var _names_platform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9472);
/** Manifests and indexes, as bytes and as values. The digest is of the bytes, so a value is never serialised again. */



const mediaTypes = {
    ociIndex: 'application/vnd.oci.image.index.v1+json',
    ociManifest: 'application/vnd.oci.image.manifest.v1+json',
    dockerList: 'application/vnd.docker.distribution.manifest.list.v2+json',
    dockerManifest: 'application/vnd.docker.distribution.manifest.v2+json',
};
/** The Accept header. It names all four media types: a registry converts or denies a manifest of one that is missing. */
const acceptManifests = Object.values(mediaTypes).join(', ');
const descriptorOf = ({ mediaType, digest, bytes }) => ({
    mediaType,
    digest,
    size: bytes.length,
});
const digestOf = (bytes) => `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex')}`;
const isIndex = (mediaType) => mediaType === mediaTypes.ociIndex || mediaType === mediaTypes.dockerList;
/** Parses a manifest or an index. @throws SyntaxError where the bytes are no JSON object. */
function readContent(bytes) {
    const content = JSON.parse(Buffer.from(bytes).toString('utf8'));
    if (typeof content !== 'object' || content === null || Array.isArray(content))
        throw new SyntaxError('a manifest is a JSON object');
    return content;
}
/**
 * The images of an index, in its order. Attestations (BuildKit's, marked by `vnd.docker.reference.type`) and
 * platforms that no official Python image is made for (Windows) are left out. Empty for a plain manifest.
 */
function platformsOf(bytes) {
    return (readContent(bytes).manifests ?? []).flatMap((descriptor) => {
        if (descriptor.annotations?.['vnd.docker.reference.type'] !== undefined)
            return [];
        const platform = descriptor.platform && (0,_names_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .platformOfDescriptor */ .KZ)(descriptor.platform);
        const digest = (0,_names_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDigest */ .m)(descriptor.digest);
        if (platform === undefined || !digest.ok)
            return [];
        return [{ platform, digest: digest.value, mediaType: descriptor.mediaType, size: descriptor.size }];
    });
}


/***/ }),

/***/ 3584:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ publishTag)
/* harmony export */ });
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2537);
/* harmony import */ var _retries_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9312);


/**
 * Puts a manifest under a tag, or under its own digest. After a lost answer it reads the tag back, and puts the manifest
 * again only where the tag does not point at it.
 *
 * @throws RegistryProblem.
 */
async function publishTag(client, repository, bytes, mediaType, tag) {
    const digest = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(bytes);
    return (0,_retries_js__WEBPACK_IMPORTED_MODULE_1__/* .withPutRetries */ .ag)(client.world.clock, client.options.budget, async (attempt) => {
        if (attempt > 1) {
            const current = await client.headManifest(repository, tag);
            if (current?.digest === digest)
                return digest;
        }
        return client.putManifest(repository, tag, { bytes, mediaType });
    });
}


/***/ }),

/***/ 9343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   l5: () => (/* binding */ parseRegistry)
/* harmony export */ });
/* unused harmony export referenceText */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2409);
/* harmony import */ var _names_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(462);
/**
 * References as people write them: `python:3.13-slim`, `ghcr.io/owner/app@sha256:…`, `localhost:5000/app`. By hand, with
 * the grammar of Go's distribution/reference, so that an error says which rule was broken.
 */


const dockerHubNames = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io']);
const component = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const host = /^(?:\[[0-9a-fA-F:]+\]|[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*)(?::(\d+))?$/;
const shown = (text) => JSON.stringify(text.length > 120 ? `${text.slice(0, 120)}…` : text);
/**
 * Parses `[registry/]name[:tag][@digest]`. A first part is a registry when it has a `.` or a `:` or is
 * `localhost`, as Docker tells them apart; without one it is Docker Hub, whose one-part names are in `library`.
 * Names follow the distribution specification, "Pulling manifests".
 */
function parseReference(text) {
    const at = text.indexOf('@');
    const digest = at < 0 ? undefined : (0,_names_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDigest */ .m)(text.slice(at + 1));
    const name = at < 0 ? text : text.slice(0, at);
    // A colon before the last slash belongs to the registry's port.
    const colon = name.indexOf(':', name.lastIndexOf('/') + 1);
    const tag = colon < 0 ? undefined : (0,_names_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTag */ .ED)(name.slice(colon + 1));
    const repository = parseRepository(colon < 0 ? name : name.slice(0, colon));
    if (!repository.ok)
        return repository;
    if (tag?.ok === false)
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`reference ${shown(text)}: ${tag.message}`);
    if (digest?.ok === false)
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`reference ${shown(text)}: ${digest.message}`);
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)({
        repository: repository.value,
        ...(tag && { tag: tag.value }),
        ...(digest && { digest: digest.value }),
    });
}
function parseRepository(text) {
    const slash = text.indexOf('/');
    const first = slash < 0 ? '' : text.slice(0, slash);
    const hasRegistry = /[.:]/.test(first) || first === 'localhost';
    if (!hasRegistry)
        return repositoryIn('docker.io', text, text);
    const registry = parseRegistry(first);
    return registry.ok ? repositoryIn(registry.value, text.slice(slash + 1), text) : registry;
}
/** Parses a registry's host with its port, `ghcr.io` or `127.0.0.1:5000`; Docker Hub's names become `docker.io`. */
function parseRegistry(text) {
    const match = host.exec(text);
    const port = match?.[1] === undefined ? 443 : Number(match[1]);
    if (match === null || port < 1 || port > 65535)
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`registry ${shown(text)} is not valid: a registry is a host name and, where needed, a port from 1 to 65535, like "ghcr.io" or "localhost:5000", without "https://" and without a path.`);
    const lower = text.toLowerCase();
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(dockerHubNames.has(lower) ? 'docker.io' : lower);
}
function repositoryIn(registry, name, written) {
    if (/[A-Z]/.test(name))
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`repository ${shown(written)} has upper-case letters: a repository's name is lower case only. Write ${shown(name.toLowerCase())}.`);
    const parts = name.split('/');
    const wrong = parts.find((part) => !component.test(part));
    if (wrong !== undefined)
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`repository ${shown(written)} is not valid at ${shown(wrong)}: each part between slashes is lower-case letters and digits, joined by one ".", one or two "_", or "-".`);
    if (registry.length + 1 + name.length > 255)
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`repository ${shown(written)} is too long: registry and name together have 255 characters at most.`);
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)({
        registry,
        name: registry === 'docker.io' && parts.length === 1 ? `library/${name}` : name,
    });
}
const referenceText = (reference) => repositoryText(reference.repository) +
    (reference.tag === undefined ? '' : `:${reference.tag}`) +
    (reference.digest === undefined ? '' : `@${reference.digest}`);


/***/ }),

/***/ 9312:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dc: () => (/* binding */ withTried),
/* harmony export */   ag: () => (/* binding */ withPutRetries),
/* harmony export */   yG: () => (/* binding */ retryTemporary)
/* harmony export */ });
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8062);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7011);


function retryTemporary(error) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryProblem */ .Ne) || !error.temporary)
        return undefined;
    const { retryAfter } = error.request;
    return retryAfter === undefined ? {} : { after: retryAfter };
}
const withTried = (error, tried) => error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryProblem */ .Ne ? new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryProblem */ .Ne({ ...error.request, tried }) : error;
/**
 * Repeats `attempt` while its PUT fails for a temporary reason. `attempt` looks first whether the PUT before it has
 * arrived. Its other requests are not repeated here: each has spent a budget of its own.
 */
function withPutRetries(clock, budget, attempt) {
    const isPut = (error) => error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryProblem */ .Ne && (error.request.during ?? error.method) === 'PUT';
    return (0,_http_js__WEBPACK_IMPORTED_MODULE_0__/* .withRetries */ .LH)(attempt, {
        clock,
        ...(budget && { budget }),
        again: (error) => (isPut(error) ? retryTemporary(error) : undefined),
        giveUp: (error, tried) => (isPut(error) ? withTried(error, tried) : error),
    });
}


/***/ }),

/***/ 9029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bw: () => (/* binding */ length),
/* harmony export */   C$: () => (/* binding */ painted),
/* harmony export */   Jj: () => (/* binding */ cut),
/* harmony export */   Vj: () => (/* binding */ styleOf),
/* harmony export */   YB: () => (/* binding */ columns),
/* harmony export */   jC: () => (/* binding */ padded),
/* harmony export */   ky: () => (/* binding */ wrapped),
/* harmony export */   sj: () => (/* binding */ plainStyle)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4412);
/** Text laid out in the columns of a terminal. */

const plainStyle = { width: 100, colour: false, unicode: false };
/** What a stream can show: colour only on a terminal and without NO_COLOR, Unicode where the locale is UTF-8. */
function styleOf(stream, env) {
    const terminal = stream.isTTY === true;
    const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
    return {
        width: Math.min(Math.max(stream.columns ?? plainStyle.width, 40), 160),
        colour: terminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
        unicode: /utf-?8/i.test(locale),
    };
}
const colours = { red: 31, green: 32, yellow: 33, blue: 34, grey: 90, bold: 1 };
const painted = (style, colour, text) => style.colour && text !== '' ? `\u001b[${colours[colour]}m${text}\u001b[0m` : text;
/** Columns that a text takes, where no character is a wide one. */
const length = (text) => Array.from(text).length;
const padded = (text, width) => text + ' '.repeat(Math.max(0, width - length(text)));
/** The text, or its beginning and an ellipsis where it is longer than `width`. */
function cut(text, width, style) {
    const end = style.unicode ? '…' : '..';
    return length(text) <= width
        ? text
        : Array.from(text)
            .slice(0, Math.max(0, width - length(end)))
            .join('') + end;
}
/** Text broken at spaces to the width; what stands in a word is never broken, so that commands can be copied. */
function wrapped(text, width, indent = '') {
    const lines = [];
    for (const paragraph of (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(text).split('\n')) {
        let line = '';
        for (const word of paragraph.split(' ')) {
            if (line !== '' && length(indent) + length(line) + 1 + length(word) > width) {
                lines.push(indent + line);
                line = word;
            }
            else
                line = line === '' ? word : `${line} ${word}`;
        }
        lines.push(indent + line);
    }
    return lines;
}
/** Columns as wide as their content; the last one is cut where the line ends. */
function columns(rows, style) {
    const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => length(row[index] ?? ''))));
    return rows.map((row) => cut(`  ${row.map((cell, index) => padded(cell, widths[index] ?? 0)).join('  ')}`.trimEnd(), style.width, style));
}


/***/ }),

/***/ 9664:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mn: () => (/* binding */ daysSince),
/* harmony export */   N: () => (/* binding */ isDay),
/* harmony export */   S: () => (/* binding */ staleAfter),
/* harmony export */   kb: () => (/* binding */ dayOf)
/* harmony export */ });
/** When a saved wheel was compiled and used: days in UTC. */
/** Days after which a use is written down again: seldom, since each time the artifact's manifest is put anew. */
const staleAfter = 7;
const day = 86_400_000;
/** The day of a time in milliseconds since the epoch. */
const dayOf = (time) => new Date(time).toISOString().slice(0, 10);
/** Whether a text is a day that there is: February has no 30th. */
const isDay = (text) => {
    const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
    return !Number.isNaN(time) && dayOf(time) === text;
};
/** Whole days from a day to a time. */
const daysSince = (text, now) => Math.floor((Date.parse(dayOf(now)) - Date.parse(text)) / day);


/***/ }),

/***/ 2308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HU: () => (/* binding */ keysOfWanted),
/* harmony export */   U7: () => (/* binding */ wheelTagPrefix),
/* harmony export */   bg: () => (/* binding */ wheelSchema),
/* harmony export */   fV: () => (/* binding */ tagOfWheel),
/* harmony export */   u0: () => (/* binding */ keyOfWheel),
/* harmony export */   zT: () => (/* binding */ mayBePure)
/* harmony export */ });
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(534);
/* harmony import */ var _lock_wheel_tags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4587);
/* harmony import */ var _names_python_version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9388);
/** What a wheel that was compiled is known by: whoever wants it finds it under the same tag. */



/** Raised when wheels that an earlier release of this program compiled are not to be used any more. */
const wheelSchema = 1;
/** Whether nothing says that a release is more than Python: of what is, the index has a wheel for some platform. */
const mayBePure = ({ packages }, release) => packages.every(({ name, version, wheels }) => name !== release.name || version !== release.version || wheels.length === 0);
/** The key of a wheel as it is known by what it turned out to need. */
function keyOfWheel(wanted, needs) {
    const { requirement, facts, buildPackages, buildConstraints, buildBase } = wanted;
    const python = (0,_names_python_version_js__WEBPACK_IMPORTED_MODULE_2__/* .minorOf */ .Hs)(facts.python);
    const shared = {
        sdist: requirement.sdist.sha256,
        python,
        buildPackages: buildPackages.toSorted(),
        ...(buildConstraints.length === 0 ? {} : { buildConstraints: buildConstraints.toSorted() }),
    };
    if (needs === 'nothing')
        return { ...shared, abi: 'none', platform: 'any', libc: 'any', distribution: '', buildBase: '' };
    const { id, version } = facts.distribution;
    return {
        ...shared,
        abi: (0,_lock_wheel_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .abiOf */ ._)(python),
        platform: facts.platform,
        libc: facts.libc.kind,
        distribution: needs === 'libc' ? '' : `${id} ${version}`,
        buildBase,
    };
}
/** The keys that a wheel may have which does for what is wanted: what serves more comes first. */
const keysOfWanted = (wanted) => [...(wanted.mayBePure ? ['nothing'] : []), 'libc', 'distribution'].map((needs) => keyOfWheel(wanted, needs));
/** Begins the tag of every saved wheel. */
const wheelTagPrefix = 'wheels-';
/** `wheels-NAME-HASH`: one for each key. Letters, digits and `-`, at most 80. */
const tagOfWheel = (name, key) => `${wheelTagPrefix}${name.slice(0, 56)}-${(0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .hashOf */ .q)({ schema: wheelSchema, ...key }).slice(0, 16)}`;


/***/ }),

/***/ 5069:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ readWheelManifest),
  z: () => (/* binding */ wheelManifest)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(2409);
// EXTERNAL MODULE: ./lib/names/reference.js
var reference = __webpack_require__(462);
// EXTERNAL MODULE: ./lib/names/platform.js
var names_platform = __webpack_require__(9472);
// EXTERNAL MODULE: ./lib/wheel-cache/days.js
var days = __webpack_require__(9664);
// EXTERNAL MODULE: ./lib/wheel-cache/key.js
var wheel_cache_key = __webpack_require__(2308);
;// CONCATENATED MODULE: ./lib/wheel-cache/annotations.js
/** What is said of a saved wheel: written as annotations, and read back without trusting them. */




const prefix = 'io.github.python-image-builder.wheel';
function annotationsOfWheel(record) {
    const { key, floor } = record;
    return {
        [`${prefix}.schema`]: String(wheel_cache_key/* wheelSchema */.bg),
        [`${prefix}.name`]: record.name,
        [`${prefix}.version`]: record.version,
        [`${prefix}.sdist`]: key.sdist,
        [`${prefix}.python`]: key.python,
        [`${prefix}.abi`]: key.abi,
        [`${prefix}.platform`]: key.platform,
        [`${prefix}.libc`]: key.libc,
        ...(floor === undefined ? {} : { [`${prefix}.floor`]: floor }),
        [`${prefix}.distribution`]: key.distribution,
        [`${prefix}.build-packages`]: key.buildPackages.join(' '),
        ...(key.buildConstraints === undefined
            ? {}
            : { [`${prefix}.build-constraints`]: key.buildConstraints.join('\n') }),
        [`${prefix}.build-base`]: key.buildBase,
        [`${prefix}.way`]: record.way,
        [`${prefix}.seconds`]: String(record.seconds),
        [`${prefix}.compiled`]: record.compiled,
        [`${prefix}.used`]: record.used,
    };
}
/** Refused with what is wrong, in words that go on after the artifact's name. */
function readWheelAnnotations(annotations) {
    const text = (name) => {
        const value = annotations[`${prefix}.${name}`];
        return typeof value === 'string' ? value : '';
    };
    if (text('schema') !== String(wheel_cache_key/* wheelSchema */.bg))
        return (0,errors/* refused */.J5)(`is of another form than this release writes (${text('schema') || 'none'})`);
    const platform = text('platform') === 'any' ? (0,errors/* parsed */.Yz)('any') : (0,names_platform/* parsePlatform */.FL)(text('platform'));
    if (!platform.ok)
        return (0,errors/* refused */.J5)('does not say what platform it is for');
    const one = (name, choices) => choices.find((choice) => choice === text(name));
    const [libc, way] = [
        one('libc', ['glibc', 'musl', 'any']),
        one('way', ['native', 'cross', 'emulated']),
    ];
    const day = { test: days/* isDay */.N };
    const forms = [
        ['name', /^[a-z0-9-]+$/],
        ['version', /^[\w.+!-]{1,200}$/],
        ['sdist', /^[0-9a-f]{64}$/],
        ['python', /^3\.\d+$/],
        ['abi', /^(?:none|cp3\d+m?)$/],
        ['distribution', /^[\w. -]{0,100}$/],
        ['build-base', /^[\w.:[\]/-]{0,255}$/],
        ['floor', /^(?:\d+(?:\.\d+){1,3})?$/],
        ['seconds', /^\d{1,9}(?:\.\d+)?$/],
        ['compiled', day],
        ['used', day],
    ];
    const wrong = forms.find(([name, form]) => !form.test(text(name)))?.[0];
    if (wrong !== undefined || libc === undefined || way === undefined)
        return (0,errors/* refused */.J5)(`does not say right what its ${wrong ?? (libc === undefined ? 'libc' : 'way')} is`);
    const [floor, packages, constraints] = [text('floor'), text('build-packages'), text('build-constraints')];
    return (0,errors/* parsed */.Yz)({
        name: text('name'),
        version: text('version'),
        key: {
            sdist: text('sdist'),
            python: text('python'),
            abi: text('abi'),
            platform: platform.value,
            libc,
            distribution: text('distribution'),
            buildPackages: packages === '' ? [] : packages.split(' '),
            ...(constraints === '' ? {} : { buildConstraints: constraints.split('\n') }),
            buildBase: text('build-base'),
        },
        ...(floor === '' ? {} : { floor }),
        way,
        seconds: Number(text('seconds')),
        compiled: text('compiled'),
        used: text('used'),
    });
}

// EXTERNAL MODULE: ./lib/registry/attach.js
var attach = __webpack_require__(6217);
// EXTERNAL MODULE: ./lib/registry/manifest.js
var manifest = __webpack_require__(2537);
;// CONCATENATED MODULE: ./lib/wheel-cache/manifest.js
/** A saved wheel as an OCI artifact: a manifest whose one layer is the file (image specification, "Artifact Usage"). */





const artifactType = 'application/vnd.python-image-builder.wheel.v1';
const layerType = 'application/zip';
/** The image specification's key of a file's name. */
const titleKey = 'org.opencontainers.image.title';
/** The artifact's manifest. The same wheel of which the same is said has the same bytes. */
const wheelManifest = (record, { filename, digest, size }) => new Uint8Array(Buffer.from(JSON.stringify({
    schemaVersion: 2,
    mediaType: manifest/* mediaTypes */.Ib.ociManifest,
    artifactType,
    config: attach/* emptyDescriptor */.p$,
    layers: [{ mediaType: layerType, digest, size, annotations: { [titleKey]: filename } }],
    annotations: annotationsOfWheel(record),
})));
/** Refused with what is wrong, in words that go on after the artifact's name. */
function readWheelManifest(bytes) {
    let content;
    try {
        content = (0,manifest/* readContent */.c_)(bytes);
    }
    catch {
        return (0,errors/* refused */.J5)('is no manifest');
    }
    if (content.artifactType !== artifactType)
        return (0,errors/* refused */.J5)('is not a saved wheel');
    const layers = content.layers;
    const layer = Array.isArray(layers) && layers.length === 1 ? layers[0] : null;
    const filename = layer?.annotations?.[titleKey];
    const digest = typeof layer?.digest === 'string' ? (0,reference/* parseDigest */.m)(layer.digest) : undefined;
    if (digest?.ok !== true || typeof filename !== 'string')
        return (0,errors/* refused */.J5)('does not name one file');
    const size = layer?.size;
    if (!Number.isSafeInteger(size) || size < 0)
        return (0,errors/* refused */.J5)('does not say right what the size of its file is');
    const record = readWheelAnnotations(content.annotations ?? {});
    if (!record.ok)
        return record;
    return (0,errors/* parsed */.Yz)({ record: record.value, filename, digest: digest.value, size: size });
}


/***/ }),

/***/ 1394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ buildBaseOf),
  V: () => (/* binding */ openWheelStore)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/names/reference.js
var names_reference = __webpack_require__(462);
// EXTERNAL MODULE: ./lib/registry/reference.js
var registry_reference = __webpack_require__(9343);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(5217);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(2409);
// EXTERNAL MODULE: ./lib/file-failure.js
var file_failure = __webpack_require__(7695);
// EXTERNAL MODULE: ./lib/registry/manifest.js
var registry_manifest = __webpack_require__(2537);
// EXTERNAL MODULE: ./lib/wheel-cache/store.js
var store = __webpack_require__(8642);
;// CONCATENATED MODULE: ./lib/wheel-cache/folder.js
/** Saved wheels in a folder of this machine. */







/**
 * `TAG.json` is the artifact's manifest, `blobs/sha256/…` what it names. Whatever is written is whole or not there:
 * several builds may share the folder.
 */
function folderStore(files, folder) {
    const manifestPath = (tag) => (0,external_node_path_.join)(folder, `${tag}.json`);
    const blobPath = (digest) => (0,external_node_path_.join)(folder, 'blobs', digest.replace(':', '/'));
    const problem = (message) => new errors/* Failure */.HR([{ station: 'input', about: 'wheel_store', message }]);
    const manifest = async (tag) => {
        const bytes = await files.content(manifestPath(tag));
        if (bytes === undefined)
            await isNoFile();
        return bytes && { bytes, digest: (0,registry_manifest/* digestOf */.ol)(bytes) };
    };
    /** Below a file nothing is found, as if it were an empty folder. */
    const isNoFile = async () => {
        if ((await files.stat(folder))?.kind === 'file')
            throw problem(`${folder} is a file: wheel_store names a folder, a repository, or is "off".`);
    };
    const digestOfFile = async (path) => {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        for await (const piece of files.bytes(path))
            hash.update(piece);
        return `sha256:${hash.digest('hex')}`;
    };
    const is = async (path, digest) => {
        if ((await files.stat(path))?.kind !== 'file')
            return 'absent';
        return (await digestOfFile(path)) === digest ? 'right' : 'wrong';
    };
    const fetch = async (digest, path) => {
        const blob = blobPath(digest);
        const there = await is(blob, digest);
        // Others say it in brackets, and what becomes of it after them.
        if (there === 'wrong')
            throw problem(`${blob} has other bytes than its name says: it was changed`);
        if (there === 'right')
            await files.replace(path, files.bytes(blob));
        return there === 'right';
    };
    const saveBlob = async (tag, digest, path) => {
        const blob = blobPath(digest);
        if ((await is(blob, digest)) === 'right')
            return;
        if (path === undefined)
            throw problem(`${blob}, which ${manifestPath(tag)} names, is not there: the wheel must be compiled anew.`);
        if ((await is(path, digest)) !== 'right')
            throw problem(`${path} is not what was compiled (${digest}): it was changed, and is not saved.`);
        await files.replace(blob, files.bytes(path));
    };
    const put = async (tag, bytes, path) => {
        await isNoFile();
        const needed = blobsNamedBy(bytes);
        for (const digest of needed)
            await saveBlob(tag, digest, path);
        const before = await blobsOf(tag);
        await files.replace(manifestPath(tag), bytes);
        // Until the manifest was there, another process may have taken what it names for a file that nothing needs.
        for (const digest of needed) {
            if ((await files.stat(blobPath(digest))) !== undefined)
                continue;
            if ((await manifest(tag))?.digest !== (0,registry_manifest/* digestOf */.ol)(bytes))
                continue;
            await saveBlob(tag, digest, path).catch(async (error) => {
                await files.remove(manifestPath(tag));
                throw error;
            });
        }
        await sweep(before.filter((digest) => !needed.includes(digest)));
    };
    const tagsThere = async () => (0,store/* ofWheels */.eq)((await files.list(folder)).flatMap((name) => {
        const tag = (0,names_reference/* parseTag */.ED)(name.replace(/\.json$/, ''));
        return tag.ok && name.endsWith('.json') ? [tag.value] : [];
    }));
    const tags = async () => {
        await isNoFile();
        return (await files.stat(folder))?.kind === 'folder' ? tagsThere() : undefined;
    };
    const blobsOf = async (tag) => {
        const bytes = await files.content(manifestPath(tag));
        return bytes === undefined ? [] : blobsNamedBy(bytes);
    };
    const needs = async (digest) => (await Promise.all((await tagsThere()).map(blobsOf))).flat().includes(digest);
    /**
     * Removes those of these that no manifest names. One that is written meanwhile either sees that its file is gone (`put`),
     * or is seen here, and its file comes back.
     */
    const sweep = async (digests) => {
        for (const digest of digests) {
            const blob = blobPath(digest);
            const bytes = (await needs(digest)) ? undefined : await files.content(blob);
            if (bytes === undefined)
                continue;
            await files.remove(blob);
            if (await needs(digest))
                await files.replace(blob, bytes);
        }
    };
    const remove = async (tag, digest) => {
        const found = await manifest(tag);
        if (found?.digest !== digest)
            return;
        await files.remove(manifestPath(tag));
        await sweep(blobsNamedBy(found.bytes));
    };
    const usable = (work) => (...given) => work(...given).catch((error) => {
        if (!(error instanceof file_failure/* FileFailure */.Py))
            throw error;
        const wayOut = 'wheel_store names another folder, or is "off".';
        throw error.of({ station: 'input', about: 'wheel_store', wayOut });
    });
    return {
        kind: 'folder',
        where: folder,
        named: manifestPath,
        manifest: usable(manifest),
        fetch: usable(fetch),
        put: usable(put),
        tags: usable(tags),
        remove: usable(remove),
    };
}
/** None where it is not a manifest. */
function blobsNamedBy(bytes) {
    try {
        return ((0,registry_manifest/* readContent */.c_)(bytes).layers ?? []).flatMap(({ digest }) => {
            const read = (0,names_reference/* parseDigest */.m)(digest);
            return read.ok ? [read.value] : [];
        });
    }
    catch {
        return [];
    }
}

// EXTERNAL MODULE: ./lib/registry/attach.js
var attach = __webpack_require__(6217);
// EXTERNAL MODULE: ./lib/registry/client.js + 8 modules
var registry_client = __webpack_require__(4567);
// EXTERNAL MODULE: ./lib/registry/publish-tag.js
var publish_tag = __webpack_require__(3584);
;// CONCATENATED MODULE: ./lib/wheel-cache/repository.js
/** Saved wheels in a repository, under tags of their own. */






/** A saved wheel saves time: what is spent to get it must be little. */
const budget = { attempts: 3, time: 20_000, first: 500, longest: 4_000 };
/** @param client whose credentials are used. */
function repositoryStore({ world, options }, repository) {
    const client = new registry_client/* RegistryClient */.b(world, { ...options, budget });
    const where = (0,names_reference/* repositoryText */.g_)(repository);
    return {
        kind: 'repository',
        where,
        named: (tag) => `${where}:${tag}`,
        manifest: (tag) => client.getManifest(repository, tag),
        fetch: (digest, path) => client.saveBlob(repository, digest, path),
        put: async (tag, bytes, path) => {
            await client.uploadBlob(repository, { kind: 'bytes', bytes: attach/* empty */.Ie });
            const [layer] = (0,registry_manifest/* readContent */.c_)(bytes).layers ?? [];
            if (path !== undefined && layer !== undefined) {
                const { digest, size } = layer;
                const source = { kind: 'file', digest, part: { path, offset: 0, size } };
                await client.uploadBlob(repository, source);
            }
            await (0,publish_tag/* publishTag */.q)(client, repository, bytes, registry_manifest/* mediaTypes */.Ib.ociManifest, tag);
        },
        tags: async () => {
            const tags = await client.listTags(repository);
            return tags && (0,store/* ofWheels */.eq)(tags);
        },
        // By digest: a tag that moved since keeps what it stands for now.
        remove: async (_, digest) => {
            await client.deleteManifest(repository, digest);
        },
    };
}

;// CONCATENATED MODULE: ./lib/wheel-cache/open.js
/** Where this run restores wheels from and saves its own. */





/** Undefined where wheels are neither restored nor saved. @param cache folder for what is kept between runs. */
function openWheelStore(world, client, wheelStore, cache) {
    switch (wheelStore.kind) {
        case 'off':
            return undefined;
        case 'cache':
            return folderStore(world.files, (0,external_node_path_.join)(cache, 'wheels'));
        case 'folder':
            return folderStore(world.files, world.files.absolute(wheelStore.path));
        case 'repository':
            return repositoryStore(client, wheelStore.repository);
    }
}
/** Repository of the image that compiles, as `WheelWanted.buildBase` has it. */
function buildBaseOf(base) {
    const reference = (0,registry_reference/* parseReference */.F2)(base.build);
    return reference.ok ? (0,names_reference/* repositoryText */.g_)(reference.value.repository) : base.build;
}


/***/ }),

/***/ 8642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eq: () => (/* binding */ ofWheels),
/* harmony export */   fm: () => (/* binding */ isShut),
/* harmony export */   gn: () => (/* binding */ deletesNothing)
/* harmony export */ });
/* harmony import */ var _registry_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7011);
/* harmony import */ var _key_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2308);


/** Those tags that are of saved wheels, sorted. */
const ofWheels = (tags) => tags.filter((tag) => tag.startsWith(_key_js__WEBPACK_IMPORTED_MODULE_1__/* .wheelTagPrefix */ .U7)).toSorted();
/** Whether it is of no use to ask that store for more: it refuses who asks, or does not answer. */
const isShut = (failure) => failure instanceof _registry_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryProblem */ .Ne && [undefined, 401, 403, 429].includes(failure.status);
/** Whether a registry refused to remove something, and would so for everything (distribution specification, "Deleting Manifests"). */
const deletesNothing = (failure) => failure instanceof _registry_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryProblem */ .Ne &&
    failure.method === 'DELETE' &&
    (failure.status === 405 || failure.codes.some(({ code }) => code === 'UNSUPPORTED'));


/***/ })

};
