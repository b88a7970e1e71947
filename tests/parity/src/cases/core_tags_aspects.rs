//! Tags of scopes and resources of each shape, with priorities and types; aspects that change properties and add constructs.

use aws_cdk_apigatewayv2::{CfnApi, CfnStage, CfnVpcLink, HttpApi};
use aws_cdk_core::{
    App, Aspect, AspectPriority, Aspects, CfnResource, Construct, Node, Stack, Tag, TagProps, Tags,
};
use aws_cdk_logs::LogGroup;
use aws_cdk_sqs::Queue;

struct Describe;

impl Aspect for Describe {
    fn visit(&self, node: &Node) {
        if let Some(api) = CfnApi::from_construct(node) {
            api.set_description("set by an aspect");
        }
        if let Some(stage) = CfnStage::from_construct(node) {
            stage.add_property_override("StageVariables.aspect", "default");
        }
    }
}

struct AddQueue;

impl Aspect for AddQueue {
    fn visit(&self, node: &Node) {
        let Some(scope) = node.scope().filter(|_| CfnApi::from_construct(node).is_some()) else { return };
        if scope.try_find_child("Added").is_none() {
            Queue::builder(&scope, "Added").fifo(true).build();
        }
    }
}

struct ReadLast;

impl Aspect for ReadLast {
    fn visit(&self, node: &Node) {
        if let Some(api) = CfnApi::from_construct(node) {
            let description = api.description();
            let text = description.as_ref().and_then(|description| description.as_literal()).unwrap_or_default();
            api.set_description(format!("{text} (read last)"));
        }
    }
}

pub(super) fn build(app: &App) {
    Tags::of(app).add("app", "parity");
    let stack = Stack::builder(app, "CoreTagsAspects").tag("owner", "team").tag("zone", "one").build();
    Tags::of(&stack).add("stack-level", "yes");
    Tags::of(&stack).add("overridden", "stack");

    let group = Construct::new(&stack, "Group");
    Tags::of(&group).add("overridden", "group");
    Tags::of(&group).add("Apple", "a");
    Tags::of(&group).add_with("zebra", "z", TagProps::new().priority(300));
    let api = HttpApi::new(&group, "Api");
    let stages = ["AWS::ApiGatewayV2::Stage"];
    Tags::of(&api).add_with("zebra", "lower", TagProps::new().priority(200));
    Tags::of(&api).add_with("only-stage", "x", TagProps::new().include_resource_types(stages));
    Tags::of(&api).add_with("not-stage", "y", TagProps::new().exclude_resource_types(stages));
    if let Some(stage) = api.default_stage() {
        Tags::of(stage).remove("Apple");
    }
    Queue::new(&group, "Queue");
    LogGroup::new(&group, "Logs");
    CfnVpcLink::builder(&group, "Link")
        .name("link")
        .subnet_ids(["s"])
        .tags([("given", "literal"), ("overridden", "literal")])
        .build();
    CfnResource::builder(&group, "Raw", "Test::Core::Raw").property("Tags", "untouched").build();
    Aspects::of(&group).add(Tag::new("by-aspect", "tag-object"));

    Aspects::of(&stack).add(Describe);
    Aspects::of(&group).add_with_priority(AddQueue, AspectPriority::MUTATING);
    Aspects::of(&group).add_with_priority(ReadLast, AspectPriority::READONLY);
}
