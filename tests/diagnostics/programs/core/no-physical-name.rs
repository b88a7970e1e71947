//! A queue is used in another account, and has no name that is known before it is made.

use aws_cdk_core::{App, CfnOutput, Environment, Stack};
use aws_cdk_sqs::{IQueue, Queue};

pub fn wrong(app: &App) {
    let home = Environment::new().account("111111111111").region("eu-west-1");
    let far = Environment::new().account("222222222222").region("eu-west-1");
    let (home, far) = (Stack::builder(app, "Home").env(home).build(), Stack::builder(app, "Far").env(far).build());
    let queue = Queue::new(&home, "Queue");
    CfnOutput::new(&far, "Arn", queue.queue_arn());
}

pub fn right(app: &App) {
    let home = Environment::new().account("111111111111").region("eu-west-1");
    let far = Environment::new().account("222222222222").region("eu-west-1");
    let (home, far) = (Stack::builder(app, "Home").env(home).build(), Stack::builder(app, "Far").env(far).build());
    let queue = Queue::builder(&home, "Queue").queue_name("orders").build();
    CfnOutput::new(&far, "Arn", queue.queue_arn());
}
