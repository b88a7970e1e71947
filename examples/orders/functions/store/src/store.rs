//! The tables, and the connections to subscribers.

use std::env;

use serde_json::{Value, json};

use crate::Error;
use crate::aws::{Answer, Aws, variable};
use crate::order::{NewOrder, Order, Status};

const JSON: &[(&str, &str)] = &[("content-type", "application/x-amz-json-1.0")];

/// The index of the table of connections that knows who follows an order.
const BY_ORDER: &str = "ByOrder";

/// Keeps orders, knows who follows them, and tells those.
#[derive(Clone, Debug)]
pub struct Store {
    pub(crate) aws: Aws,
    pub(crate) dynamodb: String,
    pub(crate) orders: String,
    pub(crate) connections: String,
    /// `https://…/stage` of the WebSocket API; only functions that tell subscribers have it.
    pub(crate) callback_url: Option<String>,
}

impl Store {
    /// That of the environment variables which the stack sets.
    ///
    /// # Errors
    /// One is missing.
    pub fn from_environment() -> Result<Self, Error> {
        let aws = Aws::from_environment()?;
        // As the SDK takes them, for servers that stand for AWS.
        let dynamodb = env::var("AWS_ENDPOINT_URL_DYNAMODB").or_else(|_| env::var("AWS_ENDPOINT_URL"));
        let dynamodb = dynamodb.unwrap_or_else(|_| format!("https://dynamodb.{}.amazonaws.com", aws.region()));
        Ok(Self {
            dynamodb,
            orders: variable("ORDERS")?,
            connections: variable("CONNECTIONS")?,
            callback_url: env::var("CALLBACK_URL")
                .ok()
                .map(|url| callback_url(url, env::var("CALLBACK_ENDPOINT").ok())),
            aws,
        })
    }

    /// Places an order. Placing the same one again changes nothing.
    ///
    /// # Errors
    /// DynamoDB does not take it.
    pub async fn place(&self, id: &str, what: NewOrder) -> Result<Order, Error> {
        let order = Order { id: id.to_owned(), what, status: Status::Placed };
        let item = json!({ "id": { "S": order.id }, "order": { "S": serde_json::to_string(&order)? } });
        self.table("PutItem", json!({ "TableName": self.orders, "Item": item })).await?;
        Ok(order)
    }

    /// An order, if it is there.
    ///
    /// # Errors
    /// DynamoDB does not answer.
    pub async fn order(&self, id: &str) -> Result<Option<Order>, Error> {
        let request = json!({ "TableName": self.orders, "Key": { "id": { "S": id } }, "ConsistentRead": true });
        let answer = self.table("GetItem", request).await?;
        let text = answer["Item"]["order"]["S"].as_str();
        Ok(text.map(serde_json::from_str).transpose()?)
    }

    /// Says how far an order is, and tells all who follow it. `None` if there is no such order.
    ///
    /// # Errors
    /// DynamoDB or the WebSocket API does not answer.
    pub async fn update(&self, id: &str, status: Status) -> Result<Option<Order>, Error> {
        let Some(order) = self.order(id).await? else { return Ok(None) };
        let order = Order { status, ..order };
        let text = serde_json::to_string(&order)?;
        let item = json!({ "id": { "S": id }, "order": { "S": text } });
        self.table("PutItem", json!({ "TableName": self.orders, "Item": item })).await?;
        for connection in self.followers(id).await? {
            self.tell(&connection, &text).await?;
        }
        Ok(Some(order))
    }

    /// Notes a connection.
    ///
    /// # Errors
    /// DynamoDB does not take it.
    pub async fn connect(&self, connection: &str) -> Result<(), Error> {
        let item = json!({ "connectionId": { "S": connection } });
        self.table("PutItem", json!({ "TableName": self.connections, "Item": item })).await.map(drop)
    }

    /// Forgets a connection.
    ///
    /// # Errors
    /// DynamoDB does not answer.
    pub async fn disconnect(&self, connection: &str) -> Result<(), Error> {
        let key = json!({ "connectionId": { "S": connection } });
        self.table("DeleteItem", json!({ "TableName": self.connections, "Key": key })).await.map(drop)
    }

    /// Lets a connection follow an order, instead of the one that it followed before.
    ///
    /// # Errors
    /// DynamoDB does not take it.
    pub async fn subscribe(&self, connection: &str, order: &str) -> Result<(), Error> {
        let item = json!({ "connectionId": { "S": connection }, "orderId": { "S": order } });
        self.table("PutItem", json!({ "TableName": self.connections, "Item": item })).await.map(drop)
    }

    async fn followers(&self, order: &str) -> Result<Vec<String>, Error> {
        let request = json!({
            "TableName": self.connections,
            "IndexName": BY_ORDER,
            "KeyConditionExpression": "orderId = :order",
            "ExpressionAttributeValues": { ":order": { "S": order } },
        });
        let answer = self.table("Query", request).await?;
        let items = answer["Items"].as_array().map(Vec::as_slice).unwrap_or_default();
        Ok(items.iter().filter_map(|item| Some(item["connectionId"]["S"].as_str()?.to_owned())).collect())
    }

    /// Sends a message to a connection; one that is gone is forgotten.
    async fn tell(&self, connection: &str, message: &str) -> Result<(), Error> {
        let callback = self.callback_url.as_deref().ok_or("the environment variable CALLBACK_URL is not set")?;
        // An id may end in `=`, which the path of a signed request must not have as it is.
        let url = format!("{callback}/@connections/{}", connection.replace('=', "%3D"));
        let answer = self.aws.post("execute-api", url, &[], None, message.to_owned()).await?;
        match answer.status {
            200..300 => Ok(()),
            410 => self.disconnect(connection).await,
            _ => Err(refused("@connections", &answer)),
        }
    }

    async fn table(&self, operation: &str, request: Value) -> Result<Value, Error> {
        let target = format!("DynamoDB_20120810.{operation}");
        let url = format!("{}/", self.dynamodb);
        let answer = self.aws.post("dynamodb", url, JSON, Some(target), request.to_string()).await?;
        if answer.status != 200 {
            return Err(refused(operation, &answer));
        }
        Ok(serde_json::from_str(&answer.body)?)
    }
}

/// `https://API.execute-api.REGION.amazonaws.com/STAGE`, or the same stage of another server, such as
/// `http://localhost/{apiId}/{stage}`.
pub(crate) fn callback_url(url: String, other: Option<String>) -> String {
    let Some(other) = other else { return url };
    let (host, stage) = url.trim_start_matches("https://").split_once('/').unwrap_or_default();
    let api = host.split('.').next().unwrap_or_default();
    other.replace("{apiId}", api).replace("{stage}", stage)
}

fn refused(what: &str, Answer { status, body }: &Answer) -> Error {
    format!("{what} failed with status {status}: {body}").into()
}
