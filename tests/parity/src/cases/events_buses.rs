//! Event buses: every option, partner sources, dead letters, logs, a key; policies, grants with and without statement ids,
//! archives; imported buses; names used in another account.

use aws_cdk_core::{App, CfnOutput, CfnParameter, Duration, Environment, Stack, cfn_json};
use aws_cdk_events::{
    Archive, EventBus, EventBusAttributes, EventPattern, IEventBus, IncludeDetail, Level, LogConfig,
};
use aws_cdk_iam::{AccountPrincipal, IResourceWithPolicy, PolicyStatement, ServicePrincipal, User};
use aws_cdk_kms::Key;
use aws_cdk_sqs::Queue;

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "EventsBuses");
    let user = User::new(&stack, "User");
    let key = Key::new(&stack, "Key");
    let full = EventBus::builder(&stack, "Full")
        .event_bus_name("full")
        .description("all of it")
        .dead_letter_queue(&Queue::new(&stack, "Dead"))
        .kms_key(&key)
        .log_config(LogConfig::new().include_detail(IncludeDetail::Full).level(Level::Trace))
        .build();
    let partner = EventBus::builder(&stack, "Partner")
        .event_source_name("aws.partner/example.com/books/42")
        .log_config(LogConfig::new().level(Level::Off))
        .build();
    let unnamed = EventBus::builder(&stack, "Unnamed").kms_key(&Key::new(&stack, "Key2")).build();
    full.grant_put_events_to(&user, None);
    full.grant_put_events_to(&ServicePrincipal::new("s3.amazonaws.com"), Some("S3"));
    EventBus::grant_all_put_events(&user);
    let statement = PolicyStatement::new().sid("Accounts").actions(["events:PutEvents"]);
    unnamed.add_to_resource_policy(
        statement.resources([unnamed.event_bus_arn()]).principal(&AccountPrincipal::new("222222222222")),
    );
    let statement = PolicyStatement::new().sid("L".repeat(80)).actions(["events:PutEvents", "events:PutRule"]);
    unnamed.add_to_resource_policy(statement.resources(["*"]).principal(&AccountPrincipal::new("333333333333")));
    archives(&stack, &full, &partner, &unnamed, &key);

    let parameter = CfnParameter::new(&stack, "Bus").value_as_string();
    let attributes =
        EventBusAttributes::new("a", "arn:aws:events:us-east-1:111111111111:event-bus/a", "{}")
            .event_source_name("aws.partner/x/y");
    let arn = "arn:aws:events:eu-west-1:444444444444:event-bus/other";
    let imports = [
        ("Arn", EventBus::from_event_bus_arn(&stack, "ByArn", arn)),
        ("TokenArn", EventBus::from_event_bus_arn(&stack, "ByToken", parameter)),
        ("Name", EventBus::from_event_bus_name(&stack, "ByName", "default")),
        ("Attributes", EventBus::from_event_bus_attributes(&stack, "Attributed", attributes)),
    ];
    let made: [(&str, &dyn IEventBus); 3] = [("Full", &full), ("Partner", &partner), ("Unnamed", &unnamed)];
    let imported = imports.iter().map(|(id, bus)| -> (&str, &dyn IEventBus) { (id, bus) });
    for (id, bus) in made.into_iter().chain(imported) {
        bus.grant_put_events_to(&user, None);
        CfnOutput::new(&stack, format!("{id}Arn"), bus.event_bus_ref().event_bus_arn);
        CfnOutput::new(&stack, format!("{id}Name"), bus.event_bus_name());
        CfnOutput::new(&stack, format!("{id}Policy"), bus.event_bus_policy());
        if let Some(source) = bus.event_source_name() {
            CfnOutput::new(&stack, format!("{id}Source"), source);
        }
    }

    let env = |account: &str| Environment::new().account(account).region("us-east-1");
    let one = Stack::builder(app, "EventsOne").env(env("111111111111")).build();
    let other = Stack::builder(app, "EventsOther").env(env("222222222222")).build();
    let named = EventBus::builder(&one, "Named").event_bus_name("named").build();
    named.grant_put_events_to(&User::new(&other, "User"), None);
    CfnOutput::new(&other, "Name", named.event_bus_name());
}

fn archives(stack: &Stack, full: &EventBus, partner: &EventBus, unnamed: &EventBus, key: &Key) {
    let pattern = EventPattern::new()
        .source(["shop"])
        .detail_type(["Order"])
        .detail(cfn_json!({ "total": [{ "numeric": [">", 100] }] }));
    full.archive("Archive", pattern).retention(Duration::days(3)).archive_name("orders").build();
    unnamed.archive("All", EventPattern::new()).build();
    let pattern = EventPattern::new().account(["111111111111"]);
    Archive::builder(stack, "Archive", partner, pattern).description("own").kms_key(key).build();
}
