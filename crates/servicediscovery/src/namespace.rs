//! Namespaces: names under which services are found.

use std::rc::Rc;

use aws_cdk_cfn_servicediscovery::{CfnHttpNamespace, CfnPrivateDnsNamespace, CfnPublicDnsNamespace};
use aws_cdk_core::{Construct, IConstruct, Node, Value};
use aws_cdk_interfaces::ec2::IVpc;
use aws_cdk_interfaces::servicediscovery::{INamespace, NamespaceType};

use crate::service::{Service, ServiceOptions, build_service};

/// What is known of a namespace that exists already.
#[must_use]
#[derive(Clone, Debug)]
pub struct NamespaceAttributes {
    namespace_name: Value<String>,
    namespace_id: Value<String>,
    namespace_arn: Value<String>,
}

impl NamespaceAttributes {
    /// The name, the id and the ARN of the namespace.
    pub fn new(
        namespace_name: impl Into<Value<String>>,
        namespace_id: impl Into<Value<String>>,
        namespace_arn: impl Into<Value<String>>,
    ) -> Self {
        Self {
            namespace_name: namespace_name.into(),
            namespace_id: namespace_id.into(),
            namespace_arn: namespace_arn.into(),
        }
    }
}

/// A namespace that exists already.
#[derive(Clone, Debug)]
pub struct ImportedNamespace {
    construct: Construct,
    attributes: NamespaceAttributes,
    namespace_type: NamespaceType,
}

impl IConstruct for ImportedNamespace {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl INamespace for ImportedNamespace {
    fn namespace_name(&self) -> Value<String> {
        self.attributes.namespace_name.clone()
    }

    fn namespace_id(&self) -> Value<String> {
        self.attributes.namespace_id.clone()
    }

    fn namespace_arn(&self) -> Value<String> {
        self.attributes.namespace_arn.clone()
    }

    fn namespace_type(&self) -> NamespaceType {
        self.namespace_type
    }
}

macro_rules! namespaces {
    ($($(#[$doc:meta])* $name:ident $builder:ident $resource:ident $kind:ident $import:ident $type_name:literal $($vpc:ident)?;)+) => {
        $($(#[$doc])*
        #[derive(Clone, Debug)]
        pub struct $name {
            construct: Construct,
            resource: $resource,
            name: Value<String>,
        }

        #[doc = concat!("Builds a [`", stringify!($name), "`].")]
        #[must_use = "a builder does nothing until `build` is called"]
        #[derive(Debug)]
        pub struct $builder {
            scope: Node,
            id: String,
            name: Value<String>,
            description: Option<Value<String>>,
            $($vpc: Value<String>,)?
        }

        impl $builder {
            /// The description. Default: none.
            pub fn description(mut self, value: impl Into<Value<String>>) -> Self {
                self.description = Some(value.into());
                self
            }

            /// Adds the namespace.
            #[track_caller]
            pub fn build(self) -> $name {
                let construct = Construct::of_type(&self.scope, &self.id, $type_name);
                let mut resource = $resource::builder(&construct, "Resource").name(&self.name)$(.$vpc(self.$vpc))?;
                if let Some(description) = self.description {
                    resource = resource.description(description);
                }
                $name { resource: resource.build(), construct, name: self.name }
            }
        }

        impl $name {
            /// A namespace that exists, by what is known of it.
            #[track_caller]
            pub fn $import(
                scope: &impl IConstruct,
                id: impl AsRef<str>,
                attributes: NamespaceAttributes,
            ) -> ImportedNamespace {
                let construct = Construct::of_type(scope, id.as_ref(), $type_name);
                ImportedNamespace { construct, attributes, namespace_type: NamespaceType::$kind }
            }

            /// Adds a service. Errors: those of [`ServiceBuilder::build`](crate::ServiceBuilder::build).
            #[track_caller]
            pub fn create_service(&self, id: impl AsRef<str>, options: ServiceOptions) -> Service {
                build_service(self.node(), id.as_ref(), Rc::new(self.clone()), options)
            }

            /// The L1 construct.
            pub fn default_child(&self) -> &$resource {
                &self.resource
            }
        }

        impl IConstruct for $name {
            fn node(&self) -> &Node {
                self.construct.node()
            }
        }

        impl INamespace for $name {
            fn namespace_name(&self) -> Value<String> {
                self.name.clone()
            }

            fn namespace_id(&self) -> Value<String> {
                self.resource.attr_id().into()
            }

            fn namespace_arn(&self) -> Value<String> {
                self.resource.attr_arn().into()
            }

            fn namespace_type(&self) -> NamespaceType {
                NamespaceType::$kind
            }
        })+
    };
}

namespaces! {
    /// A namespace whose services are found by Cloud Map's API alone.
    HttpNamespace HttpNamespaceBuilder CfnHttpNamespace Http from_http_namespace_attributes
        "aws-cdk-servicediscovery.HttpNamespace";
    /// A namespace whose services are found by DNS inside a VPC.
    PrivateDnsNamespace PrivateDnsNamespaceBuilder CfnPrivateDnsNamespace DnsPrivate
        from_private_dns_namespace_attributes "aws-cdk-servicediscovery.PrivateDnsNamespace" vpc;
    /// A namespace whose services are found by DNS everywhere.
    PublicDnsNamespace PublicDnsNamespaceBuilder CfnPublicDnsNamespace DnsPublic from_public_dns_namespace_attributes
        "aws-cdk-servicediscovery.PublicDnsNamespace";
}

impl HttpNamespace {
    /// Starts a namespace with a name.
    pub fn builder(
        scope: &impl IConstruct,
        id: impl Into<String>,
        name: impl Into<Value<String>>,
    ) -> HttpNamespaceBuilder {
        HttpNamespaceBuilder { scope: scope.node().clone(), id: id.into(), name: name.into(), description: None }
    }
}

impl PublicDnsNamespace {
    /// Starts a namespace with a domain name.
    pub fn builder(
        scope: &impl IConstruct,
        id: impl Into<String>,
        name: impl Into<Value<String>>,
    ) -> PublicDnsNamespaceBuilder {
        PublicDnsNamespaceBuilder { scope: scope.node().clone(), id: id.into(), name: name.into(), description: None }
    }

    /// The id of the hosted zone.
    pub fn namespace_hosted_zone_id(&self) -> Value<String> {
        self.resource.attr_hosted_zone_id().into()
    }
}

impl PrivateDnsNamespace {
    /// Starts a namespace with a domain name, inside a VPC.
    pub fn builder(
        scope: &impl IConstruct,
        id: impl Into<String>,
        name: impl Into<Value<String>>,
        vpc: &(impl IVpc + ?Sized),
    ) -> PrivateDnsNamespaceBuilder {
        PrivateDnsNamespaceBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            name: name.into(),
            description: None,
            vpc: vpc.vpc_id(),
        }
    }

    /// The id of the hosted zone.
    pub fn namespace_hosted_zone_id(&self) -> Value<String> {
        self.resource.attr_hosted_zone_id().into()
    }
}
