//! Runtimes of functions.

use std::borrow::Cow;

/// The languages that runtimes are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RuntimeFamily {
    /// Node.js.
    NodeJs,
    /// Java.
    Java,
    /// Python.
    Python,
    /// .NET.
    DotNetCore,
    /// Ruby.
    Ruby,
    /// A runtime that the function brings along, as functions in Rust do.
    Other,
}

/// What runs a function's code.
///
/// Source: <https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html>.
///
/// ```
/// use aws_cdk_lambda::Runtime;
///
/// assert_eq!(Runtime::NODEJS_22_X.name(), "nodejs22.x");
/// assert_eq!(Runtime::new("nodejs26.x").name(), "nodejs26.x");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Runtime {
    name: Cow<'static, str>,
}

impl Runtime {
    /// `nodejs16.x`.
    pub const NODEJS_16_X: Runtime = Runtime::known("nodejs16.x");
    /// `nodejs18.x`.
    pub const NODEJS_18_X: Runtime = Runtime::known("nodejs18.x");
    /// `nodejs20.x`.
    pub const NODEJS_20_X: Runtime = Runtime::known("nodejs20.x");
    /// `nodejs22.x`.
    pub const NODEJS_22_X: Runtime = Runtime::known("nodejs22.x");
    /// `nodejs24.x`.
    pub const NODEJS_24_X: Runtime = Runtime::known("nodejs24.x");
    /// `python3.8`.
    pub const PYTHON_3_8: Runtime = Runtime::known("python3.8");
    /// `python3.9`.
    pub const PYTHON_3_9: Runtime = Runtime::known("python3.9");
    /// `python3.10`.
    pub const PYTHON_3_10: Runtime = Runtime::known("python3.10");
    /// `python3.11`.
    pub const PYTHON_3_11: Runtime = Runtime::known("python3.11");
    /// `python3.12`.
    pub const PYTHON_3_12: Runtime = Runtime::known("python3.12");
    /// `python3.13`.
    pub const PYTHON_3_13: Runtime = Runtime::known("python3.13");
    /// `python3.14`.
    pub const PYTHON_3_14: Runtime = Runtime::known("python3.14");
    /// `python3.15`.
    pub const PYTHON_3_15: Runtime = Runtime::known("python3.15");
    /// `java8.al2`.
    pub const JAVA_8_CORRETTO: Runtime = Runtime::known("java8.al2");
    /// `java11`.
    pub const JAVA_11: Runtime = Runtime::known("java11");
    /// `java17`.
    pub const JAVA_17: Runtime = Runtime::known("java17");
    /// `java21`.
    pub const JAVA_21: Runtime = Runtime::known("java21");
    /// `java25`.
    pub const JAVA_25: Runtime = Runtime::known("java25");
    /// `java8.al2023`.
    pub const JAVA_8_AL2023: Runtime = Runtime::known("java8.al2023");
    /// `java11.al2023`.
    pub const JAVA_11_AL2023: Runtime = Runtime::known("java11.al2023");
    /// `java17.al2023`.
    pub const JAVA_17_AL2023: Runtime = Runtime::known("java17.al2023");
    /// `dotnet6`.
    pub const DOTNET_6: Runtime = Runtime::known("dotnet6");
    /// `dotnet8`.
    pub const DOTNET_8: Runtime = Runtime::known("dotnet8");
    /// `dotnet9`.
    pub const DOTNET_9: Runtime = Runtime::known("dotnet9");
    /// `dotnet10`.
    pub const DOTNET_10: Runtime = Runtime::known("dotnet10");
    /// `ruby3.2`.
    pub const RUBY_3_2: Runtime = Runtime::known("ruby3.2");
    /// `ruby3.3`.
    pub const RUBY_3_3: Runtime = Runtime::known("ruby3.3");
    /// `ruby3.4`.
    pub const RUBY_3_4: Runtime = Runtime::known("ruby3.4");
    /// `ruby4.0`.
    pub const RUBY_4_0: Runtime = Runtime::known("ruby4.0");
    /// `provided.al2`.
    pub const PROVIDED_AL2: Runtime = Runtime::known("provided.al2");
    /// `provided.al2023`.
    pub const PROVIDED_AL2023: Runtime = Runtime::known("provided.al2023");
    /// `nodejs`, which AWS no longer supports.
    pub const NODEJS: Runtime = Runtime::known("nodejs");
    /// `nodejs4.3`, which AWS no longer supports.
    pub const NODEJS_4_3: Runtime = Runtime::known("nodejs4.3");
    /// `nodejs6.10`, which AWS no longer supports.
    pub const NODEJS_6_10: Runtime = Runtime::known("nodejs6.10");
    /// `nodejs8.10`, which AWS no longer supports.
    pub const NODEJS_8_10: Runtime = Runtime::known("nodejs8.10");
    /// `nodejs10.x`, which AWS no longer supports.
    pub const NODEJS_10_X: Runtime = Runtime::known("nodejs10.x");
    /// `nodejs12.x`, which AWS no longer supports.
    pub const NODEJS_12_X: Runtime = Runtime::known("nodejs12.x");
    /// `nodejs14.x`, which AWS no longer supports.
    pub const NODEJS_14_X: Runtime = Runtime::known("nodejs14.x");
    /// `python2.7`, which AWS no longer supports.
    pub const PYTHON_2_7: Runtime = Runtime::known("python2.7");
    /// `python3.6`, which AWS no longer supports.
    pub const PYTHON_3_6: Runtime = Runtime::known("python3.6");
    /// `python3.7`, which AWS no longer supports.
    pub const PYTHON_3_7: Runtime = Runtime::known("python3.7");
    /// `java8`, which AWS no longer supports.
    pub const JAVA_8: Runtime = Runtime::known("java8");
    /// `dotnetcore1.0`, which AWS no longer supports.
    pub const DOTNET_CORE_1: Runtime = Runtime::known("dotnetcore1.0");
    /// `dotnetcore2.0`, which AWS no longer supports.
    pub const DOTNET_CORE_2: Runtime = Runtime::known("dotnetcore2.0");
    /// `dotnetcore2.1`, which AWS no longer supports.
    pub const DOTNET_CORE_2_1: Runtime = Runtime::known("dotnetcore2.1");
    /// `dotnetcore3.1`, which AWS no longer supports.
    pub const DOTNET_CORE_3_1: Runtime = Runtime::known("dotnetcore3.1");
    /// `go1.x`, which AWS no longer supports.
    pub const GO_1_X: Runtime = Runtime::known("go1.x");
    /// `ruby2.5`, which AWS no longer supports.
    pub const RUBY_2_5: Runtime = Runtime::known("ruby2.5");
    /// `ruby2.7`, which AWS no longer supports.
    pub const RUBY_2_7: Runtime = Runtime::known("ruby2.7");
    /// `provided`, which AWS no longer supports.
    pub const PROVIDED: Runtime = Runtime::known("provided");

    pub(crate) const fn known(name: &'static str) -> Self {
        Self { name: Cow::Borrowed(name) }
    }

    /// A runtime that AWS added later, or no longer supports.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into().into() }
    }

    /// The name of the runtime as the template has it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The language that it is for.
    pub fn family(&self) -> RuntimeFamily {
        const FAMILIES: [(&str, RuntimeFamily); 5] = [
            ("nodejs", RuntimeFamily::NodeJs),
            ("java", RuntimeFamily::Java),
            ("python", RuntimeFamily::Python),
            ("dotnet", RuntimeFamily::DotNetCore),
            ("ruby", RuntimeFamily::Ruby),
        ];
        let found = FAMILIES.iter().find(|(prefix, _)| self.name.starts_with(prefix));
        found.map_or(RuntimeFamily::Other, |(_, family)| *family)
    }

    /// Whether code can stand in the template: CloudFormation does that for Node.js and Python.
    /// Source: <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-lambda-function-code.html>.
    pub fn supports_inline_code(&self) -> bool {
        matches!(self.family(), RuntimeFamily::NodeJs | RuntimeFamily::Python)
    }
}
