//! A stack and the template that it includes state different versions of the format.

use aws_cdk_cloudformation_include::CfnInclude;
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    stack.set_template_format_version("2008-01-01");
    CfnInclude::builder(&stack, "Old").template("AWSTemplateFormatVersion: '2010-09-09'\nResources: {}").build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    stack.set_template_format_version("2010-09-09");
    CfnInclude::builder(&stack, "Old").template("AWSTemplateFormatVersion: '2010-09-09'\nResources: {}").build();
}
