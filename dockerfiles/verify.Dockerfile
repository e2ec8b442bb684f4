# Runs the checks inside the finished image, on its own platform and as its own user. The result is a file: whether it
# is good enough to be tagged is decided by who reads it, so that one platform's failure hides no other's.
FROM image AS run
RUN --mount=type=bind,from=checks,target=/checks \
    python3 -B /checks/verify.py /checks/checks.json /tmp/verify.json

FROM scratch AS verify
COPY --from=run /tmp/verify.json /
