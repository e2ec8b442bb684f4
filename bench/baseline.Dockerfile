# What the bench measures against: the usual two stages, everything on the target platform. pip runs in the full base,
# emulated where the platform is foreign; what it installed is copied into the base that is published on.
ARG BASES=docker.io/library
ARG PYTHON=3.14

FROM ${BASES}/python:${PYTHON} AS build
ARG BUILD_PACKAGES=""
RUN [ -z "$BUILD_PACKAGES" ] || (apt-get update && apt-get install -y --no-install-recommends $BUILD_PACKAGES)
ARG REQUIREMENT
RUN pip install --no-cache-dir "$REQUIREMENT"

FROM ${BASES}/python:${PYTHON}-slim
ARG RUNTIME_PACKAGES=""
RUN [ -z "$RUNTIME_PACKAGES" ] || (apt-get update && apt-get install -y --no-install-recommends $RUNTIME_PACKAGES \
      && rm -rf /var/lib/apt/lists/*)
ARG PYTHON
COPY --from=build /usr/local/lib/python${PYTHON}/site-packages /usr/local/lib/python${PYTHON}/site-packages
COPY --from=build /usr/local/bin /usr/local/bin
