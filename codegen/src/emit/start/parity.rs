//! The parity case: the smallest app with the construct, for `aws-cdk-lib` and in Rust.

use super::construct::has_new;
use super::example::lower_camel_case;
use super::facts::Facts;

/// The app that is recorded. Its properties are those that CloudFormation requires; those of the CDK may be others.
pub(super) fn recorded(facts: &Facts<'_>) -> String {
    let Facts { name, directory, .. } = facts;
    let properties: Vec<String> = facts
        .required()
        .filter_map(|setting| {
            let value = &setting.example.as_ref()?.javascript;
            Some(format!("{}: {}", lower_camel_case(&setting.property.name), value.replace('"', "'")))
        })
        .collect();
    let properties = match properties.is_empty() {
        true => String::new(),
        false => format!(", {{ {} }}", properties.join(", ")),
    };
    format!(
        "// {}: the smallest one.\nimport {{ Stack }} from 'aws-cdk-lib';\nimport {{ {name} }} from 'aws-cdk-lib/aws-{directory}';\n\n\
         export function build(app) {{\n  const stack = new Stack(app, '{}');\n  new {name}(stack, '{name}'{properties});\n}}\n",
        capitalized(facts),
        stack(facts)
    )
}

/// The same app in Rust.
pub(super) fn port(facts: &Facts<'_>) -> String {
    let Facts { name, .. } = facts;
    let arguments = facts.arguments();
    let make = if has_new(facts) {
        format!("{name}::new(&stack, \"{name}\"{arguments});")
    } else {
        format!("{name}::builder(&stack, \"{name}\"{arguments}).build();")
    };
    format!(
        "//! {}: the smallest one.\n\n{}\n\npub(super) fn build(app: &App) {{\n\
         let stack = Stack::new(app, \"{}\");\n{make}\n}}\n",
        capitalized(facts),
        facts.imports_of_program(&["App", "Stack"]),
        stack(facts)
    )
}

/// The name of the stack: that of the case.
fn stack(facts: &Facts<'_>) -> String {
    facts.case().split('-').map(crate::naming::type_case).collect()
}

fn capitalized(facts: &Facts<'_>) -> String {
    crate::naming::type_case(&facts.one())
}
