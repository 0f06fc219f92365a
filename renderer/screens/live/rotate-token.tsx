import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorNotice } from '../../components/error-notice';
import { Notice } from '../../components/notice';
import { Section } from '../../components/section';
import { demand, errorOf } from '../../state/demand';
import type { EndpointValue } from './endpoint';

interface RotateTokenProps {
  readonly workspaceId: string;
  readonly endpoint: EndpointValue;
}

/** A new token is checked at the endpoint before the old one is dropped. */
export function RotateToken({ workspaceId, endpoint }: RotateTokenProps) {
  const [newToken, setNewToken] = useState('');
  const rotate = useMutation({
    mutationFn: () => demand('live:rotate-token', { workspaceId, ...endpoint, newToken }),
    onSettled: () => setNewToken(''),
  });
  const error = errorOf(rotate.error);
  const probe = rotate.data;
  return (
    <Section title="Exchange the bearer token">
      <Stack gap="sm">
        <Text size="sm">
          Tokens end. Make a new one at TestMu AI, paste it here: it is tried with one reading request, and only if it is accepted does it
          take the place of the old one. Then paste it into JumpCloud too, which asks for a fresh test e-mail again (J4).
        </Text>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            rotate.mutate();
          }}
        >
          <Group align="flex-end" gap="xs">
            <PasswordInput
              label="New token"
              value={newToken}
              onChange={(event) => setNewToken(event.currentTarget.value)}
              autoComplete="off"
              style={{ flex: 1 }}
            />
            <Button
              type="submit"
              variant="default"
              disabled={newToken.trim() === '' || endpoint.baseUrl.trim() === ''}
              loading={rotate.isPending}
            >
              Check and exchange
            </Button>
          </Group>
        </form>
        {error === null ? null : <ErrorNotice error={error} title="The token was not exchanged" />}
        {probe === undefined ? null : (
          <Notice
            tone={probe.result === 'pass' ? 'pass' : 'fail'}
            role="status"
            title={probe.result === 'pass' ? 'Exchanged' : 'The old token was kept'}
          >
            {probe.meaning} {probe.fix ?? ''}
          </Notice>
        )}
      </Stack>
    </Section>
  );
}
