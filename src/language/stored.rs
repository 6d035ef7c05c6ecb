//! [`Stored`]: tables as bytes, so that the first text need not wait for the lists to be read.
//!
//! The tables of a language lie beside its lists, in `tables`; numbers in them are little endian.
//! They are written by `lists`, which also tests that they are those of the lists.
//! What is missing at the end reads as nothing.

use std::borrow::Cow;

/// What is left to be read.
pub(crate) type Bytes = &'static [u8];

/// What can be written as bytes and read from them.
pub(crate) trait Stored: Sized {
    /// Writes it behind `to`.
    #[cfg(test)]
    fn store(&self, to: &mut Vec<u8>);

    /// Reads it off the start of `from`.
    fn restore(from: &mut Bytes) -> Self;

    /// Reads so many off the start of `from`.
    fn restore_all(from: &mut Bytes, len: usize) -> Vec<Self> {
        (0..len).map(|_| Self::restore(from)).collect()
    }
}

/// Numbers are stored as they are, types with fields field by field, one case of few by its number.
macro_rules! stored {
    ($($number:ty),+) => {
        $(impl Stored for $number {
            #[cfg(test)]
            fn store(&self, to: &mut Vec<u8>) {
                to.extend_from_slice(&self.to_le_bytes());
            }

            #[inline]
            fn restore(from: &mut Bytes) -> Self {
                let Some((bytes, rest)) = from.split_first_chunk() else {
                    *from = &[];
                    return Self::default();
                };
                *from = rest;
                Self::from_le_bytes(*bytes)
            }

            fn restore_all(from: &mut Bytes, len: usize) -> Vec<Self> {
                const SIZE: usize = size_of::<$number>();
                let (bytes, rest) = from.split_at_checked(len * SIZE).unwrap_or_default();
                *from = rest;
                let numbers = bytes.chunks_exact(SIZE);
                let number = |bytes: &[u8]| bytes.try_into().map(Self::from_le_bytes);
                numbers.map(|bytes| number(bytes).unwrap_or_default()).collect()
            }
        })+
    };
    ($name:ident in $all:expr) => {
        impl $crate::language::stored::Stored for $name {
            #[cfg(test)]
            fn store(&self, to: &mut Vec<u8>) {
                $crate::language::stored::Stored::store(&(*self as u8), to);
            }

            fn restore(from: &mut $crate::language::stored::Bytes) -> Self {
                let all = &$all;
                let number = usize::from(u8::restore(from));
                all.get(number).copied().unwrap_or(all[0])
            }
        }
    };
    ($name:ident { $($field:tt),+ $(,)? }) => {
        impl $crate::language::stored::Stored for $name {
            #[cfg(test)]
            fn store(&self, to: &mut Vec<u8>) {
                $($crate::language::stored::Stored::store(&self.$field, to);)+
            }

            fn restore(from: &mut $crate::language::stored::Bytes) -> Self {
                Self { $($field: $crate::language::stored::Stored::restore(from)),+ }
            }
        }
    };
}

pub(crate) use stored;

stored!(u8, u16, i16, u32, u64, f32);

impl Stored for () {
    #[cfg(test)]
    fn store(&self, _: &mut Vec<u8>) {}

    fn restore(_: &mut Bytes) -> Self {}
}

impl Stored for bool {
    #[cfg(test)]
    fn store(&self, to: &mut Vec<u8>) {
        u8::from(*self).store(to);
    }

    fn restore(from: &mut Bytes) -> Self {
        u8::restore(from) != 0
    }
}

impl<A: Stored, B: Stored> Stored for (A, B) {
    #[cfg(test)]
    fn store(&self, to: &mut Vec<u8>) {
        self.0.store(to);
        self.1.store(to);
    }

    #[inline]
    fn restore(from: &mut Bytes) -> Self {
        let first = A::restore(from);
        (first, B::restore(from))
    }
}

impl<T: Stored, const N: usize> Stored for [T; N] {
    #[cfg(test)]
    fn store(&self, to: &mut Vec<u8>) {
        for item in self {
            item.store(to);
        }
    }

    #[inline]
    fn restore(from: &mut Bytes) -> Self {
        core::array::from_fn(|_| T::restore(from))
    }
}

/// How many, then each.
impl<T: Stored> Stored for Vec<T> {
    #[cfg(test)]
    fn store(&self, to: &mut Vec<u8>) {
        (self.len() as u32).store(to);
        for item in self {
            item.store(to);
        }
    }

    #[inline]
    fn restore(from: &mut Bytes) -> Self {
        let len = u32::restore(from) as usize;
        T::restore_all(from, len)
    }
}

/// How many bytes, then these; a word is short.
impl Stored for Cow<'static, str> {
    #[cfg(test)]
    fn store(&self, to: &mut Vec<u8>) {
        (self.len() as u8).store(to);
        to.extend_from_slice(self.as_bytes());
    }

    fn restore(from: &mut Bytes) -> Self {
        let len = usize::from(u8::restore(from));
        let (word, rest) = from.split_at_checked(len).unwrap_or_default();
        *from = rest;
        Self::Borrowed(core::str::from_utf8(word).unwrap_or_default())
    }
}
