//! Runs the functions as Lambda does: each asks a server for an event, and answers it there. The same server stands for
//! DynamoDB.
#![allow(clippy::expect_used, reason = "a test may fail")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// Ends the function whatever happens to the test.
struct Function(Child);

impl Drop for Function {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Gives the function one event, DynamoDB's answers to the requests that it makes, and waits for its own answer. Gives that,
/// and what DynamoDB was asked.
fn invoke(binary: &str, event: &Value, answers: &[Value]) -> (Value, Vec<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("an address").to_string();
    let function = Command::new(binary)
        .env("AWS_LAMBDA_RUNTIME_API", &address)
        .env("AWS_LAMBDA_FUNCTION_NAME", "test")
        .env("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "128")
        .env("AWS_LAMBDA_FUNCTION_VERSION", "1")
        .env("AWS_LAMBDA_LOG_STREAM_NAME", "test")
        .env("AWS_LAMBDA_LOG_GROUP_NAME", "test")
        .env("AWS_ENDPOINT_URL_DYNAMODB", format!("http://{address}"))
        .env("AWS_ACCESS_KEY_ID", "key")
        .env("AWS_SECRET_ACCESS_KEY", "secret")
        .env("AWS_REGION", "eu-west-1")
        .env("ORDERS", "orders")
        .env("CONNECTIONS", "connections")
        .spawn()
        .expect("the function starts");
    let _function = Function(function);
    let mut answers = answers.iter();
    let mut asked = Vec::new();
    loop {
        let mut stream = accept(&listener);
        let (line, headers, body) = read(&stream);
        let headers = headers.to_lowercase();
        if line.starts_with("GET /2018-06-01/runtime/invocation/next") {
            reply(&mut stream, event);
        } else if line.starts_with("POST /2018-06-01/runtime/invocation/request-1/response") {
            reply(&mut stream, &json!({}));
            return (serde_json::from_str(&body).expect("an answer in JSON"), asked);
        } else if let Some((_, operation)) = headers.split_once("x-amz-target: dynamodb_20120810.") {
            asked.push(format!("{} {body}", operation.lines().next().unwrap_or_default()));
            reply(&mut stream, answers.next().expect("an answer for the function"));
        } else {
            panic!("the function failed: {line}: {body}");
        }
    }
}

/// A connection, if the function makes one in time.
fn accept(listener: &TcpListener) -> TcpStream {
    listener.set_nonblocking(true).expect("it can be asked");
    let end = Instant::now() + Duration::from_secs(30);
    while Instant::now() < end {
        if let Ok((stream, _)) = listener.accept() {
            stream.set_nonblocking(false).expect("it can be read");
            stream.set_read_timeout(Some(Duration::from_secs(30))).expect("it can be read");
            return stream;
        }
        thread::sleep(Duration::from_millis(2));
    }
    panic!("the function asks for nothing");
}

fn read(stream: &TcpStream) -> (String, String, String) {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line).expect("a request");
    let mut headers = String::new();
    while !headers.ends_with("\r\n\r\n") && reader.read_line(&mut headers).expect("a header") > 2 {}
    let length = headers.to_lowercase().lines().find_map(|line| line.strip_prefix("content-length: ")?.parse().ok());
    let mut body = vec![0; length.unwrap_or(0)];
    reader.read_exact(&mut body).expect("the body");
    (line, headers, String::from_utf8(body).expect("text"))
}

fn reply(stream: &mut TcpStream, content: &Value) {
    let text = content.to_string();
    let headers = "content-type: application/json\r\nlambda-runtime-aws-request-id: request-1\r\n\
                   lambda-runtime-deadline-ms: 9999999999999\r\nlambda-runtime-invoked-function-arn: arn\r\n\
                   lambda-runtime-trace-id: trace\r\nconnection: close";
    write!(stream, "HTTP/1.1 200 OK\r\n{headers}\r\ncontent-length: {}\r\n\r\n{text}", text.len()).expect("a reply");
}

/// An event of an HTTP API, payload 2.0.
fn http(method: &str, path: &str, body: &Value) -> Value {
    json!({
        "version": "2.0",
        "routeKey": format!("{method} {path}"),
        "rawPath": path,
        "rawQueryString": "",
        "headers": { "content-type": "application/json", "host": "example.com" },
        "pathParameters": { "id": "7" },
        "requestContext": {
            "accountId": "1", "apiId": "a", "domainName": "example.com", "domainPrefix": "example", "requestId": "r",
            "routeKey": "x", "stage": "$default", "time": "now", "timeEpoch": 1,
            "http": { "method": method, "path": path, "protocol": "HTTP/1.1", "sourceIp": "::1", "userAgent": "test" },
        },
        "body": body.to_string(),
        "isBase64Encoded": false,
    })
}

/// An event of a WebSocket API.
fn web_socket(route: &str, body: &str) -> Value {
    json!({
        "requestContext": {
            "routeKey": route, "eventType": "MESSAGE", "connectionId": "c=", "messageDirection": "IN", "stage": "live",
            "requestId": "r", "apiId": "a", "domainName": "example.com", "extendedRequestId": "e", "requestTimeEpoch": 1,
            "connectedAt": 1, "identity": { "sourceIp": "::1" },
        },
        "body": body,
        "isBase64Encoded": false,
    })
}

fn stored() -> Value {
    let order = json!({ "id": "7", "item": "book", "quantity": 2, "status": "placed" });
    json!({ "Item": { "order": { "S": order.to_string() } } })
}

#[test]
fn an_order_is_created() {
    let event = http("POST", "/orders", &json!({ "item": "book", "quantity": 2 }));
    let (answer, asked) = invoke(env!("CARGO_BIN_EXE_create-order"), &event, &[json!({})]);
    assert_eq!(answer["statusCode"], 201, "{answer}");
    let order: Value = serde_json::from_str(answer["body"].as_str().expect("a body")).expect("JSON");
    assert_eq!(order, json!({ "id": "request-1", "item": "book", "quantity": 2, "status": "placed" }));
    assert!(asked[0].starts_with("putitem "), "{asked:?}");

    let event = http("POST", "/orders", &json!({ "item": "book" }));
    let (answer, asked) = invoke(env!("CARGO_BIN_EXE_create-order"), &event, &[]);
    assert_eq!((answer["statusCode"].as_u64(), asked.len()), (Some(400), 0));
}

#[test]
fn an_order_is_found() {
    let event = http("GET", "/orders/7", &Value::Null);
    let (answer, asked) = invoke(env!("CARGO_BIN_EXE_get-order"), &event, &[stored()]);
    assert_eq!(answer["statusCode"], 200, "{answer}");
    assert!(asked[0].contains(r#""Key":{"id":{"S":"7"}}"#), "{asked:?}");
    let (answer, _) = invoke(env!("CARGO_BIN_EXE_get-order"), &event, &[json!({})]);
    assert_eq!(answer["statusCode"], 404);
}

#[test]
fn an_order_is_updated() {
    let event = http("PATCH", "/orders/7", &json!({ "status": "shipped" }));
    let answers = [stored(), json!({}), json!({ "Items": [] })];
    let (answer, asked) = invoke(env!("CARGO_BIN_EXE_update-order"), &event, &answers);
    assert_eq!(answer["statusCode"], 200, "{answer}");
    assert!(answer["body"].as_str().is_some_and(|body| body.contains(r#""status":"shipped""#)), "{answer}");
    let operations: Vec<&str> = asked.iter().filter_map(|request| request.split(' ').next()).collect();
    assert_eq!(operations, ["getitem", "putitem", "query"]);
}

#[test]
fn connections_come_follow_and_go() {
    let socket = env!("CARGO_BIN_EXE_socket");
    for (route, body, expected) in [
        ("$connect", "", r#"putitem {"#),
        ("subscribe", r#"{"action":"subscribe","order":"7"}"#, r#"putitem {"#),
        ("$disconnect", "", r#"deleteitem {"#),
    ] {
        let (answer, asked) = invoke(socket, &web_socket(route, body), &[json!({})]);
        assert_eq!(answer["statusCode"], 200, "{answer}");
        assert!(asked[0].starts_with(expected) && asked[0].contains(r#"{"S":"c="}"#), "{asked:?}");
        assert_eq!(asked[0].contains(r#""orderId":{"S":"7"}"#), route == "subscribe");
    }
    let (answer, _) = invoke(socket, &web_socket("subscribe", "7"), &[]);
    assert_eq!(answer["statusCode"], 400);
}
