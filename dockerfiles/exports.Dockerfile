# Takes files out of an image that may hold anything, on each of its platforms. Nothing of the image is run, and none of its
# ONBUILD: it is mounted, and read on the build machine. What is wrong is a part of the result, and no failure of the build.
ARG TOOLS=python:3.13-alpine

FROM --platform=$BUILDPLATFORM ${TOOLS} AS take
RUN --mount=type=bind,from=image,target=/image --mount=type=bind,from=given,target=/given \
    python3 -B /given/exports.py /image /given/exports.json /out

FROM scratch AS exports
COPY --from=take /out /
