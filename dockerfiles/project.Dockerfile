# Builds the wheel of a project's source on the build machine: once, for its metadata, and, where it is pure Python, for all
# platforms. The source is mounted: nothing of it is left in an image.
ARG BUILD_BASE=python:3.14

FROM --platform=$BUILDPLATFORM ${BUILD_BASE} AS run
ARG BUILD_PACKAGES=""
# Versions that are made of the history (setuptools-scm, pbr) need Git.
RUN if command -v apk >/dev/null; then apk add --no-cache build-base git $BUILD_PACKAGES; \
    elif [ -n "$BUILD_PACKAGES" ] || ! command -v git >/dev/null; then apt-get -o Acquire::Retries=3 update \
      && DEBIAN_FRONTEND=noninteractive apt-get -o Acquire::Retries=3 install -y --no-install-recommends git $BUILD_PACKAGES; fi
ARG INDEX_URL
ARG BUILD_CONSTRAINTS=""
ARG PROJECT_PATH=.
ARG SOURCE_DATE_EPOCH
# Written into while it is built, and thrown away with the mount.
RUN --mount=type=bind,from=source,target=/source,rw --mount=type=bind,from=programs,target=/programs \
    --mount=type=secret,id=ca_bundle --mount=type=secret,id=netrc \
    if [ -f /run/secrets/ca_bundle ]; then export PIP_CERT=/run/secrets/ca_bundle SSL_CERT_FILE=/run/secrets/ca_bundle; fi; \
    if [ -f /run/secrets/netrc ]; then export NETRC=/run/secrets/netrc; fi; \
    if [ -n "$INDEX_URL" ]; then export PIP_INDEX_URL="$INDEX_URL"; fi; \
    case "$INDEX_URL" in http://*) host=${INDEX_URL#http://}; export PIP_TRUSTED_HOST="${host%%/*}" ;; esac; \
    python3 /programs/project.py "/source/$PROJECT_PATH" /out

FROM scratch AS project
COPY --from=run /out /
