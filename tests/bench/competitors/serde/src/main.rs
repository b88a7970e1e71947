//! The smallest program with serde's derive: what a clean build of that costs.

#[derive(serde::Serialize)]
struct Empty {}

fn main() {
    println!("{}", serde_json::to_string(&Empty {}).unwrap_or_default());
}
