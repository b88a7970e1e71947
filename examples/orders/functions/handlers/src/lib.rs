//! What the functions of the HTTP API have in common: answers in JSON. The functions are the binaries in `src/bin`.

use lambda_http::http::StatusCode;
use lambda_http::http::header::CONTENT_TYPE;
use lambda_http::{Body, Error, Response};
use serde::Serialize;
use serde_json::json;

/// An answer in JSON.
///
/// # Errors
/// The content has no JSON.
pub fn answer(status: StatusCode, content: &impl Serialize) -> Result<Response<Body>, Error> {
    let body = serde_json::to_string(content)?;
    Ok(Response::builder().status(status).header(CONTENT_TYPE, "application/json").body(body.into())?)
}

/// An answer that says what is wrong.
///
/// # Errors
/// None in practice.
pub fn problem(status: StatusCode, message: &str) -> Result<Response<Body>, Error> {
    answer(status, &json!({ "error": message }))
}
