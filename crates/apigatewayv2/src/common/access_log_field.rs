//! The fields of access logs: what API Gateway knows of a request.

/// Fields of an access log. Each is text such as `$context.requestId`, for which API Gateway writes a value, or `-`.
///
/// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html> and
/// <https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-logging.html>. Some are of REST APIs alone.
///
/// ```
/// use aws_cdk_apigatewayv2::AccessLogField;
///
/// assert_eq!(AccessLogField::context_route_key(), "$context.routeKey");
/// assert_eq!(AccessLogField::context_authorizer_claims("sub"), "$context.authorizer.claims.sub");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct AccessLogField;

macro_rules! fields {
    ($($(#[$attribute:meta])* $name:ident = $variable:literal;)+) => {
        impl AccessLogField {
            $($(#[$attribute])*
            #[doc = concat!("\n\nThe field `$context.", $variable, "`.")]
            #[must_use]
            pub const fn $name() -> &'static str {
                concat!("$context.", $variable)
            })+
        }
    };
}

macro_rules! named_fields {
    ($($(#[$attribute:meta])* $name:ident = $variable:literal;)+) => {
        impl AccessLogField {
            $($(#[$attribute])*
            #[doc = concat!("\n\nThe field `$context.", $variable, ".<name>`.")]
            #[must_use]
            pub fn $name(name: impl AsRef<str>) -> String {
                format!(concat!("$context.", $variable, ".{}"), name.as_ref())
            })+
        }
    };
}

fields! {
    /// The account of the caller.
    #[deprecated = "use `context_caller_account_id` or `context_owner_account_id`"]
    context_account_id = "identity.accountId";
    /// The account of the caller.
    context_caller_account_id = "identity.accountId";
    /// The account that owns the API.
    context_owner_account_id = "accountId";
    /// The id of the API.
    context_api_id = "apiId";
    /// The principal that a Lambda authorizer named.
    context_authorizer_principal_id = "authorizer.principalId";
    /// The request id of the AWS endpoint that was called.
    context_aws_endpoint_request_id = "awsEndpointRequestId";
    /// The domain name with which the API was called.
    context_domain_name = "domainName";
    /// The first label of that domain name.
    context_domain_prefix = "domainPrefix";
    /// API Gateway's error message.
    context_error_message = "error.message";
    /// API Gateway's error message, in quotes.
    context_error_message_string = "error.messageString";
    /// The kind of gateway response.
    context_error_response_type = "error.responseType";
    /// What is wrong with a request that was validated.
    context_error_validation_error_string = "error.validationErrorString";
    /// The extended id of the request.
    context_extended_request_id = "extendedRequestId";
    /// The method.
    context_http_method = "httpMethod";
    /// The account of the caller.
    context_identity_account_id = "identity.accountId";
    /// The API key of the caller.
    context_identity_api_key = "identity.apiKey";
    /// The id of that API key.
    context_identity_api_key_id = "identity.apiKeyId";
    /// The IAM principal that signed the request.
    context_identity_caller = "identity.caller";
    /// The providers with which the caller authenticated at Amazon Cognito.
    context_identity_cognito_authentication_provider = "identity.cognitoAuthenticationProvider";
    /// Whether the caller authenticated at Amazon Cognito.
    context_identity_cognito_authentication_type = "identity.cognitoAuthenticationType";
    /// The caller's identity at Amazon Cognito.
    context_identity_cognito_identity_id = "identity.cognitoIdentityId";
    /// The identity pool of that identity.
    context_identity_cognito_identity_pool_id = "identity.cognitoIdentityPoolId";
    /// The organization of the caller's account.
    context_identity_principal_org_id = "identity.principalOrgId";
    /// The caller's IP address.
    context_identity_source_ip = "identity.sourceIp";
    /// The client's certificate of mutual TLS, as PEM.
    context_identity_client_cert_pem = "identity.clientCert.clientCertPem";
    /// The subject of the client's certificate.
    #[doc(alias = "contextIdentityClientCertSubjectDN")]
    context_identity_client_cert_subject_dn = "identity.clientCert.subjectDN";
    /// The issuer of the client's certificate.
    #[doc(alias = "contextIdentityClientCertIssunerDN")]
    context_identity_client_cert_issuer_dn = "identity.clientCert.issuerDN";
    /// The serial number of the client's certificate.
    context_identity_client_cert_serial_number = "identity.clientCert.serialNumber";
    /// Since when the client's certificate is valid.
    context_identity_client_cert_validity_not_before = "identity.clientCert.validity.notBefore";
    /// Until when the client's certificate is valid.
    context_identity_client_cert_validity_not_after = "identity.clientCert.validity.notAfter";
    /// The IAM user that is authorized.
    context_identity_user = "identity.user";
    /// The header `User-Agent`.
    context_identity_user_agent = "identity.userAgent";
    /// The ARN of the IAM user.
    context_identity_user_arn = "identity.userArn";
    /// The path of the request, with the stage.
    context_path = "path";
    /// The protocol, such as `HTTP/1.1`.
    context_protocol = "protocol";
    /// The id of the request.
    context_request_id = "requestId";
    /// The status with which a mapping replaced that of the integration.
    context_response_override_status = "responseOverride.status";
    /// When the request came, as `dd/MMM/yyyy:HH:mm:ss +-hhmm`.
    context_request_time = "requestTime";
    /// When the request came, in milliseconds since 1970.
    context_request_time_epoch = "requestTimeEpoch";
    /// The id of the resource of a REST API.
    context_resource_id = "resourceId";
    /// The path of the resource, with the names of its parameters.
    context_resource_path = "resourcePath";
    /// The stage.
    context_stage = "stage";
    /// What the web application firewall answered.
    context_waf_response_code = "wafResponseCode";
    /// The ARN of the web access control list.
    context_webacl_arn = "webaclArn";
    /// The id of the trace.
    context_xray_trace_id = "xrayTraceId";
    /// How long the authorizer took, in milliseconds.
    context_authorizer_integration_latency = "authorizer.integrationLatency";
    /// How long the integration took, in milliseconds.
    context_integration_latency = "integrationLatency";
    /// The status of the integration; of a Lambda function, that of Lambda and not of its code.
    context_integration_status = "integrationStatus";
    /// How long the response took, in milliseconds.
    context_response_latency = "responseLatency";
    /// The length of the response, in bytes.
    context_response_length = "responseLength";
    /// The status of the response.
    context_status = "status";
    /// The error of authorizing.
    context_authorize_error = "authorize.error";
    /// How long authorizing took, in milliseconds.
    context_authorize_latency = "authorize.latency";
    /// The status of authorizing.
    context_authorize_status = "authorize.status";
    /// The error of the authorizer.
    context_authorizer_error = "authorizer.error";
    /// The status of a Lambda authorizer's function.
    context_authorizer_integration_status = "authorizer.integrationStatus";
    /// How long the authorizer took, in milliseconds.
    context_authorizer_latency = "authorizer.latency";
    /// The request id of the authorizer.
    context_authorizer_request_id = "authorizer.requestId";
    /// The status of the authorizer.
    context_authorizer_status = "authorizer.status";
    /// The error of authenticating.
    context_authenticate_error = "authenticate.error";
    /// How long authenticating took, in milliseconds.
    context_authenticate_latency = "authenticate.latency";
    /// The status of authenticating.
    context_authenticate_status = "authenticate.status";
    /// The path of the API mapping that took the request.
    context_custom_domain_base_path_matched = "customDomain.basePathMatched";
    /// The error of the integration.
    context_integration_error_message = "integrationErrorMessage";
    /// The error of the web application firewall.
    context_waf_error = "waf.error";
    /// How long the web application firewall took, in milliseconds.
    context_waf_latency = "waf.latency";
    /// The status of the web application firewall.
    context_waf_status = "waf.status";
    /// Of a WebSocket API: `CONNECT`, `MESSAGE` or `DISCONNECT`.
    context_event_type = "eventType";
    /// The key of the route.
    context_route_key = "routeKey";
    /// Of a WebSocket API: the id of the connection.
    context_connection_id = "connectionId";
}

named_fields! {
    /// A claim of the caller's token.
    context_authorizer_claims = "authorizer.claims";
    /// A value of the context that a Lambda authorizer returned.
    context_authorizer = "authorizer";
    /// The header with which a mapping replaced one of the request.
    context_request_override_header = "requestOverride.header";
    /// The path parameter with which a mapping replaced one of the request.
    context_request_override_path = "requestOverride.path";
    /// The query parameter with which a mapping replaced one of the request.
    context_request_override_querystring = "requestOverride.querystring";
    /// The header with which a mapping replaced one of the response.
    context_response_override_header = "responseOverride.header";
}
