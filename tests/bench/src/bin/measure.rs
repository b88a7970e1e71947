//! Runs a program, and tells what it takes: wall time, CPU time and memory, with all programs that it starts.
//!
//! `measure REPORT PROGRAM ARGUMENT…` writes `{"wall": seconds, "cpu": seconds, "memory": KiB}`. It is a small program of its own
//! since the kernel sums up all children of a process, and counts into the memory of each that of the process which started it.
//!
//! As `RUSTC_WRAPPER`, with a file in `MEASURE_COMPILERS`, it adds the name of the crate and the CPU seconds of each compilation to it.
#![allow(clippy::print_stderr, reason = "a program may tell why it failed")]

use std::error::Error;
use std::ffi::{OsStr, OsString};
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::process::{Command, ExitCode, ExitStatus, Stdio};
use std::time::Instant;

use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    let result = match (std::env::var_os("MEASURE_COMPILERS"), &arguments[..]) {
        (Some(log), [compiler, arguments @ ..]) => compile(&log, compiler, arguments),
        (None, [report, program, arguments @ ..]) => measure(report, program, arguments),
        _ => Err("usage: measure REPORT PROGRAM ARGUMENT…".into()),
    };
    match result {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        Ok(status) => ExitCode::from(status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(1)),
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn measure(report: &OsStr, program: &OsStr, arguments: &[OsString]) -> Result<ExitStatus, Box<dyn Error>> {
    let start = Instant::now();
    let status = Command::new(program).args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).status()?;
    let wall = start.elapsed().as_secs_f64();
    let (cpu, memory) = of_children()?;
    fs::write(report, format!("{{\"wall\": {wall}, \"cpu\": {cpu}, \"memory\": {memory}}}"))?;
    Ok(status)
}

fn compile(log: &OsStr, compiler: &OsStr, arguments: &[OsString]) -> Result<ExitStatus, Box<dyn Error>> {
    let status = Command::new(compiler).args(arguments).status()?;
    let name = arguments.iter().position(|argument| argument == "--crate-name").and_then(|at| arguments.get(at + 1));
    // Cargo asks for what the compiler can by compiling nothing under this name.
    if let Some(name) = name.filter(|name| *name != "___") {
        let (cpu, _) = of_children()?;
        let line = format!("{} {cpu}\n", name.display());
        OpenOptions::new().create(true).append(true).open(log)?.write_all(line.as_bytes())?;
    }
    Ok(status)
}

/// CPU seconds of all, and KiB of the largest.
fn of_children() -> Result<(f64, i64), Box<dyn Error>> {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let microseconds = usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
    Ok((microseconds as f64 / 1e6, usage.max_rss()))
}
