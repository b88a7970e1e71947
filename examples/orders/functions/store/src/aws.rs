//! Signed requests to AWS.

use std::env;
use std::time::SystemTime;

use aws_credential_types::Credentials;
use aws_sigv4::http_request::{SignableBody, SignableRequest, SigningSettings, sign};
use aws_sigv4::sign::v4;
use ureq::Agent;

use crate::Error;

/// Calls AWS with the rights of the function, which Lambda puts into the environment.
#[derive(Clone, Debug)]
pub(crate) struct Aws {
    credentials: Credentials,
    region: String,
    agent: Agent,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: String,
}

impl Aws {
    pub(crate) fn from_environment() -> Result<Self, Error> {
        let (key, secret) = (variable("AWS_ACCESS_KEY_ID")?, variable("AWS_SECRET_ACCESS_KEY")?);
        let token = env::var("AWS_SESSION_TOKEN").ok();
        Ok(Self::new(Credentials::new(key, secret, token, None, "environment"), variable("AWS_REGION")?))
    }

    pub(crate) fn new(credentials: Credentials, region: String) -> Self {
        let agent = Agent::config_builder().http_status_as_error(false).build().into();
        Self { credentials, region, agent }
    }

    pub(crate) fn region(&self) -> &str {
        &self.region
    }

    /// Posts to a service. The request runs on a thread of its own, so that others can run meanwhile.
    pub(crate) async fn post(
        &self,
        service: &'static str,
        url: String,
        headers: &'static [(&'static str, &'static str)],
        operation: Option<String>,
        body: String,
    ) -> Result<Answer, Error> {
        let aws = self.clone();
        tokio::task::spawn_blocking(move || aws.post_now(service, &url, headers, operation.as_deref(), body)).await?
    }

    fn post_now(
        &self,
        service: &str,
        url: &str,
        headers: &[(&str, &str)],
        operation: Option<&str>,
        body: String,
    ) -> Result<Answer, Error> {
        let mut request = http::Request::post(url);
        for (name, value) in headers.iter().copied().chain(operation.map(|operation| ("x-amz-target", operation))) {
            request = request.header(name, value);
        }
        let mut request = request.body(body)?;
        let identity = self.credentials.clone().into();
        let parameters = v4::SigningParams::builder()
            .identity(&identity)
            .region(&self.region)
            .name(service)
            .time(SystemTime::now())
            .settings(SigningSettings::default())
            .build()?
            .into();
        let texts = request.headers().iter().filter_map(|(name, value)| Some((name.as_str(), value.to_str().ok()?)));
        let signable = SignableRequest::new("POST", url, texts, SignableBody::Bytes(request.body().as_bytes()))?;
        let (instructions, _) = sign(signable, &parameters)?.into_parts();
        instructions.apply_to_request_http1x(&mut request);
        let mut response = self.agent.run(request)?;
        Ok(Answer { status: response.status().as_u16(), body: response.body_mut().read_to_string()? })
    }
}

pub(crate) fn variable(name: &str) -> Result<String, Error> {
    env::var(name).map_err(|_| format!("the environment variable {name} is not set").into())
}
