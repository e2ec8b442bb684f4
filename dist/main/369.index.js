export const id = 369;
export const ids = [369];
export const modules = {

/***/ 3369:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run),
  show: () => (/* binding */ show)
});

// EXTERNAL MODULE: ./lib/sources/policy.js
var sources_policy = __webpack_require__(968);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/defined.js
var defined = __webpack_require__(7541);
// EXTERNAL MODULE: ./lib/dockerfile/scope.js
var scope = __webpack_require__(9063);
// EXTERNAL MODULE: ./lib/dockerfile/instructions.js
var instructions = __webpack_require__(4334);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(2409);
// EXTERNAL MODULE: ./lib/names/nearest.js
var nearest = __webpack_require__(6933);
// EXTERNAL MODULE: ./lib/names/reference.js
var names_reference = __webpack_require__(462);
// EXTERNAL MODULE: ./lib/names/shown.js
var shown = __webpack_require__(6414);
// EXTERNAL MODULE: ./lib/observe/patterns.js
var patterns = __webpack_require__(2432);
// EXTERNAL MODULE: ./lib/plan/image.js
var plan_image = __webpack_require__(6683);
// EXTERNAL MODULE: ./lib/plan/policy.js
var plan_policy = __webpack_require__(4250);
;// CONCATENATED MODULE: ./lib/sources/git.js
/** What Git says of the working directory: where it is, and which files changed. */

/** Undefined where nothing says it: no workflow, and no branch or tag that HEAD is at. */
async function gitRef(world, event) {
    if (event !== undefined && event.ref !== '')
        return event;
    const branch = await git(world, ['symbolic-ref', '--quiet', '--short', 'HEAD']);
    if (branch !== undefined)
        return { ref: `refs/heads/${branch.trim()}` };
    const tag = await git(world, ['describe', '--exact-match', '--tags', 'HEAD']);
    return tag === undefined ? undefined : { ref: `refs/tags/${tag.trim()}` };
}
/** Branches of the remote and of this clone, each once, without the remote's name. */
async function branchesOf(world) {
    const format = '%(refname)';
    const text = await git(world, ['for-each-ref', `--format=${format}`, 'refs/heads', 'refs/remotes']);
    const names = (text ?? '').split('\n').filter((line) => line !== '' && !line.endsWith('/HEAD'));
    return [...new Set(names.map((name) => name.replace(/^refs\/(?:heads\/|remotes\/[^/]+\/)/, '')))];
}
/**
 * Files that differ from a commit, also those that are not committed. The commit is fetched where a shallow clone lacks it.
 *
 * @throws Failure (station `input`) where the event has no such commit, or there is no repository.
 */
async function changedPaths(world, since, event) {
    if ((await git(world, ['rev-parse', '--git-dir'])) === undefined)
        throw wrong('this folder is in no Git repository, or Git is not installed. Leave it empty to compare all images with what is published.');
    const commit = commitOf(since, event);
    if (/^0+$/.test(commit))
        return { kind: 'everything', because: 'the branch is new' };
    if (!(await hasCommit(world, commit))) {
        await git(world, ['fetch', '--quiet', '--depth=1', 'origin', commit]);
        if (!(await hasCommit(world, commit)))
            return {
                kind: 'everything',
                because: `the commit ${commit} is not in this clone, and could not be fetched`,
            };
    }
    const [differing, untracked] = await Promise.all([
        git(world, ['diff', '--name-only', '--no-renames', '-z', '--relative', commit, '--']),
        git(world, ['ls-files', '--others', '--exclude-standard', '-z']),
    ]);
    if (differing === undefined)
        return { kind: 'everything', because: `Git cannot compare this clone with ${commit}` };
    const names = `${differing}\0${untracked ?? ''}`.split('\0').filter(Boolean);
    return { kind: 'paths', paths: [...new Set(names)].toSorted() };
}
function commitOf(since, event) {
    switch (since.kind) {
        case 'commit':
            return since.commit;
        case 'push':
            if (event?.before !== undefined && event.before !== '')
                return event.before;
            throw wrong('"push" is the commit before a push, and no push started this run: name a commit.');
        case 'pull_request':
            if (event?.pullRequest?.base !== undefined && event.pullRequest.base !== '')
                return event.pullRequest.base;
            throw wrong('"pull_request" is the target of one, and none started this run: name a commit.');
    }
}
const hasCommit = async (world, commit) => (await git(world, ['cat-file', '-e', `${commit}^{commit}`])) !== undefined;
const wrong = (message) => new errors/* Failure */.HR([{ station: 'input', about: 'changed', message: `changed: ${message}` }]);
/** The standard output; undefined where Git refuses. */
async function git({ run }, args) {
    const ran = await run({ program: 'git', args });
    return ran.code === 0 ? ran.stdout : undefined;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(5217);
;// CONCATENATED MODULE: ./lib/sources/tree/branch.js
/** Tags of branches, pull requests and tags of Git. */




/** Characters of a tag (OCI distribution specification, "Pulling manifests"). */
const longest = 128;
/**
 * The tag of what is built: a branch's name with `-` for what a tag cannot have, `pr-12` of a pull request, a tag as it is,
 * if it can be. Two branches never have one tag: where they would, the one whose name had to change gets a part of the
 * hash of its name, and both do where both had to change. A branch that is called `pr-12` counts as changed, too.
 *
 * @param others branches of the repository, which may have this one among them.
 */
function tagOfRef({ ref, pullRequest }, others) {
    const [, number = pullRequest?.number] = /^refs\/pull\/(\d+)\//.exec(ref) ?? [];
    if (number !== undefined)
        return (0,names_reference/* parseTag */.ED)(`pr-${number}`);
    const [, kind, name = ''] = /^refs\/(heads|tags)\/(.+)$/s.exec(ref) ?? [];
    if (kind === undefined)
        return (0,errors/* refused */.J5)(`${(0,shown/* shown */.S)(ref)} is no branch, tag or pull request, from which the image's tag would follow. Name the tag.`);
    if (kind === 'heads')
        return (0,errors/* parsed */.Yz)(tagOfBranch(name, others));
    const tag = (0,names_reference/* parseTag */.ED)(name);
    return tag.ok ? tag : (0,errors/* refused */.J5)(`Git's tag cannot be the image's: ${tag.message} Name the tag.`);
}
/** Of a branch, by the rules of `tagOfRef`. */
function tagOfBranch(branch, others) {
    const plain = plainTag(branch);
    const rivals = new Set(others.filter((other) => other !== branch));
    const taken = (tag) => [...rivals].some((rival) => plainTag(rival) === tag);
    const isPullRequest = /^pr-\d+$/.test(plain);
    if (!isPullRequest && plain !== '' && (plain === branch || !taken(plain)))
        return plain;
    const hash = (0,external_node_crypto_.createHash)('sha256').update(branch).digest('hex');
    for (let length = 7;; length += 1) {
        const suffix = hash.slice(0, length);
        const tag = plain === '' ? suffix : `${plain.slice(0, longest - length - 1)}-${suffix}`;
        // Another branch may be called just so.
        if (length === hash.length || !taken(tag))
            return tag;
    }
}
/** Empty where nothing is left. */
const plainTag = (branch) => branch
    .replaceAll(/[^A-Za-z0-9_.-]+/g, '-')
    .replaceAll(/^[.-]+|-+$/g, '')
    .slice(0, longest);

// EXTERNAL MODULE: ./lib/dockerfile/custom.js + 1 modules
var custom = __webpack_require__(8876);
// EXTERNAL MODULE: ./lib/observe/context.js
var observe_context = __webpack_require__(1560);
// EXTERNAL MODULE: ./lib/observe/context-files.js
var context_files = __webpack_require__(6654);
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

;// CONCATENATED MODULE: ./lib/sources/tree/find.js
/**
 * Finds the Dockerfiles of a tree. By hand: a glob library finds names, and this must refuse links that leave the tree,
 * over the Files of the world.
 */





/**
 * Finds files named `Dockerfile`, whose image is called as their folder, and `Dockerfile.NAME`. Hidden folders,
 * `node_modules` and links to folders are not entered. Sorted by path.
 *
 * @throws Failure (station `input`) where a Dockerfile is a link out of the tree, or there is none at all.
 */
async function findDockerfiles(files, search) {
    const { root, named } = search;
    const exclude = (0,patterns/* patternList */.B2)(search.exclude);
    const problems = [];
    const found = new Map();
    const add = async (folder, entry, entries) => {
        const path = external_node_path_.posix.join(folder, entry.name);
        const target = entry.kind === 'link' ? await followed(files, root, path) : undefined;
        if (target === 'outside')
            problems.push(leavesTree(path));
        if (target === 'outside' || target === 'nowhere')
            return;
        if ((await files.stat(path))?.kind !== 'file')
            return;
        const test = entries.some(({ name, kind }) => name === 'test.sh' && kind === 'file')
            ? external_node_path_.posix.join(folder, 'test.sh')
            : undefined;
        const context = entry.name === 'Dockerfile' ? folder : (search.context ?? folder);
        const name = nameOf(entry.name, external_node_path_.posix.relative(root, folder));
        found.set(path, { path, context, ...(0,defined/* defined */.s)({ target, name, test }) });
    };
    const enter = async (folder, relative, above) => {
        const entries = await files.entries(folder);
        for (const entry of entries) {
            const path = external_node_path_.posix.join(relative, entry.name);
            const match = exclude.match(path, above);
            if (entry.kind === 'folder') {
                if (entry.name.startsWith('.') || entry.name === 'node_modules')
                    continue;
                if (!match.matched || exclude.mayExcept(path))
                    await enter(external_node_path_.posix.join(folder, entry.name), path, match);
            }
            else if (isDockerfile(entry.name) && !match.matched)
                await add(folder, entry, entries);
        }
    };
    await enter(root, '', undefined);
    for (const path of named) {
        const folder = external_node_path_.posix.dirname(path);
        const entries = found.has(path) ? [] : await files.entries(folder);
        const entry = entries.find(({ name }) => name === external_node_path_.posix.basename(path));
        if (entry !== undefined)
            await add(folder, entry, entries);
    }
    if (found.size === 0 && problems.length === 0)
        problems.push(none(root));
    if (problems.length > 0)
        throw new errors/* Failure */.HR(problems);
    return [...found.values()].toSorted((one, other) => (one.path < other.path ? -1 : 1));
}
/** Ends of a name that say that the file is made into a Dockerfile, or was one, or belongs to one. */
const otherKinds = /^(?:.*\.)?(?:dockerignore|j2|jinja2?|tmpl|tpl|template|in|erb|mustache|bak|old|orig|rej|sw[op]|md)$|~$/;
const isDockerfile = (name) => name === 'Dockerfile' ||
    (/^Dockerfile\../.test(name) && !otherKinds.test(name.slice('Dockerfile.'.length)));
function nameOf(file, folder) {
    if (file === 'Dockerfile')
        return external_node_path_.posix.basename(folder) || undefined;
    return isDockerfile(file) ? file.slice('Dockerfile.'.length) : undefined;
}
/** Links that are followed for one path: Linux follows as many. */
const mostLinks = 40;
/** The path behind all links, each name looked up where it stands. A link to an absolute path leaves the tree. */
async function followed(files, root, path) {
    let names = external_node_path_.posix.relative(root, path).split('/');
    const way = [];
    let links = 0;
    while (names.length > 0) {
        const [name = '', ...rest] = names;
        names = rest;
        if (name === '' || name === '.')
            continue;
        if (name === '..') {
            if (way.pop() === undefined)
                return 'outside';
            continue;
        }
        const entry = (await files.entries(external_node_path_.posix.join(root, ...way))).find((one) => one.name === name);
        if (entry === undefined)
            return 'nowhere';
        if (entry.kind !== 'link') {
            way.push(name);
            continue;
        }
        links += 1;
        if (links > mostLinks)
            return 'nowhere';
        if (entry.target.startsWith('/'))
            return 'outside';
        names = [...entry.target.split('/'), ...rest];
    }
    return external_node_path_.posix.join(root, ...way);
}
const leavesTree = (path) => ({
    station: 'input',
    about: path,
    message: `${(0,shown/* shown */.S)(path)} is a link to a file outside of the tree. Only what is in the tree is built: copy the file, or link to one in the tree by a relative path.`,
});
const none = (root) => ({
    station: 'input',
    about: root,
    message: `There is no Dockerfile in ${(0,shown/* shown */.S)(root)}: an image NAME is made by NAME/Dockerfile or by Dockerfile.NAME, in any folder that is not hidden. Name the folder that they are in, or a row in images.yml with the path of each.`,
});

// EXTERNAL MODULE: ./lib/registry/reference.js
var registry_reference = __webpack_require__(9343);
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
 *    Docker has an official image of it (`python`).
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
            if (!others.includes(bare))
                return { kind: 'external' };
            if (!officialImages.has(bare))
                return { kind: 'image', name: bare };
            return { kind: 'external', note: officialNote(text, bare) };
        }
        if (reference.repository.registry === 'localhost' && others.length === 1)
            return { kind: 'image', name: others[0] };
        if (own.some((prefix) => isNarrow(prefix) && repository.startsWith(`${prefix}/`)))
            return { kind: 'unknown' };
        if (repository.startsWith(library) || others.length === 0)
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
        return parts[0].startsWith('$') && !/^v?\d/.test(tag ?? '');
    });
    return name === undefined ? undefined : full.slice(0, -name.length - 1);
}
const bareName = (text) => text.includes('/') ? undefined : text.replace(/:.*/, '');
const withoutTag = (text) => text.replace(/:[^/:]*$/, '');
/** A row of images.yml, on one line. */
const rowOf = (name, reference) => `- {name: ${name}, image: ${withoutTag(reference)}}`;
const externalRow = (reference) => `- {image: ${withoutTag(reference)}, external: true}`;
const officialNote = (text, name) => `takes ${(0,shown/* shown */.S)(text)} from Docker Hub, not the image ${(0,shown/* shown */.S)(name)} of this tree; the row ${rowOf(name, text)} in images.yml takes the latter`;
const eitherOr = (text, names) => `${(0,shown/* shown */.S)(text)} may be the image ${names.map(shown/* shown */.S).join(' or ')} of this tree, or one that is built elsewhere. A row in images.yml says which: ${names.map((name) => rowOf(name, text)).join(' or ')} or ${externalRow(text)}.`;
const between = (text, names) => `${(0,shown/* shown */.S)(text)} may be the image ${names.map(shown/* shown */.S).join(' or ')} of this tree. A row in images.yml says which: ${names.map((name) => rowOf(name, text)).join(' or ')}.`;

;// CONCATENATED MODULE: ./lib/sources/tree/graph.js




/** Reads the references of all Dockerfiles, with those that ONBUILD of a parent adds. `matcher` has the rules. */
function linkImages(question) {
    const { images, prefixes, external } = question;
    const read = (image, triggers) => (0,custom/* readCustomDockerfile */.e)(image.text, image.arguments, image.platforms ?? question.platforms, triggers);
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
        ...linked.flatMap((one) => problemsOf(one, linked)),
        ...circlesOf(linked).map((names) => circle(names, images)),
    ];
    return {
        images: problems.length > 0 ? [] : inOrder(linked).map(linkedImage),
        problems,
        notes: [
            ...learned.map(({ prefix, user, written, reference }) => `${prefix}/ is taken as what stands before the names of this tree's images: ${pathOf(user, images)} has ${(0,shown/* shown */.S)(written)}, which is ${(0,shown/* shown */.S)(reference)}`),
            ...linked.flatMap(({ image, matches }) => matches.flatMap(([, found]) => found.kind === 'external' && found.note !== undefined ? [`${image.dockerfile} ${found.note}`] : [])),
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
function problemsOf(one, all) {
    const { image, facts, matches } = one;
    const problem = (message) => ({
        station: 'input',
        about: image.dockerfile,
        message: `${image.dockerfile}: ${message}`,
    });
    const unset = facts.unset.map(({ written, names }) => problem(`${(0,shown/* shown */.S)(written)} has no value for ${names.join(' and ')}. An ARG before the first FROM with a default gives one, a row in images.yml with arguments, or a file of pins.`));
    const unexpanded = facts.unexpanded.map((written) => problem(`BuildKit expands no variable in --from=${written}. A stage does it: FROM ${written} AS parent, with the ARG before the first FROM, and then --from=parent.`));
    const others = matches.flatMap(([reference, found]) => {
        if (found.kind === 'refused')
            return [problem(found.message)];
        if (found.kind !== 'unknown')
            return [];
        const chain = [...chainTo(image.name, all), reference].join(' → ');
        const name = likelyName(reference, image.name, all);
        return [
            problem(`no Dockerfile of the tree makes ${(0,shown/* shown */.S)(reference)}, which is called as its images are: ${chain}. Where one does, a row in images.yml says so: ${rowOf(name, reference)}. Where it is built elsewhere: ${externalRow(reference)}.`),
        ];
    });
    return [...unset, ...unexpanded, ...others];
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
    return unused.find((name) => name.split(/[._-]+/).some((word) => words.includes(word))) ?? 'NAME';
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

// EXTERNAL MODULE: ./lib/names/platform.js
var platform = __webpack_require__(9472);
// EXTERNAL MODULE: ../../main/node_modules/yaml/dist/index.js
var dist = __webpack_require__(3645);
;// CONCATENATED MODULE: ./lib/sources/tree/yaml-nodes.js
/** Reads nodes of a YAML document, and says what is wrong with its line and column. */

/** @param say takes each message, `images.yml:3:5: …`, and its place in characters, by which messages can be sorted. */
function yamlReader(source, path, say) {
    const lines = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(source, {
        lineCounter: lines,
        prettyErrors: false,
    });
    const sayAt = (offset, message) => {
        const { line, col } = lines.linePos(offset);
        say(`${path}:${line}:${col}: ${message}`, offset);
    };
    for (const { pos, message } of document.errors)
        sayAt(pos[0], `${message.replace(/\.$/, '')}.`);
    const resolved = (node) => (0,dist/* isAlias */.Vj)(node) ? resolved(node.resolve(document)) : (node ?? undefined);
    const startOf = (node) => node?.range?.[0] ?? 0;
    const reader = {
        // A document with a fault of syntax has nodes that nobody wrote.
        root: document.errors.length > 0 ? undefined : (document.contents ?? undefined),
        say: (node, message) => sayAt(startOf(node), message),
        line: (node) => lines.linePos(startOf(node)).line,
        text(node, what) {
            const value = resolved(node);
            if ((0,dist/* isScalar */.jn)(value) && value.value !== null)
                return value.source ?? '';
            const wrong = (0,dist/* isScalar */.jn)(value) ? 'has no value: write one, or leave it out' : 'must be one text';
            reader.say(node, `${what} ${wrong}.`);
            return undefined;
        },
        texts: (node, what) => (reader.items(node) ?? [node]).flatMap((item) => {
            const text = reader.text(item, what);
            return text === undefined ? [] : [{ text, node: item }];
        }),
        items(node) {
            const value = resolved(node);
            return (0,dist/* isSeq */.oP)(value) ? value.items : undefined;
        },
        fields(node) {
            const value = resolved(node);
            if (!(0,dist/* isMap */.jh)(value))
                return undefined;
            return value.items.map((pair) => ({
                name: (0,dist/* isScalar */.jn)(pair.key) ? (pair.key.source ?? '') : '',
                key: pair.key,
                // A key of `{key}` has no value at all: then its place is that of the key.
                value: pair.value ?? { range: pair.key.range },
            }));
        },
    };
    return reader;
}

;// CONCATENATED MODULE: ./lib/sources/tree/images.js
/** Reads images.yml, which says of a tree's images what no file name and no Dockerfile says. */








const keys = [
    'name',
    'dockerfile',
    'context',
    'image',
    'external',
    'arguments',
    'verify_command',
    'exports',
    'platforms',
    'tags',
];
/** @param path of the file from the workspace; paths in it are from its own folder. */
function readImagesFile(text, path) {
    const said = [];
    const yaml = yamlReader(text, path, (message, offset) => said.push({ message, offset }));
    const rows = [];
    const external = [];
    const items = yaml.items(yaml.root) ?? [];
    if (yaml.root !== undefined && yaml.items(yaml.root) === undefined)
        yaml.say(yaml.root, 'it must be a list of rows, each like "- name: base".');
    for (const item of items) {
        const before = said.length;
        const fields = fieldsOf(yaml, item);
        if (fields === undefined)
            continue;
        if (fields.has('external'))
            external.push(...externalOf(yaml, item, fields));
        else {
            const row = images_rowOf(yaml, item, fields, path);
            if (said.length === before)
                rows.push(row);
        }
    }
    const problems = said
        .toSorted((one, other) => one.offset - other.offset)
        .map(({ message }) => ({ station: 'input', about: path, message }));
    return { path, rows, external, problems };
}
function fieldsOf(yaml, item) {
    const written = yaml.fields(item);
    if (written === undefined) {
        yaml.say(item, 'this row is no mapping: write it like "- name: base".');
        return undefined;
    }
    const fields = new Map();
    for (const { name, key: node, value } of written) {
        const key = keys.find((known) => known === name);
        if (key !== undefined)
            fields.set(key, value);
        else {
            const near = (0,nearest/* nearest */.p)(name, keys);
            const way = near === undefined ? `A row has ${keys.join(', ')}.` : `Did you mean "${near}"?`;
            yaml.say(node, `there is no key ${(0,shown/* shown */.S)(name)}. ${way}`);
        }
    }
    return fields;
}
function externalOf(yaml, item, fields) {
    const flag = yaml.text(fields.get('external'), 'external');
    if (flag !== undefined && flag !== 'true') {
        yaml.say(fields.get('external'), `external ${(0,shown/* shown */.S)(flag)} can only be true: leave it out of other rows.`);
    }
    if (fields.size !== 2 || !fields.has('image'))
        yaml.say(item, 'a row of an external image has "image" and "external", and nothing else.');
    return referencesOf(yaml, fields);
}
function images_rowOf(yaml, item, fields, path) {
    if (!fields.has('name') && !fields.has('dockerfile'))
        yaml.say(item, 'this row names no image: it needs "name" or "dockerfile", or "external: true".');
    const text = (key) => fields.has(key) ? yaml.text(fields.get(key), key) : undefined;
    const file = (key) => {
        const written = text(key);
        return written === undefined ? undefined : images_pathOf(yaml, fields.get(key), written, path);
    };
    const platforms = fields.has('platforms') ? listOf(yaml, fields, 'platforms', platform/* parsePlatform */.FL) : undefined;
    return {
        line: yaml.line(item),
        references: referencesOf(yaml, fields),
        arguments: fields.has('arguments') ? argumentsOf(yaml, fields.get('arguments')) : {},
        exports: textsOf(yaml, fields, 'exports').flatMap(({ text: exported, node }) => {
            if (/^\/(?!(?:.*\/)?\.\.(?:\/|$))./.test(exported))
                return [exported];
            yaml.say(node, `exports ${(0,shown/* shown */.S)(exported)} is no absolute path in the image, like "/opt/locks/*.lock".`);
            return [];
        }),
        tags: listOf(yaml, fields, 'tags', names_reference/* parseTag */.ED),
        ...(0,defined/* defined */.s)({
            name: text('name'),
            dockerfile: file('dockerfile'),
            context: file('context'),
            verifyCommand: text('verify_command'),
            platforms,
        }),
    };
}
const textsOf = (yaml, fields, key) => fields.has(key) ? yaml.texts(fields.get(key), key) : [];
const referencesOf = (yaml, fields) => textsOf(yaml, fields, 'image').flatMap(({ text, node }) => {
    const reference = (0,registry_reference/* parseReference */.F2)(text);
    if (reference.ok && reference.value.digest === undefined)
        return [text];
    yaml.say(node, reference.ok ? `image ${(0,shown/* shown */.S)(text)} has a digest: write it without.` : reference.message);
    return [];
});
/** Of a list, or of one text with commas or spaces between its parts. */
const listOf = (yaml, fields, key, parse) => textsOf(yaml, fields, key).flatMap(({ text, node }) => text
    .split(/[\s,]+/)
    .filter(Boolean)
    .flatMap((part) => {
    const result = parse(part);
    if (result.ok)
        return [result.value];
    yaml.say(node, result.message);
    return [];
}));
function images_pathOf(yaml, node, written, file) {
    const path = external_node_path_.posix.join(external_node_path_.posix.dirname(file), written).replace(/(?<=.)\/$/, '');
    if (!written.startsWith('/') && path !== '..' && !path.startsWith('../'))
        return path;
    yaml.say(node, `${(0,shown/* shown */.S)(written)} leaves the workspace: write a path from the folder of ${file}, within it.`);
    return undefined;
}
function argumentsOf(yaml, node) {
    const fields = yaml.fields(node);
    if (fields === undefined)
        yaml.say(node, 'arguments is no mapping: write each as "NAME: value".');
    const pairs = [];
    for (const { name, key, value } of fields ?? []) {
        if (!/^[A-Za-z_]\w*$/.test(name))
            yaml.say(key, `argument ${(0,shown/* shown */.S)(name)} is no name of an ARG.`);
        const text = yaml.text(value, `argument ${name}`);
        if (text !== undefined)
            pairs.push([name, text]);
    }
    return Object.fromEntries(pairs);
}

;// CONCATENATED MODULE: ./lib/sources/tree/name-images.js
/** Gives each Dockerfile of a tree its name, and what a row of images.yml says of it. */





/**
 * Joins Dockerfiles and rows. A row with `dockerfile` makes an image of that file, in place of the one that follows from
 * its path; two such rows make two images of one file. A row with `name` alone belongs to the image of that name.
 */
function nameImages(found, file) {
    const problems = [];
    const say = (line, message) => void problems.push({ station: 'input', about: file.path, message: `${file.path}:${line}: ${message}` });
    const images = [];
    const claimed = new Set(file.rows.flatMap(({ dockerfile }) => dockerfile ?? []));
    const rowsByName = new Map();
    for (const row of file.rows) {
        if (row.dockerfile === undefined) {
            const same = rowsByName.get(row.name);
            if (same !== undefined)
                say(row.line, `image ${(0,shown/* shown */.S)(row.name)} has a row in line ${same.line} already: join them.`);
            rowsByName.set(row.name, row);
            continue;
        }
        const dockerfile = found.find(({ path }) => path === row.dockerfile);
        const name = row.name ?? dockerfile?.name;
        if (dockerfile === undefined)
            say(row.line, `there is no file ${(0,shown/* shown */.S)(row.dockerfile)}.`);
        else if (name === undefined)
            problems.push(nameless(dockerfile, file.path));
        else
            images.push(imageOf(name, dockerfile, row));
    }
    for (const dockerfile of found) {
        if (claimed.has(dockerfile.path))
            continue;
        if (dockerfile.name === undefined)
            problems.push(nameless(dockerfile, file.path));
        else
            images.push(imageOf(dockerfile.name, dockerfile, rowsByName.get(dockerfile.name)));
    }
    const names = images.map(({ name }) => name);
    for (const [name, { line }] of rowsByName) {
        if (names.includes(name))
            continue;
        const near = (0,nearest/* nearest */.p)(name, names);
        say(line, `no Dockerfile makes the image ${(0,shown/* shown */.S)(name)}.${near === undefined ? '' : ` Did you mean "${near}"?`} A row with "dockerfile" says which file makes it.`);
    }
    return {
        images,
        problems: [
            ...problems,
            ...wrongNames(images, file.path),
            ...sameNames(images, file.path),
            ...sameReferences(images, file.path),
        ],
    };
}
function imageOf(name, found, row) {
    return {
        name,
        dockerfile: found.path,
        context: row?.context ?? found.context,
        references: row?.references ?? [],
        arguments: row?.arguments ?? {},
        exports: row?.exports ?? [],
        tags: row?.tags ?? [],
        ...(0,defined/* defined */.s)({
            target: found.target,
            test: found.test,
            verifyCommand: row?.verifyCommand,
            platforms: row?.platforms,
        }),
    };
}
const nameless = ({ path }, file) => ({
    station: 'input',
    about: path,
    message: `${(0,shown/* shown */.S)(path)} has no folder that names its image. A row in ${file} names it: ${rowText(path, 'NAME', file)}.`,
});
const rowText = (path, name, file) => `- {name: ${name}, dockerfile: ${external_node_path_.posix.relative(external_node_path_.posix.dirname(file), path)}}`;
function wrongNames(images, file) {
    return images.flatMap(({ name, dockerfile }) => {
        const result = (0,registry_reference/* parseReference */.F2)(`registry.invalid/${name}`);
        if (result.ok && result.value.repository.name === name)
            return [];
        return [
            {
                station: 'input',
                about: dockerfile,
                message: `The image of ${(0,shown/* shown */.S)(dockerfile)} would be called ${(0,shown/* shown */.S)(name)}, which no repository can be: a name is lower-case letters and digits, joined by ".", "_", "__" or "-". A row in ${file} gives it another: ${rowText(dockerfile, validName(name), file)}.`,
            },
        ];
    });
}
const validName = (name) => name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '') || 'NAME';
function sameNames(images, file) {
    return groupsOf(images, ({ name }) => [name]).map(([name, same]) => {
        const paths = same.map(({ dockerfile }) => (0,shown/* shown */.S)(dockerfile)).join(' and ');
        const rows = same
            .slice(1)
            .map(({ dockerfile }) => rowText(dockerfile, longName(name, dockerfile), file))
            .join(', ');
        return {
            station: 'input',
            about: file,
            message: `${paths} would both make the image ${(0,shown/* shown */.S)(name)}. A row in ${file} gives one another name: ${rows}. What is no image can be excluded.`,
        };
    });
}
/** The name with the folders of its file in front. */
function longName(name, dockerfile) {
    const folders = external_node_path_.posix.dirname(dockerfile).split('/');
    return validName([...folders, ...(folders.at(-1) === name ? [] : [name])].join('-'));
}
function sameReferences(images, file) {
    return groupsOf(images, ({ references }) => references).map(([reference, same]) => ({
        station: 'input',
        about: file,
        message: `${file}: ${(0,shown/* shown */.S)(reference)} is the image of ${same.map(({ name }) => (0,shown/* shown */.S)(name)).join(' and of ')}. Only one row can have it.`,
    }));
}
/** Those that share a key with another. */
function groupsOf(images, keysOf) {
    const groups = new Map();
    for (const image of images)
        for (const key of new Set(keysOf(image)))
            groups.set(key, [...(groups.get(key) ?? []), image]);
    return [...groups].filter(([, same]) => same.length > 1);
}

;// CONCATENATED MODULE: ./lib/sources/tree/pins.js
/**
 * Files of pins: lines of `NAME=value`, as shells and `docker run --env-file` read them. By hand: Node's util.parseEnv gives
 * no positions, which an update needs, and passes over what it cannot read.
 */



/** Reads any text: what cannot be read is left out and said. */
function readPins(text) {
    const messages = [];
    const lines = [];
    for (const [index, raw] of linesOf(text).entries()) {
        if (/^\s*(?:#|$)/.test(raw))
            continue;
        const line = index + 1;
        const read = readLine(raw);
        const same = lines.find(({ name }) => name === read?.name);
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
            lines.push({ line, name: read.name, value: read.value });
    }
    const values = Object.fromEntries(lines.map(({ name, value }) => [name, value]));
    return { values, pins: lines.flatMap((line) => pinOf(line, values)), messages };
}
const linesOf = (text) => text.replace(/^\uFEFF/, '').split(/\r?\n/);
/** Where a value says that it is pinned. */
const looksPinned = /(?:^|@)sha256:/;
const digestAtEnd = /^(?:(.+)@)?(sha256:[0-9a-f]{64})$/s;
function parseDigestMessage(value) {
    const result = (0,names_reference/* parseDigest */.m)(value.replace(/^.*@/s, ''));
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
    const declared = new Set((0,scope/* argumentNames */.aj)((0,instructions/* readInstructions */.KK)(dockerfile)));
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

;// CONCATENATED MODULE: ./lib/sources/tree/plan.js
/** The plan of a tree of Dockerfiles: an image of each, those that others stand on first. */



















/** @throws Failure with all that is wrong with the tree. @param note told what is worth knowing. */
async function treePlan(world, inputs, policy, event, note) {
    const tree = await readTree(world, inputs);
    tree.notes.forEach(note);
    const tags = await tagsOf(world, inputs, event);
    const selected = await plan_select(world, tree, inputs, event, policy, note);
    const made = tree.images.filter(({ name }) => selected.get(name) === undefined);
    const ids = new Map((0,plan_image/* imageIds */.kF)(made.map(({ name }) => name)).map((id, at) => [made[at].name, id]));
    const texts = await testTexts(world, made);
    return {
        policy,
        images: made.map((node) => plan_imageOf(node, inputs, tags, ids, texts.get(node.name))),
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
/** Reads the folder, what images.yml and pins say, and what the Dockerfiles stand on. */
async function readTree({ files }, inputs) {
    const fromHere = (path) => external_node_path_.posix.relative(files.absolute('.'), files.absolute(path)) || '.';
    const root = fromHere(inputs.path);
    if ((await files.stat(files.absolute(inputs.path)))?.kind !== 'folder')
        throw plan_wrong('path', `There is no folder ${(0,shown/* shown */.S)(inputs.path)}. The input path is the folder with the Dockerfiles.`);
    const [file, pins] = await Promise.all([imagesFile(files, root), pinFile(files, root, inputs.pins)]);
    const found = await findDockerfiles(files, {
        root,
        exclude: inputs.exclude,
        named: file.rows.flatMap(({ dockerfile }) => dockerfile ?? []),
        ...(0,defined/* defined */.s)({ context: inputs.context === undefined ? undefined : fromHere(inputs.context) }),
    });
    const { images, problems } = nameImages(found, file);
    const all = [...file.problems, ...pins.problems, ...problems];
    if (all.length > 0)
        throw new errors/* Failure */.HR(all);
    const texts = new Map(await Promise.all(images.map(async ({ name, dockerfile }) => [name, (await files.read(dockerfile)) ?? ''])));
    const graph = linkImages({
        images: images.map((image) => {
            const text = texts.get(image.name);
            return { ...image, text, arguments: plan_argumentsOf(image, text, pins.file, inputs.buildArgs) };
        }),
        prefixes: inputs.repositories.map(names_reference/* repositoryText */.g_),
        external: file.external,
        platforms: inputs.platforms,
    });
    if (graph.problems.length > 0)
        throw new errors/* Failure */.HR(graph.problems);
    const byName = new Map(images.map((image) => [image.name, image]));
    return {
        images: graph.images.map((linked) => ({
            ...byName.get(linked.name),
            linked,
            text: texts.get(linked.name),
        })),
        notes: graph.notes,
        ...(0,defined/* defined */.s)({ imagesPath: file.there ? file.path : undefined, pinsPath: pins.path }),
    };
}
/** Those that the Dockerfile declares: another one would change its fingerprint and nothing else. */
function plan_argumentsOf(image, text, pins, given) {
    const declared = new Set((0,scope/* argumentNames */.aj)((0,instructions/* readInstructions */.KK)(text)));
    return {
        ...(pins === undefined ? {} : pinArguments(pins, text)),
        ...Object.fromEntries(Object.entries(given).filter(([name]) => declared.has(name))),
        ...image.arguments,
    };
}
/** Files of settings are read whole; what is longer is none. */
const mostBytes = 1024 * 1024;
async function readSmall(files, path) {
    const stat = await files.stat(path);
    if (stat?.kind === 'file' && stat.size > mostBytes)
        throw plan_wrong(path, `${(0,shown/* shown */.S)(path)} has ${stat.size} bytes, and at most ${mostBytes} are read.`);
    return stat?.kind === 'file' ? files.read(path) : undefined;
}
async function imagesFile(files, root) {
    const path = external_node_path_.posix.join(root, 'images.yml');
    const text = await readSmall(files, path);
    return { ...readImagesFile(text ?? '', path), there: text !== undefined };
}
const usualPins = 'digests.env';
async function pinFile(files, root, given) {
    const path = given ?? external_node_path_.posix.join(root, usualPins);
    const text = await readSmall(files, path);
    if (text === undefined)
        return {
            problems: given === undefined ? [] : plan_wrong('pins', `There is no file ${(0,shown/* shown */.S)(given)} of pins.`).problems,
        };
    const file = readPins(text);
    const problems = file.messages.map((message) => ({
        station: 'input',
        about: path,
        message: `${path}, ${message}`,
    }));
    return { file, path, problems };
}
/** @throws Failure where nothing names a tag. */
async function tagsOf(world, { tags, defaultBranch }, event) {
    const branches = await branchesOf(world);
    const others = [...branches, ...(event?.defaultBranch === undefined ? [] : [event.defaultBranch])];
    const usual = tagOfBranch(defaultBranch, others);
    const [given, ...aliases] = tags;
    if (given !== undefined)
        return { exact: given, aliases, published: [...new Set([given, usual])] };
    const ref = await gitRef(world, event);
    if (ref === undefined)
        throw plan_wrong('tags', 'tags: nothing names a tag, since Git is at no branch, tag or pull request here. Give one.');
    const exact = tagOfRef(ref, others);
    if (!exact.ok)
        throw plan_wrong('tags', exact.message);
    return { exact: exact.value, aliases: [], published: [...new Set([exact.value, usual])] };
}
/** Why an image is left out, by its name; those that are made have no entry. */
async function plan_select(world, tree, inputs, event, policy, note) {
    const left = new Map();
    const leave = (names, because) => {
        for (const { name } of tree.images)
            if (!names.has(name) && !left.has(name))
                left.set(name, because);
    };
    if (inputs.images.length > 0)
        leave(named(tree, inputs.images), 'it was not asked for');
    if (inputs.changed !== undefined) {
        const change = await changedPaths(world, inputs.changed, event);
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
                return [name, await changedFiles(world.files, image, change.paths)];
            }));
            const built = imagesToBuild(tree.images.map(({ linked }) => linked), { kind: 'files', byImage: Object.fromEntries(byImage) });
            for (const { name, reasons } of built)
                note(`${name}: ${reasons.map(reasonText).join('; ')}`);
            leave(new Set(built.map(({ name }) => name)), 'none of its files changed, and nothing that it stands on');
        }
    }
    // Without a registry there is nothing to stand on but what is made here.
    if (!(0,plan_policy/* pushes */.P)(policy))
        for (const { name } of tree.images)
            if (isNeeded(tree, left, name))
                left.delete(name);
    return left;
}
/** Whether an image that is made stands on this one. */
function isNeeded(tree, left, name) {
    return tree.images.some(({ name: child, linked }) => Object.values(linked.parents).includes(name) && (!left.has(child) || isNeeded(tree, left, child)));
}
/** @throws Failure where a name or a pattern is of no image. */
function named(tree, wanted) {
    const names = tree.images.map(({ name }) => name);
    const problems = [];
    const found = wanted.flatMap((pattern) => {
        const matches = names.filter((0,patterns/* pathPattern */.s$)(pattern));
        if (matches.length === 0) {
            const near = (0,nearest/* nearest */.p)(pattern, names);
            const way = near === undefined ? `There are ${names.join(', ')}.` : `Did you mean "${near}"?`;
            problems.push({
                station: 'input',
                about: 'images',
                message: `images: the tree has no image ${(0,shown/* shown */.S)(pattern)}. ${way}`,
            });
        }
        return matches;
    });
    if (problems.length > 0)
        throw new errors/* Failure */.HR(problems);
    return new Set(found);
}
const repositoriesOf = ({ repositories }, name) => {
    const [first, ...rest] = repositories.map((prefix) => ({ ...prefix, name: `${prefix.name}/${name}` }));
    return [first, ...rest];
};
/** Texts of the tests that stand beside Dockerfiles, by the image's name. */
const testTexts = async ({ files }, nodes) => new Map(await Promise.all(nodes
    .filter(({ test }) => test !== undefined)
    .map(async ({ name, test }) => [name, (await files.read(test)) ?? ''])));
function plan_imageOf({ name, linked, platforms, tags: more, verifyCommand }, inputs, tags, ids, test) {
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
        platforms: platforms ?? inputs.platforms,
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
            tools: `${inputs.baseRegistry}/python:3.13-alpine`,
            ...(0,defined/* defined */.s)({ command: verifyCommand ?? inputs.verifyCommand, test }),
        },
        labels: {},
        given: { labels: inputs.labels, annotations: inputs.annotations },
    };
}
const plan_wrong = (about, message) => new errors/* Failure */.HR([{ station: 'input', about, message }]);

// EXTERNAL MODULE: ./lib/commands/make-images.js + 101 modules
var make_images = __webpack_require__(6258);
// EXTERNAL MODULE: ./lib/commands/require-files.js
var require_files = __webpack_require__(5654);
// EXTERNAL MODULE: ./lib/commands/settings.js
var settings = __webpack_require__(3898);
;// CONCATENATED MODULE: ./lib/commands/tree.js





/** Never throws for what a user can act on: the report carries it. */
async function tree(world, request) {
    const { inputs } = request;
    const policy = (0,sources_policy/* imagePolicy */.a)(inputs, world.files);
    return (0,make_images/* makeImages */.X)(world, {
        unknown: { images: [], policy, skipped: [] },
        settings: (0,settings/* settingsOf */.f)(request, { uvVersion: '' }),
        concurrency: inputs.concurrency,
        requireFiles: () => (0,require_files/* requireFiles */.P)(world, inputs),
        plan: async (session) => treePlan(world, inputs, policy, await session.event(), (text) => session.journal.add({ is: 'note', text })),
    });
}

// EXTERNAL MODULE: ./lib/report/annotations.js
var annotations = __webpack_require__(7065);
// EXTERNAL MODULE: ./lib/report/dry-run.js
var dry_run = __webpack_require__(1414);
// EXTERNAL MODULE: ./lib/report/outputs.js
var outputs = __webpack_require__(1921);
// EXTERNAL MODULE: ./lib/report/escape.js
var report_escape = __webpack_require__(4412);
// EXTERNAL MODULE: ./lib/report/summary.js + 2 modules
var summary = __webpack_require__(2340);
// EXTERNAL MODULE: ./lib/report/words.js
var words = __webpack_require__(9206);
;// CONCATENATED MODULE: ./lib/report/run-summary.js
/** The report of several images as GitHub's job summary: a table of all, then each that was not left as it is, folded. */



/** Markdown for `GITHUB_STEP_SUMMARY`. */
function runMarkdown({ images, problems, notes }, limit) {
    const rows = images.map((image) => [
        `${summary/* icons */.Pt[image.outcome]} ${(0,words/* doneWord */.XZ)(image)}`,
        (0,report_escape/* markdown */.wD)((0,words/* subjectText */.yq)(image.subject)),
        (0,report_escape/* code */.aY)((0,words/* imageText */.f1)(image)),
        (0,report_escape/* markdown */.wD)((0,words/* shortReason */.PR)(image)),
    ]);
    const shown = images.filter((image) => !(0,words/* isQuiet */.rM)(image));
    // Each gets the same share, so that none is lost.
    const most = Math.floor(((limit?.most ?? summary/* mostBytes */.j$) * 0.8) / Math.max(1, shown.length));
    const details = shown.map((image) => {
        const text = (0,summary/* summaryMarkdown */.eH)(image, limit === undefined ? undefined : { ...limit, most });
        return `<details${image.outcome === 'failed' ? ' open' : ''}><summary>${(0,report_escape/* markdown */.wD)((0,words/* subjectText */.yq)(image.subject))}</summary>\n\n${text}\n</details>`;
    });
    return [
        `## ${(0,words/* countText */.lT)(images)}`,
        ...(0,summary/* problemsMarkdown */.KK)(problems),
        ...(rows.length === 0 ? [] : [(0,report_escape/* table */.tp)(['outcome', 'image', 'reference', 'why'], rows)]),
        ...notes.map((note) => `- ${(0,report_escape/* markdown */.wD)(note)}`),
        ...details,
        '',
    ].join('\n\n');
}

// EXTERNAL MODULE: ./lib/report/layout.js
var layout = __webpack_require__(9029);
// EXTERNAL MODULE: ./lib/report/terminal.js
var terminal = __webpack_require__(747);
;// CONCATENATED MODULE: ./lib/report/run-terminal.js
/** The report of several images on a terminal: a line each, then all about those that were not left as they are. */




/** Ends with a newline. */
function runText({ images, problems, notes }, style = layout/* plainStyle */.sj) {
    const rows = images.map((image) => [
        (0,words/* doneWord */.XZ)(image),
        (0,report_escape/* oneLine */.TN)((0,words/* subjectText */.yq)(image.subject)),
        (0,report_escape/* oneLine */.TN)((0,words/* shortReason */.PR)(image)),
    ]);
    const parts = [
        `${(0,layout/* painted */.C$)(style, 'bold', (0,words/* countText */.lT)(images))}\n${(0,layout/* columns */.YB)(rows, style)
            .map((line) => `${line}\n`)
            .join('')}`,
        ...images
            .filter((image) => !(0,words/* isQuiet */.rM)(image))
            .map((image) => (0,terminal/* reportText */.UH)(withoutOthers(image, problems), style)),
        ...(notes.length === 0
            ? []
            : [`${(0,layout/* painted */.C$)(style, 'bold', 'Notes')}\n${notes.map((note) => `  - ${(0,report_escape/* oneLine */.TN)(note)}\n`).join('')}`]),
        ...(problems.length === 0 ? [] : [(0,terminal/* problemsText */.u1)(problems, style)]),
    ];
    return parts.filter((part) => part !== '').join('\n');
}
/** What ended the whole run is said once. */
function withoutOthers(image, problems) {
    const said = new Set(problems.map((problem) => JSON.stringify(problem)));
    return { ...image, problems: image.problems.filter((one) => !said.has(JSON.stringify(one))) };
}

;// CONCATENATED MODULE: ./lib/entry/run-shown.js
/** How the result of a command that makes several images is shown. */







function showRun({ report, interrupted, ...planned }) {
    const { images, problems } = report;
    const isPlanned = planned.plan.policy.dryRun && planned.plan.images.length > 0;
    // What ended the run is among those of the images that it ended, too.
    const said = [...problems, ...images.flatMap((image) => image.problems)];
    const all = [...new Map(said.map((one) => [JSON.stringify(one), one])).values()];
    return {
        text: (style) => runText(report, style),
        textHasProblems: true,
        json: { ...report, ...(isPlanned ? planned : {}) },
        problems: all,
        refused: (0,errors/* blamesInputs */.uU)(all) && interrupted === undefined && !images.some(words/* hasDone */.BR),
        gives: {
            outputs: (0,outputs/* runOutputsOf */.b)(report),
            warnings: images.flatMap(annotations/* warnings */.AR),
            summary: (limit) => runMarkdown(report, limit),
        },
        ...(interrupted !== undefined && { interrupted }),
        ...(isPlanned && { dryRun: (0,dry_run/* dryRunText */.u)(planned) }),
    };
}

;// CONCATENATED MODULE: ./lib/entry/tree-command.js
/** What the command `tree` does. */


const run = tree;
const show = showRun;


/***/ })

};
