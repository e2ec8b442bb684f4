# The shape of a fork of multi-py/action-python-image-builder: pip runs in a stage on the target platform, and its
# site-packages are copied into the base that is published.
ARG BASES=docker.io/library
ARG python_version=3.13
ARG build_target=$python_version
ARG publish_target=$python_version

FROM ${BASES}/python:$build_target as Builder
ARG TARGETPLATFORM
ARG package
ARG package_version
RUN bash -c 'if [[ "$TARGETPLATFORM" == "linux/arm/v7" ]]; then echo "no wheels of some: compiling"; fi; python -m pip install --no-cache-dir $package==$package_version'

FROM ${BASES}/python:$publish_target
ARG python_version
COPY --from=Builder /usr/local/lib/python$python_version/site-packages /usr/local/lib/python$python_version/site-packages
