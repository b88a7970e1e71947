//! Damaged specifications, schemas and extracts: always an error that names the place, or source that is Rust; never a panic.
//!
//! Seeded, so that a failure can be repeated. `FUZZ_SECONDS` says for how long; by default for a few.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use codegen::{Error, Model};
use serde_json::{Map, Value, json};

const SPECIFICATION: &str = include_str!("made_up/specification.json");
const SCHEMA: &str = include_str!("made_up/schema.json");

/// A small generator of numbers: xorshift, as good as is needed here.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit.max(1) as u64).unwrap()
    }
}

/// What may stand anywhere.
fn odd_value(random: &mut Random) -> Value {
    let values = [
        json!(null),
        json!(true),
        json!(-1),
        json!(1e300),
        json!(""),
        json!("self"),
        json!("a b\u{0}\u{fffd}"),
        json!("#/definitions/Part"),
        json!("List"),
        json!("String"),
        json!([]),
        json!({}),
        json!([{}]),
        json!({ "type": "object", "properties": { "fn": { "type": "string" } } }),
    ];
    values[random.below(values.len())].clone()
}

fn odd_name(random: &mut Random) -> String {
    let names =
        ["", "fn", "Self", "9", "A.B", "Type", "Properties", "ItemType", "PrimitiveType", "é", "Tag", "properties"];
    names[random.below(names.len())].to_owned()
}

/// Changes one place below a value.
fn damage(value: &mut Value, random: &mut Random) {
    match value {
        Value::Object(object) if !object.is_empty() && random.below(8) > 0 => damage_object(object, random),
        Value::Array(list) if !list.is_empty() && random.below(8) > 0 => {
            let index = random.below(list.len());
            match random.below(6) {
                0 => drop(list.remove(index)),
                1 => list.push(odd_value(random)),
                _ => damage(&mut list[index], random),
            }
        }
        other => *other = odd_value(random),
    }
}

fn damage_object(object: &mut Map<String, Value>, random: &mut Random) {
    let key = object.keys().nth(random.below(object.len())).unwrap().clone();
    match random.below(12) {
        0 => drop(object.remove(&key)),
        1 => {
            let moved = object.remove(&key).unwrap();
            object.insert(odd_name(random), moved);
        }
        2 => drop(object.insert(odd_name(random), odd_value(random))),
        3 => {
            let other = object.values().nth(random.below(object.len())).unwrap().clone();
            object.insert(key, other);
        }
        _ => damage(object.get_mut(&key).unwrap(), random),
    }
}

/// The text with a few bytes changed or cut off.
fn damage_text(text: &str, random: &mut Random) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..random.below(3) {
        let index = random.below(bytes.len());
        bytes[index] = b"{}[]\",:0a\\\xff"[random.below(11)];
    }
    if random.below(2) == 0 {
        bytes.truncate(random.below(bytes.len()));
    }
    bytes
}

/// A damaged copy of a document.
fn damaged(document: &str, random: &mut Random) -> Vec<u8> {
    if random.below(5) == 0 {
        return damage_text(document, random);
    }
    let mut value: Value = serde_json::from_str(document).unwrap();
    for _ in 0..=random.below(4) {
        damage(&mut value, random);
    }
    serde_json::to_vec(&value).unwrap()
}

/// Emits all that was understood; what is emitted is Rust, or `emit` says that it is not.
fn emit(model: &Model) -> Result<(), Error> {
    model.services.keys().try_for_each(|service| codegen::emit(model, service).map(drop))
}

/// Runs a reader on damaged copies of a document, until the time is over. Some copies must be understood, most refused.
fn check(name: &str, document: &str, read: impl Fn(&[u8]) -> Result<(), Error>) {
    let seconds = std::env::var("FUZZ_SECONDS").ok().and_then(|seconds| seconds.parse().ok()).unwrap_or(3);
    let (start, mut understood, mut refused) = (Instant::now(), 0, 0);
    let mut seed = 0;
    while start.elapsed() < Duration::from_secs(seconds) / 3 || seed < 200 {
        seed += 1;
        let bytes =
            damaged(document, &mut Random(0x9e37_79b9_7f4a_7c15 ^ u64::wrapping_mul(seed, 0x2545_f491_4f6c_dd1d)));
        match catch_unwind(AssertUnwindSafe(|| read(&bytes))) {
            Ok(Ok(())) => understood += 1,
            Ok(Err(error)) => {
                let message = error.to_string();
                assert!(message.contains('`'), "{name}, seed {seed}: `{message}` names no place");
                assert!(!matches!(error, Error::NotRust { .. }), "{name}, seed {seed}: {message}");
                refused += 1;
            }
            Err(_) => panic!("{name}, seed {seed}: panics on {}", String::from_utf8_lossy(&bytes)),
        }
    }
    assert!(understood > 0 && refused > 0, "{name}: {understood} understood, {refused} refused");
}

#[test]
fn damaged_specifications() {
    check("specification", SPECIFICATION, |json| emit(&codegen::read(json)?));
}

#[test]
fn damaged_schemas() {
    check("schema", SCHEMA, |json| {
        let resource = codegen::schema::read(json)?;
        let mut model = codegen::read(SPECIFICATION.as_bytes())?;
        codegen::merge(&mut model, vec![resource])?;
        emit(&model)
    });
}

#[test]
fn damaged_extracts() {
    let resource = codegen::schema::read(SCHEMA.as_bytes()).unwrap();
    let extract = codegen::extract::write(&[resource]).unwrap();
    check("extract", &extract, |json| {
        let mut model = codegen::read(SPECIFICATION.as_bytes())?;
        codegen::merge(&mut model, codegen::extract::read(json)?)?;
        emit(&model)
    });
}
