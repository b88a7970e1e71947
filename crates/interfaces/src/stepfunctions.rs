//! What others need to know of AWS Step Functions's constructs.
