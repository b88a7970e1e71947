//! Math expressions: what is computed of metrics.
//!
//! ```
//! use aws_cdk_cloudwatch::{MathExpression, Metric, Stats};
//! use aws_cdk_core::{App, Duration, Stack};
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let count = |name: &str| Metric::new("AWS/ApiGateway", name).dimension("ApiId", "abc123").statistic(Stats::SUM);
//! let failed = MathExpression::new("100 * errors / requests")
//!     .using_metric("errors", count("5xx"))
//!     .using_metric("requests", count("Count"))
//!     .label("failed, in percent")
//!     .period(Duration::minutes(1));
//! failed.create_alarm(&stack, "Failing").threshold(1).evaluation_periods(3).build();
//! assert!(app.diagnostics().is_empty());
//! ```

use std::panic::Location;
use std::rc::Rc;

use aws_cdk_core::{Diagnostic, Duration, IConstruct, Value};

use crate::alarm::{Alarm, AlarmBuilder};
use crate::metric_config::{IMetric, MetricConfig, MetricExpressionConfig, MetricSource, metric_name, metric_period};

/// Words of expressions that name metrics otherwise than by `using_metric`.
const NAMES_METRICS_ITSELF: [&str; 4] = ["INSIGHT_RULE_METRIC", "SELECT", "SEARCH", "METRICS"];

/// A computation with metrics. Setters on it change a copy: metrics are values, not constructs.
///
/// Source: <https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html>.
///
/// Mistakes are reported by the alarm on the expression: `cloudwatch::variable-name`, `cloudwatch::standard-deviations`, the
/// warnings `cloudwatch::metric-period-replaced` and `cloudwatch::unknown-identifier`, and those of the metrics in it.
#[must_use]
#[derive(Clone, Debug)]
pub struct MathExpression {
    expression: Value<String>,
    using_metrics: Vec<(String, Rc<dyn IMetric>)>,
    options: ExpressionOptions,
    problem: Option<Diagnostic>,
}

/// A search for metrics. Graphs show it; alarms cannot be set on it, nor on expressions with it: the error
/// `cloudwatch::search-expression`.
///
/// Source: <https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/search-expression-syntax.html>.
#[must_use]
#[derive(Clone, Debug)]
pub struct SearchExpression {
    expression: Value<String>,
    options: ExpressionOptions,
}

#[derive(Clone, Debug)]
struct ExpressionOptions {
    period: Duration,
    label: Option<Value<String>>,
    color: Option<Value<String>>,
    visible: Option<bool>,
    search_account: Option<Value<String>>,
    search_region: Option<Value<String>>,
    location: &'static Location<'static>,
}

impl ExpressionOptions {
    #[track_caller]
    fn new() -> Self {
        Self {
            period: Duration::minutes(5),
            label: None,
            color: None,
            visible: None,
            search_account: None,
            search_region: None,
            location: Location::caller(),
        }
    }

    fn config(
        &self,
        expression: &Value<String>,
        using_metrics: Vec<(String, Rc<dyn IMetric>)>,
        source: fn(MetricExpressionConfig) -> MetricSource,
    ) -> MetricConfig {
        let config = MetricExpressionConfig {
            expression: expression.clone(),
            using_metrics,
            period: self.period,
            search_account: self.search_account.clone(),
            search_region: self.search_region.clone(),
        };
        MetricConfig {
            source: source(config),
            label: self.label.clone(),
            color: self.color.clone(),
            id: None,
            visible: self.visible,
        }
    }
}

macro_rules! expression_setters {
    ($($type:ty),+) => {
        $(impl $type {
            /// The period, which the metrics in the expression get as well. Default: 5 minutes.
            pub fn period(mut self, value: Duration) -> Self {
                self.options.period = value;
                self
            }

            /// The name in graphs and alarms. Default: that of CloudWatch.
            pub fn label(mut self, value: impl Into<Value<String>>) -> Self {
                self.options.label = Some(value.into());
                self
            }

            /// The color in graphs, as `#rrggbb`. Default: one that CloudWatch chooses.
            pub fn color(mut self, value: impl Into<Value<String>>) -> Self {
                self.options.color = Some(value.into());
                self
            }

            /// Whether graphs show it. Default: true.
            pub fn visible(mut self, value: bool) -> Self {
                self.options.visible = Some(value);
                self
            }

            /// The account in which metrics are searched; for graphs alone. Default: that of the graph.
            pub fn search_account(mut self, value: impl Into<Value<String>>) -> Self {
                self.options.search_account = Some(value.into());
                self
            }

            /// The region in which metrics are searched; for graphs alone. Default: that of the graph.
            pub fn search_region(mut self, value: impl Into<Value<String>>) -> Self {
                self.options.search_region = Some(value.into());
                self
            }
        })+
    };
}

expression_setters!(MathExpression, SearchExpression);

impl MathExpression {
    /// An expression, such as `m1 + m2`.
    #[track_caller]
    pub fn new(expression: impl Into<Value<String>>) -> Self {
        Self {
            expression: expression.into(),
            using_metrics: Vec::new(),
            options: ExpressionOptions::new(),
            problem: None,
        }
    }

    #[track_caller]
    pub(crate) fn anomaly_detection_band(metric: Rc<dyn IMetric>, std_devs: f64) -> Self {
        let mut band = Self::new(format!("ANOMALY_DETECTION_BAND(m0, {std_devs})")).label("Anomaly Detection Band");
        band.using_metrics.push(("m0".to_owned(), metric));
        if std_devs <= 0.0 {
            let message = format!("a band cannot be {std_devs} standard deviations wide");
            let problem = Diagnostic::error("cloudwatch::standard-deviations", message);
            band.problem = Some(problem.help("use a number above 0"));
        }
        band
    }

    /// Adds a metric, under its name in the expression: a lower case letter, then letters, digits and `_`. Default: none.
    pub fn using_metric(mut self, name: impl Into<String>, metric: impl IMetric + 'static) -> Self {
        let name = name.into();
        self.using_metrics.retain(|(known, _)| *known != name);
        self.using_metrics.push((name, Rc::new(metric)));
        self
    }

    /// Starts an alarm on the expression.
    pub fn create_alarm(&self, scope: &impl IConstruct, id: impl Into<String>) -> AlarmBuilder {
        Alarm::builder(scope, id, self.clone())
    }

    fn own_problems(&self) -> Vec<Diagnostic> {
        let mut problems: Vec<Diagnostic> = self.problem.iter().cloned().collect();
        let invalid = |name: &str| identifiers(name).first().is_none_or(|first| first != name);
        for (name, _) in self.using_metrics.iter().filter(|(name, _)| invalid(name)) {
            problems.push(
                Diagnostic::error("cloudwatch::variable-name", format!("`{name}` cannot be the name of a metric"))
                    .help("start with a lower case letter, and go on with letters, digits and `_`")
                    .at(self.options.location),
            );
        }
        let period = self.options.period;
        let is_replaced = |other: Duration| !is_same(other, Duration::minutes(5)) && !is_same(other, period);
        if self.using_metrics.iter().any(|(_, metric)| is_replaced(metric_period(metric))) {
            let message = format!("metrics in `{}` get its period of {}", metric_name(self), period.to_human_string());
            problems.push(
                Diagnostic::warning("cloudwatch::metric-period-replaced", message)
                    .help("give the period to the expression, not to the metrics in it")
                    .at(self.options.location),
            );
        }
        problems.extend(self.unknown_identifiers());
        problems
    }

    fn unknown_identifiers(&self) -> Option<Diagnostic> {
        let expression = self.expression.as_literal()?;
        let words: Vec<String> = words(&expression.to_uppercase());
        if words.iter().any(|word| NAMES_METRICS_ITSELF.contains(&&**word)) {
            return None;
        }
        let mut missing = identifiers(&without_strings(expression));
        missing.retain(|name| self.using_metrics.iter().all(|(known, _)| known != name));
        if missing.is_empty() {
            return None;
        }
        let message = format!("`{expression}` has identifiers without a metric: {}", missing.join(", "));
        Some(
            Diagnostic::warning("cloudwatch::unknown-identifier", message)
                .help("add them with `using_metric`")
                .at(self.options.location),
        )
    }
}

impl IMetric for MathExpression {
    fn to_metric_config(&self) -> MetricConfig {
        let metrics = self.using_metrics.iter();
        let metrics = metrics.map(|(name, metric)| (name.clone(), metric.with_period(self.options.period)));
        self.options.config(&self.expression, metrics.collect(), MetricSource::Expression)
    }

    fn with_period(&self, period: Duration) -> Rc<dyn IMetric> {
        Rc::new(self.clone().period(period))
    }

    fn problems(&self) -> Vec<Diagnostic> {
        let mut problems = self.own_problems();
        for (_, metric) in &self.using_metrics {
            problems.append(&mut metric.problems());
        }
        problems
    }
}

impl SearchExpression {
    /// A search, such as `SEARCH('{AWS/ApiGateway,ApiId} MetricName="Count"', 'Sum')`.
    #[track_caller]
    pub fn new(expression: impl Into<Value<String>>) -> Self {
        Self { expression: expression.into(), options: ExpressionOptions::new() }
    }
}

impl IMetric for SearchExpression {
    fn to_metric_config(&self) -> MetricConfig {
        self.options.config(&self.expression, Vec::new(), MetricSource::Search)
    }

    fn with_period(&self, period: Duration) -> Rc<dyn IMetric> {
        Rc::new(self.clone().period(period))
    }

    fn problems(&self) -> Vec<Diagnostic> {
        Vec::from([Diagnostic::error("cloudwatch::search-expression", "alarms cannot be set on searches for metrics")
            .help("name the metrics with `using_metric` of a `MathExpression`")
            .at(self.options.location)])
    }
}

fn is_same(a: Duration, b: Duration) -> bool {
    a.to_milliseconds() == b.to_milliseconds()
}

/// The expression without text in quotes.
fn without_strings(expression: &str) -> String {
    let mut kept = String::new();
    let mut rest = expression;
    while let Some(start) = rest.find(['"', '\'']) {
        let quote = if rest[start..].starts_with('"') { '"' } else { '\'' };
        let Some(length) = rest[start + 1..].find(quote) else {
            kept.push_str(&rest[..=start]);
            rest = &rest[start + 1..];
            continue;
        };
        kept.push_str(&rest[..start]);
        rest = &rest[start + length + 2..];
    }
    kept + rest
}

/// What looks like the name of a metric: from a lower case letter on, wherever it stands.
fn identifiers(text: &str) -> Vec<String> {
    let words = words(text);
    let from_letter = |word: String| word.find(|char: char| char.is_ascii_lowercase()).map(|at| word[at..].to_owned());
    words.into_iter().filter_map(from_letter).collect()
}

fn words(text: &str) -> Vec<String> {
    let is_separator = |char: char| !char.is_ascii_alphanumeric() && char != '_';
    text.split(is_separator).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_start_with_a_lower_case_letter() {
        assert_eq!(identifiers("RATE(m1) + Sum2b / _x1 - 5 * 3e9"), ["m1", "um2b", "x1", "e9"]);
        assert_eq!(without_strings(r#"SEARCH('a b', "c") + d'"#), "SEARCH(, ) + d'");
    }
}
