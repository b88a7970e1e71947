//! What an included template gives access to, and how changes of it reach the references.

#![allow(clippy::unwrap_used, clippy::panic, reason = "all of this is a test")]

use aws_cdk_cfn_sqs::CfnQueue;
use aws_cdk_cloudformation_include::CfnInclude;
use aws_cdk_core::{App, ICfnElement, Stack, Tags};
use serde_json::{Value, json};

fn synthesized(then: impl Fn(&Stack)) -> Value {
    let directory = tempfile::tempdir().unwrap();
    let app = App::builder().outdir(directory.path()).build();
    let stack = Stack::new(&app, "Stack");
    then(&stack);
    app.synth().unwrap();
    let text = std::fs::read_to_string(directory.path().join("Stack.template.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

#[test]
fn a_resource_becomes_an_l1() {
    let template = synthesized(|stack| {
        let include = CfnInclude::builder(stack, "Include")
            .template(json!({ "Resources": { "Queue": {
                "Type": "AWS::SQS::Queue",
                "Properties": { "QueueName": "orders", "Unheard": 1, "DelaySeconds": 5, "Tags": [{ "Key": "b", "Value": "1" }] },
            } } }))
            .build();
        let queue = include.get_typed::<CfnQueue>("Queue");
        assert_eq!(queue.queue_name().unwrap().as_literal(), Some("orders"));
        queue.set_delay_seconds(9);
        assert!(CfnQueue::from_construct(&include.get_resource("Queue")).is_some());
        include.get_typed::<CfnQueue>("Queue").set_fifo_queue(true);
        Tags::of(stack).add("a", "2");
    });
    let properties = template["Resources"]["Queue"]["Properties"].to_string();
    assert_eq!(
        properties,
        r#"{"DelaySeconds":9,"FifoQueue":true,"QueueName":"orders","Tags":[{"Key":"a","Value":"2"},{"Key":"b","Value":"1"}],"Unheard":1}"#
    );
}

#[test]
fn references_follow_names() {
    let template = synthesized(|stack| {
        let include = CfnInclude::builder(stack, "Include")
            .template(
                "
Parameters:
  P: { Type: String }
Conditions:
  C: !Equals [!Ref P, a]
Resources:
  Queue: { Type: 'AWS::SQS::Queue' }
  Other:
    Type: My::Own::Thing
    DependsOn: Queue
    Condition: C
    Properties:
      Ref: !Ref Queue
      Att: !GetAtt Queue.Arn
      Sub: !Sub '${Queue} ${Queue.Arn} ${P} ${AWS::Region}'
      If: !If [C, 1, 2]
",
            )
            .build();
        include.get_resource("Queue").override_logical_id("NewQueue");
        include.get_parameter("P").override_logical_id("NewP");
        include.get_condition("C").override_logical_id("NewC");
    });
    let expected = json!({
        "Type": "My::Own::Thing",
        "Properties": {
            "Ref": { "Ref": "NewQueue" },
            "Att": { "Fn::GetAtt": "NewQueue.Arn" },
            "Sub": { "Fn::Sub": "${NewQueue} ${NewQueue.Arn} ${NewP} ${AWS::Region}" },
            "If": { "Fn::If": ["NewC", 1, 2] },
        },
        "DependsOn": ["NewQueue"],
        "Condition": "NewC",
    });
    assert_eq!(template["Resources"]["Other"], expected);
    assert_eq!(template["Conditions"], json!({ "NewC": { "Fn::Equals": [{ "Ref": "NewP" }, "a"] } }));
}

#[test]
fn two_templates_share_one_stack() {
    let template = synthesized(|stack| {
        stack.add_metadata("Own", 1);
        for (id, name) in [("One", "A"), ("Two", "B")] {
            let template = json!({
                "Description": id, "AWSTemplateFormatVersion": "2010-09-09", "Transform": "Macro", "Metadata": { id: true },
                "Resources": { name: { "Type": "My::Own::Thing" } },
            });
            CfnInclude::builder(stack, id).template(template).build();
        }
    });
    assert_eq!(template["Description"], "One\nTwo");
    assert_eq!(template["Transform"], "Macro");
    assert_eq!(template["Metadata"], json!({ "Own": 1, "One": true, "Two": true }));
    assert_eq!(template["Resources"], json!({ "A": { "Type": "My::Own::Thing" }, "B": { "Type": "My::Own::Thing" } }));
}

#[test]
fn templates_that_contradict_each_other_are_refused() {
    let app = App::new();
    let stack = Stack::new(&app, "Stack");
    for (id, version) in [("One", "2010-09-09"), ("Two", "2020-01-01")] {
        let template = json!({ "AWSTemplateFormatVersion": version, "Metadata": { "Same": id } });
        CfnInclude::builder(&stack, id).template(template).build();
    }
    let error = app.synth().unwrap_err();
    let codes: Vec<&str> = error.diagnostics().iter().map(|one| one.code()).collect();
    assert_eq!(codes, ["core::template-conflict", "core::template-conflict"], "{error}");
}
