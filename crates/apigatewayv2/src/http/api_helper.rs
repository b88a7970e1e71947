//! Calculations with HTTP APIs of any kind of construct.

use std::rc::Rc;

use aws_cdk_core::Value;

use super::api::IHttpApi;

/// Calculations with an HTTP API, of an L1 or an L2 construct.
///
/// ```
/// use aws_cdk_apigatewayv2::{CfnApi, HttpApiHelper};
/// use aws_cdk_core::{App, Environment, Stack};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let api = CfnApi::builder(&stack, "Api").name("books").protocol_type("HTTP").build();
/// let arn = HttpApiHelper::from_http_api(&api).arn_for_execute_api(Some("GET"), Some("/books"), None);
/// ```
#[derive(Clone, Debug)]
pub struct HttpApiHelper {
    http_api: Rc<dyn IHttpApi>,
}

impl HttpApiHelper {
    /// For an API.
    pub fn from_http_api(http_api: &(impl IHttpApi + Clone + 'static)) -> Self {
        Self { http_api: Rc::new(http_api.clone()) }
    }

    /// The ARN with which IAM policies name requests to the API: of a method, a path and a stage, each `None` for all. A path
    /// that does not start with `/` is the error `apigatewayv2::route-path`.
    #[track_caller]
    pub fn arn_for_execute_api(&self, method: Option<&str>, path: Option<&str>, stage: Option<&str>) -> Value<String> {
        self.http_api.arn_for_execute_api(method, path, stage)
    }
}
