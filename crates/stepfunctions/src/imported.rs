//! State machines that exist.

use std::rc::Rc;

use aws_cdk_core::{Arn, ArnComponents, ArnFormat, Construct, Diagnostic, IConstruct, Node, Stack, Value};
use aws_cdk_iam::{IGrantable, IPrincipal, UnknownPrincipal};
use aws_cdk_interfaces::stepfunctions::{IStateMachine, StateMachineType};

use crate::state_machine::StateMachine;

/// A state machine that exists already. Its role is not known.
#[derive(Clone, Debug)]
pub struct ImportedStateMachine {
    construct: Construct,
    arn: Value<String>,
}

impl IConstruct for ImportedStateMachine {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IGrantable for ImportedStateMachine {
    fn grant_principal(&self) -> Rc<dyn IPrincipal> {
        Rc::new(UnknownPrincipal::new(self))
    }
}

impl IStateMachine for ImportedStateMachine {
    fn state_machine_arn(&self) -> Value<String> {
        self.arn.clone()
    }

    fn state_machine_name(&self) -> Value<String> {
        let parts = Arn::split(&self.arn, ArnFormat::ColonResourceName).ok();
        parts.and_then(|parts| parts.resource_name).unwrap_or_else(|| "".into())
    }

    fn state_machine_type(&self) -> Option<StateMachineType> {
        None
    }
}

impl StateMachine {
    /// A state machine that exists, by its ARN. Something else than an ARN is the error `stepfunctions::invalid-arn`.
    ///
    /// ```
    /// use aws_cdk_core::{App, Stack};
    /// use aws_cdk_iam::User;
    /// use aws_cdk_stepfunctions::{IStateMachine, StateMachine};
    ///
    /// let app = App::new();
    /// let stack = Stack::new(&app, "Stack");
    /// let arn = "arn:aws:states:eu-west-1:111111111111:stateMachine:payment";
    /// let payment = StateMachine::from_state_machine_arn(&stack, "Payment", arn);
    /// payment.grant_start_execution(&User::new(&stack, "Shop"));
    /// ```
    #[track_caller]
    pub fn from_state_machine_arn(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        state_machine_arn: impl Into<Value<String>>,
    ) -> ImportedStateMachine {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-stepfunctions.StateMachine");
        let arn = state_machine_arn.into();
        if let Err(error) = Arn::split(&arn, ArnFormat::ColonResourceName) {
            construct
                .node()
                .report(Diagnostic::error("stepfunctions::invalid-arn", error.to_string()).help(
                    "give the ARN of a state machine: `arn:aws:states:eu-west-1:111111111111:stateMachine:name`",
                ));
        }
        ImportedStateMachine { construct, arn }
    }

    /// A state machine of the stack's account and region that exists, by its name.
    #[track_caller]
    pub fn from_state_machine_name(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        state_machine_name: impl Into<Value<String>>,
    ) -> ImportedStateMachine {
        let components = ArnComponents::new("states", "stateMachine")
            .resource_name(state_machine_name)
            .arn_format(ArnFormat::ColonResourceName);
        Self::from_state_machine_arn(scope, id, Stack::of(scope).format_arn(components))
    }
}
