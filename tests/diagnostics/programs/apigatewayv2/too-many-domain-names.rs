//! A stack has more domain names than an account and region may have.

use aws_cdk_apigatewayv2::{CfnDomainName, add_checks};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    add_checks(&stack);
    for number in 0..121 {
        CfnDomainName::builder(&stack, format!("Domain{number}"))
            .domain_name(format!("books-{number}.example.com"))
            .build();
    }
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    add_checks(&stack);
    for number in 0..95 {
        CfnDomainName::builder(&stack, format!("Domain{number}"))
            .domain_name(format!("books-{number}.example.com"))
            .build();
    }
}
