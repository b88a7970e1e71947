//! The runtimes that the CDK knows, and what it says of each: layers without a list of their own are for all of these.

use aws_cdk_core::{Json, Object, cfn_json};

use crate::runtime::{Runtime, RuntimeFamily};

/// The names, in the CDK's order; one that stands for the newest of its family comes before that one.
const NAMES: [(&str, bool); 52] = [
    ("nodejs", false),
    ("nodejs4.3", false),
    ("nodejs6.10", false),
    ("nodejs8.10", false),
    ("nodejs10.x", false),
    ("nodejs12.x", false),
    ("nodejs14.x", false),
    ("nodejs16.x", false),
    ("nodejs18.x", false),
    ("nodejs20.x", false),
    ("nodejs24.x", true),
    ("nodejs22.x", false),
    ("nodejs24.x", false),
    ("python2.7", false),
    ("python3.6", false),
    ("python3.7", false),
    ("python3.8", false),
    ("python3.9", false),
    ("python3.10", false),
    ("python3.11", false),
    ("python3.12", false),
    ("python3.13", false),
    ("python3.14", false),
    ("python3.15", false),
    ("java8", false),
    ("java8.al2", false),
    ("java11", false),
    ("java17", false),
    ("java21", false),
    ("java25", false),
    ("java8.al2023", false),
    ("java11.al2023", false),
    ("java17.al2023", false),
    ("dotnet6", false),
    ("dotnet8", false),
    ("dotnet9", false),
    ("dotnet10", false),
    ("dotnetcore1.0", false),
    ("dotnetcore2.0", false),
    ("dotnetcore2.1", false),
    ("dotnetcore3.1", false),
    ("go1.x", false),
    ("ruby2.5", false),
    ("ruby2.7", false),
    ("ruby3.2", false),
    ("ruby3.3", false),
    ("ruby3.4", false),
    ("ruby4.0", false),
    ("provided", false),
    ("provided.al2", false),
    ("provided.al2023", false),
    ("FROM_IMAGE", false),
];

/// Those that support SnapStart: <https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html>.
const SNAP_START: [&str; 13] = [
    "python3.12",
    "python3.13",
    "python3.14",
    "python3.15",
    "java11",
    "java17",
    "java21",
    "java25",
    "java11.al2023",
    "java17.al2023",
    "dotnet8",
    "dotnet9",
    "dotnet10",
];

impl Runtime {
    /// All runtimes that are known here, also those that AWS no longer supports.
    pub fn all() -> Vec<Runtime> {
        NAMES.iter().map(|(name, _)| Runtime::known(name)).collect()
    }

    /// Whether functions can start from a snapshot.
    /// Source: <https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html>.
    pub fn supports_snap_start(&self) -> bool {
        SNAP_START.contains(&self.name())
    }

    /// Whether CodeGuru can profile functions.
    /// Source: <https://docs.aws.amazon.com/codeguru/latest/profiler-ug/setting-up-long.html>.
    pub fn supports_code_guru_profiling(&self) -> bool {
        match self.family() {
            RuntimeFamily::Java => true,
            RuntimeFamily::Python => self.name() != "python2.7",
            _ => false,
        }
    }
}

/// The runtimes as the CDK prints them into the text of which it makes hashes.
pub(crate) fn printed(runtimes: &[Runtime]) -> Json {
    let is_all =
        runtimes.len() == NAMES.len() && runtimes.iter().zip(&NAMES).all(|(one, (name, _))| one.name() == *name);
    let printed = runtimes.iter().enumerate().map(|(index, runtime)| {
        let is_variable = is_all && NAMES.get(index).is_some_and(|(_, is_variable)| *is_variable);
        print(runtime, is_variable)
    });
    Json::List(printed.collect())
}

fn print(runtime: &Runtime, is_variable: bool) -> Json {
    let name = runtime.name();
    let image = format!("public.ecr.aws/sam/build-{name}");
    let family = match (runtime.family(), name) {
        (_, "FROM_IMAGE") => None,
        (_, "go1.x") => Some(4),
        (RuntimeFamily::NodeJs, _) => Some(0),
        (RuntimeFamily::Java, _) => Some(1),
        (RuntimeFamily::Python, _) => Some(2),
        (RuntimeFamily::DotNetCore, _) => Some(3),
        (RuntimeFamily::Ruby, _) => Some(5),
        (RuntimeFamily::Other, _) => Some(6),
    };
    let mut json = Object::new();
    json.insert("name", name)
        .insert("supportsInlineCode", runtime.supports_inline_code())
        .insert("supportsCodeGuruProfiling", runtime.supports_code_guru_profiling())
        .insert("supportsSnapStart", runtime.supports_snap_start());
    if let Some(family) = family {
        json.insert("family", family);
    }
    json.insert("bundlingDockerImage", image.as_str()).insert("bundlingImage", image.as_str());
    json.insert("isVariable", cfn_json!(is_variable));
    Json::Object(json)
}
