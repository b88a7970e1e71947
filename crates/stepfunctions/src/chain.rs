//! Chains: states that follow each other.

use aws_cdk_core::{Diagnostic, IConstruct};

use crate::state::State;
use crate::states::{Parallel, ParallelBuilder};

/// What a state machine can go through: a state, or a chain of states.
pub trait IChainable {
    /// The id of the state that was added last.
    fn id(&self) -> String;

    /// The state that is first.
    fn start_state(&self) -> State;

    /// Where other states can follow.
    fn end_states(&self) -> Vec<Nextable>;
}

/// A place where another state can follow.
#[derive(Clone, Debug)]
pub struct Nextable {
    pub(crate) kind: NextableKind,
}

#[derive(Clone, Debug)]
pub(crate) enum NextableKind {
    /// After a state.
    State(State),
    /// Where no choice fits.
    DefaultOf(State),
}

impl Nextable {
    pub(crate) fn after(state: &State) -> Self {
        Self { kind: NextableKind::State(state.clone()) }
    }

    #[track_caller]
    fn follow(&self, next: &State) {
        match &self.kind {
            NextableKind::State(state) => state.make_next(next),
            NextableKind::DefaultOf(choice) => choice.make_default(next),
        }
    }
}

/// States that follow each other.
///
/// ```
/// use aws_cdk_core::{App, Stack};
/// use aws_cdk_stepfunctions::{Chain, Pass, Succeed};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let first = Pass::new(&stack, "First");
/// let chain = Chain::start(&first).next(&Pass::new(&stack, "Second")).next(&Succeed::new(&stack, "Done"));
/// ```
#[derive(Clone, Debug)]
pub struct Chain {
    id: String,
    start: State,
    ends: Vec<Nextable>,
}

impl IChainable for Chain {
    fn id(&self) -> String {
        self.id.clone()
    }

    fn start_state(&self) -> State {
        self.start.clone()
    }

    fn end_states(&self) -> Vec<Nextable> {
        self.ends.clone()
    }
}

impl Chain {
    /// A chain of what is there.
    pub fn start(state: &dyn IChainable) -> Self {
        Self::custom(state.start_state(), state.end_states(), state)
    }

    /// A chain that starts as one and ends as the other.
    pub fn sequence(start: &dyn IChainable, next: &dyn IChainable) -> Self {
        Self::custom(start.start_state(), next.end_states(), next)
    }

    /// A chain with a given start and ends.
    pub fn custom(start: State, ends: Vec<Nextable>, last_added: &dyn IChainable) -> Self {
        Self { id: last_added.id(), start, ends }
    }

    /// Lets another state or chain follow. Errors: `stepfunctions::chain-end` after a state that nothing can follow,
    /// `stepfunctions::state-has-next`.
    #[track_caller]
    pub fn next(&self, next: &dyn IChainable) -> Chain {
        if self.ends.is_empty() {
            self.start.node().report(
                Diagnostic::error(
                    "stepfunctions::chain-end",
                    format!("nothing can follow `{}`, the last state of the chain", self.id),
                )
                .help("end the chain there, or go on from a `Choice` with `afterwards`"),
            );
        }
        let next_state = next.start_state();
        for end in &self.ends {
            end.follow(&next_state);
        }
        Self::custom(self.start.clone(), next.end_states(), next)
    }

    /// The chain as the one branch of a parallel state, whose errors can be caught together.
    #[track_caller]
    pub fn to_single_state(&self, id: impl Into<String>) -> Parallel {
        self.to_single_state_with(id, |parallel| parallel)
    }

    /// As [`Chain::to_single_state`], with options of the parallel state.
    #[track_caller]
    pub fn to_single_state_with(
        &self,
        id: impl Into<String>,
        options: impl FnOnce(ParallelBuilder) -> ParallelBuilder,
    ) -> Parallel {
        let parallel = options(Parallel::builder(&self.start, id)).build();
        parallel.branch(self);
        parallel
    }
}
