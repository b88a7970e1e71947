//! What makes an authorizer once, under the first API whose route it authorizes.

use std::cell::OnceCell;
use std::rc::Rc;

use aws_cdk_apigatewayv2::{HttpAuthorizer, HttpRouteAuthorizerBindOptions};
use aws_cdk_core::{Diagnostic, IConstruct, Lazy, Node, Value};

/// The id of an authorizer, and what it has become when it was bound. Clones are the same authorizer.
#[derive(Clone, Debug)]
pub(crate) struct Binding {
    id: Rc<str>,
    bound: Rc<OnceCell<(Node, HttpAuthorizer)>>,
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
    pub(crate) fn set(&self, options: &HttpRouteAuthorizerBindOptions<'_>, authorizer: HttpAuthorizer) {
        // Nobody else can have bound it meanwhile, and if so the first one stays.
        let _ = self.bound.set((options.route.http_api().node().clone(), authorizer));
    }

    /// The id of the authorizer for a route. A second API is the error `apigatewayv2::authorizer-of-other-api`.
    #[track_caller]
    pub(crate) fn id_for(&self, options: &HttpRouteAuthorizerBindOptions<'_>) -> Value<String> {
        let api = options.route.http_api().node();
        let Some((bound_api, authorizer)) = self.bound.get() else { return "".into() };
        if bound_api != api {
            let message = format!(
                "the authorizer `{}` of the API `{}` is used with a second API, `{}`",
                self.id,
                bound_api.path(),
                api.path()
            );
            options.route.node().report(
                Diagnostic::error("apigatewayv2::authorizer-of-other-api", message)
                    .help("make an authorizer for each API; routes of one API may share one"),
            );
        }
        authorizer.authorizer_id()
    }

    /// The id of the authorizer when templates are rendered. If no route has it by then, this is the error
    /// `apigatewayv2::authorizer-without-route`.
    #[track_caller]
    pub(crate) fn authorizer_id(&self) -> Value<String> {
        if let Some((_, authorizer)) = self.bound.get() {
            return authorizer.authorizer_id();
        }
        let binding = self.clone();
        let message = format!("the authorizer `{}` has an id only if a route uses it", self.id);
        let missing = Diagnostic::error("apigatewayv2::authorizer-without-route", message)
            .help("give it to a route with `authorizer`, or to an API with `default_authorizer`");
        Lazy::string_in(move |context| match binding.bound.get() {
            Some((_, authorizer)) => Some(authorizer.authorizer_id()),
            None => {
                context.scope().report(missing.clone());
                Some("".into())
            }
        })
        .into()
    }
}
