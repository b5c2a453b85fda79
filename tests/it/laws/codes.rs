//! Codes, names and terms: what is printed parses, whatever is given.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::string_slice,
    reason = "a panic is how a test fails"
)]

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::{Debug, Display};
use std::str::FromStr;
use std::sync::LazyLock;

use jsonschema::Validator;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::json;
use standard_land::allocation::{
    AllocationId, Milestone, SupervisionKind, SupervisionNumber, SupplyMethod,
};
use standard_land::calendar::Year;
use standard_land::enterprise::{EnterpriseId, EnterpriseName, TolerantCreditCode};
use standard_land::industry::{
    Agreement, CategoryScheme, Edition, Extent, IndustryLevel, Membership, ProducerService,
};
use standard_land::land_use::LandUse;
use standard_land::parcel::{ParcelCode, ParcelId};
use standard_land::region::DivisionLevel;
use standard_land::register::BlockId;
use standard_land::{CreditCode, DivisionCode, IndustryCategory, IndustryCode, LabelError};

use crate::given::parse;
use crate::wire::{Travels, comes_back};

/// Calls a function for every type that travels as text.
macro_rules! for_every_text {
    ($check:ident, $($argument:expr),*) => {
        for_every_text!(
            @ $check ($($argument),*)
            DivisionCode DivisionLevel LandUse IndustryCode IndustryLevel
            IndustryCategory ProducerService Extent Agreement CreditCode TolerantCreditCode
            EnterpriseName EnterpriseId ParcelCode ParcelId AllocationId SupplyMethod Milestone
            Year SupervisionNumber SupervisionKind BlockId
        )
    };
    (@ $check:ident $arguments:tt $($name:ident)+) => { $( for_every_text!(@@ $check $name $arguments); )+ };
    (@@ $check:ident $name:ident ($($argument:expr),*)) => { $check::<$name>($($argument),*)? };
}

trait Text: FromStr<Err: Error> + Display + Debug + Eq + Travels {}
impl<T: FromStr<Err: Error> + Display + Debug + Eq + Travels> Text for T {}

type Outcome = Result<(), TestCaseError>;

/// What is accepted prints to a text that is accepted again, as an equal
/// value; JSON and postcard strings are accepted just where the text is.
fn doors_agree<T: Text>(given: &str) -> Outcome {
    let value = given.parse::<T>().ok();
    if let Some(value) = &value {
        let printed = value.to_string();
        prop_assert!(
            printed.parse::<T>().is_ok_and(|again| again == *value),
            "{}",
            printed
        );
        #[cfg(feature = "serde")]
        prop_assert_eq!(json!(value), json!(printed));
    }
    #[cfg(feature = "serde")]
    prop_assert_eq!(serde_json::from_value::<T>(json!(given)).ok(), value);
    Ok(())
}

/// Codes and labels print what was given; only terms have a second spelling.
fn prints_as_given<T: Text>(given: &str) -> Outcome {
    if let Ok(value) = given.parse::<T>() {
        prop_assert_eq!(value.to_string(), given);
    }
    Ok(())
}

#[cfg(feature = "serde")]
fn only_strings<T: Text>(other: &serde_json::Value) -> Outcome {
    let read = serde_json::from_value::<T>(other.clone());
    prop_assert!(read.is_err(), "{:?} from {}", read, other);
    Ok(())
}

/// One good text for every grammar.
const GOOD: [&str; 21] = [
    "141121",
    "GB/T 21010-2017 0601",
    "Guide 2023 100101",
    "0601",
    "7514",
    "GB/T 4754-2002 3741",
    "M",
    "producer-services/05",
    "生产性服务业",
    "91140106713678575D",
    "91350100M0001TGQXM",
    "文水县昌泰气体有限公司",
    "141121001002GB00017",
    "1411212012B00017",
    "3307822009C99999-12",
    "2024",
    "listing-grant",
    "合同签订日期",
    "partial",
    "县级",
    "not-listed",
];

/// A good text with some characters removed, doubled or replaced.
fn almost_good() -> impl Strategy<Value = String> {
    let edits = proptest::collection::vec((any::<Index>(), any::<char>(), 0..5_u8), 0..3);
    (select(GOOD.as_slice()), edits).prop_map(|(text, edits)| {
        let mut characters: Vec<char> = text.chars().collect();
        for (place, other, kind) in edits {
            if characters.is_empty() {
                break;
            }
            let place = place.index(characters.len());
            match kind {
                0 => drop(characters.remove(place)),
                1 => characters.insert(place, characters[place]),
                2 => characters.insert(place, other),
                3 => characters[place] = other,
                _ => characters[place] = '0',
            }
        }
        characters.into_iter().collect()
    })
}

proptest! {
    #[test]
    fn arbitrary_strings_never_panic(given in any::<String>()) {
        for_every_text!(doors_agree, &given);
        // Schemes are longer than a line.
        let scheme = format!("name = {given}\nedition = {given}\nsource = e\n{given}");
        if let Ok(scheme) = scheme.parse::<CategoryScheme>() {
            prop_assert_eq!(parse::<CategoryScheme>(&scheme.to_string()), scheme);
        }
        let _ = given.parse::<CategoryScheme>();
    }

    #[test]
    fn strings_that_are_almost_good_never_panic(given in almost_good()) {
        for_every_text!(doors_agree, &given);
        macro_rules! as_given { ($($name:ty),+) => { $( prints_as_given::<$name>(&given)?; )+ } }
        as_given!(
            DivisionCode, LandUse, IndustryCode, CreditCode,
            TolerantCreditCode, EnterpriseName, EnterpriseId, ParcelCode, ParcelId, AllocationId,
            Year, SupervisionNumber, BlockId
        );
    }

    #[cfg(feature = "serde")]
    #[test]
    fn what_travels_as_text_is_read_from_strings_only(number in any::<i64>(), float in any::<f64>()) {
        for other in [json!(number), json!(float), json!(null), json!(true), json!([]), json!({})] {
            for_every_text!(only_strings, &other);
        }
    }

    #[test]
    fn divisions(code in 100_000_u32..=999_999) {
        let text = code.to_string();
        doors_agree::<DivisionCode>(&text)?;
        let division = DivisionCode::new(code).ok();
        prop_assert_eq!(&text.parse::<DivisionCode>().ok(), &division);
        let without = text[2..4] == *"00" && text[4..] != *"00";
        prop_assert_eq!(division.is_none(), without && text[..2] != *"46");
        if let Some(division) = division {
            prop_assert_eq!(division.to_u32(), code);
            prop_assert_eq!(division.is_in_force(), DivisionCode::all().any(|it| it == division));
            let mut below = Some(division);
            for above in division.ancestors() {
                prop_assert!(above.level() < division.level());
                prop_assert_eq!(below.and_then(DivisionCode::parent), Some(above));
                prop_assert!(division.is_within(above) && !above.is_within(division));
                below = Some(above);
            }
            prop_assert_eq!(below, Some(division.province()));
        }
    }

    #[test]
    fn numbers_outside_of_six_digits_are_no_division(code in any::<u32>()) {
        let division = DivisionCode::new(code).ok();
        prop_assert_eq!(division, code.to_string().parse().ok());
    }

    #[test]
    fn industry_codes(a in 0..IndustryCode::COUNT, b in 0..IndustryCode::COUNT) {
        let [a, b] = [a, b].map(|index| IndustryCode::from_index(index).unwrap());
        prop_assert_eq!(IndustryCode::from_index(a.index()), Some(a));
        prop_assert_eq!(parse::<IndustryCode>(&a.to_string()), a);
        for above in [b, a, a.section(), b.parent().unwrap_or(b)] {
            let expected = a == above || a.ancestors().any(|code| code == above);
            prop_assert_eq!(a.is_within(above), expected);
        }
        // Pre-order: whatever lies between a code and one below it is below it.
        let (low, high) = (a.min(b), a.max(b));
        if high.is_within(low) {
            for between in low.index()..high.index() {
                prop_assert!(IndustryCode::from_index(between).unwrap().is_within(low));
            }
        }
        prop_assert_eq!(low.index() <= high.index(), true);
        prop_assert!(a.parent().is_none_or(|parent| parent < a));
    }

    #[test]
    fn credit_codes(text in "[0-9A-HJ-NP-RTUWXY]{2}[1-9][0-9]{5}[0-9A-HJ-NP-RTUWXY]{10}") {
        let tolerant: TolerantCreditCode = parse(&text);
        prop_assert_eq!(tolerant.as_str(), &text);
        prop_assert_eq!(tolerant.is_suspect(), text.parse::<CreditCode>().is_err());
        prop_assert_eq!(tolerant.strict().ok(), text.parse().ok());
        prop_assert_eq!(parse::<EnterpriseId>(&text).code(), Some(tolerant));
        // Of the 11 × 31 endings at most one is right; J to Y end no organisation code.
        let endings = "0123456789X".chars().flat_map(|organisation| {
            "0123456789ABCDEFGHJKLMNPQRTUWXY".chars().map(move |check| (organisation, check))
        });
        let right = endings.filter(|(organisation, check)| {
            format!("{}{organisation}{check}", &text[..16]).parse::<CreditCode>().is_ok()
        });
        prop_assert_eq!(right.count(), 1);
    }

    #[test]
    fn parcel_codes(text in "[1-9][0-9]{3}0[1-9][0-9]{6}[GJZ][A-Z][0-9]{5}") {
        prop_assume!(text[2..4] != *"00");
        let code: ParcelCode = parse(&text);
        let parts = [
            &code.county().to_string(), code.cadastral_zone(), code.sub_zone(),
            &code.owner().to_string(), &code.right().to_string(), code.serial(),
        ];
        prop_assert_eq!(parts.concat(), text);
    }

    #[test]
    fn supervision_numbers(text in "[1-9][1-9]0[1-9][0-9]{6}[ABC][0-9]{5,6}(-[1-9][0-9]{0,3})?") {
        let number: SupervisionNumber = parse(&text);
        prop_assert_eq!(number.to_string(), &text[..]);
        let id = AllocationId::from(number);
        prop_assert_eq!(id.as_str(), &text[..]);
        prop_assert_eq!(parse::<AllocationId>(&text).supervision_number(), Some(number));
    }

    #[test]
    fn labels(text in "[\\PC\\p{Cf}\\p{Cc}]{1,120}") {
        let seen = text.trim() == text && !text.chars().any(is_unseen);
        let good = seen && text.chars().count() <= 100;
        prop_assert_eq!(text.parse::<ParcelId>().is_ok(), good);
        prop_assert_eq!(text.parse::<AllocationId>().is_ok(), good);
        prop_assert_eq!(text.parse::<BlockId>().is_ok(), good);
        prop_assert_eq!(text.parse::<EnterpriseName>().is_ok(), seen);
    }

    #[test]
    fn schemes(members in proptest::collection::btree_map(
        0..IndustryCode::COUNT, (0..CATEGORIES, any::<bool>(), any::<bool>()), 0..30)
    ) {
        let scheme = scheme(&members);
        prop_assert_eq!(&parse::<CategoryScheme>(&scheme.to_string()), &scheme);
        comes_back(&scheme);
        prop_assert!(scheme.memberships().is_sorted());
        let reversed = scheme.memberships().iter().rev().copied();
        prop_assert_eq!(&CategoryScheme::new("n", "e", "s", reversed).unwrap(), &scheme);
        // Each twice is refused.
        let twice = scheme.memberships().iter().chain(scheme.memberships()).copied();
        prop_assert_eq!(CategoryScheme::new("n", "e", "s", twice).is_ok(), members.is_empty());
    }
}

/// What a code derives follows from what its classes do.
mod derived {
    use proptest::collection::btree_map;
    use proptest::prelude::*;
    use standard_land::industry::Derivation;
    use standard_land::{IndustryCategory, IndustryCode};

    use super::scheme;
    use crate::given::parse;

    /// The category of a class, where it is one and whole: by the nearest code.
    fn whole(derivation: Derivation<'_>) -> Option<IndustryCategory> {
        match derivation {
            Derivation::Full(category) => Some(category),
            _ => None,
        }
    }

    proptest! {
        #[test]
        fn a_code_is_in_full_what_all_its_classes_are(
            members in btree_map(0..60_usize, (0..14_usize, any::<bool>(), any::<bool>()), 0..12)
        ) {
            // Few codes, so that they stand above each other.
            let root: IndustryCode = parse("M");
            let codes: Vec<IndustryCode> = [root].into_iter().chain(root.descendants()).collect();
            let members = members.into_iter().map(|(place, member)| (codes[place].index(), member));
            let scheme = scheme(&members.collect());
            for code in &codes {
                let derived = scheme.derive(*code);
                let classes: Vec<_> = code.classes().map(|class| scheme.derive(class)).collect();
                match derived {
                    Derivation::Full(category) => prop_assert!(
                        classes.iter().all(|class| whole(*class).is_some_and(|it| it.is_within(category))),
                        "{}", code
                    ),
                    Derivation::Partial { listed, below } => {
                        prop_assert!(listed.iter().all(|it| code.is_within(it.code)));
                        prop_assert!(below.iter().all(|it| it.code.is_within(*code) && it.code != *code));
                        let all = scheme.memberships().iter();
                        let all = all.filter(|it| it.code.is_within(*code) && it.code != *code);
                        prop_assert!(all.eq(below));
                        // One category for all of it would have been that.
                        let first = listed.first().map(|it| it.category);
                        let is_whole = first.is_some_and(|category| {
                            listed.iter().chain(below).all(|it| {
                                it.extent == standard_land::industry::Extent::Full
                                    && it.category.is_within(category)
                            })
                        });
                        prop_assert!(!is_whole, "{}", code);
                    }
                    Derivation::NotListed => prop_assert!(
                        classes.iter().all(|class| *class == Derivation::NotListed), "{}", code
                    ),
                    other => return Err(TestCaseError::fail(format!("{other:?}"))),
                }
            }
        }
    }
}

/// Whether a character is of a class that labels refuse, by the tables of a
/// library of regular expressions.
fn is_unseen(character: char) -> bool {
    static UNSEEN: LazyLock<Validator> = LazyLock::new(|| {
        let classes = r"^[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]$";
        jsonschema::validator_for(&json!({ "pattern": classes })).unwrap()
    });
    UNSEEN.is_valid(&json!(character))
}

/// Every character there is, between two others.
#[test]
fn a_label_holds_every_character_that_is_seen_and_no_other() {
    for character in '\0'..=char::MAX {
        let label = format!("a{character}b").parse::<ParcelId>();
        match label {
            Ok(label) => {
                assert!(!is_unseen(character), "{character:?}");
                assert_eq!(label.as_str(), format!("a{character}b"));
            }
            Err(LabelError::Control {
                found, position, ..
            }) => {
                assert!(found.is_control() && found == character && position == 2);
            }
            Err(LabelError::Invisible {
                found, position, ..
            }) => {
                assert!(
                    is_unseen(character) && found == character && position == 2,
                    "{character:?}"
                );
            }
            Err(error) => panic!("{error}"),
        }
    }
}

#[test]
fn names_as_offices_print_them_are_held() {
    for name in [
        "山西铨泰电力工程有限公司（文水）",
        "ＡＢＣ（中国）有限公司",
        "第一\u{3000}第二有限公司",
        "A\u{a0}B Co., Ltd.",
        "㈱日立·中国——上海",
        // Of private use, as in names typed by the code page GBK.
        "王\u{e863}机械厂",
        // Beyond the basic plane: CJK extension B.
        "\u{20bb7}野家餐饮有限公司",
        "〇七〇一号",
    ] {
        assert_eq!(parse::<EnterpriseName>(name).as_str(), name);
    }
    // One of each class that is refused.
    for (class, character) in [
        ("Cc", '\u{7}'),
        ("Cc of Latin-1", '\u{85}'),
        ("Cf, a soft hyphen", '\u{ad}'),
        ("Cf, a zero-width space", '\u{200b}'),
        ("Cf, a zero-width joiner", '\u{200d}'),
        ("Cf, right to left", '\u{202e}'),
        ("Cf, isolated from right to left", '\u{2067}'),
        ("Cf, a word joiner", '\u{2060}'),
        ("Cf, a byte-order mark", '\u{feff}'),
        ("Cf, a tag", '\u{e0041}'),
        ("Zl", '\u{2028}'),
        ("Zp", '\u{2029}'),
        ("ignorable, a joiner of graphemes", '\u{34f}'),
        ("ignorable, a filler of Hangul", '\u{3164}'),
        ("ignorable, a selector of a variant", '\u{fe0f}'),
        ("ignorable, a selector of an ideograph", '\u{e0100}'),
    ] {
        assert!(
            format!("甲{character}乙")
                .parse::<EnterpriseName>()
                .is_err(),
            "{class}"
        );
    }
}

/// How many categories there are.
const CATEGORIES: usize = 14;

/// Codes with one category in full, or with one or two in part.
fn scheme(members: &BTreeMap<usize, (usize, bool, bool)>) -> CategoryScheme {
    let categories: Vec<IndustryCategory> = IndustryCategory::all().collect();
    let memberships = members.iter().flat_map(|(code, (category, full, second))| {
        let code = IndustryCode::from_index(*code).unwrap();
        let extent = if *full { Extent::Full } else { Extent::Partial };
        let next = (category + 1) % CATEGORIES;
        let both = [*category, next].map(|place| Membership {
            code,
            category: categories[place],
            extent,
        });
        both.into_iter().take(if *full || !*second { 1 } else { 2 })
    });
    CategoryScheme::new("n", "e", "s", memberships).unwrap()
}

#[test]
fn the_order_of_the_standard_is_pre_order() {
    let mut open: Vec<IndustryCode> = Vec::new();
    for code in Edition::ALL.iter().copied().flat_map(IndustryCode::all) {
        while open.last().copied() != code.parent() {
            assert!(open.pop().is_some(), "{code} stands away from its parent");
        }
        assert_eq!(open.len() + 1, 1 + code.ancestors().count());
        open.push(code);
        // What lies just behind the last code below another is not below it.
        if let Some(before) = code
            .index()
            .checked_sub(1)
            .and_then(IndustryCode::from_index)
        {
            for above in before.ancestors().chain([before]) {
                assert_eq!(
                    code.is_within(above),
                    open.contains(&above),
                    "{code} in {above}"
                );
            }
        }
    }
}

#[test]
fn all_terms_parse_by_code_and_by_chinese_name() {
    fn check<T: Text + Copy>(all: &[T], code: fn(T) -> &'static str, zh: fn(T) -> &'static str) {
        for term in all {
            assert_eq!(parse::<T>(code(*term)), *term);
            assert_eq!(parse::<T>(zh(*term)), *term);
            assert_eq!(term.to_string(), code(*term));
            assert!(doors_agree::<T>(code(*term)).is_ok());
        }
    }
    macro_rules! check { ($($name:ty),+) => { $( check(<$name>::ALL, <$name>::code, <$name>::name_zh); )+ } }
    check!(
        DivisionLevel,
        IndustryLevel,
        ProducerService,
        Extent,
        Agreement,
        SupplyMethod,
        Milestone,
        SupervisionKind
    );
}
