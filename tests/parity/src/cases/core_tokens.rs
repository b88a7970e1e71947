//! Tokens inside texts, lists, numbers and JSON text; joins that are merged or taken apart; lazies; the order of keys.

use aws_cdk_core::{
    App, ArnComponents, Aws, CfnParameter, CfnResource, Fn, ICfnElement, Json, Lazy, Object, Stack, Value, cfn_format,
    cfn_json, cfn_list,
};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "CoreTokens");
    let param = CfnParameter::new(&stack, "Param");
    let number = CfnParameter::builder(&stack, "Number").parameter_type("Number").build();
    let list = CfnParameter::builder(&stack, "List").parameter_type("CommaDelimitedList").build();
    let other = CfnResource::builder(&stack, "Other", "Test::Core::Other").build();
    let text = || param.value_as_string();
    let att = || other.get_att("Att");
    let inner = cfn_format!("in-{}-ner", text());
    let lazy = |value: &Value<String>| {
        let value = value.clone();
        Lazy::string(move || value.clone())
    };

    CfnResource::builder(&stack, "Strings", "Test::Core::Strings")
        .property("Whole", text())
        .property("Prefix", cfn_format!("pre{}", text()))
        .property("Suffix", cfn_format!("{}post", text()))
        .property("Two", cfn_format!("{}{}", text(), att()))
        .property("Three", cfn_format!("a{}b{}c", text(), att()))
        .property("Nested", cfn_format!("x{}y", inner))
        .property("Lazies", cfn_format!("x{}y", lazy(&inner)))
        .property("LiteralLazy", cfn_format!("x{}y", Lazy::string(|| "literal")))
        .property("EmptyLazy", cfn_format!("x{}{}", Lazy::string(|| ""), text()))
        .property("Join", Fn::join("", cfn_list!["a", "b", text(), "c", "d"]))
        .property("JoinNested", Fn::join("", cfn_list!["a", Fn::join("", cfn_list!["b", text()]), "c"]))
        .property("JoinOther", Fn::join("-", cfn_list!["a", Fn::join("-", cfn_list!["b", text()]), "c"]))
        .property("JoinMixed", Fn::join("-", cfn_list!["a", Fn::join("+", cfn_list!["b", text()]), "c"]))
        .property("JoinEmpty", Fn::join(",", cfn_list!["", text(), ""]))
        .property("JoinLiteral", Fn::join(",", ["a", "b"]))
        .property("JoinList", Fn::join(",", list.value_as_list()))
        .property("SubOfToken", Fn::sub_with("lit-${X}", [("X", &inner)]))
        .property("Base64", Fn::base64(&inner))
        .property("SelectList", Fn::select(1, list.value_as_list()))
        .property("SelectLiteral", Fn::select(1, ["a", "b", "c"]))
        .property("SelectOfTokens", Fn::select(0, cfn_list![att(), "b"]))
        .property("SplitSelect", cfn_format!("{}-tail", Fn::select(2, Fn::split("/", att()))))
        .property("AccountArn", cfn_format!("arn:{}:iam::{}:root", Aws::PARTITION, Aws::ACCOUNT_ID))
        .property("Format", stack.format_arn(ArnComponents::new("svc", "res").resource_name(&inner)))
        .property("Formatted", stack.format_arn(ArnComponents::new("s3", text()).region("").account("")))
        .build();

    let in_list = text();
    CfnResource::builder(&stack, "Others", "Test::Core::Others")
        .property("Number", number.value_as_number())
        .property("NumberInString", cfn_format!("n={}", number.value_as_number()))
        .property("NumberLazy", Lazy::number(|| 42))
        .property("NumberToken", other.get_att("Count").as_number())
        .property("List", list.value_as_list())
        .property("ListLazy", Lazy::list::<String>(move || cfn_list!["x", in_list.clone()]))
        .property("ListEmpty", Lazy::list::<String>(|| cfn_list![]))
        .property("ListOmitted", Lazy::list_omit_empty::<String>(|| cfn_list![]))
        .property("ListToken", other.get_att("List").as_list())
        .property("AnyNothing", Lazy::any(|| None))
        .property(
            "AnyObject",
            Lazy::any(|| Some(cfn_json!({ "zeta": 1, "alpha": [null, "x"], "empty": {}, "list": [] }))),
        )
        .property("Mixed", cfn_json!([1, "two", true, null, {}, [], {}]))
        .property("Unicode", "é ☕ \u{0} \u{2028} <>&'\"\\/")
        .property("Floats", [0.1, 1e21, 1e-7, -0.0, 100.0, 1.0])
        .property(
            "Json",
            stack.to_json_string(cfn_json!({
                "a": text(), "n": number.value_as_number(), "q": "quote\"d", "nested": { "b": att() },
            })),
        )
        .property("JsonSpaced", stack.to_json_string_indented(cfn_json!({ "a": 1, "list": ["x", inner] }), 2))
        .property("KeyToken", {
            let mut object = Object::new();
            object.insert_token(param.logical_id(), 1);
            object.insert("z", 1).insert("a", 2).insert("10", "ten").insert("9", "nine");
            Json::Object(object)
        })
        .build();
}
