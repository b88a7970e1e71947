//! What a template contains, as constructs, by the names of the template.

use aws_cdk_core::{
    CfnCondition, CfnHook, CfnMapping, CfnOutput, CfnParameter, CfnResource, CfnRule, ICfnElement, Json,
};
use indexmap::IndexMap;

/// The constructs of a template, by name.
#[derive(Debug, Default)]
pub(crate) struct Elements {
    /// Parameters in the place of which stand values.
    pub(crate) replaced: IndexMap<String, Json>,
    pub(crate) parameters: IndexMap<String, CfnParameter>,
    pub(crate) mappings: IndexMap<String, CfnMapping>,
    pub(crate) conditions: IndexMap<String, CfnCondition>,
    pub(crate) rules: IndexMap<String, CfnRule>,
    pub(crate) resources: IndexMap<String, CfnResource>,
    pub(crate) hooks: IndexMap<String, CfnHook>,
    pub(crate) outputs: IndexMap<String, CfnOutput>,
}

/// Gives an element the name that it has in the template, if names are kept.
#[track_caller]
pub(crate) fn keep_name(element: &impl ICfnElement, name: &str, preserve: bool) {
    if preserve {
        element.override_logical_id(name);
    }
}
