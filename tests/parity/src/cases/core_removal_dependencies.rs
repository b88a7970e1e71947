//! Removal policies, of resources and of everything below a construct; dependencies of constructs, groups and stacks, taken
//! back and replaced.

use aws_cdk_apigatewayv2::HttpApi;
use aws_cdk_core::{
    App, CfnResource, Construct, DependencyGroup, IConstruct, RemovalPolicies, RemovalPolicy, Stack,
};
use aws_cdk_logs::LogGroup;
use aws_cdk_s3::Bucket;
use aws_cdk_sqs::Queue;

fn raw(scope: &impl IConstruct, id: &str) -> CfnResource {
    CfnResource::builder(scope, id, "Test::Core::Raw").build()
}

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "CoreRemovalDependencies");
    let policies = [
        ("DESTROY", RemovalPolicy::Destroy),
        ("RETAIN", RemovalPolicy::Retain),
        ("RETAIN_ON_UPDATE_OR_DELETE", RemovalPolicy::RetainOnUpdateOrDelete),
    ];
    for (name, policy) in policies {
        raw(&stack, &format!("L1-{name}")).apply_removal_policy(policy);
        raw(&stack, &format!("L1-NoReplace-{name}")).apply_deletion_policy(policy);
    }
    raw(&stack, "L1Default").apply_removal_policy(RemovalPolicy::Retain);
    raw(&stack, "L1Given").apply_removal_policy(RemovalPolicy::Destroy);
    LogGroup::builder(&stack, "Logs").removal_policy(RemovalPolicy::Retain).build();
    Bucket::new(&stack, "Bucket").apply_removal_policy(RemovalPolicy::Destroy);
    let kept = Construct::new(&stack, "Policies");
    Queue::new(&kept, "Q1");
    Bucket::new(&kept, "B1");
    RemovalPolicies::of(&kept).retain();

    let [a, b, c, z] = ["A", "B", "C", "Z"].map(|id| raw(&stack, id));
    z.add_dependency(&c);
    z.add_dependency(&a);
    z.add_dependency(&b);
    z.add_dependency(&a);
    c.add_dependency(&a);
    c.remove_dependency(&a);
    b.add_dependency(&a);
    b.replace_dependency(&a, &c);

    let api = HttpApi::new(&stack, "Api");
    let group = Construct::new(&stack, "Group");
    raw(&group, "G2");
    raw(&Construct::new(&group, "Inner"), "G1");
    api.node().add_dependency(&group);
    let many = DependencyGroup::new();
    many.add(&a);
    many.add(&group);
    let last = raw(&stack, "Last");
    last.node().add_dependency_group(&many);
    last.node().add_dependency(&api);

    let later = Stack::new(app, "CoreRemovalDependenciesLater");
    raw(&later, "InOther").node().add_dependency(&a);
    later.add_stack_dependency(&stack);
}
