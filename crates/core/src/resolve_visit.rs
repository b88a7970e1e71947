//! Visiting the values of an element for the references into other stacks, without making anything of them.

use crate::cfn_element::Body;
use crate::cfn_resource::is_synthesized;
use crate::resolve::Resolver;
use crate::tags;
use crate::token::{AnyToken, TokenKind};
use crate::tree::NodeId;
use crate::value::{Json, Key, Object};

impl Resolver<'_> {
    /// Notes the references of an element into other stacks, as resolving all its values would.
    pub(crate) fn visit(&self, element: NodeId) {
        self.scope.set(element);
        match self.data.element(element).map(|element| &element.body) {
            Some(Body::Resource(_)) if !is_synthesized(self.data, element) => {}
            Some(Body::Resource(resource)) => {
                self.visit_value(&tags::with_tags(resource));
                for policy in [&resource.options.creation_policy, &resource.options.update_policy].into_iter().flatten()
                {
                    self.visit_value(policy);
                }
                self.visit_object(&resource.options.metadata);
                resource.overrides.values(&mut |value| self.visit_value(value));
            }
            Some(Body::Entry { entry, .. }) => self.visit_object(entry),
            None => {}
        }
    }

    fn visit_object(&self, object: &Object) {
        for (key, value) in object.entries.iter() {
            self.visit_value(value);
            if let Key::Token(token) = key {
                self.visit_token(token);
            }
        }
    }

    fn visit_value(&self, json: &Json) {
        if !matches!(json, Json::List(_) | Json::Object(_) | Json::Typed(_) | Json::Token(_)) || !self.enter() {
            return;
        }
        match json {
            Json::List(items) => items.iter().for_each(|item| self.visit_value(item)),
            Json::Object(object) => self.visit_object(object),
            Json::Typed(bag) => bag.values().for_each(|value| self.visit_value(value)),
            Json::Token(token) => self.visit_token(token),
            _ => {}
        }
        self.leave();
    }

    fn visit_token(&self, token: &AnyToken) {
        match &*token.kind {
            TokenKind::Reference { target, .. } if self.is_local(target) => {}
            TokenKind::LogicalId(_) => {}
            TokenKind::Intrinsic { value, .. }
            | TokenKind::Join { list: value, .. }
            | TokenKind::JsonText { value, .. } => self.visit_value(value),
            TokenKind::Concat(parts) => parts.iter().for_each(|part| self.visit_value(part)),
            // What these stand for is known only when they are resolved.
            TokenKind::Reference { .. }
            | TokenKind::Consume { .. }
            | TokenKind::CrossEnvironment { .. }
            | TokenKind::Lazy(_) => {
                self.resolve_token(token);
            }
        }
    }
}
