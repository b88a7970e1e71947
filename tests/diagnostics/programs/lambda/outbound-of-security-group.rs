//! A function says what its given security group lets out.

use aws_cdk_core::{App, Set, Stack};
use aws_cdk_ec2::{SecurityGroup, SubnetGroupAttributes, Vpc, VpcAttributes};
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
    let attributes = VpcAttributes::new("vpc-00000001", ["eu-west-1a"]).private_subnets(public);
    let vpc = Vpc::from_vpc_attributes(&stack, "Vpc", attributes);
    let group = SecurityGroup::new(&stack, "Group", &vpc);
    function(&stack).vpc(&vpc).security_groups([group]).allow_all_outbound(false).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let public = SubnetGroupAttributes::new(["subnet-00000001"]).route_table_ids(["rtb-00000001"]);
    let attributes = VpcAttributes::new("vpc-00000001", ["eu-west-1a"]).private_subnets(public);
    let vpc = Vpc::from_vpc_attributes(&stack, "Vpc", attributes);
    let group = SecurityGroup::new(&stack, "Group", &vpc);
    function(&stack).vpc(&vpc).security_groups([group]).build();
}
