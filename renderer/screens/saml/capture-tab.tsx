import { Button, Group, Radio, Stack, Switch, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaptureView, SamlView } from '../../../shared/ipc/saml';
import { DEFAULT_SKEW_MS } from '../../../shared/saml/expectations';
import { DropTarget } from '../../components/drop-target';
import { ErrorNotice } from '../../components/error-notice';
import { FieldGrid } from '../../components/field-grid';
import { Notice } from '../../components/notice';
import { Section } from '../../components/section';
import { demand, errorOf } from '../../state/demand';
import { XmlText } from './rehearsed-login';
import { VerdictTable } from './verdict-table';

interface TabProps {
  readonly workspaceId: string;
  readonly view: SamlView;
}

type When = 'own' | 'now' | 'given';
const maxBytes = 64 * 1024 * 1024;

/** A login that failed for real: every check against metadata and ledger, at the time of that login. */
export function CaptureTab({ workspaceId, view }: TabProps) {
  const [capture, setCapture] = useState<string | Uint8Array>('');
  const [fileName, setFileName] = useState<string | null>(null);
  const [when, setWhen] = useState<When>('own');
  const [given, setGiven] = useState('');
  const [requestId, setRequestId] = useState('');
  const [skewMs, setSkewMs] = useState(String(DEFAULT_SKEW_MS));
  const [mask, setMask] = useState(false);
  const judge = useMutation({
    mutationFn: (masked: boolean) =>
      demand('saml:check-capture', {
        workspaceId,
        capture,
        at: when === 'own' ? 'own' : when === 'now' ? null : given.trim(),
        inResponseTo: requestId.trim() === '' ? null : requestId.trim(),
        skewMs: Number(skewMs),
        mask: masked,
      }),
  });
  const error = errorOf(judge.error);
  const empty = typeof capture === 'string' && capture.trim() === '';
  return (
    <Stack gap="md">
      <Section title="Check a captured login">
        <Stack gap="sm">
          {view.idp === null ? (
            <Notice tone="info" title="Metadata first">
              A response is judged by the keys in JumpCloud's metadata: read it under “Identity provider”.
            </Notice>
          ) : null}
          <Text size="sm" c="dimmed">
            In the browser's developer tools, open Network with “Preserve log” on, sign in, and copy the form field SAMLResponse of the
            request to the ACS URL, or save all as a HAR file. XML, base64, a form post, the posting page or a HAR file are all read.
          </Text>
          {fileName === null ? (
            <Textarea
              label="SAML response"
              placeholder="PHNhbWxwOlJlc3BvbnNl… or <samlp:Response …"
              value={typeof capture === 'string' ? capture : ''}
              onChange={(event) => setCapture(event.currentTarget.value)}
              rows={5}
              spellCheck={false}
              styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 'var(--mantine-font-size-xs)' } }}
            />
          ) : (
            <Group justify="space-between">
              <Text size="sm">
                File: <strong>{fileName}</strong>
              </Text>
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => {
                  setFileName(null);
                  setCapture('');
                }}
              >
                Remove
              </Button>
            </Group>
          )}
          <DropTarget
            label="Or drop a file here"
            hint="XML, base64 or HAR"
            accept=".xml,.har,.txt,.json"
            maxBytes={maxBytes}
            onFile={({ name, bytes }) => {
              setFileName(name);
              setCapture(bytes);
            }}
          />
          <Radio.Group label="Judge it at" value={when} onChange={(value) => setWhen(value as When)}>
            <Group gap="md" mt={4}>
              <Radio size="xs" value="own" label="the moment it says it was issued" />
              <Radio size="xs" value="now" label="now" />
              <Radio size="xs" value="given" label="another time" />
            </Group>
          </Radio.Group>
          {when === 'given' ? (
            <TextInput
              size="xs"
              label="Time (UTC)"
              placeholder="2026-11-24T02:30:00Z"
              value={given}
              onChange={(event) => setGiven(event.currentTarget.value)}
            />
          ) : null}
          <Radio.Group
            label="Clocks may be apart by"
            description="How much TestMu AI allows is not documented; one minute is assumed."
            value={skewMs}
            onChange={setSkewMs}
          >
            <Group gap="md" mt={4}>
              <Radio size="xs" value="0" label="nothing" />
              <Radio size="xs" value={String(DEFAULT_SKEW_MS)} label="one minute" />
              <Radio size="xs" value="300000" label="five minutes" />
            </Group>
          </Radio.Group>
          <TextInput
            size="xs"
            label="ID of the request, if known"
            description="The ID attribute of the AuthnRequest; without it, InResponseTo is shown but not judged."
            value={requestId}
            onChange={(event) => setRequestId(event.currentTarget.value)}
            spellCheck={false}
          />
          <Group justify="space-between">
            <Switch
              label="Hide personal data"
              checked={mask}
              onChange={(event) => {
                setMask(event.currentTarget.checked);
                if (judge.data !== undefined) judge.mutate(event.currentTarget.checked);
              }}
            />
            <Button disabled={empty} loading={judge.isPending} onClick={() => judge.mutate(mask)}>
              Check it
            </Button>
          </Group>
          {error === null ? null : <ErrorNotice error={error} title="It could not be checked" />}
        </Stack>
      </Section>
      {judge.data === undefined ? null : <Judged capture={judge.data} />}
    </Stack>
  );
}

function Judged({ capture }: { readonly capture: CaptureView }) {
  const { inspection } = capture;
  const accepted = inspection.verdict === 'accepted';
  const failed = inspection.checks.filter((check) => check.result === 'fail').length;
  return (
    <Section title="Verdict">
      <Stack gap="sm" data-verdict={inspection.verdict}>
        <Notice
          tone={accepted ? 'pass' : 'fail'}
          role="status"
          title={accepted ? `Accepted: ${inspection.nameId ?? ''}` : `Rejected: ${failed} ${failed === 1 ? 'check' : 'checks'} failed`}
        >
          {capture.count > 1 ? `The capture holds ${capture.count} responses; the last one was read. ` : ''}
          {inspection.nameId === null && !accepted ? 'No name is shown: nothing a verified signature covers says who this is.' : ''}
        </Notice>
        <FieldGrid
          fields={[
            ['Read as', capture.form],
            ['Posted to', capture.postedTo ?? 'not in the capture'],
            ['Judged at', capture.at],
            ...Object.entries(inspection.attributes).map(([name, values]) => [`Attribute ${name}`, values.join(', ')] as const),
          ]}
        />
        <VerdictTable checks={inspection.checks} />
        <XmlText
          xml={capture.prettyXml}
          title={capture.masked ? 'The response as XML, personal data hidden' : 'The response as XML'}
          copyText={capture.prettyXml}
        />
      </Stack>
    </Section>
  );
}
