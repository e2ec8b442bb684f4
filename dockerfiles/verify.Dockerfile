# Runs the checks inside the finished image, on its own platform and as its own user. The result is a file: whether it
# is good enough to be tagged is decided by who reads it, so that one platform's failure hides no other's.
ARG PUBLISH_BASE=python:3.14-slim

# Official images come without bytecode: under emulation, four fifths of an import would be compiling the standard library.
# So that is done once, here on the build machine. The target's Python compares the hash of each source before it uses it.
FROM --platform=$BUILDPLATFORM ${PUBLISH_BASE} AS library
# Without checks.json, so that other packages on the same base find it in the cache.
RUN --mount=type=bind,from=checks,source=bytecode.py,target=/bytecode.py \
    --mount=type=bind,from=checks,source=checks,target=/checks/checks \
    python3 -B /bytecode.py --library /library /checks/checks

# What the image sets, as every instruction on it sees it: its ENV, expanded here without running anything.
FROM image AS look
COPY <<environment /.python-image-builder/environment
PATH=$PATH
VIRTUAL_ENV=$VIRTUAL_ENV
environment

# Which Python runs the checks is found in the image's files: it may have no shell, and several Pythons.
FROM --platform=$BUILDPLATFORM ${PUBLISH_BASE} AS interpreter
ARG TARGETPLATFORM
RUN --mount=type=bind,from=look,target=/image --mount=type=bind,from=checks,target=/given \
    python3 -B /given/interpreter.py /image /given /out "$TARGETPLATFORM"

FROM image AS run
COPY --from=interpreter /out/image /
RUN --mount=type=bind,from=interpreter,source=/out/checks,target=/checks --mount=type=bind,from=library,source=/library,target=/library \
    --mount=type=secret,id=verify_env,mode=0444 \
    ["/checks/verify.py", "/checks/checks.json", "/.python-image-builder/verify.json", "/library"]

FROM scratch AS verify
COPY --from=run /.python-image-builder/verify.json /
