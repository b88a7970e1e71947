//! 100 stacks, each of which refers to the one before: what references between stacks cost.

use aws_cdk_cfn_sqs::CfnQueue;
use aws_cdk_core::{App, Stack, SynthError, cfn_json};

const STACKS: usize = 100;
const QUEUES: usize = 10;

fn main() -> Result<(), SynthError> {
    let app = App::new();
    let mut before: Option<CfnQueue> = None;
    for number in 0..STACKS {
        let stack = Stack::new(&app, format!("Stack{number}"));
        for index in 0..QUEUES {
            let mut queue = CfnQueue::builder(&stack, format!("Queue{index}")).visibility_timeout(30);
            if let Some(before) = &before {
                queue = queue.redrive_policy(
                    cfn_json!({ "deadLetterTargetArn": before.attr_arn(), "maxReceiveCount": 3 + index as i64 }),
                );
            }
            let queue = queue.build();
            if index + 1 == QUEUES {
                before = Some(queue);
            }
        }
    }
    app.synth()?;
    Ok(())
}
