//! The apps of the benchmark: `src/bin/` has one each, and `node/` the same with aws-cdk-lib. `books` is the example of
//! that name.

use aws_cdk_core::{AppBuilder, CfnResource, Stack, SynthError, cfn_format};

/// Builds an app of so many stacks with so many constructs each, the stack counted, and writes it. Each stack refers to the one before.
pub fn synthesize(app: AppBuilder, stacks: usize, constructs: usize) -> Result<(), SynthError> {
    let app = app.context("@aws-cdk/core:stackResourceLimit", 0).build();
    let mut before: Option<CfnResource> = None;
    for number in 0..stacks {
        let stack = Stack::builder(&app, format!("Stack{number}")).suppress_template_indentation(true).build();
        let mut first = None;
        for index in 1..constructs {
            let mut resource = CfnResource::builder(&stack, format!("Resource{index}"), "Test::Bench::Resource")
                .property("Name", format!("resource-{index}"))
                .property("Size", index);
            if let Some(neighbour) = before.as_ref().filter(|_| index == 1) {
                resource = resource.property("Neighbour", cfn_format!("arn:{}", neighbour.get_att("Arn")));
            }
            let resource = resource.build();
            first.get_or_insert(resource);
        }
        before = first;
    }
    app.synth().map(drop)
}
