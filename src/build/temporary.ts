/** Faults that may pass by themselves, as a failed build's words tell of them. */

/** A server that could not be reached: words of curl, glibc, musl, Go, pip, uv, apt and apk. */
export const unreachable =
  /Name or service not known|DNS lookup error|temporary error \(try again later\)|Temporary failure (?:in name resolution|resolving)|Could not resolve|no such host|(?:could not|unable to|failed to) connect\b|Connection[- ](?:failed|timed out|refused|reset|aborted)|Network is unreachable|Read timed out|operation timed out|error sending request|Max retries exceeded|i\/o timeout|TLS handshake timeout/i;

const signs = [
  unreachable,
  /\b(?:429 Too Many Requests|50[0234] (?:Internal|Bad|Service|Gateway)\b|unexpected status[^\n]*: (?:429|50[0234]))/,
  /broken pipe|unexpected EOF|deadline exceeded/,
  /\(\*service\)\.Write failed|ref [\w:-]+ locked/,
];

/** Whether the same command is worth another try. @param lines that failed steps printed. */
export const isTemporary = (lines: readonly string[]): boolean =>
  lines.some((line) => signs.some((sign) => sign.test(line)));
