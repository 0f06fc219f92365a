import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerCheck } from '../../../../electron/cli/check';
import { registerMetadata } from '../../../../electron/cli/metadata';
import { registerPull } from '../../../../electron/cli/pull';
import { createLocalKey } from '../../../../electron/node/saml/local-key';
import { IDP_SAMPLES } from '../../../fixtures/saml/idp-samples';
import { runCommand } from './run-command';

let folder = '';
let xml = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'metadata-'));
  const key = await createLocalKey({
    commonName: 'sso.jumpcloud.example',
    notBeforeMs: Date.parse('2020-01-01T00:00:00Z'),
    notAfterMs: Date.parse('2021-01-01T00:00:00Z'),
    bits: 2048,
    hash: 'SHA-256',
  });
  xml = IDP_SAMPLES[0]!.xml(key.certificate.base64);
});
afterAll(() => rmSync(folder, { recursive: true }));

function metadata(text: string, ...args: readonly string[]) {
  const path = join(folder, 'metadata.xml');
  writeFileSync(path, text);
  return runCommand(registerMetadata, ['metadata', path, ...args]);
}

describe('metadata', () => {
  it('goes into a private network by the same option as check and pull', () => {
    const optionsOf = (register: (program: Command) => void): readonly (string | undefined)[] => {
      const program = new Command();
      register(program);
      return program.commands.flatMap((command) => command.options.map((option) => option.long));
    };
    for (const register of [registerMetadata, registerCheck, registerPull])
      expect(optionsOf(register)).toEqual(expect.arrayContaining(['--private-network', '--ca-file']));
  });

  it('of an expired certificate exits 2, and says since when instead of how many days less than none are left', async () => {
    const run = await metadata(xml);
    expect(run.exitCode).toBe(2);
    expect(run.stdout.replace(/\s+/g, ' ')).toMatch(/to 2021-01-01T00:00:00\S* ended \d+ days ago /);
    expect(run.stdout).not.toMatch(/-\d+ days/);
  });

  it('has as JSON what formats.md section 4 says', async () => {
    const { findings, ...idp } = JSON.parse((await metadata(xml, '--json')).stdout);
    expect(idp).toEqual({
      entityId: IDP_SAMPLES[0]!.entityId,
      ssoServices: expect.arrayContaining([{ binding: expect.stringMatching(/^urn:/), location: expect.stringMatching(/^https:/) }]),
      certificates: [
        { subject: expect.any(String), notAfter: '2021-01-01T00:00:00.000Z', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      ],
    });
    expect(findings).toContainEqual({
      code: 'certificate-expired',
      severity: 'error',
      expected: expect.any(String),
      found: expect.any(String),
      fix: expect.any(String),
    });
  });

  it('names the namespace where only that is wrong', async () => {
    const run = await metadata(xml.replaceAll('urn:oasis:names:tc:SAML:2.0:metadata', 'urn:x'), '--json');
    expect(run.exitCode).toBe(1);
    expect(JSON.parse(run.stdout).error.message).toContain('of the namespace urn:x instead of urn:oasis');
  });

  it('says that an address is empty', async () => {
    const run = await metadata(xml.replaceAll(/Location="[^"]*"/g, 'Location=""'), '--json');
    expect(JSON.parse(run.stdout).findings).toContainEqual(
      expect.objectContaining({ code: 'endpoint-not-https', found: expect.stringMatching(/^an empty one/) }),
    );
  });
});
