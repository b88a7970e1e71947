//! Other stacks are to hold on to a construct that has no resource.

use aws_cdk_core::{App, CfnResource, Construct, CrossStackReferences, ReferenceStrength, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let shelf = Construct::new(&stack, "Shelf");
    CrossStackReferences::of(&shelf).produce(ReferenceStrength::Weak);
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let shelf = Construct::new(&stack, "Shelf");
    CfnResource::builder(&shelf, "Resource", "AWS::SQS::Queue").build();
    CrossStackReferences::of(&shelf).produce(ReferenceStrength::Weak);
}
