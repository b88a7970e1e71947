//! Metrics of functions, queues and HTTP APIs, made here and imported.

use std::rc::Rc;

use aws_cdk_apigatewayv2::{HttpApi, HttpApiAttributes, HttpStage, HttpStageAttributes, IHttpApi, IHttpStage};
use aws_cdk_cloudwatch::{Alarm, IMetric};
use aws_cdk_core::{App, Duration, Environment, Stack};
use aws_cdk_lambda::{Alias, Code, Function, IFunction, Runtime};
use aws_cdk_sqs::{IQueue, Queue};

pub(super) fn build(app: &App) {
    let env = |account: &str| Environment::new().account(account).region("eu-west-1");
    let stack = Stack::builder(app, "ServiceMetrics").env(env("111111111111")).build();
    let other = Stack::builder(app, "Other").env(env("222222222222")).build();
    let mut count = 0;
    let mut alarm = |metric: Rc<dyn IMetric>| {
        Alarm::builder(&stack, format!("Alarm{count}"), metric).threshold(1).evaluation_periods(1).build();
        count += 1;
    };

    let function = Function::builder(&stack, "Fn")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline("exports.handler=()=>{}"))
        .build();
    let version = function.current_version();
    let alias = Alias::builder(&stack, "Alias", "live", &version).build();
    let arn = "arn:aws:lambda:us-east-1:333333333333:function:imported";
    let imported = Function::from_function_arn(&stack, "Imported", arn);
    let all = |function: &dyn IFunction| {
        [
            function.metric_errors(),
            function.metric_duration(),
            function.metric_invocations(),
            function.metric_throttles(),
            function.metric("Own").statistic("p9"),
        ]
    };
    for metric in [all(&function), all(&version), all(&alias), all(&imported)].into_iter().flatten() {
        alarm(Rc::new(metric));
    }
    for metric in [
        Function::metric_all("x"),
        Function::metric_all_errors(),
        Function::metric_all_duration(),
        Function::metric_all_invocations(),
        Function::metric_all_throttles(),
        Function::metric_all_concurrent_executions(),
        Function::metric_all_unreserved_concurrent_executions(),
    ] {
        alarm(Rc::new(metric));
    }
    let queue = Queue::new(&stack, "Queue");
    let old_queue = Queue::from_queue_arn(&stack, "OldQueue", "arn:aws:sqs:eu-west-1:444444444444:old");
    let queues: [&dyn IQueue; 2] = [&queue, &old_queue];
    for queue in queues {
        for metric in [
            queue.metric_approximate_age_of_oldest_message(),
            queue.metric_approximate_number_of_messages_delayed(),
            queue.metric_approximate_number_of_messages_not_visible(),
            queue.metric_approximate_number_of_messages_visible(),
            queue.metric_number_of_empty_receives(),
            queue.metric_number_of_messages_deleted(),
            queue.metric_number_of_messages_received(),
            queue.metric_number_of_messages_sent(),
            queue.metric_sent_message_size(),
            queue.metric("Own"),
        ] {
            alarm(Rc::new(metric));
        }
        let open = queue.metric_approximate_number_of_messages_outstanding();
        alarm(Rc::new(open.period(Duration::minutes(1))));
    }

    let api = HttpApi::from_http_api_attributes(&stack, "Api", HttpApiAttributes::new("abc"));
    let stage = HttpStage::from_http_stage_attributes(&stack, "Stage", HttpStageAttributes::new(&api, "live"));
    for metric in [
        api.metric_client_error(),
        api.metric_server_error(),
        api.metric_data_processed(),
        api.metric_count(),
        api.metric_integration_latency(),
        api.metric_latency(),
        stage.metric_client_error(),
        stage.metric_server_error(),
        stage.metric_data_processed(),
        stage.metric_count(),
        stage.metric_integration_latency(),
        stage.metric_latency(),
    ] {
        alarm(Rc::new(metric));
    }
    let away = HttpApi::builder(&other, "Away").create_default_stage(false).build();
    let foreign = HttpApi::from_http_api_attributes(&other, "Foreign", HttpApiAttributes::new("def"));
    alarm(Rc::new(foreign.metric_count()));
    let requests = away.metric_count().label("requests");
    Alarm::builder(&other, "Own", requests).threshold(1).evaluation_periods(1).build();
}
