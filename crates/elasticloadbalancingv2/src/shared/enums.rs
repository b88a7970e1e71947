//! The words of Elastic Load Balancing.

use std::borrow::Cow;

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $value:literal,)+ })+) => {
        $($(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)+
        }

        impl $name {
            /// The value as the template has it.
            pub fn as_str(self) -> &'static str {
                match self {
                    $($name::$variant => $value,)+
                }
            }
        })+
    };
}

words! {
    /// The versions of IP that a load balancer answers.
    IpAddressType {
        /// IPv4.
        Ipv4 = "ipv4",
        /// Both.
        DualStack = "dualstack",
        /// Public IPv6 and private IPv4; of application load balancers.
        DualStackWithoutPublicIpv4 = "dualstack-without-public-ipv4",
    }

    /// The protocols of network load balancers and of health checks.
    Protocol {
        /// HTTP.
        Http = "HTTP",
        /// HTTPS.
        Https = "HTTPS",
        /// TCP.
        Tcp = "TCP",
        /// TLS.
        Tls = "TLS",
        /// UDP.
        Udp = "UDP",
        /// TCP and UDP.
        TcpUdp = "TCP_UDP",
    }

    /// The protocols of application load balancers.
    ApplicationProtocol {
        /// HTTP.
        Http = "HTTP",
        /// HTTPS.
        Https = "HTTPS",
    }

    /// The versions of HTTP that targets speak.
    ApplicationProtocolVersion {
        /// gRPC.
        Grpc = "GRPC",
        /// HTTP/1.1.
        Http1 = "HTTP1",
        /// HTTP/2.
        Http2 = "HTTP2",
    }

    /// What the targets of a group are.
    TargetType {
        /// Instances, by their ids.
        Instance = "instance",
        /// IP addresses.
        Ip = "ip",
        /// A Lambda function.
        Lambda = "lambda",
        /// An application load balancer.
        Alb = "alb",
    }

    /// The protocols that a TLS listener prefers in ALPN.
    AlpnPolicy {
        /// HTTP/1 alone.
        Http1Only = "HTTP1Only",
        /// HTTP/2 alone.
        Http2Only = "HTTP2Only",
        /// HTTP/1 rather than HTTP/2.
        Http2Optional = "HTTP2Optional",
        /// HTTP/2 rather than HTTP/1.
        Http2Preferred = "HTTP2Preferred",
        /// No ALPN.
        None = "None",
    }

    /// How a target group shares requests among its targets.
    TargetGroupLoadBalancingAlgorithmType {
        /// In turn.
        RoundRobin = "round_robin",
        /// To the one with the fewest open requests.
        LeastOutstandingRequests = "least_outstanding_requests",
        /// At random, more to those that answer well.
        WeightedRandom = "weighted_random",
    }

    /// The version of IP of targets.
    TargetGroupIpAddressType {
        /// IPv4.
        Ipv4 = "ipv4",
        /// IPv6.
        Ipv6 = "ipv6",
    }

    /// What is done with requests that could be smuggled.
    DesyncMitigationMode {
        /// All pass, and are counted.
        Monitor = "monitor",
        /// Those that are a risk do not pass.
        Defensive = "defensive",
        /// Only those that follow RFC 7230 pass.
        Strictest = "strictest",
    }

    /// What is done with the header `X-Forwarded-For`.
    XffHeaderProcessingMode {
        /// The address of the client is added.
        Append = "append",
        /// It stays as it is.
        Preserve = "preserve",
        /// It is removed.
        Remove = "remove",
    }

    /// To which availability zones clients are led.
    ClientRoutingPolicy {
        /// To their own.
        AvailabilityZoneAffinity = "availability_zone_affinity",
        /// Mostly to their own.
        PartialAvailabilityZoneAffinity = "partial_availability_zone_affinity",
        /// To any.
        AnyAvailabilityZone = "any_availability_zone",
    }

    /// What is done with requests of users who have not logged in.
    UnauthenticatedAction {
        /// They are refused.
        Deny = "deny",
        /// They pass.
        Allow = "allow",
        /// Their users are led to the login.
        Authenticate = "authenticate",
    }

    /// What is done with the certificates of clients.
    MutualAuthenticationMode {
        /// Nobody asks for them.
        Off = "off",
        /// They are passed on to targets.
        PassThrough = "passthrough",
        /// They are verified by a trust store.
        Verify = "verify",
    }
}

/// The protocols and ciphers of listeners with certificates.
///
/// Source: <https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html>.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SslPolicy(Cow<'static, str>);

impl SslPolicy {
    /// A policy that AWS added later.
    pub fn custom(name: impl Into<String>) -> Self {
        Self(name.into().into())
    }

    /// The name as the template has it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

macro_rules! policies {
    ($($name:ident = $value:literal;)+) => {
        impl SslPolicy {
            $(#[doc = concat!("The policy `", $value, "`.")]
            pub const $name: SslPolicy = SslPolicy(Cow::Borrowed($value));)+
        }
    };
}

policies! {
    RECOMMENDED_TLS = "ELBSecurityPolicy-TLS13-1-2-2021-06";
    TLS13_12_PQ = "ELBSecurityPolicy-TLS13-1-2-PQ-2025-09";
    RECOMMENDED = "ELBSecurityPolicy-2016-08";
    TLS13_RES = "ELBSecurityPolicy-TLS13-1-2-Res-2021-06";
    TLS13_EXT1 = "ELBSecurityPolicy-TLS13-1-2-Ext1-2021-06";
    TLS13_EXT2 = "ELBSecurityPolicy-TLS13-1-2-Ext2-2021-06";
    TLS13_10 = "ELBSecurityPolicy-TLS13-1-0-2021-06";
    TLS13_11 = "ELBSecurityPolicy-TLS13-1-1-2021-06";
    TLS13_13 = "ELBSecurityPolicy-TLS13-1-3-2021-06";
    TLS13_13_PQ = "ELBSecurityPolicy-TLS13-1-3-PQ-2025-09";
    TLS13_12_RES_PQ = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09";
    TLS13_12_EXT1_PQ = "ELBSecurityPolicy-TLS13-1-2-Ext1-PQ-2025-09";
    TLS13_12_EXT2_PQ = "ELBSecurityPolicy-TLS13-1-2-Ext2-PQ-2025-09";
    TLS13_10_PQ = "ELBSecurityPolicy-TLS13-1-0-PQ-2025-09";
    FIPS_TLS13_13 = "ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04";
    FIPS_TLS13_12_RES = "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04";
    FIPS_TLS13_12 = "ELBSecurityPolicy-TLS13-1-2-FIPS-2023-04";
    FIPS_TLS13_12_EXT0 = "ELBSecurityPolicy-TLS13-1-2-Ext0-FIPS-2023-04";
    FIPS_TLS13_12_EXT1 = "ELBSecurityPolicy-TLS13-1-2-Ext1-FIPS-2023-04";
    FIPS_TLS13_12_EXT2 = "ELBSecurityPolicy-TLS13-1-2-Ext2-FIPS-2023-04";
    FIPS_TLS13_11 = "ELBSecurityPolicy-TLS13-1-1-FIPS-2023-04";
    FIPS_TLS13_10 = "ELBSecurityPolicy-TLS13-1-0-FIPS-2023-04";
    FIPS_TLS13_13_PQ = "ELBSecurityPolicy-TLS13-1-3-FIPS-PQ-2025-09";
    FIPS_TLS13_12_PQ = "ELBSecurityPolicy-TLS13-1-2-FIPS-PQ-2025-09";
    FIPS_TLS13_12_RES_PQ = "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09";
    FIPS_TLS13_12_EXT0_PQ = "ELBSecurityPolicy-TLS13-1-2-Ext0-FIPS-PQ-2025-09";
    FIPS_TLS13_12_EXT1_PQ = "ELBSecurityPolicy-TLS13-1-2-Ext1-FIPS-PQ-2025-09";
    FIPS_TLS13_12_EXT2_PQ = "ELBSecurityPolicy-TLS13-1-2-Ext2-FIPS-PQ-2025-09";
    FIPS_TLS13_10_PQ = "ELBSecurityPolicy-TLS13-1-0-FIPS-PQ-2025-09";
    FORWARD_SECRECY_TLS12_RES_GCM = "ELBSecurityPolicy-FS-1-2-Res-2020-10";
    FORWARD_SECRECY_TLS12_RES = "ELBSecurityPolicy-FS-1-2-Res-2019-08";
    FORWARD_SECRECY_TLS12 = "ELBSecurityPolicy-FS-1-2-2019-08";
    FORWARD_SECRECY_TLS11 = "ELBSecurityPolicy-FS-1-1-2019-08";
    FORWARD_SECRECY = "ELBSecurityPolicy-FS-2018-06";
    TLS12 = "ELBSecurityPolicy-TLS-1-2-2017-01";
    TLS12_EXT = "ELBSecurityPolicy-TLS-1-2-Ext-2018-06";
    TLS11 = "ELBSecurityPolicy-TLS-1-1-2017-01";
    LEGACY = "ELBSecurityPolicy-TLS-1-0-2015-04";
}
