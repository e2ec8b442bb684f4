export const id = 7119;
export const ids = [7119];
export const modules = {

/***/ 74776:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rz: () => (/* binding */ readEngine),
/* harmony export */   l5: () => (/* binding */ isElsewhere),
/* harmony export */   sR: () => (/* binding */ peekEngine)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _defined_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64222);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _names_platform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29885);
/* harmony import */ var _registry_credentials_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(96097);
/* harmony import */ var _buildx_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44258);
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

/***/ 9333:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ canonical),
/* harmony export */   q: () => (/* binding */ hashOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/** One text and one hash for what means the same. */

/** JSON with sorted keys and without what is undefined. */
const canonical = (value) => JSON.stringify(value, (_, item) => typeof item === 'object' && item !== null && !Array.isArray(item)
    ? Object.fromEntries(Object.entries(item).toSorted(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)))
    : item);
/** SHA-256 of a value's canonical JSON, as hexadecimal digits. */
const hashOf = (value) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(canonical(value)).digest('hex');


/***/ }),

/***/ 9579:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PO: () => (/* binding */ requireFiles),
/* harmony export */   ad: () => (/* binding */ requireAllFiles),
/* harmony export */   uk: () => (/* binding */ caBundleProblem)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9333);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);
/* harmony import */ var _names_shown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8065);
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
    for (const path of inputs.envFiles ?? []) {
        if ((await kindOf(path)) !== 'file')
            say('env_from', `There is no file ${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .S)(path)} of variables.`);
    }
    for (const [name, path] of [
        ['signing_config', inputs.signing?.config],
        ['trusted_root', inputs.baseSignature?.trustedRoot],
    ]) {
        if (path !== undefined && (await kindOf(path)) !== 'file')
            say(name, `There is no file ${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .S)(path)}. ${name} is the path of a file.`);
    }
    if (inputs.dockerfile !== undefined && (await kindOf(inputs.dockerfile)) === 'folder') {
        say('dockerfile', `"${inputs.dockerfile}" is a folder: dockerfile is the path of a file in it.`);
    }
    if (inputs.dockerfile !== undefined &&
        inputs.buildPath !== undefined &&
        (await kindOf(inputs.buildPath)) !== 'folder') {
        say('docker_build_path', `There is no folder "${inputs.buildPath}" to build from.`);
    }
    if (inputs.push === false && inputs.output !== undefined && (await kindOf(inputs.output)) === 'file') {
        say('output', `"${inputs.output}" is a file: the image is written as an OCI layout into a folder.`);
    }
    const untrusted = inputs.caBundle === undefined ? undefined : await caBundleProblem(world, inputs.caBundle);
    if (untrusted !== undefined)
        problems.push(untrusted);
    if (problems.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR(problems);
}
/** The same of several images. @throws Failure with what is missing, each once. */
async function requireAllFiles(world, images) {
    const different = new Map(images.map((one) => [
        (0,_canonical_js__WEBPACK_IMPORTED_MODULE_2__/* .canonical */ .$)([
            one.secrets,
            one.caBundle,
            one.dockerfile,
            one.buildPath,
            one.signing?.config,
            one.baseSignature?.trustedRoot,
        ]),
        one,
    ]));
    await (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .gather */ .kg)([...different.values()].map((one) => requireFiles(world, one)));
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

/***/ 32180:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ homeOf)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
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

/***/ 4986:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ once),
/* harmony export */   b: () => (/* binding */ onceFor)
/* harmony export */ });
/**
 * Work that is done once for each question. By hand, since p-memoize forgets what failed: here a question that failed is
 * not asked again either, so that fifty images on one base wait for a registry that is away once.
 */
/** Work without a question: done when it is first asked for. */
function once(work) {
    let begun;
    return () => (begun ??= work());
}
/** @param keyOf two questions with the same key are one. */
function onceFor(keyOf, work) {
    const answers = new Map();
    return (...question) => {
        const key = keyOf(...question);
        const answer = answers.get(key) ?? work(...question);
        answers.set(key, answer);
        return answer;
    };
}


/***/ }),

/***/ 98244:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ RegistryClient)
});

// EXTERNAL MODULE: ./lib/names/reference.js
var names_reference = __webpack_require__(64021);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/file-failure.js
var file_failure = __webpack_require__(32030);
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
var lists = __webpack_require__(73658);
// EXTERNAL MODULE: ./lib/registry/manifest.js
var manifest = __webpack_require__(50886);
// EXTERNAL MODULE: ./lib/http.js
var http = __webpack_require__(44247);
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
var credentials = __webpack_require__(96097);
// EXTERNAL MODULE: ./lib/registry/errors.js + 1 modules
var errors = __webpack_require__(48110);
// EXTERNAL MODULE: ./lib/registry/file-part.js
var file_part = __webpack_require__(4591);
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
var hosts = __webpack_require__(68040);
// EXTERNAL MODULE: ./lib/registry/retries.js
var retries = __webpack_require__(48621);
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

// EXTERNAL MODULE: ./lib/registry/failed-request.js
var failed_request = __webpack_require__(19282);
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
            credential: (0,failed_request/* withoutSecret */.N)(await session.credential()),
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
        return new errors/* RegistryProblem */.Ne({ ...context, ...(0,errors/* describeRejection */.xz)(error), unanswered: true });
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
    /** The same without the tag in place of the API: undefined where the registry lacks the API. */
    listReferrers(repository, digest) {
        return (0,lists/* listReferrers */.xt)(this.#transport, repository, digest);
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

/***/ 96097:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ findCredential),
/* harmony export */   y: () => (/* binding */ clientFolder)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _file_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32030);
/* harmony import */ var _home_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32180);



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

/***/ 48110:
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
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/http.js
var http = __webpack_require__(44247);
// EXTERNAL MODULE: ./lib/names/reference.js
var reference = __webpack_require__(64021);
// EXTERNAL MODULE: ./lib/registry/failed-request.js
var failed_request = __webpack_require__(19282);
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
    const { status, codes = [], temporary, unanswered, what, repository, action, credential, during } = request;
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
            `Use an account that may ${access} there: "docker login ${registry}" before, or the inputs for the user and the password, where those are for ${registry}.`;
        const whether = access === 'pull' ? ' Whether the image exists cannot be known.' : '';
        return `${registry} did not let ${userText(request)} ${access === 'pull' ? 'read' : 'write'} ${(0,reference/* repositoryText */.g_)(repository)}.${whether} ${grant}`;
    }
    if (action === 'pull,push,delete' && (status === 405 || codes.some(({ code }) => code === 'UNSUPPORTED')))
        return `${registry} does not allow deletion over the registry's API: remove the tags on its own pages or with its own API.`;
    if ((status === 405 || status === 501) && action !== 'pull')
        return `${registry} takes no writes: it is read-only, in maintenance, or a mirror that only serves pulls. Push to another registry, or ask who runs it.`;
    if (status === 404 && codes.length === 0)
        return 'Check the name of the registry and of the repository.';
    const whether = 'whether the name of the registry is right (registry, or what stands in front of image_name), and whether this machine has a network';
    if (temporary)
        return `The fault is on the way to the registry or in it: run again later${unanswered ? `, and where it lasts, check ${whether}` : ''}.`;
    // Who is refused on the way is told what to do in the words of the fault.
    return what === failed_request/* noSuchHost */.$ ? `Check ${whether}.` : '';
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
        super([
            {
                station: 'registry',
                about: (0,reference/* repositoryText */.g_)(request.repository),
                ...(request.unanswered ? { host: new URL(request.url).host } : {}),
                message: messageOf(request),
            },
        ]);
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
    ENOTFOUND: failed_request/* noSuchHost */.$,
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

/***/ 19282:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ noSuchHost),
/* harmony export */   N: () => (/* binding */ withoutSecret)
/* harmony export */ });
const withoutSecret = (credential) => credential.kind === 'anonymous'
    ? credential
    : { kind: credential.kind, username: credential.username, from: credential.from };
/** The words of a host that has no address. */
const noSuchHost = 'found no such host';


/***/ }),

/***/ 4591:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ chunksOf),
/* harmony export */   o: () => (/* binding */ readPart)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var _file_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32030);



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

/***/ 73658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LN: () => (/* binding */ referrersTag),
/* harmony export */   RB: () => (/* binding */ referrers),
/* harmony export */   cB: () => (/* binding */ listTags),
/* harmony export */   xt: () => (/* binding */ listReferrers)
/* harmony export */ });
/* harmony import */ var _names_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64021);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48110);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50886);



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
    const answers = (await referrerPages(transport, repository, digest, artifactType)) ?? [
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
/** What the referrers API lists; undefined where the registry lacks it. */
async function listReferrers(transport, repository, digest) {
    const answers = await referrerPages(transport, repository, digest);
    return answers?.flatMap(({ body }) => (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .readContent */ .c_)(body).manifests ?? []);
}
async function referrerPages(transport, repository, digest, artifactType) {
    const query = artifactType === undefined ? '' : `?${new URLSearchParams({ artifactType }).toString()}`;
    const path = `referrers/${digest}${query}`;
    return pages(transport, repository, path, _manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .readContent */ .c_, lacksReferrers).catch(undefinedIfRefused);
}
const lacksReferrers = ({ status, headers }) => status === 404 || /^text\/html\b/i.test(headers.get('content-type') ?? '');
function undefinedIfRefused(error) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryProblem */ .Ne && !error.temporary)
        return undefined;
    throw error;
}


/***/ }),

/***/ 50886:
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
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _names_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64021);
/* harmony import */ var _names_platform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29885);
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

/***/ 48621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dc: () => (/* binding */ withTried),
/* harmony export */   ag: () => (/* binding */ withPutRetries),
/* harmony export */   yG: () => (/* binding */ retryTemporary)
/* harmony export */ });
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44247);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48110);


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

/***/ 65526:
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
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72527);
/** Text laid out in the columns of a terminal. */

const plainStyle = { width: 100, isTerminal: false, colour: false, unicode: false };
/** What a stream can show: colour only on a terminal and without NO_COLOR, Unicode where the locale is UTF-8. */
function styleOf(stream, env) {
    const isTerminal = stream.isTTY === true;
    const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
    return {
        width: Math.min(Math.max(stream.columns ?? plainStyle.width, 40), 160),
        isTerminal,
        colour: isTerminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
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
/** Less room than this for the last column is no column. */
const narrowest = 24;
/** Columns as wide as their content, a text a row. On a terminal, what does not fit of the last one goes on below it. */
function columns(rows, style) {
    const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => length(row[index] ?? ''))));
    return rows.map((row) => {
        const text = lineOf(row, widths);
        if (!style.isTerminal || length(text) <= style.width || row.length < 2)
            return text;
        const last = row.at(-1);
        const before = lineOf([...row.slice(0, -1), ''], widths);
        const start = widths.slice(0, row.length - 1).reduce((sum, width) => sum + width + 2, 2);
        if (style.width - start < narrowest)
            return [before, ...wrapped(last, style.width, '      ')].join('\n');
        const [first = '', ...rest] = wrapped(last, style.width, ' '.repeat(start));
        return [`${padded(before, start)}${first.slice(start)}`, ...rest].join('\n');
    });
}
const lineOf = (row, widths) => `  ${row.map((cell, index) => padded(cell, widths[index] ?? 0)).join('  ')}`.trimEnd();


/***/ }),

/***/ 6724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ openClient),
  c: () => (/* binding */ openRegistries)
});

// EXTERNAL MODULE: ./lib/build/engine.js
var engine = __webpack_require__(74776);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/http.js
var http = __webpack_require__(44247);
// EXTERNAL MODULE: ./lib/registry/client.js + 7 modules
var registry_client = __webpack_require__(98244);
// EXTERNAL MODULE: ./lib/registry/manifest.js
var registry_manifest = __webpack_require__(50886);
// EXTERNAL MODULE: ./lib/registry/reference.js
var reference = __webpack_require__(9758);
;// CONCATENATED MODULE: ./lib/registry/mirrors.js



function parseMirror(text) {
    const match = /^(?:(https?):\/\/)?([^/]+)\/?$/.exec(text);
    const registry = match && (0,reference/* parseRegistry */.l5)(match[2]);
    if (!registry?.ok)
        return (0,errors/* refused */.J5)(`mirror ${JSON.stringify(text)} is not valid: it is "https://" or "http://", a host and a port.`);
    return (0,errors/* parsed */.Yz)({ registry: registry.value, plain: match?.[1] === 'http' });
}
/**
 * A reader that asks each mirror in order for Docker Hub's images, and Docker Hub itself last. Like an engine it skips a
 * mirror that lacks the image or does not answer. Other registries are asked directly. Invalid mirrors are logged and
 * left out.
 */
function throughMirrors(client, mirrors) {
    const { world, options } = client;
    const valid = mirrors.map(parseMirror).flatMap((mirror) => {
        if (mirror.ok)
            return [mirror.value];
        world.log.warn(mirror.message);
        return [];
    });
    if (valid.length === 0)
        return client;
    const mirrorClient = new registry_client/* RegistryClient */.b(world, {
        ...options,
        plain: [...(options.plain ?? []), ...valid.flatMap(({ registry, plain }) => (plain ? [registry] : []))],
        // A slow mirror is skipped early, since Docker Hub has the image too.
        budget: { attempts: 2, time: 5000, first: 100, longest: 1000 },
        stall: 10_000,
    });
    async function read(repository, from) {
        if (repository.registry === 'docker.io')
            for (const { registry } of valid)
                try {
                    const value = await from(mirrorClient, { registry, name: repository.name });
                    if (value !== undefined)
                        return value;
                }
                catch (error) {
                    world.log.debug(`The mirror ${registry} was passed over. ${error.message}`);
                }
        return from(client, repository);
    }
    return {
        headManifest: (repository, reference) => read(repository, (reader, at) => reader.headManifest(at, reference)),
        getManifest: (repository, reference) => read(repository, (reader, at) => reader.getManifest(at, reference)),
        headBlob: (repository, digest) => read(repository, (reader, at) => reader.headBlob(at, digest)),
        getBlob: (repository, digest) => read(repository, (reader, at) => reader.getBlob(at, digest)),
        saveBlob: async (repository, digest, path) => {
            const saved = await read(repository, async (reader, at) => (await reader.saveBlob(at, digest, path)) ? path : undefined);
            return saved !== undefined;
        },
        listTags: (repository) => read(repository, (reader, at) => reader.listTags(at)),
    };
}

// EXTERNAL MODULE: ./lib/once.js
var once = __webpack_require__(4986);
;// CONCATENATED MODULE: ./lib/session/registries.js
/** The registries of one process: a client, and a reader through the engine's mirrors. */







const oneAttempt = { ...http/* usualBudget */.kB, attempts: 1 };
async function openRegistries(world, env, login) {
    const engine = await settingsOf(world, env);
    const options = { logins: login === undefined ? [] : [login], plain: engine?.insecure ?? [] };
    const client = new registry_client/* RegistryClient */.b(world, options);
    const mirrors = engine?.mirrors ?? [];
    const reader = throughMirrors(client, mirrors);
    let hasty;
    return {
        client,
        reader: readOnce(reader),
        glance: async (repository, tag) => {
            try {
                // Opened only now: what there is to say of a mirror was said already.
                hasty ??= throughMirrors(new registry_client/* RegistryClient */.b(world, { ...options, budget: oneAttempt, stall: 5000 }), mirrors);
                return (await hasty.headManifest(repository, tag))?.digest;
            }
            catch (error) {
                if (error instanceof errors/* Failure */.HR)
                    return undefined;
                throw error;
            }
        },
    };
}
/** The client alone, for commands that make no image. @param login of the inputs; others are looked for where Docker keeps them. */
const openClient = async (world, login) => (await openRegistries(world, {}, login)).client;
/** Reads each manifest and blob once. A HEAD of a manifest that is being read waits for it. */
function readOnce(reader) {
    const keyOf = ({ registry, name }, reference) => `${registry}/${name} ${reference}`;
    const manifests = new Map();
    return {
        headManifest: (0,once/* onceFor */.b)(keyOf, async (repository, reference) => {
            const begun = manifests.get(keyOf(repository, reference));
            if (begun === undefined)
                return reader.headManifest(repository, reference);
            const manifest = await begun;
            return manifest && (0,registry_manifest/* descriptorOf */.nb)(manifest);
        }),
        getManifest: (repository, reference) => {
            const key = keyOf(repository, reference);
            const answer = manifests.get(key) ?? reader.getManifest(repository, reference);
            manifests.set(key, answer);
            return answer;
        },
        headBlob: (...asked) => reader.headBlob(...asked),
        getBlob: (0,once/* onceFor */.b)(keyOf, (...asked) => reader.getBlob(...asked)),
        saveBlob: (...asked) => reader.saveBlob(...asked),
        listTags: (...asked) => reader.listTags(...asked),
    };
}
/** Undefined where there is no engine: that is an error only once something must be built. */
async function settingsOf(world, env) {
    if (!(await (0,engine/* isElsewhere */.l5)(world)))
        return (0,engine/* peekEngine */.sR)(world);
    return (0,engine/* readEngine */.Rz)(world, env).catch((error) => {
        if (error instanceof errors/* Failure */.HR)
            return undefined;
        throw error;
    });
}


/***/ })

};
