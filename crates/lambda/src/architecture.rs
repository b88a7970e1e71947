//! Instruction sets of functions.

/// The instruction set that a function is built for.
///
/// Source: <https://docs.aws.amazon.com/lambda/latest/dg/foundation-arch.html>.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Architecture {
    /// `arm64`.
    Arm64,
    /// `x86_64`.
    X86_64,
    /// One that AWS added later.
    Other(String),
}

impl Architecture {
    /// The name as the template has it.
    pub fn name(&self) -> &str {
        match self {
            Architecture::Arm64 => "arm64",
            Architecture::X86_64 => "x86_64",
            Architecture::Other(name) => name,
        }
    }
}
