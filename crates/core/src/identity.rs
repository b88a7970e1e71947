//! Which values are the same before they are resolved, and the JSON text of a resolved one: what L2 crates sort and
//! merge by.

use std::fmt::Write as _;
use std::rc::Rc;

use crate::render;
use crate::token::{AnyToken, Attribute, TokenKind};
use crate::value::{Json, Key};

impl Json {
    /// For L2 crates: a text that is the same for values that are known to be the same without resolving them, as JSON
    /// text where it is literal. Two tokens are the same if they refer to the same thing; two calls of a function of
    /// CloudFormation are not, even with the same arguments.
    #[doc(hidden)]
    pub fn identity(&self) -> String {
        let mut text = String::new();
        write(self, Form::Identity, &mut text);
        text
    }

    /// For messages of L2 crates: JSON text in which tokens are `${Stack/Queue/Resource.Arn}`, `${AWS::Region}` or
    /// `${Fn::ImportValue}`. The same program gives the same text.
    #[doc(hidden)]
    pub fn to_readable_text(&self) -> String {
        let mut text = String::new();
        write(self, Form::Readable, &mut text);
        text
    }

    /// For L2 crates: compact JSON text of a value without tokens, as JavaScript prints it.
    #[doc(hidden)]
    pub fn to_compact_text(&self) -> String {
        render::compact(self)
    }
}

/// What a text is for.
#[derive(Clone, Copy)]
enum Form {
    /// To compare values.
    Identity,
    /// For people.
    Readable,
}

fn write(json: &Json, form: Form, text: &mut String) {
    match json {
        Json::Token(token) => {
            text.push('"');
            write_token(token, form, text);
            text.push('"');
        }
        Json::List(items) => {
            text.push('[');
            for (index, item) in items.iter().enumerate() {
                text.push_str(if index > 0 { "," } else { "" });
                write(item, form, text);
            }
            text.push(']');
        }
        Json::Object(object) => {
            text.push('{');
            for (index, (key, value)) in object.entries.iter().enumerate() {
                text.push_str(if index > 0 { "," } else { "" });
                match key {
                    Key::Text(key) => text.push_str(&render::compact(&Json::String(key.clone()))),
                    Key::Token(token) => write(&Json::Token(token.clone()), form, text),
                }
                text.push(':');
                write(value, form, text);
            }
            text.push('}');
        }
        Json::Typed(bag) => {
            let entries = bag.entries().map(|(key, value)| (key, value.clone()));
            write(&Json::Object(entries.collect()), form, text);
        }
        literal => text.push_str(&render::compact(literal)),
    }
}

fn write_token(token: &AnyToken, form: Form, text: &mut String) {
    if let TokenKind::Concat(parts) = &*token.kind {
        for part in parts {
            match part {
                Json::Token(token) => write_token(token, form, text),
                Json::String(literal) => {
                    let quoted = render::compact(&Json::String(literal.clone()));
                    text.push_str(&quoted[1..quoted.len() - 1]);
                }
                other => write(other, form, text),
            }
        }
        return;
    }
    match form {
        Form::Identity => write_identity(token, text),
        Form::Readable => write_readable(token, text),
    }
}

fn write_identity(token: &AnyToken, text: &mut String) {
    // Writing to a `String` cannot fail.
    let _ = match &*token.kind {
        TokenKind::Reference { target, attribute } => write!(text, "${{Token[{:?}.{attribute:?}]}}", target.id),
        TokenKind::LogicalId(target) => write!(text, "${{Token[{:?}.LogicalId]}}", target.id),
        TokenKind::Intrinsic { name: "Ref", value: Json::String(value), .. } => write!(text, "${{Token[{value}]}}"),
        TokenKind::CrossEnvironment { inside, .. } => {
            text.push_str("CrossEnvironment:");
            write_token(inside, Form::Identity, text);
            Ok(())
        }
        _ => write!(text, "${{Token[{:p}]}}", Rc::as_ptr(&token.kind)),
    };
}

fn write_readable(token: &AnyToken, text: &mut String) {
    // Writing to a `String` cannot fail.
    let _ = match &*token.kind {
        TokenKind::Reference { target, attribute: Attribute::GetAtt(name) } => {
            write!(text, "${{{}.{name}}}", target.path())
        }
        TokenKind::Reference { attribute: Attribute::Pseudo(name), .. } => write!(text, "${{{name}}}"),
        TokenKind::Reference { target, .. } | TokenKind::LogicalId(target) => write!(text, "${{{}}}", target.path()),
        TokenKind::Intrinsic { name: "Ref", value: Json::String(value), .. } => write!(text, "${{{value}}}"),
        TokenKind::Intrinsic { name, .. } => write!(text, "${{{name}}}"),
        TokenKind::Consume { reference: inside, .. } | TokenKind::CrossEnvironment { inside, .. } => {
            write_token(inside, Form::Readable, text);
            Ok(())
        }
        TokenKind::Join { .. } => write!(text, "${{Fn::Join}}"),
        _ => write!(text, "${{…}}"),
    };
}

#[cfg(test)]
mod tests {
    use crate::{App, Aws, CfnResource, Fn, Stack, Value, cfn_format, cfn_json};

    fn identity(value: impl Into<Value<String>>) -> String {
        value.into().as_json().identity()
    }

    #[test]
    fn references_to_the_same_thing_are_the_same() {
        let app = App::new();
        let stack = Stack::new(&app, "Stack");
        let one = CfnResource::builder(&stack, "One", "Test::A::B").build();
        let two = CfnResource::builder(&stack, "Two", "Test::A::B").build();
        assert_eq!(identity(one.get_att("Arn")), identity(one.get_att("Arn")));
        assert_ne!(identity(one.get_att("Arn")), identity(one.ref_()));
        assert_ne!(identity(one.ref_()), identity(two.ref_()));
        assert_eq!(identity(cfn_format!("{}/*", one.ref_())), identity(cfn_format!("{}/{}", one.ref_(), "*")));
        assert_eq!(identity(Aws::REGION), identity(Aws::REGION));
    }

    #[test]
    fn functions_are_the_same_only_if_they_are_one() {
        let join = Fn::join(",", [Aws::REGION]);
        assert_eq!(identity(&join), identity(join.clone()));
        assert_ne!(identity(&join), identity(Fn::join(",", [Aws::REGION])));
    }

    #[test]
    fn readable_text_names_things() {
        let app = App::new();
        let stack = Stack::new(&app, "Stack");
        let one = CfnResource::builder(&stack, "One", "Test::A::B").build();
        let value = cfn_json!({
            "arn": one.get_att("Arn"),
            "text": cfn_format!("a{}/{}", one.ref_(), Aws::REGION),
            "import": Fn::import_value("x"),
            "join": Fn::join(",", [Aws::REGION]),
            "later": crate::Lazy::string(|| "x"),
        });
        let expected = concat!(
            r#"{"arn":"${Stack/One.Arn}","text":"a${Stack/One}/${AWS::Region}","import":"${Fn::ImportValue}","#,
            r#""join":"${Fn::Join}","later":"${…}"}"#
        );
        assert_eq!(value.to_readable_text(), expected);
    }

    #[test]
    fn literals_are_their_json() {
        assert_eq!(cfn_json!({ "b": [1, "x\""], "a": null }).identity(), r#"{"b":[1,"x\""],"a":null}"#);
    }
}
