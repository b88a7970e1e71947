//! `GET /orders/{id}`: an order.

use lambda_http::http::StatusCode;
use lambda_http::{Body, Error, Request, RequestExt, Response, run, service_fn};
use orders_handlers::{answer, problem};
use orders_store::Store;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    let store = &Store::from_environment()?;
    run(service_fn(move |request| get(store, request))).await
}

async fn get(store: &Store, request: Request) -> Result<Response<Body>, Error> {
    let parameters = request.path_parameters();
    match store.order(parameters.first("id").unwrap_or_default()).await? {
        Some(order) => answer(StatusCode::OK, &order),
        None => problem(StatusCode::NOT_FOUND, "there is no such order"),
    }
}
