//! Expressions of conditions: what `Conditions` and `Rules` of a template are made of.

use crate::token::{AnyToken, Hint, TokenKind};
use crate::value::{Json, Value};

/// A condition that CloudFormation evaluates; made with `Fn::condition_*` and [`CfnCondition`](crate::CfnCondition).
#[derive(Clone, Debug)]
pub struct ConditionExpression {
    json: Json,
}

/// `Fn::And` and `Fn::Or` take up to ten conditions:
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-conditions.html>.
const MAX_OPERANDS: usize = 10;

impl ConditionExpression {
    pub(crate) fn new(name: &'static str, operands: Vec<Json>) -> Self {
        let kind = TokenKind::Intrinsic { name, value: Json::List(operands), language_extension: false };
        Self { json: Json::Token(AnyToken::new(kind, Hint::Any)) }
    }

    pub(crate) fn from_json(json: Json) -> Self {
        Self { json }
    }

    pub(crate) fn all(name: &'static str, mut conditions: Vec<ConditionExpression>) -> Self {
        if conditions.len() == 1 {
            return conditions.remove(0);
        }
        if conditions.len() > MAX_OPERANDS {
            let groups = conditions.chunks(MAX_OPERANDS).map(|group| Self::all(name, group.to_vec())).collect();
            return Self::all(name, groups);
        }
        Self::new(name, conditions.into_iter().map(Self::into_json).collect())
    }

    pub(crate) fn into_json(self) -> Json {
        self.json
    }
}

impl From<ConditionExpression> for Value<Json> {
    fn from(expression: ConditionExpression) -> Self {
        Value::from_json(expression.json)
    }
}
