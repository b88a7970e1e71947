//! Stack synthesizers: how a stack's template and assets are published, and with which roles.

/// How a stack is deployed: through the resources of the modern bootstrap stack.
///
/// Texts may contain `${Qualifier}`, `${AWS::AccountId}`, `${AWS::Region}` and `${AWS::Partition}`.
/// Source: <https://docs.aws.amazon.com/cdk/v2/guide/configure-synth.html>.
#[must_use]
#[derive(Clone, Debug)]
pub struct DefaultStackSynthesizer {
    pub(crate) qualifier: Option<String>,
    pub(crate) file_assets_bucket_name: String,
    pub(crate) bucket_prefix: String,
    pub(crate) deploy_role_arn: String,
    pub(crate) deploy_role_external_id: Option<String>,
    pub(crate) cloud_formation_execution_role: String,
    pub(crate) file_asset_publishing_role_arn: String,
    pub(crate) file_asset_publishing_external_id: Option<String>,
    pub(crate) lookup_role_arn: String,
    pub(crate) lookup_role_external_id: Option<String>,
    pub(crate) use_lookup_role_for_stack_operations: bool,
    pub(crate) generate_bootstrap_version_rule: bool,
    pub(crate) bootstrap_stack_version_ssm_parameter: String,
}

/// The qualifier of a bootstrap stack that was given none.
pub(crate) const DEFAULT_QUALIFIER: &str = "hnb659fds";

fn role(name: &str) -> String {
    format!(
        "arn:${{AWS::Partition}}:iam::${{AWS::AccountId}}:role/cdk-${{Qualifier}}-{name}-${{AWS::AccountId}}-${{AWS::Region}}"
    )
}

impl Default for DefaultStackSynthesizer {
    fn default() -> Self {
        Self {
            qualifier: None,
            file_assets_bucket_name: "cdk-${Qualifier}-assets-${AWS::AccountId}-${AWS::Region}".to_owned(),
            bucket_prefix: String::new(),
            deploy_role_arn: role("deploy-role"),
            deploy_role_external_id: None,
            cloud_formation_execution_role: role("cfn-exec-role"),
            file_asset_publishing_role_arn: role("file-publishing-role"),
            file_asset_publishing_external_id: None,
            lookup_role_arn: role("lookup-role"),
            lookup_role_external_id: None,
            use_lookup_role_for_stack_operations: true,
            generate_bootstrap_version_rule: true,
            bootstrap_stack_version_ssm_parameter: "/cdk-bootstrap/${Qualifier}/version".to_owned(),
        }
    }
}

macro_rules! text_setters {
    ($($(#[$doc:meta])* $name:ident;)+) => {
        $($(#[$doc])*
        pub fn $name(mut self, value: impl Into<String>) -> Self {
            self.$name = value.into();
            self
        })+
    };
}

macro_rules! optional_setters {
    ($($(#[$doc:meta])* $name:ident;)+) => {
        $($(#[$doc])*
        pub fn $name(mut self, value: impl Into<String>) -> Self {
            self.$name = Some(value.into());
            self
        })+
    };
}

impl DefaultStackSynthesizer {
    /// A synthesizer with the defaults of the bootstrap stack.
    pub fn new() -> Self {
        Self::default()
    }

    text_setters! {
        /// The bucket for file assets. Default: that of the bootstrap stack.
        file_assets_bucket_name;
        /// What the keys of file assets begin with. Default: nothing.
        bucket_prefix;
        /// The role that starts deployments. Default: that of the bootstrap stack.
        deploy_role_arn;
        /// The role that CloudFormation takes. Default: that of the bootstrap stack.
        cloud_formation_execution_role;
        /// The role that publishes file assets. Default: that of the bootstrap stack.
        file_asset_publishing_role_arn;
        /// The role that looks up what exists. Default: that of the bootstrap stack.
        lookup_role_arn;
        /// The parameter that holds the version of the bootstrap stack. Default: `/cdk-bootstrap/${Qualifier}/version`.
        bootstrap_stack_version_ssm_parameter;
    }

    optional_setters! {
        /// The qualifier of the bootstrap stack. Default: context `@aws-cdk/core:bootstrapQualifier`, else `hnb659fds`.
        qualifier;
        /// The external id for the deploy role. Default: none.
        deploy_role_external_id;
        /// The external id for the publishing role. Default: none.
        file_asset_publishing_external_id;
        /// The external id for the lookup role. Default: none.
        lookup_role_external_id;
    }

    /// Whether the CLI may use the lookup role for reading stacks. Default: true.
    pub fn use_lookup_role_for_stack_operations(mut self, value: bool) -> Self {
        self.use_lookup_role_for_stack_operations = value;
        self
    }

    /// Whether the template checks the version of the bootstrap stack. Default: true.
    pub fn generate_bootstrap_version_rule(mut self, value: bool) -> Self {
        self.generate_bootstrap_version_rule = value;
        self
    }
}

/// How a stack is published and deployed.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum StackSynthesizer {
    /// Through the modern bootstrap stack.
    Default(Box<DefaultStackSynthesizer>),
    /// With the credentials of the CLI and no bootstrap resources; without assets.
    Legacy,
}

impl From<DefaultStackSynthesizer> for StackSynthesizer {
    fn from(synthesizer: DefaultStackSynthesizer) -> Self {
        StackSynthesizer::Default(Box::new(synthesizer))
    }
}

/// Text with `${Qualifier}` and, where the environment is known, account and region filled in.
pub(crate) fn specialize(text: &str, qualifier: &str, account: Option<&str>, region: Option<&str>) -> String {
    let mut text = text.replace("${Qualifier}", qualifier);
    if let Some(region) = region {
        text = text.replace("${AWS::Region}", region);
    }
    if let Some(account) = account {
        text = text.replace("${AWS::AccountId}", account);
    }
    text
}
