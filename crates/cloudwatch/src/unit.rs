//! Units of metrics.

macro_rules! units {
    ($($(#[$doc:meta])* $name:ident = $value:literal;)+) => {
        /// The unit of a metric's values.
        ///
        /// Source: <https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDatum.html>.
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum Unit {
            $($(#[$doc])* $name,)+
            /// A value that AWS added later.
            Other(String),
        }

        impl Unit {
            /// The value as the template has it.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Unit::$name => $value,)+
                    Unit::Other(value) => value,
                }
            }
        }
    };
}

units! {
    /// Seconds.
    Seconds = "Seconds";
    /// Microseconds.
    Microseconds = "Microseconds";
    /// Milliseconds.
    Milliseconds = "Milliseconds";
    /// Bytes.
    Bytes = "Bytes";
    /// Kilobytes.
    Kilobytes = "Kilobytes";
    /// Megabytes.
    Megabytes = "Megabytes";
    /// Gigabytes.
    Gigabytes = "Gigabytes";
    /// Terabytes.
    Terabytes = "Terabytes";
    /// Bits.
    Bits = "Bits";
    /// Kilobits.
    Kilobits = "Kilobits";
    /// Megabits.
    Megabits = "Megabits";
    /// Gigabits.
    Gigabits = "Gigabits";
    /// Terabits.
    Terabits = "Terabits";
    /// Hundredths.
    Percent = "Percent";
    /// How many.
    Count = "Count";
    /// Bytes a second.
    BytesPerSecond = "Bytes/Second";
    /// Kilobytes a second.
    KilobytesPerSecond = "Kilobytes/Second";
    /// Megabytes a second.
    MegabytesPerSecond = "Megabytes/Second";
    /// Gigabytes a second.
    GigabytesPerSecond = "Gigabytes/Second";
    /// Terabytes a second.
    TerabytesPerSecond = "Terabytes/Second";
    /// Bits a second.
    BitsPerSecond = "Bits/Second";
    /// Kilobits a second.
    KilobitsPerSecond = "Kilobits/Second";
    /// Megabits a second.
    MegabitsPerSecond = "Megabits/Second";
    /// Gigabits a second.
    GigabitsPerSecond = "Gigabits/Second";
    /// Terabits a second.
    TerabitsPerSecond = "Terabits/Second";
    /// How many a second.
    CountPerSecond = "Count/Second";
    /// No unit.
    None = "None";
}
