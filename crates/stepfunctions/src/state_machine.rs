//! State machines.

use std::rc::Rc;

use aws_cdk_cfn_stepfunctions::CfnStateMachine;
use aws_cdk_core::{ArnComponents, ArnFormat, Construct, IConstruct, Node, ResourceName, Value};
use aws_cdk_iam::{IGrantable, IPrincipal, IRole, PolicyStatement};
use aws_cdk_interfaces::stepfunctions::{IStateMachine, StateMachineType};

use crate::definition_body::DefinitionBody;
use crate::state_machine_builder::StateMachineBuilder;

/// A state machine.
///
/// Source: <https://docs.aws.amazon.com/step-functions/latest/dg/concepts-statemachines.html>.
#[derive(Clone, Debug)]
pub struct StateMachine {
    pub(crate) construct: Construct,
    pub(crate) resource: CfnStateMachine,
    pub(crate) name: ResourceName,
    pub(crate) role: Rc<dyn IRole>,
    pub(crate) state_machine_type: StateMachineType,
}

impl IConstruct for StateMachine {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

/// What is granted to a state machine is granted to its role.
impl IGrantable for StateMachine {
    fn grant_principal(&self) -> Rc<dyn IPrincipal> {
        self.role.grant_principal()
    }
}

impl IStateMachine for StateMachine {
    fn state_machine_arn(&self) -> Value<String> {
        self.name.arn_attribute(self.resource.ref_(), |name| {
            ArnComponents::new("states", "stateMachine").resource_name(name).arn_format(ArnFormat::ColonResourceName)
        })
    }

    fn state_machine_name(&self) -> Value<String> {
        self.name.name_attribute(self.resource.attr_name())
    }

    fn state_machine_type(&self) -> Option<StateMachineType> {
        Some(self.state_machine_type)
    }
}

impl StateMachine {
    /// Starts a state machine of a definition.
    pub fn builder(
        scope: &impl IConstruct,
        id: impl Into<String>,
        definition_body: DefinitionBody,
    ) -> StateMachineBuilder {
        StateMachineBuilder::new(scope.node(), id.into(), definition_body)
    }

    /// The role whose rights executions have.
    pub fn role(&self) -> &dyn IRole {
        &*self.role
    }

    /// The id of the revision, which changes with the definition.
    pub fn state_machine_revision_id(&self) -> Value<String> {
        self.resource.attr_state_machine_revision_id().into()
    }

    /// Adds a statement to the policies of the role.
    #[track_caller]
    pub fn add_to_role_policy(&self, statement: PolicyStatement) {
        self.role.add_to_principal_policy(statement);
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnStateMachine {
        &self.resource
    }
}
