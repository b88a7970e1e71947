//! VPC links: how HTTP APIs reach what stands in a VPC.
//!
//! ```
//! use aws_cdk_apigatewayv2::{HttpApi, VpcLink, VpcLinkOptions};
//! use aws_cdk_core::{App, CfnOutput, IConstruct, Stack};
//! use aws_cdk_ec2::{SecurityGroup, Subnet, SubnetSelection, SubnetType, Vpc, VpcAttributes};
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let attributes = VpcAttributes::new("vpc-00000001", ["eu-west-1a"])
//!     .private_subnets(["subnet-00000001"])
//!     .isolated_subnets(["subnet-00000002"]);
//! let vpc = Vpc::from_vpc_attributes(&stack, "Vpc", attributes);
//! let plain = VpcLink::new(&stack, "Plain", &vpc); // in the private subnets with a way out
//!
//! let link = VpcLink::builder(&stack, "Link", &vpc)
//!     .vpc_link_name("books")
//!     .subnets(SubnetSelection::new().subnet_type(SubnetType::PrivateIsolated))
//!     .security_groups([SecurityGroup::new(&stack, "Group", &vpc)])
//!     .build();
//! link.add_subnets([Subnet::from_subnet_id(&stack, "More", "subnet-00000003")]);
//! link.add_security_groups([SecurityGroup::from_security_group_id(&stack, "Old", "sg-00000001")]);
//!
//! let api = HttpApi::new(&stack, "Api");
//! let first = api.add_vpc_link(VpcLinkOptions::new(&vpc));
//! let second = api.add_vpc_link(VpcLinkOptions::new(&vpc)); // one for each VPC, however often it is asked for
//! assert_eq!(first.node(), second.node());
//!
//! let old = VpcLink::from_vpc_link_attributes(&stack, "OldLink", "abc123", &vpc);
//! CfnOutput::new(&stack, "Id", old.vpc_link_id());
//! ```

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use crate::checks::add_checks;
use aws_cdk_cfn_apigatewayv2::CfnVpcLink;
use aws_cdk_core::{Construct, IConstruct, Lazy, Names, Node, Value};
use aws_cdk_interfaces::ec2::{ISecurityGroup, ISubnet, IVpc, SubnetSelection, SubnetType};

/// A VPC link, made here or imported.
pub trait IVpcLink: IConstruct + fmt::Debug {
    /// The id of the link.
    fn vpc_link_id(&self) -> Value<String>;

    /// The VPC.
    fn vpc(&self) -> Rc<dyn IVpc>;
}

impl<T: IVpcLink + ?Sized> IVpcLink for Rc<T> {
    fn vpc_link_id(&self) -> Value<String> {
        (**self).vpc_link_id()
    }

    fn vpc(&self) -> Rc<dyn IVpc> {
        (**self).vpc()
    }
}

/// What a VPC link is to be.
#[must_use]
#[derive(Clone, Debug)]
pub struct VpcLinkOptions {
    vpc: Rc<dyn IVpc>,
    vpc_link_name: Option<Value<String>>,
    subnets: Option<SubnetSelection>,
    security_groups: Vec<Rc<dyn ISecurityGroup>>,
}

macro_rules! setters {
    ($type:ident $(. $inner:ident)?) => {
        impl $type {
            /// The name. Default: one made of the construct's path.
            pub fn vpc_link_name(mut self, value: impl Into<Value<String>>) -> Self {
                self$(.$inner)?.vpc_link_name = Some(value.into());
                self
            }

            /// The subnets in which the link has network interfaces. Default: the private ones with a way out.
            pub fn subnets(mut self, value: SubnetSelection) -> Self {
                self$(.$inner)?.subnets = Some(value);
                self
            }

            /// The security groups. Default: none, which lets API Gateway choose the default one of the VPC.
            pub fn security_groups<G: ISecurityGroup + 'static>(mut self, groups: impl IntoIterator<Item = G>) -> Self {
                let groups = groups.into_iter().map(|group| Rc::new(group) as Rc<dyn ISecurityGroup>);
                self$(.$inner)?.security_groups = groups.collect();
                self
            }
        }
    };
}

setters!(VpcLinkOptions);
setters!(VpcLinkBuilder.options);

impl VpcLinkOptions {
    /// A link to the private subnets of a VPC.
    pub fn new(vpc: &(impl IVpc + Clone + 'static)) -> Self {
        Self { vpc: Rc::new(vpc.clone()), vpc_link_name: None, subnets: None, security_groups: Vec::new() }
    }
}

struct State {
    construct: Construct,
    resource: CfnVpcLink,
    vpc: Rc<dyn IVpc>,
    subnet_ids: Rc<RefCell<Vec<Value<String>>>>,
    security_group_ids: Rc<RefCell<Vec<Value<String>>>>,
}

/// A VPC link.
///
/// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vpc-links.html>.
#[derive(Clone)]
pub struct VpcLink {
    state: Rc<State>,
}

impl fmt::Debug for VpcLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "VpcLink({})", self.node().path())
    }
}

impl IConstruct for VpcLink {
    fn node(&self) -> &Node {
        self.state.construct.node()
    }
}

impl IVpcLink for VpcLink {
    fn vpc_link_id(&self) -> Value<String> {
        self.state.resource.ref_().into()
    }

    fn vpc(&self) -> Rc<dyn IVpc> {
        self.state.vpc.clone()
    }
}

impl VpcLink {
    /// A link to the private subnets of a VPC.
    #[track_caller]
    pub fn new(scope: &impl IConstruct, id: impl Into<String>, vpc: &(impl IVpc + Clone + 'static)) -> Self {
        Self::builder(scope, id, vpc).build()
    }

    /// Starts a link to a VPC.
    pub fn builder(
        scope: &impl IConstruct,
        id: impl Into<String>,
        vpc: &(impl IVpc + Clone + 'static),
    ) -> VpcLinkBuilder {
        VpcLinkBuilder { scope: scope.node().clone(), id: id.into(), options: VpcLinkOptions::new(vpc) }
    }

    /// A link that exists, by its id.
    #[track_caller]
    pub fn from_vpc_link_attributes(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        vpc_link_id: impl Into<Value<String>>,
        vpc: &(impl IVpc + Clone + 'static),
    ) -> ImportedVpcLink {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-apigatewayv2.VpcLink");
        ImportedVpcLink { construct, vpc_link_id: vpc_link_id.into(), vpc: Rc::new(vpc.clone()) }
    }

    /// The id of the link.
    pub fn vpc_link_id(&self) -> Value<String> {
        IVpcLink::vpc_link_id(self)
    }

    /// Adds subnets.
    pub fn add_subnets<S: ISubnet>(&self, subnets: impl IntoIterator<Item = S>) {
        let ids = subnets.into_iter().map(|subnet| subnet.subnet_id());
        self.state.subnet_ids.borrow_mut().extend(ids);
    }

    /// Adds security groups.
    pub fn add_security_groups<G: ISecurityGroup>(&self, groups: impl IntoIterator<Item = G>) {
        let ids = groups.into_iter().map(|group| group.security_group_id());
        self.state.security_group_ids.borrow_mut().extend(ids);
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnVpcLink {
        &self.state.resource
    }
}

/// Builds a [`VpcLink`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct VpcLinkBuilder {
    scope: Node,
    id: String,
    options: VpcLinkOptions,
}

impl VpcLinkBuilder {
    /// Adds the link. A VPC without such subnets is the error `ec2::no-subnets`.
    #[track_caller]
    pub fn build(self) -> VpcLink {
        build_vpc_link(&self.scope, &self.id, self.options)
    }
}

#[track_caller]
fn build_vpc_link(scope: &Node, id: &str, options: VpcLinkOptions) -> VpcLink {
    let construct = Construct::of_type(scope, id, "aws-cdk-apigatewayv2.VpcLink");
    add_checks(&construct);
    let name = options.vpc_link_name.filter(|name| name.as_literal() != Some(""));
    let (subnet_ids, security_group_ids) = (Rc::<RefCell<Vec<_>>>::default(), Rc::<RefCell<Vec<_>>>::default());
    let resource = CfnVpcLink::builder(&construct, "Resource")
        .name(name.unwrap_or_else(|| Names::unique_id(&construct).into()))
        .subnet_ids(list(&subnet_ids))
        .security_group_ids(list(&security_group_ids))
        .build();
    let selection =
        options.subnets.unwrap_or_else(|| SubnetSelection::new().subnet_type(SubnetType::PrivateWithEgress));
    let selected = options.vpc.select_subnets(&selection);
    let state = State { construct, resource, vpc: options.vpc, subnet_ids, security_group_ids };
    let link = VpcLink { state: Rc::new(state) };
    link.add_subnets(selected.subnets);
    link.add_security_groups(options.security_groups);
    link
}

/// A list that may still grow.
fn list(ids: &Rc<RefCell<Vec<Value<String>>>>) -> Value<Vec<String>> {
    let ids = ids.clone();
    Lazy::list(move || ids.borrow().iter().cloned().collect()).into()
}

/// The links of an API, by the id of their VPC.
#[derive(Default)]
struct VpcLinks(RefCell<Vec<(String, VpcLink)>>);

/// The link of an API to a VPC, made when it is first asked for.
#[track_caller]
pub(super) fn add_vpc_link(api: &Node, options: VpcLinkOptions) -> VpcLink {
    let links = match api.state::<VpcLinks>() {
        Some(links) => links,
        None => {
            let links = Rc::new(VpcLinks::default());
            api.set_state(links.clone());
            links
        }
    };
    let vpc_id = options.vpc.vpc_id().as_json().identity();
    let known = links.0.borrow().iter().find(|(known, _)| *known == vpc_id).map(|(_, link)| link.clone());
    if let Some(link) = known {
        return link;
    }
    let count = links.0.borrow().len() + 1;
    let link = build_vpc_link(api, &format!("VpcLink-{count}"), options);
    links.0.borrow_mut().push((vpc_id, link.clone()));
    link
}

/// A VPC link that exists already.
#[derive(Clone, Debug)]
pub struct ImportedVpcLink {
    construct: Construct,
    vpc_link_id: Value<String>,
    vpc: Rc<dyn IVpc>,
}

impl ImportedVpcLink {
    /// The id of the link.
    pub fn vpc_link_id(&self) -> Value<String> {
        self.vpc_link_id.clone()
    }
}

impl IConstruct for ImportedVpcLink {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IVpcLink for ImportedVpcLink {
    fn vpc_link_id(&self) -> Value<String> {
        self.vpc_link_id.clone()
    }

    fn vpc(&self) -> Rc<dyn IVpc> {
        self.vpc.clone()
    }
}
