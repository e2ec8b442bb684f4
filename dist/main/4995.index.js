export const id = 4995;
export const ids = [4995];
export const modules = {

/***/ 34995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runInForeground: () => (/* binding */ runInForeground)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8337);
/** Runs a program with the terminal of this process. */



const names = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** Milliseconds that a program has to stop, as with `docker stop`. */
const patience = 10_000;
/**
 * Gives the exit code of the program, 127 where it does not exist. Signals are passed on to it. A terminal sends its own
 * to all programs of its group: the program is in another one, and gets each once, unless it has to read the terminal,
 * which then sends no signal for a key.
 *
 * @param end run where the program did not stop in ten seconds after a signal.
 */
function runInForeground({ program, args, env }, end, process, { hasTerminal = args.includes('--tty'), wait = patience } = {}) {
    return new Promise((resolve) => {
        const environment = { ...(0,_process_js__WEBPACK_IMPORTED_MODULE_2__/* .inherited */ .J)(process.env), ...env };
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, { stdio: 'inherit', detached: !hasTerminal, env: environment });
        let timer;
        const listeners = names.map((name) => {
            const listener = () => {
                child.kill(name);
                timer ??= setTimeout(() => void (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(end.program, end.args, { stdio: 'ignore', env: environment }).on('error', () => { }), wait);
            };
            process.on(name, listener);
            return [name, listener];
        });
        const done = (code) => {
            clearTimeout(timer);
            for (const [name, listener] of listeners)
                process.off(name, listener);
            resolve(code);
        };
        child.once('error', (error) => {
            process.stderr.write(`${program}: ${error.message}\n`);
            done(127);
        });
        child.once('exit', (code, name) => done(code ?? 128 + (name === null ? 0 : node_os__WEBPACK_IMPORTED_MODULE_1__.constants.signals[name])));
    });
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
