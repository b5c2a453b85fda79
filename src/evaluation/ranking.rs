//! Enterprises by score; ties share a rank.

use alloc::string::ToString;
use alloc::vec::Vec;
use core::fmt::Display;

use super::EvaluationError;
use super::score::Score;
use crate::exact::Sum;
use crate::text::{quote, terms};

terms! {
    /// Which rank follows a tie.
    ///
    /// ```
    /// use standard_land::evaluation::Ties;
    ///
    /// assert_eq!("dense".parse::<Ties>()?, Ties::Dense);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum Ties("a way to count ties", "并列排名办法") {
        /// As many ranks are skipped as were shared: 1, 1, 3.
        Competition = "competition", "并列占位";
        /// None is skipped: 1, 1, 2.
        Dense = "dense", "并列不占位";
    }
}

/// An enterprise in a ranking.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(rename = "Ranked_of_{K}", transform = crate::described::brief)
)]
#[non_exhaustive]
pub struct Ranked<K> {
    /// Its rank, from 1; equal scores share it.
    #[cfg_attr(feature = "serde", serde(with = "crate::exact::Count"))]
    pub rank: u64,
    /// The enterprise.
    pub key: K,
    /// The exact score that it is ranked by.
    pub total: Sum,
    /// Its score, with the points it is made of.
    pub score: Score,
}

/// Enterprises by falling score, and those that have none.
///
/// Whatever the order they were given in, the ranking is the same: equal
/// scores share a rank and stand by key, for printing only. *Invariant*: what
/// is ranked and what is not are all that was given.
///
/// ```
/// use std::collections::BTreeMap;
///
/// use standard_land::evaluation::{Missing, Ranking, Scheme, Ties};
/// use standard_land::Error;
///
/// let small = Scheme::huangyan_2022_small();
/// let score = |tax: &str| -> Result<_, Error> {
///     let values = BTreeMap::from([("亩均税收".parse()?, tax.parse()?)]);
///     Ok(small.score(&values, Missing::Zero)?)
/// };
/// let ranking = Ranking::of(
///     [("c", score("5万元/亩·年")?), ("b", score("9万元/亩·年")?), ("a", score("9万元/亩·年")?)],
///     Ties::Competition,
/// )?;
/// let ranks: Vec<_> = ranking.places().iter().map(|place| (place.rank, place.key)).collect();
/// assert_eq!(ranks, [(1, "a"), (1, "b"), (3, "c")]);
/// # Ok::<(), Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(rename = "Ranking_of_{K}", transform = crate::described::brief)
)]
pub struct Ranking<K> {
    places: Vec<Ranked<K>>,
    unranked: Vec<(K, Score)>,
}

impl<K: Ord + Display> Ranking<K> {
    /// Ranks scores.
    ///
    /// *Cost*: O(n log n).
    ///
    /// # Errors
    ///
    /// [`EvaluationError::KeyRepeated`].
    pub fn of(
        scores: impl IntoIterator<Item = (K, Score)>,
        ties: Ties,
    ) -> Result<Self, EvaluationError> {
        let mut all: Vec<(K, Score)> = scores.into_iter().collect();
        all.sort_by(|(key, _), (other, _)| key.cmp(other));
        let mut following = all.iter().zip(all.iter().skip(1));
        if let Some(((key, _), _)) = following.find(|((key, _), (next, _))| key == next) {
            return Err(EvaluationError::KeyRepeated {
                key: quote(&key.to_string()),
            });
        }
        let mut places = Vec::with_capacity(all.len());
        let mut unranked = Vec::new();
        for (key, score) in all {
            match score.total().cloned() {
                None => unranked.push((key, score)),
                Some(total) => places.push(Ranked {
                    rank: 1,
                    key,
                    total,
                    score,
                }),
            }
        }
        // Stable: equal scores stay by key.
        places.sort_by(|place, other| other.total.cmp(&place.total));
        let (mut rank, mut position) = (0_u64, 0_u64);
        for tied in places.chunk_by_mut(|place, next| place.total == next.total) {
            rank = match ties {
                Ties::Competition => position.saturating_add(1),
                Ties::Dense => rank.saturating_add(1),
            };
            for place in tied {
                place.rank = rank;
                position = position.saturating_add(1);
            }
        }
        Ok(Self { places, unranked })
    }
}

impl<K> Ranking<K> {
    /// Those with a score, the highest first.
    #[must_use]
    pub fn places(&self) -> &[Ranked<K>] {
        &self.places
    }

    /// Those without a score, by key.
    #[must_use]
    pub fn unranked(&self) -> &[(K, Score)] {
        &self.unranked
    }
}

#[cfg(feature = "serde")]
impl<'de, K> serde::Deserialize<'de> for Ranking<K>
where
    K: Ord + Display + serde::Deserialize<'de>,
{
    /// Refuses places that no way to count ties gives.
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(serde::Deserialize)]
        #[serde(deny_unknown_fields, rename = "Ranking")]
        struct Wire<K> {
            places: Vec<Ranked<K>>,
            unranked: Vec<(K, Score)>,
        }

        let Wire { places, unranked } = Wire::deserialize(deserializer)?;
        let read = Self { places, unranked };
        for ties in Ties::ALL {
            let ranked = read
                .places
                .iter()
                .map(|place| (&place.key, place.score.clone()));
            let others = read
                .unranked
                .iter()
                .map(|(key, score)| (key, score.clone()));
            let ranking = Ranking::of(ranked.chain(others), *ties).map_err(crate::wire::refused)?;
            if ranking.is_of(&read) {
                return Ok(read);
            }
        }
        Err(crate::wire::refused(EvaluationError::Ranks))
    }
}

#[cfg(feature = "serde")]
impl<K: Eq> Ranking<&K> {
    /// Whether it holds what another one does.
    fn is_of(&self, other: &Ranking<K>) -> bool {
        let places = self.places.iter().zip(&other.places);
        let unranked = self.unranked.iter().zip(&other.unranked);
        self.places.len() == other.places.len()
            && places.into_iter().all(|(place, read)| {
                place.rank == read.rank && *place.key == read.key && place.total == read.total
            })
            && unranked
                .into_iter()
                .all(|((key, _), (read, _))| *key == read)
    }
}
