export const id = 403;
export const ids = [403];
export const modules = {

/***/ 2180:
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

/***/ 391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ Interrupted)
/* harmony export */ });
/** What `run` and `sleep` reject with when the person or the runner ends the work. */
class Interrupted extends Error {
    /** As a shell counts: 129 after SIGHUP, 130 after SIGINT, 143 after SIGTERM. */
    exitCode;
    constructor(signal) {
        super(`Interrupted by ${signal}.`);
        this.name = 'Interrupted';
        this.exitCode = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 }[signal];
    }
}


/***/ }),

/***/ 8861:
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

/***/ 8337:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ inherited),
/* harmony export */   q: () => (/* binding */ processRunner)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6193);
/* harmony import */ var _file_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2030);
/** Runs programs: without a shell, each in a process group of its own, so that it can be ended with all its children. */




/** Bytes of each stream that are kept: the end matters, and a log must not fill the memory. */
const kept = 4_000_000;
/** Characters of a line that are held back until its end comes. */
const longestLine = 64_000;
/** Milliseconds to wait for the streams of a program that has ended but left them to a child of its own. */
const patience = 2000;
/** What a step was given, passwords among it, stands in `INPUT_*`; no program that is started needs it. */
const inherited = (env) => Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('INPUT_')));
/**
 * Makes a `Run` that ends what it started when `signal` is aborted, and then rejects with the signal's reason.
 * Programs inherit `env` without the step's inputs.
 */
function processRunner(signal, groups, env) {
    const base = inherited(env);
    return async (command, options = {}) => {
        const stop = options.cleanup === true ? undefined : signal;
        stop?.throwIfAborted();
        const child = started(command, { ...base, ...command.env });
        if (child instanceof Error)
            return { code: 126, stdout: '', stderr: unstarted(command, child) };
        const { pid } = child;
        if (pid !== undefined)
            groups.add(pid);
        // A program may end without reading its input; its exit code says whether that was wrong.
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
            const code = await ended(child, command, stderr.add);
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
/** Node throws some of the system's refusals, such as that of too many arguments, and tells the others later. */
function started({ program, args, cwd, input }, env) {
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
/** A line that says what could not be started, and why. */
const unstarted = ({ program, cwd }, error) => {
    const where = cwd === undefined ? '' : `, or its folder ${cwd} does not exist`;
    if (error.code === 'ENOENT')
        return `${program}: not found on PATH${where}\n`;
    return `${(0,_file_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .fileFailure */ .fE)(error, program, 'started')?.fact ?? `${program}: ${error.message}`}\n`;
};
/** The exit code, once the streams are read to their end. */
function ended(child, command, say) {
    return new Promise((resolve) => {
        child.once('error', (error) => {
            // After a start that succeeded, an error is of a signal that could not be sent: the end still comes.
            if (child.pid !== undefined)
                return;
            say(unstarted(command, error));
            resolve(error.code === 'ENOENT' ? 127 : 126);
        });
        child.once('exit', () => {
            const timer = setTimeout(() => {
                child.stdout?.destroy();
                child.stderr?.destroy();
            }, patience);
            child.once('close', () => clearTimeout(timer));
        });
        child.once('close', (code, name) => resolve(code ?? 128 + (name === null ? 0 : node_os__WEBPACK_IMPORTED_MODULE_1__.constants.signals[name])));
    });
}
/** Keeps the end of a stream, and gives its lines away as they come; a lone carriage return ends a line too. */
function collect(child, stream, onLine) {
    const decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_2__.StringDecoder('utf8');
    let chunks = [];
    let [size, open] = [0, ''];
    const keep = (text) => {
        chunks.push(text);
        size += text.length;
        if (size <= 2 * kept)
            return;
        chunks = [chunks.join('').slice(-kept)];
        size = kept;
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
    // Of a process for which no more pipes could be made there is none.
    const input = child[stream];
    input?.on('data', (chunk) => add(decoder.write(chunk)));
    input?.once('close', () => {
        add(decoder.end());
        if (open !== '')
            onLine?.(open.replace(/\r$/, ''), stream);
        open = '';
    });
    return { add, text: () => chunks.join('').slice(-kept) };
}


/***/ }),

/***/ 2403:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openWorld: () => (/* binding */ openWorld)
});

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./lib/world/clock.js
/** Time, as the process sees it. */

/** `sleep` rejects with the signal's reason when it is aborted. */
function systemClock(signal) {
    return {
        now: () => Date.now(),
        async sleep(milliseconds) {
            try {
                await (0,promises_.setTimeout)(milliseconds, undefined, { signal });
            }
            catch (error) {
                throw signal.aborted ? signal.reason : error;
            }
        },
    };
}

;// CONCATENATED MODULE: ./lib/world/engine.js
/** Asks Docker's API over the engine's local socket: a question about settings needs no process. */

/** Milliseconds for the whole answer: the socket is on this machine. */
const patience = 3000;
const usual = '/var/run/docker.sock';
/** See `World.engine`. */
const engineAsker = (env) => (path) => {
    const socketPath = socketOf(env);
    if (socketPath === undefined)
        return Promise.resolve(undefined);
    return new Promise((resolve) => {
        const signal = AbortSignal.timeout(patience);
        const asked = (0,external_node_http_.request)({ socketPath, path, signal }, (answer) => {
            const chunks = [];
            answer.on('data', (chunk) => chunks.push(chunk));
            answer.on('error', () => resolve(undefined));
            answer.on('end', () => resolve(answer.statusCode === 200 ? Buffer.concat(chunks).toString('utf8') : undefined));
        });
        asked.on('error', () => resolve(undefined));
        asked.end();
    });
};
/**
 * Where the program `docker` would ask: DOCKER_HOST goes before DOCKER_CONTEXT. Undefined for another machine's engine and
 * for one of a context, which are asked through the program that knows how.
 */
function socketOf({ DOCKER_HOST: host, DOCKER_CONTEXT: context }) {
    if (host)
        return host.startsWith('unix://') ? host.slice('unix://'.length) || usual : undefined;
    return !context || context === 'default' ? usual : undefined;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/file-failure.js
var file_failure = __webpack_require__(2030);
;// CONCATENATED MODULE: ./lib/world/files.js
/** Files of this machine. */






const absent = (error) => error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
function undefinedIfAbsent(error) {
    if (!absent(error))
        throw error;
}
/** With all above it. Node's own `recursive` never ends where a file system takes no new folders, as that of /proc. */
async function makeFolder(path) {
    const make = () => (0,external_node_fs_promises_.mkdir)(path).catch(async (error) => {
        if (error.code !== 'EEXIST' || !(await (0,external_node_fs_promises_.stat)(path)).isDirectory())
            throw error;
    });
    await make().catch(async (error) => {
        if (error.code !== 'ENOENT')
            throw error;
        const above = (0,external_node_path_.dirname)(path);
        if ((await (0,external_node_fs_promises_.stat)(above).catch(undefinedIfAbsent)) === undefined)
            await makeFolder(above);
        // Once, also where what is above is there: another process may have made it meanwhile.
        await make();
    });
}
async function writeMode(path, content, mode) {
    await (0,external_node_fs_promises_.writeFile)(path, content, mode === undefined ? {} : { mode });
    // The mode of writeFile holds for new files only, and not for bits that the umask takes away.
    if (mode !== undefined)
        await (0,external_node_fs_promises_.chmod)(path, mode);
}
/** Temporary folders stand under `folder` and are removed when the process exits. */
function systemFiles(folder = (0,external_node_os_.tmpdir)()) {
    const temporary = new Set();
    const close = () => {
        for (const path of temporary)
            removeFolder(path);
        temporary.clear();
        process.off('exit', close);
    };
    process.on('exit', close);
    return {
        close,
        absolute: (path) => (0,external_node_path_.resolve)(path),
        read: (path) => (0,file_failure/* onFile */.Wl)(path, 'read', () => (0,external_node_fs_promises_.readFile)(path, 'utf8').catch(undefinedIfAbsent)),
        content: (path) => (0,file_failure/* onFile */.Wl)(path, 'read', () => (0,external_node_fs_promises_.readFile)(path).catch(undefinedIfAbsent)),
        async stat(path) {
            const found = await (0,file_failure/* onFile */.Wl)(path, 'read', () => (0,external_node_fs_promises_.stat)(path).catch(undefinedIfAbsent));
            if (found?.isFile() === true)
                return { kind: 'file', size: found.size };
            return found?.isDirectory() === true ? { kind: 'folder' } : undefined;
        },
        write: (path, content, mode) => (0,file_failure/* onFile */.Wl)(path, 'written', async () => {
            await makeFolder((0,external_node_path_.dirname)(path));
            await writeMode(path, content, mode);
        }),
        replace: (path, content, mode) => (0,file_failure/* onFile */.Wl)(path, 'written', async () => {
            await makeFolder((0,external_node_path_.dirname)(path));
            const beside = (0,external_node_path_.join)((0,external_node_path_.dirname)(path), `.${(0,external_node_path_.basename)(path)}.${(0,external_node_crypto_.randomUUID)()}`);
            try {
                await writeMode(beside, content, mode);
                await (0,external_node_fs_promises_.rename)(beside, path);
            }
            catch (error) {
                await (0,external_node_fs_promises_.rm)(beside, { force: true });
                throw error;
            }
        }),
        makeFolder: (path) => (0,file_failure/* onFile */.Wl)(path, 'made', () => makeFolder(path)),
        remove: (path) => (0,file_failure/* onFile */.Wl)(path, 'removed', () => (0,external_node_fs_promises_.rm)(path, { force: true })),
        link: (target, path) => (0,file_failure/* onFile */.Wl)(path, 'made', () => (0,external_node_fs_promises_.symlink)(target, path)),
        list,
        async entries(path) {
            const found = await Promise.all((await list(path)).map((name) => entry(path, name)));
            return found.filter((one) => one !== undefined);
        },
        bytes,
        async temporary(name) {
            try {
                await makeFolder(folder);
                const path = await (0,external_node_fs_promises_.mkdtemp)((0,external_node_path_.join)(folder, `${name.replaceAll(/[^\w.-]/g, '-')}-`));
                temporary.add(path);
                return path;
            }
            catch (error) {
                const wayOut = 'It is for temporary files: TMPDIR, on a runner RUNNER_TEMP, names another one.';
                throw (0,file_failure/* fileFailure */.fE)(error, folder, 'used')?.of({ about: 'temporary folder', wayOut }) ?? error;
            }
        },
    };
}
async function* bytes(path) {
    try {
        yield* (0,external_node_fs_.createReadStream)(path);
    }
    catch (error) {
        throw (0,file_failure/* fileFailure */.fE)(error, path, 'read') ?? error;
    }
}
/** Where the work is done, a folder that stays is no reason to end with an error. */
function removeFolder(path) {
    try {
        (0,external_node_fs_.rmSync)(path, { recursive: true, force: true, maxRetries: 2 });
    }
    catch {
        // A file system that became read-only, or a file that another program holds.
    }
}
async function list(path) {
    const names = await (0,file_failure/* onFile */.Wl)(path, 'read', () => (0,external_node_fs_promises_.readdir)(path).catch(undefinedIfAbsent));
    return names?.toSorted() ?? [];
}
/** Undefined for what is neither file, folder nor link, and for what went away since it was listed. */
async function entry(folder, name) {
    const path = (0,external_node_path_.join)(folder, name);
    const found = await (0,file_failure/* onFile */.Wl)(path, 'read', () => (0,external_node_fs_promises_.lstat)(path).catch(undefinedIfAbsent));
    if (found?.isSymbolicLink() === true) {
        const target = await (0,file_failure/* onFile */.Wl)(path, 'read', () => (0,external_node_fs_promises_.readlink)(path).catch(undefinedIfAbsent));
        return target === undefined ? undefined : { name, kind: 'link', target };
    }
    if (found === undefined || (!found.isFile() && !found.isDirectory()))
        return undefined;
    return { name, kind: found.isFile() ? 'file' : 'folder', mode: found.mode & 0o7777 };
}

;// CONCATENATED MODULE: ./lib/world/groups.js
/** Process groups that this process started, so that none outlives it. */
/** Milliseconds between asking a group to end and ending it. */
const grace = 5000;
function send(pid, signal) {
    try {
        return process.kill(-pid, signal);
    }
    catch {
        // No such group: it has ended by itself.
        return false;
    }
}
function processGroups(patience = grace) {
    const groups = new Map();
    const remove = (pid) => {
        const ending = groups.get(pid);
        groups.delete(pid);
        if (ending === undefined)
            return;
        clearTimeout(ending);
        send(pid, 'SIGKILL');
    };
    return {
        add: (pid) => void groups.set(pid, undefined),
        remove,
        end(pid) {
            if (!groups.has(pid) || groups.get(pid) !== undefined)
                return;
            send(pid, 'SIGTERM');
            groups.set(pid, setTimeout(() => send(pid, 'SIGKILL'), patience));
        },
        kill() {
            for (const [pid, ending] of groups) {
                clearTimeout(ending);
                send(pid, 'SIGKILL');
            }
            groups.clear();
        },
    };
}

;// CONCATENATED MODULE: ./lib/world/host.js
/** The machine that this process runs on. */
/** `x64-glibc`. */
function hostKey() {
    if (process.platform !== 'linux')
        return `${process.platform}-${process.arch}`;
    const report = process.report.getReport();
    return `${process.arch}-${report.header?.glibcVersionRuntime === undefined ? 'musl' : 'glibc'}`;
}

// EXTERNAL MODULE: ./lib/ports.js
var ports = __webpack_require__(391);
;// CONCATENATED MODULE: ./lib/world/interrupt.js
/** Ctrl-C and a runner's SIGTERM: the first one ends the work in order, the second one at once. */

const names = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/**
 * Listens for signals and sees to it that no child outlives the process. After the first signal, what runs ends its
 * children and rejects, so that the caller can say what was done; a second signal kills the children and exits.
 */
function interruptions(groups, process) {
    const controller = new AbortController();
    const listeners = names.map((name) => {
        const listener = () => {
            const reason = new ports/* Interrupted */.j(name);
            if (!controller.signal.aborted) {
                controller.abort(reason);
                return;
            }
            groups.kill();
            process.exit(reason.exitCode);
        };
        process.on(name, listener);
        return [name, listener];
    });
    const exited = () => groups.kill();
    process.on('exit', exited);
    return {
        signal: controller.signal,
        close() {
            for (const [name, listener] of listeners)
                process.off(name, listener);
            process.off('exit', exited);
        },
    };
}

// EXTERNAL MODULE: ./lib/world/process.js
var world_process = __webpack_require__(8337);
// EXTERNAL MODULE: ./lib/report/units.js
var units = __webpack_require__(8861);
;// CONCATENATED MODULE: ./lib/world/told.js

/** Does the same, and tells the log. Of a request that is method, URL and status: what it carries may be secret. */
function told(doing, { clock, log }) {
    let commands = 0;
    const since = (start) => (0,units/* secondsText */.Hd)((clock.now() - start) / 1000);
    const sinceMs = (start) => `${Math.round(clock.now() - start)} ms`;
    return {
        async run(command, options) {
            // Several run at once: the number says whose end it is.
            const label = `command ${(commands += 1)}`;
            const start = clock.now();
            log.debug(`${label}: ${commandText(command)}`);
            try {
                const ran = await doing.run(command, options);
                log.debug(`${label}: exit code ${ran.code}, ${since(start)}`);
                return ran;
            }
            catch (error) {
                log.debug(`${label}: ended before its time, ${since(start)}`);
                throw error;
            }
        },
        async fetch(url, init) {
            const label = `${init?.method ?? 'GET'} ${plainUrl(url)}`;
            const start = clock.now();
            try {
                const answer = await doing.fetch(url, init);
                log.debug(`${label}: ${answer.status}, ${sinceMs(start)}`);
                return answer;
            }
            catch (error) {
                log.debug(`${label}: no answer (${codeOf(error)}), ${sinceMs(start)}`);
                throw error;
            }
        },
        async engine(path) {
            const start = clock.now();
            const answer = await doing.engine(path);
            const what = answer === undefined ? 'no answer' : 'answered';
            log.debug(`GET ${withoutQuery(path)} of the engine: ${what}, ${sinceMs(start)}`);
            return answer;
        },
    };
}
/** As a shell would take it: an argument with a space or a quote in it can be told from two. */
const commandText = ({ program, args }) => [program, ...args]
    .map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw `'\''`)}'`))
    .join(' ');
/** Signed addresses carry their credential in the query, and some people write theirs in front of the host. */
function plainUrl(url) {
    const { protocol, host, pathname } = new URL(url);
    return `${protocol}//${host}${pathname}`;
}
const withoutQuery = (path) => path.replace(/\?.*$/s, '');
/** What Node calls the failure. Its message is not shown, since it may repeat the URL. */
function codeOf(error) {
    if (!(error instanceof Error))
        return 'unknown';
    const { code } = (error.cause ?? error);
    return typeof code === 'string' ? code : error.name;
}

// EXTERNAL MODULE: ./lib/home.js
var home = __webpack_require__(2180);
;// CONCATENATED MODULE: ./lib/world/tool-cache.js
/** Programs that were fetched, kept between runs. */




/** On a runner its tool cache; on a laptop a folder of the user's own, in the same layout. */
const toolCache = (world) => world.env['RUNNER_TOOL_CACHE'] ? runnerCache(world, world.env['RUNNER_TOOL_CACHE']) : folderCache(world);
/** Loaded only when it is asked: it brings an HTTP client. It writes workflow commands, so it is for runners alone. */
function runnerCache({ files }, root) {
    const load = () => Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(955), __webpack_require__.e(58), __webpack_require__.e(805)]).then(__webpack_require__.bind(__webpack_require__, 9805));
    return {
        find: (tool, version, arch) => (0,file_failure/* onFile */.Wl)(root, 'read', async () => (await load()).find(tool, version, arch) || undefined),
        keep: async (file, tool, version, arch) => {
            // The toolkit makes folders with Node's `recursive`, which never ends below /proc.
            await files.makeFolder((0,external_node_path_.join)(root, tool, version));
            process.env['RUNNER_TEMP'] ||= (0,external_node_os_.tmpdir)();
            return (0,file_failure/* onFile */.Wl)(root, 'written', async () => (await load()).cacheFile(file, 'uv', tool, version, arch));
        },
    };
}
function folderCache({ env, files }) {
    const root = (0,external_node_path_.join)(env['XDG_CACHE_HOME'] || (0,external_node_path_.join)((0,home/* homeOf */.l)(env), '.cache'), 'python-image-builder', 'tools');
    const folderOf = (tool, version, arch) => (0,external_node_path_.join)(root, tool, version, arch);
    return {
        find: async (...of) => (await files.read(`${folderOf(...of)}.complete`)) === undefined ? undefined : folderOf(...of),
        keep: async (file, ...of) => {
            const folder = folderOf(...of);
            // Another run may be about to start the same program.
            await files.replace((0,external_node_path_.join)(folder, 'uv'), files.bytes(file), 0o755);
            await files.write(`${folder}.complete`, '');
            return folder;
        },
    };
}

;// CONCATENATED MODULE: ./lib/world/world.js
/** The world as this process has it: what the edge hands to a command. */











const proxies = ['http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY'];
const own = ['localhost', '127.0.0.1', '::1'];
/** Node's `fetch` passes proxy variables by unless told; other programs go through them, but never to this machine itself. */
function useProxies(env) {
    const named = proxies.flatMap((name) => (env[name] ? [[name, env[name]]] : []));
    // Older releases of Node lack this; there NODE_USE_ENV_PROXY is the person's own choice.
    if (named.length === 0 || typeof external_node_http_.setGlobalProxyFromEnv !== 'function')
        return;
    const except = env['no_proxy'] || env['NO_PROXY'];
    try {
        external_node_http_.setGlobalProxyFromEnv({
            ...Object.fromEntries(named),
            no_proxy: [...(except ? [except] : []), ...own].join(','),
        });
    }
    catch {
        // Node's words repeat the value, and a password with it.
        const names = named.map(([name]) => name).join(', ');
        const message = `A proxy that ${names} names cannot be used: write it as a URL, like "http://proxy.example.org:3128".`;
        throw new errors/* Failure */.HR([{ station: 'input', about: 'proxy', message }]);
    }
}
/** Opens the world once, at the edge. From then on SIGINT, SIGTERM and SIGHUP end the children first. */
function openWorld(log, env = process.env) {
    useProxies(env);
    const groups = processGroups();
    const interruption = interruptions(groups, process);
    const files = systemFiles(env['RUNNER_TEMP'] || undefined);
    const { signal } = interruption;
    const clock = systemClock(signal);
    const doing = {
        run: (0,world_process/* processRunner */.q)(signal, groups, env),
        engine: engineAsker(env),
        fetch: (url, init) => fetch(url, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, signal]) : signal }),
    };
    return {
        signal,
        world: {
            ...told(doing, { clock, log }),
            files,
            tools: toolCache({ env, files }),
            host: hostKey,
            clock,
            log,
            env,
        },
        close() {
            files.close();
            interruption.close();
        },
    };
}


/***/ })

};
