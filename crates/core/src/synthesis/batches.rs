//! Batches on their way from one thread to another. A channel of the standard library is three kinds of channel, which take longer to
//! compile than all that writes files.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use super::files::Part;

pub(super) type Batch = Vec<Part>;

/// So many batches may wait, so that memory stays bounded.
const WAITING: usize = 2;

/// One of the two ends between which batches are. Dropping it tells the other.
pub(super) struct End(Arc<Between>);

struct Between {
    state: Mutex<State>,
    changed: Condvar,
}

struct State {
    waiting: Vec<Batch>,
    /// Whether there is one end alone.
    ended: bool,
}

/// The end that sends, and the one that receives.
pub(super) fn ends() -> (End, End) {
    let state = Mutex::new(State { waiting: Vec::new(), ended: false });
    let between = Arc::new(Between { state, changed: Condvar::new() });
    (End(between.clone()), End(between))
}

impl End {
    /// Gives a batch to the other end, once there is room; false if nobody takes it.
    pub(super) fn send(&self, batch: Batch) -> bool {
        let mut state = self.state(|state| state.waiting.len() < WAITING);
        if !state.ended {
            state.waiting.push(batch);
            self.0.changed.notify_one();
        }
        !state.ended
    }

    /// Whether sending would have to wait.
    pub(super) fn is_full(&self) -> bool {
        self.lock().waiting.len() >= WAITING
    }

    /// The next batch, once there is one; nothing after the last.
    pub(super) fn receive(&self) -> Option<Batch> {
        let mut state = self.state(|state| !state.waiting.is_empty());
        self.0.changed.notify_one();
        (!state.waiting.is_empty()).then(|| state.waiting.remove(0))
    }

    /// The state, once it is as it should be or will not change any more.
    fn state(&self, is_ready: fn(&State) -> bool) -> MutexGuard<'_, State> {
        let mut state = self.lock();
        while !state.ended && !is_ready(&state) {
            state = self.0.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        state
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for End {
    fn drop(&mut self) {
        self.lock().ended = true;
        self.0.changed.notify_one();
    }
}
