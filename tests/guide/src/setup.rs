//! What the guide's blocks take as given, and what must hold at their end.
#![allow(clippy::panic, reason = "blocks are tests, which may fail")]

use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use aws_cdk_certificatemanager::Certificate;
use aws_cdk_core::{App, CloudAssembly, IConstruct, Stack};
use aws_cdk_ec2::{SubnetGroupAttributes, Vpc, VpcAttributes};
use aws_cdk_lambda::{Code, Function, Runtime};

/// An app that writes into a folder of its own, which [`check`] takes away again.
pub fn app() -> App {
    App::builder().outdir(outdir()).build()
}

fn outdir() -> PathBuf {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    root().join(number.to_string())
}

/// One folder for each process, as blocks may be run in one or in many.
fn root() -> &'static Path {
    static ROOT: OnceLock<PathBuf> = OnceLock::new();
    ROOT.get_or_init(|| std::env::temp_dir().join(format!("aws-cdk-guide-{}", std::process::id())))
}

/// A stack by the name of `Books`.
pub fn stack(app: &App) -> Stack {
    Stack::new(app, "Books")
}

/// A function that is there already; a block says `handler` or a name that tells what it does.
#[track_caller]
pub fn function(scope: &impl IConstruct, id: &str) -> Function {
    Function::builder(scope, id)
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline("exports.handler = async () => ({ statusCode: 200 });"))
        .build()
}

/// The certificate of a domain name.
pub fn certificate(scope: &impl IConstruct) -> aws_cdk_certificatemanager::ImportedCertificate {
    Certificate::from_certificate_arn(scope, "Certificate", "arn:aws:acm:eu-west-1:111111111111:certificate/books")
}

/// A VPC with two availability zones.
pub fn vpc(scope: &impl IConstruct) -> aws_cdk_ec2::ImportedVpc {
    let subnets = SubnetGroupAttributes::new(["subnet-0000000a", "subnet-0000000b"])
        .route_table_ids(["rtb-0000000a", "rtb-0000000b"]);
    let attributes = VpcAttributes::new("vpc-00000001", ["eu-west-1a", "eu-west-1b"]).private_subnets(subnets);
    Vpc::from_vpc_attributes(scope, "Vpc", attributes)
}

/// Synthesizes the app, and fails the test if there are errors or warnings.
#[track_caller]
pub fn check(construct: &impl IConstruct) {
    let assembly = assembly(construct);
    let _ = std::fs::remove_dir_all(assembly.directory());
    let _ = std::fs::remove_dir(root());
}

/// As [`check`], and what was written stays.
#[track_caller]
pub fn assembly(construct: &impl IConstruct) -> CloudAssembly {
    let assembly = match App::of(construct).synth() {
        Ok(assembly) => assembly,
        Err(error) => panic!("{error}"),
    };
    assert!(assembly.directory().starts_with(root()), "the app writes into {}", assembly.directory().display());
    assert!(assembly.warnings().is_empty(), "{:#?}", assembly.warnings());
    assembly
}
