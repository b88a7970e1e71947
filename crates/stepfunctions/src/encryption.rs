//! How the data of state machines is encrypted.

use std::rc::Rc;

use aws_cdk_cfn_stepfunctions::cfn_state_machine::EncryptionConfigurationProperty;
use aws_cdk_core::{ArnComponents, ArnFormat, Diagnostic, Duration, Node, Stack, Value, cfn_json};
use aws_cdk_iam::{IRole, PolicyStatement, ServicePrincipal};
use aws_cdk_interfaces::kms::IKey;

/// How the data of a state machine is encrypted at rest.
///
/// Source: <https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html>.
#[derive(Clone, Debug)]
pub struct EncryptionConfiguration {
    kind: Kind,
}

#[derive(Clone, Debug)]
enum Kind {
    AwsOwned,
    CustomerManaged { key: Rc<dyn IKey>, data_key_reuse: Option<Duration> },
}

impl EncryptionConfiguration {
    /// With a key of AWS.
    pub fn aws_owned() -> Self {
        Self { kind: Kind::AwsOwned }
    }

    /// With a key of the account, which the state machine's role gets the right to use.
    pub fn customer_managed(key: &(impl IKey + Clone + 'static)) -> Self {
        Self { kind: Kind::CustomerManaged { key: Rc::new(key.clone()), data_key_reuse: None } }
    }

    /// How long a data key is reused before KMS is asked again: 60 to 900 whole seconds; only with a key of the account.
    /// Default: 300 seconds.
    pub fn kms_data_key_reuse_period(mut self, value: Duration) -> Self {
        if let Kind::CustomerManaged { data_key_reuse, .. } = &mut self.kind {
            *data_key_reuse = Some(value);
        }
        self
    }

    #[track_caller]
    pub(crate) fn check(&self, node: &Node) {
        let Kind::CustomerManaged { data_key_reuse: Some(reuse), .. } = &self.kind else { return };
        if !matches!(reuse.to_seconds(), Ok(60..=900)) {
            let message = format!("data keys are reused for {}", reuse.to_human_string());
            node.report(
                Diagnostic::error("stepfunctions::data-key-reuse", message).help("use 60 to 900 whole seconds"),
            );
        }
    }

    pub(crate) fn property(&self) -> EncryptionConfigurationProperty {
        match &self.kind {
            Kind::AwsOwned => EncryptionConfigurationProperty::new().r#type("AWS_OWNED_KEY"),
            Kind::CustomerManaged { key, data_key_reuse } => {
                let seconds = data_key_reuse.and_then(|reuse| reuse.to_seconds().ok()).unwrap_or(300);
                EncryptionConfigurationProperty::new()
                    .r#type("CUSTOMER_MANAGED_KMS_KEY")
                    .kms_key_id(key.key_arn())
                    .kms_data_key_reuse_period_seconds(seconds)
            }
        }
    }

    /// Lets the role, and the delivery of logs, use the key:
    /// <https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html>.
    #[track_caller]
    pub(crate) fn grant(&self, role: &dyn IRole, stack: &Stack, name: Option<&Value<String>>, has_logs: bool) {
        let Kind::CustomerManaged { key, .. } = &self.kind else { return };
        let machine = ArnComponents::new("states", "stateMachine")
            .resource_name(name.cloned().unwrap_or_else(|| "".into()))
            .arn_format(ArnFormat::ColonResourceName);
        let context = cfn_json!({ "kms:EncryptionContext:aws:states:stateMachineArn": stack.format_arn(machine) });
        let statement =
            PolicyStatement::new().actions(["kms:Decrypt", "kms:GenerateDataKey"]).resources([key.key_arn()]);
        role.add_to_principal_policy(statement.condition("StringEquals", context));
        if !has_logs {
            return;
        }
        let context =
            cfn_json!({ "kms:EncryptionContext:SourceArn": stack.format_arn(ArnComponents::new("logs", "*")) });
        let statement = PolicyStatement::new().actions(["kms:GenerateDataKey"]).resources([key.key_arn()]);
        role.add_to_principal_policy(statement.condition("StringEquals", context));
        let delivery = ServicePrincipal::new("delivery.logs.amazonaws.com");
        let statement = PolicyStatement::new().actions(["kms:Decrypt*"]).resources(["*"]);
        key.add_to_resource_policy(statement.principal(&delivery));
    }
}
