# Resolves requirements in a container of the base, for packages that must be built to say what they need: their build
# code runs here, never on the machine that drives the build.
ARG BUILD_BASE=python:3.14

FROM --platform=$BUILDPLATFORM ${BUILD_BASE} AS run
ARG BUILD_PACKAGES=""
RUN if command -v apk >/dev/null; then apk add --no-cache build-base $BUILD_PACKAGES; \
    elif [ -n "$BUILD_PACKAGES" ]; then apt-get update \
      && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $BUILD_PACKAGES; fi
ARG PYTHON_MINOR
ARG INDEX_URL
# Changes with every run: what the index holds may have changed, and a cached answer would hide it.
ARG ASKED_AT
RUN --mount=type=bind,from=resolve,target=/resolve --mount=type=secret,id=ca_bundle --mount=type=secret,id=netrc \
    --mount=type=cache,target=/root/.cache/uv \
    sh /resolve/resolve.sh

FROM scratch AS resolve
COPY --from=run /out /
