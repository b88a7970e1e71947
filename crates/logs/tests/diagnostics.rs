//! What log groups say of mistakes.

use aws_cdk_core::{App, Stack};
use aws_cdk_logs::{LogGroup, LogGroupClass, RetentionDays};

fn codes(build: impl FnOnce(&Stack)) -> Vec<String> {
    let app = App::new();
    build(&Stack::new(&app, "Stack"));
    let diagnostics = app.diagnostics();
    for diagnostic in &diagnostics {
        assert!(diagnostic.location().file().ends_with("diagnostics.rs"), "{diagnostic}");
    }
    diagnostics.iter().map(|diagnostic| diagnostic.code().to_owned()).collect()
}

#[test]
fn a_retention_is_a_day_at_least() {
    let found = codes(|stack| {
        LogGroup::builder(stack, "None").retention(RetentionDays::Days(0)).build();
        LogGroup::builder(stack, "Day").retention(RetentionDays::Days(1)).build();
    });
    assert_eq!(found, ["logs::retention"]);
}

#[test]
fn an_imported_log_group_has_an_arn() {
    let found = codes(|stack| {
        LogGroup::from_log_group_arn(stack, "NoArn", "books");
        LogGroup::from_log_group_arn(stack, "NoName", "arn:aws:logs:eu-west-1:111111111111:log-group");
        LogGroup::from_log_group_arn(stack, "Books", "arn:aws:logs:eu-west-1:111111111111:log-group:books:*");
    });
    assert_eq!(found, ["logs::invalid-arn", "logs::invalid-arn"]);
}

#[test]
fn delivered_logs_are_not_kept() {
    let found = codes(|stack| {
        let group = LogGroup::builder(stack, "Logs").log_group_class(LogGroupClass::Delivery);
        group.retention(RetentionDays::OneDay).build();
    });
    assert_eq!(found, ["logs::delivery-retention"]);
}

#[test]
fn a_metric_filter_has_three_dimensions_at_most() {
    let found = codes(|stack| {
        let logs = LogGroup::new(stack, "Logs");
        let filter = |id| logs.add_metric_filter(id, "Own", "m").dimension("a", "$.a").dimension("b", "$.b");
        filter("Three").dimension("c", "$.c").build();
        filter("Four").dimension("c", "$.c").dimension("d", "$.d").build();
    });
    assert_eq!(found, ["logs::metric-dimensions"]);
}
