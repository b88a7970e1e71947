//! A service is to send events, in a project without a feature flag.

use aws_cdk_core::{App, IConstruct, Stack};
use aws_cdk_events::{EventBus, IEventBus};
use aws_cdk_iam::ServicePrincipal;

pub fn wrong(app: &App) {
    app.node().set_context("@aws-cdk/aws-events:requireEventBusPolicySid", false);
    let bus = EventBus::new(&Stack::new(app, "Books"), "Bus");
    bus.grant_put_events_to(&ServicePrincipal::new("s3.amazonaws.com"), Some("Storage"));
}

pub fn right(app: &App) {
    let bus = EventBus::new(&Stack::new(app, "Books"), "Bus");
    bus.grant_put_events_to(&ServicePrincipal::new("s3.amazonaws.com"), Some("Storage"));
}
