//! The form of a cue that no auxiliary stands before: a verb, and which, or none at all.
//!
//! "claims" may be a noun and "named" a participle that says what a noun is like; the words around tell.

use crate::language::quotation::Flags;
use crate::language::weights::Form;
use crate::quotation::clause::tokens::{Shape, Token};

use super::{ends_name, is_adverb, is_reflexive};

/// The form of the verb at `word` in a clause from `start` on, which no auxiliary stands before; `None` where
/// it is a noun or says what a noun is like.
pub(super) fn bare(tokens: &[Token], word: usize, start: usize, flags: Flags) -> Option<Form> {
    let (subject, before) = (&tokens[..start], tokens[..start].last());
    let owned = || before.is_some_and(is_owner) || is_owned(tokens, word);
    let attribute = flags.any(Flags::PARTICIPLE) && owned();
    let named = flags.any(Flags::LABEL) && names_noun(tokens, word);
    let reduced = flags.any(Flags::PARTICIPLE)
        && (ends_with_venue(subject) || lacks_object(tokens, word) || is_said_aside(tokens, word));
    if attribute || named || reduced {
        return None;
    }
    if is_asked(before, flags) || is_asked_aside(tokens, word) {
        return Some(Form::Passive);
    }
    let can_be_noun = flags.any(Flags::NOUN);
    let nominal = before.is_some_and(|t| is_adjective(t) || opens_noun(t, flags))
        || can_be_noun && ends_with_year(subject);
    if flags.any(Flags::GERUND) {
        // "his warning", "a 40-minute shooting spree", "rare reporting", "the briefing room"
        let counted = before.is_some_and(|t| t.is(Flags::NUMBER) && t.is_word());
        let takes_nothing = tokens
            .get(word + 1)
            .is_none_or(|t| t.word.role.is_nominal() || !t.is_word());
        let article = takes_nothing && before.is_some_and(|t| t.is(Flags::THE) || is_article(t));
        let described =
            counted || article || before.is_some_and(is_adjective) || has_clause(tokens, word);
        let noun = described || nominal && can_be_noun;
        return (!noun).then_some(Form::Participle);
    }
    let agrees = flags.any(Flags::PRESENT.or(Flags::PAST))
        || !(follows_article(subject) || can_be_noun && ends_singular(subject));
    let rules = || rules_verb(tokens, word, start) || is_stressed(tokens, word);
    let noun = nominal || !agrees || (can_be_noun || word == 1) && rules();
    let verb = !noun || !flags.any(Flags::BASE.or(Flags::PRESENT));
    verb.then_some(Form::Finite)
}

/// Whether what may be a participle with `flags` behind a conjunction says what was put to somebody: "when
/// asked about it".
fn is_asked(before: Option<&Token>, flags: Flags) -> bool {
    const OTHER: Flags = Flags::SUBJECT
        .or(Flags::THAT)
        .or(Flags::RELATIVE)
        .or(Flags::AS);
    let conjunction = before.is_some_and(|t| t.is(Flags::SUBORDINATOR) && !t.is(OTHER));
    conjunction && flags.any(Flags::PARTICIPLE) && flags.any(Flags::PERSON)
}

/// Whether the participle at `word` opens an aside on what the subject before it was asked: "Lee, asked whether
/// it rained, said".
fn is_asked_aside(tokens: &[Token], word: usize) -> bool {
    const NEAR: usize = 12;
    let asks = tokens.get(word + 1).is_some_and(|t| t.is(Flags::QUESTION));
    let put = tokens[word].is(Flags::PARTICIPLE) && tokens[word].is(Flags::PERSON);
    let comma = word.checked_sub(1).filter(|_| asks && put);
    comma.is_some_and(|comma| {
        let subject = &tokens[comma.saturating_sub(NEAR)..comma];
        tokens[comma].shape == Shape::Comma && !has_verb(subject)
    })
}

/// Whether the participle at `word` opens an aside on what is said of the subject before it: "Lee, said by the
/// board to be ill, left".
fn is_said_aside(tokens: &[Token], word: usize) -> bool {
    const NEAR: usize = 10;
    let flags = tokens[word].word.flags;
    let comma = word > 0 && tokens[word - 1].shape == Shape::Comma;
    let behind = &tokens[word + 1..tokens.len().min(word + NEAR)];
    let passive = behind
        .first()
        .is_some_and(|t| t.is(Flags::BY.or(Flags::TO)));
    let to = behind.iter().position(|t| t.is(Flags::TO) || !t.is_word());
    let been = |t: &Token| t.is(Flags::BE.or(Flags::HAVE));
    let is_so =
        to.is_some_and(|to| behind[to].is(Flags::TO) && behind.get(to + 1).is_some_and(been));
    comma && passive && is_so && flags.any(Flags::PARTICIPLE) && flags.any(Flags::CLAUSE)
}

/// "serious" of "serious questions".
fn is_adjective(token: &Token) -> bool {
    token.shape == Shape::Lower && token.is(Flags::ADJECTIVE)
}

/// "her" of "her stated aims".
fn is_owner(token: &Token) -> bool {
    token.is_word() && (token.is(Flags::POSSESSIVE.or(Flags::THE)) || is_article(token))
}

/// Whether what may be a verb with `flags` is a noun behind a token: "the claims", "in demand", "mounting
/// questions".
fn opens_noun(token: &Token, flags: Flags) -> bool {
    let noun = flags.any(Flags::NOUN);
    if token.is(Flags::GERUND.or(Flags::ING)) && noun && !flags.any(Flags::PAST) {
        return true;
    }
    let opens = token.is(Flags::DETERMINER.or(Flags::PREPOSITION).or(Flags::NUMBER));
    // "some say", but "some states"
    let agrees = flags.any(Flags::BASE.or(Flags::PAST)) || !is_plural(token);
    let alone = token.is(Flags::ALONE.or(Flags::NUMBER)) && !noun && agrees;
    opens && !alone && !token.is(Flags::ADVERB.or(Flags::SUBORDINATOR).or(Flags::RELATIVE))
        || token.shape == Shape::Clitic && token.is(Flags::BE)
}

/// "In a statement" and "said in a statement" of "said in a statement posted on X", not "the mayor in a
/// statement said".
fn ends_with_venue(tokens: &[Token]) -> bool {
    const NEAR: usize = 4;
    let [before @ .., link, opener, venue] = tokens else {
        return false;
    };
    let noun = venue.is(Flags::VENUE) && venue.shape == Shape::Lower;
    let phrase = noun && opener.is(Flags::DETERMINER) && link.is(Flags::PREPOSITION);
    let said = |t: &Token| t.is(Flags::SAYING) && t.is(Flags::PAST.or(Flags::PRESENT));
    phrase && (before.is_empty() || before.iter().rev().take(NEAR).any(said))
}

/// "a 2009" of "a 2009 report".
fn ends_with_year(tokens: &[Token]) -> bool {
    const DIGITS: usize = 4;
    match tokens {
        [.., opener, year] => {
            let number = year.shape == Shape::Number && year.span.len() == DIGITS;
            number && opener.is(Flags::DETERMINER) && opener.is_word()
        }
        _ => false,
    }
}

/// Whether "that" opens a relative clause behind the noun at `word`: "a ruling that said it rained".
fn has_clause(tokens: &[Token], word: usize) -> bool {
    let that = tokens.get(word + 1).is_some_and(|t| t.is(Flags::THAT));
    that && tokens.get(word + 2).is_some_and(|verb| {
        let finite =
            verb.is(Flags::PAST.or(Flags::ED)) || verb.is(Flags::AUXILIARY.or(Flags::MODAL));
        finite && verb.is_word()
    })
}

/// Whether what may be a verb at `word` is a participle, since nobody stands behind it who was accused: "a man accused
/// of theft", but "whom he once accused of theft".
fn lacks_object(tokens: &[Token], word: usize) -> bool {
    let of = tokens.get(word + 1).is_some_and(|t| t.is(Flags::OF));
    let before = tokens[..word].iter().rev().find(|t| !is_adverb(t));
    let active = before.is_some_and(|t| t.is(Flags::SUBJECT));
    of && tokens[word].is(Flags::LABEL) && tokens[word].word.prepositions != 0 && !active
}

/// Whether the participle at `word` says how somebody is called: "a man named Lee left", but "a man called
/// Lee a liar".
fn names_noun(tokens: &[Token], word: usize) -> bool {
    const NEAR: usize = 4;
    let noun = |t: &&Token| t.is_word() && t.word.role.is_nominal();
    let before = &tokens[word.saturating_sub(NEAR)..word];
    let nouns = before.iter().rev().take_while(noun).count();
    let common = before.last().is_some_and(|t| t.shape == Shape::Lower);
    let opener = before.len().checked_sub(nouns + 1).map(|at| &before[at]);
    let behind = &tokens[word + 1..];
    let capitals = behind.iter().take_while(|t| t.shape == Shape::Capital);
    let Some(last) = capitals.last() else {
        return false;
    };
    let next = behind.iter().find(|t| t.shape != Shape::Capital);
    let aside = word > 0 && tokens[word - 1].shape == Shape::Comma;
    let closes = |t: &Token| matches!(t.shape, Shape::Comma | Shape::Close);
    if aside && next.is_some_and(closes) {
        // "the fund, dubbed Norwood, grew"
        return tokens[word].is(Flags::PARTICIPLE);
    }
    let ends = next.is_none_or(|t| {
        let links = t.is(Flags::RELATIVE.or(Flags::PREPOSITION));
        let verb = t.word.role.is_verb_behind(last.word.role);
        links || verb || t.shape != Shape::Quoted && !t.is_word()
    });
    nouns > 0
        && common
        && ends
        && opener.is_some_and(is_article)
        && tokens[word].is(Flags::PARTICIPLE)
}

/// Whether `tokens` end with a noun phrase of one, behind which no verb is in its base form: "his
/// tax claim", but "the owners of the boat claim", "the crew claim".
fn ends_singular(tokens: &[Token]) -> bool {
    const NEAR: usize = 4;
    const LINKS: Flags = Flags::PREPOSITION
        .or(Flags::COORDINATOR)
        .or(Flags::GERUND)
        .or(Flags::ING);
    let inside = |t: &Token| t.shape == Shape::Lower && t.word.role.is_nominal();
    let several = |t: &Token| t.last == b's' || t.is(Flags::PLURAL.or(Flags::CUE));
    let Some((noun, before)) = tokens.split_last() else {
        return false;
    };
    if !inside(noun) || several(noun) {
        return false;
    }
    let near = &before[before.len().saturating_sub(NEAR)..];
    let Some(opener) = near.iter().rposition(|t| !inside(t)) else {
        return false;
    };
    let opens = near[opener].is(Flags::DETERMINER) && !is_plural(&near[opener]);
    let left = before.len() - near.len() + opener;
    let joined = left > 0 && before[left - 1].is(LINKS);
    opens && !joined
}

/// Whether `tokens` end with a noun phrase that "a" opens, behind which no verb is in its base form: "a
/// Facebook post".
fn follows_article(tokens: &[Token]) -> bool {
    const NEAR: usize = 4;
    let noun = |t: &&Token| t.word.role.is_nominal() && t.is_word();
    let nouns = tokens.iter().rev().take(NEAR).take_while(noun).count();
    let opener = tokens.len().checked_sub(nouns + 1).map(|at| &tokens[at]);
    nouns > 0 && opener.is_some_and(is_article)
}

/// "a", "an"
fn is_article(token: &Token) -> bool {
    token.is(Flags::DETERMINER) && token.span.len() <= 2
}

/// A determiner or number of several: "some", "20".
fn is_plural(token: &Token) -> bool {
    token.shape == Shape::Number || token.is(Flags::PLURAL)
}

/// Whether what may be a noun at `word`, in a clause from `start` on, is the subject of a verb right
/// behind it: "new details emerged", but "what he claims was a lie".
fn rules_verb(tokens: &[Token], word: usize, start: usize) -> bool {
    const NEAR: usize = 6;
    let before = &tokens[start.saturating_sub(NEAR)..start];
    let named = before.last().is_none_or(|t| t.is(Flags::SUBJECT));
    let finite = tokens.get(word + 1).is_some_and(|next| {
        next.is(Flags::ED.or(Flags::AUXILIARY).or(Flags::MODAL)) && next.is_word()
    });
    finite && !named && !before.iter().any(|t| t.is(Flags::RELATIVE))
}

/// "report" of "the report itself makes".
fn is_stressed(tokens: &[Token], word: usize) -> bool {
    match tokens.get(word + 1..word + 3) {
        Some([own, next]) => is_reflexive(own) && next.word.role.is_verb_behind(own.word.role),
        _ => false,
    }
}

/// Whether the participle at `word` behind the `'s` of a name says what something is like: "Lee's proposed tax
/// rose", but "Lee's said it rained", "Lee's reported losses".
fn is_owned(tokens: &[Token], word: usize) -> bool {
    const OPENERS: Flags = Flags::QUESTION
        .or(Flags::THAT)
        .or(Flags::DETERMINER)
        .or(Flags::SUBJECT)
        .or(Flags::OBJECT_PRONOUN);
    let Some(clitic) = word.checked_sub(1).filter(|&at| ends_name(tokens, at)) else {
        return false;
    };
    let flags = tokens[word].word.flags;
    let said = flags.any(Flags::CLAUSE) && !flags.any(Flags::OBJECT);
    let behind = &tokens[word + 1..];
    if said || behind.first().is_some_and(|t| t.is(OPENERS)) {
        return false;
    }
    let name = tokens[..clitic]
        .iter()
        .rposition(|t| t.shape != Shape::Capital);
    let opens = name.is_none_or(|at| !tokens[at].is_word() || tokens[at].is(Flags::COORDINATOR));
    let rest = behind.iter().take_while(|t| t.is_part()).count();
    !opens || !flags.any(Flags::OBJECT) || has_verb(&behind[..rest])
}

/// Whether a verb stands behind the first of `words`.
fn has_verb(words: &[Token]) -> bool {
    let mut pairs = words.windows(2);
    pairs.any(|pair| pair[1].word.role.is_verb_behind(pair[0].word.role))
}
