//! States that do the same for each element of a list.

use aws_cdk_core::{Diagnostic, IConstruct, Json, Node, Object, Value, cfn_json};

use super::{Kind, error_methods, head, next_method, setters, state_handle};
use crate::chain::IChainable;
use crate::condition::{is_jsonata, not_jsonata};
use crate::path::StatePath;
use crate::query_language::QueryLanguage;
use crate::state::{Props, State, put};

/// How the elements of a list are processed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ProcessorMode {
    /// `INLINE`: in the same execution.
    Inline,
}

impl ProcessorMode {
    /// The value as the definition has it.
    pub fn as_str(self) -> &'static str {
        match self {
            ProcessorMode::Inline => "INLINE",
        }
    }
}

/// The elements; JSONata.
#[derive(Clone, Debug)]
pub struct ProvideItems {
    items: Json,
}

impl ProvideItems {
    /// A list.
    pub fn json_array(items: impl Into<Value<Json>>) -> Self {
        Self { items: items.into().into_json() }
    }

    /// An expression in JSONata that gives a list.
    pub fn jsonata(expression: impl Into<Value<String>>) -> Self {
        Self { items: expression.into().into_json() }
    }
}

#[derive(Clone, Debug, Default)]
pub(crate) struct MapOptions {
    max_concurrency: Option<Value<i64>>,
    max_concurrency_path: Option<StatePath>,
    jsonata_max_concurrency: Option<Value<String>>,
    items: Option<ProvideItems>,
    items_path: Option<StatePath>,
    item_selector: Option<Json>,
    jsonata_item_selector: Option<Value<String>>,
}

/// Does the same for each element of a list, and gives the list of what came out.
///
/// Source: <https://docs.aws.amazon.com/step-functions/latest/dg/state-map.html>.
///
/// ```
/// use aws_cdk_core::{App, Stack};
/// use aws_cdk_stepfunctions::{Map, Pass};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let books = Map::builder(&stack, "Books").items_path("$.books").max_concurrency(5).build();
/// books.item_processor(&Pass::new(&stack, "Book"));
/// ```
#[derive(Clone, Debug)]
pub struct Map {
    state: State,
}

state_handle!(Map);
next_method!(Map);
error_methods!(Map);

impl Map {
    /// A state without a processor yet.
    #[track_caller]
    pub fn new(scope: &impl IConstruct, id: impl Into<String>) -> Self {
        Self::builder(scope, id).build()
    }

    /// Starts a state with options.
    pub fn builder(scope: &impl IConstruct, id: impl Into<String>) -> MapBuilder {
        let (props, options) = (Props::default(), MapOptions::default());
        MapBuilder { scope: scope.node().clone(), id: id.into(), props, options }
    }

    /// Starts a state in JSONata.
    pub fn jsonata(scope: &impl IConstruct, id: impl Into<String>) -> MapBuilder {
        Self::builder(scope, id).query_language(QueryLanguage::Jsonata)
    }

    /// What is done for each element.
    #[track_caller]
    pub fn item_processor(&self, processor: &dyn IChainable) -> &Self {
        self.state.set_processor(&processor.start_state());
        self
    }

    /// What is done for each element, in the older form of definitions. Prefer [`Map::item_processor`].
    #[track_caller]
    pub fn iterator(&self, iterator: &dyn IChainable) -> &Self {
        self.state.set_iterator(&iterator.start_state());
        self
    }
}

/// Builds a [`Map`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct MapBuilder {
    scope: Node,
    id: String,
    props: Props,
    options: MapOptions,
}

impl MapBuilder {
    setters!(
        comment,
        state_name,
        query_language,
        input_path,
        output_path,
        result_path,
        result_selector,
        parameters,
        outputs,
        assign,
    );

    /// How many elements are processed at once. Default: that of Step Functions, as many as possible.
    pub fn max_concurrency(mut self, value: impl Into<Value<i64>>) -> Self {
        self.options.max_concurrency = Some(value.into());
        self
    }

    /// Where it stands how many elements are processed at once; JSONPath. Default: none.
    pub fn max_concurrency_path(mut self, value: impl Into<StatePath>) -> Self {
        self.options.max_concurrency_path = Some(value.into());
        self
    }

    /// How many elements are processed at once, as an expression in JSONata. Default: none.
    pub fn jsonata_max_concurrency(mut self, value: impl Into<Value<String>>) -> Self {
        self.options.jsonata_max_concurrency = Some(value.into());
        self
    }

    /// The elements; JSONata. Default: the input.
    pub fn items(mut self, value: ProvideItems) -> Self {
        self.options.items = Some(value);
        self
    }

    /// Where the elements are; JSONPath. Default: that of Step Functions, `$`.
    pub fn items_path(mut self, value: impl Into<StatePath>) -> Self {
        self.options.items_path = Some(value.into());
        self
    }

    /// What is passed on for each element. In JSONPath, a key that ends in `.$` has a path as its value. Default: the element.
    pub fn item_selector(mut self, value: impl Into<Value<Json>>) -> Self {
        self.options.item_selector = Some(value.into().into_json());
        self
    }

    /// What is passed on for each element, as an expression in JSONata. Default: the element.
    pub fn jsonata_item_selector(mut self, value: impl Into<Value<String>>) -> Self {
        self.options.jsonata_item_selector = Some(value.into());
        self
    }

    /// Adds the state. Errors: `stepfunctions::json-path`, `stepfunctions::jsonata`, `stepfunctions::map-options`, those of
    /// ids, and when synthesizing `stepfunctions::map-processor`.
    #[track_caller]
    pub fn build(self) -> Map {
        let options = self.options.clone();
        let has_parameters = self.props.parameters.is_some();
        let state = State::new(
            &self.scope,
            &self.id,
            "aws-cdk-stepfunctions.Map",
            self.props,
            Kind::Map(Box::new(self.options)),
        );
        options.check(state.node(), has_parameters);
        let validated = state.clone();
        let (none, both) =
            (wrong_processor("a map state has no processor"), wrong_processor("a map state has two processors"));
        state.node().add_validation(move || match (validated.iterator(), validated.processor()) {
            (None, None) => vec![none.clone()],
            (Some(_), Some(_)) => vec![both.clone()],
            _ => Vec::new(),
        });
        Map { state }
    }
}

#[track_caller]
fn wrong_processor(message: &str) -> Diagnostic {
    Diagnostic::error("stepfunctions::map-processor", message)
        .help("say once what is done for each element: with `item_processor`")
}

impl MapOptions {
    #[track_caller]
    fn check(&self, node: &Node, has_parameters: bool) {
        for path in [&self.max_concurrency_path, &self.items_path].into_iter().flatten() {
            path.check(node);
        }
        for expression in [&self.jsonata_max_concurrency, &self.jsonata_item_selector].into_iter().flatten() {
            if let Some(text) = expression.as_literal().filter(|text| !is_jsonata(text)) {
                node.report(not_jsonata(text));
            }
        }
        let concurrencies = [
            self.max_concurrency.is_some(),
            self.max_concurrency_path.is_some(),
            self.jsonata_max_concurrency.is_some(),
        ];
        let is_negative = self.max_concurrency.as_ref().and_then(|max| max.as_literal()).is_some_and(|max| max < 0);
        let selectors = [has_parameters, self.item_selector.is_some(), self.jsonata_item_selector.is_some()];
        let several = |given: [bool; 3]| given.into_iter().filter(|given| *given).count() > 1;
        for (is_wrong, message, help) in [
            (is_negative, "the maximum concurrency is negative", "use 0 or more"),
            (several(concurrencies), "the maximum concurrency is given twice", "give it once"),
            (several(selectors), "what is passed on for each element is given twice", "give one item selector"),
        ] {
            if is_wrong {
                node.report(Diagnostic::error("stepfunctions::map-options", message).help(help));
            }
        }
    }
}

pub(super) fn render(state: &State, options: &MapOptions, language: Option<QueryLanguage>, json: &mut Object) {
    head(state, "Map", language, json);
    state.put_result_path(json);
    state.put_next(json);
    state.put_input_output(json);
    state.put_result_selector(json);
    state.put_retries_and_catches(json);
    put(json, "Items", options.items.as_ref().map(|items| items.items.clone()));
    put(json, "ItemsPath", options.items_path.as_ref().map(StatePath::to_json));
    let jsonata_selector = options.jsonata_item_selector.clone().map(Value::into_json);
    put(json, "ItemSelector", options.item_selector.clone().or(jsonata_selector));
    if let Some(processor) = state.processor() {
        let mut own = Object::new();
        own.insert("ProcessorConfig", cfn_json!({ "Mode": ProcessorMode::Inline.as_str() }));
        own.extend(processor.to_json(None));
        json.insert("ItemProcessor", Json::Object(own));
    }
    let is_zero = |max: &Value<i64>| max.as_literal() == Some(0);
    put(json, "MaxConcurrency", options.max_concurrency.clone().filter(|max| !is_zero(max)));
    put(json, "MaxConcurrencyPath", options.max_concurrency_path.as_ref().map(StatePath::to_json));
    put(json, "MaxConcurrency", options.jsonata_max_concurrency.clone());
    state.put_assign(json);
    if let Some(iterator) = state.iterator() {
        json.insert("Iterator", Json::Object(iterator.to_json(None)));
    }
}
