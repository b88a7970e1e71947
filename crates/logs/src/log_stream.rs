//! Streams of log groups.

use aws_cdk_cfn_logs::CfnLogStream;
use aws_cdk_core::{Construct, IConstruct, Node, PhysicalName, RemovalPolicy, ResourceName, Value};

use crate::log_group_base::ILogGroup;

/// A stream of a log group, made here or imported.
pub trait ILogStream: IConstruct {
    /// The name of the stream.
    fn log_stream_name(&self) -> Value<String>;
}

/// A stream of a log group.
///
/// ```
/// use aws_cdk_core::{App, RemovalPolicy, Stack};
/// use aws_cdk_logs::{LogGroup, LogStream};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let logs = LogGroup::new(&stack, "Logs");
/// LogStream::builder(&stack, "Stream", &logs).log_stream_name("today").removal_policy(RemovalPolicy::Destroy).build();
/// ```
#[derive(Clone, Debug)]
pub struct LogStream {
    construct: Construct,
    resource: CfnLogStream,
    name: ResourceName,
}

impl IConstruct for LogStream {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl ILogStream for LogStream {
    fn log_stream_name(&self) -> Value<String> {
        self.name.name_attribute(self.resource.ref_())
    }
}

impl LogStream {
    /// Starts a stream of a log group.
    pub fn builder(
        scope: &impl IConstruct,
        id: impl Into<String>,
        log_group: &(impl ILogGroup + ?Sized),
    ) -> LogStreamBuilder {
        LogStreamBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            log_group_name: log_group.log_group_name(),
            log_stream_name: None,
            removal_policy: RemovalPolicy::Retain,
        }
    }

    /// A stream that exists, by its name.
    #[track_caller]
    pub fn from_log_stream_name(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        log_stream_name: impl Into<Value<String>>,
    ) -> ImportedLogStream {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-logs.LogStream");
        ImportedLogStream { construct, log_stream_name: log_stream_name.into() }
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnLogStream {
        &self.resource
    }
}

/// A stream that exists already.
#[derive(Clone, Debug)]
pub struct ImportedLogStream {
    construct: Construct,
    log_stream_name: Value<String>,
}

impl IConstruct for ImportedLogStream {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl ILogStream for ImportedLogStream {
    fn log_stream_name(&self) -> Value<String> {
        self.log_stream_name.clone()
    }
}

/// Builds a [`LogStream`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct LogStreamBuilder {
    scope: Node,
    id: String,
    log_group_name: Value<String>,
    log_stream_name: Option<PhysicalName>,
    removal_policy: RemovalPolicy,
}

impl LogStreamBuilder {
    /// The name. Default: one that CloudFormation makes.
    pub fn log_stream_name(mut self, value: impl Into<PhysicalName>) -> Self {
        self.log_stream_name = Some(value.into());
        self
    }

    /// What happens to the stream when it leaves the stack. Default: it is kept.
    pub fn removal_policy(mut self, value: RemovalPolicy) -> Self {
        self.removal_policy = value;
        self
    }

    /// Adds the stream. Errors: those of ids.
    #[track_caller]
    pub fn build(self) -> LogStream {
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-logs.LogStream");
        let mut resource = CfnLogStream::builder(&construct, "Resource").log_group_name(self.log_group_name);
        let name = ResourceName::new(&construct, self.log_stream_name);
        if let Some(name) = name.property() {
            resource = resource.log_stream_name(name);
        }
        let resource = resource.build();
        resource.apply_removal_policy(self.removal_policy);
        LogStream { construct, resource, name }
    }
}
