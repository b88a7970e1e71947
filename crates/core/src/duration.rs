//! Lengths of time.

use std::error::Error;
use std::fmt;
use std::iter::Sum;
use std::ops::Add;

/// A length of time, in whole milliseconds at least.
///
/// It keeps the unit in which it was given, so that messages and templates can repeat it.
///
/// ```
/// use aws_cdk_core::Duration;
///
/// assert_eq!(Duration::minutes(5).to_seconds(), Ok(300));
/// assert_eq!(Duration::seconds(90).to_iso_string(), "PT1M30S");
/// assert_eq!(Duration::parse("P1DT12H"), Ok(Duration::hours(36)));
/// assert!(Duration::millis(1500).to_seconds().is_err());
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Duration {
    amount: u64,
    unit: Unit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Unit {
    Millis,
    Seconds,
    Minutes,
    Hours,
    Days,
}

impl Unit {
    /// The units above the millisecond, largest first, with the letters of ISO 8601.
    const LARGE: [(Unit, &'static str); 4] =
        [(Unit::Days, "D"), (Unit::Hours, "H"), (Unit::Minutes, "M"), (Unit::Seconds, "S")];

    fn millis(self) -> u64 {
        match self {
            Unit::Millis => 1,
            Unit::Seconds => 1_000,
            Unit::Minutes => 60_000,
            Unit::Hours => 3_600_000,
            Unit::Days => 86_400_000,
        }
    }

    fn label(self) -> &'static str {
        match self {
            Unit::Millis => "millis",
            Unit::Seconds => "seconds",
            Unit::Minutes => "minutes",
            Unit::Hours => "hours",
            Unit::Days => "days",
        }
    }
}

/// Why a duration could not be read or converted.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DurationError {
    /// It is not a whole number of the unit that is wanted.
    NotWhole {
        /// The duration as it was given, such as `1500 millis`.
        duration: String,
        /// The unit that is wanted.
        unit: &'static str,
    },
    /// The text is not a duration in ISO 8601.
    Invalid {
        /// The text.
        text: String,
    },
}

impl fmt::Display for DurationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DurationError::NotWhole { duration, unit } => write!(f, "{duration} is not a whole number of {unit}"),
            DurationError::Invalid { text } => write!(f, "`{text}` is not a duration in ISO 8601 such as `PT15M`"),
        }
    }
}

impl Error for DurationError {}

impl Duration {
    fn new(amount: u64, unit: Unit) -> Self {
        Self { amount, unit }
    }

    /// A number of milliseconds.
    pub fn millis(amount: u64) -> Self {
        Self::new(amount, Unit::Millis)
    }

    /// A number of seconds.
    pub fn seconds(amount: u64) -> Self {
        Self::new(amount, Unit::Seconds)
    }

    /// A number of minutes.
    pub fn minutes(amount: u64) -> Self {
        Self::new(amount, Unit::Minutes)
    }

    /// A number of hours.
    pub fn hours(amount: u64) -> Self {
        Self::new(amount, Unit::Hours)
    }

    /// A number of days of 24 hours.
    pub fn days(amount: u64) -> Self {
        Self::new(amount, Unit::Days)
    }

    /// Reads ISO 8601 with days, hours, minutes and seconds, the last with up to three decimals: `P1DT2H3M4.5S`.
    ///
    /// # Errors
    /// [`DurationError::Invalid`] for anything else.
    pub fn parse(text: &str) -> Result<Self, DurationError> {
        parse_iso(text).map(Self::millis).ok_or_else(|| DurationError::Invalid { text: text.to_owned() })
    }

    /// The number of milliseconds; what does not fit 64 bits is the largest number.
    pub fn to_milliseconds(self) -> u64 {
        self.amount.saturating_mul(self.unit.millis())
    }

    fn whole(self, unit: Unit) -> Result<u64, DurationError> {
        let millis = self.to_milliseconds();
        if millis % unit.millis() == 0 {
            return Ok(millis / unit.millis());
        }
        Err(DurationError::NotWhole { duration: format!("{} {}", self.amount, self.unit.label()), unit: unit.label() })
    }

    /// The number of seconds.
    ///
    /// # Errors
    /// [`DurationError::NotWhole`] if it is not a whole one; see [`Duration::as_seconds_f64`].
    pub fn to_seconds(self) -> Result<u64, DurationError> {
        self.whole(Unit::Seconds)
    }

    /// The number of minutes.
    ///
    /// # Errors
    /// [`DurationError::NotWhole`] if it is not a whole one.
    pub fn to_minutes(self) -> Result<u64, DurationError> {
        self.whole(Unit::Minutes)
    }

    /// The number of hours.
    ///
    /// # Errors
    /// [`DurationError::NotWhole`] if it is not a whole one.
    pub fn to_hours(self) -> Result<u64, DurationError> {
        self.whole(Unit::Hours)
    }

    /// The number of days.
    ///
    /// # Errors
    /// [`DurationError::NotWhole`] if it is not a whole one.
    pub fn to_days(self) -> Result<u64, DurationError> {
        self.whole(Unit::Days)
    }

    /// The number of seconds, with a fraction.
    pub fn as_seconds_f64(self) -> f64 {
        self.to_milliseconds() as f64 / 1_000.0
    }

    /// True if it takes no time.
    pub fn is_zero(self) -> bool {
        self.amount == 0
    }

    /// The time from `other` on until this one; none if `other` is longer.
    pub fn saturating_sub(self, other: Self) -> Self {
        let unit = self.unit.min(other.unit);
        Self::millis(self.to_milliseconds().saturating_sub(other.to_milliseconds())).in_unit(unit)
    }

    /// The same time in a unit of which it is a whole number.
    fn in_unit(self, unit: Unit) -> Self {
        Self::new(self.to_milliseconds() / unit.millis(), unit)
    }

    /// ISO 8601, as CloudFormation takes it: `PT1M30S`, `P1D`, `PT0.5S`.
    pub fn to_iso_string(self) -> String {
        if self.is_zero() {
            return "PT0S".to_owned();
        }
        let mut text = String::from("P");
        let mut rest = self.to_milliseconds();
        let mut time = false;
        for (unit, letter) in Unit::LARGE {
            let whole = rest / unit.millis();
            rest -= whole * unit.millis();
            let decimals = if unit == Unit::Seconds { decimals(rest) } else { String::new() };
            if whole == 0 && decimals.is_empty() {
                continue;
            }
            if unit != Unit::Days && !time {
                text.push('T');
                time = true;
            }
            text += &format!("{whole}{decimals}{letter}");
        }
        text
    }

    /// The two largest units, for people: `1 minute 30 seconds`.
    pub fn to_human_string(self) -> String {
        let word = |amount: u64, unit: Unit| {
            let label = unit.label();
            format!("{amount} {}", if amount == 1 { &label[..label.len() - 1] } else { label })
        };
        if self.is_zero() {
            return word(0, self.unit);
        }
        let mut rest = self.to_milliseconds();
        let mut words = Vec::new();
        for unit in Unit::LARGE.map(|(unit, _)| unit).into_iter().chain([Unit::Millis]) {
            let whole = rest / unit.millis();
            rest -= whole * unit.millis();
            if whole > 0 {
                words.push(word(whole, unit));
            }
        }
        words.truncate(2);
        words.join(" ")
    }
}

/// The fraction of a second, with its point, without zeros at the end.
fn decimals(millis: u64) -> String {
    if millis == 0 { String::new() } else { format!(".{millis:03}").trim_end_matches('0').to_owned() }
}

/// Two durations are equal if they take the same time, in whatever unit they were given.
impl PartialEq for Duration {
    fn eq(&self, other: &Self) -> bool {
        self.to_milliseconds() == other.to_milliseconds()
    }
}

impl Eq for Duration {}

impl PartialOrd for Duration {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Duration {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.to_milliseconds().cmp(&other.to_milliseconds())
    }
}

impl Add for Duration {
    type Output = Duration;

    fn add(self, other: Self) -> Self {
        let unit = self.unit.min(other.unit);
        Self::millis(self.to_milliseconds().saturating_add(other.to_milliseconds())).in_unit(unit)
    }
}

impl Sum for Duration {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Duration::days(0), Add::add)
    }
}

/// The milliseconds of `P…D`, `T…H…M…S`; at least one part, each at most once, in this order.
fn parse_iso(text: &str) -> Option<u64> {
    let rest = text.strip_prefix('P')?;
    let (date, time) = match rest.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None => (rest, None),
    };
    let mut total: u64 = 0;
    let mut parts = 0;
    if !date.is_empty() {
        total = whole_number(date.strip_suffix('D')?)?.checked_mul(Unit::Days.millis())?;
        parts += 1;
    }
    let mut time = time.unwrap_or_default();
    for (unit, letter) in &Unit::LARGE[1..] {
        let Some((number, rest)) = time.split_once(letter) else { continue };
        let millis = match (number.split_once('.'), unit) {
            (Some((whole, decimals)), Unit::Seconds) => {
                let padded = format!("{decimals:0<3}");
                let decimals = whole_number(&padded).filter(|_| (1..=3).contains(&decimals.len()))?;
                whole_number(whole)?.checked_mul(1_000)?.checked_add(decimals)?
            }
            _ => whole_number(number)?.checked_mul(unit.millis())?,
        };
        total = total.checked_add(millis)?;
        parts += 1;
        time = rest;
    }
    (parts > 0 && time.is_empty()).then_some(total)
}

fn whole_number(text: &str) -> Option<u64> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn iso_strings_are_read_back() {
        for text in ["PT0.5S", "PT1M30S", "P1D", "P2DT3H4M5.006S", "PT12H"] {
            assert_eq!(Duration::parse(text).map(Duration::to_iso_string).as_deref(), Ok(text));
        }
    }

    #[test]
    fn other_texts_are_refused() {
        for text in ["", "P", "PT", "P1", "1D", "PT1S2M", "PT1.2345S", "P1H", "PT-1S", "PT1M1M", "P99999999999999999999D"] {
            assert_eq!(Duration::parse(text), Err(DurationError::Invalid { text: text.to_owned() }), "{text}");
        }
    }

    #[test]
    fn sums_keep_the_finer_unit() {
        let sum = Duration::minutes(1) + Duration::seconds(30);
        assert_eq!(sum.to_human_string(), "1 minute 30 seconds");
        assert_eq!((Duration::hours(1) + Duration::minutes(0)).to_hours(), Ok(1));
        assert_eq!(Duration::minutes(1).saturating_sub(Duration::hours(1)), Duration::seconds(0));
    }

    #[test]
    fn what_is_not_whole_names_itself() {
        let error = Duration::seconds(90).to_minutes().unwrap_err();
        assert_eq!(error.to_string(), "90 seconds is not a whole number of minutes");
    }

    #[test]
    fn huge_amounts_do_not_overflow() {
        assert_eq!(Duration::days(u64::MAX).to_milliseconds(), u64::MAX);
        assert_eq!(Duration::days(u64::MAX) + Duration::millis(1), Duration::millis(u64::MAX));
    }
}
