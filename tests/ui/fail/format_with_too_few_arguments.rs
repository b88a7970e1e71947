//! A format with more placeholders than arguments.
//!
//! error: `cfn_format!` has not as many arguments as placeholders

fn main() {
    aws_cdk_core::cfn_format!("{}/{}", "one");
}
