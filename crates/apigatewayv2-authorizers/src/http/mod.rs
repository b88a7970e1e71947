//! Authorizers of HTTP APIs.

mod iam;
mod jwt;
mod lambda;

pub use iam::HttpIamAuthorizer;
pub use jwt::HttpJwtAuthorizer;
pub use lambda::{HttpLambdaAuthorizer, HttpLambdaResponseType};
