//! The flow log of a transit gateway is to record a part of the traffic.

use aws_cdk_core::{App, Stack};
use aws_cdk_ec2::{FlowLog, FlowLogOptions, FlowLogResourceType, FlowLogTrafficType};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let options = FlowLogOptions::new().traffic_type(FlowLogTrafficType::Reject);
    FlowLog::new(&stack, "Log", FlowLogResourceType::from_transit_gateway_id("tgw-00000001"), options);
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let options = FlowLogOptions::new();
    FlowLog::new(&stack, "Log", FlowLogResourceType::from_transit_gateway_id("tgw-00000001"), options);
}
