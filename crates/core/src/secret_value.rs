//! Secrets: values that a template names but never contains.

use std::fmt;

use crate::cfn_parameter::CfnParameter;
use crate::diagnostic::Diagnostic;
use crate::format::concat;
use crate::node::IConstruct;
use crate::token::Token;
use crate::value::{Json, Value};

/// The services that CloudFormation reads values from when it deploys.
///
/// Source: <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html>.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CfnDynamicReferenceService {
    /// A parameter of Systems Manager, in plain text.
    Ssm,
    /// A secure parameter of Systems Manager.
    SsmSecure,
    /// A secret of Secrets Manager.
    SecretsManager,
}

/// A value that CloudFormation reads from another service when it deploys: `{{resolve:service:key}}`.
///
/// ```
/// use aws_cdk_core::{CfnDynamicReference, CfnDynamicReferenceService, Value};
///
/// let reference = CfnDynamicReference::new(CfnDynamicReferenceService::Ssm, "/books/host:3");
/// assert_eq!(Value::from(reference).as_literal(), Some("{{resolve:ssm:/books/host:3}}"));
/// ```
#[derive(Clone, Debug)]
pub struct CfnDynamicReference {
    text: Value<String>,
}

impl CfnDynamicReference {
    /// A value of a service, by the key that the service takes.
    pub fn new(service: CfnDynamicReferenceService, key: impl Into<Value<String>>) -> Self {
        let service = match service {
            CfnDynamicReferenceService::Ssm => "ssm",
            CfnDynamicReferenceService::SsmSecure => "ssm-secure",
            CfnDynamicReferenceService::SecretsManager => "secretsmanager",
        };
        let start = Json::text(format!("{{{{resolve:{service}:"));
        Self { text: concat([start, key.into().into_json(), Json::text("}}")]) }
    }
}

impl From<CfnDynamicReference> for Value<String> {
    fn from(reference: CfnDynamicReference) -> Self {
        reference.text
    }
}

/// A secret: it converts into no value of its own accord, and prints as `[secret]`, so that it cannot end up in a template
/// or a log by mistake.
///
/// ```
/// use aws_cdk_core::{SecretValue, SecretsManagerSecretOptions};
///
/// let password = SecretValue::secrets_manager("books/db", SecretsManagerSecretOptions::new().json_field("password"));
/// assert_eq!(format!("{password:?}"), "[secret]");
/// assert_eq!(password.unsafe_unwrap().as_literal(), Some("{{resolve:secretsmanager:books/db:SecretString:password::}}"));
/// ```
///
/// ```compile_fail
/// # use aws_cdk_core::{CfnOutput, App, SecretValue, Stack};
/// # let app = App::new();
/// # let stack = Stack::new(&app, "Stack");
/// CfnOutput::new(&stack, "Password", SecretValue::unsafe_plain_text("hunter2"));
/// ```
#[derive(Clone)]
pub struct SecretValue {
    value: Value<String>,
}

impl fmt::Debug for SecretValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[secret]")
    }
}

/// Which part of a secret, and which version.
#[must_use]
#[derive(Clone, Debug, Default)]
pub struct SecretsManagerSecretOptions {
    json_field: Option<Value<String>>,
    version_stage: Option<Value<String>>,
    version_id: Option<Value<String>>,
}

impl SecretsManagerSecretOptions {
    /// The whole secret, in its current version.
    pub fn new() -> Self {
        Self::default()
    }

    /// The field of a secret that is JSON. Default: the whole secret.
    pub fn json_field(mut self, value: impl Into<Value<String>>) -> Self {
        self.json_field = Some(value.into());
        self
    }

    /// The label of the version; instead of a version id. Default: `AWSCURRENT`.
    pub fn version_stage(mut self, value: impl Into<Value<String>>) -> Self {
        self.version_id = None;
        self.version_stage = Some(value.into());
        self
    }

    /// The id of the version; instead of a label. Default: that of the label.
    pub fn version_id(mut self, value: impl Into<Value<String>>) -> Self {
        self.version_stage = None;
        self.version_id = Some(value.into());
        self
    }
}

impl SecretValue {
    /// A secret that stands in the program, and so in its history: only for what is no secret at all.
    pub fn unsafe_plain_text(secret: impl Into<Value<String>>) -> Self {
        Self { value: secret.into() }
    }

    /// A secret of Secrets Manager, by its name or ARN.
    pub fn secrets_manager(secret_id: impl Into<Value<String>>, options: SecretsManagerSecretOptions) -> Self {
        let part = |value: Option<Value<String>>| value.map_or_else(|| Json::text(""), Value::into_json);
        let colon = || Json::text(":");
        let key = concat([
            secret_id.into().into_json(),
            Json::text(":SecretString:"),
            part(options.json_field),
            colon(),
            part(options.version_stage),
            colon(),
            part(options.version_id),
        ]);
        Self::cfn_dynamic_reference(CfnDynamicReference::new(CfnDynamicReferenceService::SecretsManager, key))
    }

    /// A secure parameter of Systems Manager; of its newest version unless one is given.
    pub fn ssm_secure(parameter_name: impl AsRef<str>, version: Option<&str>) -> Self {
        let name = parameter_name.as_ref();
        let key = version.map_or_else(|| name.to_owned(), |version| format!("{name}:{version}"));
        Self::cfn_dynamic_reference(CfnDynamicReference::new(CfnDynamicReferenceService::SsmSecure, key))
    }

    /// What a dynamic reference gives.
    pub fn cfn_dynamic_reference(reference: CfnDynamicReference) -> Self {
        Self { value: reference.into() }
    }

    /// The value of a parameter, which must be masked with `no_echo`; else this is the error `core::parameter-shows-secret`.
    #[track_caller]
    pub fn cfn_parameter(parameter: &CfnParameter) -> Self {
        if !parameter.is_no_echo() {
            parameter.node().report(
                Diagnostic::error("core::parameter-shows-secret", "the parameter is used as a secret and not masked")
                    .help("build it with `.no_echo(true)`"),
            );
        }
        Self { value: parameter.value_as_string().into() }
    }

    /// An attribute of a resource that is a secret.
    pub fn resource_attribute(attribute: Token<String>) -> Self {
        Self { value: attribute.into() }
    }

    /// The value, for a property that CloudFormation keeps safe. What it is a property of is on you.
    pub fn unsafe_unwrap(&self) -> Value<String> {
        self.value.clone()
    }
}
