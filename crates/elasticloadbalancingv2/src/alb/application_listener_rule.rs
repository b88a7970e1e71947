//! Rules of listeners: what is done with requests that fulfil conditions.

use std::cell::RefCell;
use std::rc::Rc;

use aws_cdk_cfn_elasticloadbalancingv2::CfnListenerRule;
use aws_cdk_core::{Construct, Diagnostic, IConstruct, Json, Lazy, Node, Value};
use aws_cdk_interfaces::elasticloadbalancingv2::{IApplicationListener, IListener};

use super::application_listener::ApplicationListener;
use super::application_target_group::{ApplicationTargetGroup, ApplicationTargetGroupOptions, IApplicationTargetGroup};
use super::conditions::ListenerCondition;
use super::listener_action::ListenerAction;

/// A rule of a listener.
#[derive(Clone, Debug)]
pub struct ApplicationListenerRule {
    construct: Construct,
    resource: CfnListenerRule,
    conditions: Rc<RefCell<Vec<ListenerCondition>>>,
    action: Rc<RefCell<Option<ListenerAction>>>,
    listener: Rc<dyn IApplicationListener>,
    is_https: Option<bool>,
}

impl IConstruct for ApplicationListenerRule {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

/// Builds an [`ApplicationListenerRule`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct ApplicationListenerRuleBuilder {
    scope: Node,
    id: String,
    listener: Rc<dyn IApplicationListener>,
    is_https: Option<bool>,
    priority: Value<i64>,
    conditions: Vec<ListenerCondition>,
    action: Option<ListenerAction>,
}

impl ApplicationListenerRuleBuilder {
    /// Which requests the rule is for; they fulfil all conditions. Default: none, of which there must be one.
    pub fn conditions(mut self, conditions: impl IntoIterator<Item = ListenerCondition>) -> Self {
        self.conditions.extend(conditions);
        self
    }

    /// What is done with requests. Default: what is configured afterwards.
    pub fn action(mut self, value: ListenerAction) -> Self {
        self.action = Some(value);
        self
    }

    /// The target groups that get requests, in equal shares. Default: what is configured afterwards.
    #[track_caller]
    pub fn target_groups<G: IApplicationTargetGroup + 'static>(self, groups: impl IntoIterator<Item = G>) -> Self {
        self.action(ListenerAction::forward(groups))
    }

    /// Adds the rule. Errors: `elasticloadbalancingv2::rule-priority`, `elasticloadbalancingv2::no-conditions`,
    /// `elasticloadbalancingv2::condition-values`, and those of actions; when synthesizing also
    /// `elasticloadbalancingv2::no-action`.
    #[track_caller]
    pub fn build(self) -> ApplicationListenerRule {
        build_rule(self)
    }
}

impl ApplicationListenerRule {
    /// Starts a rule of a listener; of several rules that are for a request, the one with the lowest priority counts.
    pub fn builder(
        scope: &impl IConstruct,
        id: impl Into<String>,
        listener: &(impl IApplicationListener + Clone + 'static),
        priority: impl Into<Value<i64>>,
    ) -> ApplicationListenerRuleBuilder {
        Self::of(scope.node(), id.into(), Rc::new(listener.clone()), None, priority.into())
    }

    pub(super) fn of(
        scope: &Node,
        id: String,
        listener: Rc<dyn IApplicationListener>,
        is_https: Option<bool>,
        priority: Value<i64>,
    ) -> ApplicationListenerRuleBuilder {
        let scope = scope.clone();
        let (conditions, action) = (Vec::new(), None);
        ApplicationListenerRuleBuilder { scope, id, listener, is_https, priority, conditions, action }
    }

    /// The ARN of the rule.
    pub fn listener_rule_arn(&self) -> Value<String> {
        self.resource.ref_().into()
    }

    /// Adds a condition. Errors: `elasticloadbalancingv2::condition-values`.
    #[track_caller]
    pub fn add_condition(&self, condition: ListenerCondition) {
        if condition.too_many {
            let message = "a condition has more than five paths";
            let diagnostic = Diagnostic::error("elasticloadbalancingv2::condition-values", message);
            self.node().report(diagnostic.help("make several rules"));
        }
        self.conditions.borrow_mut().push(condition);
    }

    /// Sets what is done with requests.
    #[track_caller]
    pub fn configure_action(&self, action: ListenerAction) {
        action.bind(&self.listener, self.is_https, self.node());
        if self.action.borrow_mut().replace(action).is_some() {
            self.node().report(
                Diagnostic::warning("elasticloadbalancingv2::action-replaced", "the action of the rule is replaced")
                    .help("set one action"),
            );
        }
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnListenerRule {
        &self.resource
    }
}

#[track_caller]
fn build_rule(builder: ApplicationListenerRuleBuilder) -> ApplicationListenerRule {
    let name = "aws-cdk-elasticloadbalancingv2.ApplicationListenerRule";
    let construct = Construct::of_type(&builder.scope, &builder.id, name);
    let node = construct.node();
    if builder.conditions.is_empty() {
        let diagnostic = Diagnostic::error("elasticloadbalancingv2::no-conditions", "the rule has no condition");
        node.report(diagnostic.help("set `conditions`: a rule for all requests is the listener's default action"));
    }
    if let Some(priority) = builder.priority.as_literal().filter(|priority| *priority <= 0) {
        let message = format!("the priority {priority} is less than 1");
        node.report(Diagnostic::error("elasticloadbalancingv2::rule-priority", message).help("use 1 to 50,000"));
    }
    let conditions = Rc::new(RefCell::new(Vec::<ListenerCondition>::new()));
    let action = Rc::new(RefCell::new(None::<ListenerAction>));
    let (rendered_conditions, rendered_action) = (conditions.clone(), action.clone());
    let resource = CfnListenerRule::builder(&construct, "Resource")
        .listener_arn(builder.listener.listener_arn())
        .priority(builder.priority)
        .conditions(Lazy::value(move |_| {
            let conditions = rendered_conditions.borrow();
            let list = conditions.iter().map(ListenerCondition::render_raw_condition).collect();
            Some(Value::from_json(Json::List(list)))
        }))
        .actions(Lazy::value(move |_| {
            let actions = rendered_action.borrow().as_ref().map(ListenerAction::render_in_rule);
            Some(Value::from_json(actions.unwrap_or_else(|| Json::List(Vec::new()))))
        }))
        .build();
    let rule = ApplicationListenerRule {
        construct,
        resource,
        conditions,
        action,
        listener: builder.listener,
        is_https: builder.is_https,
    };
    for condition in builder.conditions {
        rule.add_condition(condition);
    }
    if let Some(action) = builder.action {
        rule.configure_action(action);
    }
    let (action, location) = (rule.action.clone(), rule.node().location());
    rule.node().add_validation(move || {
        let problem = || Diagnostic::error("elasticloadbalancingv2::no-action", "the rule does nothing with requests");
        let is_missing = action.borrow().is_none();
        is_missing.then(|| problem().help("call `configure_action`").at(location)).into_iter().collect()
    });
    rule
}

/// When something is done with requests: by default always.
#[derive(Clone, Debug, Default)]
pub(super) struct When {
    pub(super) priority: Option<Value<i64>>,
    pub(super) conditions: Vec<ListenerCondition>,
}

impl When {
    /// Priority and conditions go together. Otherwise this is the error `elasticloadbalancingv2::rule-priority`.
    #[track_caller]
    pub(super) fn check(&self, node: &Node) {
        if self.priority.is_some() == self.conditions.is_empty() {
            let message = "conditions and a priority are not given together";
            let diagnostic = Diagnostic::error("elasticloadbalancingv2::rule-priority", message);
            node.report(diagnostic.help("set both for a rule, or none for the default action"));
        }
    }
}

macro_rules! when_setters {
    ($($type:ident),+) => {
        $(impl $type {
            /// The priority, 1 to 50,000: of several rules that are for a request, the one with the lowest counts. Default:
            /// none, which is for all requests that no rule is for.
            pub fn priority(mut self, value: impl Into<Value<i64>>) -> Self {
                self.when.priority = Some(value.into());
                self
            }

            /// Which requests it is for; they fulfil all conditions. Default: all that no rule is for.
            pub fn conditions(mut self, conditions: impl IntoIterator<Item = ListenerCondition>) -> Self {
                self.when.conditions.extend(conditions);
                self
            }
        })+
    };
}

/// Builds what [`ApplicationListener::add_action`] adds.
#[must_use = "nothing is added until `build` is called"]
#[derive(Debug)]
pub struct AddAction {
    listener: ApplicationListener,
    id: String,
    action: ListenerAction,
    when: When,
}

/// Builds what [`ApplicationListener::add_target_groups`] adds.
#[must_use = "nothing is added until `build` is called"]
#[derive(Debug)]
pub struct AddTargetGroups {
    listener: ApplicationListener,
    id: String,
    target_groups: Vec<Rc<dyn IApplicationTargetGroup>>,
    when: When,
}

/// Builds what [`ApplicationListener::add_targets`] adds.
#[must_use = "nothing is added until `build` is called"]
#[derive(Debug)]
pub struct AddTargets {
    listener: ApplicationListener,
    id: String,
    options: ApplicationTargetGroupOptions,
    when: When,
}

when_setters!(AddAction, AddTargetGroups, AddTargets);

impl AddAction {
    pub(super) fn new(listener: ApplicationListener, id: String, action: ListenerAction) -> Self {
        Self { listener, id, action, when: When::default() }
    }

    /// Adds the action. Errors: `elasticloadbalancingv2::rule-priority`, and those of rules and actions.
    #[track_caller]
    pub fn build(self) {
        self.when.check(self.listener.node());
        match self.when.priority {
            None => self.listener.set_default_action(self.action),
            Some(priority) => {
                let listener = Rc::new(self.listener.clone());
                let id = format!("{}Rule", self.id);
                ApplicationListenerRule::of(self.listener.node(), id, listener, self.listener.is_https(), priority)
                    .conditions(self.when.conditions)
                    .action(self.action)
                    .build();
            }
        }
    }
}

impl AddTargetGroups {
    pub(super) fn new(
        listener: ApplicationListener,
        id: String,
        target_groups: Vec<Rc<dyn IApplicationTargetGroup>>,
    ) -> Self {
        Self { listener, id, target_groups, when: When::default() }
    }

    /// Adds the target groups. Errors: `elasticloadbalancingv2::rule-priority`, `elasticloadbalancingv2::no-target-groups`,
    /// and those of rules.
    #[track_caller]
    pub fn build(self) {
        let action = ListenerAction::forward(self.target_groups);
        AddAction { listener: self.listener, id: self.id, action, when: self.when }.build();
    }
}

impl AddTargets {
    pub(super) fn new(listener: ApplicationListener, id: String, options: ApplicationTargetGroupOptions) -> Self {
        Self { listener, id, options, when: When::default() }
    }

    /// Adds the target group. Errors: `elasticloadbalancingv2::rule-priority`, and those of target groups and rules.
    #[track_caller]
    pub fn build(mut self) -> ApplicationTargetGroup {
        if self.options.base.vpc.is_none() {
            self.options.base.vpc = self.listener.load_balancer_vpc();
        }
        if self.options.base.vpc.is_none() {
            let message = "the VPC of the load balancer is not known";
            let diagnostic = Diagnostic::error("elasticloadbalancingv2::no-vpc", message);
            self.listener.node().report(diagnostic.help("import the load balancer with `vpc`"));
        }
        let id = format!("{}Group", self.id);
        let group = ApplicationTargetGroup::with_options(&self.listener, id, self.options);
        let action = ListenerAction::forward([group.clone()]);
        AddAction { listener: self.listener, id: self.id, action, when: self.when }.build();
        group
    }
}
