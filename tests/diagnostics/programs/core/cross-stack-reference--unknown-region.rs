//! A stack that may be deployed anywhere refers to a resource of a certain account.

use aws_cdk_core::{App, CfnOutput, CfnResource, Environment, Stack};

pub fn wrong(app: &App) {
    let env = Environment::new().account("111111111111").region("eu-west-1");
    let home = Stack::builder(app, "Home").env(env.clone()).build();
    let anywhere = Stack::builder(app, "Anywhere").env(Environment::new()).build();
    let queue = CfnResource::builder(&home, "Queue", "AWS::SQS::Queue").build();
    CfnOutput::new(&anywhere, "Queue", queue.ref_());
}

pub fn right(app: &App) {
    let env = Environment::new().account("111111111111").region("eu-west-1");
    let home = Stack::builder(app, "Home").env(env.clone()).build();
    let anywhere = Stack::builder(app, "Anywhere").env(env).build();
    let queue = CfnResource::builder(&home, "Queue", "AWS::SQS::Queue").build();
    CfnOutput::new(&anywhere, "Queue", queue.ref_());
}
