# Checks an image of a Dockerfile that may hold anything: no Python, no shell, not even a C library. What can be read is
# read on the build machine; what must be run is run in the image, on its own platform and as its own user, by a shell
# that is brought along. The result is a file, and no failure of the build, as in verify.Dockerfile.
ARG TOOLS=python:3.13-alpine

# A shell for the image's platform. Nothing of this stage is run.
FROM ${TOOLS} AS shell

# Writes variables of the image's ENV into a file, without running anything: COPY expands them.
FROM image AS look
COPY <<environment /.python-image-builder/environment
PATH=$PATH
VIRTUAL_ENV=$VIRTUAL_ENV
LD_LIBRARY_PATH=$LD_LIBRARY_PATH
environment

# Reads the image's files, and prepares what is run in it.
FROM --platform=$BUILDPLATFORM ${TOOLS} AS survey
ARG TARGETPLATFORM
RUN --mount=type=bind,from=look,target=/image --mount=type=bind,from=checks,target=/given \
    --mount=type=bind,from=shell,target=/shell \
    python3 -B /given/survey.py /image /given /shell /out "$TARGETPLATFORM"

FROM image AS run
COPY --from=survey /out/image /
RUN --mount=type=bind,from=survey,source=/out/checks,target=/checks \
    --mount=type=secret,id=verify_exports,mode=0444 \
    ["/checks/shell/loader", "/checks/shell/busybox", "sh", "/checks/run.sh"]

# Judges what came of it.
FROM --platform=$BUILDPLATFORM ${TOOLS} AS judge
RUN --mount=type=bind,from=run,source=/.python-image-builder,target=/ran --mount=type=bind,from=survey,source=/out,target=/out \
    --mount=type=bind,from=checks,target=/given \
    python3 -B /given/judge.py /out/survey.json /ran /verify.json

FROM scratch AS verify
COPY --from=judge /verify.json /
