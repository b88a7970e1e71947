//! What buckets say of mistakes.

use aws_cdk_core::{App, Stack};
use aws_cdk_s3::Bucket;

fn codes(build: impl FnOnce(&Stack)) -> Vec<String> {
    let app = App::new();
    build(&Stack::new(&app, "Stack"));
    let diagnostics = app.diagnostics();
    for diagnostic in &diagnostics {
        assert!(diagnostic.location().file().ends_with("diagnostics.rs"), "{diagnostic}");
    }
    diagnostics.iter().map(|diagnostic| diagnostic.code().to_owned()).collect()
}

#[test]
fn names_of_buckets_follow_the_rules() {
    let names = ["", "ab", "Upper", "under_score", "-start", "end-", "two..dots", &"a".repeat(64)];
    for name in names {
        let found = codes(|stack| {
            Bucket::builder(stack, "Bucket").bucket_name(name).build();
        });
        assert_eq!(found, ["s3::bucket-name"], "{name}");
    }
    for name in ["abc", "my.bucket-1", &"a".repeat(63)] {
        let found = codes(|stack| {
            Bucket::builder(stack, "Bucket").bucket_name(name).build();
        });
        assert_eq!(found, Vec::<String>::new(), "{name}");
    }
}
