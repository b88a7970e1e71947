//! `cargo xtask codegen`: writes the L1 crates below `crates/cfn`, and the table of all types.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use codegen::Model;

use crate::tree::{self, Files};
use crate::{repository, specification};

/// The folder that is generated whole, relative to the repository.
const FOLDER: &str = "crates/cfn";
/// The folder of the table of all types, relative to the repository.
const SHAPES_FOLDER: &str = "crates/cloudformation-include/generated";
/// The table of all types, in its folder.
const SHAPES_FILE: &str = "shapes.txt";
/// How many nearest names an unknown one is answered with.
const SUGGESTIONS: usize = 3;

/// Write the L1 crates of all services to `crates/cfn`, delete what is stale there, and write the table of all types.
#[derive(Debug, Default, clap::Args)]
pub(crate) struct Arguments {
    /// Write nothing; report the first difference, and fail if there is one.
    #[arg(long)]
    check: bool,
    /// Only this service, as in `AWS::ApiGatewayV2`; other crates and the table are left alone. May be repeated.
    #[arg(long, value_name = "NAMESPACE")]
    service: Vec<String>,
    /// Read this specification, plain or gzipped JSON, instead of the committed one. Needs `--out`.
    #[arg(long, value_name = "FILE", requires = "out")]
    spec: Option<PathBuf>,
    /// Write the crates to this folder, each below it, instead of to `crates/cfn`; with `--spec`, what else is there stays.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let root = repository::root();
    let model = match &arguments.spec {
        Some(file) => specification::read_file(file)?,
        None => specification::read(&specification::folder(&root))?,
    };
    let services: Vec<&str> = if arguments.service.is_empty() {
        model.services.keys().map(String::as_str).collect()
    } else {
        arguments.service.iter().map(String::as_str).collect()
    };
    check_names(&model, &services)?;
    let folder = arguments.out.clone().unwrap_or_else(|| root.join(FOLDER));
    if arguments.out.is_some() || !arguments.service.is_empty() {
        for service in services {
            let generated = codegen::emit(&model, service)?;
            update(&folder.join(&generated.directory), &generated.files, arguments.check)?;
        }
        return Ok(());
    }
    update(&folder, &all_files(&model, &services)?, arguments.check)?;
    let shapes = Files::from([(SHAPES_FILE.to_owned(), codegen::shapes(&model))]);
    update(&root.join(SHAPES_FOLDER), &shapes, arguments.check)
}

/// Writes or checks a folder.
fn update(folder: &Path, files: &Files, check: bool) -> Result<()> {
    let shown = folder.strip_prefix(repository::root()).unwrap_or(folder).display();
    if check {
        return match tree::check(folder, files)? {
            Some(difference) => bail!("generated code is not fresh, run `cargo xtask codegen`\n{shown}/{difference}"),
            None => Ok(()),
        };
    }
    let tree::Changes { written, deleted } = tree::write(folder, files)?;
    writeln!(io::stdout(), "{shown}: {} files, {written} written, {deleted} deleted", files.len())?;
    Ok(())
}

/// The files of all crates, by path below `crates/cfn`.
fn all_files(model: &Model, services: &[&str]) -> Result<Files> {
    let mut files = Files::new();
    for service in services {
        let generated = codegen::emit(model, service)?;
        let directory = generated.directory;
        files.extend(generated.files.into_iter().map(|(path, text)| (format!("{directory}/{path}"), text)));
    }
    Ok(files)
}

fn check_names(model: &Model, services: &[&str]) -> Result<()> {
    match services.iter().find(|service| !model.services.contains_key(**service)) {
        Some(unknown) => {
            let nearest = nearest(unknown, model.services.keys().map(String::as_str));
            bail!("the specification has no service `{unknown}`; the nearest names are {}", nearest.join(", "))
        }
        None => Ok(()),
    }
}

/// The names most like `wanted`, best first.
pub(crate) fn nearest<'a>(wanted: &str, names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let normalized = |name: &str| name.trim_start_matches("AWS::").to_ascii_lowercase();
    let wanted = normalized(wanted);
    let mut ranked: Vec<_> =
        names.map(|name| (strsim::damerau_levenshtein(&wanted, &normalized(name)), name)).collect();
    ranked.sort();
    ranked.into_iter().take(SUGGESTIONS).map(|(_, name)| name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_names_the_first_difference_relative_to_the_repository() {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::from([("sqs/src/lib.rs".to_owned(), "new\n".to_owned())]);
        let error = update(folder.path(), &files, true).unwrap_err().to_string();
        assert!(error.ends_with("/sqs/src/lib.rs is missing"), "{error}");
        update(folder.path(), &files, false).unwrap();
        update(folder.path(), &files, true).unwrap();
    }

    #[test]
    fn a_specification_of_your_own_goes_to_a_folder_of_your_own() {
        let folder = tempfile::tempdir().unwrap();
        let specification = r#"{ "ResourceSpecificationVersion": "1", "PropertyTypes": {}, "ResourceTypes": {
            "Own::Books::Book": { "Documentation": "https://example.com", "Properties": {} },
            "Own::Music::Song": { "Documentation": "https://example.com", "Properties": {} } } }"#;
        let (plain, gzipped) = (folder.path().join("spec.json"), folder.path().join("spec.json.gz"));
        std::fs::write(&plain, specification).unwrap();
        std::fs::write(&gzipped, specification::compress(specification.as_bytes()).unwrap()).unwrap();
        let out = folder.path().join("out");
        let arguments = |spec: &Path, service: Vec<String>| Arguments {
            service,
            spec: Some(spec.to_owned()),
            out: Some(out.clone()),
            check: false,
        };
        run(&arguments(&gzipped, vec!["Own::Music".to_owned()])).unwrap();
        assert!(!out.join("books").exists() && out.join("music/src/cfn_song.rs").exists());
        run(&arguments(&plain, Vec::new())).unwrap();
        assert!(std::fs::read_to_string(out.join("books/src/lib.rs")).unwrap().contains("pub use cfn_book::CfnBook;"));
        let error = run(&arguments(&plain, vec!["Own::Book".to_owned()])).unwrap_err().to_string();
        assert!(error.contains("no service `Own::Book`; the nearest names are Own::Books"), "{error}");
        std::fs::write(&plain, "[]").unwrap();
        let error = format!("{:#}", run(&arguments(&plain, Vec::new())).unwrap_err());
        assert!(error.contains("cannot understand") && error.contains("spec.json"), "{error}");
    }

    #[test]
    fn generated_code_is_fresh() {
        run(&Arguments { check: true, ..Arguments::default() }).unwrap();
    }

    #[test]
    fn unknown_service_suggests_the_nearest() {
        let model = specification::read(&specification::folder(&repository::root())).unwrap();
        let error = check_names(&model, &["AWS::Lambda", "AWS::ApiGatewayV3"]).unwrap_err().to_string();
        assert_eq!(
            error,
            "the specification has no service `AWS::ApiGatewayV3`; the nearest names are AWS::ApiGatewayV2, \
             AWS::ApiGateway, AWS::BackupGateway"
        );
        let error = check_names(&model, &["lambda"]).unwrap_err().to_string();
        assert!(error.contains("are AWS::Lambda,"), "{error}");
    }
}
