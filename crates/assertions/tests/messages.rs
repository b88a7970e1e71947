//! What failing assertions say.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

use aws_cdk_assertions::{
    Annotations, AssertionError, Capture, Match, Tags, Template, TemplateParsingOptions, json, pattern,
    try_logical_ids_stable,
};
use aws_cdk_core::{App, CfnResource, NestedStack, Stack, Stage};
use expect_test::{Expect, expect};

fn template() -> Template {
    Template::from_json(json!({
        "Resources": {
            "Orders": {
                "Type": "AWS::SQS::Queue",
                "Properties": {
                    "QueueName": "orders",
                    "DelaySeconds": 5,
                    "Tags": [{ "Key": "team", "Value": "books" }, { "Key": "stage", "Value": "prod" }],
                    "RedrivePolicy": { "deadLetterTargetArn": { "Fn::GetAtt": ["Dead", "Arn"] }, "maxReceiveCount": 3 },
                },
            },
            "Dead": { "Type": "AWS::SQS::Queue" },
            "Flow": {
                "Type": "AWS::StepFunctions::StateMachine",
                "Properties": {
                    "DefinitionString": "{\"StartAt\":\"Greet\",\"States\":{\"Greet\":{\"Type\":\"Pass\"}}}",
                    "Lines": "one\ntwo\nthree\n",
                    "Long": "arn:aws:states:eu-west-1:123456789012:stateMachine:greet",
                    "Methods": ["GET", "PUT", "POST", "PATCH", "HEAD", "OPTIONS", "DELETE"],
                },
            },
        },
        "Outputs": { "Url": { "Value": "https://books.example" } },
    }))
}

fn check<T: std::fmt::Debug>(result: Result<T, AssertionError>, expected: Expect) {
    expected.assert_eq(&result.unwrap_err().to_string());
}

const QUEUE: &str = "AWS::SQS::Queue";
const FLOW: &str = "AWS::StepFunctions::StateMachine";

#[test]
fn the_closest_resources_are_shown_with_marks() {
    check(
        template().try_has_resource_properties(
            QUEUE,
            pattern!({
                "DelaySeconds": 6,
                "KmsMasterKeyId": Match::any_value(),
                "QueueName": Match::string_like_regexp("^returns"),
                "RedrivePolicy": { "deadLetterTargetArn": Match::absent() },
            }),
        ),
        expect![[r#"
            none of the 2 resources of type AWS::SQS::Queue is as expected:

            Dead (4 differences)
              {
                "Type": "AWS::SQS::Queue",
                "Properties": {
                  ! the key `DelaySeconds` is missing, expected 6
                  ! the key `KmsMasterKeyId` is missing, expected Match::any_value()
                  ! the key `QueueName` is missing, expected Match::string_like_regexp("^returns")
                  ! the key `RedrivePolicy` is missing, expected { "deadLetterTargetArn": Match::absent() }
                }
              }

            Orders (4 differences)
              {
                "Type": "AWS::SQS::Queue",
                "Properties": {
                  "QueueName": "orders",
                  ^^^^^^^^^^^^^^^^^^^^^ expected text that matches /^returns/, found "orders"
                  "DelaySeconds": 5,
                  ^^^^^^^^^^^^^^^^^ expected 6, found 5
                  "Tags": [{ "Key": "team", "Value": "books" }, { "Key": "stage", "Value": "prod" }],
                  "RedrivePolicy": {
                    "deadLetterTargetArn": { "Fn::GetAtt": ["Dead", "Arn"] },
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ expected no value, found { "Fn::GetAtt": ["Dead", "Arn"] }
                    "maxReceiveCount": 3
                  }
                  ! the key `KmsMasterKeyId` is missing, expected Match::any_value()
                }
              }"#]],
    );
}

#[test]
fn arrays_are_shown_around_what_differs() {
    check(
        template().try_has_resource_properties(
            QUEUE,
            pattern!({ "Tags": Match::array_with(pattern!([
                { "Key": "team", "Value": "books" },
                { "Key": "stage", "Value": "beta" },
            ])) }),
        ),
        expect![[r#"
            none of the 2 resources of type AWS::SQS::Queue is as expected:

            Dead (1 difference)
              {
                "Type": "AWS::SQS::Queue",
                "Properties": {
                  ! the key `Tags` is missing, expected Match::array_with([{ "Key": "team", "Value": "books" }, { "Key": "stage", "Value…
                }
              }

            Orders (1 difference)
              {
                "Type": "AWS::SQS::Queue",
                "Properties": {
                  "QueueName": "orders",
                  "DelaySeconds": 5,
                  "Tags": [
                    { "Key": "team", "Value": "books" },
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ element 1 of the pattern matches here
                    {
                    ^ element 2 of the pattern matches nothing; this is the closest
                      "Key": "stage",
                      "Value": "prod"
                      ^^^^^^^^^^^^^^^ expected "beta", found "prod"
                    }
                  ],
                  "RedrivePolicy": { "deadLetterTargetArn": { "Fn::GetAtt": ["Dead", "Arn"] }, "maxReceiveCount": 3…
                }
              }"#]],
    );
    check(
        template().try_has_resource_properties(FLOW, pattern!({ "Methods": Match::array_with(["HEAD", "GET"]) })),
        expect![[r#"
            the resource of type AWS::StepFunctions::StateMachine is not as expected:

            Flow (1 difference)
              {
                "Type": "AWS::StepFunctions::StateMachine",
                "Properties": {
                  "DefinitionString": "{\"StartAt\":\"Greet\",\"States\":{\"Greet\":{\"Type\":\"Pass\"}}}",
                  "Lines": "one\ntwo\nthree\n",
                  "Long": "arn:aws:states:eu-west-1:123456789012:stateMachine:greet",
                  "Methods": [
                    … 4 more
                    "HEAD",
                    ^^^^^^ element 1 of the pattern matches here
                    "OPTIONS",
                    ^^^^^^^^^ element 2 of the pattern matches nothing; this is the closest
                    ^^^^^^^^^ expected "GET", found "OPTIONS"
                    "DELETE"
                  ]
                }
              }"#]],
    );
    check(
        template().try_has_resource_properties(FLOW, pattern!({ "Methods": ["GET"] })),
        expect![[r#"
            the resource of type AWS::StepFunctions::StateMachine is not as expected:

            Flow (1 difference)
              {
                "Type": "AWS::StepFunctions::StateMachine",
                "Properties": {
                  "DefinitionString": "{\"StartAt\":\"Greet\",\"States\":{\"Greet\":{\"Type\":\"Pass\"}}}",
                  "Lines": "one\ntwo\nthree\n",
                  "Long": "arn:aws:states:eu-west-1:123456789012:stateMachine:greet",
                  "Methods": [
                    "GET",
                    "PUT",
                    ^^^^^ expected 1 element, found 7
                    … 5 more
                  ]
                }
              }"#]],
    );
}

#[test]
fn text_is_shown_where_it_differs() {
    check(
        template().try_has_resource_properties(
            FLOW,
            pattern!({
                "Lines": "one\n2\nthree\n",
                "Long": "arn:aws:states:eu-west-1:123456789012:stateMachine:bye",
                "DefinitionString": Match::serialized_json(pattern!({
                    "StartAt": "Greet",
                    "States": { "Greet": { "Type": "Task" } },
                })),
            }),
        ),
        expect![[r#"
            the resource of type AWS::StepFunctions::StateMachine is not as expected:

            Flow (4 differences)
              {
                "Type": "AWS::StepFunctions::StateMachine",
                "Properties": {
                  "DefinitionString": JSON as text {
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the JSON in the text is not as expected
                    "StartAt": "Greet",
                    "States": {
                      "Greet": {
                        "Type": "Pass"
                        ^^^^^^^^^^^^^^ expected "Task", found "Pass"
                      }
                    }
                  },
                  "Lines": "one\ntwo\nthree\n",
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ expected other lines
                      one
                    - 2
                    + two
                      three
                  "Long": "arn:aws:states:eu-west-1:123456789012:stateMachine:greet",
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ expected other text
                    expected arn:aws:states:eu-west-1:123456789012:stateMachine:bye
                    found    arn:aws:states:eu-west-1:123456789012:stateMachine:greet
                                                                                ^ differs from here
                  "Methods": ["GET", "PUT", "POST", "PATCH", "HEAD", "OPTIONS", "DELETE"]
                }
              }"#]],
    );
}

#[test]
fn what_is_not_there_is_told() {
    check(
        template().try_has_resource_properties("AWS::S3::Bucket", pattern!({})),
        expect!["there is no resource of type AWS::S3::Bucket"],
    );
    check(template().try_has_output("Arn", pattern!({})), expect!["there is no output named Arn"]);
    check(
        template().try_has_output("Url", pattern!({ "Value": "x" })),
        expect![[r#"
        the output named Url is not as expected:

        Url (1 difference)
          {
            "Value": "https://books.example"
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ expected "x", found "https://books.example"
          }"#]],
    );
    check(template().try_has_parameter("*", pattern!({})), expect!["there is no parameter of the template"]);
    check(
        template().try_template_matches(pattern!({ "Outputs": Match::absent() })),
        expect![[r#"
        the template is not as expected:

          {
            "Resources": { "Orders": { "Type": "AWS::SQS::Queue", "Properties": { "QueueName": "orders", …,
            "Outputs": { "Url": { "Value": "https://books.example" } }
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ expected no value, found { "Url": { "Value": "https://books.example" } }
          }"#]],
    );
}

#[test]
fn counts_are_told_with_what_was_counted() {
    check(
        template().try_resource_count_is(QUEUE, 3),
        expect![[r#"
        expected 3 resources of type AWS::SQS::Queue, found 2:
          Orders { "QueueName": "orders", "DelaySeconds": 5, "Tags": [{ "Key": "team", "Value": "…
          Dead"#]],
    );
    check(
        template().try_resource_properties_count_is(QUEUE, pattern!({ "DelaySeconds": 5 }), 2),
        expect![[r#"
        expected 2 resources of type AWS::SQS::Queue with these properties, found 1:
          Orders { "QueueName": "orders", "DelaySeconds": 5, "Tags": [{ "Key": "team", "Value": "…"#]],
    );
    check(
        template().try_get_resource_id(QUEUE, pattern!({})),
        expect![[r#"
        expected one resource of type AWS::SQS::Queue like this, found 2:
          Orders { "QueueName": "orders", "DelaySeconds": 5, "Tags": [{ "Key": "team", "Value": "…
          Dead"#]],
    );
    check(
        template().try_all_resources_properties(QUEUE, pattern!({ "DelaySeconds": 5 })),
        expect![[r#"
        of the 2 resources of type AWS::SQS::Queue only 1 is as expected; these are not:

        Dead (1 difference)
          {
            "Type": "AWS::SQS::Queue",
            "Properties": {
              ! the key `DelaySeconds` is missing, expected 5
            }
          }"#]],
    );
}

#[test]
fn assertions_that_are_wrong_say_so() {
    let lists = |element| {
        template().try_has_resource_properties(FLOW, pattern!({ "Methods": Match::array_with(pattern!([element])) }))
    };
    check(
        lists(Match::any_value()),
        expect![
            "`Match::any_value()` cannot be an element of `Match::array_with`: name what the element is, or count the elements with `Match::array_equals`"
        ],
    );
    let text =
        |regexp| template().try_has_resource_properties(FLOW, pattern!({ "Long": Match::string_like_regexp(regexp) }));
    check(text("("), expect!["the regular expression /(/ has a syntax error, or lookbehind, which is not supported"]);
    check(text("(a)\\1"), expect![[r#"the regular expression /(a)\1/ has a back reference, which is not supported"#]]);
    let panics = |write: fn() -> aws_cdk_assertions::Matcher, expected: Expect| {
        let message = std::panic::catch_unwind(write).unwrap_err();
        expected.assert_eq(message.downcast_ref::<String>().unwrap());
    };
    panics(
        || Match::exact(Match::any_value()),
        expect![
            "`Match::exact` takes a literal and not Match::any_value() itself: leave `exact` out, or put the matcher inside a list or an object"
        ],
    );
    panics(
        || Match::object_like("text"),
        expect![[r#"`Match::object_like` takes an object, such as `pattern!({ "Key": .. })`, not "text""#]],
    );
    panics(
        || Match::array_with(pattern!({ "a": 1 })),
        expect![[r#"`Match::array_with` takes a list, such as `["a", "b"]` or `pattern!([..])`, not { "a": 1 }"#]],
    );
    check(
        Template::try_from_string("{", TemplateParsingOptions::new()),
        expect!["the template is not JSON: EOF while parsing an object at line 1 column 1"],
    );
    check(
        Template::try_from_json(json!([]), TemplateParsingOptions::new()),
        expect!["a template is an object, not []"],
    );
}

#[test]
fn captures_say_what_they_have() {
    let capture = Capture::new();
    check(capture.try_as_string(), expect!["nothing was captured"]);
    template().has_resource_properties(QUEUE, pattern!({ "RedrivePolicy": &capture }));
    assert_eq!(capture.as_object()["maxReceiveCount"], 3);
    check(
        capture.try_as_bool(),
        expect![[r#"
        the captured value is not a boolean: {
          "deadLetterTargetArn": {
            "Fn::GetAtt": [
              "Dead",
              "Arn"
            ]
          },
          "maxReceiveCount": 3
        }"#]],
    );
}

#[test]
fn cycles_are_shown() {
    let resources = json!({ "Resources": {
        "A": { "Type": "X", "DependsOn": ["B"] },
        "B": { "Type": "X", "Properties": { "c": { "Fn::Sub": "${C.Arn}" } } },
        "C": { "Type": "X", "Properties": { "b": [{ "Fn::GetAtt": ["B", "Arn"] }] } },
        "D": { "Type": "X" },
    } });
    check(
        Template::try_from_json(resources, TemplateParsingOptions::new()),
        expect![[r#"
        the template cannot be deployed, since these resources depend on each other: B -> C -> B

        C
          {
            "Type": "X",
            "Properties": {
              "b": [
                {
                  "Fn::GetAtt": [
                    "B",
                    "Arn"
                  ]
                }
              ]
            }
          }

        B
          {
            "Type": "X",
            "Properties": {
              "c": {
                "Fn::Sub": "${C.Arn}"
              }
            }
          }"#]],
    );
}

fn app(directory: &std::path::Path, ids: &[&str]) -> App {
    let app = App::builder().outdir(directory).build();
    let stage = Stage::new(&app, "Beta");
    let stack = Stack::new(&stage, "Books");
    let nested = NestedStack::new(&stack, "Nested");
    for id in ids {
        CfnResource::builder(&stack, id, QUEUE).build();
        CfnResource::builder(&nested, id, QUEUE).build();
    }
    app
}

#[test]
fn messages_of_stacks_are_found_and_shown() {
    let app = App::new();
    let stack = Stack::builder(&app, "Books").tag("team", "books").build();
    let nested = NestedStack::new(&stack, "Nested");
    let inner = Stack::new(&stack, "Inner");
    let annotate = aws_cdk_core::Annotations::of;
    annotate(&stack).add_warning("books::few", "there are few books");
    annotate(&nested).add_info("books::nested", "nested books");
    annotate(&inner).add_error("books::inner", "books inside");

    let annotations = Annotations::from_stack(&stack);
    annotations.has_info("/Books/Nested", "nested books");
    annotations.has_no_error("*", Match::any_value());
    Annotations::from_stack(&inner).has_error("Books/Inner", "books inside");
    Annotations::from_stack(&nested).has_no_warning("*", Match::any_value());
    assert_eq!(annotations.find_warning("*", Match::any_value()).len(), 1);
    check(
        annotations.try_has_warning("/Books", "there are many books"),
        expect![[r#"
        the message at /Books is not as expected:

        /Books (1 difference)
          {
            "level": "warning",
            "code": "books::few",
            "message": "there are few books"
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ expected "there are many books", found "there are few books"
          }"#]],
    );
    check(annotations.try_has_error("/Books/Api", Match::any_value()), expect!["there is no message at /Books/Api"]);
    let error = annotations.try_has_no_code("*", "books::few").unwrap_err().to_string();
    assert!(
        error.starts_with("expected no such message of the stack, found 1 message:\n\n  warning[books::few]"),
        "{error}"
    );

    let error = Template::try_from_stack(&stack, TemplateParsingOptions::new()).unwrap_err().to_string();
    assert!(error.starts_with("the app cannot be synthesized:\n\nerror[books::inner]: books inside\n"), "{error}");
}

#[test]
fn tags_are_shown() {
    let app = App::new();
    let tags = Tags::from_stack(&Stack::builder(&app, "Books").tag("team", "books").build());
    check(
        tags.try_has_values(pattern!({ "team": "music" })),
        expect![[r#"
        the tags of the stack are not as expected:

          {
            "team": "books"
            ^^^^^^^^^^^^^^^ expected "music", found "books"
          }"#]],
    );
    check(
        tags.try_has_none(),
        expect![[r#"
        the tags of the stack are not as expected:

          {
            "team": "books"
            ^^^^^^^^^^^^^^^ the key `team` is not expected
          }"#]],
    );
    check(
        tags.try_has_values(Match::absent()),
        expect![
            "`Match::absent()` never matches tags, since a stack without tags has an empty object of them: use `has_none`"
        ],
    );
}

#[test]
fn templates_of_nested_stacks_and_stages_are_found_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(&folder.path().join("cdk.out"), &["Orders"]);
    let stack = app.find("Beta/Books");
    Template::from_stack(&stack).resource_count_is("AWS::CloudFormation::Stack", 1);
    Template::from_stack(&stack).resource_count_is(QUEUE, 1);
    let nested = Template::from_stack(&app.find("Beta/Books/Nested"));
    nested.resource_count_is(QUEUE, 1);
    nested.resource_count_is("AWS::CloudFormation::Stack", 0);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn looking_at_templates_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let plain = app(&folder.path().join("plain"), &["Orders", "Returns"]);
    let looked_at = app(&folder.path().join("looked-at"), &["Orders"]);
    let (stack, nested) = (looked_at.find("Beta/Books"), looked_at.find("Beta/Books/Nested"));
    let before = [Template::from_stack(&stack), Template::from_stack(&nested)];
    assert_eq!(before, [Template::from_stack(&stack), Template::from_stack(&nested)]);
    for scope in [&stack, &nested] {
        CfnResource::builder(scope, "Returns", QUEUE).build();
    }
    assert_eq!(Template::from_stack(&stack), Template::from_stack(&plain.find("Beta/Books")));

    let artifact = Stack::of(&stack).artifact_id();
    for app in [plain, looked_at] {
        app.synth().unwrap();
    }
    for kind in ["template", "assets"] {
        let read = |app: &str| {
            std::fs::read_to_string(folder.path().join(app).join(format!("assembly-Beta/{artifact}.{kind}.json")))
                .unwrap()
        };
        assert_eq!(read("plain"), read("looked-at"));
    }
}

trait Find {
    fn find(&self, path: &str) -> aws_cdk_core::Node;
}

impl Find for App {
    fn find(&self, path: &str) -> aws_cdk_core::Node {
        let node = aws_cdk_core::IConstruct::node(self).clone();
        path.split('/').fold(node, |node, id| node.try_find_child(id).unwrap())
    }
}

#[test]
fn changed_logical_ids_are_listed() {
    let folder = tempfile::tempdir().unwrap();
    let synthesize = |name: &str, ids: &[&str]| {
        let directory = folder.path().join(name);
        app(&directory, ids).synth().unwrap();
        directory
    };
    let old = synthesize("old", &["Orders", "Returns"]);
    try_logical_ids_stable(&old, synthesize("more", &["New", "Returns", "Orders"])).unwrap();
    let renamed = synthesize("renamed", &["Purchases", "Returns"]);
    let error = try_logical_ids_stable(&old, renamed).unwrap_err().to_string();
    expect![[r#"
        logical ids of /old have changed in /renamed:

        Beta-Books
          - Orders: AWS::SQS::Queue (Beta/Books/Orders)
          + Purchases: AWS::SQS::Queue (Beta/Books/Purchases)

        Beta-Books/NestedNestedStackNestedNestedStackResourceDEFDAA4D
          - Orders: AWS::SQS::Queue
          + Purchases: AWS::SQS::Queue

        2 resources would be deleted; keep the ids and the scopes of constructs, or name the resource with `override_logical_id`"#]].assert_eq(&error.replace(&folder.path().display().to_string(), ""));

    let error = try_logical_ids_stable(&old, folder.path().join("none")).unwrap_err().to_string();
    assert!(error.contains("manifest.json cannot be read"), "{error}");
}
