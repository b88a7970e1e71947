//! Every ported case gives what was recorded.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test may fail")]

use parity::{Outcome, cases};

#[test]
fn ported_cases_give_what_was_recorded() {
    let mut reports = String::new();
    for case in cases::all() {
        match parity::check(case.name).unwrap() {
            Outcome::Identical => {}
            Outcome::Different(report) => reports += &report,
            // The next test is about these.
            Outcome::Pending | Outcome::Unrecorded => {}
        }
    }
    assert!(reports.is_empty(), "\n{reports}");
}

#[test]
fn ports_are_of_recorded_cases() {
    let recorded = parity::recorded_names().unwrap();
    for case in cases::all() {
        let name = case.name;
        assert!(recorded.contains(&name.to_owned()), "`{name}` is not recorded: node tests/parity/record.mjs {name}");
    }
}

#[test]
fn the_nearest_name_is_suggested() {
    let names = parity::recorded_names().unwrap();
    assert_eq!(parity::nearest("http-minimal", &names), Some("http-api-minimal"));
}
