//! Our rows against those of `csv`, and against the rules told naively.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "a test: an overflow would be a panic, and so a failure"
)]

use alloc::format;
use alloc::string::String;

use proptest::collection::vec;
use proptest::prelude::*;

use super::*;

type Cells = Vec<Vec<u8>>;

/// Gives this many bytes at a time; fails behind the last, if it is to.
struct Pieces<'a> {
    left: &'a [u8],
    lengths: core::iter::Cycle<vec::IntoIter<usize>>,
    fails: bool,
}

impl Read for Pieces<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.left.is_empty() && self.fails {
            return Err(io::Error::other("the cable was pulled"));
        }
        let length = self.lengths.next().unwrap();
        if length == 0 {
            return Err(io::ErrorKind::Interrupted.into());
        }
        let length = length.min(self.left.len()).min(buffer.len());
        buffer[..length].copy_from_slice(&self.left[..length]);
        self.left = &self.left[length..];
        Ok(length)
    }
}

/// A row, and its first cell with a stray quote.
type Found = (Cells, Option<usize>);

/// All rows before the end, and whether that was a failure.
fn ours(source: impl Read, limits: Limits) -> (Vec<Found>, bool) {
    let (found, failed, _) = counted(source, limits);
    (found, failed)
}

/// The same, and how many marks were looked at in advance.
fn counted(source: impl Read, limits: Limits) -> (Vec<Found>, bool, usize) {
    let mut rows = Rows::new(source, limits);
    let mut found = Vec::new();
    loop {
        match rows.more() {
            Ok(true) => {}
            Ok(false) => return (found, false, rows.looked),
            Err(_) => return (found, true, rows.looked),
        }
        for place in 0..rows.len() {
            let row = rows.row(place).unwrap();
            let cells: Cells = row.cells().map(<[u8]>::to_vec).collect();
            assert_eq!(cells.len(), row.len());
            assert_eq!(row.text, cells.join(&b','));
            assert_eq!(
                row.has_commas,
                cells.iter().any(|cell| cell.contains(&b','))
            );
            found.push((cells, row.stray.map(offset)));
        }
    }
}

/// Bytes without a byte-order mark and a first line that names the comma.
fn without_separator(bytes: &[u8]) -> &[u8] {
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    let end = bytes.iter().position(|byte| b"\r\n".contains(byte));
    match end {
        Some(end)
            if [&b"sep=,"[..], b"\"sep=,\"", b"\"sep=,", b"sep=,\""].contains(&&bytes[..end]) =>
        {
            &bytes[end..]
        }
        _ => bytes,
    }
}

/// The rules, one after the other, with the whole file at hand.
fn naive(bytes: &[u8], limits: Limits) -> Vec<Found> {
    let mut left = without_separator(bytes);
    let mut rows: Vec<Found> = Vec::new();
    while let Some(first) = left.first() {
        if b"\r\n".contains(first) {
            left = &left[1..];
            continue;
        }
        let header = rows.first().map(|(cells, _)| cells.as_slice());
        let (mut cells, mut stray) = (Vec::new(), None);
        let mut odd: Option<usize> = None;
        loop {
            let inside = left.strip_prefix(b"\"");
            if let Some((cell, rest)) =
                inside.and_then(|it| enclosed(it, cells.len(), header, limits))
            {
                cells.push(cell);
                left = rest;
            } else {
                if inside.is_some() {
                    stray.get_or_insert(cells.len());
                }
                let end = left.iter().position(|byte| b",\r\n".contains(byte));
                let (cell, rest) = left.split_at(end.unwrap_or(left.len()));
                // Those within a cell come in pairs, or a cell before has one.
                for _ in cell.iter().skip(1).filter(|byte| **byte == b'"') {
                    odd = match odd {
                        Some(before) if before == cells.len() => None,
                        Some(before) => {
                            stray = Some(stray.map_or(before, |stray: usize| stray.min(before)));
                            odd
                        }
                        None => Some(cells.len()),
                    };
                }
                cells.push(cell.to_vec());
                left = rest;
            }
            match left.strip_prefix(b",") {
                Some(rest) => left = rest,
                None => break,
            }
        }
        rows.push((cells, stray));
    }
    rows
}

/// The cell behind an opening quote and what is left behind it, if it is one.
fn enclosed<'a>(
    inside: &'a [u8],
    before: usize,
    header: Option<&[Vec<u8>]>,
    limits: Limits,
) -> Option<(Vec<u8>, &'a [u8])> {
    let (mut cell, mut end) = (Vec::new(), 0);
    loop {
        match (*inside.get(end)?, inside.get(end + 1)) {
            (b'"', Some(b'"')) => end += 2,
            (b'"', _) => break,
            _ => end += 1,
        }
        cell.push(inside[end - 1]);
    }
    let (cut, rest) = (&inside[..end], &inside[end + 1..]);
    let lines = lines_of(cut);
    let behind = &lines_of(rest)[0];
    let blanks = behind.len() - behind.trim_start_matches([' ', '\t']).len();
    let is_closed = matches!(rest.get(blanks), None | Some(b',' | b'\r' | b'\n'))
        && end <= usize::try_from(limits.bytes).unwrap()
        && lines.len() <= usize::try_from(limits.lines).unwrap();
    let is_believed = lines.len() == 1
        || match header {
            None => !cut.contains(&b','),
            Some(header) => !are_rows(&lines, behind, before, header),
        };
    if !is_closed || !is_believed {
        return None;
    }
    cell.extend(&rest[..blanks]);
    Some((cell, &rest[blanks..]))
}

/// Whether lines look like rows: those between two quotes, and what stands
/// behind the second one in its line, the first one behind some cells.
fn are_rows(lines: &[String], behind: &str, before: usize, header: &[Vec<u8>]) -> bool {
    let most = header.len();
    let least = header.iter().rposition(|head| !head.is_empty());
    let least = least.map_or(0, |place| place + 1);
    if least < 2 {
        return false;
    }
    let is_full = |width: usize, line: &str| {
        width >= least && line.ends_with(&",".repeat(width.saturating_sub(most)))
    };
    let cells = |line: &str| line.split(',').count();
    let [first, between @ .., end] = lines else {
        return false;
    };
    let mut full = 0;
    let mut seen = 1;
    let mut is_evident = false;
    if is_full(before + cells(first), first) {
        full += 1;
        is_evident |= first.contains(',');
    }
    for line in between {
        if !line.is_empty() && is_full(cells(line), line) {
            seen += 1;
            full += 1;
            is_evident = true;
        } else if line.contains(|found| found != ',') {
            seen += 1;
        }
    }
    let tail = cells(&unquoted(behind));
    let line = format!("{end}\"{behind}");
    let is_whole = is_full(before + tail, &line);
    let mut is_cut = false;
    seen += 1;
    if is_full(cells(end) - 1 + tail, &line) {
        full += 1;
        is_evident = true;
    } else if end.ends_with(',') || (end.is_empty() && !is_whole) {
        is_cut = true;
        is_evident = true;
    }
    let other = seen - full - usize::from(is_cut);
    if least == 2 {
        return is_evident && other == 0 && seen >= 3;
    }
    is_evident && (full > other || (full == other && is_cut && !is_whole))
}

/// A line without its quoted cells.
fn unquoted(line: &str) -> String {
    let mut left = String::new();
    let mut rest = line;
    while let Some((before, inside)) = rest.split_once(",\"") {
        left = left + before + ",.";
        let end = inside.replace("\"\"", "..").find('"');
        rest = inside.split_at(end.map_or(inside.len(), |end| end + 1)).1;
    }
    left + rest
}

/// What the `csv` crate makes of the same bytes.
fn theirs(bytes: &[u8]) -> Vec<Cells> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(bytes);
    reader
        .byte_records()
        .map(|row| row.unwrap().iter().map(<[u8]>::to_vec).collect())
        .collect()
}

/// Bytes as lines, each byte a character.
fn lines_of(bytes: &[u8]) -> Vec<String> {
    let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.split('\n').map(String::from).collect()
}

/// Our rows are the naive ones, and those of `csv` where no quote is stray.
fn expected(bytes: &[u8], limits: Limits) -> Vec<Found> {
    let expected = naive(bytes, limits);
    if expected.iter().all(|(_, stray)| stray.is_none()) {
        let cells: Vec<Cells> = expected.iter().map(|(cells, _)| cells.clone()).collect();
        assert_eq!(cells, theirs(without_separator(bytes)));
    }
    expected
}

fn nasty() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        6 => proptest::sample::select(
            ["\"", "\"\"", ",", "\n", "\r", "\r\n", "a", "亩", "\u{feff}", " ", "\t", ",\"", "\",",
             "a,b\n", "a,\"b\nc\"\n", "a,\"b\nc,d\ne,f\"\n", "a,b,c\n", "\"a,b,c\n",
             "a,\"b,c\n", "a,b,\"\n", "a,\",b\",c\n", "a,b\",c\n", "a,\"b\n\",c\n", "\" ,", "sep=,\n"]
                .map(str::as_bytes).to_vec()
        ).prop_map(<[u8]>::to_vec),
        1 => vec(any::<u8>(), 0..4),
        1 => vec(Just(b'x'), 0..200),
    ];
    vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn limits() -> impl Strategy<Value = Limits> {
    let some = (0..40_u32, 0..6_u32).prop_map(|(bytes, lines)| Limits { bytes, lines });
    prop_oneof![Just(Limits::default()), some]
}

proptest! {
    #[test]
    fn rows_are_those_of_csv_and_stray_quotes_are_characters(
        bytes in nasty(), lengths in vec(0..70_usize, 1..8), limits in limits(),
    ) {
        let expected = expected(&bytes, limits);
        prop_assert_eq!(ours(bytes.as_slice(), limits), (expected.clone(), false));
        let lengths = [lengths, vec![1]].concat().into_iter().cycle();
        let pieces = |fails| Pieces { left: &bytes, lengths: lengths.clone(), fails };
        let (rows, _, looked) = counted(pieces(false), limits);
        prop_assert_eq!(&rows, &expected);
        // A byte is looked at once in advance, and a quote once more with each piece.
        prop_assert!(looked <= 2 * bytes.len(), "{} of {}", looked, bytes.len());
        // All rows of which everything was known, and then the failure.
        let (rows, failed) = ours(pieces(true), limits);
        prop_assert!(failed);
        prop_assert!(expected.starts_with(&rows));
        let is_plain = expected.iter().all(|(cells, stray)| {
            stray.is_none() && cells.iter().all(|cell| !cell.contains(&b'\n') && !cell.contains(&b'\r'))
        });
        prop_assert!(!is_plain || expected.len().saturating_sub(rows.len()) <= 1);
    }
}

#[test]
fn every_short_text_is_read_as_by_csv() {
    const ALPHABET: [u8; 5] = [b'"', b',', b'\n', b'\r', b'a'];
    let narrow = Limits { bytes: 2, lines: 2 };
    let mut texts = vec![Vec::new()];
    for length in 0..=6 {
        for text in &texts {
            for limits in [Limits::default(), narrow] {
                let expected = (expected(text, limits), false);
                assert_eq!(ours(text.as_slice(), limits), expected, "{text:?}");
                let single = Pieces {
                    left: text,
                    lengths: vec![1].into_iter().cycle(),
                    fails: false,
                };
                assert_eq!(ours(single, limits), expected, "{text:?}");
            }
        }
        if length < 6 {
            let longer = |text: &Vec<u8>| ALPHABET.map(|byte| [text.as_slice(), &[byte]].concat());
            texts = texts.iter().flat_map(longer).collect();
        }
    }
    assert_eq!(texts.len(), 15_625);
}

#[test]
fn rows_longer_than_the_buffer_are_whole_and_empty_lines_cost_nothing() {
    let long = "亩".repeat(BUFFER);
    let text = format!("{}a,\"{long}\"\"\n\",b\n{long}\n", "\n".repeat(5 * BUFFER));
    let limits = Limits {
        bytes: u32::MAX,
        lines: 2,
    };
    // Not `assert_eq`, which would print all of it.
    assert!(ours(text.as_bytes(), limits) == (expected(text.as_bytes(), limits), false));
    assert!(
        naive(text.as_bytes(), limits)
            .iter()
            .all(|(_, stray)| stray.is_none())
    );
    let limits = Limits::default();
    let (rows, failed) = ours(text.as_bytes(), limits);
    assert!(!failed && rows == naive(text.as_bytes(), limits));
    assert_eq!(rows[0].1, Some(1));

    let blank = "\r\n".repeat(20 * BUFFER);
    let mut rows = Rows::new(blank.as_bytes(), limits);
    assert!(!rows.more().unwrap());
    assert_eq!(rows.buffer.len(), BUFFER);
}

/// Files whose quotes are all stray, each shaped to make the look ahead long.
#[test]
fn a_stray_quote_on_every_row_costs_no_more_than_the_file_is_long() {
    let shapes = [
        "a,\"b\n",
        "a,\"\"\"b\n",
        "\"a,\"b,\"\n",
        "a,\"b\nc,d\ne,f\"\n",
        // Open for one line more than a cell may have…
        &format!("a,\"b{}\n", "\nc".repeat(20)),
        &format!("a,\"b{}\n", "\n\"\",\"\"\"\"".repeat(20)),
        // …and for one byte.
        &format!("a,\"{},{}\n", "b".repeat(65_500), ",".repeat(40)),
        &format!("\"{}\n", "\"\"".repeat(32_769)),
    ];
    for shape in shapes {
        for times in [10, 20, 40] {
            let file = shape.repeat(times);
            let (rows, _, looked) = counted(file.as_bytes(), Limits::default());
            let strays = rows.iter().filter(|(_, stray)| stray.is_some()).count();
            assert!(strays >= times / 2, "{strays} of {times}: {shape:.40?}");
            assert!(looked <= 2 * file.len(), "{looked} for {}", file.len());
        }
    }
}

#[test]
fn the_longest_cells_that_are_believed() {
    let strays = |file: &str, limits| {
        let (rows, _) = ours(file.as_bytes(), limits);
        rows.iter().filter(|(_, stray)| stray.is_some()).count()
    };
    let most = Limits::default();
    let lines = |count: usize| format!("a,b\nc,\"{}\"\n", vec!["d"; count].join("\r\n"));
    assert_eq!((strays(&lines(20), most), strays(&lines(21), most)), (0, 1));
    let bytes = |count: usize| format!("a,b\nc,\"{}\"\n", "d".repeat(count));
    assert_eq!(
        (strays(&bytes(65_536), most), strays(&bytes(65_537), most)),
        (0, 1)
    );
    let none = Limits { lines: 0, ..most };
    assert_eq!((strays("\"a\"\n", none), strays("\"\"\n", none)), (1, 1));
    let empty = Limits { bytes: 0, ..most };
    assert_eq!((strays("\"a\"\n", empty), strays("\"\"\n", empty)), (1, 0));
}

#[test]
fn lines_in_a_cell_look_like_rows_or_they_do_not() {
    let strays = |file: &str| {
        let (rows, _) = ours(file.as_bytes(), Limits::default());
        rows.iter().filter(|(_, stray)| stray.is_some()).count()
    };
    // A line break in any column, with and without commas.
    for file in [
        "a,b,c\n\"d\ne\",f,g\n",
        "a,b,c\nd,e,\"f,f\ng,g,g,g\"\n",
        "a,b\nc,\"d\ne,f\"\n",
        "a,b\nc,\"d\ne,f\ng\"\n",
        "a,b\n\"c\nd,e\nf\",g\n",
        "a,b\nc,\"d\n\n\ne\"\n",
    ] {
        assert_eq!(strays(file), 0, "{file:?}");
    }
    // All lines of it are as wide as the header, or one is not.
    assert_eq!(strays("a,b\nc,\"d\ne,f\n\ng,h\"\n"), 1);
    assert_eq!(strays("a,b\nc,\"d\ne,f\n\ng\nh,i\"\n"), 0);
    assert_eq!(strays("a,b,c\nd,\"e,f\ng,h\",i\n"), 1);
    assert_eq!(strays("a,b,c\nd,\"e,f\ng,h\",i"), 1);
    assert_eq!(strays("a,b,c\nd,\"e,f\ng,h\",i,j\n"), 0);
    // A blank row that is shorter says nothing; a short one does.
    assert_eq!(strays("a,b,c,d\ne,f,\"g,h\n,,\ni,j,k,\",l\"\n"), 1);
    assert_eq!(strays("a,b,c,d\ne,f,\"g,h\nx,,\ni,j,k,\",l\"\n"), 0);
    // With one column every line would be as wide.
    assert_eq!(strays("a\n\"b\nc\nd\"\n"), 0);
    // What follows the second quote tells that it closes nothing.
    assert_eq!(strays("a,b\nc,\"d\ne,\"f,f\"\n"), 1);
}
