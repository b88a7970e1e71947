//! A lazy value contains itself.

use std::cell::RefCell;
use std::rc::Rc;

use aws_cdk_core::{App, CfnOutput, Lazy, Stack, Value, cfn_format};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let slot: Rc<RefCell<Value<String>>> = Rc::new(RefCell::new("".into()));
    let inner = slot.clone();
    let name: Value<String> = Lazy::string(move || inner.borrow().clone()).into();
    *slot.borrow_mut() = cfn_format!("again {}", name);
    CfnOutput::new(&stack, "Name", &name);
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let slot: Rc<RefCell<Value<String>>> = Rc::new(RefCell::new("".into()));
    let inner = slot.clone();
    let name: Value<String> = Lazy::string(move || inner.borrow().clone()).into();
    *slot.borrow_mut() = "once".into();
    CfnOutput::new(&stack, "Name", &name);
}
