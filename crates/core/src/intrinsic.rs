//! Intrinsic functions of CloudFormation.

use crate::condition_expression::ConditionExpression;
use crate::resolve;
use crate::token::{AnyToken, Hint, Token, TokenKind};
use crate::value::{Json, Map, Object, Value};

/// The intrinsic functions, as functions that give values.
///
/// What is known now is computed now: joining, splitting and selecting literals gives literals.
/// Source: <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html>.
///
/// ```
/// use aws_cdk_core::{Aws, Fn};
///
/// assert_eq!(Fn::join("-", ["a", "b"]).as_literal(), Some("a-b"));
/// assert!(Fn::select(1, Fn::split(":", Aws::STACK_ID)).is_token());
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Fn;

fn split(delimiter: &str, source: Value<String>) -> Value<Vec<String>> {
    match source.as_literal() {
        // JavaScript splits into characters at an empty delimiter, without empty parts at the ends.
        Some(text) if delimiter.is_empty() => text.chars().map(String::from).collect(),
        Some(text) => text.split(delimiter).collect(),
        None => intrinsic("Fn::Split", Json::List(vec![Json::text(delimiter), source.into_json()]), Hint::List),
    }
}

fn select(index: Value<i64>, list: Value<Vec<String>>) -> Value<String> {
    if let (Some(position), Json::List(items)) = (index.as_literal(), list.as_json()) {
        let element = usize::try_from(position).ok().and_then(|position| items.get(position));
        if let (Some(element), true) = (element, items.iter().all(Json::is_literal)) {
            return Value::from_json(element.clone());
        }
    }
    intrinsic("Fn::Select", Json::List(vec![index.into_json(), list.into_json()]), Hint::String)
}

fn intrinsic<T>(name: &'static str, value: Json, hint: Hint) -> Value<T> {
    make(name, value, hint, false)
}

/// A function of the `AWS::LanguageExtensions` transform, which is added to the template that uses it.
fn extension<T>(name: &'static str, value: Json, hint: Hint) -> Value<T> {
    make(name, value, hint, true)
}

fn make<T>(name: &'static str, value: Json, hint: Hint, language_extension: bool) -> Value<T> {
    Value::from_json(Json::Token(AnyToken::new(TokenKind::Intrinsic { name, value, language_extension }, hint)))
}

impl Fn {
    /// `Ref` of a logical id that is given as text. Prefer the methods of constructs.
    pub fn ref_(logical_id: impl Into<Value<String>>) -> Value<String> {
        intrinsic("Ref", logical_id.into().into_json(), Hint::String)
    }

    /// `Fn::GetAtt` of a logical id that is given as text. Prefer the methods of constructs.
    pub fn get_att(logical_id: impl Into<Value<String>>, attribute: impl Into<Value<String>>) -> Value<String> {
        let arguments = vec![logical_id.into().into_json(), attribute.into().into_json()];
        intrinsic("Fn::GetAtt", Json::List(arguments), Hint::String)
    }

    /// `Fn::Join`: the texts with a delimiter between them.
    pub fn join(delimiter: impl AsRef<str>, values: impl Into<Value<Vec<String>>>) -> Value<String> {
        let (delimiter, list) = (delimiter.as_ref(), values.into().into_json());
        if let Json::List(items) = &list {
            let texts: Option<Vec<&str>> = items.iter().map(Json::as_str).collect();
            if let Some(texts) = texts {
                return texts.join(delimiter).into();
            }
        }
        let kind = TokenKind::Join { delimiter: delimiter.into(), list };
        Value::from_json(Json::Token(AnyToken::new(kind, Hint::String)))
    }

    /// `Fn::Split`: the parts between delimiters.
    pub fn split(delimiter: impl AsRef<str>, source: impl Into<Value<String>>) -> Value<Vec<String>> {
        split(delimiter.as_ref(), source.into())
    }

    /// `Fn::Split` into a known number of parts, each selected on its own. A literal gives as many as it has.
    pub fn split_into(
        delimiter: impl AsRef<str>,
        source: impl Into<Value<String>>,
        assumed_length: usize,
    ) -> Vec<Value<String>> {
        let list = Self::split(delimiter, source);
        match list.as_elements() {
            Some(elements) => elements,
            None => (0..assumed_length).map(|index| Self::select(index, list.clone())).collect(),
        }
    }

    /// `Fn::Select`: one element of a list, counted from 0.
    pub fn select(index: impl Into<Value<i64>>, list: impl Into<Value<Vec<String>>>) -> Value<String> {
        select(index.into(), list.into())
    }

    /// `Fn::Sub` without variables of its own: `${LogicalId}`, `${LogicalId.Attribute}` and `${AWS::Region}` are replaced.
    pub fn sub(body: impl AsRef<str>) -> Value<String> {
        intrinsic("Fn::Sub", Json::text(body), Hint::String)
    }

    /// `Fn::Sub` with variables.
    pub fn sub_with(body: impl AsRef<str>, variables: impl Into<Value<Map<String>>>) -> Value<String> {
        intrinsic("Fn::Sub", Json::List(vec![Json::text(body), variables.into().into_json()]), Hint::String)
    }

    /// `Fn::Base64`.
    pub fn base64(data: impl Into<Value<String>>) -> Value<String> {
        intrinsic("Fn::Base64", data.into().into_json(), Hint::String)
    }

    /// `Fn::Cidr`: `count` blocks (1 to 256) of a block, each with `size_mask` host bits.
    pub fn cidr(
        ip_block: impl Into<Value<String>>,
        count: impl Into<Value<i64>>,
        size_mask: impl Into<Value<String>>,
    ) -> Value<Vec<String>> {
        let arguments = vec![ip_block.into().into_json(), count.into().into_json(), size_mask.into().into_json()];
        intrinsic("Fn::Cidr", Json::List(arguments), Hint::List)
    }

    /// `Fn::Cidr` with CloudFormation's own size for the blocks.
    pub fn cidr_without_mask(ip_block: impl Into<Value<String>>, count: impl Into<Value<i64>>) -> Value<Vec<String>> {
        let arguments = vec![ip_block.into().into_json(), count.into().into_json()];
        intrinsic("Fn::Cidr", Json::List(arguments), Hint::List)
    }

    /// The domain of a URL: what stands between `//` and the next `/`.
    pub fn parse_domain_name(url: impl Into<Value<String>>) -> Value<String> {
        let without_scheme = Self::select(1, Self::split("//", url));
        Self::select(0, Self::split("/", without_scheme))
    }

    /// `Fn::GetAZs` of the stack's region.
    pub fn get_azs() -> Value<Vec<String>> {
        Self::get_azs_of("")
    }

    /// `Fn::GetAZs` of a region.
    pub fn get_azs_of(region: impl Into<Value<String>>) -> Value<Vec<String>> {
        intrinsic("Fn::GetAZs", region.into().into_json(), Hint::List)
    }

    /// `Fn::ImportValue`: the value that another stack exports under a name.
    pub fn import_value(name: impl Into<Value<String>>) -> Value<String> {
        intrinsic("Fn::ImportValue", name.into().into_json(), Hint::String)
    }

    /// A list that another stack exports as text with commas, of a known length.
    pub fn import_list_value(name: impl Into<Value<String>>, assumed_length: usize) -> Vec<Value<String>> {
        Self::split_into(",", Self::import_value(name), assumed_length)
    }

    /// `Fn::GetStackOutput`: an output of another stack of the same region and account.
    pub fn get_stack_output(
        stack_name: impl Into<Value<String>>,
        output_name: impl Into<Value<String>>,
    ) -> Value<String> {
        Self::get_stack_output_from(stack_name, output_name, None, None)
    }

    /// `Fn::GetStackOutput`: an output of a stack of another region, or read with a role.
    pub fn get_stack_output_from(
        stack_name: impl Into<Value<String>>,
        output_name: impl Into<Value<String>>,
        region: Option<Value<String>>,
        role_arn: Option<Value<String>>,
    ) -> Value<String> {
        let mut arguments = Object::new();
        arguments.insert("StackName", stack_name.into());
        if let Some(region) = region {
            arguments.insert("Region", region);
        }
        if let Some(role_arn) = role_arn {
            arguments.insert("RoleArn", role_arn);
        }
        arguments.insert("OutputName", output_name.into());
        intrinsic("Fn::GetStackOutput", Json::Object(arguments), Hint::String)
    }

    /// `Fn::FindInMap`: a value of a mapping that is given by name. Prefer `CfnMapping::find_in_map`.
    pub fn find_in_map(
        map: impl Into<Value<String>>,
        top_level_key: impl Into<Value<String>>,
        second_level_key: impl Into<Value<String>>,
    ) -> Value<String> {
        let arguments =
            vec![map.into().into_json(), top_level_key.into().into_json(), second_level_key.into().into_json()];
        intrinsic("Fn::FindInMap", Json::List(arguments), Hint::String)
    }

    /// `Fn::FindInMap` with a default; needs the `AWS::LanguageExtensions` transform, which is added to the template.
    pub fn find_in_map_or(
        map: impl Into<Value<String>>,
        top_level_key: impl Into<Value<String>>,
        second_level_key: impl Into<Value<String>>,
        default: impl Into<Value<String>>,
    ) -> Value<String> {
        let arguments = vec![
            map.into().into_json(),
            top_level_key.into().into_json(),
            second_level_key.into().into_json(),
            Json::single("DefaultValue", default.into().into_json()),
        ];
        extension("Fn::FindInMap", Json::List(arguments), Hint::String)
    }

    /// `Fn::Transform`: what a macro makes of the parameters.
    pub fn transform(macro_name: impl Into<Value<String>>, parameters: impl Into<Value<Map<Json>>>) -> Value<Json> {
        let arguments =
            Json::object([("Name", macro_name.into().into_json()), ("Parameters", parameters.into().into_json())]);
        intrinsic("Fn::Transform", arguments, Hint::Any)
    }

    /// JSON text of a value. A literal gives a literal; with tokens inside, these are parts of a `Fn::Join`, as in
    /// [`Stack::to_json_string`](crate::Stack::to_json_string). A value that is a token as a whole gives
    /// `Fn::ToJsonString`, which needs the `AWS::LanguageExtensions` transform, and that is added to the template.
    pub fn to_json_string(value: impl Into<Value<Json>>) -> Value<String> {
        match value.into().into_json() {
            token @ Json::Token(_) => extension("Fn::ToJsonString", token, Hint::String),
            value => json_text(value, 0),
        }
    }

    /// The number of elements. A token list gives `Fn::Length`, which needs the `AWS::LanguageExtensions` transform, and
    /// that is added to the template.
    pub fn len(list: impl Into<Value<Vec<String>>>) -> Value<i64> {
        match list.into().into_json() {
            Json::List(items) => items.len().into(),
            token => extension("Fn::Length", token, Hint::Number),
        }
    }

    /// `Fn::If`: one of two values. It fits a property of any type that the values have.
    pub fn condition_if<T>(
        condition: impl Into<Value<String>>,
        if_true: impl Into<Value<T>>,
        if_false: impl Into<Value<T>>,
    ) -> Value<T> {
        let arguments = vec![condition.into().into_json(), if_true.into().into_json(), if_false.into().into_json()];
        intrinsic("Fn::If", Json::List(arguments), Hint::Any)
    }

    /// `Fn::And`: all conditions hold. More than ten are nested in groups of ten, as CloudFormation requires.
    pub fn condition_and<C: Into<ConditionExpression>>(conditions: impl IntoIterator<Item = C>) -> ConditionExpression {
        ConditionExpression::all("Fn::And", conditions.into_iter().map(Into::into).collect())
    }

    /// `Fn::Or`: one condition holds at least. More than ten are nested in groups of ten, as CloudFormation requires.
    pub fn condition_or<C: Into<ConditionExpression>>(conditions: impl IntoIterator<Item = C>) -> ConditionExpression {
        ConditionExpression::all("Fn::Or", conditions.into_iter().map(Into::into).collect())
    }

    /// `Fn::Not`: the condition does not hold.
    pub fn condition_not(condition: impl Into<ConditionExpression>) -> ConditionExpression {
        ConditionExpression::new("Fn::Not", vec![condition.into().into_json()])
    }

    /// `Fn::Equals`: both values are the same.
    pub fn condition_equals(left: impl Into<Value<Json>>, right: impl Into<Value<Json>>) -> ConditionExpression {
        ConditionExpression::new("Fn::Equals", vec![left.into().into_json(), right.into().into_json()])
    }

    /// `Fn::Contains`, for rules: the list has the value.
    pub fn condition_contains(
        list: impl Into<Value<Vec<String>>>,
        value: impl Into<Value<String>>,
    ) -> ConditionExpression {
        ConditionExpression::new("Fn::Contains", vec![list.into().into_json(), value.into().into_json()])
    }

    /// `Fn::EachMemberEquals`, for rules: all elements are the value.
    pub fn condition_each_member_equals(
        list: impl Into<Value<Vec<String>>>,
        value: impl Into<Value<String>>,
    ) -> ConditionExpression {
        ConditionExpression::new("Fn::EachMemberEquals", vec![list.into().into_json(), value.into().into_json()])
    }

    /// `Fn::EachMemberIn`, for rules: all elements are among those of the other list.
    pub fn condition_each_member_in(
        strings: impl Into<Value<Vec<String>>>,
        among: impl Into<Value<Vec<String>>>,
    ) -> ConditionExpression {
        ConditionExpression::new("Fn::EachMemberIn", vec![strings.into().into_json(), among.into().into_json()])
    }

    /// `Fn::RefAll`, for rules: the values of all parameters of a type.
    pub fn ref_all(parameter_type: impl AsRef<str>) -> Value<Vec<String>> {
        intrinsic("Fn::RefAll", Json::text(parameter_type), Hint::List)
    }

    /// `Fn::ValueOf`, for rules: an attribute of a parameter's value.
    pub fn value_of(parameter: impl Into<Value<String>>, attribute: impl AsRef<str>) -> Value<String> {
        intrinsic("Fn::ValueOf", Json::List(vec![parameter.into().into_json(), Json::text(attribute)]), Hint::String)
    }

    /// `Fn::ValueOfAll`, for rules: an attribute of the values of all parameters of a type.
    pub fn value_of_all(parameter_type: impl AsRef<str>, attribute: impl AsRef<str>) -> Value<Vec<String>> {
        intrinsic("Fn::ValueOfAll", Json::List(vec![Json::text(parameter_type), Json::text(attribute)]), Hint::List)
    }
}

/// Reinterprets a token: what an attribute really is, where the specification does not say.
impl<T> Token<T> {
    /// The same token as a list of texts.
    pub fn as_list(&self) -> Token<Vec<String>> {
        self.with_hint(Hint::List)
    }

    /// The same token as a number.
    pub fn as_number(&self) -> Token<f64> {
        self.with_hint(Hint::Number)
    }

    /// The same token as text.
    pub fn as_string(&self) -> Token<String> {
        self.with_hint(Hint::String)
    }

    fn with_hint<U>(&self, hint: Hint) -> Token<U> {
        let AnyToken { kind, .. } = self.clone().into_any();
        Token::from_any(AnyToken { kind, hint })
    }
}

/// JSON text of a value with tokens inside, as a `Fn::Join`; used by `Stack::to_json_string`.
pub(crate) fn json_text(value: Json, indent: usize) -> Value<String> {
    if value.is_literal() {
        return resolve::literal_json_text(&value, indent).into();
    }
    Value::from_json(Json::Token(AnyToken::new(TokenKind::JsonText { value, indent }, Hint::String)))
}
