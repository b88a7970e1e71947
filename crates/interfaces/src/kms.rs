//! What others need to know of the keys of AWS Key Management Service.

use std::fmt;

use aws_cdk_core::{Stack, Value};
use aws_cdk_iam::{AccountPrincipal, Grant, GrantOptions, IGrantable, IResourceWithPolicy};

/// What encrypting takes.
const ENCRYPT: [&str; 3] = ["kms:Encrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*"];

/// A key, made here or imported.
pub trait IKey: IResourceWithPolicy + fmt::Debug {
    /// The ARN of the key.
    fn key_arn(&self) -> Value<String>;

    /// The id of the key; for an alias, its name.
    fn key_id(&self) -> Value<String>;

    /// Grants actions on the key.
    #[track_caller]
    fn grant(&self, grantee: &dyn IGrantable, actions: &[&str]) -> Grant;

    /// Grants the right to decrypt.
    #[track_caller]
    fn grant_decrypt(&self, grantee: &dyn IGrantable) -> Grant {
        self.grant(grantee, &["kms:Decrypt"])
    }

    /// Grants the right to encrypt.
    #[track_caller]
    fn grant_encrypt(&self, grantee: &dyn IGrantable) -> Grant {
        self.grant(grantee, &ENCRYPT)
    }

    /// Grants the right to decrypt and to encrypt.
    #[track_caller]
    fn grant_encrypt_decrypt(&self, grantee: &dyn IGrantable) -> Grant {
        self.grant(grantee, &["kms:Decrypt", ENCRYPT[0], ENCRYPT[1], ENCRYPT[2]])
    }

    /// Grants the right to sign.
    #[track_caller]
    fn grant_sign(&self, grantee: &dyn IGrantable) -> Grant {
        self.grant(grantee, &["kms:Sign"])
    }

    /// Grants the right to verify signatures.
    #[track_caller]
    fn grant_verify(&self, grantee: &dyn IGrantable) -> Grant {
        self.grant(grantee, &["kms:Verify"])
    }

    /// Grants the right to sign and to verify signatures.
    #[track_caller]
    fn grant_sign_verify(&self, grantee: &dyn IGrantable) -> Grant {
        self.grant(grantee, &["kms:Sign", "kms:Verify"])
    }

    /// Grants the right to make message authentication codes.
    #[track_caller]
    fn grant_generate_mac(&self, grantee: &dyn IGrantable) -> Grant {
        self.grant(grantee, &["kms:GenerateMac"])
    }

    /// Grants the right to verify message authentication codes.
    #[track_caller]
    fn grant_verify_mac(&self, grantee: &dyn IGrantable) -> Grant {
        self.grant(grantee, &["kms:VerifyMac"])
    }

    /// The region of the key. Default: that of its stack.
    #[doc(hidden)]
    fn resource_region(&self) -> Value<String> {
        Stack::of(self.node()).region()
    }
}

/// For L2 crates: grants actions on a key whose account trusts its own identities.
///
/// A principal of another account or region gets a right to all keys, since the key cannot be named before it exists; the
/// policy of the key names the principal. One of a stack that is deployed after that of the key stands in the policy as its
/// account.
#[doc(hidden)]
#[track_caller]
pub fn grant_on_key(key: &dyn IKey, grantee: &dyn IGrantable, actions: &[&str]) -> Grant {
    let options = GrantOptions::new(grantee).actions(actions.iter().copied());
    let owned = grantee.grant_principal().owned_construct().map(|node| Stack::of(&node));
    let key_stack = Stack::of(key.node());
    let Some(stack) = owned.filter(|stack| is_elsewhere(key, &key_stack, stack)) else {
        return Grant::add_to_principal_or_resource(
            options.resource_arns([key.key_arn()]).resource_self_arns(["*"]),
            key,
        );
    };
    let options = options.resource_arns(["*"]);
    if stack.dependencies().contains(&key_stack) {
        let account = AccountPrincipal::new(stack.account());
        return Grant::add_to_principal_and_resource(options.resource_policy_principal(account), key);
    }
    Grant::add_to_principal_and_resource(options, key)
}

/// Whether a stack is of another account or region than a key and the key's stack.
fn is_elsewhere(key: &dyn IKey, key_stack: &Stack, stack: &Stack) -> bool {
    let differ = |one: &Value<String>, other: &Value<String>| one.as_json().identity() != other.as_json().identity();
    let (account, region) = (stack.account(), stack.region());
    (differ(&key_stack.account(), &account) && differ(&key.resource_account(), &account))
        || (differ(&key_stack.region(), &region) && differ(&key.resource_region(), &region))
}
