//! A stack of one region refers firmly to a resource of another region.

use aws_cdk_core::{App, CfnOutput, CfnResource, Environment, ReferenceStrength, Stack};

fn stack_in(app: &App, id: &str, region: &str) -> Stack {
    Stack::builder(app, id).env(Environment::new().account("111111111111").region(region)).build()
}

pub fn wrong(app: &App) {
    let (home, far) = (stack_in(app, "Home", "eu-west-1"), stack_in(app, "Far", "us-east-1"));
    let queue = CfnResource::builder(&home, "Queue", "AWS::SQS::Queue").build();
    queue.apply_cross_stack_reference_strength(ReferenceStrength::Strong);
    CfnOutput::new(&far, "Queue", queue.ref_());
}

pub fn right(app: &App) {
    let (home, far) = (stack_in(app, "Home", "eu-west-1"), stack_in(app, "Far", "us-east-1"));
    let queue = CfnResource::builder(&home, "Queue", "AWS::SQS::Queue").build();
    queue.apply_cross_stack_reference_strength(ReferenceStrength::Weak);
    CfnOutput::new(&far, "Queue", queue.ref_());
}
