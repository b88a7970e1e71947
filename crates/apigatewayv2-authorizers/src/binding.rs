//! What makes an authorizer once, under the first API whose route it authorizes.

use std::cell::OnceCell;
use std::rc::Rc;

use aws_cdk_apigatewayv2::{IApi, IAuthorizer};
use aws_cdk_core::{Diagnostic, Lazy, Node, Value};

/// The id of an authorizer, and what it has become when it was bound. Clones are the same authorizer.
#[derive(Clone, Debug)]
pub(crate) struct Binding {
    id: Rc<str>,
    bound: Rc<OnceCell<Bound>>,
}

/// What was made for the API of the first route.
#[derive(Debug)]
struct Bound {
    api: Node,
    api_identity: String,
    authorizer_id: Value<String>,
}

/// Two imports of one API are the same API to an authorizer: what counts is the id.
fn identity_of(api: &dyn IApi) -> String {
    api.api_id().into_json().identity()
}

impl Binding {
    pub(crate) fn new(id: String) -> Self {
        Self { id: id.into(), bound: Rc::default() }
    }

    pub(crate) fn id(&self) -> &str {
        &self.id
    }

    /// Whether the authorizer is made already.
    pub(crate) fn is_bound(&self) -> bool {
        self.bound.get().is_some()
    }

    /// Keeps the authorizer that was made for the API of the first route.
    pub(crate) fn set(&self, api: &dyn IApi, authorizer: &dyn IAuthorizer) {
        // Nobody else can have bound it meanwhile, and if so the first one stays.
        let _ = self.bound.set(Bound {
            api: api.node().clone(),
            api_identity: identity_of(api),
            authorizer_id: authorizer.authorizer_id(),
        });
    }

    /// The id of the authorizer for a route of an API. A second API, by its id, is the error
    /// `apigatewayv2::authorizer-of-other-api`.
    #[track_caller]
    pub(crate) fn id_for(&self, route: &Node, api: &dyn IApi) -> Value<String> {
        let Some(bound) = self.bound.get() else { return "".into() };
        if bound.api != *api.node() && bound.api_identity != identity_of(api) {
            let message = format!(
                "the authorizer `{}` of the API `{}` is used with a second API, `{}`",
                self.id,
                bound.api.path(),
                api.node().path()
            );
            route.report(
                Diagnostic::error("apigatewayv2::authorizer-of-other-api", message)
                    .help("make an authorizer for each API; routes of one API may share one"),
            );
        }
        bound.authorizer_id.clone()
    }

    /// The id of the authorizer when templates are rendered. If no route has it by then, this is the error
    /// `apigatewayv2::authorizer-without-route`.
    #[track_caller]
    pub(crate) fn authorizer_id(&self) -> Value<String> {
        if let Some(bound) = self.bound.get() {
            return bound.authorizer_id.clone();
        }
        let binding = self.clone();
        let message = format!("the authorizer `{}` has an id only if a route uses it", self.id);
        let missing = Diagnostic::error("apigatewayv2::authorizer-without-route", message)
            .help("give it to a route with `authorizer`, or to an API with `default_authorizer`");
        Lazy::string_in(move |context| match binding.bound.get() {
            Some(bound) => Some(bound.authorizer_id.clone()),
            None => {
                context.scope().report(missing.clone());
                Some("".into())
            }
        })
        .into()
    }
}
