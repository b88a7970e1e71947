//! What is said of the ported cases.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test may fail")]

#[test]
fn nothing_is_said_of_ported_cases() {
    let mut lines = String::new();
    for case in parity::cases::all() {
        let outdir = tempfile::tempdir().unwrap();
        let _ = parity::app(case, aws_cdk_core::App::builder().outdir(outdir.path())).synth();
        let text = std::fs::read_to_string(outdir.path().join("diagnostics.json")).unwrap();
        let report: serde_json::Value = serde_json::from_str(&text).unwrap();
        for d in report["diagnostics"].as_array().unwrap() {
            let s = |k: &str| d[k].as_str().unwrap_or_default().to_owned();
            lines += &format!("{} {}[{}] {}: {}\n", case.name, s("severity"), s("code"), s("construct"), s("message"));
        }
    }
    std::fs::write("/tmp/alarms.txt", &lines).unwrap();
}
