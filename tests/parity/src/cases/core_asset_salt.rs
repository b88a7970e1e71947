//! The context value that changes the hashes of all assets, of a directory and of an archive.

use aws_cdk_core::{App, Stack};
use aws_cdk_lambda::{Code, Function, Runtime};

pub(super) fn context() -> Vec<(&'static str, serde_json::Value)> {
    vec![("@aws-cdk/core:assetHashSalt", "pepper".into())]
}

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "AssetSalt");
    for name in ["hello", "bundle.zip"] {
        Function::builder(&stack, name.replace('.', ""))
            .runtime(Runtime::NODEJS_22_X)
            .handler("index.handler")
            .code(Code::from_asset(crate::fixture(name)))
            .build();
    }
}
