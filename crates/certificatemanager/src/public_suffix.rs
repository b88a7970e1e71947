//! Registered domains: the part of a domain name that somebody registered, below what a registry gives out.
//!
//! The public suffixes of the whole world are a long list that changes often. Here stand those of common top-level domains;
//! names below others need to be told which domain gets the mail.

/// Top-level domains below which domains are registered directly.
const DIRECT: &[&str] = &[
    "academy",
    "agency",
    "app",
    "biz",
    "blog",
    "cafe",
    "capital",
    "cat",
    "cc",
    "ch",
    "cloud",
    "club",
    "com",
    "company",
    "consulting",
    "cool",
    "cz",
    "data",
    "de",
    "design",
    "dev",
    "digital",
    "dk",
    "edu",
    "email",
    "energy",
    "engineering",
    "eu",
    "events",
    "expert",
    "fi",
    "finance",
    "fm",
    "fun",
    "games",
    "global",
    "gov",
    "group",
    "guru",
    "health",
    "host",
    "house",
    "ie",
    "info",
    "institute",
    "int",
    "io",
    "jobs",
    "life",
    "link",
    "live",
    "lu",
    "market",
    "marketing",
    "media",
    "mil",
    "mobi",
    "money",
    "name",
    "net",
    "network",
    "news",
    "nl",
    "nyc",
    "one",
    "online",
    "org",
    "page",
    "partners",
    "plus",
    "pro",
    "rocks",
    "run",
    "school",
    "science",
    "services",
    "shop",
    "si",
    "site",
    "sk",
    "social",
    "software",
    "solutions",
    "space",
    "store",
    "studio",
    "support",
    "systems",
    "team",
    "tech",
    "technology",
    "tips",
    "today",
    "tools",
    "top",
    "tours",
    "training",
    "travel",
    "tv",
    "university",
    "ventures",
    "video",
    "website",
    "wiki",
    "work",
    "works",
    "world",
    "xyz",
    "zone",
];

/// Top-level domains below which domains are registered in one of these second-level domains, or directly.
const WITH_SECOND_LEVEL: &[(&str, &[&str])] = &[
    ("au", &["asn", "com", "edu", "gov", "id", "net", "org"]),
    ("br", &["com", "edu", "gov", "ind", "leg", "mil", "net", "org"]),
    ("cn", &["ac", "com", "edu", "gov", "mil", "net", "org"]),
    ("hk", &["com", "edu", "gov", "idv", "net", "org"]),
    ("il", &["ac", "co", "gov", "idf", "k12", "muni", "net", "org"]),
    ("in", &["ac", "co", "edu", "firm", "gen", "gov", "ind", "mil", "net", "nic", "org", "res"]),
    ("jp", &["ac", "ad", "co", "ed", "go", "gr", "lg", "ne", "or"]),
    ("kr", &["ac", "co", "go", "ne", "or", "pe", "re"]),
    ("mx", &["com", "edu", "gob", "net", "org"]),
    ("nz", &["ac", "co", "geek", "gen", "govt", "health", "iwi", "kiwi", "maori", "mil", "net", "org", "school"]),
    ("sg", &["com", "edu", "gov", "net", "org", "per"]),
    ("tr", &["com", "edu", "gov", "info", "net", "org", "web"]),
    ("tw", &["com", "edu", "gov", "idv", "net", "org"]),
    ("uk", &["ac", "co", "gov", "ltd", "me", "net", "nhs", "org", "plc", "police"]),
    ("za", &["ac", "co", "gov", "law", "mil", "net", "nom", "org", "school", "web"]),
];

/// Names that nobody can register; mail would go to the top-level domain itself.
/// Source: <https://www.rfc-editor.org/rfc/rfc6761>.
const RESERVED: &[&str] = &["example", "internal", "invalid", "local", "localhost", "test"];

/// The registered domain that a name is in, if its top-level domain is known here.
pub(crate) fn apex_domain(name: &str) -> Option<&str> {
    let top = name.rsplit('.').next()?;
    let labels = if RESERVED.contains(&top) {
        1
    } else if DIRECT.contains(&top) {
        2
    } else {
        let (_, second_levels) = WITH_SECOND_LEVEL.iter().find(|(known, _)| *known == top)?;
        let second = name.rsplit('.').nth(1);
        if second.is_some_and(|second| second_levels.contains(&second)) { 3 } else { 2 }
    };
    Some(name.rmatch_indices('.').nth(labels - 1).map_or(name, |(dot, _)| &name[dot + 1..]))
}

#[cfg(test)]
mod tests {
    use super::apex_domain;

    #[test]
    fn the_registered_domain_is_below_the_registry() {
        for (name, apex) in [
            ("example.com", Some("example.com")),
            ("*.api.example.com", Some("example.com")),
            ("www.example.co.uk", Some("example.co.uk")),
            ("example.uk", Some("example.uk")),
            ("co.uk", Some("co.uk")),
            ("com", Some("com")),
            ("r.test", Some("test")),
            ("example.museum", None),
            ("", None),
        ] {
            assert_eq!(apex_domain(name), apex, "{name}");
        }
    }
}
