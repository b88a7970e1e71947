//! `PATCH /orders/{id}`: says how far an order is, which everybody who follows it is told.

use lambda_http::http::StatusCode;
use lambda_http::{Body, Error, Request, RequestExt, Response, run, service_fn};
use orders_handlers::{answer, problem};
use orders_store::{Status, Store};
use serde::Deserialize;

/// What is sent.
#[derive(Debug, Deserialize)]
struct Change {
    status: Status,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    let store = &Store::from_environment()?;
    run(service_fn(move |request| update(store, request))).await
}

async fn update(store: &Store, request: Request) -> Result<Response<Body>, Error> {
    let Ok(Change { status }) = serde_json::from_slice(request.body().as_ref()) else {
        return problem(StatusCode::BAD_REQUEST, r#"send {"status": "placed"}, "shipped" or "delivered""#);
    };
    let parameters = request.path_parameters();
    match store.update(parameters.first("id").unwrap_or_default(), status).await? {
        Some(order) => answer(StatusCode::OK, &order),
        None => problem(StatusCode::NOT_FOUND, "there is no such order"),
    }
}
