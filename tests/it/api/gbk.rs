//! Files in GBK, read in pieces of any size.

use std::io::Read;

use standard_land::notice::{GbkReader, Reader};

/// Gives a byte at a time, and an end again and again.
struct Trickle<'a>(&'a [u8]);

impl Read for Trickle<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let one = self.0.len().min(buffer.len()).min(1);
        self.0.read(&mut buffer[..one])
    }
}

fn decoded(bytes: &[u8]) -> (String, bool) {
    let mut reader = GbkReader::new(Trickle(bytes));
    let mut text = String::new();
    reader.read_to_string(&mut text).unwrap();
    // The end stays the end, however often one asks.
    for _ in 0..3 {
        assert_eq!(reader.read(&mut [0; 8]).unwrap(), 0);
    }
    (text, reader.had_errors())
}

#[test]
fn text_is_decoded_to_the_end_and_the_end_stays() {
    assert_eq!(decoded(b""), (String::new(), false));
    assert_eq!(decoded(b"1.5\n"), ("1.5\n".into(), false));
    assert_eq!(decoded(b"\xc3\xe6\xbb\xfd"), ("面积".into(), false));
    // Half a character at the end, and a byte that is none.
    assert_eq!(decoded(b"1\xc3"), ("1\u{fffd}".into(), true));
    assert_eq!(decoded(b"\xff1"), ("\u{fffd}1".into(), true));
}

#[test]
fn a_file_without_a_line_feed_at_its_end_is_read() {
    let file = b"\xc3\xe6\xbb\xfd(\xb9\xab\xc7\xea)\n1.4191";
    let mut reader = Reader::new(GbkReader::new(file.as_slice())).unwrap();
    for outcome in &mut reader {
        outcome.unwrap();
    }
    assert!(reader.next().is_none());
    assert_eq!(
        reader.account().records().to_string(),
        "1 parcel, 1.4191 ha"
    );
}

#[test]
fn a_long_file_is_decoded_whole() {
    let row = b"\xc3\xe6\xbb\xfd,1.5\n".repeat(20_000);
    let mut text = String::new();
    GbkReader::new(row.as_slice())
        .read_to_string(&mut text)
        .unwrap();
    assert_eq!(text, "面积,1.5\n".repeat(20_000));
}
