//! Macros for literals with tokens inside: lists, and free-form JSON.

/// Builds a list of literals and tokens, each of which converts into an element on its own.
///
/// A plain array fits wherever all elements are of one type; this is for lists that mix them.
///
/// ```
/// use aws_cdk_core::{Aws, Fn, Value, cfn_list};
///
/// let joined = Fn::join("-", cfn_list!["books", Aws::REGION]);
/// let regions: Value<Vec<String>> = cfn_list!["eu-west-1", Aws::REGION];
/// ```
#[macro_export]
macro_rules! cfn_list {
    ($($item:expr),* $(,)?) => {
        <$crate::Value<::std::vec::Vec<_>> as ::core::iter::FromIterator<$crate::Value<_>>>::from_iter([
            $($crate::Value::from($item)),*
        ])
    };
}

/// Builds a free-form [`Json`](crate::Json) value with tokens inside; the syntax of `serde_json::json!`.
///
/// Keys are string literals or expressions in parentheses; values are anything that converts into a value.
///
/// ```
/// use aws_cdk_core::{Aws, cfn_json};
///
/// let name = "books";
/// let body = cfn_json!({
///     "openapi": "3.0.1",
///     "info": { "title": name, "x-region": Aws::REGION, "x-null": null },
///     "tags": ["a", true, 1.5],
/// });
/// ```
#[macro_export]
macro_rules! cfn_json {
    (null) => { $crate::Json::Null };
    ([ $($items:tt)* ]) => {{
        #[allow(unused_mut, clippy::vec_init_then_push)]
        let list = {
            let mut list: ::std::vec::Vec<$crate::Json> = ::std::vec::Vec::new();
            $crate::cfn_json!(@list list () $($items)*);
            list
        };
        $crate::Json::List(list)
    }};
    ({ $($entries:tt)* }) => {{
        #[allow(unused_mut)]
        let mut object = $crate::Object::new();
        $crate::cfn_json!(@object object $($entries)*);
        $crate::Json::Object(object)
    }};

    (@list $list:ident ()) => {};
    (@list $list:ident () null $(, $($rest:tt)*)?) => {
        $list.push($crate::Json::Null);
        $crate::cfn_json!(@list $list () $($($rest)*)?);
    };
    (@list $list:ident () [ $($inner:tt)* ] $(, $($rest:tt)*)?) => {
        $list.push($crate::cfn_json!([ $($inner)* ]));
        $crate::cfn_json!(@list $list () $($($rest)*)?);
    };
    (@list $list:ident () { $($inner:tt)* } $(, $($rest:tt)*)?) => {
        $list.push($crate::cfn_json!({ $($inner)* }));
        $crate::cfn_json!(@list $list () $($($rest)*)?);
    };
    (@list $list:ident () $value:expr $(, $($rest:tt)*)?) => {
        $list.push($crate::Json::from($crate::Value::<$crate::Json>::from($value)));
        $crate::cfn_json!(@list $list () $($($rest)*)?);
    };

    (@object $object:ident) => {};
    (@object $object:ident $key:tt : null $(, $($rest:tt)*)?) => {
        $object.insert($key, $crate::Json::Null);
        $crate::cfn_json!(@object $object $($($rest)*)?);
    };
    (@object $object:ident $key:tt : [ $($inner:tt)* ] $(, $($rest:tt)*)?) => {
        $object.insert($key, $crate::cfn_json!([ $($inner)* ]));
        $crate::cfn_json!(@object $object $($($rest)*)?);
    };
    (@object $object:ident $key:tt : { $($inner:tt)* } $(, $($rest:tt)*)?) => {
        $object.insert($key, $crate::cfn_json!({ $($inner)* }));
        $crate::cfn_json!(@object $object $($($rest)*)?);
    };
    (@object $object:ident $key:tt : $value:expr $(, $($rest:tt)*)?) => {
        $object.insert($key, $value);
        $crate::cfn_json!(@object $object $($($rest)*)?);
    };

    ($value:expr) => { $crate::Json::from($crate::Value::<$crate::Json>::from($value)) };
}
