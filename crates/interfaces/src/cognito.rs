//! What others need to know of Amazon Cognito's constructs.
