//! What others need to know of AWS Cloud Map's constructs.
