//! Actions of listeners: what is done with a request.

use std::panic::Location;
use std::rc::Rc;

use aws_cdk_core::{Diagnostic, Duration, Json, Map, Node, Object, SecretValue, Value};
use aws_cdk_interfaces::ec2::Port;
use aws_cdk_interfaces::elasticloadbalancingv2::IApplicationListener;

use super::application_target_group::IApplicationTargetGroup;
use crate::shared::UnauthenticatedAction;
use crate::shared::attributes::{json, object, text};

/// What a listener or a rule does with a request.
///
/// ```
/// use aws_cdk_elasticloadbalancingv2::{FixedResponseOptions, ListenerAction, RedirectOptions};
///
/// let gone = ListenerAction::fixed_response_with(410, FixedResponseOptions::new().message_body("gone"));
/// let secure = ListenerAction::redirect(RedirectOptions::new().protocol("HTTPS").port("443").permanent(true));
/// ```
#[derive(Clone, Debug)]
pub struct ListenerAction {
    inner: Rc<Inner>,
}

#[derive(Debug)]
struct Inner {
    action: Json,
    /// The action in a rule, if that differs.
    rule_action: Option<Json>,
    target_groups: Vec<Rc<dyn IApplicationTargetGroup>>,
    next: Option<ListenerAction>,
    needs: Needs,
    problem: Option<Diagnostic>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Needs {
    Nothing,
    Https,
    OutboundHttps,
}

/// A target group that gets a share of the requests.
#[derive(Clone, Debug)]
pub struct WeightedTargetGroup {
    target_group: Rc<dyn IApplicationTargetGroup>,
    weight: Option<Value<i64>>,
}

impl WeightedTargetGroup {
    /// A target group of the weight 1.
    pub fn new(target_group: impl IApplicationTargetGroup + 'static) -> Self {
        Self { target_group: Rc::new(target_group), weight: None }
    }

    /// The weight, 0 to 999. Default: that of Elastic Load Balancing, 1.
    #[must_use]
    pub fn weight(mut self, value: impl Into<Value<i64>>) -> Self {
        self.weight = Some(value.into());
        self
    }
}

/// What a fixed response is besides its code.
#[must_use]
#[derive(Clone, Debug, Default)]
pub struct FixedResponseOptions {
    content_type: Option<Value<String>>,
    message_body: Option<Value<String>>,
}

impl FixedResponseOptions {
    /// An empty response.
    pub fn new() -> Self {
        Self::default()
    }

    /// The type of the body: `text/plain`, `text/css`, `text/html`, `application/javascript` or `application/json`. Default:
    /// that of Elastic Load Balancing, `text/plain`.
    pub fn content_type(mut self, value: impl Into<Value<String>>) -> Self {
        self.content_type = Some(value.into());
        self
    }

    /// The body, up to 1,024 characters. Default: none.
    pub fn message_body(mut self, value: impl Into<Value<String>>) -> Self {
        self.message_body = Some(value.into());
        self
    }
}

/// Where a request is redirected. In each part `#{protocol}`, `#{host}`, `#{port}`, `#{path}` and `#{query}` stand for those of
/// the request.
#[must_use]
#[derive(Clone, Debug, Default)]
pub struct RedirectOptions {
    host: Option<Value<String>>,
    path: Option<Value<String>>,
    port: Option<Value<String>>,
    protocol: Option<Value<String>>,
    query: Option<Value<String>>,
    permanent: bool,
}

impl RedirectOptions {
    /// A redirect to the request itself; at least one part must be set.
    pub fn new() -> Self {
        Self::default()
    }

    /// The host. Default: that of the request.
    pub fn host(mut self, value: impl Into<Value<String>>) -> Self {
        self.host = Some(value.into());
        self
    }

    /// The path, which starts with a slash. Default: that of the request.
    pub fn path(mut self, value: impl Into<Value<String>>) -> Self {
        self.path = Some(value.into());
        self
    }

    /// The port. Default: that of the request.
    pub fn port(mut self, value: impl Into<Value<String>>) -> Self {
        self.port = Some(value.into());
        self
    }

    /// The protocol, `HTTP` or `HTTPS`. Default: that of the request.
    pub fn protocol(mut self, value: impl Into<Value<String>>) -> Self {
        self.protocol = Some(value.into());
        self
    }

    /// The query, without question mark. Default: that of the request.
    pub fn query(mut self, value: impl Into<Value<String>>) -> Self {
        self.query = Some(value.into());
        self
    }

    /// Whether clients may keep the redirect: 301 rather than 302. Default: false.
    pub fn permanent(mut self, value: bool) -> Self {
        self.permanent = value;
        self
    }
}

/// How users log in with a provider of OpenID Connect.
#[must_use]
#[derive(Clone, Debug)]
pub struct AuthenticateOidcOptions {
    authorization_endpoint: Value<String>,
    client_id: Value<String>,
    client_secret: SecretValue,
    issuer: Value<String>,
    token_endpoint: Value<String>,
    user_info_endpoint: Value<String>,
    next: ListenerAction,
    authentication_request_extra_params: Option<Value<Map<String>>>,
    on_unauthenticated_request: Option<UnauthenticatedAction>,
    scope: Option<Value<String>>,
    session_cookie_name: Option<Value<String>>,
    session_timeout: Option<Duration>,
    allow_https_outbound: bool,
}

impl AuthenticateOidcOptions {
    /// A client of a provider, and what is done after the login.
    pub fn new(
        issuer: impl Into<Value<String>>,
        client_id: impl Into<Value<String>>,
        client_secret: SecretValue,
        endpoints: OidcEndpoints,
        next: ListenerAction,
    ) -> Self {
        Self {
            authorization_endpoint: endpoints.authorization,
            client_id: client_id.into(),
            client_secret,
            issuer: issuer.into(),
            token_endpoint: endpoints.token,
            user_info_endpoint: endpoints.user_info,
            next,
            authentication_request_extra_params: None,
            on_unauthenticated_request: None,
            scope: None,
            session_cookie_name: None,
            session_timeout: None,
            allow_https_outbound: true,
        }
    }

    /// Further parameters of the request to the provider. Default: none.
    pub fn authentication_request_extra_params(mut self, value: impl Into<Value<Map<String>>>) -> Self {
        self.authentication_request_extra_params = Some(value.into());
        self
    }

    /// What is done with requests of users who have not logged in. Default: they are led to the login.
    pub fn on_unauthenticated_request(mut self, value: UnauthenticatedAction) -> Self {
        self.on_unauthenticated_request = Some(value);
        self
    }

    /// The scopes that are asked for. Default: that of Elastic Load Balancing, `openid`.
    pub fn scope(mut self, value: impl Into<Value<String>>) -> Self {
        self.scope = Some(value.into());
        self
    }

    /// The name of the cookie. Default: that of Elastic Load Balancing, `AWSELBAuthSessionCookie`.
    pub fn session_cookie_name(mut self, value: impl Into<Value<String>>) -> Self {
        self.session_cookie_name = Some(value.into());
        self
    }

    /// How long a login lasts; whole seconds. Default: that of Elastic Load Balancing, 7 days.
    pub fn session_timeout(mut self, value: Duration) -> Self {
        self.session_timeout = Some(value);
        self
    }

    /// Whether the load balancer's security groups let it call the provider. Default: true.
    pub fn allow_https_outbound(mut self, value: bool) -> Self {
        self.allow_https_outbound = value;
        self
    }
}

/// The endpoints of a provider of OpenID Connect.
#[derive(Clone, Debug)]
pub struct OidcEndpoints {
    authorization: Value<String>,
    token: Value<String>,
    user_info: Value<String>,
}

impl OidcEndpoints {
    /// The endpoints for authorization, for tokens, and for what is known of users.
    pub fn new(
        authorization: impl Into<Value<String>>,
        token: impl Into<Value<String>>,
        user_info: impl Into<Value<String>>,
    ) -> Self {
        Self { authorization: authorization.into(), token: token.into(), user_info: user_info.into() }
    }
}

/// How the JSON web tokens of requests are verified.
#[must_use]
#[derive(Clone, Debug)]
pub struct AuthenticateJwtOptions {
    issuer: Value<String>,
    jwks_endpoint: Value<String>,
    next: ListenerAction,
}

impl AuthenticateJwtOptions {
    /// Who issues the tokens, where its keys are, and what is done with requests that have a good one. Both texts have up to 256
    /// characters, and the endpoint starts with `https://`.
    pub fn new(
        issuer: impl Into<Value<String>>,
        jwks_endpoint: impl Into<Value<String>>,
        next: ListenerAction,
    ) -> Self {
        Self { issuer: issuer.into(), jwks_endpoint: jwks_endpoint.into(), next }
    }
}

impl ListenerAction {
    fn of(action: Json) -> Inner {
        Inner { action, rule_action: None, target_groups: Vec::new(), next: None, needs: Needs::Nothing, problem: None }
    }

    fn new(inner: Inner) -> Self {
        Self { inner: Rc::new(inner) }
    }

    /// Passes requests on to target groups in equal shares. None are the error `elasticloadbalancingv2::no-target-groups`, when
    /// the action is used.
    #[track_caller]
    pub fn forward<G: IApplicationTargetGroup + 'static>(target_groups: impl IntoIterator<Item = G>) -> Self {
        Self::share(target_groups, None)
    }

    /// As [`ListenerAction::forward`]; requests of one client go to the same group for a time, whole seconds up to 7 days.
    #[track_caller]
    pub fn forward_sticky<G: IApplicationTargetGroup + 'static>(
        target_groups: impl IntoIterator<Item = G>,
        stickiness_duration: Duration,
    ) -> Self {
        Self::share(target_groups, Some(stickiness_duration))
    }

    #[track_caller]
    fn share<G: IApplicationTargetGroup + 'static>(
        target_groups: impl IntoIterator<Item = G>,
        stickiness: Option<Duration>,
    ) -> Self {
        let groups: Vec<Rc<dyn IApplicationTargetGroup>> =
            target_groups.into_iter().map(|group| Rc::new(group) as Rc<dyn IApplicationTargetGroup>).collect();
        if let ([group], None) = (groups.as_slice(), stickiness) {
            let arn = group.target_group_arn().into_json();
            let action = object([("TargetGroupArn", Some(arn)), ("Type", text("forward"))]);
            return Self::new(Inner { target_groups: groups, ..Self::of(action) });
        }
        let weighted = groups.into_iter().map(|group| WeightedTargetGroup::new(group).weight(1));
        Self::weighted_forward(weighted, stickiness)
    }

    /// Passes requests on to target groups by weight; requests of one client go to the same group for a time, if one is given,
    /// whole seconds up to 7 days. No groups are the error `elasticloadbalancingv2::no-target-groups`, when the action is used.
    #[track_caller]
    pub fn weighted_forward(
        target_groups: impl IntoIterator<Item = WeightedTargetGroup>,
        stickiness_duration: Option<Duration>,
    ) -> Self {
        let location = Location::caller();
        let weighted: Vec<WeightedTargetGroup> = target_groups.into_iter().collect();
        let tuples = weighted.iter().map(|it| {
            let arn = it.target_group.target_group_arn().into_json();
            object([("TargetGroupArn", Some(arn)), ("Weight", json(&it.weight))])
        });
        let config = object([
            ("TargetGroupStickinessConfig", stickiness(stickiness_duration)),
            ("TargetGroups", Some(Json::List(tuples.collect()))),
        ]);
        let action = object([("ForwardConfig", Some(config)), ("Type", text("forward"))]);
        let problem = weighted.is_empty().then(|| {
            Diagnostic::error("elasticloadbalancingv2::no-target-groups", "requests are forwarded to no target group")
                .help("name at least one")
                .at(location)
        });
        let target_groups = weighted.into_iter().map(|it| it.target_group).collect();
        Self::new(Inner { target_groups, problem, ..Self::of(action) })
    }

    /// Answers with a code of 2xx, 4xx or 5xx and nothing else.
    #[track_caller]
    pub fn fixed_response(status_code: u16) -> Self {
        Self::fixed_response_with(status_code, FixedResponseOptions::new())
    }

    /// Answers with a code of 2xx, 4xx or 5xx. Errors, when the action is used: `elasticloadbalancingv2::fixed-response`.
    #[track_caller]
    pub fn fixed_response_with(status_code: u16, options: FixedResponseOptions) -> Self {
        let location = Location::caller();
        let body = options.message_body.as_ref().and_then(|body| body.as_literal()).unwrap_or_default();
        let message = if !matches!(status_code / 100, 2 | 4 | 5) {
            Some(format!("{status_code} is not a code of a fixed response"))
        } else {
            let length = body.chars().count();
            (length > 1024).then(|| format!("the body of a fixed response has {length} characters"))
        };
        let config = object([
            ("ContentType", json(&options.content_type)),
            ("MessageBody", json(&options.message_body)),
            ("StatusCode", text(&status_code.to_string())),
        ]);
        let problem = message.map(|message| {
            Diagnostic::error("elasticloadbalancingv2::fixed-response", message)
                .help("use a code of 2xx, 4xx or 5xx, and up to 1,024 characters")
                .at(location)
        });
        let action = object([("FixedResponseConfig", Some(config)), ("Type", text("fixed-response"))]);
        Self::new(Inner { problem, ..Self::of(action) })
    }

    /// Redirects requests. Errors, when the action is used: `elasticloadbalancingv2::redirect`.
    #[track_caller]
    pub fn redirect(options: RedirectOptions) -> Self {
        let location = Location::caller();
        let parts = [&options.host, &options.path, &options.port, &options.protocol, &options.query];
        let literal =
            |value: &'_ Option<Value<String>>| value.as_ref().and_then(|it| it.as_literal().map(str::to_owned));
        let message = if parts.iter().all(|part| part.is_none()) {
            Some("the redirect leads to the request itself".to_owned())
        } else if let Some(path) = literal(&options.path).filter(|path| !path.is_empty() && !path.starts_with('/')) {
            Some(format!("the path `{path}` of the redirect does not start with a slash"))
        } else {
            let known = ["HTTP", "HTTPS", "#{PROTOCOL}"];
            let protocol = literal(&options.protocol).filter(|it| !known.contains(&it.to_uppercase().as_str()));
            protocol.map(|protocol| format!("`{protocol}` is not a protocol of a redirect"))
        };
        let problem = message.map(|message| {
            Diagnostic::error("elasticloadbalancingv2::redirect", message)
                .help("set a host, a path with a slash first, a port, a query, or the protocol `HTTP` or `HTTPS`")
                .at(location)
        });
        let config = object([
            ("Host", json(&options.host)),
            ("Path", json(&options.path)),
            ("Port", json(&options.port)),
            ("Protocol", json(&options.protocol)),
            ("Query", json(&options.query)),
            ("StatusCode", text(if options.permanent { "HTTP_301" } else { "HTTP_302" })),
        ]);
        let action = object([("RedirectConfig", Some(config)), ("Type", text("redirect"))]);
        Self::new(Inner { problem, ..Self::of(action) })
    }

    /// Lets users log in, and then goes on; for HTTPS listeners.
    #[track_caller]
    pub fn authenticate_oidc(options: AuthenticateOidcOptions) -> Self {
        let location = Location::caller();
        let seconds = options.session_timeout.map(|timeout| timeout.to_seconds());
        let problem = match &seconds {
            Some(Err(error)) => Some(
                Diagnostic::error("elasticloadbalancingv2::duration", error.to_string())
                    .help("use whole seconds")
                    .at(location),
            ),
            _ => None,
        };
        let seconds = seconds.and_then(Result::ok);
        let action = |timeout: Option<Json>| {
            let config = object([
                ("AuthenticationRequestExtraParams", json(&options.authentication_request_extra_params)),
                ("AuthorizationEndpoint", Some(options.authorization_endpoint.as_json().clone())),
                ("ClientId", Some(options.client_id.as_json().clone())),
                ("ClientSecret", Some(options.client_secret.unsafe_unwrap().into_json())),
                ("Issuer", Some(options.issuer.as_json().clone())),
                ("OnUnauthenticatedRequest", options.on_unauthenticated_request.and_then(|it| text(it.as_str()))),
                ("Scope", json(&options.scope)),
                ("SessionCookieName", json(&options.session_cookie_name)),
                ("SessionTimeout", timeout),
                ("TokenEndpoint", Some(options.token_endpoint.as_json().clone())),
                ("UserInfoEndpoint", Some(options.user_info_endpoint.as_json().clone())),
            ]);
            object([("AuthenticateOidcConfig", Some(config)), ("Type", text("authenticate-oidc"))])
        };
        // CloudFormation takes the timeout as text in listeners, and as a number in rules.
        let rule_action = Some(action(seconds.map(|seconds| Value::<Json>::from(seconds).into_json())));
        let action = action(seconds.and_then(|seconds| text(&seconds.to_string())));
        let needs = if options.allow_https_outbound { Needs::OutboundHttps } else { Needs::Nothing };
        Self::new(Inner { rule_action, next: Some(options.next), needs, problem, ..Self::of(action) })
    }

    /// Verifies the JSON web token of requests, and then goes on; for HTTPS listeners. Errors, when the action is used:
    /// `elasticloadbalancingv2::jwt`.
    #[track_caller]
    pub fn authenticate_jwt(options: AuthenticateJwtOptions) -> Self {
        let location = Location::caller();
        let is_long = |value: &Value<String>| value.as_literal().is_some_and(|text| text.chars().count() > 256);
        let is_open = options.jwks_endpoint.as_literal().is_some_and(|it| !it.starts_with("https://"));
        let is_wrong = is_open || is_long(&options.issuer) || is_long(&options.jwks_endpoint);
        let problem = is_wrong.then(|| {
            Diagnostic::error(
                "elasticloadbalancingv2::jwt",
                "the issuer of tokens, or the endpoint of its keys, is no such thing",
            )
            .help("use up to 256 characters each, and an endpoint that starts with `https://`")
            .at(location)
        });
        let config = object([
            ("Issuer", Some(options.issuer.into_json())),
            ("JwksEndpoint", Some(options.jwks_endpoint.into_json())),
        ]);
        let action = object([("JwtValidationConfig", Some(config)), ("Type", text("jwt-validation"))]);
        Self::new(Inner { next: Some(options.next), needs: Needs::Https, problem, ..Self::of(action) })
    }

    fn chain(&self) -> impl Iterator<Item = &ListenerAction> {
        std::iter::successors(Some(self), |action| action.inner.next.as_ref())
    }

    /// The actions as a listener has them.
    pub(crate) fn render(&self) -> Json {
        number(self.chain().map(|action| action.inner.action.clone()).collect())
    }

    /// The actions as a rule has them.
    pub(crate) fn render_in_rule(&self) -> Json {
        number(self.chain().map(|it| it.inner.rule_action.clone().unwrap_or_else(|| it.inner.action.clone())).collect())
    }

    /// Lets target groups know of the listener, and the construct that attaches them.
    #[track_caller]
    pub(crate) fn bind(&self, listener: &Rc<dyn IApplicationListener>, is_https: Option<bool>, attaches: &Node) {
        for action in self.chain() {
            if let Some(problem) = &action.inner.problem {
                attaches.report(problem.clone());
            }
            match action.inner.needs {
                Needs::Https if is_https == Some(false) => attaches.report(
                    Diagnostic::error("elasticloadbalancingv2::jwt", "tokens are verified by HTTPS listeners alone")
                        .help("set `protocol(ApplicationProtocol::Https)` and a certificate"),
                ),
                Needs::OutboundHttps => {
                    listener.connections().allow_to_any_ipv4(Port::tcp(443), Some("Allow to IdP endpoint"));
                }
                _ => {}
            }
            for group in &action.inner.target_groups {
                group.register_listener(listener, attaches);
            }
        }
    }
}

/// For how long requests of one client go to the same group.
pub(crate) fn stickiness(duration: Option<Duration>) -> Option<Json> {
    let seconds = duration?.to_seconds().ok()?;
    Some(object([
        ("DurationSeconds", Some(Value::<Json>::from(seconds).into_json())),
        ("Enabled", Some(Json::Bool(true))),
    ]))
}

/// Several actions are numbered.
fn number(actions: Vec<Json>) -> Json {
    if actions.len() < 2 {
        return Json::List(actions);
    }
    let numbered = actions.into_iter().enumerate().map(|(index, action)| {
        let mut entries: Vec<(String, Json)> = match &action {
            Json::Object(object) => object.iter().map(|(key, value)| (key.to_owned(), value.clone())).collect(),
            _ => Vec::new(),
        };
        entries.push(("Order".to_owned(), Value::<Json>::from(index + 1).into_json()));
        // As properties of a type are printed.
        entries.sort_by(|a, b| a.0.cmp(&b.0));
        Json::Object(entries.into_iter().collect::<Object>())
    });
    Json::List(numbered.collect())
}
