import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isPublicAddress } from './public-address.ts';

const HIDDEN = [
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '169.254.169.254',
  '172.31.255.255',
  '192.168.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:10.0.0.1',
  '::ffff:7f00:1',
  '64:ff9b::a00:1',
  '2002:7f00:1::',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'fec0::1',
  'ff02::1',
];

describe('isPublicAddress', () => {
  test('is false for private, loopback, link-local, shared, multicast and embedding addresses', () => {
    for (const address of HIDDEN) assert.equal(isPublicAddress(address), false, address);
  });

  test('is true for the public Internet, up to the borders of the special nets', () => {
    for (const address of [
      '1.1.1.1',
      '100.63.255.255',
      '172.15.0.1',
      '172.32.0.1',
      '9.255.255.255',
      '2606:4700::1',
      '2a00::1',
    ]) {
      assert.equal(isPublicAddress(address), true, address);
    }
  });

  test('is false for what is no address', () => {
    assert.equal(isPublicAddress('example.org'), false);
  });
});
