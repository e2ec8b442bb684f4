# Reads from a base image, for each platform: versions of Python and the libc, the distribution, installed packages. The
# files of the target are read by the base's Python for the build machine, so that nothing is emulated.
ARG PUBLISH_BASE=python:3.14-slim

FROM ${PUBLISH_BASE} AS target

FROM --platform=$BUILDPLATFORM ${PUBLISH_BASE} AS read
RUN --mount=type=bind,from=target,target=/target --mount=type=bind,from=programs,target=/programs \
    python3 /programs/facts.py /target >/facts.json

FROM scratch AS facts
COPY --from=read /facts.json /
