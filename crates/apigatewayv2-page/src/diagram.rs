//! The diagram: how requests go from stages and domain names past authorization to integrations.

use std::collections::BTreeMap;

use crate::escape::escape;
use crate::facts::Api;

const BOX_WIDTH: usize = 250;
const BOX_HEIGHT: usize = 40;
const GAP: usize = 14;
const COLUMN: usize = 360;
const MARGIN: usize = 10;
/// How many characters fit into a box.
const SHOWN: usize = 34;

/// A box: what kind of thing it is, and its name.
type Label = (String, String);

/// A column of boxes, each once, in the order in which they came.
#[derive(Default)]
struct Column {
    boxes: Vec<Label>,
}

impl Column {
    fn index(&mut self, label: Label) -> usize {
        match self.boxes.iter().position(|known| *known == label) {
            Some(index) => index,
            None => {
                self.boxes.push(label);
                self.boxes.len() - 1
            }
        }
    }

    fn height(&self) -> usize {
        self.boxes.len() * (BOX_HEIGHT + GAP)
    }
}

/// Lines between the boxes of two columns, with how many routes go along each.
type Lines = BTreeMap<(usize, usize), usize>;

/// The diagram of an API as SVG; nothing for one without routes.
pub(crate) fn diagram(api: &Api) -> String {
    if api.routes.is_empty() {
        return String::new();
    }
    let (mut entrances, mut guards, mut backends) = (Column::default(), Column::default(), Column::default());
    for stage in &api.stages {
        entrances.index(("stage".to_owned(), stage.name.clone()));
    }
    for domain in &api.domains {
        entrances.index(("domain name".to_owned(), format!("{}/{}", domain.name, domain.key)));
    }
    if entrances.boxes.is_empty() {
        entrances.index(("API".to_owned(), api.name.clone()));
    }
    let (mut inward, mut outward) = (Lines::new(), Lines::new());
    for route in &api.routes {
        let guard = match &route.authorization {
            Some(kind) => ("authorization".to_owned(), kind.clone()),
            None => ("no authorization".to_owned(), "public".to_owned()),
        };
        let guard = guards.index(guard);
        let backend = backends.index((route.integration.kind.clone(), route.integration.target.clone()));
        for entrance in 0..entrances.boxes.len() {
            *inward.entry((entrance, guard)).or_default() += 1;
        }
        *outward.entry((guard, backend)).or_default() += 1;
    }
    let columns = [&entrances, &guards, &backends];
    let height = columns.iter().map(|column| column.height()).max().unwrap_or_default() + MARGIN;
    let width = 2 * COLUMN + BOX_WIDTH + 2 * MARGIN;
    let mut svg = format!(
        "<figure class=\"diagram\"><svg role=\"img\" aria-label=\"from stages past authorization to integrations\" viewBox=\"0 0 \
         {width} {height}\" width=\"{width}\" height=\"{height}\">\n"
    );
    let top =
        |column: &Column, index: usize| MARGIN + (height - MARGIN - column.height()) / 2 + index * (BOX_HEIGHT + GAP);
    for (lines, from, to, column) in [(&inward, &entrances, &guards, 0), (&outward, &guards, &backends, 1)] {
        for ((start, end), routes) in lines {
            let x = MARGIN + column * COLUMN + BOX_WIDTH;
            let to_x = MARGIN + (column + 1) * COLUMN;
            let (y, to_y) = (top(from, *start) + BOX_HEIGHT / 2, top(to, *end) + BOX_HEIGHT / 2);
            let middle = (x + to_x) / 2;
            svg += &format!(
                "<path d=\"M{x} {y} C{middle} {y} {middle} {to_y} {to_x} {to_y}\"><title>{}</title></path>\n",
                count(*routes)
            );
            if column == 1 {
                svg += &format!("<text class=\"count\" x=\"{}\" y=\"{}\">{routes}</text>\n", to_x - 22, to_y - 5);
            }
        }
    }
    for (number, column) in columns.iter().enumerate() {
        for (index, (kind, name)) in column.boxes.iter().enumerate() {
            let (x, y) = (MARGIN + number * COLUMN, top(column, index));
            let public = if name == "public" && number == 1 { " class=\"public\"" } else { "" };
            svg += &format!(
                "<g{public}><title>{kind}: {full}</title><rect x=\"{x}\" y=\"{y}\" width=\"{BOX_WIDTH}\" height=\"{BOX_HEIGHT}\" \
                 rx=\"6\"/><text class=\"kind\" x=\"{text_x}\" y=\"{kind_y}\">{kind}</text><text x=\"{text_x}\" \
                 y=\"{name_y}\">{short}</text></g>\n",
                kind = escape(kind),
                full = escape(name),
                short = escape(&shorten(name)),
                text_x = x + 10,
                kind_y = y + 15,
                name_y = y + 31,
            );
        }
    }
    svg + "</svg></figure>\n"
}

fn count(routes: usize) -> String {
    if routes == 1 { "1 route".to_owned() } else { format!("{routes} routes") }
}

/// The end of a long name, which tells more than its start.
fn shorten(name: &str) -> String {
    let length = name.chars().count();
    if length <= SHOWN {
        name.to_owned()
    } else {
        format!("…{}", name.chars().skip(length - SHOWN + 1).collect::<String>())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_keep_their_end() {
        assert_eq!(shorten("Books/ListBooks"), "Books/ListBooks");
        let long = shorten(&format!("{}é/Function", "x".repeat(40)));
        assert_eq!(long.chars().count(), SHOWN);
        assert!(long.starts_with('…') && long.ends_with("é/Function"));
    }
}
