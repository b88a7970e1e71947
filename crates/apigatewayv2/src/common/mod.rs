//! What HTTP and WebSocket APIs share.

mod access_log;
mod access_log_field;
mod api;
mod api_mapping;
mod authorizer;
mod domain_name;
mod integration;
mod reference;
mod stage;

pub use access_log::{
    AccessLogDestination, AccessLogDestinationConfig, AccessLogFormat, AccessLogSettings, JsonWithStandardFieldProps,
    LogGroupLogDestination,
};
pub use access_log_field::AccessLogField;
pub(crate) use api::arn_for_execute_api;
pub use api::{IApi, IpAddressType};
pub(crate) use api_mapping::map_stage;
pub use api_mapping::{
    ApiMapping, ApiMappingAttributes, ApiMappingBuilder, DomainMappingOptions, IApiMapping, ImportedApiMapping,
};
pub use authorizer::IAuthorizer;
pub use domain_name::{
    DomainName, DomainNameAttributes, DomainNameBuilder, EndpointOptions, EndpointType, IDomainName,
    ImportedDomainName, MtlsConfig, SecurityPolicy,
};
pub(crate) use integration::report_integration_of_other_api;
pub use reference::{
    ApiKeyReference, ApiMappingReference, ApiReference, AuthorizerReference, DomainNameReference, IntegrationReference,
    RouteReference, StageReference, UsagePlanReference, VpcLinkReference,
};
pub use stage::{IStage, ThrottleSettings};
pub(crate) use stage::{StageOptions, StageVariables, stage_option_setters};
