# Asks a base which packages its distribution has, before anything is built on it. Nothing is installed.
ARG PUBLISH_BASE=python:3.14-alpine

FROM --platform=$BUILDPLATFORM ${PUBLISH_BASE} AS ask
ARG PACKAGES
RUN --mount=type=bind,from=programs,target=/programs mkdir /out && sh /programs/system.sh $PACKAGES >/out/answers

FROM scratch AS system
COPY --from=ask /out /
