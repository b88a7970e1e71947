//! The function that takes the rules from the security group that EC2 makes for a VPC.

use aws_cdk_core::{App, Stack};
use aws_cdk_ec2::Vpc;

#[test]
fn one_function_serves_all_vpcs_of_a_stack() {
    let directory = std::env::temp_dir().join(format!("aws-cdk-ec2-default-group-{}", std::process::id()));
    let app = App::builder().outdir(&directory).build();
    let stack = Stack::new(&app, "Stack");
    for id in ["One", "Two"] {
        Vpc::builder(&stack, id).subnet_configuration([]).build();
    }
    Vpc::builder(&stack, "Open").subnet_configuration([]).restrict_default_security_group(false).build();
    app.synth().unwrap();
    let template = std::fs::read_to_string(directory.join("Stack.template.json")).unwrap();
    std::fs::remove_dir_all(directory).unwrap();
    assert_eq!(template.matches("\"Custom::VpcRestrictDefaultSG\"").count(), 2);
    assert_eq!(template.matches("\"AWS::Lambda::Function\"").count(), 1);
    assert_eq!(template.matches("\"ec2:RevokeSecurityGroupEgress\"").count(), 2);
    for id in [
        "OneRestrictDefaultSecurityGroupCustomResource",
        "CustomVpcRestrictDefaultSGCustomResourceProviderRole26592FE0",
        "CustomVpcRestrictDefaultSGCustomResourceProviderHandlerDC833E5E",
    ] {
        assert!(template.contains(id), "{id}");
    }
    // CloudFormation's limit for code in a template.
    assert!(include_str!("../src/vpc/restrict_default_security_group.js").len() <= 4096);
}
