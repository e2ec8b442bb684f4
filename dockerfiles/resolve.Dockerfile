# Resolves requirements in a container of the base, for packages that must be built to say what they need: so their code
# never runs on the machine that drives the build.
ARG BUILD_BASE=python:3.14

FROM --platform=$BUILDPLATFORM ${BUILD_BASE} AS run
ARG BUILD_PACKAGES=""
RUN if command -v apk >/dev/null; then apk add --no-cache build-base $BUILD_PACKAGES; \
    elif [ -n "$BUILD_PACKAGES" ]; then apt-get -o Acquire::Retries=3 update \
      && DEBIAN_FRONTEND=noninteractive apt-get -o Acquire::Retries=3 install -y --no-install-recommends $BUILD_PACKAGES; fi
ARG UV_VERSION
ARG PYTHON_MINOR
ARG INDEX_URL
# Differs in every run, since a cached result would hide what is new in the index.
ARG ASKED_AT
ARG EXTRA_INDEXES=""
# uv reads no configuration but the request's pyproject.toml, which limits it to Linux and CPython.
ENV UV_DEFAULT_INDEX=${INDEX_URL} UV_PYTHON_DOWNLOADS=never \
    XDG_CONFIG_HOME=/request/config XDG_CONFIG_DIRS=/request/config
# No cache mount: packages' own code runs here, and could write to it for other builds.
RUN --mount=type=bind,from=request,target=/request --mount=type=bind,from=programs,target=/programs \
    --mount=type=secret,id=ca_bundle,mode=0444 --mount=type=secret,id=netrc \
    . /programs/index.sh; \
    if [ -n "$PIP_CERT" ]; then export SSL_CERT_FILE="$PIP_CERT"; fi; \
    cd /request && python3 /programs/indexes.py --writable /out --writable /uv sh -euc ' \
      python3 -m pip install --quiet --only-binary :all: --target /uv "uv==$UV_VERSION"; mkdir -p /out; \
      /uv/bin/uv pip compile --quiet --universal --generate-hashes --python-version "$PYTHON_MINOR" \
      --format pylock.toml --constraint constraints.txt --build-constraint build-constraints.txt -o /out/pylock.toml requirements.in'

FROM scratch AS resolve
COPY --from=run /out /
