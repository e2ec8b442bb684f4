"""The checks of verify.py, which says on which Python they run."""
