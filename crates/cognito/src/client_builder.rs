//! Building clients of user pools.

use std::rc::Rc;

use aws_cdk_cfn_cognito::CfnUserPoolClient;
use aws_cdk_cfn_cognito::cfn_user_pool_client::{
    AnalyticsConfigurationProperty, CfnUserPoolClientBuilder, RefreshTokenRotationProperty, TokenValidityUnitsProperty,
};
use aws_cdk_core::{Construct, Diagnostic, Duration, IConstruct, Node, Set, Value};
use aws_cdk_iam::IRole;

use crate::attributes::ClientAttributes;
use crate::client::UserPoolClient;
use crate::oauth::{OAuthFlows, OAuthSettings};
use crate::option_group::{option_group, set};

option_group! {
    /// How an app signs users in by itself. Tokens can be refreshed as well, unless they are rotated.
    ///
    /// Source: <https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html>.
    AuthFlow {
        /// With a password that a server passes on. Default: false.
        admin_user_password: bool,
        /// With challenges of one's own. Default: false.
        custom: bool,
        /// With a password. Default: false.
        user_password: bool,
        /// With a password that is not sent (SRP). Default: false.
        user_srp: bool,
        /// As the user chooses. Default: false.
        user: bool,
    }
}

impl AuthFlow {
    /// The names, if anything is said.
    fn names(&self, refreshes: bool) -> Option<Vec<&'static str>> {
        let flows = [
            (self.user_password, "ALLOW_USER_PASSWORD_AUTH"),
            (self.admin_user_password, "ALLOW_ADMIN_USER_PASSWORD_AUTH"),
            (self.custom, "ALLOW_CUSTOM_AUTH"),
            (self.user_srp, "ALLOW_USER_SRP_AUTH"),
            (self.user, "ALLOW_USER_AUTH"),
        ];
        flows.iter().find(|(is_on, _)| is_on.is_some())?;
        let chosen = flows.into_iter().filter(|(is_on, _)| *is_on == Some(true)).map(|(_, name)| name);
        Some(chosen.chain(refreshes.then_some("ALLOW_REFRESH_TOKEN_AUTH")).collect())
    }
}

/// Who knows the users that sign in.
#[derive(Clone, Debug)]
pub struct UserPoolClientIdentityProvider {
    name: Value<String>,
}

impl UserPoolClientIdentityProvider {
    /// Apple.
    pub fn apple() -> Self {
        Self::custom("SignInWithApple")
    }

    /// Facebook.
    pub fn facebook() -> Self {
        Self::custom("Facebook")
    }

    /// Google.
    pub fn google() -> Self {
        Self::custom("Google")
    }

    /// Amazon.
    pub fn amazon() -> Self {
        Self::custom("LoginWithAmazon")
    }

    /// The user pool itself.
    pub fn cognito() -> Self {
        Self::custom("COGNITO")
    }

    /// Any provider of the user pool, by its name.
    pub fn custom(name: impl Into<Value<String>>) -> Self {
        Self { name: name.into() }
    }
}

/// The id of an application, the id that the role asks for, and the role.
type Application = (Value<String>, Value<String>, Rc<dyn IRole>);

/// Where Cognito counts how the client is used, with Amazon Pinpoint.
#[must_use]
#[derive(Clone, Debug)]
pub struct AnalyticsConfiguration {
    application_arn: Option<Value<String>>,
    application: Option<Application>,
    share_user_data: Option<bool>,
}

impl AnalyticsConfiguration {
    /// In an application, by its ARN.
    pub fn of_application(application_arn: impl Into<Value<String>>) -> Self {
        Self { application_arn: Some(application_arn.into()), application: None, share_user_data: None }
    }

    /// In an application, by its id, the id that the role asks for, and the role with which Cognito writes there.
    pub fn of_application_id(
        application_id: impl Into<Value<String>>,
        external_id: impl Into<Value<String>>,
        role: &(impl IRole + Clone + 'static),
    ) -> Self {
        let application = Some((application_id.into(), external_id.into(), Rc::new(role.clone()) as Rc<dyn IRole>));
        Self { application_arn: None, application, share_user_data: None }
    }

    /// Whether data of users is in the events. Default: that of Cognito, false.
    pub fn share_user_data(mut self, value: bool) -> Self {
        self.share_user_data = Some(value);
        self
    }

    fn property(&self) -> AnalyticsConfigurationProperty {
        let mut property = AnalyticsConfigurationProperty::new();
        set!(property, application_arn: self.application_arn.clone(), user_data_shared: self.share_user_data);
        if let Some((id, external_id, role)) = &self.application {
            property = property.application_id(id).external_id(external_id).role_arn(role.role_arn());
        }
        property
    }
}

/// Builds a [`UserPoolClient`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct UserPoolClientBuilder {
    scope: Node,
    id: String,
    user_pool_id: Value<String>,
    supported_identity_providers: Option<Vec<UserPoolClientIdentityProvider>>,
    options: Options,
}

macro_rules! options {
    ($($(#[$doc:meta])* $name:ident: $type:ty,)+) => {
        #[derive(Debug, Default)]
        struct Options {
            $($name: Option<$type>,)+
        }

        impl UserPoolClientBuilder {
            $($(#[$doc])*
            pub fn $name(mut self, value: impl Into<$type>) -> Self {
                self.options.$name = Some(value.into());
                self
            })+
        }
    };
}

options! {
    /// The name. Default: made by CloudFormation.
    user_pool_client_name: Value<String>,
    /// Whether the client has a secret; for servers. Default: that of Cognito, false.
    generate_secret: bool,
    /// How the app signs users in by itself. Default: that of Cognito.
    auth_flows: AuthFlow,
    /// Whether the client cannot use OAuth. Default: false.
    disable_o_auth: bool,
    /// How the client uses OAuth. Default: the implicit grant and that by code, with all scopes.
    o_auth: OAuthSettings,
    /// How long a user may take to sign in: 3 to 15 whole minutes. Default: that of Cognito, 3 minutes.
    auth_session_validity: Duration,
    /// Whether errors do not say if a user exists. Default: that of Cognito, true.
    prevent_user_existence_errors: bool,
    /// How long ID tokens are good for: 5 minutes to a day, in whole minutes. Default: that of Cognito, an hour.
    id_token_validity: Duration,
    /// How long refresh tokens are good for: an hour to 10 years, in whole minutes. Default: that of Cognito, 30 days.
    refresh_token_validity: Duration,
    /// How long access tokens are good for: 5 minutes to a day, in whole minutes. Default: that of Cognito, an hour.
    access_token_validity: Duration,
    /// Refresh tokens are replaced when they are used, and good for so long afterwards: up to a minute, in whole seconds.
    /// Default: they are not replaced.
    refresh_token_rotation_grace_period: Duration,
    /// The attributes that the client may read. Default: all standard ones.
    read_attributes: ClientAttributes,
    /// The attributes that the client may write. Default: all standard ones.
    write_attributes: ClientAttributes,
    /// Whether refresh tokens can be taken back. Default: that of Cognito, true.
    enable_token_revocation: bool,
    /// Whether the client says where its users are, for threat protection; needs a secret. Default: that of Cognito, false.
    enable_propagate_additional_user_context_data: bool,
    /// Where it is counted how the client is used. Default: nowhere.
    analytics: AnalyticsConfiguration,
}

impl UserPoolClientBuilder {
    pub(crate) fn new(scope: &Node, id: String, user_pool_id: Value<String>) -> Self {
        Self { scope: scope.clone(), id, user_pool_id, supported_identity_providers: None, options: Options::default() }
    }

    /// Who knows the users that sign in. Default: the user pool.
    pub fn supported_identity_providers(
        mut self,
        providers: impl IntoIterator<Item = UserPoolClientIdentityProvider>,
    ) -> Self {
        self.supported_identity_providers = Some(providers.into_iter().collect());
        self
    }

    /// Adds the client. Errors: `cognito::o-auth`, `cognito::callback-urls`, `cognito::client-secret`,
    /// `cognito::token-validity`, and those of ids.
    #[track_caller]
    pub fn build(self) -> UserPoolClient {
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-cognito.UserPoolClient");
        let options = &self.options;
        let o_auth = options.o_auth.clone().unwrap_or_default();
        let flows = o_auth
            .flows
            .clone()
            .unwrap_or_else(|| OAuthFlows::new().implicit_code_grant(true).authorization_code_grant(true));
        self.check(construct.node(), &flows);
        let mut resource = CfnUserPoolClient::builder(&construct, "Resource").user_pool_id(&self.user_pool_id);
        let refreshes = options.refresh_token_rotation_grace_period.is_none();
        set!(resource,
            client_name: options.user_pool_client_name.clone(),
            generate_secret: options.generate_secret,
            explicit_auth_flows: options.auth_flows.as_ref().and_then(|flows| flows.names(refreshes)),
            default_redirect_uri: o_auth.default_redirect_uri.clone(),
            logout_urls: o_auth.logout_urls.clone(),
            prevent_user_existence_errors:
                options.prevent_user_existence_errors.map(|prevent| if prevent { "ENABLED" } else { "LEGACY" }),
            read_attributes: options.read_attributes.as_ref().map(ClientAttributes::attributes),
            write_attributes: options.write_attributes.as_ref().map(ClientAttributes::attributes),
            enable_token_revocation: options.enable_token_revocation,
            enable_propagate_additional_user_context_data: options.enable_propagate_additional_user_context_data,
            analytics_configuration: options.analytics.as_ref().map(AnalyticsConfiguration::property),
        );
        resource = self.o_auth_properties(construct.node(), &o_auth, &flows, resource);
        resource = self.providers(resource);
        resource = self.validities(construct.node(), resource);
        let name = self.options.user_pool_client_name;
        UserPoolClient { resource: resource.build(), construct, flows, name }
    }

    /// The rules are Cognito's:
    /// <https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html>.
    #[track_caller]
    fn check(&self, node: &Node, flows: &OAuthFlows) {
        let options = &self.options;
        let is_disabled = options.disable_o_auth == Some(true);
        if is_disabled && options.o_auth.is_some() {
            node.report(
                Diagnostic::error("cognito::o-auth", "OAuth is disabled and set up")
                    .help("leave `disable_o_auth` or `o_auth` out"),
            );
        }
        if !is_disabled && flows.redirects() && flows.client_credentials == Some(true) {
            node.report(
                Diagnostic::error("cognito::o-auth", "a client is either for users or for machines")
                    .help("use `client_credentials` alone, and a second client for users"),
            );
        }
        let has_secret = options.generate_secret == Some(true);
        if !has_secret && options.enable_propagate_additional_user_context_data == Some(true) {
            node.report(
                Diagnostic::error("cognito::client-secret", "a client without a secret cannot say where its users are")
                    .help("set `generate_secret(true)`"),
            );
        }
    }

    #[track_caller]
    fn o_auth_properties(
        &self,
        node: &Node,
        o_auth: &OAuthSettings,
        flows: &OAuthFlows,
        mut resource: CfnUserPoolClientBuilder<Set>,
    ) -> CfnUserPoolClientBuilder<Set> {
        let urls = match &o_auth.callback_urls {
            None if flows.redirects() => Some(vec!["https://example.com".into()]),
            Some(urls) if urls.is_empty() && flows.redirects() => {
                node.report(
                    Diagnostic::error("cognito::callback-urls", "users have nowhere to come back to")
                        .help("name a URL with `callback_urls`"),
                );
                None
            }
            given => given.clone(),
        };
        check_redirect(node, o_auth, urls.as_deref());
        let is_disabled = self.options.disable_o_auth == Some(true);
        resource = resource.allowed_oauth_flows_user_pool_client(!is_disabled);
        if is_disabled {
            return resource;
        }
        let names = [
            (flows.client_credentials, "client_credentials"),
            (flows.implicit_code_grant, "implicit"),
            (flows.authorization_code_grant, "code"),
        ];
        let names: Vec<_> = names.into_iter().filter(|(is_on, _)| *is_on == Some(true)).map(|(_, name)| name).collect();
        set!(resource,
            allowed_oauth_flows: (!names.is_empty()).then_some(names),
            callback_urls: urls.filter(|urls| !urls.is_empty()),
        );
        resource.allowed_oauth_scopes(o_auth.scope_names())
    }

    fn providers(&self, resource: CfnUserPoolClientBuilder<Set>) -> CfnUserPoolClientBuilder<Set> {
        let names: Vec<Value<String>> = match &self.supported_identity_providers {
            Some(providers) => providers.iter().map(|provider| provider.name.clone()).collect(),
            None => vec!["COGNITO".into()],
        };
        if names.is_empty() { resource } else { resource.supported_identity_providers(names) }
    }

    #[track_caller]
    fn validities(&self, node: &Node, mut resource: CfnUserPoolClientBuilder<Set>) -> CfnUserPoolClientBuilder<Set> {
        let options = &self.options;
        let five_minutes = Duration::minutes(5);
        let longest = options.refresh_token_validity.filter(|refresh| *refresh < Duration::days(1));
        let longest = longest.unwrap_or(Duration::days(1));
        let ten_years = Duration::days(3650);
        let session = minutes(
            node,
            "authentication session",
            options.auth_session_validity,
            (Duration::minutes(3), Duration::minutes(15)),
        );
        let id = minutes(node, "ID token", options.id_token_validity, (five_minutes, longest));
        let access = minutes(node, "access token", options.access_token_validity, (five_minutes, longest));
        let refresh = minutes(node, "refresh token", options.refresh_token_validity, (Duration::hours(1), ten_years));
        set!(resource,
            auth_session_validity: session,
            id_token_validity: id,
            access_token_validity: access,
            refresh_token_validity: refresh,
        );
        if id.is_some() || access.is_some() || refresh.is_some() {
            let mut units = TokenValidityUnitsProperty::new();
            set!(units,
                id_token: id.map(|_| "minutes"),
                access_token: access.map(|_| "minutes"),
                refresh_token: refresh.map(|_| "minutes"),
            );
            resource = resource.token_validity_units(units);
        }
        if let Some(grace) = options.refresh_token_rotation_grace_period {
            match grace.to_seconds() {
                Ok(seconds @ 0..=60) => {
                    let rotation = RefreshTokenRotationProperty::new().feature("ENABLED");
                    resource = resource.refresh_token_rotation(rotation.retry_grace_period_seconds(seconds));
                }
                _ => node.report(
                    Diagnostic::error(
                        "cognito::token-validity",
                        format!("the grace period of refresh tokens is {}", grace.to_human_string()),
                    )
                    .help("use up to 60 whole seconds"),
                ),
            }
        }
        resource
    }
}

#[track_caller]
fn check_redirect(node: &Node, o_auth: &OAuthSettings, urls: Option<&[Value<String>]>) {
    let redirect = o_auth.default_redirect_uri.as_ref().and_then(|uri| uri.as_literal());
    let Some(redirect) = redirect.filter(|redirect| !redirect.is_empty()) else { return };
    let is_listed = urls.is_none_or(|urls| urls.iter().any(|url| url.as_literal() == Some(redirect)));
    let has_form = redirect.encode_utf16().count() <= 1024
        && !redirect.chars().any(|character| character.is_whitespace() || character.is_control());
    if !is_listed || !has_form {
        node.report(
            Diagnostic::error("cognito::callback-urls", format!("users cannot come back to `{redirect}`"))
                .help("use one of the `callback_urls`, of up to 1024 characters without blanks"),
        );
    }
}

/// A time in minutes, which must be in a range.
#[track_caller]
fn minutes(node: &Node, what: &str, duration: Option<Duration>, range: (Duration, Duration)) -> Option<u64> {
    let duration = duration?;
    match duration.to_minutes() {
        Ok(minutes) if duration >= range.0 && duration <= range.1 => return Some(minutes),
        _ => node.report(
            Diagnostic::error(
                "cognito::token-validity",
                format!("the validity of the {what} is {}", duration.to_human_string()),
            )
            .help(format!(
                "use {} to {}, in whole minutes",
                range.0.to_human_string(),
                range.1.to_human_string()
            )),
        ),
    }
    None
}
