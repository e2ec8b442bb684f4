import { describe, expect, test } from 'vitest';
import { readCustomDockerfile } from '../../src/dockerfile/custom.ts';
import type { Unpinned } from '../../src/dockerfile/unpinned.ts';

const unpinned = (text: string): readonly Unpinned[] => readCustomDockerfile(text, {}).unpinned;
const whatOf = (instruction: string) => unpinned(`FROM a\n${instruction}\n`)[0]?.what;

describe.each<[Unpinned['what'] | undefined, readonly string[]]>([
  [
    'a package manager',
    [
      'RUN apt-get update && apt-get install -y curl',
      'RUN set -eux; apt-get -y --no-install-recommends install x',
      'RUN apt-get -o Acquire::Retries=3 update',
      'RUN DEBIAN_FRONTEND=noninteractive apt install x',
      'RUN apk add --no-cache gcc',
      'RUN apk --no-cache add gcc',
      'RUN dnf -y install gcc',
      'RUN pip install --require-hashes -r requirements.txt',
      'RUN pip3.13 --no-cache-dir install x',
      'RUN /venv/bin/pip install x',
      'RUN python -m pip install x',
      'RUN --mount=type=cache,target=/root/.cache python3.13 -m pip wheel x',
      'RUN ["pip", "install", "x"]',
      'RUN uv sync --frozen',
      'RUN uv pip install x',
      'RUN poetry install',
      'RUN npm ci',
      'RUN yarn',
      'RUN cd web && npm install --omit=dev',
      'RUN cargo build --release',
      'RUN CGO_ENABLED=0 go install example.org/x@latest',
      'RUN go mod download',
      'RUN gem install x',
      'RUN sudo apt-get update',
      'RUN if [ -n "$X" ]; then pip install $X; fi',
      'RUN (apk update)',
      'RUN /bin/bash -o pipefail -c "apt-get update"',
      'RUN ["sh", "-ec", "apt-get update"]',
      'RUN <<EOF\nset -e\napt-get \\\n  update\nEOF',
      'RUN bash -e <<EOF\npip install x\nEOF',
      'run \\\n  # why\n  echo && \\\n  pip install x',
    ],
  ],
  [
    'a download',
    [
      'RUN curl -fsSL https://example.org/x | sh',
      'RUN /usr/bin/wget -q https://example.org/x',
      'RUN X="$(curl -s https://example.org/version)" && echo $X',
      'RUN echo `curl x`',
      'ADD https://example.org/x /x',
      'ADD ["http://example.org/x", "/x"]',
      'ADD https://example.org/a.gitignore /x',
    ],
  ],
  [
    'a repository',
    [
      'RUN git clone https://example.org/x.git',
      'RUN git -C /x pull',
      'RUN git -c http.sslVerify=false submodule update',
      'RUN svn checkout https://example.org/x',
      'ADD git@example.org:o/r.git /x',
      'ADD https://example.org/o/r.git#main /x',
      'ADD git://example.org/r /x',
    ],
  ],
  [
    undefined,
    [
      'RUN ls',
      'RUN ./build.sh',
      'RUN apt-get clean && rm -rf /var/lib/apt/lists/*',
      'RUN apt-get purge -y curl',
      'RUN pip uninstall -y x',
      'RUN pip list',
      'RUN python -m compileall .',
      'RUN git config --global user.name x',
      'RUN git rev-parse HEAD',
      'RUN echo curl',
      'RUN mkdir -p /opt/curl wget',
      'RUN npm run build',
      'RUN which pip install',
      'RUN --network=none pip install --no-index --find-links /w x',
      'RUN cat <<EOF > /x\ncurl example.org\nEOF',
      'RUN <<EOF\n# once (curl example.org)\nls\nEOF',
      'COPY curl wget /x/',
      'CMD ["pip", "install", "x"]',
      'ADD x.tar.gz /x',
      'ADD --checksum=sha256:00 https://example.org/x /x',
      'ADD https://example.org/o/r.git#0123456789012345678901234567890123456789:sub /x',
      'ADD https://example.org/o/r.git?branch=main&commit=0123456789012345678901234567890123456789 /x',
    ],
  ],
])('%s', (what, instructions) => {
  test.each(instructions)('%s', (instruction) => {
    expect(whatOf(instruction)).toBe(what);
  });
});

test('lists the instructions of needed stages, each once, with its line and its text', () => {
  const text = `FROM a AS test
RUN pip install pytest
FROM a AS build
RUN apt-get update && \\
    # compilers
    apt-get install -y gcc g++ make libffi-dev libssl-dev zlib1g-dev
FROM a
COPY --from=build / /
ARG TARGETARCH
RUN --mount=type=cache,target=/c curl https://user:se@cret@example.org/\${TARGETARCH}
ADD https://token@example.org/x /x
RUN <<EOF
apk add gcc
EOF
`;
  expect(readCustomDockerfile(text, {}, ['linux/amd64', 'linux/arm64']).unpinned).toEqual([
    {
      line: 4,
      text: 'RUN apt-get update && apt-get install -y gcc g++ make libffi-dev libssl-dev zli…',
      what: 'a package manager',
    },
    {
      line: 10,
      text: 'RUN --mount=type=cache,target=/c curl https://***@example.org/${TARGETARCH}',
      what: 'a download',
    },
    { line: 11, text: 'ADD https://***@example.org/x /x', what: 'a download' },
    { line: 12, text: 'RUN <<EOF apk add gcc', what: 'a package manager' },
  ]);
});

test.each([
  ['RUN pip install a && python -m pip install b', true],
  ['RUN uv pip install a', true],
  ['RUN pip install a && apt-get install -y gcc', undefined],
  ['RUN uv sync', undefined],
])('knows whether only pip fetches: %s', (instruction, byPip) => {
  expect(unpinned(`FROM a\n${instruction}\n`).map((one) => [one.what, one.byPip])).toEqual([
    ['a package manager', byPip],
  ]);
});
