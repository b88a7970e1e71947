//! AWS services as principals.

use aws_cdk_core::{Diagnostic, Json, Lazy, Object, Value};

use crate::principal::{IPrincipal, PrincipalPolicyFragment, conditions_identity, conditions_of, shown};

/// An AWS service.
///
/// ```
/// use aws_cdk_core::cfn_json;
/// use aws_cdk_iam::ServicePrincipal;
///
/// let lambda = ServicePrincipal::new("lambda.amazonaws.com");
/// let delivery = ServicePrincipal::new("delivery.logs.amazonaws.com")
///     .conditions(cfn_json!({ "StringEquals": { "aws:SourceAccount": "111111111111" } }));
/// ```
#[derive(Clone, Debug)]
pub struct ServicePrincipal {
    service: Value<String>,
    is_static: bool,
    region: Option<Value<String>>,
    conditions: Object,
    problems: Vec<Diagnostic>,
}

impl ServicePrincipal {
    /// A service by its name, such as `lambda.amazonaws.com` or just `lambda`.
    pub fn new(service: impl Into<Value<String>>) -> Self {
        Self {
            service: service.into(),
            is_static: false,
            region: None,
            conditions: Object::new(),
            problems: Vec::new(),
        }
    }

    /// A service by exactly this name, for the few whose names follow no rule.
    pub fn from_static_service_principle_name(name: impl Into<Value<String>>) -> Self {
        Self { is_static: true, ..Self::new(name) }
    }

    /// The name by which policies know a service: `lambda.amazonaws.com` for `lambda`.
    pub fn service_principal_name(service: impl Into<Value<String>>) -> Value<String> {
        Self::new(service).name()
    }

    /// The region in which the service is, which the name shows if that region must be enabled by the account and is not
    /// that of the stack. Default: that of the stack.
    pub fn region(mut self, value: impl Into<Value<String>>) -> Self {
        self.region = Some(value.into());
        self
    }

    /// The conditions under which the service is the principal. Default: none.
    #[track_caller]
    pub fn conditions(mut self, conditions: impl Into<Value<Json>>) -> Self {
        self.conditions = conditions_of(conditions, &mut self.problems);
        self
    }

    /// The service as it was given.
    pub fn service(&self) -> &Value<String> {
        &self.service
    }

    /// The name of the service in policies.
    pub fn name(&self) -> Value<String> {
        let name: Value<String> = match self.service.as_literal() {
            Some(service) if !self.is_static => standard_name(service).into(),
            _ => return self.service.clone(),
        };
        let region = self.region.as_ref().and_then(|region| region.as_literal());
        let Some(region) = region.filter(|region| OPT_IN_REGIONS.contains(region)) else { return name };
        let regional = match name.as_literal().and_then(|name| name.strip_suffix(".amazonaws.com")) {
            Some(stem) => format!("{stem}.{region}.amazonaws.com"),
            None => return name,
        };
        let region = region.to_owned();
        Lazy::string_in(move |context| {
            let is_own = context.stack().region().as_literal() == Some(region.as_str());
            Some(if is_own { name.clone() } else { regional.as_str().into() })
        })
        .into()
    }
}

/// Services are known by one name in all partitions.
fn standard_name(service: &str) -> String {
    const SUFFIXES: [&str; 4] = [".amazonaws.com.cn", ".amazonaws.com", ".c2s.ic.gov", ".sc2s.sgov.gov"];
    let stem = SUFFIXES.iter().find_map(|suffix| service.strip_suffix(suffix)).unwrap_or(service);
    if stem.is_empty() || stem.contains('.') { service.to_owned() } else { format!("{stem}.amazonaws.com") }
}

/// The regions that an account must enable:
/// <https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html>.
const OPT_IN_REGIONS: [&str; 18] = [
    "af-south-1",
    "ap-east-1",
    "ap-east-2",
    "ap-south-2",
    "ap-southeast-3",
    "ap-southeast-4",
    "ap-southeast-5",
    "ap-southeast-6",
    "ap-southeast-7",
    "ca-west-1",
    "eu-central-2",
    "eu-south-1",
    "eu-south-2",
    "il-central-1",
    "me-central-1",
    "me-south-1",
    "me-west-1",
    "mx-central-1",
];

impl IPrincipal for ServicePrincipal {
    fn policy_fragment(&self) -> PrincipalPolicyFragment {
        let fragment = PrincipalPolicyFragment::of("Service", [self.name()]).conditions(self.conditions.clone());
        self.problems.iter().cloned().fold(fragment, PrincipalPolicyFragment::problem)
    }

    fn dedupe_string(&self) -> Option<String> {
        let region = self.region.as_ref().map(|region| region.as_json().identity()).unwrap_or_default();
        let conditions = conditions_identity(&self.conditions);
        Some(format!("ServicePrincipal:{}:{region}:{conditions}", self.service.as_json().identity()))
    }

    fn needs_trust_policy(&self) -> bool {
        true
    }

    fn text(&self) -> String {
        format!("ServicePrincipal({})", shown(&self.service))
    }

    fn short_form(&self) -> Option<Value<String>> {
        Some(self.service.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        for (service, name) in [
            ("lambda", "lambda.amazonaws.com"),
            ("lambda.amazonaws.com", "lambda.amazonaws.com"),
            ("ec2.amazonaws.com.cn", "ec2.amazonaws.com"),
            ("states.c2s.ic.gov", "states.amazonaws.com"),
            ("delivery.logs.amazonaws.com", "delivery.logs.amazonaws.com"),
            ("states.us-east-1.amazonaws.com", "states.us-east-1.amazonaws.com"),
        ] {
            assert_eq!(ServicePrincipal::service_principal_name(service).as_literal(), Some(name));
        }
        let exact = ServicePrincipal::from_static_service_principle_name("elasticmapreduce");
        assert_eq!(exact.name().as_literal(), Some("elasticmapreduce"));
    }
}
