//! What must not compile; see `fail/`. Each file there says in its head, after `error:`, what the compiler must say of it.
