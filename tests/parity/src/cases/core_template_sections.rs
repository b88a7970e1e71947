//! Everything a template has besides resources: parameters, mappings, conditions, rules, outputs, and its header.

use aws_cdk_core::{
    App, Aws, CfnCondition, CfnMapping, CfnOutput, CfnParameter, CfnResource, CfnRule, ConditionExpression, Fn,
    ICfnElement, Stack, cfn_json, cfn_list,
};

pub(super) fn build(app: &App) {
    let stack = Stack::builder(app, "CoreSections").description("sections").build();
    stack.add_metadata("Author", "someone");
    stack.add_metadata("Nested", cfn_json!({ "list": [1, 2], "AWS::CloudFormation::Interface": {} }));
    stack.set_template_format_version("2010-09-09");
    stack.add_transform("AWS::Serverless-2016-10-31");
    stack.add_metadata("Later", "added");

    let env = CfnParameter::builder(&stack, "Env")
        .parameter_type("String")
        .default("dev")
        .allowed_values(["dev", "prod"])
        .description("environment")
        .constraint_description("dev or prod")
        .allowed_pattern("[a-z]+")
        .min_length(1)
        .max_length(10)
        .build();
    let count =
        CfnParameter::builder(&stack, "Count").parameter_type("Number").default(2).min_value(1).max_value(10).build();
    let secret = CfnParameter::builder(&stack, "Secret").no_echo(true).build();
    let subnets = CfnParameter::builder(&stack, "Subnets").parameter_type("List<AWS::EC2::Subnet::Id>").build();
    let ssm = CfnParameter::builder(&stack, "Ssm")
        .parameter_type("AWS::SSM::Parameter::Value<String>")
        .default("/path")
        .build();
    let list = CfnParameter::builder(&stack, "Names").parameter_type("CommaDelimitedList").default("a,b").build();

    let map = CfnMapping::new(
        &stack,
        "Sizes",
        cfn_json!({ "dev": { "size": "small", "n": 1 }, "prod": { "size": "large", "n": 2 } }),
    );
    map.set_value("test", "size", "tiny");
    let virginia = || cfn_json!({ "us-east-1": { "name": "virginia" } });
    let lazy = CfnMapping::lazy(&stack, "Lazy", virginia());
    let used = CfnMapping::lazy(&stack, "LazyUsed", virginia());

    let is_prod = CfnCondition::new(&stack, "IsProd", Fn::condition_equals(env.value_as_string(), "prod"));
    let in_region = CfnCondition::new(&stack, "InRegion", Fn::condition_equals(Aws::REGION, "us-east-1"));
    let both = CfnCondition::new(&stack, "Both", Fn::condition_and([&is_prod, &in_region]));
    let either: [ConditionExpression; 3] = [(&is_prod).into(), (&in_region).into(), Fn::condition_not(&both)];
    CfnCondition::new(&stack, "Either", Fn::condition_or(either));
    let late = CfnCondition::without_expression(&stack, "Late");
    late.set_expression(Fn::condition_not(Fn::condition_equals(count.value_as_number(), 3)));

    let rule = CfnRule::new(&stack, "Rule");
    rule.set_rule_condition(Fn::condition_equals(env.value_as_string(), "prod"));
    rule.add_assertion(Fn::condition_contains(["a", "b"], secret.value_as_string()), "a or b");
    let rule = CfnRule::new(&stack, "Members");
    let vpcs = || Fn::ref_all("AWS::EC2::VPC::Id");
    rule.add_assertion(Fn::condition_each_member_equals(vpcs(), "vpc-1"), "one vpc");
    let vpcs_of_subnets = Fn::value_of_all("AWS::EC2::Subnet::Id", "VpcId");
    rule.add_assertion(Fn::condition_each_member_in(vpcs_of_subnets, vpcs()), "subnets in vpc");
    rule.add_assertion(Fn::condition_equals(Fn::value_of("Subnets", "Tags.Department"), "IT"), "tagged");

    let thing = CfnResource::builder(&stack, "Thing", "Test::Core::Thing")
        .property("Env", env.value_as_string())
        .property("Count", count.value_as_number())
        .property("Subnets", subnets.value_as_list())
        .property("Ssm", ssm.value_as_any())
        .property("Names", list.value_as_list())
        .property("FirstName", Fn::select(0, list.value_as_list()))
        .property("Size", map.find_in_map("dev", "size"))
        .property("SizeByEnv", map.find_in_map(env.value_as_string(), "size"))
        .property("Inlined", lazy.find_in_map("us-east-1", "name"))
        .property("NotInlined", used.find_in_map(Aws::REGION, "name"))
        .property("Chosen", Fn::condition_if::<String>("IsProd", "big", Aws::NO_VALUE))
        .property("ChosenList", Fn::condition_if::<Vec<String>>(is_prod.logical_id(), ["a"], cfn_list![Aws::REGION]))
        .build();
    thing.cfn_options().set_condition(&both);

    let exported = CfnOutput::builder(&stack, "Exported", thing.ref_())
        .export_name("thing-ref")
        .description("the thing")
        .condition(&is_prod)
        .build();
    CfnOutput::builder(&stack, "Keyed", env.value_as_string()).key("GivenKey").build();
    let changed = CfnOutput::new(&stack, "Changed", "old");
    changed.set_value("new").set_description("changed later").set_export_name(Fn::sub("${AWS::StackName}-changed"));
    CfnOutput::new(&Stack::new(app, "CoreSectionsImporter"), "Imports", exported.import_value());
}
