# Builds the sdist and the wheel of a project's source on the build machine: for its metadata and, where the wheel is pure
# Python, for all platforms. The base is the full one of Debian, whatever the images stand on: it has Git and a compiler. The
# source is mounted: nothing of it is left in an image.
ARG BUILD_BASE=python:3.14

FROM --platform=$BUILDPLATFORM ${BUILD_BASE} AS run
# Versions that are made of the history (setuptools-scm, pbr) need Git, which a mirror's image may lack.
RUN command -v git >/dev/null || { apt-get -o Acquire::Retries=3 update \
    && DEBIAN_FRONTEND=noninteractive apt-get -o Acquire::Retries=3 install -y --no-install-recommends git; }
ARG INDEX_URL
ARG EXTRA_INDEXES=""
ARG BUILD_CONSTRAINTS=""
ARG PROJECT_PATH=.
ARG SOURCE_DATE_EPOCH
# What a build writes into the source goes with the mount.
RUN --mount=type=bind,from=source,target=/source,rw --mount=type=bind,from=programs,target=/programs \
    --mount=type=secret,id=ca_bundle,mode=0444 --mount=type=secret,id=netrc \
    python3 /programs/indexes.py --writable /source --writable /out --writable /tools \
      sh -c '. /programs/index.sh && python3 /programs/project.py "$0" /out' "/source/$PROJECT_PATH"

FROM scratch AS project
COPY --from=run /out /
