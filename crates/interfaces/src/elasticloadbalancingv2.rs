//! What others need to know of Elastic Load Balancing's constructs.
