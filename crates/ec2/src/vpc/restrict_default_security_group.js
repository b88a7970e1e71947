// Takes the rules from the security group that EC2 makes for a VPC, and gives them back when nobody asks for that any more.
const { EC2 } = require('@aws-sdk/client-ec2');
const https = require('https');

const ec2 = new EC2({});

const known = async (call, code) => {
  try {
    await call;
  } catch (error) {
    if (error.name !== code) throw error;
  }
};

const ingress = ({ DefaultSecurityGroupId: group, Account: account }) => ({
  GroupId: group,
  IpPermissions: [{ IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: group, UserId: account }] }],
});

const egress = ({ DefaultSecurityGroupId: group }) => ({
  GroupId: group,
  IpPermissions: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
});

const revoke = async (properties) => {
  await known(ec2.revokeSecurityGroupEgress(egress(properties)), 'InvalidPermission.NotFound');
  await known(ec2.revokeSecurityGroupIngress(ingress(properties)), 'InvalidPermission.NotFound');
};

const authorize = async (properties) => {
  await known(ec2.authorizeSecurityGroupIngress(ingress(properties)), 'InvalidPermission.Duplicate');
  await known(ec2.authorizeSecurityGroupEgress(egress(properties)), 'InvalidPermission.Duplicate');
};

const answer = (event, body) => new Promise((resolve, reject) => {
  const text = JSON.stringify({
    StackId: event.StackId,
    RequestId: event.RequestId,
    LogicalResourceId: event.LogicalResourceId,
    PhysicalResourceId: event.PhysicalResourceId || event.ResourceProperties.DefaultSecurityGroupId,
    ...body,
  });
  const headers = { 'content-type': '', 'content-length': Buffer.byteLength(text) };
  const request = https.request(event.ResponseURL, { method: 'PUT', headers }, (response) => {
    response.resume();
    response.on('end', resolve);
  });
  request.on('error', reject);
  request.end(text);
});

exports.handler = async (event) => {
  const properties = event.ResourceProperties;
  try {
    if (event.RequestType === 'Delete') {
      await authorize(properties);
    } else {
      const old = event.OldResourceProperties;
      if (old && old.DefaultSecurityGroupId !== properties.DefaultSecurityGroupId) await authorize(old);
      await revoke(properties);
    }
    await answer(event, { Status: 'SUCCESS' });
  } catch (error) {
    await answer(event, { Status: 'FAILED', Reason: String(error) });
  }
};
