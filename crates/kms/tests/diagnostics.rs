//! What keys and aliases say of mistakes.

use aws_cdk_core::{App, Aws, Duration, Stack, cfn_format};
use aws_cdk_kms::{Alias, Key, KeySpec, KeyUsage};

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
fn each_kind_of_key_has_its_uses() {
    let found = codes(|stack| {
        for (index, (spec, usage)) in [
            (KeySpec::Hmac256, KeyUsage::EncryptDecrypt),
            (KeySpec::SymmetricDefault, KeyUsage::SignVerify),
            (KeySpec::Rsa2048, KeyUsage::GenerateVerifyMac),
            (KeySpec::EccSecgP256K1, KeyUsage::KeyAgreement),
            (KeySpec::Rsa2048, KeyUsage::EncryptDecrypt),
            (KeySpec::EccNistEdwards25519, KeyUsage::SignVerify),
            (KeySpec::Other("NEW".to_owned()), KeyUsage::KeyAgreement),
        ]
        .into_iter()
        .enumerate()
        {
            Key::builder(stack, format!("Key{index}")).key_spec(spec).key_usage(usage).build();
        }
    });
    assert_eq!(found, ["kms::key-usage"; 4]);
}

#[test]
fn only_symmetric_keys_are_rotated() {
    let found = codes(|stack| {
        let asymmetric = Key::builder(stack, "Asymmetric").key_spec(KeySpec::Rsa2048);
        asymmetric.enable_key_rotation(true).build();
        Key::builder(stack, "Still").enable_key_rotation(false).rotation_period(Duration::days(90)).build();
        Key::builder(stack, "Often").rotation_period(Duration::days(89)).build();
        Key::builder(stack, "Soon").pending_window(Duration::days(6)).build();
    });
    assert_eq!(found, ["kms::rotation", "kms::rotation", "kms::rotation-period", "kms::pending-window"]);
}

#[test]
fn names_of_aliases_follow_the_rules() {
    let found = codes(|stack| {
        let key = Key::new(stack, "Key");
        for (index, name) in ["", "alias/", "alias/aws/s3", "no spaces"].into_iter().enumerate() {
            Alias::builder(stack, format!("Alias{index}"), name, &key).build();
        }
        Alias::builder(stack, "Token", cfn_format!("alias/aws/{}", Aws::REGION), &key).build();
        Alias::builder(stack, "Fine", cfn_format!("{}", Aws::REGION), &key).build();
    });
    assert_eq!(found, ["kms::alias-name"; 5]);
}

#[test]
fn an_import_needs_an_arn() {
    let found = codes(|stack| {
        Key::from_key_arn(stack, "Text", "key");
        Key::from_key_arn(stack, "Short", "arn:aws:kms:us-east-1:111111111111:key");
    });
    assert_eq!(found, ["kms::invalid-arn"; 2]);
}
