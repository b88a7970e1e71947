//! What others need to know of Amazon EventBridge's constructs.
