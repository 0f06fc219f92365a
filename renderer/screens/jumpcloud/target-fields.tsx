import { Anchor, Checkbox, Code, PasswordInput, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import type { VirtualTarget } from '../../../shared/ipc/virtual';
import { hostOf } from '../../../shared/preflight/base-url';
import { routeHash } from '../../app/router';

interface TargetFieldsProps {
  readonly localBaseUrl: string | null;
  readonly localOnly: boolean;
  readonly target: VirtualTarget;
  readonly onChange: (target: VirtualTarget) => void;
}

const bareHost = (baseUrl: string): string => hostOf(baseUrl.trim()).replace(/^\[|\]$/g, '');
const isThisMachine = (host: string): boolean => host === 'localhost' || host === '::1' || /^127\./.test(host);

/** Where the requests go: the local server of this workspace, or another one of this machine or network. */
export function TargetFields({ localBaseUrl, localOnly, target, onChange }: TargetFieldsProps) {
  const host = target.kind === 'other' ? bareHost(target.baseUrl) : '';
  return (
    <Stack gap="xs">
      <SegmentedControl
        aria-label="Send to"
        w="fit-content"
        value={localOnly ? 'local' : target.kind}
        disabled={localOnly}
        data={[
          { value: 'local', label: 'The local SCIM server' },
          { value: 'other', label: 'Another local server' },
        ]}
        onChange={(kind) => onChange(kind === 'local' ? { kind: 'local' } : { kind: 'other', baseUrl: '', token: '', confirmedHost: null })}
      />
      {target.kind === 'local' || localOnly ? (
        <Text size="sm" c="dimmed">
          {localBaseUrl === null ? (
            <>
              It does not run. <Anchor href={routeHash('server')}>Start the local SCIM server</Anchor> first.
            </>
          ) : (
            <>
              Base URL <Code>{localBaseUrl}</Code>
            </>
          )}
        </Text>
      ) : (
        <>
          <TextInput
            label="Base URL"
            placeholder="http://127.0.0.1:8080/scim/v2"
            value={target.baseUrl}
            onChange={(event) => onChange({ ...target, baseUrl: event.currentTarget.value, confirmedHost: null })}
            autoComplete="off"
            spellCheck={false}
          />
          <PasswordInput
            label="Token Key"
            description="Used for this run and not kept"
            value={target.token}
            onChange={(event) => onChange({ ...target, token: event.currentTarget.value })}
            autoComplete="off"
          />
          {host === '' || isThisMachine(host) ? null : (
            <Checkbox
              label={`${host} is a test server of our own network`}
              checked={target.confirmedHost === host}
              onChange={(event) => onChange({ ...target, confirmedHost: event.currentTarget.checked ? host : null })}
            />
          )}
        </>
      )}
    </Stack>
  );
}
