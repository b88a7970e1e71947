//! How a VPC and its subnets get their addresses.

use aws_cdk_core::{Diagnostic, Fn, Value};
use aws_cdk_interfaces::ec2::CidrBlock;

/// The sizes that EC2 has for VPCs and subnets, in fixed bits:
/// <https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html>.
const MASKS: std::ops::RangeInclusive<u32> = 16..=28;

/// Where the IPv4 addresses of a VPC come from, and how its subnets share them.
///
/// ```
/// use aws_cdk_ec2::IpAddresses;
///
/// let own = IpAddresses::cidr("10.1.0.0/16");
/// let managed = IpAddresses::aws_ipam_allocation("ipam-pool-1", 18).default_subnet_ipv4_netmask_length(24);
/// ```
#[must_use]
#[derive(Clone, Debug)]
pub struct IpAddresses {
    source: Source,
}

#[derive(Clone, Debug)]
enum Source {
    Cidr(String),
    Ipam { pool_id: Value<String>, netmask_length: u32, subnet_netmask_length: Option<u32> },
}

/// What is wrong with addresses.
type Problem = Box<Diagnostic>;

/// What the VPC itself has of its addresses.
pub(super) enum VpcAddresses {
    Cidr(String),
    Ipam { pool_id: Value<String>, netmask_length: u32 },
}

impl IpAddresses {
    /// A range of addresses, of 16 to 28 fixed bits. Subnets without a mask share equally what others leave.
    pub fn cidr(cidr_block: impl Into<String>) -> Self {
        Self { source: Source::Cidr(cidr_block.into()) }
    }

    /// A range of that many fixed bits that a pool of IPAM allocates at deployment.
    pub fn aws_ipam_allocation(ipv4_ipam_pool_id: impl Into<Value<String>>, ipv4_netmask_length: u32) -> Self {
        let pool_id = ipv4_ipam_pool_id.into();
        let source = Source::Ipam { pool_id, netmask_length: ipv4_netmask_length, subnet_netmask_length: None };
        Self { source }
    }

    /// The fixed bits of subnets that have no mask, of what IPAM allocates; a range shares equally anyway. Default: none,
    /// and each subnet needs a mask.
    pub fn default_subnet_ipv4_netmask_length(mut self, value: u32) -> Self {
        if let Source::Ipam { subnet_netmask_length, .. } = &mut self.source {
            *subnet_netmask_length = Some(value);
        }
        self
    }

    pub(super) fn vpc_addresses(&self) -> Result<VpcAddresses, Problem> {
        match &self.source {
            Source::Cidr(cidr) => Ok(VpcAddresses::Cidr(parse(cidr)?.cidr())),
            Source::Ipam { pool_id, netmask_length, .. } => {
                Ok(VpcAddresses::Ipam { pool_id: pool_id.clone(), netmask_length: *netmask_length })
            }
        }
    }

    /// The addresses of subnets, given the mask of each.
    pub(super) fn subnet_addresses(
        &self,
        vpc_cidr: &Value<String>,
        masks: &[Option<u32>],
    ) -> Result<Vec<Value<String>>, Problem> {
        match &self.source {
            Source::Cidr(cidr) => {
                let blocks = share(parse(cidr)?, masks)?;
                Ok(blocks.into_iter().map(|block| block.cidr().into()).collect())
            }
            Source::Ipam { netmask_length, subnet_netmask_length, .. } => {
                split(vpc_cidr, *netmask_length, *subnet_netmask_length, masks)
            }
        }
    }
}

fn problem(code: &'static str, message: String, help: &str) -> Problem {
    Box::new(Diagnostic::error(code, message).help(help))
}

fn parse(cidr: &str) -> Result<CidrBlock, Problem> {
    CidrBlock::parse(cidr).ok_or_else(|| {
        let message = format!("`{cidr}` is not a range of IPv4 addresses");
        let help = "write an address, a slash and the number of bits that are fixed: `10.0.0.0/16`";
        problem("ec2::cidr", message, help)
    })
}

/// First those with a mask one after the other, then those without, which share the rest equally.
fn share(network: CidrBlock, masks: &[Option<u32>]) -> Result<Vec<CidrBlock>, Problem> {
    let mut next = network.min_address();
    let mut take = |mask: u32| {
        if !MASKS.contains(&mask) {
            let message = format!("subnets cannot have {mask} fixed bits");
            return Err(problem("ec2::cidr-mask", message, "use 16 to 28 of them"));
        }
        if network.max_address() + 1 < next + CidrBlock::size_of(mask) {
            let message = format!("a subnet of {mask} fixed bits does not fit any more into `{}`", network.cidr());
            return Err(problem("ec2::cidr-space", message, "use fewer or smaller subnets"));
        }
        let block = CidrBlock::new(next, mask);
        next = block.max_address() + 1;
        Ok((block, next))
    };
    let mut blocks = Vec::new();
    let mut rest = network.min_address();
    for mask in masks.iter().flatten() {
        let (block, end) = take(*mask)?;
        blocks.push(block);
        rest = end;
    }
    let equal: Vec<usize> = (0..masks.len()).filter(|index| masks[*index].is_none()).collect();
    let remaining = (network.max_address() + 1).saturating_sub(rest);
    let each = remaining.checked_div(equal.len() as u64).unwrap_or_default();
    let mask = 32 - each.checked_ilog2().unwrap_or_default();
    for index in equal {
        let (block, _) = take(mask)?;
        blocks.insert(index.min(blocks.len()), block);
    }
    Ok(blocks)
}

/// The parts of a range that is known only at deployment.
fn split(
    vpc_cidr: &Value<String>,
    network: u32,
    default: Option<u32>,
    masks: &[Option<u32>],
) -> Result<Vec<Value<String>>, Problem> {
    let mut parts = Vec::new();
    let mut offset: u64 = 0;
    for mask in masks {
        let Some(mask) = mask.or(default) else {
            let message = "the size of a subnet is not known".to_owned();
            let help = "set `cidr_mask` of each, or `default_subnet_ipv4_netmask_length` of the addresses";
            return Err(problem("ec2::cidr-mask", message, help));
        };
        let size = CidrBlock::size_of(mask);
        offset = offset.div_ceil(size) * size;
        let count = 1_u64.checked_shl(mask.saturating_sub(network)).unwrap_or_default();
        parts.push((mask, count, offset / size));
        offset += size;
    }
    if offset > CidrBlock::size_of(network) {
        let message = format!("the subnets do not fit into a range of {network} fixed bits");
        return Err(problem("ec2::cidr-space", message, "use fewer or smaller subnets"));
    }
    let parts = parts.into_iter().map(|(mask, count, index)| part(vpc_cidr.clone(), mask, count, index));
    Ok(parts.collect())
}

/// `Fn::Cidr` makes up to 256 parts, so more are parts of parts.
fn part(cidr: Value<String>, mask: u32, count: u64, index: u64) -> Value<String> {
    if count == 1 {
        return cidr;
    }
    if count <= 256 {
        return Fn::select(index, Fn::cidr(cidr, count, (32 - mask).to_string()));
    }
    let outer = part(cidr, mask.saturating_sub(8), count.div_ceil(256), index / 256);
    part(outer, mask, 256, index % 256)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cidr: &str, masks: &[Option<u32>], expected: &[&str]) {
        let blocks = share(CidrBlock::parse(cidr).unwrap(), masks).unwrap();
        assert_eq!(blocks.iter().map(CidrBlock::cidr).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn subnets_without_mask_share_the_rest() {
        check("10.0.0.0/16", &[None, None], &["10.0.0.0/17", "10.0.128.0/17"]);
        check("10.0.0.0/16", &[None, Some(24), None], &["10.0.64.0/18", "10.0.0.0/24", "10.0.128.0/18"]);
        check("10.0.0.0/16", &[Some(28), Some(24)], &["10.0.0.0/28", "10.0.1.0/24"]);
    }

    #[test]
    fn what_does_not_fit_is_an_error() {
        let network = CidrBlock::parse("10.0.0.0/26").unwrap();
        assert_eq!(share(network, &[Some(26), Some(28)]).unwrap_err().code(), "ec2::cidr-space");
        assert_eq!(share(network, &[Some(29)]).unwrap_err().code(), "ec2::cidr-mask");
    }
}
