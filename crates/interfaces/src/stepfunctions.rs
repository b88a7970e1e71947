//! What others need to know of AWS Step Functions' constructs.

use std::fmt;

use aws_cdk_core::{Arn, ArnComponents, ArnFormat, IConstruct, Node, Stack, Value, cfn_format};
use aws_cdk_iam::{Grant, GrantOptions, IGrantable};

/// Whether executions are exactly-once and long, or many and short.
///
/// Source: <https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html>.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum StateMachineType {
    /// `EXPRESS`: up to five minutes, many at once; can be waited for.
    Express,
    /// `STANDARD`: up to a year, each step exactly once.
    Standard,
}

impl StateMachineType {
    /// The value as the template has it.
    pub fn as_str(self) -> &'static str {
        match self {
            StateMachineType::Express => "EXPRESS",
            StateMachineType::Standard => "STANDARD",
        }
    }
}

/// A state machine, made here or imported.
pub trait IStateMachine: IConstruct + IGrantable + fmt::Debug {
    /// The ARN of the state machine.
    fn state_machine_arn(&self) -> Value<String>;

    /// The name of the state machine.
    fn state_machine_name(&self) -> Value<String>;

    /// The type of the state machine; `None` for an import, of which it is not known.
    fn state_machine_type(&self) -> Option<StateMachineType>;

    /// Grants the right to start executions.
    #[track_caller]
    fn grant_start_execution(&self, grantee: &dyn IGrantable) -> Grant {
        grant_on(grantee, &["states:StartExecution"], self.state_machine_arn())
    }

    /// Grants the right to start executions and wait for them.
    #[track_caller]
    fn grant_start_sync_execution(&self, grantee: &dyn IGrantable) -> Grant {
        grant_on(grantee, &["states:StartSyncExecution"], self.state_machine_arn())
    }

    /// Grants the right to read what executions did.
    #[track_caller]
    fn grant_read(&self, grantee: &dyn IGrantable) -> Grant {
        let lists = ["states:ListExecutions", "states:ListStateMachines"];
        grant_on(grantee, &lists, self.state_machine_arn());
        let executions =
            ["states:DescribeExecution", "states:DescribeStateMachineForExecution", "states:GetExecutionHistory"];
        grant_on(grantee, &executions, executions_of(self.node(), &self.state_machine_arn()));
        let others = ["states:ListActivities", "states:DescribeStateMachine", "states:DescribeActivity"];
        grant_on(grantee, &others, "*".into())
    }

    /// Grants the right to answer tasks that wait for a token.
    #[track_caller]
    fn grant_task_response(&self, grantee: &dyn IGrantable) -> Grant {
        let actions = ["states:SendTaskSuccess", "states:SendTaskFailure", "states:SendTaskHeartbeat"];
        grant_on(grantee, &actions, self.state_machine_arn())
    }

    /// Grants actions on the executions.
    #[track_caller]
    fn grant_execution(&self, grantee: &dyn IGrantable, actions: &[&str]) -> Grant {
        grant_on(grantee, actions, executions_of(self.node(), &self.state_machine_arn()))
    }

    /// Grants the right to continue executions that failed.
    #[track_caller]
    fn grant_redrive_execution(&self, grantee: &dyn IGrantable) -> Grant {
        self.grant_execution(grantee, &["states:RedriveExecution"])
    }

    /// Grants actions on the state machine.
    #[track_caller]
    fn grant(&self, grantee: &dyn IGrantable, actions: &[&str]) -> Grant {
        grant_on(grantee, actions, self.state_machine_arn())
    }
}

#[track_caller]
fn grant_on(grantee: &dyn IGrantable, actions: &[&str], arn: Value<String>) -> Grant {
    Grant::add_to_principal(GrantOptions::new(grantee).actions(actions.iter().copied()).resource_arns([arn]))
}

/// The ARN of all executions of a state machine.
fn executions_of(node: &Node, state_machine_arn: &Value<String>) -> Value<String> {
    let parts = Arn::split(state_machine_arn, ArnFormat::ColonResourceName).ok();
    let mut components = ArnComponents::new("states", "execution").arn_format(ArnFormat::ColonResourceName);
    if let Some(name) = parts.and_then(|parts| parts.resource_name) {
        components = components.resource_name(name);
    }
    cfn_format!("{}:*", Stack::of(node).format_arn(components))
}
