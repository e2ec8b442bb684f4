# For packages that cannot be locked: they must be built to say what they need, and uv does not run on their Python. pip
# resolves and installs on the target platform, under emulation if it is foreign.

ARG PUBLISH_BASE=python:3.7-slim
ARG BUILD_BASE=python:3.7

FROM ${PUBLISH_BASE} AS publish
FROM ${BUILD_BASE} AS install
ARG BUILD_PACKAGES=""
RUN if command -v apk >/dev/null; then apk add --no-cache build-base $BUILD_PACKAGES; \
    elif [ -n "$BUILD_PACKAGES" ]; then apt-get -o Acquire::Retries=3 update \
      && DEBIAN_FRONTEND=noninteractive apt-get -o Acquire::Retries=3 install -y --no-install-recommends $BUILD_PACKAGES; fi
ARG REQUIREMENTS
ARG INDEX_URL=""
#: when extra_indexes
ARG EXTRA_INDEXES=""
#: end
#: when build_constraints
ARG BUILD_CONSTRAINTS=""
#: end
ARG SOURCE_DATE_EPOCH=315532800
# The whole prefix is copied over /usr/local below: a copy of site-packages alone would lose scripts.
RUN --mount=type=bind,from=publish,target=/publish --mount=type=bind,from=programs,target=/programs \
    --mount=type=secret,id=ca_bundle,mode=0444 --mount=type=secret,id=netrc \
    . /programs/index.sh; \
#: when build_constraints
    if [ -n "$BUILD_CONSTRAINTS" ]; then printf '%s\n' "$BUILD_CONSTRAINTS" >/tmp/build-constraints.txt; \
      export PIP_BUILD_CONSTRAINT=/tmp/build-constraints.txt PIP_CONSTRAINT=/tmp/build-constraints.txt; fi; \
#: end
    printf '%s\n' "$REQUIREMENTS" >/tmp/requirements.txt \
    && if [ -e /run/secrets/netrc ] || [ -n "${EXTRA_INDEXES:-}" ]; then \
      set -- python3 /programs/indexes.py --writable /tree; fi \
    && "$@" python3 -m pip install --no-cache-dir --prefix /tree -r /tmp/requirements.txt \
    && chown -R 0:0 /tree \
    && python3 /programs/links.py /tree /publish \
    && find /tree -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +

# For custom Dockerfiles: COPY --from=packages / /usr/local
FROM scratch AS packages
COPY --from=install /tree /

#: when runtime_packages
# As in Dockerfile: under emulation is only unpacking and configuring them.
FROM --platform=$BUILDPLATFORM ${PUBLISH_BASE} AS runtime
ARG BUILDPLATFORM
ARG TARGETPLATFORM
ARG RUNTIME_PACKAGES=""
RUN --mount=type=bind,from=publish,target=/foreign,rw --mount=type=bind,from=programs,target=/programs \
    if [ -z "$RUNTIME_PACKAGES" ] || [ "$TARGETPLATFORM" = "$BUILDPLATFORM" ] || command -v apk >/dev/null; then mkdir /runtime; \
    else python3 /programs/runtime.py --platform "$TARGETPLATFORM" --target /foreign --out /runtime $RUNTIME_PACKAGES; fi
#: end

#: when image
FROM ${PUBLISH_BASE} AS image
#: when runtime_packages
ARG RUNTIME_PACKAGES=""
RUN --mount=type=bind,from=runtime,source=/runtime,target=/runtime \
    if [ -z "$RUNTIME_PACKAGES" ]; then :; \
    elif [ -f /runtime/install.sh ]; then export DEBIAN_FRONTEND=noninteractive; . /runtime/install.sh; \
    elif command -v apk >/dev/null; then apk add --no-cache $RUNTIME_PACKAGES; \
    else apt-get -o Acquire::Retries=3 update \
      && DEBIAN_FRONTEND=noninteractive apt-get -o Acquire::Retries=3 install -y --no-install-recommends $RUNTIME_PACKAGES; fi \
    && rm -rf /var/lib/apt/lists/* /var/cache/apt/pkgcache.bin /var/cache/apt/srcpkgcache.bin /var/cache/ldconfig/aux-cache /var/log/apt /var/log/dpkg.log /var/log/alternatives.log
#: end
COPY --link --from=packages / /usr/local/
#: when user
ARG RUN_AS=""
RUN --mount=type=bind,from=programs,source=account.sh,target=/account.sh sh /account.sh "$RUN_AS"
#: end
#: config
CMD ["python3"]
#: end
#: end
