//! Mistakes in what a template holds.

use aws_cdk_core::{
    CfnCondition, CfnMapping, CfnOutput, CfnParameter, CfnResource, Fn, Object, RemovalPolicy, Stack, cfn_json,
};
use expect_test::expect;

use crate::{check, raw};

#[test]
fn logical_ids() {
    check(
        |app| {
            let stack = Stack::new(app, "Stack");
            raw(&stack, "A").override_logical_id("not-one");
            raw(&stack, "B").override_logical_id("Same");
            raw(&stack, "C").override_logical_id("Same");
            CfnParameter::new(&stack, "Same");
            // Outputs have names of their own.
            CfnOutput::builder(&stack, "Output", "value").key("Same").build();
            stack.rename_logical_id("Nothing", "Something");
            stack.rename_logical_id("D", "D1");
            stack.rename_logical_id("D", "D2");
            raw(&stack, "D");
        },
        expect![[r#"
            error[core::invalid-logical-id]: `not-one` is not a logical id
               = construct: Stack/A
               = help: use 1 to 255 letters and digits of ASCII
            error[core::duplicate-rename]: the logical id `D` is renamed twice
               = construct: Stack
               = help: rename it once
            error[core::duplicate-logical-id]: the logical id `Same` is already that of `Stack/B`
               = construct: Stack/C
               = note: the first one is made at FILE
               = help: choose another construct id, or call `override_logical_id` on one of them
            error[core::duplicate-logical-id]: the logical id `Same` is already that of `Stack/C`
               = construct: Stack/Same
               = note: the first one is made at FILE
               = help: choose another construct id, or call `override_logical_id` on one of them
            error[core::unused-rename]: no element has the logical id `Nothing` that is renamed
               = construct: Stack
               = help: rename the logical id that the template shows
        "#]],
    );
}

#[test]
fn parameters_and_outputs() {
    check(
        |app| {
            let stack = Stack::new(app, "Stack");
            let text = CfnParameter::new(&stack, "Text");
            let list = CfnParameter::builder(&stack, "List").parameter_type("CommaDelimitedList").build();
            text.value_as_number();
            text.value_as_list();
            list.value_as_string();
            let output = CfnOutput::new(&stack, "Output", "value");
            output.import_value();
            output.set_export_name("not a name");
            CfnOutput::builder(&stack, "Other", "value").export_name("").build();
        },
        expect![[r#"
            error[core::parameter-type]: a parameter of type `String` is not a number
               = construct: Stack/Text
               = help: take the value with the method of the parameter's type
            error[core::parameter-type]: a parameter of type `String` is not a list
               = construct: Stack/Text
               = help: take the value with the method of the parameter's type
            error[core::parameter-type]: a parameter of type `CommaDelimitedList` is not a text or number
               = construct: Stack/List
               = help: take the value with the method of the parameter's type
            error[core::no-export-name]: the output has no export name to import it by
               = construct: Stack/Output
               = help: set one with `export_name` before asking for `import_value`
            error[core::invalid-export-name]: `not a name` is not a name for an export
               = construct: Stack/Output
               = help: use 1 to 255 letters, digits, `:` and `-`
            error[core::invalid-export-name]: `` is not a name for an export
               = construct: Stack/Other
               = help: use 1 to 255 letters, digits, `:` and `-`
        "#]],
    );
}

#[test]
fn resources() {
    check(
        |app| {
            let stack = Stack::new(app, "Stack");
            CfnResource::builder(&stack, "Empty", "").build();
            raw(&stack, "Queue").apply_removal_policy(RemovalPolicy::Snapshot);
            CfnResource::builder(&stack, "List", "Test::Core::Raw").properties(cfn_json!(["a"])).build();
        },
        expect![[r#"
            error[core::empty-resource-type]: the resource has no type
               = construct: Stack/Empty
               = help: name a CloudFormation type such as `AWS::SQS::Queue`
            error[core::no-snapshot]: Test::Core::Raw does not support the removal policy Snapshot
               = construct: Stack/Queue
               = help: use RemovalPolicy::Retain or RemovalPolicy::Destroy
            error[core::properties-not-object]: the properties of a resource are an object
               = construct: Stack/List
               = help: give names and values: `cfn_json!({ "Name": "books" })`
        "#]],
    );
}

#[test]
fn intrinsic_functions() {
    check(
        |app| {
            let stack = Stack::new(app, "Stack");
            let list = CfnParameter::builder(&stack, "List").parameter_type("CommaDelimitedList").build();
            let mut object = Object::new();
            object.insert_token(raw(&stack, "Queue").ref_(), "value");
            CfnCondition::new(&stack, "Nothing", Fn::condition_and([] as [&CfnCondition; 0]));
            CfnResource::builder(&stack, "Thing", "Test::Core::Raw")
                .property("Cidr", Fn::cidr("10.0.0.0/8", 257, "8"))
                .property("Select", Fn::select(2, ["a", "b"]))
                .property("Negative", Fn::select(-1, ["a", "b"]))
                .property("Json", stack.to_json_string(cfn_json!({ "list": list.value_as_list() })))
                .property("Key", object)
                .build();
        },
        expect![[r#"
            error[core::empty-condition]: `Fn::And` has no conditions
               = construct: Stack/Nothing
               = help: give it at least one
            error[core::cidr-count]: `Fn::Cidr` makes 1 to 256 blocks, not 257
               = construct: Stack/Thing
               = help: ask for 1 to 256 blocks, or divide one of the blocks again
            error[core::select-out-of-range]: `Fn::Select` takes element 2 of a list of 2
               = construct: Stack/Thing
               = help: elements are counted from 0
            error[core::select-out-of-range]: `Fn::Select` takes element -1 of a list of 2
               = construct: Stack/Thing
               = help: elements are counted from 0
            error[core::list-token-in-json]: a list that is known only at deployment stands in JSON text
               = construct: Stack/Thing
               = help: `Fn::join` the list into text, or give it alone to `Fn::to_json_string`
            error[core::key-not-string]: the key of an object resolves to {"Ref":"Queue"}
               = construct: Stack/Thing
               = help: a key must be text when synthesizing, such as a logical id
        "#]],
    );
}

#[test]
fn mappings() {
    check(
        |app| {
            let stack = Stack::new(app, "Stack");
            CfnMapping::new(&stack, "Flat", cfn_json!({ "key": "value" }));
            let mapping = CfnMapping::new(&stack, "Mapping", cfn_json!({ "key": { "bad-name": 1, "good": 2 } }));
            mapping.set_value("key", "also bad", 3);
            mapping.find_in_map("other", "good");
            mapping.find_in_map("key", "better");
            CfnOutput::new(&Stack::new(app, "Other"), "Output", mapping.find_in_map("key", "good"));
        },
        expect![[r#"
            error[core::invalid-mapping]: a mapping is an object of objects
               = construct: Stack/Flat
               = help: write `{ "key": { "name": value } }`
            error[core::invalid-mapping]: `bad-name` is not a second-level key of a mapping
               = construct: Stack/Mapping
               = help: use letters and digits
            error[core::invalid-mapping]: `also bad` is not a second-level key of a mapping
               = construct: Stack/Mapping
               = help: use letters and digits
            error[core::no-such-key]: the mapping has no key `other`
               = construct: Stack/Mapping
               = help: add it with `set_value` first, or give a default with `find_in_map_or`
            error[core::no-such-key]: the mapping has no key `better`
               = construct: Stack/Mapping
               = help: add it with `set_value` first, or give a default with `find_in_map_or`
            error[core::other-stack]: `Stack/Mapping` is in another stack
               = construct: Other/Output
               = help: conditions and mappings serve their own stack: make one here as well
        "#]],
    );
}

#[test]
fn condition_of_another_stack() {
    check(
        |app| {
            let condition = CfnCondition::new(&Stack::new(app, "A"), "Condition", Fn::condition_equals("a", "b"));
            raw(&Stack::new(app, "B"), "Queue").cfn_options().set_condition(&condition);
        },
        expect![[r#"
            error[core::other-stack]: `A/Condition` is in another stack
               = construct: B/Queue
               = help: conditions and mappings serve their own stack: make one here as well
        "#]],
    );
}
