//! Writes the cloud assembly of the example.

use aws_cdk_core::{App, SynthError};

fn main() -> Result<(), SynthError> {
    let app = App::new();
    orders::orders(&app);
    app.synth()?;
    Ok(())
}
