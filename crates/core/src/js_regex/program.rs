//! The program that an expression becomes, and its run over a text.

use super::class::CharClass;
use super::parse::Node;
use super::{Flags, canonical};

/// Counted repetitions are written out, so that an expression can ask for any size; none sensible comes near this.
const MAX_LENGTH: usize = 50_000;

/// Instructions; a path through them that reaches [`Step::Match`] matches.
#[derive(Clone, Debug)]
pub(super) struct Program {
    steps: Vec<Step>,
}

#[derive(Clone, Debug)]
enum Step {
    Unit(u32),
    Any,
    Class {
        class: CharClass,
        negated: bool,
    },
    /// The start of the text, or of any of its lines.
    Start {
        of_lines: bool,
    },
    /// The end of the text, or of any of its lines.
    End {
        of_lines: bool,
    },
    Boundary {
        negated: bool,
    },
    /// The steps of the body follow; where it ends with a match (or must not), go on at `next`.
    Look {
        negated: bool,
        next: usize,
    },
    /// Go on at both.
    Split(usize, usize),
    Jump(usize),
    Match,
}

impl Program {
    /// `None` if the program would be too long.
    pub(super) fn compile(node: &Node, flags: Flags) -> Option<Self> {
        let mut program = Self { steps: Vec::new() };
        program.emit(node, flags)?;
        program.push(Step::Match)?;
        Some(program)
    }

    fn push(&mut self, step: Step) -> Option<usize> {
        self.steps.push(step);
        (self.steps.len() <= MAX_LENGTH).then_some(self.steps.len() - 1)
    }

    /// A place for a step whose target is not known yet.
    fn reserve(&mut self) -> Option<usize> {
        self.push(Step::Jump(0))
    }

    fn emit(&mut self, node: &Node, flags: Flags) -> Option<()> {
        match node {
            Node::Unit(unit) => {
                self.push(Step::Unit(if flags.ignore_case { canonical(*unit) } else { *unit }))?;
            }
            Node::Any => {
                self.push(Step::Any)?;
            }
            Node::Class { class, negated } => {
                let class = if flags.ignore_case { class.map(canonical) } else { class.clone() };
                self.push(Step::Class { class, negated: *negated })?;
            }
            Node::Start => {
                self.push(Step::Start { of_lines: flags.multiline })?;
            }
            Node::End => {
                self.push(Step::End { of_lines: flags.multiline })?;
            }
            Node::Boundary { negated } => {
                self.push(Step::Boundary { negated: *negated })?;
            }
            Node::Look { body, negated } => {
                let look = self.reserve()?;
                self.emit(body, flags)?;
                let next = self.push(Step::Match)? + 1;
                self.set(look, Step::Look { negated: *negated, next });
            }
            Node::Sequence(parts) => {
                for part in parts {
                    self.emit(part, flags)?;
                }
            }
            Node::Alternatives(alternatives) => self.emit_alternatives(alternatives, flags)?,
            Node::Repeat { body, min, max } => self.emit_repeat(body, *min, *max, flags)?,
        }
        Some(())
    }

    fn emit_alternatives(&mut self, alternatives: &[Node], flags: Flags) -> Option<()> {
        let Some((last, others)) = alternatives.split_last() else {
            return Some(());
        };
        let mut jumps = Vec::with_capacity(others.len());
        for alternative in others {
            let split = self.reserve()?;
            self.emit(alternative, flags)?;
            jumps.push(self.reserve()?);
            self.set(split, Step::Split(split + 1, self.steps.len()));
        }
        self.emit(last, flags)?;
        for jump in jumps {
            self.set(jump, Step::Jump(self.steps.len()));
        }
        Some(())
    }

    fn emit_repeat(&mut self, body: &Node, min: u32, max: Option<u32>, flags: Flags) -> Option<()> {
        for _ in 0..min {
            self.emit(body, flags)?;
        }
        let Some(max) = max else {
            let split = self.reserve()?;
            self.emit(body, flags)?;
            let next = self.push(Step::Jump(split))? + 1;
            self.set(split, Step::Split(split + 1, next));
            return Some(());
        };
        let mut splits = Vec::new();
        for _ in min..max {
            splits.push(self.reserve()?);
            self.emit(body, flags)?;
        }
        let end = self.steps.len();
        for split in splits {
            self.set(split, Step::Split(split + 1, end));
        }
        Some(())
    }

    fn set(&mut self, at: usize, step: Step) {
        if let Some(slot) = self.steps.get_mut(at) {
            *slot = step;
        }
    }

    /// Whether a match starts anywhere in `text`.
    pub(super) fn matches_somewhere(&self, text: &[u32]) -> bool {
        self.run(0, text, 0, false)
    }

    /// Runs from the step `start` at the index `at` of the text; if not `anchored`, at every later index too.
    fn run(&self, start: usize, text: &[u32], mut at: usize, anchored: bool) -> bool {
        let mut current = Threads::new(self.steps.len());
        let mut next = Threads::new(self.steps.len());
        current.pending.push(start);
        loop {
            if self.follow(&mut current, text, at) {
                return true;
            }
            let Some(unit) = text.get(at) else {
                return false;
            };
            for step in &current.waiting {
                let consumed = match self.steps.get(*step) {
                    Some(Step::Unit(expected)) => expected == unit,
                    Some(Step::Any) => !ends_line(*unit),
                    Some(Step::Class { class, negated }) => class.contains(*unit) != *negated,
                    _ => false,
                };
                if consumed {
                    next.pending.push(step + 1);
                }
            }
            at += 1;
            if !anchored {
                next.pending.push(start);
            } else if next.pending.is_empty() {
                return false;
            }
            std::mem::swap(&mut current, &mut next);
            next.clear();
        }
    }

    /// Follows all pending threads up to the steps that consume a unit; true once one matches.
    fn follow(&self, threads: &mut Threads, text: &[u32], at: usize) -> bool {
        while let Some(step) = threads.pending.pop() {
            if !threads.visit(step) {
                continue;
            }
            match self.steps.get(step) {
                None | Some(Step::Match) => return true,
                Some(Step::Jump(to)) => threads.pending.push(*to),
                Some(Step::Split(one, other)) => threads.pending.extend([*one, *other]),
                Some(Step::Start { of_lines }) if at == 0 || *of_lines && is_line_end(text, at - 1) => {
                    threads.pending.push(step + 1);
                }
                Some(Step::End { of_lines }) if at == text.len() || *of_lines && is_line_end(text, at) => {
                    threads.pending.push(step + 1);
                }
                Some(Step::Boundary { negated }) if is_boundary(text, at) != *negated => {
                    threads.pending.push(step + 1);
                }
                Some(Step::Look { negated, next }) if self.run(step + 1, text, at, true) != *negated => {
                    threads.pending.push(*next);
                }
                Some(Step::Unit(_) | Step::Any | Step::Class { .. }) => threads.waiting.push(step),
                Some(_) => {}
            }
        }
        false
    }
}

fn ends_line(unit: u32) -> bool {
    matches!(unit, 0x0A | 0x0D | 0x2028 | 0x2029)
}

fn is_line_end(text: &[u32], at: usize) -> bool {
    text.get(at).is_some_and(|unit| ends_line(*unit))
}

/// Whether a word starts or ends between two units.
fn is_boundary(text: &[u32], at: usize) -> bool {
    let is_word = |unit: Option<&u32>| {
        unit.and_then(|unit| char::from_u32(*unit)).is_some_and(|c| c.is_ascii_alphanumeric() || c == '_')
    };
    let before = at.checked_sub(1).and_then(|before| text.get(before));
    is_word(before) != is_word(text.get(at))
}

/// The steps that have been reached at one index of the text.
struct Threads {
    /// For each step the last round in which it was reached.
    visited: Vec<usize>,
    round: usize,
    /// Still to be followed.
    pending: Vec<usize>,
    /// Waiting for a unit.
    waiting: Vec<usize>,
}

impl Threads {
    fn new(steps: usize) -> Self {
        Self { visited: vec![0; steps], round: 1, pending: Vec::new(), waiting: Vec::new() }
    }

    /// Whether this is the first visit.
    fn visit(&mut self, step: usize) -> bool {
        let round = self.round;
        self.visited.get_mut(step).is_some_and(|visited| std::mem::replace(visited, round) != round)
    }

    fn clear(&mut self) {
        self.round += 1;
        self.waiting.clear();
        self.pending.clear();
    }
}
