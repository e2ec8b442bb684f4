import { baseSignatureChoices, signChoices, signFailureChoices } from '../choices.ts';
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
  {
    name: 'base_signature',
    kind: 'choice',
    group: 'Signing',
    commands: ['build', 'plan', 'project', 'tree'],
    default: 'off',
    choices: baseSignatureChoices,
    description:
      'Whether bases must have a signature, or provenance, of `base_identity`: `require` it, `warn` where there is none, or do not look. The official images of Python have none.',
  },
  {
    name: 'base_identity',
    kind: 'text',
    group: 'Signing',
    commands: ['build', 'plan', 'project', 'tree'],
    default: '',
    description:
      'Who must have signed bases: issuer and subject, with a space between. The issuer may be left out where it is GitHub; a subject between slashes is a regular expression.',
    example: '/https://github.com/example/bases/.*/',
  },
  {
    name: 'image',
    kind: 'text',
    group: 'Signing',
    commands: ['verify'],
    default: '',
    required: true,
    place: 'word',
    description: 'The image, with its registry, and a tag or a digest.',
    example: 'ghcr.io/example/uvicorn:py3.13-slim-0.35.0',
  },
  {
    name: 'identity',
    kind: 'text',
    group: 'Signing',
    commands: ['verify'],
    default: '',
    description:
      'Who must have signed: issuer and subject, with a space between. The issuer may be left out where it is GitHub; a subject between slashes is a regular expression. Empty takes anybody, and says who it was.',
    example: 'https://github.com/example/images/.github/workflows/images.yml@refs/heads/main',
  },
  {
    name: 'public_key',
    kind: 'text',
    group: 'Signing',
    commands: ['verify'],
    default: '',
    description: 'A file with the public half of the key that must have signed, in PEM.',
    example: 'cosign.pub',
  },
  {
    name: 'trusted_root',
    kind: 'text',
    group: 'Signing',
    commands: ['build', 'plan', 'project', 'tree', 'verify'],
    default: '',
    description:
      "A file with the authorities and logs that are trusted, Sigstore's public ones where it is empty, as `cosign trusted-root create` or `gh attestation trusted-root` writes it.",
    example: 'trusted-root.json',
  },
];
