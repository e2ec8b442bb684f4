export const id = 8000;
export const ids = [8000];
export const modules = {

/***/ 27743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gi: () => (/* binding */ pinArguments),
/* harmony export */   LF: () => (/* binding */ readPins),
/* harmony export */   SE: () => (/* binding */ updatePins),
/* harmony export */   SM: () => (/* binding */ pinProblems),
/* harmony export */   e0: () => (/* binding */ movedPins),
/* harmony export */   nS: () => (/* binding */ withImages)
/* harmony export */ });
/* harmony import */ var _dockerfile_scope_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40102);
/* harmony import */ var _dockerfile_instructions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37917);
/* harmony import */ var _names_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64021);
/* harmony import */ var _small_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53252);
/**
 * Files of pins: lines of `NAME=value`, as shells and `docker run --env-file` read them. By hand: Node's util.parseEnv gives
 * no positions, which an update needs, and passes over what it cannot read.
 */




/** Reads any text: what cannot be read is left out and said. */
function readPins(text) {
    const messages = [];
    const lines = new Map();
    for (const [index, raw] of linesOf(text).entries()) {
        if (/^\s*(?:#|$)/.test(raw))
            continue;
        const line = index + 1;
        const read = readLine(raw);
        const same = read === undefined ? undefined : lines.get(read.name);
        if (read === undefined)
            messages.push(`line ${line}: it is not NAME=value.`);
        else if (read.value === undefined)
            messages.push(`line ${line}: ${read.name} has a quote that is not closed in its line.`);
        else if (same !== undefined)
            messages.push(`line ${line}: ${read.name} has a value in line ${same.line} already: keep one.`);
        else if (read.quote !== "'" && /\$[A-Za-z_{(]/.test(read.value))
            messages.push(`line ${line}: ${read.name} has a variable in its value, which nothing expands here: write the value.`);
        else if (looksPinned.test(read.value) && !digestAtEnd.test(read.value))
            messages.push(`line ${line}: ${parseDigestMessage(read.value)}`);
        else
            lines.set(read.name, { line, name: read.name, value: read.value });
    }
    const all = [...lines.values()];
    const values = Object.fromEntries(all.map(({ name, value }) => [name, value]));
    return { values, pins: all.flatMap((line) => pinOf(line, values)), messages };
}
/** What is wrong with a file, cut where that is most of it. @param path for messages. */
const pinProblems = (path, { messages }) => (0,_small_file_js__WEBPACK_IMPORTED_MODULE_2__/* .firstProblems */ .fr)(path, messages.map((message) => ({ station: 'input', about: path, message: `${path}, ${message}` })));
const linesOf = (text) => text.replace(/^\uFEFF/, '').split(/\r?\n/);
/** Where a value says that it is pinned. */
const looksPinned = /(?:^|@)sha256:/;
const digestAtEnd = /^(?:(.+)@)?(sha256:[0-9a-f]{64})$/s;
function parseDigestMessage(value) {
    const result = (0,_names_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDigest */ .m)(value.replace(/^.*@/s, ''));
    return result.ok ? '' : result.message;
}
/** Without a value where its quote does not end. Values are in no message: some files have secrets. */
function readLine(raw) {
    const [, name = '', rest = ''] = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*)$/.exec(raw) ?? [];
    if (name === '')
        return undefined;
    const [, quote = '', quoted = ''] = /^(["'])(.*?)\1\s*(?:#.*)?$/.exec(rest) ?? [];
    if (quote !== '')
        return { name, value: quoted, quote };
    if (/^["']/.test(rest))
        return { name, quote };
    return { name, value: rest.replace(/(?:^|\s+)#.*$/, '').trim(), quote };
}
function pinOf({ name, line, value }, values) {
    const [, image, digest] = digestAtEnd.exec(value) ?? [];
    if (digest === undefined)
        return [];
    const pin = { name, line, digest: digest };
    if (image !== undefined)
        return [{ ...pin, image }];
    const imageName = imageNames(name).find((other) => isImage(values[other]));
    return [imageName === undefined ? pin : { ...pin, image: values[imageName], imageName }];
}
const isImage = (value) => value !== undefined && value !== '' && !looksPinned.test(value);
/** Names that the image of a digest may have: `BASE_IMAGE` or `BASE` for `BASE_DIGEST`, and for `BASE_IMAGE_DIGEST`. */
function imageNames(name) {
    const parts = name.split('_');
    const at = parts.findIndex((part) => /^(?:digest|sha|sha256|hash)$/i.test(part));
    if (at < 0)
        return [];
    const rest = parts.toSpliced(at, 1);
    const image = name === name.toLowerCase() ? 'image' : 'IMAGE';
    return [parts.with(at, image).join('_'), rest.join('_'), [...rest, image].join('_')];
}
/**
 * Build arguments that a Dockerfile takes from the file: those that it declares by ARG. The image of a pair is given only
 * with its digest. In a tree, many Dockerfiles may have an `ARG BASE_IMAGE` whose default is an image of the tree, and only
 * the one at the root an `ARG BASE_DIGEST` too.
 */
function pinArguments({ values, pins }, dockerfile) {
    const declared = new Set((0,_dockerfile_scope_js__WEBPACK_IMPORTED_MODULE_3__/* .argumentNames */ .aj)((0,_dockerfile_instructions_js__WEBPACK_IMPORTED_MODULE_0__/* .readInstructions */ .KK)(dockerfile)));
    const digestOf = new Map(pins.flatMap(({ name, imageName }) => (imageName === undefined ? [] : [[imageName, name]])));
    return Object.fromEntries(Object.entries(values).filter(([name]) => declared.has(name) && declared.has(digestOf.get(name) ?? name)));
}
/** Pins with the image of each digest that stands alone: that of a reference of a Dockerfile, `python:3@sha256:…`. */
const withImages = (pins, references) => pins.map((pin) => {
    const reference = references.find((one) => one.endsWith(`@${pin.digest}`));
    return pin.image !== undefined || reference === undefined
        ? pin
        : { ...pin, image: reference.slice(0, reference.lastIndexOf('@')) };
});
/** Pins whose image has another digest today. @param today digest of an image, by its reference. */
const movedPins = (pins, today) => pins.flatMap((pin) => {
    const to = pin.image === undefined ? undefined : today[pin.image];
    return pin.image === undefined || to === undefined || to === pin.digest
        ? []
        : [{ ...pin, image: pin.image, to }];
});
/** The text with new digests, and every other character as it was. */
function updatePins(text, moved) {
    // Line breaks are kept as parts of their own.
    const parts = text.split(/(\r?\n)/);
    for (const { line, digest, to } of moved) {
        const at = (line - 1) * 2;
        parts[at] = parts[at].replace(digest, to);
    }
    return parts.join('');
}


/***/ }),

/***/ 8000:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ treePlan)
});

// EXTERNAL MODULE: ./lib/defined.js
var defined = __webpack_require__(64222);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/names/reference.js
var names_reference = __webpack_require__(64021);
// EXTERNAL MODULE: ./lib/plan/image.js
var plan_image = __webpack_require__(49938);
// EXTERNAL MODULE: ./lib/sources/git.js
var sources_git = __webpack_require__(21022);
// EXTERNAL MODULE: ./lib/sources/tree/branch.js
var tree_branch = __webpack_require__(39075);
// EXTERNAL MODULE: ./lib/dockerfile/custom.js + 1 modules
var custom = __webpack_require__(63581);
// EXTERNAL MODULE: ./lib/registry/reference.js
var registry_reference = __webpack_require__(9758);
// EXTERNAL MODULE: ./lib/report/units.js
var units = __webpack_require__(88861);
// EXTERNAL MODULE: ./lib/sources/tree/pins.js
var tree_pins = __webpack_require__(27743);
;// CONCATENATED MODULE: ./lib/sources/tree/moved.js
/** Says which pinned bases moved since: that is worth a word, and no reason to build anything. */




/**
 * A note for each. An image that cannot be asked about has none.
 *
 * @param today digest of an image with a tag; undefined where nobody answers.
 */
async function movedNotes(question, today) {
    const pinned = pinnedBases(question);
    const images = [...new Set(pinned.map(({ image }) => image))];
    const found = new Map(await Promise.all(images.map(async (image) => [image, await today(image)])));
    return pinned.flatMap(({ file, line, image, digest, variable }) => {
        const to = found.get(image);
        if (to === undefined || to === digest)
            return [];
        const way = variable === undefined
            ? 'write that digest to move on'
            : `"${question.command}" writes that digest in its place`;
        const what = variable === undefined ? image : `${variable} has ${image}`;
        return [
            `${file}:${line}: ${what} at ${(0,units/* shortDigest */.VK)(digest)}, and its tag is ${(0,units/* shortDigest */.VK)(to)} by now; ${way}`,
        ];
    });
}
function pinnedBases({ images, platforms, pins }) {
    const bases = images.map((image) => ({
        ...image,
        references: (0,custom/* readCustomDockerfile */.e)(image.text, image.linked.arguments, image.platforms ?? platforms, image.linked.triggers).bases,
    }));
    const all = bases.flatMap(({ references }) => references);
    const isUsed = (variable) => images.some(({ linked }) => Object.hasOwn(linked.arguments, variable));
    const ofPins = (0,tree_pins/* withImages */.nS)(pins?.file.pins ?? [], all).flatMap(({ name, line, digest, image }) => image === undefined || !isUsed(name) ? [] : [{ file: pins.path, line, image, digest, variable: name }]);
    const ofFiles = bases.flatMap(({ dockerfile, text, references }) => {
        const lines = text.split('\n');
        return references.flatMap((reference) => {
            const [image = '', digest] = reference.split('@');
            const line = digest === undefined ? 0 : lines.findIndex((one) => one.includes(digest)) + 1;
            return line === 0 ? [] : [{ file: dockerfile, line, image, digest: digest }];
        });
    });
    return [...ofPins, ...ofFiles.filter(({ image }) => hasTag(image))];
}
/** Without a tag, a digest belongs to any. */
function hasTag(image) {
    const read = (0,registry_reference/* parseReference */.F2)(image);
    return read.ok && read.value.tag !== undefined;
}

// EXTERNAL MODULE: ./lib/plan/policy.js
var plan_policy = __webpack_require__(39633);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/observe/context.js
var observe_context = __webpack_require__(28767);
// EXTERNAL MODULE: ./lib/observe/context-files.js
var context_files = __webpack_require__(56073);
;// CONCATENATED MODULE: ./lib/sources/tree/changed.js
/** Which images of a tree a change concerns: those whose files it has, and all that stand on them. */




/**
 * Of the paths that a change has, those that get into the image or say how it is made: the Dockerfile, its `.dockerignore`,
 * what it copies, and what ONBUILD of its parents copies. A file that was removed counts where it would have been copied.
 * All paths are from the workspace. In doubt, a path counts.
 *
 * @throws Failure when the context cannot be read.
 */
async function changedFiles(files, image, changed) {
    const { path, context, more } = image;
    const always = new Set([path, `${path}.dockerignore`, external_node_path_.posix.join(context, '.dockerignore'), ...more]);
    const { sources } = (0,custom/* readCustomDockerfile */.e)(image.text, image.arguments, image.platforms, image.triggers);
    const inside = changed.filter((one) => !always.has(one)).flatMap((one) => within(context, one));
    const copied = inside.length === 0 ? new Set() : await copiedFiles(files, image, sources, inside);
    return changed.filter((one) => always.has(one) || within(context, one).some((inner) => copied.has(inner)));
}
/** The path from the context's root; none for one outside of it. */
function within(context, path) {
    const inner = external_node_path_.posix.relative(context, path);
    return inner === '' || inner === '..' || inner.startsWith('../') ? [] : [inner];
}
/** What is there is looked up, since links lead to other files; of what is gone, only the path is left. */
async function copiedFiles(files, { path, context }, sources, changed) {
    const ignore = await (0,observe_context/* readIgnoreList */.H)(files, { folder: context, dockerfile: path });
    const there = await (0,context_files/* contextFiles */.X)(files, context, sources, ignore, observe_context/* unreadable */.O$);
    const gone = changed.filter((one) => !there.has(one));
    const wouldBe = await (0,context_files/* contextFiles */.X)(onlyThese(context, gone), context, sources, ignore, observe_context/* unreadable */.O$);
    return new Set([...there.keys(), ...wouldBe.keys()]);
}
/** A folder that has these files and nothing else. */
function onlyThese(folder, paths) {
    const entries = new Map();
    for (const path of paths) {
        const names = path.split('/');
        for (const [index, name] of names.entries()) {
            const above = external_node_path_.posix.join(folder, ...names.slice(0, index));
            const kind = index < names.length - 1 ? 'folder' : 'file';
            entries.set(above, (entries.get(above) ?? new Map()).set(name, { name, kind, mode: 0 }));
        }
    }
    return { entries: (path) => Promise.resolve([...(entries.get(path)?.values() ?? [])]) };
}
/** @param images parents first, as `linkImages` gives them; the result has their order. */
function imagesToBuild(images, change) {
    const built = new Map();
    for (const { name, parents } of images) {
        const [first, ...others] = change.kind === 'everything'
            ? [{ kind: change.kind, reason: change.reason }]
            : [
                ...filesReason(Object.hasOwn(change.byImage, name) ? change.byImage[name] : []),
                ...[...new Set(Object.values(parents))]
                    .filter((parent) => built.has(parent))
                    .map((parent) => ({ kind: 'parent-rebuilt', parent })),
            ];
        if (first !== undefined)
            built.set(name, { name, reasons: [first, ...others] });
    }
    return [...built.values()];
}
const filesReason = (paths) => paths.length > 0 ? [{ kind: 'files-changed', paths }] : [];
/** Paths that are written out; the others are counted. */
const mostPaths = 3;
/** One reason in words: `files changed: base/apt.txt`, `parent-rebuilt: base`. */
function reasonText(reason) {
    switch (reason.kind) {
        case 'files-changed': {
            const { paths } = reason;
            const more = paths.length - mostPaths;
            return `files changed: ${paths.slice(0, mostPaths).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
        }
        case 'parent-rebuilt':
            return `parent-rebuilt: ${reason.parent}`;
        case 'everything':
            return `everything: ${reason.reason}`;
    }
}

// EXTERNAL MODULE: ./lib/sources/tree/files.js + 1 modules
var tree_files = __webpack_require__(39156);
;// CONCATENATED MODULE: ./lib/sources/tree/select.js




/** Why an image is left out, by its name; those that are made have no entry. */
async function selectImages({ files, git }, tree, inputs, event, policy, note) {
    const left = new Map();
    const leave = (names, because) => {
        for (const { name } of tree.images)
            if (!names.has(name) && !left.has(name))
                left.set(name, because);
    };
    if (inputs.images.length > 0)
        leave((0,tree_files/* namesMatching */.G)(tree.images.map(({ name }) => name), inputs.images, inputs.chosenBy), 'it was not asked for');
    if (inputs.changed !== undefined) {
        const change = await (0,sources_git/* changedPaths */.vl)(git, inputs.changed, event);
        if (change.kind === 'everything')
            note(`all images count as changed: ${change.because}`);
        else {
            const more = [tree.imagesPath, tree.pinsPath].filter((path) => path !== undefined);
            const byImage = await Promise.all(tree.images.map(async ({ name, linked, text, target, test, platforms }) => {
                const own = [
                    ...more,
                    ...(target === undefined ? [] : [target]),
                    ...(test === undefined ? [] : [test]),
                ];
                const image = { ...linked, text, platforms: platforms ?? inputs.platforms, more: own };
                return [name, await changedFiles(files, image, change.paths)];
            }));
            const built = imagesToBuild(tree.images.map(({ linked }) => linked), { kind: 'files', byImage: Object.fromEntries(byImage) });
            for (const { name, reasons } of built)
                note(`${name}: ${reasons.map(reasonText).join('; ')}`);
            leave(new Set(built.map(({ name }) => name)), 'none of its files changed, and nothing that it stands on');
        }
    }
    // Without a registry there is nothing to stand on but what is made here.
    if (!(0,plan_policy/* asksRegistries */.y0)(policy))
        for (const { name } of tree.images)
            if (isNeeded(tree, left, name))
                left.delete(name);
    return left;
}
/** Whether an image that is made stands on this one. */
function isNeeded(tree, left, name) {
    return tree.images.some(({ name: child, linked }) => Object.values(linked.parents).includes(name) && (!left.has(child) || isNeeded(tree, left, child)));
}

// EXTERNAL MODULE: ./lib/dockerfile/scope.js
var scope = __webpack_require__(40102);
// EXTERNAL MODULE: ./lib/dockerfile/instructions.js
var instructions = __webpack_require__(37917);
// EXTERNAL MODULE: ./lib/names/nearest.js
var nearest = __webpack_require__(13114);
// EXTERNAL MODULE: ./lib/names/shown.js
var shown = __webpack_require__(8065);
// EXTERNAL MODULE: ./lib/dockerfile/base-fault.js
var base_fault = __webpack_require__(58996);
// EXTERNAL MODULE: ./lib/dockerfile/stages.js
var dockerfile_stages = __webpack_require__(83407);
;// CONCATENATED MODULE: ./lib/dockerfile/base-platforms.js



/**
 * Platforms of the build by reference. What stages take that have a platform of their own, as `--platform=$BUILDPLATFORM`
 * gives one, is not among them, nor what is taken by a stage on such a stage.
 */
function basePlatforms(text, buildArguments, platforms, triggers) {
    const file = (0,instructions/* readInstructions */.KK)(text);
    const taken = new Map();
    for (const platform of platforms) {
        const globals = (0,scope/* globalScope */.gm)((0,dockerfile_stages/* globalArguments */.yZ)(file), buildArguments, platform, file.escape);
        const stages = (0,dockerfile_stages/* readStages */.ir)(file, globals, triggers);
        const froms = (0,dockerfile_stages/* reachedStages */.mP)(stages).flatMap((index) => {
            const stage = stages[index];
            return hasOwnPlatform(stage, stages) ? [] : [stage.base, ...stage.copies];
        });
        const references = new Set(froms.flatMap((from) => (from.kind === 'image' ? [from.reference] : [])));
        for (const reference of references)
            taken.set(reference, [...(taken.get(reference) ?? []), platform]);
    }
    return taken;
}
const hasOwnPlatform = (stage, stages) => stage.hasOwnPlatform || (stage.base.kind === 'stage' && hasOwnPlatform(stages[stage.base.index], stages));

;// CONCATENATED MODULE: ./lib/sources/tree/official-images.js
/**
 * Names of Docker Hub's official images, today's and earlier ones: a bare name such as `python` is one of these before it
 * is an image of the tree. Source: the files in `library` of docker-library/official-images, without ported names.
 */
const names = `
  adminer adoptopenjdk aerospike almalinux alpine alt amazoncorretto amazonlinux api-firewall arangodb archlinux
  backdrop bash bonita buildpack-deps busybox caddy cassandra celery centos chronograf cirros clearlinux clefos clickhouse
  clojure composer consul convertigo couchbase couchdb crate crux dart debian django docker docker-dev drupal
  eclipse-mosquitto eclipse-temurin eggdrop elasticsearch elixir emqx erlang euleros express-gateway fedora flink fluentd
  friendica fsharp gazebo gcc geonetwork ghost glassfish golang gradle groovy haproxy haskell haxe hello-seattle
  hello-world hipache hitch hola-mundo hylang ibm-semeru-runtimes ibmjava influxdb iojs irssi java jenkins jetty jobber
  joomla jruby julia kaazing-gateway kapacitor kibana known kong krakend lightstreamer liquibase logstash mageia mariadb
  matomo maven mediawiki memcached mongo mongo-express monica mono mysql nats nats-streaming neo4j neurodebian nextcloud
  nginx node notary nuxeo odoo open-liberty openjdk opensuse oraclelinux orientdb owncloud percona perl photon php
  php-zendserver phpmyadmin piwik plone postfixadmin postgres postgrest pypy python r-base rabbitmq rails rakudo-star redis
  redmine registry rethinkdb rocket.chat rockylinux ros ruby rust sapmachine satosa sentry silverpeas sl solr sonarqube
  sourcemage spark spiped storm swarm swift swipl teamspeak telegraf thrift tomcat tomee traefik ubuntu
  ubuntu-debootstrap ubuntu-upstart unit varnish vault websphere-liberty wordpress xwiki yourls znc zookeeper
`;
const officialImages = new Set(names.split(/\s+/).filter(Boolean));

;// CONCATENATED MODULE: ./lib/sources/tree/match.js
/** Decides which references of a Dockerfile are images of its tree. */





/**
 * The first rule that applies decides; tags count only where a row has one.
 *
 * 1. One with a digest is an image that exists already: external.
 * 2. A row of images.yml names it: that image, or external.
 * 3. A prefix of the tree and the name of an image of it: that image. A prefix is given, or it is learned: a Dockerfile
 *    takes it from an ARG (`${REPOSITORY}/base`), and what follows is an image of the tree. Of an ARG with a whole
 *    reference (`ARG BASE=owner/base`) it is learned too, unless that has the tag of a version, as those of others do.
 * 4. A bare name, which is Docker Hub's `library`, where nobody publishes: an image of the tree that has this name, unless
 *    Docker has an official image of it (`python`). One that is nearly a name of the tree is refused as a slip.
 * 5. `localhost/…` without a port is what Podman calls a local image: the image of the tree that has its name.
 * 6. A prefix of the tree and another name: unknown.
 * 7. Another prefix and the name of an image: refused, since it may be either; an image's own name, as in
 *    `FROM upstream/redis` of `redis`, is external.
 * 8. All others are external.
 */
function matcher({ images, prefixes, external, uses }) {
    const rows = images.flatMap(({ name, references }) => references.map((reference) => [reference, name]));
    const names = images.map(({ name }) => name);
    const given = prefixes.flatMap(prefixText);
    const learned = new Map();
    for (const user of names) {
        for (const use of uses[user] ?? []) {
            const others = names.filter((name) => name !== user);
            const prefix = learnedPrefix(use, others, [...rows.map(([known]) => known), ...external]);
            if (prefix !== undefined && !given.includes(prefix) && !learned.has(prefix))
                learned.set(prefix, { prefix, user, ...use });
        }
    }
    const own = [...given, ...learned.keys()];
    const match = (user, text) => {
        const result = (0,registry_reference/* parseReference */.F2)(text);
        if (!result.ok)
            return { kind: 'refused', message: result.message };
        const reference = result.value;
        if (reference.digest !== undefined)
            return { kind: 'external' };
        const row = rows.find(([known]) => covers(known, reference));
        if (row !== undefined)
            return { kind: 'image', name: row[1] };
        if (external.some((known) => covers(known, reference)))
            return { kind: 'external' };
        const repository = (0,names_reference/* repositoryText */.g_)(reference.repository);
        const candidates = names.filter((name) => repository.endsWith(`/${name}`));
        const ours = candidates.filter((name) => own.includes(repository.slice(0, -name.length - 1)));
        if (ours.length > 1)
            return { kind: 'refused', message: between(text, ours) };
        if (ours[0] !== undefined)
            return { kind: 'image', name: ours[0] };
        const others = candidates.filter((name) => name !== user);
        const bare = bareName(text);
        if (bare !== undefined) {
            // Nobody else has an image of this name: it stands on itself.
            if (bare === user && !officialImages.has(bare))
                return { kind: 'image', name: user };
            if (!others.includes(bare))
                return misspelled(text, bare, others) ?? { kind: 'external' };
            if (!officialImages.has(bare))
                return { kind: 'image', name: bare };
            return { kind: 'external', note: officialNote(text, bare) };
        }
        if (reference.repository.registry === 'localhost' && others.length === 1)
            return { kind: 'image', name: others[0] };
        if (own.some((prefix) => isNarrow(prefix) && repository.startsWith(`${prefix}/`)))
            return { kind: 'unknown' };
        if (repository.startsWith(library))
            return { kind: 'external' };
        if (candidates.length === 0)
            return { kind: 'external', isAssumed: true };
        if (others.length === 0)
            return { kind: 'external' };
        return { kind: 'refused', message: eitherOr(text, others) };
    };
    return { learned: [...learned.values()], match };
}
const library = 'docker.io/library/';
/** A registry alone holds the images of others too. */
const isNarrow = (prefix) => prefix.includes('/') && `${prefix}/` !== library;
function covers(known, { repository, tag }) {
    const row = (0,registry_reference/* parseReference */.F2)(known);
    return (row.ok &&
        (0,names_reference/* repositoryText */.g_)(row.value.repository) === (0,names_reference/* repositoryText */.g_)(repository) &&
        (row.value.tag === undefined || row.value.tag === tag));
}
/** With its registry: `docker.io/owner` for `owner`. Empty for what is no prefix. */
function prefixText(prefix) {
    const result = (0,registry_reference/* parseReference */.F2)(`${prefix.replace(/\/+$/, '')}/x`);
    return result.ok ? [(0,names_reference/* repositoryText */.g_)(result.value.repository).replace(/\/x$/, '')] : [];
}
/** @param settled references that rows of images.yml have: nothing is to be learned from them. */
function learnedPrefix({ reference: text, written }, names, settled) {
    const result = (0,registry_reference/* parseReference */.F2)(text);
    if (!result.ok || result.value.digest !== undefined || bareName(text) !== undefined)
        return undefined;
    if (settled.some((known) => covers(known, result.value)))
        return undefined;
    const { repository, tag } = result.value;
    const full = (0,names_reference/* repositoryText */.g_)(repository);
    if (full.startsWith(library))
        return undefined;
    // A variable may have a slash in it: `${BASE/a/b}`.
    const parts = written
        .replaceAll(/["']/g, '')
        .replaceAll(/\$\{[^}]*\}|\$\w+/g, '$')
        .split('/');
    const name = names.find((candidate) => {
        if (!full.endsWith(`/${candidate}`))
            return false;
        const owner = parts.at(-1 - candidate.split('/').length);
        if (owner !== undefined)
            return owner.includes('$');
        return parts[0].startsWith('$') && !isVersion(tag);
    });
    return name === undefined ? undefined : full.slice(0, -name.length - 1);
}
const isVersion = (tag) => /^v?\d/.test(tag ?? '');
/** Whether an ARG has the whole reference, as for an image of one's own, and its tag is no version as those of others. */
function mayBeOwn({ reference: text, written }) {
    const result = (0,registry_reference/* parseReference */.F2)(text);
    return result.ok && /^["']?\$/.test(written) && !written.includes('/') && !isVersion(result.value.tag);
}
/** A bare name that nobody publishes, and that is nearly one of the tree's. */
function misspelled(text, bare, others) {
    const near = officialImages.has(bare) || bare === 'packages' ? undefined : (0,nearest/* nearest */.p)(bare, others);
    if (near === undefined)
        return undefined;
    return {
        kind: 'refused',
        message: `${(0,shown/* shown */.S)(text)} is no image of the tree, and Docker has no official one of that name. Did you mean "${near}"? Where it is neither: ${externalRow(text)}.`,
    };
}
const bareName = (text) => text.includes('/') ? undefined : text.replace(/:.*/, '');
const withoutTag = (text) => text.replace(/:[^/:]*$/, '');
/** A row of images.yml, on one line. */
const rowOf = (name, reference) => `- {name: ${name}, image: ${withoutTag(reference)}}`;
const externalRow = (reference) => `- {image: ${withoutTag(reference)}, external: true}`;
const officialNote = (text, name) => `takes ${(0,shown/* shown */.S)(text)} from Docker Hub, not the image ${(0,shown/* shown */.S)(name)} of this tree; the row ${rowOf(name, text)} in images.yml takes the latter`;
const assumedNote = (reference, name) => `takes ${(0,shown/* shown */.S)(reference)} as it is published; where it is the image ${(0,shown/* shown */.S)(name)} of this tree, the row ${rowOf(name, reference)} in images.yml says so, and where it is not: ${externalRow(reference)}`;
const eitherOr = (text, names) => `${(0,shown/* shown */.S)(text)} may be the image ${names.map(shown/* shown */.S).join(' or ')} of this tree, or one that is built elsewhere. A row in images.yml says which: ${names.map((name) => rowOf(name, text)).join(' or ')} or ${externalRow(text)}.`;
const between = (text, names) => `${(0,shown/* shown */.S)(text)} may be the image ${names.map(shown/* shown */.S).join(' or ')} of this tree. A row in images.yml says which: ${names.map((name) => rowOf(name, text)).join(' or ')}.`;

;// CONCATENATED MODULE: ./lib/sources/tree/graph.js






/** Reads the references of all Dockerfiles, with those that ONBUILD of a parent adds. `matcher` has the rules. */
function linkImages(question) {
    const { images, prefixes, external } = question;
    const platformsOf = (image) => image.platforms ?? question.platforms;
    const read = (image, triggers) => (0,custom/* readCustomDockerfile */.e)(image.text, image.arguments, platformsOf(image), triggers);
    const alone = new Map(images.map((image) => [image.name, read(image, {})]));
    const { learned, match } = matcher({
        images,
        prefixes,
        external,
        uses: Object.fromEntries([...alone].map(([name, { written }]) => [name, usesOf(written)])),
    });
    const linked = images.map((image) => {
        const triggers = triggersOf(alone.get(image.name).bases, (reference) => {
            const parent = match(image.name, reference);
            return parent.kind === 'image' ? (alone.get(parent.name)?.triggers ?? []) : [];
        });
        const facts = read(image, triggers);
        const matches = facts.bases.map((reference) => [reference, match(image.name, reference)]);
        return { image, facts, triggers, matches, parents: parentsOf(matches) };
    });
    const problems = [
        ...linked.flatMap((one) => problemsOf(one, linked, platformsOf(one.image))),
        ...linked.flatMap((one) => platformProblems(one, linked, platformsOf)),
        ...circlesOf(linked).map((names) => circle(names, images)),
    ];
    const learnedFrom = learned.map(({ prefix, user, written, reference }) => `${prefix}/ is taken as what stands before the names of this tree's images: ${pathOf(user, images)} has ${(0,shown/* shown */.S)(written)}, which is ${(0,shown/* shown */.S)(reference)}`);
    return {
        images: problems.length > 0 ? [] : inOrder(linked).map(linkedImage),
        // A prefix that was learned may be why another reference is taken for one of the tree.
        problems: problems.map((one, at) => at === 0 && learnedFrom.length > 0 ? { ...one, detail: learnedFrom } : one),
        notes: [
            ...learnedFrom,
            ...linked.flatMap((one) => notesOf(one, linked).map((note) => `${one.image.dockerfile} ${note}`)),
        ],
    };
}
const usesOf = (written) => Object.entries(written).map(([reference, text]) => ({ reference, written: text }));
const triggersOf = (references, of) => Object.fromEntries(references.map((reference) => [reference, of(reference)]).filter(([, all]) => all.length > 0));
const parentsOf = (matches) => Object.fromEntries(matches.flatMap(([reference, found]) => (found.kind === 'image' ? [[reference, found.name]] : [])));
const linkedImage = ({ image, parents, triggers }) => ({
    name: image.name,
    path: image.dockerfile,
    context: image.context,
    arguments: image.arguments,
    parents,
    triggers,
});
function notesOf({ image, facts, matches }, all) {
    return matches.flatMap(([reference, found]) => {
        if (found.kind !== 'external')
            return [];
        if (found.note !== undefined)
            return [found.note];
        const written = facts.written[reference] ?? '';
        if (found.isAssumed !== true || !mayBeOwn({ reference, written }))
            return [];
        const name = likelyName(reference, image.name, all);
        return name === undefined ? [] : [assumedNote(reference, name)];
    });
}
const problemOf = ({ dockerfile }, message) => ({
    station: 'input',
    about: dockerfile,
    message: `${dockerfile}: ${message}`,
});
/** Parents that lack a platform which this image takes them for. */
function platformProblems({ image, triggers, parents }, all, platformsOf) {
    const own = platformsOf(image);
    const taken = basePlatforms(image.text, image.arguments, own, triggers);
    return Object.entries(parents).flatMap(([reference, name]) => {
        const parent = all.find((one) => one.image.name === name);
        if (parent === undefined)
            return [];
        const held = platformsOf(parent.image);
        const missing = (taken.get(reference) ?? []).filter((platform) => !runsOn(held, platform));
        if (missing.length === 0)
            return [];
        const left = own.filter((platform) => !missing.includes(platform));
        const rows = [
            platformsRow(name, [...held, ...missing]),
            ...(left.length === 0 ? [] : [platformsRow(image.name, left)]),
        ];
        return [
            problemOf(image, `the image ${(0,shown/* shown */.S)(image.name)} is for ${own.join(', ')}, and ${(0,shown/* shown */.S)(reference)} is the image ${(0,shown/* shown */.S)(name)} of this tree, which is for ${held.join(', ')} and not for ${missing.join(', ')}. A row in images.yml gives them platforms that agree: ${rows.join(' or ')}.`),
        ];
    });
}
/** Processors of ARM run what is for earlier ones of 32 bits, and BuildKit takes it. */
const runsOn = (held, platform) => held.some((one) => one === platform || (isArm32(one) && isArm32(platform) && one.localeCompare(platform) < 0));
const isArm32 = (platform) => platform.startsWith('linux/arm/');
const platformsRow = (name, platforms) => `- {name: ${name}, platforms: [${platforms.join(', ')}]}`;
function problemsOf(one, all, platforms) {
    const { image, facts, matches } = one;
    const problem = (message) => problemOf(image, message);
    const faults = (0,base_fault/* baseFaults */.x)(image.text, image.arguments, platforms);
    const unset = facts.unset.map(({ written, names }) => problem(`${(0,shown/* shown */.S)(written)} has no value for ${names.join(' and ')}. An ARG before the first FROM with a default gives one, a row in images.yml with arguments, or a file of pins.`));
    const unexpanded = facts.unexpanded.map((written) => problem(`BuildKit expands no variable in ${(0,shown/* shown */.S)(`--from=${written}`)}. A stage does it: FROM with that name AS parent, with the ARG before the first FROM, and then --from=parent.`));
    const others = matches.flatMap(([reference, found]) => {
        // What is no image at all is said with its line.
        const isFault = faults.some(({ reference: fault }) => fault === reference);
        if (found.kind === 'refused')
            return isFault ? [] : [problem(found.message)];
        if (found.kind !== 'unknown')
            return [];
        const chain = [...chainTo(image.name, all), reference].join(' → ');
        const name = likelyName(reference, image.name, all) ?? 'NAME';
        return [
            problem(`no Dockerfile of the tree makes ${(0,shown/* shown */.S)(reference)}, which is called as its images are: ${chain}. Where one does, a row in images.yml says so: ${rowOf(name, reference)}. Where it is built elsewhere: ${externalRow(reference)}.`),
        ];
    });
    const invalid = faults.map(({ line, message }) => problem(`line ${line}: ${message}`));
    return [...invalid, ...unset, ...unexpanded, ...others];
}
/** From an image that nothing stands on down to this one. */
function chainTo(name, all) {
    const chain = [name];
    for (;;) {
        const above = all.find(({ image, parents }) => !chain.includes(image.name) && isParent(chain[0], parents));
        if (above === undefined)
            return chain;
        chain.unshift(above.image.name);
    }
}
const isParent = (name, parents) => Object.values(parents).includes(name);
/** The image that a reference may mean: one of nearly that name, else one that nothing refers to and shares a word with it. */
function likelyName(reference, user, all) {
    const names = all.map(({ image }) => image.name).filter((name) => name !== user);
    const last = reference.replace(/:[^/:]*$/, '').replace(/.*\//, '');
    const near = (0,nearest/* nearest */.p)(last, names);
    if (near !== undefined)
        return near;
    const words = last.split(/[._-]+/);
    const unused = names.filter((name) => all.every(({ parents }) => !isParent(name, parents)));
    return unused.find((name) => name.split(/[._-]+/).some((word) => words.includes(word)));
}
/** Each circle once, from the image that came first. */
function circlesOf(all) {
    const circles = new Map();
    const done = new Set();
    const visit = (name, way) => {
        const at = way.indexOf(name);
        if (at >= 0) {
            const members = way.slice(at);
            const key = members.toSorted().join(' ');
            if (!circles.has(key))
                circles.set(key, [...members, name]);
            return;
        }
        if (done.has(name))
            return;
        for (const parent of new Set(Object.values(parentsOfName(name, all))))
            visit(parent, [...way, name]);
        done.add(name);
    };
    for (const { image } of all)
        visit(image.name, []);
    return [...circles.values()];
}
const parentsOfName = (name, all) => all.find(({ image }) => image.name === name)?.parents ?? {};
const pathOf = (name, images) => images.find((image) => image.name === name).dockerfile;
const circle = (names, images) => ({
    station: 'input',
    about: pathOf(names[0], images),
    message: `Images of the tree stand on each other in a circle: ${names.join(' → ')}. One of these Dockerfiles must take another image; where it takes one that is published already, write that with its digest, or give it a row in images.yml with external: true.`,
});
function inOrder(all) {
    const ordered = new Set();
    const visit = (one) => {
        for (const name of Object.values(one.parents)) {
            const parent = all.find(({ image }) => image.name === name);
            if (parent !== undefined && !ordered.has(parent))
                visit(parent);
        }
        ordered.add(one);
    };
    for (const one of all)
        visit(one);
    return [...ordered];
}

// EXTERNAL MODULE: ./lib/sources/tree/name-images.js
var name_images = __webpack_require__(9167);
// EXTERNAL MODULE: ./lib/sources/small-file.js
var small_file = __webpack_require__(53252);
;// CONCATENATED MODULE: ./lib/sources/tree/tree.js
/** Reads a whole tree: its Dockerfiles, what images.yml and pins say of them, and what they stand on. */













/** Reads the folder, what images.yml and pins say, and what the Dockerfiles stand on. */
async function readTree({ files }, inputs) {
    const root = await (0,tree_files/* treeRoot */.Ro)(files, inputs.path);
    const [file, pins] = await Promise.all([(0,tree_files/* imagesFile */.rT)(files, root), pinFile(files, root, inputs.pins)]);
    const context = inputs.context === undefined ? undefined : (0,tree_files/* fromWorkspace */.mr)(files, inputs.context);
    const found = await (0,tree_files/* dockerfilesOf */.Xx)(files, root, file, { exclude: inputs.exclude, ...(0,defined/* defined */.s)({ context }) });
    const { images, problems } = (0,name_images/* nameImages */.E)(found, file);
    const all = [...file.problems, ...pins.problems, ...problems, ...(await absentContexts(files, images))];
    if (all.length > 0)
        throw new errors/* Failure */.HR(all);
    const texts = new Map(await Promise.all(images.map(async ({ name, dockerfile }) => [name, (await files.read(dockerfile)) ?? ''])));
    const undeclared = images.flatMap((image) => undeclaredArguments(image, texts.get(image.name), file.path));
    if (undeclared.length > 0)
        throw new errors/* Failure */.HR(undeclared);
    const graph = linkImages({
        images: images.map((image) => {
            const text = texts.get(image.name);
            return { ...image, text, arguments: argumentsOf(image, text, pins.file, inputs.buildArgs) };
        }),
        prefixes: inputs.repositories.map(names_reference/* repositoryText */.g_),
        external: file.external,
        platforms: inputs.platforms,
    });
    if (graph.problems.length > 0)
        throw new errors/* Failure */.HR(graph.problems);
    const byName = new Map(images.map((image) => [image.name, image]));
    return {
        root,
        images: graph.images.map((linked) => ({
            ...byName.get(linked.name),
            linked,
            text: texts.get(linked.name),
        })),
        notes: [...(await overlooked(files, root, file.there, images)), ...graph.notes],
        ...(0,defined/* defined */.s)({ imagesPath: file.there ? file.path : undefined, pinsPath: pins.path, pins: pins.file }),
    };
}
/** Arguments of a row that the Dockerfile has no ARG for: they would do nothing but build it again. */
function undeclaredArguments({ name, dockerfile, arguments: given }, text, path) {
    const declared = (0,scope/* argumentNames */.aj)((0,instructions/* readInstructions */.KK)(text));
    return Object.keys(given)
        .filter((argument) => !declared.includes(argument))
        .map((argument) => {
        const near = (0,nearest/* nearest */.p)(argument, declared);
        const way = near === undefined ? 'Add the ARG, or leave it out.' : `Did you mean "${near}"?`;
        return {
            station: 'input',
            about: path,
            message: `${path}: ${dockerfile}, of the image "${name}", has no ARG ${argument}. ${way}`,
        };
    });
}
/** Notes about what is nearly what is read, and is not. */
async function overlooked(files, root, hasImagesFile, images) {
    const isAt = async (path, kind) => (await files.stat(path))?.kind === kind;
    const yaml = external_node_path_.posix.join(root, 'images.yaml');
    const tests = images.flatMap(({ dockerfile, test }) => test === undefined ? [external_node_path_.posix.join(external_node_path_.posix.dirname(dockerfile), 'test.sh')] : []);
    const folders = await Promise.all(tests.map(async (path) => ((await isAt(path, 'folder')) ? [path] : [])));
    return [
        ...(!hasImagesFile && (await isAt(yaml, 'file')) ? [`${yaml} is not read: call it images.yml`] : []),
        ...new Set(folders.flat().map((path) => `${path} is a folder, and not a test that can be run`)),
    ];
}
/** Contexts that are no folders. */
async function absentContexts(files, images) {
    const found = await Promise.all(images.map(async ({ context }) => (await files.stat(context))?.kind));
    return images.flatMap(({ name, context }, at) => found[at] === 'folder'
        ? []
        : [
            {
                station: 'input',
                about: 'context',
                message: `There is no folder ${(0,shown/* shown */.S)(context)}, which the image "${name}" is to be built from: mend its row in images.yml, or the input context.`,
            },
        ]);
}
/** Those that the Dockerfile declares: another one would change its fingerprint and nothing else. */
function argumentsOf(image, text, pins, given) {
    const declared = new Set((0,scope/* argumentNames */.aj)((0,instructions/* readInstructions */.KK)(text)));
    return {
        ...(pins === undefined ? {} : (0,tree_pins/* pinArguments */.Gi)(pins, text)),
        ...Object.fromEntries(Object.entries(given).filter(([name]) => declared.has(name))),
        ...image.arguments,
    };
}
const usualPins = 'digests.env';
async function pinFile(files, root, given) {
    const path = given ?? external_node_path_.posix.join(root, usualPins);
    const text = await (0,small_file/* readSmall */.o5)(files, path);
    if (text === undefined)
        return {
            problems: given === undefined ? [] : wrong('pins', `There is no file ${(0,shown/* shown */.S)(given)} of pins.`).problems,
        };
    const file = (0,tree_pins/* readPins */.LF)(text);
    return { file, path, problems: (0,tree_pins/* pinProblems */.SM)(path, file) };
}
const wrong = (about, message) => new errors/* Failure */.HR([{ station: 'input', about, message }]);

;// CONCATENATED MODULE: ./lib/sources/tree/plan.js
/** The plan of a tree of Dockerfiles: an image of each, those that others stand on first. */









/**
 * @throws Failure with all that is wrong with the tree.
 *
 * @param note told what is worth knowing. @param today digest of an image with a tag; undefined where nobody answers.
 */
async function treePlan(world, inputs, policy, event, note, today) {
    const tree = await readTree(world, inputs);
    tree.notes.forEach(note);
    const git = (0,sources_git/* gitIn */.uM)(world, tree.root);
    const tags = await tagsOf(git, inputs, event);
    const selected = await selectImages({ ...world, git }, tree, inputs, event, policy, note);
    const made = tree.images.filter(({ name }) => selected.get(name) === undefined);
    const ids = new Map((0,plan_image/* imageIds */.kF)(made.map(({ name }) => name)).map((id, at) => [made[at].name, id]));
    const texts = await testTexts(world, made);
    (await movedNotes(movedQuestion(tree, made, inputs), today)).forEach(note);
    return {
        policy,
        images: made.map((node) => imageOf(node, inputs, tags, ids, texts.get(node.name))),
        skipped: tree.images.flatMap(({ name }) => {
            const because = selected.get(name);
            if (because === undefined)
                return [];
            const [repository] = repositoriesOf(inputs, name);
            // No image of the plan has this id: it may have the same name.
            return [
                { id: `${name}-skipped`, subject: { kind: 'dockerfile', name }, repository, because },
            ];
        }),
    };
}
const movedQuestion = ({ pins, pinsPath }, images, inputs) => ({
    images,
    platforms: inputs.platforms,
    command: `python-image-builder pins --path ${inputs.path}${inputs.pins === undefined ? '' : ` --pins ${inputs.pins}`} --update`,
    ...(pins === undefined || pinsPath === undefined ? {} : { pins: { path: pinsPath, file: pins } }),
});
/** @throws Failure where nothing names a tag. */
async function tagsOf(git, { tags, defaultBranch }, event) {
    const branches = await (0,sources_git/* branchesOf */.IJ)(git);
    const others = [...branches, ...(event?.defaultBranch === undefined ? [] : [event.defaultBranch])];
    const usual = (0,tree_branch/* tagOfBranch */.W)(defaultBranch, others);
    const [given, ...aliases] = tags;
    if (given !== undefined)
        return { exact: given, aliases, published: [...new Set([given, usual])] };
    const ref = await (0,sources_git/* gitRef */.GY)(git, event);
    if (ref === undefined)
        throw plan_wrong('tags', 'tags: nothing names a tag, since Git is at no branch, tag or pull request here. Give one.');
    const exact = (0,tree_branch/* tagOfRef */.D)(ref, [...others, ...(await missingBranches(git, ref))]);
    if (!exact.ok)
        throw plan_wrong('tags', exact.message);
    return { exact: exact.value, aliases: [], published: [...new Set([exact.value, usual])] };
}
/** Branches of the remote that this clone may lack, where the name of the own one must change to be a tag. */
async function missingBranches(git, { ref }) {
    const [, branch] = /^refs\/heads\/(.+)$/s.exec(ref) ?? [];
    return branch === undefined || String((0,tree_branch/* tagOfBranch */.W)(branch, [])) === branch ? [] : (0,sources_git/* remoteBranches */.l5)(git);
}
const repositoriesOf = ({ repositories }, name) => {
    const [first, ...rest] = repositories.map((prefix) => ({ ...prefix, name: `${prefix.name}/${name}` }));
    return [first, ...rest];
};
/** Texts of the tests that stand beside Dockerfiles, by the image's name. */
const testTexts = async ({ files }, nodes) => new Map(await Promise.all(nodes
    .filter(({ test }) => test !== undefined)
    .map(async ({ name, test }) => [name, (await files.read(test)) ?? ''])));
function imageOf({ name, linked, platforms, tags: more, verifyCommand, exports }, inputs, tags, ids, test) {
    const parents = Object.entries(linked.parents);
    const made = parents.flatMap(([reference, parent]) => {
        const id = ids.get(parent);
        return id === undefined ? [] : [[reference, id]];
    });
    const published = parents
        .filter(([, parent]) => !ids.has(parent))
        .map(([reference, parent]) => {
        const [repository] = repositoriesOf(inputs, parent);
        return [reference, tags.published.map((tag) => `${(0,names_reference/* repositoryText */.g_)(repository)}:${tag}`)];
    });
    return {
        id: ids.get(name),
        parents: [...new Set(made.map(([, id]) => id))],
        subject: { kind: 'dockerfile', name },
        repositories: repositoriesOf(inputs, name),
        tags: {
            exact: tags.exact,
            aliases: [...new Set([...tags.aliases, ...more])].filter((tag) => tag !== tags.exact),
        },
        ...(0,plan_image/* wantedPlatforms */.QM)(platforms ?? inputs.platforms, inputs.optionalPlatforms),
        content: {
            kind: 'dockerfile',
            path: linked.path,
            context: linked.context,
            arguments: linked.arguments,
            parents: Object.fromEntries(made),
            ...(published.length === 0 ? {} : { published: Object.fromEntries(published) }),
            ...(Object.keys(linked.triggers).length === 0 ? {} : { triggers: linked.triggers }),
        },
        checks: {
            extras: [],
            skip: inputs.verifySkip,
            tools: (0,plan_image/* toolsImage */.PZ)(inputs.baseRegistry),
            ...(0,defined/* defined */.s)({ command: verifyCommand ?? inputs.verifyCommand, test }),
        },
        ...(exports.length === 0 ? {} : { exports }),
        labels: {},
        given: { labels: inputs.labels, annotations: inputs.annotations },
    };
}
const plan_wrong = (about, message) => new errors/* Failure */.HR([{ station: 'input', about, message }]);


/***/ })

};
