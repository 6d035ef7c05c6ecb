//! [`named`]: what a type with a `name()` shows, in text and in JSON.

/// Implements `Display`, and with the feature `serde` `Serialize`, by `name()`.
macro_rules! named {
    ($($named:ty),+) => {
        $(
            impl core::fmt::Display for $named {
                fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                    f.pad(self.name())
                }
            }

            #[cfg(feature = "serde")]
            impl serde::Serialize for $named {
                fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    serializer.serialize_str(self.name())
                }
            }
        )+
    };
}

pub(crate) use named;
