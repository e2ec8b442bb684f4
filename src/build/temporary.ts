/** Recognises faults that may pass by themselves in the output of a failed build. */

/**
 * A server that could not be reached: messages of this program's stages, which have tried several times, and of curl,
 * glibc, musl, Go, pip, uv, apt and apk.
 */
export const unreachable = new RegExp(
  [
    String.raw`cannot be reached: |, after \d+ tries`,
    String.raw`Name or service not known|no such host|DNS lookup error|Could not resolve`,
    String.raw`Temporary failure (?:in name resolution|resolving)|\[Errno -[23]\]|failed to resolve IP|failed to lookup address|dns error|temporary error \(try again later\)`,
    String.raw`(?:could not|unable to|failed to) connect\b|Network is unreachable|network error|tcp connect error`,
    String.raw`Connection[- ](?:failed|time(?:d |-)?out|refused|reset|aborted|broken|ended early)|remote end closed|Max retries exceeded`,
    String.raw`(?:Read|operation|network) time(?:d )?out|i/o timeout|TLS handshake timeout|didn't respond within|error sending request|error decoding response body|IncompleteRead`,
  ].join('|'),
  'i',
);

const signs = [
  unreachable,
  /\b(?:429 (?:Client Error: )?Too Many Requests|50[0234]\s+(?:Internal|Bad|Service|Gateway)\b|unexpected status[^\n]*: (?:429|50[0234]))/,
  /\b5\d\d server error|server error \(5\d\d|HTTP error (?:429|5\d\d)\b|too many (?:requests\b|5\d\d error responses)/i,
  /broken pipe|unexpected EOF|deadline exceeded/,
  /\(\*service\)\.Write failed|ref [\w:-]+ locked/,
];

/** Whether another try of the same command may succeed. @param lines of the failed steps. */
export const isTemporary = (lines: readonly string[]): boolean =>
  lines.some((line) => signs.some((sign) => sign.test(line)));
