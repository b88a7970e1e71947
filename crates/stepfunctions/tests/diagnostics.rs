//! What state machines and their states say of mistakes.

use aws_cdk_core::{App, Duration, Stack, cfn_json};
use aws_cdk_kms::Key;
use aws_cdk_stepfunctions::{
    AfterwardsOptions, CatchProps, Choice, Condition, CustomState, DefinitionBody, EncryptionConfiguration, Errors,
    Fail, IChainable, LogOptions, Map, Parallel, Pass, QueryLanguage, RetryProps, StateMachine, Succeed, Wait,
    WaitTime,
};

fn codes(build: impl FnOnce(&Stack)) -> Vec<String> {
    let app = App::new();
    build(&Stack::new(&app, "Stack"));
    let diagnostics = app.diagnostics();
    for diagnostic in &diagnostics {
        assert!(diagnostic.location().file().ends_with("diagnostics.rs"), "{diagnostic}");
    }
    diagnostics.iter().map(|diagnostic| diagnostic.code().to_owned()).collect()
}

/// As `codes`, with what synthesizing finds.
fn codes_of_synthesis(build: impl FnOnce(&Stack)) -> Vec<String> {
    let app = App::builder().outdir(env!("CARGO_TARGET_TMPDIR")).build();
    build(&Stack::new(&app, "Stack"));
    let found = app.synth().err();
    let diagnostics = found.as_ref().map(|error| error.diagnostics()).unwrap_or_default();
    for diagnostic in diagnostics {
        assert!(diagnostic.location().file().ends_with("diagnostics.rs"), "{diagnostic}");
    }
    diagnostics.iter().map(|diagnostic| diagnostic.code().to_owned()).collect()
}

fn machine(stack: &Stack, start: &dyn IChainable) {
    StateMachine::builder(stack, "Machine", DefinitionBody::from_chainable(start)).build();
}

#[test]
fn options_of_state_machines_have_rules() {
    let found = codes(|stack| {
        let key = Key::new(stack, "Key");
        let text = || DefinitionBody::from_string("{}");
        StateMachine::builder(stack, "Named", text()).state_machine_name("no spaces").build();
        StateMachine::builder(stack, "Logs", text()).logs(LogOptions::new()).build();
        StateMachine::builder(stack, "Timeout", text()).timeout(Duration::millis(1)).build();
        let encryption =
            EncryptionConfiguration::customer_managed(&key).kms_data_key_reuse_period(Duration::seconds(59));
        StateMachine::builder(stack, "Encrypted", text()).encryption_configuration(encryption).build();
        StateMachine::from_state_machine_arn(stack, "Imported", "payment");
    });
    assert_eq!(
        found,
        [
            "stepfunctions::state-machine-name",
            "stepfunctions::logs-destination",
            "stepfunctions::duration",
            "stepfunctions::data-key-reuse",
            "stepfunctions::invalid-arn",
        ]
    );
}

#[test]
fn a_state_has_one_successor() {
    let found = codes(|stack| {
        let (first, second) = (Pass::new(stack, "First"), Pass::new(stack, "Second"));
        first.next(&second);
        first.next(&second);
        let choice = Choice::new(stack, "Choice");
        choice.otherwise(&first).otherwise(&second);
        choice.afterwards(AfterwardsOptions::new().include_otherwise(true));
        second.next(&Succeed::new(stack, "Done")).next(&first);
    });
    assert_eq!(
        found,
        [
            "stepfunctions::state-has-next",
            "stepfunctions::state-has-default",
            "stepfunctions::state-has-default",
            "stepfunctions::chain-end",
        ]
    );
}

#[test]
fn a_state_has_one_place_and_a_name_of_its_own() {
    let found = codes(|stack| {
        let shared = Pass::new(stack, "Shared");
        let parallel = Parallel::new(stack, "Parallel");
        parallel.branch(&shared).branch(&shared);
        machine(stack, &parallel);
    });
    assert_eq!(found, ["stepfunctions::state-in-other-graph"]);
    let found = codes(|stack| {
        let parallel = Parallel::new(stack, "Parallel");
        parallel.branch(&Pass::builder(stack, "One").state_name("Same").build());
        parallel.branch(&Pass::builder(stack, "Other").state_name("Same").build());
        machine(stack, &parallel);
    });
    assert_eq!(found, ["stepfunctions::state-name"]);
}

#[test]
fn paths_and_expressions_have_a_form() {
    let found = codes(|stack| {
        Pass::builder(stack, "Input").input_path("order").build();
        Wait::new(stack, "Wait", WaitTime::seconds_path("seconds"));
        Wait::new(stack, "Short", WaitTime::duration(Duration::millis(1)));
        Map::builder(stack, "Map").jsonata_item_selector("$x").build().item_processor(&Pass::new(stack, "Item"));
        let done = Succeed::new(stack, "Done");
        let choice = Choice::new(stack, "Choice");
        choice.when(Condition::is_null("order"), &done);
        choice.when(Condition::and([]), &done);
        choice.when(Condition::not(Condition::jsonata("$x > 1")), &done);
    });
    assert_eq!(
        found,
        [
            "stepfunctions::json-path",
            "stepfunctions::json-path",
            "stepfunctions::duration",
            "stepfunctions::jsonata",
            "stepfunctions::condition-variable",
            "stepfunctions::condition-empty",
            "stepfunctions::jsonata",
        ]
    );
}

#[test]
fn a_failure_is_given_once() {
    let found = codes(|stack| {
        Fail::builder(stack, "Twice").error("E").error_path("$.e").build();
        Fail::builder(stack, "Function").cause_path("States.MathAdd(1, 2)").build();
        Fail::builder(stack, "Fine").error_path("$.e").cause_path("States.UUID()").build();
    });
    assert_eq!(found, ["stepfunctions::fail-state"; 2]);
}

#[test]
fn all_errors_stand_alone() {
    let found = codes(|stack| {
        let parallel = Parallel::new(stack, "Parallel");
        parallel.branch(&Pass::new(stack, "Pass"));
        parallel.add_retry(RetryProps::new().errors([Errors::ALL, Errors::TIMEOUT]));
        parallel.add_retry(RetryProps::new().interval(Duration::millis(1)));
        parallel.add_catch(&Succeed::new(stack, "Done"), CatchProps::new().errors([Errors::ALL, "Own"]));
    });
    assert_eq!(found, ["stepfunctions::errors-all", "stepfunctions::duration", "stepfunctions::errors-all"]);
}

#[test]
fn options_of_maps_fit_together() {
    let found = codes(|stack| {
        Map::builder(stack, "Negative").max_concurrency(-1).build();
        Map::builder(stack, "Twice").max_concurrency(1).max_concurrency_path("$.max").build();
        Map::builder(stack, "Selectors").parameters(cfn_json!({})).item_selector(cfn_json!({})).build();
    });
    assert_eq!(found, ["stepfunctions::map-options"; 3]);
}

#[test]
fn parallel_and_map_states_contain_others() {
    let found = codes_of_synthesis(|stack| {
        Parallel::new(stack, "Parallel");
        Map::new(stack, "None");
        let both = Map::new(stack, "Both");
        both.iterator(&Pass::new(stack, "One")).item_processor(&Pass::new(stack, "Other"));
    });
    assert_eq!(
        found,
        ["stepfunctions::parallel-without-branches", "stepfunctions::map-processor", "stepfunctions::map-processor",]
    );
}

#[test]
fn a_state_machine_in_jsonata_has_no_states_in_jsonpath() {
    let found = codes(|stack| {
        let pass = Pass::builder(stack, "Pass").query_language(QueryLanguage::JsonPath).build();
        let definition = DefinitionBody::from_chainable(&pass);
        StateMachine::builder(stack, "Machine", definition).query_language(QueryLanguage::Jsonata).build();
    });
    assert_eq!(found, ["stepfunctions::query-language"]);
}

#[test]
fn a_custom_state_is_an_object() {
    let found = codes(|stack| {
        CustomState::new(stack, "Text", "Task");
        let retries = cfn_json!({ "Type": "Task", "Retry": [{}], "Catch": [{}] });
        let both = CustomState::new(stack, "Both", retries);
        both.add_retry(RetryProps::new()).add_catch(&Succeed::new(stack, "Done"), CatchProps::new());
        machine(stack, &both);
    });
    assert_eq!(
        found,
        ["stepfunctions::custom-state", "stepfunctions::multiple-retries", "stepfunctions::multiple-catches"]
    );
}
