//! How alarms compare values, and what they make of missing ones.

/// How an alarm compares a metric's values with its threshold.
///
/// Source: <https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html>.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ComparisonOperator {
    /// The value is the threshold or more.
    GreaterThanOrEqualToThreshold,
    /// The value is more than the threshold.
    GreaterThanThreshold,
    /// The value is less than the threshold.
    LessThanThreshold,
    /// The value is the threshold or less.
    LessThanOrEqualToThreshold,
    /// The value is outside of the band of anomaly detection.
    LessThanLowerOrGreaterThanUpperThreshold,
    /// The value is above the band of anomaly detection.
    GreaterThanUpperThreshold,
    /// The value is below the band of anomaly detection.
    LessThanLowerThreshold,
    /// A value that AWS added later.
    Other(String),
}

impl ComparisonOperator {
    /// The value as the template has it.
    pub fn as_str(&self) -> &str {
        match self {
            ComparisonOperator::GreaterThanOrEqualToThreshold => "GreaterThanOrEqualToThreshold",
            ComparisonOperator::GreaterThanThreshold => "GreaterThanThreshold",
            ComparisonOperator::LessThanThreshold => "LessThanThreshold",
            ComparisonOperator::LessThanOrEqualToThreshold => "LessThanOrEqualToThreshold",
            ComparisonOperator::LessThanLowerOrGreaterThanUpperThreshold => "LessThanLowerOrGreaterThanUpperThreshold",
            ComparisonOperator::GreaterThanUpperThreshold => "GreaterThanUpperThreshold",
            ComparisonOperator::LessThanLowerThreshold => "LessThanLowerThreshold",
            ComparisonOperator::Other(value) => value,
        }
    }

    /// Whether it compares with a band, not with a number.
    pub(crate) fn is_anomaly_detection(&self) -> bool {
        matches!(
            self,
            ComparisonOperator::LessThanLowerOrGreaterThanUpperThreshold
                | ComparisonOperator::GreaterThanUpperThreshold
                | ComparisonOperator::LessThanLowerThreshold
        )
    }
}

/// What an alarm makes of periods without data.
///
/// Source: <https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html>.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TreatMissingData {
    /// They breach the threshold.
    Breaching,
    /// They are within the threshold.
    NotBreaching,
    /// The alarm stays in its state.
    Ignore,
    /// The alarm looks at other periods; without any it has too few data.
    Missing,
    /// A value that AWS added later.
    Other(String),
}

impl TreatMissingData {
    /// The value as the template has it.
    pub fn as_str(&self) -> &str {
        match self {
            TreatMissingData::Breaching => "breaching",
            TreatMissingData::NotBreaching => "notBreaching",
            TreatMissingData::Ignore => "ignore",
            TreatMissingData::Missing => "missing",
            TreatMissingData::Other(value) => value,
        }
    }
}
