//! A user whose name is not known yet becomes a member of a group.

use aws_cdk_core::{App, Fn, Stack};
use aws_cdk_iam::{Group, IGroup, User};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let reader = User::from_user_arn(&stack, "Reader", Fn::import_value("ReaderArn"));
    Group::new(&stack, "Readers").add_user(&reader);
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let reader = User::from_user_arn(&stack, "Reader", "arn:aws:iam::111111111111:user/reader");
    Group::new(&stack, "Readers").add_user(&reader);
}
