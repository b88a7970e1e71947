//! What others need to know of Amazon VPC's constructs.
