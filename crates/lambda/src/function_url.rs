//! URLs of functions.

use std::rc::Rc;

use aws_cdk_cfn_lambda::CfnUrl;
use aws_cdk_cfn_lambda::cfn_url::CorsProperty;
use aws_cdk_core::{Construct, Diagnostic, Duration, IConstruct, Node, Value};
use aws_cdk_iam::{AnyPrincipal, Grant, IGrantable};

use crate::function_base::{IFunction, Qualifier};
use crate::permission::Permission;

/// Who may call the URL of a function.
///
/// Source: <https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html>.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FunctionUrlAuthType {
    /// `AWS_IAM`: those whom IAM lets.
    AwsIam,
    /// `NONE`: anybody.
    None,
}

impl FunctionUrlAuthType {
    /// The value as the template has it.
    pub fn as_str(self) -> &'static str {
        match self {
            FunctionUrlAuthType::AwsIam => "AWS_IAM",
            FunctionUrlAuthType::None => "NONE",
        }
    }
}

/// How the answer of a function is passed on.
///
/// Source: <https://docs.aws.amazon.com/lambda/latest/dg/configuration-response-streaming.html>.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InvokeMode {
    /// `BUFFERED`: when it is complete.
    Buffered,
    /// `RESPONSE_STREAM`: as it comes.
    ResponseStream,
}

impl InvokeMode {
    /// The value as the template has it.
    pub fn as_str(self) -> &'static str {
        match self {
            InvokeMode::Buffered => "BUFFERED",
            InvokeMode::ResponseStream => "RESPONSE_STREAM",
        }
    }
}

/// The methods that pages of other origins may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum HttpMethod {
    /// `GET`.
    Get,
    /// `PUT`.
    Put,
    /// `HEAD`.
    Head,
    /// `POST`.
    Post,
    /// `DELETE`.
    Delete,
    /// `PATCH`.
    Patch,
    /// `OPTIONS`.
    Options,
    /// `*`: all.
    All,
}

impl HttpMethod {
    /// The value as the template has it.
    pub fn as_str(self) -> &'static str {
        match self {
            HttpMethod::Get => "GET",
            HttpMethod::Put => "PUT",
            HttpMethod::Head => "HEAD",
            HttpMethod::Post => "POST",
            HttpMethod::Delete => "DELETE",
            HttpMethod::Patch => "PATCH",
            HttpMethod::Options => "OPTIONS",
            HttpMethod::All => "*",
        }
    }
}

/// Which pages of other origins may call the URL.
#[must_use]
#[derive(Clone, Debug, Default)]
pub struct FunctionUrlCorsOptions {
    allow_credentials: Option<bool>,
    allowed_headers: Option<Value<Vec<String>>>,
    allowed_methods: Option<Vec<HttpMethod>>,
    allowed_origins: Option<Value<Vec<String>>>,
    exposed_headers: Option<Value<Vec<String>>>,
    max_age: Option<Duration>,
}

impl FunctionUrlCorsOptions {
    /// No origins; all methods.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether they may send cookies and the like. Default: false.
    pub fn allow_credentials(mut self, value: bool) -> Self {
        self.allow_credentials = Some(value);
        self
    }

    /// The headers that they may send. Default: none.
    pub fn allowed_headers(mut self, value: impl Into<Value<Vec<String>>>) -> Self {
        self.allowed_headers = Some(value.into());
        self
    }

    /// The methods that they may use. Default: all.
    pub fn allowed_methods(mut self, methods: impl IntoIterator<Item = HttpMethod>) -> Self {
        self.allowed_methods = Some(methods.into_iter().collect());
        self
    }

    /// The origins; `*` for any. Default: none.
    pub fn allowed_origins(mut self, value: impl Into<Value<Vec<String>>>) -> Self {
        self.allowed_origins = Some(value.into());
        self
    }

    /// The headers of answers that they may read. Default: none.
    pub fn exposed_headers(mut self, value: impl Into<Value<Vec<String>>>) -> Self {
        self.exposed_headers = Some(value.into());
        self
    }

    /// How long browsers keep this; up to a day, in whole seconds. Default: not at all.
    pub fn max_age(mut self, value: Duration) -> Self {
        self.max_age = Some(value);
        self
    }

    #[track_caller]
    fn property(&self, node: &Node) -> CorsProperty {
        let methods = self.allowed_methods.clone().unwrap_or_else(|| vec![HttpMethod::All]);
        let methods: Vec<_> = methods.into_iter().map(HttpMethod::as_str).collect();
        let mut property = CorsProperty::new().allow_methods(methods);
        if let Some(allow) = self.allow_credentials {
            property = property.allow_credentials(allow);
        }
        if let Some(headers) = &self.allowed_headers {
            property = property.allow_headers(headers);
        }
        if let Some(origins) = &self.allowed_origins {
            property = property.allow_origins(origins);
        }
        if let Some(headers) = &self.exposed_headers {
            property = property.expose_headers(headers);
        }
        match self.max_age.map(|age| (age, age.to_seconds())) {
            None => {}
            Some((_, Ok(seconds @ 0..=86_400))) => property = property.max_age(seconds),
            Some((age, _)) => node.report(
                Diagnostic::error("lambda::cors-max-age", format!("the max age is {}", age.to_human_string()))
                    .help("use up to 86,400 whole seconds, which is a day"),
            ),
        }
        property
    }
}

/// The URL of a function or an alias.
///
/// ```
/// use aws_cdk_core::{App, CfnOutput, Stack};
/// use aws_cdk_lambda::{Code, Function, FunctionUrlAuthType, FunctionUrlCorsOptions, Runtime};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let function = Function::builder(&stack, "Hello")
///     .runtime(Runtime::NODEJS_22_X)
///     .handler("index.handler")
///     .code(Code::from_inline("exports.handler = async () => 'hello';"))
///     .build();
/// let url = function
///     .add_function_url()
///     .auth_type(FunctionUrlAuthType::None)
///     .cors(FunctionUrlCorsOptions::new().allowed_origins(["https://books.example.com"]))
///     .build();
/// CfnOutput::new(&stack, "Url", url.url());
/// ```
#[derive(Clone, Debug)]
pub struct FunctionUrl {
    construct: Construct,
    resource: CfnUrl,
    auth_type: FunctionUrlAuthType,
    function: Rc<dyn IFunction>,
}

impl IConstruct for FunctionUrl {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl FunctionUrl {
    /// Starts the URL of a function or an alias.
    pub fn builder(
        scope: &impl IConstruct,
        id: impl Into<String>,
        function: &(impl IFunction + Clone + 'static),
    ) -> FunctionUrlBuilder {
        FunctionUrlBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            function: Rc::new(function.clone()),
            auth_type: FunctionUrlAuthType::AwsIam,
            cors: None,
            invoke_mode: None,
        }
    }

    /// The URL.
    pub fn url(&self) -> Value<String> {
        self.resource.attr_function_url().into()
    }

    /// The ARN of the function, with the alias if it is of one.
    pub fn function_arn(&self) -> Value<String> {
        self.resource.attr_function_arn().into()
    }

    /// Who may call it.
    pub fn auth_type(&self) -> FunctionUrlAuthType {
        self.auth_type
    }

    /// Grants the right to call it.
    #[track_caller]
    pub fn grant_invoke_url(&self, grantee: &dyn IGrantable) -> Grant {
        self.function.grant_invoke_url(grantee)
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnUrl {
        &self.resource
    }
}

/// Builds a [`FunctionUrl`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct FunctionUrlBuilder {
    scope: Node,
    id: String,
    function: Rc<dyn IFunction>,
    auth_type: FunctionUrlAuthType,
    cors: Option<FunctionUrlCorsOptions>,
    invoke_mode: Option<InvokeMode>,
}

impl FunctionUrlBuilder {
    /// Who may call it. Default: [`FunctionUrlAuthType::AwsIam`].
    pub fn auth_type(mut self, value: FunctionUrlAuthType) -> Self {
        self.auth_type = value;
        self
    }

    /// Which pages of other origins may call it. Default: none.
    pub fn cors(mut self, value: FunctionUrlCorsOptions) -> Self {
        self.cors = Some(value);
        self
    }

    /// How the answer is passed on. Default: that of Lambda, [`InvokeMode::Buffered`].
    pub fn invoke_mode(mut self, value: InvokeMode) -> Self {
        self.invoke_mode = Some(value);
        self
    }

    /// Adds the URL; one that anybody may call gives the function the permissions for it. Errors: `lambda::url-of-version`,
    /// `lambda::cors-max-age`, and those of ids.
    #[track_caller]
    pub fn build(self) -> FunctionUrl {
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-lambda.FunctionUrl");
        let target = self.function.invocation_target();
        let mut resource = CfnUrl::builder(&construct, "Resource")
            .auth_type(self.auth_type.as_str())
            .target_function_arn(target.function_arn);
        let mut alias = None;
        match target.qualifier {
            Qualifier::None => {}
            Qualifier::Alias { name, resource: of, .. } => {
                resource = resource.qualifier(name);
                alias = of;
            }
            Qualifier::Version(_) => construct.node().report(
                Diagnostic::error("lambda::url-of-version", "a version has no URL")
                    .help("make an alias of the version, and the URL of that"),
            ),
        }
        if let Some(cors) = &self.cors {
            resource = resource.cors(cors.property(construct.node()));
        }
        if let Some(mode) = self.invoke_mode {
            resource = resource.invoke_mode(mode.as_str());
        }
        let resource = resource.build();
        if let Some(alias) = alias {
            resource.node().add_dependency(&alias);
        }
        if self.auth_type == FunctionUrlAuthType::None {
            let anybody = || Permission::new(&AnyPrincipal::new());
            let url = anybody().action("lambda:InvokeFunctionUrl").function_url_auth_type(self.auth_type);
            self.function.add_permission("invoke-function-url", url);
            self.function.add_permission("invoke-function", anybody().invoked_via_function_url(true));
        }
        FunctionUrl { construct, resource, auth_type: self.auth_type, function: self.function }
    }
}

macro_rules! add_function_url {
    ($($function:ty),+) => {
        $(impl $function {
            /// Starts the URL, with the CDK's id under it.
            pub fn add_function_url(&self) -> FunctionUrlBuilder {
                FunctionUrl::builder(self, "FunctionUrl", self)
            }
        })+
    };
}

add_function_url!(
    crate::function::Function,
    crate::imported::ImportedFunction,
    crate::alias::Alias,
    crate::alias::ImportedAlias
);
