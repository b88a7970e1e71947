//! What certificates say of mistakes.

use aws_cdk_certificatemanager::{Certificate, CertificateValidation};
use aws_cdk_core::{App, Aws, Stack};

fn codes(build: impl FnOnce(&Stack)) -> Vec<String> {
    let app = App::new();
    build(&Stack::new(&app, "Stack"));
    let diagnostics = app.diagnostics();
    for diagnostic in &diagnostics {
        assert!(diagnostic.location().file().ends_with("diagnostics.rs"), "{diagnostic}");
    }
    diagnostics.iter().map(|diagnostic| diagnostic.code().to_owned()).collect()
}

#[test]
fn the_first_domain_name_has_sixty_four_characters_at_most() {
    let found = codes(|stack| {
        let name = format!("{}.example.com", "x".repeat(53));
        Certificate::builder(stack, "Long", &name).build();
        Certificate::builder(stack, "Fits", &name[1..]).build();
    });
    assert_eq!(found, ["certificatemanager::domain-name"]);
}

#[test]
fn mail_goes_to_a_known_domain() {
    let found = codes(|stack| {
        Certificate::builder(stack, "Token", Aws::STACK_NAME).build();
        Certificate::builder(stack, "Unknown", "www.example.museum").build();
        let validation = CertificateValidation::from_email().validation_domain("www.example.museum", "example.museum");
        Certificate::builder(stack, "Known", "www.example.museum").validation(validation).build();
    });
    assert_eq!(found, ["certificatemanager::validation-domain"; 2]);
}
