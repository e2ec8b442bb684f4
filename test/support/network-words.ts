/** Lines of a failed build: `passing` where a server could not be reached, `lasting` where it lacks the file. */

export const passing: readonly string[] = [
  'cause: HTTP status client error (429 Too Many Requests) for url (http://127.0.0.1/x/)',
  'cause: HTTP status server error (522 ) for url (http://127.0.0.1/x/)',
  'cause: Connection refused (os error 111)',
  'cause: operation timed out',
  'cause: failed to lookup address information: Name or service not known',
  'cause: Connection reset by peer (os error 104)',
  "WARNING: Retrying (Retry(total=0)) after connection broken by 'ReadTimeoutError()': /x/",
  'Could not fetch URL http://127.0.0.1/x/: 502 Server Error: Bad Gateway for url: http://127.0.0.1/x/',
  '× Failed to connect to 127.0.0.1 while fetching http://127.0.0.1/x/',
  "╰─> 127.0.0.1 didn't respond within 15.0 seconds",
  "╰─> Failed to resolve IP address for 'a.example' ([Errno -3] Try again)",
  'ERROR: HTTP error 503 while getting http://127.0.0.1/x-1.0.tar.gz',
  'E: Failed to fetch http://d/x.deb  Could not connect to d:80 (192.0.2.1). - connect (111: Connection refused)',
  'ERROR: https://d/main: network error (check Internet connection and firewall)',
];

export const lasting: readonly string[] = [
  'error: Failed to resolve requirements from `build-system.requires`',
  'error: No solution found when resolving dependencies',
  'cause: HTTP status client error (401 Unauthorized) for url (http://127.0.0.1/x/)',
  'cause: invalid peer certificate: UnknownIssuer',
  'ERROR: No matching distribution found for x==1.0',
  'E: Unable to locate package libx-dev',
  'ERROR: unable to select packages: libx-dev (no such package)',
];
