//! A map that keeps the order of insertion: one pointer wide, and without a hash table while it is small.
//!
//! Most maps of a tree are empty or have a few entries (the children of a construct, the keys of an object), and there are as
//! many as constructs. So an empty one takes no memory of its own, and a small one is searched from its start.
//!
//! For L2 crates too, since other maps are more code to compile; what stands here may change with any version.

use std::borrow::Borrow;
use std::hash::{Hash, Hasher};

use crate::sorting;

/// Up to so many entries are searched one after the other, which is faster than hashing.
const SEARCHED: usize = 8;

/// A free slot of the index.
const FREE: u32 = u32::MAX;

/// Keys and values in the order in which the keys were inserted first.
#[derive(Clone, Debug)]
pub struct OrderedMap<K, V>(Option<Box<Entries<K, V>>>);

#[derive(Clone, Debug)]
struct Entries<K, V> {
    list: Vec<(K, V)>,
    index: Index,
}

impl<K, V> Default for OrderedMap<K, V> {
    fn default() -> Self {
        Self(None)
    }
}

impl<K, V> OrderedMap<K, V> {
    /// A map without entries.
    pub const fn new() -> Self {
        Self(None)
    }

    /// A map with one entry, and no room for others.
    pub fn single(key: K, value: V) -> Self {
        Self(Some(Box::new(Entries { list: vec![(key, value)], index: Index::new() })))
    }

    fn list(&self) -> &[(K, V)] {
        match &self.0 {
            Some(entries) => &entries.list,
            None => &[],
        }
    }

    /// The number of entries.
    pub fn len(&self) -> usize {
        self.list().len()
    }

    /// Whether there are no entries.
    pub fn is_empty(&self) -> bool {
        self.list().is_empty()
    }

    /// The entries in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&K, &V)> + ExactSizeIterator {
        self.list().iter().map(|(key, value)| (key, value))
    }

    /// The keys in order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K> {
        self.list().iter().map(|(key, _)| key)
    }

    /// The values in the order of their keys.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> + ExactSizeIterator {
        self.list().iter().map(|(_, value)| value)
    }

    /// The value of a key that is given by its hash and by what it equals.
    pub fn find(&self, hash: impl Fn() -> u64, is_key: impl Fn(&K) -> bool) -> Option<&V> {
        let Entries { list, index } = &**self.0.as_ref()?;
        let position = index.locate(list.len(), &hash, &|position| is_key(&list[position].0))?;
        Some(&list[position].1)
    }

    /// The entries, in a box that is made where there is none.
    fn entries(&mut self) -> &mut Entries<K, V> {
        match &mut self.0 {
            Some(entries) => entries,
            none => none.insert(Box::new(Entries::NONE)),
        }
    }
}

impl<K: Hash + Eq, V> OrderedMap<K, V> {
    fn position<Q: Hash + Eq + ?Sized>(&self, key: &Q) -> Option<usize>
    where
        K: Borrow<Q>,
    {
        let Entries { list, index } = &**self.0.as_ref()?;
        index.locate(list.len(), &|| hash(key), &|position| list[position].0.borrow() == key)
    }

    /// The value of a key.
    pub fn get<Q: Hash + Eq + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        let position = self.position(key)?;
        Some(&self.list()[position].1)
    }

    /// The value of a key, to be changed.
    pub fn get_mut<Q: Hash + Eq + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        let position = self.position(key)?;
        Some(&mut self.entries().list[position].1)
    }

    /// Whether there is a key.
    pub fn contains_key<Q: Hash + Eq + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.position(key).is_some()
    }

    /// Sets a key; one that exists keeps its place. Gives the value that was there.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        match self.get_mut(&key) {
            Some(slot) => Some(std::mem::replace(slot, value)),
            None => {
                self.push(key, value);
                None
            }
        }
    }

    /// The value of a key, after making it where there is none.
    pub fn get_or_insert_with(&mut self, key: K, make: impl FnOnce() -> V) -> &mut V {
        let position = match self.position(&key) {
            Some(position) => position,
            None => self.push(key, make()),
        };
        &mut self.entries().list[position].1
    }

    /// Adds a key that is not there, at the end.
    fn push(&mut self, key: K, value: V) -> usize {
        let entries = self.entries();
        let position = entries.list.len();
        entries.list.push((key, value));
        entries.extend_index();
        position
    }

    /// Brings the entries into the order of their keys.
    pub fn sort_keys(&mut self)
    where
        K: Ord,
    {
        let Some(entries) = &mut self.0 else { return };
        sorting::sort_by(&mut entries.list, |(one, _), (other, _)| one.cmp(other));
        entries.index = Index::new();
        entries.extend_index();
    }

    /// Removes a key; those after it move up.
    pub fn remove(&mut self, key: &K) -> Option<V> {
        let position = self.position(key)?;
        let entries = self.entries();
        let (_, value) = entries.list.remove(position);
        entries.index = Index::new();
        entries.extend_index();
        Some(value)
    }

    /// Keeps the entries for which `keep` says so.
    pub fn retain(&mut self, mut keep: impl FnMut(&K) -> bool) {
        let Some(entries) = &mut self.0 else { return };
        entries.list.retain(|(key, _)| keep(key));
        entries.index = Index::new();
        entries.extend_index();
    }
}

impl<K, V> Entries<K, V> {
    const NONE: Self = Self { list: Vec::new(), index: Index::new() };
}

impl<K: Hash, V> Entries<K, V> {
    /// Brings the index up to the length of the list, where that is long enough to have one.
    fn extend_index(&mut self) {
        let list = &self.list;
        if list.len() > SEARCHED {
            self.index.extend(list.len(), &|position| hash(&list[position].0));
        }
    }
}

impl<K: Hash + Eq, V> Extend<(K, V)> for OrderedMap<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) {
        for (key, value) in entries {
            self.insert(key, value);
        }
    }
}

impl<K: Hash + Eq, V> FromIterator<(K, V)> for OrderedMap<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut map = Self::new();
        map.extend(entries);
        map
    }
}

impl<K, V> IntoIterator for OrderedMap<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        match self.0 {
            Some(entries) => entries.list.into_iter(),
            None => Vec::new().into_iter(),
        }
    }
}

/// The positions of a list's entries by the hash of their keys: open addressing with linear probing, half full at most.
#[derive(Clone, Debug)]
struct Index {
    slots: Vec<u32>,
    count: usize,
}

impl Index {
    const fn new() -> Self {
        Self { slots: Vec::new(), count: 0 }
    }

    /// The position of a key in a list of so many, given its hash and whether it stands at a position.
    fn locate(&self, count: usize, hash: &dyn Fn() -> u64, is_at: &dyn Fn(usize) -> bool) -> Option<usize> {
        if count <= SEARCHED {
            return (0..count).find(|position| is_at(*position));
        }
        self.find(hash(), is_at)
    }

    /// Adds the positions up to a length of the list, by the hash of the key at each.
    fn extend(&mut self, length: usize, hash_at: &dyn Fn(usize) -> u64) {
        if length * 2 > self.slots.len() {
            *self = Self { slots: vec![FREE; (length * 4).next_power_of_two()], count: 0 };
        }
        for position in self.count..length {
            self.add(hash_at(position), position);
        }
    }

    fn add(&mut self, hash: u64, position: usize) {
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        while self.slots[slot] != FREE {
            slot = (slot + 1) & mask;
        }
        self.slots[slot] = u32::try_from(position).unwrap_or(FREE);
        self.count += 1;
    }

    fn find(&self, hash: u64, is_at: &dyn Fn(usize) -> bool) -> Option<usize> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut slot = hash as usize & mask;
        while self.slots[slot] != FREE {
            let position = self.slots[slot] as usize;
            if is_at(position) {
                return Some(position);
            }
            slot = (slot + 1) & mask;
        }
        None
    }
}

/// The hash of a key. It is the same in every process, and not made against keys that are chosen to collide: they come from the
/// program itself.
pub fn hash<K: Hash + ?Sized>(key: &K) -> u64 {
    let mut hasher = WordHasher(0);
    key.hash(&mut hasher);
    hasher.finish()
}

/// Multiplies word by word.
struct WordHasher(u64);

impl WordHasher {
    fn add(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            self.add(u64::from_le_bytes(*word));
        }
        if !rest.is_empty() {
            let mut word = [0; 8];
            word[..rest.len()].copy_from_slice(rest);
            self.add(u64::from_le_bytes(word));
        }
    }

    fn write_u8(&mut self, value: u8) {
        self.add(value.into());
    }

    fn write_u32(&mut self, value: u32) {
        self.add(value.into());
    }

    fn write_u64(&mut self, value: u64) {
        self.add(value);
    }

    fn write_usize(&mut self, value: usize) {
        self.add(value as u64);
    }

    fn finish(&self) -> u64 {
        // The low bits choose the slot, and multiplying mixes the high ones best.
        self.0 ^ (self.0 >> 32)
    }
}

#[cfg(test)]
mod tests {
    use super::OrderedMap;

    /// What a list with the same operations has.
    fn check(operations: &[(u8, u32)]) {
        let mut map = OrderedMap::new();
        let mut list: Vec<(String, u32)> = Vec::new();
        for (step, (operation, number)) in operations.iter().enumerate() {
            let key = format!("key {number}");
            let known = list.iter().position(|(other, _)| *other == key);
            assert_eq!(map.get(&*key).copied(), known.map(|index| list[index].1));
            let value = step as u32;
            match (operation, known) {
                (0, Some(index)) => {
                    assert_eq!(map.remove(&key), Some(list.remove(index).1));
                }
                (0, None) => assert_eq!(map.remove(&key), None),
                (1, Some(index)) => assert_eq!(*map.get_or_insert_with(key, || value), list[index].1),
                (1, None) => {
                    map.get_or_insert_with(key.clone(), || value);
                    list.push((key, value));
                }
                (_, Some(index)) => {
                    assert_eq!(map.insert(key, value), Some(std::mem::replace(&mut list[index].1, value)));
                }
                (_, None) => {
                    assert_eq!(map.insert(key.clone(), value), None);
                    list.push((key, value));
                }
            }
            assert_eq!(map.len(), list.len());
        }
        assert!(map.iter().map(|(key, value)| (key.clone(), *value)).eq(list.iter().cloned()));
        map.retain(|key| key.ends_with('7'));
        list.retain(|(key, _)| key.ends_with('7'));
        assert!(list.iter().all(|(key, value)| map.get(&**key) == Some(value)));
        assert!(map.into_iter().eq(list));
    }

    #[test]
    fn it_does_what_a_list_does() {
        let mut state = 1_u32;
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state >> 16
        };
        for length in [3, 9, 40, 2_000] {
            let operations: Vec<_> = (0..length).map(|_| ((next() % 5) as u8, next() % (length / 2 + 1))).collect();
            check(&operations);
        }
    }

    #[test]
    fn an_empty_one_takes_a_pointer() {
        assert_eq!(size_of::<OrderedMap<String, u32>>(), size_of::<usize>());
    }
}
