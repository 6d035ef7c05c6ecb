//! Reading, working and writing at the same time, with the results in the order of the inputs.

use std::io;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread;

/// Gives every input to one of `jobs` threads and their results, in input order, to `sink`; stops
/// when the sink fails.
///
/// With each input goes a channel for its result, and the sink waits for these channels one by one:
/// that keeps the order, and the bounds of the queues keep the memory.
pub(crate) fn ordered<I: Send, O: Send>(
    jobs: usize,
    inputs: impl Iterator<Item = I> + Send,
    work: impl Fn(I) -> O + Sync,
    mut sink: impl FnMut(O) -> io::Result<()>,
) -> io::Result<()> {
    let (give, take) = sync_channel::<(I, SyncSender<O>)>(jobs);
    let (promise, promised) = sync_channel::<Receiver<O>>(2 * jobs);
    // of the workers alone, so that nobody waits for them once all have panicked
    let takers = std::iter::repeat_n(Arc::new(Mutex::new(take)), jobs);
    let work = &work;
    thread::scope(|scope| {
        scope.spawn(move || {
            for input in inputs {
                let (reply, result) = sync_channel(1);
                if promise.send(result).is_err() || give.send((input, reply)).is_err() {
                    break;
                }
            }
        });
        for take in takers {
            scope.spawn(move || {
                while let Some((input, reply)) = next(&take) {
                    // after a failed write nobody waits for it any more
                    let _ = reply.send(work(input));
                }
            });
        }
        promised
            .into_iter()
            .try_for_each(|result| result.recv().map_err(io::Error::other).and_then(&mut sink))
    })
}

/// The next task, when there is one more; a thread that panicked has not harmed the queue.
fn next<T>(queue: &Mutex<Receiver<T>>) -> Option<T> {
    let queue = queue
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    queue.recv().ok()
}
