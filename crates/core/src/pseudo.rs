//! Pseudo parameters: what CloudFormation knows of the stack that it deploys.

use std::marker::PhantomData;

use crate::token::{AnyToken, Hint, Token, TokenKind};
use crate::value::{Json, TypedValue, Value};

/// The pseudo parameters of CloudFormation, as constants that fit wherever a value of their type does.
///
/// Source: <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html>.
///
/// ```
/// use aws_cdk_core::{Aws, cfn_format};
///
/// let arn = cfn_format!("arn:{}:iam::{}:root", Aws::PARTITION, Aws::ACCOUNT_ID);
/// assert!(arn.is_token());
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Aws;

impl Aws {
    /// The account of the stack.
    pub const ACCOUNT_ID: PseudoParameter<String> = PseudoParameter::new("AWS::AccountId");
    /// The region of the stack.
    pub const REGION: PseudoParameter<String> = PseudoParameter::new("AWS::Region");
    /// The partition: `aws`, `aws-cn`, …
    pub const PARTITION: PseudoParameter<String> = PseudoParameter::new("AWS::Partition");
    /// The domain suffix: `amazonaws.com`, `amazonaws.com.cn`, …
    pub const URL_SUFFIX: PseudoParameter<String> = PseudoParameter::new("AWS::URLSuffix");
    /// The ARN of the stack.
    pub const STACK_ID: PseudoParameter<String> = PseudoParameter::new("AWS::StackId");
    /// The name of the stack.
    pub const STACK_NAME: PseudoParameter<String> = PseudoParameter::new("AWS::StackName");
    /// The topics that are told of the stack's events.
    pub const NOTIFICATION_ARNS: PseudoParameter<Vec<String>> = PseudoParameter::new("AWS::NotificationARNs");
    /// Removes the property that it stands for; mostly in a branch of [`Fn::condition_if`](crate::Fn::condition_if).
    pub const NO_VALUE: NoValue = NoValue;
}

/// A pseudo parameter of type `T`.
#[derive(Debug)]
pub struct PseudoParameter<T> {
    name: &'static str,
    kind: PhantomData<fn() -> T>,
}

impl<T> Clone for PseudoParameter<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for PseudoParameter<T> {}

impl<T> PseudoParameter<T> {
    const fn new(name: &'static str) -> Self {
        Self { name, kind: PhantomData }
    }
}

impl<T: TypedValue> From<PseudoParameter<T>> for Token<T> {
    fn from(parameter: PseudoParameter<T>) -> Self {
        Token::from_any(pseudo(parameter.name, T::HINT))
    }
}

impl<T: TypedValue> From<PseudoParameter<T>> for Value<T> {
    fn from(parameter: PseudoParameter<T>) -> Self {
        Value::from(Token::from(parameter))
    }
}

impl<T: TypedValue> From<PseudoParameter<T>> for Value<Json> {
    fn from(parameter: PseudoParameter<T>) -> Self {
        Value::from(Token::from(parameter))
    }
}

/// `AWS::NoValue`, which fits a property of any type.
#[derive(Clone, Copy, Debug)]
pub struct NoValue;

impl<T> From<NoValue> for Value<T> {
    fn from(_: NoValue) -> Self {
        Value::from_json(Json::Token(pseudo("AWS::NoValue", Hint::Any)))
    }
}

fn pseudo(name: &'static str, hint: Hint) -> AnyToken {
    AnyToken::new(TokenKind::Intrinsic { name: "Ref", value: Json::text(name), language_extension: false }, hint)
}
