//! What keys are made of, and what they are for.

/// The kind of cryptographic material of a key.
///
/// Source: <https://docs.aws.amazon.com/kms/latest/developerguide/symm-asymm-choose-key-spec.html>.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum KeySpec {
    /// `SYMMETRIC_DEFAULT`: a symmetric key of 256 bits (SM4 in regions of China).
    SymmetricDefault,
    /// `RSA_2048`.
    Rsa2048,
    /// `RSA_3072`.
    Rsa3072,
    /// `RSA_4096`.
    Rsa4096,
    /// `ECC_NIST_P256`.
    EccNistP256,
    /// `ECC_NIST_P384`.
    EccNistP384,
    /// `ECC_NIST_P521`.
    EccNistP521,
    /// `ECC_SECG_P256K1`, which cryptocurrencies use.
    EccSecgP256K1,
    /// `ECC_NIST_EDWARDS25519`.
    EccNistEdwards25519,
    /// `HMAC_224`.
    Hmac224,
    /// `HMAC_256`.
    Hmac256,
    /// `HMAC_384`.
    Hmac384,
    /// `HMAC_512`.
    Hmac512,
    /// `SM2`, in regions of China.
    Sm2,
    /// `ML_DSA_44`.
    MlDsa44,
    /// `ML_DSA_65`.
    MlDsa65,
    /// `ML_DSA_87`.
    MlDsa87,
    /// One that AWS added later.
    Other(String),
}

/// The families of key specs that share what they can be used for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Family {
    Symmetric,
    Rsa,
    Ecc,
    EccSecg,
    Edwards,
    Hmac,
    Sm2,
    MlDsa,
    Unknown,
}

impl KeySpec {
    /// The value as the template has it.
    pub fn as_str(&self) -> &str {
        match self {
            KeySpec::SymmetricDefault => "SYMMETRIC_DEFAULT",
            KeySpec::Rsa2048 => "RSA_2048",
            KeySpec::Rsa3072 => "RSA_3072",
            KeySpec::Rsa4096 => "RSA_4096",
            KeySpec::EccNistP256 => "ECC_NIST_P256",
            KeySpec::EccNistP384 => "ECC_NIST_P384",
            KeySpec::EccNistP521 => "ECC_NIST_P521",
            KeySpec::EccSecgP256K1 => "ECC_SECG_P256K1",
            KeySpec::EccNistEdwards25519 => "ECC_NIST_EDWARDS25519",
            KeySpec::Hmac224 => "HMAC_224",
            KeySpec::Hmac256 => "HMAC_256",
            KeySpec::Hmac384 => "HMAC_384",
            KeySpec::Hmac512 => "HMAC_512",
            KeySpec::Sm2 => "SM2",
            KeySpec::MlDsa44 => "ML_DSA_44",
            KeySpec::MlDsa65 => "ML_DSA_65",
            KeySpec::MlDsa87 => "ML_DSA_87",
            KeySpec::Other(name) => name,
        }
    }

    fn family(&self) -> Family {
        match self {
            KeySpec::SymmetricDefault => Family::Symmetric,
            KeySpec::Rsa2048 | KeySpec::Rsa3072 | KeySpec::Rsa4096 => Family::Rsa,
            KeySpec::EccNistP256 | KeySpec::EccNistP384 | KeySpec::EccNistP521 => Family::Ecc,
            KeySpec::EccSecgP256K1 => Family::EccSecg,
            KeySpec::EccNistEdwards25519 => Family::Edwards,
            KeySpec::Hmac224 | KeySpec::Hmac256 | KeySpec::Hmac384 | KeySpec::Hmac512 => Family::Hmac,
            KeySpec::Sm2 => Family::Sm2,
            KeySpec::MlDsa44 | KeySpec::MlDsa65 | KeySpec::MlDsa87 => Family::MlDsa,
            KeySpec::Other(_) => Family::Unknown,
        }
    }

    /// Whether KMS can rotate keys of this kind: those of its own symmetric material.
    pub(crate) fn can_rotate(&self) -> bool {
        matches!(self.family(), Family::Symmetric | Family::Unknown)
    }
}

/// What a key is for.
///
/// Source: <https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-usage>.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum KeyUsage {
    /// `ENCRYPT_DECRYPT`.
    EncryptDecrypt,
    /// `SIGN_VERIFY`.
    SignVerify,
    /// `GENERATE_VERIFY_MAC`.
    GenerateVerifyMac,
    /// `KEY_AGREEMENT`.
    KeyAgreement,
    /// One that AWS added later.
    Other(String),
}

impl KeyUsage {
    /// The value as the template has it.
    pub fn as_str(&self) -> &str {
        match self {
            KeyUsage::EncryptDecrypt => "ENCRYPT_DECRYPT",
            KeyUsage::SignVerify => "SIGN_VERIFY",
            KeyUsage::GenerateVerifyMac => "GENERATE_VERIFY_MAC",
            KeyUsage::KeyAgreement => "KEY_AGREEMENT",
            KeyUsage::Other(name) => name,
        }
    }

    /// Whether keys of a kind can be used so.
    pub(crate) fn fits(&self, spec: &KeySpec) -> bool {
        let family = spec.family();
        match self {
            KeyUsage::EncryptDecrypt => !matches!(family, Family::Ecc | Family::EccSecg | Family::Hmac | Family::MlDsa),
            KeyUsage::SignVerify => !matches!(family, Family::Symmetric | Family::Hmac),
            KeyUsage::GenerateVerifyMac => matches!(family, Family::Hmac | Family::Edwards | Family::Unknown),
            KeyUsage::KeyAgreement => {
                matches!(family, Family::Ecc | Family::Edwards | Family::Sm2 | Family::Unknown)
            }
            KeyUsage::Other(_) => true,
        }
    }
}
