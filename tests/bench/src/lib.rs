//! The apps of the benchmark: `src/bin/` has one each, and `node/` the same with aws-cdk-lib. `books` is the example of
//! that name.
