//! Amounts of storage.

use std::error::Error;
use std::fmt;

/// An amount of storage, in whole bytes at least.
///
/// ```
/// use aws_cdk_core::Size;
///
/// assert_eq!(Size::gibibytes(2).to_mebibytes(), Ok(2048));
/// assert_eq!(Size::kibibytes(1536).to_human_string(), "1.5 MiB");
/// assert!(Size::bytes(100).to_kibibytes().is_err());
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Size {
    amount: u64,
    unit: Unit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Bytes,
    Kibibytes,
    Mebibytes,
    Gibibytes,
    Tebibytes,
    Pebibytes,
}

impl Unit {
    /// All units, largest first.
    const ALL: [Unit; 6] =
        [Unit::Pebibytes, Unit::Tebibytes, Unit::Gibibytes, Unit::Mebibytes, Unit::Kibibytes, Unit::Bytes];

    fn bytes(self) -> u64 {
        1 << (10 * self as u64)
    }

    fn labels(self) -> (&'static str, &'static str) {
        match self {
            Unit::Bytes => ("bytes", "bytes"),
            Unit::Kibibytes => ("kibibytes", "KiB"),
            Unit::Mebibytes => ("mebibytes", "MiB"),
            Unit::Gibibytes => ("gibibytes", "GiB"),
            Unit::Tebibytes => ("tebibytes", "TiB"),
            Unit::Pebibytes => ("pebibytes", "PiB"),
        }
    }
}

/// Why a size could not be converted: it is not a whole number of the unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SizeError {
    size: String,
    unit: &'static str,
}

impl fmt::Display for SizeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is not a whole number of {}", self.size, self.unit)
    }
}

impl Error for SizeError {}

macro_rules! units {
    ($($make:ident, $convert:ident, $fraction:ident, $unit:ident, $bytes:literal;)+) => {
        impl Size {
            $(
                #[doc = concat!("A number of ", stringify!($make), " (", $bytes, ").")]
                pub fn $make(amount: u64) -> Self {
                    Self { amount, unit: Unit::$unit }
                }

                #[doc = concat!("The number of ", stringify!($make), ".")]
                ///
                /// # Errors
                /// If it is not a whole one.
                pub fn $convert(self) -> Result<u64, SizeError> {
                    self.whole(Unit::$unit)
                }

                #[doc = concat!("The number of ", stringify!($make), ", with a fraction.")]
                pub fn $fraction(self) -> f64 {
                    self.in_bytes() as f64 / Unit::$unit.bytes() as f64
                }
            )+
        }
    };
}

units! {
    bytes, to_bytes, as_bytes_f64, Bytes, "8 bits";
    kibibytes, to_kibibytes, as_kibibytes_f64, Kibibytes, "1,024 bytes";
    mebibytes, to_mebibytes, as_mebibytes_f64, Mebibytes, "1,024 KiB";
    gibibytes, to_gibibytes, as_gibibytes_f64, Gibibytes, "1,024 MiB";
    tebibytes, to_tebibytes, as_tebibytes_f64, Tebibytes, "1,024 GiB";
    pebibytes, to_pebibytes, as_pebibytes_f64, Pebibytes, "1,024 TiB";
}

impl Size {
    fn in_bytes(self) -> u128 {
        u128::from(self.amount) * u128::from(self.unit.bytes())
    }

    /// What does not fit 64 bits is the largest number.
    fn whole(self, unit: Unit) -> Result<u64, SizeError> {
        let (bytes, unit_bytes) = (self.in_bytes(), u128::from(unit.bytes()));
        if bytes.is_multiple_of(unit_bytes) {
            return Ok(u64::try_from(bytes / unit_bytes).unwrap_or(u64::MAX));
        }
        let size = format!("{} {}", self.amount, self.unit.labels().0);
        Err(SizeError { size, unit: unit.labels().0 })
    }

    /// The largest unit of which it is one at least, with up to two decimals, for people: `1.5 MiB`.
    pub fn to_human_string(self) -> String {
        let bytes = self.in_bytes();
        let unit = Unit::ALL.into_iter().find(|unit| bytes >= u128::from(unit.bytes())).unwrap_or(Unit::Bytes);
        // Halves are rounded up, as JavaScript's `toFixed` does it; `format!` rounds them to even digits.
        let unit_bytes = u128::from(unit.bytes());
        let hundredths = (bytes * 100 + unit_bytes / 2) / unit_bytes;
        let number = format!("{}.{:02}", hundredths / 100, hundredths % 100);
        format!("{} {}", number.trim_end_matches('0').trim_end_matches('.'), unit.labels().1)
    }
}

/// Two sizes are equal if they are the same number of bytes, in whatever unit they were given.
impl PartialEq for Size {
    fn eq(&self, other: &Self) -> bool {
        self.in_bytes() == other.in_bytes()
    }
}

impl Eq for Size {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_convert_where_they_are_whole() {
        assert_eq!(Size::mebibytes(3), Size::kibibytes(3072));
        assert_eq!(Size::pebibytes(u64::MAX).to_pebibytes(), Ok(u64::MAX));
        let error = Size::kibibytes(1500).to_mebibytes().unwrap_err();
        assert_eq!(error.to_string(), "1500 kibibytes is not a whole number of mebibytes");
    }

    #[test]
    fn sizes_are_told_in_the_largest_unit() {
        assert_eq!(Size::bytes(0).to_human_string(), "0 bytes");
        assert_eq!(Size::bytes(1023).to_human_string(), "1023 bytes");
        assert_eq!(Size::gibibytes(10).to_human_string(), "10 GiB");
        assert_eq!(Size::kibibytes(1_152).to_human_string(), "1.13 MiB");
        assert_eq!(Size::bytes(1_048_575).to_human_string(), "1024 KiB");
        assert_eq!(Size::pebibytes(2_000).to_human_string(), "2000 PiB");
    }

    #[test]
    fn fractions_are_for_those_who_ask() {
        assert_eq!(Size::mebibytes(1_536).as_gibibytes_f64(), 1.5);
    }
}
