//! Writing values as JSON text while their tokens are resolved, without making the resolved values first.

use crate::render::{self, Collection, Layout, Start};
use crate::resolve::Resolver;
use crate::token::{AnyToken, Attribute, NodeRef, TokenKind};
use crate::value::{Json, Key, Object};

impl Resolver<'_> {
    /// Writes what [`Resolver::resolve`] gives of a value. False if that is nothing, and then nothing is written.
    pub(crate) fn write(&self, out: &mut String, json: &Json, layout: Layout) -> bool {
        if !matches!(json, Json::List(_) | Json::Object(_) | Json::Typed(_) | Json::Token(_)) {
            render::write(out, json, layout);
            return true;
        }
        if !self.enter() {
            return false;
        }
        let written = match json {
            Json::List(items) => {
                let mut list = Collection::list(out, layout);
                for item in items {
                    list.optional(out, Start::Item, |out| self.write(out, item, layout.inner()));
                }
                list.end(out);
                true
            }
            Json::Object(object) if keeps_its_order(object) => {
                let mut entries = Collection::object(out, layout);
                for (key, value) in object.iter() {
                    entries.optional(out, Start::Key(key), |out| self.write(out, value, layout.inner()));
                }
                entries.end(out);
                true
            }
            Json::Object(object) => {
                render::write(out, &Json::Object(self.resolve_object(object)), layout);
                true
            }
            Json::Typed(bag) => {
                let mut entries = Collection::object(out, layout);
                bag.each(&mut |key, value| entries.optional(out, key, |out| self.write(out, value, layout.inner())));
                entries.end(out);
                true
            }
            Json::Token(token) => self.write_token(out, token, layout),
            _ => false,
        };
        self.leave();
        written
    }

    fn write_token(&self, out: &mut String, token: &AnyToken, layout: Layout) -> bool {
        match &*token.kind {
            TokenKind::Reference { target, attribute } if self.is_local(target) => {
                return self.write_reference(out, target, attribute, layout);
            }
            TokenKind::Concat(parts) if parts.len() > 1 && parts.iter().all(|part| self.is_text_or_local(part)) => {
                return self.write_join(out, parts, layout);
            }
            _ => {}
        }
        match self.resolve_token(token) {
            Some(json) => {
                render::write(out, &json, layout);
                true
            }
            None => false,
        }
    }

    fn is_text_or_local(&self, part: &Json) -> bool {
        match part {
            Json::String(_) => true,
            Json::Token(token) => {
                matches!(&*token.kind, TokenKind::Reference { target, .. } if self.is_local(target))
            }
            _ => false,
        }
    }

    /// Text with references of the stack inside, which is as short as it can be.
    fn write_join(&self, out: &mut String, parts: &[Json], layout: Layout) -> bool {
        let mut object = Collection::object(out, layout);
        object.name(out, "Fn::Join");
        let mut arguments = Collection::list(out, layout.inner());
        arguments.item(out);
        out.push_str("\"\"");
        arguments.item(out);
        let layout = layout.inner().inner();
        let mut list = Collection::list(out, layout);
        for part in parts {
            list.optional(out, Start::Item, |out| self.write(out, part, layout.inner()));
        }
        list.end(out);
        arguments.end(out);
        object.end(out);
        true
    }

    /// A reference inside the stack: most tokens are one.
    fn write_reference(&self, out: &mut String, target: &NodeRef, attribute: &Attribute, layout: Layout) -> bool {
        self.referred.borrow_mut().push(target.id);
        let id = match attribute {
            Attribute::Pseudo(name) => (*name).into(),
            Attribute::Ref | Attribute::GetAtt(_) => match self.id(target.id) {
                Some(id) => id,
                None => return false,
            },
        };
        let mut object = Collection::object(out, layout);
        match attribute {
            Attribute::Ref | Attribute::Pseudo(_) => {
                object.name(out, "Ref");
                render::write_string(out, &id);
            }
            Attribute::GetAtt(name) => {
                object.name(out, "Fn::GetAtt");
                let mut list = Collection::list(out, layout.inner());
                for argument in [&id, name] {
                    list.item(out);
                    render::write_string(out, argument);
                }
                list.end(out);
            }
        }
        object.end(out);
        true
    }
}

/// Whether an object is printed in the order of its entries, which are as many as it has.
fn keeps_its_order(object: &Object) -> bool {
    object.entries.keys().all(|key| matches!(key, Key::Text(_))) && !render::has_array_index(object)
}
