//! Where the results of functions go that are called without waiting for them.

use std::rc::Rc;

use aws_cdk_core::{Node, Value};
use aws_cdk_iam::IGrantable;
use aws_cdk_sqs::IQueue;

use crate::function_base::IFunction;

/// Of which calls a destination gets the results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DestinationType {
    /// Of those that failed.
    Failure,
    /// Of those that went well.
    Success,
}

/// Where results go: the extension point for destinations of your own.
///
/// Source: <https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html>.
pub trait IDestination {
    /// Lets the function send its results, and gives the ARN of the destination.
    #[track_caller]
    fn bind(&self, scope: &Node, function: &dyn IFunction, destination_type: DestinationType) -> Value<String>;
}

/// A queue that gets results.
#[derive(Clone, Debug)]
pub struct SqsDestination {
    queue: Rc<dyn IQueue>,
}

impl SqsDestination {
    /// Sends results to a queue.
    pub fn new(queue: &(impl IQueue + Clone + 'static)) -> Self {
        Self { queue: Rc::new(queue.clone()) }
    }
}

impl IDestination for SqsDestination {
    #[track_caller]
    fn bind(&self, _: &Node, function: &dyn IFunction, _: DestinationType) -> Value<String> {
        let grantee: &dyn IGrantable = function;
        self.queue.grant_send_messages(grantee);
        self.queue.queue_arn()
    }
}

/// Another function that gets results.
#[derive(Clone, Debug)]
pub struct LambdaDestination {
    function: Rc<dyn IFunction>,
}

impl LambdaDestination {
    /// Calls a function with the whole record of the call: the request, the response and what Lambda knows.
    pub fn new(function: &(impl IFunction + Clone + 'static)) -> Self {
        Self { function: Rc::new(function.clone()) }
    }
}

impl IDestination for LambdaDestination {
    #[track_caller]
    fn bind(&self, _: &Node, function: &dyn IFunction, _: DestinationType) -> Value<String> {
        let grantee: &dyn IGrantable = function;
        self.function.grant_invoke(grantee);
        self.function.function_arn()
    }
}
