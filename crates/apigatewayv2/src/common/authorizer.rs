//! Authorizers of either kind.

use aws_cdk_core::{IConstruct, Value};

/// An authorizer of an HTTP or WebSocket API, made here or imported.
pub trait IAuthorizer: IConstruct {
    /// The id of the authorizer.
    fn authorizer_id(&self) -> Value<String>;
}
