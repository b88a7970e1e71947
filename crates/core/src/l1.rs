//! What generated L1 crates are made of. For generated code; user code finds the same at the root of the crate.

pub use crate::bag::{Bag, CfnTag, PropertyType, Provided, ResourceType, Set, TagShape, TypeInfo};
pub use crate::cfn_resource::{CfnResource, ResourceBuilder};
pub use crate::node::{IConstruct, Node};
pub use crate::token::Token;
pub use crate::value::{Json, Map, Value};
