//! What a rule may do besides condemning the line that it matches. Bits.

/// A standing formula: holds though the line reports or quotes.
pub(crate) const FIRM: u16 = 1;
/// Counts only beside a line that is boilerplate anyway.
pub(crate) const WEAK: u16 = 1 << 1;
/// The links under it belong to it.
pub(crate) const HEADER: u16 = 1 << 2;
/// The paragraph under it belongs to it.
pub(crate) const NOTES: u16 = 1 << 3;
/// Counts inside the story and above it too.
pub(crate) const INSIDE: u16 = 1 << 4;
/// Counts above the story too.
pub(crate) const HEAD: u16 = 1 << 5;
/// Never cuts a sentence off the end of a paragraph.
pub(crate) const LINE: u16 = 1 << 6;
/// Does not count at the end.
pub(crate) const NOT_TAIL: u16 = 1 << 7;
/// Names and titles are its matter: pronouns and short quotations do not speak against it.
pub(crate) const TITLES: u16 = 1 << 8;
/// Condemns the whole line, wherever in it the match stands.
pub(crate) const WHOLE: u16 = 1 << 9;
/// Counts only on a line without a final stop.
pub(crate) const BARE: u16 = 1 << 10;
/// A sentence that it matches is story, whatever the rules after it say.
pub(crate) const STORY: u16 = 1 << 11;

pub(super) fn named(name: &str) -> Option<u16> {
    Some(match name {
        "titles" => TITLES,
        "whole" => WHOLE,
        "bare" => BARE,
        "story" => STORY,
        "firm" => FIRM,
        "weak" => WEAK,
        "header" => HEADER,
        "notes" => NOTES,
        "inside" => INSIDE,
        "head" => HEAD,
        "line" => LINE,
        "not-tail" => NOT_TAIL,
        _ => return None,
    })
}
