//! The availability zones that were looked up are none.

use aws_cdk_core::{App, Environment, IConstruct, Stack};

pub fn wrong(app: &App) {
    let key = "availability-zones:account=111111111111:region=eu-west-1";
    app.node().set_context(key, "eu-west-1a");
    let env = Environment::new().account("111111111111").region("eu-west-1");
    Stack::builder(app, "Books").env(env).build().availability_zones();
}

pub fn right(app: &App) {
    let key = "availability-zones:account=111111111111:region=eu-west-1";
    app.node().set_context(key, ["eu-west-1a"]);
    let env = Environment::new().account("111111111111").region("eu-west-1");
    Stack::builder(app, "Books").env(env).build().availability_zones();
}
