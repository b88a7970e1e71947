//! Connections: who may talk to whom, as rules of security groups.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::panic::Location;
use std::rc::Rc;

use aws_cdk_core::{Diagnostic, Value};

use super::peer::{IPeer, Peer};
use super::port::Port;
use super::security_group::{ISecurityGroup, SecurityGroupRule};

/// What can be the end of a connection.
pub trait IConnectable {
    /// The connections of this construct.
    fn connections(&self) -> Connections;
}

impl<T: IConnectable + ?Sized> IConnectable for Rc<T> {
    fn connections(&self) -> Connections {
        (**self).connections()
    }
}

impl<T: IConnectable + ?Sized> IConnectable for &T {
    fn connections(&self) -> Connections {
        (**self).connections()
    }
}

/// The connections of a construct: allowing one adds rules to the security groups at both ends, also to those that an end
/// gets later. Clones are the same connections.
///
/// ```
/// # use aws_cdk_interfaces::ec2::{Connections, IConnectable, Peer, Port};
/// # fn example(database: &dyn IConnectable, api: &dyn IConnectable) {
/// database.connections().allow_from(api, Port::POSTGRES, Some("books"));
/// api.connections().allow_from_any_ipv4(Port::tcp(443), None);
/// api.connections().allow_to(&Peer::ipv4("192.0.2.0/24"), Port::tcp(25), None);
/// # }
/// ```
#[derive(Clone)]
pub struct Connections {
    state: Rc<State>,
}

struct State {
    security_groups: ReactiveList<Rc<dyn ISecurityGroup>>,
    /// What rules of the other end name.
    rules: ReactiveList<Rc<dyn IPeer>>,
    default_port: Option<Port>,
    /// Set while the other end adds its rules, which come back here.
    skip: Cell<bool>,
    /// Set while rules are added that the other end asked for.
    remote_rule: Cell<bool>,
}

impl fmt::Debug for Connections {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.security_groups()).finish()
    }
}

impl IConnectable for Connections {
    fn connections(&self) -> Connections {
        self.clone()
    }
}

impl Connections {
    /// The connections of a construct with some security groups, without default port.
    pub fn new(security_groups: impl IntoIterator<Item = Rc<dyn ISecurityGroup>>) -> Self {
        Self::with(security_groups.into_iter().collect(), None)
    }

    fn with(security_groups: Vec<Rc<dyn ISecurityGroup>>, default_port: Option<Port>) -> Self {
        let state = State {
            security_groups: ReactiveList::default(),
            rules: ReactiveList::default(),
            default_port,
            skip: Cell::new(false),
            remote_rule: Cell::new(false),
        };
        let connections = Self { state: Rc::new(state) };
        for group in security_groups {
            connections.add_security_group(group);
        }
        connections
    }

    /// The same security groups with a default port, for constructs that listen on one. Default: none.
    #[must_use]
    pub fn with_default_port(self, port: Port) -> Self {
        Self::with(self.security_groups(), Some(port))
    }

    /// Adds a peer that rules of the other end name. Default: the security groups alone.
    #[must_use]
    pub fn with_peer(self, peer: Rc<dyn IPeer>) -> Self {
        self.state.rules.push(peer);
        self
    }

    /// The security groups so far.
    pub fn security_groups(&self) -> Vec<Rc<dyn ISecurityGroup>> {
        self.state.security_groups.elements()
    }

    /// The port on which the construct listens.
    pub fn default_port(&self) -> Option<&Port> {
        self.state.default_port.as_ref()
    }

    /// Adds a security group, which gets the rules of all connections allowed so far and later.
    pub fn add_security_group(&self, security_group: Rc<dyn ISecurityGroup>) {
        self.state.security_groups.push(security_group.clone());
        self.state.rules.push(security_group);
    }

    /// Lets this construct call others. The description stands in the rules. Default: one made of peer and port.
    #[track_caller]
    pub fn allow_to(&self, other: &(impl IConnectable + ?Sized), port: Port, description: Option<&str>) {
        self.allow(&other.connections(), Direction::To, &Allowed::new(port, description, Location::caller()));
    }

    /// Lets others call this construct. The description stands in the rules. Default: one made of peer and port.
    #[track_caller]
    pub fn allow_from(&self, other: &(impl IConnectable + ?Sized), port: Port, description: Option<&str>) {
        self.allow(&other.connections(), Direction::From, &Allowed::new(port, description, Location::caller()));
    }

    /// Lets members of the security groups call each other.
    #[track_caller]
    pub fn allow_internally(&self, port: Port, description: Option<&str>) {
        let allowed = Allowed::new(port, description, Location::caller());
        let peers = self.state.clone();
        self.state.security_groups.for_each_and_forever(Rc::new(move |group| {
            let (group, allowed) = (group.clone(), allowed.clone());
            peers.rules.for_each_and_forever(Rc::new(move |peer| {
                group.add_rule(&allowed.rule(peer, Direction::From, false));
                group.add_rule(&allowed.rule(peer, Direction::To, false));
            }));
        }));
    }

    /// Lets this construct call any IPv4 address.
    #[track_caller]
    pub fn allow_to_any_ipv4(&self, port: Port, description: Option<&str>) {
        self.allow_to(&Peer::any_ipv4(), port, description);
    }

    /// Lets any IPv4 address call this construct.
    #[track_caller]
    pub fn allow_from_any_ipv4(&self, port: Port, description: Option<&str>) {
        self.allow_from(&Peer::any_ipv4(), port, description);
    }

    /// Lets others call this construct on its default port. Without one this is the error `ec2::no-default-port`.
    #[track_caller]
    pub fn allow_default_port_from(&self, other: &(impl IConnectable + ?Sized), description: Option<&str>) {
        if let Some(port) = self.require_default_port(self) {
            self.allow_from(other, port, description);
        }
    }

    /// Lets members of the security groups call each other on the default port. Without one this is the error
    /// `ec2::no-default-port`.
    #[track_caller]
    pub fn allow_default_port_internally(&self, description: Option<&str>) {
        if let Some(port) = self.require_default_port(self) {
            self.allow_internally(port, description);
        }
    }

    /// Lets any IPv4 address call this construct on its default port. Without one this is the error `ec2::no-default-port`.
    #[track_caller]
    pub fn allow_default_port_from_any_ipv4(&self, description: Option<&str>) {
        if let Some(port) = self.require_default_port(self) {
            self.allow_from_any_ipv4(port, description);
        }
    }

    /// Lets this construct call others on their default port. If they have none this is the error `ec2::no-default-port`.
    #[track_caller]
    pub fn allow_to_default_port(&self, other: &(impl IConnectable + ?Sized), description: Option<&str>) {
        if let Some(port) = self.require_default_port(&other.connections()) {
            self.allow_to(other, port, description);
        }
    }

    /// Lets this construct call others on its own default port. Without one this is the error `ec2::no-default-port`.
    #[track_caller]
    pub fn allow_default_port_to(&self, other: &(impl IConnectable + ?Sized), description: Option<&str>) {
        if let Some(port) = self.require_default_port(self) {
            self.allow_to(other, port, description);
        }
    }

    /// For L2 crates: lets others call this construct, with a description that may hold tokens.
    #[doc(hidden)]
    #[track_caller]
    pub fn allow_from_described(&self, other: &(impl IConnectable + ?Sized), port: Port, description: Value<String>) {
        let allowed = Allowed { port, description: Some(description), location: Location::caller() };
        self.allow(&other.connections(), Direction::From, &allowed);
    }

    #[track_caller]
    fn require_default_port(&self, of: &Connections) -> Option<Port> {
        let port = of.state.default_port.clone();
        let groups = if port.is_none() { [of.security_groups(), self.security_groups()].concat() } else { Vec::new() };
        if let Some(group) = groups.first() {
            group.node().report(
                Diagnostic::error("ec2::no-default-port", "the construct has no default port")
                    .help("name the port: `allow_from(&other, Port::tcp(443), None)`"),
            );
        }
        port
    }

    /// Adds the rules of this end, and lets the other end add its own.
    fn allow(&self, other: &Connections, direction: Direction, allowed: &Allowed) {
        if self.state.skip.get() {
            return;
        }
        let remote = self.state.remote_rule.get();
        let (peers, rule) = (other.state.clone(), allowed.clone());
        self.state.security_groups.for_each_and_forever(Rc::new(move |group| {
            let (group, rule) = (group.clone(), rule.clone());
            peers.rules.for_each_and_forever(Rc::new(move |peer| {
                group.add_rule(&rule.rule(peer, direction, remote));
            }));
        }));
        self.state.skip.set(true);
        other.state.remote_rule.set(true);
        other.allow(self, direction.reversed(), allowed);
        self.state.skip.set(false);
        other.state.remote_rule.set(false);
    }
}

#[derive(Clone, Copy)]
enum Direction {
    To,
    From,
}

impl Direction {
    fn reversed(self) -> Self {
        match self {
            Direction::To => Direction::From,
            Direction::From => Direction::To,
        }
    }
}

/// What a connection lets through.
#[derive(Clone)]
struct Allowed {
    port: Port,
    description: Option<Value<String>>,
    location: &'static Location<'static>,
}

impl Allowed {
    fn new(port: Port, description: Option<&str>, location: &'static Location<'static>) -> Self {
        Self { port, description: description.map(Value::from), location }
    }

    fn rule<'a>(&'a self, peer: &'a Rc<dyn IPeer>, direction: Direction, remote: bool) -> SecurityGroupRule<'a> {
        SecurityGroupRule {
            peer: &**peer,
            port: &self.port,
            description: self.description.clone(),
            egress: matches!(direction, Direction::To),
            remote,
            location: self.location,
        }
    }
}

type Listener<T> = Rc<dyn Fn(&T)>;

/// A list of which others learn what it has and what it gets later.
struct ReactiveList<T> {
    elements: RefCell<Vec<T>>,
    listeners: RefCell<Vec<Listener<T>>>,
}

impl<T> Default for ReactiveList<T> {
    fn default() -> Self {
        Self { elements: RefCell::default(), listeners: RefCell::default() }
    }
}

impl<T: Clone> ReactiveList<T> {
    fn push(&self, element: T) {
        self.elements.borrow_mut().push(element.clone());
        let listeners = self.listeners.borrow().clone();
        for listener in listeners {
            listener(&element);
        }
    }

    fn for_each_and_forever(&self, listener: Listener<T>) {
        for element in &self.elements() {
            listener(element);
        }
        self.listeners.borrow_mut().push(listener);
    }

    fn elements(&self) -> Vec<T> {
        self.elements.borrow().clone()
    }
}
