/** Whether a build's words tell of a fault that may pass by itself: then the same command is worth another try. */
const signs = [
  /\b(?:429 Too Many Requests|50[0234] (?:Internal|Bad|Service|Gateway)\b|unexpected status[^\n]*: (?:429|50[0234]))/,
  /connection re(?:set|fused)|broken pipe|unexpected EOF|i\/o timeout|TLS handshake timeout|deadline exceeded/,
  // uv and pip, which compiling stages run for build requirements.
  /operation timed out|error sending request|Read timed out|Max retries exceeded/,
  // apk, whose words for a mirror that does not answer come before those for a package that it then does not know.
  /: DNS lookup error|: temporary error \(try again later\)/,
  /no such host|temporary failure in name resolution|network is unreachable/i,
  /\(\*service\)\.Write failed|ref [\w:-]+ locked/,
];

export const isTemporary = (log: string): boolean => signs.some((sign) => sign.test(log));
