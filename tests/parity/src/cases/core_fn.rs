//! Every function of `Fn`, as an output or as a property, and every pseudo parameter.

use aws_cdk_core::{App, Aws, CfnOutput, CfnResource, Fn, Stack, Value, cfn_format, cfn_json, cfn_list};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "CoreFn");
    let out = |id: &str, value: Value<String>| {
        CfnOutput::new(&stack, id, value);
    };

    out("Ref", Fn::ref_("Thing"));
    out("GetAtt", Fn::get_att("Thing", "Arn"));
    out("GetAttNested", Fn::get_att("Thing", "Outputs.Nested.Name"));
    out("Join", Fn::join("-", cfn_list!["a", Aws::REGION, "b", "c"]));
    out("SelectSplit", Fn::select(1, Fn::split(":", Aws::STACK_ID)));
    out("Sub", Fn::sub("${AWS::Region}/${!Literal}/${Thing.Arn}"));
    out("SubVars", Fn::sub_with("${A}-${B}", [("A", Value::from("literal")), ("B", Aws::ACCOUNT_ID.into())]));
    out("Base64", Fn::base64("hello"));
    out("Base64Token", Fn::base64(cfn_format!("user-{}", Aws::REGION)));
    out("Cidr", Fn::select(0, Fn::cidr("10.0.0.0/16", 4, "8")));
    out("CidrNoMask", Fn::select(2, Fn::cidr_without_mask(Fn::import_value("cidr"), 3)));
    out("ParseDomainName", Fn::parse_domain_name("https://www.example.com/path"));
    out("ParseDomainToken", Fn::parse_domain_name(cfn_format!("https://{}/x", Aws::URL_SUFFIX)));
    out("AzFirst", Fn::select(0, Fn::get_azs()));
    out("AzOther", Fn::select(1, Fn::get_azs_of("eu-west-1")));
    out("ImportValue", Fn::import_value("shared-name"));
    out("ImportSub", Fn::import_value(Fn::sub("${AWS::StackName}-x")));
    out("ImportList", Fn::select(1, Fn::import_list_value("shared-list", 3)));
    out("StackOutput", Fn::get_stack_output("OtherStack", "OutputName"));
    let (region, role) = ("eu-west-1".into(), "arn:aws:iam::1:role/r".into());
    out("StackOutputFull", Fn::get_stack_output_from("OtherStack", "OutputName", Some(region), Some(role)));
    out("FindInMap", Fn::find_in_map("Map", Aws::REGION, "Key"));

    CfnResource::builder(&stack, "Thing", "Test::Fn::Thing")
        .property("Azs", Fn::get_azs())
        .property("Split", Fn::split(",", Fn::import_value("list")))
        .property("SplitLiteral", Fn::split(",", "a,b,c"))
        .property("JoinSplit", Fn::join("|", Fn::split_into(",", Fn::import_value("list"), 2)))
        .property("Cidrs", Fn::cidr("10.0.0.0/16", 4, "8"))
        .property("Json", Fn::to_json_string(cfn_json!({ "region": Aws::REGION, "list": [1, "two"] })))
        .property("Length", Fn::len(Fn::split(",", Fn::import_value("list"))))
        .property("LengthLiteral", Fn::len(["a", "b"]))
        .property("Transform", Fn::transform("AWS::Include", [("Location", "s3://bucket/key.yaml")]))
        .property("MapWithDefault", Fn::find_in_map_or("Map", "Top", "Second", "fallback"))
        .property(
            "Pseudo",
            cfn_json!([
                Aws::ACCOUNT_ID,
                Aws::REGION,
                Aws::PARTITION,
                Aws::URL_SUFFIX,
                Aws::STACK_ID,
                Aws::STACK_NAME,
                Aws::NOTIFICATION_ARNS,
                Aws::NO_VALUE,
            ]),
        )
        .property(
            "StackAttributes",
            cfn_json!([
                stack.account(),
                stack.region(),
                stack.partition(),
                stack.url_suffix(),
                stack.stack_id(),
                stack.stack_name(),
            ]),
        )
        .build();
    stack.add_transform("AWS::LanguageExtensions");
}
