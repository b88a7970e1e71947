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

    /// Reads ISO 8601 with days, hours, minutes and seconds, the last with up to three decimals: `P1DT2H3M4.5S`. As in
    /// the CDK, there is no larger unit.
    ///
    /// # Errors
    /// [`DurationError::Invalid`] for anything else.
    pub fn parse(text: &str) -> Result<Self, DurationError> {
        parse_iso(text).map(Self::millis).ok_or_else(|| DurationError::Invalid { text: text.to_owned() })
    }

    /// The number of milliseconds; what does not fit 64 bits is the largest number.
    pub fn to_milliseconds(self) -> u64 {
        saturate(self.total())
    }

    /// The exact number of milliseconds.
    fn total(self) -> u128 {
        u128::from(self.amount) * u128::from(self.unit.millis())
    }

    /// A number of milliseconds, kept in `unit` if that holds it.
    fn of_total(millis: u128, unit: Unit) -> Self {
        Self::new(saturate(millis / u128::from(unit.millis())), unit)
    }

    fn whole(self, unit: Unit) -> Result<u64, DurationError> {
        let (total, unit_millis) = (self.total(), u128::from(unit.millis()));
        if total.is_multiple_of(unit_millis) {
            return Ok(saturate(total / unit_millis));
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
        self.in_units(Unit::Seconds)
    }

    /// The number of minutes, with a fraction.
    pub fn as_minutes_f64(self) -> f64 {
        self.in_units(Unit::Minutes)
    }

    /// The number of hours, with a fraction.
    pub fn as_hours_f64(self) -> f64 {
        self.in_units(Unit::Hours)
    }

    /// The number of days of 24 hours, with a fraction.
    pub fn as_days_f64(self) -> f64 {
        self.in_units(Unit::Days)
    }

    fn in_units(self, unit: Unit) -> f64 {
        self.total() as f64 / unit.millis() as f64
    }

    /// True if it takes no time.
    pub fn is_zero(self) -> bool {
        self.amount == 0
    }

    /// The time from `other` on until this one; none if `other` is longer.
    pub fn saturating_sub(self, other: Self) -> Self {
        Self::of_total(self.total().saturating_sub(other.total()), self.unit.min(other.unit))
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

fn saturate(number: u128) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

/// The fraction of a second, with its point, without zeros at the end.
fn decimals(millis: u64) -> String {
    if millis == 0 { String::new() } else { format!(".{millis:03}").trim_end_matches('0').to_owned() }
}

/// Two durations are equal if they take the same time, in whatever unit they were given.
impl PartialEq for Duration {
    fn eq(&self, other: &Self) -> bool {
        self.total() == other.total()
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
        self.total().cmp(&other.total())
    }
}

impl Add for Duration {
    type Output = Duration;

    fn add(self, other: Self) -> Self {
        Self::of_total(self.total().saturating_add(other.total()), self.unit.min(other.unit))
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
                // None after the point is allowed, as in the CDK.
                let millis = whole_number(&format!("{decimals:0<3}")).filter(|_| decimals.len() <= 3)?;
                whole_number(whole)?.checked_mul(1_000)?.checked_add(millis)?
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
        for text in
            ["", "P", "PT", "P1", "1D", "PT1S2M", "PT1.2345S", "P1H", "PT-1S", "PT1M1M", "P99999999999999999999D"]
        {
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

    /// What aws-cdk-lib's `Duration` gives.
    #[test]
    fn strings_are_the_cdks() {
        let check = |duration: Duration, iso: &str, human: &str| {
            assert_eq!((duration.to_iso_string().as_str(), duration.to_human_string().as_str()), (iso, human));
        };
        check(Duration::seconds(0), "PT0S", "0 seconds");
        check(Duration::days(0), "PT0S", "0 days");
        check(Duration::millis(1), "PT0.001S", "1 milli");
        check(Duration::millis(1_005), "PT1.005S", "1 second 5 millis");
        check(Duration::millis(61_500), "PT1M1.5S", "1 minute 1 second");
        check(Duration::seconds(60), "PT1M", "1 minute");
        check(Duration::minutes(1_500), "P1DT1H", "1 day 1 hour");
        check(Duration::hours(24), "P1D", "1 day");
        check(Duration::days(400), "P400D", "400 days");
        check(Duration::seconds(86_461), "P1DT1M1S", "1 day 1 minute");
    }

    #[test]
    fn parts_may_be_empty_or_missing() {
        let check = |text: &str, millis: u64| assert_eq!(Duration::parse(text), Ok(Duration::millis(millis)), "{text}");
        check("P1DT", 86_400_000);
        check("PT5.S", 5_000);
        check("PT5.1S", 5_100);
        check("PT007.012S", 7_012);
        check("P0D", 0);
        check("PT1H30S", 3_630_000);
    }

    #[test]
    fn fractions_are_for_those_who_ask() {
        assert_eq!(Duration::seconds(90).as_minutes_f64(), 1.5);
        assert_eq!(Duration::minutes(90).as_hours_f64(), 1.5);
        assert_eq!(Duration::hours(36).as_days_f64(), 1.5);
    }

    #[test]
    fn huge_amounts_do_not_overflow() {
        assert_eq!(Duration::days(u64::MAX).to_days(), Ok(u64::MAX));
        assert_eq!(Duration::days(u64::MAX).to_hours(), Ok(u64::MAX));
        assert!(Duration::days(u64::MAX) > Duration::millis(u64::MAX));
        assert_eq!(Duration::days(u64::MAX).to_milliseconds(), u64::MAX);
        assert_eq!(Duration::days(u64::MAX) + Duration::millis(1), Duration::millis(u64::MAX));
        assert_eq!(Duration::days(u64::MAX) + Duration::days(1), Duration::days(u64::MAX));
    }
}
