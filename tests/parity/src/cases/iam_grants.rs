//! Grants: to principals with and without policies, on resources of the same and of other accounts, on roles, and by
//! policies; what waits for them.

use std::rc::Rc;

use aws_cdk_core::{
    App, CfnResource, Construct, DependencyGroup, Environment, IConstruct, Node, Stack, Value, cfn_json,
};
use aws_cdk_iam::{
    AccountPrincipal, AddToResourcePolicyResult, AnyPrincipal, FromRoleArnOptions, Grant, GrantOptions, Group,
    IGrantable, IPrincipal, IResourceWithPolicy, IRole, ManagedPolicy, Policy, PolicyDocument, PolicyStatement,
    PrincipalWithConditions, Role, ServicePrincipal, UnknownPrincipal, User,
};

struct Bucket {
    construct: Construct,
    document: PolicyDocument,
    policy: CfnResource,
    arn: Value<String>,
    account: Option<&'static str>,
}

impl Bucket {
    fn new(stack: &Stack, id: &str, account: Option<&'static str>) -> Self {
        let construct = Construct::new(stack, id);
        let document = PolicyDocument::new();
        let resource = CfnResource::builder(&construct, "Resource", "Test::Own::Bucket").build();
        let policy =
            CfnResource::builder(&construct, "Policy", "Test::Own::BucketPolicy").property("Document", &document).build();
        Self { arn: resource.get_att("Arn").into(), construct, document, policy, account }
    }
}

impl IConstruct for Bucket {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IResourceWithPolicy for Bucket {
    fn add_to_resource_policy(&self, statement: PolicyStatement) -> AddToResourcePolicyResult {
        self.document.add_statements([statement]);
        AddToResourcePolicyResult::added(DependencyGroup::of(&self.policy))
    }

    fn resource_account(&self) -> Value<String> {
        self.account.map_or_else(|| Stack::of(&self.construct).account(), Value::from)
    }
}

struct Frozen(Construct);

impl IConstruct for Frozen {
    fn node(&self) -> &Node {
        self.0.node()
    }
}

impl IResourceWithPolicy for Frozen {
    fn add_to_resource_policy(&self, _statement: PolicyStatement) -> AddToResourcePolicyResult {
        AddToResourcePolicyResult::not_added()
    }
}

pub(super) fn build(app: &App) {
    grants(&Stack::new(app, "IamGrants"));
    let env = Environment::new().account("111111111111").region("us-east-1");
    grants(&Stack::builder(app, "IamGrantsEnv").env(env).build());
}

fn thing(stack: &Stack, name: impl AsRef<str>) -> CfnResource {
    CfnResource::builder(stack, name, "Test::Own::Thing").build()
}

fn grants(stack: &Stack) {
    let role = Role::builder(stack, "Role", ServicePrincipal::new("x")).build();
    let user = User::new(stack, "User");
    let group = Group::new(stack, "Group");
    let arn = |account: &str, name: &str| format!("arn:aws:iam::{account}:role/{name}");
    let imported = Role::from_role_arn(stack, "Imported", arn("111111111111", "imported"));
    let other = Role::from_role_arn(stack, "Other", arn("222222222222", "other"));
    let options = FromRoleArnOptions::new().mutable(false);
    let frozen = Role::from_role_arn_with(stack, "FrozenRole", arn("111111111111", "frozen"), options.clone());
    let options = options.add_grants_to_resources(true);
    let frozen_grants = Role::from_role_arn_with(stack, "FrozenGrants", arn("111111111111", "frozen2"), options);
    let principals: Vec<(&str, Rc<dyn IPrincipal>)> = vec![
        ("Role", Rc::new(role.clone())),
        ("User", Rc::new(user.clone())),
        ("Group", Rc::new(group.clone())),
        ("Imported", imported.grant_principal()),
        ("Other", other.grant_principal()),
        ("Frozen", frozen.grant_principal()),
        ("FrozenGrants", frozen_grants.grant_principal()),
        ("Service", Rc::new(ServicePrincipal::new("s"))),
        ("Account", Rc::new(AccountPrincipal::new("111111111111"))),
        ("OtherAccount", Rc::new(AccountPrincipal::new("333333333333"))),
        ("Any", Rc::new(AnyPrincipal::new())),
        (
            "Conditions",
            Rc::new(PrincipalWithConditions::new(role.clone(), cfn_json!({ "Bool": { "a": "b" } }))),
        ),
    ];
    let either = Bucket::new(stack, "Either", None);
    let both = Bucket::new(stack, "Both", None);
    let foreign = Bucket::new(stack, "Foreign", Some("222222222222"));
    for (name, grantee) in &principals {
        let options = |arns: &[&Value<String>]| {
            let options =
                GrantOptions::new(grantee).actions([format!("a:{name}")]).resource_arns(arns.iter().copied());
            if *name == "User" { options.conditions(cfn_json!({ "Bool": { "c": "d" } })) } else { options }
        };
        let only = options(&[&"arn:only".into(), &"arn:principal".into()]);
        Grant::add_to_principal(only).apply_before(&thing(stack, format!("Before{name}")));
        if *name == "Group" {
            continue;
        }
        Grant::add_to_principal_or_resource(options(&[&either.arn]), &either)
            .apply_before(&thing(stack, format!("BeforeEither{name}")));
        Grant::add_to_principal_and_resource(options(&[&both.arn]).resource_self_arns(["*"]), &both)
            .apply_before(&thing(stack, format!("BeforeBoth{name}")));
        Grant::add_to_principal_or_resource(options(&[&foreign.arn]).resource_self_arns(["*"]), &foreign);
    }
    let options = GrantOptions::new(&user).actions(["a:X"]).resource_arns(["x"]);
    Grant::add_to_principal_and_resource(options.resource_policy_principal(AnyPrincipal::new()), &both);
    let own = PolicyStatement::new().actions(["a:Own"]).principal(&user).resources(["*"]);
    Grant::add_statement_to_resource_policy(GrantOptions::new(&user), &either, own)
        .apply_before(&thing(stack, "BeforeOwn"));
    let frozen_bucket = Frozen(Construct::new(stack, "FrozenBucket"));
    let options = GrantOptions::new(&role).actions(["a:Y"]).resource_arns(["y"]);
    Grant::add_to_principal_and_resource(options, &frozen_bucket).apply_before(&thing(stack, "BeforeFrozenBucket"));
    Grant::drop(&role, "nothing").apply_before(&thing(stack, "BeforeDrop"));

    role.grant(&user, &["iam:X", "iam:Y"])
        .combine(&role.grant_pass_role(&imported))
        .apply_before(&thing(stack, "BeforeCombined"));
    role.grant_assume_role(&group);
    imported.grant_assume_role(&role);
    imported.grant_pass_role(&user);
    frozen.grant_assume_role(&user);
    frozen_grants.grant(&user, &["iam:Z"]);
    let immutable = role.without_policy_updates();
    immutable.add_to_principal_policy(PolicyStatement::new().actions(["a:Never"]).resources(["*"]));
    immutable.grant_pass_role(&user);
    thing(stack, "OnImmutable").node().add_dependency(&immutable);
    User::new(stack, "Trusts")
        .add_to_policy(PolicyStatement::new().actions(["sts:AssumeRole"]).resources([immutable.role_arn()]));
    policies(stack, &user, &group, &either);
}

fn policies(stack: &Stack, user: &User, group: &Group, resource: &Bucket) {
    let grant = |grantee: &dyn IGrantable, name: &str, before: &str| {
        let options = GrantOptions::new(grantee).actions([format!("a:{name}")]).resource_arns([name.to_lowercase()]);
        Grant::add_to_principal(options).apply_before(&thing(stack, before));
    };
    let policy = Policy::builder(stack, "Policy").user(user).build();
    grant(&policy, "P", "BeforePolicy");
    let managed = ManagedPolicy::builder(stack, "Managed").group(group).user(user).path("/m/").build();
    grant(&managed, "M", "BeforeManaged");
    grant(&Policy::new(stack, "Unattached"), "U", "BeforeUnattached");
    grant(&UnknownPrincipal::new(resource), "K", "BeforeUnknown");
}
