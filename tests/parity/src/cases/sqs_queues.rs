//! Queues: every option, dead letters, redrive permissions, encryption of each kind, FIFO options, policies, grants to
//! principals of the same and other accounts and to services; imported queues.

use aws_cdk_core::{App, CfnOutput, CfnParameter, Duration, Environment, RemovalPolicy, Stack};
use aws_cdk_iam::{AccountPrincipal, IResourceWithPolicy, PolicyStatement, ServicePrincipal, User};
use aws_cdk_kms::Key;
use aws_cdk_sqs::{
    DeadLetterQueue, DeduplicationScope, FifoThroughputLimit, IQueue, Queue, QueueAttributes, QueueEncryption,
    QueuePolicy, RedriveAllowPolicy, RedrivePermission,
};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "SqsQueues");
    let user = User::new(&stack, "User");
    let dead = Queue::builder(&stack, "Dead").retention_period(Duration::days(14)).build();
    let full = full(&stack, &user, &dead);
    let keyed = encrypted(&stack, &user);
    let queue = |id: &str| Queue::builder(&stack, id);
    queue("AllowAll").redrive_allow_policy(RedriveAllowPolicy::new()).build();
    let deny = RedriveAllowPolicy::new().redrive_permission(RedrivePermission::DenyAll);
    queue("DenyAll").redrive_allow_policy(deny).build();
    let sources = RedriveAllowPolicy::new().source_queue(&full).source_queue(&keyed);
    queue("BySource").redrive_allow_policy(sources).build();
    let by_queue = RedriveAllowPolicy::new().source_queue(&full).redrive_permission(RedrivePermission::ByQueue);
    queue("ByQueue").redrive_allow_policy(by_queue).build();
    let policy = QueuePolicy::new(&stack, "Policy", &[&dead, &keyed]);
    let statement = PolicyStatement::new().actions(["sqs:*"]).resources(["*"]);
    policy.document().add_statements([statement.principal(&AccountPrincipal::new("333333333333"))]);

    imports(&stack, &user);
    CfnOutput::new(&stack, "FullName", full.queue_name());

    let env = |account: &str| Environment::new().account(account).region("us-east-1");
    let one = Stack::builder(app, "SqsOne").env(env("111111111111")).build();
    let other = Stack::builder(app, "SqsOther").env(env("222222222222")).build();
    let shared = Queue::builder(&one, "Shared").queue_name("shared").build();
    shared.grant_send_messages(&User::builder(&other, "User").user_name("other-user").build());
    shared.grant_send_messages(&User::new(&one, "User"));
}

fn full(stack: &Stack, user: &User, dead: &Queue) -> Queue {
    let full = Queue::builder(stack, "Full")
        .queue_name("full.fifo")
        .content_based_deduplication(true)
        .deduplication_scope(DeduplicationScope::MessageGroup)
        .fifo_throughput_limit(FifoThroughputLimit::PerMessageGroupId)
        .delivery_delay(Duration::minutes(1))
        .max_message_size_bytes(2048)
        .retention_period(Duration::minutes(1))
        .receive_message_wait_time(Duration::seconds(20))
        .visibility_timeout(Duration::hours(12))
        .removal_policy(RemovalPolicy::Retain)
        .enforce_ssl(true)
        .dead_letter_queue(DeadLetterQueue::new(dead, 3))
        .encryption(QueueEncryption::Kms)
        .data_key_reuse(Duration::hours(1))
        .build();
    full.grant_send_messages(user);
    full.grant_consume_messages(user);
    full.grant_purge(user);
    full.grant(user, &["sqs:ListQueueTags"]);
    full.grant_send_messages(&ServicePrincipal::new("sns.amazonaws.com"));
    full.grant_consume_messages(&AccountPrincipal::new("222222222222"));
    let statement = PolicyStatement::new().actions(["sqs:SendMessage"]).resources([full.queue_arn()]);
    full.add_to_resource_policy(statement.principal(&ServicePrincipal::new("events.amazonaws.com")));
    full
}

fn encrypted(stack: &Stack, user: &User) -> Queue {
    let queue = |id: &str| Queue::builder(stack, id);
    queue("ScopeOnly").deduplication_scope(DeduplicationScope::Queue).build();
    queue("LimitOnly").fifo_throughput_limit(FifoThroughputLimit::PerQueue).fifo(true).build();
    queue("NotFifo").fifo(false).content_based_deduplication(false).build();
    queue("Unencrypted").encryption(QueueEncryption::Unencrypted).build();
    queue("Managed").encryption(QueueEncryption::SqsManaged).data_key_reuse(Duration::minutes(5)).build();
    let managed = queue("KmsManaged").encryption(QueueEncryption::KmsManaged).data_key_reuse(Duration::minutes(5));
    managed.build().grant_send_messages(user);
    let key = Key::new(stack, "GivenKey");
    let keyed = queue("Keyed").encryption_master_key(&key).build();
    keyed.grant_send_messages(user);
    keyed.grant_send_messages(&ServicePrincipal::new("s3.amazonaws.com"));
    queue("Changed").encryption_master_key(&key).encryption(QueueEncryption::KmsManaged).build();
    keyed
}

fn imports(stack: &Stack, user: &User) {
    let parameter = CfnParameter::new(stack, "QueueArn").value_as_string();
    let attributes = QueueAttributes::new(&parameter)
        .queue_name("named")
        .queue_url("https://queue.test/named")
        .key_arn("arn:aws:kms:us-east-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab")
        .fifo(true);
    let fifo = "arn:aws:sqs:eu-west-1:444444444444:other.fifo";
    for (id, queue) in [
        ("ByArn", Queue::from_queue_arn(stack, "ByArn", "arn:aws:sqs:eu-west-1:444444444444:other")),
        ("FifoByArn", Queue::from_queue_arn(stack, "FifoByArn", fifo)),
        ("ByToken", Queue::from_queue_arn(stack, "ByToken", &parameter)),
        ("Attributed", Queue::from_queue_attributes(stack, "Attributed", attributes)),
    ] {
        queue.grant_send_messages(user);
        CfnOutput::new(stack, format!("{id}Arn"), queue.queue_arn());
        CfnOutput::new(stack, format!("{id}Url"), queue.queue_url());
        CfnOutput::new(stack, format!("{id}Name"), queue.queue_name());
        CfnOutput::new(stack, format!("{id}Fifo"), queue.fifo().to_string());
    }
}
