import { Button, Group, Loader, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { RuleSpec } from '../../../shared/vendor/event';
import { RuleList } from '../vendor/rule-list';
import { useOrganisation } from '../vendor/use-organisation';
import { useWhatIf } from './use-what-if';

/** What if the rules were others? They are tried on top of the plan and kept nowhere else. */
export function RulesDialog({ onClose }: { readonly onClose: () => void }) {
  const { data } = useOrganisation();
  return (
    <Modal opened onClose={onClose} title="What if the rules were others?" size="62rem">
      {data === undefined ? (
        <Loader aria-label="Fetching the rules" />
      ) : (
        <Editor rules={data.rules} enabledTypes={data.enabledTypes} onClose={onClose} />
      )}
    </Modal>
  );
}

function Editor({
  rules,
  enabledTypes,
  onClose,
}: {
  readonly rules: readonly RuleSpec[];
  readonly enabledTypes: Parameters<typeof RuleList>[0]['enabledTypes'];
  readonly onClose: () => void;
}) {
  const [tried, setTried] = useState(rules);
  const { play } = useWhatIf();
  const submit = async () => {
    if (await play({ kind: 'change-rules', rules: [...tried] })) onClose();
  };
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        As if the rules had been these before the first push. The rules of the organisation stay as they are.
      </Text>
      <RuleList
        rules={tried}
        enabledTypes={enabledTypes}
        onPut={async (next) => {
          setTried(next);
          return true;
        }}
      />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button disabled={tried === rules} onClick={() => void submit()}>
          Try these rules
        </Button>
      </Group>
    </Stack>
  );
}
