//! `POST /orders`: places an order. Its id is that of the request, so that one that is sent again is the same order.

use lambda_http::http::StatusCode;
use lambda_http::{Body, Error, Request, RequestExt, Response, run, service_fn};
use orders_handlers::{answer, problem};
use orders_store::{NewOrder, Store};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    let store = &Store::from_environment()?;
    run(service_fn(move |request| create(store, request))).await
}

async fn create(store: &Store, request: Request) -> Result<Response<Body>, Error> {
    let Some(order) = parse(&request) else {
        return problem(StatusCode::BAD_REQUEST, r#"send an order like {"item": "book", "quantity": 1}"#);
    };
    let id = request.lambda_context().request_id;
    answer(StatusCode::CREATED, &store.place(&id, order).await?)
}

fn parse(request: &Request) -> Option<NewOrder> {
    let order: NewOrder = serde_json::from_slice(request.body().as_ref()).ok()?;
    (!order.item.is_empty() && order.quantity > 0).then_some(order)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_orders_are_taken() {
        let parsed = |text: &str| parse(&Request::new(Body::from(text)));
        assert_eq!(parsed(r#"{"item":"book","quantity":2}"#), Some(NewOrder { item: "book".to_owned(), quantity: 2 }));
        for text in ["", "{}", r#"{"item":"","quantity":1}"#, r#"{"item":"book","quantity":0}"#] {
            assert_eq!(parsed(text), None, "{text}");
        }
    }
}
