//! States that do several things at once.

use aws_cdk_core::{Diagnostic, IConstruct, Json, Node, Object, Value};

use super::{Kind, error_methods, head, next_method, setters, state_handle};
use crate::chain::IChainable;
use crate::query_language::QueryLanguage;
use crate::state::{Props, State};

/// Goes through several branches at once, and gives a list of what they give.
///
/// Source: <https://docs.aws.amazon.com/step-functions/latest/dg/state-parallel.html>.
///
/// ```
/// use aws_cdk_core::{App, Stack};
/// use aws_cdk_stepfunctions::{CatchProps, Fail, Parallel, Pass, RetryProps};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let both = Parallel::new(&stack, "Both");
/// both.branch(&Pass::new(&stack, "One")).branch(&Pass::new(&stack, "Other"));
/// both.add_retry(RetryProps::new().max_attempts(2)).add_catch(&Fail::new(&stack, "Failed"), CatchProps::new());
/// ```
#[derive(Clone, Debug)]
pub struct Parallel {
    state: State,
}

state_handle!(Parallel);
next_method!(Parallel);
error_methods!(Parallel);

impl Parallel {
    /// A state without branches yet.
    #[track_caller]
    pub fn new(scope: &impl IConstruct, id: impl Into<String>) -> Self {
        Self::builder(scope, id).build()
    }

    /// Starts a state with options.
    pub fn builder(scope: &impl IConstruct, id: impl Into<String>) -> ParallelBuilder {
        ParallelBuilder { scope: scope.node().clone(), id: id.into(), props: Props::default() }
    }

    /// Starts a state in JSONata.
    pub fn jsonata(scope: &impl IConstruct, id: impl Into<String>) -> ParallelBuilder {
        Self::builder(scope, id).query_language(QueryLanguage::Jsonata)
    }

    /// Adds a branch.
    pub fn branch(&self, branch: &dyn IChainable) -> &Self {
        self.state.add_branch(&branch.start_state());
        self
    }
}

/// Builds a [`Parallel`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct ParallelBuilder {
    scope: Node,
    id: String,
    props: Props,
}

impl ParallelBuilder {
    setters!(
        comment,
        state_name,
        query_language,
        input_path,
        output_path,
        result_path,
        result_selector,
        parameters,
        arguments,
        outputs,
        assign,
    );

    /// Adds the state. Errors: `stepfunctions::json-path`, those of ids, and when synthesizing
    /// `stepfunctions::parallel-without-branches`.
    #[track_caller]
    pub fn build(self) -> Parallel {
        let type_name = "aws-cdk-stepfunctions.Parallel";
        let state = State::new(&self.scope, &self.id, type_name, self.props, Kind::Parallel);
        let validated = state.clone();
        let missing = Diagnostic::error("stepfunctions::parallel-without-branches", "a parallel state has no branches")
            .help("add some with `branch`");
        state.node().add_validation(move || if validated.has_branches() { Vec::new() } else { vec![missing.clone()] });
        Parallel { state }
    }
}

pub(super) fn render(state: &State, language: Option<QueryLanguage>, json: &mut Object) {
    head(state, "Parallel", language, json);
    state.put_result_path(json);
    state.put_next(json);
    state.put_input_output(json);
    state.put_retries_and_catches(json);
    let branches = state.branches();
    json.insert("Branches", Json::List(branches.iter().map(|graph| Json::Object(graph.to_json(None))).collect()));
    state.put_result_selector(json);
    state.put_assign(json);
}
