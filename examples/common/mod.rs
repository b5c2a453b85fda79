//! How every example ends: with words for a user, whatever went wrong.

use std::error::Error;
use std::fmt::Write as _;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::process::ExitCode;

/// Runs an example, which writes to the standard output.
///
/// An error is printed with its causes. Whoever closes the pipe has seen
/// enough (`… | head -1`), so that is a success.
pub(crate) fn run(example: impl FnOnce(&mut dyn Write) -> Result<(), Box<dyn Error>>) -> ExitCode {
    let mut out = BufWriter::new(io::stdout().lock());
    let done = example(&mut out);
    // What was written before an error is printed before it.
    let flushed = out.flush().map_err(Into::into);
    match done.and(flushed) {
        Err(error) if !is_closed_pipe(&*error) => {
            // Nothing is left to be done where this fails, too.
            let _ = io::stderr().write_all(explained(&*error).as_bytes());
            ExitCode::FAILURE
        }
        _ => ExitCode::SUCCESS,
    }
}

/// Whether nobody reads any more.
fn is_closed_pipe(error: &(dyn Error + 'static)) -> bool {
    let error = error.downcast_ref::<io::Error>();
    error.is_some_and(|error| error.kind() == ErrorKind::BrokenPipe)
}

/// An error and its causes, one a line.
pub(crate) fn explained(error: &dyn Error) -> String {
    let mut text = format!("error: {error}\n");
    let mut cause = error.source();
    while let Some(error) = cause {
        // Writing to a string does not fail.
        let _ = writeln!(text, "  caused by: {error}");
        cause = error.source();
    }
    text
}
