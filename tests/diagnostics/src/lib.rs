//! Nothing: the programs are in `programs/`, what holds them against their reports in `tests/`.
