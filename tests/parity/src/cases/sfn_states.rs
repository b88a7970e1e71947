//! States: every kind and option in JSONPath and JSONata, chains, choices with every comparison, branches, maps, retries,
//! catches, loops, afterwards, custom states, names and prefixes.

use aws_cdk_core::{App, Duration, Stack, cfn_format, cfn_json};
use aws_cdk_stepfunctions::{
    AfterwardsOptions, CatchProps, Chain, Choice, ChoiceTransitionOptions, Condition, CustomState, DefinitionBody,
    Errors, Fail, IChainable, JitterType, JsonPath, Map, Parallel, Pass, ProvideItems, QueryLanguage, RetryProps,
    StateMachine, StateMachineBuilder, Succeed, Wait, WaitTime,
};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "SfnStates");
    simple(&stack);
    comparisons(&stack);
    afterwards(&stack);
    parallels(&stack);
    maps(&stack);
    custom(&stack);
    jsonata(&stack);
    let prefixed = pass(&stack, "Prefixed");
    prefixed.add_prefix("b-");
    prefixed.add_prefix("a-");
    let named = Pass::builder(&stack, "1").state_name("2").build();
    machine(&stack, "Prefixes", &prefixed.next(&named).next(&pass(&stack, "0"))).build();
}

fn machine(stack: &Stack, id: &str, chainable: &dyn IChainable) -> StateMachineBuilder {
    StateMachine::builder(stack, format!("{id}Machine"), DefinitionBody::from_chainable(chainable))
}

fn pass(stack: &Stack, id: &str) -> Pass {
    Pass::new(stack, id)
}

fn simple(stack: &Stack) {
    let full = Pass::builder(stack, "Full")
        .comment("all")
        .state_name("Named")
        .input_path("$.in")
        .output_path("$.out")
        .result_path("$.result")
        .result(cfn_json!({ "b": 1, "a": [true, null, "x"], "r": stack.region() }))
        .parameters(cfn_json!({ "x.$": "$.x", "y": 2 }))
        .assign(cfn_json!({ "v": 1 }))
        .build();
    let discard = Pass::builder(stack, "Discard")
        .result_path(JsonPath::DISCARD)
        .input_path(JsonPath::DISCARD)
        .output_path(JsonPath::DISCARD)
        .result("text")
        .build();
    let seconds = WaitTime::duration(Duration::minutes(2));
    let seconds = Wait::builder(stack, "Seconds", seconds).comment("wait").build();
    let until = Wait::builder(stack, "TimestampPath", WaitTime::timestamp_path("$.t")).state_name("Until").build();
    let chain = full
        .next(&discard)
        .next(&seconds)
        .next(&Wait::new(stack, "Timestamp", WaitTime::timestamp("2030-01-01T00:00:00Z")))
        .next(&Wait::new(stack, "SecondsPath", WaitTime::seconds_path("$.s")))
        .next(&until)
        .next(&Succeed::builder(stack, "Done").comment("done").input_path("$.a").output_path("$.b").build());
    machine(stack, "Simple", &chain).timeout(Duration::seconds(90)).comment("simple").build();
}

fn comparisons(stack: &Stack) {
    let choice = Choice::builder(stack, "Comparisons").comment("which").input_path("$.a").output_path("$.b").build();
    let target = Succeed::new(stack, "Target");
    let (text, path, time) = ("text", "$.other", "2030-01-01T00:00:00Z");
    for condition in [
        Condition::string_equals("$.s", text),
        Condition::string_less_than("$.s", text),
        Condition::string_less_than_equals("$.s", text),
        Condition::string_greater_than("$.s", text),
        Condition::string_greater_than_equals("$.s", text),
        Condition::string_matches("$.s", text),
        Condition::string_equals_json_path("$.s", path),
        Condition::string_less_than_json_path("$.s", path),
        Condition::string_less_than_equals_json_path("$.s", path),
        Condition::string_greater_than_json_path("$.s", path),
        Condition::string_greater_than_equals_json_path("$.s", path),
        Condition::boolean_equals_json_path("$.s", path),
        Condition::number_equals_json_path("$.s", path),
        Condition::number_less_than_json_path("$.s", path),
        Condition::number_less_than_equals_json_path("$.s", path),
        Condition::number_greater_than_json_path("$.s", path),
        Condition::number_greater_than_equals_json_path("$.s", path),
        Condition::timestamp_equals_json_path("$.s", path),
        Condition::timestamp_less_than_json_path("$.s", path),
        Condition::timestamp_less_than_equals_json_path("$.s", path),
        Condition::timestamp_greater_than_json_path("$.s", path),
        Condition::timestamp_greater_than_equals_json_path("$.s", path),
        Condition::number_equals("$.n", 1.5),
        Condition::number_less_than("$.n", 1.5),
        Condition::number_less_than_equals("$.n", 1.5),
        Condition::number_greater_than("$.n", 1.5),
        Condition::number_greater_than_equals("$.n", 1.5),
        Condition::timestamp_equals("$.t", time),
        Condition::timestamp_less_than("$.t", time),
        Condition::timestamp_less_than_equals("$.t", time),
        Condition::timestamp_greater_than("$.t", time),
        Condition::timestamp_greater_than_equals("$.t", time),
        Condition::is_present("$.x"),
        Condition::is_not_present("$.x"),
        Condition::is_string("$.x"),
        Condition::is_not_string("$.x"),
        Condition::is_numeric("$.x"),
        Condition::is_not_numeric("$.x"),
        Condition::is_boolean("$.x"),
        Condition::is_not_boolean("$.x"),
        Condition::is_timestamp("$.x"),
        Condition::is_not_timestamp("$.x"),
        Condition::is_not_null("$.x"),
        Condition::is_null("$.x"),
        Condition::boolean_equals("$.b", true),
    ] {
        choice.when(condition, &target);
    }
    let either = Condition::or([Condition::is_null("$[0]"), Condition::not(Condition::is_string("$"))]);
    let nested = Condition::and([Condition::is_present("$.a"), either]);
    let options = ChoiceTransitionOptions::new().comment("nested").assign(cfn_json!({ "v": 1 }));
    choice.when_with(nested, &target, options);
    choice.otherwise(&Fail::builder(stack, "Otherwise").error("E").cause("C").comment("f").build());
    machine(stack, "Choices", &choice).build();
}

fn afterwards(stack: &Stack) {
    let choice = Choice::new(stack, "After");
    let (left, right) = (pass(stack, "Left"), pass(stack, "Right"));
    let fail =
        Fail::builder(stack, "FailPaths").error_path("$.e").cause_path("States.Format('{}', $.c)").build();
    choice
        .when(Condition::boolean_equals("$.l", true), &left)
        .when(Condition::boolean_equals("$.f", true), &fail)
        .otherwise(&right);
    let loop_ = pass(stack, "Loop");
    let chain = Chain::start(&pass(stack, "First")).next(&choice.afterwards(AfterwardsOptions::new())).next(&loop_);
    machine(stack, "Afterwards", &chain).build();
    loop_.next(&choice);
    let open = Choice::new(stack, "Open");
    open.when(Condition::is_present("$.x"), &pass(stack, "Inside"));
    let chain = open.afterwards(AfterwardsOptions::new().include_otherwise(true)).next(&pass(stack, "AfterOpen"));
    machine(stack, "Open", &chain).build();
}

fn parallels(stack: &Stack) {
    let parallel = Parallel::builder(stack, "Parallel")
        .comment("p")
        .result_path("$.r")
        .result_selector(cfn_json!({ "a.$": "$[0]" }))
        .parameters(cfn_json!({ "x": 1 }))
        .input_path("$.i")
        .output_path("$.o")
        .assign(cfn_json!({ "w": 2 }))
        .build();
    parallel.branch(&pass(stack, "A").next(&pass(stack, "B"))).branch(&pass(stack, "C"));
    let retry = RetryProps::new()
        .errors([Errors::ALL])
        .interval(Duration::seconds(3))
        .max_attempts(4)
        .backoff_rate(1.5)
        .max_delay(Duration::minutes(1))
        .jitter_strategy(JitterType::Full);
    parallel.add_retry(retry).add_retry(RetryProps::new().errors([Errors::TIMEOUT, "Own"])).add_retry(RetryProps::new());
    let handler = pass(stack, "Handler");
    parallel.add_catch(&handler, CatchProps::new());
    let catch = CatchProps::new().errors(["Own"]).result_path("$.error").assign(cfn_json!({ "e": 1 }));
    parallel.add_catch(&handler.next(&pass(stack, "AfterHandler")), catch);
    machine(stack, "Parallels", &parallel.next(&pass(stack, "D"))).build();
    let single = Chain::start(&pass(stack, "S1"))
        .next(&pass(stack, "S2"))
        .to_single_state_with("Together", |parallel| parallel.comment("one"));
    machine(stack, "Single", &single.next(&pass(stack, "S3"))).build();
}

fn maps(stack: &Stack) {
    let map = Map::builder(stack, "Map")
        .comment("m")
        .items_path("$.items")
        .max_concurrency(3)
        .item_selector(cfn_json!({ "i.$": "$$.Map.Item.Value" }))
        .result_path("$.done")
        .result_selector(cfn_json!({ "n.$": "$" }))
        .input_path("$.in")
        .output_path("$.out")
        .assign(cfn_json!({ "z": 1 }))
        .build();
    map.item_processor(&pass(stack, "Item").next(&pass(stack, "ItemEnd")));
    map.add_retry(RetryProps::new().max_attempts(0))
        .add_catch(&Succeed::new(stack, "Caught"), CatchProps::new().errors([Errors::TASKS_FAILED]));
    let older =
        Map::builder(stack, "Older").max_concurrency_path("$.max").parameters(cfn_json!({ "p": 1 })).build();
    older.iterator(&pass(stack, "Iterated"));
    machine(stack, "Maps", &map.next(&older)).build();
}

fn custom(stack: &Stack) {
    let own = cfn_json!({
        "Type": "Task",
        "Resource": cfn_format!("arn:{}:states:::dynamodb:putItem", stack.partition()),
        "Retry": [{ "ErrorEquals": ["X"] }],
        "Next": "gone",
    });
    let own = CustomState::new(stack, "Own", own);
    own.add_retry(RetryProps::new().errors(["Y"]));
    own.add_catch(&Fail::new(stack, "OwnFailed"), CatchProps::new());
    let wait = CustomState::new(stack, "Own2", cfn_json!({ "Type": "Wait", "Seconds": 1 }));
    machine(stack, "Custom", &own.next(&wait)).build();
}

fn jsonata(stack: &Stack) {
    let first = Pass::jsonata(stack, "JsonataPass")
        .outputs(cfn_json!({ "a": "{% $states.input.a %}" }))
        .assign(cfn_json!({ "v": "{% 1 %}" }))
        .comment("j")
        .build();
    let choice = Choice::jsonata(stack, "JsonataChoice").outputs("x").build();
    let done = Succeed::jsonata(stack, "JsonataDone").outputs("{% $v %}").build();
    let options =
        ChoiceTransitionOptions::new().outputs("{% 1 %}").assign(cfn_json!({ "k": 2 })).comment("c");
    choice.when_with(Condition::jsonata("{% $v > 1 %}"), &done, options);
    let map = Map::jsonata(stack, "JsonataMap")
        .items(ProvideItems::jsonata("{% $x %}"))
        .jsonata_max_concurrency("{% 2 %}")
        .jsonata_item_selector("{% $i %}")
        .outputs(1)
        .build();
    map.item_processor(&Wait::jsonata(stack, "JsonataWait", WaitTime::seconds("{% 5 %}")).outputs("w").build());
    let parallel = Parallel::jsonata(stack, "JsonataParallel")
        .arguments(cfn_json!({ "a": 1 }))
        .outputs(cfn_json!({ "o": 2 }))
        .build();
    parallel.branch(&Fail::jsonata(stack, "JsonataFail").error("{% $e %}").build());
    let handler = Pass::builder(stack, "JsonataHandler").query_language(QueryLanguage::Jsonata).build();
    parallel.add_catch(&handler, CatchProps::new().outputs("{% 3 %}").assign(cfn_json!({ "c": 1 })));
    machine(stack, "Jsonata", &first.next(&map).next(&parallel).next(&choice)).build();
    let items = Map::builder(stack, "Items").items(ProvideItems::json_array(cfn_json!([1, "a", { "b": 2 }]))).build();
    items.item_processor(&pass(stack, "Listed"));
    let plain = Pass::builder(stack, "Plain").outputs("{% 1 %}").build();
    machine(stack, "AllJsonata", &items.next(&plain)).query_language(QueryLanguage::Jsonata).build();
}
