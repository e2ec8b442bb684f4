/** Whether a build's words tell of a fault that may pass by itself: then the same command is worth another try. */
const signs = [
  /\b(?:429 Too Many Requests|50[0234] [A-Z][a-z]+|unexpected status[^\n]*: (?:429|50[0234]))/,
  /connection re(?:set|fused)|broken pipe|unexpected EOF|i\/o timeout|TLS handshake timeout|deadline exceeded/,
  // uv and pip, which compiling stages run for build requirements.
  /operation timed out|error sending request|Read timed out|Max retries exceeded/,
  /no such host|temporary failure in name resolution|network is unreachable/i,
  /\(\*service\)\.Write failed|ref [\w:-]+ locked/,
];

export const isTemporary = (log: string): boolean => signs.some((sign) => sign.test(log));
