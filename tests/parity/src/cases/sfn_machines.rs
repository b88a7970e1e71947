//! State machines: every option, definitions as text, file and states, names, roles, logs, tracing, encryption, substitutions;
//! grants; imports; names used in another account.

use aws_cdk_core::{App, CfnOutput, CfnParameter, Duration, Environment, RemovalPolicy, Stack, cfn_format};
use aws_cdk_iam::{PolicyStatement, Role, ServicePrincipal, User};
use aws_cdk_kms::Key;
use aws_cdk_logs::LogGroup;
use aws_cdk_stepfunctions::{
    DefinitionBody, EncryptionConfiguration, IStateMachine, LogLevel, LogOptions, Pass, QueryLanguage, StateMachine,
    StateMachineType,
};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "SfnMachines");
    let user = User::new(&stack, "User");
    let text = || DefinitionBody::from_string(r#"{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}}"#);
    let log_group = LogGroup::new(&stack, "Logs");
    let full = full(&stack, &log_group);
    StateMachine::builder(&stack, "File", DefinitionBody::from_file(crate::fixture("hello").join("index.js")))
        .state_machine_type(StateMachineType::Express)
        .tracing_enabled(false)
        .logs(LogOptions::new().level(LogLevel::Off))
        .build();
    let role = Role::builder(&stack, "GivenRole", ServicePrincipal::new("states.amazonaws.com")).build();
    let unnamed = StateMachine::builder(&stack, "Unnamed", text())
        .role(role)
        .comment("dropped")
        .timeout(Duration::minutes(1))
        .logs(LogOptions::new().destination(&log_group))
        .encryption_configuration(EncryptionConfiguration::customer_managed(&Key::new(&stack, "Key2")))
        .build();
    StateMachine::builder(&stack, "Owned", text())
        .encryption_configuration(EncryptionConfiguration::aws_owned())
        .build();

    let parameter = CfnParameter::new(&stack, "Machine").value_as_string();
    let arn = "arn:aws:states:eu-west-1:111111111111:stateMachine:old";
    let by_arn = StateMachine::from_state_machine_arn(&stack, "ByArn", arn);
    let by_token = StateMachine::from_state_machine_arn(&stack, "ByToken", parameter);
    let by_name = StateMachine::from_state_machine_name(&stack, "ByName", "named");
    let machines: [(&str, &dyn IStateMachine); 5] =
        [("Full", &full), ("Unnamed", &unnamed), ("ByArn", &by_arn), ("ByToken", &by_token), ("ByName", &by_name)];
    for (id, machine) in machines {
        machine.grant_start_execution(&user);
        machine.grant_start_sync_execution(&user);
        machine.grant_read(&User::new(&stack, format!("{id}Reader")));
        machine.grant_task_response(&user);
        machine.grant_execution(&user, &["states:DescribeExecution", "states:StopExecution"]);
        machine.grant_redrive_execution(&user);
        machine.grant(&user, &["states:ListExecutions"]);
        CfnOutput::new(&stack, format!("{id}Arn"), machine.state_machine_arn());
    }
    CfnOutput::new(&stack, "FullName", full.state_machine_name());
    CfnOutput::new(&stack, "FullRevision", full.state_machine_revision_id());

    let env = |account: &str| Environment::new().account(account).region("us-east-1");
    let one = Stack::builder(app, "SfnOne").env(env("111111111111")).build();
    let other = Stack::builder(app, "SfnOther").env(env("222222222222")).build();
    let shared = StateMachine::builder(&one, "Shared", text()).state_machine_name("shared").build();
    CfnOutput::new(&other, "Arn", shared.state_machine_arn());
    CfnOutput::new(&other, "Name", shared.state_machine_name());
    shared.grant_start_execution(&User::new(&other, "User"));
}

fn full(stack: &Stack, log_group: &LogGroup) -> StateMachine {
    let definition = DefinitionBody::from_chainable(&Pass::new(stack, "Only"));
    let logs = LogOptions::new().destination(log_group).level(LogLevel::All).include_execution_data(true);
    let encryption = EncryptionConfiguration::customer_managed(&Key::new(stack, "Key"))
        .kms_data_key_reuse_period(Duration::seconds(75));
    let full = StateMachine::builder(stack, "Full", definition)
        .state_machine_name("full-machine")
        .state_machine_type(StateMachineType::Standard)
        .timeout(Duration::hours(1))
        .comment(cfn_format!("in {}", stack.region()))
        .logs(logs)
        .tracing_enabled(true)
        .removal_policy(RemovalPolicy::Retain)
        .definition_substitution("b", "x")
        .definition_substitution("a", stack.region())
        .query_language(QueryLanguage::Jsonata)
        .encryption_configuration(encryption)
        .build();
    full.add_to_role_policy(PolicyStatement::new().actions(["s3:GetObject"]).resources(["*"]));
    full
}
