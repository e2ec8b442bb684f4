# What a base image holds on each platform: Python's version, the libc and its version, what pip lists. The target's
# files are only read, by the build machine's own Python, so that nothing runs under emulation.
ARG PUBLISH_BASE=python:3.14-slim

FROM ${PUBLISH_BASE} AS target

FROM --platform=$BUILDPLATFORM ${PUBLISH_BASE} AS read
RUN --mount=type=bind,from=target,target=/target --mount=type=bind,from=programs,target=/programs \
    python3 /programs/facts.py /target >/facts.json

FROM scratch AS facts
COPY --from=read /facts.json /
