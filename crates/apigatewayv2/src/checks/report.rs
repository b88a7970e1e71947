//! Saying what is wrong with a resource.

use aws_cdk_core::{Diagnostic, IConstruct, Severity};

use crate::model::{Model, Resource};

impl Model<'_> {
    /// Reports an error that there is for `aws-cdk-lib` too, so that it is told even where no checks are wanted.
    pub(super) fn refuse(&self, resource: Resource<'_>, code: &'static str, message: String, help: &str) {
        self.inspection.report(resource, Diagnostic::error(code, message).help(help));
    }

    /// Reports an error of a resource.
    pub(super) fn error(&self, resource: Resource<'_>, code: &'static str, message: String, help: &str) {
        self.report(resource, Severity::Error, code, message, help, &[]);
    }

    /// Reports a warning of a resource.
    pub(super) fn warning(&self, resource: Resource<'_>, code: &'static str, message: String, help: &str) {
        self.report(resource, Severity::Warning, code, message, help, &[]);
    }

    /// Reports a diagnostic with notes.
    pub(super) fn report(
        &self,
        resource: Resource<'_>,
        severity: Severity,
        code: &'static str,
        message: String,
        help: &str,
        notes: &[String],
    ) {
        if !self.inspection.validates() {
            return;
        }
        let diagnostic = match severity {
            Severity::Error => Diagnostic::error(code, message),
            _ => Diagnostic::warning(code, message),
        };
        let diagnostic = notes.iter().fold(diagnostic.help(help), |diagnostic, note| diagnostic.note(note));
        self.inspection.report(resource, diagnostic);
    }
}

/// Says where another resource is: its construct, and where it is made.
pub(super) fn place(resource: Resource<'_>) -> String {
    format!("`{}`, made at {}", resource.construct().node().path(), resource.location())
}
