import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { notInScim } from '../../../shared/golive/tenant-scenario';
import { invoke } from '../../bridge';
import { Tag } from '../../components/tag';
import { shownTime } from '../../state/shown-time';

interface WhereFromProps {
  readonly workspaceId: string;
  /** The list that is open. */
  readonly list: 'rules' | 'organisation' | 'places' | 'people' | 'groups' | 'elsewhere';
}

/** Says which part of the vendor's side was pulled from the tenant and which was entered by hand, because SCIM cannot tell it. */
export function WhereFrom({ workspaceId, list }: WhereFromProps) {
  const { data: tenant } = useQuery({
    queryKey: ['live-tenant', workspaceId],
    queryFn: () => invoke('live:tenant', { workspaceId }),
    staleTime: 0,
  });
  if (tenant === undefined) return null;
  const isPulled = tenant !== null && (list === 'people' || (list === 'groups' && tenant.groups !== null));
  return (
    <Group gap="xs" mb="xs" data-where-from={isPulled ? 'pulled' : 'by-hand'}>
      <Tag tone={isPulled ? 'info' : 'neutral'}>{isPulled ? 'pulled from the tenant' : 'entered by hand'}</Tag>
      <Text size="sm" c="dimmed">
        {isPulled
          ? `As it was ${shownTime(tenant.at)}; ${list === 'people' ? 'where people are placed' : 'mappings'} and later edits are by hand.`
          : tenant === null
            ? 'Typed, pasted or imported. Users and groups can be pulled from the real organisation under Live side › Tenant.'
            : `SCIM cannot tell ${notInScim.join(', ')}.`}
      </Text>
    </Group>
  );
}
