# Base images made of Debian's packages, where there is no other source. Not made yet.

standin_key() { die "Docker Hub cannot be reached, and there is no folder of base images: set PYTHON_IMAGE_BUILDER_BASES to one"; }
