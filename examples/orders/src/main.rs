//! Writes the cloud assembly of the example.

use aws_cdk_apigatewayv2_page::ApiPage;
use aws_cdk_core::{App, SynthError};

fn main() -> Result<(), SynthError> {
    let app = App::new();
    ApiPage::add_to(&app);
    orders::orders(&app);
    app.synth()?;
    Ok(())
}
