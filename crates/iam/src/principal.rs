//! Principals: who a statement is about.

use aws_cdk_core::{Json, Object, Value};

/// How a principal stands in a statement.
#[derive(Clone, Debug, Default)]
pub struct PrincipalPolicyFragment {
    /// Values by kind: `Service`, `AWS`, `Federated`, …
    pub principal_json: Vec<(String, Vec<Value<String>>)>,
    /// The conditions under which it is the principal.
    pub conditions: Object,
}

/// Who may do something.
pub trait IPrincipal {
    /// The action by which it takes a role. Default: `sts:AssumeRole`.
    fn assume_role_action(&self) -> String {
        "sts:AssumeRole".to_owned()
    }

    /// How it stands in a statement.
    fn policy_fragment(&self) -> PrincipalPolicyFragment;
}

/// An AWS service.
#[derive(Clone, Debug)]
pub struct ServicePrincipal {
    service: String,
    conditions: Object,
}

impl ServicePrincipal {
    /// A service by its name, such as `lambda.amazonaws.com` or just `lambda`.
    pub fn new(service: impl Into<String>) -> Self {
        Self { service: service.into(), conditions: Object::new() }
    }

    /// The name of the service, `lambda.amazonaws.com`: AWS uses it in all partitions.
    pub fn service(&self) -> String {
        const SUFFIXES: [&str; 4] = [".amazonaws.com.cn", ".amazonaws.com", ".c2s.ic.gov", ".sc2s.sgov.gov"];
        let stem = SUFFIXES.iter().find_map(|suffix| self.service.strip_suffix(suffix)).unwrap_or(&self.service);
        if stem.is_empty() || stem.contains('.') { self.service.clone() } else { format!("{stem}.amazonaws.com") }
    }
}

impl IPrincipal for ServicePrincipal {
    fn policy_fragment(&self) -> PrincipalPolicyFragment {
        PrincipalPolicyFragment {
            principal_json: vec![("Service".to_owned(), vec![self.service().into()])],
            conditions: self.conditions.clone(),
        }
    }
}

/// Whatever an ARN names: a role, a user, an account's root.
#[derive(Clone, Debug)]
pub struct ArnPrincipal {
    arn: Value<String>,
}

impl ArnPrincipal {
    /// The principal of an ARN.
    pub fn new(arn: impl Into<Value<String>>) -> Self {
        Self { arn: arn.into() }
    }

    /// The ARN.
    pub fn arn(&self) -> &Value<String> {
        &self.arn
    }
}

impl IPrincipal for ArnPrincipal {
    fn policy_fragment(&self) -> PrincipalPolicyFragment {
        PrincipalPolicyFragment {
            principal_json: vec![("AWS".to_owned(), vec![self.arn.clone()])],
            conditions: Object::new(),
        }
    }
}

/// The values of each kind, a single one without its list.
pub(crate) fn principal_json(principals: &[(String, Vec<Value<String>>)]) -> Json {
    Json::Object(principals.iter().map(|(kind, values)| (kind.as_str(), scalar_or_list(values))).collect())
}

pub(crate) fn scalar_or_list(values: &[Value<String>]) -> Json {
    match values {
        [only] => only.as_json().clone(),
        several => Json::List(several.iter().map(|value| value.as_json().clone()).collect()),
    }
}
