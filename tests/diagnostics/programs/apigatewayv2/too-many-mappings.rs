//! A domain name has more mappings with several levels than API Gateway takes.

use aws_cdk_apigatewayv2::{CfnApiMapping, CfnDomainName, add_checks};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    add_checks(&stack);
    let domain = CfnDomainName::builder(&stack, "Domain").domain_name("books.example.com").build();
    for number in 0..201 {
        let mapping = CfnApiMapping::builder(&stack, format!("Mapping{number}")).api_id("abc123").stage("live");
        mapping.domain_name(domain.ref_()).api_mapping_key(format!("books/{number}")).build();
    }
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    add_checks(&stack);
    let domain = CfnDomainName::builder(&stack, "Domain").domain_name("books.example.com").build();
    for number in 0..201 {
        let mapping = CfnApiMapping::builder(&stack, format!("Mapping{number}")).api_id("abc123").stage("live");
        mapping.domain_name(domain.ref_()).api_mapping_key(format!("books-{number}")).build();
    }
}
