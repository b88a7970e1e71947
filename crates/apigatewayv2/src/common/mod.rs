//! What HTTP and WebSocket APIs share.

mod api;
mod stage;

pub use api::{IApi, IpAddressType};
pub use stage::{IStage, StageThrottle};
