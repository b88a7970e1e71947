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
            Outcome::Pending => unreachable!("{} is ported", case.name),
        }
    }
    assert!(reports.is_empty(), "\n{reports}");
}

#[test]
fn ports_are_of_recorded_cases() {
    let recorded = parity::recorded_names().unwrap();
    for case in cases::all() {
        assert!(recorded.contains(&case.name.to_owned()), "{} is not in expected/", case.name);
    }
}

#[test]
fn the_nearest_name_is_suggested() {
    let names = parity::recorded_names().unwrap();
    assert_eq!(parity::nearest("http-minimal", &names), Some("http-api-minimal"));
}
