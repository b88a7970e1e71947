//! The zip file that Lambda takes: the binary under the name `bootstrap`, and nothing else.
//!
//! The same binary gives the same bytes: the time is fixed, and so are the mode and the compression. The format is that of
//! <https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT>.

/// What Lambda runs.
const NAME: &str = "bootstrap";

/// A regular file that everybody may read and run.
const MODE: u32 = 0o100_755;

/// The first day that a zip file can tell, 1 January 1980.
const DATE: u16 = (1 << 5) | 1;

/// Version 2.0: files can be compressed.
const VERSION: u16 = 20;

/// Says that the file was made on Unix, so that its mode counts.
const UNIX: u16 = 3 << 8;

const DEFLATED: u16 = 8;

/// The usual balance of size and time.
const LEVEL: u8 = 6;

/// A zip file with a binary; `None` for one that is larger than 4 GiB.
pub(crate) fn zip(binary: &[u8]) -> Option<Vec<u8>> {
    let compressed = miniz_oxide::deflate::compress_to_vec(binary, LEVEL);
    let size = u32::try_from(binary.len()).ok()?;
    let compressed_size = u32::try_from(compressed.len()).ok()?;
    let name_length = u16::try_from(NAME.len()).ok()?;

    // What the header of the file and its entry in the directory at the end have in common.
    let mut description = Vec::new();
    for number in [VERSION, 0, DEFLATED, 0, DATE] {
        description.extend(number.to_le_bytes());
    }
    for number in [crc32fast::hash(binary), compressed_size, size] {
        description.extend(number.to_le_bytes());
    }
    description.extend(name_length.to_le_bytes());
    description.extend(0_u16.to_le_bytes()); // no extra fields

    let mut zip = Vec::with_capacity(compressed.len() + 200);
    zip.extend(b"PK\x03\x04");
    zip.extend(&description);
    zip.extend(NAME.as_bytes());
    zip.extend(&compressed);

    let directory_start = u32::try_from(zip.len()).ok()?;
    zip.extend(b"PK\x01\x02");
    zip.extend((UNIX | VERSION).to_le_bytes());
    zip.extend(&description);
    zip.extend([0; 6]); // no comment, the first disk, no internal attributes
    zip.extend((MODE << 16).to_le_bytes());
    zip.extend(0_u32.to_le_bytes()); // where the file starts
    zip.extend(NAME.as_bytes());
    let directory_size = u32::try_from(zip.len()).ok()? - directory_start;

    zip.extend(b"PK\x05\x06");
    for number in [0_u16, 0, 1, 1] {
        zip.extend(number.to_le_bytes());
    }
    zip.extend(directory_size.to_le_bytes());
    zip.extend(directory_start.to_le_bytes());
    zip.extend(0_u16.to_le_bytes()); // no comment
    Some(zip)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn a_binary_comes_out_as_it_went_in() {
        let binary: Vec<u8> = (0..100_000_u32).flat_map(|number| (number / 7).to_le_bytes()).collect();
        let zip = zip(&binary).unwrap();
        assert_eq!(zip, super::zip(&binary).unwrap());
        let start = 30 + NAME.len();
        assert_eq!(&zip[30..start], b"bootstrap");
        let mut content = Vec::new();
        flate2::read::DeflateDecoder::new(&zip[start..]).read_to_end(&mut content).unwrap();
        assert_eq!(content, binary);
    }

    #[test]
    fn an_empty_one_too() {
        assert!(zip(&[]).unwrap().ends_with(&[0; 2]));
    }
}
