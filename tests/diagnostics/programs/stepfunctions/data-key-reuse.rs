//! Keys of a state machine are made too often.

use aws_cdk_core::{App, Duration, Stack};
use aws_cdk_kms::Key;
use aws_cdk_stepfunctions::{DefinitionBody, EncryptionConfiguration, Pass, StateMachine};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let key = Key::new(&stack, "Key");
    let encryption = EncryptionConfiguration::customer_managed(&key).kms_data_key_reuse_period(Duration::seconds(59));
    let machine = StateMachine::builder(&stack, "Machine", DefinitionBody::from_chainable(&Pass::new(&stack, "Order")));
    machine.encryption_configuration(encryption).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let key = Key::new(&stack, "Key");
    let encryption = EncryptionConfiguration::customer_managed(&key).kms_data_key_reuse_period(Duration::seconds(60));
    let machine = StateMachine::builder(&stack, "Machine", DefinitionBody::from_chainable(&Pass::new(&stack, "Order")));
    machine.encryption_configuration(encryption).build();
}
