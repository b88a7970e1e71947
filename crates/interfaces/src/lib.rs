//! What one service's constructs need to know of another's: traits, and the values that their methods take.
//!
//! A VPC link needs a VPC's subnets, not the L1 constructs of EC2. What only reads another service's constructs takes them
//! through these traits, so that an app compiles the services that it uses and no others. Users find each trait where
//! the CDK has it: `aws_cdk_ec2::IVpc` is [`ec2`]'s.
//!
//! A construct that comes from elsewhere fits wherever its trait is asked for:
//!
//! ```
//! use aws_cdk_core::{App, CfnParameter, Construct, IConstruct, Node, Stack, Value};
//! use aws_cdk_interfaces::certificatemanager::ICertificate;
//!
//! /// A certificate whose ARN is asked for at deployment.
//! #[derive(Debug)]
//! struct GivenCertificate {
//!     construct: Construct,
//!     arn: CfnParameter,
//! }
//!
//! impl IConstruct for GivenCertificate {
//!     fn node(&self) -> &Node {
//!         self.construct.node()
//!     }
//! }
//!
//! impl ICertificate for GivenCertificate {
//!     fn certificate_arn(&self) -> Value<String> {
//!         self.arn.value_as_string().into()
//!     }
//! }
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Books");
//! let construct = Construct::new(&stack, "Certificate");
//! let arn = CfnParameter::builder(&construct, "Arn").build();
//! let certificate = GivenCertificate { construct, arn };
//! assert!(certificate.certificate_arn().is_token()); // a domain name takes `&certificate`
//! ```
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
