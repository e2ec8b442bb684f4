/** What inputs of kind `choice` may be. */
export const advisoryChoices = ['off', 'report', 'fail'] as const;
export const compileChoices = ['auto', 'cross', 'emulate'] as const;
export const layersChoices = ['one', 'auto'] as const;
export const rebuildChoices = ['stale', 'always', 'missing', 'never'] as const;
export const releaseChoices = ['pre-release', 'main-release'] as const;
export const baseSignatureChoices = ['off', 'warn', 'require'] as const;
export const signChoices = ['auto', 'true', 'false'] as const;
export const signFailureChoices = ['publish', 'fail'] as const;
export const sourceChoices = ['auto', 'project', 'tree'] as const;
export const verifyChoices = ['all', 'strict', 'build-platform', 'off'] as const;
