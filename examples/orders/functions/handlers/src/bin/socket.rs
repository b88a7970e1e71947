//! All routes of the WebSocket API: notes who is connected, and who follows which order.

use lambda_http::request::RequestContext;
use lambda_http::{Body, Error, Request, RequestExt, Response, run, service_fn};
use orders_store::Store;
use serde::Deserialize;

/// What a client sends to follow an order.
#[derive(Debug, Deserialize)]
struct Subscription {
    order: String,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    let store = &Store::from_environment()?;
    run(service_fn(move |request| handle(store, request))).await
}

async fn handle(store: &Store, request: Request) -> Result<Response<Body>, Error> {
    let Some(RequestContext::WebSocket(context)) = request.request_context_ref() else {
        return Err("this is no request of a WebSocket API".into());
    };
    let connection = context.connection_id.as_deref().unwrap_or_default();
    match context.route_key.as_deref() {
        Some("$connect") => store.connect(connection).await?,
        Some("$disconnect") => store.disconnect(connection).await?,
        Some("subscribe") => match serde_json::from_slice::<Subscription>(request.body().as_ref()) {
            Ok(Subscription { order }) => store.subscribe(connection, &order).await?,
            Err(_) => return answer(400),
        },
        _ => return answer(400),
    }
    answer(200)
}

fn answer(status: u16) -> Result<Response<Body>, Error> {
    Ok(Response::builder().status(status).body(Body::Empty)?)
}
