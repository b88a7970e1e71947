//! Properties that are any JSON in the CDK, but have a type in the specification: they had none when the CDK got to know
//! them, and stay as they were. Found by comparing the table of [`crate::shapes()`] with each `FromCloudFormation` of
//! `aws-cdk-lib` 2.276.0.

/// Resource types and property types, each with a property.
pub const PROPERTIES: [(&str, &str); 82] = [
    ("AWS::ApiGatewayV2::Integration", "RequestParameters"),
    ("AWS::ApiGatewayV2::Integration", "RequestTemplates"),
    ("AWS::ApiGatewayV2::Integration", "ResponseParameters"),
    ("AWS::Backup::BackupSelection.BackupSelectionResourceType", "Conditions"),
    ("AWS::Backup::Framework.FrameworkControl", "ControlScope"),
    ("AWS::Backup::ReportPlan", "ReportDeliveryChannel"),
    ("AWS::Backup::ReportPlan", "ReportSetting"),
    ("AWS::Batch::JobDefinition", "Parameters"),
    ("AWS::Batch::JobDefinition.LogConfiguration", "Options"),
    ("AWS::CloudFormation::StackSet", "ManagedExecution"),
    ("AWS::CodeGuruProfiler::ProfilingGroup", "AgentPermissions"),
    ("AWS::Cognito::IdentityPoolRoleAttachment", "Roles"),
    ("AWS::Cognito::UserPoolIdentityProvider", "AttributeMapping"),
    ("AWS::Cognito::UserPoolIdentityProvider", "ProviderDetails"),
    ("AWS::Config::ConformancePack", "TemplateSSMDocumentDetails"),
    ("AWS::Connect::TaskTemplate", "Constraints"),
    ("AWS::DataBrew::Recipe.RecipeParameters", "Input"),
    ("AWS::EC2::FlowLog", "DestinationOptions"),
    ("AWS::EC2::Subnet", "PrivateDnsNameOptionsOnLaunch"),
    ("AWS::EC2::TransitGatewayAttachment", "Options"),
    ("AWS::EC2::TransitGatewayMulticastDomain", "Options"),
    ("AWS::EC2::TransitGatewayVpcAttachment", "Options"),
    ("AWS::ECR::PublicRepository", "RepositoryCatalogData"),
    ("AWS::ElastiCache::User", "AuthenticationMode"),
    ("AWS::FIS::ExperimentTemplate.ExperimentTemplateLogConfiguration", "CloudWatchLogsConfiguration"),
    ("AWS::FIS::ExperimentTemplate.ExperimentTemplateLogConfiguration", "S3Configuration"),
    ("AWS::Forecast::Dataset", "EncryptionConfig"),
    ("AWS::Forecast::Dataset", "Schema"),
    ("AWS::GreengrassV2::Deployment.IoTJobExponentialRolloutRate", "RateIncreaseCriteria"),
    ("AWS::GuardDuty::Filter.FindingCriteria", "Criterion"),
    ("AWS::ImageBuilder::DistributionConfiguration.Distribution", "AmiDistributionConfiguration"),
    ("AWS::ImageBuilder::DistributionConfiguration.Distribution", "ContainerDistributionConfiguration"),
    ("AWS::IoT::JobTemplate", "AbortConfig"),
    ("AWS::IoT::JobTemplate", "JobExecutionsRolloutConfig"),
    ("AWS::IoT::JobTemplate", "PresignedUrlConfig"),
    ("AWS::IoT::JobTemplate", "TimeoutConfig"),
    ("AWS::IoTCoreDeviceAdvisor::SuiteDefinition", "SuiteDefinitionConfiguration"),
    ("AWS::IoTSiteWise::Portal", "Alarms"),
    ("AWS::IoTTwinMaker::ComponentType.DataValue", "RelationshipValue"),
    ("AWS::IoTTwinMaker::Entity.DataValue", "RelationshipValue"),
    ("AWS::IoTTwinMaker::Entity.Property", "Definition"),
    ("AWS::IoTTwinMaker::Entity.Status", "Error"),
    ("AWS::IoTWireless::NetworkAnalyzerConfiguration", "TraceContent"),
    ("AWS::Lex::Bot", "DataPrivacy"),
    ("AWS::Lex::Bot.TestBotAliasSettings", "SentimentAnalysisSettings"),
    ("AWS::Lex::BotAlias", "SentimentAnalysisSettings"),
    ("AWS::LookoutEquipment::InferenceScheduler", "DataInputConfiguration"),
    ("AWS::LookoutEquipment::InferenceScheduler", "DataOutputConfiguration"),
    ("AWS::MediaLive::Channel.Av1ColorSpaceSettings", "ColorSpacePassthroughSettings"),
    ("AWS::MediaLive::Channel.Av1ColorSpaceSettings", "Rec601Settings"),
    ("AWS::MediaLive::Channel.Av1ColorSpaceSettings", "Rec709Settings"),
    ("AWS::MediaLive::Channel.H265ColorSpaceSettings", "Hlg2020Settings"),
    ("AWS::MemoryDB::User", "AuthenticationMode"),
    ("AWS::Personalize::Dataset.DatasetImportJob", "DataSource"),
    ("AWS::Personalize::Solution.SolutionConfig", "AutoMLConfig"),
    ("AWS::Personalize::Solution.SolutionConfig", "HpoConfig"),
    ("AWS::S3ObjectLambda::AccessPoint.TransformationConfiguration", "ContentTransformation"),
    ("AWS::S3Outposts::Bucket.Rule", "Filter"),
    ("AWS::SageMaker::FeatureGroup", "OfflineStoreConfig"),
    ("AWS::SageMaker::FeatureGroup", "OnlineStoreConfig"),
    ("AWS::SageMaker::ModelPackage.ModelPackageContainerDefinition", "ModelInput"),
    ("AWS::SageMaker::Pipeline", "ParallelismConfiguration"),
    ("AWS::SageMaker::Pipeline", "PipelineDefinition"),
    ("AWS::SageMaker::Project", "ServiceCatalogProvisioningDetails"),
    ("AWS::Timestream::Table", "MagneticStoreWriteProperties"),
    ("AWS::Timestream::Table", "RetentionProperties"),
    ("AWS::Transfer::Connector", "As2Config"),
    ("AWS::Transfer::Workflow.WorkflowStep", "CopyStepDetails"),
    ("AWS::Transfer::Workflow.WorkflowStep", "CustomStepDetails"),
    ("AWS::Transfer::Workflow.WorkflowStep", "DeleteStepDetails"),
    ("AWS::Transfer::Workflow.WorkflowStep", "TagStepDetails"),
    ("AWS::WAFv2::LoggingConfiguration", "LoggingFilter"),
    ("AWS::WAFv2::LoggingConfiguration.FieldToMatch", "SingleHeader"),
    ("AWS::WAFv2::RuleGroup.FieldToMatch", "SingleHeader"),
    ("AWS::WAFv2::RuleGroup.FieldToMatch", "SingleQueryArgument"),
    ("AWS::WAFv2::RuleGroup.RuleAction", "Allow"),
    ("AWS::WAFv2::RuleGroup.RuleAction", "Block"),
    ("AWS::WAFv2::RuleGroup.RuleAction", "Captcha"),
    ("AWS::WAFv2::RuleGroup.RuleAction", "Challenge"),
    ("AWS::WAFv2::RuleGroup.RuleAction", "Count"),
    ("AWS::WAFv2::WebACL.FieldToMatch", "SingleHeader"),
    ("AWS::WAFv2::WebACL.FieldToMatch", "SingleQueryArgument"),
];

/// Whether a property of a resource type or property type, by its CloudFormation name, is one of them.
pub(crate) fn is_free_form(cloudformation_name: &str, property: &str) -> bool {
    PROPERTIES.binary_search(&(cloudformation_name, property)).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn properties_are_sorted() {
        assert!(PROPERTIES.is_sorted());
    }
}
