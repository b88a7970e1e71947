//! Apps that the tests with real clients run: each file of `src/bin/` is one.
