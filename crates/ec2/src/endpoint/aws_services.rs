//! The services of AWS that have interface endpoints.

use aws_cdk_core::{Stack, Value, cfn_format};

/// A service of AWS that has interface endpoints.
///
/// Source: <https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html>.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InterfaceVpcEndpointAwsService {
    name: &'static str,
    prefix: Option<&'static str>,
    port: u16,
    global: bool,
}

macro_rules! services {
    ($($constant:ident = $name:literal $(prefix $prefix:literal)? $(port $port:literal)? $(in $global:ident)?;)+) => {
        impl InterfaceVpcEndpointAwsService {
            $(#[doc = concat!("The service `", $name, "`.")]
            pub const $constant: Self = Self { $(prefix: Some($prefix),)? $(port: $port,)? $($global: true,)? ..Self::of($name) };)+
        }
    };
}

services! {
    ACCESS_ANALYZER = "access-analyzer";
    ACCOUNT_MANAGEMENT = "account";
    AIRFLOW_API = "airflow.api";
    AIRFLOW_API_FIPS = "airflow.api-fips";
    AIRFLOW_ENV = "airflow.env";
    AIRFLOW_ENV_FIPS = "airflow.env-fips";
    AIRFLOW_OPS = "airflow.ops";
    APIGATEWAY = "execute-api";
    APP_MESH = "appmesh-envoy-management";
    APP_MESH_ENVOY_MANAGEMENT = "appmesh-envoy-management";
    APP_MESH_OPS = "appmesh";
    APP_RUNNER = "apprunner";
    APP_RUNNER_REQUESTS = "apprunner.requests";
    APP_SYNC = "appsync-api";
    APPCONFIG = "appconfig";
    APPCONFIGDATA = "appconfigdata";
    APPLICATION_AUTOSCALING = "application-autoscaling";
    APPLICATION_DISCOVERY_ARSENAL = "arsenal-discovery";
    APPLICATION_DISCOVERY_SERVICE = "discovery";
    APPLICATION_MIGRATION_SERVICE = "mgn";
    APPSTREAM_API = "appstream.api";
    APPSTREAM_STREAMING = "appstream.streaming";
    ATHENA = "athena";
    AUDIT_MANAGER = "auditmanager";
    AUTOSCALING = "autoscaling";
    AUTOSCALING_PLANS = "autoscaling-plans";
    B2B_DATA_INTERCHANGE = "b2bi";
    BACKUP = "backup";
    BACKUP_GATEWAY = "backup-gateway";
    BATCH = "batch";
    BEDROCK = "bedrock";
    BEDROCK_FIPS = "bedrock-fips";
    BEDROCK_AGENT = "bedrock-agent";
    BEDROCK_AGENT_RUNTIME = "bedrock-agent-runtime";
    BEDROCK_AGENTCORE = "bedrock-agentcore";
    BEDROCK_AGENTCORE_GATEWAY = "bedrock-agentcore.gateway";
    BEDROCK_RUNTIME = "bedrock-runtime";
    BEDROCK_RUNTIME_FIPS = "bedrock-runtime-fips";
    BEDROCK_DATA_AUTOMATION = "bedrock-data-automation";
    BEDROCK_DATA_AUTOMATION_FIPS = "bedrock-data-automation-fips";
    BEDROCK_DATA_AUTOMATION_RUNTIME = "bedrock-data-automation-runtime";
    BEDROCK_DATA_AUTOMATION_RUNTIME_FIPS = "bedrock-data-automation-runtime-fips";
    BILLING = "billing";
    BILLING_AND_COST_MANAGEMENT_FREETIER = "freetier" prefix "aws.api";
    BILLING_AND_COST_MANAGEMENT_TAX = "tax";
    BILLING_CONDUCTOR = "billingconductor";
    BRAKET = "braket";
    CERTIFICATE_MANAGER = "acm";
    CERTIFICATE_MANAGER_FIPS = "acm-fips";
    CLEAN_ROOMS = "cleanrooms";
    CLEAN_ROOMS_ML = "cleanrooms-ml";
    CLOUD_CONTROL_API = "cloudcontrolapi";
    CLOUD_CONTROL_API_FIPS = "cloudcontrolapi-fips";
    CLOUD_DIRECTORY = "clouddirectory";
    CLOUD_MAP_DATA_SERVICE_DISCOVERY = "data-servicediscovery";
    CLOUD_MAP_DATA_SERVICE_DISCOVERY_FIPS = "data-servicediscovery-fips";
    CLOUD_MAP_SERVICE_DISCOVERY = "servicediscovery";
    CLOUD_MAP_SERVICE_DISCOVERY_FIPS = "servicediscovery-fips";
    CLOUDFORMATION = "cloudformation";
    CLOUDHSM = "cloudhsmv2";
    CLOUDTRAIL = "cloudtrail";
    CODEWHISPERER = "codewhisperer";
    CLOUDWATCH = "monitoring";
    CLOUDWATCH_APPLICATION_INSIGHTS = "applicationinsights";
    CLOUDWATCH_APPLICATION_SIGNALS = "application-signals";
    CLOUDWATCH_EVENTS = "events";
    CLOUDWATCH_EVIDENTLY = "evidently";
    CLOUDWATCH_EVIDENTLY_DATAPLANE = "evidently-dataplane";
    CLOUDWATCH_LOGS = "logs";
    CLOUDWATCH_MONITORING = "monitoring";
    CLOUDWATCH_NETWORK_MONITOR = "networkmonitor";
    CLOUDWATCH_RUM = "rum";
    CLOUDWATCH_RUM_DATAPLANE = "rum-dataplane";
    CLOUDWATCH_SYNTHETICS = "synthetics";
    CLOUDWATCH_SYNTHETICS_FIPS = "synthetics-fips";
    CODEARTIFACT_API = "codeartifact.api";
    CODEARTIFACT_REPOSITORIES = "codeartifact.repositories";
    CODEBUILD = "codebuild";
    CODEBUILD_FIPS = "codebuild-fips";
    CODECATALYST = "codecatalyst" prefix "aws.api.global" in global;
    CODECATALYST_GIT = "codecatalyst.git";
    CODECATALYST_PACKAGES = "codecatalyst.packages";
    CODECOMMIT = "codecommit";
    CODECOMMIT_FIPS = "codecommit-fips";
    CODEDEPLOY = "codedeploy";
    CODEDEPLOY_COMMANDS_SECURE = "codedeploy-commands-secure";
    CODEGURU_PROFILER = "codeguru-profiler";
    CODEGURU_REVIEWER = "codeguru-reviewer";
    CODEPIPELINE = "codepipeline";
    CODESTAR_CONNECTIONS = "codestar-connections.api";
    CODE_CONNECTIONS = "codeconnections.api";
    COGNITO_IDP = "cognito-idp";
    COGNITO_IDP_FIPS = "cognito-idp-fips";
    COGNITO_IDENTITY = "cognito-identity";
    COGNITO_IDENTITY_FIPS = "cognito-identity-fips";
    COMPREHEND = "comprehend";
    COMPREHEND_MEDICAL = "comprehendmedical";
    COMPUTE_OPTIMIZER = "compute-optimizer";
    CONFIG = "config";
    CONNECT_APP_INTEGRATIONS = "app-integrations";
    CONNECT_CASES = "cases";
    CONNECT_CONNECT_CAMPAIGNS = "connect-campaigns";
    CONNECT_PROFILE = "profile";
    CONNECT_VOICEID = "voiceid";
    CONNECT_WISDOM = "wisdom";
    CONTROL_CATALOG = "controlcatalog";
    COST_EXPLORER = "ce";
    COST_OPTIMIZATION_HUB = "cost-optimization-hub";
    DATA_EXCHANGE = "dataexchange";
    DATA_EXPORTS = "bcm-data-exports" prefix "aws.api";
    DATASYNC = "datasync";
    DATAZONE = "datazone";
    DATABASE_MIGRATION_SERVICE = "dms";
    DATABASE_MIGRATION_SERVICE_FIPS = "dms-fips";
    DEADLINE_CLOUD_MANAGEMENT = "deadline.management";
    DEADLINE_CLOUD_SCHEDULING = "deadline.scheduling";
    DEVOPS_GURU = "devops-guru";
    DIRECTORY_SERVICE = "ds";
    DIRECTORY_SERVICE_DATA = "ds-data";
    DSQL_MANAGEMENT = "dsql";
    DYNAMODB = "dynamodb";
    DYNAMODB_FIPS = "dynamodb-fips";
    DYNAMODB_STREAMS = "dynamodb-streams";
    EBS_DIRECT = "ebs";
    EC2 = "ec2";
    EC2_MESSAGES = "ec2messages";
    ECR = "ecr.api";
    ECR_DOCKER = "ecr.dkr";
    ECR_PUBLIC = "ecr-public.api";
    ECS = "ecs";
    ECS_AGENT = "ecs-agent";
    ECS_TELEMETRY = "ecs-telemetry";
    EKS = "eks";
    EKS_AUTH = "eks-auth";
    EKS_PROXY = "eks-proxy";
    ELASTIC_BEANSTALK = "elasticbeanstalk";
    ELASTIC_BEANSTALK_HEALTH = "elasticbeanstalk-health";
    ELASTIC_DISASTER_RECOVERY = "drs";
    ELASTIC_FILESYSTEM = "elasticfilesystem";
    ELASTIC_FILESYSTEM_FIPS = "elasticfilesystem-fips";
    ELASTIC_INFERENCE_RUNTIME = "elastic-inference.runtime";
    ELASTIC_LOAD_BALANCING = "elasticloadbalancing";
    ELASTICACHE = "elasticache";
    ELASTICACHE_FIPS = "elasticache-fips";
    ELEMENTAL_MEDIACONNECT = "mediaconnect";
    EMAIL_SMTP = "email-smtp";
    EMAIL = "email";
    EMAIL_FIPS = "email-fips";
    EMR = "elasticmapreduce";
    EMR_EKS = "emr-containers";
    EMR_SERVERLESS = "emr-serverless";
    EMR_SERVERLESS_LIVY = "emr-serverless-services.livy";
    EMR_SERVERLESS_DASHBOARD = "emr-serverless.dashboard";
    EMR_WAL = "emrwal.prod";
    END_USER_MESSAGING_SOCIAL = "social-messaging";
    ENTITY_RESOLUTION = "entityresolution";
    EVENTBRIDGE = "events";
    EVENTBRIDGE_SCHEMA_REGISTRY = "schemas";
    FAULT_INJECTION_SIMULATOR = "fis";
    FINSPACE = "finspace";
    FINSPACE_API = "finspace-api";
    FORECAST = "forecast";
    FORECAST_QUERY = "forecastquery";
    FORECAST_FIPS = "forecast-fips";
    FORECAST_QUERY_FIPS = "forecastquery-fips";
    FRAUD_DETECTOR = "frauddetector";
    FSX = "fsx";
    FSX_FIPS = "fsx-fips";
    CODECOMMIT_GIT = "git-codecommit";
    CODECOMMIT_GIT_FIPS = "git-codecommit-fips";
    GLUE = "glue";
    GLUE_DATABREW = "databrew";
    GLUE_DASHBOARD = "glue.dashboard";
    GRAFANA = "grafana";
    GRAFANA_WORKSPACE = "grafana-workspace";
    GROUNDSTATION = "groundstation";
    GUARDDUTY = "guardduty";
    GUARDDUTY_FIPS = "guardduty-fips";
    GUARDDUTY_DATA = "guardduty-data";
    GUARDDUTY_DATA_FIPS = "guardduty-data-fips";
    HEALTH_IMAGING = "medical-imaging";
    HEALTH_IMAGING_RUNTIME = "runtime-medical-imaging";
    HEALTH_IMAGING_DICOM = "dicom-medical-imaging";
    HEALTHLAKE = "healthlake";
    IAM = "iam" prefix "com.amazonaws" in global;
    IAM_IDENTITY_CENTER = "identitystore";
    IAM_ROLES_ANYWHERE = "rolesanywhere";
    IMAGE_BUILDER = "imagebuilder";
    INSPECTOR = "inspector2";
    INSPECTOR_SCAN = "inspector-scan";
    INTERNET_MONITOR = "internetmonitor";
    INTERNET_MONITOR_FIPS = "internetmonitor-fips";
    INVOICING = "invoicing";
    IOT_CORE = "iot.data";
    IOT_CORE_CREDENTIALS = "iot.credentials";
    IOT_CORE_DEVICE_ADVISOR = "deviceadvisor.iot";
    IOT_CORE_FLEETHUB_API = "iot.fleethub.api";
    IOT_CORE_FOR_LORAWAN = "iotwireless.api";
    IOT_FLEETWISE = "iotfleetwise";
    IOT_LORAWAN_CUPS = "lorawan.cups";
    IOT_LORAWAN_LNS = "lorawan.lns";
    IOT_GREENGRASS = "greengrass";
    IOT_ROBORUNNER = "iotroborunner";
    IOT_SITEWISE_API = "iotsitewise.api";
    IOT_SITEWISE_DATA = "iotsitewise.data";
    IOT_TWINMAKER_API = "iottwinmaker.api";
    IOT_TWINMAKER_DATA = "iottwinmaker.data";
    KAFKA = "kafka";
    KAFKA_CONNECT = "kafkaconnect";
    KAFKA_FIPS = "kafka-fips";
    KENDRA = "kendra";
    KENDRA_RANKING = "kendra-ranking" prefix "aws.api";
    KEYSPACES = "cassandra" port 9142;
    KEYSPACES_FIPS = "cassandra-fips" port 9142;
    KINESIS_STREAMS = "kinesis-streams";
    KINESIS_STREAMS_FIPS = "kinesis-streams-fips";
    KINESIS_FIREHOSE = "kinesis-firehose";
    KMS = "kms";
    KMS_FIPS = "kms-fips";
    LAKE_FORMATION = "lakeformation";
    LAUNCH_WIZARD = "launchwizard";
    LAMBDA = "lambda";
    LEX_MODELS = "models-v2-lex";
    LEX_RUNTIME = "runtime-v2-lex";
    LICENSE_MANAGER = "license-manager";
    LICENSE_MANAGER_FIPS = "license-manager-fips";
    LICENSE_MANAGER_LINUX_SUBSCRIPTIONS = "license-manager-linux-subscriptions";
    LICENSE_MANAGER_LINUX_SUBSCRIPTIONS_FIPS = "license-manager-linux-subscriptions-fips";
    LICENSE_MANAGER_USER_SUBSCRIPTIONS = "license-manager-user-subscriptions";
    LOCATION_SERVICE_GEOFENCING = "geo.geofencing";
    LOCATION_SERVICE_MAPS = "geo.maps";
    LOCATION_SERVICE_METADATA = "geo.metadata";
    LOCATION_SERVICE_PLACES = "geo.places";
    LOCATION_SERVICE_ROUTE = "geo.routes";
    LOCATION_SERVICE_TRACKING = "geo.tracking";
    LOOKOUT_EQUIPMENT = "lookoutequipment";
    LOOKOUT_METRICS = "lookoutmetrics";
    LOOKOUT_VISION = "lookoutvision";
    MAILMANAGER = "mail-manager";
    MAILMANAGER_FIPS = "mail-manager-fips";
    MAINFRAME_MODERNIZATION = "m2";
    MAINFRAME_MODERNIZATION_APP_TEST = "apptest";
    MACIE = "macie2";
    MANAGEMENT_CONSOLE = "console";
    MANAGEMENT_CONSOLE_SIGNIN = "signin";
    MANAGED_BLOCKCHAIN_QUERY = "managedblockchain-query";
    MANAGED_BLOCKCHAIN_BITCOIN_MAINNET = "managedblockchain.bitcoin.mainnet";
    MANAGED_BLOCKCHAIN_BITCOIN_TESTNET = "managedblockchain.bitcoin.testnet";
    MEMORY_DB = "memory-db";
    MEMORY_DB_FIPS = "memorydb-fips";
    MIGRATIONHUB_ORCHESTRATOR = "migrationhub-orchestrator";
    MIGRATIONHUB_REFACTOR_SPACES = "refactor-spaces";
    MIGRATIONHUB_STRATEGY = "migrationhub-strategy";
    MQ = "mq";
    NEPTUNE_ANALYTICS = "neptune-graph";
    NEPTUNE_ANALYTICS_DATA = "neptune-graph-data";
    NEPTUNE_ANALYTICS_FIPS = "neptune-graph-fips";
    NETWORK_FIREWALL = "network-firewall";
    NETWORK_FIREWALL_FIPS = "network-firewall-fips";
    NETWORK_FLOW_MONITOR = "networkflowmonitor";
    NETWORK_FLOW_MONITOR_REPORTS = "networkflowmonitorreports";
    NIMBLE_STUDIO = "nimble";
    OBSERVABILITY_ADMIN = "observabilityadmin";
    OUTPOSTS = "outposts";
    ORGANIZATIONS = "organizations";
    ORGANIZATIONS_FIPS = "organizations-fips";
    OMICS_ANALYTICS = "analytics-omics";
    OMICS_CONTROL_STORAGE = "control-storage-omics";
    OMICS_STORAGE = "storage-omics";
    OMICS_TAGS = "tags-omics";
    OMICS_WORKFLOWS = "workflows-omics";
    PANORAMA = "panorama";
    PARALLEL_COMPUTING_SERVICE = "pcs";
    PARALLEL_COMPUTING_SERVICE_FIPS = "pcs-fips";
    PAYMENT_CRYPTOGRAPHY_CONTROLPLANE = "payment-cryptography.controlplane";
    PAYMENT_CRYTOGRAPHY_DATAPLANE = "payment-cryptography.dataplane";
    PAYMENT_CRYPTOGRAPHY_DATAPLANE = "payment-cryptography.dataplane";
    PERSONALIZE = "personalize";
    PERSONALIZE_EVENTS = "personalize-events";
    PERSONALIZE_RUNTIME = "personalize-runtime";
    PINPOINT_V1 = "pinpoint";
    PINPOINT = "pinpoint-sms-voice-v2";
    PINPOINT_SMS_VOICE_V2 = "pinpoint-sms-voice-v2";
    PIPES = "pipes";
    PIPES_DATA = "pipes-data";
    PIPES_FIPS = "pipes-fips";
    PRICE_LIST = "pricing.api";
    PRICING_CALCULATOR = "bcm-pricing-calculator";
    POLLY = "polly";
    PRIVATE_5G = "private-networks";
    PRIVATE_CERTIFICATE_AUTHORITY = "acm-pca";
    PRIVATE_CERTIFICATE_AUTHORITY_FIPS = "acm-pca-fips";
    PRIVATE_CERTIFICATE_AUTHORITY_CONNECTOR_AD = "pca-connector-ad";
    PRIVATE_CERTIFICATE_AUTHORITY_CONNECTOR_SCEP = "pca-connector-scep";
    PROMETHEUS = "aps";
    PROMETHEUS_WORKSPACES = "aps-workspaces";
    PROTON = "proton";
    Q_BUSSINESS = "qbusiness" prefix "aws.api";
    Q_DEVELOPER = "q";
    Q_DEVELOPER_CODE_WHISPERER = "codewhisperer";
    Q_DEVELOPER_QAPPS = "qapps";
    Q_USER_SUBSCRIPTIONS = "service.user-subscriptions";
    QLDB = "qldb.session";
    QUICKSIGHT_WEBSITE = "quicksight-website";
    RDS = "rds";
    RDS_DATA = "rds-data";
    RDS_PERFORMANCE_INSIGHTS = "pi";
    RDS_PERFORMANCE_INSIGHTS_FIPS = "pi-fips";
    REDSHIFT = "redshift";
    REDSHIFT_FIPS = "redshift-fips";
    REDSHIFT_DATA = "redshift-data";
    REDSHIFT_DATA_FIPS = "redshift-data-fips";
    REDSHIFT_SERVERLESS = "redshift-serverless";
    REDSHIFT_SERVERLESS_FIPS = "redshift-serverless-fips";
    REKOGNITION = "rekognition";
    REKOGNITION_FIPS = "rekognition-fips";
    REKOGNITION_STREAMING = "streaming-rekognition";
    REKOGNITION_STREAMING_FIPS = "streaming-rekognition-fips";
    REPOST_SPACE = "repostspace";
    RESOURCE_ACCESS_MANAGER = "ram";
    RESOURCE_GROUPS = "resource-groups";
    RESOURCE_GROUPS_FIPS = "resource-groups-fips";
    ROBOMAKER = "robomaker";
    RECYCLE_BIN = "rbin";
    S3 = "s3";
    S3_OUTPOSTS = "s3-outposts";
    S3_MULTI_REGION_ACCESS_POINTS = "s3-global.accesspoint" prefix "com.amazonaws" in global;
    S3_TABLES = "s3tables";
    S3_VECTORS = "s3vectors";
    SAVINGS_PLANS = "savingsplans" prefix "com.amazonaws" in global;
    SAGEMAKER_API = "sagemaker.api";
    SAGEMAKER_API_FIPS = "sagemaker.api-fips";
    SAGEMAKER_DATA_SCIENCE_ASSISTANT = "sagemaker-data-science-assistant";
    SAGEMAKER_EXPERIMENTS = "experiments" prefix "aws.sagemaker";
    SAGEMAKER_FEATURESTORE_RUNTIME = "sagemaker.featurestore-runtime";
    SAGEMAKER_GEOSPATIAL = "sagemaker-geospatial";
    SAGEMAKER_METRICS = "sagemaker.metrics";
    SAGEMAKER_NOTEBOOK = "notebook" prefix "aws.sagemaker";
    SAGEMAKER_PARTNER_APP = "partner-app" prefix "aws.sagemaker";
    SAGEMAKER_RUNTIME = "sagemaker.runtime";
    SAGEMAKER_RUNTIME_FIPS = "sagemaker.runtime-fips";
    SAGEMAKER_STUDIO = "studio" prefix "aws.sagemaker";
    SECRETS_MANAGER = "secretsmanager";
    SECURITYHUB = "securityhub";
    SECURITYLAKE = "securitylake";
    SECURITYLAKE_FIPS = "securitylake-fips";
    SERVICE_CATALOG = "servicecatalog";
    SERVICE_CATALOG_APPREGISTRY = "servicecatalog-appregistry";
    SERVER_MIGRATION_SERVICE = "sms";
    SERVER_MIGRATION_SERVICE_FIPS = "sms-fips";
    SERVER_MIGRATION_SERVICE_AWSCONNECTOR = "awsconnector";
    SERVERLESS_APPLICATION_REPOSITORY = "serverlessrepo";
    SES = "email-smtp";
    SHIELD = "shield";
    SHIELD_FIPS = "shield-fips";
    SIMSPACE_WEAVER = "simspaceweaver";
    SNOW_DEVICE_MANAGEMENT = "snow-device-management";
    SNS = "sns";
    SQS = "sqs";
    SQS_FIPS = "sqs-fips";
    SSM = "ssm";
    SSM_FIPS = "ssm-fips";
    SSM_MESSAGES = "ssmmessages";
    SSM_CONTACTS = "ssm-contacts";
    SSM_INCIDENTS = "ssm-incidents";
    SSM_QUICK_SETUP = "ssm-quicksetup";
    STEP_FUNCTIONS = "states";
    STEP_FUNCTIONS_SYNC = "sync-states";
    STORAGE_GATEWAY = "storagegateway";
    STS = "sts";
    STS_FIPS = "sts-fips";
    SUPPLY_CHAIN = "scn";
    SWF = "swf";
    SWF_FIPS = "swf-fips";
    TAGGING = "tagging";
    TELCO_NETWORK_BUILDER = "tnb";
    TEXTRACT = "textract";
    TEXTRACT_FIPS = "textract-fips";
    TIMESTREAM_INFLUXDB = "timestream-influxdb";
    TIMESTREAM_INFLUXDB_FIPS = "timestream-influxdb-fips";
    TRANSCRIBE = "transcribe";
    TRANSCRIBE_STREAMING = "transcribestreaming";
    TRANSFER = "transfer";
    TRANSFER_SERVER = "transfer.server";
    TRANSLATE = "translate";
    TRUSTED_ADVISOR = "trustedadvisor";
    WAFV2 = "wafv2";
    WAFV2_FIPS = "wafv2-fips";
    WELL_ARCHITECTED_TOOL = "wellarchitected";
    WORKMAIL = "workmail";
    WORKSPACES = "workspaces";
    WORKSPACES_THIN_CLIENT = "thinclient.api";
    WORKSPACES_WEB = "workspaces-web";
    WORKSPACES_WEB_FIPS = "workspaces-web-fips";
    XRAY = "xray";
    VERIFIED_PERMISSIONS = "verifiedpermissions";
    VPC_LATTICE = "vpc-lattice";
}

impl InterfaceVpcEndpointAwsService {
    /// A service by its name, for what has no constant here: `sqs` for `com.amazonaws.<region>.sqs`.
    pub const fn of(name: &'static str) -> Self {
        Self { name, prefix: None, port: 443, global: false }
    }

    /// The name, without prefix and region.
    pub fn short_name(&self) -> &'static str {
        self.name
    }

    /// The port on which the endpoint listens.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The name in the region of a stack.
    pub fn name(&self, stack: &Stack) -> Value<String> {
        let region = stack.region();
        let own = REGIONS
            .iter()
            .find(|(name, _, services)| region.as_literal() == Some(*name) && services.contains(&self.name));
        let prefix = self.prefix.unwrap_or_else(|| own.map_or("com.amazonaws", |(_, prefix, _)| *prefix));
        let is_chinese = matches!(region.as_literal(), Some("cn-north-1" | "cn-northwest-1"));
        let suffix = if is_chinese && self.name == "transcribe" { ".cn" } else { "" };
        match self.global {
            true => format!("{prefix}.{}{suffix}", self.name).into(),
            false => cfn_format!("{}.{}.{}{}", prefix, region, self.name, suffix),
        }
    }
}

/// The regions in which names of some services begin otherwise.
const REGIONS: &[(&str, &str, &[&str])] = &[
    (
        "cn-north-1",
        "cn.com.amazonaws",
        &[
            "application-autoscaling",
            "appmesh-envoy-management",
            "athena",
            "autoscaling",
            "awsconnector",
            "backup",
            "batch",
            "cassandra",
            "cloudcontrolapi",
            "cloudformation",
            "codedeploy-commands-secure",
            "databrew",
            "dms",
            "ebs",
            "ec2",
            "ecr.api",
            "ecr.dkr",
            "eks",
            "elasticache",
            "elasticbeanstalk",
            "elasticfilesystem",
            "elasticfilesystem-fips",
            "emr-containers",
            "execute-api",
            "fsx",
            "imagebuilder",
            "iot.data",
            "iotsitewise.api",
            "iotsitewise.data",
            "kinesis-streams",
            "lambda",
            "license-manager",
            "monitoring",
            "rds",
            "redshift",
            "redshift-data",
            "s3",
            "sagemaker.api",
            "sagemaker.featurestore-runtime",
            "sagemaker.runtime",
            "securityhub",
            "servicecatalog",
            "sms",
            "sqs",
            "states",
            "sts",
            "sync-states",
            "synthetics",
            "transcribe",
            "transcribestreaming",
            "transfer",
            "xray",
        ],
    ),
    (
        "cn-northwest-1",
        "cn.com.amazonaws",
        &[
            "account",
            "application-autoscaling",
            "appmesh-envoy-management",
            "athena",
            "autoscaling",
            "awsconnector",
            "backup",
            "batch",
            "cassandra",
            "cloudcontrolapi",
            "cloudformation",
            "codedeploy-commands-secure",
            "databrew",
            "dms",
            "ebs",
            "ec2",
            "ecr.api",
            "ecr.dkr",
            "eks",
            "elasticache",
            "elasticbeanstalk",
            "elasticfilesystem",
            "elasticfilesystem-fips",
            "emr-containers",
            "execute-api",
            "fsx",
            "imagebuilder",
            "iot.data",
            "kinesis-streams",
            "lambda",
            "license-manager",
            "monitoring",
            "polly",
            "rds",
            "redshift",
            "redshift-data",
            "s3",
            "sagemaker.api",
            "sagemaker.featurestore-runtime",
            "sagemaker.runtime",
            "securityhub",
            "servicecatalog",
            "sms",
            "sqs",
            "states",
            "sts",
            "sync-states",
            "synthetics",
            "transcribe",
            "transcribestreaming",
            "transfer",
            "workspaces",
            "xray",
        ],
    ),
    ("eusc-de-east-1", "eu.amazonaws", &["ecr.dkr", "ecr.api", "execute-api", "securityhub"]),
    (
        "us-iso-east-1",
        "gov.ic.c2s",
        &[
            "application-autoscaling",
            "athena",
            "autoscaling",
            "comprehend",
            "diode-messaging",
            "diode-messaging-proxy",
            "ebs",
            "ec2",
            "ecr.api",
            "ecr.dkr",
            "elasticfilesystem",
            "elasticfilesystem-fips",
            "execute-api",
            "sagemaker.api",
            "sagemaker.runtime",
            "sns",
            "sqs",
            "textract",
            "textract-fips",
            "transcribe",
            "workspaces",
        ],
    ),
    (
        "us-iso-west-1",
        "gov.ic.c2s",
        &[
            "autoscaling",
            "ebs",
            "ec2",
            "ecr.api",
            "ecr.dkr",
            "elasticfilesystem",
            "elasticfilesystem-fips",
            "execute-api",
            "monitoring",
            "sns",
            "sqs",
            "workspaces",
        ],
    ),
    (
        "us-isob-east-1",
        "gov.sgov.sc2s",
        &[
            "application-autoscaling",
            "autoscaling",
            "diode-messaging",
            "diode-messaging-proxy",
            "ebs",
            "ec2",
            "ecr.api",
            "ecr.dkr",
            "elasticfilesystem",
            "elasticfilesystem-fips",
            "execute-api",
            "sagemaker.api",
            "sagemaker.runtime",
            "sns",
            "sqs",
            "workspaces",
        ],
    ),
    ("us-isob-west-1", "gov.sgov.sc2s", &["ecr.api", "ecr.dkr", "elasticfilesystem-fips", "execute-api"]),
    ("us-isof-south-1", "gov.ic.hci.csp", &["ebs", "ecr.api", "ecr.dkr", "execute-api"]),
    ("us-isof-east-1", "gov.ic.hci.csp", &["ebs", "ecr.api", "ecr.dkr", "execute-api"]),
    ("eu-isoe-west-1", "uk.adc-e.cloud", &["ebs", "ecr.api", "ecr.dkr", "execute-api"]),
];
