//! [`Stored`]: tables as bytes, which are read where they lie, so that the first text need not wait.
//!
//! The tables of a language lie beside its lists, in `tables`; numbers in them are little endian.
//! They are written by `lists`, which also tests that they match the lists. Anything long is a
//! [`Column`], which is read lazily. Missing bytes read as an empty value.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Range;

/// The bytes that are still to be read.
pub(crate) type Bytes = &'static [u8];

/// A value with a fixed-size encoding.
pub(crate) trait Record: Copy {
    /// The size of the encoding in bytes.
    const SIZE: usize;

    /// Encodes it into `to`, which is `SIZE` bytes long.
    fn write(&self, to: &mut [u8]);

    /// Decodes it from `from`, which is `SIZE` bytes long.
    fn read(from: &[u8]) -> Self;
}

/// A value that can be written as bytes and read back.
pub(crate) trait Stored: Sized {
    /// Appends its encoding to `to`.
    #[cfg(test)]
    fn store(&self, to: &mut Vec<u8>);

    /// Reads it from the start of `from`, which then begins behind it.
    fn restore(from: &mut Bytes) -> Self;
}

/// Takes `size` bytes off the start of `from`; none if there are fewer.
fn take(from: &mut Bytes, size: usize) -> Bytes {
    let (taken, rest) = from.split_at_checked(size).unwrap_or_default();
    *from = rest;
    taken
}

impl<T: Record> Stored for T {
    #[cfg(test)]
    fn store(&self, to: &mut Vec<u8>) {
        let from = to.len();
        to.resize(from + Self::SIZE, 0);
        self.write(&mut to[from..]);
    }

    fn restore(from: &mut Bytes) -> Self {
        Self::read(take(from, Self::SIZE))
    }
}

/// Numbers are written as they are, records with fields field by field, one case of few by its number.
macro_rules! record {
    ($($number:ty),+) => {
        $(impl Record for $number {
            const SIZE: usize = size_of::<Self>();

            fn write(&self, to: &mut [u8]) {
                to.copy_from_slice(&self.to_le_bytes());
            }

            #[inline]
            fn read(from: &[u8]) -> Self {
                from.try_into().map(Self::from_le_bytes).unwrap_or_default()
            }
        })+
    };
    ($name:ident in $all:expr) => {
        impl $crate::language::stored::Record for $name {
            const SIZE: usize = 1;

            fn write(&self, to: &mut [u8]) {
                to[0] = *self as u8;
            }

            #[inline]
            fn read(from: &[u8]) -> Self {
                // one for every byte, so that none need be compared
                const CASES: [$name; 256] = $crate::language::stored::padded(&$all);
                CASES[usize::from(u8::read(from))]
            }
        }
    };
    ($name:ident { $($field:tt: $of:ty),+ $(,)? }) => {
        impl $crate::language::stored::Record for $name {
            const SIZE: usize = 0 $(+ <$of as $crate::language::stored::Record>::SIZE)+;

            fn write(&self, to: &mut [u8]) {
                $(let to = $crate::language::stored::write_first(&self.$field, to);)+
                debug_assert!(to.is_empty());
            }

            #[inline]
            fn read(mut from: &[u8]) -> Self {
                Self { $($field: $crate::language::stored::read_first(&mut from)),+ }
            }
        }
    };
}

/// The cases of an enum, and the first of them for every number beyond.
pub(crate) const fn padded<T: Copy>(cases: &[T]) -> [T; 256] {
    let mut padded = [cases[0]; 256];
    let mut number = 0;
    while number < cases.len() {
        padded[number] = cases[number];
        number += 1;
    }
    padded
}

/// Tables are stored field by field.
macro_rules! stored {
    ($name:ident { $($field:ident),+ $(,)? }) => {
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

pub(crate) use {record, stored};

record!(u8, u16, i16, u32, u64, f32);

/// Reads a record off the start of `from`.
#[inline]
pub(crate) fn read_first<T: Record>(from: &mut &[u8]) -> T {
    let (first, rest) = from.split_at_checked(T::SIZE).unwrap_or_default();
    *from = rest;
    T::read(first)
}

/// Writes a record into the start of `to`, gives the rest.
pub(crate) fn write_first<'b, T: Record>(record: &T, to: &'b mut [u8]) -> &'b mut [u8] {
    let (first, rest) = to.split_at_mut(T::SIZE);
    record.write(first);
    rest
}

impl Record for () {
    const SIZE: usize = 0;

    fn write(&self, _: &mut [u8]) {}

    fn read(_: &[u8]) -> Self {}
}

impl Record for bool {
    const SIZE: usize = 1;

    fn write(&self, to: &mut [u8]) {
        to[0] = u8::from(*self);
    }

    #[inline]
    fn read(from: &[u8]) -> Self {
        u8::read(from) != 0
    }
}

impl<A: Record, B: Record> Record for (A, B) {
    const SIZE: usize = A::SIZE + B::SIZE;

    fn write(&self, to: &mut [u8]) {
        self.1.write(write_first(&self.0, to));
    }

    #[inline]
    fn read(mut from: &[u8]) -> Self {
        let first = read_first(&mut from);
        (first, read_first(&mut from))
    }
}

impl<T: Record, const N: usize> Record for [T; N] {
    const SIZE: usize = N * T::SIZE;

    fn write(&self, to: &mut [u8]) {
        self.iter().fold(to, |to, item| write_first(item, to));
    }

    #[inline]
    fn read(mut from: &[u8]) -> Self {
        core::array::from_fn(|_| read_first(&mut from))
    }
}

/// Records, one after the other: those of the library are read where they lie.
#[derive(Clone)]
pub(crate) struct Column<T> {
    bytes: Cow<'static, [u8]>,
    records: PhantomData<T>,
}

impl<T: Record> Column<T> {
    /// That record so many times.
    pub(crate) fn filled(record: T, len: usize) -> Self {
        core::iter::repeat_n(record, len).collect()
    }

    #[inline]
    pub(crate) fn len(&self) -> usize {
        self.bytes.len() / T::SIZE
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// The record at `at`.
    ///
    /// # Panics
    ///
    /// If there are not so many.
    #[inline]
    pub(crate) fn at(&self, at: usize) -> T {
        let from = at * T::SIZE;
        T::read(&self.bytes[from..from + T::SIZE])
    }

    /// The record at `at`, if there are so many.
    #[inline]
    pub(crate) fn get(&self, at: usize) -> Option<T> {
        self.iter().get(at)
    }

    /// The records of a range; none if it goes beyond the end.
    #[inline]
    pub(crate) fn part(&self, range: Range<usize>) -> Records<'_, T> {
        let range = range.start * T::SIZE..range.end * T::SIZE;
        Records {
            left: self.bytes.get(range).unwrap_or_default(),
            records: PhantomData,
        }
    }

    /// All records, in order.
    #[inline]
    pub(crate) fn iter(&self) -> Records<'_, T> {
        Records {
            left: &self.bytes,
            records: PhantomData,
        }
    }

    pub(crate) fn push(&mut self, record: T) {
        let bytes = self.bytes.to_mut();
        let from = bytes.len();
        bytes.resize(from + T::SIZE, 0);
        record.write(&mut bytes[from..]);
    }

    /// Puts another record in place of the one at `at`, if there are so many.
    pub(crate) fn set(&mut self, at: usize, record: T) {
        let from = at * T::SIZE;
        if let Some(place) = self.bytes.to_mut().get_mut(from..from + T::SIZE) {
            record.write(place);
        }
    }

    /// Leaves the first `len` records.
    pub(crate) fn truncate(&mut self, len: usize) {
        self.bytes.to_mut().truncate(len * T::SIZE);
    }
}

impl Column<u8> {
    /// The bytes of a range; none if it goes beyond the end.
    #[inline]
    pub(crate) fn bytes(&self, range: Range<usize>) -> &[u8] {
        self.bytes.get(range).unwrap_or_default()
    }
}

/// Some records of a [`Column`], in order.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Records<'a, T> {
    left: &'a [u8],
    records: PhantomData<T>,
}

impl<T: Record> Records<'_, T> {
    /// The record at `at`, if there are so many.
    #[inline]
    pub(crate) fn get(&self, at: usize) -> Option<T> {
        let from = at * T::SIZE;
        self.left.get(from..from + T::SIZE).map(T::read)
    }
}

#[allow(clippy::copy_iterator)] // a slice, which it costs nothing to go through again
impl<T: Record> Iterator for Records<'_, T> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Option<T> {
        let (first, rest) = self.left.split_at_checked(T::SIZE)?;
        self.left = rest;
        Some(T::read(first))
    }
}

impl<T> Default for Column<T> {
    fn default() -> Self {
        Self {
            bytes: Cow::Borrowed(&[]),
            records: PhantomData,
        }
    }
}

impl<T: Record> FromIterator<T> for Column<T> {
    fn from_iter<I: IntoIterator<Item = T>>(records: I) -> Self {
        let mut column = Self::default();
        records.into_iter().for_each(|record| column.push(record));
        column
    }
}

impl<T> fmt::Debug for Column<T> {
    /// Its records are too many to be read.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Column").finish_non_exhaustive()
    }
}

/// How many, then each.
impl<T: Record> Stored for Column<T> {
    #[cfg(test)]
    fn store(&self, to: &mut Vec<u8>) {
        (self.len() as u32).store(to);
        to.extend_from_slice(&self.bytes);
    }

    fn restore(from: &mut Bytes) -> Self {
        let len = u32::restore(from) as usize;
        Self {
            bytes: Cow::Borrowed(take(from, len * T::SIZE)),
            records: PhantomData,
        }
    }
}

/// How many, then each; few, since all are read at once.
impl<T: Stored> Stored for Vec<T> {
    #[cfg(test)]
    fn store(&self, to: &mut Vec<u8>) {
        (self.len() as u32).store(to);
        for item in self {
            item.store(to);
        }
    }

    fn restore(from: &mut Bytes) -> Self {
        let len = u32::restore(from);
        (0..len).map(|_| T::restore(from)).collect()
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
        Self::Borrowed(core::str::from_utf8(take(from, len)).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::{Bytes, Column, Record, Stored};

    fn restored<T: Stored>(bytes: &[u8]) -> T {
        let mut from: Bytes = bytes.to_vec().leak();
        T::restore(&mut from)
    }

    #[test]
    fn a_column_keeps_its_records_through_bytes() {
        let records = [(7_u16, true), (u16::MAX, false), (0, true)];
        let column: Column<(u16, bool)> = records.into_iter().collect();
        let mut bytes = Vec::new();
        column.store(&mut bytes);
        assert_eq!(bytes.len(), 4 + 3 * <(u16, bool)>::SIZE);
        let column: Column<(u16, bool)> = restored(&bytes);
        assert_eq!(column.iter().collect::<Vec<_>>(), records);
        assert_eq!(column.at(1), records[1]);
        assert_eq!(column.get(3), None);
        assert_eq!(column.part(1..3).collect::<Vec<_>>(), records[1..]);
        assert_eq!(column.part(1..4).count(), 0);
    }

    #[test]
    fn a_column_of_the_library_can_be_changed() {
        let mut column: Column<u32> = restored(&[2, 0, 0, 0, 5, 0, 0, 0, 6, 0, 0, 0]);
        column.set(0, 1 << 31);
        column.push(8);
        column.set(9, 9);
        assert_eq!(column.iter().collect::<Vec<_>>(), [1 << 31, 6, 8]);
        column.truncate(1);
        assert_eq!((column.len(), column.is_empty()), (1, false));
    }

    #[test]
    fn what_is_missing_reads_as_nothing() {
        assert_eq!(restored::<u32>(&[1, 2]), 0);
        assert!(restored::<Column<u32>>(&[3, 0, 0, 0, 1]).is_empty());
        assert_eq!(restored::<Vec<(u8, u16)>>(&[2, 0, 0, 0, 7]), [(0, 0); 2]);
        assert_eq!(restored::<std::borrow::Cow<'static, str>>(&[9, b'a']), "");
    }
}
