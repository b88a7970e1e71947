//! Ports: what a rule of a security group lets through.

use std::borrow::Cow;
use std::fmt;

use aws_cdk_core::Value;

use super::protocol::Protocol;

/// A protocol and a range of its ports.
///
/// ```
/// use aws_cdk_interfaces::ec2::Port;
///
/// assert_eq!(Port::tcp(443).to_string(), "443");
/// assert_eq!(Port::udp_range(5000, 5010).to_string(), "UDP 5000-5010");
/// assert_eq!(Port::HTTPS, Port::tcp(443));
/// ```
#[derive(Clone, Debug)]
pub struct Port {
    protocol: Protocol,
    from_port: Option<Number>,
    to_port: Option<Number>,
    text: Cow<'static, str>,
}

#[derive(Clone, Debug)]
enum Number {
    Known(i64),
    Token(Value<i64>),
}

impl From<Value<i64>> for Number {
    fn from(value: Value<i64>) -> Self {
        value.as_literal().map_or(Number::Token(value), Number::Known)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Number::Known(number) => number.fmt(f),
            Number::Token(_) => f.write_str("{IndirectPort}"),
        }
    }
}

impl Number {
    fn value(&self) -> Value<i64> {
        match self {
            Number::Known(number) => (*number).into(),
            Number::Token(token) => token.clone(),
        }
    }

    fn identity(&self) -> String {
        self.value().as_json().identity()
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.identity() == other.identity()
    }
}

impl PartialEq for Port {
    fn eq(&self, other: &Self) -> bool {
        self.protocol == other.protocol && self.from_port == other.from_port && self.to_port == other.to_port
    }
}

/// The text by which ids and descriptions of rules name the ports.
impl fmt::Display for Port {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

macro_rules! well_known {
    ($($name:ident = $protocol:ident $number:literal $text:literal, $doc:literal;)+) => {
        impl Port {
            $(#[doc = $doc]
            pub const $name: Port = Port {
                protocol: Protocol::$protocol,
                from_port: Some(Number::Known($number)),
                to_port: Some(Number::Known($number)),
                text: Cow::Borrowed($text),
            };)+
        }
    };
}

well_known! {
    SSH = TCP 22 "22", "SSH.";
    SMTP = TCP 25 "25", "SMTP.";
    DNS_UDP = UDP 53 "UDP 53", "DNS over UDP.";
    DNS_TCP = TCP 53 "53", "DNS over TCP.";
    HTTP = TCP 80 "80", "HTTP.";
    POP3 = TCP 110 "110", "POP3.";
    IMAP = TCP 143 "143", "IMAP.";
    LDAP = TCP 389 "389", "LDAP.";
    HTTPS = TCP 443 "443", "HTTPS.";
    SMB = TCP 445 "445", "SMB.";
    IMAPS = TCP 993 "993", "IMAP over TLS.";
    POP3S = TCP 995 "995", "POP3 over TLS.";
    MSSQL = TCP 1433 "1433", "Microsoft SQL Server.";
    NFS = TCP 2049 "2049", "NFS.";
    MYSQL_AURORA = TCP 3306 "3306", "MySQL, and Aurora for it.";
    RDP = TCP 3389 "3389", "Remote desktop.";
    POSTGRES = TCP 5432 "5432", "PostgreSQL.";
}

impl Port {
    /// Ports of any protocol; `text` names them in ids and descriptions of rules.
    pub fn new(
        protocol: Protocol,
        from_port: Option<Value<i64>>,
        to_port: Option<Value<i64>>,
        text: impl Into<String>,
    ) -> Self {
        let text = Cow::Owned(text.into());
        Self { protocol, from_port: from_port.map(Number::from), to_port: to_port.map(Number::from), text }
    }

    /// A port of TCP.
    pub fn tcp(port: impl Into<Value<i64>>) -> Self {
        let port = port.into();
        Self::range(Protocol::TCP, "", port.clone(), port)
    }

    /// Ports of TCP, both ends included.
    pub fn tcp_range(start_port: impl Into<Value<i64>>, end_port: impl Into<Value<i64>>) -> Self {
        Self::named_range(Protocol::TCP, "", start_port.into(), end_port.into())
    }

    /// All ports of TCP.
    pub fn all_tcp() -> Self {
        Self::new(Protocol::TCP, Some(0.into()), Some(65535.into()), "ALL PORTS")
    }

    /// A port of UDP.
    pub fn udp(port: impl Into<Value<i64>>) -> Self {
        let port = port.into();
        Self::range(Protocol::UDP, "UDP ", port.clone(), port)
    }

    /// Ports of UDP, both ends included.
    pub fn udp_range(start_port: impl Into<Value<i64>>, end_port: impl Into<Value<i64>>) -> Self {
        Self::named_range(Protocol::UDP, "UDP ", start_port.into(), end_port.into())
    }

    /// All ports of UDP.
    pub fn all_udp() -> Self {
        Self::new(Protocol::UDP, Some(0.into()), Some(65535.into()), "UDP ALL PORTS")
    }

    /// A type and code of ICMP.
    pub fn icmp_type_and_code(icmp_type: i64, code: i64) -> Self {
        let text = format!("ICMP Type {icmp_type} Code {code}");
        Self::new(Protocol::ICMP, Some(icmp_type.into()), Some(code.into()), text)
    }

    /// A type of ICMP with all its codes.
    pub fn icmp_type(icmp_type: i64) -> Self {
        Self::new(Protocol::ICMP, Some(icmp_type.into()), Some((-1).into()), format!("ICMP Type {icmp_type}"))
    }

    /// The request of a ping.
    pub fn icmp_ping() -> Self {
        Self::icmp_type(8)
    }

    /// All of ICMP.
    pub fn all_icmp() -> Self {
        Self::new(Protocol::ICMP, Some((-1).into()), Some((-1).into()), "ALL ICMP")
    }

    /// All of ICMP for IPv6.
    pub fn all_icmp_v6() -> Self {
        Self::new(Protocol::ICMPV6, Some((-1).into()), Some((-1).into()), "ALL ICMPv6")
    }

    /// All protocols and ports.
    pub fn all_traffic() -> Self {
        Self::new(Protocol::ALL, None, None, "ALL TRAFFIC")
    }

    /// The encryption of IPsec.
    pub fn esp() -> Self {
        Self::new(Protocol::ESP, Some(50.into()), Some(50.into()), "ESP 50")
    }

    /// The authentication of IPsec.
    pub fn ah() -> Self {
        Self::new(Protocol::AH, Some(51.into()), Some(51.into()), "AH 51")
    }

    fn range(protocol: Protocol, prefix: &str, from: Value<i64>, to: Value<i64>) -> Self {
        let (from, to) = (Number::from(from), Number::from(to));
        let text = format!("{prefix}{from}").into();
        Self { protocol, from_port: Some(from), to_port: Some(to), text }
    }

    fn named_range(protocol: Protocol, prefix: &str, from: Value<i64>, to: Value<i64>) -> Self {
        let mut port = Self::range(protocol, prefix, from, to);
        if let Some(to) = &port.to_port {
            port.text = format!("{}-{to}", port.text).into();
        }
        port
    }

    /// The protocol.
    pub fn protocol(&self) -> &Protocol {
        &self.protocol
    }

    /// The first port, or the type of ICMP.
    pub fn from_port(&self) -> Option<Value<i64>> {
        self.from_port.as_ref().map(Number::value)
    }

    /// The last port, or the code of ICMP.
    pub fn to_port(&self) -> Option<Value<i64>> {
        self.to_port.as_ref().map(Number::value)
    }

    /// Whether the rule can stand in the security group itself: ports that are known only at deployment cannot.
    pub fn can_inline_rule(&self) -> bool {
        let is_token = |number: &Option<Number>| matches!(number, Some(Number::Token(_)));
        !is_token(&self.from_port) && !is_token(&self.to_port)
    }
}
