//! Threat protection is set up in the old way and the new one.

use aws_cdk_cognito::{AdvancedSecurityMode, FeaturePlan, StandardThreatProtectionMode, UserPool};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    UserPool::builder(&stack, "Readers")
        .feature_plan(FeaturePlan::Plus)
        .advanced_security_mode(AdvancedSecurityMode::Audit)
        .standard_threat_protection_mode(StandardThreatProtectionMode::AuditOnly)
        .build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    UserPool::builder(&stack, "Readers")
        .feature_plan(FeaturePlan::Plus)
        .standard_threat_protection_mode(StandardThreatProtectionMode::AuditOnly)
        .build();
}
