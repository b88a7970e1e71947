//! Which version of the GNU C library a binary needs.

/// The minor version of glibc 2 in `provided.al2023`: <https://docs.aws.amazon.com/linux/al2023/ug/core-glibc.html>.
pub(crate) const LAMBDA: u32 = 34;

/// The newest minor version of glibc 2 whose symbols a binary names; `None` if it names none, as one for musl.
///
/// The names stand as texts, each ended by a zero byte, in the table of strings for dynamic linking.
pub(crate) fn needed(binary: &[u8]) -> Option<u32> {
    const PREFIX: &[u8] = b"\0GLIBC_2.";
    let mut newest = None;
    let mut rest = binary;
    while let Some(start) = rest.windows(PREFIX.len()).position(|bytes| bytes == PREFIX) {
        rest = &rest[start + PREFIX.len()..];
        let digits: Vec<u8> = rest.iter().copied().take_while(u8::is_ascii_digit).take(4).collect();
        let ends = rest.get(digits.len()).is_some_and(|byte| [0, b'.'].contains(byte));
        let version = String::from_utf8(digits).ok().and_then(|digits| digits.parse().ok());
        newest = newest.max(version.filter(|_| ends));
    }
    newest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_version_counts() {
        assert_eq!(needed(b"\0GLIBC_2.2.5\0libc.so.6\0GLIBC_2.34\0GLIBC_2.17\0"), Some(34));
        assert_eq!(needed(b"\0GLIBC_2.x\0 GLIBC_2.99\0GLIBC_2.40"), None);
        assert_eq!(needed(b""), None);
    }
}
