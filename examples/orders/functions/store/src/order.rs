//! Orders, as clients see them.

use serde::{Deserialize, Serialize};

/// What a client orders.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewOrder {
    /// What is ordered.
    pub item: String,
    /// How many.
    pub quantity: u32,
}

/// An order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// Names the order.
    pub id: String,
    /// What is ordered.
    #[serde(flatten)]
    pub what: NewOrder,
    /// How far it is.
    pub status: Status,
}

/// How far an order is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Nothing has happened yet.
    Placed,
    /// It is on its way.
    Shipped,
    /// It has arrived.
    Delivered,
}
