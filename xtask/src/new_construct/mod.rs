//! `cargo xtask new-construct SERVICE NAME`: the start of an L2 construct, with all that belongs to one: the crate, if the
//! service has none, the construct with its tests, a parity case and its port, and the entries in the repository's lists.

mod choice;
mod edit;
mod plan;

use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use codegen::Model;

use crate::tree::Files;
use crate::{process, repository, specification};
use plan::Plan;

/// What a hand-written file should not be longer than.
const LONG: usize = 600;

/// Write the start of an L2 construct over its L1, to be refined by hand.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The service, as in `sns` or `AWS::SNS`.
    service: String,
    /// The construct, as the CDK calls it: `Topic`.
    name: String,
    /// The resource type, if it is called otherwise: `Api` for an `HttpApi`. Default: the construct's name.
    #[arg(long, value_name = "NAME")]
    resource: Option<String>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let root = repository::root();
    let model = specification::read(&specification::folder(&root))?;
    let plan = plan(&model, &root, arguments)?;
    write(&root, &plan.files)?;
    let formatted = format(&root, &plan.files);
    let mut out = io::stdout().lock();
    for path in plan.files.keys() {
        writeln!(out, "wrote {path}")?;
    }
    if let Err(error) = formatted {
        writeln!(out, "not formatted, run `cargo fmt`: {error:#}")?;
    }
    let lines = fs::read_to_string(root.join(&plan.construct)).map_or(0, |text| text.lines().count());
    if lines > LONG {
        writeln!(out, "{} has {lines} lines: give the builder a file of its own", plan.construct)?;
    }
    writeln!(out, "{}", plan.next_steps())?;
    Ok(())
}

/// What is to be written; nothing is, if anything is wrong.
fn plan(model: &Model, root: &Path, arguments: &Arguments) -> Result<Plan> {
    let wanted = arguments.resource.as_deref().unwrap_or(&arguments.name);
    let choice = choice::choose(model, root, &arguments.service, &arguments.name, wanted)?;
    let start = codegen::emit::start::start(choice.service, choice.resource, &arguments.name)?;
    Plan::of(root, &start, &arguments.name)
}

fn write(root: &Path, files: &Files) -> Result<()> {
    for (path, text) in files {
        let path = root.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).with_context(|| format!("cannot create {}", parent.display()))?;
        }
        fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

fn format(root: &Path, files: &Files) -> Result<()> {
    let sources = files.keys().filter(|path| path.ends_with(".rs"));
    process::check_quietly(Command::new("rustfmt").args(["--edition", "2024"]).args(sources).current_dir(root))
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::*;

    static MODEL: LazyLock<Model> =
        LazyLock::new(|| specification::read(&specification::folder(&repository::root())).unwrap());

    fn arguments(service: &str, name: &str, resource: Option<&str>) -> Arguments {
        Arguments { service: service.to_owned(), name: name.to_owned(), resource: resource.map(str::to_owned) }
    }

    fn planned(service: &str, name: &str, resource: Option<&str>) -> Plan {
        plan(&MODEL, &repository::root(), &arguments(service, name, resource)).unwrap()
    }

    fn refused(service: &str, name: &str) -> String {
        format!("{:#}", plan(&MODEL, &repository::root(), &arguments(service, name, None)).unwrap_err())
    }

    #[test]
    fn a_service_without_a_crate_gets_one() {
        let plan = planned("AWS::SNS", "Topic", None);
        let files: Vec<&str> = plan.files.keys().map(String::as_str).collect();
        assert_eq!(
            files,
            [
                "ARCHITECTURE.md",
                "CHANGELOG.md",
                "Cargo.toml",
                "crates/sns/Cargo.toml",
                "crates/sns/src/lib.rs",
                "crates/sns/src/topic.rs",
                "tests/parity/Cargo.toml",
                "tests/parity/README.md",
                "tests/parity/cases/sns-topic.mjs",
                "tests/parity/src/cases/mod.rs",
                "tests/parity/src/cases/sns_topic.rs",
                "tests/repository/tests/layering.rs",
            ]
        );
        let workspace = &plan.files["Cargo.toml"];
        assert_eq!(workspace.matches("    \"crates/sns\",\n    \"crates/apigatewayv2\",\n").count(), 2);
        assert!(workspace.contains("\naws-cdk-sns = { path = \"crates/sns\", version = \"0.1.0\" }\naws-cdk-sqs = {"));
        assert_eq!(workspace.matches("aws-cdk-cfn-sns = ").count(), 1);
        let layering = &plan.files["tests/repository/tests/layering.rs"];
        assert!(layering.contains("    \"aws-cdk-sns\",\n    \"aws-cdk-apigatewayv2\",\n"));
        assert!(plan.files["ARCHITECTURE.md"].contains(" < sns < apigatewayv2 < integrations"));
        assert!(plan.files["tests/parity/src/cases/mod.rs"].contains("\n    \"sns-topic\" => sns_topic;\n"));
    }

    #[test]
    fn a_crate_that_exists_gets_a_module() {
        let plan = planned("kms", "ReplicaKey", None);
        assert!(!plan.files.contains_key("ARCHITECTURE.md") && !plan.files.contains_key("Cargo.toml"));
        let library = &plan.files["crates/kms/src/lib.rs"];
        assert!(library.contains("\nmod replica_key;\n"), "{library}");
        assert!(library.contains("\npub use replica_key::{ReplicaKey, ReplicaKeyBuilder};\n"), "{library}");
        let construct = &plan.files["crates/kms/src/replica_key.rs"];
        assert!(construct.contains("primary_key_arn: impl Into<Value<String>>"), "{construct}");
        assert!(plan.files["crates/kms/Cargo.toml"].contains("\naws-cdk-assertions.workspace = true\n"));
    }

    #[test]
    fn the_resource_type_may_be_called_otherwise() {
        let plan = planned("appsync", "GraphqlApi", Some("GraphQLApi"));
        assert!(plan.files["crates/appsync/src/graphql_api.rs"].contains("use aws_cdk_cfn_appsync::cfn_graphql_api::"));
        let plan = planned("managedblockchain", "BlockchainNode", Some("Node"));
        assert!(plan.files["crates/managedblockchain/src/blockchain_node.rs"].contains("pub struct BlockchainNode {"));
    }

    #[test]
    fn what_cannot_be_is_refused_with_the_nearest_name() {
        for (service, name, expected) in [
            ("sms", "Topic", "has no service `sms`; the nearest names are "),
            ("sns", "Topics", "`AWS::SNS` has no resource type `Topics`; the nearest names are Topic, "),
            ("sqs", "Queue", "`Queue` exists already, in crates/sqs/src/queue.rs; without a construct are "),
            ("sns", "topic", "`topic` is not the name of a construct: it begins with a small letter; write `Topic`"),
            ("sns", "Top-ic", "it has the character `-`; write `TopIc`"),
            ("sns", "CfnTopic", "`Cfn` begins the names of L1 constructs; write `Topic`"),
            ("sns", "TopicBuilder", "`TopicBuilder` is the builder of a `Topic`; write `Topic`"),
            ("opsworks", "Stack", "is a name of `aws-cdk-core`; choose another, such as `OpsWorksStack`, with"),
        ] {
            let error = refused(service, name);
            assert!(error.contains(expected), "{service} {name}: {error}");
        }
    }
}
