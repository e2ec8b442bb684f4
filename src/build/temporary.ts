/** Faults that may pass by themselves, as a failed build's words tell of them. */

/** A server that could not be reached: words of curl, glibc, musl, Go, pip, uv, apt and apk. */
export const unreachable = new RegExp(
  [
    String.raw`Name or service not known|no such host|DNS lookup error|Could not resolve`,
    String.raw`Temporary failure (?:in name resolution|resolving)|temporary error \(try again later\)`,
    String.raw`(?:could not|unable to|failed to) connect\b|Network is unreachable`,
    String.raw`Connection[- ](?:failed|time(?:d |-)?out|refused|reset|aborted)|Max retries exceeded`,
    String.raw`(?:Read|operation) timed out|i/o timeout|TLS handshake timeout|didn't respond within|error sending request`,
  ].join('|'),
  'i',
);

const signs = [
  unreachable,
  /\b(?:429 Too Many Requests|50[0234] (?:Internal|Bad|Service|Gateway)\b|unexpected status[^\n]*: (?:429|50[0234]))/,
  /broken pipe|unexpected EOF|deadline exceeded/,
  /\(\*service\)\.Write failed|ref [\w:-]+ locked/,
];

/** Whether the same command is worth another try. @param lines that failed steps printed. */
export const isTemporary = (lines: readonly string[]): boolean =>
  lines.some((line) => signs.some((sign) => sign.test(line)));
