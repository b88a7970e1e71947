//! `cargo xtask parity [NAME…]`: compares the ported cases with what was recorded.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "the report of a tool")]

use std::process::ExitCode;

use parity::Outcome;

fn main() -> anyhow::Result<ExitCode> {
    let known = parity::names()?;
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    if let Some(unknown) = wanted.iter().find(|name| !known.contains(name)) {
        let nearest = parity::nearest(unknown, &known).unwrap_or_default();
        eprintln!("there is no case `{unknown}`; the nearest is `{nearest}`");
        return Ok(ExitCode::from(2));
    }
    let names = if wanted.is_empty() { &known } else { &wanted };
    let (mut identical, mut different, mut pending) = (0, 0, Vec::new());
    for name in names {
        match parity::check(name)? {
            Outcome::Identical => identical += 1,
            Outcome::Different(report) => {
                different += 1;
                println!("{report}");
            }
            Outcome::Pending => pending.push(format!("{name} (recorded, without a port)")),
            Outcome::Unrecorded => pending.push(format!("{name} (a port of what is not recorded)")),
        }
    }
    for name in &pending {
        println!("pending: {name}");
    }
    println!("parity: {identical} identical, {different} differ, {} pending", pending.len());
    Ok(if different > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
