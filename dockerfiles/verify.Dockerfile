# Runs the checks inside the finished image, on its own platform and as its own user. Their result is a file, and no
# failure of the build: so a failed platform does not hide the results of others.
ARG PUBLISH_BASE=python:3.14-slim

# Compiles the standard library on the build machine, because official images come without bytecode: under emulation that
# would take four fifths of an import. The image's Python compares the hash of each source before it uses the bytecode.
FROM --platform=$BUILDPLATFORM ${PUBLISH_BASE} AS library
# checks.json is not mounted, so that this is cached for all packages on the same base.
RUN --mount=type=bind,from=checks,source=bytecode.py,target=/bytecode.py \
    --mount=type=bind,from=checks,source=checks,target=/checks/checks \
    python3 -B /bytecode.py --library /library /checks/checks

# Writes variables of the image's ENV into a file, without running anything: COPY expands them.
FROM image AS look
COPY <<environment /.python-image-builder/environment
PATH=$PATH
VIRTUAL_ENV=$VIRTUAL_ENV
environment

# Finds the Python for the checks in the image's files: the image may have no shell, and several Pythons.
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
