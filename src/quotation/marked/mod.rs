//! Words in marks: whether they are speech, by which cue and whose.
//!
//! [`frame`] cuts the text into sentences around marks, [`reader`] goes through them, [`proposal`] says
//! which cues and speakers there are, [`feature`] what can be seen of each, and [`attribution`] decides.

pub(crate) mod attribution;
pub(crate) mod feature;
pub(crate) mod frame;
pub(crate) mod proposal;
pub(crate) mod reader;
mod wording;
