//! What event buses say of mistakes.

use aws_cdk_core::feature_flags::flags;
use aws_cdk_core::{App, Duration, Stack};
use aws_cdk_events::{EventBus, EventPattern, IEventBus};
use aws_cdk_iam::{IResourceWithPolicy, PolicyStatement, ServicePrincipal};

fn codes_in(app: App, build: impl FnOnce(&Stack)) -> Vec<String> {
    build(&Stack::new(&app, "Stack"));
    let diagnostics = app.diagnostics();
    for diagnostic in &diagnostics {
        assert!(diagnostic.location().file().ends_with("diagnostics.rs"), "{diagnostic}");
    }
    diagnostics.iter().map(|diagnostic| diagnostic.code().to_owned()).collect()
}

fn codes(build: impl FnOnce(&Stack)) -> Vec<String> {
    codes_in(App::new(), build)
}

#[test]
fn names_follow_the_rules() {
    let found = codes(|stack| {
        for (index, name) in ["default", "a/b", "", "ö"].into_iter().enumerate() {
            EventBus::builder(stack, format!("Bus{index}")).event_bus_name(name).build();
        }
        EventBus::builder(stack, "Both").event_bus_name("a").event_source_name("aws.partner/a/b").build();
    });
    assert_eq!(found, ["events::event-bus-name"; 5]);
    let found = codes(|stack| {
        for (index, name) in ["aws.partner/a", "partner/a/b", "aws.partner/a//b"].into_iter().enumerate() {
            EventBus::builder(stack, format!("Bus{index}")).event_source_name(name).build();
        }
        EventBus::builder(stack, "Fine").event_source_name("aws.partner/a/b/c").build();
    });
    assert_eq!(found, ["events::event-source-name"; 3]);
}

#[test]
fn descriptions_and_retentions_have_limits() {
    let found = codes(|stack| {
        let bus = EventBus::builder(stack, "Bus").description("d".repeat(513)).build();
        bus.archive("Archive", EventPattern::new()).retention(Duration::hours(1)).build();
    });
    assert_eq!(found, ["events::description", "events::archive-retention"]);
}

#[test]
fn statements_of_event_buses_have_ids() {
    let statement = || PolicyStatement::new().actions(["events:PutEvents"]).resources(["*"]);
    let found = codes(|stack| {
        let bus = EventBus::new(stack, "Bus");
        bus.add_to_resource_policy(statement());
        bus.grant_put_events_to(&ServicePrincipal::new("s3"), None);
    });
    assert_eq!(found, ["events::statement-without-sid"; 2]);
    let found = codes(|stack| {
        EventBus::from_event_bus_name(stack, "Bus", "default").add_to_resource_policy(statement());
    });
    assert_eq!(found, ["events::imported-policy"]);
    let older = App::builder().context(flags::EVENT_BUS_POLICY_SID_REQUIRED, false).build();
    let found = codes_in(older, |stack| {
        EventBus::new(stack, "Bus").grant_put_events_to(&ServicePrincipal::new("s3"), Some("S3"));
    });
    assert_eq!(found, ["events::grant-to-service"]);
}

#[test]
fn an_import_needs_an_arn() {
    assert_eq!(codes(|stack| drop(EventBus::from_event_bus_arn(stack, "Bad", "orders"))), ["events::invalid-arn"]);
}
