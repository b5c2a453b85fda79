//! Credit codes against a naive computation; what identifies an enterprise.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::string_slice,
    reason = "a panic is how a test fails"
)]

use standard_land::enterprise::{CreditCodeError, EnterpriseId, TolerantCreditCode};
use standard_land::{CreditCode, Enterprise};

use super::{enterprise, parse};

const VALID: &str = include_str!("../../data/uscc-valid.csv");
const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
/// Issued in 2015 with check characters that are wrong.
const SUSPECT: [&str; 3] = [
    "91350100M0001TGQXM",
    "91350211M0000XUF46",
    "91350203M0001FUE2P",
];

fn valid() -> impl Iterator<Item = &'static str> {
    VALID
        .lines()
        .skip(1)
        .filter_map(|row| row.split(',').next())
}

/// Σ value × 3^(i−1) over the first 17 characters, mod 31.
fn weighted_sum(code: &str) -> usize {
    let mut weight = 1;
    let mut sum = 0;
    for c in code.chars().take(17) {
        sum += ALPHABET.find(c).unwrap_or(usize::MAX) * weight;
        weight = weight * 3 % 31;
    }
    sum % 31
}

/// The check character of the organisation code, from its first eight.
fn organisation_check(code: &str) -> char {
    let digits = code.chars().skip(8).filter_map(|c| c.to_digit(36));
    let sum = digits
        .zip([3, 7, 9, 10, 5, 8, 4, 2])
        .fold(0, |sum, (digit, weight)| sum + digit * weight);
    match 11 - sum % 11 {
        10 => 'X',
        11 => '0',
        digit => char::from_digit(digit, 10).unwrap_or('?'),
    }
}

#[test]
fn real_codes_pass_the_strict_door() {
    assert_eq!(valid().count(), 62);
    for text in valid() {
        let code: CreditCode = parse(text);
        assert_eq!(code.as_str(), text);
        assert_eq!(code.to_string(), text);
        assert_eq!(code.organisation_code(), &text[8..17]);
        assert_eq!(code.region(), text[2..8].parse().ok());
        assert!(text.starts_with([code.registrar()]) && text[1..].starts_with([code.kind()]));
        assert_eq!(organisation_check(text), text.chars().nth(16).unwrap());
        let tolerant = TolerantCreditCode::from(code);
        assert!(!tolerant.is_suspect());
        assert_eq!(tolerant.strict(), Ok(code));
    }
}

#[test]
fn a_sum_that_31_divides_needs_the_check_character_0() {
    let whole: Vec<&str> = valid().filter(|code| weighted_sum(code) == 0).collect();
    assert!(!whole.is_empty());
    for code in whole {
        assert!(code.ends_with('0'));
        assert!(code.parse::<CreditCode>().is_ok(), "{code}");
    }
    // And of the others: value(check) + sum = 31.
    for code in valid().filter(|code| weighted_sum(code) != 0) {
        let check = ALPHABET.find(code.chars().last().unwrap()).unwrap();
        assert_eq!(check + weighted_sum(code), 31, "{code}");
    }
}

#[test]
fn organisation_codes_may_end_with_x_and_0() {
    for end in ['X', '0', '1'] {
        let with_end = valid().filter(|code| code.chars().nth(16) == Some(end));
        assert!(with_end.count() > 0, "{end}");
    }
    // The right characters for the suspect ones, by the naive computation.
    let repaired = "91350100M000100Y43";
    assert_eq!(organisation_check(repaired), '4');
    assert!(repaired.parse::<CreditCode>().is_ok());
}

#[test]
fn every_single_substitution_is_refused() {
    for text in valid() {
        for place in 0..18 {
            for other in ALPHABET
                .chars()
                .filter(|c| !text[place..].starts_with([*c]))
            {
                let wrong = format!("{}{other}{}", &text[..place], &text[place + 1..]);
                assert!(
                    matches!(
                        wrong.parse::<CreditCode>(),
                        Err(CreditCodeError::Check { .. }
                            | CreditCodeError::OrganisationCheck { .. })
                    ),
                    "{wrong}"
                );
                assert!(parse::<TolerantCreditCode>(&wrong).is_suspect());
            }
        }
    }
}

#[test]
fn early_codes_pass_the_tolerant_door_only() {
    for text in SUSPECT {
        assert!(text.parse::<CreditCode>().is_err(), "{text}");
        let code: TolerantCreditCode = parse(text);
        assert!(code.is_suspect());
        assert!(code.strict().is_err());
        assert_eq!(code.to_string(), text);
        assert!(
            enterprise("某公司")
                .with_code(code)
                .code()
                .unwrap()
                .is_suspect()
        );
    }
}

#[test]
fn the_error_names_the_character() {
    let parse = |text: &str| text.parse::<CreditCode>().unwrap_err();
    let stranger = |text: &str, found, position| CreditCodeError::Character {
        given: text.to_owned().into(),
        found,
        position,
    };
    for (text, found, position) in [
        ("91350100M000100Y4Z", 'Z', 18),
        ("9135O100M000100Y43", 'O', 5),
        ("91350100m000100Y43", 'm', 9),
        ("９1350100M000100Y43", '９', 1),
        ("91350100M000100Y4 ", ' ', 18),
    ] {
        assert_eq!(parse(text), stranger(text, found, position));
        let tolerant = text.parse::<TolerantCreditCode>().unwrap_err();
        assert_eq!(tolerant, stranger(text, found, position));
    }
    assert_eq!(
        parse("91350100M000100Y44"),
        CreditCodeError::Check {
            given: "91350100M000100Y44".to_owned().into(),
            expected: '3',
            found: '4',
        }
    );
    assert_eq!(
        parse("91350100M000100Y53"),
        CreditCodeError::OrganisationCheck {
            given: "91350100M000100Y53".to_owned().into(),
            expected: '4',
            found: '5',
        }
    );
    assert!(matches!(
        parse("91350100M000100Y4"),
        CreditCodeError::Length { characters: 17, .. }
    ));
}

#[test]
fn the_code_identifies_and_else_the_name() {
    let named = enterprise("文水县昌泰气体有限公司");
    assert_eq!(named.code(), None);
    assert_eq!(named.id().name(), Some(named.name()));
    assert_eq!(named.id().code(), None);

    let code: CreditCode = parse("91140106713678575D");
    let coded = named.clone().with_code(code);
    assert_eq!(coded.id().code(), Some(code.into()));
    assert_eq!(coded.id().name(), None);
    assert_eq!(coded.to_string(), "文水县昌泰气体有限公司");
    assert_eq!(coded.id(), EnterpriseId::from(code));

    // A name that has the form of a code is one, by every door.
    let odd = Enterprise::new(parse("91140106713678575D"));
    assert_eq!(odd.id(), coded.id());
    assert_eq!(parse::<EnterpriseId>("91140106713678575D"), coded.id());
    assert_eq!(
        odd.with_industry(parse("7514")).industry(),
        Some(parse("7514"))
    );
}
