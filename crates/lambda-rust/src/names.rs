//! Names of binaries: from ids of constructs, and the one that was probably meant.

/// An id in kebab case: `CreateOrder` becomes `create-order`, `HTTPProxy` `http-proxy`.
pub(crate) fn kebab_case(id: &str) -> String {
    let characters: Vec<char> = id.chars().collect();
    let mut name = String::new();
    for (index, &character) in characters.iter().enumerate() {
        if !character.is_alphanumeric() {
            if !name.ends_with('-') {
                name.push('-');
            }
            continue;
        }
        let before = index.checked_sub(1).map(|before| characters[before]);
        let starts_word = character.is_uppercase()
            && before.is_some_and(|before| {
                before.is_lowercase()
                    || before.is_numeric()
                    || before.is_uppercase() && characters.get(index + 1).is_some_and(|next| next.is_lowercase())
            });
        if starts_word {
            name.push('-');
        }
        name.extend(character.to_lowercase());
    }
    name.trim_matches('-').to_owned()
}

/// The name that is most like another one, if one is like it at all: a third of the letters may differ.
pub(crate) fn nearest<'a>(name: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let distances = names.into_iter().map(|other| (distance(name, other), other));
    let (distance, other) = distances.min_by_key(|(distance, _)| *distance)?;
    (distance <= name.chars().count().max(3) / 3).then_some(other)
}

/// How many letters must be added, taken away or replaced.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (index, letter) in one.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = index + 1;
        for (column, counterpart) in other.iter().enumerate() {
            let replaced = diagonal + usize::from(letter != *counterpart);
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(diagonal + 1).min(row[column] + 1);
        }
    }
    row[other.len()]
}

/// `a`, `b` and `c`, each between backquotes.
pub(crate) fn list<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let names: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    match names.split_last() {
        None => "none".to_owned(),
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_in_kebab_case() {
        let names = ["CreateOrder", "createOrder", "HTTPProxy", "Create Order", "create_order", "Order2Cash", "--A"];
        let expected =
            ["create-order", "create-order", "http-proxy", "create-order", "create-order", "order2-cash", "a"];
        assert_eq!(names.map(kebab_case), expected);
    }

    #[test]
    fn names_that_were_meant() {
        let names = ["create-order", "get-order", "subscribe"];
        assert_eq!(nearest("creat-order", names), Some("create-order"));
        assert_eq!(nearest("subscriber", names), Some("subscribe"));
        assert_eq!(nearest("publish", names), None);
        assert_eq!((distance("", "abc"), distance("abc", ""), distance("abc", "acb")), (3, 3, 2));
    }

    #[test]
    fn lists() {
        assert_eq!(list(["a", "b", "c"]), "`a`, `b` and `c`");
        assert_eq!((list(["a"]), list([])), ("`a`".to_owned(), "none".to_owned()));
    }
}
