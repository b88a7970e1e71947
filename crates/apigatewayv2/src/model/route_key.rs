//! The keys of routes, taken apart: a method and a path with parameters, or one of the names that start with `$`.

/// A route key.
#[derive(Debug, PartialEq, Eq)]
pub enum RouteKey<'a> {
    /// `$default`.
    Default,
    /// A method and a path, as HTTP APIs have them.
    Http(HttpKey<'a>),
    /// Anything else: what WebSocket APIs have, or a mistake.
    Other,
}

/// The key of a route of an HTTP API.
#[derive(Debug, PartialEq, Eq)]
pub struct HttpKey<'a> {
    pub method: &'a str,
    pub path: &'a str,
    pub segments: Vec<Segment<'a>>,
    /// The path with `{}` for parameters and `{+}` for greedy ones: equal for keys that take the same requests.
    pub shape: String,
}

/// A part of a path between slashes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Segment<'a> {
    Text(&'a str),
    /// `{name}`.
    Parameter(&'a str),
    /// `{name+}`: the rest of the path.
    Greedy(&'a str),
}

impl<'a> RouteKey<'a> {
    pub fn parse(text: &'a str) -> Self {
        match text.split_once(' ') {
            _ if text == "$default" => RouteKey::Default,
            Some((method, path)) if path.starts_with('/') => {
                let segments = segments(path);
                RouteKey::Http(HttpKey { method, path, shape: shape(&segments), segments })
            }
            _ => RouteKey::Other,
        }
    }

    pub fn http(&self) -> Option<&HttpKey<'a>> {
        match self {
            RouteKey::Http(key) => Some(key),
            _ => None,
        }
    }
}

impl<'a> HttpKey<'a> {
    /// The names of the parameters, greedy ones included.
    pub fn parameters(&self) -> impl Iterator<Item = &'a str> {
        self.segments.iter().filter_map(|segment| match segment {
            Segment::Text(_) => None,
            Segment::Parameter(name) | Segment::Greedy(name) => Some(*name),
        })
    }

    /// Whether it takes requests of a method: its own, or any.
    pub fn takes(&self, method: &str) -> bool {
        self.method == method || self.method == "ANY"
    }
}

fn shape(segments: &[Segment<'_>]) -> String {
    let mut shape = String::with_capacity(64);
    for segment in segments {
        shape.push('/');
        shape.push_str(match segment {
            Segment::Text(text) => text,
            Segment::Parameter(_) => "{}",
            Segment::Greedy(_) => "{+}",
        });
    }
    shape
}

fn segments(path: &str) -> Vec<Segment<'_>> {
    let parts = path.split('/').skip(1);
    let segment = |part| match parameter(part) {
        Some(name) => name.strip_suffix('+').map_or(Segment::Parameter(name), Segment::Greedy),
        None => Segment::Text(part),
    };
    // The root path has one empty part.
    if path == "/" { Vec::new() } else { parts.map(segment).collect() }
}

/// What stands in the braces around a whole part of a path.
fn parameter(part: &str) -> Option<&str> {
    part.strip_prefix('{')?.strip_suffix('}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(text: &str) -> HttpKey<'_> {
        match RouteKey::parse(text) {
            RouteKey::Http(key) => key,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn keys_are_taken_apart() {
        assert_eq!(RouteKey::parse("$default"), RouteKey::Default);
        assert_eq!(RouteKey::parse("$connect"), RouteKey::Other);
        assert_eq!(RouteKey::parse("GET books"), RouteKey::Other);
        assert_eq!(key("GET /").segments, []);
        assert_eq!(
            key("GET /books/{id}/{rest+}").segments,
            [Segment::Text("books"), Segment::Parameter("id"), Segment::Greedy("rest")]
        );
        assert_eq!(key("ANY /a/{b}/{c+}").parameters().collect::<Vec<_>>(), ["b", "c"]);
        assert_eq!(key("ANY /a/{b}/{c+}").shape, "/a/{}/{+}");
    }
}
