export const id = 5534;
export const ids = [5534];
export const modules = {

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


/***/ }),

/***/ 5534:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openWorld: () => (/* binding */ openWorld)
});

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: ./lib/defined.js
var defined = __webpack_require__(64222);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./lib/world/clock.js

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
/** Requests to Docker's API over the engine's local socket, which is faster than starting the program `docker`. */

const timeout = 3000;
const defaultSocket = '/var/run/docker.sock';
/** See `World.engine`. */
const engineAsker = (env) => (path) => {
    const socketPath = socketOf(env);
    if (socketPath === undefined)
        return Promise.resolve(undefined);
    return new Promise((resolve) => {
        const signal = AbortSignal.timeout(timeout);
        const sent = (0,external_node_http_.request)({ socketPath, path, signal }, (answer) => {
            const chunks = [];
            answer.on('data', (chunk) => chunks.push(chunk));
            answer.on('error', () => resolve(undefined));
            answer.on('end', () => resolve(answer.statusCode === 200 ? Buffer.concat(chunks).toString('utf8') : undefined));
        });
        sent.on('error', () => resolve(undefined));
        sent.end();
    });
};
/**
 * The socket that `docker` would use: DOCKER_HOST comes before DOCKER_CONTEXT. Undefined for an engine on another machine or
 * of a context, which only the program `docker` can reach.
 */
function socketOf({ DOCKER_HOST: host, DOCKER_CONTEXT: context }) {
    if (host)
        return host.startsWith('unix://') ? host.slice('unix://'.length) || defaultSocket : undefined;
    return !context || context === 'default' ? defaultSocket : undefined;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/file-failure.js
var file_failure = __webpack_require__(32030);
// EXTERNAL MODULE: ./lib/names/run-mark.js
var run_mark = __webpack_require__(87327);
;// CONCATENATED MODULE: ./lib/world/machine.js
/** This machine as a clean-up sees it: its processes, and what files and folders take. */





/** Of this process. */
const ownMark = () => (0,run_mark/* markOf */.Fg)(process.pid, (0,external_node_os_.hostname)());
/** @param temporary the folder of temporary files. */
const systemMachine = (temporary = (0,external_node_os_.tmpdir)()) => ({
    mark: ownMark(),
    node: process.versions.node,
    temporary,
    isRunning(mark) {
        const read = (0,run_mark/* markIn */.bk)((0,run_mark/* markedName */.QE)(mark, ''));
        if (read === undefined || (0,run_mark/* markOf */.Fg)(read.pid, (0,external_node_os_.hostname)()) !== mark)
            return undefined;
        return isRunning(read.pid);
    },
    async commandLines() {
        const pids = (await (0,external_node_fs_promises_.readdir)('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
        const lines = pids.map((pid) => (0,external_node_fs_promises_.readFile)(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''));
        return (await Promise.all(lines)).map((line) => line.replaceAll('\0', ' ').trim()).filter(Boolean);
    },
    measure: (path) => (0,file_failure/* onFile */.Wl)(path, 'read', () => measure(path)),
    removeAll: (path) => (0,file_failure/* onFile */.Wl)(path, 'removed', () => (0,external_node_fs_promises_.rm)(path, { recursive: true, force: true, maxRetries: 2 })),
});
function isRunning(pid) {
    try {
        // Signal 0 only asks.
        return process.kill(pid, 0);
    }
    catch (error) {
        return error.code === 'EPERM';
    }
}
/** What another process removes meanwhile counts no more. */
async function measure(path) {
    const stats = await (0,external_node_fs_promises_.lstat)(path).catch((error) => {
        if (error.code === 'ENOENT' || error.code === 'ENOTDIR')
            return undefined;
        throw error;
    });
    if (stats === undefined)
        return undefined;
    const isOwn = process.getuid === undefined || stats.uid === process.getuid();
    const own = { bytes: stats.blocks * 512, changed: Math.round(stats.mtimeMs), isOwn };
    if (stats.isSymbolicLink())
        return { kind: 'link', ...own };
    if (!stats.isDirectory())
        return { kind: 'file', ...own };
    let { bytes, changed } = own;
    for (const name of await (0,external_node_fs_promises_.readdir)(path).catch(() => [])) {
        const below = await measure((0,external_node_path_.join)(path, name));
        bytes += below?.bytes ?? 0;
        changed = Math.max(changed, below?.changed ?? 0);
    }
    return { kind: 'folder', bytes, changed, isOwn };
}

;// CONCATENATED MODULE: ./lib/world/files.js








const absent = (error) => error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
function undefinedIfAbsent(error) {
    if (!absent(error))
        throw error;
}
/** Makes a folder and those above it. Node's `recursive` never ends on a file system without new folders, such as /proc. */
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
        // Once more, even where the folder above exists: another process may have made it in the meantime.
        await make();
    });
}
async function writeMode(path, content, mode) {
    await (0,external_node_fs_promises_.writeFile)(path, content, mode === undefined ? {} : { mode });
    // `writeFile` sets the mode of new files only, and the umask removes bits from it.
    if (mode !== undefined)
        await (0,external_node_fs_promises_.chmod)(path, mode);
}
async function probe(path) {
    await makeFolder((0,external_node_path_.dirname)(path));
    const isThere = (await (0,external_node_fs_promises_.lstat)(path).catch(undefinedIfAbsent)) !== undefined;
    if (!isThere) {
        await (0,external_node_fs_promises_.writeFile)(path, '', { flag: 'wx' });
        await (0,external_node_fs_promises_.rm)(path, { force: true });
        return;
    }
    const stats = await (0,external_node_fs_promises_.stat)(path).catch(undefinedIfAbsent);
    // Opening a pipe waits for who reads it, and a link that leads nowhere is followed when it is written.
    if (stats?.isFile() === true || stats?.isDirectory() === true)
        await (await (0,external_node_fs_promises_.open)(path, 'a')).close();
    else if (stats !== undefined)
        await (0,external_node_fs_promises_.access)(path, external_node_fs_.constants.W_OK);
}
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
            const stats = await (0,file_failure/* onFile */.Wl)(path, 'read', () => (0,external_node_fs_promises_.stat)(path).catch(undefinedIfAbsent));
            if (stats?.isFile() === true)
                return { kind: 'file', size: stats.size };
            return stats?.isDirectory() === true ? { kind: 'folder' } : undefined;
        },
        write: (path, content, mode) => (0,file_failure/* onFile */.Wl)(path, 'written', async () => {
            await makeFolder((0,external_node_path_.dirname)(path));
            await writeMode(path, content, mode);
        }),
        requireWritable: (path) => (0,file_failure/* onFile */.Wl)(path, 'written', () => probe(path)),
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
            const entries = await Promise.all((await list(path)).map((name) => entry(path, name)));
            return entries.filter((candidate) => candidate !== undefined);
        },
        bytes,
        async temporary(name) {
            try {
                await makeFolder(folder);
                // Where the run is killed, a later one can tell by the name that it is needed no more.
                const path = await (0,external_node_fs_promises_.mkdtemp)((0,external_node_path_.join)(folder, (0,run_mark/* markedName */.QE)(ownMark(), `${name.replaceAll(/[^\w.-]/g, '-')}-`)));
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
/** Ignores errors: a folder that remains must not fail a run whose work is done. */
function removeFolder(path) {
    try {
        (0,external_node_fs_.rmSync)(path, { recursive: true, force: true, maxRetries: 2 });
    }
    catch {
        // Another program may hold a file, or the file system may have become read-only.
    }
}
async function list(path) {
    const names = await (0,file_failure/* onFile */.Wl)(path, 'read', () => (0,external_node_fs_promises_.readdir)(path).catch(undefinedIfAbsent));
    return names?.toSorted() ?? [];
}
/** Undefined for other kinds of entries, and for one that was removed after it was listed. */
async function entry(folder, name) {
    const path = (0,external_node_path_.join)(folder, name);
    const stats = await (0,file_failure/* onFile */.Wl)(path, 'read', () => (0,external_node_fs_promises_.lstat)(path).catch(undefinedIfAbsent));
    if (stats?.isSymbolicLink() === true) {
        const target = await (0,file_failure/* onFile */.Wl)(path, 'read', () => (0,external_node_fs_promises_.readlink)(path).catch(undefinedIfAbsent));
        return target === undefined ? undefined : { name, kind: 'link', target };
    }
    if (stats === undefined || (!stats.isFile() && !stats.isDirectory()))
        return undefined;
    return { name, kind: stats.isFile() ? 'file' : 'folder', mode: stats.mode & 0o7777 };
}

;// CONCATENATED MODULE: ./lib/world/groups.js
/** Milliseconds between SIGTERM and SIGKILL. */
const grace = 5000;
function send(pid, signal) {
    try {
        return process.kill(-pid, signal);
    }
    catch {
        return false;
    }
}
function processGroups(patience = grace) {
    const groups = new Map();
    const remove = (pid) => {
        const timer = groups.get(pid);
        groups.delete(pid);
        if (timer === undefined)
            return;
        clearTimeout(timer);
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
            for (const [pid, timer] of groups) {
                clearTimeout(timer);
                send(pid, 'SIGKILL');
            }
            groups.clear();
        },
    };
}

;// CONCATENATED MODULE: ./lib/world/host.js
/** See `World.host`. */
function hostKey() {
    if (process.platform !== 'linux')
        return `${process.platform}-${process.arch}`;
    const report = process.report.getReport();
    return `${process.arch}-${report.header?.glibcVersionRuntime === undefined ? 'musl' : 'glibc'}`;
}

// EXTERNAL MODULE: ./lib/ports.js
var ports = __webpack_require__(30391);
;// CONCATENATED MODULE: ./lib/world/interrupt.js

const names = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/**
 * Listens for signals, and kills all children when the process exits. The first signal aborts: running work ends its
 * children and rejects, and the run can still report. A second signal kills the children and exits.
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
    const killChildren = () => groups.kill();
    process.on('exit', killChildren);
    return {
        signal: controller.signal,
        close() {
            for (const [name, listener] of listeners)
                process.off(name, listener);
            process.off('exit', killChildren);
        },
    };
}

// EXTERNAL MODULE: ./lib/world/process.js
var world_process = __webpack_require__(8337);
;// CONCATENATED MODULE: ./lib/world/serve.js

const serveOnLoopback = async (port, answer) => {
    const server = (0,external_node_http_.createServer)(({ method, url = '/', headers }, response) => {
        if (method !== 'GET')
            return void response.writeHead(405).end();
        answer({ path: url, headers }).then(({ status, headers: own = {}, body = '' }) => response.writeHead(status, own).end(body), () => response.writeHead(500).end());
    });
    await listen(server, port).catch(() => listen(server, 0));
    return {
        host: `127.0.0.1:${server.address().port}`,
        close: () => new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
        }),
    };
};
const listen = (server, port) => new Promise((listening, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => {
        server.off('error', failed);
        listening();
    });
});

// EXTERNAL MODULE: ./lib/report/units.js
var units = __webpack_require__(88861);
;// CONCATENATED MODULE: ./lib/world/trace.js

/** Wraps the effects. Of a request it logs method, URL and status, since headers and bodies may be secret. */
function traced(effects, { clock, log }) {
    let commands = 0;
    const since = (start) => (0,units/* secondsText */.Hd)((clock.now() - start) / 1000);
    const sinceMs = (start) => `${Math.round(clock.now() - start)} ms`;
    return {
        async run(command, options) {
            // Several commands run at once; the number connects the start of each with its end.
            const label = `command ${(commands += 1)}`;
            const start = clock.now();
            log.debug(`${label}: ${commandText(command)}`);
            try {
                const ran = await effects.run(command, options);
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
                const answer = await effects.fetch(url, init);
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
            const answer = await effects.engine(path);
            const what = answer === undefined ? 'no answer' : 'answered';
            log.debug(`GET ${withoutQuery(path)} of the engine: ${what}, ${sinceMs(start)}`);
            return answer;
        },
    };
}
/** Quoted for a shell, so that an argument with a space is not read as two. */
const commandText = ({ program, args }) => [program, ...args]
    .map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw `'\''`)}'`))
    .join(' ');
/** Without user, password and query, where an address may have credentials. */
function plainUrl(url) {
    const { protocol, host, pathname } = new URL(url);
    return `${protocol}//${host}${pathname}`;
}
const withoutQuery = (path) => path.replace(/\?.*$/s, '');
/** Node's code for the error. The message is not logged, since it may contain the URL. */
function codeOf(error) {
    if (!(error instanceof Error))
        return 'unknown';
    const { code } = (error.cause ?? error);
    return typeof code === 'string' ? code : error.name;
}

// EXTERNAL MODULE: ./lib/home.js
var home = __webpack_require__(32180);
;// CONCATENATED MODULE: ./lib/world/tool-cache.js




/** The tool cache of a runner; elsewhere a folder of the user's cache with the same layout. */
const toolCache = (world) => world.env['RUNNER_TOOL_CACHE'] ? runnerCache(world, world.env['RUNNER_TOOL_CACHE']) : folderCache(world);
/** The toolkit writes workflow commands, so it is used on runners only. It is loaded on demand: it has an HTTP client. */
function runnerCache({ files }, root) {
    const load = () => Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(1955), __webpack_require__.e(6058), __webpack_require__.e(2088), __webpack_require__.e(9805)]).then(__webpack_require__.bind(__webpack_require__, 59805));
    return {
        find: (tool, version, arch) => (0,file_failure/* onFile */.Wl)(root, 'read', async () => (await load()).find(tool, version, arch) || undefined),
        save: async (file, tool, version, arch) => {
            // The toolkit would make the folders with Node's `recursive`, which never ends below /proc.
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
        find: async (...key) => (await files.read(`${folderOf(...key)}.complete`)) === undefined ? undefined : folderOf(...key),
        save: async (file, ...key) => {
            const folder = folderOf(...key);
            await files.replace((0,external_node_path_.join)(folder, 'uv'), files.bytes(file), 0o755);
            await files.write(`${folder}.complete`, '');
            return folder;
        },
    };
}

// EXTERNAL MODULE: external "node:readline/promises"
var external_node_readline_promises_ = __webpack_require__(26848);
;// CONCATENATED MODULE: ./lib/world/ask.js

/** Asks on the standard error, since the standard output is for the report. Undefined where either end is no terminal. */
function terminalAsker({ stdin, stderr }, signal) {
    if (stdin.isTTY !== true || stderr.isTTY !== true)
        return undefined;
    return (question) => askOn(stdin, stderr, question, signal);
}
/** The line that is read; empty where the input ends before one. Rejects with the signal's reason. */
async function askOn(input, output, question, signal) {
    // As a terminal, readline would take Ctrl-C for itself.
    const lines = (0,external_node_readline_promises_.createInterface)({ input, output, terminal: false });
    try {
        const ended = new Promise((resolve) => lines.once('close', () => resolve('')));
        return await Promise.race([lines.question(question, { signal }), ended]);
    }
    catch (error) {
        throw signal.aborted ? signal.reason : error;
    }
    finally {
        lines.close();
    }
}

;// CONCATENATED MODULE: ./lib/world/world.js















const proxies = ['http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY'];
const loopback = ['localhost', '127.0.0.1', '::1'];
/** Makes Node's `fetch` use the proxy variables, as other programs do, but not for this machine. */
function useProxies(env) {
    const named = proxies.flatMap((name) => (env[name] ? [[name, env[name]]] : []));
    // Older releases of Node lack this function; their users can set NODE_USE_ENV_PROXY.
    if (named.length === 0 || typeof external_node_http_.setGlobalProxyFromEnv !== 'function')
        return;
    const noProxy = env['no_proxy'] || env['NO_PROXY'];
    try {
        external_node_http_.setGlobalProxyFromEnv({
            ...Object.fromEntries(named),
            no_proxy: [...(noProxy ? [noProxy] : []), ...loopback].join(','),
        });
    }
    catch {
        // Node's message contains the value, and a password with it.
        const names = named.map(([name]) => name).join(', ');
        const message = `A proxy that ${names} names cannot be used: write it as a URL, like "http://proxy.example.org:3128".`;
        throw new errors/* Failure */.HR([{ station: 'input', about: 'proxy', message }]);
    }
}
/** Opens the world, once in a process. From then on SIGINT, SIGTERM and SIGHUP end the children first. */
function openWorld(log, env = process.env) {
    useProxies(env);
    const groups = processGroups();
    const interruption = interruptions(groups, process);
    const files = systemFiles(env['RUNNER_TEMP'] || undefined);
    const { signal } = interruption;
    const clock = systemClock(signal);
    const effects = {
        run: (0,world_process/* processRunner */.q)(signal, groups, env),
        engine: engineAsker(env),
        fetch: (url, init) => fetch(url, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, signal]) : signal }),
    };
    return {
        signal,
        world: {
            ...traced(effects, { clock, log }),
            serve: serveOnLoopback,
            files,
            tools: toolCache({ env, files }),
            machine: systemMachine(env['RUNNER_TEMP'] || undefined),
            host: hostKey,
            clock,
            log,
            ...(0,defined/* defined */.s)({ ask: terminalAsker(process, signal) }),
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
