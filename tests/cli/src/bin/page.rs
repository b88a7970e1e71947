//! APIs with a page, for the test in a browser; one of them has markup in its texts.

use aws_cdk_apigatewayv2::{HttpApi, HttpMethod, WebSocketApi};
use aws_cdk_apigatewayv2_authorizers::HttpIamAuthorizer;
use aws_cdk_apigatewayv2_integrations::{HttpUrlIntegration, WebSocketMockIntegration};
use aws_cdk_apigatewayv2_page::ApiPage;
use aws_cdk_core::{App, Stack, SynthError};

fn main() -> Result<(), SynthError> {
    let app = App::new();
    ApiPage::add_to(&app);
    let stack = Stack::new(&app, "Books");
    let api = HttpApi::builder(&stack, "Api")
        .api_name("books")
        .description("</script><script>document.title = 'taken over'</script>")
        .build();
    let books = HttpUrlIntegration::new("Books", "https://books.example.com");
    for shelf in 0..40 {
        api.add_routes(format!("/shelves/{shelf}"), &books).methods([HttpMethod::Get]).build();
    }
    api.add_routes("/orders", &books).methods([HttpMethod::Post]).authorizer(HttpIamAuthorizer::new()).build();
    let chat = WebSocketApi::new(&stack, "Chat");
    chat.add_route("send", WebSocketMockIntegration::new("Send")).build();
    app.synth()?;
    Ok(())
}
