//! Names made from construct paths.

use crate::node::IConstruct;
use crate::tree::{NodeId, TreeData};
use crate::unique_id::{UniqueResourceName, unique_id, unique_resource_name};

/// Names that are unique because they are made from the path of a construct.
///
/// ```
/// use aws_cdk_core::{App, Construct, Names, Stack, UniqueResourceNameOptions};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Books");
/// let shelf = Construct::new(&stack, "Shelf");
/// assert_eq!(Names::unique_id(&shelf), "BooksShelf33CADD9B");
/// let name = Names::unique_resource_name(&shelf, UniqueResourceNameOptions::new().separator("-"));
/// assert_eq!(name, "Books-Shelf-33CADD9B");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Names;

impl Names {
    /// An id of letters and digits, unique in the app.
    pub fn unique_id(construct: &impl IConstruct) -> String {
        let node = construct.node();
        node.tree().read(|data| unique_id(&data.path_components(node.id())).unwrap_or_default())
    }

    /// A name for a resource, unique in the stack and with the stack's name in it.
    pub fn unique_resource_name(construct: &impl IConstruct, options: UniqueResourceNameOptions) -> String {
        let node = construct.node();
        node.tree().read(|data| {
            let mut components: Vec<&str> = Vec::new();
            for id in data.ancestors(node.id()) {
                match data.stack(id).filter(|stack| stack.nested.is_none()) {
                    Some(stack) => {
                        components.push(&stack.name);
                        break;
                    }
                    None => components.push(&data.node(id).id),
                }
            }
            components.reverse();
            let options = UniqueResourceName {
                max_length: options.max_length.unwrap_or(256),
                separator: &options.separator,
                allowed_special_characters: &options.allowed_special_characters,
                prefix: &options.prefix,
            };
            unique_resource_name(&components, &options).unwrap_or_default()
        })
    }
}

/// How [`Names::unique_resource_name`] makes a name.
#[must_use]
#[derive(Clone, Debug, Default)]
pub struct UniqueResourceNameOptions {
    max_length: Option<usize>,
    separator: String,
    allowed_special_characters: String,
    prefix: String,
}

impl UniqueResourceNameOptions {
    /// Up to 256 letters and digits, without separator and prefix.
    pub fn new() -> Self {
        Self::default()
    }

    /// The longest name, in characters; at least 8, for the hash. Default: 256.
    pub fn max_length(mut self, value: usize) -> Self {
        self.max_length = Some(value);
        self
    }

    /// What stands between the parts. Default: nothing.
    pub fn separator(mut self, value: impl Into<String>) -> Self {
        self.separator = value.into();
        self
    }

    /// The characters that stay besides letters and digits, as inside `[…]` of a regular expression. Default: none.
    pub fn allowed_special_characters(mut self, value: impl Into<String>) -> Self {
        self.allowed_special_characters = value.into();
        self
    }

    /// What the name begins with. Default: nothing.
    pub fn prefix(mut self, value: impl Into<String>) -> Self {
        self.prefix = value.into();
        self
    }
}

/// The name of a stack that was given none.
pub(crate) fn stack_name(data: &TreeData, stack: NodeId, prefix_counts: bool) -> String {
    let stage = data.stage_of(stack);
    let stage_name = stage.and_then(|id| data.stage(id)).map(|stage| stage.name.as_str()).unwrap_or_default();
    let prefix = if stage_name.is_empty() { String::new() } else { format!("{stage_name}-") };
    let components = components_below(data, stack, stage);
    if prefix_counts { join_name(&components, &prefix) } else { format!("{prefix}{}", join_name(&components, "")) }
}

/// The id of a stack in the cloud assembly, unique in the app.
pub(crate) fn stack_artifact_id(data: &TreeData, stack: NodeId) -> String {
    let ids: Vec<&str> = data.ancestors(stack).map(|id| &*data.node(id).id).filter(|id| !id.is_empty()).collect();
    join_name(&ids.into_iter().rev().collect::<Vec<_>>(), "")
        .chars()
        .map(|character| if character.is_ascii_alphanumeric() || "_-.".contains(character) { character } else { '_' })
        .collect()
}

fn components_below(data: &TreeData, node: NodeId, container: Option<NodeId>) -> Vec<&str> {
    let mut components: Vec<&str> = data
        .ancestors(node)
        .take_while(|id| Some(*id) != container)
        .map(|id| data.node(id).shown_id())
        .filter(|id| !id.is_empty())
        .collect();
    components.reverse();
    components
}

fn join_name(components: &[&str], prefix: &str) -> String {
    /// CloudFormation's limit for the name of a stack.
    const MAX_LENGTH: usize = 128;
    if let [only] = components {
        let name = format!("{prefix}{only}");
        if name.encode_utf16().count() <= MAX_LENGTH {
            return name;
        }
    }
    let options = UniqueResourceName { max_length: MAX_LENGTH, prefix, ..UniqueResourceName::default() };
    unique_resource_name(components, &options).unwrap_or_default()
}
