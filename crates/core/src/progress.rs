//! A line on the terminal for work that takes more than a second, such as hashing large assets. It goes away with the work, and
//! nothing of it reaches what is written: the clock decides on the line alone.

use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::time::{Duration, Instant};

/// Before this nothing is shown.
const PATIENCE: Duration = Duration::from_secs(1);
/// How often the line is written anew.
const PERIOD: Duration = Duration::from_millis(100);

/// Work on the files of an asset.
pub(crate) struct Progress {
    /// Nothing where no terminal shows it.
    terminal: Option<Box<dyn Write>>,
    task: String,
    files: u64,
    next: Instant,
    is_shown: bool,
}

impl Progress {
    /// Starts work on a path: `Hashing`, `Copying`.
    pub(crate) fn start(verb: &str, path: &Path) -> Self {
        let terminal = io::stderr().is_terminal().then(|| Box::new(io::stderr()) as Box<dyn Write>);
        Self::with(terminal, verb, path, PATIENCE)
    }

    fn with(terminal: Option<Box<dyn Write>>, verb: &str, path: &Path, patience: Duration) -> Self {
        // What a path has of control characters is not for a terminal.
        let path: String = path.display().to_string().chars().filter(|character| !character.is_control()).collect();
        Self {
            terminal,
            task: format!("{verb:>12} {path}"),
            files: 0,
            next: Instant::now() + patience,
            is_shown: false,
        }
    }

    /// A file more is worked on.
    pub(crate) fn file(&mut self) {
        self.files += 1;
        self.tick();
    }

    /// Work goes on.
    pub(crate) fn tick(&mut self) {
        let Some(terminal) = &mut self.terminal else { return };
        let now = Instant::now();
        if now < self.next {
            return;
        }
        self.next = now + PERIOD;
        self.is_shown = true;
        let files = if self.files > 1 { format!(", file {}", self.files) } else { String::new() };
        // A terminal that is gone shows nothing.
        let _ = write!(terminal, "\r\u{1b}[K{}{files}", self.task).and_then(|()| terminal.flush());
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(terminal) = self.terminal.as_mut().filter(|_| self.is_shown) {
            let _ = write!(terminal, "\r\u{1b}[K").and_then(|()| terminal.flush());
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::rc::Rc;

    use super::*;

    #[derive(Clone, Default)]
    struct Terminal(Rc<RefCell<Vec<u8>>>);

    impl Write for Terminal {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.borrow_mut().extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn shown(patience: Duration) -> String {
        let terminal = Terminal::default();
        let mut progress = Progress::with(Some(Box::new(terminal.clone())), "Hashing", Path::new("a\u{1b}b"), patience);
        progress.file();
        progress.file();
        drop(progress);
        let bytes = terminal.0.borrow().clone();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn long_work_has_a_line_that_goes_away() {
        assert_eq!(shown(Duration::ZERO), "\r\u{1b}[K     Hashing ab\r\u{1b}[K");
    }

    #[test]
    fn short_work_has_none() {
        assert_eq!(shown(Duration::from_secs(3600)), "");
    }
}
