//! The store against a server that answers as AWS does, on this computer.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::thread::{self, JoinHandle};

use aws_credential_types::Credentials;
use serde_json::{Value, json};

use crate::aws::Aws;
use crate::store::callback_url;
use crate::{NewOrder, Status, Store};

/// A request as it arrived: what it is for, its signature, and its body.
struct Received {
    what: String,
    authorization: String,
    body: String,
}

/// Answers so many requests, one after the other, and gives them.
fn server(answers: Vec<(u16, Value)>) -> (String, JoinHandle<Vec<Received>>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let serve = move || answers.iter().map(|(status, answer)| answer_one(&listener, *status, answer)).collect();
    (url, thread::spawn(serve))
}

fn answer_one(listener: &TcpListener, status: u16, answer: &Value) -> Received {
    let (mut stream, _) = listener.accept().expect("a connection");
    let mut reader = BufReader::new(stream.try_clone().expect("a stream"));
    let mut lines = Vec::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).expect("a line");
        if line.trim().is_empty() {
            break;
        }
        lines.push(line.trim().to_owned());
    }
    let header = |name: &str| {
        let value = lines.iter().find_map(|line| {
            let (key, value) = line.split_once(": ")?;
            key.eq_ignore_ascii_case(name).then(|| value.to_owned())
        });
        value.unwrap_or_default()
    };
    let mut body = vec![0; header("content-length").parse().unwrap_or(0)];
    reader.read_exact(&mut body).expect("the body");
    let text = answer.to_string();
    write!(stream, "HTTP/1.1 {status} x\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{text}", text.len())
        .expect("an answer");
    let target = header("x-amz-target");
    let what = if target.is_empty() { lines[0].clone() } else { target };
    Received { what, authorization: header("authorization"), body: String::from_utf8(body).expect("text") }
}

fn store(url: &str) -> Store {
    Store {
        aws: Aws::new(Credentials::new("key", "secret", None, None, "test"), "eu-west-1".to_owned()),
        dynamodb: url.to_owned(),
        orders: "orders".to_owned(),
        connections: "connections".to_owned(),
        callback_url: Some(format!("{url}/live")),
    }
}

fn item(status: &str) -> Value {
    let order = json!({ "id": "7", "item": "book", "quantity": 2, "status": status });
    json!({ "Item": { "id": { "S": "7" }, "order": { "S": order.to_string() } } })
}

#[tokio::test]
async fn an_order_is_placed_and_found() {
    let (url, server) = server(vec![(200, json!({})), (200, item("placed")), (200, json!({}))]);
    let store = store(&url);
    let order = store.place("7", NewOrder { item: "book".to_owned(), quantity: 2 }).await.expect("it is placed");
    assert_eq!(store.order("7").await.expect("an answer"), Some(order));
    assert_eq!(store.order("8").await.expect("an answer"), None);
    let received = server.join().expect("the server ends");
    assert_eq!(received[0].what, "DynamoDB_20120810.PutItem");
    let authorization = &received[0].authorization;
    assert!(authorization.starts_with("AWS4-HMAC-SHA256 Credential=key/"), "{authorization}");
    assert!(authorization.contains("/eu-west-1/dynamodb/aws4_request"), "{authorization}");
    assert!(received[1].body.contains(r#""Key":{"id":{"S":"7"}}"#), "{}", received[1].body);
}

#[tokio::test]
async fn followers_are_told_and_those_that_are_gone_are_forgotten() {
    let followers = json!({ "Items": [{ "connectionId": { "S": "a=" } }, { "connectionId": { "S": "b" } }] });
    let answers = vec![
        (200, item("placed")),
        (200, json!({})),
        (200, followers),
        (200, json!({})),
        (410, json!({})),
        (200, json!({})),
    ];
    let (url, server) = server(answers);
    let order = store(&url).update("7", Status::Shipped).await.expect("no error").expect("the order");
    assert_eq!(order.status, Status::Shipped);
    let received = server.join().expect("the server ends");
    let what: Vec<&str> = received.iter().map(|request| request.what.as_str()).collect();
    assert_eq!(
        what,
        [
            "DynamoDB_20120810.GetItem",
            "DynamoDB_20120810.PutItem",
            "DynamoDB_20120810.Query",
            "POST /live/@connections/a%3D HTTP/1.1",
            "POST /live/@connections/b HTTP/1.1",
            "DynamoDB_20120810.DeleteItem",
        ]
    );
    assert_eq!(received[3].body, r#"{"id":"7","item":"book","quantity":2,"status":"shipped"}"#);
    assert!(received[3].authorization.contains("/execute-api/aws4_request"));
    assert!(received[5].body.contains(r#""S":"b""#));
}

#[test]
fn another_server_may_stand_for_the_api() {
    let url = || "https://abc.execute-api.eu-west-1.amazonaws.com/live".to_owned();
    assert_eq!(callback_url(url(), None), url());
    let other = Some("http://127.0.0.1:4566/_aws/execute-api/{apiId}/{stage}".to_owned());
    assert_eq!(callback_url(url(), other), "http://127.0.0.1:4566/_aws/execute-api/abc/live");
}

#[tokio::test]
async fn a_refusal_is_an_error() {
    let (url, server) = server(vec![(400, json!({ "message": "no" }))]);
    let error = store(&url).connect("a").await.expect_err("a refusal");
    assert_eq!(error.to_string(), r#"PutItem failed with status 400: {"message":"no"}"#);
    server.join().expect("the server ends");
}
