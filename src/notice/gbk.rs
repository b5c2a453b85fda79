//! Files in GBK, as they are read.

use std::io::{self, Read};

use alloc::vec;
use alloc::vec::Vec;

use encoding_rs::{CoderResult, Decoder, GBK};

/// Turns GBK into UTF-8 while it is read (feature `gbk`).
///
/// Bytes that are no GBK become U+FFFD, and
/// [`had_errors`](GbkReader::had_errors) says so. *Cost*: constant memory.
///
/// ```
/// use standard_land::notice::{GbkReader, Reader};
///
/// let file = b"\xc3\xe6\xbb\xfd(\xb9\xab\xc7\xea)\n1.4191\n"; // 面积(公顷)
/// let mut reader = Reader::new(GbkReader::new(file.as_slice()))?;
/// assert_eq!(reader.by_ref().count(), 1);
/// assert_eq!(reader.account().records().to_string(), "1 parcel, 1.4191 ha");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct GbkReader<R> {
    source: R,
    decoder: Decoder,
    /// Bytes read and not yet decoded.
    input: Vec<u8>,
    start: usize,
    end: usize,
    /// Text decoded and not yet handed out.
    output: Vec<u8>,
    given: usize,
    filled: usize,
    /// The source has ended.
    last: bool,
    /// The decoder has, too.
    finished: bool,
    had_errors: bool,
}

const BUFFER: usize = 16 << 10;

impl<R: Read> GbkReader<R> {
    /// Reads GBK from a source.
    pub fn new(source: R) -> Self {
        Self {
            source,
            decoder: GBK.new_decoder_without_bom_handling(),
            input: vec![0; BUFFER],
            start: 0,
            end: 0,
            // A byte of GBK becomes at most three of UTF-8.
            output: vec![0; BUFFER * 3 + 16],
            given: 0,
            filled: 0,
            last: false,
            finished: false,
            had_errors: false,
        }
    }

    /// Whether anything read so far was no GBK.
    pub const fn had_errors(&self) -> bool {
        self.had_errors
    }

    /// Decodes more; false at the end, and ever after.
    fn fill(&mut self) -> io::Result<bool> {
        while self.given == self.filled {
            if self.finished {
                return Ok(false);
            }
            if self.start == self.end && !self.last {
                self.start = 0;
                self.end = self.source.read(&mut self.input)?;
                self.last = self.end == 0;
            }
            let pending = self.input.get(self.start..self.end).unwrap_or_default();
            let (result, read, written, replaced) =
                self.decoder
                    .decode_to_utf8(pending, &mut self.output, self.last);
            self.start = self.start.saturating_add(read);
            self.given = 0;
            self.filled = written;
            self.had_errors |= replaced;
            // A decoder that has seen the end must not be asked again.
            self.finished = self.last && result == CoderResult::InputEmpty;
        }
        Ok(true)
    }
}

impl<R: Read> Read for GbkReader<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() || !self.fill()? {
            return Ok(0);
        }
        let ready = self.output.get(self.given..self.filled).unwrap_or_default();
        let count = ready.len().min(buffer.len());
        for (slot, byte) in buffer.iter_mut().zip(ready) {
            *slot = *byte;
        }
        self.given = self.given.saturating_add(count);
        Ok(count)
    }
}

impl<R> core::fmt::Debug for GbkReader<R> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("GbkReader")
            .field("had_errors", &self.had_errors)
            .finish_non_exhaustive()
    }
}
