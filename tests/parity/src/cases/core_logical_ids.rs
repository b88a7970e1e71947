//! How the ids on a path become a logical id: hidden ones, repeated ones, long ones, characters that are left out;
//! overriding and renaming; unique names.

use aws_cdk_core::{App, CfnOutput, CfnResource, Construct, IConstruct, Names, Stack, UniqueResourceNameOptions};

fn raw(scope: &impl IConstruct, id: &str) -> CfnResource {
    CfnResource::builder(scope, id, "Test::Core::Raw")
        .property("Path", format!("{} > {id}", scope.node().path()))
        .build()
}

fn nest<S: AsRef<str>>(scope: &Stack, ids: impl IntoIterator<Item = S>) -> Construct {
    ids.into_iter().fold(Construct::from(scope.node().clone()), |scope, id| Construct::new(&scope, id))
}

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "CoreLogicalIds");

    raw(&stack, "Plain");
    raw(&stack, "with-dash_and.dot and space");
    raw(&stack, "123");
    raw(&stack, "Ünïcödé-Ω-日本");
    raw(&nest(&stack, ["HiddenResource"]), "Resource");
    raw(&nest(&stack, ["HiddenDefault"]), "Default");
    raw(&nest(&stack, ["Default"]), "Inside");
    raw(&nest(&stack, ["Middle", "Default", "Resource"]), "Leaf");
    raw(&nest(&stack, ["Twice", "Twice"]), "Twice");
    raw(&nest(&stack, ["PrefixName"]), "NameSuffix");
    raw(&nest(&stack, ["Ends"]), "EndsMore");
    raw(&nest(&stack, ["A"]), "A-A");
    raw(&nest(&stack, ["AA"]), "A");
    raw(&nest(&stack, ["x/y"]), "z");
    raw(&stack, &"L".repeat(250));
    raw(&stack, &"M".repeat(256));
    raw(&nest(&stack, ["N".repeat(120), "O".repeat(130)]), "End");
    raw(&nest(&stack, (0..30).map(|level| format!("Level{level}Component"))), "Deep");

    raw(&stack, "Overridden").override_logical_id("My1Id");
    stack.rename_logical_id("Renamed", "NewName");
    raw(&stack, "Renamed");

    let named = nest(&stack, ["Some-Scope", "Default", "Inner_Scope"]);
    let options = UniqueResourceNameOptions::new;
    CfnOutput::new(&stack, "UniqueId", Names::unique_id(&named));
    CfnOutput::new(&stack, "UniqueResourceName", Names::unique_resource_name(&named, options()));
    let short = options().max_length(20).separator("-");
    CfnOutput::new(&stack, "UniqueShort", Names::unique_resource_name(&named, short));
    let special = options().allowed_special_characters("_-").separator(".");
    CfnOutput::new(&stack, "UniqueSpecial", Names::unique_resource_name(&named, special));
    CfnOutput::new(&stack, "Dashed-Output.Name", "x");
}
