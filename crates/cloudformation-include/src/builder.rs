//! Building a `CfnInclude`: from the text of a template to elements of a stack.

use std::marker::PhantomData;
use std::panic::Location;
use std::path::PathBuf;
use std::rc::Rc;

use aws_cdk_core::{Construct, IConstruct, Json, Node, Provided, Set, Value};
use indexmap::IndexMap;

use crate::document::{self, TemplateSource};
use crate::elements::Elements;
use crate::include::CfnInclude;
use crate::sections::Inclusion;
use crate::template::Template;

/// Stands for a template that is not given, in the type of a [`CfnIncludeBuilder`].
#[derive(Clone, Copy, Debug)]
pub struct NoTemplate;

/// Builds a [`CfnInclude`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Clone, Debug)]
pub struct CfnIncludeBuilder<T = NoTemplate> {
    scope: Node,
    id: String,
    source: Option<TemplateSource>,
    parameters: IndexMap<String, Json>,
    preserve_logical_ids: bool,
    allow_cyclical_references: bool,
    given: PhantomData<T>,
}

impl CfnIncludeBuilder {
    pub(crate) fn new(scope: &impl IConstruct, id: &str) -> Self {
        Self {
            scope: scope.node().clone(),
            id: id.to_owned(),
            source: None,
            parameters: IndexMap::new(),
            preserve_logical_ids: true,
            allow_cyclical_references: false,
            given: PhantomData,
        }
    }
}

impl<T> CfnIncludeBuilder<T> {
    /// The file of the template, JSON or YAML; a relative path is one from the directory in which the app runs. A file
    /// that cannot be read is the error `include::unreadable-file`, one that is neither JSON nor YAML is
    /// `include::invalid-syntax`. Required, unless [`CfnIncludeBuilder::template`] is given.
    pub fn template_file(self, path: impl Into<PathBuf>) -> CfnIncludeBuilder<Set> {
        self.with_source(TemplateSource::File(path.into()))
    }

    /// The template itself: text of JSON or YAML, or a [`serde_json::Value`]. Text that is neither is the error
    /// `include::invalid-syntax`.
    pub fn template(self, template: impl Into<TemplateSource>) -> CfnIncludeBuilder<Set> {
        self.with_source(template.into())
    }

    fn with_source(self, source: TemplateSource) -> CfnIncludeBuilder<Set> {
        CfnIncludeBuilder {
            scope: self.scope,
            id: self.id,
            source: Some(source),
            parameters: self.parameters,
            preserve_logical_ids: self.preserve_logical_ids,
            allow_cyclical_references: self.allow_cyclical_references,
            given: PhantomData,
        }
    }

    /// Values that take the place of parameters, which are then not in the template any more. A name that the template
    /// does not have is the error `include::unknown-parameter`. Default: all parameters stay.
    pub fn parameters<K: Into<String>, V: Into<Value<Json>>>(
        mut self,
        parameters: impl IntoIterator<Item = (K, V)>,
    ) -> Self {
        let parameters = parameters.into_iter().map(|(name, value)| (name.into(), value.into().into_json()));
        self.parameters.extend(parameters);
        self
    }

    /// As [`CfnIncludeBuilder::parameters`], for one parameter.
    pub fn parameter(self, name: impl Into<String>, value: impl Into<Value<Json>>) -> Self {
        self.parameters([(name, value)])
    }

    /// Whether elements keep their names of the template; otherwise these are made of construct paths, so that a template
    /// can be included twice in one stack. Default: true.
    pub fn preserve_logical_ids(mut self, preserve: bool) -> Self {
        self.preserve_logical_ids = preserve;
        self
    }

    /// Whether resources may refer to each other in a cycle, which CloudFormation refuses unless a macro resolves it. If
    /// they may not, a cycle is the error `include::cyclic-references`. Default: false.
    pub fn allow_cyclical_references(mut self, allow: bool) -> Self {
        self.allow_cyclical_references = allow;
        self
    }
}

impl<T: Provided> CfnIncludeBuilder<T> {
    /// Adds what the template contains to the stack. Errors: those of the crate, `core::outside-stack`, and those of ids.
    #[track_caller]
    pub fn build(self) -> CfnInclude {
        let node =
            Construct::of_type(&self.scope, &self.id, "aws-cdk-cloudformation-include.CfnInclude").node().clone();
        let mut inclusion = Inclusion {
            node: node.clone(),
            template: Template::default(),
            elements: Elements { replaced: self.parameters, ..Elements::default() },
            problems: Vec::new(),
            preserve_logical_ids: self.preserve_logical_ids,
            allow_cyclical_references: self.allow_cyclical_references,
        };
        match self.source.as_ref().map(document::read) {
            Some(Ok(template)) => {
                inclusion.template = Template::new(template, &mut inclusion.problems);
                inclusion.add_mappings();
                inclusion.add_parameters();
                inclusion.add_conditions();
                inclusion.add_rules();
                inclusion.add_resources();
                inclusion.add_hooks();
                inclusion.add_outputs();
                inclusion.add_head();
            }
            Some(Err(problem)) => inclusion.problems.push(*problem),
            None => {}
        }
        let is_complete = inclusion.problems.is_empty();
        for problem in inclusion.problems {
            node.report(problem.at(Location::caller()));
        }
        CfnInclude::new(node, Rc::new(inclusion.elements), is_complete)
    }
}
