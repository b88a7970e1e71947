//! Authorizers of HTTP APIs.

mod iam;
mod jwt;
mod lambda;
mod user_pool;

pub use iam::HttpIamAuthorizer;
pub use jwt::HttpJwtAuthorizer;
pub use lambda::{HttpLambdaAuthorizer, HttpLambdaResponseType};
pub use user_pool::HttpUserPoolAuthorizer;
