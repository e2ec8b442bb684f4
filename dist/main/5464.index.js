export const id = 5464;
export const ids = [5464,9255];
export const modules = {

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

/***/ 13052:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/inputs/read.js + 2 modules
var read = __webpack_require__(83764);
// EXTERNAL MODULE: ./lib/report/annotations.js
var annotations = __webpack_require__(91116);
;// CONCATENATED MODULE: ./lib/world/limited-annotations.js

/** The runner shows so many annotations of a level for each step, and silently drops the others. */
const most = 10;
const levels = ['error', 'warning', 'notice'];
const labels = { error: 'Error', warning: 'Warning', notice: 'Notice' };
/** @param write writes to the standard output, where the runner reads commands. */
function limitedAnnotations(write) {
    const counts = { error: 0, warning: 0, notice: 0 };
    const tenth = {};
    return {
        write(text) {
            const [, name = '', title, message = ''] = /^::(error|warning|notice)(?: title=([^,:]*))?::(.*)\n$/.exec(text) ?? [];
            const level = levels.find((candidate) => candidate === name);
            if (level === undefined)
                return write(text);
            counts[level] += 1;
            if (counts[level] < most)
                return write(text);
            if (counts[level] === most)
                tenth[level] = text;
            const line = [labels[level], ...(title === undefined ? [] : [title]), message].map(decoded).join(': ');
            write(`${(0,annotations/* harmless */.Is)(line)}\n`);
        },
        end() {
            for (const level of levels) {
                const rest = counts[level] - most + 1;
                if (rest < 1)
                    continue;
                const text = `${rest} more ${level}s are in the log of this step: GitHub shows no more than ${most} of them here.`;
                write(rest === 1 ? tenth[level] : `${(0,annotations.workflowCommand)(level, text)}\n`);
                counts[level] = 0;
            }
        },
    };
}
const decoded = (text) => text
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%0A', '\n')
    .replaceAll('%0D', '\r')
    .replaceAll('%25', '%');

// EXTERNAL MODULE: ./lib/entry/run.js + 5 modules
var run = __webpack_require__(79255);
// EXTERNAL MODULE: ./lib/inputs/reader.js
var reader = __webpack_require__(70178);
// EXTERNAL MODULE: ./lib/world/log-actions.js
var log_actions = __webpack_require__(25600);
// EXTERNAL MODULE: ./lib/file-failure.js
var file_failure = __webpack_require__(32030);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/report/summary.js + 1 modules
var report_summary = __webpack_require__(65259);
;// CONCATENATED MODULE: ./lib/entry/summary.js
/** The summary of a step. GitHub refuses a long one: it is cut, and the whole is written into a file. */



/** @param folder that later steps of the job can read, `RUNNER_TEMP`. */
async function summaryFor(files, folder, summary) {
    const whole = summary();
    if (Buffer.byteLength(whole) <= report_summary/* mostBytes */.j$)
        return whole;
    const file = (0,external_node_path_.join)(folder, `python-image-builder-${(0,external_node_crypto_.randomUUID)()}.md`);
    // Where it cannot be written, the output `metadata` still holds all of it.
    const isWritten = await files.write(file, whole, 0o600).then(() => true, () => false);
    return summary({ most: report_summary/* mostBytes */.j$, ...(isWritten ? { file } : {}) });
}

;// CONCATENATED MODULE: ./lib/entry/give-back.js


/** A file that cannot be written is a warning: the images are published by now, and the log has the report. */
async function giveBack(core, stepResults, { files, log }, env) {
    await writeOrWarn(log, env, 'GITHUB_OUTPUT', 'this step has not all of its outputs', () => {
        for (const [name, value] of Object.entries(stepResults.outputs))
            core.setOutput(name, value);
    });
    if (!env['GITHUB_STEP_SUMMARY'])
        return;
    await writeOrWarn(log, env, 'GITHUB_STEP_SUMMARY', 'the job has no summary of this step', () => summaryFor(files, env['RUNNER_TEMP'] || '/tmp', stepResults.summary).then((text) => core.summary.addRaw(text).write()));
}
/** Whether it was written. @param variable of the environment, which names the file. @param lacking follows in the warning. */
async function writeOrWarn(log, env, variable, lacking, work) {
    try {
        await work();
        return true;
    }
    catch (error) {
        const path = env[variable] ?? '';
        // For a file that is missing the toolkit throws a plain Error, which is about no file to `fileFailure`.
        const why = (0,file_failure/* fileFailure */.fE)(error, path, 'written')?.fact ?? `"${path}" could not be written: ${wordsOf(error)}`;
        log.warn(`${why}. ${variable} names it, and the runner makes it: ${lacking}.`);
        return false;
    }
}
const wordsOf = (error) => (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');

// EXTERNAL MODULE: ./lib/entry/state.js
var state = __webpack_require__(3677);
;// CONCATENATED MODULE: ./lib/entry/step.js





/** @param write writes to the standard output, where the runner reads workflow commands. */
function openStep({ command, raw, env, }, { programs, cache }, write) {
    let loaded;
    const toolkit = () => (loaded ??= Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(1955), __webpack_require__.e(6058)]).then(__webpack_require__.bind(__webpack_require__, 46058)));
    const lines = (texts) => texts.forEach((text) => write(`${text}\n`));
    return {
        log({ values, filter }) {
            const log = (0,log_actions/* actionsLog */._)({ write, filter, secrets: values });
            for (const warning of (0,reader/* unknownInputs */.q)(command, raw))
                log.warn(warning);
            return log;
        },
        refuse: (problems) => lines((0,annotations/* annotations */.hk)(problems)),
        resources(log) {
            // Only the end of the run needs it, so it loads meanwhile.
            void toolkit();
            const keepBuilder = (name) => writeOrWarn(log, env, 'GITHUB_STATE', 'the builder goes with this step', async () => (await toolkit()).saveState(state/* createdBuilder */.U, name));
            return { programs, cache, keepBuilder };
        },
        async show({ text, problems, dryRun, stepResults }, world) {
            const { log } = world;
            const say = (whole) => whole.split('\n').forEach((line) => log.info(line));
            if (dryRun !== undefined)
                await log.group('dry run', async () => say(dryRun));
            say(text());
            lines([...(stepResults?.warnings ?? []), ...(0,annotations/* annotations */.hk)(problems)]);
            if (stepResults !== undefined)
                await giveBack(await toolkit(), stepResults, world, env);
        },
    };
}

;// CONCATENATED MODULE: ./lib/entry/action.js
/** The action: a step's inputs to a command, and its result to the log, annotations, outputs and the summary. */





async function main(programs, command = 'build') {
    const { env } = process;
    const raw = (0,read/* rawOfAction */.y)(env);
    const cache = (0,external_node_path_.join)(env['RUNNER_TOOL_CACHE'] || env['RUNNER_TEMP'] || '/tmp', 'python-image-builder');
    const output = limitedAnnotations((text) => void process.stdout.write(text));
    const step = openStep({ command, raw, env }, { programs, cache }, output.write);
    try {
        const code = await (0,run.runCommand)(command, { where: 'action', raw, problems: [], env, ...step });
        if (code !== 0)
            process.exitCode = 1;
    }
    finally {
        output.end();
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

/***/ 3677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ createdBuilder)
/* harmony export */ });
/** Key of the runner's state in which a step passes the name of its builder on to its post step. */
const createdBuilder = 'made-builder';


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

/***/ 96590:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ cut),
/* harmony export */   o: () => (/* binding */ joined)
/* harmony export */ });
/** Markdown that must not be longer than so many bytes: what a reader loses least by is left out first, and counted. */
/** Parts, whole, with an empty line between them. */
const joined = (parts) => `${parts.map(({ text }) => text).join('\n\n')}\n`;
/**
 * The same in no more than `most` bytes, if what always stays leaves room for it.
 *
 * @param note a paragraph on what was left out (`1 chart, 380 of 400 checks`), which stands behind the first two parts.
 */
function cut(parts, most, note) {
    if (bytes(joined(parts)) <= most)
        return joined(parts);
    const open = parts.map(openPart);
    // No note is longer than the one that counts all of everything, of all.
    let room = most - bytes(joined([...parts, { text: note(leftText(open, ({ lines }) => lines.length, 'of all')) }]));
    const order = open
        .flatMap((part, at) => part.lines.map((line, index) => ({ part, at, index, rank: rankOf(part, line) })))
        .toSorted((one, other) => one.rank - other.rank || other.at - one.at || other.index - one.index);
    for (const { part, index } of order) {
        if (room >= 0)
            break;
        room += leave(part, index);
    }
    const shown = open.filter(({ lines, gone }) => lines.length === 0 || gone.size < lines.length).map(textOf);
    const said = note(leftText(open, ({ gone }) => gone.size));
    return joined([...shown.slice(0, 2), said, ...shown.slice(2)].map((text) => ({ text })));
}
const bytes = (text) => Buffer.byteLength(text);
function openPart(part) {
    const all = part.text.split('\n');
    const [from, to] = rangeOf(part, all);
    const lines = part.loss !== undefined && part.loss.lines === undefined ? [part.text] : all.slice(from, to);
    return { ...part, head: all.slice(0, from), lines, tail: all.slice(to), gone: new Set() };
}
const firstLine = {
    table: /^\| /,
    list: /^- /,
    code: /^`{3,}/,
};
/** Where the lines begin that can go, and where they end. */
function rangeOf({ loss }, all) {
    if (loss?.lines === undefined)
        return [all.length, all.length];
    const isLine = (line) => firstLine[loss.lines].test(line);
    const first = all.findIndex(isLine);
    // A block of code has a fence before and behind it, a table two lines of head.
    if (loss.lines === 'code')
        return [first + 1, all.length - 1];
    return [first + (loss.lines === 'table' ? 2 : 0), all.findLastIndex(isLine) + 1];
}
const rankOf = ({ loss }, line) => loss?.later?.is(line) === true ? loss.later.rank : (loss?.rank ?? 0);
/** Gives the bytes that this saves. */
function leave({ text, lines, gone }, index) {
    gone.add(index);
    if (gone.size < lines.length)
        return bytes(lines[index]) + 1;
    const others = lines.reduce((sum, line, at) => (at === index ? sum : sum + bytes(line) + 1), 0);
    // With the empty line behind it.
    return bytes(text) - others + 2;
}
const textOf = ({ text, head, lines, tail, gone }) => gone.size === 0 ? text : [...head, ...lines.filter((_, index) => !gone.has(index)), ...tail].join('\n');
/** `1 chart, 380 of 400 checks`: what several parts have of one kind is counted together. */
function leftText(parts, count, always) {
    const kinds = new Map();
    for (const part of parts) {
        if (part.loss === undefined)
            continue;
        const [one, many] = part.loss.what;
        const before = kinds.get(many) ?? { left: 0, all: 0, one };
        kinds.set(many, { left: before.left + count(part), all: before.all + part.lines.length, one });
    }
    return [...kinds]
        .filter(([, { left }]) => left > 0)
        .map(([many, { left, all, one }]) => {
        const whole = `${all} ${all === 1 ? one : many}`;
        return left < all || always !== undefined ? `${left} of ${whole}` : whole;
    })
        .join(', ');
}


/***/ }),

/***/ 72527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OF: () => (/* binding */ fenced),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   wD: () => (/* binding */ markdown)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/** Text of users and of other programs, made harmless where it is shown. */

/* oxlint-disable no-control-regex -- control characters are what this is about */
/** Controls but the newline, and the marks that reorder text on screen so that it reads as something else. */
const controls = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/* oxlint-enable no-control-regex */
/** Text without terminal sequences and control characters; line ends become `\n`, tabs a space. */
function plain(text) {
    return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(text)
        .replaceAll(/\r\n?/g, '\n')
        .replaceAll('\t', ' ')
        .replaceAll(controls, '');
}
/** Text of a file with every character in its place: controls are escaped as in JSON, but tabs and ends of lines. */
const visible = (text) => text.replaceAll(controls, (control, at) => control === '\t' || (control === '\r' && text[at + 1] === '\n')
    ? control
    : `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`);
/** Plain text on one line. */
const oneLine = (text) => plain(text)
    .replaceAll(/\s*\n\s*/g, ' ')
    .trim();
/** One line of Markdown text that shows exactly this, in a paragraph, a list or a cell of a table. */
const markdown = (text) => oneLine(text).replaceAll(/[\\`*_[\]<>|~#$&]/g, '\\$&');
/** The same in the type of code. */
function code(text) {
    const line = oneLine(text);
    return /^[\w .:/@+=,-]+$/.test(line) ? `\`${line}\`` : `<code>${markdown(line)}</code>`;
}
/** A block of code that no line of its content can end. */
function fenced(lines, language = '') {
    const content = lines.map(plain).join('\n');
    const longest = Math.max(2, ...[...content.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}${language}\n${content}\n${fence}`;
}
/** A table of GitHub's Markdown. Cells are Markdown already; columns named in `right` are aligned to the right. */
function table(columns, rows, right = []) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    const rule = columns.map((column) => (right.includes(column) ? '---:' : '---'));
    return [line(columns), line(rule), ...rows.map(line)].join('\n');
}


/***/ }),

/***/ 65259:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Pt: () => (/* binding */ icons),
  j$: () => (/* binding */ mostBytes),
  KK: () => (/* binding */ problemsMarkdown),
  eH: () => (/* binding */ summaryMarkdown)
});

// EXTERNAL MODULE: ./lib/report/advisories.js
var advisories = __webpack_require__(96099);
// EXTERNAL MODULE: ./lib/report/advisory-words.js
var advisory_words = __webpack_require__(15287);
// EXTERNAL MODULE: ./lib/report/cut.js
var cut = __webpack_require__(96590);
// EXTERNAL MODULE: ./lib/report/difference.js
var report_difference = __webpack_require__(65383);
// EXTERNAL MODULE: ./lib/report/escape.js
var report_escape = __webpack_require__(72527);
// EXTERNAL MODULE: ./lib/report/timeline.js
var report_timeline = __webpack_require__(51451);
;// CONCATENATED MODULE: ./lib/report/gantt.js
/** The timeline as a Mermaid Gantt chart, which GitHub draws in a job summary. */


/** Words that Mermaid takes for a statement where a row begins. */
const statements = /^(?:gantt|title|section|click|call|href|date|axis|tick|incl|excl|today|top|week|acc|display|---|\d{4}-)/i;
const entity = (character) => `#${character.codePointAt(0)};`;
/** A row's name: what would end it or start something else is written as Mermaid's entity (`#58;` is a colon). */
function nameText(name) {
    const line = (0,report_escape/* oneLine */.TN)(name) || 'step';
    const cut = line.length > 60 ? `${line.slice(0, 59)}…` : line;
    const safe = cut.replaceAll(/[:;#%{}<>"'`\\&|]/g, entity);
    return statements.test(cut) && !safe.startsWith('#') ? entity(safe[0]) + safe.slice(1) : safe;
}
const rowText = (row) => `  ${nameText(row.label)} :${row.cached ? 'done, ' : ''}${row.start}, ${row.length}ms`;
/** The chart's source, without its fence; undefined when there is nothing to draw. Times count from the first span. */
function ganttText(timeline) {
    const rows = (0,report_timeline/* timelineRows */.LY)(timeline);
    if (rows.length === 0)
        return undefined;
    const drawn = report_timeline/* sections */.V0.flatMap((section) => {
        const own = rows.filter((row) => row.section === section);
        return own.length === 0 ? [] : [`  section ${section}`, ...own.map(rowText)];
    });
    return ['gantt', '  dateFormat x', '  axisFormat %M:%S', ...drawn].join('\n');
}

// EXTERNAL MODULE: ./lib/report/platforms.js
var platforms = __webpack_require__(53570);
// EXTERNAL MODULE: ./lib/report/units.js
var units = __webpack_require__(88861);
// EXTERNAL MODULE: ./lib/report/check-words.js
var check_words = __webpack_require__(52382);
// EXTERNAL MODULE: ./lib/report/notes.js
var notes = __webpack_require__(43731);
// EXTERNAL MODULE: ./lib/report/words.js
var words = __webpack_require__(58191);
;// CONCATENATED MODULE: ./lib/report/summary.js











const none = '–';
const marks = ['✅', '❌', '⚠️'];
const icons = {
    published: '✅',
    pushed: '✅',
    built: '✅',
    planned: '📝',
    kept: '💤',
    signed: '✍️',
    retagged: '🏷️',
    failed: '❌',
    blocked: '⛔',
    skipped: '➖',
};
/** GitHub drops a step's summary that is longer than this. */
const mostBytes = 1024 * 1024;
/** Markdown for `GITHUB_STEP_SUMMARY`. Text of users and other programs is escaped: it is shown, never obeyed. */
function summaryMarkdown(report, limit) {
    const parts = [
        { text: `## ${icons[report.outcome]} ${(0,words/* headline */.Pl)(report)} ${(0,report_escape/* code */.aY)((0,words/* imageText */.f1)(report))}` },
        { text: `**${(0,words/* whyText */.ss)(report)}** ${(0,report_escape/* markdown */.wD)(report.reason)}` },
        { text: facts(report) },
        part(destinationTable(report), { rank: 5, what: ['repository', 'repositories'], lines: 'table' }),
        ...report.problems.flatMap(problemParts),
        ...(report.missing ?? []).flatMap((one) => missingParts(report, one)),
        part(warningList(report), { rank: 8, what: ['warning', 'warnings'], lines: 'list' }),
        ...adviceTables(report),
        part(differenceTable(report), { rank: 6, what: ['difference', 'differences'], lines: 'table' }),
        part(platformTable(report), { rank: 6, what: ['platform', 'platforms'], lines: 'table' }),
        part(pullLines(report), { rank: 3, what: ['tag', 'tags'], lines: 'code' }),
        part(exportTable(report), { rank: 2, what: ['exported file', 'exported files'], lines: 'table' }),
        part(compiledTable(report), { rank: 2, what: ['compiled package', 'compiled packages'], lines: 'table' }),
        part(checkTable(report), {
            rank: 1,
            what: ['check', 'checks'],
            lines: 'table',
            later: { rank: 8, is: (line) => !line.includes(`| ${marks[0]} `) },
        }),
        part(chart(report), { rank: 0, what: ['chart', 'charts'] }),
        part(list((0,notes/* notesOf */.h)(report)), { rank: 4, what: ['note', 'notes'], lines: 'list' }),
    ];
    const there = parts.filter((one) => one !== undefined);
    if (limit === undefined)
        return (0,cut/* joined */.o)(there);
    const file = limit.file === undefined ? '' : ` and in ${(0,report_escape/* code */.aY)(limit.file)}`;
    return (0,cut/* cut */.J)(there, limit.most, (left) => `**Left out**, for GitHub takes no longer summary: ${left}. The whole is in the output \`metadata\`${file}.`);
}
const part = (text, loss) => text === undefined ? undefined : { text, loss };
function facts(report) {
    const base = (0,report_escape/* code */.aY)(report.base.reference);
    const digest = report.base.digest === undefined ? '' : ` at ${(0,report_escape/* code */.aY)((0,units/* shortDigest */.VK)(report.base.digest))}`;
    const from = report.base.reference === '' ? '' : `, from ${base}${digest}`;
    const lock = report.lock === undefined ? '' : `; requirements ${words/* lockText */.li[report.lock]}`;
    const lines = [
        `${(0,report_escape/* markdown */.wD)((0,words/* subjectText */.yq)(report.subject))}${from}${lock}.`,
        ...(report.digest === undefined ? [] : [`Digest: ${(0,report_escape/* code */.aY)(report.digest)}`]),
        ...(report.output === undefined ? [] : [`OCI layout: ${(0,report_escape/* code */.aY)(report.output)}`]),
    ];
    return lines.join('<br>\n');
}
/** Problems of a run, as in the summary of an image. */
const problemsMarkdown = (problems) => problems.flatMap(problemParts).map(({ text }) => text);
/** What is wrong and the way out, with the lines of the other program that matter. */
function problemParts(problem) {
    const message = (0,report_escape/* plain */.pj)(problem.message).split('\n').map(report_escape/* markdown */.wD).join('<br>\n');
    const loss = { rank: 9, what: ['problem', 'problems'] };
    const { detail = [], file } = problem;
    return [
        { text: `### ❌ ${(0,report_escape/* markdown */.wD)((0,words/* problemTitle */.yz)(problem))}\n\n${message}`, loss },
        ...(detail.length === 0
            ? []
            : [
                {
                    text: (0,report_escape/* fenced */.OF)(detail, 'text'),
                    loss: { rank: 7, what: ['line of output', 'lines of output'], lines: 'code' },
                },
            ]),
        ...(file === undefined
            ? []
            : [
                {
                    text: `The whole output is in ${(0,report_escape/* code */.aY)(file)}.`,
                    loss: { rank: 9, what: ['file of output', 'files of output'] },
                },
            ]),
    ];
}
function missingParts(report, missing) {
    const detail = (0,words/* missingDetail */.SX)(missing);
    const title = `### ⚠️ Without ${missing.platform}`;
    return [
        {
            text: `${title}\n\n${(0,report_escape/* markdown */.wD)((0,words/* missingText */.qq)(report, missing))}`,
            loss: { rank: 9, what: ['missing platform', 'missing platforms'] },
        },
        ...(detail.length === 0
            ? []
            : [
                {
                    text: (0,report_escape/* fenced */.OF)(detail, 'text'),
                    loss: { rank: 7, what: ['line of output', 'lines of output'], lines: 'code' },
                },
            ]),
    ];
}
/** What is new and what is gone first: the rest was there before. */
function adviceTables({ advice, outcome, platforms }) {
    if (advice === undefined)
        return [];
    const { isCompared, added, gone, others } = (0,advisories/* adviceParts */.dW)(advice);
    const loss = { rank: 6, what: ['advisory', 'advisories'], lines: 'table' };
    const rowsOf = (findings) => findings.map((one) => [
        `[${(0,report_escape/* markdown */.wD)((0,advisory_words/* namesText */.cb)(one))}](https://osv.dev/vulnerability/${one.id})`,
        (0,report_escape/* markdown */.wD)((0,advisory_words/* ratingText */.l$)(one)),
        (0,report_escape/* code */.aY)((0,advisory_words/* findingRelease */.$K)(one)),
        (0,report_escape/* markdown */.wD)([(0,advisory_words/* ownerText */.dP)(one), (0,advisory_words/* platformsText */.Ci)(one, platforms.length)].filter(Boolean).join('; ')),
        (0,report_escape/* markdown */.wD)((0,advisory_words/* mendText */.kK)(one)),
    ]);
    const head = ['Advisory', 'Severity', 'In', 'Whose', 'What mends it'];
    const list = (title, findings) => part(findings.length === 0 ? undefined : `${title}\n\n${(0,report_escape/* table */.tp)(head, rowsOf(findings))}`, loss);
    const folded = others.length === 0
        ? undefined
        : `<details${isCompared ? '' : ' open'}><summary>${isCompared ? 'As before' : 'Advisories'}: ${(0,units/* counted */.hS)(others.length, 'advisory', 'advisories')}</summary>\n\n${(0,report_escape/* table */.tp)(head, rowsOf(others))}\n\n</details>`;
    const unknown = advice.unknown === undefined ? undefined : `⚠️ ${(0,report_escape/* markdown */.wD)((0,advisories/* unknownText */.qL)(advice, outcome === 'planned'))}`;
    const none = advice.findings.length === 0 && advice.unknown === undefined ? 'No advisory is known.' : undefined;
    const title = ['### Advisories', unknown ?? none].filter((one) => one !== undefined).join('\n\n');
    return [
        { text: title, loss: { rank: 8, what: ['heading', 'headings'] } },
        list('**New since the image before**', added),
        list('**Gone since the image before**', gone),
        part(folded, loss),
    ];
}
/** What would change of what is published. */
function differenceTable(report) {
    const { destinations } = report;
    const rows = destinations.flatMap(({ repository, difference }) => difference === undefined
        ? []
        : (0,report_difference/* differenceRows */.l)(difference).map(([about, change]) => [
            ...(destinations.length > 1 ? [(0,report_escape/* code */.aY)(repository)] : []),
            about,
            (0,report_escape/* markdown */.wD)(change),
        ]));
    const head = [...(destinations.length > 1 ? ['repository'] : []), (0,report_difference/* against */.A)(report), 'change'];
    return rows.length === 0 ? undefined : (0,report_escape/* table */.tp)(head, rows);
}
/** Where the image goes to one repository, the headline says it all. */
function destinationTable(report) {
    if (report.destinations.length < 2)
        return undefined;
    const rows = report.destinations.map((one) => [
        (0,report_escape/* code */.aY)(one.repository),
        (0,words/* doneText */.ks)(report, one) ?? none,
        one.reason === undefined ? none : (0,report_escape/* markdown */.wD)(one.reason),
        one.digest === undefined ? none : (0,report_escape/* code */.aY)((0,units/* shortDigest */.VK)(one.digest)),
        one.moved.length === 0 ? none : one.moved.map(report_escape/* code */.aY).join(' '),
    ]);
    return (0,report_escape/* table */.tp)(['Repository', 'Done', 'Why', 'Digest', 'Tags moved'], rows);
}
/** What publishes all the same is still worth a look, and stands where it is seen. */
function warningList(report) {
    const warnings = (0,check_words/* warningsOf */.nZ)(report);
    return warnings.length === 0
        ? undefined
        : `### ⚠️ Warnings of the checks\n\n${warnings.map((warning) => `- ${(0,report_escape/* markdown */.wD)((0,check_words/* warningText */.i4)(warning))}`).join('\n')}`;
}
const columns = ['Platform', 'Digest', 'Size', 'Over base', 'Wheels', 'Compiled', 'Checks', 'Time'];
const right = ['Size', 'Over base', 'Wheels', 'Compiled', 'Time'];
function platformTable(report) {
    const rows = (0,platforms/* platformRows */.R)(report, marks);
    if (rows.length === 0)
        return undefined;
    const shown = (0,platforms/* filledColumns */.k)(rows, columns);
    const cell = (row, column) => {
        const text = row[column];
        if (text === undefined)
            return none;
        return column === 'Digest' ? (0,report_escape/* code */.aY)(text) : column === 'Checks' ? (0,report_escape/* markdown */.wD)(text) : text;
    };
    return (0,report_escape/* table */.tp)(shown, rows.map((row) => shown.map((column) => cell(row, column))), right);
}
function pullLines(report) {
    const images = (0,words/* pullable */.Iw)(report);
    if (images.length === 0)
        return undefined;
    return `### Tags\n\n${(0,report_escape/* fenced */.OF)(images.map((image) => `docker pull ${image}`), 'shell')}`;
}
function compiledTable(report) {
    if (report.compiled.length === 0)
        return undefined;
    const rows = report.compiled.map((one) => [
        (0,report_escape/* code */.aY)(`${one.name}==${one.version}`),
        one.platform,
        (0,report_escape/* markdown */.wD)(one.because),
        (0,words/* wayText */.xt)(one, report.outcome),
        one.seconds === undefined ? none : (0,units/* secondsText */.Hd)(one.seconds),
        one.size === undefined ? none : (0,units/* bytesText */.pV)(one.size),
    ]);
    const columns = ['Package', 'Platform', 'Why', 'How', 'Time', 'Size'];
    return `### Compiled\n\n${(0,report_escape/* table */.tp)(columns, rows, ['Time', 'Size'])}`;
}
function exportTable({ exports }) {
    if (exports === undefined)
        return undefined;
    const rows = exports.files.map(({ platform, path, size }) => [(0,report_escape/* code */.aY)(path), platform, (0,units/* bytesText */.pV)(size)]);
    return `### Files in ${(0,report_escape/* code */.aY)(exports.folder)}\n\n${(0,report_escape/* table */.tp)(['File', 'Platform', 'Size'], rows, ['Size'])}`;
}
/** Every check of every platform, folded away: the table above says whether there is something to look for. */
function checkTable(report) {
    const rows = report.platforms.flatMap((platform) => platform.checks.map((check) => [
        platform.platform,
        `${(0,check_words/* checkMark */.kQ)(check, marks)} ${(0,report_escape/* markdown */.wD)(check.name)}`,
        (0,report_escape/* markdown */.wD)((0,check_words/* checkText */.qW)(check)),
        (0,units/* secondsText */.Hd)(check.seconds),
    ]));
    if (rows.length === 0)
        return undefined;
    const wrong = rows.some(([, name]) => !name.startsWith(marks[0]));
    return `<details${wrong ? ' open' : ''}><summary>Checks</summary>\n\n${(0,report_escape/* table */.tp)(['Platform', 'Check', 'Result', 'Time'], rows, ['Time'])}\n\n</details>`;
}
function chart(report) {
    const source = ganttText(report.timeline);
    return source === undefined
        ? undefined
        : `### Where the time went\n\n${(0,report_escape/* fenced */.OF)(source.split('\n'), 'mermaid')}`;
}
const list = (notes) => notes.length === 0 ? undefined : `### Notes\n\n${notes.map((note) => `- ${(0,report_escape/* markdown */.wD)(note)}`).join('\n')}`;


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


/***/ })

};
