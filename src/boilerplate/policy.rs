//! [`Policy`]: which categories go and which are only reported.

use crate::category::Category;

/// The categories that stay in the story though they are found; a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Policy {
    kept: u32,
}

impl Default for Policy {
    /// All goes but what a reader may need: corrections and addresses of help.
    fn default() -> Self {
        let mut policy = Self { kept: 0 };
        policy.set(Category::Correction, true);
        policy.set(Category::Helpline, true);
        policy
    }
}

impl Policy {
    /// Whether lines of `category` stay.
    pub(crate) const fn keeps(self, category: Category) -> bool {
        self.kept & (1 << category as u32) != 0
    }

    /// Lets lines of `category` stay, or go.
    pub(crate) fn set(&mut self, category: Category, kept: bool) {
        let bit = 1 << category as u32;
        self.kept = if kept {
            self.kept | bit
        } else {
            self.kept & !bit
        };
    }
}
