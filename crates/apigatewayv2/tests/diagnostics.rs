//! What imported APIs and stages say of what is not known of them.

use aws_cdk_apigatewayv2::{
    ApiMapping, ApiMappingAttributes, HttpApi, HttpApiAttributes, HttpStage, HttpStageAttributes, IApi, IHttpApi,
    IHttpStage, IStage,
};
use aws_cdk_core::{App, Stack};

#[test]
fn imports_know_what_they_were_given() {
    let app = App::new();
    let stack = Stack::new(&app, "Stack");
    let api = HttpApi::from_http_api_attributes(&stack, "Api", HttpApiAttributes::new("abc123"));
    let stage = HttpStage::from_http_stage_attributes(&stack, "Live", HttpStageAttributes::new(&api, "live"));
    assert_eq!(stage.api().api_id().as_literal(), Some("abc123"));
    assert_eq!(app.diagnostics().len(), 0);

    api.api_endpoint();
    stage.url();
    stage.domain_url();
    api.arn_for_execute_api(None, Some("books"), None);
    ApiMapping::from_api_mapping_attributes(&stack, "Mapping", ApiMappingAttributes::new("m")).api_mapping_ref();
    let diagnostics = app.diagnostics();
    let codes: Vec<&str> = diagnostics.iter().map(|diagnostic| diagnostic.code()).collect();
    let expected = ["no-api-endpoint", "no-stage-url", "no-domain-mapping", "route-path", "no-mapping-domain"];
    assert_eq!(codes, expected.map(|code| format!("apigatewayv2::{code}")));
    assert!(diagnostics.iter().all(|diagnostic| diagnostic.location().file().ends_with("diagnostics.rs")));
}
