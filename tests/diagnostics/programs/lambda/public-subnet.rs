//! A function is in a public subnet.

use aws_cdk_core::{App, Set, Stack};
use aws_cdk_ec2::{SubnetGroupAttributes, Vpc, VpcAttributes};
use aws_cdk_lambda::{Code, Function, FunctionBuilder, Runtime};

fn function(stack: &Stack) -> FunctionBuilder<Set, Set, Set> {
    Function::builder(stack, "Function")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline("exports.handler = async () => {};"))
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let public = SubnetGroupAttributes::new(["subnet-00000001"]).route_table_ids(["rtb-00000001"]);
    let attributes = VpcAttributes::new("vpc-00000001", ["eu-west-1a"]).public_subnets(public);
    let vpc = Vpc::from_vpc_attributes(&stack, "Vpc", attributes);
    function(&stack).vpc(&vpc).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let public = SubnetGroupAttributes::new(["subnet-00000001"]).route_table_ids(["rtb-00000001"]);
    let attributes = VpcAttributes::new("vpc-00000001", ["eu-west-1a"]).private_subnets(public);
    let vpc = Vpc::from_vpc_attributes(&stack, "Vpc", attributes);
    function(&stack).vpc(&vpc).build();
}
