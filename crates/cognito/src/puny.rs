//! Domain names in other scripts, as mail servers write them: Punycode, <https://www.rfc-editor.org/rfc/rfc3492>.

/// An email address or a domain name with each label in ASCII.
pub(crate) fn to_ascii(text: &str) -> String {
    let (local, domain) = match text.split_once('@') {
        Some((local, domain)) => (format!("{local}@"), domain),
        None => (String::new(), text),
    };
    let labels = domain.split(['.', '\u{3002}', '\u{ff0e}', '\u{ff61}']);
    let labels: Vec<String> = labels
        .map(|label| if label.is_ascii() { label.to_owned() } else { format!("xn--{}", encode(label)) })
        .collect();
    local + &labels.join(".")
}

const BASE: u32 = 36;
const T_MIN: u32 = 1;
const T_MAX: u32 = 26;

fn encode(label: &str) -> String {
    let mut output: String = label.chars().filter(char::is_ascii).collect();
    let basic = output.len() as u32;
    let mut handled = basic;
    if basic > 0 {
        output.push('-');
    }
    let (mut n, mut delta, mut bias) = (128_u32, 0_u32, 72_u32);
    let all: Vec<u32> = label.chars().map(u32::from).collect();
    while (handled as usize) < all.len() {
        let Some(next) = all.iter().copied().filter(|code| *code >= n).min() else { return output };
        delta = delta.saturating_add((next - n).saturating_mul(handled + 1));
        n = next;
        for code in &all {
            if *code < n {
                delta = delta.saturating_add(1);
            }
            if *code == n {
                write_number(&mut output, delta, bias);
                bias = adapt(delta, handled + 1, handled == basic);
                delta = 0;
                handled += 1;
            }
        }
        delta = delta.saturating_add(1);
        n += 1;
    }
    output
}

fn write_number(output: &mut String, number: u32, bias: u32) {
    let mut rest = number;
    let mut k = BASE;
    loop {
        let threshold = k.saturating_sub(bias).clamp(T_MIN, T_MAX);
        if rest < threshold {
            output.push(digit(rest));
            return;
        }
        let span = BASE - threshold;
        output.push(digit(threshold + (rest - threshold) % span));
        rest = (rest - threshold) / span;
        k += BASE;
    }
}

fn digit(value: u32) -> char {
    let letter = if value < 26 { u32::from('a') + value } else { u32::from('0') + value - 26 };
    char::from_u32(letter).unwrap_or('0')
}

fn adapt(delta: u32, handled: u32, is_first: bool) -> u32 {
    let mut delta = if is_first { delta / 700 } else { delta / 2 };
    delta += delta / handled;
    let mut k = 0;
    while delta > ((BASE - T_MIN) * T_MAX) / 2 {
        delta /= BASE - T_MIN;
        k += BASE;
    }
    k + (BASE - T_MIN + 1) * delta / (delta + 38)
}

#[cfg(test)]
mod tests {
    use super::to_ascii;

    #[test]
    fn labels_become_ascii() {
        for (text, expected) in [
            ("mail@example.com", "mail@example.com"),
            ("mail@bücher.example", "mail@xn--bcher-kva.example"),
            ("mañana.com", "xn--maana-pta.com"),
            ("☃-⌘.com", "xn----dqo34k.com"),
            ("джумла@джpумлатест.bрфa", "джумла@xn--p-8sbkgc5ag7bhce.xn--ba-lmcq"),
        ] {
            assert_eq!(to_ascii(text), expected);
        }
    }
}
