//! The logical ids of two assemblies: whether resources keep their names, and so stay what they are when deployed.

use std::fs;
use std::path::Path;

use indexmap::IndexMap;
use serde_json::Value;

use crate::error::{AssertionError, expect, usage_error};
use crate::report::counted;
use crate::snapshot::asset_hash;
use crate::style::Style;

/// Every resource of one assembly has the same logical id and type in another one: CloudFormation would delete one whose id is
/// gone, and make another. Resources, and stacks, that are new are no failure by themselves; the message lists them beside what
/// is gone, since they may be the same under another name.
///
/// The assemblies are directories such as `cdk.out`; stages inside them and nested stacks are compared as well.
///
/// ```
/// use aws_cdk_assertions::{assert_logical_ids_stable, try_logical_ids_stable};
/// use aws_cdk_core::{App, CfnResource, Stack};
/// # let folder = std::env::temp_dir().join("aws-cdk-assertions-doc-logical-ids");
/// let synthesize = |name: &str, ids: &[&str]| {
///     let directory = folder.join(name);
///     let app = App::builder().outdir(&directory).build();
///     let stack = Stack::new(&app, "Books");
///     for id in ids {
///         CfnResource::builder(&stack, id, "AWS::SQS::Queue").build();
///     }
///     app.synth().unwrap();
///     directory
/// };
/// let old = synthesize("old", &["Orders"]);
/// assert_logical_ids_stable(&old, synthesize("more", &["Orders", "Returns"]));
///
/// let error = try_logical_ids_stable(&old, synthesize("renamed", &["Purchases"])).unwrap_err();
/// assert!(error.to_string().contains("- Orders: AWS::SQS::Queue (Books/Orders)"));
/// assert!(error.to_string().contains("+ Purchases: AWS::SQS::Queue (Books/Purchases)"));
/// # std::fs::remove_dir_all(folder).unwrap();
/// ```
///
/// # Panics
/// If an id is gone or stands for another type, or the assemblies cannot be read.
#[track_caller]
pub fn assert_logical_ids_stable(old_assembly: impl AsRef<Path>, new_assembly: impl AsRef<Path>) {
    expect(try_logical_ids_stable(old_assembly, new_assembly));
}

/// As [`assert_logical_ids_stable`].
///
/// # Errors
/// If an id is gone or stands for another type, or the assemblies cannot be read.
pub fn try_logical_ids_stable(
    old_assembly: impl AsRef<Path>,
    new_assembly: impl AsRef<Path>,
) -> Result<(), AssertionError> {
    let (old_assembly, new_assembly) = (old_assembly.as_ref(), new_assembly.as_ref());
    let (old, new) = (stacks(old_assembly)?, stacks(new_assembly)?);
    let none = Resources::new();
    let mut error = AssertionError::heading(format!(
        "logical ids of {} have changed in {}:",
        old_assembly.display(),
        new_assembly.display()
    ));
    let mut gone = 0;
    for (stack, before) in &old {
        let after = new.get(stack).unwrap_or(&none);
        let lost = without(before, after);
        if lost.is_empty() {
            continue;
        }
        gone += lost.len();
        let text = error.text_mut();
        let note = if new.contains_key(stack) { "" } else { " (the stack is gone)" };
        text.line(Style::Strong, format!("\n{stack}{note}"));
        for (id, resource) in lost {
            text.line(Style::Bad, format!("  - {id}: {resource}"));
        }
        for (id, resource) in without(after, before) {
            text.line(Style::Good, format!("  + {id}: {resource}"));
        }
    }
    if gone == 0 {
        return Ok(());
    }
    let added: Vec<&String> = new.keys().filter(|stack| !old.contains_key(*stack)).collect();
    if !added.is_empty() {
        error.text_mut().line(Style::Strong, "\nnew stacks");
        for stack in added {
            error.text_mut().line(Style::Good, format!("  + {stack}"));
        }
    }
    let text = format!(
        "\n{} would be deleted; keep the ids and the scopes of constructs, or name the resource with \
         `override_logical_id`",
        counted(gone, "resource")
    );
    error.text_mut().line(Style::Plain, text);
    Err(error)
}

/// No stacks are read that are nested deeper.
const DEEPEST: usize = 50;

/// The resources of a template, by logical id.
type Resources = IndexMap<String, Resource>;

struct Resource {
    resource_type: String,
    path: Option<String>,
}

impl std::fmt::Display for Resource {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.resource_type)?;
        match &self.path {
            Some(path) => write!(f, " ({path})"),
            None => Ok(()),
        }
    }
}

/// Those of one template that the other does not have, or has as another type.
fn without<'a>(these: &'a Resources, others: &Resources) -> Vec<(&'a String, &'a Resource)> {
    let same = |id: &str, one: &Resource| others.get(id).is_some_and(|two| two.resource_type == one.resource_type);
    these.iter().filter(|(id, resource)| !same(id, resource)).collect()
}

/// The stacks of an assembly, by their name in CloudFormation; nested ones by that of their parent, and their logical id in it.
type Stacks = IndexMap<String, Resources>;

fn stacks(directory: &Path) -> Result<Stacks, AssertionError> {
    let mut stacks = Stacks::new();
    read_assembly(directory, &mut stacks)?;
    Ok(stacks)
}

fn text<'a>(value: &'a Value, key: &str) -> Option<&'a str> {
    value.get(key)?.as_str()
}

fn entries<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = (&'a String, &'a Value)> {
    value.get(key).and_then(Value::as_object).into_iter().flatten()
}

fn read_assembly(directory: &Path, stacks: &mut Stacks) -> Result<(), AssertionError> {
    let manifest = read_json(&directory.join("manifest.json"))?;
    let artifacts = |wanted: &'static str| {
        entries(&manifest, "artifacts").filter(move |(_, artifact)| text(artifact, "type") == Some(wanted))
    };
    let property = |artifact: &'_ Value, name: &str| Some(text(artifact.get("properties")?, name)?.to_owned());

    let mut assembly = Assembly { directory, files: IndexMap::new() };
    for (_, artifact) in artifacts("cdk:asset-manifest") {
        if let Some(file) = property(artifact, "file") {
            let assets = read_json(&directory.join(file))?;
            let paths =
                entries(&assets, "files").filter_map(|(hash, file)| Some((hash, text(file.get("source")?, "path")?)));
            assembly.files.extend(paths.map(|(hash, path)| (hash.clone(), path.to_owned())));
        }
    }
    for (id, artifact) in artifacts("aws:cloudformation:stack") {
        let name = property(artifact, "stackName").unwrap_or_else(|| id.clone());
        // Stacks of different environments may have the same name.
        let environment = text(artifact, "environment").unwrap_or_default();
        let name = if stacks.contains_key(&name) { format!("{name} ({environment})") } else { name };
        assembly.read_template(&property(artifact, "templateFile").unwrap_or_default(), &name, stacks)?;
        if let Some(resources) = stacks.get_mut(&name) {
            assembly.add_paths(artifact, resources);
        }
    }
    for (_, artifact) in artifacts("cdk:cloud-assembly") {
        if let Some(name) = property(artifact, "directoryName") {
            read_assembly(&directory.join(name), stacks)?;
        }
    }
    Ok(())
}

struct Assembly<'a> {
    directory: &'a Path,
    /// The files that are published with stacks, by their hashes.
    files: IndexMap<String, String>,
}

impl Assembly<'_> {
    /// Reads the template of a stack, and of those nested in it.
    fn read_template(&self, file: &str, stack: &str, stacks: &mut Stacks) -> Result<(), AssertionError> {
        let template = read_json(&self.directory.join(file))?;
        let mut resources = Resources::new();
        let mut nested = Vec::new();
        for (id, resource) in entries(&template, "Resources") {
            let resource_type = text(resource, "Type").unwrap_or_default().to_owned();
            if resource_type == "AWS::CloudFormation::Stack" {
                nested.extend(self.nested_template(resource).map(|file| (format!("{stack}/{id}"), file)));
            }
            let path = resource.get("Metadata").and_then(|metadata| text(metadata, "aws:cdk:path")).map(str::to_owned);
            resources.insert(id.clone(), Resource { resource_type, path });
        }
        stacks.insert(stack.to_owned(), resources);
        // Templates of a program cannot nest in a circle, those that somebody wrote can.
        nested.retain(|(stack, _)| stack.matches('/').count() <= DEEPEST);
        nested.into_iter().try_for_each(|(stack, file)| self.read_template(file, &stack, stacks))
    }

    /// The template of a nested stack is published under its hash. One that is elsewhere is not read.
    fn nested_template(&self, resource: &Value) -> Option<&str> {
        let url = resource.get("Properties")?.get("TemplateURL")?.to_string();
        let start = asset_hash(&url)?;
        let file = self.files.get(url.get(start..start + 64)?)?;
        file.ends_with(".template.json").then_some(file)
    }

    /// Adds the construct paths that only the metadata of a stack says: in a file of its own, or in the manifest. They only
    /// help the reader of a message, so that a file which is not there is no failure.
    fn add_paths(&self, artifact: &Value, resources: &mut Resources) {
        let file = text(artifact, "additionalMetadataFile");
        let of_file = file.and_then(|file| read_json(&self.directory.join(file)).ok());
        let metadata = [of_file.as_ref(), artifact.get("metadata")].into_iter().flatten().filter_map(Value::as_object);
        for (path, entries) in metadata.flatten() {
            let named = entries
                .as_array()
                .into_iter()
                .flatten()
                .filter(|entry| text(entry, "type") == Some("aws:cdk:logicalId"));
            for id in named.filter_map(|entry| text(entry, "data")) {
                if let Some(resource @ Resource { path: None, .. }) = resources.get_mut(id) {
                    resource.path = Some(path.trim_start_matches('/').to_owned());
                }
            }
        }
    }
}

fn read_json(file: &Path) -> Result<Value, AssertionError> {
    let failed = |error: &dyn std::fmt::Display| usage_error(format!("{} cannot be read: {error}", file.display()));
    let text = fs::read_to_string(file).map_err(|error| failed(&error))?;
    serde_json::from_str(&text).map_err(|error| failed(&error))
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;

    /// An assembly that the CDK itself wrote.
    fn recorded(name: &str) -> std::path::PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/parity/expected").join(name)
    }

    #[test]
    fn assemblies_of_the_cdk_are_read_with_nested_stacks_and_stages() {
        let names = |name: &str| {
            let stacks = stacks(&recorded(name)).unwrap();
            let line = |(name, resources): (&String, &Resources)| {
                format!("{name}: {}\n", counted(resources.len(), "resource"))
            };
            stacks.iter().map(line).collect::<String>()
        };
        expect![[r#"
            CoreNestedStacks: 3 resources
            CoreNestedStacks/FirstNestedStackFirstNestedStackResource89D7E940: 2 resources
            CoreNestedStacks/SecondNestedStackSecondNestedStackResourceEC922354: 3 resources
            CoreNestedStacks/SecondNestedStackSecondNestedStackResourceEC922354/DeepNestedStackDeepNestedStackResource521F28B7: 1 resource
        "#]].assert_eq(&names("core-nested-stacks"));
        expect![[r#"
            Prod-CoreNestedTags: 2 resources
            Prod-CoreNestedTags/FirstNestedStackFirstNestedStackResource89D7E940: 1 resource
            Prod-CoreNestedTags/SecondNestedStackSecondNestedStackResourceEC922354: 1 resource
        "#]]
        .assert_eq(&names("core-nested-tags"));
    }

    #[test]
    fn other_assemblies_have_other_ids() {
        let stages = recorded("core-stages");
        try_logical_ids_stable(&stages, &stages).unwrap();
        let error = try_logical_ids_stable(recorded("http-cors"), stages).unwrap_err().to_string();
        assert!(error.contains("(the stack is gone)") && error.contains("\nnew stacks\n  + "), "{error}");
    }
}
