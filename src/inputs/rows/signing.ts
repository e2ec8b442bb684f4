import { signChoices, signFailureChoices } from '../choices.ts';
import type { InputRow } from '../row.ts';

export const signingRows: readonly InputRow[] = [
  {
    name: 'sign',
    kind: 'choice',
    group: 'Signing',
    commands: ['build', 'plan', 'merge', 'project', 'tree'],
    default: 'auto',
    choices: signChoices,
    description:
      'Whether an image that is pushed is signed, and its provenance attested, before any tag moves. `auto`: where there is a `sign_key`, or the job of a public repository has an OIDC token (the permission `id-token: write`). The latter puts the names of repository and workflow into a public log.',
  },
  {
    name: 'sign_key',
    kind: 'text',
    group: 'Signing',
    commands: ['build', 'plan', 'merge', 'project', 'tree'],
    default: '',
    secret: 'variable',
    description:
      'A private key to sign with in place of an OIDC token: ECDSA on P-256, in PEM. Nobody is asked, and no log has the signature.',
    example: '${{ secrets.SIGN_KEY }}',
    inHelp:
      'The environment variable SIGN_KEY has a private key to sign with in place of an OIDC token: ECDSA on P-256, in PEM. Nobody is asked, and no log has the signature.',
  },
  {
    name: 'sign_key_passphrase',
    kind: 'text',
    group: 'Signing',
    commands: ['build', 'plan', 'merge', 'project', 'tree'],
    default: '',
    secret: 'variable',
    description: 'The passphrase of that key, where it has one.',
    example: '${{ secrets.SIGN_KEY_PASSPHRASE }}',
    inHelp: 'The environment variable SIGN_KEY_PASSPHRASE has the passphrase of that key, where it has one.',
  },
  {
    name: 'sign_failure',
    kind: 'choice',
    group: 'Signing',
    commands: ['build', 'plan', 'merge', 'project', 'tree'],
    default: 'publish',
    choices: signFailureChoices,
    description:
      'What is done where the services of signatures do not answer for two minutes: `publish` the image with a warning, so that the next run signs it without building, or `fail`, and no tag moves.',
  },
  {
    name: 'signing_config',
    kind: 'text',
    group: 'Signing',
    commands: ['build', 'merge', 'project', 'tree'],
    default: '',
    description:
      "A file with the services of a Sigstore instance of your own, as `cosign signing-config create` writes it. Empty takes Sigstore's public one, and for a repository of GitHub that is not public GitHub's.",
    example: 'signing-config.json',
  },
];
