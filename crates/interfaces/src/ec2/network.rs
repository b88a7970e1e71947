//! Ranges of IPv4 addresses.

/// For L2 crates: a range of IPv4 addresses.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CidrBlock {
    first: u64,
    mask: u32,
}

impl CidrBlock {
    /// The first block of a size, in fixed bits, that starts at an address or after it.
    pub fn new(address: u64, mask: u32) -> Self {
        let size = Self::size_of(mask);
        Self { first: address.div_ceil(size) * size, mask }
    }

    /// Reads `10.0.0.0/16`. An address that does not start a block gives the next one, as in the CDK.
    pub fn parse(cidr: &str) -> Option<Self> {
        let (address, mask) = cidr.split_once('/')?;
        let mask = mask.parse().ok().filter(|mask| *mask <= 32)?;
        Some(Self::new(parse_address(address)?, mask))
    }

    /// The number of addresses in a block with that many fixed bits.
    pub fn size_of(mask: u32) -> u64 {
        1 << (32 - mask.min(32))
    }

    /// The number of fixed bits.
    pub fn mask(&self) -> u32 {
        self.mask
    }

    /// The first address.
    pub fn min_address(&self) -> u64 {
        self.first
    }

    /// The last address.
    pub fn max_address(&self) -> u64 {
        self.first + Self::size_of(self.mask) - 1
    }

    /// Whether all addresses of another block are in this one.
    pub fn contains(&self, other: &CidrBlock) -> bool {
        self.first <= other.first && other.max_address() <= self.max_address()
    }

    /// Whether the blocks share addresses.
    pub fn overlaps(&self, other: &CidrBlock) -> bool {
        self.first <= other.max_address() && other.first <= self.max_address()
    }

    /// The block as text.
    pub fn cidr(&self) -> String {
        let byte = |shift: u32| (self.first >> shift) & 255;
        format!("{}.{}.{}.{}/{}", byte(24), byte(16), byte(8), byte(0), self.mask)
    }
}

/// For L2 crates: an IPv4 address as a number.
#[doc(hidden)]
pub fn parse_address(address: &str) -> Option<u64> {
    let address: std::net::Ipv4Addr = address.parse().ok()?;
    Some(u64::from(u32::from(address)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_start_where_their_size_says() {
        let block = CidrBlock::parse("10.0.0.7/26").unwrap();
        assert_eq!((block.cidr().as_str(), block.max_address() - block.min_address()), ("10.0.0.64/26", 63));
        assert!(CidrBlock::parse("10.0.0.0/16").unwrap().contains(&block));
        assert!(!block.overlaps(&CidrBlock::parse("10.0.0.0/26").unwrap()));
        assert_eq!(CidrBlock::parse("10.0.0.0/33"), None);
    }
}
