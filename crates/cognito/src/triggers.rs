//! Functions that Cognito calls.

use std::cell::RefCell;
use std::rc::Rc;

use aws_cdk_cfn_cognito::cfn_user_pool::{
    CustomEmailSenderProperty, CustomSMSSenderProperty, LambdaConfigProperty, PreTokenGenerationConfigProperty,
};
use aws_cdk_core::{Diagnostic, Lazy, Node, Value};
use aws_cdk_iam::ServicePrincipal;
use aws_cdk_lambda::{IFunction, Permission};

use crate::option_group::text_enum;

text_enum! {
    /// When Cognito calls a function. The texts are those of the CDK, of which construct ids are made.
    ///
    /// Source: <https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html>.
    UserPoolOperation {
        /// To make a challenge.
        CreateAuthChallenge = "createAuthChallenge",
        /// To write a message.
        CustomMessage = "customMessage",
        /// To say which challenge is next.
        DefineAuthChallenge = "defineAuthChallenge",
        /// After a user signed in.
        PostAuthentication = "postAuthentication",
        /// After a user is confirmed.
        PostConfirmation = "postConfirmation",
        /// Before a user signs in.
        PreAuthentication = "preAuthentication",
        /// Before a user signs up.
        PreSignUp = "preSignUp",
        /// Before a token is made.
        PreTokenGeneration = "preTokenGeneration",
        /// Before a token is made, with an event of a version.
        PreTokenGenerationConfig = "preTokenGenerationConfig",
        /// When a user is not known.
        UserMigration = "userMigration",
        /// To check the answer to a challenge.
        VerifyAuthChallengeResponse = "verifyAuthChallengeResponse",
        /// To send an email; needs a key.
        CustomEmailSender = "customEmailSender",
        /// To send a text message; needs a key.
        CustomSmsSender = "customSmsSender",
    }
}

text_enum! {
    /// The version of the event that a function gets before a token is made.
    LambdaVersion {
        /// `V1_0`.
        V1_0 = "V1_0",
        /// `V2_0`, with access tokens.
        V2_0 = "V2_0",
        /// `V3_0`, also for machines.
        V3_0 = "V3_0",
    }
}

/// The functions of a user pool, and the ARN of the user pool once it is made.
#[derive(Clone, Debug, Default)]
pub(crate) struct Triggers {
    state: Rc<RefCell<State>>,
}

#[derive(Debug, Default)]
struct State {
    kms_key_id: Option<Value<String>>,
    functions: Vec<(UserPoolOperation, Value<String>, LambdaVersion)>,
    user_pool_arn: Option<Value<String>>,
}

impl Triggers {
    pub(crate) fn set_key(&self, key_arn: Value<String>) {
        self.state.borrow_mut().kms_key_id = Some(key_arn);
    }

    pub(crate) fn set_user_pool_arn(&self, arn: Value<String>) {
        self.state.borrow_mut().user_pool_arn = Some(arn);
    }

    /// Adds a function, and lets Cognito invoke it. Errors: `cognito::trigger-exists`, `cognito::lambda-version`,
    /// `cognito::custom-sender-key`.
    #[track_caller]
    pub(crate) fn add(
        &self,
        node: &Node,
        operation: UserPoolOperation,
        function: &dyn IFunction,
        version: Option<LambdaVersion>,
    ) {
        let name = operation.as_str();
        if self.state.borrow().functions.iter().any(|(known, ..)| *known == operation) {
            node.report(
                Diagnostic::error("cognito::trigger-exists", format!("`{name}` has a function already"))
                    .help("call another function from that one"),
            );
            return;
        }
        let has_newer_version = matches!(version, Some(LambdaVersion::V2_0 | LambdaVersion::V3_0));
        if has_newer_version && operation != UserPoolOperation::PreTokenGenerationConfig {
            node.report(
                Diagnostic::error("cognito::lambda-version", format!("the events of `{name}` are of version V1_0"))
                    .help("leave the version out, or use `UserPoolOperation::PreTokenGenerationConfig`"),
            );
        }
        let is_sender = matches!(operation, UserPoolOperation::CustomEmailSender | UserPoolOperation::CustomSmsSender);
        if is_sender && self.state.borrow().kms_key_id.is_none() {
            node.report(
                Diagnostic::error(
                    "cognito::custom-sender-key",
                    format!("`{name}` gets codes encrypted, and there is no key"),
                )
                .help("set `custom_sender_kms_key`"),
            );
        }
        self.permit(node, name, function);
        let version = version.unwrap_or(LambdaVersion::V1_0);
        self.state.borrow_mut().functions.push((operation, function.function_arn(), version));
    }

    #[track_caller]
    fn permit(&self, node: &Node, name: &str, function: &dyn IFunction) {
        let state = self.state.clone();
        let arn = Lazy::string_in(move |_| state.borrow().user_pool_arn.clone());
        let permission =
            Permission::new(&ServicePrincipal::new("cognito-idp.amazonaws.com")).scope(node).source_arn(arn);
        let (first, rest) = name.split_at(1);
        function.add_permission(&format!("{}{rest}Cognito", first.to_uppercase()), permission);
    }

    /// The property as it is when templates are rendered; nothing without functions and key.
    pub(crate) fn property(&self) -> Value<LambdaConfigProperty> {
        let state = self.state.clone();
        Lazy::value(move |_| {
            let state = state.borrow();
            let is_empty = state.functions.is_empty() && state.kms_key_id.is_none();
            (!is_empty).then(|| state.lambda_config().into())
        })
    }
}

impl State {
    fn lambda_config(&self) -> LambdaConfigProperty {
        let mut config = LambdaConfigProperty::new();
        if let Some(key) = &self.kms_key_id {
            config = config.kms_key_id(key);
        }
        for (operation, arn, version) in &self.functions {
            let version = version.as_str();
            config = match operation {
                UserPoolOperation::CreateAuthChallenge => config.create_auth_challenge(arn),
                UserPoolOperation::CustomMessage => config.custom_message(arn),
                UserPoolOperation::DefineAuthChallenge => config.define_auth_challenge(arn),
                UserPoolOperation::PostAuthentication => config.post_authentication(arn),
                UserPoolOperation::PostConfirmation => config.post_confirmation(arn),
                UserPoolOperation::PreAuthentication => config.pre_authentication(arn),
                UserPoolOperation::PreSignUp => config.pre_sign_up(arn),
                UserPoolOperation::PreTokenGeneration => config.pre_token_generation(arn),
                UserPoolOperation::PreTokenGenerationConfig => {
                    let property = PreTokenGenerationConfigProperty::new();
                    config.pre_token_generation_config(property.lambda_arn(arn).lambda_version(version))
                }
                UserPoolOperation::UserMigration => config.user_migration(arn),
                UserPoolOperation::VerifyAuthChallengeResponse => config.verify_auth_challenge_response(arn),
                UserPoolOperation::CustomEmailSender => {
                    let property = CustomEmailSenderProperty::new();
                    config.custom_email_sender(property.lambda_arn(arn).lambda_version(version))
                }
                UserPoolOperation::CustomSmsSender => {
                    let property = CustomSMSSenderProperty::new();
                    config.custom_sms_sender(property.lambda_arn(arn).lambda_version(version))
                }
            };
        }
        config
    }
}
