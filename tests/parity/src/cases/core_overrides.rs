//! Overrides at their edges: elements of lists that go, objects that become empty, intrinsic functions, odd paths.

use std::cell::Cell;

use aws_cdk_apigatewayv2::CfnApi;
use aws_cdk_apigatewayv2::cfn_api::CorsProperty;
use aws_cdk_core::{App, CfnResource, Fn, Json, Lazy, Stack, cfn_json};

/// Adds resources and overrides them: a path with a value, or a path alone to delete what is there.
struct Resources {
    stack: Stack,
    count: Cell<usize>,
}

impl Resources {
    fn id(&self, kind: &str) -> String {
        format!("{kind}{}", self.count.replace(self.count.get() + 1))
    }

    fn raw<const N: usize>(&self, properties: Json, changes: [(&str, Option<Json>); N]) -> CfnResource {
        let resource =
            CfnResource::builder(&self.stack, self.id("R"), "Test::Core::Raw").properties(properties).build();
        apply(&resource, changes);
        resource
    }

    fn api<const N: usize>(&self, set: impl FnOnce(&CfnApi), changes: [(&str, Option<Json>); N]) {
        let api = CfnApi::builder(&self.stack, self.id("A")).build();
        set(&api);
        apply(&api, changes);
    }
}

fn apply<const N: usize>(resource: &CfnResource, changes: [(&str, Option<Json>); N]) {
    for (path, value) in changes {
        match value {
            Some(value) => resource.add_property_override(path, value),
            None => resource.add_property_deletion_override(path),
        }
    }
}

fn to(value: Json) -> Option<Json> {
    Some(value)
}

pub(super) fn build(app: &App) {
    let resources = Resources { stack: Stack::new(app, "CoreOverrides"), count: Cell::new(0) };
    lists(&resources);
    other_values(&resources);
    functions(&resources);
    without_properties(&resources);
    typed(&resources);

    let whole = resources.raw(cfn_json!({ "L": 1 }), []);
    whole.add_override("Type", "Test::Core::Other");
    whole.add_deletion_override("Properties");
    whole.add_override("New.Key", 1);
    resources.raw(cfn_json!({ "L": { "a": 1 } }), []).add_override("Properties", cfn_json!({ "M": 1 }));
}

fn lists(resources: &Resources) {
    resources.raw(cfn_json!({ "L": ["a"] }), [("L.0", None)]);
    resources.raw(cfn_json!({ "L": ["a", "b"] }), [("L.1", None)]);
    resources.raw(cfn_json!({ "L": ["a", "b"], "K": 1 }), [("L.0", None), ("L.1", None)]);
    resources.raw(cfn_json!({ "L": ["a"] }), [("L.0", None), ("L.2", to(cfn_json!("c")))]);
    resources.raw(cfn_json!({ "L": ["a", "b", "c"] }), [("L.1", None), ("L.4", to(cfn_json!("e")))]);
    resources.raw(cfn_json!({ "L": [{ "x": 1 }] }), [("L.0.x", None)]);
    resources.raw(cfn_json!({ "L": [{ "x": 1 }, { "y": 2 }] }), [("L.0.x", None)]);
    resources.raw(cfn_json!({ "L": [], "M": {}, "K": 1 }), [("L.0", None), ("M.x", None)]);
    resources.raw(cfn_json!({ "L": [null, "b"] }), [("L.1", None)]);
    resources.raw(
        cfn_json!({ "L": ["a"] }),
        [("L.foo", to(cfn_json!(1))), ("L.-1", to(cfn_json!(2))), ("L.01", to(cfn_json!(3)))],
    );
    resources.raw(cfn_json!({ "L": [["a", "b"], ["c"]] }), [("L.0.1", to(cfn_json!("B"))), ("L.1.0", None)]);
    resources.raw(cfn_json!({ "L": [{ "x": 1 }] }), [("L.1.y.z", to(cfn_json!(2)))]);
}

fn other_values(resources: &Resources) {
    resources.raw(cfn_json!({ "L": "text" }), [("L.foo", to(cfn_json!(1)))]);
    resources.raw(cfn_json!({ "L": 1, "K": 1 }), [("L", to(cfn_json!({})))]);
    resources.raw(cfn_json!({ "L": { "a": 1 } }), [("L", to(cfn_json!({})))]);
    resources.raw(cfn_json!({ "L": { "a": 1 } }), [("L", to(cfn_json!([])))]);
    resources.raw(cfn_json!({ "L": { "a": 1 } }), [("L", to(Json::Null))]);
    let nested = cfn_json!({ "c": {}, "d": [], "e": [{}], "f": { "g": { "h": {} } } });
    resources.raw(cfn_json!({ "L": { "a": 1 } }), [("L.b", to(nested))]);
    resources.raw(cfn_json!({ "L": { "a": 1, "b": 2 } }), [("L.a", None), ("L.b", None)]);
    resources.raw(cfn_json!({ "L": { "a": 1, "b": { "c": 2 } } }), [("L.b.c", None)]);
    resources.raw(cfn_json!({ "L": 1 }), [("", to(cfn_json!("empty")))]);
    resources.raw(cfn_json!({ "L": 1 }), [("a..b", to(cfn_json!("dots")))]);
    resources
        .raw(cfn_json!({ "L": { "z": 1, "a": 2 } }), [("L.1", to(cfn_json!("one"))), ("L.0", to(cfn_json!("zero")))]);
}

fn functions(resources: &Resources) {
    resources.raw(cfn_json!({ "L": { "Fn::Join": ["", ["a", "b"]] } }), [("L.x", to(cfn_json!(1)))]);
    resources
        .raw(cfn_json!({ "L": { "Fn::GetAtt": ["a", "b"] } }), [("L", to(cfn_json!({ "Fn::GetAtt": ["c", "d"] })))]);
    resources
        .raw(cfn_json!({ "L": { "Fn::If": ["c", { "a": 1 }, { "b": 2 }] } }), [("L.Fn::If.1.a", to(cfn_json!(5)))]);
    resources.raw(cfn_json!({ "L": { "Fn::ForEach": { "a": 1 } } }), [("L.x", to(cfn_json!(5)))]);
    let joined = Fn::join("-", [Fn::ref_("A"), "x".into()]);
    resources.raw(cfn_json!({ "L": joined }), [("L", to(cfn_json!(Fn::sub("y"))))]);
    resources.raw(
        cfn_json!({ "L": { "a": Fn::ref_("A") } }),
        [
            ("L.a", to(cfn_json!(Fn::ref_("B")))),
            ("L.b", to(cfn_json!(Lazy::any(|| None)))),
            ("L.c", to(cfn_json!(Lazy::any(|| Some(cfn_json!({ "d": 1 })))))),
        ],
    );
}

fn without_properties(resources: &Resources) {
    let none = || cfn_json!({});
    let z = || to(cfn_json!({ "Z": 1 }));
    resources.raw(none(), [("Made", to(cfn_json!(1)))]);
    resources.raw(none(), [("Made", to(cfn_json!({})))]);
    resources.raw(none(), [("X.Y", z()), ("X.Y.W", to(cfn_json!(2)))]);
    resources.raw(none(), [("X.Y", z()), ("X", to(cfn_json!("text")))]);
    resources.raw(none(), [("X", to(cfn_json!("text"))), ("X.Y", to(cfn_json!(1)))]);
    resources.raw(none(), [("X", to(cfn_json!(["a", "b"]))), ("X.0", to(cfn_json!("c")))]);
    resources.raw(none(), [("X", to(cfn_json!({ "a": 1 }))), ("X.a", None)]);
}

fn typed(resources: &Resources) {
    let cors = |cors: CorsProperty| {
        move |api: &CfnApi| {
            api.set_cors_configuration(cors);
        }
    };
    let named = |api: &CfnApi| {
        api.set_name("n");
    };
    let yes = || to(cfn_json!(true));
    resources.api(cors(CorsProperty::new().max_age(1)), [("CorsConfiguration.MaxAge", None)]);
    resources.api(cors(CorsProperty::new()), []);
    resources.api(cors(CorsProperty::new().allow_headers(["a"])), [("CorsConfiguration.AllowHeaders.0", None)]);
    resources.api(
        cors(CorsProperty::new().allow_headers(["a"]).max_age(2)),
        [
            ("CorsConfiguration.AllowCredentials", yes()),
            ("CorsConfiguration.Zzz", yes()),
            ("CorsConfiguration.Aaa", yes()),
        ],
    );
    resources.api(
        named,
        [("CorsConfiguration.MaxAge", to(cfn_json!(1))), ("CorsConfiguration.AllowHeaders", to(cfn_json!(["x"])))],
    );
    resources.api(
        |api| {
            api.set_name("n").set_description("d");
        },
        [("Name", None), ("Description", None)],
    );
    resources.api(
        |api| {
            api.set_name("n").set_body(cfn_json!({ "x": 1 }));
        },
        [("Body.x", None)],
    );
    resources.api(
        |api| {
            api.set_name("n").set_tags([("x", "1")]);
        },
        [("Tags.x", None), ("Body", to(cfn_json!({ "x": {} })))],
    );
    resources.api(|_| {}, [("Unknown", to(cfn_json!(1))), ("Description", to(cfn_json!("d")))]);
}
