import { repositoryText } from '../names/reference.ts';
import { type FailedRequest, noSuchHost } from './failed-request.ts';

interface Grants {
  readonly pull: string;
  readonly push: string;
}

const grants: Readonly<Record<string, Grants>> = {
  'ghcr.io': {
    pull: 'A private package needs "permissions: packages: read" in the workflow and, when another repository pushed it, this repository under "Manage Actions access" in the package\'s settings; a personal access token (classic) needs the scope read:packages.',
    push: 'Give the job "permissions: packages: write" (and allow writing under the settings of Actions, where an organization forbids it). When the package was first pushed by hand or from another repository, also add this repository with the role Write under "Manage Actions access" in the package\'s settings. A personal access token (classic) needs the scope write:packages.',
  },
  'docker.io': {
    pull: 'Docker Hub answers alike for private and for missing repositories: check the name; a private one needs a login whose access token may read.',
    push: 'Docker Hub needs an access token with the scope "Read & Write" of an account that may push there, and does not make organizations: check the name too.',
  },
};

export function waysOut(request: FailedRequest): string {
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
    const grant =
      grants[registry]?.[access] ??
      `Use an account that may ${access} there: "docker login ${registry}" before, or the inputs for the user and the password, where those are for ${registry}.`;
    const whether = access === 'pull' ? ' Whether the image exists cannot be known.' : '';
    return `${registry} did not let ${userText(request)} ${access === 'pull' ? 'read' : 'write'} ${repositoryText(repository)}.${whether} ${grant}`;
  }
  if (action === 'pull,push,delete' && (status === 405 || codes.some(({ code }) => code === 'UNSUPPORTED')))
    return `${registry} does not allow deletion over the registry's API: remove the tags on its own pages or with its own API.`;
  if ((status === 405 || status === 501) && action !== 'pull')
    return `${registry} takes no writes: it is read-only, in maintenance, or a mirror that only serves pulls. Push to another registry, or ask who runs it.`;
  if (status === 404 && codes.length === 0) return 'Check the name of the registry and of the repository.';
  const whether =
    'whether the name of the registry is right (registry, or what stands in front of image_name), and whether this machine has a network';
  if (temporary)
    return `The fault is on the way to the registry or in it: run again later${unanswered ? `, and where it lasts, check ${whether}` : ''}.`;
  // Who is refused on the way is told what to do in the words of the fault.
  return what === noSuchHost ? `Check ${whether}.` : '';
}

function userText({ credential, repository }: FailedRequest): string {
  if (credential.kind === 'anonymous')
    return `an anonymous user (neither the inputs nor Docker's config.json have credentials for ${repository.registry})`;
  return `the user ${JSON.stringify(credential.username)} (credentials from ${credential.from})`;
}
