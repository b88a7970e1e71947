//! What one service's constructs need to know of another's: traits, and the values that their methods take.
//!
//! A VPC link needs a VPC's subnets, not the L1 constructs of EC2. What only reads another service's constructs takes them
//! through these traits, so that an app compiles the services that it uses and no others. Users find each trait where
//! the CDK has it: `aws_cdk_ec2::IVpc` is [`ec2`]'s.
//!
//! # Invariant
//! Makes no resources, and depends on no L1 crate.

pub mod certificatemanager;
pub mod cognito;
pub mod ec2;
pub mod elasticloadbalancingv2;
pub mod events;
pub mod kms;
pub mod route53;
pub mod s3;
pub mod servicediscovery;
pub mod stepfunctions;
