import { expect, test } from 'vitest';
import { refusedRuntime } from '../../../build/packaging/guard-runtime.mjs';

test('the official runtime may be packaged', () => {
  expect(refusedRuntime({ wanted: '45.4.1', found: '45.4.1', trial: false })).toBeNull();
});

test('any other is refused, and the refusal names both and the way to try one', () => {
  expect(refusedRuntime({ wanted: '45.4.1', found: '25.1.1', trial: false })).toMatch(/25\.1\.1.*45\.4\.1.*--trial/);
});

test('any may be tried on this machine', () => {
  expect(refusedRuntime({ wanted: '45.4.1', found: '25.1.1', trial: true })).toBeNull();
});
