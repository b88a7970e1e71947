//! Where orders and subscribers are kept, and how subscribers are told of changes: two tables of DynamoDB, and the
//! `@connections` of the WebSocket API. Both are called over HTTPS with signed requests, which starts much sooner than the
//! whole SDK.

mod aws;
mod order;
mod store;
#[cfg(test)]
mod tests;

pub use order::{NewOrder, Order, Status};
pub use store::Store;

/// Whatever goes wrong; Lambda logs it.
pub type Error = Box<dyn std::error::Error + Send + Sync>;
