//! An app of any size: `scaling STACKS CONSTRUCTS`, with so many constructs in each stack, itself counted.
#![allow(clippy::print_stderr, reason = "a program may tell why it failed")]

use std::process::ExitCode;

use aws_cdk_core::App;

fn main() -> ExitCode {
    let arguments: Result<Vec<usize>, _> = std::env::args().skip(1).map(|argument| argument.parse()).collect();
    let Ok([stacks, constructs]) = arguments.as_deref() else {
        eprintln!("usage: scaling STACKS CONSTRUCTS");
        return ExitCode::from(2);
    };
    match bench::synthesize(App::builder(), *stacks, *constructs) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
