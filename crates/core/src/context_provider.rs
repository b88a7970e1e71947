//! Context that the `cdk` CLI looks up in an account: what is known is read, what is not is asked for in the manifest.
//!
//! The first run uses a stand-in. The CLI then looks the value up, keeps it in `cdk.context.json`, and runs the program again.

use std::cell::RefCell;
use std::rc::Rc;

use crate::diagnostic::Diagnostic;
use crate::intrinsic::Fn;
use crate::node::{IConstruct, Node};
use crate::sorting;
use crate::stack::Stack;
use crate::value::{Json, Object, Value};

/// The key of the message in a value that stands for a lookup that failed.
const PROVIDER_ERROR: &str = "$providerError";

/// Zones for stacks without account and region.
const FALLBACK_ZONES: &str = "aws:cdk:availability-zones:fallback";

/// A value that the CLI is asked to look up.
#[derive(Clone)]
pub(crate) struct Missing {
    pub(crate) key: String,
    pub(crate) provider: String,
    pub(crate) props: Object,
}

/// The values that the CLI is asked to look up for a stack.
#[derive(Default)]
pub(crate) struct MissingContext(pub(crate) RefCell<Vec<Missing>>);

impl Stack {
    /// For L2 crates: a value that the CLI looks up in the account of the stack, by the name of the provider in
    /// `@aws-cdk/cloud-assembly-schema` and what it takes, which are literals. As long as it is not known, that is `None`, the
    /// manifest asks for it, and the caller uses the stand-in. Errors: `core::unknown-environment`, `core::lookup`.
    #[doc(hidden)]
    #[track_caller]
    pub fn context_value(&self, provider: &str, props: Object, stand_in: Option<Json>) -> Option<Json> {
        let (account, region) = (self.account(), self.region());
        let (Some(account), Some(region)) = (account.as_literal(), region.as_literal()) else {
            let message = format!("`{provider}` is looked up, which takes an account and a region");
            self.node().report(
                Diagnostic::error("core::unknown-environment", message)
                    .help("give them: `Stack::builder(..).env(Environment::new().account(\"…\").region(\"…\"))`"),
            );
            return None;
        };
        let mut all = Object::new();
        all.insert("account", account).insert("region", region).extend(props);
        let mut parts = Vec::new();
        flatten(&all, "", &mut parts);
        sorting::sort_by(&mut parts, |one, other| one.cmp(other));
        let key = format!("{provider}:{}", parts.join(":"));
        let value = self.node().try_get_context(&key);
        let failure = value.as_ref().and_then(|value| value.get(PROVIDER_ERROR));
        if let (Some(value), None) = (&value, failure) {
            return Some(value.clone());
        }
        let mut asked = Object::new();
        if let Some(stand_in) = stand_in {
            asked.insert("dummyValue", stand_in);
        }
        asked.extend(all);
        self.ask_for(Missing { key, provider: provider.to_owned(), props: asked });
        if let Some(failure) = failure {
            let message = failure.as_str().map_or_else(|| failure.to_string(), str::to_owned);
            self.node().report(
                Diagnostic::error("core::lookup", format!("`{provider}` could not be looked up: {message}"))
                    .help("see `cdk context`, with which values that were looked up are also forgotten"),
            );
        }
        None
    }

    #[track_caller]
    fn ask_for(&self, missing: Missing) {
        let state = match self.node().state::<MissingContext>() {
            Some(state) => state,
            None => {
                let state = Rc::new(MissingContext::default());
                self.node().set_state(state.clone());
                state
            }
        };
        let mut asked = state.0.borrow_mut();
        if asked.iter().all(|known| known.key != missing.key) {
            asked.push(missing);
        }
    }

    /// The availability zones of the stack's region: those that the CLI has looked up, tokens for the first two where the
    /// environment is not known, three stand-ins before the lookup. Errors: `core::lookup`.
    #[track_caller]
    pub fn availability_zones(&self) -> Vec<Value<String>> {
        let is_known = self.account().as_literal().is_some() && self.region().as_literal().is_some();
        let zones = match is_known {
            true => {
                let stand_ins = ["dummy1a", "dummy1b", "dummy1c"];
                let stand_ins = Value::<Json>::from(stand_ins).into_json();
                let found = self.context_value("availability-zones", Object::new(), Some(stand_ins.clone()));
                found.unwrap_or(stand_ins)
            }
            false => match self.node().try_get_context(FALLBACK_ZONES) {
                Some(zones) => zones,
                None => return (0..2).map(|index| Fn::select(index, Fn::get_azs())).collect(),
            },
        };
        let names = zones.as_list().into_iter().flatten().filter_map(Json::as_str);
        let names: Vec<Value<String>> = names.map(Value::from).collect();
        if zones.as_list().is_none_or(|zones| zones.len() != names.len()) {
            self.node().report(
                Diagnostic::error("core::lookup", format!("the context has no list of availability zones: {zones}"))
                    .help("run `cdk context --clear`, so that they are looked up again"),
            );
        }
        names
    }
}

/// What the CLI is asked to look up for a stack.
pub(crate) fn missing(stack: &Node) -> Vec<Missing> {
    stack.state::<MissingContext>().map(|state| state.0.borrow().clone()).unwrap_or_default()
}

impl Missing {
    /// The entry in the manifest, with the role by which the CLI looks it up.
    pub(crate) fn entry(self, role: &[(&str, String)]) -> Json {
        let mut props = self.props;
        for (key, value) in role {
            props.insert(key, value);
        }
        let entries =
            [("key", Json::text(self.key)), ("provider", Json::text(self.provider)), ("props", Json::Object(props))];
        Json::object(entries)
    }
}

/// What a key says of the values that a provider takes; those of objects inside by a path with dots.
fn flatten(props: &Object, prefix: &str, parts: &mut Vec<String>) {
    for (key, value) in props.iter() {
        match value {
            Json::Object(inside) => flatten(inside, &format!("{prefix}{key}."), parts),
            Json::String(text) => parts.push(format!("{prefix}{key}={}", quote(text))),
            other => parts.push(format!("{prefix}{key}={}", other.to_compact_text())),
        }
    }
}

fn quote(text: &str) -> String {
    text.replace(':', "$:")
}
