//! Amazon VPC: networks, subnets and security groups.
//!
//! # Invariant
//! Emits only through `Cfn*` constructs, under the construct ids of the CDK, since they fix the logical ids.

pub use aws_cdk_cfn_ec2::*;
