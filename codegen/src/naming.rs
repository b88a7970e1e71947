//! From CloudFormation names to Rust identifiers.
//!
//! Types keep CloudFormation's spelling, as in the CDK: `CfnVPC`, `CorsProperty`. Functions and modules are in
//! snake case, split by [heck] after the spellings that it would tear apart are put right (`READINGS`).
//! Since this is lossy, generated code never derives a CloudFormation name from a Rust one.

use std::collections::BTreeSet;

use heck::{ToSnakeCase, ToUpperCamelCase};
use proc_macro2::{Ident, Span};

/// Spellings that do not show where their words begin, and how to read them.
///
/// One applies only to whole words: not after a capital letter and not before a small one, so that `IoT` is
/// found in `EnableIoTLogging`, and not in `RadioTower`. Plurals of acronyms (`ProviderARNs`, `SizeInGBs`)
/// need no entry: an `s` that ends a run of capital letters belongs to it.
const READINGS: [(&str, &str); 35] = [
    // Units.
    ("GiB", "Gib"),
    ("KBytes", "Kbytes"),
    ("KiB", "Kib"),
    ("MiB", "Mib"),
    // Words that capitalize inside.
    ("DDoS", "Ddos"),
    ("DynamoDBv2", "DynamoDbV2"),
    ("ETag", "Etag"),
    ("FCnt", "Fcnt"),
    ("FSx", "Fsx"),
    ("GraphQL", "Graphql"),
    ("IPv4", "Ipv4"),
    ("IPv6", "Ipv6"),
    ("IoT", "Iot"),
    ("IpV4", "Ipv4"),
    ("IpV6", "Ipv6"),
    ("MofN", "MOfN"),
    ("OAuth", "Oauth"),
    ("OAuth2", "Oauth2"),
    ("QnA", "Qna"),
    ("SaaS", "Saas"),
    ("SerDe", "Serde"),
    ("VCenter", "Vcenter"),
    ("VCpu", "Vcpu"),
    ("VMotion", "Vmotion"),
    ("VSan", "Vsan"),
    ("VTep", "Vtep"),
    ("XRay", "Xray"),
    ("vCpu", "Vcpu"),
    // Two acronyms in a row.
    ("AWSKMS", "AwsKms"),
    ("EMREKS", "EmrEks"),
    ("HANADB", "HanaDb"),
    ("HANASID", "HanaSid"),
    ("SSEKMS", "SseKms"),
    ("SSES3", "SseS3"),
    ("VPCDHCP", "VpcDhcp"),
];

/// Names that no property's method may have, because generated types have them already, or because a method
/// of that name would hide one that everybody expects, as `into` would. Such a property gets a `_`.
pub const RESERVED_METHODS: [&str; 8] = ["build", "builder", "clone", "default", "deref", "from", "into", "new"];

/// The same for constructs: the methods of `CfnResource`, which an L1 construct derefs to, and of the traits of
/// constructs. A test of `xtask` compares this with the source of `aws-cdk-core`.
pub const RESERVED_CONSTRUCT_METHODS: [&str; 29] = [
    "add_deletion_override",
    "add_dependency",
    "add_metadata",
    "add_override",
    "add_property_deletion_override",
    "add_property_override",
    "apply_cross_stack_reference_strength",
    "apply_deletion_policy",
    "apply_removal_policy",
    "attribute",
    "cfn_options",
    "cfn_resource_type",
    "from_construct",
    "get_att",
    "logical_id",
    "metadata",
    "node",
    "obtain_dependencies",
    "override_logical_id",
    "property",
    "ref_",
    "remove_dependency",
    "replace_dependency",
    "set_logical_id_suffix",
    "set_property",
    "set_synthesize_if",
    "set_typed_property",
    "stack",
    "typed_property",
];

/// Names of types that generated modules use, which a type parameter must not hide.
const RESERVED_TYPES: [&str; 28] = [
    "Bag",
    "CfnResource",
    "CfnTag",
    "Clone",
    "Debug",
    "Default",
    "Deref",
    "From",
    "IConstruct",
    "Into",
    "Json",
    "Limit",
    "Map",
    "Node",
    "Option",
    "PhantomData",
    "PropertyType",
    "Provided",
    "ResourceBuilder",
    "ResourceType",
    "Self",
    "Set",
    "Some",
    "String",
    "TagShape",
    "Token",
    "TypeInfo",
    "Value",
];

/// A name in snake case: `ProviderARNs` is `provider_arns`, `Endpoint.Address` is `endpoint_address`.
#[must_use]
pub fn snake_case(name: &str) -> String {
    with_readings(name).to_snake_case()
}

/// A name in snake case and capitals: `S3Location` is `S3_LOCATION`.
#[must_use]
pub fn screaming_snake_case(name: &str) -> String {
    snake_case(name).to_ascii_uppercase()
}

/// A name as a type's: its first letter is a capital one.
#[must_use]
pub fn type_case(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_ascii_uppercase().to_string() + letters.as_str())
}

fn with_readings(name: &str) -> String {
    let mut read = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(next) = rest.chars().next() {
        let begins_word = !read.ends_with(|c: char| c.is_ascii_uppercase());
        let reading = READINGS.iter().filter(|(spelling, _)| begins_word && starts_with_word(rest, spelling));
        if let Some((spelling, reading)) = reading.max_by_key(|(spelling, _)| spelling.len()) {
            read.push_str(reading);
            rest = &rest[spelling.len()..];
        } else if let Some(length) = plural_acronym(rest).filter(|_| begins_word) {
            let (acronym, after) = rest.split_at(length);
            read.push_str(&type_case(&acronym.to_ascii_lowercase()));
            rest = after;
        } else {
            read.push(next);
            rest = &rest[next.len_utf8()..];
        }
    }
    read
}

fn starts_with_word(text: &str, word: &str) -> bool {
    text.strip_prefix(word).is_some_and(|after| !after.starts_with(|c: char| c.is_ascii_lowercase()))
}

/// The length of the plural of an acronym, as in `URLs`, that `text` starts with.
fn plural_acronym(text: &str) -> Option<usize> {
    let capitals = text.bytes().take_while(u8::is_ascii_uppercase).count();
    (capitals >= 2 && starts_with_word(&text[capitals..], "s")).then_some(capitals + 1)
}

/// An identifier for `name`: raw for a keyword, with a `_` for the few keywords that cannot be raw.
#[must_use]
pub fn identifier(name: &str) -> Ident {
    if syn::parse_str::<Ident>(name).is_ok() {
        Ident::new(name, Span::call_site())
    } else if matches!(name, "self" | "Self" | "super" | "crate" | "_") {
        Ident::new(&format!("{name}_"), Span::call_site())
    } else {
        Ident::new_raw(name, Span::call_site())
    }
}

/// Names in use in one scope, so that the same name is never given twice.
#[derive(Debug, Default)]
pub struct Names(BTreeSet<String>);

impl Names {
    /// A scope in which `reserved` are in use from the start.
    pub fn reserving<'a>(reserved: impl IntoIterator<Item = &'a str>) -> Self {
        Self(reserved.into_iter().map(str::to_owned).collect())
    }

    /// Whether a name is in use.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.0.contains(name)
    }

    /// `name`, or else the first of `name_`, `name__`, … that is not in use.
    pub fn take(&mut self, name: &str) -> String {
        let mut name = name.to_owned();
        while !self.0.insert(name.clone()) {
            name.push('_');
        }
        name
    }
}

/// The name of the enum for the values of a property: the property's, unless it would hide a type.
#[must_use]
pub fn enum_name(property: &str) -> String {
    let name = type_case(property);
    let hides = RESERVED_TYPES.contains(&&*name) || name.starts_with("Cfn") || name.ends_with("Property");
    if hides { name + "Value" } else { name }
}

/// The name of the variant for a value: `AWS_IAM` is `AwsIam`, `1.0` is `V1_0`.
#[must_use]
pub fn variant_name(value: &str) -> String {
    let mut name = String::new();
    for word in value.split(|letter: char| !letter.is_ascii_alphanumeric()) {
        let word = word.to_upper_camel_case();
        let joins_numbers = name.ends_with(|last: char| last.is_ascii_digit())
            && word.starts_with(|first: char| first.is_ascii_digit());
        if joins_numbers {
            name.push('_');
        }
        name.push_str(&word);
    }
    match name.chars().next() {
        None => "Empty".to_owned(),
        Some(first) if first.is_ascii_digit() => format!("V{name}"),
        Some(_) => name,
    }
}

/// The name of the type parameter for a required property: the property's, unless it would hide a type.
#[must_use]
pub fn type_parameter(name: &str) -> String {
    let name = type_case(name);
    let hides = RESERVED_TYPES.contains(&&*name) || name.starts_with("Cfn") || name.ends_with("Property");
    if hides { name + "State" } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn snake_case_reads_well() {
        let cases = [
            ("ApiId", "api_id"),
            ("DBClusterIdentifier", "db_cluster_identifier"),
            ("EC2SecurityGroupId", "ec2_security_group_id"),
            ("Ec2TagFilters", "ec2_tag_filters"),
            ("BodyS3Location", "body_s3_location"),
            ("S3Uri", "s3_uri"),
            ("IPV6Enabled", "ipv6_enabled"),
            ("IPv6Address", "ipv6_address"),
            ("PrivateIPv4Address", "private_ipv4_address"),
            ("Ipv6CidrBlock", "ipv6_cidr_block"),
            ("IPSet", "ip_set"),
            ("VPCId", "vpc_id"),
            ("VPCs", "vpcs"),
            ("AllowedAllVPCs", "allowed_all_vpcs"),
            ("VPCDHCPOptionsAssociation", "vpc_dhcp_options_association"),
            ("ProviderARNs", "provider_arns"),
            ("CallbackURLs", "callback_urls"),
            ("CNAMEs", "cnames"),
            ("ExadataStorageInTBsLowestScaledValue", "exadata_storage_in_tbs_lowest_scaled_value"),
            ("MemoryGiBPerVCpu", "memory_gib_per_vcpu"),
            ("vCpu", "vcpu"),
            ("VCenter", "vcenter"),
            ("ETag", "etag"),
            ("AllowedOAuthFlows", "allowed_oauth_flows"),
            ("OAuth2GrantType", "oauth2_grant_type"),
            ("GraphQLUrl", "graphql_url"),
            ("DynamoDBv2Action", "dynamo_db_v2_action"),
            ("AWSManagedRulesAntiDDoSRuleSet", "aws_managed_rules_anti_ddos_rule_set"),
            ("AWSKMSKeyARN", "aws_kms_key_arn"),
            ("EnableIoTLoggingParams", "enable_iot_logging_params"),
            ("FSxLustreConfig", "fsx_lustre_config"),
            ("XAxis", "x_axis"),
            ("MofNApprovalStrategy", "m_of_n_approval_strategy"),
            ("Endpoint.Address", "endpoint_address"),
        ];
        for (name, expected) in cases {
            assert_eq!(snake_case(name), expected, "{name}");
        }
    }

    #[test]
    fn readings_apply_to_whole_words_only() {
        for (name, expected) in
            [("OAuthorization", "o_authorization"), ("CIoT", "c_io_t"), ("DBSomething", "db_something")]
        {
            assert_eq!(snake_case(name), expected, "{name}");
        }
    }

    #[test]
    fn readings_are_distinct() {
        let mut spellings: Vec<_> = READINGS.iter().map(|(spelling, _)| spelling).collect();
        spellings.sort();
        spellings.dedup();
        assert_eq!(spellings.len(), READINGS.len());
    }

    #[test]
    fn keywords_become_identifiers() {
        let cases = [("type", "r#type"), ("self", "self_"), ("Self", "Self_"), ("crate", "crate_"), ("api", "api")];
        for (name, expected) in cases {
            assert_eq!(identifier(name).to_string(), expected);
        }
    }

    #[test]
    fn a_name_in_use_gets_an_underscore() {
        let mut names = Names::reserving(["build"]);
        assert_eq!(names.take("build"), "build_");
        assert_eq!(names.take("build"), "build__");
        assert_eq!(names.take("name"), "name");
    }

    #[test]
    fn values_become_variants() {
        let cases = [
            ("HTTP", "Http"),
            ("AWS_IAM", "AwsIam"),
            ("TLS_1_2", "Tls1_2"),
            ("1.0", "V1_0"),
            ("nodejs22.x", "Nodejs22X"),
            ("$default", "Default"),
            ("", "Empty"),
            ("*", "Empty"),
        ];
        for (value, expected) in cases {
            assert_eq!(variant_name(value), expected, "{value}");
        }
        assert_eq!(enum_name("ProtocolType"), "ProtocolType");
        assert_eq!(enum_name("Value"), "ValueValue");
    }

    #[test]
    fn a_type_parameter_hides_no_type() {
        assert_eq!(type_parameter("Value"), "ValueState");
        assert_eq!(type_parameter("KeyProperty"), "KeyPropertyState");
        assert_eq!(type_parameter("machineType"), "MachineType");
    }
}
