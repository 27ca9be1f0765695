"""A Windows to build and test on, made of Debian's Wine and packages of the registry; no part of what is shipped.

What is shipped is built on Windows with the Python of python.org, by the same ``installer/build.py``.
"""
