//! Statistics: what a metric says of the values in a period.

use aws_cdk_core::Diagnostic;

/// The statistics of metrics.
///
/// Source: <https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html>.
///
/// ```
/// use aws_cdk_cloudwatch::{Metric, Stats};
///
/// let slowest = Metric::new("AWS/ApiGateway", "Latency").statistic(Stats::MAXIMUM);
/// let p99 = Metric::new("AWS/ApiGateway", "Latency").statistic(Stats::p(99.9));
/// let usual = Metric::new("AWS/ApiGateway", "Latency").statistic(Stats::tm(10, Some(90.0)));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Stats;

/// A statistic: one of [`Stats`], or text such as `p99` or `TM(10%:90%)`.
#[derive(Clone, Debug)]
pub struct Statistic {
    text: String,
    problem: Option<Diagnostic>,
}

impl From<&str> for Statistic {
    fn from(text: &str) -> Self {
        Self { text: text.to_owned(), problem: None }
    }
}

impl From<String> for Statistic {
    fn from(text: String) -> Self {
        Self { text, problem: None }
    }
}

impl Stats {
    /// The number of data points.
    pub const SAMPLE_COUNT: &str = "SampleCount";
    /// The sum over the number of data points.
    pub const AVERAGE: &str = "Average";
    /// The sum of all values.
    pub const SUM: &str = "Sum";
    /// The lowest value.
    pub const MINIMUM: &str = "Minimum";
    /// The highest value.
    pub const MAXIMUM: &str = "Maximum";
    /// The mean of the middle half of the values.
    pub const IQM: &str = "IQM";

    /// The value below which a share of the values lies, in percent: `p99` is below the highest hundredth. Less than 0 or more
    /// than 100 is the error `cloudwatch::percentage`.
    #[track_caller]
    pub fn percentile(percentile: impl Into<f64>) -> Statistic {
        let percentile = percentile.into();
        Statistic { text: format!("p{percentile}"), problem: percentage_problem(percentile) }
    }

    /// [`Stats::percentile`].
    #[track_caller]
    pub fn p(percentile: impl Into<f64>) -> Statistic {
        Self::percentile(percentile)
    }

    /// The share of the values from `v1` to `v2`, in percent; of those up to `v1` without a second one.
    pub fn percentile_rank(v1: impl Into<f64>, v2: Option<f64>) -> Statistic {
        let v1 = v1.into();
        Statistic::from(match v2 {
            Some(v2) => format!("PR({v1}:{v2})"),
            None => format!("PR(:{v1})"),
        })
    }

    /// [`Stats::percentile_rank`].
    pub fn pr(v1: impl Into<f64>, v2: Option<f64>) -> Statistic {
        Self::percentile_rank(v1, v2)
    }
}

macro_rules! boundary_statistics {
    ($($(#[$doc:meta])* $name:ident, $short:ident, $range:literal;)+) => {
        impl Stats {
            $($(#[$doc])*
            ///
            /// Percentiles less than 0 or more than 100 are the error `cloudwatch::percentage`.
            #[track_caller]
            pub fn $name(p1: impl Into<f64>, p2: Option<f64>) -> Statistic {
                boundary_statistic(stringify!($short), $range, p1.into(), p2)
            }

            #[doc = concat!("[`Stats::", stringify!($name), "`].")]
            #[track_caller]
            pub fn $short(p1: impl Into<f64>, p2: Option<f64>) -> Statistic {
                Self::$name(p1, p2)
            }
            )+
        }
    };
}

boundary_statistics! {
    /// The mean of the values between two percentiles; of those up to `p1` without a second one.
    trimmed_mean, tm, "TM";
    /// The mean, where values outside of two percentiles count as the nearest one inside; with one percentile, those above it.
    winsorized_mean, wm, "WM";
    /// How many values lie between two percentiles; how many up to `p1` without a second one.
    trimmed_count, tc, "TC";
    /// The sum of the values between two percentiles; of those up to `p1` without a second one.
    trimmed_sum, ts, "TS";
}

#[track_caller]
fn boundary_statistic(one: &str, two: &str, p1: f64, p2: Option<f64>) -> Statistic {
    let text = match p2 {
        Some(p2) => format!("{two}({p1}%:{p2}%)"),
        None => format!("{one}{p1}"),
    };
    let second = match p2 {
        Some(p2) => percentage_problem(p2),
        None => None,
    };
    Statistic { text, problem: percentage_problem(p1).or(second) }
}

#[track_caller]
fn percentage_problem(value: f64) -> Option<Diagnostic> {
    if (0.0..=100.0).contains(&value) {
        return None;
    }
    let message = format!("{value} is not a percentage");
    Some(Diagnostic::error("cloudwatch::percentage", message).help("use a number from 0 to 100"))
}

/// A statistic as alarms know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ParsedStatistic {
    /// One of the five that CloudWatch knows by name.
    Simple(&'static str),
    /// Percentiles and the like, in the spelling of CloudWatch.
    Extended(String),
    /// Something else, as it was written.
    Unknown(String),
}

impl ParsedStatistic {
    pub(crate) fn as_str(&self) -> &str {
        match self {
            ParsedStatistic::Simple(name) => name,
            ParsedStatistic::Extended(text) | ParsedStatistic::Unknown(text) => text,
        }
    }
}

impl Statistic {
    pub(crate) fn problem(&self) -> Option<&Diagnostic> {
        self.problem.as_ref()
    }

    pub(crate) fn parse(&self) -> ParsedStatistic {
        let text = &*self.text;
        let lower = text.to_lowercase();
        match &*lower {
            "average" | "avg" => return ParsedStatistic::Simple(Stats::AVERAGE),
            "minimum" | "min" => return ParsedStatistic::Simple(Stats::MINIMUM),
            "maximum" | "max" => return ParsedStatistic::Simple(Stats::MAXIMUM),
            "samplecount" | "n" => return ParsedStatistic::Simple(Stats::SAMPLE_COUNT),
            "sum" => return ParsedStatistic::Simple(Stats::SUM),
            "iqm" => return ParsedStatistic::Extended(Stats::IQM.to_owned()),
            _ => {}
        }
        if ["p", "tm", "wm", "tc", "ts"].iter().any(|prefix| is_single(&lower, prefix)) {
            return ParsedStatistic::Extended(lower);
        }
        if ["pr", "tm", "wm", "tc", "ts"].iter().any(|prefix| is_range(&lower, prefix)) {
            return ParsedStatistic::Extended(text.to_uppercase());
        }
        ParsedStatistic::Unknown(text.to_owned())
    }
}

/// Whether text is a prefix and a percentage, such as `p99.9`.
fn is_single(text: &str, prefix: &str) -> bool {
    let Some(number) = text.strip_prefix(prefix) else { return false };
    let is_digits = |part: &str| !part.is_empty() && part.chars().all(|digit| digit.is_ascii_digit());
    let is_decimal = match number.split_once('.') {
        Some((whole, fraction)) => is_digits(whole) && is_digits(fraction),
        None => is_digits(number),
    };
    is_decimal && number.parse::<f64>().is_ok_and(|value| value <= 100.0)
}

/// Whether text is a prefix and a range, such as `tm(10%:90%)`, of which one end may be open.
fn is_range(text: &str, prefix: &str) -> bool {
    let inside =
        text.strip_prefix(prefix).and_then(|rest| rest.strip_prefix('(')).and_then(|rest| rest.strip_suffix(')'));
    let Some(inside) = inside.filter(|inside| !inside.contains(')')) else { return false };
    let mut ends = inside.split(':');
    let (Some(lower), Some(upper)) = (ends.next(), ends.next()) else { return false };
    match (RangeEnd::parse(lower), RangeEnd::parse(upper)) {
        (RangeEnd::Invalid, _) | (_, RangeEnd::Invalid) | (RangeEnd::Open, RangeEnd::Open) => false,
        (RangeEnd::Number { is_percent: a }, RangeEnd::Number { is_percent: b }) => a == b,
        _ => true,
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum RangeEnd {
    Open,
    Number { is_percent: bool },
    Invalid,
}

impl RangeEnd {
    fn parse(text: &str) -> Self {
        let text = text.trim();
        if text.is_empty() {
            return RangeEnd::Open;
        }
        let is_percent = text.ends_with('%');
        match leading_number(text) {
            Some(value) if value >= 0.0 && (!is_percent || value <= 100.0) => RangeEnd::Number { is_percent },
            _ => RangeEnd::Invalid,
        }
    }
}

/// The number with which text starts, as JavaScript reads it: what follows the number does not matter.
fn leading_number(text: &str) -> Option<f64> {
    let end = |at: &usize| text.is_char_boundary(*at);
    let is_number_text =
        |text: &str| !text.chars().any(|char| char.is_ascii_alphabetic() && !matches!(char, 'e' | 'E'));
    (1..=text.len()).rev().filter(end).find_map(|at| {
        let start = &text[..at];
        if is_number_text(start) { start.parse().ok() } else { None }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> ParsedStatistic {
        Statistic::from(text).parse()
    }

    #[test]
    fn names_are_simple_in_any_spelling() {
        for (text, name) in [("avg", "Average"), ("MAX", "Maximum"), ("N", "SampleCount"), ("sum", "Sum")] {
            assert_eq!(parsed(text), ParsedStatistic::Simple(name));
        }
    }

    #[test]
    fn percentiles_and_ranges_are_extended() {
        for (text, normal) in [
            ("P99", "p99"),
            ("p99.9", "p99.9"),
            ("tm90", "tm90"),
            ("iqm", "IQM"),
            ("tm(10%:90%)", "TM(10%:90%)"),
            ("PR(:300)", "PR(:300)"),
            ("ts(80%:)", "TS(80%:)"),
            ("wm( 5% : 95% )", "WM( 5% : 95% )"),
            ("pr(1x:2)", "PR(1X:2)"),
        ] {
            assert_eq!(parsed(text), ParsedStatistic::Extended(normal.to_owned()), "{text}");
        }
    }

    #[test]
    fn other_text_stays_as_it_is() {
        for text in
            ["p101", "p", "p9.", "Pfoo", "TM(:)", "TM(10%:90)", "TM(10%)", "PR(a:b)", "PR(-1:2)", "TM(1%:101%)", "x"]
        {
            assert_eq!(parsed(text), ParsedStatistic::Unknown(text.to_owned()));
        }
    }

    #[test]
    fn helpers_write_statistics() {
        let text = |statistic: Statistic| statistic.text;
        assert_eq!(text(Stats::percentile(99.9)), "p99.9");
        assert_eq!(text(Stats::trimmed_mean(90, None)), "tm90");
        assert_eq!(text(Stats::winsorized_mean(10, Some(90.0))), "WM(10%:90%)");
        assert_eq!(text(Stats::trimmed_count(5, Some(95.5))), "TC(5%:95.5%)");
        assert_eq!(text(Stats::trimmed_sum(80, None)), "ts80");
        assert_eq!(text(Stats::percentile_rank(100, Some(2000.0))), "PR(100:2000)");
        assert_eq!(text(Stats::pr(300, None)), "PR(:300)");
        assert!(Stats::p(100.1).problem.is_some());
        assert!(Stats::tm(1, Some(-1.0)).problem.is_some());
    }
}
