//! What the start of a construct is made of: the specification's properties and attributes under an L2's names.

use std::collections::BTreeSet;

use super::example::{self, Example};
use crate::Error;
use crate::emit::docs;
use crate::emit::limits::Enumerations;
use crate::emit::{directory, manifest, member, resource, root};
use crate::model::{Property, Resource, Service, Type};
use crate::naming::{Names, snake_case};

/// Names that a construct cannot have, since its file uses them of `aws-cdk-core` and of the standard library.
pub const TAKEN_NAMES: [&str; 17] = [
    "App",
    "CfnTag",
    "Clone",
    "Construct",
    "Debug",
    "Into",
    "Json",
    "Map",
    "Node",
    "Option",
    "PhysicalName",
    "Rc",
    "ResourceName",
    "Self",
    "Stack",
    "String",
    "Value",
];

/// Methods of every builder, and what its methods use of themselves.
const RESERVED_OPTIONS: [&str; 4] = ["build", "id", "scope", "self_"];

/// A property that the builder takes.
pub(super) struct Setting<'a> {
    pub(super) property: &'a Property,
    /// The name in the L2 builder.
    pub(super) name: String,
    /// The setter in the L1 builder.
    pub(super) l1: String,
    /// The `T` of `Value<T>`.
    pub(super) rust_type: String,
    /// Whether it is what the resource is called, so that other environments can know it.
    pub(super) is_physical_name: bool,
    /// What must be of a value, in words.
    pub(super) limits: Option<String>,
    /// None for a type that contains itself without end.
    pub(super) example: Option<Example>,
}

/// An attribute that the handle gives.
pub(super) struct Getter {
    /// The attribute's name in CloudFormation.
    pub(super) attribute: String,
    /// The name in the L2 handle.
    pub(super) name: String,
    /// The getter of the L1 construct.
    pub(super) l1: String,
    /// The `T` of `Value<T>`.
    pub(super) rust_type: String,
    /// Whether it is the physical name.
    pub(super) is_name: bool,
    /// What it holds, in words.
    pub(super) words: String,
}

pub(super) struct Facts<'a> {
    pub(super) resource: &'a Resource,
    /// As in `AWS::SNS`.
    pub(super) namespace: &'a str,
    pub(super) directory: String,
    pub(super) package: String,
    pub(super) l1_package: String,
    /// The crate of the L1 constructs in Rust source.
    pub(super) l1_library: String,
    /// The module of the L1 construct.
    pub(super) l1_module: String,
    /// The L1 construct.
    pub(super) l1_name: String,
    /// The construct.
    pub(super) name: String,
    /// The construct in snake case.
    pub(super) module: String,
    pub(super) settings: Vec<Setting<'a>>,
    pub(super) getters: Vec<Getter>,
}

impl<'a> Facts<'a> {
    pub(super) fn of(service: &'a Service, resource: &'a Resource, name: &str) -> Result<Self, Error> {
        let modules = root::module_names(service);
        let same = |other: &Resource| other.cloudformation_name == resource.cloudformation_name;
        let position = service.resources.iter().position(same).unwrap_or_default();
        let module = snake_case(name);
        let (members, attributes) = member::of_resource(resource);
        let physical_name = physical_name(resource);
        let enumerations = Enumerations::of(resource);
        let mut names = Names::reserving(RESERVED_OPTIONS);
        // Tags are set with `Tags::of`, as in the CDK.
        let is_tags = |property: &Property| {
            !property.required && resource.tags.as_ref().is_some_and(|tags| tags.property == property.name)
        };
        let mut settings = Vec::new();
        for member in members.iter().filter(|member| !is_tags(member.property)) {
            let property = member.property;
            let own = member.method.to_string();
            let own = if RESERVED_OPTIONS.contains(&&*own) { format!("{module}_{own}") } else { own };
            let example = example::of(property, resource);
            if property.required && example.is_none() {
                let path = format!("{}.{}", resource.cloudformation_name, property.name);
                return Err(Error::NoExample { path });
            }
            settings.push(Setting {
                property,
                name: names.take(&own),
                l1: member.method.to_string(),
                rust_type: rust_type(&property.r#type),
                is_physical_name: physical_name == Some(&*property.name),
                limits: enumerations.in_words(property).map(|words| words.replace(['[', ']'], "")),
                example,
            });
        }
        let mut names = Names::reserving(["builder", "default_child", "from_construct", "new", "node"]);
        let getters = attributes.iter().map(|(attribute, l1)| {
            let short = snake_case(&attribute.name);
            let is_qualified = short == module || short.starts_with(&format!("{module}_"));
            Getter {
                attribute: attribute.name.clone(),
                name: names.take(&if is_qualified { short } else { format!("{module}_{short}") }),
                l1: l1.to_string(),
                rust_type: rust_type(&attribute.r#type),
                is_name: physical_name == Some(&*attribute.name) && attribute.r#type == Type::String,
                words: docs::of_type(&attribute.r#type).replace(['[', ']'], ""),
            }
        });
        Ok(Self {
            resource,
            namespace: &service.namespace,
            package: format!("aws-cdk-{}", directory(service)),
            directory: directory(service),
            l1_package: manifest::package_name(service),
            l1_library: manifest::library_name(service),
            l1_module: modules.get(position).cloned().unwrap_or_default(),
            l1_name: resource::construct_name(resource).to_string(),
            name: name.to_owned(),
            getters: getters.collect(),
            module,
            settings,
        })
    }

    /// The crate in Rust source.
    pub(super) fn library(&self) -> String {
        self.package.replace('-', "_")
    }

    /// The name of the parity case.
    pub(super) fn case(&self) -> String {
        format!("{}-{}", self.directory, self.module.replace('_', "-"))
    }

    /// The construct in words: `hosted zone`.
    pub(super) fn words(&self) -> String {
        self.module.replace('_', " ")
    }

    /// The construct in words, with an article.
    pub(super) fn one(&self) -> String {
        let words = self.words();
        let article = if words.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
        format!("{article} {words}")
    }

    pub(super) fn required(&self) -> impl Iterator<Item = &Setting<'a>> {
        self.settings.iter().filter(|setting| setting.property.required)
    }

    pub(super) fn optional(&self) -> impl Iterator<Item = &Setting<'a>> {
        self.settings.iter().filter(|setting| !setting.property.required)
    }

    pub(super) fn physical_name(&self) -> Option<&Setting<'a>> {
        self.settings.iter().find(|setting| setting.is_physical_name)
    }

    /// Whether the handle needs the name, since it gives the attribute of that name.
    pub(super) fn keeps_name(&self) -> bool {
        self.getters.iter().any(|getter| getter.is_name)
    }

    /// The values of the required properties as arguments, each after a comma.
    pub(super) fn arguments(&self) -> String {
        self.required_examples().map(|example| format!(", {}", example.rust)).collect()
    }

    pub(super) fn required_examples(&self) -> impl Iterator<Item = &Example> {
        self.required().filter_map(|setting| setting.example.as_ref())
    }

    /// Imports for a program that makes the construct with what is required.
    pub(super) fn imports_of_program(&self, of_core: &[&str]) -> String {
        let core = core_imports(of_core, self.required_examples());
        let library = self.library();
        let types = types_of(self.required_examples());
        let mut imports = vec![format!("use aws_cdk_core::{{{core}}};")];
        if !types.is_empty() {
            imports.push(format!("use {library}::{}::{{{}}};", self.l1_module, join(&types)));
        }
        imports.push(format!("use {library}::{};", self.name));
        imports.sort();
        imports.join("\n")
    }
}

/// What examples need of `aws-cdk-core`, beside others.
pub(super) fn core_imports<'a>(others: &[&str], examples: impl Iterator<Item = &'a Example>) -> String {
    let mut names: BTreeSet<&str> = others.iter().copied().collect();
    for example in examples {
        names.extend(example.has_json.then_some("cfn_json"));
        names.extend(example.has_tag.then_some("CfnTag"));
    }
    names.into_iter().collect::<Vec<_>>().join(", ")
}

/// The property types that examples name.
pub(super) fn types_of<'a>(examples: impl Iterator<Item = &'a Example>) -> BTreeSet<String> {
    examples.flat_map(|example| example.types.iter().cloned()).collect()
}

pub(super) fn join(names: &BTreeSet<String>) -> String {
    names.iter().map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// The optional property that names the resource: `TopicName` of a `Topic`, or else `Name`.
fn physical_name(resource: &Resource) -> Option<&str> {
    let wanted = [format!("{}Name", resource.name), "Name".to_owned()];
    let is_text = |property: &&Property| !property.required && property.r#type == Type::String;
    let found = |name: &String| resource.properties.iter().filter(is_text).find(|property| property.name == *name);
    wanted.iter().find_map(found).map(|property| property.name.as_str())
}

/// A type as source, with `CfnTag` as `aws-cdk-core` exports it.
fn rust_type(r#type: &Type) -> String {
    crate::emit::types::rust_type(r#type).to_string().replace(' ', "").replace("l1::", "")
}
