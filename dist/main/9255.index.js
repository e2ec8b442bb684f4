export const id = 9255;
export const ids = [9255];
export const modules = {

/***/ 97814:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ requireWritable)
/* harmony export */ });
/* harmony import */ var _file_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32030);
/** Whether a file that is written last can be written, asked before anything is made. */

/** @param about the input that names it. @throws FileFailure (station `input`). */
async function requireWritable(files, path, about) {
    try {
        await files.requireWritable(path);
    }
    catch (error) {
        const wayOut = `It is written at the end, as ${about} says: name another ${about === 'out' ? 'folder' : 'file'}.`;
        throw error instanceof _file_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .FileFailure */ .Py ? error.of({ station: 'input', about, wayOut }) : error;
    }
}


/***/ }),

/***/ 79255:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCommand: () => (/* binding */ runCommand)
});

// EXTERNAL MODULE: ./lib/commands/require-writable.js
var require_writable = __webpack_require__(97814);
// EXTERNAL MODULE: ./lib/defined.js
var defined = __webpack_require__(64222);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./lib/world/event.js

/**
 * The event, read once; undefined outside of a workflow. The toolkit is loaded on demand, since it includes a client of
 * GitHub's API.
 */
function eventReader(env = process.env) {
    let read;
    return () => (read ??= env['GITHUB_EVENT_NAME'] || env['GITHUB_REF'] ? readEvent(env) : Promise.resolve(undefined));
}
async function readEvent(env) {
    const plain = { name: env['GITHUB_EVENT_NAME'] ?? '', ref: env['GITHUB_REF'] ?? '' };
    const path = env['GITHUB_EVENT_PATH'];
    // In a container the runner's file may be missing, and the toolkit would print that to the standard output.
    if (path && !(0,external_node_fs_.existsSync)(path))
        return plain;
    try {
        const { context } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(2413)]).then(__webpack_require__.bind(__webpack_require__, 92413));
        const { pull_request: proposed, repository } = context.payload;
        const release = releaseOf(context.payload);
        return {
            name: context.eventName ?? '',
            ref: context.ref ?? '',
            ...(repository === undefined
                ? {}
                : { owner: repository.owner.login, defaultBranch: String(repository['default_branch'] ?? '') }),
            ...(typeof context.payload['before'] === 'string' ? { before: context.payload['before'] } : {}),
            ...(proposed === undefined
                ? {}
                : { pullRequest: { number: proposed.number, base: String(proposed['base']?.sha ?? '') } }),
            ...(release === undefined ? {} : { release }),
            ...(typeof repository?.['visibility'] === 'string' ? { visibility: repository['visibility'] } : {}),
        };
    }
    catch {
        // The file is no JSON. Name and reference suffice to recognise a pull request, whose wheels are not saved.
        return plain;
    }
}
/** Of the payload of an event of the kind `release`. */
function releaseOf(payload) {
    const release = payload['release'];
    if (typeof release?.['tag_name'] !== 'string')
        return undefined;
    const target = release['target_commitish'];
    return {
        action: typeof payload['action'] === 'string' ? payload['action'] : '',
        tag: release['tag_name'],
        target: typeof target === 'string' ? target : '',
        prerelease: release['prerelease'] === true,
    };
}

;// CONCATENATED MODULE: ./lib/world/secrets.js
/** Characters of a line within a longer secret; hiding a lone brace of JSON would hide half of the log. */
const shortestLine = 4;
/** Spellings of a value: itself, each of its lines, in a URL, in JSON, in base64. */
function spellings(value) {
    const lines = value.split(/\r\n|\n|\r/).map((line) => line.trim());
    const parts = lines.length === 1 ? lines : lines.filter((line) => line.length >= shortestLine);
    return [value, value.trim(), ...parts].flatMap((text) => [
        text,
        encodeURIComponent(text.toWellFormed()),
        JSON.stringify(text).slice(1, -1),
        Buffer.from(text).toString('base64'),
    ]);
}
function secretsFilter(values) {
    const hidden = [...new Set(values.filter((value) => value.trim() !== '').flatMap(spellings))]
        .filter((text) => text.trim() !== '')
        .toSorted((one, other) => other.length - one.length);
    if (hidden.length === 0)
        return (text) => text;
    const pattern = new RegExp(hidden.map((text) => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|'), 'g');
    return (text) => text.replaceAll(pattern, '***');
}
function filtered(value, filter) {
    const walk = (part) => {
        if (typeof part === 'string')
            return filter(part);
        if (Array.isArray(part))
            return part.map(walk);
        if (part === null || typeof part !== 'object')
            return part;
        return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, walk(inner)]));
    };
    return walk(value);
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./lib/world/trust.js

/** Trusts a company's authority in this process. Ignores a missing or invalid file, which is reported with the inputs. */
async function trustAlso(path) {
    const pem = await (0,promises_.readFile)(path, 'utf8').catch(() => undefined);
    if (pem === undefined)
        return;
    const { getCACertificates, setDefaultCACertificates } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 41692, 19));
    try {
        setDefaultCACertificates([...getCACertificates('default'), pem]);
    }
    catch {
        // The run will end with the problem of this input before any connection.
    }
}

// EXTERNAL MODULE: ./lib/entry/commands.js + 15 modules
var commands = __webpack_require__(1327);
// EXTERNAL MODULE: ./lib/inputs/command-inputs.js + 1 modules
var command_inputs = __webpack_require__(47192);
// EXTERNAL MODULE: ./lib/inputs/registry.js
var registry = __webpack_require__(69654);
// EXTERNAL MODULE: ./lib/inputs/signing.js
var signing = __webpack_require__(39670);
// EXTERNAL MODULE: ./lib/inputs/verifying.js
var verifying = __webpack_require__(94642);
// EXTERNAL MODULE: ./lib/sign/identity-token.js
var identity_token = __webpack_require__(76555);
// EXTERNAL MODULE: ./lib/package-index/netrc.js
var netrc = __webpack_require__(88289);
;// CONCATENATED MODULE: ./lib/world/secret-values.js


/** Characters of a file; larger ones are archives, which no program prints whole. */
const longest = 64_000;
/** Characters of a value; hiding shorter ones would hide half of the log. */
const shortest = 6;
/** Values of the checks' variables that are settings: hiding "production" would hide tags and names. */
const plainWord = /^(?:[a-z]+|[\d.]+|[~.]?\/[\w./-]*)$/i;
/**
 * Values of variables, lines of files, passwords of the index's credentials, alone and as `user:password`, and those values
 * of `verify_env` that may be secrets. Missing variables and files are reported elsewhere.
 */
function secretValues(inputs, env, verifyEnv = {}) {
    const ofChecks = Object.values(verifyEnv).filter((value) => value.length >= shortest && !plainWord.test(value));
    const ofBuild = (inputs?.secrets ?? []).flatMap(({ id, from }) => {
        const text = from.kind === 'file' ? fileText(from.path) : (env[from.name] ?? '');
        if (text.length > longest)
            return [];
        const passwords = id === 'netrc'
            ? (0,netrc/* netrcEntries */.v)(text).flatMap(({ username, password }) => password === '' ? [] : [password, `${username}:${password}`])
            : [];
        const lines = [text, ...text.split('\n')]
            .map((line) => line.trim())
            .filter((line) => line.length >= shortest);
        return [...lines, ...passwords];
    });
    return [...ofBuild, ...ofChecks];
}
function fileText(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch {
        return '';
    }
}

;// CONCATENATED MODULE: ./lib/entry/secrets.js
/** Secrets of the inputs: apart from all others, and filtered out of everything that is printed. */







/** @param inputs undefined where they have problems. */
function secretsOf(command, raw, env, inputs) {
    const password = (0,registry/* readSecrets */.ql)(raw, (0,command_inputs/* passwordOf */.No)(command));
    const verifyEnv = (0,verifying/* readVerifyEnv */.T6)(raw, env);
    const ofBuild = secretValues({ secrets: inputs?.secrets ?? [] }, env, verifyEnv);
    const signSecrets = (0,signing/* signSecretsOf */.gr)(raw);
    const ofSigning = [...Object.values(signSecrets).filter((one) => one !== ''), ...(0,identity_token/* tokenSecrets */.RD)(env)];
    const values = [...Object.values(password), ...ofBuild, ...ofSigning];
    return {
        ...password,
        verifyEnv,
        ...(signSecrets.key === '' ? {} : { signSecrets }),
        values,
        filter: secretsFilter(values),
    };
}

;// CONCATENATED MODULE: ./lib/entry/run.js
/** What all entries share: from raw values to a result that is shown. */








/** Gives the exit code of the command line. */
async function runCommand(name, entry) {
    const { where, raw, env } = entry;
    const command = commands/* commands */.P[name];
    const { inputs, problems: ofInputs } = command.read(raw, where, env);
    const secrets = secretsOf(name, raw, env, inputs);
    const log = entry.log(secrets);
    const problems = withoutRepeats(entry.problems, ofInputs);
    if (inputs === undefined || problems.length > 0) {
        entry.refuse(problems);
        return new errors/* Failure */.HR(problems).exitCode;
    }
    try {
        return await runWith(entry, command, { inputs, secrets, log });
    }
    catch (error) {
        if (!(error instanceof errors/* Failure */.HR && (0,errors/* blamesInputs */.uU)(error.problems)))
            throw error;
        entry.refuse(filtered(error.problems, secrets.filter));
        return error.exitCode;
    }
}
async function runWith(entry, command, { inputs, secrets, log }) {
    const resources = entry.resources(log);
    const [{ run, show, program }, { openWorld }] = await Promise.all([
        command.load(),
        __webpack_require__.e(/* import() */ 5534).then(__webpack_require__.bind(__webpack_require__, 5534)),
    ]);
    const opened = openWorld(log);
    let last;
    try {
        if (inputs.caBundle !== undefined)
            await trustAlso(inputs.caBundle);
        if (inputs.reportFile !== undefined)
            await (0,require_writable/* requireWritable */.i)(opened.world.files, inputs.reportFile, 'report_file');
        if (inputs.sarifFile !== undefined)
            await (0,require_writable/* requireWritable */.i)(opened.world.files, inputs.sarifFile, 'sarif_file');
        const result = await run(opened.world, {
            inputs,
            ...resources,
            ...loginOf(inputs, secrets),
            verifyEnv: secrets.verifyEnv,
            ...(0,defined/* defined */.s)({ signSecrets: secrets.signSecrets }),
            event: eventReader(entry.env),
        });
        const shown = show(filtered(result, secrets.filter));
        if (shown.refused)
            entry.refuse(shown.problems);
        else
            await entry.show(shown, opened.world);
        if (inputs.reportFile !== undefined)
            await opened.world.files.write(inputs.reportFile, `${JSON.stringify(shown.json, null, 2)}\n`);
        if (inputs.sarifFile !== undefined)
            await opened.world.files.write(inputs.sarifFile, `${JSON.stringify(shown.sarif, null, 2)}\n`);
        last = program?.(result);
        if (last === undefined)
            return exitCodeOf(shown);
    }
    finally {
        opened.close();
    }
    // From here on signals are the program's.
    return (await __webpack_require__.e(/* import() */ 4995).then(__webpack_require__.bind(__webpack_require__, 34995))).runInForeground(last.command, last.end, process);
}
/** Of an input that has a problem in the first list, those of the second are left out. */
function withoutRepeats(first, second) {
    const known = new Set(first.map(({ about }) => about));
    return [...first, ...second.filter(({ about }) => about === undefined || !known.has(about))];
}
function loginOf({ registry, registryUsername: username }, secrets) {
    const { registryPassword: password } = secrets;
    return registry === undefined || username === undefined || password === undefined
        ? {}
        : { login: { registry, username, password } };
}
function exitCodeOf({ interrupted, problems }) {
    if (interrupted !== undefined)
        return interrupted.exitCode;
    if (problems.length === 0)
        return 0;
    // Who was interrupted is another job, which the command reports on: what it did not make is no image.
    const own = problems.filter(({ station }) => station !== 'interruption');
    return new errors/* Failure */.HR(own.length > 0 ? own : [{ station: 'build', message: '' }]).exitCode;
}


/***/ }),

/***/ 88289:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ parseNetrc),
/* harmony export */   v: () => (/* binding */ netrcEntries)
/* harmony export */ });
/** Parses netrc files, which pip, uv and curl read. By hand: only two of their words matter here. */
/**
 * The entry for this host. A `default` entry is ignored, since its credentials would go to any host.
 *
 * @param host without its port: netrc has no ports.
 */
function parseNetrc(text, host) {
    const match = netrcEntries(text).find((entry) => entry.host?.toLowerCase() === host.toLowerCase());
    return match && { username: match.username, password: match.password };
}
function netrcEntries(text) {
    const words = text
        .replace(/^\s*#.*$/gm, '')
        .replace(/^\s*macdef\b[\s\S]*?(?:\n[ \t]*\n|$(?![\s\S]))/gm, '')
        .split(/\s+/)
        .filter((word) => word !== '');
    const entries = [];
    const begin = (host) => entries.push({ host, username: '', password: '' });
    for (let at = 0; at < words.length; at += 1) {
        const word = words[at];
        const entry = entries.at(-1);
        if (word === 'default')
            begin(undefined);
        else if (word === 'machine')
            begin(words[(at += 1)] ?? '');
        else if (word === 'login' && entry !== undefined)
            entry.username = words[(at += 1)] ?? '';
        else if (word === 'password' && entry !== undefined)
            entry.password = words[(at += 1)] ?? '';
        else if (word === 'account')
            at += 1;
    }
    return entries;
}


/***/ })

};
