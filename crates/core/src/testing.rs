//! What `aws-cdk-assertions` needs of core: a synthesis that writes nothing, JavaScript's regular expressions, and whether
//! messages are shown in colour.
//!
//! Not for users: what stands here may change with any version.

pub use crate::colour::on_stderr as colours;
use crate::diagnostic::{Diagnostic, Severity, SynthError};
use crate::js_regex::{Flags, JsRegex};
use crate::node::IConstruct;
use crate::render;
use crate::synthesis::{self, Assembled, Purpose};
use crate::tags;
use crate::value::Json;

/// What a synthesis would write, and what it found wrong.
#[derive(Clone, Debug)]
pub struct Synthesized {
    /// Errors, warnings and infos, in the order in which they were found.
    pub diagnostics: Vec<Diagnostic>,
    /// All stacks of the app, nested ones too.
    pub stacks: Vec<SynthesizedStack>,
}

/// A stack as it would be written.
#[derive(Clone, Debug)]
pub struct SynthesizedStack {
    /// The construct path.
    pub path: String,
    /// Whether it is deployed by a resource of another stack.
    pub is_nested: bool,
    /// The text of the template.
    pub template: String,
    /// The tags that the stack is deployed with.
    pub tags: Vec<(String, String)>,
}

impl Synthesized {
    /// All errors as `App::synth` gives them, if there are any.
    pub fn error(&self) -> Option<SynthError> {
        let is_error = |diagnostic: &&Diagnostic| diagnostic.severity() == Severity::Error;
        let errors: Vec<Diagnostic> = self.diagnostics.iter().filter(is_error).cloned().collect();
        (!errors.is_empty()).then(|| SynthError::new(errors))
    }
}

/// Synthesizes the app of a construct in memory. `None` while that app is synthesized already.
pub fn synthesize(construct: &impl IConstruct) -> Option<Synthesized> {
    let tree = construct.node().tree();
    let Assembled { mut files, diagnostics } = tree.synthesizing(|| synthesis::assemble(tree, Purpose::Look))?;
    let stacks = tree.read(|data| {
        let stack = |&(node, file): &(_, usize)| {
            let stack = data.stack(node)?;
            Some(SynthesizedStack {
                path: data.path(node),
                is_nested: stack.nested.is_some(),
                template: std::mem::take(&mut files.files.get_mut(file)?.1),
                tags: tags::stack_tags(&stack.tags).into_iter().map(|(key, value)| (key, text(value))).collect(),
            })
        };
        files.templates.iter().filter_map(stack).collect()
    });
    Some(Synthesized { diagnostics, stacks })
}

fn text(value: Json) -> String {
    match value {
        Json::String(text) => text.to_string(),
        other => render::compact(&other),
    }
}

/// JavaScript's `new RegExp(pattern, 'm').test(text)`. `None` for a pattern that is a syntax error, or one with lookbehind.
pub fn regexp_matches(pattern: &str, text: &str) -> Option<bool> {
    let regex = JsRegex::new(pattern, Flags { multiline: true, ..Flags::default() })?;
    Some(regex.is_match(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Annotations, App, CfnResource, NestedStack, Stack};

    #[test]
    fn nothing_is_written_and_everything_is_told() {
        let directory = tempfile::tempdir().expect("a directory");
        let outdir = directory.path().join("cdk.out");
        let app = App::builder().outdir(&outdir).build();
        let stack = Stack::builder(&app, "Books").tag("team", "books").build();
        let nested = NestedStack::new(&stack, "Nested");
        CfnResource::builder(&nested, "Queue", "AWS::SQS::Queue").build();
        Annotations::of(&stack).add_error("books::few", "there are few books");

        let synthesized = synthesize(&stack).expect("no other synthesis runs");
        assert!(!outdir.exists());
        assert!(synthesized.error().is_some_and(|error| error.diagnostics().len() == 1));
        let [inner, outer] = synthesized.stacks.as_slice() else { panic!("{:?}", synthesized.stacks) };
        assert!(inner.is_nested && inner.path == "Books/Nested" && inner.template.contains("AWS::SQS::Queue"));
        assert!(!outer.is_nested && outer.template.contains("AWS::CloudFormation::Stack"));
        assert_eq!(outer.tags, [("team".to_owned(), "books".to_owned())]);
    }

    #[test]
    fn anchors_are_of_lines() {
        assert_eq!(regexp_matches("^b", "a\nb"), Some(true));
        assert_eq!(regexp_matches("(", ""), None);
    }
}
