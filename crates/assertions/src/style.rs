//! Text with colours, for terminals that show them.

pub(crate) use aws_cdk_core::testing::colours;

/// What a part of a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    Plain,
    /// Headings.
    Strong,
    /// What differs.
    Bad,
    /// What is as expected.
    Good,
}

/// A message in parts.
#[derive(Clone, Debug, Default)]
pub(crate) struct Text {
    parts: Vec<(Style, String)>,
}

impl Text {
    pub(crate) fn push(&mut self, style: Style, text: impl Into<String>) {
        self.parts.push((style, text.into()));
    }

    pub(crate) fn line(&mut self, style: Style, text: impl Into<String>) {
        self.push(style, text);
        self.push(Style::Plain, "\n");
    }

    /// Adds lines, each behind some spaces.
    pub(crate) fn indented(&mut self, text: &Text, indent: usize) {
        let mut line_start = true;
        for (style, part) in &text.parts {
            for piece in part.split_inclusive('\n') {
                if line_start && piece != "\n" {
                    self.push(Style::Plain, " ".repeat(indent));
                }
                self.push(*style, piece);
                line_start = piece.ends_with('\n');
            }
        }
    }

    pub(crate) fn render(&self, colours: bool) -> String {
        let mut out = String::new();
        for (style, text) in &self.parts {
            let code = match style {
                Style::Plain => None,
                Style::Strong => Some("1"),
                Style::Bad => Some("31"),
                Style::Good => Some("32"),
            };
            match code {
                Some(code) if colours && !text.is_empty() => {
                    out.push_str(&format!("\u{1b}[{code}m{text}\u{1b}[0m"));
                }
                _ => out.push_str(text),
            }
        }
        out.truncate(out.trim_end().len());
        out
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self { parts: vec![(Style::Plain, text)] }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_coloured_each_on_its_own() {
        let mut text = Text::default();
        text.line(Style::Strong, "Orders");
        text.push(Style::Bad, "^ expected 6");
        assert_eq!(text.render(false), "Orders\n^ expected 6");
        assert_eq!(text.render(true), "\u{1b}[1mOrders\u{1b}[0m\n\u{1b}[31m^ expected 6\u{1b}[0m");
    }
}
