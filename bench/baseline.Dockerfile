# The baseline of the bench: the usual two stages, both on the target platform. pip runs in the full base, emulated on a
# foreign platform, and the result is copied into the slim base.
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
