//! Merging of statements: what differs in one thing alone, tokens, conditions, ids, sorting, statements from JSON.

use aws_cdk_core::{App, Aws, CfnParameter, Fn, Lazy, Stack, Value, cfn_format, cfn_json, cfn_list};
use aws_cdk_iam::{
    AccountPrincipal, AnyPrincipal, ArnPrincipal, CanonicalUserPrincipal, CfnManagedPolicy, CfnRole,
    CompositePrincipal, Effect, FederatedPrincipal, IPrincipal, OrganizationPrincipal, Policy, PolicyDocument,
    PolicyStatement, Role, ServicePrincipal, StarPrincipal,
};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "IamMerging");
    let param = CfnParameter::new(&stack, "Param");
    let trust = PolicyStatement::new().actions(["sts:AssumeRole"]).principal(&AnyPrincipal::new());
    let role = CfnRole::builder(&stack, "L1").assume_role_policy_document(PolicyDocument::new().statement(trust)).build();
    literals(&stack);
    conditions(&stack);
    tokens(&stack, &role, &param);
    options(&stack, &role);
    let real = Role::builder(&stack, "Real", user("a")).build();
    principals(&stack, &real);
    from_json(&stack);
    let added = PolicyStatement::new()
        .actions(["a:B", "a:A"])
        .all_resources()
        .source_account_condition("111111111111")
        .source_arn_condition(role.attr_arn())
        .account_condition("ext")
        .conditions(cfn_json!({
            "StringEquals": { "aws:SourceAccount": "222222222222", "other": "o" },
            "Null": { "n": "true" },
        }));
    Policy::builder(&stack, "Added").role(&real).build().add_statements([added]);
}

fn allow<const A: usize, const R: usize>(actions: [&str; A], resources: [&str; R]) -> PolicyStatement {
    PolicyStatement::new().actions(actions).resources(resources)
}

fn on<const A: usize>(actions: [&str; A], resource: impl Into<Value<String>>) -> PolicyStatement {
    PolicyStatement::new().actions(actions).resources([resource])
}

fn user(name: &str) -> ArnPrincipal {
    ArnPrincipal::new(format!("arn:aws:iam::111111111111:user/{name}"))
}

fn document(stack: &Stack, id: &str, document: PolicyDocument) {
    CfnManagedPolicy::builder(stack, id).policy_document(document).build();
}

fn policy(stack: &Stack, id: &str, statements: impl IntoIterator<Item = PolicyStatement>) {
    document(stack, id, statements.into_iter().collect());
}

fn literals(stack: &Stack) {
    policy(stack, "Actions", [allow(["a:B"], ["r1"]), allow(["a:A", "a:C"], ["r1"])]);
    policy(stack, "Resources", [allow(["a:A", "a:B"], ["r2"]), allow(["a:B", "a:A"], ["r1"])]);
    policy(stack, "Neither", [allow(["a:A"], ["r1"]), allow(["a:B"], ["r2"])]);
    let chain = [
        allow(["a:A"], ["r1"]),
        allow(["a:B"], ["r2"]),
        allow(["a:A"], ["r2"]),
        allow(["a:B"], ["r1"]),
        allow(["a:C"], ["r1", "r2"]),
    ];
    policy(stack, "Chain", chain);
    let deny = |resource| allow(["a:A"], [resource]).effect(Effect::Deny);
    policy(stack, "Effects", [allow(["a:A"], ["r1"]), deny("r2"), deny("r1")]);
    let sids = [
        allow(["a:A"], ["r1"]).sid("A"),
        allow(["a:A"], ["r2"]),
        allow(["a:A"], ["r1"]).sid("A"),
        allow(["a:A"], ["r3"]).sid(""),
    ];
    policy(stack, "Sids", sids);
}

fn conditions(stack: &Stack) {
    let with = |resource, conditions| allow(["a:A"], [resource]).conditions(conditions);
    let statements = [
        with("r1", cfn_json!({ "StringEquals": { "k": "v" } })),
        with("r2", cfn_json!({ "StringEquals": { "k": "v" } })),
        with("r3", cfn_json!({ "StringEquals": { "k": "w" } })),
        with("r4", cfn_json!({ "StringEquals": { "k": "v" }, "Bool": { "b": true } })),
        with("r5", cfn_json!({ "Bool": { "b": true }, "StringEquals": { "k": "v" } })),
        with("r6", cfn_json!({ "StringEquals": { "k": Aws::REGION } })),
        with("r7", cfn_json!({ "StringEquals": { "k": Aws::REGION } })),
        with("r8", cfn_json!({ "StringEquals": { "k": ["x", "y"] } })),
        with("r9", cfn_json!({ "StringEquals": { "k": ["y", "x"] } })),
    ];
    policy(stack, "Conditions", statements);
    let not_actions = [
        PolicyStatement::new().not_actions(["a:B", "a:A"]).resources(["r2"]),
        PolicyStatement::new().not_actions(["a:A", "a:B"]).resources(["r1"]),
        PolicyStatement::new().not_actions(["a:A"]).resources(["r3"]),
        allow(["a:A"], ["r3"]),
    ];
    policy(stack, "NotActions", not_actions);
    let not_resources = [
        PolicyStatement::new().actions(["a:B"]).not_resources(["r2", "r1"]),
        PolicyStatement::new().actions(["a:A"]).not_resources(["r1", "r2"]),
        PolicyStatement::new().actions(["a:A"]).not_resources(["r1"]),
        PolicyStatement::new().not_actions(["a:B", "a:A", "a:B"]).not_resources(["r2", "r1", "r2"]),
    ];
    policy(stack, "NotResources", not_resources);
}

fn tokens(stack: &Stack, role: &CfnRole, param: &CfnParameter) {
    let below = || cfn_format!("{}/*", role.attr_arn());
    let same = [
        on(["a:A"], role.attr_arn()),
        on(["a:B"], role.attr_arn()),
        on(["a:A"], below()),
        on(["a:B"], below()),
        on(["a:C"], Aws::REGION),
        on(["a:D"], Aws::REGION),
        on(["a:E"], param.value_as_string()),
        PolicyStatement::new().actions(["a:F"]).resources([param.value_as_string(), param.value_as_string()]),
    ];
    policy(stack, "SameTokens", same);
    let join = || Fn::join("-", cfn_list!["x", Aws::REGION]);
    let joined = join();
    let import = || Fn::import_value("i");
    let other = [
        on(["a:A"], join()),
        on(["a:B"], join()),
        on(["a:C"], &joined),
        on(["a:D"], &joined),
        PolicyStatement::new().actions(["a:E"]).resources([import(), import()]),
        on(["a:E"], import()),
        PolicyStatement::new().actions([Lazy::string(|| "a:Lazy")]).resources(["r"]),
        allow(["a:Lazy"], ["r"]),
    ];
    policy(stack, "OtherTokens", other);
}

fn options(stack: &Stack, role: &CfnRole) {
    let resources: Vec<Value<String>> = vec![
        "z".into(),
        role.attr_arn().into(),
        "Z".into(),
        Aws::REGION.into(),
        "a/ä".into(),
        "a".into(),
        cfn_format!("{}/b", Aws::REGION),
        "é".into(),
        "~".into(),
        "{".into(),
    ];
    let sorting = PolicyStatement::new().actions(["b:B", "a:Z", "a:b", "A:a", "a:*", "*"]).resources(resources);
    policy(stack, "Sorting", [sorting]);
    policy(stack, "Duplicates", [allow(["a:A", "a:A"], ["r", "r"]), allow(["a:A"], ["r"]), allow(["a:A"], ["r"])]);
    let assigned = [
        allow(["a:A"], ["r1"]),
        allow(["a:B"], ["r2"]),
        allow(["a:C"], ["r3"]).sid("Own"),
        allow(["a:D"], ["r4"]),
        allow(["a:B"], ["r2"]),
    ];
    document(stack, "AssignSids", assigned.into_iter().collect::<PolicyDocument>().assign_sids(true));
    let kept = [
        allow(["b:B", "a:A"], ["r2", "r1"]),
        allow(["c:C"], ["r2", "r1"]),
        allow(["c:C"], ["r2", "r1"]),
        PolicyStatement::new().actions(["c:C", "c:C"]).resources([Fn::import_value("i"), Fn::import_value("i")]),
    ];
    document(stack, "MinimizeOff", kept.into_iter().collect::<PolicyDocument>().minimize(false));
    let merged = [allow(["b:B", "a:A"], ["r2", "r1"]), allow(["c:C"], ["r2", "r1"])];
    document(stack, "MinimizeOn", merged.into_iter().collect::<PolicyDocument>().minimize(true));
}

fn principals(stack: &Stack, real: &Role) {
    let account = AccountPrincipal::new("222222222222");
    let bool_condition = || cfn_json!({ "Bool": { "x": "y" } });
    let z = || user("z").with_conditions(bool_condition());
    let u = user("a");
    let m = || CompositePrincipal::new(user("m")).principal(ServicePrincipal::new("m"));
    let statements = [
        allow(["a:A"], ["r1"]).principal(&user("b")),
        allow(["a:A"], ["r1"]).principal(&user("a")),
        allow(["a:A"], ["r1"]).principal(&ServicePrincipal::new("x")),
        allow(["a:A"], ["r1"]).principal(&ServicePrincipal::new("w.amazonaws.com")).principal(&u).principal(&u),
        allow(["a:B"], ["r2"]).principal(&user("c")),
        allow(["a:C"], ["r2"]).principal(&user("c")),
        allow(["a:D"], ["r3"]).principal(real),
        allow(["a:E"], ["r3"]).principal(&real.clone()),
        allow(["a:F"], ["r4"]).principal(&account),
        allow(["a:G"], ["r4"]).principal(&account.clone()),
        allow(["a:H"], ["r5"]).principal(&AccountPrincipal::new("333333333333")),
        allow(["a:I"], ["r5"]).principal(&AccountPrincipal::new("333333333333")),
        allow(["a:J"], ["r6"]).any_principal(),
        allow(["a:J"], ["r6"]).principal(&StarPrincipal),
        allow(["a:K"], ["r6"]).principal(&StarPrincipal),
        allow(["a:L"], ["r7"]).not_principal(&user("b")).not_principal(&user("a")),
        allow(["a:M"], ["r7"]).not_principal(&user("a")).not_principal(&user("b")),
        allow(["a:N"], ["r8"]).principal(&OrganizationPrincipal::new("o-a1b2c3d4e5")),
        allow(["a:O"], ["r8"]).principal(&OrganizationPrincipal::new("o-a1b2c3d4e5")),
        allow(["a:P"], ["r9"]).principal(&CanonicalUserPrincipal::new("cu")).principal(&user("a")),
        allow(["a:P"], ["r9"]).principal(&FederatedPrincipal::new("f")),
        allow(["a:Q"], ["r10"]).principal(&z()),
        allow(["a:R"], ["r10"]).principal(&z()),
        allow(["a:S"], ["r11"])
            .principal(&ServicePrincipal::new("s").conditions(bool_condition()))
            .conditions(cfn_json!({ "StringEquals": { "k": "v" }, "Bool": { "z": "z" } })),
        allow(["a:T"], ["r12"]).principal(&m()),
        allow(["a:T"], ["r12"]).principal(&m()),
    ];
    policy(stack, "Principals", statements);
}

fn from_json(stack: &Stack) {
    let json = cfn_json!({
        "Version": "2012-10-17",
        "Statement": [
            { "Sid": "S", "Effect": "Deny", "Action": "a:A", "Resource": "r", "Condition": { "Bool": { "x": "y" } } },
            { "Action": ["a:B", "a:C"], "Resource": ["r"], "Principal": "*" },
            { "Action": ["a:B"], "Resource": ["r"], "Principal": { "AWS": "b", "Service": ["x", "y"] } },
            { "Action": ["a:B"], "Resource": ["r"], "Principal": { "AWS": ["a"] } },
            { "NotAction": "a:D", "NotResource": ["r", "s"], "NotPrincipal": { "AWS": "*" } },
            { "Action": "a:E", "Resource": "r1" },
            { "Action": "a:E", "Resource": "r2" },
        ],
    });
    document(stack, "FromJson", PolicyDocument::from_json(json));
}
