import { Button, Group, Modal, NumberInput, SegmentedControl, Stack, Switch, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { type FactId, jumpcloudFacts } from '../../../shared/jumpcloud/facts';
import { type Dialect, defaultDialect } from '../../../shared/jumpcloud/virtual/dialect';
import { FactBadge } from '../../components/fact-badge';

/** What a choice may be, by its key: the words are made here, what they mean is decided in shared/jumpcloud/virtual/dialect.ts. */
type ChoiceKey = 'operations' | 'booleans' | 'updates' | 'userName' | 'contentType';
type Options<K extends ChoiceKey> = readonly (readonly [value: Dialect[K], label: string])[];

const choices: { readonly [K in ChoiceKey]: { readonly label: string; readonly facts: readonly FactId[]; readonly options: Options<K> } } =
  {
    operations: {
      label: 'PATCH operations',
      facts: ['J9', 'J17'],
      options: [
        ['lower', 'replace, add'],
        ['capital', 'Replace, Add'],
      ],
    },
    booleans: {
      label: 'Booleans',
      facts: ['J10'],
      options: [
        ['json', 'false'],
        ['text', '"False"'],
      ],
    },
    updates: {
      label: 'Updates',
      facts: ['J17'],
      options: [
        ['PATCH', 'PATCH'],
        ['PUT', 'PUT'],
      ],
    },
    userName: {
      label: 'userName',
      facts: ['I9'],
      options: [
        ['email', 'the e-mail'],
        ['username', 'the username'],
      ],
    },
    contentType: {
      label: 'Content type',
      facts: [],
      options: [
        ['application/scim+json', 'application/scim+json'],
        ['application/json', 'application/json'],
      ],
    },
  };

const choiceKeys = Object.keys(choices) as readonly ChoiceKey[];

function Line({ label, facts, children }: { readonly label: string; readonly facts: readonly FactId[]; readonly children: ReactNode }) {
  return (
    <Group justify="space-between" gap="sm">
      <Group gap={6}>
        <Text size="sm" fw={600}>
          {label}
        </Text>
        {facts.map((id) => (
          <FactBadge key={id} id={id} text={jumpcloudFacts[id].text} />
        ))}
      </Group>
      {children}
    </Group>
  );
}

interface DialectDialogProps {
  readonly opened: boolean;
  readonly dialect: Dialect;
  readonly groupBox: boolean;
  readonly onChange: (parts: { readonly dialect?: Dialect; readonly groupBox?: boolean }) => void;
  readonly onClose: () => void;
}

/** What is open in how JumpCloud writes its requests, and the group box of its form. */
export function DialectDialog({ opened, dialect, groupBox, onChange, onClose }: DialectDialogProps) {
  const set = (parts: Partial<Dialect>) => onChange({ dialect: { ...dialect, ...parts } });
  return (
    <Modal opened={opened} onClose={onClose} title="How this JumpCloud writes" size="lg">
      <Stack gap="sm">
        <Switch
          label="Enable management of User Groups and Group Membership in this application"
          description="The check box of JumpCloud’s form (J1)"
          checked={groupBox}
          onChange={(event) => onChange({ groupBox: event.currentTarget.checked })}
        />
        {choiceKeys.map((key) => (
          <Line key={key} label={choices[key].label} facts={choices[key].facts}>
            <SegmentedControl
              size="xs"
              aria-label={choices[key].label}
              value={dialect[key]}
              data={choices[key].options.map(([value, label]) => ({ value, label }))}
              onChange={(value) => set({ [key]: value })}
            />
          </Line>
        ))}
        <Line label="Members in one request" facts={[]}>
          <NumberInput
            size="xs"
            w={130}
            aria-label="Members in one request"
            min={1}
            max={100_000}
            allowDecimal={false}
            thousandSeparator=","
            value={dialect.membersPerRequest}
            onChange={(value) => {
              if (typeof value === 'number' && value >= 1 && value <= 100_000) set({ membersPerRequest: value });
            }}
          />
        </Line>
        <Group justify="space-between">
          <Button variant="default" onClick={() => set(defaultDialect)}>
            Take the defaults
          </Button>
          <Button onClick={onClose}>Done</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
