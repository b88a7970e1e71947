//! The unit tests of the construct.

use std::collections::BTreeSet;

use super::construct::has_new;
use super::example::Example;
use super::facts::{Facts, Setting, core_imports, join, types_of};

pub(super) fn module(facts: &Facts<'_>) -> String {
    let Facts { name, l1_library, l1_module, resource, .. } = facts;
    let set: Vec<(&Setting<'_>, &Example)> =
        facts.settings.iter().filter_map(|setting| Some((setting, setting.example.as_ref()?))).collect();
    let examples = || set.iter().map(|(_, example)| *example);
    // What the file imports already is there by `super::*`.
    let mut types = types_of(examples());
    for setting in &facts.settings {
        for word in setting.rust_type.split(['<', '>']) {
            types.remove(word);
        }
    }
    let imported: BTreeSet<&str> = facts.settings.iter().flat_map(|one| one.rust_type.split(['<', '>'])).collect();
    let core = core_imports(&["App", "Stack"], examples());
    let core: Vec<&str> = core.split(", ").filter(|name| !imported.contains(name)).collect();
    let core = core.join(", ");
    let types = match types.is_empty() {
        true => String::new(),
        false => format!("use {l1_library}::{l1_module}::{{{}}};\n", join(&types)),
    };
    let arguments = facts.arguments();
    let type_name = &resource.cloudformation_name;
    let minimal = if has_new(facts) {
        format!("{name}::new(&stack, \"Minimal\"{arguments})")
    } else {
        format!("{name}::builder(&stack, \"Minimal\"{arguments}).build()")
    };
    let options: String = set
        .iter()
        .filter(|(setting, _)| !setting.property.required)
        .map(|(setting, example)| format!("\n.{}({})", setting.name, example.rust))
        .collect();
    let has_properties = !set.is_empty();
    // rustfmt leaves what is inside of a macro as it is.
    let expected: String = set
        .iter()
        .map(|(setting, example)| format!("            {:?}: {},\n", setting.property.name, example.pattern))
        .collect();
    let pattern = if has_properties { ", pattern" } else { "" };
    let full = has_properties.then(|| {
        format!(
            "\n#[test]\nfn what_is_set_is_in_the_template() {{\nlet app = App::new();\n\
             let stack = Stack::new(&app, \"Stack\");\n{name}::builder(&stack, \"Full\"{arguments}){options}\n.build();\n\
             let expected = pattern!({{\n{expected}        }});\n\
             Template::from_stack(&stack).has_resource_properties(\"{type_name}\", expected);\n}}\n"
        )
    });
    let braces = |names: &str| if names.contains(',') { format!("{{{names}}}") } else { names.to_owned() };
    format!(
        "#[cfg(test)]\nmod tests {{\nuse aws_cdk_assertions::{};\n{types}use aws_cdk_core::{{{core}}};\n\nuse super::*;\n\n\
         #[test]\nfn it_is_one_resource_and_found_again() {{\nlet app = App::new();\n\
         let stack = Stack::new(&app, \"Stack\");\nlet made = {minimal};\n\
         let found = {name}::from_construct(made.node());\n\
         assert!(found.is_some_and(|found| found.default_child().node() == made.default_child().node()));\n\
         assert!({name}::from_construct(&stack).is_none());\n\
         Template::from_stack(&stack).resource_count_is(\"{type_name}\", 1);\n}}\n{}}}\n",
        braces(&format!("Template{pattern}")),
        full.unwrap_or_default()
    )
}
