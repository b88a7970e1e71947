//! The file of the construct.

use std::collections::BTreeSet;

use super::facts::{Facts, Getter, Setting};
use super::{prefixed, tests};
use crate::emit::docs;

/// As many arguments as clippy takes, without scope and id.
const MOST_ARGUMENTS: usize = 5;

pub(super) fn file(facts: &Facts<'_>) -> String {
    [head(facts), handle(facts), builder(facts), methods(facts), traits(facts), lowering(facts), tests::module(facts)]
        .join("\n")
}

fn head(facts: &Facts<'_>) -> String {
    let Facts { name, l1_library, l1_module, l1_name, .. } = facts;
    let doc = prefixed("//!", &format!("[`{name}`]: `{}`.\n\n{}", facts.resource.cloudformation_name, doctest(facts)));
    let core = ["Construct", "IConstruct", "Node"].into_iter().map(str::to_owned);
    let mut core: BTreeSet<String> = core.collect();
    let mut types = BTreeSet::from([l1_name.clone()]);
    if facts.physical_name().is_some() {
        core.extend(["PhysicalName".to_owned(), "ResourceName".to_owned()]);
    }
    let of_settings = facts.settings.iter().filter(|setting| !setting.is_physical_name);
    let of_settings = of_settings.map(|setting| setting.rust_type.as_str());
    for rust_type in of_settings.chain(facts.getters.iter().map(|getter| getter.rust_type.as_str())) {
        core.insert("Value".to_owned());
        for word in rust_type.split(['<', '>']) {
            match word {
                "CfnTag" | "Json" | "Map" => drop(core.insert(word.to_owned())),
                property_type if property_type.ends_with("Property") => drop(types.insert(property_type.to_owned())),
                _ => {}
            }
        }
    }
    let (core, types) = (super::facts::join(&core), super::facts::join(&types));
    format!("{doc}\nuse std::rc::Rc;\n\nuse {l1_library}::{l1_module}::{{{types}}};\nuse aws_cdk_core::{{{core}}};\n")
}

/// A program that makes the construct.
pub(super) fn doctest(facts: &Facts<'_>) -> String {
    let Facts { name, module, .. } = facts;
    let imports = facts.imports_of_program(&["App", "Stack"]);
    let arguments = facts.arguments();
    let variable = crate::naming::identifier(module);
    let make = if has_new(facts) {
        format!("{name}::new(&stack, \"{name}\"{arguments})")
    } else {
        format!("{name}::builder(&stack, \"{name}\"{arguments}).build()")
    };
    format!(
        "```\n{imports}\n\nlet app = App::new();\nlet stack = Stack::new(&app, \"Stack\");\nlet {variable} = {make};\n```"
    )
}

/// With many required properties, only the builder takes them.
pub(super) fn has_new(facts: &Facts<'_>) -> bool {
    facts.required().count() <= MOST_ARGUMENTS
}

fn handle(facts: &Facts<'_>) -> String {
    let Facts { name, l1_name, .. } = facts;
    let kept = if facts.keeps_name() { "name: ResourceName,\n" } else { "" };
    let source = docs::link(&facts.resource.documentation);
    format!(
        "/// {}.\n///\n/// Source: {source}.\n#[derive(Clone, Debug)]\npub struct {name} {{\n\
         construct: Construct,\nresource: {l1_name},\n{kept}}}\n",
        capitalized(&facts.one())
    )
}

fn builder(facts: &Facts<'_>) -> String {
    let Facts { name, .. } = facts;
    let words = facts.words();
    let field = |setting: &Setting<'_>| match (setting.is_physical_name, setting.property.required) {
        (true, _) => format!("{}: Option<PhysicalName>,\n", setting.name),
        (_, true) => format!("{}: Value<{}>,\n", setting.name, setting.rust_type),
        _ => format!("{}: Option<Value<{}>>,\n", setting.name, setting.rust_type),
    };
    let fields: String = facts.settings.iter().map(field).collect();
    let setters: String = facts.optional().map(setter).collect();
    let physical = facts.physical_name();
    let named =
        physical.map(|setting| format!("let name = ResourceName::new(&construct, self.{}.clone());\n", setting.name));
    let named = named.unwrap_or_default();
    let argument = if physical.is_some() { ", &name" } else { "" };
    let kept = if facts.keeps_name() { ", name" } else { "" };
    let variable = "made";
    format!(
        "/// Builds {} [`{name}`].\n#[must_use = \"a builder does nothing until `build` is called\"]\n#[derive(Debug)]\n\
         pub struct {name}Builder {{\nscope: Node,\nid: String,\n{fields}}}\n\n\
         impl {name}Builder {{\n{setters}\
         /// Adds the {words}. Errors: those of ids.\n#[track_caller]\npub fn build(self) -> {name} {{\n\
         let construct = Construct::of_type(&self.scope, &self.id, \"{}.{name}\");\n{named}\
         let resource = lower(&construct{argument}, self);\n\
         let {variable} = {name} {{ construct, resource{kept} }};\n\
         {variable}.node().set_state(Rc::new({variable}.clone()));\n{variable}\n}}\n}}\n",
        if facts.one().starts_with("an ") { "an" } else { "a" },
        facts.package,
    )
}

fn setter(setting: &Setting<'_>) -> String {
    let Setting { name, rust_type, .. } = setting;
    let (default, takes) = if setting.is_physical_name {
        ("one that CloudFormation makes", "PhysicalName".to_owned())
    } else {
        ("none", format!("Value<{rust_type}>"))
    };
    let doc = format!("{}\nDefault: {default}. {}", describe(setting), docs::link(&setting.property.documentation));
    format!(
        "{}pub fn {name}(mut self, value: impl Into<{takes}>) -> Self {{\nself.{name} = Some(value.into());\nself\n}}\n\n",
        prefixed("///", &doc)
    )
}

/// The property in words, with its limits.
fn describe(setting: &Setting<'_>) -> String {
    let what = docs::of_type(&setting.property.r#type).replace(['[', ']'], "");
    let limits = setting.limits.as_ref().map(|limits| format!(" {limits}")).unwrap_or_default();
    format!("`{}`: {what}.{limits}", setting.property.name)
}

fn methods(facts: &Facts<'_>) -> String {
    let Facts { name, l1_name, .. } = facts;
    let words = facts.words();
    let required: Vec<&Setting<'_>> = facts.required().collect();
    let parameters: String =
        required.iter().map(|one| format!(", {}: impl Into<Value<{}>>", one.name, one.rust_type)).collect();
    let arguments: String = required.iter().map(|one| format!(", {}", one.name)).collect();
    let described: String = required.iter().map(|one| format!("\n- {}", describe(one))).collect();
    let described = if described.is_empty() { described } else { format!("\n\nRequired:{described}") };
    let new = has_new(facts).then(|| {
        let what = if required.is_empty() {
            format!("{} with the defaults", capitalized(&facts.one()))
        } else {
            format!("{} with what is required; [`{name}::builder`] says what that is", capitalized(&facts.one()))
        };
        format!(
            "/// {what}.\n#[track_caller]\npub fn new(scope: &impl IConstruct, id: impl Into<String>{parameters}) -> Self {{\n\
             Self::builder(scope, id{arguments}).build()\n}}\n\n"
        )
    });
    let new = new.unwrap_or_default();
    let fields: String = facts
        .settings
        .iter()
        .map(|one| match one.property.required {
            true => format!("{0}: {0}.into(),\n", one.name),
            false => format!("{}: None,\n", one.name),
        })
        .collect();
    let allowed =
        if has_new(facts) { "" } else { "#[allow(clippy::too_many_arguments, reason = \"each is required\")]\n" };
    let doc = prefixed("///", &format!("Starts {} with options.{described}", facts.one()));
    let getters: String = facts.getters.iter().map(getter).collect();
    format!(
        "impl {name} {{\n{new}{doc}{allowed}\
         pub fn builder(scope: &impl IConstruct, id: impl Into<String>{parameters}) -> {name}Builder {{\n\
         {name}Builder {{\nscope: scope.node().clone(),\nid: id.into(),\n{fields}}}\n}}\n\n\
         /// The {words} of a construct, if it is one made here.\n\
         pub fn from_construct(construct: &impl IConstruct) -> Option<Self> {{\n\
         construct.node().state::<Self>().map(|state| (*state).clone())\n}}\n\n{getters}\
         /// The L1 construct.\npub fn default_child(&self) -> &{l1_name} {{\n&self.resource\n}}\n}}\n"
    )
}

fn getter(getter: &Getter) -> String {
    let Getter { attribute, name, l1, rust_type, is_name, words } = getter;
    let value = if *is_name {
        format!("self.name.name_attribute(self.resource.{l1}())")
    } else {
        format!("self.resource.{l1}().into()")
    };
    format!("/// The attribute `{attribute}`: {words}.\npub fn {name}(&self) -> Value<{rust_type}> {{\n{value}\n}}\n\n")
}

fn traits(facts: &Facts<'_>) -> String {
    format!("impl IConstruct for {} {{\nfn node(&self) -> &Node {{\nself.construct.node()\n}}\n}}\n", facts.name)
}

/// The function that makes the L1 construct.
fn lowering(facts: &Facts<'_>) -> String {
    let Facts { name, l1_name, .. } = facts;
    let parameter = if facts.physical_name().is_some() { ", name: &ResourceName" } else { "" };
    let required: String = facts.required().map(|one| format!(".{}(builder.{})", one.l1, one.name)).collect();
    let set = |one: &Setting<'_>| {
        let value = if one.is_physical_name { "name.property()".to_owned() } else { format!("builder.{}", one.name) };
        format!("if let Some(value) = {value} {{\nresource = resource.{}(value);\n}}\n", one.l1)
    };
    let optional: String = facts.optional().map(set).collect();
    let made = format!("{l1_name}::builder(construct, \"Resource\"){required}");
    let body = if optional.is_empty() {
        format!("{made}.build()")
    } else {
        format!("let mut resource = {made};\n{optional}resource.build()")
    };
    let ignored = if facts.settings.is_empty() { "_" } else { "builder" };
    format!(
        "/// The resource, with what was set.\n#[track_caller]\n\
         fn lower(construct: &Construct{parameter}, {ignored}: {name}Builder) -> {l1_name} {{\n{body}\n}}\n"
    )
}

fn capitalized(words: &str) -> String {
    crate::naming::type_case(words)
}
