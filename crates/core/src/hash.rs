//! Hashes, and how they are written. For L2 crates; what stands here may change with any version.
//!
//! The crates behind this have no dependencies. Those of RustCrypto take 2.4 s of CPU more in a clean build; their code for
//! processors that have instructions for SHA-256 makes up for that only where hundreds of megabytes are hashed, and in debug
//! builds not even there.

pub(crate) use hmac_sha256::Hash as Sha256;

/// The SHA-256 of bytes.
pub fn sha256(bytes: impl AsRef<[u8]>) -> [u8; 32] {
    Sha256::hash(bytes.as_ref())
}

/// The MD5 of bytes.
pub fn md5(bytes: impl AsRef<[u8]>) -> [u8; 16] {
    // `compute` itself is compiled anew for each type that it is given.
    fn of(bytes: &[u8]) -> [u8; 16] {
        md5::compute(bytes).0
    }
    of(bytes.as_ref())
}

/// Bytes as hexadecimal digits, in lower case.
pub fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from(b"0123456789abcdef"[usize::from(half)]);
    let mut digits = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        digits.push(digit(byte >> 4));
        digits.push(digit(byte & 0xf));
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The examples of the standards: FIPS 180-2 and RFC 1321.
    #[test]
    fn hashes_are_those_of_the_standards() {
        assert_eq!(hex(&sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(hex(&md5("abc")), "900150983cd24fb0d6963f7d28e17f72");
    }
}
