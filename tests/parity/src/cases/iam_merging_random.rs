//! Merging of statements drawn from a small pool by a generator of numbers.

use aws_cdk_core::{App, Aws, Fn, Json, Stack, Value, cfn_format, cfn_json};
use aws_cdk_iam::{
    AccountPrincipal, ArnPrincipal, CfnManagedPolicy, Effect, IPrincipal, PolicyDocument, PolicyStatement,
    ServicePrincipal, StarPrincipal,
};

/// The generator of Park and Miller.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self.0 * 48271 % 2_147_483_647;
        self.0 as usize % below
    }
}

struct Pool {
    shared: Value<String>,
    account: AccountPrincipal,
    numbers: Numbers,
}

impl Pool {
    fn resource(&mut self) -> Value<String> {
        match self.numbers.next(6) {
            0 => "r1".into(),
            1 => "r2".into(),
            2 => Aws::REGION.into(),
            3 => self.shared.clone(),
            4 => Fn::import_value("i"),
            _ => cfn_format!("{}/x", Aws::REGION),
        }
    }

    fn principal(&self, index: usize) -> Box<dyn IPrincipal> {
        match index {
            0 => Box::new(ArnPrincipal::new("u1")),
            1 => Box::new(ArnPrincipal::new("u2")),
            2 => Box::new(ServicePrincipal::new("s1")),
            3 => Box::new(self.account.clone()),
            4 => Box::new(AccountPrincipal::new("333333333333")),
            _ => Box::new(StarPrincipal),
        }
    }

    fn statement(&mut self, index: usize, with_principals: bool) -> PolicyStatement {
        let effect = if self.numbers.next(6) == 0 { Effect::Deny } else { Effect::Allow };
        let mut statement = PolicyStatement::new().effect(effect);
        if self.numbers.next(9) == 0 {
            statement = statement.sid(format!("Sid{index}"));
        }
        let conditions: Option<Json> = match self.numbers.next(9) % 5 {
            1 => Some(cfn_json!({ "Bool": { "x": "y" } })),
            2 => Some(cfn_json!({ "StringEquals": { "k": Aws::REGION } })),
            _ => None,
        };
        let count = 1 + self.numbers.next(2);
        let actions: Vec<String> = (0..count).map(|_| format!("a:A{}", self.numbers.next(3))).collect();
        match self.numbers.next(9) {
            0 => statement.add_not_actions(actions),
            _ => statement.add_actions(actions),
        }
        let count = 1 + self.numbers.next(2);
        let arns: Vec<Value<String>> = (0..count).map(|_| self.resource()).collect();
        match self.numbers.next(9) {
            0 => statement.add_not_resources(arns),
            _ => statement.add_resources(arns),
        }
        if with_principals {
            let first = self.numbers.next(6);
            statement.add_principal(&*self.principal(first));
            if first < 5 && self.numbers.next(2) == 0 {
                let second = self.numbers.next(5);
                statement.add_principal(&*self.principal(second));
            }
        }
        if let Some(conditions) = conditions {
            statement.add_conditions(conditions);
        }
        statement
    }
}

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "IamMergingRandom");
    let mut pool = Pool {
        shared: Fn::import_value("shared"),
        account: AccountPrincipal::new("222222222222"),
        numbers: Numbers(20_240_607),
    };
    for number in 0..60 {
        let document: PolicyDocument = (0..9).map(|index| pool.statement(index, number % 3 == 2)).collect();
        CfnManagedPolicy::builder(&stack, format!("Policy{number}")).policy_document(document).build();
    }
}
